import { CLASS, CUE, FINITE, GERUND, INFINITIVE, PARTICIPLE, THIRD, type VerbReading } from '../lexicon/wordClasses';
import { isGerundNoun, isNoun } from './homographs';
import type { ParagraphWords } from './paragraphWords';

/** A verb group that can be a cue: "a-t-il déclaré", "tient à souligner", "fait savoir". Token indices, `end` exclusive. */
export interface VerbGroup {
  readonly start: number;
  readonly end: number;
  /** The token that carries the lemma. */
  readonly head: number;
  readonly lemma: string;
  readonly senses: number;
  readonly mood: 'finite' | 'infinitive' | 'gerund' | 'passive';
  /** Where its clause begins to be only verb: the first of clitics, negation and auxiliaries. */
  readonly left: number;
  /** The subject pronoun behind the verb ("dit-il"), if there is one. */
  readonly inverted: number;
  readonly reflexive: boolean;
  /** The object clitic le / l' stands before it: "comme l'a dit X", "je le répète". */
  readonly resumed: boolean;
}

const HYPHENS = new Set(['-', '‑', '‐']);

/** All groups of a paragraph, in order. */
export function findVerbGroups(words: ParagraphWords): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (const i of words.cues) {
    const group = cueGroupAt(words, i, 0);
    if (group !== undefined) groups.push(group);
  }
  return groups;
}

function cueGroupAt(words: ParagraphWords, i: number, floor: number): VerbGroup | undefined {
  const causative = causativeCue(words, i);
  const expression = causative === undefined ? expressionAt(words, i) : undefined;
  const reading = causative ?? expression?.reading ?? words.verb(i);
  if (reading === undefined || (reading.senses === 0 && causative === undefined)) return undefined;
  if (words.tokens[i]?.kind !== 'word') return undefined;
  // "maintenant que", "c'est-à-dire que"
  if (words.is(i, CLASS.adverb) || (HYPHENS.has(words.at(i - 1)) && !words.spaced(i))) return undefined;
  if (words.isCapital(i) && i > floor && words.isCapital(i - 1) && words.spaced(i)) return undefined;
  // veut dire, voulait dire: to mean
  if (means(words, skipAdverbs(words, i - 1, floor), reading, floor)) return undefined;
  const chain = causative === undefined ? verbChain(words, i, floor) : causativeChain(words, i, floor);
  if (chain === undefined) return undefined;
  if (chain.mood === 'finite' && chain.start === i && isNoun(words, i, reading, chain.left)) return undefined;
  // "people's writing strengths", "through writing poems"
  if (words.features.gerundNouns && chain.mood === 'gerund' && isGerundNoun(words, i)) return undefined;
  const inverted = invertedPronoun(words, i + 1);
  return {
    start: chain.start,
    end: i + 1 + (expression?.length ?? 0),
    head: i,
    lemma: reading.lemma,
    senses: reading.senses,
    mood: chain.mood,
    left: chain.left,
    inverted: inverted >= 0 ? inverted : chain.inverted,
    reflexive: chain.reflexive,
    resumed: chain.resumed,
  };
}

/** "cela veut dire", "qui voulait dire": to mean; but who says "je voudrais dire que", "ce que nous voulons dire" speaks. */
function means(words: ParagraphWords, modal: number, reading: VerbReading, floor: number): boolean {
  if (!words.pack.meaning.has(`${words.verb(modal)?.lemma} ${reading.lemma}`)) return false;
  let subject = modal - 1;
  while (subject >= floor && (words.isAdverb(subject) || words.is(subject, CLASS.negation))) subject--;
  const first = words.is(subject, CLASS.subject) && words.pack.firstPerson.has(words.at(subject));
  return !first;
}

/** "fait savoir", "laisse entendre": a common verb that a causative before it makes a cue. */
function causativeCue(words: ParagraphWords, i: number): VerbReading | undefined {
  if (!words.pack.causativeCues.has(words.at(i))) return undefined;
  let k = i - 1;
  while (k > i - 3 && words.isAdverb(k)) k--;
  if (!words.is(k, CLASS.causative)) return undefined;
  return {
    lemma: `${words.verb(k)?.lemma ?? words.at(k)} ${words.at(i)}`,
    senses: CUE.reportsClause | CUE.introducesSpeech | CUE.saysRelative,
    forms: INFINITIVE,
  };
}

/** "fait état", "s'en prend": a common verb that the words around it make a cue of judging or naming. */
function expressionAt(words: ParagraphWords, i: number): { reading: VerbReading; length: number } | undefined {
  const verb = words.verb(i);
  if (verb === undefined || verb.senses !== 0) return undefined;
  for (const [clitic, behind] of words.pack.expressions.get(verb.lemma) ?? []) {
    if (clitic !== '' && !cliticBefore(words, i, clitic)) continue;
    if (behind.every((word, k) => words.at(i + 1 + k) === word))
      return { reading: { ...verb, senses: CUE.judges }, length: behind.length };
  }
  return undefined;
}

/** Whether a clitic and a reflexive stand before a verb or its auxiliary: s'en prend, s'en est pris. */
function cliticBefore(words: ParagraphWords, i: number, clitic: string): boolean {
  const { reflexive, ownReflexive } = words.lists;
  const verb = words.is(i - 1, CLASS.being) ? i - 1 : i;
  return words.at(verb - 1) === clitic && (reflexive.has(words.at(verb - 2)) || ownReflexive.has(words.at(verb - 2)));
}

interface Chain {
  readonly start: number;
  readonly left: number;
  readonly mood: VerbGroup['mood'];
  readonly inverted: number;
  readonly reflexive: boolean;
  readonly resumed: boolean;
}

function causativeChain(words: ParagraphWords, i: number, floor: number): Chain | undefined {
  let k = i - 1;
  while (words.isAdverb(k)) k--;
  return verbChain(words, k, floor);
}

/** Walks left over adverbs, negation, clitics, auxiliaries and modals, and tells the mood of the whole. */
function verbChain(words: ParagraphWords, i: number, floor: number): Chain | undefined {
  const forms = (words.verb(i)?.forms ?? 0) | (words.info[i]?.other?.forms ?? 0);
  let k = skipAdverbs(words, i - 1, floor);
  let inverted = -1;
  if (forms & PARTICIPLE) {
    // a-t-il déclaré
    const pronoun = words.is(k, CLASS.subject) && HYPHENS.has(words.at(k - 1)) ? k : -1;
    if (pronoun >= 0) {
      k -= 2;
      if (words.lists.euphonic.has(words.at(k)) && HYPHENS.has(words.at(k - 1))) k -= 2;
    }
    if (words.at(k) === ',') k = overInsertion(words, k, floor);
    if (k >= floor && (words.is(k, CLASS.auxiliary) || words.is(k, CLASS.being))) {
      inverted = pronoun;
      const before = clitics(words, k - 1, floor);
      const participleAux = words.has(k, PARTICIPLE) && words.is(k, CLASS.being);
      if (participleAux && words.is(skipAdverbs(words, k - 1, floor), CLASS.auxiliary)) return passive(k);
      const reflexive = before.reflexive;
      const mood = words.has(k, FINITE) ? 'finite' : words.has(k, GERUND) ? 'gerund' : 'infinitive';
      if (words.is(k, CLASS.being) && !words.is(k, CLASS.auxiliary) && !reflexive) return passive(k);
      if (mood === 'infinitive') return modalChain(words, floor, before);
      return { start: k, left: before.at, mood, inverted, reflexive, resumed: before.resumed };
    }
    if (!(forms & (FINITE | INFINITIVE | GERUND))) {
      const shared = sharesAuxiliary(words, k, floor);
      if (shared) return { start: i, left: k + 1, mood: 'finite', inverted: -1, reflexive: false, resumed: false };
      return { start: i, left: i, mood: 'passive', inverted: -1, reflexive: false, resumed: false };
    }
  }
  const before = clitics(words, i - 1, floor);
  if (forms & FINITE && !(forms & INFINITIVE && words.features.nounVerbHomographs && words.is(before.at - 1, CLASS.modal))) {
    if (
      forms & INFINITIVE &&
      words.features.nounVerbHomographs &&
      (words.lists.infinitiveMarker.has(words.at(i - 1)) || words.is(i - 1, CLASS.modal))
    )
      return infinitiveChain(words, i, floor, before);
    return { start: i, left: before.at, mood: 'finite', inverted: -1, reflexive: before.reflexive, resumed: before.resumed };
  }
  if (forms & GERUND) {
    const progressive = words.features.progressive && words.is(before.at - 1, CLASS.being);
    if (progressive)
      return { start: before.at - 1, left: before.at - 1, mood: 'finite', inverted: -1, reflexive: false, resumed: false };
    return { start: i, left: before.at, mood: 'gerund', inverted: -1, reflexive: before.reflexive, resumed: before.resumed };
  }
  if (forms & INFINITIVE) return infinitiveChain(words, i, floor, before);
  return undefined;
}

const COORDINATION = 30;

/** "a exprimé sa peine et salué …": whether a conjunction stands there, and before it an auxiliary with its own participle. */
function sharesAuxiliary(words: ParagraphWords, conjunction: number, floor: number): boolean {
  if (!words.is(conjunction, CLASS.conjunction) || !words.pack.inversion) return false;
  const level = words.marks.inside[conjunction];
  for (let k = conjunction - 1; k >= floor && k > conjunction - COORDINATION; k--) {
    if (words.marks.inside[k] !== level || !words.has(k, FINITE)) continue;
    if (words.is(k, CLASS.auxiliary) && !words.is(k, CLASS.being)) {
      let participle = k + 1;
      while (words.isAdverb(participle)) participle++;
      return words.isWord(participle) && !words.is(participle, CLASS.determiner) && !words.is(participle, CLASS.preposition);
    }
    if (words.has(k, PARTICIPLE) || words.is(k - 1, CLASS.determiner) || words.isCapital(k) || words.is(k - 1, CLASS.of))
      continue;
    return false;
  }
  return false;
}

/** avait, pour sa part, reconnu: from the second comma to the word before the first; the same index where no auxiliary stands there. */
function overInsertion(words: ParagraphWords, comma: number, floor: number): number {
  for (let k = comma - 2; k >= floor && k > comma - 10; k--) {
    if (words.at(k) === ',') return words.is(k - 1, CLASS.auxiliary) ? k - 1 : comma;
    if (!words.isWord(k)) return comma;
  }
  return comma;
}

const passive = (start: number): Chain => ({
  start,
  left: start,
  mood: 'passive',
  inverted: -1,
  reflexive: false,
  resumed: false,
});

function infinitiveChain(words: ParagraphWords, i: number, floor: number, before: Clitics): Chain {
  return (
    modalChain(words, floor, before) ?? {
      start: i,
      left: before.at,
      mood: 'infinitive',
      inverted: -1,
      reflexive: before.reflexive,
      resumed: before.resumed,
    }
  );
}

/** doit reconnaître, tient à souligner, vient d'annoncer: the modal carries the subject. */
function modalChain(words: ParagraphWords, floor: number, before: Clitics): Chain | undefined {
  let k = before.at - 1;
  if (k >= floor && (words.is(k, CLASS.of) || words.lists.modalLink.has(words.at(k)))) k--;
  k = skipAdverbs(words, k, floor);
  let inverted = -1;
  if (words.is(k, CLASS.subject) && HYPHENS.has(words.at(k - 1))) {
    inverted = k;
    k -= 2;
    if (words.lists.euphonic.has(words.at(k)) && HYPHENS.has(words.at(k - 1))) k -= 2;
  }
  if (k < floor || !words.is(k, CLASS.modal)) return undefined;
  const chain = words.has(k, FINITE) || words.has(k, PARTICIPLE) ? verbChain(words, k, floor) : undefined;
  if (chain === undefined || chain.mood === 'passive') {
    if (words.features.invariableModals && words.is(k, CLASS.modal))
      return { start: k, left: k, mood: 'finite', inverted, reflexive: false, resumed: before.resumed };
    return undefined;
  }
  // "se doit de souligner", "s'empresse d'ajouter": the clitic is the modal's
  const { reflexive } = before;
  return { ...chain, reflexive, inverted: inverted >= 0 ? inverted : chain.inverted, resumed: before.resumed || chain.resumed };
}

/** The forms that go with nous and vous. */
const FIRST_OR_SECOND = (1 << 7) | (1 << 8);

interface Clitics {
  readonly at: number;
  readonly reflexive: boolean;
  readonly resumed: boolean;
}

/** The first of the clitics and negations that stand right before a verb. */
function clitics(words: ParagraphWords, from: number, floor: number): Clitics {
  let at = from + 1;
  let reflexive = false;
  let resumed = false;
  while (at - 1 >= floor && words.is(at - 1, CLASS.clitic)) {
    const form = words.at(at - 1);
    // nous and vous at the head of a clause are its subject, where the verb agrees
    const agrees = words.has(from + 1, FIRST_OR_SECOND) || !words.has(from + 1, THIRD);
    if (words.is(at - 1, CLASS.subject) && agrees && (at - 1 === floor || headsClause(words, at - 2))) break;
    // "il m'a écrit" is no "je me dis"
    if (isReflexive(words, form, words.at(at - 2), words.at(from + 3))) reflexive = true;
    if (words.lists.resuming.has(form)) resumed = true;
    at--;
  }
  return { at, reflexive, resumed };
}

function isReflexive(words: ParagraphWords, clitic: string, before: string, behind: string): boolean {
  const { reflexive, ownReflexive, ownSubject } = words.lists;
  return reflexive.has(clitic) || (ownReflexive.has(clitic) && (ownSubject.has(before) || ownSubject.has(behind)));
}

const headsClause = (words: ParagraphWords, before: number): boolean =>
  !words.isWord(before) ||
  words.is(before, CLASS.conjunction) ||
  words.is(before, CLASS.that) ||
  words.is(before, CLASS.subordinator) ||
  words.is(before, CLASS.relative);

function skipAdverbs(words: ParagraphWords, from: number, floor: number): number {
  let k = from;
  let taken = 0;
  while (k >= floor && taken < 5 && words.isAdverb(k)) {
    k--;
    taken++;
  }
  return k;
}

/** -il, -t-elle, -je behind the verb. */
function invertedPronoun(words: ParagraphWords, at: number): number {
  if (!HYPHENS.has(words.at(at)) || words.spaced(at)) return -1;
  let k = at + 1;
  if (words.lists.euphonic.has(words.at(k)) && HYPHENS.has(words.at(k + 1))) k += 2;
  else if (words.lists.euphonicElided.has(words.at(k))) k++;
  return words.is(k, CLASS.subject) ? k : -1;
}

/** The tokens behind a group and the pronoun that is inverted behind it. */
export const afterGroup = (group: VerbGroup): number => Math.max(group.end, group.inverted + 1);
