import { own } from '../../core/members';
import type { Span } from '../../core/span';
import type { Attributes } from '../../formats/annotationDocument';
import { codePointMap } from '../../formats/codePoints';
import { isObject, type JsonObject, parseJson } from '../../formats/json';
import { fromLabel } from '../../formats/labels';
import { detectorMessages } from '../../messages/detectors';
import { MessageError } from '../../messages/error';
import { fileMessages } from '../../messages/files';
import type { ForeignSuggestion } from '../suggestions';

/** Another program that proposes annotations: a setting (`corpusAnnotator.detectors`). docs/detectors.md has the contract. */
export interface DetectorOptions {
  readonly name: string;
  /** A program and its arguments, run in the workspace folder; speaks JSON lines on its standard input and output. */
  readonly command?: readonly string[];
  /** Or an address on this machine: http://127.0.0.1:8000/annotate. */
  readonly url?: string;
  /** In what its offsets count, where it does not say so itself. */
  readonly offsets?: 'utf-16' | 'code points';
  /** Its labels as ours: {"GPE": "LOC", "LAW": "treaty/Article"}. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Suggestions with a lower score are dropped. */
  readonly minimumScore?: number;
  /** For one article, in milliseconds; without it, {@link TIMEOUT}. */
  readonly timeout?: number;
}

/** What is asked of a detector: one JSON object on one line. */
export interface DetectorRequest {
  readonly id: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** EDTF; null where the article has none. */
  readonly date: string | null;
}

/** Something that a detector did wrong, in words for the user. */
export class DetectorError extends MessageError {}

/** Default time for one article, in milliseconds. */
export const TIMEOUT = 10_000;
/** No answer may be longer, in UTF-16 code units: more is a program gone wrong. */
export const LONGEST_ANSWER = 20_000_000;

/** The line for a request, without line end. */
export function requestLine(request: DetectorRequest): string {
  return JSON.stringify(request);
}

/** A detector's answer as suggestions. Throws {@link DetectorError} where it is none; single bad annotations are left out and counted. */
export function readAnswer(
  line: string,
  request: DetectorRequest,
  options: DetectorOptions,
): { readonly suggestions: readonly ForeignSuggestion[]; readonly version?: string; readonly dropped: number } {
  const answer = parse(line);
  if (typeof answer.error === 'string') throw new DetectorError(fileMessages.verbatim(answer.error));
  if (answer.id !== undefined && answer.id !== request.id)
    throw new DetectorError(detectorMessages.otherId(JSON.stringify(answer.id), request.id));
  const list = answer.annotations;
  if (!Array.isArray(list)) throw new DetectorError(detectorMessages.noList);
  const unit = answer.offsets ?? options.offsets ?? 'utf-16';
  if (unit !== 'utf-16' && unit !== 'code points') throw new DetectorError(detectorMessages.offsets(JSON.stringify(unit)));
  const map = unit === 'code points' ? codePointMap(request.text) : undefined;
  const limit = map ? map.length : request.text.length;
  const version = typeof answer.version === 'string' ? answer.version : undefined;
  const suggestions: ForeignSuggestion[] = [];
  let dropped = 0;
  for (const item of list as unknown[]) {
    const read = readAnnotation(item, limit, options);
    if (read === undefined) dropped++;
    else if (read.score === undefined || read.score >= (options.minimumScore ?? 0)) {
      const spans = map ? read.spans.map((span) => ({ start: map.toUtf16(span.start), end: map.toUtf16(span.end) })) : read.spans;
      suggestions.push({ ...read, spans, source: options.name, ...(version !== undefined && { version }) });
    }
  }
  return { suggestions, dropped, ...(version !== undefined && { version }) };
}

function parse(line: string): JsonObject {
  const reading = parseJson(line);
  if (reading.problem) throw new DetectorError(detectorMessages.unreadable(reading.problem.message, line.slice(0, 80)));
  if (!isObject(reading.value)) throw new DetectorError(detectorMessages.notObject);
  return reading.value;
}

type Read = Omit<ForeignSuggestion, 'source' | 'version'>;

function readAnnotation(item: unknown, limit: number, options: DetectorOptions): Read | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { start, end, spans, type, label, layer, score, attributes } = item as Readonly<Record<string, unknown>>;
  const places = Array.isArray(spans) ? spans.map(asSpan) : [asSpan([start, end])];
  const name = typeof type === 'string' ? type : label;
  if (typeof name !== 'string' || name === '' || places.length === 0) return undefined;
  const sound: Span[] = [];
  for (const place of places) {
    if (place === undefined || place.start < (sound.at(-1)?.end ?? 0) || place.end > limit) return undefined;
    sound.push(place);
  }
  const mapped = own(options.labels ?? {}, name);
  const slash = mapped?.indexOf('/') ?? -1;
  const kind =
    mapped === undefined
      ? fromLabel(name)
      : slash > 0
        ? { layer: mapped.slice(0, slash), type: mapped.slice(slash + 1) }
        : fromLabel(mapped);
  const values = asAttributes(attributes);
  return {
    layer: typeof layer === 'string' && mapped === undefined ? layer : kind.layer,
    type: kind.type,
    spans: sound,
    ...(typeof score === 'number' && score >= 0 && score <= 1 && { score }),
    ...(values && { attributes: values }),
  };
}

function asSpan(value: unknown): Span | undefined {
  const [start, end] = Array.isArray(value) ? (value as unknown[]) : [];
  const sound =
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && (start as number) >= 0 && (start as number) < (end as number);
  return sound ? { start: start as number, end: end as number } : undefined;
}

function asAttributes(value: unknown): Attributes | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
