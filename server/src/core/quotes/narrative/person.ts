import type { CandidateSpeaker } from '../speakers/candidates';
import type { Resolution } from '../speakers/discourse';

/** Somebody in a narrative: named, or known by a description alone, or the narrator. */
export interface Person {
  readonly candidate?: CandidateSpeaker;
  /** What the text calls somebody without a name, first at a sentence's head; '' for a narrator without one. */
  name: string;
  gender?: 'm' | 'f';
  /** How salient the person is at {@link Person.lastMention}: fades with the text after it. */
  salience: number;
  lastMention: number;
  /** Who this one turns out to be: a description's bearer, once the text gives the name. */
  identity?: Person;
  /** Those whom the same noun describes. */
  namesakes?: Namesakes;
  /** A voice, a cry: no pronoun means it. */
  readonly isVoice?: true;
}

/** Those whom one noun describes, by the words beside it (le médecin, le médecin du port). */
export interface Namesakes {
  readonly byModifiers: Map<string, Person>;
  /** The one mentioned last: whom the noun alone means. */
  last: Person;
}

/** Who somebody turned out to be. */
export function identityOf(person: Person): Person {
  let identity = person;
  while (identity.identity !== undefined) identity = identity.identity;
  return identity;
}

/** Makes somebody without a name the one whose name the text gives. */
export function identify(nameless: Person, named: Person): void {
  const [from, to] = [identityOf(nameless), identityOf(named)];
  if (from === to || from.candidate !== undefined || to.candidate === undefined || from.name === '') return;
  if (!agrees(from, to.gender)) return;
  from.identity = to;
  if (from.gender !== undefined) to.gender ??= from.gender;
}

/** Whether somebody can be meant by a word of a gender; an unknown one on either side excludes nobody. */
export const agrees = (person: Person, gender: 'm' | 'f' | undefined): boolean =>
  gender === undefined || person.gender === undefined || person.gender === gender;

/** Somebody as the speaker of a quotation; undefined for a narrator without a name. */
export const resolutionOf = (person: Person): Resolution | undefined =>
  person.name === ''
    ? undefined
    : {
        name: person.name,
        ...(person.candidate?.entity && { entity: person.candidate.entity }),
        ...(person.candidate && { candidate: person.candidate }),
        ...(person.gender && { gender: person.gender }),
      };
