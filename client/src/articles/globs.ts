/** How a glob of a setting is to be matched: against the path below the workspace folder, or against the whole path. */
export interface PlacedGlob {
  readonly base: 'folder' | 'root';
  readonly pattern: string;
}

/**
 * Reads a glob as people write them in settings: `*.txt` means any depth, `press/2017` and `press/2017/` mean the folder
 * and all that is in it, `./press/*.txt` counts from the workspace folder, `/data/*.txt` and `C:\data\*.txt` from the
 * file system's root. Null for an empty one.
 */
export function placeGlob(glob: string): PlacedGlob | null {
  const isRooted = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(glob.trim());
  const slashed = glob.trim().replace(/\\/g, '/');
  const below = isRooted ? slashed : slashed.replace(/^(?:\.\/)+/, '');
  const whole = below.replace(/\/+$/, '/**');
  if (whole === '' || whole === '.') return null;
  const last = whole.slice(whole.lastIndexOf('/') + 1);
  // A path that names no file and holds no wildcard is a folder; a bare name may be either, at any depth.
  const isFolder = !/[*?[{.]/.test(last);
  if (isRooted) return { base: 'root', pattern: isFolder ? `${whole}/**` : whole };
  if (whole.includes('/')) return { base: 'folder', pattern: isFolder ? `${whole}/**` : whole };
  return { base: 'folder', pattern: isFolder ? `**/{${whole},${whole}/**}` : `**/${whole}` };
}

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
