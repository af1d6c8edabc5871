import { pictures } from '../../messages/pictures';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable, TableCell, TableRow } from '../tables/table';
import { DASHBOARD_SECTIONS } from './dashboard';
import { factName } from './factName';

/**
 * The rows of a picture's table as people read them: what files call by names that are the same in every language is in the
 * reader's words. Other tables' rows are as they are.
 */
export function shownRows({ kind, columns, rows }: CorpusTable, language: string | undefined): readonly TableRow[] {
  const { drawn } = wordsOf(pictures, language);
  const place = (id: string): number => columns.findIndex((column) => column.id === id);
  if (kind === 'map') return replaced(rows, place('source'), (cell) => entry(drawn.sources, cell));
  if (kind !== 'dashboard' && kind !== 'progress') return rows;
  const [section, item] = [place('section'), place('item')];
  return rows.map((row) => {
    const named = row.cells[section] === 'type' && kind === 'progress' ? 'review' : row.cells[section];
    const own = DASHBOARD_SECTIONS.find((known) => known === named);
    if (own === undefined) return row;
    const cells = [...row.cells];
    cells[section] = drawn.dashboard[own];
    cells[item] = factName(own, String(row.cells[item] ?? ''), language);
    return { ...row, cells };
  });
}

function replaced(rows: readonly TableRow[], at: number, word: (cell: TableCell) => TableCell): readonly TableRow[] {
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell, i) => (i === at ? word(cell) : cell)) }));
}

const entry = (words: Readonly<Record<string, string>>, cell: TableCell): TableCell =>
  Object.entries(words).find(([name]) => name === cell)?.[1] ?? cell;
