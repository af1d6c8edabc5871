import type { Span } from '../../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  attributeValues,
  compareText,
  type EntityGroup,
} from '../annotationDocument';
import { type CodePointMap, codePointMap } from '../codePoints';
import { addTo } from '../collections';
import { fromLabel, plainLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { type ReduceOptions, reduce } from '../reduce';
import type { BratLine, BratOrigin } from './read';
import { type BratRecord, formatBratRecord } from './records';
import { ENTITY, GROUP, isReserved, LINE_JOINED, NOTE, SCORE, SOURCE, STATUS } from './vocabulary';

/** The .ann file and what it does not say. */
export interface BratWriting {
  readonly content: string;
  readonly losses: readonly LossItem[];
}

/**
 * Writes a .ann file. Where the document was read from brat, every line that still says what the document says is
 * written back byte for byte and in its place; what changed is rewritten in place, what is new stands at the end.
 */
export function writeBrat(document: AnnotationDocument, options: ReduceOptions = {}): BratWriting {
  const { document: reduced, losses } = reduce(document, bratCapabilities(document), options);
  return { content: new BratWriter(document, reduced).write(), losses };
}

/** What brat can say of a document: what it would say itself, and what its file says already. */
function bratCapabilities(document: AnnotationDocument): Capabilities {
  const { text } = document;
  const said = strangePlaces(document);
  return {
    ...EVERYTHING,
    ids: 'brat',
    keepsRejected: true,
    emptySpans: [...said.values()].some(({ start, end }) => start === end),
    // A fragment cannot hold a line break; inside of a span it is split there, at the ends it is cut off.
    align: (start, end) => trimLineBreaks(text, start, end) ?? said.get(`${start}-${end}`),
    label: (layer, type) => fromLabel(plainLabel(toLabel(layer, type))),
    attributes: (_, name, values) => values.every((value) => isSayable(name, value)),
    links: (link) =>
      isWord(link.type) &&
      /^[^\s:]+$/.test(link.resource) &&
      isWord(link.id) &&
      isLine(link.label ?? '') &&
      link.label !== '' &&
      !(link.type === ENTITY && link.resource === GROUP),
    relations: (relation) =>
      isWord(relation.type) &&
      !relation.type.includes(':') &&
      relation.args.every((arg) => /^[^\s:]+$/.test(arg.role)) &&
      (relation.trigger !== undefined || relation.args.length >= 2),
    groups: sayableGroup,
    tokens: false,
    sentences: false,
    language: false,
    date: false,
  };
}

/** Places without a letter in lines that do not fit their text, or say no words: somebody wrote them, and nobody has changed them. */
function strangePlaces({ text, annotations, origin }: AnnotationDocument): ReadonlyMap<string, Span> {
  const lines =
    originOf(origin)?.lines.filter(({ record, agreed }) => record?.kind === 'text' && (!agreed || !record.reference?.trim())) ??
    [];
  const byId = new Map(lines.length > 0 ? annotations.map((annotation) => [annotation.id, annotation]) : []);
  const spans = lines.flatMap((line) => {
    const annotation = line.record?.kind === 'text' ? byId.get(line.record.id) : undefined;
    return annotation && isAsRead(line, annotation) ? annotation.spans : [];
  });
  const strange = spans.filter(({ start, end }) => trimLineBreaks(text, start, end) === undefined);
  return new Map(strange.map((span) => [`${span.start}-${span.end}`, span]));
}

const originOf = (origin: AnnotationDocument['origin']): BratOrigin | undefined =>
  origin?.format === 'brat' ? (origin.data as BratOrigin) : undefined;

/** Whether an annotation has the label and the place that a line gave it when it was read. */
function isAsRead({ record, spans }: BratLine, annotation: Annotation): boolean {
  if (record?.kind !== 'text' || !spans) return false;
  const { layer, type } = fromLabel(record.label);
  return layer === annotation.layer && type === annotation.type && JSON.stringify(annotation.spans) === JSON.stringify(spans);
}

function trimLineBreaks(text: string, start: number, end: number): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && isLineBreak(text.charCodeAt(from))) from++;
  while (to > from && isLineBreak(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : undefined;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

const isWord = (value: string): boolean => /^\S+$/u.test(value);
const isLine = (value: string): boolean => !/[\r\n]/.test(value);

function isSayable(name: string, value: string): boolean {
  if (!isWord(name) || !isLine(value)) return false;
  if (name.startsWith('#')) return name.length > 1 && name !== `#${NOTE}`;
  return !value.includes('\t') && !isReserved(name, value);
}

function sayableGroup(group: EntityGroup): EntityGroup | undefined {
  if (group.name !== undefined && isLine(group.name) && isWord(group.id)) {
    return group.members.length > 0 ? { id: group.id, name: group.name, members: group.members, attributes: {} } : undefined;
  }
  if (group.members.length < 2) return undefined;
  const type = group.type !== undefined && isWord(group.type) && group.type !== 'Equiv' ? group.type : undefined;
  return { id: group.id, members: group.members, attributes: {}, ...(type !== undefined && { type }) };
}

/** A line that the document needs; details get their id when they are placed. */
type Need = { readonly record: BratRecord; done: boolean };

class BratWriter {
  readonly #original: AnnotationDocument;
  readonly #reduced: AnnotationDocument;
  readonly #points: CodePointMap;
  readonly #lines: readonly BratLine[];
  readonly #bom: string;
  readonly #ids: Set<string>;
  readonly #counters = new Map<string, number>();

  constructor(original: AnnotationDocument, reduced: AnnotationDocument) {
    this.#original = original;
    this.#reduced = reduced;
    this.#points = codePointMap(reduced.text);
    const origin = originOf(original.origin);
    this.#lines = origin?.lines ?? [];
    this.#bom = origin?.bom ? '\ufeff' : '';
    this.#ids = new Set(this.#lines.map((line) => line.raw.slice(0, Math.max(0, line.raw.indexOf('\t')))));
    for (const annotation of reduced.annotations) this.#ids.add(annotation.id);
    for (const relation of reduced.relations) this.#ids.add(relation.id);
  }

  write(): string {
    const untouched = this.#untouchedTexts();
    const needs = this.#needs(untouched).map((record): Need => ({ record, done: false }));
    const byId = new Map(
      needs.flatMap((need) => ('id' in need.record && need.record.id !== '' ? [[need.record.id, need] as const] : [])),
    );
    const byValue = index(needs, valueKey);
    // Exact matches first, so that a changed value does not take the line of an unchanged one.
    const exact = this.#lines.map((line) => (line.record ? this.#exact(line.record, byId, byValue, untouched) : undefined));
    const bySlot = index(
      needs.filter((need) => !need.done),
      slotKey,
    );
    const lines = this.#lines.flatMap((line, i) => this.#place(line, exact[i], byId, bySlot, untouched));
    for (const need of needs) if (!need.done) lines.push(this.#fresh(need.record));
    return this.#join(lines);
  }

  /** Ids of text-bound lines that still say what the document says. */
  #untouchedTexts(): ReadonlySet<string> {
    const annotations = new Map(this.#original.annotations.map((annotation) => [annotation.id, annotation]));
    const kept = new Set(this.#reduced.annotations.map((annotation) => annotation.id));
    const result = new Set<string>();
    for (const line of this.#lines) {
      if (line.record?.kind !== 'text') continue;
      const annotation = annotations.get(line.record.id);
      if (!annotation || !kept.has(annotation.id)) continue;
      if (!isAsRead(line, annotation) || !this.#countsAlike(line.record.spans, annotation.spans)) continue;
      if (!line.agreed || this.#referenceHolds(line.record.reference, annotation.spans)) result.add(annotation.id);
    }
    return result;
  }

  /** Two letters in the place of an emoji move what brat counts and not what we count; so does the reverse. */
  #countsAlike(fragments: readonly Span[], spans: readonly Span[]): boolean {
    const inBrat = (own: readonly Span[]): string =>
      JSON.stringify(own.map(({ start, end }) => [this.#points.toCodePoint(start), this.#points.toCodePoint(end)]));
    const said = JSON.stringify(fragments.map(({ start, end }) => [start, end]));
    return said === inBrat(spans) || said === inBrat(splitAtLineBreaks(spans, this.#reduced.text).spans);
  }

  #referenceHolds(reference: string | undefined, spans: readonly Span[]): boolean {
    if (reference === undefined) return true;
    const squeeze = (value: string): string => value.replace(/\s+/gu, ' ').trim();
    // The line may hold the fragments of one span that was joined over a line break: white space is compared loosely.
    return squeeze(spans.map((span) => this.#reduced.text.slice(span.start, span.end)).join(' ')) === squeeze(reference);
  }

  #needs(untouched: ReadonlySet<string>): BratRecord[] {
    const groups = new Map<string, EntityGroup[]>();
    for (const group of this.#reduced.groups) {
      if (group.name === undefined) continue;
      for (const member of group.members) addTo(groups, member, group);
    }
    const result: BratRecord[] = [];
    for (const annotation of this.#reduced.annotations) {
      const { spans, joints } = splitAtLineBreaks(annotation.spans, this.#reduced.text);
      result.push({
        kind: 'text',
        id: annotation.id,
        label: plainLabel(toLabel(annotation.layer, annotation.type)),
        spans: spans.map((span) => ({ start: this.#points.toCodePoint(span.start), end: this.#points.toCodePoint(span.end) })),
        reference: spans.map((span) => this.#reduced.text.slice(span.start, span.end)).join(' '),
      });
      const attribute = (name: string, value: string | undefined): void => {
        if (value !== undefined) result.push({ kind: 'attribute', id: '', name, target: annotation.id, value });
      };
      if (!untouched.has(annotation.id)) attribute(LINE_JOINED, joints.length > 0 ? joints.join(',') : undefined);
      attribute(STATUS, annotation.status);
      attribute(SCORE, annotation.score === undefined ? undefined : String(annotation.score));
      attribute(SOURCE, annotation.source?.replace(/[\t\r\n]/g, ' ') || undefined);
      result.push(...details(annotation.id, annotation.attributes, annotation.note));
      for (const link of annotation.links ?? []) {
        result.push({
          kind: 'link',
          id: '',
          name: link.type,
          target: annotation.id,
          value: `${link.resource}:${link.id}`,
          label: link.label ?? '',
        });
      }
      for (const group of groups.get(annotation.id) ?? []) {
        result.push({
          kind: 'link',
          id: '',
          name: ENTITY,
          target: annotation.id,
          value: `${GROUP}:${group.id}`,
          label: group.name ?? '',
        });
      }
    }
    for (const relation of this.#reduced.relations) {
      const { id, type: label, trigger, args } = relation;
      result.push(trigger === undefined ? { kind: 'relation', id, label, args } : { kind: 'event', id, label, trigger, args });
      result.push(...details(id, relation.attributes, relation.note));
    }
    for (const group of this.#reduced.groups) {
      if (group.name === undefined) result.push({ kind: 'equiv', label: group.type ?? 'Equiv', members: group.members });
    }
    return result;
  }

  #exact(
    record: BratRecord,
    byId: ReadonlyMap<string, Need>,
    byValue: ReadonlyMap<string, Need[]>,
    untouched: ReadonlySet<string>,
  ): Need | undefined {
    const named = record.kind === 'text' || record.kind === 'relation' || record.kind === 'event';
    const need = named ? byId.get(record.id) : byValue.get(valueKey(record))?.find((candidate) => !candidate.done);
    if (!need || need.done) return undefined;
    const same =
      record.kind === 'text' ? untouched.has(record.id) : !named || JSON.stringify(need.record) === JSON.stringify(record);
    if (!same) return undefined;
    need.done = true;
    return need;
  }

  #place(
    line: BratLine,
    exact: Need | undefined,
    byId: ReadonlyMap<string, Need>,
    bySlot: ReadonlyMap<string, Need[]>,
    untouched: ReadonlySet<string>,
  ): { raw: string; eol: string }[] {
    const record = line.record;
    if (exact || (!record && (line.target === undefined || byId.has(line.target)))) return [line];
    if (!record) return [];
    if (record.kind === 'attribute' && record.name === LINE_JOINED && untouched.has(record.target)) return [line];
    const need =
      record.kind === 'text' || record.kind === 'relation' || record.kind === 'event'
        ? byId.get(record.id)
        : bySlot.get(slotKey(record))?.find((candidate) => !candidate.done);
    if (!need || need.done || need.record.kind !== record.kind) return [];
    need.done = true;
    const rewritten = 'id' in need.record && 'id' in record ? { ...need.record, id: record.id } : need.record;
    return [{ raw: formatBratRecord(rewritten), eol: line.eol }];
  }

  #fresh(record: BratRecord): { raw: string; eol: string } {
    const eol = this.#lines.find((line) => line.eol !== '')?.eol ?? '\n';
    if (!('id' in record) || record.id !== '') return { raw: formatBratRecord(record), eol };
    const letter = record.kind === 'attribute' ? 'A' : record.kind === 'note' ? '#' : 'N';
    let number = this.#counters.get(letter) ?? 1;
    while (this.#ids.has(`${letter}${number}`)) number++;
    this.#counters.set(letter, number + 1);
    return { raw: formatBratRecord({ ...record, id: `${letter}${number}` }), eol };
  }

  #join(lines: readonly { raw: string; eol: string }[]): string {
    return this.#bom + lines.map((line, i) => line.raw + (line.eol === '' && i < lines.length - 1 ? '\n' : line.eol)).join('');
  }
}

function details(target: string, attributes: Readonly<Record<string, AttributeValue>>, note: string | undefined): BratRecord[] {
  const result: BratRecord[] = [];
  for (const [name, value] of Object.entries(attributes).sort(([a], [b]) => compareText(a, b))) {
    for (const single of attributeValues(value)) {
      if (name.startsWith('#')) result.push({ kind: 'note', id: '', name: name.slice(1), target, value: single });
      else result.push({ kind: 'attribute', id: '', name, target, value: single });
    }
  }
  for (const line of note?.split(/\r\n|[\r\n]/) ?? []) result.push({ kind: 'note', id: '', name: NOTE, target, value: line });
  return result;
}

/** Same kind, name, target and value: the line need not change. */
function valueKey(record: BratRecord): string {
  if (record.kind === 'equiv') return JSON.stringify([record.label, [...record.members].sort(compareText)]);
  if ('target' in record)
    return JSON.stringify([record.kind, record.name, record.target, record.value, record.kind === 'link' ? record.label : '']);
  return '';
}

/** Same kind, name and target: the line gets a new value. Equivalences go by their first member. */
function slotKey(record: BratRecord): string {
  if (record.kind === 'equiv') return JSON.stringify([record.label, record.members[0]]);
  return 'target' in record ? JSON.stringify([record.kind, record.name, record.target]) : '';
}

function index(needs: readonly Need[], key: (record: BratRecord) => string): Map<string, Need[]> {
  const result = new Map<string, Need[]>();
  for (const need of needs) {
    const name = key(need.record);
    if (name === '') continue;
    const list = result.get(name);
    if (list) list.push(need);
    else result.set(name, [need]);
  }
  return result;
}

/** Cuts spans at line breaks, which no .ann line can hold; `joints` are the gaps (1-based) that this has made. */
function splitAtLineBreaks(
  spans: readonly Span[],
  text: string,
): { readonly spans: readonly Span[]; readonly joints: readonly number[] } {
  const pieces: Span[] = [];
  const joints: number[] = [];
  for (const span of spans) {
    let start = span.start;
    let inside = false;
    for (const match of text.slice(span.start, span.end).matchAll(/[\r\n]+/g)) {
      if (inside) joints.push(pieces.length);
      pieces.push({ start, end: span.start + match.index });
      start = span.start + match.index + match[0].length;
      inside = true;
    }
    if (inside) joints.push(pieces.length);
    pieces.push({ start, end: span.end });
  }
  return { spans: pieces, joints };
}
