import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs something with a small disk, of 64 KB; false where none can be made here (it takes Linux and root). */
export async function onSmallDisk(run: (folder: string) => Promise<void> | void, size = '64k'): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
  try {
    if (mounted) await run(folder);
  } finally {
    if (mounted) spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  }
  return mounted;
}
