import type { ParagraphView } from '../document';
import { clauseTense, isBareParticiple, isParticiple, type TenseFinder } from './clause';
import type { DateCandidate, Meaning, Signal } from './expression';
import type { Reader } from './lexicon';
import type { TimexMatch } from './timexMatch';

// What the words around a match say of it: its verb's tense, how the interval lies to it, what it means by them.

/** A match in its paragraph. */
interface Placed {
  readonly reader: Reader;
  readonly view: ParagraphView;
  readonly tense: TenseFinder;
  readonly match: TimexMatch;
  /** The match after it. */
  readonly next: TimexMatch | undefined;
}

/** A match as the document pass reads it. */
export function candidateOf(placed: Placed): DateCandidate {
  const { reader, view } = placed;
  const match = matchMeant(placed);
  const meant = { ...placed, match };
  const start = startOf(view, match);
  const spoken = tenseOf(meant);
  const signal = signalOf(meant, spoken);
  return {
    start,
    end: view.tokens[match.to - 1]?.end ?? start,
    meaning: meaningOf(meant, spoken),
    sentence: sentenceAt(view, start),
    ...(signal && { signal }),
    ...(spoken && { tense: spoken }),
    ...(reader.endingBefore(match.from, 'ofNoun') >= 0 && { ofNoun: true as const }),
    ...((match.opensRange || opensRange(meant, signal)) && { opensRange: true }),
  };
}

/** Its lowest level in six years, he won in three hours: looking back, an amount is how long, not when. */
function matchMeant(placed: Placed): TimexMatch {
  const { match } = placed;
  return match.inPast !== undefined && looksBack(placed) ? match.inPast : match;
}

// How far before an amount a superlative may stand: its lowest level in six years.
const SUPERLATIVE_REACH = 5;

function looksBack(placed: Placed): boolean {
  const { reader, match } = placed;
  for (let i = match.from - 1; i >= match.from - SUPERLATIVE_REACH; i--)
    if (reader.sense(i, 'superlative') !== undefined) return true;
  return tenseOf(placed) === 'past';
}

type Tense = 'past' | 'future' | undefined;

function tenseOf({ reader, view, tense, match }: Placed): Tense {
  const ahead = reader.endingBefore(match.from, 'aheadBefore');
  // un taux de 9 % pour novembre: a preposition alone points ahead only before a day
  if (ahead >= 0 && (match.from - ahead > 1 || !isMonth(match.meaning))) return 'future';
  // fermé depuis mardi, il ne rouvrira pas
  if (reader.endingBefore(match.from, 'backBefore') >= 0) return 'past';
  const sentence = view.sentences[sentenceAt(view, startOf(view, match))] ?? { start: 0, end: view.text.length };
  return clauseTense(reader, sentence, match, tense);
}

const isMonth = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.month !== undefined && meaning.day === undefined;

const SIGNALS: readonly Signal[] = ['since', 'until', 'by', 'before', 'after', 'from', 'for', 'between', 'within'];

function signalOf({ reader, match }: Placed, spoken: Tense): Signal | undefined {
  const said = SIGNALS.find((name) => reader.endingBefore(match.from, `${name}Signal`) >= 0);
  // was used a million times by Thursday: in languages whose word for it looks back too
  const isLookingBack =
    said === 'by' && spoken === 'past' && reader.endingBefore(match.from, 'byPast') >= 0 && !isPromised(reader, match);
  return isLookingBack ? undefined : said;
}

// A promise to do something by a day stands closer to it than a verb of the past.
const PROMISE_REACH = 6;

/** Promised to finish by Friday: what is to be done lies ahead. */
function isPromised(reader: Reader, { from }: TimexMatch): boolean {
  for (let i = from - 2; i >= from - PROMISE_REACH; i--) if (reader.sense(i, 'infinitiveMark') !== undefined) return true;
  return false;
}

/** Two dates joined by "to", or by "and" after "between", are the ends of a range. */
function opensRange({ reader, match, next }: Placed, signal: Signal | undefined): boolean {
  if (next === undefined || next.from - match.to > 3) return false;
  const joint = reader.sense(match.to, 'rangeTo') ?? (signal === 'between' ? reader.sense(match.to, 'and') : undefined);
  return joint !== undefined && joint.end === next.from;
}

function meaningOf(placed: Placed, spoken: Tense): Meaning {
  const { reader, match, tense } = placed;
  if (spoken === undefined && isPresent(placed)) return PRESENT;
  const isPast = spoken === 'past' && !isBareParticiple(reader, match.from - 1, tense);
  return (isPast ? thatWeekday(placed) : undefined) ?? wellKnown(placed);
}

/** Le mercredi, il a plu: with a verb of the past the weekday with its article is one day, not each. */
function thatWeekday({ reader, match: { from, meaning } }: Placed): Meaning | undefined {
  const weekday = /^XXXX-WXX-(\d)$/.exec(meaning.kind === 'set' ? meaning.value : '');
  return weekday !== null && reader.sense(from, 'habitual') !== undefined
    ? { kind: 'calendar', weekday: Number(weekday[1]) }
    : undefined;
}

const PRESENT: Meaning = { kind: 'vague', ref: 'PRESENT_REF' };

/** "Aujourd'hui, la vallée vit du tourisme": set off by a comma or after a verb of being, beside no verb of the past or future, it is no day. */
function isPresent({ reader, match, tense }: Placed): boolean {
  if (match.meaning.kind !== 'deictic' || reader.sense(match.from, 'genericToday') === undefined) return false;
  if (reader.words[match.to] === ',') return true;
  return reader.endingBefore(match.from, 'presentVerb') >= 0 && !isParticiple(reader, match.to, tense);
}

/** The day of the attacks of 2001, which texts name without its year. */
function wellKnown({ reader, match: { from, to, meaning } }: Placed): Meaning {
  if (meaning.kind !== 'calendar' || meaning.day !== 11 || meaning.month !== 9) return meaning;
  const isOther = OTHER_YEAR.some((field) => meaning[field] !== undefined);
  const isNamed = reader.endingBefore(from, 'attackBefore') >= 0 || reader.sense(to, 'attackAfter') !== undefined;
  return isNamed && !isOther ? { ...meaning, year: 2001 } : meaning;
}

const OTHER_YEAR = ['direction', 'year', 'yy', 'weekday'] as const;

const startOf = (view: ParagraphView, match: TimexMatch): number => view.tokens[match.from]?.start ?? 0;

/** The sentence that an offset lies in, by its index. */
function sentenceAt(view: ParagraphView, start: number): number {
  let low = 0;
  let high = view.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((view.sentences[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
