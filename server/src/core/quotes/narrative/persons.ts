import type { CandidateSpeaker } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import type { Description } from './descriptions';
import { signsOf } from './evidence';
import { type Alike, type Person, rootOf } from './person';
import type { Speech } from './speech';

/** The persons of a narrative, by name and by description. */
export interface Persons {
  readonly narrator?: Person;
  /** The narrator speaks in dialogues. */
  readonly narratorTalks: boolean;
  /** Nouns that a verb of speech has for its subject somewhere: they mean persons here. */
  readonly voices: ReadonlySet<string>;
  /** Those who have been mentioned by now. */
  readonly active: Person[];
  /** Empties the stage. */
  leave(): void;
  isPerson(character: CandidateSpeaker): boolean;
  named(character: CandidateSpeaker, name: string): Person;
  called(key: string, name: string, gender: 'm' | 'f' | undefined): Person;
  /** Whom a description means: the last one with the same noun that it does not contradict. */
  described(description: Description): Person;
}

/** Who is in a narrative, so far nobody on stage. `voices`: nouns that have spoken, see {@link Persons.voices}. */
export function castOf(discourse: Discourse, speech: Speech, voices: ReadonlySet<string>): Persons {
  const { heaven, voices: things } = discourse.pack.narrative;
  const byCharacter = new Map<CandidateSpeaker, Person>();
  const byName = new Map<string, Person>();
  const byHead = new Map<string, Alike>();
  const signs = signsOf(discourse, speech);
  const all: Person[] = [];
  const make = (name: string, more: Partial<Person>): Person => {
    const person = { name, salience: 0, at: 0, ...more };
    all.push(person);
    return person;
  };
  const persons: Persons = {
    voices,
    narratorTalks: signs.narratorTalks,
    active: [],
    leave() {
      persons.active.length = 0;
      for (const person of all) {
        person.salience = 0;
        person.at = 0;
      }
    },
    isPerson: (character) => (character.type === 'PER' || signs.persons.has(character)) && !heaven.test(character.name),
    named(character, name) {
      let person = byCharacter.get(character);
      if (person === undefined) {
        person = make(name, { character, ...(character.gender && { gender: character.gender }) });
        byCharacter.set(character, person);
      }
      return rootOf(person);
    },
    called(key, name, gender) {
      let person = byName.get(key);
      if (person === undefined) {
        person = make(name, gender ? { gender } : {});
        byName.set(key, person);
      }
      return rootOf(person);
    },
    described({ head, more, mine, gender, text }) {
      const key = `${mine ? 'my ' : ''}${head}`;
      const known = byHead.get(key);
      const only = known?.byMore.size === 1 ? known.byMore.get('') : undefined;
      const same = known?.byMore.get(more) ?? (more === '' ? known?.last : only);
      if (known !== undefined && same !== undefined) {
        known.last = same;
        return rootOf(same);
      }
      const name = text.charAt(0).toUpperCase() + text.slice(1);
      const person = make(name, { ...(gender && { gender }), ...(things.has(head) && { ghost: true as const }) });
      if (known === undefined) byHead.set(key, { byMore: new Map([[more, person]]), last: person });
      else {
        known.byMore.set(more, person);
        known.last = person;
      }
      person.alike = byHead.get(key) as Alike;
      return person;
    },
    ...(signs.narrates && { narrator: make('', {}) }),
  };
  if (signs.narrates && signs.narrator !== undefined) {
    const narrator = persons.named(signs.narrator, signs.narrator.name);
    return { ...persons, narrator };
  }
  return persons;
}
