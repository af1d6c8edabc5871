import type { CandidateSpeaker } from '../speakers/candidates';
import type { NarratorEvidence } from './narratorEvidence';
import { identityOf, type Namesakes, type Person } from './person';
import type { PersonDescription } from './personDescriptions';
import type { NarrativeWords } from './words';

/** The persons of a narrative, each made when it is first asked for: by name, or by description. */
export class Persons {
  /** Nouns that are the subject of a verb of speech somewhere: they mean persons in this text. */
  readonly speakingNouns: ReadonlySet<string>;
  readonly narrator: Person | undefined;
  /** Whether the narrator speaks in dialogues. */
  readonly narratorSpeaks: boolean;
  private readonly evidence: NarratorEvidence;
  private readonly words: NarrativeWords;
  private readonly all: Person[] = [];
  private readonly byCandidate = new Map<CandidateSpeaker, Person>();
  private readonly byName = new Map<string, Person>();
  private readonly byNoun = new Map<string, Namesakes>();

  constructor(evidence: NarratorEvidence, speakingNouns: ReadonlySet<string>, words: NarrativeWords) {
    this.evidence = evidence;
    this.speakingNouns = speakingNouns;
    this.words = words;
    this.narratorSpeaks = evidence.narratorSpeaks;
    this.narrator = this.makeNarrator();
  }

  /** Makes everybody as if not mentioned yet. Who is who stays known. */
  forgetMentions(): void {
    for (const person of this.all) {
      person.salience = 0;
      person.lastMention = 0;
    }
  }

  /** Whether a name means a person, as far as the entity layer or the whole text shows. */
  isPerson(candidate: CandidateSpeaker): boolean {
    return (candidate.type === 'PER' || this.evidence.persons.has(candidate)) && !this.words.invokedNames.test(candidate.name);
  }

  /** The person whom a name means; `name`: what the text calls a new one. */
  named(candidate: CandidateSpeaker, name = candidate.name): Person {
    let person = this.byCandidate.get(candidate);
    if (person === undefined) {
      person = this.make(name, { candidate, ...(candidate.gender && { gender: candidate.gender }) });
      this.byCandidate.set(candidate, person);
    }
    return identityOf(person);
  }

  /** The person whom words mean that are a name and nobody's in the text. */
  called(name: string, gender: 'm' | 'f' | undefined): Person {
    let person = this.byName.get(name);
    if (person === undefined) {
      person = this.make(name, gender ? { gender } : {});
      this.byName.set(name, person);
    }
    return identityOf(person);
  }

  /** Whom a description means: the last one with the same noun that it does not contradict. */
  described(description: PersonDescription): Person {
    const { noun, modifiers, isFirstPersons } = description;
    const key = `${isFirstPersons ? 'my ' : ''}${noun}`;
    const namesakes = this.byNoun.get(key);
    const known = namesakes && sameAmong(namesakes, modifiers);
    if (namesakes !== undefined && known !== undefined) {
      namesakes.last = known;
      return identityOf(known);
    }
    const person = this.makeDescribed(description);
    if (namesakes === undefined) person.namesakes = { byModifiers: new Map([[modifiers, person]]), last: person };
    else {
      namesakes.byModifiers.set(modifiers, person);
      namesakes.last = person;
      person.namesakes = namesakes;
    }
    this.byNoun.set(key, person.namesakes);
    return person;
  }

  private makeDescribed({ noun, text, gender }: PersonDescription): Person {
    const name = text.charAt(0).toUpperCase() + text.slice(1);
    return this.make(name, { ...(gender && { gender }), ...(this.words.voices.has(noun) && { isVoice: true as const }) });
  }

  private makeNarrator(): Person | undefined {
    const { hasNarrator, narrator } = this.evidence;
    if (!hasNarrator) return undefined;
    return narrator === undefined ? this.make('', {}) : this.named(narrator);
  }

  private make(name: string, more: Partial<Person>): Person {
    const person = { name, salience: 0, lastMention: 0, ...more };
    this.all.push(person);
    return person;
  }
}

/** The one with the same words beside the noun; the last one where the noun stands alone, and an only one who was called so. */
function sameAmong({ byModifiers, last }: Namesakes, modifiers: string): Person | undefined {
  const only = byModifiers.size === 1 ? byModifiers.get('') : undefined;
  return byModifiers.get(modifiers) ?? (modifiers === '' ? last : only);
}
