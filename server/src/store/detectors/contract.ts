import * as v from 'valibot';
import { own } from '../../core/members';
import type { Span } from '../../core/span';
import { codePointMap } from '../../formats/codePoints';
import { isObject, type JsonObject, parseJson } from '../../formats/json';
import { fromLabel } from '../../formats/labels';
import { detectorMessages } from '../../messages/detectors';
import { MessageError } from '../../messages/error';
import { fileMessages } from '../../messages/files';
import { lenient } from '../lenient';
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

/** A detector's answer as suggestions. Throws {@link DetectorError} where it is not one; single bad annotations are left out and counted. */
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

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Place = v.pipe(
  v.looseTuple([Offset, Offset]),
  v.check(([start, end]) => start < end),
  v.transform(([start, end]): Span => ({ start, end })),
);

/** One annotation as a detector writes it; docs/detectors.md says what each field means. */
const AnnotationFields = v.object({
  start: v.optional(v.unknown()),
  end: v.optional(v.unknown()),
  spans: v.optional(v.unknown()),
  type: lenient(v.string()),
  label: lenient(v.string()),
  layer: lenient(v.string()),
  score: lenient(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  attributes: lenient(v.record(v.string(), v.unknown())),
});

function readAnnotation(item: unknown, limit: number, options: DetectorOptions): Read | undefined {
  const read = v.safeParse(AnnotationFields, item);
  if (!read.success) return undefined;
  const { start, end, spans, type, label, layer, score, attributes } = read.output;
  const name = type ?? label;
  const places = placesOf(Array.isArray(spans) ? spans : [[start, end]], limit);
  if (name === undefined || name === '' || places === undefined) return undefined;
  const mapped = own(options.labels ?? {}, name);
  const kind = mapped === undefined ? fromLabel(name) : mappedKind(mapped);
  const values = Object.entries(attributes ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    layer: layer !== undefined && mapped === undefined ? layer : kind.layer,
    type: kind.type,
    spans: places,
    ...(score !== undefined && { score }),
    ...(values.length > 0 && { attributes: Object.fromEntries(values) }),
  };
}

/** Spans in text order that do not overlap and lie in the text; undefined where one of them does not. */
function placesOf(spans: readonly unknown[], limit: number): readonly Span[] | undefined {
  const sound: Span[] = [];
  for (const span of spans) {
    const read = v.safeParse(Place, span);
    if (!read.success || read.output.start < (sound.at(-1)?.end ?? 0) || read.output.end > limit) return undefined;
    sound.push(read.output);
  }
  return sound.length > 0 ? sound : undefined;
}

/** The layer and type of a label of the setting, which may name both: "treaty/Article". */
function mappedKind(label: string): { readonly layer: string; readonly type: string } {
  const slash = label.indexOf('/');
  return slash > 0 ? { layer: label.slice(0, slash), type: label.slice(slash + 1) } : fromLabel(label);
}
