import { pictureMessages as messages } from '../../messages/pictures';
import { tableMessages } from '../../messages/tables';
import { spelled } from '../query/query';
import type { SearchDocument } from '../searchDocument';
import { finish } from '../tables/finish';
import { Frequencies } from '../tables/frequencies';
import { type Counted, Scope } from '../tables/scope';
import type { Column, Setting, TableRequest, TableRow, TableTask } from '../tables/table';
import { filter, within } from '../tables/written';
import { NETWORK_SIZE, type NetworkUnit } from './kinds';
import { type Named, named } from './written';

const { columns: titles } = tableMessages;

const COLUMNS: readonly Column[] = [
  { id: 'first', title: messages.columns.first, form: 'text' },
  { id: 'firstType', title: titles.type, form: 'text' },
  { id: 'second', title: messages.columns.second, form: 'text' },
  { id: 'secondType', title: titles.type, form: 'text' },
  { id: 'count', title: messages.columns.together, form: 'count' },
  { id: 'articles', title: titles.articles, form: 'count' },
  { id: 'countOfFirst', title: messages.columns.ofFirst, form: 'count' },
  { id: 'countOfSecond', title: messages.columns.ofSecond, form: 'count' },
];

/** Pairs grow with the square of the names: of one sentence or article that names more, the first ones count. */
const MOST_IN_UNIT = 200;

/**
 * Who is named next to whom: for each two names, in how many sentences (paragraphs, articles: `unit`) they stand together.
 * A name counts once in each; names of one article are told apart by canonical name and type.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function networkTask(request: TableRequest): TableTask {
  const scope = new Scope({ ...request, sort: request.sort ?? 'count' });
  const unit = request.unit ?? 'sentence';
  const [pairs, singles] = [new Frequencies(false), new Frequencies(false)];
  let crowded = 0;
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      for (const names of namesTogether(document, unit, request.types)) {
        if (names.length > MOST_IN_UNIT) crowded++;
        countPairs(names.slice(0, MOST_IN_UNIT), counted, { pairs, singles });
      }
    },
    finish() {
      const rows = [...pairs.entries()].flatMap(([key, { count, articles }]): TableRow[] => {
        if (count < request.minimum) return [];
        const [a, b] = key.split(BETWEEN).map(ofKey) as [Named, Named];
        const own = [a, b].map((name) => singles.get(keyOf(name))?.count ?? count);
        const cells = [a.name, a.type, b.name, b.type, count, articles, ...own];
        return [{ cells, query: within(together(a, b, unit), request) }];
      });
      const isEmpty = rows.length === 0 && scope.articles > 0;
      const notes = [
        ...(isEmpty ? [messages.notes.noPairs(request.minimum)] : []),
        ...(crowded > 0 ? [messages.notes.crowded(crowded, MOST_IN_UNIT)] : []),
        ...(pairs.lost > 0 ? [tableMessages.notes.lost(pairs.lost)] : []),
      ];
      const table = finish(scope, { columns: COLUMNS, rows, sort: 'count', notes, settings: settingsOf(unit, request) });
      return { ...table, drawn: { most: sizeOf(request), names: namesIn(rows), queries: queriesOf(table.rows, request) } };
    },
  };
}

/** How many names are drawn. */
const sizeOf = ({ most = NETWORK_SIZE.usual }: TableRequest): number => Math.min(NETWORK_SIZE.most, Math.max(2, most));

/** How many names these pairs have, also those that the table has no row for. */
function namesIn(pairs: readonly TableRow[]): number {
  const ends = ({ cells: [first, firstType, second, secondType] }: TableRow) => [
    drawnName({ name: String(first), type: String(firstType) }),
    drawnName({ name: String(second), type: String(secondType) }),
  ];
  return new Set(pairs.flatMap(ends)).size;
}

/** What shows the names that may be drawn. */
function queriesOf(rows: readonly TableRow[], request: TableRequest): Readonly<Record<string, string>> {
  const queries: [string, string][] = [];
  const known = new Set<string>();
  for (const { cells } of rows)
    for (const [name, type] of [cells.slice(0, 2), cells.slice(2, 4)] as [string, string][]) {
      const key = drawnName({ name, type });
      if (known.has(key)) continue;
      known.add(key);
      queries.push([key, within(own({ name, type }), request)]);
      if (queries.length === MOST_QUERIES) return Object.fromEntries(queries);
    }
  return Object.fromEntries(queries);
}

/** Names that the strongest pairs have: more than are drawn, since a pair may have no room in a network. */
const MOST_QUERIES = 2_000;

/** By which a drawing finds a name's query. */
export const drawnName = ({ name, type }: Named): string => `${type}/${name}`;

const settingsOf = (unit: NetworkUnit, { types }: TableRequest): readonly Setting[] => [
  { name: messages.settings.unit, value: messages.units[unit] },
  ...(types === undefined ? [] : [{ name: tableMessages.columns.type, value: types.join(', ') }]),
];

// no name has these signs
const [WITHIN, BETWEEN] = ['\u0001', '\u0002'];
const keyOf = ({ name, type }: Named): string => `${name}${WITHIN}${type}`;
const ofKey = (key: string): Named => {
  const [name = '', type = ''] = key.split(WITHIN);
  return { name, type };
};

/** The different names of each unit of an article, in text order. */
function namesTogether(document: SearchDocument, unit: NetworkUnit, types: readonly string[] | undefined): readonly string[][] {
  const mentions = document.mentions.filter(({ type }) => types === undefined || types.includes(type));
  if (unit === 'article') return [[...new Set(mentions.map(keyOfMention))]];
  const inOrder = [...mentions].sort((a, b) => a.first - b.first);
  const all: string[][] = [];
  let at = 0;
  for (const { first, last } of unit === 'sentence' ? document.sentences : document.paragraphs) {
    const names = new Set<string>();
    for (; at < inOrder.length && (inOrder[at] as { first: number }).first < last; at++) {
      const mention = inOrder[at] as SearchDocument['mentions'][number];
      if (mention.first >= first) names.add(keyOfMention(mention));
    }
    if (names.size > 0) all.push([...names]);
  }
  return all;
}

const keyOfMention = ({ names, type }: SearchDocument['mentions'][number]): string => keyOf({ name: names[0] ?? '', type });

function countPairs(
  names: readonly string[],
  { article }: Counted,
  { pairs, singles }: { readonly pairs: Frequencies; readonly singles: Frequencies },
): void {
  const sorted = [...names].sort();
  for (const [i, a] of sorted.entries()) {
    singles.add(a, article);
    for (let j = i + 1; j < sorted.length; j++) pairs.add(`${a}${BETWEEN}${sorted[j]}`, article);
  }
}

const own = ({ name, type }: Named): string => `${filter('entity', name)} ${filter('type', type)}`;

/** Shows where two stand together: a hit for each sentence or paragraph; for articles, the first one's mentions in those. */
function together(a: Named, b: Named, unit: NetworkUnit): string {
  if (unit === 'article') return `${own(a)} ${spelled(own(b))}`;
  const [x, y] = [named(a), named(b)];
  const either = [
    [x, y],
    [y, x],
  ]
    .map((pair) => pair.join(' []* '))
    .join(' | ');
  return [`(${either})`, 'within', unit === 'sentence' ? 's' : 'p'].join(' ');
}
