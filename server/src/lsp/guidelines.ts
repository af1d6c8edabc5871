import { SIZE_LIMITS } from '../store/files';
import { type GuidelinePlace, guidelinePlaces, guidelinesPath } from '../store/guidelines';
import { readProjectFile } from './projectFiles';
import type { FoundSchema } from './schemas';

/** A place in a project's guidelines, with the address that opens it there. */
export interface LinkedPlace extends GuidelinePlace {
  readonly uri: string;
}

/** Where the guidelines that a schema names speak of its types, by layer and type; empty where they cannot be read. */
export async function placesIn({ uri, schema }: FoundSchema): Promise<ReadonlyMap<string, LinkedPlace>> {
  const path = guidelinesPath(schema);
  if (uri === undefined || path === undefined) return new Map();
  // the schema stands in .corpus, and paths in it count from the folder above
  const address = new URL(`../${path.split(/[\\/]/).map(encodeURIComponent).join('/')}`, uri).href;
  const text = await readProjectFile(address, SIZE_LIMITS.schema).catch(() => undefined);
  const places = [...guidelinePlaces(text ?? '', schema)];
  return new Map(places.map(([type, place]) => [type, { ...place, uri: `${address}#L${place.line}` }]));
}
