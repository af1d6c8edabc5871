import { pictureMessages as messages } from '../../messages/pictures';
import type { SearchDocument, Tokens } from '../searchDocument';
import { finish } from '../tables/finish';
import { Scope } from '../tables/scope';
import type { Column, TableRequest, TableRow, TableTask } from '../tables/table';
import { filter, within } from '../tables/written';
import { folderOf, shownFile } from './written';

const { columns: titles } = messages;

const COLUMNS: readonly Column[] = [
  { id: 'section', title: titles.section, form: 'text' },
  { id: 'item', title: titles.entry, form: 'text' },
  { id: 'total', title: titles.total, form: 'count' },
  { id: 'reviewed', title: titles.reviewed, form: 'count' },
  { id: 'share', title: titles.share, form: 'figure' },
  { id: 'confirmed', title: titles.confirmed, form: 'count' },
  { id: 'rejected', title: titles.rejected, form: 'count' },
  { id: 'doubtful', title: titles.doubtful, form: 'count' },
  { id: 'suggested', title: titles.suggested, form: 'count' },
];

/** How many annotations stand how. */
interface Tally {
  confirmed: number;
  rejected: number;
  doubtful: number;
  suggested: number;
}

/**
 * How far the review is, by folder and by layer and type: what people confirmed and rejected, what is in doubt, and what a
 * machine suggests and nobody has decided on. Dates are one type: what kind a suggested one is of is not laid out.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function progressTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const [folders, types] = [new Map<string, Tally>(), new Map<string, Tally>()];
  return {
    take(document) {
      if (scope.enter(document) === undefined) return;
      const folder = tallyOf(folders, folderOf(document));
      for (const [type, status] of statuses(document)) {
        tallyOf(types, type)[status]++;
        folder[status]++;
      }
    },
    finish() {
      const base = commonFolder([...folders.keys()]);
      const rows = [
        ...[...folders].sort(byKey).map(([name, tally]) => {
          const query = filter('file', `${name}*`);
          return rowOf('folder', shownFolder(name, base), tally, within(`decided:no ${query}`, request));
        }),
        ...[...types].sort(byKey).map(([type, tally]) => rowOf('type', type, tally, within(queryOf(type), request))),
      ];
      const isNothing = types.size === 0 && scope.articles > 0;
      return finish(scope, { columns: COLUMNS, rows, sort: undefined, notes: isNothing ? [messages.notes.nothingToReview] : [] });
    },
  };
}

const byKey = ([a]: readonly [string, Tally], [b]: readonly [string, Tally]): number => (a < b ? -1 : 1);

function tallyOf(all: Map<string, Tally>, key: string): Tally {
  const known = all.get(key) ?? { confirmed: 0, rejected: 0, doubtful: 0, suggested: 0 };
  all.set(key, known);
  return known;
}

/** Each annotation by layer and type with how it stands. */
function* statuses(document: SearchDocument): Generator<readonly [type: string, status: keyof Tally]> {
  const known = new Set<string>();
  for (const { layer, type, status, start, end } of document.decided) {
    yield [typeOf(layer, type), status];
    if (status !== 'rejected') known.add(placeOf(layer, { start, end }));
  }
  const isNew = (layer: string, at: Pick<Tokens, 'start' | 'end'>): boolean => !known.has(placeOf(layer, at));
  for (const mention of document.mentions) if (isNew('entity', mention)) yield [typeOf('entity', mention.type), 'suggested'];
  for (const date of document.dates) if (isNew('date', date)) yield [typeOf('date', ''), 'suggested'];
  for (const quote of document.quotations) if (isNew('quote', quote)) yield [typeOf('quote', quote.kind), 'suggested'];
}

const placeOf = (layer: string, { start, end }: Pick<Tokens, 'start' | 'end'>): string => `${layer}@${start}-${end}`;
const typeOf = (layer: string, type: string): string => (layer === 'date' ? layer : `${layer}/${type}`);

/** What is left to decide of a type. */
function queryOf(written: string): string {
  const [layer = '', type = ''] = written.split('/');
  if (layer === 'entity') return `decided:no ${filter('type', type)}`;
  if (layer === 'quote') return `decided:no ${filter('quote', type)}`;
  // dates are no filter: a token that stands in one has a value
  return layer === 'date' ? '[date=".+" & decided="no"]+' : filter('layer', `${layer}=${type}`);
}

function rowOf(section: 'folder' | 'type', item: string, tally: Tally, query: string): TableRow {
  const { confirmed, rejected, doubtful, suggested } = tally;
  const reviewed = confirmed + rejected;
  const total = reviewed + doubtful + suggested;
  const share = total === 0 ? null : (100 * reviewed) / total;
  return { cells: [section, item, total, reviewed, share, confirmed, rejected, doubtful, suggested], query };
}

/** The folder that holds them all. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  let common = first;
  for (const folder of others) while (!folder.startsWith(common)) common = common.replace(/[^\\/]*[\\/]?$/, '');
  return common;
}

/** A folder below the common one; the common one itself by its name. */
function shownFolder(folder: string, base: string): string {
  const below = folder === base ? base.replace(/[\\/]+$/, '') : folder.slice(base.length).replace(/[\\/]+$/, '');
  if (folder === base) return shownFile(below) || '.';
  return folder.includes('://')
    ? below
        .split('/')
        .map((part) => shownFile(`file:///${part}`))
        .join('/')
    : below;
}
