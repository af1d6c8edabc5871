import { join } from 'node:path';
import type { TemporalExpression } from '../../core/analysis';
import { sayDate } from '../../core/dates/index';
import type { IndexedArticle, IndexStore } from '../../corpus/index/indexStore';
import type { ListedMoment } from '../../corpus/index/moments';
import type { ListedName } from '../../corpus/index/names';
import { pathIn } from '../../corpus/index/place';
import { placesOf } from '../../corpus/rowPlaces';
import type { SearchDocument } from '../../corpus/searchDocument';
import type { CorpusGroup, CorpusRow, RowArticle } from '../../protocol';
import { foldName } from '../../service/workspaceSymbols';
import { uriOf } from '../reviews';
import type { IndexRowArticles, IndexRowPlaces, IndexRows, IndexRowsFound } from './rowMessages';

const TYPES = ['PER', 'ORG', 'LOC', 'MISC'];

/** What a view shows of all articles of a folder, from its index. */
export class FolderRows {
  readonly #store: IndexStore;
  readonly #path: string;

  constructor(store: IndexStore, path: string) {
    this.#store = store;
    this.#path = path;
  }

  /** A page of rows, or, without a group where there are some, the groups. */
  rows(asked: IndexRows): Omit<IndexRowsFound, 'done' | 'of'> {
    const all = this.#rows(asked);
    if (asked.group === undefined && asked.of !== 'speakers') return { groups: grouped(all, asked), rows: [], total: all.length };
    const own = asked.of === 'speakers' ? all : all.filter(({ group }) => group === asked.group);
    const rows = own.slice(asked.from, asked.from + asked.count).map(({ make }) => make());
    return { groups: [], rows, total: own.length };
  }

  #rows({ of, written, language }: IndexRows): readonly Row[] {
    const fits = testOf(written);
    if (of === 'dates') return this.#dates(fits, language);
    const { names } = this.#store;
    const found = names.list(
      ({ name, quotes, others = [] }) => (of === 'entities' || quotes > 0) && [name, ...others].some(fits),
    );
    const sorted = [...found].sort(of === 'speakers' ? (a, b) => b.quotes - a.quotes || byName(a, b) : byMentions);
    return sorted.map((name) => ({ group: name.type, make: () => nameRow(name, of === 'speakers', this.#store.isAlone(name)) }));
  }

  #dates(fits: (words: string) => boolean, language: string): readonly Row[] {
    return this.#store.moments.all.flatMap((moment) => {
      const label = sayDate(moment as unknown as TemporalExpression, language);
      return fits(`${label} ${moment.value}`) ? [{ group: yearOf(moment), make: () => dateRow(moment, label) }] : [];
    });
  }

  /** A page of a row's articles in the order of time, and how many there are. */
  articles({ of, name, type, from, count }: IndexRowArticles): {
    readonly articles: readonly RowArticle[];
    readonly total: number;
  } {
    const found =
      of === 'dates'
        ? this.#store.moments.articles(name, type)
        : this.#store.names.articles(name, type, of === 'speakers' ? 'quotes' : 'mentions');
    const known = found.flatMap(({ article: id, count: times }) => {
      const article = this.#store.article(id);
      return article === undefined || times === 0 ? [] : [{ article, times }];
    });
    known.sort((a, b) => byDate(a.article, b.article));
    const articles = known.slice(from, from + count).map(({ article, times }): RowArticle => {
      const title = article.metadata.get('title');
      return {
        ...{ uri: uriOf(join(this.#path, article.path)), path: article.path, count: times },
        ...(title && { title }),
        ...(article.date !== null && { date: article.date }),
      };
    });
    return { articles, total: known.length };
  }

  /** The places of a row in an article; undefined where the index does not have it. */
  places({
    path,
    ...subject
  }: IndexRowPlaces): { readonly text: string; readonly places: ReturnType<typeof placesOf> } | undefined {
    const article = this.#store.articles.get(pathIn(this.#path, path));
    if (article === undefined) return undefined;
    const document: SearchDocument = this.#store.document(article, '');
    return { text: document.text, places: placesOf(document, subject) };
  }
}

/** A row, made when it is shown. */
interface Row {
  readonly group: string;
  make(): CorpusRow;
}

/** The types in their order, the years in theirs; what has no place in the calendar last. */
function grouped(rows: readonly Row[], { of }: IndexRows): readonly CorpusGroup[] {
  const counts = new Map<string, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const ids = of === 'entities' ? TYPES.filter((type) => counts.has(type)) : [...counts.keys()];
  return ids.map((id) => ({ id, rows: counts.get(id) as number }));
}

const nameRow = (
  { name, type, articles, mentions, quotes, quotedIn, others }: ListedName,
  isSpeaker: boolean,
  isAlone: boolean,
): CorpusRow => ({
  ...{ name, type, label: name },
  ...(isSpeaker ? { articles: quotedIn, count: quotes } : { articles, count: mentions }),
  ...(isAlone && { alone: true }),
  ...(others && { others }),
});

const dateRow = ({ value, type, articles, mentions }: ListedMoment, label: string): CorpusRow => ({
  ...{ name: value, type, label, articles, count: mentions },
});

/** Of its first day; empty where it has no place in the calendar. */
const yearOf = ({ earliest }: ListedMoment): string => /^-?\d+/.exec(earliest ?? '')?.[0] ?? '';

/** Whether words have all of those in them that are written, whatever their case or accents. */
function testOf(written: string): (words: string) => boolean {
  const wanted = foldName(written).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return () => true;
  return (words) => {
    const folded = foldName(words);
    return wanted.every((word) => folded.includes(word));
  };
}

const byName = (a: ListedName, b: ListedName): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const byMentions = (a: ListedName, b: ListedName): number => b.mentions - a.mentions || byName(a, b);

/** Articles without a date last. */
function byDate(a: IndexedArticle, b: IndexedArticle): number {
  if (a.date !== b.date) return a.date === null ? 1 : b.date === null ? -1 : a.date < b.date ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}
