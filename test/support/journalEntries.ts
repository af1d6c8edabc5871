import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the files of a journal that hold an entry: a slot that is free begins with that word, or is empty. */
export function journalEntries(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => !/^(?:free|$)/.test(readFileSync(join(folder, name), 'latin1').slice(0, 4)));
}
