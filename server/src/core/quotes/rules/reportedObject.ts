import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { clauseEnd } from '../../syntax/clauseEnds';
import { complementOf } from '../../syntax/complements';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import { subjectBefore } from '../../syntax/subjects';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords, Site } from '../candidate';
import { type CuePlace, type Finding, type QuoteRule, quoteRule } from '../rule';
import { canSpeak, speakerOf } from './cueSpeaker';
import { cueRange, freeSpans, mixedOrIndirect, type SpokenCue } from './drafts';

// What is said as a noun, not as a clause: reported with a confidence that a reader can set a threshold above.
const ACTIVE = 0.45;
export const PASSIVE = 0.35;
export const NOUN = 0.3;

/** A noun phrase that a verb of statement says. */
export interface ObjectDraft extends SpokenCue {
  /** The noun phrase alone. */
  readonly phrase: Range;
  /** All that is said. */
  readonly content: Range;
}

/** What a rule for reported nouns hands on. */
export interface Content {
  readonly site: Site;
  readonly parts: readonly Range[];
  readonly cue: Range;
  readonly speaker?: Phrase | undefined;
  readonly confidence: number;
}

/** The quotation of what is said as a noun. */
export function reportedContent({ site, parts, cue, speaker, confidence }: Content): Finding {
  const marks = freeSpans(site, parts);
  return {
    candidates: [
      {
        parts,
        kind: mixedOrIndirect(marks),
        rule: 'reported-object',
        cue: cueRange(cue),
        ...(speaker && { speaker }),
        confidence,
        zone: site.zone.span,
      },
    ],
    marks,
  };
}

/** What a verb of statement says as its object: "a souligné le besoin de prévention", "rappelle les faits". */
export const reportedObject = (options: {
  /** A preposition that has the form of a determiner: de. */
  readonly notArticles: ReadonlySet<string>;
  readonly except: readonly Exception<ObjectDraft>[];
}): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, ObjectDraft>({
    id: 'reported-object',
    senses: CUE.saysObject,
    find: (site, cue) => {
      const { words, sentence } = site;
      if (cue.mood === 'passive') return undefined;
      const at = objectOf(words, cue, sentence.end);
      if (!words.is(at, CLASS.determiner) || options.notArticles.has(words.at(at))) return undefined;
      const phrase = nounPhraseAt(words, at, sentence.end, 'left');
      const end = clauseEnd(site, { start: at, end: sentence.end }, cue.head, 'infinitive');
      if (phrase === undefined || phrase.kind === 'pronoun' || end - at < 2) return undefined;
      return { site, cue, phrase: { start: at, end: phrase.end }, content: { start: at, end }, speaker: speakerOf(site, cue) };
    },
    except: options.except,
    quote: (draft) => reportedContent(contentOf(draft)),
  });

/** "a chargé X de rappeler les faits": who is to say it is not the subject. */
function contentOf({ site, cue, content, speaker }: ObjectDraft): Content {
  const said = { site, parts: [content], cue };
  return isUnbound({ site, cue, speaker }) ? { confidence: NOUN, ...said } : { speaker, confidence: ACTIVE, ...said };
}

/** An infinitive whose subject is nobody that can speak. */
export const isUnbound = ({ site, cue, speaker }: SpokenCue): boolean =>
  cue.mood === 'infinitive' && (speaker === undefined || !canSpeak(site.words, speaker));

const ASIDE_REACH = 8;

/** Where a verb's object begins: after adverbs, an address between commas, and whom it is said to. */
function objectOf(words: QuoteWords, group: VerbGroup, limit: number): number {
  let at = afterGroup(group);
  while (at < limit && words.isAdverb(at)) at++;
  if (words.at(at) === ',') {
    for (let i = at + 1; i < Math.min(limit, at + ASIDE_REACH); i++) if (words.at(i) === ',') return i + 1;
  } else if (words.is(at, CLASS.preposition) && !words.is(at, CLASS.of)) {
    return nounPhraseAt(words, at + 1, limit, 'right')?.end ?? at;
  }
  return at;
}

/** A noun that a relative's que takes up: "le nombre qu'ils avancent", "les mesures qu'annonce le maire". */
export const relativeObject = (except: readonly Exception<ObjectDraft>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, ObjectDraft>({
    id: 'relative-object',
    senses: CUE.saysObject | CUE.saysRelative,
    find: (site, cue) => {
      if (!saysRelative(cue)) return undefined;
      const taken = takenUp({ site, cue });
      return taken && { site, cue, phrase: taken.noun, content: taken.noun, speaker: taken.subject };
    },
    except,
    quote: ({ site, cue, content, speaker }) => reportedContent({ site, parts: [content], cue, speaker, confidence: PASSIVE }),
  });

const saysRelative = ({ mood, reflexive, inverted, senses }: VerbGroup): boolean =>
  mood === 'finite' && !reflexive && inverted < 0 && (senses & CUE.isThought) === 0;

export const LONGEST_PHRASE = 12;

/** Most clauses have no *que*, and then no subject needs to be looked for. */
function hasThat(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (words.is(i, CLASS.that)) return true;
  return false;
}

function takenUp({ site, cue }: CuePlace): { noun: Phrase; subject: Phrase } | undefined {
  const { words, sentence } = site;
  if (!hasThat(words, sentence.start, cue.left)) return undefined;
  const afterQue = words.is(cue.left - 1, CLASS.that);
  const subject = afterQue
    ? nounPhraseAt(words, afterGroup(cue), sentence.end, 'right')
    : subjectBefore(words, cue.left, sentence.start);
  if (subject === undefined) return undefined;
  const que = afterQue ? cue.left - 1 : subject.start - 1;
  if (!words.is(que, CLASS.that) || !words.isWord(que - 1)) return undefined;
  const noun = determinedPhrase(words, Math.max(sentence.start, que - LONGEST_PHRASE), que);
  return noun && { noun, subject };
}

/** What somebody says of himself: "se déclare incompétent pour juger", "se dit prêt à signer". */
export const selfDescription = (except: readonly Exception<ObjectDraft>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, ObjectDraft>({
    id: 'self-description',
    senses: CUE.reportsInfinitive,
    find: (site, cue) => {
      const at = afterGroup(cue);
      if (!saysOfItself(cue) || !canDescribe(site.words, at)) return undefined;
      const content = { start: at, end: clauseEnd(site, { start: at, end: site.sentence.end }, cue.head, 'infinitive') };
      return { site, cue, phrase: content, content, speaker: speakerOf(site, cue) };
    },
    except,
    quote: ({ site, cue, content, speaker }) => reportedContent({ site, parts: [content], cue, speaker, confidence: PASSIVE }),
  });

const saysOfItself = ({ mood, reflexive, senses }: VerbGroup): boolean =>
  reflexive && mood === 'finite' && (senses & (CUE.reportsClause | CUE.introducesSpeech)) !== 0;

const canDescribe = (words: QuoteWords, at: number): boolean =>
  words.isWord(at) && !words.is(at, CLASS.determiner | CLASS.preposition | CLASS.that) && !words.isAdverb(at);

/** Whether a cue has a complement of its own besides the noun. */
export const hasComplement = ({ site, cue }: CuePlace): boolean => complementOf(site, cue, site.sentence.end) !== undefined;
