import type { Entity } from '../../../analysis';
import type { CandidateSpeaker } from '../candidates';

/** Makes a name that is an unknown place here and an organisation or a person there one candidate. */
export function mergeAmbiguousPlaces(entities: readonly Entity[], byId: Map<string, CandidateSpeaker>): void {
  const byName = new Map<string, CandidateSpeaker>();
  for (const { id, type, name } of entities) {
    const candidate = byId.get(id);
    const canSpeak = type === 'ORG' || type === 'PER';
    if (candidate !== undefined && canSpeak && !byName.has(name)) byName.set(name, candidate);
  }
  for (const { id, type, name, place } of entities) {
    const other = type === 'LOC' && place === undefined ? byName.get(name) : undefined;
    if (other !== undefined) byId.set(id, other);
  }
}
