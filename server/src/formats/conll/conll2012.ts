import { formatMessages } from '../../messages/formats';
import type { AnnotationDocument, EntityGroup } from '../annotationDocument';
import { addTo } from '../collections';
import { error, type FormatProblem, type ReadResult, warning } from '../format';
import { assemble, type ColumnSentence } from './columns';
import type { Chunk } from './iob';

/**
 * Reads CoNLL-2012: entities as brackets `(PERSON*`, `*)` in the eleventh column, coreference `(9`, `9)`, `(11)` in the
 * last one; each chain is a group of mentions of the layer `coref`. Not written.
 */
export function readConll2012(content: string, name: string): ReadResult {
  const problems: FormatProblem[] = [];
  const documents: AnnotationDocument[] = [];
  let sentences: Row[][] = [[]];
  let id = name;
  const close = (): void => {
    const filled = sentences.filter((rows) => rows.length > 0);
    if (filled.length > 0) documents.push(toDocument(id, filled, problems));
    sentences = [[]];
  };
  content.split(/\r\n|\n/).forEach((line, i) => {
    const begin = /^#begin document \(?(.*?)\)?(?:; *part (\d+))? *$/.exec(line);
    if (begin) {
      close();
      id = begin[2] === undefined || /^0+$/.test(begin[2]) ? (begin[1] ?? name) : `${begin[1]}-${begin[2]}`;
    } else if (line.startsWith('#')) close();
    else if (line.trim() === '') sentences.push([]);
    else {
      const cells = line.trim().split(/\s+/);
      if (cells.length < 12) problems.push(error(i + 1, formatMessages.twelveColumns(cells.length)));
      else sentences.at(-1)?.push({ line: i + 1, cells });
    }
  });
  close();
  return { documents, problems };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function toDocument(id: string, sentences: readonly (readonly Row[])[], problems: FormatProblem[]): AnnotationDocument {
  const chains = new Map<string, { sentence: number; first: number; end: number }[]>();
  const columns = sentences.map((rows, s): ColumnSentence => {
    for (const mention of mentions(rows, problems)) {
      addTo(chains, mention.chain, { sentence: s, first: mention.first, end: mention.end });
    }
    return {
      forms: rows.map((row) => row.cells[3] ?? ''),
      features: rows.map((row) => ({ pos: row.cells[4] ?? '', ...(row.cells[6] !== '-' && { lemma: row.cells[6] ?? '' }) })),
      layers: [entities(rows, problems)],
    };
  });
  const { text, tokens, sentences: spans, annotations } = assemble(columns);
  const offsets: number[] = [];
  sentences.reduce((sum, rows) => {
    offsets.push(sum);
    return sum + rows.length;
  }, 0);
  const all = [...annotations];
  const groups = [...chains].map(([chain, list]): EntityGroup => {
    const members = list.map(({ sentence, first, end }) => {
      const offset = offsets[sentence] as number;
      const own = `T${all.length + 1}`;
      const spanOf = { start: tokens[offset + first]?.start ?? 0, end: tokens[offset + end - 1]?.end ?? 0 };
      all.push({ id: own, layer: 'coref', type: 'mention', spans: [spanOf], attributes: {} });
      return own;
    });
    return { id: chain, members, attributes: {} };
  });
  return { id, text, annotations: all, relations: [], groups, tokens, sentences: spans };
}

function entities(rows: readonly Row[], problems: FormatProblem[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const open: { first: number; label: string; line: number }[] = [];
  rows.forEach((row, i) => {
    for (const [part] of (row.cells[10] ?? '').matchAll(/\([^()*]+|\)/g)) {
      if (part !== ')') open.push({ first: i, label: part.slice(1), line: row.line });
      else {
        const chunk = open.pop();
        if (chunk) chunks.push({ first: chunk.first, end: i + 1, label: chunk.label });
        else problems.push(warning(row.line, formatMessages.entityNotOpened));
      }
    }
  });
  for (const chunk of open) problems.push(warning(chunk.line, formatMessages.entityNotClosed(chunk.label)));
  return chunks;
}

function mentions(rows: readonly Row[], problems: FormatProblem[]): { chain: string; first: number; end: number }[] {
  const result: { chain: string; first: number; end: number }[] = [];
  const open: { chain: string; first: number; line: number }[] = [];
  rows.forEach((row, i) => {
    for (const part of (row.cells.at(-1) ?? '').split('|')) {
      const match = /^(\()?(\d+)(\))?$/.exec(part);
      if (!match) continue;
      const chain = match[2] as string;
      if (match[1] && match[3]) result.push({ chain, first: i, end: i + 1 });
      else if (match[1]) open.push({ chain, first: i, line: row.line });
      else {
        const at = open.findLastIndex((mention) => mention.chain === chain);
        const [mention] = at === -1 ? [] : open.splice(at, 1);
        if (mention) result.push({ chain, first: mention.first, end: i + 1 });
        else problems.push(warning(row.line, formatMessages.chainNotOpened(chain)));
      }
    }
  });
  for (const mention of open) problems.push(warning(mention.line, formatMessages.chainNotClosed(mention.chain)));
  return result;
}
