import type { Span } from '../../core/span';
import { lossMessages } from '../../messages/losses';
import { type Annotation, type AnnotationDocument, compareText, type Relation } from '../annotationDocument';
import { addAll } from '../collections';
import type { FormatDescriptor, OutputFile, WriteOptions, WriteResult } from '../format';
import { asList, asText, isObject, type JsonObject } from '../json';
import { fromLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { choicesIn, newChoices, withoutOldChoices } from './labelStudioChoices';
import { labelingConfig } from './labelStudioConfig';
import { type Container, type LabelStudioOrigin, type Place, readLabelStudio } from './labelStudioRead';
import { type EncodedSpan, encodeMetadata, encodeSpans } from './spanObjects';

/**
 * Label Studio tasks, UTF-16 offsets: suggestions as `predictions` (one per source, the source as `model_version`),
 * all else as `annotations`; the labelling configuration that the project needs is written beside. What regions have no
 * key for stands in their `meta`, which Label Studio keeps: the note in `meta.text`, the rest in `meta.corpus_annotator`.
 */
export const labelStudio: FormatDescriptor = {
  id: 'label-studio',
  title: 'Label Studio JSON',
  extensions: ['json'],
  unit: 'utf-16 code units',
  perFile: 'many',
  needsText: false,
  variants: [],
  read: readLabelStudio,
  write,
};

const CAPABILITIES: Capabilities = {
  ...EVERYTHING,
  metadata: true,
  labels: true,
  label: (layer, type) => fromLabel(toLabel(layer, type)),
  accepts: (annotation) => annotation.layer !== 'structure',
  emptySpans: false,
  relations: 'binary',
  roles: false,
  relationDetails: false,
  tokens: false,
  sentences: false,
};

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const labels = new Set<string>();
  const written: AnnotationDocument[] = [];
  const tasks = documents.map((document) => {
    const origin = document.origin?.format === 'label-studio' ? (document.origin.data as LabelStudioOrigin) : undefined;
    const reduction = reduce(document, CAPABILITIES, options);
    addAll(losses, reduction.losses);
    written.push(reduction.document);
    return new TaskWriter(reduction.document, origin, labels, losses).write();
  });
  const name = options.name ?? 'label-studio';
  const files: OutputFile[] = [
    { name: `${name}.json`, content: `${JSON.stringify(tasks, undefined, 2)}\n` },
    { name: `${name}.config.xml`, content: labelingConfig([...labels].sort(compareText), choicesIn(written)) },
  ];
  return { files, losses };
}

class TaskWriter {
  readonly #document: AnnotationDocument;
  readonly #origin: LabelStudioOrigin | undefined;
  readonly #labels: Set<string>;
  readonly #losses: LossItem[];
  readonly #containers: Record<Container, { holder: JsonObject; result: unknown[] }[]>;

  constructor(document: AnnotationDocument, origin: LabelStudioOrigin | undefined, labels: Set<string>, losses: LossItem[]) {
    this.#document = document;
    this.#origin = origin;
    this.#labels = labels;
    this.#losses = losses;
    const before = (container: Container): { holder: JsonObject; result: unknown[] }[] =>
      asList(origin?.task[container]).map((holder) => ({
        holder: isObject(holder) ? holder : {},
        result: this.#untouched(holder),
      }));
    this.#containers = {
      annotations: before('annotations'),
      predictions: before('predictions'),
      completions: before('completions'),
    };
  }

  /** Results that are neither regions nor relations of the document. */
  #untouched(holder: unknown): unknown[] {
    const read = new Set([...(this.#origin?.places.values() ?? [])].flat().map((place) => place.raw));
    return asList(isObject(holder) ? holder.result : undefined).filter((item) => !read.has(item));
  }

  write(): JsonObject {
    const where = new Map<string, { holder: JsonObject; result: unknown[] }>();
    const regionIds = new Map<string, string>();
    const seen = new Map<string, number>();
    const shared = new SharedRegions();
    for (const encoded of encodeSpans(this.#document)) {
      const { annotation } = encoded;
      const nth = seen.get(annotation.id) ?? 0;
      seen.set(annotation.id, nth + 1);
      const place = this.#origin?.places.get(annotation.id)?.[nth];
      const first = shared.add(encoded, place?.raw);
      if (first) {
        this.#labels.add(encoded.label);
        regionIds.set(annotation.id, regionIds.get(first) ?? '');
        const target = where.get(first);
        if (target) where.set(annotation.id, target);
        continue;
      }
      const container = this.#containerOf(annotation);
      const target = this.#holder(container, annotation, place);
      where.set(annotation.id, target);
      const region = this.#region(encoded, nth, container, target.holder, place?.container === container ? place.raw : undefined);
      regionIds.set(annotation.id, regionIds.get(annotation.id) ?? String(region.id));
      target.result.push(region);
      shared.written(encoded, place?.raw, region);
    }
    for (const relation of this.#document.relations) this.#relation(relation, where, regionIds);
    const task = this.#origin?.task ?? {};
    this.#choices(task);
    const { language, date, groups, id, text } = this.#document;
    const data = {
      ...(isObject(task.data) ? task.data : {}),
      ...((!this.#origin || isObject(task.data)) && { [this.#origin?.textKey ?? 'text']: text }),
      ...(this.#origin?.page !== undefined && { [this.#origin.textKey]: this.#origin.page }),
      ...(!this.#origin && { article: id }),
      ...(language !== undefined && { language }),
      ...(date !== undefined && { date }),
      ...encodeMetadata(this.#document, isObject(task.data) ? task.data.metadata : undefined),
      ...(groups.length > 0 && { groups }),
    };
    return {
      ...task,
      ...(Object.keys(data).length > 0 && { data }),
      ...this.#filled('annotations'),
      ...this.#filled('predictions'),
      ...this.#filled('completions'),
    };
  }

  #choices(task: JsonObject): void {
    const { annotations, completions } = this.#containers;
    const { labels } = this.#document;
    for (const holder of [...annotations, ...completions]) holder.result = withoutOldChoices(holder.result, task, labels);
    const added = newChoices(task, labels);
    if (added.length > 0) addAll(this.#holder(this.#decided(), {}, undefined).result, added);
  }

  #containerOf({ status }: Annotation): Container {
    return status === 'suggested' ? 'predictions' : this.#decided();
  }

  /** A task of an older version goes on in its own terms. */
  #decided(): Container {
    return this.#containers.completions.length > 0 && this.#containers.annotations.length === 0 ? 'completions' : 'annotations';
  }

  #filled(container: Container): JsonObject {
    const list = this.#containers[container];
    if (list.length === 0 && this.#origin?.task[container] === undefined) return {};
    return { [container]: list.map(({ holder, result }) => ({ ...holder, result })) };
  }

  #holder(
    container: Container,
    annotation: Pick<Annotation, 'source'>,
    place: Place | undefined,
  ): { holder: JsonObject; result: unknown[] } {
    const list = this.#containers[container];
    const known = place?.container === container ? list[place.index] : undefined;
    const model = annotation.source ?? 'corpus-annotator';
    const fitting = known ?? (container !== 'predictions' ? list[0] : list.find(({ holder }) => holder.model_version === model));
    if (fitting) return fitting;
    const made = { holder: container === 'predictions' ? { model_version: model } : {}, result: [] };
    list.push(made);
    return made;
  }

  #region(encoded: EncodedSpan, nth: number, container: Container, holder: JsonObject, raw: unknown): JsonObject {
    const { annotation, span, label, extras } = encoded;
    this.#labels.add(label);
    const before = isObject(raw) ? raw : {};
    const { note, score, status, source, id: _, ...others } = extras;
    const implied = container === 'predictions' ? 'suggested' : 'confirmed';
    const own = {
      ...(annotation.spans.length > 1 && { id: annotation.id }),
      ...others,
      ...(nth === 0 && annotation.status !== implied && { status: status ?? 'unjudged' }),
      ...(source !== undefined && container !== 'predictions' && { source }),
      ...(nth === 0 &&
        source === undefined &&
        container === 'predictions' &&
        asText(holder.model_version) !== undefined && { anonymous: true }),
    };
    const { corpus_annotator: _own, text: _text, ...meta } = isObject(before.meta) ? before.meta : {};
    const allMeta = {
      ...meta,
      ...(typeof note === 'string' && { text: note.split('\n') }),
      ...(Object.keys(own).length > 0 && { corpus_annotator: own }),
    };
    const value = isObject(before.value) ? before.value : undefined;
    const { meta: _meta, score: _score, ...rest } = before;
    return {
      ...rest,
      id: asText(before.id) ?? (nth === 0 ? annotation.id : `${annotation.id}.${nth + 1}`),
      from_name: before.from_name ?? 'label',
      to_name: before.to_name ?? 'text',
      type: before.type ?? 'labels',
      value: {
        ...value,
        ...placedAt(span, value, this.#origin?.page !== undefined),
        ...((!value || 'text' in value) && { text: this.#document.text.slice(span.start, span.end) }),
        ...(value && 'hypertextlabels' in value ? { hypertextlabels: [label] } : { labels: [label] }),
        ...(value && 'score' in value && { score }),
      },
      ...(score !== undefined && !(value && 'score' in value) && { score }),
      ...(Object.keys(allMeta).length > 0 && { meta: allMeta }),
    };
  }

  #relation(relation: Relation, where: ReadonlyMap<string, { result: unknown[] }>, regionIds: ReadonlyMap<string, string>): void {
    const [from, to] = relation.args.map((arg) => arg.target);
    const [source, target] = [where.get(from ?? ''), where.get(to ?? '')];
    if (!source || source !== target) {
      this.#losses.push({
        document: this.#document.id,
        kind: 'relation',
        item: relation.id,
        detail: lossMessages.labelStudioRelation,
      });
      return;
    }
    const raw = this.#origin?.places.get(relation.id)?.[0]?.raw;
    source.result.push({
      direction: 'right',
      ...(isObject(raw) ? raw : {}),
      type: 'relation',
      from_id: regionIds.get(from ?? ''),
      to_id: regionIds.get(to ?? ''),
      ...((!isObject(raw) || Array.isArray(raw.labels)) && { labels: [relation.type] }),
    });
  }
}

/** Where a region stands; one of a page keeps its paths, which say the same as its offsets, while it stays where it was. */
function placedAt({ start, end }: Span, value: JsonObject | undefined, isPage: boolean): JsonObject {
  if (!isPage) return { start, end };
  const before = isObject(value?.globalOffsets) ? value.globalOffsets : undefined;
  if (before?.start === start && before.end === end) return {};
  return { start: '/', end: '/', startOffset: start, endOffset: end, globalOffsets: { start, end } };
}

/** Regions with several labels: each label is an annotation, and they are one region again while they say the same. */
class SharedRegions {
  readonly #first = new Map<unknown, { readonly id: string; readonly said: string; readonly region: JsonObject }>();

  /** Adds a label to the region that it came from; gives the id of the annotation that stands for it, if there is one. */
  add(encoded: EncodedSpan, raw: unknown): string | undefined {
    const first = raw === undefined ? undefined : this.#first.get(raw);
    if (!first || first.id === encoded.annotation.id || first.said !== said(encoded)) return undefined;
    const value = first.region.value as JsonObject;
    for (const key of ['labels', 'hypertextlabels']) if (Array.isArray(value[key])) value[key].push(encoded.label);
    return first.id;
  }

  written(encoded: EncodedSpan, raw: unknown, region: JsonObject): void {
    if (raw !== undefined && !this.#first.has(raw))
      this.#first.set(raw, { id: encoded.annotation.id, said: said(encoded), region });
  }
}

function said({ span, extras }: EncodedSpan): string {
  const { id: _, ...others } = extras;
  return JSON.stringify([span.start, span.end, Object.entries(others).sort(([a], [b]) => compareText(a, b))]);
}
