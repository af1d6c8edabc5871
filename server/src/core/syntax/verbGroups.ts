import { CLASS, CUE, INFINITIVE, type VerbReading } from '../lexicon/wordClasses';
import type { Exception } from '../rules/rule';
import { isAccepted } from '../rules/run';
import { isGerundNoun, isNoun } from './homographs';
import type { ParagraphWords } from './paragraphWords';
import { type Chain, HYPHENS, skipAdverbsBack, verbChain } from './verbChains';

/** A verb group that can be a cue: "a-t-il déclaré", "tient à souligner", "fait savoir". Token indices, `end` exclusive. */
export interface VerbGroup extends Chain {
  readonly end: number;
  /** The token that carries the lemma. */
  readonly head: number;
  readonly lemma: string;
  readonly senses: number;
}

/** All groups of a paragraph, in order. */
export function findVerbGroups(words: ParagraphWords): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (const i of words.cues) {
    const group = cueGroupAt(words, i);
    if (group !== undefined) groups.push(group);
  }
  return groups;
}

/** A verb that can be a cue by its sense, perhaps together with the words around it. */
interface Cue {
  readonly words: ParagraphWords;
  readonly i: number;
  readonly reading: VerbReading;
  /** The token that the group's other verbs stand before: the causative's, or its own. */
  readonly carrier: number;
  /** How many tokens after it belong to it: fait *état*. */
  readonly more: number;
}

function cueGroupAt(words: ParagraphWords, i: number): VerbGroup | undefined {
  const cue = words.isWord(i) ? (causativeAt(words, i) ?? expressionAt(words, i) ?? plainCueAt(words, i)) : undefined;
  if (cue === undefined || !isAccepted(NOT_A_CUE, cue)) return undefined;
  const chain = verbChain(words, cue.carrier, 0);
  if (chain === undefined || !isAccepted(NOT_A_VERB, { words, i, reading: cue.reading, chain })) return undefined;
  const inverted = invertedPronoun(words, i + 1);
  return {
    start: chain.start,
    end: i + 1 + cue.more,
    head: i,
    lemma: cue.reading.lemma,
    senses: cue.reading.senses,
    mood: chain.mood,
    left: chain.left,
    inverted: inverted >= 0 ? inverted : chain.inverted,
    reflexive: chain.reflexive,
    resumed: chain.resumed,
  };
}

function plainCueAt(words: ParagraphWords, i: number): Cue | undefined {
  const reading = words.verb(i);
  return reading === undefined || reading.senses === 0 ? undefined : { words, i, reading, carrier: i, more: 0 };
}

/** "fait savoir", "laisse entendre": a common verb that a causative before it makes a cue. */
function causativeAt(words: ParagraphWords, i: number): Cue | undefined {
  if (!words.pack.causativeCues.has(words.at(i))) return undefined;
  let k = i - 1;
  while (k > i - 3 && words.isAdverb(k)) k--;
  if (!words.is(k, CLASS.causative)) return undefined;
  const lemma = `${words.verb(k)?.lemma ?? words.at(k)} ${words.at(i)}`;
  const senses = CUE.reportsClause | CUE.introducesSpeech;
  while (words.isAdverb(k)) k--;
  return { words, i, reading: { lemma, senses, forms: INFINITIVE }, carrier: k, more: 0 };
}

/** "fait état", "s'en prend": a common verb that the words around it make a cue of judging or naming. */
function expressionAt(words: ParagraphWords, i: number): Cue | undefined {
  const verb = words.verb(i);
  if (verb === undefined || verb.senses !== 0) return undefined;
  for (const [clitic, after] of words.pack.expressions.get(verb.lemma) ?? []) {
    if (clitic !== '' && !hasClitic(words, i, clitic)) continue;
    if (after.every((word, k) => words.at(i + 1 + k) === word))
      return { words, i, reading: { ...verb, senses: CUE.judges }, carrier: i, more: after.length };
  }
  return undefined;
}

/** Whether a clitic and a reflexive stand before a verb or its auxiliary: s'en prend, s'en est pris. */
function hasClitic(words: ParagraphWords, i: number, clitic: string): boolean {
  const { reflexive, ownReflexive } = words.lists;
  const verb = words.is(i - 1, CLASS.being) ? i - 1 : i;
  return words.at(verb - 1) === clitic && (reflexive.has(words.at(verb - 2)) || ownReflexive.has(words.at(verb - 2)));
}

/** "maintenant que": an adverb with a verb's form. */
const adverbForm: Exception<Cue> = {
  id: 'cue/adverb-form',
  holds: ({ words, i }) => words.is(i, CLASS.adverb),
};

/** "c'est-à-dire que" */
const compoundEnd: Exception<Cue> = {
  id: 'cue/compound-end',
  holds: ({ words, i }) => HYPHENS.has(words.at(i - 1)) && !words.spaced(i),
};

/** "Jean Note": a name with a verb's form. */
const nameForm: Exception<Cue> = {
  id: 'cue/name',
  holds: ({ words, i }) => i > 0 && words.isCapital(i) && words.isCapital(i - 1) && words.spaced(i),
};

/** "cela veut dire", "qui voulait dire": to mean; but who says "je voudrais dire que", "ce que nous voulons dire" speaks. */
const meaning: Exception<Cue> = {
  id: 'cue/meaning',
  holds({ words, i, reading }) {
    const modal = skipAdverbsBack(words, i - 1, 0);
    const verb = words.verb(modal);
    if (verb === undefined || !words.pack.meaning.has(`${verb.lemma} ${reading.lemma}`)) return false;
    let subject = modal - 1;
    while (subject >= 0 && (words.isAdverb(subject) || words.is(subject, CLASS.negation))) subject--;
    return !(words.is(subject, CLASS.subject) && words.pack.firstPerson.has(words.at(subject)));
  },
};

/** Verbs that a form makes no cue of. */
export const NOT_A_CUE = [adverbForm, compoundEnd, nameForm, meaning];

interface ChainedCue extends Pick<Cue, 'words' | 'i' | 'reading'> {
  readonly chain: Chain;
}

/** "la note", "early estimates": {@link isNoun} */
const nounForm: Exception<ChainedCue> = {
  id: 'cue/noun',
  holds: ({ words, i, reading, chain }) => chain.mood === 'finite' && chain.start === i && isNoun(words, i, reading, chain.left),
};

/** "people's writing strengths", "through writing poems" */
const gerundNoun: Exception<ChainedCue> = {
  id: 'cue/gerund-noun',
  holds: ({ words, i, chain }) => words.features.gerundNouns && chain.mood === 'gerund' && isGerundNoun(words, i),
};

/** Forms of verbs that are nouns where they stand. */
export const NOT_A_VERB = [nounForm, gerundNoun];

/** -il, -t-elle, -je after the verb; -1 without one. */
export function invertedPronoun(words: ParagraphWords, at: number): number {
  if (!HYPHENS.has(words.at(at)) || words.spaced(at)) return -1;
  let k = at + 1;
  if (words.lists.euphonic.has(words.at(k)) && HYPHENS.has(words.at(k + 1))) k += 2;
  else if (words.lists.euphonicElided.has(words.at(k))) k++;
  return words.is(k, CLASS.subject) ? k : -1;
}

/** The first token after a group and the pronoun that is inverted after it. */
export const afterGroup = (group: VerbGroup): number => Math.max(group.end, group.inverted + 1);
