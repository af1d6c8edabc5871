import type { PlacedParagraph } from '../../document';
import { isAccepted, isLeftOut, noteApplied } from '../../rules/run';
import { gatherNames, type KnownName, type KnownNames } from '../document/knownNames';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { missedMoreOften } from './exceptions/furtherMentions';
import type { DocumentContext, DocumentRefiner, NameRule } from './refiner';
import { inTextOrder } from './spans';

/** What the names of a document agree with. */
export interface Agreement {
  readonly known: KnownNames;
  readonly pack: EntityPack;
}

/** A rule that corrects a mention by the document's other names. */
export interface MentionCorrection extends NameRule {
  /** @returns the mention itself where the rule has nothing to say */
  correct(mention: Mention, agreement: Agreement): Mention;
}

/** A name where nothing was found so far; offsets count from the paragraph's start. */
export interface MissedName extends NameSpan {
  /** The name that it is a further mention of, where nothing else speaks for it. */
  readonly name?: KnownName;
}

/** A rule that finds at a word with a capital what was missed. */
export interface MissedNameRule extends NameRule {
  /**
   * @param free - offset in the paragraph from which on something else was found
   * @returns what stands there; 'nothing' where no further rule is to be asked, undefined where others may find something
   */
  findAt(sentence: TaggedSentence, i: number, free: number, agreement: Agreement): MissedName | 'nothing' | undefined;
}

/** A rule that parts a compound word into names. */
export interface CompoundRule extends NameRule {
  /** @returns the names, undefined where the word is not such a compound */
  partsAt(sentence: TaggedSentence, i: number, agreement: Agreement): readonly MissedName[] | undefined;
}

/** The rules of {@link agree}, each group in its order. */
export interface AgreementRules {
  readonly correct: readonly MentionCorrection[];
  readonly split: CompoundRule;
  readonly find: readonly MissedNameRule[];
}

/** What a mention is worth that only other mentions or the lists speak for. */
export const BY_OTHERS = 0.5;
/** The confidence of the project's own names. */
export const CERTAIN = 1;

/** Makes a document's names agree: first its mentions are corrected, then names are found that were missed. */
export function agree(rules: AgreementRules): DocumentRefiner {
  return {
    id: 'agree',
    scope: 'document',
    parts: [...rules.correct, rules.split, ...rules.find],
    refine(mentions, context) {
      const agreement = { known: gatherNames(mentions), pack: context.pack };
      const corrected = correctMentions(mentions, rules.correct, agreement);
      const missed = findMissed(corrected, rules, context, agreement);
      return missed.length === 0 ? corrected : withMissed(corrected, missed);
    },
  };
}

function correctMentions(
  mentions: readonly Mention[],
  rules: readonly MentionCorrection[],
  agreement: Agreement,
): readonly Mention[] {
  let corrected: Mention[] | undefined;
  for (const rule of rules) {
    if (isLeftOut(rule.id)) continue;
    for (let k = 0; k < mentions.length; k++) {
      const mention = mentions[k] as Mention;
      const better = rule.correct(mention, agreement);
      if (better === mention) continue;
      noteApplied(rule.id);
      corrected ??= [...mentions];
      corrected[k] = better;
    }
  }
  return corrected ?? mentions;
}

/** A missed name, and the rule that found it. */
interface Candidate {
  readonly mention: Mention;
  readonly name: KnownName | undefined;
  readonly rule: string;
}

/** A search under way through a document, from its beginning to its end. */
interface Search {
  readonly mentions: readonly Mention[];
  /** Index of the first mention that does not end before the word that is looked at. */
  at: number;
  readonly text: string;
  readonly rules: AgreementRules;
  readonly agreement: Agreement;
  readonly candidates: Candidate[];
}

function findMissed(
  mentions: readonly Mention[],
  rules: AgreementRules,
  { document, sentences }: DocumentContext,
  agreement: Agreement,
): readonly Mention[] {
  const search: Search = { mentions, at: 0, text: document.text, rules, agreement, candidates: [] };
  sentences.forEach((ofParagraph, p) => {
    const paragraph = document.paragraphs[p] as PlacedParagraph;
    for (const sentence of ofParagraph) searchSentence(search, sentence, paragraph);
  });
  const accepted = search.candidates.filter(({ name }) => name === undefined || isAccepted([missedMoreOften], name));
  return accepted.map(({ mention, rule }) => {
    noteApplied(rule);
    return mention;
  });
}

function searchSentence(search: Search, sentence: TaggedSentence, paragraph: PlacedParagraph): void {
  let free = 0;
  for (const i of sentence.capitals) {
    if (i < free) continue;
    const word = sentence.words[i] as Word;
    const next = nextMention(search, paragraph.start + word.start);
    const isCovered = next !== undefined && next.start < paragraph.start + word.end;
    if ((!isCovered || isDoubtfulWord(next, word, paragraph)) && splitWord(search, sentence, i, paragraph)) continue;
    if (isCovered) continue;
    const end = findAtWord(search, sentence, i, { paragraph, free: next && next.start - paragraph.start });
    if (end !== undefined) free = end;
  }
}

/** The first mention that does not end before an offset in the document. */
function nextMention(search: Search, offset: number): Mention | undefined {
  const { mentions } = search;
  while (search.at < mentions.length && (mentions[search.at] as Mention).end <= offset) search.at++;
  return mentions[search.at];
}

/** Whether a mention that is not the project's own is just a word. */
const isDoubtfulWord = ({ start, end, confidence }: Mention, word: Word, paragraph: PlacedParagraph): boolean =>
  start === paragraph.start + word.start && end === paragraph.start + word.end && confidence < CERTAIN;

function splitWord(search: Search, sentence: TaggedSentence, i: number, paragraph: PlacedParagraph): boolean {
  const { split } = search.rules;
  const parts = isLeftOut(split.id) ? undefined : split.partsAt(sentence, i, search.agreement);
  for (const part of parts ?? []) addCandidate(search, part, { sentence, paragraph, rule: split.id });
  return parts !== undefined;
}

/** @returns index after the last word of what the first rule found that found something */
function findAtWord(
  search: Search,
  sentence: TaggedSentence,
  i: number,
  { paragraph, free = Number.POSITIVE_INFINITY }: { readonly paragraph: PlacedParagraph; readonly free: number | undefined },
): number | undefined {
  for (const rule of search.rules.find) {
    if (isLeftOut(rule.id)) continue;
    const found = rule.findAt(sentence, i, free, search.agreement);
    if (found === undefined) continue;
    if (found === 'nothing') return undefined;
    if (found.name !== undefined) found.name.missed++;
    addCandidate(search, found, { sentence, paragraph, rule: rule.id });
    return found.to;
  }
  return undefined;
}

function addCandidate(
  search: Search,
  { name, ...span }: MissedName,
  where: { readonly sentence: TaggedSentence; readonly paragraph: PlacedParagraph; readonly rule: string },
): void {
  const { sentence, paragraph, rule } = where;
  const start = paragraph.start + span.start;
  const end = paragraph.start + span.end;
  const { type, confidence, from, to } = span;
  const words = { sentence, from, to };
  const mention = { start, end, text: search.text.slice(start, end), type, confidence, paragraph: paragraph.index, words };
  search.candidates.push({ mention, name, rule });
}

/** Adds mentions, in place of those that they overlap; both lists are in text order. */
function withMissed(mentions: readonly Mention[], missed: readonly Mention[]): readonly Mention[] {
  let at = 0;
  const kept = mentions.filter((mention) => {
    while (at < missed.length && (missed[at] as Mention).end <= mention.start) at++;
    return ((missed[at] as Mention | undefined)?.start ?? Number.POSITIVE_INFINITY) >= mention.end;
  });
  return inTextOrder([...kept, ...missed]);
}
