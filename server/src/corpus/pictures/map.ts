import { pictureMessages as messages } from '../../messages/pictures';
import { tableMessages } from '../../messages/tables';
import type { Mention } from '../searchDocument';
import { finish } from '../tables/finish';
import { Frequencies, type Frequency } from '../tables/frequencies';
import { Scope } from '../tables/scope';
import type { Column, TableRequest, TableRow, TableTask } from '../tables/table';
import { filter, within } from '../tables/written';
import { type Point, pointOf, writtenPoint } from './points';

const { columns: titles } = tableMessages;

const COLUMNS: readonly Column[] = [
  { id: 'place', title: messages.columns.place, form: 'text' },
  { id: 'count', title: titles.count, form: 'count' },
  { id: 'articles', title: titles.articles, form: 'count' },
  { id: 'latitude', title: messages.columns.latitude, form: 'figure' },
  { id: 'longitude', title: messages.columns.longitude, form: 'figure' },
  { id: 'source', title: messages.columns.source, form: 'text' },
];

/** Where a place's coordinates are from, as files have it: the project's gazetteer, or the list that comes with the program. */
type PointSource = 'gazetteer' | 'list' | '';

/**
 * The places that are named, each with its point: the project's own (columns `lat` and `lon` of the gazetteer) before those
 * of the list that is bundled. What has no point stays in the table, and is counted in a note.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function mapTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const counts = new Frequencies(false);
  const own = new Map<string, Point | null>();
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      for (const mention of document.mentions) {
        if (mention.type !== 'LOC') continue;
        const name = mention.names[0] ?? '';
        counts.add(name, counted.article);
        note(own, name, mention);
      }
    },
    finish() {
      const named = [...counts.entries()].filter(([, { count }]) => count >= request.minimum);
      const rows = named.map(([name, frequency]) => rowOf(name, frequency, own.get(name), request));
      const of = (source: PointSource): number => rows.filter(({ cells }) => cells[SOURCE_AT] === source).length;
      const broken = named.map(([name]) => name).filter((name) => own.get(name) === null);
      const notes = [
        ...(rows.length === 0 && scope.articles > 0 ? [messages.notes.noPlaces] : []),
        ...(of('') > 0 ? [messages.notes.noPoint(of(''))] : []),
        ...(broken.length > 0 ? [messages.notes.badPoint(broken.sort().slice(0, MOST_BROKEN))] : []),
        ...(of('list') > 0 ? [messages.notes.listed] : []),
      ];
      return finish(scope, { columns: COLUMNS, rows, sort: 'count', notes });
    },
  };
}

/** So many places are named whose coordinates are none. */
const MOST_BROKEN = 5;
const SOURCE_AT = COLUMNS.findIndex(({ id }) => id === 'source');

function rowOf(name: string, { count, articles }: Frequency, own: Point | null | undefined, request: TableRequest): TableRow {
  const point = own ?? pointOf(name);
  const source: PointSource = own ? 'gazetteer' : point ? 'list' : '';
  return {
    cells: [name, count, articles, point?.latitude ?? null, point?.longitude ?? null, source],
    query: within(`${filter('entity', name)} ${filter('type', 'LOC')}`, request),
  };
}

/** What the gazetteer says of a place; null where it says what is no point of the earth. */
function note(own: Map<string, Point | null>, name: string, { properties }: Mention): void {
  const written = properties === undefined || own.get(name) ? undefined : writtenPoint(properties);
  if (written !== undefined) own.set(name, written);
}
