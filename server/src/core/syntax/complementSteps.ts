import { CLASS, CUE, FINITE, GERUND, INFINITIVE } from '../lexicon/wordClasses';
import type { Strategy } from '../rules/strategies';
import { isPluralArticle } from './insertions';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import type { VerbGroup } from './verbGroups';

/** The search for what a cue brings in, at one token after the cue. */
export interface ComplementSearch {
  readonly words: ParagraphWords;
  readonly group: VerbGroup;
  readonly limit: number;
  /** Where the search ends; exclusive. */
  readonly stop: number;
  /** Whether nothing but adverbs and times have been stepped over: an addressee may stand here. */
  first: boolean;
  /** Whether a clause without "that" may begin with whatever is no object of the verb. */
  readonly loose: boolean;
}

/** Over one thing that may stand between a cue and what it brings in: to the token after it; to the same where the search ends. */
type Step = Strategy<ComplementSearch, number>;

const INSERTION_REACH = 16;

/** "affirme, selon nous, que", "affirme, que" */
const insertion: Step = {
  id: 'complement-step/insertion',
  find({ words, stop }, i) {
    if (words.at(i) !== ',') return undefined;
    if (words.is(i + 1, CLASS.that) || words.opens(i + 1) !== undefined) return i + 1;
    const end = Math.min(stop, i + INSERTION_REACH);
    for (let k = i + 1; k < end; k++) {
      if (words.at(k) === ',') return k + 1;
      // "répond, sourire aux lèvres : « … »"
      if (words.at(k) === ':' && words.opens(k + 1) !== undefined) return k;
      if (endsInsertion(words, k)) return i;
    }
    return i;
  },
};

function endsInsertion(words: ParagraphWords, k: number): boolean {
  // "hinted at it, saying, “…”", "asked about it, Reed replied, “…”": what is said belongs to the other verb
  if (words.features.absoluteGerunds && words.has(k, GERUND | FINITE) && (words.verb(k)?.senses ?? 0) !== 0) return true;
  if (words.opens(k) !== undefined || words.at(k) === ';') return true;
  return words.at(k) === '.' && !words.pack.honorifics.has(words.at(k - 1));
}

const BRACKET_REACH = 14;

/** "affirme (hier) que" */
const bracket: Step = {
  id: 'complement-step/bracket',
  find({ words, stop }, i) {
    if (words.at(i) !== '(') return undefined;
    const end = Math.min(stop, i + BRACKET_REACH);
    for (let k = i + 1; k < end; k++) if (words.at(k) === ')') return k + 1;
    return i;
  },
};

/** "affirme également que", "said Monday that" */
const adverbial: Step = {
  id: 'complement-step/adverbial',
  find({ words }, i) {
    if (words.isAdverb(i) || words.is(i, CLASS.time)) return i + 1;
    // "said publicly and privately that"
    return words.is(i, CLASS.conjunction) && words.isAdverb(i - 1) && words.isAdverb(i + 1) ? i + 2 : undefined;
  },
};

/** "said last week that", "said late Monday that" */
const wordBeforeTime: Step = {
  id: 'complement-step/word-before-time',
  find: ({ words }, i) => (words.lists.beforeTime.has(words.at(i)) && words.is(i + 1, CLASS.time) ? i + 2 : undefined),
};

/** "affirme sur Canal Nord - Radio Sagre que" */
const secondName: Step = {
  id: 'complement-step/second-name',
  find({ words, stop }, i) {
    if (!/^[-–/]$/.test(words.at(i)) || !words.isCapital(i - 1) || !words.isCapital(i + 1)) return undefined;
    return nounPhraseAt(words, i + 1, stop, 'right')?.end ?? i;
  },
};

/** "affirme lui-même que" */
const emphaticPronoun: Step = {
  id: 'complement-step/emphatic-pronoun',
  find: ({ words }, i) => (words.is(i, CLASS.oblique) && /^[-‑]$/.test(words.at(i + 1)) ? i + 3 : undefined),
};

/** "said 12 March that" */
const numberOfTime: Step = {
  id: 'complement-step/number-of-time',
  find({ words }, i) {
    const timed = words.tokens[i]?.kind === 'number' && (words.is(i + 1, CLASS.time) || words.is(i - 1, CLASS.time));
    return timed ? i + 1 : undefined;
  },
};

/** "affirme lors d'une conférence que", "affirme auprès de l'agence que" */
const prepositional: Step = {
  id: 'complement-step/prepositional',
  find({ words, stop }, i) {
    if (!words.is(i, CLASS.preposition) || words.is(i, CLASS.that)) return undefined;
    // "told residents to leave streets that were flooded"
    if (words.lists.infinitiveMarker.has(words.at(i)) && words.has(i + 1, INFINITIVE)) return i;
    // "raconte des histoires que personne ne croit": an object, and a relative takes it up
    if (isPluralArticle(words, i) && words.pack.plural.has(words.at(i))) return i;
    // "warned of what she called “dark days”": the next verb says it
    if (words.features.absoluteGerunds && words.is(i + 1, CLASS.question) && !words.is(i + 1, CLASS.determiner)) return i;
    const compound = words.is(i + 1, CLASS.of) && !words.is(i, CLASS.of);
    const phrase = nounPhraseAt(words, compound ? i + 2 : i + 1, stop, 'right');
    if (phrase !== undefined) return phrase.end;
    const timed = overTime(words, i + 1, stop);
    if (timed > 0) return timed;
    const last = words.is(i + 1, CLASS.oblique) || (words.isWord(i + 1) && words.is(i + 1, CLASS.time));
    return last ? i + 2 : i;
  },
};

/** "announced in 2022 that", "said in Thursday's report that": after a year or what a time owns; -1 where neither stands. */
function overTime(words: ParagraphWords, i: number, stop: number): number {
  if (words.tokens[i]?.kind === 'number') return !words.isWord(i + 1) || words.is(i + 1, CLASS.that) ? i + 1 : -1;
  const owned = words.is(i, CLASS.time) && words.lists.possessiveEnding.test(words.at(i + 1));
  return (owned ? nounPhraseAt(words, i + 2, stop, 'right')?.end : undefined) ?? -1;
}

/** "affirme la semaine dernière que", "affirme ce lundi que", "told the 12 March meeting" */
const timeWithArticle: Step = {
  id: 'complement-step/time-with-article',
  find({ words, stop }, i) {
    if (!words.is(i, CLASS.determiner)) return undefined;
    const phrase = nounPhraseAt(words, i, stop, 'right');
    if (phrase === undefined) return bareTimeEnd(words, i);
    if (contains(words, phrase, CLASS.time)) return phrase.end;
    return phrase.end === i + 1 && words.is(phrase.end, CLASS.time) ? phrase.end + 1 : undefined;
  },
};

/** "ce lundi", "le 12 mars": where a time after an article ends; the article itself where none follows. */
function bareTimeEnd(words: ParagraphWords, article: number): number {
  if (words.is(article + 1, CLASS.time)) return article + 2;
  return words.tokens[article + 1]?.kind === 'number' && words.is(article + 2, CLASS.time) ? article + 3 : article;
}

const takesAddressee = ({ group, first }: ComplementSearch): boolean => first && (group.senses & CUE.takesAddressee) !== 0;

/** "informe la presse que" */
const addressee: Step = {
  id: 'complement-step/addressee',
  find(search, i) {
    if (!takesAddressee(search) || !search.words.is(i, CLASS.determiner)) return undefined;
    return nounPhraseAt(search.words, i, search.stop, 'right')?.end;
  },
};

/** "envoie un message : « … »" */
const message: Step = {
  id: 'complement-step/message',
  find({ words, stop }, i) {
    if (!words.is(i, CLASS.determiner)) return undefined;
    const phrase = nounPhraseAt(words, i, stop, 'right');
    if (phrase === undefined || words.at(phrase.end) !== ':' || !contains(words, phrase, CLASS.message)) return i;
    return phrase.end;
  },
};

/** "told Reed that", "told them that", "told reporters Tuesday that" */
const namedAddressee: Step = {
  id: 'complement-step/named-addressee',
  find(search, i) {
    const { words, stop } = search;
    if (!takesAddressee(search) || !(words.isCapital(i) || words.is(i, CLASS.oblique) || words.isHuman(i))) return undefined;
    return nounPhraseAt(words, i, stop, 'right')?.end;
  },
};

/** What may stand between a cue and what it brings in. */
export const COMPLEMENT_STEPS: readonly Step[] = [
  insertion,
  bracket,
  adverbial,
  wordBeforeTime,
  secondName,
  emphaticPronoun,
  numberOfTime,
  prepositional,
  timeWithArticle,
  addressee,
  message,
  namedAddressee,
];

function contains(words: ParagraphWords, phrase: Phrase, classes: number): boolean {
  for (let k = phrase.start; k < phrase.end; k++) if (words.is(k, classes)) return true;
  return false;
}
