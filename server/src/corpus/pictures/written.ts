import type { SearchDocument } from '../searchDocument';
import { filter } from '../tables/written';

/*
 * Queries of pictures, beside those of tables: what a person could have written.
 */

/** A value as a regular expression of CQL that fits it alone. */
export const exactly = (value: string): string =>
  value.replace(/[\\^$.*+?()[\]{}|/"]/g, (sign) => (sign === '"' ? '.' : `\\${sign}`));

/** A token in a name of an entity. */
export const named = ({ name, type }: Named): string => `[entity="${exactly(name)}" & type="${type}"]`;

/** An entity as pictures tell them apart: two of one name and of different types are two. */
export interface Named {
  readonly name: string;
  readonly type: string;
}

/** The last part of a path or URI. */
export const fileName = (id: string): string => id.replace(/^.*[\\/]/, '');

/** The filter that keeps one article: by its file's name, or its whole path where others have that name too. */
export const articleFilter = (id: string, isUnique: boolean): string => filter('file', isUnique ? fileName(id) : id);

/** A file's name for people: a URI's signs as they are meant. */
export function shownFile(id: string): string {
  const name = fileName(id);
  if (!id.includes('://')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The folder of an article, with the sign that ends it; empty where there is none. */
export const folderOf = ({ id }: Pick<SearchDocument, 'id'>): string => /^.*[\\/]/.exec(id)?.[0] ?? '';
