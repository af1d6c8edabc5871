import type { IndexedArticle, ReadAs } from './indexStore';

export type ArticleRow = Omit<IndexedArticle, 'metadata' | 'readAs'> & {
  readonly metadata: string;
  readonly readAs: string | null;
};

/** Most corpora have none, and an empty map for each article of a large one is much. */
export const NO_METADATA: ReadonlyMap<string, string> = new Map();

/** An article as the database has it. */
export const articleOf = ({ metadata, readAs, ...row }: ArticleRow): IndexedArticle => ({
  ...row,
  metadata: metadata === '[]' ? NO_METADATA : new Map(JSON.parse(metadata) as readonly [string, string][]),
  readAs: readAs === null ? null : (JSON.parse(readAs) as ReadAs),
});

/** What the database is to have of an article. */
export const rowOf = ({ metadata, readAs, ...article }: Omit<IndexedArticle, 'id'>): (string | number | null)[] => [
  ...[article.path, article.stat, article.content, article.key, article.language, article.date, JSON.stringify([...metadata])],
  ...[article.tokens, article.characters, readAs === null ? null : JSON.stringify(readAs)],
];
