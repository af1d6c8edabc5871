import { basename, dirname } from 'node:path';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { textHash } from './decisions';
import { namesIn, stat } from './disk';
import { readAnyText } from './fileEncoding';
import { errorCode } from './fileError';
import { readText, SIZE_LIMITS } from './readText';
import { isSidecarName, olderSidecarNames, rivalTexts, type SidecarPair, sidecarNames } from './sidecarNames';

/** Where an article's decisions stand, or are to stand. */
export interface SidecarPlaces extends SidecarPair {
  /** For the user, in a sentence: files of an older version that were found, and what became of them. */
  readonly remark?: Message;
  /** For the user, in a sentence: another text has these files, so nothing can be decided on this one. */
  readonly taken?: Message;
}

/**
 * The files beside a text. Where there are none under today's names, those that an older version made are taken (and go
 * on being written), as long as it is certain whose they are. Throws where the disk cannot be looked at.
 */
export async function sidecarPlaces(path: string): Promise<SidecarPlaces> {
  const names = sidecarNames(path);
  const rival = await anotherOf(rivalTexts(path), path);
  if (rival !== undefined)
    return {
      ...names,
      taken: fileMessages.taken(basename(names.ann), basename(rival), basename(path)),
    };
  const older = olderSidecarNames(path);
  if (older === undefined || (await anyExists(names)) || !(await anyExists(older))) return names;
  const owner = await ownerOfOlder(path, older);
  if (owner === undefined)
    return {
      ...older,
      remark: fileMessages.olderName(basename(older.ann), basename(path), basename(names.ann)),
    };
  return {
    ...names,
    remark: fileMessages.olderLeft(basename(older.ann), basename(path), owner, basename(names.ann)),
  };
}

/** Whether decisions on a text are beside it. */
export async function hasSidecars(path: string): Promise<boolean> {
  const places = await sidecarPlaces(path).catch(() => undefined);
  return places !== undefined && places.taken === undefined && (await anyExists(places));
}

const anyExists = async ({ ann, review }: SidecarPair): Promise<boolean> => (await exists(ann)) || (await exists(review));

async function exists(path: string): Promise<boolean> {
  return (await found(path)) !== undefined;
}

async function found(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    // a link in a circle, say, is something that is there
    if (errorCode(error) === 'ELOOP') return null;
    throw error;
  }
}

/** The first of some names that is a text other than this one: on a disk that does not tell A from a, many names are one file. */
async function anotherOf(candidates: readonly string[], path: string): Promise<string | undefined> {
  if (candidates.length === 0) return undefined;
  const [own, ...others] = await Promise.all([path, ...candidates].map(found));
  return candidates.find((_, i) => {
    const other = others[i];
    return other?.isFile() === true && !(own && other.ino === own.ino && other.dev === own.dev);
  });
}

/** Who else may have files under an older name, in words; undefined where they are this text's without doubt. */
async function ownerOfOlder(path: string, older: SidecarPair): Promise<string | undefined> {
  if (await saysItIs(path, older.review)) return undefined;
  const stem = older.ann.replace(/\.ann$/, '');
  const other = await anotherOf([...rivalTexts(stem), stem], path);
  if (other !== undefined) return basename(other);
  // the editor cut off `.article` alone; the command line whatever it was
  if (/\.article$/i.test(path)) return undefined;
  const start = `${basename(stem)}.`;
  const siblings = await namesIn(dirname(path)).catch((): string[] => []);
  return siblings.find(
    (name) =>
      name.startsWith(start) && name !== basename(path) && !isSidecarName(name) && !name.slice(start.length).includes('.'),
  );
}

/** Whether a review file says that it is of this very text. */
async function saysItIs(path: string, review: string): Promise<boolean> {
  try {
    const [text, content] = await Promise.all([readAnyText(path), readText(review, SIZE_LIMITS.sidecar)]);
    const head = JSON.parse(content?.split('\n', 1)[0] ?? '') as { readonly sha256?: unknown };
    return text !== undefined && head.sha256 === textHash(text);
  } catch {
    return false;
  }
}
