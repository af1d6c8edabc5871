import { pictureMessages as messages } from '../../messages/pictures';
import { tableMessages } from '../../messages/tables';
import { search } from '../query/search';
import { compileAsked } from '../tables/asked';
import { finish } from '../tables/finish';
import { Scope, wordsIn } from '../tables/scope';
import type { Column, TableRequest, TableRow, TableTask } from '../tables/table';
import { within } from '../tables/written';
import { articleFilter, fileName, shownFile } from './written';

const { columns: titles } = tableMessages;

const COLUMNS: readonly Column[] = [
  { id: 'item', title: titles.item, form: 'text' },
  { id: 'place', title: messages.columns.number, form: 'count' },
  { id: 'of', title: messages.columns.of, form: 'count' },
  { id: 'file', title: messages.columns.file, form: 'text' },
  { id: 'date', title: messages.columns.date, form: 'text' },
  { id: 'count', title: titles.count, form: 'count' },
  { id: 'words', title: messages.columns.words, form: 'count' },
];

/** An article with hits. */
interface Found {
  readonly id: string;
  readonly date: string | null;
  readonly article: number;
  readonly words: number;
  readonly count: number;
}

/**
 * Where in the corpus queries find something: a row for each article with hits, with its number among all articles, in the
 * order of the corpus. Without a query, quotations.
 *
 * @throws QueryError for a query that cannot be read
 */
export function barcodeTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const queries = (request.queries?.length ? request.queries : ['quote:*']).map((written) => ({
    written,
    query: compileAsked(written, request),
    found: [] as Found[],
  }));
  /** How many articles have a file of that name. */
  const files = new Map<string, number>();
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      const { id, date } = document;
      files.set(fileName(id), (files.get(fileName(id)) ?? 0) + 1);
      const words = wordsIn(counted.keys);
      for (const { query, found } of queries) {
        const count = search(query, document).length;
        if (count > 0) found.push({ id, date, article: counted.article, words, count });
      }
    },
    finish() {
      const rows = queries.flatMap(({ written, found }) =>
        found
          .filter(({ count }) => count >= request.minimum)
          .map(({ id, date, article, words, count }): TableRow => {
            const only = articleFilter(id, files.get(fileName(id)) === 1);
            const cells = [written, article + 1, scope.articles, shownFile(id), date, count, words];
            return { cells, query: `${within(written, request)} ${only}` };
          }),
      );
      const none = scope.articles === 0 ? [] : queries.filter(({ found }) => found.length === 0);
      const notes = none.map(({ written }) => tableMessages.notes.nothingFound(written));
      return finish(scope, { columns: COLUMNS, rows, sort: undefined, notes });
    },
  };
}
