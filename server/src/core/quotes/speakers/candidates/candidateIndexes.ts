import type { QuoteVocabulary } from '../../vocabulary';
import { type CandidateSpeaker, MAX_BEARERS } from '../candidates';
import { stemOf } from '../roles';

type CandidateIndex = Map<string, CandidateSpeaker[]>;

/** An index that is made when it is first asked: many articles have no description that it could resolve. */
export function whenAsked(make: () => CandidateIndex): (stem: string) => readonly CandidateSpeaker[] {
  let index: CandidateIndex | undefined;
  return (stem) => {
    index ??= make();
    return index.get(stem) ?? NOBODY;
  };
}

const NOBODY: readonly CandidateSpeaker[] = [];

/** Organisations by the stem of the noun that heads their names. */
export function indexByNoun(candidates: readonly CandidateSpeaker[], pack: QuoteVocabulary): CandidateIndex {
  const index: CandidateIndex = new Map();
  for (const candidate of candidates) {
    if (candidate.type !== 'ORG' || !candidate.name.includes(' ')) continue;
    const noun = stemOf(headOf(candidate.name, pack), pack);
    if ((index.get(noun)?.length ?? 0) < MAX_BEARERS) addTo(index, noun, candidate);
  }
  return index;
}

/** "musée de la Mer", but "Arden Foreign Ministry", "Ministry of Health". */
function headOf(name: string, { speakers }: QuoteVocabulary): string {
  const list = name.split(' ');
  if (!speakers.lastNameHeads) return list[0] ?? '';
  const link = list.findIndex((word, i) => i > 0 && speakers.emptyRoleWords.has(word));
  return list.at(link > 0 ? link - 1 : -1) ?? '';
}

/** Candidates by the stems of the words of their roles, in the order of their first mention. */
export function indexByRole(candidates: readonly CandidateSpeaker[]): CandidateIndex {
  const index: CandidateIndex = new Map();
  const inOrder = [...candidates].sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
  for (const candidate of inOrder)
    for (const word of new Set(candidate.roles.flatMap((role) => [...role.words]))) addTo(index, word, candidate);
  return index;
}

function addTo(index: CandidateIndex, key: string, candidate: CandidateSpeaker): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [candidate]);
  else known.push(candidate);
}
