import { packed } from '../../packed';
import { isAccepted, isLeftOut, noteApplied } from '../../rules/run';
import { gatherNames, type KnownName, type KnownNames } from '../document/knownNames';
import { type DocumentNames, fact, type ParagraphNames, refineEach } from '../document/paragraphNames';
import type { ParagraphName } from '../mention';
import type { WordInfo } from '../model/wordInfo';
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
  /** Whether the rule may have something to say of a name, whatever the document's other names are. */
  mayCorrect(name: ParagraphName): boolean;
  /** @returns the name itself where the rule has nothing to say; asked only where it may have */
  correct(name: ParagraphName, agreement: Agreement): ParagraphName;
}

/** A name where nothing was found so far; offsets count from the paragraph's start. */
export interface MissedName extends NameSpan {
  /** The name that it is a further mention of, where nothing else speaks for it. */
  readonly name?: KnownName;
}

/** A rule that finds at a word with a capital what was missed. */
export interface MissedNameRule extends NameRule {
  /** Whether it may find something at a word with which no name of the document begins; never where absent. */
  mayFind?(word: WordInfo, pack: EntityPack): boolean;
  /**
   * @param free - offset in the paragraph from which on something else was found
   * @returns what stands there; 'nothing' where no further rule is to be asked, undefined where others may find something
   */
  findAt(sentence: TaggedSentence, i: number, free: number, agreement: Agreement): MissedName | 'nothing' | undefined;
}

/** A rule that parts a compound word into names. */
export interface CompoundRule extends NameRule {
  /** Whether it may part a word, whatever the document's names are. */
  mayPart(word: string): boolean;
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
  const search = searchFor(rules);
  const correct = correctionBy(rules.correct);
  return {
    id: 'agree',
    scope: 'document',
    parts: [...rules.correct, rules.split, ...rules.find],
    refine(names, context) {
      const agreement = { known: gatherNames(names, context.table), pack: context.pack };
      const corrected = correct(names, agreement, context);
      const missed = search(corrected, agreement);
      if (missed.size === 0) return corrected;
      return refineEach(corrected, context.memory, 'missed', ({ list }, p) => {
        const found = missed.get(p);
        return found === undefined ? list : withMissed(list, found);
      });
    },
  };
}

/** Makes what corrects names by some rules. */
function correctionBy(rules: readonly MentionCorrection[]) {
  const doubtful = fact(({ list }: ParagraphNames): { readonly any: boolean } => ({
    any: list.some((name) => rules.some((rule) => rule.mayCorrect(name))),
  }));
  const corrected = (name: ParagraphName, agreement: Agreement): ParagraphName => {
    let better = name;
    for (const rule of rules) {
      if (isLeftOut(rule.id) || !rule.mayCorrect(better)) continue;
      const next = rule.correct(better, agreement);
      if (next !== better) noteApplied(rule.id);
      better = next;
    }
    return better;
  };
  return (names: DocumentNames, agreement: Agreement, { memory }: DocumentContext): DocumentNames =>
    refineEach(names, memory, 'corrected', (here) => {
      const { list } = here;
      if (list.length === 0 || !doubtful(here, undefined).any) return list;
      const better = list.map((name) => corrected(name, agreement));
      return better.every((name, i) => name === list[i]) ? list : better;
    });
}

/** A missed name, and the rule that found it. */
interface Candidate {
  readonly found: ParagraphName;
  readonly name: KnownName | undefined;
  readonly rule: string;
}

/** A search under way through a paragraph, from its beginning to its end. */
interface Search {
  readonly here: ParagraphNames;
  readonly rules: AgreementRules;
  readonly agreement: Agreement;
  readonly candidates: Candidate[];
}

/** A word with a capital of a paragraph at which something may be found. */
interface OpenWord {
  readonly sentence: TaggedSentence;
  /** Its index in the sentence. */
  readonly at: number;
  /** In none of the paragraph's names; otherwise it is one by itself that is not certain. */
  readonly isFree: boolean;
  /** Where the next name begins, an offset in the paragraph. */
  readonly next: number;
  /** Its hash, which a name may begin with. */
  readonly hash: number;
  /** Whether something may be found at it whatever the document's names are. */
  readonly isAsked: boolean;
}

/** A list, so that it can be a fact. */
type OpenWords = readonly OpenWord[];

/** Makes what finds the names that were missed, by paragraph. */
function searchFor(rules: AgreementRules) {
  const openWords = fact((here: ParagraphNames, pack: EntityPack) => openWordsIn(here, rules, pack));
  return (names: DocumentNames, agreement: Agreement): ReadonlyMap<number, readonly ParagraphName[]> => {
    const { known, pack } = agreement;
    const found = new Map<number, Candidate[]>();
    for (let p = 0; p < names.length; p++) {
      const here = names[p] as ParagraphNames;
      if (here.of.sentences.length === 0) continue;
      const open = openWords(here, pack);
      if (!open.some(({ isAsked, isFree, hash }) => isAsked || (isFree && known.names.mayBegin(hash)))) continue;
      const search: Search = { here, rules, agreement, candidates: [] };
      searchWords(search, open);
      if (search.candidates.length > 0) found.set(p, search.candidates);
    }
    return accepted(found);
  };
}

function openWordsIn(here: ParagraphNames, rules: AgreementRules, pack: EntityPack): OpenWords {
  const open: OpenWord[] = [];
  const place = { here, at: 0 };
  for (const sentence of here.of.sentences) {
    for (const at of sentence.capitals) {
      const word = sentence.words[at] as Word;
      const name = nextName(place, word.start);
      const isFree = name === undefined || name.start >= word.end;
      if (!isFree && !isDoubtfulWord(name, word)) continue;
      const info = sentence.infos[at] as WordInfo;
      const isAsked = rules.split.mayPart(word.text) || (isFree && rules.find.some((rule) => rule.mayFind?.(info, pack)));
      if (!isFree && !isAsked) continue;
      open.push({ sentence, at, isFree, next: name?.start ?? Number.POSITIVE_INFINITY, hash: info.foldHash, isAsked });
    }
  }
  return packed(open);
}

/** Those that the document speaks for when all of it was searched. */
function accepted(found: ReadonlyMap<number, readonly Candidate[]>): ReadonlyMap<number, readonly ParagraphName[]> {
  const kept = new Map<number, ParagraphName[]>();
  for (const [paragraph, candidates] of found) {
    const names: ParagraphName[] = [];
    for (const candidate of candidates) {
      if (candidate.name !== undefined && !isAccepted([missedMoreOften], candidate.name)) continue;
      noteApplied(candidate.rule);
      names.push(candidate.found);
    }
    if (names.length > 0) kept.set(paragraph, names);
  }
  return kept;
}

function searchWords(search: Search, open: OpenWords): void {
  const { names } = search.agreement.known;
  let searched: TaggedSentence | undefined;
  let free = 0;
  for (const { sentence, at, isFree, next, hash, isAsked } of open) {
    if (sentence !== searched) {
      searched = sentence;
      free = 0;
    }
    if (at < free || !(isAsked || (isFree && names.mayBegin(hash)))) continue;
    if (splitWord(search, sentence, at) || !isFree) continue;
    free = findAtWord(search, sentence, at, next) ?? free;
  }
}

/** The first name that does not end before an offset. */
function nextName(search: { readonly here: ParagraphNames; at: number }, offset: number): ParagraphName | undefined {
  const { list } = search.here;
  while (search.at < list.length && (list[search.at] as ParagraphName).end <= offset) search.at++;
  return list[search.at];
}

/** Whether a name that is not the project's own is just a word. */
const isDoubtfulWord = ({ start, end, confidence }: ParagraphName, word: Word): boolean =>
  start === word.start && end === word.end && confidence < CERTAIN;

function splitWord(search: Search, sentence: TaggedSentence, i: number): boolean {
  const { split } = search.rules;
  const parts = isLeftOut(split.id) ? undefined : split.partsAt(sentence, i, search.agreement);
  for (const part of parts ?? []) addCandidate(search, part, sentence, split.id);
  return parts !== undefined;
}

/**
 * @param free - offset from which on something else was found
 * @returns index after the last word of what the first rule found that found something
 */
function findAtWord(search: Search, sentence: TaggedSentence, i: number, free: number): number | undefined {
  for (const rule of search.rules.find) {
    if (isLeftOut(rule.id)) continue;
    const found = rule.findAt(sentence, i, free, search.agreement);
    if (found === undefined) continue;
    if (found === 'nothing') return undefined;
    if (found.name !== undefined) found.name.missed++;
    addCandidate(search, found, sentence, rule.id);
    return found.to;
  }
  return undefined;
}

function addCandidate(search: Search, { name, ...span }: MissedName, sentence: TaggedSentence, rule: string): void {
  const { start, end, type, confidence, from, to } = span;
  const text = search.here.of.view.text.slice(start, end);
  search.candidates.push({ found: { start, end, text, type, confidence, words: { sentence, from, to } }, name, rule });
}

/** Adds names, in place of those that they overlap; both lists are in text order. */
function withMissed(names: readonly ParagraphName[], missed: readonly ParagraphName[]): readonly ParagraphName[] {
  let at = 0;
  const kept = names.filter((name) => {
    while (at < missed.length && (missed[at] as ParagraphName).end <= name.start) at++;
    return ((missed[at] as ParagraphName | undefined)?.start ?? Number.POSITIVE_INFINITY) >= name.end;
  });
  return inTextOrder([...kept, ...missed]);
}
