import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageError } from '../../messages/error';
import { indexingMessages } from '../../messages/indexing';
import { withLock } from '../../store/files';
import { fateOf, type ProcessIdentity, THIS_PROCESS } from '../../store/processIdentity';

/** Folders of indexes that this process has open. */
const held = new Set<string>();

/**
 * Makes this process the owner of an index's folder, which is made where it is missing. One process has it open at a time:
 * the store locks readers out while it writes. The place of a process that has ended is taken over.
 *
 * @returns what gives it up again
 * @throws {@link MessageError} where a process that runs has it
 */
export async function own(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, OWNER);
  await withLock(file, async () => {
    const owner = await readOwner(file);
    // of another machine, or of this one before it was started again: nobody can tell, and an index can be made again
    if (owner !== undefined && fateOf(owner) === 'runs' && (owner.pid !== process.pid || held.has(folder)))
      throw new MessageError(indexingMessages.owned(owner.pid));
    await writeFile(file, JSON.stringify(THIS_PROCESS));
    held.add(folder);
  });
  return async () => {
    held.delete(folder);
    await rm(file, { force: true });
  };
}

const OWNER = 'owner.json';

async function readOwner(file: string): Promise<ProcessIdentity | undefined> {
  try {
    const { space, pid, start } = JSON.parse(await readFile(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof space === 'string' && typeof pid === 'number' && pid > 0 && typeof start === 'string'
      ? { space, pid, start }
      : undefined;
  } catch {
    return undefined;
  }
}
