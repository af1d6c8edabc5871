import { formatMessages } from '../../messages/formats';
import { lossMessages } from '../../messages/losses';
import type { AnnotationDocument } from '../annotationDocument';
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
import type { LossItem } from '../loss';
import { type Assembly, assemble, type ColumnSentence, tagSentences } from './columns';
import { readConll2012 } from './conll2012';
import { type Chunk, decodeTags, encodeTags, isTag, readAs } from './iob';

/**
 * Token and tag columns: CoNLL-2003 (four columns by space), two columns by tab, GermEval (numbered, two tag columns),
 * and the brackets of CoNLL-2012. Read in any of IOB1, IOB2, BIOES, BILOU, which the reader says; written in IOB2,
 * variant `2003` with four columns, `two-column` with tab.
 */
export const conll2003: FormatDescriptor = {
  id: 'conll2003',
  title: 'CoNLL-2003 / IOB2',
  extensions: ['conll', 'iob2', 'iob', 'bio'],
  unit: 'tokens',
  perFile: 'many',
  needsText: false,
  variants: ['2003', 'two-column'],
  read,
  write,
};

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly tabbed: boolean;
}

interface RawSentence {
  readonly rows: Row[];
  text?: string;
}

function read(input: FormatInput): ReadResult {
  const content = withoutBom(input.content);
  if (/^#begin document/m.test(content)) return readConll2012(content, documentName(input.name));
  const { documents, problems } = split(content);
  const rows = documents.flatMap((document) => document.sentences.flatMap((sentence) => sentence.rows));
  const first = Number(rows[0]?.cells[0]);
  const numbered =
    rows.length > 0 &&
    (rows.every(({ tabbed }) => tabbed) || rows.length >= MANY_ROWS) &&
    documents.every((document) => document.sentences.every((sentence) => isNumbered(sentence, first)));
  const tagColumns = numbered ? columnsOfTags(rows) : undefined;
  const found: FormatProblem[] = [...problems];
  const allTags: string[][] = [];
  const result = documents.flatMap(({ sentences, id }, d): AnnotationDocument[] => {
    const columns = sentences.map((sentence) =>
      readSentence(sentence, numbered, tagColumns, allTags, (problem) => found.push(problem)),
    );
    if (columns.length === 0) return [];
    const name = id ?? (documents.length > 1 ? `${documentName(input.name)}-${d + 1}` : documentName(input.name));
    const assembly: Assembly = assemble(columns);
    for (const s of assembly.misaligned) found.push(warning(sentences[s]?.rows[0]?.line ?? 1, formatMessages.otherWords));
    const { text, tokens, sentences: spans, annotations } = assembly;
    return [{ id: name, text, annotations, relations: [], groups: [], tokens, sentences: spans }];
  });
  if (rows.length > 0) found.push({ severity: 'information', line: 1, message: readAs(allTags) });
  return { documents: result, problems: found };
}

/** In a file by space a number is a word, unless so many lines count. */
const MANY_ROWS = 20;

/** Lines that count the words of their sentence, from 1 (GermEval) or from 0 (WikiNEuRal). */
function isNumbered(sentence: RawSentence, first: number): boolean {
  if (first !== 0 && first !== 1) return false;
  return sentence.rows.every((row, i) => row.cells.length > 2 && row.cells[0] === String(i + first));
}

function split(content: string): { documents: { sentences: RawSentence[]; id?: string }[]; problems: FormatProblem[] } {
  const documents: { sentences: RawSentence[]; id?: string }[] = [{ sentences: [] }];
  const problems: FormatProblem[] = [];
  let current: RawSentence = { rows: [] };
  const close = (): void => {
    if (current.rows.length > 0) documents.at(-1)?.sentences.push(current);
    current = { rows: [] };
  };
  const begin = (id?: string): void => {
    close();
    if (documents.at(-1)?.sentences.length) documents.push({ sentences: [] });
    const last = documents.at(-1);
    if (last && id !== undefined) last.id = id;
  };
  content.split(/\r\n|\n/).forEach((line, i) => {
    const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/ +/);
    if (line.trim() === '') close();
    else if (cells[0] === '-DOCSTART-') begin();
    // A hash is a word where a tag follows it, else it begins a remark.
    else if (line.startsWith('#') && (/^# *[\w.:]+(?: id)? *=/.test(line) || !isTag(cells.at(-1) ?? ''))) {
      const comment = /^# *(newdoc id|text) = (.*)$/.exec(line);
      if (comment?.[1] === 'newdoc id') begin(comment[2]);
      else if (comment) current.text = comment[2] as string;
    } else if (cells.length < 2) problems.push(error(i + 1, formatMessages.needsWordAndTag(line.slice(0, 40))));
    else current.rows.push({ line: i + 1, cells, tabbed: line.includes('\t') });
  });
  close();
  return { documents, problems };
}

/** In numbered files any column may hold tags (GermEval has two); elsewhere only the last does. */
function columnsOfTags(rows: readonly Row[]): readonly number[] {
  const width = Math.min(...rows.slice(0, 10_000).map((row) => row.cells.length));
  const columns: number[] = [];
  for (let column = 2; column < width; column++) {
    if (rows.every((row) => isTag(row.cells[column] ?? ''))) columns.push(column);
  }
  return columns.length > 0 ? columns : [2];
}

function readSentence(
  sentence: RawSentence,
  numbered: boolean,
  tagColumns: readonly number[] | undefined,
  allTags: string[][],
  report: (problem: FormatProblem) => void,
): ColumnSentence {
  const width = sentence.rows[0]?.cells.length ?? 0;
  const layers = (tagColumns ?? [-1]).map((column): readonly Chunk[] => {
    const tags = sentence.rows.map((row) => {
      const tag = (column === -1 ? row.cells.at(-1) : row.cells[column]) ?? 'O';
      if (isTag(tag)) return tag;
      report(error(row.line, formatMessages.notTag(tag)));
      return 'O';
    });
    allTags.push(tags);
    return decodeTags(tags);
  });
  const named = !numbered && width === 4;
  return {
    forms: sentence.rows.map((row) => (numbered ? row.cells[1] : row.cells[0]) ?? ''),
    ...(sentence.text !== undefined && { text: sentence.text }),
    ...(named && { features: sentence.rows.map((row) => columnFeatures(row.cells)) }),
    layers,
  };
}

/** What stands for nothing in the columns of part of speech and chunk is left out. */
function columnFeatures([, pos = '', chunk = '']: readonly string[]): Record<string, string> {
  const nothing = (cell: string): boolean => cell === '' || cell === '-X-' || cell === '_' || cell === '-';
  return { ...(!nothing(pos) && { pos }), ...(!nothing(chunk) && { chunk }) };
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const two = options.variant === 'two-column';
  let content = '';
  documents.forEach((document) => {
    const { sentences, losses: own } = tagSentences(document, options.tokenizer, options);
    addAll(losses, own);
    losses.push({ document: document.id, kind: 'document', field: 'id', detail: lossMessages.documentName });
    const features = new Set(
      sentences.flatMap((sentence) => sentence.tokens.flatMap((token) => Object.keys(token.features ?? {}))),
    );
    for (const name of features) {
      if (two || (name !== 'pos' && name !== 'chunk'))
        losses.push({ document: document.id, kind: 'token', field: name, detail: lossMessages.column(name) });
    }
    // Two columns have no line for the beginning of a document, but this one is read everywhere.
    content += two ? '-DOCSTART-\tO\n\n' : '-DOCSTART- -X- O O\n\n';
    for (const sentence of sentences) {
      const tags = encodeTags(sentence.tokens.length, sentence.chunks);
      sentence.tokens.forEach((token, i) => {
        const form = document.text.slice(token.start, token.end).replace(/\s/gu, '_');
        const { pos, chunk } = token.features ?? {};
        content += two ? `${form}\t${tags[i]}\n` : `${form} ${pos || '-X-'} ${chunk || '_'} ${tags[i]}\n`;
      });
      content += '\n';
    }
    const rebuilt = sentences
      .map((sentence) => sentence.tokens.map((token) => document.text.slice(token.start, token.end)).join(' '))
      .join('\n');
    if (rebuilt !== document.text)
      losses.push({
        document: document.id,
        kind: 'text',
        detail: lossMessages.whiteSpace,
      });
  });
  return { files: [{ name: `${options.name ?? 'corpus'}.conll`, content }], losses };
}
