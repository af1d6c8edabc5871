import { spelledOut } from '../corpus/parts/subcorpora';
import type { Comparison } from '../corpus/query/compile';
import { QueryError } from '../corpus/query/query';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { type ProjectParts, readParts, savePart } from '../store/parts';
import { type SavedPart, withPart } from '../store/partsFile';
import { folderFor } from './corpusWalk';
import { pathOf } from './reviews';
import { folderOf } from './schemas';
import type { Session } from './session';

/** The sub-corpora and partitions of the project that a folder or article is in; undefined where it is no file. */
export async function partsOfProject(session: Session, uri: string): Promise<ProjectParts | undefined> {
  const [folder, root] = await placeOf(session, uri);
  return folder === undefined ? undefined : readParts(folder, root);
}

/**
 * What a query means without the project's file: see `spelledOut`. Gives back what cannot be read, at its place in what the
 * person wrote.
 */
export async function withParts<P extends Comparison & { readonly uri: string; readonly query: string }>(
  session: Session,
  params: P,
): Promise<P | QueryError> {
  if (!/\bin:/.test(params.query)) return params;
  try {
    const parts = await partsOfProject(session, params.uri);
    return { ...params, query: spelledOut(params.query, parts?.parts ?? [], params) };
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** Keeps a part, in the project of a folder or article. Gives its file, or why it cannot be one; nothing is written then. */
export async function keepPart(
  session: Session,
  uri: string,
  part: SavedPart,
): Promise<{ readonly file: string } | { readonly problem: Message }> {
  try {
    const [folder, root] = await placeOf(session, uri);
    withPart('', part);
    if (part.kind === 'subcorpus' && part.value !== '') {
      const others = (await partsOfProject(session, uri))?.parts ?? [];
      // throws for a query that cannot be read, or that goes round in a circle
      spelledOut(`in:"${part.name.trim()}"`, [part, ...others]);
    }
    return { file: await savePart(folder ?? '.', part, root) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** The folder to look from, and the workspace folder above which nothing is looked for. */
async function placeOf(session: Session, uri: string): Promise<readonly [folder: string | undefined, root: string | undefined]> {
  const folder = await folderFor(session, uri);
  const path = folder === undefined ? undefined : pathOf(folder);
  const root = folder === undefined ? undefined : folderOf(`${folder}/`, session.folders);
  return [path, (root === undefined ? undefined : pathOf(root)) ?? path];
}
