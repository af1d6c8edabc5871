import { createHash } from 'node:crypto';
import { type BigIntStats, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { allSidecarNames } from '../../store/sidecarNames';
import type { EntryKey } from './indexStore';

/**
 * Sizes and times of an article's text and of the files with decisions on it; undefined where there is no text. As long as
 * it is the same, nobody has written them.
 *
 * @param names - those of the files in its folder, where they are known already: what is not among them is not asked for.
 */
export function statOf(path: string, names?: ReadonlySet<string>): string | undefined {
  const own = statSync(path, STAT);
  if (own === undefined) return undefined;
  const isThere = (name: string): boolean => names === undefined || names.has(basename(name));
  const beside = allSidecarNames(path).map((name) => (isThere(name) ? statSync(name, STAT) : undefined));
  return [own, ...beside].map((found) => (found === undefined ? '' : stamp(found))).join(' ');
}

const STAT = { throwIfNoEntry: false, bigint: true } as const;

/** With the time of the change of the entry itself, which no program sets back. */
const stamp = ({ size, mtimeNs, ctimeNs }: BigIntStats): string => [size, mtimeNs, ctimeNs].map((n) => n.toString(36)).join('.');

/** A hash of what stands in an article's text and in the files with decisions on it. Throws where they cannot be read. */
function contentOf(path: string): string {
  const hash = createHash('sha256');
  for (const name of [path, ...allSidecarNames(path)]) {
    if (statSync(name, STAT) === undefined) continue;
    const bytes = readFileSync(name);
    hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest('base64url');
}

/** A hash of plain data. */
export const keyOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22);

/** How an article's files stand to what an index has of it. */
export type Freshness =
  /** Nobody has written them. */
  | { readonly is: 'same' }
  /** They were written and say the same: the stat is to be noted. */
  | { readonly is: 'touched'; readonly stat: string }
  /** The article is to be analysed; what is found counts if the files are {@link isStill} so afterwards. */
  | { readonly is: 'changed'; readonly now: EntryKey }
  /** There is no text. */
  | { readonly is: 'gone' };

/**
 * Compares an article with its entry in an index. Throws where its files cannot be read.
 *
 * @param key - of all but its files that the entry depends on: see {@link EntryKey}.
 */
export function freshness(path: string, key: string, known: EntryKey | undefined): Freshness {
  const stat = statOf(path);
  if (stat === undefined) return { is: 'gone' };
  if (known?.key === key && known.stat === stat) return { is: 'same' };
  const content = contentOf(path);
  if (known?.key === key && known.content === content) return { is: 'touched', stat };
  return { is: 'changed', now: { stat, content, key } };
}

/** As {@link freshness}, but undefined where the files cannot be read: whoever searches the article says why. */
export function compared(path: string, key: string, known: EntryKey | undefined): Freshness | undefined {
  try {
    return freshness(path, key, known);
  } catch {
    return undefined;
  }
}

/**
 * Whether nobody has written an article's files since they were looked at: what was read of them is what stands there.
 *
 * @param names - see {@link statOf}.
 */
export const isStill = (path: string, { stat }: EntryKey, names?: ReadonlySet<string>): boolean => statOf(path, names) === stat;

/** What stands for everything that articles are analysed by besides their keys: this program and its models. */
export function programVersion(bundle: string, models: string): string {
  const hash = createHash('sha256').update(readFileSync(bundle));
  for (const name of namesIn(models)) hash.update(name).update(readFileSync(join(models, name)));
  return hash.digest('base64url');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
