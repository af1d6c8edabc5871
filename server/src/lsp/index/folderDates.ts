import { join } from 'node:path';
import type { IndexStore } from '../../corpus/index/indexStore';
import { pathIn } from '../../corpus/index/place';
import { uriOf } from '../reviews';
import type { IndexByDate, IndexDated } from './messages';

/**
 * The article after another one by date, or before it; those of one day in the order of their names. Undefined where there is
 * none, or the article has no date.
 */
export function neighbourByDate(store: IndexStore, folder: string, { path, direction }: IndexByDate): IndexDated | undefined {
  const own = store.articles.get(pathIn(folder, path));
  if (own === undefined || own.date === null) return undefined;
  const key = ({ date, path: name }: { readonly date: string | null; readonly path: string }): string => `${date} ${name}`;
  const dated = [...store.articles.values()].filter(({ date }) => date !== null).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const at = dated.indexOf(own) + (direction === 'next' ? 1 : -1);
  const found = dated[at];
  if (found === undefined) return undefined;
  return { uri: uriOf(join(folder, found.path)), date: found.date as string, index: at + 1, total: dated.length };
}
