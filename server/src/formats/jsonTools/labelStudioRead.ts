import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import { isMessage } from '../../messages/message';
import type { AnnotationDocument, Relation } from '../annotationDocument';
import {
  documentName,
  error,
  type FormatInput,
  type FormatProblem,
  type ReadOptions,
  type ReadResult,
  textFor,
  warning,
  withoutBom,
} from '../format';
import { asList, asOffset, asText, isObject, type JsonObject, jsonLines, parseJson } from '../json';
import { type Fields, reportWrongField } from '../jsonFields';
import { labelsOfTask } from './labelStudioChoices';
import { isHyperText, pageText, usualTask } from './labelStudioTask';
import {
  asStatus,
  type DecodedSpan,
  DOCUMENT_FIELDS,
  decodeGroups,
  decodeMetadata,
  decodeOffsets,
  decodeSpans,
} from './spanObjects';

/** Where results stand; `completions` are what annotations were called before 2021. */
export const CONTAINERS = ['annotations', 'predictions', 'completions'] as const;
/** One of {@link CONTAINERS}. */
export type Container = (typeof CONTAINERS)[number];

/** Where in the task as read an annotation or relation stood. */
export interface Place {
  readonly container: Container;
  readonly index: number;
  readonly raw: unknown;
}

/** What the document keeps of the task. */
export interface LabelStudioOrigin {
  readonly task: JsonObject;
  readonly textKey: string;
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** What the text was read out of, where that is a page. */
  readonly page?: string;
}

type Report = (path: (string | number)[], severity: 'error' | 'warning', message: Message) => void;

/** Reads one task or a list of them. */
export function readLabelStudio(input: FormatInput, options: ReadOptions = {}): ReadResult {
  const content = withoutBom(input.content);
  const reading = parseJson(content);
  if (reading.problem) return { documents: [], problems: [reading.problem] };
  const whole = Array.isArray(reading.value);
  const tasks: readonly unknown[] = whole ? asList(reading.value) : [reading.value];
  const lineOf = jsonLines(content);
  const problems: FormatProblem[] = [];
  const documents = tasks.flatMap((task, i): AnnotationDocument[] => {
    const base = whole ? [i] : [];
    const report: Report = (path, severity, message) =>
      problems.push((severity === 'error' ? error : warning)(lineOf([...base, ...path]), message));
    const document = isObject(task) ? readTask(task, input, `${documentName(input.name)}-${i + 1}`, options, report) : undefined;
    if (!isObject(task)) report([], 'error', formatMessages.taskObject);
    return document ? [document] : [];
  });
  return { documents, problems };
}

const TASK_FIELDS: Fields = { id: 'text', data: 'object', annotations: 'list', predictions: 'list', completions: 'list' };

function readTask(
  found: JsonObject,
  input: FormatInput,
  fallback: string,
  options: ReadOptions,
  report: Report,
): AnnotationDocument | undefined {
  const task = usualTask(found);
  const data = isObject(task.data) ? task.data : {};
  const warn = (problem: Message): void => report([], 'warning', problem);
  reportWrongField(task, TASK_FIELDS, '', warn);
  reportWrongField(data, DOCUMENT_FIELDS, 'data', warn);
  const textKey =
    options.textKey ??
    (typeof data.text === 'string' ? 'text' : Object.keys(data).find((key) => typeof data[key] === 'string')) ??
    'text';
  const id = asText(data.article) ?? asText(task.id) ?? fallback;
  const said = data[textKey];
  const page = typeof said === 'string' && isHyperText(task) ? said : undefined;
  const text = page !== undefined ? pageText(page) : typeof said === 'string' ? said : textFor(input, id);
  if (text === undefined) {
    report([], 'error', formatMessages.taskNoText(id, textKey));
    return undefined;
  }
  const regions = regionsOf(task);
  const places = new Map<unknown, Place>(regions.map(({ raw, place }) => [raw, place]));
  const moved = new Moved();
  const spans = regions.flatMap(({ raw, holder, path, place }) =>
    readRegion(raw, { holder, text, container: place.container, moved }, (severity, message) => report(path, severity, message)),
  );
  moved.tell((message) => report([], 'warning', message));
  const { annotations, raw } = decodeSpans(spans);
  const allPlaces = new Map([...raw].map(([own, list]) => [own, list.flatMap((region) => places.get(region) ?? [])]));
  const relations = readRelations(regions, raw, places, report);
  for (const { relation, place } of relations) allPlaces.set(relation.id, [place]);
  const [language, date] = [asText(data.language), asText(data.date)];
  const origin = { task, textKey, places: allPlaces, ...(page !== undefined && { page }) } satisfies LabelStudioOrigin;
  return {
    id,
    text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    ...decodeMetadata(data.metadata),
    ...labelsOfTask(task),
    annotations,
    relations: relations.map(({ relation }) => relation),
    groups: decodeGroups(data.groups, annotations),
    origin: { format: 'label-studio', data: origin },
  };
}

interface Region {
  readonly raw: unknown;
  readonly holder: JsonObject;
  readonly path: (string | number)[];
  readonly place: Place;
}

function regionsOf(task: JsonObject): readonly Region[] {
  return CONTAINERS.flatMap((container) =>
    asList(task[container]).flatMap((holder, index) =>
      asList(isObject(holder) ? holder.result : undefined).map(
        (raw, i): Region => ({
          raw,
          holder: holder as JsonObject,
          path: [container, index, 'result', i],
          place: { container, index, raw },
        }),
      ),
    ),
  );
}

function readRelations(
  regions: readonly Region[],
  raw: ReadonlyMap<string, readonly unknown[]>,
  places: ReadonlyMap<unknown, Place>,
  report: Report,
): readonly { readonly relation: Relation; readonly place: Place }[] {
  const keyOf = ({ container, index }: Place, id: unknown): string => `${container} ${index} ${asText(id)}`;
  const idOf = new Map<string, string>();
  for (const [own, list] of raw)
    for (const region of list) {
      const place = places.get(region);
      const key = place && keyOf(place, (region as JsonObject).id);
      // of several labels of one region the first is meant
      if (key !== undefined && !idOf.has(key)) idOf.set(key, own);
    }
  const relations: { relation: Relation; place: Place }[] = [];
  for (const { raw: item, path, place } of regions) {
    if (!isObject(item) || item.type !== 'relation') continue;
    const [from, to] = [item.from_id, item.to_id].map((end) => idOf.get(keyOf(place, end)));
    if (from === undefined || to === undefined) {
      report(path, 'warning', formatMessages.relationNotRegions);
      continue;
    }
    const args = [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ];
    const id = `R${relations.length + 1}`;
    relations.push({ relation: { id, type: asText(asList(item.labels)[0]) ?? 'relation', args, attributes: {} }, place });
  }
  return relations;
}

/** Regions whose offsets are not those of their words, counted: a file shifts all of them or none. */
class Moved {
  readonly #found: (readonly [string, string])[] = [];
  readonly #other: (readonly [string, string])[] = [];

  add(isFound: boolean, said: string, there: string): void {
    (isFound ? this.#found : this.#other).push([said, there]);
  }

  tell(report: (message: Message) => void): void {
    const [found] = this.#found;
    const [other] = this.#other;
    if (found) report(formatMessages.regionsFoundAgain(this.#found.length, ...found));
    if (other) report(formatMessages.regionsElsewhere(this.#other.length, ...other));
  }
}

function readRegion(
  raw: unknown,
  { holder, text, container, moved }: { holder: JsonObject; text: string; container: Container; moved: Moved },
  report: (severity: 'error' | 'warning', message: Message) => void,
): DecodedSpan[] {
  if (!isObject(raw)) {
    report('error', formatMessages.resultObject);
    return [];
  }
  const value = isObject(raw.value) ? raw.value : undefined;
  const labels = asList(value?.labels ?? value?.hypertextlabels).flatMap((item) => asText(item) ?? []);
  // Relations come later; choices, ratings and the like are about the whole text and stay in the task as they are.
  if (!value || labels.length === 0 || value.start === undefined) return [];
  const span = placeOf(value, text, moved);
  if (isMessage(span)) {
    report('error', formatMessages.theRegion(span));
    return [];
  }
  const extras = extrasOf(raw, value, holder, container);
  const { id: _id, fragment: _fragment, ...others } = extras;
  return labels.map((label, i) => ({ span, label, extras: i === 0 ? extras : others, raw }));
}

/** Where a region's words stand: as it counts, else the nearest place that has them. */
function placeOf(value: JsonObject, text: string, moved: Moved): Span | Message {
  const counted = isObject(value.globalOffsets) ? value.globalOffsets : value;
  const span = decodeOffsets(counted, text.length, (offset) => offset);
  const said = typeof value.text === 'string' ? value.text : undefined;
  const there = isMessage(span) ? '' : text.slice(span.start, span.end);
  if (said === undefined || said === '' || said === there) return span;
  const near = nearest(text, said, asOffset(counted.start) ?? 0);
  moved.add(near !== undefined, said, there);
  return near === undefined ? span : { start: near, end: near + said.length };
}

function nearest(text: string, words: string, at: number): number | undefined {
  const [before, after] = [text.lastIndexOf(words, at), text.indexOf(words, at)];
  if (before < 0 || after < 0) return before < 0 && after < 0 ? undefined : Math.max(before, after);
  return at - before <= after - at ? before : after;
}

function extrasOf(raw: JsonObject, value: JsonObject, holder: JsonObject, container: Container): JsonObject {
  const meta = isObject(raw.meta) ? raw.meta : {};
  const own = isObject(meta.corpus_annotator) ? meta.corpus_annotator : {};
  const note = asList(meta.text)
    .flatMap((line) => asText(line) ?? [])
    .join('\n');
  const model = container === 'predictions' ? asText(holder.model_version) : undefined;
  const score = [raw.score, value.score].find((number) => typeof number === 'number');
  const implied = container === 'predictions' ? 'suggested' : 'confirmed';
  const status = own.status === 'unjudged' ? undefined : (asStatus(own.status) ?? implied);
  return {
    ...own,
    id: own.id ?? raw.id,
    status,
    ...(own.source === undefined && own.anonymous !== true && model !== undefined && { source: model }),
    ...(score !== undefined && { score }),
    ...(note !== '' && { note }),
  };
}
