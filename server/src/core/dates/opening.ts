import type { Finder } from './finder';
import type { Grammar } from './grammar/pattern';
import type { PlacedSense, Reader, Sense, Word } from './lexicon';

// Where an expression can begin. Most words say by themselves, or with the next one, that none does.

// What a word by itself says of it, kept with the word.
/** An expression, or what is not one, can begin with it: any other word is passed over. */
const OPENS = 1;
/** It only opens an expression, as articles do: what follows must be a word of time. */
const ONLY_OPENS = 2;
/** A number or a word of time, or an article before one. */
const TIMELY = 4;

/** Whether it is worth a closer look at a token. */
export function mayBegin(reader: Reader, at: number, finder: Finder): boolean {
  if (reader.isNumber(at)) return true;
  const word = reader.known[at] as Word;
  const bits = word.opening >= 0 ? word.opening : openingBits(word, finder);
  if ((bits & OPENS) === 0) return false;
  const next = reader.known[at + 1];
  if ((bits & ONLY_OPENS) === 0 || next === undefined || reader.isNumber(at + 1)) return true;
  if (word.beginning?.phrases.has(next.folded)) return true;
  return ((next.opening >= 0 ? next.opening : openingBits(next, finder)) & TIMELY) !== 0;
}

function openingBits(word: Word, finder: Finder): number {
  const literal = finder.grammar.byWord.has(word.folded);
  let bits = literal || word.glued !== null ? OPENS | TIMELY : 0;
  for (const cls of finder.lexicon.classesOf.get(word.folded) ?? []) bits |= classBits(cls, finder);
  if (!literal && word.glued === null && word.beginning?.alone.every((sense) => opensOnly(sense, finder.begins)))
    bits |= ONLY_OPENS;
  word.opening = bits;
  return bits;
}

const classBits = (cls: string, { grammar, begins }: Finder): number =>
  (cls === 'notADate' || begins.has(cls) ? OPENS : 0) | (ARTICLES.has(cls) || isOfTime(cls, grammar) ? TIMELY : 0);

/** Whether a class is one of time: some pattern names it, and not only to join others. */
const isOfTime = (cls: string, grammar: Grammar): boolean => grammar.classes.has(cls) && !LINKS.has(cls);

function opensOnly({ cls, weak, number }: Sense, begins: ReadonlySet<string>): boolean {
  if (weak || cls === 'notADate') return false;
  return !begins.has(cls) || OPENERS.has(cls) || (cls === 'numeral' && number === 1);
}

/** Whether an expression can begin at a token: an article only before a word of time or a number. */
export function canBegin(reader: Reader, at: number, { grammar, begins }: Finder): boolean {
  // a year stands by itself; what any other number counts follows it
  if (reader.isNumber(at)) return isTimelyNumber(reader, at, grammar);
  for (const sense of reader.senses(at)) {
    if (begins.has(sense.cls) && (beginsByItself(reader, sense, grammar) || isTemporal(reader, sense.end, grammar))) return true;
  }
  if (!grammar.byWord.has(reader.words[at] as string)) return false;
  // a mark is an apostrophe before a short year
  return reader.tokens[at]?.kind === 'word' || reader.isNumber(at + 1);
}

/** Whether a sense begins an expression whatever follows; of numbers, a or one alone does not. */
function beginsByItself(reader: Reader, sense: PlacedSense, grammar: Grammar): boolean {
  if (sense.cls === 'numeral' && sense.number === 1) return false;
  return isNumeral(sense) ? isTimelyNumeral(reader, sense, grammar) : !OPENERS.has(sense.cls);
}

/** Whether a number or a word of time stands at a token, perhaps with an article before it. */
function isTemporal(reader: Reader, at: number, grammar: Grammar): boolean {
  if (isTimely(reader, at, grammar)) return true;
  for (const sense of reader.senses(at)) if (ARTICLES.has(sense.cls) && isTimely(reader, sense.end, grammar)) return true;
  return false;
}

function isTimely(reader: Reader, at: number, grammar: Grammar): boolean {
  if (reader.isNumber(at)) return isTimelyNumber(reader, at, grammar);
  for (const sense of reader.senses(at)) {
    if (ARTICLES.has(sense.cls)) continue;
    if (isNumeral(sense) ? isTimelyNumeral(reader, sense, grammar) : isOfTime(sense.cls, grammar)) return true;
  }
  return at < reader.tokens.length && grammar.byWord.has(reader.words[at] as string);
}

const isNumeral = ({ cls }: Sense): boolean => cls === 'numeral' || cls === 'ordinal';

const isTimelyNumber = (reader: Reader, at: number, grammar: Grammar): boolean =>
  (reader.words[at] as string).length === 4 || goesOn(reader, at + 1, grammar);

const isTimelyNumeral = (reader: Reader, { number, end }: PlacedSense, grammar: Grammar): boolean =>
  number > 1000 || goesOn(reader, end, grammar);

/** Whether an expression can go on after a number: with anything but a word that the language's tables do not have. */
function goesOn(reader: Reader, at: number, grammar: Grammar): boolean {
  const token = reader.tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.spaceBefore) return true;
  for (const sense of reader.senses(at)) if (GO_ON.has(sense.cls) || grammar.classes.has(sense.cls)) return true;
  return grammar.byWord.has(reader.words[at] as string);
}

const GO_ON = new Set(['functionWord', 'ordinalSuffix']);

// Words that only open an expression: what follows must be a word of time or a number.
const OPENERS = new Set([
  'the',
  'one',
  'this',
  'these',
  'that',
  'every',
  'habitual',
  'some',
  'bareSome',
  'bound',
  'approximately',
  'wholeOf',
  'inAmount',
  'during',
  'per',
  'perOne',
]);

// Words that join the parts of an expression: by themselves they announce none.
const LINKS = new Set([
  'of',
  'in',
  'at',
  'and',
  'comma',
  'after',
  'before',
  'until',
  'to',
  'past',
  'from',
  'around',
  'rangeTo',
  'halfOf',
]);

const ARTICLES = new Set(['the', 'these', 'this', 'that', 'one']);
