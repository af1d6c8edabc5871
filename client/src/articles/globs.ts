export { type PlacedGlob, placeGlob } from '../../../server/src/protocol';

const TEXT_FILES = '**/*.txt';

/** The glob that names the text files of a folder and of what is below it; the folder as a path from the workspace folder. */
export function folderGlob(folder: string): string {
  const below = folder
    .replace(/\\/g, '/')
    .replace(/^\/+|\/+$/g, '')
    // what means something in a glob stands for itself
    .replace(/[*?[\]{}]/g, '[$&]');
  return below === '' ? TEXT_FILES : `${below}/${TEXT_FILES}`;
}

/** A list with an entry, or without it: the list itself where nothing changes. */
export function withEntry(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list : [...list, entry];
}

export function withoutEntry(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : list;
}
