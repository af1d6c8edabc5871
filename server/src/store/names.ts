import { NAMES_PATH, type NameDecision, type ParsedNames, parseNames, withNames } from './namesFile';
import { changeProjectFile, projectFile } from './projectFile';
import { readText, SIZE_LIMITS } from './readText';

/** The decisions of a project on names over the corpus, with the file that has them. */
export interface ProjectNames extends ParsedNames {
  readonly file: string;
}

/**
 * Reads what the nearest project of a folder or file says: in `.corpus/names` of the folder itself or of one above it; nothing
 * where there is none. Throws where it cannot be read.
 *
 * @param root - the folder above which nothing is looked for.
 */
export async function readNames(folder: string, root?: string): Promise<ProjectNames> {
  const file = projectFile(NAMES_PATH, folder, root);
  return { file, ...parseNames((await readText(file, SIZE_LIMITS.choices)) ?? '') };
}

/**
 * Keeps decisions, and takes others out. Other lines stay as they are. Gives the file's path.
 *
 * @throws where it cannot be written, and MessageError for a name that no line can hold
 */
export async function saveNames(
  folder: string,
  { added, removed }: { readonly added: readonly NameDecision[]; readonly removed: readonly NameDecision[] },
  root?: string,
): Promise<string> {
  const file = projectFile(NAMES_PATH, folder, root);
  withNames('', added, []);
  await changeProjectFile(file, (text) => withNames(text, added, removed));
  return file;
}
