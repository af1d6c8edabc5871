import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import type { CodePointMap } from '../codePoints';
import { asOffset, asText, isObject, type JsonObject } from '../json';

/** Takes a problem at the annotation being read. */
export type Report = (severity: 'error' | 'warning', message: Message) => void;

/** The place that a target's selectors give: the position if the words there are the quoted ones, else the quote. */
export function select(target: JsonObject, text: string, map: CodePointMap, report: Report): Span[] {
  const selectors = list(target.selector).filter(isObject);
  if (selectors.length === 0) return [];
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const exact = asText(quote?.exact);
  const [start, end] = [asOffset(position?.start), asOffset(position?.end)];
  if (start !== undefined && end !== undefined && start <= end) {
    const inPoints = end <= map.length ? { start: map.toUtf16(start), end: map.toUtf16(end) } : undefined;
    if (inPoints && (exact === undefined || text.slice(inPoints.start, inPoints.end) === exact)) return [inPoints];
    // Tools in browsers count UTF-16 units in spite of the Recommendation; the quote tells.
    if (exact !== undefined && text.slice(start, end) === exact) return [{ start, end }];
  }
  const found =
    exact === undefined ? undefined : findQuote(text, exact, asText(quote?.prefix) ?? '', asText(quote?.suffix) ?? '');
  if (found) return [found];
  if (exact === undefined && position)
    report('error', formatMessages.positionOutside(String(position.start), String(position.end), map.length));
  else if (exact !== undefined)
    report('error', text.includes(exact) ? formatMessages.severalPlaces(exact) : formatMessages.notInText(exact));
  else report('warning', formatMessages.notTextSelector);
  return [];
}

/** The one place with this context, or the only place at all. */
function findQuote(text: string, exact: string, prefix: string, suffix: string): Span | undefined {
  if (exact === '') return undefined;
  const whole = text.indexOf(prefix + exact + suffix);
  const unique = whole !== -1 && text.indexOf(prefix + exact + suffix, whole + 1) === -1;
  if (unique) return { start: whole + prefix.length, end: whole + prefix.length + exact.length };
  const first = text.indexOf(exact);
  return first !== -1 && text.indexOf(exact, first + 1) === -1 ? { start: first, end: first + exact.length } : undefined;
}

/** JSON-LD lets one value stand for a list of one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
