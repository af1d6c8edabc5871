import type { IndexedArticle, ReadAs } from './indexStore';

/** Most corpora have none, and an empty map for each article of a large one is much. */
export const NO_METADATA: ReadonlyMap<string, string> = new Map();

/** An article as {@link READ_ARTICLES} gives it. */
type Row = readonly [
  ...[id: number, path: string, stat: string, content: string, key: string, language: string, date: string | null],
  ...[metadata: string, tokens: number, characters: number, readAs: string | null],
];

/**
 * Reads the next articles behind a number, some hundreds at once as one text: a hundred thousand rows, each by itself and
 * column by column, would take seconds.
 */
export const READ_ARTICLES = `SELECT json_group_array(json_array(
    id, path, stat, content, key, language, date, metadata, tokens, characters, readAs)) AS rows
  FROM (SELECT * FROM article WHERE id > ? ORDER BY id LIMIT 500)`;

/** Articles as {@link READ_ARTICLES} has read them. */
export const articlesOf = (rows: string): readonly IndexedArticle[] => (JSON.parse(rows) as readonly Row[]).map(articleOf);

function articleOf([id, path, stat, content, key, language, date, metadata, tokens, characters, readAs]: Row): IndexedArticle {
  const known = metadata === '[]' ? NO_METADATA : new Map(JSON.parse(metadata) as readonly [string, string][]);
  const read = readAs === null ? null : (JSON.parse(readAs) as ReadAs);
  return { id, path, stat, content, key, language, date, metadata: known, tokens, characters, readAs: read };
}

/** What the database is to have of an article. */
export const rowOf = ({ metadata, readAs, ...article }: Omit<IndexedArticle, 'id'>): (string | number | null)[] => [
  ...[article.path, article.stat, article.content, article.key, article.language, article.date, JSON.stringify([...metadata])],
  ...[article.tokens, article.characters, readAs === null ? null : JSON.stringify(readAs)],
];
