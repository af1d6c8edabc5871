import { say } from '../../messages/say';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import { BANALITY } from '../../statistics/hypergeometric';
import { drawPicture } from '../pictures/draw';
import { isPictureKind } from '../pictures/kinds';
import { shownCell } from './shownCell';
import type { CorpusTable } from './table';

/** So many marks are told apart. */
const [MOST_BARS, MOST_TIMES] = [25, 400];
/** In pixels. */
const [WIDTH, LABELS, FIGURES, BAR, GAP] = [760, 220, 80, 16, 6];
const [HEIGHT, LEFT, BELOW, ABOVE] = [300, 60, 46, 16];

/** A mark of a picture: what it stands for, and how much. */
interface Mark {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  /** Its row in the table. */
  readonly row: number;
}

/**
 * A table as a picture in SVG: a series as bars over time, keywords as bars to both sides, everything else as bars of the
 * first rows. Colours are those of the theme where a page has one. Each mark has a name for those who do not see it, and
 * the number of its row (`data-row`), so that it can be opened. The figures are those of the table.
 *
 * @returns undefined for a table without a figure
 */
export function tablePicture(table: CorpusTable, language: string | undefined): string | undefined {
  if (isPictureKind(table.kind)) return drawPicture(table.kind, table, language);
  const words = wordsOf(tables, language);
  const column = table.columns.findIndex(({ id }) => id === measureOf(table.kind));
  const item = table.kind === 'series' ? table.columns.findIndex(({ id }) => id === 'period') : 0;
  if (column < 0 || (table.kind === 'series' && item > 0)) return undefined;
  const shown = { locale: words.locale, unknown: words.unknown, isFirst: true };
  const marks = table.rows.flatMap(({ cells }, row): readonly Mark[] => {
    const value = cells[column];
    if (typeof value !== 'number') return [];
    const label = shownCell(cells[item] ?? null, { form: 'text' }, shown);
    return [{ label, value, shown: shownCell(value, table.columns[column] as { form: 'count' }, shown), row }];
  });
  if (marks.every(({ value }) => value === 0)) return undefined;
  const { title } = table.columns[column] as CorpusTable['columns'][number];
  const measure = typeof title === 'string' ? title : say(title, language);
  const name = `${words.kinds[table.kind]} – ${measure}`;
  if (table.kind === 'series') return overTime(marks.slice(-MOST_TIMES), name);
  return bars(table.kind === 'keywords' ? extremes(marks) : marks.slice(0, MOST_BARS), name);
}

function measureOf(kind: CorpusTable['kind']): string {
  switch (kind) {
    case 'keywords':
      return 'specificity';
    case 'collocates':
      return 'cooccurrence';
    case 'dispersion':
      return 'deviation';
    default:
      return 'count';
  }
}

/** The most and the least typical ones that are not banal. */
function extremes(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.filter(({ value }) => Math.abs(value) > BANALITY).sort((a, b) => b.value - a.value);
  const half = Math.ceil(MOST_BARS / 2);
  return sorted.length <= MOST_BARS ? sorted : [...sorted.slice(0, half), ...sorted.slice(-half)];
}

/** Bars to the right, or to both sides of a line where some are below 0. */
function bars(marks: readonly Mark[], name: string): string | undefined {
  if (marks.length === 0) return undefined;
  const least = Math.min(0, ...marks.map(({ value }) => value));
  const most = Math.max(0, ...marks.map(({ value }) => value));
  const room = WIDTH - LABELS - FIGURES;
  const x = (value: number): number => LABELS + ((value - least) / (most - least || 1)) * room;
  const height = marks.length * (BAR + GAP) + GAP;
  const drawn = marks.map((mark, i) => {
    const y = GAP + i * (BAR + GAP);
    const [from, to] = [Math.min(x(0), x(mark.value)), Math.max(x(0), x(mark.value))];
    return group(mark, [
      `<text x="${LABELS - 8}" y="${y + 12}" text-anchor="end">${escaped(cut(mark.label))}</text>`,
      `<rect x="${rounded(from)}" y="${y}" width="${rounded(Math.max(1, to - from))}" height="${BAR}" class="${mark.value < 0 ? 'less' : 'more'}"/>`,
      `<text x="${rounded(to + 6)}" y="${y + 12}">${escaped(mark.shown)}</text>`,
    ]);
  });
  const line = least < 0 ? `<line x1="${rounded(x(0))}" x2="${rounded(x(0))}" y1="0" y2="${height}"/>` : '';
  return svg(height, name, [line, ...drawn]);
}

/** A bar for each time, its height the count; times without an article have none, and their room. */
function overTime(marks: readonly Mark[], name: string): string | undefined {
  if (marks.length === 0) return undefined;
  const most = Math.max(...marks.map(({ value }) => value));
  const times = allTimes(marks.map(({ label }) => label));
  const at = new Map(times.map((time, i) => [time, i]));
  const step = (WIDTH - LEFT - 10) / times.length;
  const room = HEIGHT - ABOVE - BELOW;
  const drawn = marks.map((mark) => {
    const height = (mark.value / most) * room;
    const x = LEFT + (at.get(mark.label) ?? 0) * step;
    const [left, width] = [rounded(x + step * 0.1), rounded(Math.max(1, step * 0.8))];
    return group(mark, [
      `<rect x="${left}" y="${rounded(ABOVE + room - height)}" width="${width}" height="${rounded(height)}" class="more"/>`,
    ]);
  });
  const every = Math.ceil(times.length / 12);
  const labels = times.flatMap((time, i) =>
    i % every === 0
      ? [`<text x="${rounded(LEFT + (i + 0.5) * step)}" y="${HEIGHT - BELOW + 18}" text-anchor="middle">${escaped(time)}</text>`]
      : [],
  );
  const bottom = ABOVE + room;
  const axis = [
    `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${bottom}" y2="${bottom}"/>`,
    `<text x="${LEFT - 8}" y="${ABOVE + 6}" text-anchor="end">${escaped((marks.find(({ value }) => value === most) as Mark).shown)}</text>`,
    `<text x="${LEFT - 8}" y="${bottom}" text-anchor="end">0</text>`,
  ];
  return svg(HEIGHT, name, [...axis, ...drawn, ...labels]);
}

/** More times than this are not laid out one by one: a date that is far off would make the others a line. */
const LONGEST = 2400;

/** Every year or month from the first to the last. */
function allTimes(times: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [times[0], times.at(-1)];
  const isMonth = first.length > 4;
  const number = (time: string): number =>
    isMonth ? Number(time.slice(0, 4)) * 12 + Number(time.slice(5, 7)) - 1 : Number(time);
  const [from, to] = [number(first), number(last)];
  if (!(to >= from && to - from < LONGEST)) return times;
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const at = from + i;
    if (!isMonth) return String(at).padStart(4, '0');
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

const group = ({ label, shown, row }: Mark, inner: readonly string[]): string =>
  `<g class="mark" data-row="${row}" tabindex="-1" role="listitem" aria-label="${escaped(`${label}: ${shown}`)}"><title>${escaped(`${label}: ${shown}`)}</title>${inner.join('')}</g>`;

function svg(height: number, name: string, inner: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="list" aria-label="${escaped(name)}" font-family="sans-serif" font-size="12"><style>
.mark rect { fill: var(--vscode-charts-blue, #1a6fb5); }
.mark rect.less { fill: var(--vscode-charts-orange, #b3590a); }
text { fill: var(--vscode-foreground, #222); }
line { stroke: var(--vscode-foreground, #222); stroke-opacity: 0.5; }
</style><title>${escaped(name)}</title>${inner.join('')}</svg>`;
}

/** UTF-16 units of a label, at most. */
const MOST_LABEL = 34;

const cut = (label: string): string => (label.length <= MOST_LABEL ? label : `${label.slice(0, MOST_LABEL - 1)}…`);
const rounded = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);
