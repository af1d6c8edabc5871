import type { TemporalExpression } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Span } from '../../span';
import { isoDay, weekdayOf } from '../calendar';
import type { DateCandidate, Meaning } from '../expression';
import type { DatePack } from '../pack';
import type { Context, Resolved } from './context';
import { type Dateline, findDatelines, type Placed } from './dateline';
import { resolveMeaning } from './meaning';
import { dayPoint, isAsFineAs, type Point, parsePoint, startOf } from './point';

/** What an expression that counts from the document's date has for its anchor. */
const FROM_DOCUMENT = 'document date';

/** What has been read so far. */
interface State {
  last: Point | null;
  /** The expressions that gave them: where they stand. */
  lastSpan: Span | null;
  lastDay: Point | null;
  lastDaySpan: Span | null;
  lastTime: Context['lastTime'];
  /** The last day is a night that goes on into the next: from Saturday to Sunday. */
  overnight: boolean;
  /** The day of the times that paragraphs begin with, as far as they follow each other: "Vers 12 h 10, …". */
  leadDay: Point | null;
  leadSpan: Span | null;
  /** A year that the text has named: days and months that follow in its sentence lie in it. */
  year: { readonly year: number; readonly paragraph: number; readonly sentence: number; readonly narrative: boolean } | null;
  rangeStart: Point | null;
}

/** Document pass: resolves all candidates in reading order. Offsets of the result count in the whole text. */
export function resolveDocument(
  document: DocumentView,
  candidates: readonly (readonly DateCandidate[])[],
  pack: DatePack,
): TemporalExpression[] {
  const placed = place(document, candidates);
  const { point: anchor, line } = originOf(document, placed);
  const header = headerDate(document);
  const state: State = {
    last: null,
    lastSpan: null,
    lastDay: null,
    lastDaySpan: null,
    lastTime: null,
    overnight: false,
    leadDay: null,
    leadSpan: null,
    year: null,
    rangeStart: null,
  };
  const namedDays = findNamedDays(placed, anchor, pack);
  const own = line === undefined ? anchor : parsePoint(document.date as string);
  const resolved = placed.map((item, index) => {
    // the dateline's own year is the header's
    if (item.start === line?.start) return resolveOne(item, placed[index + 1], state, own, namedDays, document, pack);
    return anchoredAt(line, resolveOne(item, placed[index + 1], state, anchor, namedDays, document, pack), document.text);
  });
  joinRanges(placed, resolved);
  return header === null ? resolved : [header, ...resolved.filter((expression) => expression.start >= header.end)];
}

/** Says of an expression that counts from the dateline's day where that stands. */
function anchoredAt(line: Dateline | undefined, expression: TemporalExpression, text: string): TemporalExpression {
  if (line === undefined || expression.anchor !== FROM_DOCUMENT) return expression;
  return { ...expression, anchor: text.slice(line.start, line.end), anchorStart: line.start };
}

function place(document: DocumentView, candidates: readonly (readonly DateCandidate[])[]): Placed[] {
  const placed: Placed[] = [];
  for (const [paragraph, list] of candidates.entries()) {
    const offset = document.paragraphs[paragraph]?.start ?? 0;
    for (const candidate of list)
      placed.push({ candidate, start: candidate.start + offset, end: candidate.end + offset, paragraph });
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

function emptyContext(orthodox: boolean): Context {
  return { document: null, last: null, lastDay: null, lastTime: null, rangeStart: null, orthodox, namedDays: new Map() };
}

/** Days close to the document's that the text names by weekday and date: what a bare weekday then means. */
function findNamedDays(placed: readonly Placed[], document: Point | null, pack: DatePack): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  if (document?.grain !== 'D') return days;
  for (const { candidate } of placed) {
    const { meaning, tense } = candidate;
    if (meaning.kind !== 'calendar' || meaning.day === undefined || meaning.month === undefined || meaning.weekday === undefined)
      continue;
    const { point } = resolveMeaning(meaning, { ...emptyContext(pack.orthodox === true), document, ...(tense && { tense }) });
    if (point?.exact && point.grain === 'D' && Math.abs(point.earliest - document.earliest) <= 7)
      days.set(weekdayOf(point.earliest), point.earliest);
  }
  return days;
}

function resolveOne(
  item: Placed,
  next: Placed | undefined,
  state: State,
  document: Point | null,
  namedDays: ReadonlyMap<number, number>,
  view: DocumentView,
  pack: DatePack,
): TemporalExpression {
  const { candidate } = item;
  const { meaning, signal } = candidate;
  const tense = looksAhead(candidate) && !isJustGone(candidate, document) ? 'future' : candidate.tense;
  const day = dayOfTime(item, next, state, document, namedDays, pack);
  const context: Context = {
    document,
    last: state.last,
    lastDay: day.point,
    lastTime: state.lastTime,
    rangeStart: state.rangeStart,
    orthodox: pack.orthodox === true,
    namedDays,
    ...inheritedYear(item, state, document),
    ...(tense && { tense }),
    ...(candidate.ofNoun && { ofNoun: true }),
    ...(signal && { signal }),
  };
  const resolved = signalled(resolveMeaning(meaning, context), context);
  const expression = expressionOf(item, resolved, countsFromDay(meaning) ? day.span : state.lastSpan, view.text);
  remember(item, resolved, state);
  return expression;
}

/** By a day, and from, until or before one where no verb speaks of the past: one to come. */
function looksAhead({ signal, tense, opensRange }: DateCandidate): boolean {
  if (signal === 'by') return true;
  return tense === undefined && (signal === 'before' || signal === 'until' || (signal === 'from' && opensRange !== true));
}

// How many days back a day that no verb puts in the future is taken for the latest one.
const JUST_GONE = 60;

/** From the 18th of February on, said two days later: no day to come. */
function isJustGone({ meaning, signal }: DateCandidate, document: Point | null): boolean {
  if (signal === 'by' || meaning.kind !== 'calendar' || meaning.month === undefined || document === null) return false;
  const { point } = resolveMeaning(meaning, { ...emptyContext(false), document });
  const gone = point === undefined ? -1 : document.earliest - point.latest;
  return gone > 0 && gone <= JUST_GONE;
}

// How far into a paragraph a time stands that it begins with: "Peu avant 18 h".
const LEAD = 12;

const leads = ({ candidate }: Placed): boolean => candidate.start <= LEAD;

// Up to this hour a time belongs to the end of a night, not to its beginning.
const NIGHT_ENDS = 9;

/** The day that a time of the day lies in: one close behind it, that of the times that paragraphs begin with, or the last one named. */
function dayOfTime(
  item: Placed,
  next: Placed | undefined,
  state: State,
  document: Point | null,
  namedDays: ReadonlyMap<number, number>,
  pack: DatePack,
): { readonly point: Point | null; readonly span: Span | null } {
  const { meaning } = item.candidate;
  const last = { point: state.lastDay, span: state.lastDaySpan };
  const ahead = dayFromAhead(item, next, state, document, namedDays, pack);
  const behind = next === undefined ? null : { start: next.start, end: next.end };
  if (meaning.kind !== 'clock' || meaning.day !== undefined) return ahead === null ? last : { point: ahead, span: behind };
  const isLate = meaning.hour < NIGHT_ENDS;
  const nextMeaning = next?.candidate.meaning;
  if (ahead !== null) {
    const isNight = isLate && nextMeaning?.kind === 'dayPart' && nextMeaning.overnight === true;
    return { point: isNight ? dayAfter(ahead) : ahead, span: behind };
  }
  if (leads(item) && state.leadDay !== null) return { point: state.leadDay, span: state.leadSpan };
  return isLate && state.overnight && last.point !== null ? { ...last, point: dayAfter(last.point) } : last;
}

const dayAfter = (point: Point): Point => (point.exact && point.grain === 'D' ? dayPoint(point.earliest + 1) : point);

/** "À 18 heures, mardi": the day of a time can stand behind it in its sentence, where no day stands before. */
function dayFromAhead(
  item: Placed,
  next: Placed | undefined,
  state: State,
  document: Point | null,
  namedDays: ReadonlyMap<number, number>,
  pack: DatePack,
): Point | null {
  const { meaning, sentence } = item.candidate;
  if ((meaning.kind !== 'clock' && meaning.kind !== 'dayPart') || meaning.day !== undefined || next === undefined) return null;
  if (next.paragraph !== item.paragraph || next.candidate.sentence !== sentence || next.start - item.end > 24) return null;
  if (state.lastDay !== null && state.year?.sentence === sentence) return null;
  const { meaning: behind, tense } = next.candidate;
  // à 3 heures, dans la nuit de samedi à dimanche
  const ahead = behind.kind === 'dayPart' && behind.overnight ? behind.day : behind;
  if (ahead?.kind !== 'calendar' && ahead?.kind !== 'deictic') return null;
  const point = resolveMeaning(ahead, {
    ...emptyContext(pack.orthodox === true),
    document,
    namedDays,
    ...(tense && { tense }),
  }).point;
  return point?.grain === 'D' ? point : null;
}

/** The year that a day or month without one takes over from the text: of the same sentence, or of a story told in the past. */
function inheritedYear(item: Placed, state: State, document: Point | null): { readonly year?: number } {
  const { year } = state;
  if (year === null || (year.paragraph !== item.paragraph && document !== null)) return {};
  // without a date of its own, all that a text has is what it names
  if (document === null) return { year: year.year };
  const now = document === null ? null : startOf(document).year;
  if (now !== null && year.year >= now) return {};
  if (year.sentence === item.candidate.sentence) return { year: year.year };
  return year.narrative && now !== null && year.year < now - 1 ? { year: year.year } : {};
}

function remember(item: Placed, resolved: Resolved, state: State): void {
  const { candidate, start, end, paragraph } = item;
  const { meaning } = candidate;
  state.rangeStart = candidate.opensRange && resolved.point !== undefined && resolved.type === 'DATE' ? resolved.point : null;
  const { point } = resolved;
  if (point === undefined || (resolved.type !== 'DATE' && resolved.type !== 'TIME')) return;
  if (meaning.kind === 'calendar' && meaning.year !== undefined && candidate.signal !== 'since' && !meaning.bce) {
    const narrative = meaning.day !== undefined || meaning.month !== undefined;
    state.year = { year: meaning.year, paragraph, sentence: candidate.sentence, narrative };
  } else if (meaning.kind === 'deictic' || (resolved.anchor === 'document' && meaning.kind === 'unit')) {
    state.year = null;
  }
  if (candidate.signal === 'since' && meaning.kind === 'calendar' && meaning.day === undefined) return;
  state.last = point;
  state.lastSpan = { start, end };
  // les courses de Noël: no day that a time could belong to
  if (meaning.kind === 'feast' && candidate.ofNoun && meaning.year === undefined) return;
  if (isAsFineAs(point, 'D')) {
    if (meaning.kind === 'clock' && meaning.day === undefined && leads(item)) {
      state.leadDay = point;
      state.leadSpan = { start, end };
    } else if (leads(item) && meaning.kind !== 'clock') state.leadDay = null;
    if (meaning.kind !== 'clock') state.overnight = meaning.kind === 'dayPart' && meaning.overnight === true;
    state.lastDay = point;
    state.lastDaySpan = { start, end };
  }
  if (resolved.type === 'TIME' && resolved.minutes !== undefined) {
    state.lastTime = { value: resolved.value, day: point, minutes: resolved.minutes };
  }
}

/** How a word before it bounds the interval: since, until, before, by. Durations keep their own. */
function signalled(resolved: Resolved, context: Context): Resolved {
  const { signal, document } = context;
  if (resolved.type !== 'DATE' || resolved.edtf === undefined || signal === undefined || /[[{~]/.test(resolved.edtf))
    return resolved;
  const [first = '', last = first] = resolved.edtf.split('/');
  switch (signal) {
    case 'since':
    case 'from':
    case 'after':
      return {
        ...resolved,
        edtf: `${first}/..`,
        ...(signal === 'after' && resolved.mod === undefined && { mod: 'AFTER' as const }),
      };
    case 'until':
      return { ...resolved, edtf: `../${last}` };
    case 'before':
      return { ...resolved, edtf: `../${last}`, ...(resolved.mod === undefined && { mod: 'BEFORE' as const }) };
    case 'by':
      return document?.edtf === undefined || document.earliest > (resolved.latest ?? 0)
        ? resolved
        : { ...resolved, edtf: `${document.edtf}/${last}` };
    default:
      return resolved;
  }
}

function expressionOf(item: Placed, resolved: Resolved, from: Span | null, text: string): TemporalExpression {
  const { start, end } = item;
  const span = resolved.anchor === 'text' ? from : null;
  const anchor = resolved.anchor === 'document' ? FROM_DOCUMENT : span === null ? undefined : text.slice(span.start, span.end);
  return {
    start,
    end,
    text: text.slice(start, end),
    type: resolved.type,
    value: resolved.value,
    ...(resolved.mod && { mod: resolved.mod }),
    ...(resolved.quant && { quant: resolved.quant }),
    ...(resolved.freq && { freq: resolved.freq }),
    ...(resolved.edtf && { edtf: resolved.edtf }),
    ...(resolved.earliest !== undefined && { earliest: isoDay(resolved.earliest) }),
    ...(resolved.latest !== undefined && { latest: isoDay(resolved.latest) }),
    ...(anchor !== undefined && { anchor }),
    ...(span !== null && { anchorStart: span.start }),
  };
}

const countsFromDay = (meaning: Meaning): boolean =>
  meaning.kind === 'clock' ||
  meaning.kind === 'dayPart' ||
  (meaning.kind === 'shift' && meaning.amount.parts.some((p) => p.unit === 'D'));

/** The first end of a range gives the whole interval: du 3 au 5 mai is 2016-05-03/2016-05-05. */
function joinRanges(placed: readonly Placed[], expressions: TemporalExpression[]): void {
  for (let i = 0; i + 1 < placed.length; i++) {
    if (!placed[i]?.candidate.opensRange) continue;
    const from = expressions[i];
    const to = expressions[i + 1];
    if (from === undefined || to === undefined || from.type !== 'DATE' || to.type !== 'DATE') continue;
    const first = edgeOf(from.edtf, 0);
    const last = edgeOf(to.edtf, 1);
    if (first !== null && last !== null) expressions[i] = { ...from, edtf: `${first}/${last}` };
  }
}

function edgeOf(edtf: string | undefined, side: 0 | 1): string | null {
  if (edtf === undefined || /[[{X~.]/.test(edtf.replace('..', ''))) return null;
  const parts = edtf.split('/').filter((p) => p !== '..');
  const edge = side === 0 ? parts[0] : parts.at(-1);
  return edge === undefined || edge === '' ? null : edge;
}
