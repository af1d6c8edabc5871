import { PARTS_PATH, type ParsedParts, parseParts, type SavedPart, withPart } from './partsFile';
import { changeProjectFile, projectFile } from './projectFile';
import { readText, SIZE_LIMITS } from './readText';

/** The sub-corpora and partitions of a project, with the file that has them. */
export interface ProjectParts extends ParsedParts {
  readonly file: string;
}

/**
 * Reads what the nearest project of a folder or file says: in `.corpus/parts` of the folder itself or of one above it; nothing where
 * there is none. Throws where it cannot be read.
 *
 * @param root - the folder above which nothing is looked for.
 */
export async function readParts(folder: string, root?: string): Promise<ProjectParts> {
  const file = partsFile(folder, root);
  return { file, ...parseParts((await readText(file, SIZE_LIMITS.choices)) ?? '') };
}

const partsFile = (start: string, root: string | undefined): string => projectFile(PARTS_PATH, start, root);

/**
 * Keeps a part, in the place of one with its name, or takes it out (an empty value). Other lines stay as they are. Gives the
 * file's path.
 *
 * @throws where it cannot be written, and MessageError for a name that no line can hold
 */
export async function savePart(folder: string, part: SavedPart, root?: string): Promise<string> {
  const file = partsFile(folder, root);
  withPart('', part);
  await changeProjectFile(file, (text) => withPart(text, part));
  return file;
}
