import { spelledOut } from '../parts/subcorpora';
import { readQuery, spelled } from '../query/query';
import type { TableRequest } from './table';

/*
 * Queries that show what a row counts: what a person could have written.
 */

/** A word or a phrase as the simple form of a query, so that nothing in it is a sign. */
export const literal = (words: string): string => (/["]/.test(words) ? words : `"${words}"`);

/** A filter: `speaker:"Anne Morel"`. */
export const filter = (key: string, value: string): string => `${key}:"${value.replaceAll('"', '?')}"`;

/** A token of CQL that has this form, as the table folds forms. */
export function token(word: string, { matchCase, ignoreAccents }: Pick<TableRequest, 'matchCase' | 'ignoreAccents'>): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/"]/g, (sign) => (sign === '"' ? '.' : `\\${sign}`));
  const flags = `${matchCase ? '' : 'c'}${ignoreAccents ? 'd' : ''}`;
  return `[word="${escaped}"${flags === '' ? '' : `%${flags}`}]`;
}

/** A query within the sub-corpus of a table. */
export function within(query: string, { within: own, parts = [] }: Pick<TableRequest, 'within' | 'parts'>): string {
  if (own === undefined) return query;
  const read = readQuery(own);
  const isFilters = read.form === 'simple' && read.words.length === 0;
  // what must be found in an article is not what is looked for in it
  return `${query} ${isFilters ? own : spelled(spelledOut(own, parts))}`;
}

/** Between the names of a part that has several: a newspaper's month. */
export const JOINT = ' · ';

/** What a partition parts by: one thing, or several with commas between. */
export const namesOfBy = (by: string): readonly string[] => by.split(',').map((name) => name.trim());

/** The filters that keep hits in a part; undefined where a name cannot be told from the joint of two. */
export function partFilter(by: string, part: string): string | undefined {
  const keys = namesOfBy(by);
  const names = keys.length === 1 ? [part] : part.split(JOINT);
  if (names.length !== keys.length) return undefined;
  return keys.map((key, i) => filter(key === 'year' || key === 'month' ? 'date' : key, names[i] ?? '')).join(' ');
}

/** Words of a table's row as tokens of CQL, where lemmas are counted any form that is one of it. */
export function wordQuery(words: readonly string[], request: TableRequest): string {
  if (request.lemmas.length === 0) return literal(words.join(' '));
  return words
    .map((word) => {
      const forms = request.lemmas.flatMap(([form, lemma]) => (lemma === word ? [form] : []));
      const all = [...new Set([word, ...forms])];
      return all.length === 1 ? token(word, request) : `(${all.map((form) => token(form, request)).join(' | ')})`;
    })
    .join(' ');
}
