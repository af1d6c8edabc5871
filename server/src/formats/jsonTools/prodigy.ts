import { formatMessages } from '../../messages/formats';
import { isMessage, type Message } from '../../messages/message';
import type { AnnotationDocument, DocumentToken, Relation } from '../annotationDocument';
import { fromTags } from '../articleLabels';
import { type CodePointMap, codePointMap } from '../codePoints';
import { addAll } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  type WriteOptions,
  type WriteResult,
  warning,
  withoutBom,
} from '../format';
import { asList, asOffset, asText, isObject, type JsonObject, parseJsonLines } from '../json';
import { type Fields, reportWrongField } from '../jsonFields';
import { fromLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { tokenSentences } from '../tokens';
import { choices, tagTexts } from './articleTags';
import {
  asStatus,
  type DecodedSpan,
  DOCUMENT_FIELDS,
  decodeGroups,
  decodeMetadata,
  decodeOffsets,
  decodeSpans,
  encodeMetadata,
  encodeSpans,
  foreignKeys,
  SPAN_FIELDS,
} from './spanObjects';

/**
 * Prodigy's task lines: `text`, `spans`, `tokens`, `relations`, `meta`, `answer`. Offsets are code points, `token_end`
 * is the last token itself. The variant `ner` is flat, as `ner.manual` asks; `spans` may overlap, as `spans.manual`.
 */
export const prodigy: FormatDescriptor = {
  id: 'prodigy',
  title: 'Prodigy JSONL',
  extensions: ['jsonl'],
  unit: 'code points',
  perFile: 'many',
  needsText: false,
  variants: ['spans', 'ner'],
  read,
  write,
};

/** What was in the line beside what the document says. */
interface ProdigyOrigin {
  readonly task: JsonObject;
  readonly spans: ReadonlyMap<string, readonly unknown[]>;
}

const TASK_FIELDS: Fields = {
  spans: 'list',
  tokens: 'list',
  relations: 'list',
  groups: 'list',
  meta: 'object',
  accept: 'list',
  answer: 'text',
};

function read(input: FormatInput): ReadResult {
  const { lines, problems } = parseJsonLines(withoutBom(input.content));
  const found: FormatProblem[] = [...problems];
  const documents: AnnotationDocument[] = [];
  lines.forEach(({ line, value }, i) => {
    if (!isObject(value) || typeof value.text !== 'string') found.push(error(line, formatMessages.taskNeedsText));
    else
      documents.push(readTask(value, value.text, `${documentName(input.name)}-${i + 1}`, (problem) => found.push(problem), line));
  });
  return { documents, problems: found };
}

function readTask(
  task: JsonObject,
  text: string,
  fallback: string,
  report: (problem: FormatProblem) => void,
  line: number,
): AnnotationDocument {
  const points = codePointMap(text);
  const meta = isObject(task.meta) ? task.meta : {};
  const warn = (problem: Message): void => report(warning(line, problem));
  reportWrongField(task, TASK_FIELDS, '', warn);
  reportWrongField(meta, DOCUMENT_FIELDS, 'meta', warn);
  const answered = task.answer === 'accept' ? 'confirmed' : task.answer === 'reject' ? 'rejected' : undefined;
  const spans = asList(task.spans).flatMap((item, i): DecodedSpan[] => {
    const label = isObject(item) ? asText(item.label) : undefined;
    const span = isObject(item) ? decodeOffsets(item, points.length, points.toUtf16) : formatMessages.part.mustBeObject;
    if (!isObject(item)) report(error(line, formatMessages.named(`spans[${i}]`, formatMessages.part.mustBeObject)));
    else if (isMessage(span)) report(error(line, formatMessages.named(`spans[${i}]`, span)));
    else if (label === undefined) report(error(line, formatMessages.spanNoLabel(i)));
    else {
      reportWrongField(item, SPAN_FIELDS, `spans[${i}]`, warn);
      return [
        {
          span,
          label,
          extras: {
            ...item,
            ...(asStatus(item.status) === undefined && item.status !== 'unjudged' && answered && { status: answered }),
          },
          raw: item,
        },
      ];
    }
    return [];
  });
  const { annotations, raw } = decodeSpans(spans);
  const tokens = readTokens(task.tokens, points, (problem) => report(error(line, problem)));
  const [language, date] = [asText(meta.language), asText(meta.date)];
  const document: AnnotationDocument = {
    id: asText(meta.id) ?? fallback,
    text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    ...decodeMetadata(meta.metadata),
    ...fromTags(tagTexts(task.accept)),
    annotations,
    relations: [],
    groups: decodeGroups(task.groups, annotations),
    ...(tokens && { tokens }),
    origin: { format: 'prodigy', data: { task, spans: raw } satisfies ProdigyOrigin },
  };
  return { ...document, relations: readRelations(task.relations, document, points, (problem) => report(warning(line, problem))) };
}

function readTokens(value: unknown, points: CodePointMap, report: (problem: Message) => void): DocumentToken[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const tokens: DocumentToken[] = [];
  for (const [i, item] of value.entries()) {
    const span = isObject(item) ? decodeOffsets(item, points.length, points.toUtf16) : formatMessages.part.mustBeObject;
    if (isMessage(span) || span.start < (tokens.at(-1)?.end ?? 0)) {
      report(formatMessages.named(`tokens[${i}]`, isMessage(span) ? span : formatMessages.part.overlapsBefore));
      return undefined;
    }
    tokens.push(span);
  }
  return tokens;
}

function readRelations(
  value: unknown,
  document: AnnotationDocument,
  points: CodePointMap,
  report: (problem: Message) => void,
): Relation[] {
  const ids = new Set(document.annotations.map((annotation) => annotation.id));
  const endOf = (item: unknown): string | undefined => {
    if (!isObject(item)) return undefined;
    const id = asText(item.id);
    if (id !== undefined && ids.has(id)) return id;
    const [start, end, label] = [asOffset(item.start), asOffset(item.end), asText(item.label)];
    return document.annotations.find(({ layer, type, spans }) => {
      const first = spans[0];
      if (!first || points.toCodePoint(first.start) !== start || points.toCodePoint(first.end) !== end) return false;
      return label === undefined || toLabel(layer, type) === label;
    })?.id;
  };
  return asList(value).flatMap((item, i): Relation[] => {
    const [from, to] = isObject(item) ? [endOf(item.head_span), endOf(item.child_span)] : [];
    const type = isObject(item) ? asText(item.label) : undefined;
    if (from === undefined || to === undefined || type === undefined) {
      report(formatMessages.relationNotSpans(i));
      return [];
    }
    const args = [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ];
    return [{ id: `R${i + 1}`, type, args, attributes: {} }];
  });
}

function capabilities(flat: boolean): Capabilities {
  return {
    ...EVERYTHING,
    metadata: true,
    labels: true,
    label: (layer, type) => fromLabel(toLabel(layer, type)),
    ...(flat && {
      accepts: (annotation) => annotation.layer !== 'quote' && annotation.layer !== 'structure',
      discontinuous: false,
      overlap: 'none' as const,
    }),
    relations: 'binary',
    roles: false,
    relationDetails: false,
    sentences: false,
  };
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const lines = documents.map((document) => {
    const origin = document.origin?.format === 'prodigy' ? (document.origin.data as ProdigyOrigin) : undefined;
    // A rejected task keeps its spans: that they are wrong is what its answer says.
    const rejected = origin?.task.answer === 'reject' ? 'keep' : options.rejected;
    const reduction = reduce(document, capabilities(options.variant === 'ner'), { layers: options.layers, rejected });
    addAll(losses, reduction.losses);
    return `${JSON.stringify(writeTask(reduction.document, origin, options))}\n`;
  });
  return { files: [{ name: `${options.name ?? 'prodigy'}.jsonl`, content: lines.join('') }], losses };
}

function writeTask(document: AnnotationDocument, origin: ProdigyOrigin | undefined, options: WriteOptions): JsonObject {
  const points = codePointMap(document.text);
  const wantsTokens = document.tokens || options.tokenizer || document.relations.length > 0;
  const tokens = wantsTokens ? tokenSentences(document, options.tokenizer).flatMap((sentence) => sentence.tokens) : [];
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i]));
  const task = origin?.task ?? {};
  const answer =
    asText(task.answer) ??
    (document.annotations.length > 0 && document.annotations.every((a) => a.status === 'confirmed') ? 'accept' : undefined);
  const implied = answer === 'accept' ? 'confirmed' : answer === 'reject' ? 'rejected' : undefined;
  const seen = new Map<string, number>();
  const first = new Map<string, JsonObject>();
  const spans = encodeSpans(document).map(({ annotation, span, label, extras }) => {
    const nth = seen.get(annotation.id) ?? 0;
    seen.set(annotation.id, nth + 1);
    const raw = origin?.spans.get(annotation.id)?.[nth];
    const { status: _, ...others } = extras;
    const status = annotation.status ?? 'unjudged';
    const [tokenStart, tokenEnd] = [starts.get(span.start), ends.get(span.end)];
    const object = {
      ...(isObject(raw) ? withoutModelKeys(raw) : {}),
      start: points.toCodePoint(span.start),
      end: points.toCodePoint(span.end),
      ...(tokenStart !== undefined && tokenEnd !== undefined && { token_start: tokenStart, token_end: tokenEnd }),
      label,
      ...others,
      ...(nth === 0 && annotation.status !== implied && { status }),
    };
    if (nth === 0) first.set(annotation.id, object);
    return object;
  });
  const meta = {
    ...(isObject(task.meta) ? task.meta : {}),
    ...(!origin && { id: document.id }),
    ...(document.language !== undefined && { language: document.language }),
    ...(document.date !== undefined && { date: document.date }),
    ...encodeMetadata(document, isObject(task.meta) ? task.meta.metadata : undefined),
  };
  return {
    ...task,
    text: document.text,
    ...((Object.keys(meta).length > 0 || isObject(task.meta)) && { meta }),
    ...(wantsTokens && { tokens: writeTokens(tokens, document.text, points, task.tokens) }),
    ...(spans.length > 0 || !origin || task.spans !== undefined ? { spans } : {}),
    ...choices(document, task),
    ...(document.relations.length > 0 || task.relations !== undefined
      ? { relations: document.relations.map((relation) => writeRelation(relation, first)) }
      : {}),
    ...(document.groups.length > 0 || task.groups !== undefined ? { groups: document.groups } : {}),
    ...(answer !== undefined && { answer }),
  };
}

function withoutModelKeys(raw: JsonObject): JsonObject {
  const { token_start: _start, token_end: _end, ...rest } = foreignKeys(raw);
  return rest;
}

function writeTokens(tokens: readonly DocumentToken[], text: string, points: CodePointMap, raw: unknown): JsonObject[] {
  return tokens.map((token, i) => {
    const [start, end] = [points.toCodePoint(token.start), points.toCodePoint(token.end)];
    const before = asList(raw)[i];
    if (isObject(before) && before.start === start && before.end === end) return before;
    return { text: text.slice(token.start, token.end), start, end, id: i, ws: /\s/u.test(text[token.end] ?? '') };
  });
}

function writeRelation(relation: Relation, spans: ReadonlyMap<string, JsonObject>): JsonObject {
  const [from, to] = relation.args.map((arg): JsonObject => ({ id: arg.target, ...pick(spans.get(arg.target)) }));
  return { head: from?.token_end ?? 0, child: to?.token_end ?? 0, head_span: from, child_span: to, label: relation.type };
}

function pick(span: JsonObject | undefined): JsonObject {
  const { start, end, token_start, token_end, label } = span ?? {};
  return { start, end, ...(token_start !== undefined && { token_start, token_end }), label };
}
