import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  type EntityGroup,
  type KnowledgeLink,
  type Relation,
  toAttributeValue,
} from '../annotationDocument';
import { fromTags, labelled } from '../articleLabels';
import { type CodePointMap, codePointMap } from '../codePoints';
import { addTo } from '../collections';
import {
  documentName,
  error,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  textFor,
  warning,
  withoutBom,
} from '../format';
import { asList, asText, isObject, type JsonObject, jsonLines, parseJson } from '../json';
import { asStatus } from '../jsonTools/spanObjects';
import { fromLabel } from '../labels';
import { list, type Report, select } from './select';
import { PURPOSES } from './write';

/** Reads a collection, a page, a list or one annotation. */
export function readWebAnnotations(input: FormatInput): ReadResult {
  const content = withoutBom(input.content);
  const reading = parseJson(content);
  if (reading.problem) return { documents: [], problems: [reading.problem] };
  const lineOf = jsonLines(content);
  const { value } = reading;
  const sources = new Map<string, DocumentReader>();
  const problems: FormatProblem[] = [];
  for (const source of isObject(value) ? list(value['ca:document']) : []) {
    const uri = isObject(source) ? asText(source.id) : undefined;
    if (isObject(source) && uri !== undefined)
      sources.set(uri, new DocumentReader(asText(source['ca:name']) ?? uri, asText(source['ca:text']), source));
  }
  for (const { item, path } of findItems(value)) {
    const report = (severity: 'error' | 'warning', message: Message): number =>
      problems.push((severity === 'error' ? error : warning)(lineOf(path), message));
    if (!isObject(item) || !list(item.type).includes('Annotation')) {
      report('error', formatMessages.itemAnnotation);
      continue;
    }
    const uri = asText(item['ca:kind']) === undefined ? undefined : asText(item.id)?.split(':').slice(0, 4).join(':');
    const named = uri !== undefined && sources.has(uri) ? uri : sourceOf(item);
    if (named === undefined) {
      report('warning', formatMessages.noSource);
      continue;
    }
    const document = sources.get(named) ?? new DocumentReader(named, undefined, {});
    sources.set(named, document);
    document.read(item, textFor(input, document.name), report);
  }
  const documents = [...sources.values()].flatMap((source) => source.finish(textFor(input, source.name)) ?? []);
  if (documents.length === 0 && problems.length === 0)
    problems.push(error(1, formatMessages.noAnnotations(documentName(input.name))));
  return { documents, problems };
}

/** A collection with its first page, a page, a list, or one annotation. */
function findItems(value: unknown): { item: unknown; path: (string | number)[] }[] {
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({ item, path: [i] }));
  if (!isObject(value)) return [{ item: value, path: [] }];
  if (isObject(value.first)) return asList(value.first.items).map((item, i) => ({ item, path: ['first', 'items', i] }));
  if (Array.isArray(value.items)) return value.items.map((item: unknown, i) => ({ item, path: ['items', i] }));
  return list(value.type).includes('AnnotationCollection') ? [] : [{ item: value, path: [] }];
}

function sourceOf(item: JsonObject): string | undefined {
  for (const target of list(item.target)) {
    if (typeof target === 'string') return target;
    if (!isObject(target)) continue;
    const source = isObject(target.source) ? asText(target.source.id) : asText(target.source);
    if (source !== undefined) return source;
    const id = asText(target.id);
    if (id !== undefined) return id;
  }
  return undefined;
}

class DocumentReader {
  readonly name: string;
  readonly #text: string | undefined;
  readonly #source: JsonObject;
  readonly #ids = new Set<string>();
  readonly #annotations: Annotation[] = [];
  readonly #relations: Relation[] = [];
  readonly #groups: EntityGroup[] = [];
  readonly #labels: (readonly [string, string])[] = [];
  #points: { text: string; map: CodePointMap } | undefined;

  constructor(name: string, text: string | undefined, source: JsonObject) {
    this.name = name;
    this.#text = text;
    this.#source = source;
  }

  read(item: JsonObject, given: string | undefined, report: Report): void {
    const text = this.#text ?? given;
    if (text === undefined) {
      report('error', formatMessages.noTextInFile(this.name));
      return;
    }
    const parts = list(item.body);
    const type = bodyValue(parts, PURPOSES.type);
    const note = bodyValue(parts, PURPOSES.note);
    const id = asText(item['ca:id']);
    if (this.#label(item, parts)) return;
    if (item['ca:kind'] === 'relation' && id !== undefined) {
      const trigger = asText(item['ca:trigger']);
      const args = list(item.target).flatMap((target) =>
        isObject(target) ? [{ role: asText(target['ca:role']) ?? '', target: asText(target['ca:target']) ?? '' }] : [],
      );
      this.#relations.push({
        id,
        type: type ?? '',
        ...(trigger !== undefined && { trigger }),
        args,
        attributes: attributesOf(parts),
        ...(note !== undefined && { note }),
      });
      return;
    }
    if (item['ca:kind'] === 'group' && id !== undefined) {
      const [name, kind] = [asText(item['ca:name']), asText(item['ca:type'])];
      const members = list(item.target).flatMap((target) => (isObject(target) ? (asText(target['ca:target']) ?? []) : []));
      this.#groups.push({
        id,
        ...(kind !== undefined && { type: kind }),
        ...(name !== undefined && { name }),
        members,
        attributes: attributesOf(parts),
      });
      return;
    }
    this.#mark(item, text, parts, type, note, report);
  }

  /** Tags of the whole text; ours have the label's name beside them. */
  #label(item: JsonObject, parts: readonly unknown[]): boolean {
    const isWhole = list(item.target).every((target) => typeof target === 'string');
    if (item['ca:kind'] !== 'label' && (item['ca:kind'] !== undefined || !isWhole)) return false;
    const name = asText(item['ca:label']);
    const tags = parts.flatMap((part) =>
      isObject(part) && list(part.purpose).includes(PURPOSES.type) && typeof part.value === 'string' ? [part.value] : [],
    );
    const said = name === undefined ? fromTags(tags).labels : { [name]: tags };
    for (const [own, values] of Object.entries(said ?? {})) for (const value of values) this.#labels.push([own, value]);
    return tags.length > 0;
  }

  #mark(
    item: JsonObject,
    text: string,
    parts: readonly unknown[],
    type: string | undefined,
    note: string | undefined,
    report: Report,
  ): void {
    if (this.#points?.text !== text) this.#points = { text, map: codePointMap(text) };
    const { map } = this.#points;
    const targets = list(item.target);
    const spans = targets.flatMap((target) => (isObject(target) ? select(target, text, map, report) : []));
    if (spans.length === 0) {
      if (targets.length === 0 || !targets.some((target) => isObject(target) && target.selector !== undefined))
        report('warning', formatMessages.wholeDocument);
      return;
    }
    const taken = this.#ids;
    const named = asText(item['ca:id']) ?? asText(item.id);
    const id = named !== undefined && !taken.has(named) ? named : `T${this.#annotations.length + 1}`;
    const layer = parts.flatMap((part) => (isObject(part) ? (asText(part['ca:layer']) ?? []) : []))[0];
    const label = layer === undefined ? fromLabel(type ?? motivationOf(item)) : { layer, type: type ?? '' };
    const links = parts.flatMap(linkOf);
    const [status, source] = [asStatus(item['ca:status']), asText(item['ca:source'])];
    const score = item['ca:score'];
    taken.add(id);
    this.#annotations.push({
      id,
      ...label,
      spans: spans.sort((a, b) => a.start - b.start || a.end - b.end),
      attributes: attributesOf(parts),
      ...(links.length > 0 && { links }),
      ...(note !== undefined && { note }),
      ...(status && { status }),
      ...(source !== undefined && { source }),
      ...(typeof score === 'number' && { score }),
    });
  }

  finish(given: string | undefined): AnnotationDocument | undefined {
    const text = this.#text ?? given;
    if (text === undefined) return undefined;
    const [language, date] = [asText(this.#source['ca:language']), asText(this.#source['ca:date'])];
    return {
      id: this.name,
      text,
      ...(language !== undefined && { language }),
      ...(date !== undefined && { date }),
      ...factsOf(this.#source['ca:metadata']),
      ...labelled(this.#labels),
      annotations: this.#annotations,
      relations: this.#relations,
      groups: this.#groups,
    };
  }
}

function factsOf(value: unknown): Pick<AnnotationDocument, 'metadata'> {
  const facts = list(value).flatMap((item): [string, string][] => {
    const [name, said] = isObject(item) ? [asText(item['ca:name']), asText(item['ca:value'])] : [];
    return name !== undefined && said !== undefined ? [[name, said]] : [];
  });
  return facts.length > 0 ? { metadata: Object.fromEntries(facts) } : {};
}

function motivationOf(item: JsonObject): string {
  return asText(list(item.motivation)[0]) ?? 'highlighting';
}

function bodyValue(parts: readonly unknown[], purpose: string): string | undefined {
  for (const part of parts)
    if (isObject(part) && list(part.purpose).includes(purpose) && typeof part.value === 'string') return part.value;
  return undefined;
}

function attributesOf(parts: readonly unknown[]): Record<string, AttributeValue> {
  const values = new Map<string, string[]>();
  for (const part of parts) {
    const name = isObject(part) ? asText(part['ca:attribute']) : undefined;
    if (isObject(part) && name !== undefined && typeof part.value === 'string') addTo(values, name, part.value);
  }
  return Object.fromEntries([...values].map(([name, own]) => [name, toAttributeValue(own)]));
}

function linkOf(part: unknown): KnowledgeLink[] {
  const type = isObject(part) ? asText(part['ca:link']) : undefined;
  if (!isObject(part) || type === undefined) return [];
  const resource = asText(part['ca:resource']) ?? '';
  const label = asText(part['ca:label']);
  return [{ type, resource, id: (asText(part.value) ?? '').slice(resource.length + 1), ...(label !== undefined && { label }) }];
}
