import type { TemporalExpression } from '../../analysis';
import type { DocumentView } from '../../document';
import type { PassMemory } from '../../passMemory';
import { isoDay, weekdayOf } from '../calendar';
import { PLAIN_WEIGHTS } from '../direction/plainWeights';
import type { DateCandidate, Meaning } from '../expression';
import type { DatePack } from '../pack';
import { type Context, emptyContext, type Resolved } from './context';
import { type Dateline, findDatelines, type Place, type Placed, REACH, type Said } from './dateline';
import { dayOfTime, type Surroundings } from './dayOfTime';
import { resolveMeaning } from './meaning';
import { areSameStates, emptyState, inheritedYear, remember, type State, saidInSentence } from './memory';
import { type Point, parsePoint } from './point';
import { joinRanges } from './range';
import { signalled, tenseOf } from './signal';

/** What an expression that counts from the document's date has for its anchor. */
const FROM_DOCUMENT = 'document date';

/** What each paragraph holds, and what was kept of the last version. */
export interface FoundDates {
  /** A list a paragraph. */
  readonly candidates: readonly (readonly DateCandidate[])[];
  readonly memory: PassMemory;
}

/** Document pass: resolves all candidates in reading order. Offsets of the result count in the whole text. */
export function resolveDocument(document: DocumentView, found: FoundDates, pack: DatePack): TemporalExpression[] {
  const places = placesOf(document, found);
  const { point: anchor, line } = originOf(document, placedAtHead(document, found.candidates, places));
  const header = headerDate(document);
  const around: Around = {
    document: anchor,
    own: line === undefined ? anchor : parsePoint(document.date as string),
    line,
    namedDays: findNamedDays(found, anchor, pack),
    orthodox: pack.orthodox === true,
    weights: pack.direction ?? PLAIN_WEIGHTS,
  };
  const resolved = inParagraphs(document, found, places, around);
  return header === null ? resolved : [header, ...resolved.filter((expression) => expression.start >= header.end)];
}

/** What all expressions of a document are resolved in. */
interface Around extends Omit<Surroundings, 'state' | 'next'> {
  /** What the dateline itself is resolved against: its own year is the header's. */
  readonly own: Point | null;
  readonly line: Dateline | undefined;
}

/** An expression as it was resolved, and what in the text it was counted from. */
interface Counted {
  readonly expression: TemporalExpression;
  readonly from: Said | undefined;
}

/** What a paragraph's expressions were resolved to. */
interface ResolvedParagraph {
  readonly candidates: readonly DateCandidate[];
  /** See {@link keyOf}. */
  readonly around: string;
  /** What had been read before it, and when it was read. */
  readonly entry: State;
  readonly exit: State;
  readonly counted: readonly Counted[];
}

/** Resolves paragraph by paragraph; one that stands as at the last version, after the same, means the same. */
function inParagraphs(
  document: DocumentView,
  { candidates, memory }: FoundDates,
  places: readonly (Place | undefined)[],
  around: Around,
): TemporalExpression[] {
  const kept = memory.of<ResolvedParagraph>('dates');
  const key = keyOf(around);
  const all: TemporalExpression[] = [];
  const opening: number[] = [];
  let state = emptyState();
  for (let p = 0; p < candidates.length; p++) {
    const place = places[p];
    if (place === undefined) continue;
    const list = candidates[p] as readonly DateCandidate[];
    let known = kept[p];
    if (known?.candidates === list && known.around === key && areSameStates(known.entry, state)) {
      known = movedTo(place, known, state);
    } else {
      const exit = { ...state };
      const items = placedIn(place, list);
      const counted = items.map((item, i) => resolveOne(item, { ...around, state: exit, next: items[i + 1] }, document));
      // the very state where it is the same, so that the next paragraph's is found to be so at once
      const left = known !== undefined && areSameStates(known.exit, exit) ? known.exit : exit;
      known = { candidates: list, around: key, entry: state, exit: left, counted };
    }
    kept[p] = known;
    state = known.exit;
    for (let i = 0; i < list.length; i++) {
      if (list[i]?.opensRange) opening.push(all.length);
      all.push((known.counted[i] as Counted).expression);
    }
  }
  joinRanges(opening, all);
  return all;
}

/** Puts paragraphs with dates where they stand now; undefined for those without. */
function placesOf({ paragraphs }: DocumentView, { candidates, memory }: FoundDates): readonly (Place | undefined)[] {
  const places = memory.of<Place>('places-of-dates');
  for (let p = 0; p < candidates.length; p++) {
    if ((candidates[p] as readonly DateCandidate[]).length === 0) continue;
    const base = paragraphs[p]?.start ?? 0;
    const place = places[p];
    if (place === undefined) places[p] = { base, text: paragraphs[p]?.view.text ?? '' };
    else place.base = base;
  }
  return places;
}

const placedIn = (place: Place, list: readonly DateCandidate[]): Placed[] =>
  list.map((candidate) => ({ candidate, start: candidate.start + place.base, end: candidate.end + place.base, place }));

/** Those with which an article's head begins. */
function placedAtHead(
  { paragraphs }: DocumentView,
  candidates: FoundDates['candidates'],
  places: readonly (Place | undefined)[],
) {
  const end = (paragraphs[0]?.start ?? 0) + REACH;
  const placed: Placed[] = [];
  for (let p = 0; p < candidates.length && (paragraphs[p]?.start ?? 0) <= end; p++) {
    const place = places[p];
    if (place !== undefined) placed.push(...placedIn(place, candidates[p] as readonly DateCandidate[]));
  }
  return placed;
}

/** What relative dates count from. */
interface Origin {
  readonly point: Point | null;
  /** Where the text says it, if that is finer than the document's own date. */
  readonly line: Dateline | undefined;
}

/** The document's own date, or the day of a dateline at its head where it has none or knows but the month or year. */
function originOf(document: DocumentView, placed: readonly Placed[]): Origin {
  const known = document.date === null ? null : parsePoint(document.date);
  if (known?.grain === 'D') return { point: known, line: undefined };
  const [line] = findDatelines(document, placed, known);
  return { point: line?.point ?? known, line: known === null ? undefined : line };
}

function headerDate(document: DocumentView): TemporalExpression | null {
  const span = document.header?.dateSpan;
  if (span === undefined) return null;
  const text = document.text.slice(span.start, span.end);
  const point = parsePoint(text.trim()) ?? parsePoint(document.header?.date ?? '');
  if (point === null) return null;
  return {
    start: span.start,
    end: span.end,
    text,
    type: 'DATE',
    value: point.value,
    ...(point.edtf && { edtf: point.edtf }),
    earliest: isoDay(point.earliest),
    latest: isoDay(point.latest),
  };
}

/** Days close to the document's that the text names by weekday and date: what a bare weekday then means. */
function findNamedDays({ candidates, memory }: FoundDates, document: Point | null, pack: DatePack): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  if (document?.grain !== 'D') return days;
  const kept = memory.of<NamedInFull>('named-days');
  for (let p = 0; p < candidates.length; p++) {
    const list = candidates[p] as readonly DateCandidate[];
    if (list.length === 0) continue;
    let known = kept[p];
    if (known?.list !== list) {
      known = { list, named: list.filter(({ meaning }) => isNamedInFull(meaning)) };
      kept[p] = known;
    }
    for (const { meaning, tense, leaning } of known.named) {
      const { point } = resolveMeaning(meaning, {
        ...emptyContext(pack.orthodox === true),
        document,
        ...(tense && { tense }),
        ...(leaning !== undefined && { leaning, weights: pack.direction ?? PLAIN_WEIGHTS }),
      });
      if (point?.exact && point.grain === 'D' && Math.abs(point.earliest - document.earliest) <= 7)
        days.set(weekdayOf(point.earliest), point.earliest);
    }
  }
  return days;
}

/** The dates of a paragraph that name their weekday too. */
interface NamedInFull {
  readonly list: readonly DateCandidate[];
  readonly named: readonly DateCandidate[];
}

const isNamedInFull = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.day !== undefined && meaning.month !== undefined && meaning.weekday !== undefined;

/** What decides on every expression of a document alike. */
function keyOf({ document, own, line, namedDays }: Around): string {
  const point = (one: Point | null): string => (one === null ? '' : `${one.value} ${one.earliest} ${one.latest}`);
  const days = [...namedDays].map((day) => day.join(':'));
  return [point(document), point(own), line?.start, line?.end, point(line?.point ?? null), ...days].join('|');
}

/** A paragraph of the last version at its present place. */
function movedTo({ base }: Place, known: ResolvedParagraph, entry: State): ResolvedParagraph {
  const { candidates, counted } = known;
  if (entry === known.entry && counted.every((one, i) => isAt(one, base + (candidates[i] as DateCandidate).start))) return known;
  return { ...known, entry, counted: counted.map((one, i) => moved(one, candidates[i] as DateCandidate, base)) };
}

const anchorOf = ({ expression, from }: Counted): number | undefined =>
  from === undefined ? expression.anchorStart : from.place.base + from.start;

const isAt = (one: Counted, start: number): boolean =>
  one.expression.start === start && one.expression.anchorStart === anchorOf(one);

function moved(one: Counted, candidate: DateCandidate, base: number): Counted {
  const start = candidate.start + base;
  if (isAt(one, start)) return one;
  const anchorStart = anchorOf(one);
  const end = candidate.end + base;
  if (anchorStart === undefined) return { expression: { ...one.expression, start, end }, from: one.from };
  return { expression: { ...one.expression, start, end, anchorStart }, from: one.from };
}

function resolveOne(item: Placed, around: Around & Surroundings, { text }: DocumentView): Counted {
  const isLine = item.start === around.line?.start;
  const counted = resolveIn(item, isLine ? { ...around, document: around.own } : around);
  if (isLine || around.line === undefined) return counted;
  return { ...counted, expression: anchoredAt(around.line, counted.expression, text) };
}

/** Says of an expression that counts from the dateline's day where that stands. */
function anchoredAt(line: Dateline, expression: TemporalExpression, text: string): TemporalExpression {
  if (expression.anchor !== FROM_DOCUMENT) return expression;
  return { ...expression, anchor: text.slice(line.start, line.end), anchorStart: line.start };
}

function resolveIn(item: Placed, around: Surroundings): Counted {
  const { candidate } = item;
  const { meaning, signal, ofNoun, leaning } = candidate;
  const { state, document, namedDays, orthodox, weights } = around;
  const tense = tenseOf(candidate, document);
  const day = dayOfTime(item, around);
  const context: Context = {
    document,
    last: state.last,
    lastDay: day.point,
    lastTime: state.lastTime,
    rangeStart: state.rangeStart,
    orthodox,
    namedDays,
    ...inheritedYear(item, state, document),
    ...saidInSentence(item, state),
    ...(tense && { tense }),
    ...(ofNoun && { ofNoun: true }),
    ...(leaning !== undefined && { leaning, weights }),
    ...(signal && { signal }),
  };
  const resolved = signalled(resolveMeaning(meaning, context), context);
  const counted = expressionOf(item, resolved, countsFromDay(meaning) ? day.span : state.lastSpan);
  remember(item, resolved, state);
  return counted;
}

function expressionOf({ start, end, candidate, place }: Placed, resolved: Resolved, from: Said | null): Counted {
  const said = resolved.anchor === 'text' && from !== null ? from : undefined;
  const anchor = resolved.anchor === 'document' ? FROM_DOCUMENT : said?.place.text.slice(said.start, said.end);
  const expression: TemporalExpression = {
    start,
    end,
    text: place.text.slice(candidate.start, candidate.end),
    type: resolved.type,
    value: resolved.value,
    ...(resolved.mod && { mod: resolved.mod }),
    ...(resolved.quant && { quant: resolved.quant }),
    ...(resolved.freq && { freq: resolved.freq }),
    ...(resolved.edtf && { edtf: resolved.edtf }),
    ...(resolved.earliest !== undefined && { earliest: isoDay(resolved.earliest) }),
    ...(resolved.latest !== undefined && { latest: isoDay(resolved.latest) }),
    ...(anchor !== undefined && { anchor }),
    ...(said !== undefined && { anchorStart: said.place.base + said.start }),
  };
  return { expression, from: said };
}

const countsFromDay = (meaning: Meaning): boolean =>
  meaning.kind === 'clock' ||
  meaning.kind === 'dayPart' ||
  (meaning.kind === 'shift' && meaning.amount.parts.some((p) => p.unit === 'D'));
