import type { TemporalExpression } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Span } from '../../span';
import { isoDay, weekdayOf } from '../calendar';
import { PLAIN_WEIGHTS } from '../direction/plainWeights';
import type { DateCandidate, Meaning } from '../expression';
import type { DatePack } from '../pack';
import { type Context, emptyContext, type Resolved } from './context';
import { type Dateline, findDatelines, type Placed } from './dateline';
import { dayOfTime, type Surroundings } from './dayOfTime';
import { resolveMeaning } from './meaning';
import { emptyState, inheritedYear, remember, saidInSentence } from './memory';
import { type Point, parsePoint } from './point';
import { joinRanges } from './range';
import { signalled, tenseOf } from './signal';

/** What an expression that counts from the document's date has for its anchor. */
const FROM_DOCUMENT = 'document date';

/** Document pass: resolves all candidates in reading order. Offsets of the result count in the whole text. */
export function resolveDocument(
  document: DocumentView,
  candidates: readonly (readonly DateCandidate[])[],
  pack: DatePack,
): TemporalExpression[] {
  const placed = place(document, candidates);
  const { point: anchor, line } = originOf(document, placed);
  const header = headerDate(document);
  const around = {
    state: emptyState(),
    namedDays: findNamedDays(placed, anchor, pack),
    orthodox: pack.orthodox === true,
    weights: pack.direction ?? PLAIN_WEIGHTS,
  };
  const own = line === undefined ? anchor : parsePoint(document.date as string);
  const resolved = placed.map((item, index) => {
    const next = placed[index + 1];
    // the dateline's own year is the header's
    if (item.start === line?.start) return resolveOne(item, { next, document: own, ...around }, document.text);
    return anchoredAt(line, resolveOne(item, { next, document: anchor, ...around }, document.text), document.text);
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

/** Days close to the document's that the text names by weekday and date: what a bare weekday then means. */
function findNamedDays(placed: readonly Placed[], document: Point | null, pack: DatePack): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  if (document?.grain !== 'D') return days;
  for (const { candidate } of placed) {
    const { meaning, tense, leaning } = candidate;
    if (!isNamedInFull(meaning)) continue;
    const { point } = resolveMeaning(meaning, {
      ...emptyContext(pack.orthodox === true),
      document,
      ...(tense && { tense }),
      ...(leaning !== undefined && { leaning, weights: pack.direction ?? PLAIN_WEIGHTS }),
    });
    if (point?.exact && point.grain === 'D' && Math.abs(point.earliest - document.earliest) <= 7)
      days.set(weekdayOf(point.earliest), point.earliest);
  }
  return days;
}

const isNamedInFull = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.day !== undefined && meaning.month !== undefined && meaning.weekday !== undefined;

function resolveOne(item: Placed, around: Surroundings, text: string): TemporalExpression {
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
  const expression = expressionOf(item, resolved, countsFromDay(meaning) ? day.span : state.lastSpan, text);
  remember(item, resolved, state);
  return expression;
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
