import { type Cas, type CasStructure, textFeature } from './cas';
import { isRelation } from './fromCas';
import { RELATION } from './mapping';

/** The highest id in use; in JSON arrays have ids of their own. */
export function highestId(structures: readonly CasStructure[]): number {
  let highest = 0;
  for (const { id, features } of structures) {
    highest = Math.max(highest, id);
    for (const value of Object.values(features))
      if (value.kind === 'references' || value.kind === 'strings') highest = Math.max(highest, value.array?.id ?? 0);
  }
  return highest;
}

/** INCEpTION's relations with the ids that the model gives them. */
export function relationStructures(cas: Cas | undefined): readonly (readonly [string, CasStructure])[] {
  const ids = cas && relationIds(cas);
  return (cas?.structures ?? []).flatMap((structure) => {
    const id = ids?.get(structure.id);
    return id !== undefined && isRelation(structure) ? [[id, structure] as const] : [];
  });
}

/** The model's id of each relation, by its structures: our own, and the one that it is shown as. */
export function relationIds(cas: Cas): ReadonlyMap<number, string> {
  const result = new Map<number, string>();
  for (const structure of cas.structures) if (isRelation(structure)) result.set(structure.id, `R${structure.id}`);
  for (const structure of cas.structures) {
    if (structure.type !== RELATION) continue;
    const id = textFeature(structure, 'relationId') ?? `R${structure.id}`;
    const { shown } = structure.features;
    result.set(structure.id, id);
    if (shown?.kind === 'reference') result.set(shown.id, id);
  }
  return result;
}
