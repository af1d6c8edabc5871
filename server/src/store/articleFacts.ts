import { join } from 'node:path';
import { metadataReader } from './metadata';

/**
 * What `metadata.csv` says of articles, by their names: of each the first folder's that says something of it. Tables with
 * something wrong in them are read as far as they go.
 *
 * @param folders - what the names count from; nothing is looked for above them.
 */
export async function factsOfArticles(
  folders: readonly string[],
  names: Iterable<string>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const readers = folders.map((folder) => ({ folder, reader: metadataReader(() => undefined, folder) }));
  const facts = new Map<string, ReadonlyMap<string, string>>();
  for (const name of names) {
    for (const { folder, reader } of readers) {
      const found = await reader.forArticle(join(folder, name));
      if (found === undefined) continue;
      facts.set(name, found.values);
      break;
    }
  }
  return facts;
}

/** The columns that articles have something in: the date first, then the others as they come. */
export function factColumns(facts: Iterable<ReadonlyMap<string, string>>): readonly string[] {
  const names = new Set<string>();
  for (const values of facts) for (const [name, value] of values) if (value !== '') names.add(name);
  return [...names].sort((a, b) => Number(b.toLowerCase() === 'date') - Number(a.toLowerCase() === 'date'));
}
