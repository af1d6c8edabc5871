import { CLASS, HISTORIC } from '../../lexicon/wordClasses';
import { own } from '../../members';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import type { CandidateSpeaker } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import { describedAt } from './descriptions';
import { identify, type Person } from './person';
import type { Persons } from './persons';
import type { Speech } from './speech';

/** How present a mention makes somebody. */
export const WEIGHT = { subject: 1, speaker: 1, addressed: 0.5, object: 0.4, genitive: 0.2 } as const;

/** A place in the narration (outside all speech) where a person is mentioned. */
export interface Presence {
  readonly at: number;
  /** Undefined for a pronoun, which means whoever is most present then. */
  readonly person?: Person;
  readonly gender?: 'm' | 'f';
  readonly weight: number;
  /** The name that is told here: "Elle s'appelait Ombeline". */
  readonly name?: Person;
}

/** Whether the words from `first` to `last` (exclusive) are a verb's subject: a finite verb follows, no preposition leads to them. */
export function isSubject(words: QuoteWords, first: number, last: number): boolean {
  if (words.is(first - 1, CLASS.preposition)) return false;
  let k = last;
  while (k < last + 4 && (words.isAdverb(k) || words.is(k, CLASS.clitic | CLASS.negation))) k++;
  if (isFiniteVerb(words, k) || words.has(k, HISTORIC)) return true;
  return words.at(last) === ',' && (first === 0 || /^[.!?…]$/.test(words.at(first - 1)));
}

/** All mentions of persons in the narration, in text order. */
export function presencesOf(discourse: Discourse, speech: Speech, persons: Persons): Presence[] {
  const { scans, paragraphs, cast, pack } = discourse;
  const { narrative } = pack;
  const list: Presence[] = [];
  let at = 0;
  let next = 0;
  const heads = new Map<Person, true>();
  for (const [index, { words }] of scans.entries()) {
    const place = paragraphs[index];
    if (place === undefined) continue;
    for (let i = 0; i < words.tokens.length; i++) {
      const offset = place.start + (words.tokens[i]?.start ?? 0);
      while (at < speech.length && (speech[at] as readonly [number, number])[1] <= offset) at++;
      const quiet = (speech[at]?.[0] ?? Number.POSITIVE_INFINITY) > offset;
      while (next < cast.appearances.length && (cast.appearances[next]?.start ?? 0) < offset) next++;
      const appearance = cast.appearances[next];
      if (appearance !== undefined && appearance.start === offset) {
        const last = tokenAt(words, appearance.end - place.start - 1);
        if (quiet && persons.isPerson(appearance.character)) {
          const { character } = appearance;
          list.push({ at: offset, person: persons.named(character, character.name), weight: weightOf(words, i, last + 1) });
        }
        i = Math.max(i, last);
        continue;
      }
      if (!quiet || !words.isWord(i)) continue;
      const sense = own(pack.pronouns, words.at(i));
      if (
        sense !== undefined &&
        sense.number === 'sg' &&
        !sense.speaker &&
        words.is(i, CLASS.subject) &&
        sense.gender !== undefined
      ) {
        if (!isSubject(words, i, i + 1) || isImpersonal(words, i)) continue;
        const name = nameTold(words, i + 1);
        list.push({ at: offset, gender: sense.gender, weight: WEIGHT.subject, ...(name && { name }) });
        continue;
      }
      if (!words.is(i, CLASS.determiner) && !narrative.kin.has(words.at(i)) && !words.isHuman(i)) continue;
      const description = describedAt(words, i, words.tokens.length, false, persons.voices);
      if (description === undefined) continue;
      const end = place.start + (words.tokens[i]?.start ?? 0) + description.text.length;
      const last = tokenAt(words, end - place.start - 1);
      // "le comte Gaspard", "le capitaine, Gaspard": the name stands for both
      const named = cast.appearances[next];
      const person = persons.described(description);
      if (named !== undefined && named.start <= end + 2 && persons.isPerson(named.character)) {
        if (/^[\s,]*$/.test(discourse.text.slice(end, named.start)))
          identify(person, persons.named(named.character, named.character.name));
        continue;
      }
      const called = nameTold(words, last + 1);
      if (called !== undefined) identify(person, called);
      if (
        (!heads.has(person) || narrative.kin.has(description.text.toLowerCase())) &&
        (i === 0 || /^[.!?…«»—–-]$/.test(words.at(i - 1))) &&
        /^\p{Lu}/u.test(description.text)
      ) {
        person.name = description.text;
        heads.set(person, true);
      }
      list.push({ at: offset, person, weight: weightOf(words, i, last + 1) });
      i = Math.max(i, last);
    }
  }
  return list;

  /** The name behind a verb of naming that begins at a token: s'appelait X, se nommait X, nommée X. */
  function nameTold(words: QuoteWords, i: number): Person | undefined {
    let k = i;
    while (k < i + 3 && (words.at(k) === ',' || narrative.beforeNaming.has(words.at(k)))) k++;
    if (!narrative.naming.has(words.at(k))) return undefined;
    k++;
    if (pack.honorifics.has(words.at(k))) k++;
    const named = cast.appearances[next]?.start === undefined ? undefined : nearest(words, k);
    return named === undefined ? undefined : persons.named(named, named.name);
  }

  function nearest(words: QuoteWords, k: number): CandidateSpeaker | undefined {
    for (let n = next; n < next + 3; n++) {
      const appearance = cast.appearances[n];
      const place = appearance === undefined ? undefined : paragraphs[appearance.paragraph];
      if (appearance === undefined || place === undefined || scans[appearance.paragraph]?.words !== words) return undefined;
      if (tokenAt(words, appearance.start - place.start) === k) return appearance.character;
    }
    return undefined;
  }
}

const isImpersonal = (words: QuoteWords, i: number): boolean =>
  words.pack.narrative.impersonal.has(words.at(i + 1)) || words.pack.narrative.impersonalLater.has(words.at(i + 2));

function weightOf(words: QuoteWords, first: number, last: number): number {
  if (isSubject(words, first, last)) return WEIGHT.subject;
  return words.is(first - 1, CLASS.of) ? WEIGHT.genitive : WEIGHT.object;
}
