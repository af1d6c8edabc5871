import { remembered } from '../../../remembered';
import type { CandidateSpeaker } from '../candidates';
import type { NameInParagraph } from './nameInParagraph';

/**
 * Joins names outside the entity layer to candidates with the same family name, or makes them candidates of their own.
 * @param names - in text order
 * @param candidates - those known so far; grows
 * @returns whom each of them means, in their order
 */
export function addUnlinkedNames(names: readonly NameInParagraph[], candidates: CandidateSpeaker[]): readonly CandidateSpeaker[] {
  const meant = new Array<CandidateSpeaker>(names.length);
  if (names.length === 0) return meant;
  const known = new KnownNames(candidates);
  // the long forms first, so that the family name alone finds its bearer whatever the order in the text
  const longestFirst = names.map((_, i) => i).sort((a, b) => lengthOf(names[b]) - lengthOf(names[a]) || a - b);
  for (const i of longestFirst) {
    const { name, type } = names[i]?.unlinked ?? NO_NAME;
    let candidate = known.bearerOf(name);
    if (candidate === undefined) {
      candidate = { name, type: 'unknown', roles: [], forms: new Set(), places: [] };
      candidates.push(candidate);
    }
    if (candidate.entity === undefined && (candidate.type === 'unknown' || type === 'PER')) candidate.type = type;
    known.add(candidate, name);
    if (name.length > candidate.name.length && name.endsWith(candidate.name)) candidate.name = name;
    meant[i] = candidate;
  }
  return meant;
}

const NO_NAME = { name: '', type: 'unknown' } as const;

const lengthOf = (name: NameInParagraph | undefined): number => name?.unlinked?.name.length ?? 0;

/** The forms of names, whole and by their last words. */
class KnownNames {
  private readonly byForm = new Map<string, CandidateSpeaker>();
  private readonly byFamilyName = new Map<string, CandidateSpeaker>();

  constructor(candidates: readonly CandidateSpeaker[]) {
    for (const candidate of candidates) for (const form of candidate.forms) this.add(candidate, form);
  }

  add(candidate: CandidateSpeaker, form: string): void {
    candidate.forms.add(form);
    this.byForm.set(form, candidate);
    const last = lastWord(form);
    if (!this.byFamilyName.has(last)) this.byFamilyName.set(last, candidate);
  }

  bearerOf(name: string): CandidateSpeaker | undefined {
    const sameForm = this.byForm.get(name);
    if (sameForm !== undefined) return sameForm;
    if (!name.includes(' ')) return this.byFamilyName.get(name);
    const sameFamily = this.byFamilyName.get(lastWord(name));
    if (sameFamily === undefined) return undefined;
    // "Thomas Hans Hansson" and "Hans Hansson" are one; two first names are two people
    return sameFamily.name.endsWith(name) || name.endsWith(sameFamily.name) ? sameFamily : undefined;
  }
}

const lastWord = remembered((name) => name.split(/\s+/).at(-1) as string);
