import { agrees, type Person } from './person';

/** How salient a mention makes somebody, by what it is in its clause. */
export const WEIGHT = { subject: 1, speaker: 1, addressed: 0.5, object: 0.4, genitive: 0.2 } as const;

// Over so many code units of text salience fades to a third.
const FADES_IN = 300;
// How much of the earlier salience a new mention adds to.
const KEPT = 0.2;
// Who was mentioned stays above zero.
const MIN_SALIENCE = 1e-9;
// If more persons than these are active, the less salient half is dropped: a long novel is read in linear time.
const MAX_ACTIVE = 64;

/** Those mentioned in a narrative so far, and how salient each is: what a pronoun means, and who speaks without a mention. */
export class SalientPersons {
  private readonly active: Person[] = [];
  private readonly narrator: Person | undefined;

  /** @param narrator - whom no pronoun of the third person means */
  constructor(narrator: Person | undefined) {
    this.narrator = narrator;
  }

  /** Somebody is mentioned at an offset. */
  mention(person: Person, offset: number, weight: number): void {
    if (person.isVoice) return;
    if (person.salience === 0) this.active.push(person);
    const kept = KEPT * person.salience * Math.exp(Math.min(0, person.lastMention - offset) / FADES_IN);
    person.salience = Math.max(kept, MIN_SALIENCE) + weight;
    person.lastMention = Math.max(person.lastMention, offset);
    if (this.active.length > MAX_ACTIVE) this.dropLeastSalient(offset);
  }

  /** Who is most salient at an offset among those whom a word of a gender can mean. */
  mostSalient(offset: number, gender: 'm' | 'f' | undefined, excluded: ReadonlySet<Person>): Person | undefined {
    let best: Person | undefined;
    let most = 0;
    for (const person of this.active) {
      const isNarrator = gender !== undefined && person === this.narrator;
      if (excluded.has(person) || isNarrator || !agrees(person, gender)) continue;
      const certainty = gender === undefined || person.gender !== undefined ? 1 : 0.5;
      const salience = certainty * salienceAt(person, offset);
      if (salience > most) {
        most = salience;
        best = person;
      }
    }
    return best;
  }

  /** Nobody has been mentioned. */
  clear(): void {
    this.active.length = 0;
  }

  private dropLeastSalient(offset: number): void {
    this.active.sort((a, b) => salienceAt(b, offset) - salienceAt(a, offset));
    for (const person of this.active.splice(MAX_ACTIVE / 2)) person.salience = 0;
  }
}

const salienceAt = (person: Person, offset: number): number =>
  person.salience * Math.exp((person.lastMention - offset) / FADES_IN);
