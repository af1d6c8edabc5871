import type { CandidateSpeaker } from '../speakers/candidates';
import type { Resolution } from '../speakers/discourse';

/** Somebody in a narrative: named, or known by a description alone, or the narrator. */
export interface Person {
  readonly character?: CandidateSpeaker;
  /** What the text calls somebody without a name, first at a sentence's head. */
  name: string;
  gender?: 'm' | 'f';
  /** How present the person is at {@link Person.at}: fades with the text that goes by. */
  salience: number;
  at: number;
  /** Who this one turns out to be: a description's bearer, once the name is told. */
  into?: Person;
  /** Those whom the same noun describes. */
  alike?: Alike;
  /** A voice, a cry: no pronoun means it. */
  readonly ghost?: true;
}

/** Those whom one noun describes, by what stands beside it (le médecin, le médecin du port). */
export interface Alike {
  readonly byMore: Map<string, Person>;
  /** The one mentioned last: whom the noun alone means. */
  last: Person;
}

/** Who somebody turned out to be. */
export const rootOf = (person: Person): Person => {
  let root = person;
  while (root.into !== undefined) root = root.into;
  return root;
};

/** Makes somebody without a name the one whose name is told. */
export function identify(nameless: Person, named: Person): void {
  const [from, into] = [rootOf(nameless), rootOf(named)];
  if (from === into || from.character !== undefined || into.character === undefined || from.name === '') return;
  if (from.gender !== undefined && into.gender !== undefined && from.gender !== into.gender) return;
  from.into = into;
  into.gender ??= from.gender as 'm' | 'f';
}

/** Whether somebody can be meant by a word of a gender; undefined on either side rules nobody out. */
export const agrees = (person: Person, gender: 'm' | 'f' | undefined): boolean =>
  gender === undefined || person.gender === undefined || person.gender === gender;

/** What is told of somebody outside the narrative; undefined for a narrator whose name nobody tells. */
export const resolutionOf = (person: Person): Resolution | undefined =>
  person.name === ''
    ? undefined
    : {
        name: person.name,
        ...(person.character?.entity && { entity: person.character.entity }),
        ...(person.character && { character: person.character }),
        ...(person.gender && { gender: person.gender }),
      };
