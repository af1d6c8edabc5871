import { CLASS } from '../../lexicon/wordClasses';
import { own } from '../../members';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import { paragraphStart, startOf } from '../offsets';
import type { CandidateMention } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import { isSubject, mentionWeight } from './clauseRole';
import { identify, type Person } from './person';
import { describedAt, type PersonDescription } from './personDescriptions';
import type { Persons } from './persons';
import { WEIGHT } from './salience';
import type { Speech } from './speech';

/** A place in the narration (outside all speech) where a person is mentioned. */
export interface NarrationMention {
  /** Offset in the document. */
  readonly start: number;
  /** Undefined for a pronoun, which means whoever is most salient then. */
  readonly person?: Person;
  readonly gender?: 'm' | 'f';
  readonly weight: number;
  /** The name that the text gives the person here: "Elle s'appelait Ombeline". */
  readonly identity?: Person;
}

/** All mentions of persons in the narration, in text order. Identifies persons by the names that it gives them. */
export function narrationMentions(discourse: Discourse, speech: Speech, persons: Persons): readonly NarrationMention[] {
  const reader = new NarrationReader(discourse, speech, persons);
  for (const [paragraph, { words }] of discourse.scans.entries()) {
    const base = discourse.paragraphs[paragraph]?.start;
    if (base !== undefined) reader.readParagraph(words, base);
  }
  return reader.mentions;
}

/** Reads the paragraphs of a narrative in their order, token by token. */
class NarrationReader {
  readonly mentions: NarrationMention[] = [];
  private readonly discourse: Discourse;
  private readonly speech: Speech;
  private readonly persons: Persons;
  /** Persons whom a description at a sentence's head has given their name. */
  private readonly headed = new Set<Person>();
  // the first span of speech that is not over yet, and the first name that does not stand before
  private nextSpeech = 0;
  private nextName = 0;

  constructor(discourse: Discourse, speech: Speech, persons: Persons) {
    this.discourse = discourse;
    this.speech = speech;
    this.persons = persons;
  }

  readParagraph(words: QuoteWords, base: number): void {
    for (let i = 0; i < words.tokens.length; i++) i = Math.max(i, this.readToken(words, base, i));
  }

  /** Notes the mention that begins at a token. Gives the last token that it has read. */
  private readToken(words: QuoteWords, base: number, i: number): number {
    const start = base + startOf(words, i);
    const isNarration = this.advanceTo(start);
    const name = this.discourse.candidates.mentions[this.nextName];
    if (name?.start === start) {
      const last = tokenAt(words, name.end - base - 1);
      if (isNarration) this.noteName(words, name, i, last);
      return last;
    }
    if (!isNarration || !words.isWord(i)) return i;
    const gender = singularPronounGender(words, i);
    if (gender === undefined) return this.readDescription(words, base, i);
    if (isSubject(words, { start: i, end: i + 1 }) && !isImpersonal(words, i)) {
      const identity = this.nameGiven(words, i + 1);
      this.mentions.push({ start, gender, weight: WEIGHT.subject, ...(identity && { identity }) });
    }
    return i;
  }

  /** Moves on to an offset. Gives whether it lies outside speech. */
  private advanceTo(offset: number): boolean {
    const { speech } = this;
    const names = this.discourse.candidates.mentions;
    while (this.nextSpeech < speech.length && (speech[this.nextSpeech] as Speech[number])[1] <= offset) this.nextSpeech++;
    while (this.nextName < names.length && (names[this.nextName]?.start ?? 0) < offset) this.nextName++;
    return (speech[this.nextSpeech]?.[0] ?? Number.POSITIVE_INFINITY) > offset;
  }

  private noteName(words: QuoteWords, { start, candidate }: CandidateMention, first: number, last: number): void {
    if (!this.persons.isPerson(candidate)) return;
    const weight = mentionWeight(words, { start: first, end: last + 1 });
    this.mentions.push({ start, person: this.persons.named(candidate), weight });
  }

  private readDescription(words: QuoteWords, base: number, i: number): number {
    const { parents } = words.pack.narrative;
    if (!words.is(i, CLASS.determiner) && !parents.has(words.at(i)) && !words.isHuman(i)) return i;
    const description = describedAt(words, { start: i, end: words.tokens.length }, this.persons);
    if (description === undefined) return i;
    const start = base + startOf(words, i);
    const end = start + description.text.length;
    const person = this.persons.described(description);
    const named = this.discourse.candidates.mentions[this.nextName];
    if (named !== undefined && named.start <= end + 2 && this.persons.isPerson(named.candidate)) {
      // "le comte Gaspard", "le capitaine, Gaspard": the name stands for both
      if (/^[\s,]*$/.test(this.discourse.text.slice(end, named.start))) identify(person, this.persons.named(named.candidate));
      return i;
    }
    const last = tokenAt(words, end - base - 1);
    const identity = this.nameGiven(words, last + 1);
    if (identity !== undefined) identify(person, identity);
    this.nameBySentenceHead(words, i, person, description);
    this.mentions.push({ start, person, weight: mentionWeight(words, { start: i, end: last + 1 }) });
    return last;
  }

  /** A description at a sentence's head is what somebody is called, the first one or what children call their parents. */
  private nameBySentenceHead(words: QuoteWords, i: number, person: Person, { text }: PersonDescription): void {
    if (this.headed.has(person) && !words.pack.narrative.parents.has(text.toLowerCase())) return;
    if ((i > 0 && !/^[.!?…«»—–-]$/.test(words.at(i - 1))) || !/^\p{Lu}/u.test(text)) return;
    person.name = text;
    this.headed.add(person);
  }

  /** The name after a verb of naming that begins at a token: s'appelait X, se nommait X, nommée X. */
  private nameGiven(words: QuoteWords, i: number): Person | undefined {
    const { naming, beforeNaming } = words.pack.narrative;
    let k = i;
    while (k < i + 3 && (words.at(k) === ',' || beforeNaming.has(words.at(k)))) k++;
    if (!naming.has(words.at(k))) return undefined;
    k++;
    if (words.pack.honorifics.has(words.at(k))) k++;
    const name = this.nameAt(words, k);
    return name === undefined ? undefined : this.persons.named(name.candidate);
  }

  /** The name that begins at a token, if it is one of the next three. */
  private nameAt(words: QuoteWords, token: number): CandidateMention | undefined {
    const { candidates, paragraphs, scans } = this.discourse;
    for (let k = this.nextName; k < this.nextName + 3; k++) {
      const name = candidates.mentions[k];
      if (name === undefined || scans[name.paragraph]?.words !== words) return undefined;
      const base = paragraphStart(paragraphs, name.paragraph);
      if (tokenAt(words, name.start - base) === token) return name;
    }
    return undefined;
  }
}

/** The gender of a pronoun of the third person singular that is a subject; undefined for other words and pronouns without one. */
function singularPronounGender(words: QuoteWords, i: number): 'm' | 'f' | undefined {
  const sense = own(words.pack.pronouns, words.at(i));
  const isThird = sense?.number === 'sg' && !sense.speaker && words.is(i, CLASS.subject);
  return isThird ? sense.gender : undefined;
}

const isImpersonal = (words: QuoteWords, i: number): boolean => {
  const { impersonalNext, impersonalSecond } = words.pack.narrative;
  return impersonalNext.has(words.at(i + 1)) || impersonalSecond.has(words.at(i + 2));
};
