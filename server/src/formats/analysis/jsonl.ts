import type { ArticleAnalysis } from '../../core/analysis';
import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import type { AnnotationDocument } from '../annotationDocument';
import { addAll } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  textFor,
  type WriteOptions,
  type WriteResult,
  withoutBom,
} from '../format';
import { asList, asOffset, asText, isObject, type JsonObject, parseJsonLines } from '../json';
import { type Fields, wrongField } from '../jsonFields';
import type { LossItem } from '../loss';
import { fromAnalysis } from './fromAnalysis';
import { toAnalysis } from './toAnalysis';

/** JSON lines of the analysis contract, one article a line; the text goes along under `text` unless left out. */
export const analysisJsonl: FormatDescriptor = {
  id: 'jsonl',
  title: formatMessages.title.jsonl,
  extensions: ['jsonl', 'json'],
  unit: 'utf-16 code units',
  perFile: 'many',
  needsText: false,
  variants: [],
  read,
  write,
};

function read(input: FormatInput): ReadResult {
  const { lines, problems } = parseJsonLines(withoutBom(input.content));
  const documents: AnnotationDocument[] = [];
  const found: FormatProblem[] = [...problems];
  for (const { line, value } of lines) {
    const id = isObject(value) ? (asText(value.id) ?? documentName(input.name)) : '';
    const text = isObject(value) ? (typeof value.text === 'string' ? value.text : textFor(input, id)) : undefined;
    const wrong = isObject(value) ? wrongField(value, LINE) : undefined;
    if (!isObject(value)) found.push(error(line, formatMessages.analysisObject));
    else if (wrong) found.push(error(line, formatMessages.named(`"${wrong.name}"`, wrong.must)));
    else if (text === undefined) found.push(error(line, formatMessages.noTextInLine(id)));
    else {
      const problem = malformed(value, text);
      if (problem) found.push(error(line, problem));
      else documents.push({ ...fromAnalysis(complete(value, id), text, { structure: true }), ...labelled(value) });
    }
  }
  return { documents, problems: found };
}

/** The labels of a line; what is not a list of texts is left out. */
function labelled({ labels }: JsonObject): Pick<AnnotationDocument, 'labels'> {
  const found = Object.entries(isObject(labels) ? labels : {}).filter(
    (entry): entry is [string, readonly string[]] =>
      Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every((value) => typeof value === 'string'),
  );
  return found.length === 0 ? {} : { labels: Object.fromEntries(found) };
}

const LINE: Fields = { id: 'text', language: 'text', date: 'text', text: 'text' };
const ITEMS = {
  entities: { entity: 'text', confidence: 'number', nested: 'flag', text: 'text' },
  dates: {
    value: 'text',
    mod: 'text',
    quant: 'text',
    freq: 'text',
    edtf: 'text',
    earliest: 'text',
    latest: 'text',
    anchor: 'text',
    anchorStart: 'number',
    text: 'text',
  },
  quotes: {
    speakerEntity: 'text',
    speakerName: 'text',
    speakerReasons: 'list',
    confidence: 'number',
    parent: 'number',
    problem: 'text',
    text: 'text',
  },
  entityIndex: {
    aliases: 'texts',
    mentions: 'number',
    role: 'text',
    gender: 'text',
    number: 'text',
    identifier: 'text',
    note: 'text',
    place: 'object',
  },
  structure: { credit: 'object', photographer: 'object' },
} as const satisfies Record<string, Fields>;

/** Says what of the contract a line breaks; what is absent is taken as empty. */
function malformed(value: JsonObject, text: string): Message | undefined {
  for (const key of ['entities', 'dates', 'quotes', 'entityIndex', 'structure'] as const) {
    if (value[key] !== undefined && !Array.isArray(value[key])) return formatMessages.mustBeList(key);
    for (const [i, item] of asList(value[key]).entries()) {
      if (!isObject(item)) return formatMessages.itemObject(key, i);
      const problem =
        key === 'entityIndex'
          ? malformedEntity(item)
          : key === 'quotes'
            ? malformedQuote(item, text)
            : malformedSpan(item, text, key === 'structure');
      if (problem) return formatMessages.named(`${key}[${i}]`, problem);
      const odd = wrongField(item, ITEMS[key]);
      if (odd) return formatMessages.named(`${key}[${i}].${odd.name}`, odd.must);
    }
  }
  return undefined;
}

function malformedEntity(item: JsonObject): Message | undefined {
  return typeof item.id === 'string' && typeof item.name === 'string' && typeof item.type === 'string'
    ? undefined
    : formatMessages.part.needsIdNameType;
}

function malformedSpan(item: JsonObject, text: string, block: boolean): Message | undefined {
  const [start, end] = [asOffset(item.start), asOffset(item.end)];
  if (start === undefined || end === undefined || start > end || end > text.length)
    return formatMessages.part.outsideText(text.length);
  if (typeof (block ? item.role : item.type) !== 'string') return block ? formatMessages.part.noRole : formatMessages.part.noType;
  if (typeof item.text === 'string' && item.text !== text.slice(start, end))
    return formatMessages.part.says(item.text, text.slice(start, end));
  return undefined;
}

function malformedQuote(item: JsonObject, text: string): Message | undefined {
  const spans = asList(item.spans);
  if (spans.length === 0 || typeof item.kind !== 'string') return formatMessages.part.needsSpansKind;
  let previous = 0;
  for (const span of spans) {
    const [start, end] = [asOffset(asList(span)[0]), asOffset(asList(span)[1])];
    if (start === undefined || end === undefined || start < previous || start > end || end > text.length)
      return formatMessages.part.spansDisordered;
    previous = end;
  }
  for (const part of [item.cue, item.speaker]) {
    if (part === undefined) continue;
    const problem = isObject(part) ? malformedSpan({ ...part, type: '' }, text, false) : formatMessages.part.mustBeObject;
    if (problem) return formatMessages.part.partThat(problem);
  }
  return undefined;
}

/** The line as an analysis; its shape has been checked above. */
function complete(value: JsonObject, id: string): ArticleAnalysis {
  const list = (key: string): JsonObject[] => asList(value[key]).filter(isObject);
  return {
    id,
    language: asText(value.language) ?? 'und',
    date: asText(value.date) ?? null,
    entities: list('entities').map((item) => ({ entity: '', confidence: 1, ...item })),
    dates: list('dates').map((item) => ({ value: '', ...item })),
    quotes: list('quotes').map((item) => ({ confidence: 1, ...item })),
    entityIndex: list('entityIndex').map((item) => ({ aliases: [], mentions: 0, ...item })),
    structure: list('structure'),
  } as unknown as ArticleAnalysis;
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  let content = '';
  for (const document of documents) {
    const conversion = toAnalysis(document, options);
    addAll(losses, conversion.losses);
    const { id, language, date, ...rest } = conversion.analysis;
    const { labels, text } = document;
    const head = { id, language, date, ...(labels && { labels }), ...((options.includeText ?? true) && { text }) };
    content += `${JSON.stringify({ ...head, ...rest })}\n`;
  }
  return { files: [{ name: `${options.name ?? 'analyses'}.jsonl`, content }], losses };
}
