import { formatMessages } from '../../messages/formats';
import { isMessage } from '../../messages/message';
import type { Annotation, AnnotationDocument, Relation } from '../annotationDocument';
import { fromTags } from '../articleLabels';
import { addAll } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadOptions,
  type ReadResult,
  type WriteOptions,
  type WriteResult,
  warning,
  withoutBom,
} from '../format';
import { asList, asText, isObject, type JsonObject, parseJsonLines } from '../json';
import { type Fields, reportWrongField } from '../jsonFields';
import { fromLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { encodeTags, tagTexts } from './articleTags';
import { DOCUMENT_FIELDS, decodeMetadata, decodeOffsets, encodeMetadata } from './spanObjects';

/**
 * doccano's lines, UTF-16 offsets. Variant `labels`: `{"text", "label": [[0, 2, "ORG"]]}`; variant `relations`:
 * `{"text", "entities": [{id, start_offset, end_offset, label}], "relations": [{id, from_id, to_id, type}]}`.
 * A list of words, `"label": ["positive"]`, is of the text as a whole (text classification).
 * All are read, with `labels` and `annotations` for `label`, and with the keys that {@link ReadOptions} names.
 */
export const doccano: FormatDescriptor = {
  id: 'doccano',
  title: 'doccano JSONL',
  extensions: ['jsonl', 'json'],
  unit: 'utf-16 code units',
  perFile: 'many',
  needsText: false,
  variants: ['labels', 'relations'],
  read,
  write,
};

const LABEL_KEYS = ['label', 'labels', 'annotations', 'entities'];

const LINE_FIELDS: Fields = {
  ...DOCUMENT_FIELDS,
  label: 'list',
  labels: 'list',
  annotations: 'list',
  entities: 'list',
  relations: 'list',
};

/** The line as it stood, and where in it each annotation and relation was. */
interface DoccanoOrigin {
  readonly line: JsonObject;
  readonly labelKey: string | undefined;
  readonly items: ReadonlyMap<string, unknown>;
  /** The list of labels was of the text as a whole (a project of text classification). */
  readonly isClassed: boolean;
}

function read(input: FormatInput, options: ReadOptions = {}): ReadResult {
  const { lines, problems } = parseJsonLines(withoutBom(input.content));
  const found: FormatProblem[] = [...problems];
  const textKey = options.textKey ?? 'text';
  const documents: AnnotationDocument[] = [];
  lines.forEach(({ line, value }, i) => {
    const text = isObject(value) ? value[textKey] : undefined;
    if (!isObject(value) || typeof text !== 'string') found.push(error(line, formatMessages.lineNeedsText(textKey)));
    else
      documents.push(
        readLine(value, text, `${documentName(input.name)}-${i + 1}`, options, (problem) => found.push({ ...problem, line })),
      );
  });
  return { documents, problems: found };
}

function readLine(
  line: JsonObject,
  text: string,
  fallback: string,
  options: ReadOptions,
  report: (problem: FormatProblem) => void,
): AnnotationDocument {
  reportWrongField(line, LINE_FIELDS, '', (problem) => report(warning(0, problem)));
  const labelKey = options.labelKey ?? LABEL_KEYS.find((key) => Array.isArray(line[key]));
  const items = new Map<string, unknown>();
  const ids = new Map<unknown, string>();
  const listed = asList(labelKey === undefined ? undefined : line[labelKey]);
  const classes = classesIn(listed);
  const marks = classes.length > 0 ? [] : listed;
  const annotations = marks.flatMap((item, i): Annotation[] => {
    const parts = Array.isArray(item)
      ? { start: item[0] as unknown, end: item[1] as unknown, label: asText(item[2]) }
      : isObject(item)
        ? { start: item.start_offset ?? item.start, end: item.end_offset ?? item.end, label: asText(item.label) }
        : {};
    const span = decodeOffsets({ start: parts.start, end: parts.end }, text.length, (offset) => offset);
    if (isMessage(span) || parts.label === undefined) {
      report(error(0, formatMessages.named(`${labelKey}[${i}]`, isMessage(span) ? span : formatMessages.part.noLabel)));
      return [];
    }
    const id = `T${items.size + 1}`;
    items.set(id, item);
    if (isObject(item)) ids.set(item.id, id);
    return [{ id, ...fromLabel(parts.label), spans: [span], attributes: {} }];
  });
  const relations = asList(line.relations).flatMap((item, i): Relation[] => {
    const [from, to] = isObject(item) ? [ids.get(item.from_id), ids.get(item.to_id)] : [];
    const type = isObject(item) ? asText(item.type) : undefined;
    if (from === undefined || to === undefined || type === undefined) {
      report(warning(0, formatMessages.relationNotEntities(i)));
      return [];
    }
    const id = `R${i + 1}`;
    items.set(id, item);
    const args = [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ];
    return [{ id, type, args, attributes: {} }];
  });
  const [language, date] = [asText(line.language), asText(line.date)];
  return {
    id: asText(line.article) ?? asText(line.id) ?? fallback,
    text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    ...decodeMetadata(line.metadata),
    ...fromTags([...classes, ...tagTexts(line.cats)]),
    annotations,
    relations,
    groups: [],
    origin: { format: 'doccano', data: { line, labelKey, items, isClassed: classes.length > 0 } satisfies DoccanoOrigin },
  };
}

/** What a list says of the text as a whole: words, and nothing but words. */
const classesIn = (listed: readonly unknown[]): readonly string[] =>
  listed.every((item) => typeof item === 'string') ? tagTexts(listed) : [];

function capabilities(relations: boolean): Capabilities {
  return {
    ...EVERYTHING,
    metadata: true,
    labels: true,
    ids: false,
    label: (layer, type) => fromLabel(toLabel(layer, type)),
    accepts: (annotation) => annotation.layer !== 'structure',
    discontinuous: false,
    emptySpans: false,
    attributes: false,
    links: false,
    notes: false,
    status: false,
    source: false,
    score: false,
    relations: relations ? 'binary' : 'none',
    roles: false,
    relationDetails: false,
    groups: false,
    tokens: false,
    sentences: false,
  };
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const lines = documents.map((document) => {
    const origin = document.origin?.format === 'doccano' ? (document.origin.data as DoccanoOrigin) : undefined;
    const related = (options.variant ?? (origin?.line.entities === undefined ? 'labels' : 'relations')) === 'relations';
    const able = capabilities(related);
    // In its own lines the order and the ids of doccano stay.
    const reduction = reduce(document, origin ? { ...able, ids: true } : able, options);
    addAll(losses, reduction.losses);
    return `${JSON.stringify(writeLine(reduction.document, origin, related))}\n`;
  });
  return { files: [{ name: `${options.name ?? 'doccano'}.jsonl`, content: lines.join('') }], losses };
}

/** Labels of the text stay in the list that they stood in, unless marks need it now. */
function isClassified(document: AnnotationDocument, origin: DoccanoOrigin | undefined): boolean {
  return origin?.isClassed === true && origin.line.cats === undefined && document.annotations.length === 0;
}

function tagsOf(document: AnnotationDocument, origin: DoccanoOrigin | undefined): JsonObject {
  const key = (isClassified(document, origin) && origin?.labelKey) || 'cats';
  return encodeTags(key, document, origin?.line[key]);
}

function writeLine(document: AnnotationDocument, origin: DoccanoOrigin | undefined, related: boolean): JsonObject {
  const before = Object.fromEntries(
    Object.entries(origin?.line ?? {}).filter(([key]) => key !== origin?.labelKey && key !== 'relations'),
  );
  const head = {
    ...(!origin && { article: document.id }),
    text: document.text,
    ...(document.language !== undefined && { language: document.language }),
    ...(document.date !== undefined && { date: document.date }),
    ...encodeMetadata(document, origin?.line.metadata),
    ...tagsOf(document, origin),
  };
  if (isClassified(document, origin)) return { ...before, ...head };
  const label = (annotation: Annotation): string => toLabel(annotation.layer, annotation.type);
  if (!related) {
    const triples = document.annotations.flatMap((annotation) =>
      annotation.spans.map((span) => [span.start, span.end, label(annotation)]),
    );
    const key = origin?.labelKey ?? 'label';
    return { ...before, ...head, [key === 'entities' ? 'label' : key]: triples };
  }
  const idOf = (id: string, index: number): unknown => {
    const item = origin?.items.get(id);
    return isObject(item) ? item.id : origin ? `new-${id}` : index;
  };
  const ids = new Map(document.annotations.map((annotation, i) => [annotation.id, idOf(annotation.id, i)]));
  const entities = document.annotations.map((annotation) => ({
    id: ids.get(annotation.id),
    start_offset: annotation.spans[0]?.start,
    end_offset: annotation.spans[0]?.end,
    label: label(annotation),
  }));
  const relations = document.relations.map((relation, i) => {
    const id = idOf(relation.id, i);
    const [from, to] = relation.args.map((arg) => ids.get(arg.target));
    return { ...(id !== undefined && { id }), from_id: from, to_id: to, type: relation.type };
  });
  return { ...before, ...head, entities, relations };
}
