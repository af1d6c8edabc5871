import { CLASS, CUE, FINITE, INFINITIVE, PARTICIPLE, THIRD, type VerbReading } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import type { ParagraphWords } from './paragraphWords';

/** A form that a verb and a noun share: note, annonce, report. */
interface Homograph {
  readonly words: ParagraphWords;
  /** Its reading as a verb. */
  readonly reading: VerbReading;
  /** The first of the clitics before it, were it a verb; itself where none stands there. */
  readonly left: number;
}

type NounSign = Strategy<Homograph, boolean>;

/** Whether a form that could be a finite verb is a noun by the words around it. */
export const isNoun = (words: ParagraphWords, i: number, reading: VerbReading, left: number): boolean =>
  firstAnswer(NOUN_SIGNS, { words, reading, left }, i) ?? false;

/** "la note", "une annonce", but "certains affirment": a pronoun where the verb is a plural that no noun is. */
const afterArticle: NounSign = {
  id: 'noun/after-article',
  find({ words, reading }, i) {
    const pronoun =
      words.is(i - 1, CLASS.indefinite) && (words.lists.pluralVerb.test(words.at(i)) || isBareReport(words, i, reading));
    return (words.is(i - 1, CLASS.determiner) && !words.is(i - 1, CLASS.clitic) && !pronoun) || undefined;
  },
};

const REPORTED = CLASS.that | CLASS.determiner | CLASS.subject | CLASS.oblique;

/** English: "both said the port", "some complained that", "another wrote:", but "some reported cases". */
const isBareReport = (words: ParagraphWords, i: number, { senses }: VerbReading): boolean =>
  words.features.nounVerbHomographs &&
  (senses & CUE.isNounToo) === 0 &&
  (senses & CUE.dropsThat) !== 0 &&
  (words.is(i + 1, REPORTED) || words.isCapital(i + 1) || words.opens(i + 1) !== undefined || isPauseBeforeMarks(words, i + 1));

/** "another said, “…”", "another wrote:" */
const isPauseBeforeMarks = (words: ParagraphWords, i: number): boolean =>
  words.at(i) === ':' || (words.at(i) === ',' && words.opens(i + 1) !== undefined);

/** "de note", "sur annonce", but "en annonce" may be "il en annonce". */
const afterPreposition: NounSign = {
  id: 'noun/after-preposition',
  find({ words }, i) {
    if (words.is(i - 1, CLASS.of)) return true;
    return (words.is(i - 1, CLASS.preposition) && !words.lists.gerundMarker.has(words.at(i - 1))) || undefined;
  },
};

/** "déclare", "affirme": no noun has the verb's form. */
const verbAlone: NounSign = {
  id: 'noun/verb-alone',
  find: ({ reading }) => ((reading.senses & CUE.isNounToo) === 0 ? false : undefined),
};

/** English: nouns and verbs share most forms. */
const bareForm: NounSign = {
  id: 'noun/bare-form',
  find(form, i) {
    if (!form.words.features.nounVerbHomographs || form.left !== i) return undefined;
    return firstAnswer(BARE_NOUN_SIGNS, form, i) ?? false;
  },
};

/** "une autre note" */
const afterOther: NounSign = {
  id: 'noun/after-other',
  find: ({ words }, i) => (words.lists.other.has(words.at(i - 1)) && words.is(i - 2, CLASS.determiner)) || undefined,
};

/** "la note" where no subject, relative or negation makes the article a pronoun: "il la note", "qui la note". */
const afterCliticArticle: NounSign = {
  id: 'noun/after-clitic-article',
  find({ words, left }, i) {
    if (left >= i || !words.lists.cliticArticles.has(words.at(i - 1))) return undefined;
    const before = left - 1;
    if (words.is(before, CLASS.subject | CLASS.relative) || words.pack.inciseOpeners.has(words.at(before))) return undefined;
    return !words.lists.fullNegation.has(words.at(left)) || undefined;
  },
};

/** What shows that a form is a noun, or that it is not one; a form that nothing decides about is a verb. */
export const NOUN_SIGNS = [afterArticle, afterPreposition, verbAlone, bareForm, afterOther, afterCliticArticle];

const isBase = ({ reading }: Homograph): boolean => (reading.forms & INFINITIVE) !== 0;

/** reported, claiming: neither the bare verb nor its form in -s, which nouns share. */
const otherVerbForm: NounSign = {
  id: 'bare-noun/other-verb-form',
  find(form, i) {
    const { words, reading } = form;
    const inS = words.lists.thirdPersonEnding.test(words.at(i)) && (reading.forms & THIRD) !== 0;
    return isBase(form) || inS ? undefined : false;
  },
};

/** "Reports say" */
const capitalPlural: NounSign = {
  id: 'bare-noun/capital-plural',
  find: (form, i) => (!isBase(form) && form.words.isCapital(i)) || undefined,
};

/** "392.50 points", "5 % claims", "the company's claims" */
const counted: NounSign = {
  id: 'bare-noun/counted-or-owned',
  find: ({ words }, i) =>
    words.tokens[i - 1]?.kind === 'number' || words.at(i - 1) === '%' || isPossessive(words, i - 1) || undefined,
};

/** "they claim", "may claim" */
const afterPronoun: NounSign = {
  id: 'bare-noun/after-pronoun',
  find: ({ words }, i) => (words.is(i - 1, CLASS.subject | CLASS.modal) ? false : undefined),
};

/** "reports of fires", "claims by residents" */
const beforeComplement: NounSign = {
  id: 'bare-noun/before-complement',
  find: ({ words }, i) => words.is(i + 1, CLASS.of) || words.lists.agent.has(words.at(i + 1)) || undefined,
};

/** "rejected claims", "made calls": the object of the verb before it. */
const afterPast: NounSign = {
  id: 'bare-noun/after-past',
  find({ words, reading }, i) {
    if ((reading.senses & CUE.isNounToo) === 0 || words.is(i - 1, CLASS.being | CLASS.auxiliary | CLASS.modal)) return undefined;
    return (words.has(i - 1, PARTICIPLE) && words.has(i - 1, FINITE) && !words.isCapital(i - 1)) || undefined;
  },
};

/** "a quick note to you": a verb in this form needs several people, or a body, before it. */
const afterSingular: NounSign = {
  id: 'bare-noun/after-singular',
  find(form, i) {
    const { words } = form;
    if (!isBase(form) || !words.isWord(i - 1) || canBePluralSubject(words, i - 1)) return undefined;
    return !words.pack.pluralEndings.some((ending) => words.at(i - 1).endsWith(ending)) || undefined;
  },
};

const canBePluralSubject = (words: ParagraphWords, i: number): boolean =>
  words.isCapital(i) || words.is(i, CLASS.indefinite | CLASS.relative | CLASS.conjunction) || words.isAdverb(i);

/** "early estimates were", "reports say": before a verb stands its subject. */
const beforeVerb: NounSign = {
  id: 'bare-noun/before-verb',
  find({ words }, i) {
    let next = i + 1;
    while (words.isAdverb(next)) next++;
    const auxiliary = words.is(next, CLASS.being | CLASS.auxiliary | CLASS.modal);
    if (auxiliary && !words.lists.infinitiveMarker.has(words.at(next))) return true;
    const reports = (words.verb(next)?.senses ?? 0) !== 0 && words.has(next, FINITE);
    return (reports && !words.isCapital(next)) || undefined;
  },
};

/** "official estimates" */
const afterAdjective: NounSign = {
  id: 'bare-noun/after-adjective',
  find({ words }, i) {
    const adjective = words.pack.adjectiveEndings?.some((ending) => words.at(i - 1).endsWith(ending)) === true;
    return (adjective && !words.isHuman(i - 1)) || undefined;
  },
};

/** What shows that a verb's bare form, or its form in -s, is a noun. */
export const BARE_NOUN_SIGNS = [
  otherVerbForm,
  capitalPlural,
  counted,
  afterPronoun,
  beforeComplement,
  afterPast,
  afterSingular,
  beforeVerb,
  afterAdjective,
];

/** "the company's", "the company 's", "the workers'". */
export const isPossessive = (words: ParagraphWords, i: number): boolean =>
  /^['’]$/.test(words.at(i)) ||
  (words.lists.possessive.has(words.at(i)) && /^['’]$/.test(words.at(i - 1))) ||
  words.lists.possessiveEnding.test(words.at(i));

/** After a possessive, an article or a preposition that needs a noun a form in -ing is one. */
export const isGerundNoun = (words: ParagraphWords, i: number): boolean =>
  isPossessive(words, i - 1) || words.is(i - 1, CLASS.determiner | CLASS.of) || words.lists.nounPrepositions.has(words.at(i - 1));
