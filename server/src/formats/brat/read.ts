import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import { isMessage } from '../../messages/message';
import type { Annotation, AnnotationDocument, AttributeValue, EntityGroup, KnowledgeLink, Relation } from '../annotationDocument';
import { toAttributeValue } from '../annotationDocument';
import { type CodePointMap, codePointMap } from '../codePoints';
import { error, type FormatProblem, warning, withoutBom } from '../format';
import { fromLabel } from '../labels';
import { type BratRecord, parseBratLine } from './records';
import { asScore, asStatus, ENTITY, GROUP, LINE_JOINED, NOTE, SCORE, SOURCE, STATUS } from './vocabulary';

/** A line of the file as it stood, so that what nobody changed is written back byte for byte. */
export interface BratLine {
  /** Without line end. */
  readonly raw: string;
  readonly eol: string;
  /** Absent: not understood, or understood but without a place in the document; always written back as it is. */
  readonly record?: BratRecord;
  /** The annotation that a line without record hangs on: it goes when that one goes. */
  readonly target?: string;
  /** For text-bound lines: the spans in UTF-16 after joining, and whether the reference text agreed with the text. */
  readonly spans?: readonly Span[];
  readonly agreed?: boolean;
}

/** What {@link AnnotationDocument.origin} holds for brat. */
export interface BratOrigin {
  /** Whether the file begins with a byte-order mark. */
  readonly bom: boolean;
  readonly lines: readonly BratLine[];
}

/** A document read from brat, and what is wrong in the file. */
export interface BratReading {
  readonly document: AnnotationDocument;
  readonly problems: readonly FormatProblem[];
}

/**
 * Reads a .ann file with its text. brat counts code points (its server is Python); the document has UTF-16 offsets.
 * A line that cannot be understood is an error at its line and is kept; nothing is thrown.
 */
export function readBrat(ann: string, text: string, id: string): BratReading {
  const reader = new BratReader(text);
  const lines = splitLines(withoutBom(ann));
  lines.forEach((line, i) => {
    reader.read(line.raw, line.eol, i + 1);
  });
  const document = reader.finish(id, ann.charCodeAt(0) === 0xfeff);
  return { document, problems: reader.problems };
}

function splitLines(content: string): { raw: string; eol: string }[] {
  const result: { raw: string; eol: string }[] = [];
  let start = 0;
  while (start < content.length) {
    const newline = content.indexOf('\n', start);
    const end = newline === -1 ? content.length : newline;
    const carriage = newline !== -1 && end > start && content[end - 1] === '\r' ? 1 : 0;
    result.push({ raw: content.slice(start, end - carriage), eol: newline === -1 ? '' : content.slice(end - carriage, end + 1) });
    start = end + 1;
  }
  return result;
}

interface Draft {
  label: string;
  spans: Span[];
  attributes: Map<string, string[]>;
  links: KnowledgeLink[];
  notes: string[];
  status?: string;
  score?: string;
  source?: string;
}

class BratReader {
  readonly problems: FormatProblem[] = [];
  readonly #text: string;
  readonly #points: CodePointMap;
  readonly #lines: { raw: string; eol: string; record?: BratRecord; number: number; agreed?: boolean }[] = [];
  readonly #drafts = new Map<string, Draft>();
  readonly #relations = new Map<string, Extract<BratRecord, { kind: 'relation' | 'event' }>>();

  constructor(text: string) {
    this.#text = text;
    this.#points = codePointMap(text);
  }

  read(raw: string, eol: string, number: number): void {
    if (raw.trim() === '') {
      this.#lines.push({ raw, eol, number });
      return;
    }
    const record = parseBratLine(raw);
    if (isMessage(record)) {
      this.problems.push(error(number, record));
      this.#lines.push({ raw, eol, number });
      return;
    }
    const line = { raw, eol, record, number };
    if (record.kind === 'text') this.#bound(record, line);
    else if (record.kind === 'relation' || record.kind === 'event') this.#relation(record, line);
    else this.#lines.push(line);
  }

  #bound(record: Extract<BratRecord, { kind: 'text' }>, line: { raw: string; eol: string; number: number }): void {
    const bare = { raw: line.raw, eol: line.eol, number: line.number };
    if (this.#drafts.has(record.id)) {
      this.problems.push(error(line.number, formatMessages.standsTwice(record.id)));
      this.#lines.push(bare);
      return;
    }
    if ((record.spans.at(-1)?.end ?? 0) > this.#points.length) {
      this.problems.push(error(line.number, formatMessages.endsBehind(record.id, this.#points.length)));
      this.#lines.push(bare);
      return;
    }
    const spans = record.spans.map((span) => ({ start: this.#points.toUtf16(span.start), end: this.#points.toUtf16(span.end) }));
    const agreed = record.reference === undefined || this.#agrees(spans, record.reference);
    if (!agreed) {
      const found = spans.map((span) => this.#text.slice(span.start, span.end)).join(' ');
      this.problems.push(warning(line.number, formatMessages.saysOther(record.id, record.reference, found)));
    }
    this.#drafts.set(record.id, { label: record.label, spans, attributes: new Map(), links: [], notes: [] });
    this.#lines.push({ ...line, record, agreed });
  }

  /** brat joins fragments by one space; white space in the text may stand as any white space in the line. */
  #agrees(spans: readonly Span[], reference: string): boolean {
    const found = spans.map((span) => this.#text.slice(span.start, span.end)).join(' ');
    return found === reference || found.replace(/\s+/gu, ' ').trim() === reference.replace(/\s+/gu, ' ').trim();
  }

  #relation(
    record: Extract<BratRecord, { kind: 'relation' | 'event' }>,
    line: { raw: string; eol: string; number: number },
  ): void {
    if (this.#relations.has(record.id)) {
      this.problems.push(error(line.number, formatMessages.standsTwice(record.id)));
      this.#lines.push({ raw: line.raw, eol: line.eol, number: line.number });
      return;
    }
    this.#relations.set(record.id, record);
    this.#lines.push({ ...line, record });
  }

  finish(id: string, bom: boolean): AnnotationDocument {
    this.#dropDanglingRelations();
    const relationDrafts = new Map(
      [...this.#relations.keys()].map((key) => [key, { attributes: new Map<string, string[]>(), notes: [] as string[] }]),
    );
    const groups = new Map<string, { name: string; members: string[] }>();
    const sets: EntityGroup[] = [];
    const lines = this.#lines.map((line): BratLine => {
      const kept = { raw: line.raw, eol: line.eol };
      const record = line.record;
      if (!record) return kept;
      if (record.kind === 'text' || record.kind === 'relation' || record.kind === 'event') {
        return { ...kept, record, ...(line.agreed !== undefined && { agreed: line.agreed }) };
      }
      if (record.kind === 'equiv') return this.#equiv(record, sets, line.number) ? { ...kept, record } : kept;
      const draft = this.#drafts.get(record.target);
      const relation = relationDrafts.get(record.target);
      if (!draft && !relation) {
        this.problems.push(warning(line.number, formatMessages.targetMissing(record.target)));
        return kept;
      }
      const taken = draft ? absorb(record, draft, groups) : relation !== undefined && absorbIntoRelation(record, relation);
      return taken ? { ...kept, record } : { ...kept, target: record.target };
    });
    const annotations = [...this.#drafts].map(([key, draft]) => this.#annotation(key, draft));
    const spans = new Map(annotations.map((annotation) => [annotation.id, annotation.spans]));
    const origin: BratOrigin = {
      bom,
      lines: lines.map((line) => {
        const own = line.record?.kind === 'text' ? spans.get(line.record.id) : undefined;
        return own ? { ...line, spans: own } : line;
      }),
    };
    return {
      id,
      text: this.#text,
      annotations,
      relations: [...this.#relations.values()].map((record) => toRelation(record, relationDrafts.get(record.id))),
      groups: [...[...groups].map(([key, group]): EntityGroup => ({ id: key, ...group, attributes: {} })), ...sets],
      origin: { format: 'brat', data: origin },
    };
  }

  /** Events may be arguments of events, so one missing annotation may take several with it. */
  #dropDanglingRelations(): void {
    const known = (target: string): boolean => this.#drafts.has(target) || this.#relations.has(target);
    for (let changed = true; changed; ) {
      changed = false;
      this.#lines.forEach((line, i) => {
        const record = line.record;
        if (record?.kind !== 'relation' && record?.kind !== 'event') return;
        const missing = [
          ...(record.kind === 'event' && !this.#drafts.has(record.trigger) ? [record.trigger] : []),
          ...record.args.map((arg) => arg.target).filter((target) => !known(target)),
        ];
        if (missing.length === 0) return;
        this.problems.push(error(line.number, formatMessages.refersTo(record.id, missing.join(', '))));
        this.#relations.delete(record.id);
        this.#lines[i] = { raw: line.raw, eol: line.eol, number: line.number };
        changed = true;
      });
    }
  }

  #equiv(record: Extract<BratRecord, { kind: 'equiv' }>, sets: EntityGroup[], number: number): boolean {
    const missing = record.members.filter((member) => !this.#drafts.has(member));
    if (missing.length > 0) {
      this.problems.push(warning(number, formatMessages.equivalenceMissing(missing.join(', '))));
      return false;
    }
    sets.push({
      id: `*${sets.length + 1}`,
      members: record.members,
      attributes: {},
      ...(record.label !== 'Equiv' && { type: record.label }),
    });
    return true;
  }

  #annotation(id: string, draft: Draft): Annotation {
    const joined = draft.attributes.get(LINE_JOINED);
    const spans = joined?.length === 1 ? joinGaps(draft.spans, joined[0] as string, this.#text) : undefined;
    if (spans) draft.attributes.delete(LINE_JOINED);
    return {
      id,
      ...fromLabel(draft.label),
      spans: spans ?? draft.spans,
      attributes: toAttributes(draft.attributes),
      ...(draft.links.length > 0 && { links: draft.links }),
      ...(draft.notes.length > 0 && { note: draft.notes.join('\n') }),
      ...(draft.status !== undefined && { status: asStatus(draft.status) ?? 'suggested' }),
      ...(draft.source !== undefined && { source: draft.source }),
      ...(draft.score !== undefined && { score: Number(draft.score) }),
    };
  }
}

function toRelation(
  record: Extract<BratRecord, { kind: 'relation' | 'event' }>,
  draft: { attributes: Map<string, string[]>; notes: string[] } | undefined,
): Relation {
  return {
    id: record.id,
    type: record.label,
    ...(record.kind === 'event' && { trigger: record.trigger }),
    args: record.args,
    attributes: toAttributes(draft?.attributes ?? new Map()),
    ...(draft && draft.notes.length > 0 && { note: draft.notes.join('\n') }),
  };
}

function toAttributes(values: ReadonlyMap<string, readonly string[]>): Record<string, AttributeValue> {
  return Object.fromEntries([...values].map(([name, list]) => [name, toAttributeValue(list)]));
}

/** The gaps of {@link LINE_JOINED} closed; undefined where the list does not fit the fragments. */
function joinGaps(spans: readonly Span[], list: string, text: string): Span[] | undefined {
  const gaps = new Set(list.split(',').map(Number));
  if ([...gaps].some((gap) => !(gap >= 1 && gap < spans.length))) return undefined;
  const result: Span[] = [];
  for (const [i, span] of spans.entries()) {
    const last = result.at(-1);
    if (!last || !gaps.has(i)) {
      result.push(span);
      continue;
    }
    if (/[^\r\n]/.test(text.slice(last.end, span.start))) return undefined;
    result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

type Detail = Extract<BratRecord, { kind: 'attribute' | 'note' | 'link' }>;

/** Puts a detail line into its annotation; false where the annotation has no place for it (a second status). */
function absorb(record: Detail, draft: Draft, groups: Map<string, { name: string; members: string[] }>): boolean {
  if (record.kind === 'note') {
    if (record.name === NOTE) draft.notes.push(record.value);
    else push(draft.attributes, `#${record.name}`, record.value);
    return true;
  }
  if (record.kind === 'link') return absorbLink(record, draft, groups);
  const field = fieldOf(record.name, record.value);
  if (!field) push(draft.attributes, record.name, record.value);
  else if (draft[field] !== undefined) return false;
  else draft[field] = record.value;
  return true;
}

function absorbLink(
  record: Extract<BratRecord, { kind: 'link' }>,
  draft: Draft,
  groups: Map<string, { name: string; members: string[] }>,
): boolean {
  const colon = record.value.indexOf(':');
  const [resource, id] = [record.value.slice(0, colon), record.value.slice(colon + 1)];
  if (record.name !== ENTITY || resource !== GROUP) {
    draft.links.push({ type: record.name, resource, id, ...(record.label !== '' && { label: record.label }) });
    return true;
  }
  const group = groups.get(id);
  // One name per thing: a second one would be lost on the way back, so the line stays as it is.
  if (group && group.name !== record.label) return false;
  if (group?.members.includes(record.target)) return false;
  if (group) group.members.push(record.target);
  else groups.set(id, { name: record.label, members: [record.target] });
  return true;
}

function absorbIntoRelation(record: Detail, draft: { attributes: Map<string, string[]>; notes: string[] }): boolean {
  if (record.kind === 'link') return false;
  if (record.kind === 'attribute') push(draft.attributes, record.name, record.value);
  else if (record.name === NOTE) draft.notes.push(record.value);
  else push(draft.attributes, `#${record.name}`, record.value);
  return true;
}

function fieldOf(name: string, value: string): 'status' | 'score' | 'source' | undefined {
  if (name === STATUS && asStatus(value)) return 'status';
  if (name === SCORE && asScore(value) !== undefined) return 'score';
  return name === SOURCE && value !== '' ? 'source' : undefined;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
