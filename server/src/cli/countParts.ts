import { byName, type PartBy, partOfHit, partsOf, partTokens } from '../corpus/parts/partition';
import type { CompiledQuery } from '../corpus/query/compile';
import { search } from '../corpus/query/search';
import type { SearchDocument } from '../corpus/searchDocument';
import type { Message } from '../messages/message';
import { searchMessages } from '../messages/search';
import { table, type Written } from './concordanceOutput';
import type { Task } from './search';
import type { SearchOptions } from './searchOptions';

interface Row {
  hits: number;
  articles: number;
  found: number;
  tokens: number;
}

/** Relative frequencies are told for so many tokens, as AntConc and TXM do. */
const PER = 1_000_000;

/**
 * Counts a query's hits in each part of a corpus, beside how large the part is. An article that the query's filters on
 * articles leave out is in no part.
 */
export function countingParts(
  query: CompiledQuery,
  by: PartBy,
  options: Pick<SearchOptions, 'format' | 'variant'>,
  complain: (place: string, problem: Message) => void,
): Task {
  const rows = new Map<string, Row>();
  const columns = new Set<string>();
  let [hits, found] = [0, 0];
  return {
    mayHave: () => (_, head) => query.document.every((filter) => filter(head)),
    see(metadata) {
      for (const column of metadata.keys()) columns.add(column);
    },
    take(document) {
      if (!isInside(query, document)) return [];
      const own = search(query, document);
      hits += own.length;
      if (own.length > 0) found++;
      for (const [name, tokens] of partTokens(document, by)) rowOf(rows, name).tokens += tokens;
      for (const { name } of partsOf([document], by)) rowOf(rows, name).articles++;
      const counted = new Set<Row>();
      for (const hit of own) counted.add(count(rowOf(rows, partOfHit(document, hit, by))));
      for (const row of counted) row.found++;
      return [];
    },
    text: () => '',
    finish() {
      for (const column of [...query.columns, ...(by.by === 'column' ? [by.name] : [])])
        if (!columns.has(column.toLowerCase())) complain('metadata.csv', searchMessages.noColumn(column));
      return {
        text: options.format === 'count' ? '' : textOf(rows, options),
        messages: ({ articles, tokens }) => [searchMessages.total(hits, found, articles, tokens)],
      };
    },
  };
}

const isInside = (query: CompiledQuery, document: SearchDocument): boolean =>
  query.document.every((filter) => filter(document)) && query.inside.every((each) => search(each, document).length > 0);

function count(row: Row): Row {
  row.hits++;
  return row;
}

function rowOf(rows: Map<string, Row>, name: string): Row {
  const row = rows.get(name) ?? { hits: 0, articles: 0, found: 0, tokens: 0 };
  rows.set(name, row);
  return row;
}

const HEADING = ['part', 'hits', 'articles_with_hits', 'articles', 'tokens', 'per_million'];

function textOf(rows: ReadonlyMap<string, Row>, options: Pick<SearchOptions, 'format' | 'variant'>): Written {
  const inOrder = [...rows].sort(([a], [b]) => byName(a, b));
  if (options.format === 'jsonl')
    return inOrder.map(([part, { found, ...row }]) => `${JSON.stringify({ part, ...row, articlesWithHits: found })}\n`).join('');
  const cells = inOrder.map(([part, { hits, found, articles, tokens }]) => [
    ...[part, hits, found, articles, tokens].map(String),
    tokens === 0 ? '' : ((hits / tokens) * PER).toFixed(1),
  ]);
  return table([HEADING, ...cells], options);
}
