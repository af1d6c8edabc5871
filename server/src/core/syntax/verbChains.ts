import { CLASS, FINITE, GERUND, INFINITIVE, PARTICIPLE, THIRD } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import type { ParagraphWords } from './paragraphWords';

/** A verb with its auxiliaries, modals, clitics and negation. */
export interface Chain {
  readonly start: number;
  readonly mood: 'finite' | 'infinitive' | 'gerund' | 'passive';
  /** Where its clause begins to be only verb: the first of clitics, negation and auxiliaries. */
  readonly left: number;
  /** The subject pronoun after the verb ("dit-il"); -1 without one. */
  readonly inverted: number;
  readonly reflexive: boolean;
  /** The object clitic le / l' stands before it: "comme l'a dit X", "je le répète". */
  readonly resumed: boolean;
}

/** Hyphens as tokens. */
export const HYPHENS: ReadonlySet<string> = new Set(['-', '‑', '‐']);

/** Walks left from a verb over adverbs, negation, clitics, auxiliaries and modals, and finds the mood of the whole. */
export function verbChain(words: ParagraphWords, verb: number, floor: number): Chain | undefined {
  const forms = words.info[verb]?.forms ?? 0;
  return firstAnswer(CHAINS, { words, floor, forms }, verb) ?? undefined;
}

interface ChainSite {
  readonly words: ParagraphWords;
  readonly floor: number;
  /** All forms that the verb can be. */
  readonly forms: number;
}

/** Null where the forms make no group: no other way is tried then. */
type ChainForm = Strategy<ChainSite, Chain | null>;

/** "a-t-il déclaré", "avait, pour sa part, reconnu", "was quoted", "s'est demandé": an auxiliary and a participle. */
const compoundTense: ChainForm = {
  id: 'verb-chain/compound-tense',
  find({ words, floor, forms }, verb) {
    if (!(forms & PARTICIPLE)) return undefined;
    const k = auxiliaryPlace(words, verb, floor);
    if (k < floor || !words.is(k, CLASS.auxiliary | CLASS.being)) return undefined;
    const before = cliticsBefore(words, k, floor);
    if (isPassive(words, k, floor, before)) return plain('passive', k);
    const mood = words.has(k, FINITE) ? 'finite' : words.has(k, GERUND) ? 'gerund' : 'infinitive';
    if (mood === 'infinitive') return modalChain(words, floor, before) ?? null;
    return { ...withClitics(mood, k, before), inverted: tiedPronoun(words, skipAdverbsBack(words, verb - 1, floor)) };
  },
};

/** Where a participle's auxiliary would stand: before a pronoun tied to it and an insertion between commas. */
function auxiliaryPlace(words: ParagraphWords, participle: number, floor: number): number {
  const k = beforeTiedPronoun(words, skipAdverbsBack(words, participle - 1, floor));
  return words.at(k) === ',' ? beforeInsertion(words, k, floor) : k;
}

/** "est cité", "a été cité", but "s'est demandé" */
function isPassive(words: ParagraphWords, auxiliary: number, floor: number, before: Clitics): boolean {
  if (!words.is(auxiliary, CLASS.being)) return false;
  const perfect = words.has(auxiliary, PARTICIPLE) && words.is(skipAdverbsBack(words, auxiliary - 1, floor), CLASS.auxiliary);
  return perfect || (!words.is(auxiliary, CLASS.auxiliary) && !before.reflexive);
}

const isParticipleAlone = (forms: number): boolean =>
  (forms & PARTICIPLE) !== 0 && (forms & (FINITE | INFINITIVE | GERUND)) === 0;

/** "a exprimé sa peine et salué …": a participle that shares the auxiliary of the one before it. */
const sharedAuxiliary: ChainForm = {
  id: 'verb-chain/shared-auxiliary',
  find({ words, floor, forms }, verb) {
    if (!isParticipleAlone(forms)) return undefined;
    const k = auxiliaryPlace(words, verb, floor);
    return sharesAuxiliary(words, k, floor) ? { ...plain('finite', verb), left: k + 1 } : undefined;
  },
};

/** "les propos cités" */
const bareParticiple: ChainForm = {
  id: 'verb-chain/bare-participle',
  find: ({ forms }, verb) => (isParticipleAlone(forms) ? plain('passive', verb) : undefined),
};

/** English: of "report" what is finite in "they report" is the infinitive in "to report", "must report". */
const isBaseForm = ({ words, forms }: ChainSite): boolean => (forms & INFINITIVE) !== 0 && words.features.nounVerbHomographs;

/** "dit", "l'a dit", "se demande", "they report", but "must report" */
const finite: ChainForm = {
  id: 'verb-chain/finite',
  find(site, verb) {
    const { words, floor, forms } = site;
    if (!(forms & FINITE)) return undefined;
    const before = cliticsBefore(words, verb, floor);
    if (isBaseForm(site) && words.is(before.at - 1, CLASS.modal)) return undefined;
    return withClitics('finite', verb, before);
  },
};

/** "en disant", "is saying": with a form of to be a tense. */
const gerund: ChainForm = {
  id: 'verb-chain/gerund',
  find({ words, floor, forms }, verb) {
    if (!(forms & GERUND)) return undefined;
    const before = cliticsBefore(words, verb, floor);
    const progressive = words.features.progressive && words.is(before.at - 1, CLASS.being);
    return progressive ? plain('finite', before.at - 1) : withClitics('gerund', verb, before);
  },
};

/** "dire", "doit le dire", "must report" */
const infinitive: ChainForm = {
  id: 'verb-chain/infinitive',
  find({ words, floor, forms }, verb) {
    return forms & INFINITIVE ? infinitiveChain(words, verb, floor, cliticsBefore(words, verb, floor)) : undefined;
  },
};

/** How a verb's form and the words before it make a group. */
export const CHAINS: readonly ChainForm[] = [compoundTense, sharedAuxiliary, bareParticiple, finite, gerund, infinitive];

/** A group that begins at a token, without clitics. */
const plain = (mood: Chain['mood'], start: number): Chain => ({
  start,
  left: start,
  mood,
  inverted: -1,
  reflexive: false,
  resumed: false,
});

const withClitics = (mood: Chain['mood'], start: number, { at, reflexive, resumed }: Clitics): Chain => ({
  start,
  left: at,
  mood,
  inverted: -1,
  reflexive,
  resumed,
});

const infinitiveChain = (words: ParagraphWords, verb: number, floor: number, before: Clitics): Chain =>
  modalChain(words, floor, before) ?? withClitics('infinitive', verb, before);

/** doit reconnaître, tient à souligner, vient d'annoncer: the modal carries the subject. */
function modalChain(words: ParagraphWords, floor: number, before: Clitics): Chain | undefined {
  const last = before.at - 1;
  const linked = last >= floor && (words.is(last, CLASS.of) || words.lists.modalLink.has(words.at(last)));
  const end = skipAdverbsBack(words, linked ? last - 1 : last, floor);
  const pronoun = tiedPronoun(words, end);
  const modal = beforeTiedPronoun(words, end);
  if (modal < floor || !words.is(modal, CLASS.modal)) return undefined;
  const chain = words.has(modal, FINITE | PARTICIPLE) ? verbChain(words, modal, floor) : undefined;
  if (chain === undefined || chain.mood === 'passive') {
    if (!words.features.invariableModals) return undefined;
    return { ...plain('finite', modal), inverted: pronoun, resumed: before.resumed };
  }
  // "se doit de souligner", "s'empresse d'ajouter": the clitic is the modal's
  const { reflexive } = before;
  return { ...chain, reflexive, inverted: pronoun >= 0 ? pronoun : chain.inverted, resumed: before.resumed || chain.resumed };
}

/** A subject pronoun that a hyphen ties to the verb before it: a-t-il; -1 for none. */
const tiedPronoun = (words: ParagraphWords, k: number): number =>
  words.is(k, CLASS.subject) && HYPHENS.has(words.at(k - 1)) ? k : -1;

/** The token before a tied pronoun and its euphonic t; the same token where no pronoun is tied. */
function beforeTiedPronoun(words: ParagraphWords, k: number): number {
  if (tiedPronoun(words, k) < 0) return k;
  return words.lists.euphonic.has(words.at(k - 2)) && HYPHENS.has(words.at(k - 3)) ? k - 4 : k - 2;
}

const COORDINATION_REACH = 30;

/** Whether a conjunction stands there, and before it an auxiliary with its own participle. */
function sharesAuxiliary(words: ParagraphWords, conjunction: number, floor: number): boolean {
  if (!words.is(conjunction, CLASS.conjunction) || !words.pack.inversion) return false;
  const level = words.marks.inside[conjunction];
  for (let k = conjunction - 1; k >= floor && k > conjunction - COORDINATION_REACH; k--) {
    if (words.marks.inside[k] !== level || !words.has(k, FINITE)) continue;
    if (words.is(k, CLASS.auxiliary) && !words.is(k, CLASS.being)) return hasOwnParticiple(words, k);
    const other = words.has(k, PARTICIPLE) || words.is(k - 1, CLASS.determiner | CLASS.of) || words.isCapital(k);
    if (!other) return false;
  }
  return false;
}

function hasOwnParticiple(words: ParagraphWords, auxiliary: number): boolean {
  let participle = auxiliary + 1;
  while (words.isAdverb(participle)) participle++;
  return words.isWord(participle) && !words.is(participle, CLASS.determiner | CLASS.preposition);
}

const INSERTION_REACH = 10;

/** avait, pour sa part, reconnu: from the second comma to the word before the first; the same index where no auxiliary stands there. */
function beforeInsertion(words: ParagraphWords, comma: number, floor: number): number {
  for (let k = comma - 2; k >= floor && k > comma - INSERTION_REACH; k--) {
    if (words.at(k) === ',') return words.is(k - 1, CLASS.auxiliary) ? k - 1 : comma;
    if (!words.isWord(k)) return comma;
  }
  return comma;
}

/** The forms that go with nous and vous. */
const FIRST_OR_SECOND = (1 << 7) | (1 << 8);

interface Clitics {
  /** The first of them; the verb itself where none stands there. */
  readonly at: number;
  readonly reflexive: boolean;
  readonly resumed: boolean;
}

/** The clitics and negations that stand right before a verb. */
function cliticsBefore(words: ParagraphWords, verb: number, floor: number): Clitics {
  let at = verb;
  let reflexive = false;
  let resumed = false;
  // nous and vous at the head of a clause are its subject, where the verb agrees
  const agrees = words.has(verb, FIRST_OR_SECOND) || !words.has(verb, THIRD);
  for (; at - 1 >= floor && words.is(at - 1, CLASS.clitic); at--) {
    const heads = words.is(at - 1, CLASS.subject) && (at - 1 === floor || headsClause(words, at - 2));
    if (agrees && heads) break;
    if (isReflexive(words, at - 1, verb + 2)) reflexive = true;
    if (words.lists.resuming.has(words.at(at - 1))) resumed = true;
  }
  return { at, reflexive, resumed };
}

/** "il se dit", "je me dis", "me dis-je"; "il m'a écrit" is not. */
function isReflexive(words: ParagraphWords, clitic: number, inverted: number): boolean {
  const { reflexive, ownReflexive, ownSubject } = words.lists;
  const form = words.at(clitic);
  if (reflexive.has(form)) return true;
  return ownReflexive.has(form) && (ownSubject.has(words.at(clitic - 1)) || ownSubject.has(words.at(inverted)));
}

const CLAUSE_OPENERS = CLASS.conjunction | CLASS.that | CLASS.subordinator | CLASS.relative;

const headsClause = (words: ParagraphWords, before: number): boolean => !words.isWord(before) || words.is(before, CLAUSE_OPENERS);

const MAX_ADVERBS = 5;

/** The last token at or before one that is not an adverb; a few adverbs at most are stepped over. */
export function skipAdverbsBack(words: ParagraphWords, from: number, floor: number): number {
  let k = from;
  while (k >= floor && k > from - MAX_ADVERBS && words.isAdverb(k)) k--;
  return k;
}
