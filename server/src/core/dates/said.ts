import type { ParagraphView } from '../document';
import type { Span } from '../span';
import { clauseTense, isBareParticiple, isParticiple, type TenseFinder } from './clause';
import { leaningOf } from './direction/decide';
import { evidenceOf, isPromised } from './direction/evidence';
import { PLAIN_WEIGHTS } from './direction/plainWeights';
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
    ...leaning(meant),
    ...(reader.endingBefore(match.from, 'ofNoun') >= 0 && { ofNoun: true as const }),
    ...(reader.endingBefore(match.from, 'asOf') >= 0 && { asOf: true as const }),
    ...((match.opensRange || opensRange(meant, signal)) && { opensRange: true }),
  };
}

/** How its clause leans, of a date whose year or week is left open. */
function leaning({ reader, view, tense, match }: Placed): { readonly leaning?: number } {
  if (!isOpen(match.meaning)) return {};
  const evidence = evidenceOf({ reader, sentence: sentenceAround(view, match), match, finder: tense });
  return { leaning: leaningOf(evidence, reader.lexicon.pack.direction ?? PLAIN_WEIGHTS) };
}

/** Whether a date, or the day that a time or part is of, is named without its year. */
function isOpen(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'calendar':
      return meaning.year === undefined && meaning.direction === undefined;
    case 'feast':
      return true;
    case 'partOfYear':
      return (
        meaning.unit === 'SN' && meaning.year === undefined && meaning.yearOf === undefined && meaning.direction === undefined
      );
    case 'dayPart':
    case 'clock':
      return meaning.day !== undefined && isOpen(meaning.day);
    case 'part':
    case 'nth':
      return isOpen(meaning.of);
    default:
      return meaning.kind === 'shift' && typeof meaning.from !== 'string' && isOpen(meaning.from);
  }
}

/** Its lowest level in six years, he won in three hours: looking back, an amount is how long, not when. */
function matchMeant(placed: Placed): TimexMatch {
  const { match } = placed;
  return match.inPast !== undefined && looksBack(placed) ? match.inPast : match;
}

// How far before an amount a superlative may stand: its lowest level in six years.
const SUPERLATIVE_REACH = 9;

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
  return clauseTense(reader, sentenceAround(view, match), match, tense);
}

/** The sentence that a match stands in. */
export const sentenceAround = (view: ParagraphView, match: TimexMatch): Span =>
  view.sentences[sentenceAt(view, startOf(view, match))] ?? { start: 0, end: view.text.length };

const isMonth = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.month !== undefined && meaning.day === undefined;

const SIGNALS: readonly Signal[] = ['since', 'until', 'by', 'before', 'after', 'from', 'for', 'between', 'within'];

function signalOf({ reader, match }: Placed, spoken: Tense): Signal | undefined {
  const said = SIGNALS.find((name) => reader.endingBefore(match.from, `${name}Signal`) >= 0);
  // was used a million times by Thursday: in languages whose word for it looks back too
  const isLookingBack =
    said === 'by' && spoken === 'past' && reader.endingBefore(match.from, 'byPast') >= 0 && !isPromised(reader, match.from);
  return isLookingBack ? undefined : said;
}

/** Two dates joined by "to", or by "and" after "between", are the ends of a range. */
function opensRange({ reader, match, next }: Placed, signal: Signal | undefined): boolean {
  if (next === undefined || next.from - match.to > 3) return false;
  const joint = reader.sense(match.to, 'rangeTo') ?? (signal === 'between' ? reader.sense(match.to, 'and') : undefined);
  return joint !== undefined && joint.end === next.from;
}

function meaningOf(placed: Placed, spoken: Tense): Meaning {
  const { reader, match, tense } = placed;
  if (match.meaning.kind === 'deictic' && (isOfOurTime(placed) || (spoken === undefined && isPresent(placed)))) return PRESENT;
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

/** "Aujourd'hui, la vallée vit du tourisme": set off by a comma or after a verb of being, beside no verb of the past or future, it is not a day. */
function isPresent({ reader, match, tense }: Placed): boolean {
  if (reader.sense(match.from, 'genericToday') === undefined) return false;
  if (reader.words[match.to] === ',') return true;
  return standsBehindPresent(reader, match.from) && !isParticiple(reader, match.to, tense);
}

// How far before "today" the verb of its clause may stand.
const PRESENT_REACH = 7;

/** Il n'y a plus de train aujourd'hui: a verb of being or having in its clause. */
function standsBehindPresent(reader: Reader, from: number): boolean {
  for (let at = from; at > from - PRESENT_REACH && at > 0; at--) {
    if (reader.endingBefore(at, 'presentVerb') >= 0) return true;
    if (/^\p{P}$/u.test(reader.words[at - 1] ?? '') || reader.sense(at - 1, 'cueInvited') !== undefined) return false;
  }
  return false;
}

/** Today's youth, no better than today: the present age, whatever the verb says. Today's match is of the day. */
function isOfOurTime({ reader, match: { from, to } }: Placed): boolean {
  if (reader.sense(from, 'genericToday') === undefined) return false;
  if (reader.endingBefore(from, 'beforeOurTime') >= 0) return true;
  if (reader.words[to] !== "'s") return false;
  return [to + 1, to + 2].every((at) => OF_THE_DAY.every((cls) => reader.sense(at, cls) === undefined));
}

const OF_THE_DAY = ['cueEvent', 'cueDone', 'cueReported', 'todaysNews'];

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
