import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import { isMessage } from '../../messages/message';
import type { AnnotationDocument, Relation } from '../annotationDocument';
import {
  error,
  type FormatInput,
  type FormatProblem,
  type ReadOptions,
  type ReadResult,
  stem,
  textFor,
  warning,
  withoutBom,
} from '../format';
import { asList, asText, isObject, type JsonObject, jsonLines, parseJson } from '../json';
import { type Fields, reportWrongField } from '../jsonFields';
import { asStatus, type DecodedSpan, DOCUMENT_FIELDS, decodeGroups, decodeOffsets, decodeSpans } from './spanObjects';

/** Where results stand. */
export const CONTAINERS = ['annotations', 'predictions'] as const;
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
    const document = isObject(task) ? readTask(task, input, `${stem(input.name)}-${i + 1}`, options, report) : undefined;
    if (!isObject(task)) report([], 'error', formatMessages.taskObject);
    return document ? [document] : [];
  });
  return { documents, problems };
}

const TASK_FIELDS: Fields = { id: 'text', data: 'object', annotations: 'list', predictions: 'list' };

function readTask(
  task: JsonObject,
  input: FormatInput,
  fallback: string,
  options: ReadOptions,
  report: Report,
): AnnotationDocument | undefined {
  const data = isObject(task.data) ? task.data : {};
  const warn = (problem: Message): void => report([], 'warning', problem);
  reportWrongField(task, TASK_FIELDS, '', warn);
  reportWrongField(data, DOCUMENT_FIELDS, 'data', warn);
  const textKey =
    options.textKey ??
    (typeof data.text === 'string' ? 'text' : Object.keys(data).find((key) => typeof data[key] === 'string')) ??
    'text';
  const id = asText(data.article) ?? asText(task.id) ?? fallback;
  const text = typeof data[textKey] === 'string' ? data[textKey] : textFor(input, id);
  if (text === undefined) {
    report([], 'error', formatMessages.taskNoText(id, textKey));
    return undefined;
  }
  const regions = CONTAINERS.flatMap((container) =>
    asList(task[container]).flatMap((holder, index) =>
      asList(isObject(holder) ? holder.result : undefined).map((raw, i) => ({
        raw,
        holder: holder as JsonObject,
        path: [container, index, 'result', i],
        place: { container, index, raw } as Place,
      })),
    ),
  );
  const places = new Map<unknown, Place>(regions.map(({ raw, place }) => [raw, place]));
  const spans = regions.flatMap(({ raw, holder, path, place }) =>
    readRegion(raw, holder, text, place.container, (severity, message) => report(path, severity, message)),
  );
  const { annotations, raw } = decodeSpans(spans);
  const idOf = new Map(
    [...raw].flatMap(([own, list]) =>
      list.map(
        (region) =>
          [`${places.get(region)?.container} ${places.get(region)?.index} ${asText((region as JsonObject).id)}`, own] as const,
      ),
    ),
  );
  const allPlaces = new Map([...raw].map(([own, list]) => [own, list.flatMap((region) => places.get(region) ?? [])]));
  const relations: Relation[] = [];
  for (const { raw: item, path, place } of regions) {
    if (!isObject(item) || item.type !== 'relation') continue;
    const ends = [item.from_id, item.to_id].map((end) => idOf.get(`${place.container} ${place.index} ${asText(end)}`));
    if (ends[0] === undefined || ends[1] === undefined) {
      report(path, 'warning', formatMessages.relationNotRegions);
      continue;
    }
    const relation: Relation = {
      id: `R${relations.length + 1}`,
      type: asText(asList(item.labels)[0]) ?? 'relation',
      args: [
        { role: 'Arg1', target: ends[0] },
        { role: 'Arg2', target: ends[1] },
      ],
      attributes: {},
    };
    relations.push(relation);
    allPlaces.set(relation.id, [place]);
  }
  const [language, date] = [asText(data.language), asText(data.date)];
  return {
    id,
    text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    annotations,
    relations,
    groups: decodeGroups(data.groups, annotations),
    origin: { format: 'label-studio', data: { task, textKey, places: allPlaces } satisfies LabelStudioOrigin },
  };
}

function readRegion(
  raw: unknown,
  holder: JsonObject,
  text: string,
  container: Container,
  report: (severity: 'error' | 'warning', message: Message) => void,
): DecodedSpan[] {
  if (!isObject(raw)) {
    report('error', formatMessages.resultObject);
    return [];
  }
  const value = isObject(raw.value) ? raw.value : undefined;
  const [label] = asList(value?.labels ?? value?.hypertextlabels).flatMap((item) => asText(item) ?? []);
  // Relations come later; choices, ratings and the like are about the whole text and stay in the task as they are.
  if (!value || label === undefined || value.start === undefined) return [];
  const span = decodeOffsets(value, text.length, (offset) => offset);
  if (isMessage(span)) {
    report('error', formatMessages.theRegion(span));
    return [];
  }
  const found = text.slice(span.start, span.end);
  if (typeof value.text === 'string' && value.text !== found) report('warning', formatMessages.regionSays(value.text, found));
  const meta = isObject(raw.meta) ? raw.meta : {};
  const own = isObject(meta.corpus_annotator) ? meta.corpus_annotator : {};
  const note = asList(meta.text)
    .flatMap((line) => asText(line) ?? [])
    .join('\n');
  const model = container === 'predictions' ? asText(holder.model_version) : undefined;
  const score = typeof raw.score === 'number' ? raw.score : typeof value.score === 'number' ? value.score : undefined;
  const status =
    own.status === 'unjudged' ? undefined : (asStatus(own.status) ?? (container === 'predictions' ? 'suggested' : 'confirmed'));
  const extras = {
    ...own,
    id: own.id ?? raw.id,
    status,
    ...(own.source === undefined && own.anonymous !== true && model !== undefined && { source: model }),
    ...(score !== undefined && { score }),
    ...(note !== '' && { note }),
  };
  return [{ span, label, extras, raw }];
}
