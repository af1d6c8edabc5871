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
