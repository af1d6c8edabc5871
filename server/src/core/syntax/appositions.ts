import { CLASS, FINITE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import type { Side } from './nounPhraseEnds';
import { isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

const MAX_APPOSITIONS = 3;

/** The phrase with the appositions after it: ", le ministre des Transports", ", Nikolaï Patrouchev", ", 34 ans". */
export function withApposition(words: ParagraphWords, phrase: Phrase, limit: number, side: Side): Phrase {
  let { end, kind } = phrase;
  if (kind === 'pronoun') return phrase;
  for (let turn = 0; turn < MAX_APPOSITIONS; turn++) {
    if (words.at(end) !== ',' || end + 1 >= limit) break;
    const named = kind === 'name' && isBareName(words, { start: phrase.start, end, kind });
    const before: Phrase = { start: phrase.start, end, kind: named ? 'name' : 'description' };
    const next = firstAnswer(APPOSITIONS, { words, before, limit, side }, end + 1);
    if (next === undefined) break;
    end = next.end;
    if (next.kind === 'name') kind = 'name';
  }
  return { start: phrase.start, end, kind };
}

/** A phrase that a comma follows. */
interface AppositionSite {
  readonly words: ParagraphWords;
  /** The phrase; its kind is a name only where nothing in it describes. */
  readonly before: Phrase;
  readonly limit: number;
  readonly side: Side;
}

/** "…, 34 ans", "…, 54 Jahre alt" */
const age: Strategy<AppositionSite, Phrase> = {
  id: 'apposition/age',
  find({ words }, at) {
    if (words.tokens[at]?.kind !== 'number' || !words.lists.years.has(words.at(at + 1))) return undefined;
    return { start: at, end: words.lists.old.has(words.at(at + 2)) ? at + 3 : at + 2, kind: 'description' };
  },
};

/** "Ann Reed, 34, said" */
const bareAge: Strategy<AppositionSite, Phrase> = {
  id: 'apposition/bare-age',
  find({ words, before }, at) {
    if (words.tokens[at]?.kind !== 'number' || before.kind !== 'name' || words.pack.inversion) return undefined;
    return words.at(at + 1) === ',' ? { start: at, end: at + 1, kind: 'description' } : undefined;
  },
};

/** "le ministre, Jean Dupont", "Jean Dupont, ministre de l'Air": one of the two says who the other is. */
const nounPhrase: Strategy<AppositionSite, Phrase> = {
  id: 'apposition/noun-phrase',
  find({ words, before, limit, side }, at) {
    if (!words.isWord(at) || words.is(at, CLASS.subject) || words.isAdverb(at) || isVerbForm(words, at)) return undefined;
    const short = nounPhraseAt(words, at, limit, side);
    if (short === undefined || short.kind === 'pronoun') return undefined;
    const phrase = side === 'left' ? withComplement(words, short, limit) : short;
    const closed = phrase.end >= limit || closesApposition(words, phrase.end, side);
    return closed && isApposed(words, before, phrase) ? phrase : undefined;
  },
};

/** What an apposition can be, after the comma. */
export const APPOSITIONS = [age, bareAge, nounPhrase];

/** A name stands beside a noun for people; a description is one, or has no article: "…, fils de marin". */
function isApposed(words: ParagraphWords, before: Phrase, phrase: Phrase): boolean {
  if (hasHuman(words, phrase)) return true;
  if (phrase.kind === 'name' && isBareName(words, phrase)) return before.kind === 'description' && hasHuman(words, before);
  return !words.is(phrase.start, CLASS.determiner) && words.is(phrase.start + 1, CLASS.of);
}

/** "…, continuera de se battre": a form that no noun has; "guide de montagne" may be either. */
function isVerbForm(words: ParagraphWords, i: number): boolean {
  if (!words.has(i, FINITE)) return false;
  return words.is(i, CLASS.modal) || words.pack.finiteEndings.some((ending) => words.at(i).endsWith(ending));
}

const MAX_COMPLEMENT = 8;

/** "soutien de X à la primaire": with a complement that another preposition brings in, up to the comma. */
function withComplement(words: ParagraphWords, phrase: Phrase, limit: number): Phrase {
  if (!words.isWord(phrase.end)) return phrase;
  const stop = Math.min(limit, phrase.end + MAX_COMPLEMENT);
  for (let i = phrase.end; i < stop; i++) {
    if (words.at(i) === ',') return { ...phrase, end: i };
    if (!words.isWord(i) || leavesPhrase(words, i)) break;
  }
  return phrase;
}

/** A verb or what opens a clause. */
const leavesPhrase = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.auxiliary | CLASS.being | CLASS.that | CLASS.relative) ||
  (words.has(i, FINITE) && !words.is(i - 1, CLASS.determiner));

// The head of a noun phrase stands among so many words.
const HEAD_REACH = 5;

function hasHuman(words: ParagraphWords, phrase: Phrase): boolean {
  const until = Math.min(phrase.end, phrase.start + HEAD_REACH);
  for (let i = phrase.start; i < until; i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution)) return true;
    // "l'une des chercheuses", "les propos du directeur": the noun after de is who
    const passes = words.lists.one.has(words.at(i - 1)) || words.is(i - 1, CLASS.mouthpiece);
    if (i > phrase.start && words.is(i, CLASS.of) && !passes) return false;
  }
  return false;
}

/** Whether an apposition is over before a token: at punctuation, a relative or a time. */
function closesApposition(words: ParagraphWords, end: number, side: Side): boolean {
  if (!words.isWord(end) && words.tokens[end]?.kind !== 'number') return true;
  return words.is(end, CLASS.relative | CLASS.time) || (side === 'right' && words.is(end, CLASS.preposition));
}
