import type { ArticleAnalysis } from '../../core/analysis';
import type { AnnotationDocument } from '../annotationDocument';
import { addAll } from '../collections';
import {
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  stem,
  textFor,
  type WriteOptions,
  type WriteResult,
  withoutBom,
} from '../format';
import { asList, asOffset, asText, isObject, type JsonObject, parseJsonLines } from '../json';
import type { LossItem } from '../loss';
import { fromAnalysis } from './fromAnalysis';
import { toAnalysis } from './toAnalysis';

/** JSON lines of the analysis contract, one article a line; the text goes along under `text` unless left out. */
export const analysisJsonl: FormatDescriptor = {
  id: 'jsonl',
  title: 'JSON lines of analyses',
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
    const id = isObject(value) ? (asText(value.id) ?? stem(input.name)) : '';
    const text = isObject(value) ? (typeof value.text === 'string' ? value.text : textFor(input, id)) : undefined;
    if (!isObject(value)) found.push(error(line, 'An analysis must be a JSON object.'));
    else if (text === undefined) found.push(error(line, `The text of ${id} is neither in the line nor beside it.`));
    else {
      const problem = malformed(value, text);
      if (problem) found.push(error(line, problem));
      else documents.push(fromAnalysis(complete(value, id), text, { structure: true }));
    }
  }
  return { documents, problems: found };
}

/** Says what of the contract a line breaks; what is absent is taken as empty. */
function malformed(value: JsonObject, text: string): string | undefined {
  for (const key of ['entities', 'dates', 'quotes', 'entityIndex', 'structure']) {
    if (value[key] !== undefined && !Array.isArray(value[key])) return `"${key}" must be a list.`;
    for (const [i, item] of asList(value[key]).entries()) {
      if (!isObject(item)) return `${key}[${i}] must be an object.`;
      const problem =
        key === 'entityIndex'
          ? malformedEntity(item)
          : key === 'quotes'
            ? malformedQuote(item, text)
            : malformedSpan(item, text, key === 'structure');
      if (problem) return `${key}[${i}] ${problem}`;
    }
  }
  return undefined;
}

function malformedEntity(item: JsonObject): string | undefined {
  return typeof item.id === 'string' && typeof item.name === 'string' && typeof item.type === 'string'
    ? undefined
    : 'needs an id, a name and a type.';
}

function malformedSpan(item: JsonObject, text: string, block: boolean): string | undefined {
  const [start, end] = [asOffset(item.start), asOffset(item.end)];
  if (start === undefined || end === undefined || start > end || end > text.length)
    return `lies outside of the text (${text.length} code units).`;
  if (typeof (block ? item.role : item.type) !== 'string') return `has no ${block ? 'role' : 'type'}.`;
  if (typeof item.text === 'string' && item.text !== text.slice(start, end))
    return `says "${item.text}" but the text there is "${text.slice(start, end)}".`;
  return undefined;
}

function malformedQuote(item: JsonObject, text: string): string | undefined {
  const spans = asList(item.spans);
  if (spans.length === 0 || typeof item.kind !== 'string') return 'needs spans and a kind.';
  let previous = 0;
  for (const span of spans) {
    const [start, end] = [asOffset(asList(span)[0]), asOffset(asList(span)[1])];
    if (start === undefined || end === undefined || start < previous || start > end || end > text.length)
      return 'has spans outside of the text or out of order.';
    previous = end;
  }
  for (const part of [item.cue, item.speaker]) {
    if (part === undefined) continue;
    const problem = isObject(part) ? malformedSpan({ ...part, type: '' }, text, false) : 'must be an object.';
    if (problem) return `has a cue or speaker that ${problem}`;
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
    content += `${JSON.stringify({ id, language, date, ...((options.includeText ?? true) && { text: document.text }), ...rest })}\n`;
  }
  return { files: [{ name: `${options.name ?? 'analyses'}.jsonl`, content }], losses };
}
