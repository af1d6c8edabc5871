import { CLASS, CUE, FINITE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { isLeftOut } from '../rules/run';
import type { Strategy } from '../rules/strategies';
import { isFiniteVerb } from './finiteVerbs';
import { isPossessive } from './homographs';
import type { ParagraphWords } from './paragraphWords';

/** What a noun phrase may take in: on the verb's right hand, "à l'AFP" belongs to the verb, on its left to the noun. */
export type Side = 'left' | 'right';

/** A noun phrase as far as it has been read. */
export interface PhraseState {
  readonly words: ParagraphWords;
  /** Its first token. */
  readonly start: number;
  /** Where it must end at the latest; exclusive. */
  readonly stop: number;
  readonly side: Side;
  /** How many nouns, adjectives and names it has. */
  nouns: number;
  /** Whether one of them is a noun for people. */
  human: boolean;
  /** Whether the last of them is a participle. */
  lastIsParticiple: boolean;
}

/** Whether a noun phrase ends before a word of some classes. */
interface PhraseEnd extends Strategy<PhraseState, boolean> {
  /** Bits of {@link CLASS}: the words that it is asked about; 0 for all. */
  readonly classes: number;
}

/** A hyphen as a token. */
export const HYPHEN = /^[-‑‐]$/;

/** Whether a noun phrase ends before a word, which is not a part of it then. */
export function endsPhrase(phrase: PhraseState, i: number): boolean {
  const bits = phrase.words.info[i]?.classes ?? 0;
  for (const { id, classes, find } of PHRASE_ENDS) {
    if (classes !== 0 && (bits & classes) === 0) continue;
    const ends = find(phrase, i);
    if (ends !== undefined && !isLeftOut(id)) return ends;
  }
  return false;
}

/** sous-préfet, vice-président, contre-amiral, porte-parole: the first part of a compound, whatever it is alone. */
const compoundPart: PhraseEnd = {
  id: 'phrase-end/compound-part',
  classes: 0,
  find({ words }, i) {
    const tied = HYPHEN.test(words.at(i + 1)) && !words.spaced(i + 1) && !words.spaced(i + 2);
    return tied && !words.is(i + 2, CLASS.subject) ? false : undefined;
  },
};

/** "le maire de Lens", but "le maire de qui": what follows decides. "d'autres sources", "des élus": at its head an article. */
const ofPreposition: PhraseEnd = {
  id: 'phrase-end/of',
  classes: CLASS.of,
  find(phrase, i) {
    if (i > phrase.start) return !goesOn(phrase, i + 1);
    return !phrase.words.is(i, CLASS.determiner) && !phrase.words.is(i + 1, CLASS.many);
  },
};

/** "le maire | que", "le maire | qui", "le maire | quand": the next clause. */
const clauseOpener: PhraseEnd = {
  id: 'phrase-end/clause-opener',
  classes: CLASS.that | CLASS.relative | CLASS.subordinator,
  find: () => true,
};

/** "Angèle | entr'ouvrit": a small unknown word that the tokenizer leaves with its apostrophe. */
const elidedVerb: PhraseEnd = {
  id: 'phrase-end/elided-verb',
  classes: 0,
  find({ words, start }, i) {
    const unknown = i > start && words.info[i]?.classes === 0 && !words.isCapital(i);
    return unknown && words.at(i).endsWith("'") ? true : undefined;
  },
};

/** "Anna Dohle | hält": after a noun with its capital only words that govern another noun are small. */
const smallAfterCapitalNoun: PhraseEnd = {
  id: 'phrase-end/small-after-capital-noun',
  classes: 0,
  find({ words, start }, i) {
    if (!words.pack.capitalNouns || i === start || !words.isCapital(i - 1) || words.isCapital(i)) return undefined;
    return !words.is(i, CLASS.determiner | CLASS.conjunction | CLASS.preposition | CLASS.particle);
  },
};

/** "le maire et le préfet" is one phrase, "le maire | et répond", "le maire | ou sa fille" are not. */
const conjunction: PhraseEnd = {
  id: 'phrase-end/conjunction',
  classes: CLASS.conjunction,
  find(phrase, i) {
    const { words } = phrase;
    if (i === phrase.start || phrase.nouns === 0) return true;
    if (!words.lists.and.has(words.at(i)) && words.at(i) !== '&') return true;
    const second = words.is(i + 1, CLASS.determiner) || words.isCapital(i + 1) || words.isHuman(i + 1);
    return !second || startsClause(phrase, i + 1);
  },
};

/** "le maire | la ville": an article after a noun begins another phrase, unless something ties them. */
const determiner: PhraseEnd = {
  id: 'phrase-end/determiner',
  classes: CLASS.determiner,
  find({ words, start, nouns }, i) {
    const tied = words.is(i - 1, CLASS.of | CLASS.preposition | CLASS.conjunction | CLASS.determiner);
    return nouns > 0 && i > start && !tied && !words.isCapital(i);
  },
};

/** "une femme blessée à la jambe", "le ministre délégué à la Ville", "Anne van Laer", but "le pont | à Lens". */
const preposition: PhraseEnd = {
  id: 'phrase-end/preposition',
  classes: CLASS.preposition,
  find(phrase, i) {
    const { words } = phrase;
    if (i === phrase.start || phrase.nouns === 0) return true;
    if (phrase.lastIsParticiple) return false;
    if (words.is(i, CLASS.particle) && words.isCapital(i + 1) && words.isCapital(i - 1)) return false;
    if (words.isCapital(i - 1) && !words.is(i - 1, CLASS.institution)) return true;
    if (!phrase.human || !goesOn(phrase, i + 1)) return true;
    return phrase.side === 'right' && (words.is(i, CLASS.particle) || !belongsToOffice(words, i));
  },
};

/** "le maire | lundi": a time belongs to the verb, but "la séance de lundi", "ce lundi". */
const time: PhraseEnd = {
  id: 'phrase-end/time',
  classes: CLASS.time,
  find: ({ words }, i) => !words.is(i - 1, CLASS.of | CLASS.determiner) || undefined,
};

/** "le maire | il": a small pronoun is another subject. */
const subjectPronoun: PhraseEnd = {
  id: 'phrase-end/subject-pronoun',
  classes: CLASS.subject,
  find: ({ words }, i) => !words.isCapital(i) || undefined,
};

/** "le maire | ne dit rien" */
const negation: PhraseEnd = { id: 'phrase-end/negation', classes: CLASS.negation, find: () => true };

/** "the mayor | must": a modal that has one form. */
const modal: PhraseEnd = {
  id: 'phrase-end/modal',
  classes: CLASS.modal,
  find: ({ words }, i) => (words.info[i]?.verb === undefined && !words.isCapital(i)) || undefined,
};

/** "le maire | a dit", "le maire | est": but "un être" and names in capitals. */
const auxiliary: PhraseEnd = {
  id: 'phrase-end/auxiliary',
  classes: CLASS.auxiliary | CLASS.being,
  find: ({ words, start }, i) => !(words.isCapital(i) && i > start) && !words.is(i - 1, CLASS.determiner),
};

/** Nothing else with a capital ends a phrase. */
const capital: PhraseEnd = {
  id: 'phrase-end/capital',
  classes: 0,
  find: ({ words }, i) => (words.isCapital(i) ? false : undefined),
};

/** "le maire | se tait" */
const clitic: PhraseEnd = {
  id: 'phrase-end/clitic',
  classes: CLASS.clitic,
  find: ({ start }, i) => i > start || undefined,
};

/** "le porte-parole", "the speaker": a noun for people is one, whatever verb has its form. */
const personNoun: PhraseEnd = {
  id: 'phrase-end/person-noun',
  classes: CLASS.human | CLASS.institution | CLASS.source,
  find: () => false,
};

/** "le maire | répond", but "la marche", "les élus partis": a verb's form after an article or a participle is not one. */
const finiteVerb: PhraseEnd = {
  id: 'phrase-end/finite-verb',
  classes: 0,
  find({ words, start }, i) {
    if (i === start || !words.has(i, FINITE)) return undefined;
    if (words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) return false;
    // "Reed's tweet"
    if (words.features.nounVerbHomographs && words.has(i, INFINITIVE) && isPossessive(words, i - 1)) return false;
    if (isBeforeNoun(words, i)) return false;
    // "in a blog post": one thing has no verb in this form
    const base = words.has(i, INFINITIVE);
    if (words.features.nounVerbHomographs && base && words.lists.singular.has(words.at(start))) return false;
    // "parti", "mort": a participle after its noun stays with it; "Reed | urged the town to leave"
    return base || !words.has(i, PARTICIPLE) || isSurePast(words, i);
  },
};

/** "Arden state media", but "Reed and Hale state that …". */
const isBeforeNoun = (words: ParagraphWords, i: number): boolean =>
  words.lists.nounsBeforeNouns.has(words.at(i)) &&
  words.isWord(i + 1) &&
  !words.is(i + 1, CLASS.determiner | CLASS.that | CLASS.subject | CLASS.preposition) &&
  !words.isCapital(i + 1) &&
  !words.isAdverb(i + 1);

/** "both sides | agreed, he said": a verb that takes a clause and hardly an object describes nothing. */
const isSaid = (words: ParagraphWords, i: number): boolean =>
  ((words.verb(i)?.senses ?? 0) & (CUE.dropsThat | CUE.takesObject)) === CUE.dropsThat &&
  words.at(i - 1) !== ',' &&
  !words.isWord(i + 1);

/** A past that looks like a participle, and can be none: "Reed | urged the town", but "a woman named Anne". */
const isSurePast = (words: ParagraphWords, i: number): boolean =>
  words.features.participlePasts && !words.is(i, CLASS.naming) && (isFiniteVerb(words, i) || isSaid(words, i));

/** "le maire | évoquant": but "le commerçant", "un représentant". */
const gerund: PhraseEnd = {
  id: 'phrase-end/gerund',
  classes: 0,
  find({ words, start }, i) {
    const isGerund = words.has(i, GERUND) && i > start && !words.isHuman(i);
    return (isGerund && !words.is(i - 1, CLASS.determiner) && !isNounInIng(words, i)) || undefined;
  },
};

/** "a cabinet meeting", but "the man | meeting the mayor" */
const isNounInIng = (words: ParagraphWords, i: number): boolean =>
  words.lists.nounsInIng.has(words.at(i)) && (words.is(i + 1, CLASS.that) || !words.is(i + 1, CLASS.determiner | CLASS.oblique));

/** "le maire | également", but "une très grande ville". */
const adverb: PhraseEnd = {
  id: 'phrase-end/adverb',
  classes: 0,
  find: ({ words, start, nouns }, i) => (words.isAdverb(i) && i > start && nouns > 0) || undefined,
};

/** Whether a noun phrase ends before a word: the first that decides is right; a word that none decides about goes on. */
export const PHRASE_ENDS: readonly PhraseEnd[] = [
  compoundPart,
  ofPreposition,
  clauseOpener,
  elidedVerb,
  smallAfterCapitalNoun,
  conjunction,
  determiner,
  preposition,
  time,
  subjectPronoun,
  negation,
  modal,
  auxiliary,
  capital,
  clitic,
  personNoun,
  finiteVerb,
  gerund,
  adverb,
];

/** "ministre délégué à", "chercheuse au", "professor at": offices that take another preposition than de. */
function belongsToOffice(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  if (words.lists.officeLinks.has(form)) return true;
  // "a dit la ministre à l'AFP": only after the name of an office does the preposition stay with the noun
  return words.lists.officePrepositions.has(form) && words.is(i - 1, CLASS.office);
}

/** Whether what follows a preposition belongs to a noun phrase. */
function goesOn({ words, stop }: PhraseState, i: number): boolean {
  if (i >= stop) return false;
  if (words.tokens[i]?.kind === 'number' || words.opens(i) !== undefined) return true;
  if (!words.isWord(i) || words.is(i, CLASS.that | CLASS.subject)) return false;
  return !words.is(i, CLASS.relative) || words.is(i, CLASS.determiner);
}

// A second noun has its verb so many words after the conjunction at most.
const VERB_REACH = 12;

/** After "et": a new clause, not a second noun ("… et le maire répond"). Before a verb both nouns are its subjects. */
function startsClause({ words, stop, side }: PhraseState, i: number): boolean {
  if (side === 'left') return false;
  const end = Math.min(stop, i + VERB_REACH);
  for (let k = i + 1; k < end; k++) {
    if (/^[,.;:]$/.test(words.at(k)) || words.is(k, CLASS.that)) return false;
    if (isClauseVerb(words, k)) return true;
  }
  return false;
}

const isClauseVerb = (words: ParagraphWords, k: number): boolean =>
  (words.is(k, CLASS.auxiliary | CLASS.being) || (words.has(k, FINITE) && !words.has(k, PARTICIPLE))) &&
  !words.is(k - 1, CLASS.determiner) &&
  !words.isCapital(k);
