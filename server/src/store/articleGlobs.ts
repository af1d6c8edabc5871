import picomatch from 'picomatch';
import { placeGlob } from '../core/recognise/globs';
import type { Limited } from '../core/structure/header';

/** Whether a file is one of those that globs name; its path whole and, where it lies in a folder that is open, from there. */
export type GlobTest = (path: string, below: string | undefined) => boolean;

// as VS Code reads globs: a name that begins with a point is a name, and there are no extended forms
const OPTIONS = { dot: true, nonegate: true, noextglob: true, nobracket: false } as const;

/**
 * Globs of the settings `articleFiles` and `excludedFiles`, with the meaning that they have in the editor. Without an open
 * folder there is nothing to count from: any depth will do. A glob that cannot be read names nothing.
 *
 * @param limited - runs what people wrote for a limited time.
 */
export function globTest(globs: readonly string[], limited: Limited): GlobTest {
  const tests = globs.flatMap((glob): GlobTest[] => {
    const placed = placeGlob(glob);
    if (placed === null) return [];
    const inFolder = compiled(placed.pattern);
    const anywhere = placed.base === 'root' ? inFolder : compiled(`**/${placed.pattern}`);
    return [
      (path, below) =>
        limited(
          glob,
          () => (placed.base === 'folder' && below !== undefined ? inFolder(below) : anywhere(withoutRoot(path, placed.base))),
          false,
        ),
    ];
  });
  return (path, below) => tests.some((test) => test(path, below));
}

const withoutRoot = (path: string, base: 'folder' | 'root'): string => (base === 'root' ? path : path.replace(/^\/+/, ''));

function compiled(pattern: string): (path: string) => boolean {
  try {
    return picomatch(pattern, OPTIONS);
  } catch {
    return () => false;
  }
}
