import type { Column, TableCell } from './table';

/** How a cell is shown to people. */
interface Shown {
  readonly locale: string;
  /** What stands for a name that is not known. */
  readonly unknown: string;
  readonly isFirst: boolean;
}

const MOST_FIGURE = 1e15;

/** A cell for people: whole numbers in groups, figures to two places, a dash where there is no figure. */
export function shownCell(cell: TableCell, { form }: Pick<Column, 'form'>, { locale, unknown, isFirst }: Shown): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell === '' && isFirst ? unknown : cell;
  if (form === 'count') return cell.toLocaleString(locale);
  if (Math.abs(cell) >= MOST_FIGURE) return cell > 0 ? '∞' : '−∞';
  return cell.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
