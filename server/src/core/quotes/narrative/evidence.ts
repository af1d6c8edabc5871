import { CLASS, HISTORIC } from '../../lexicon/wordClasses';
import { tokenAt } from '../../syntax/paragraphWords';
import type { CandidateSpeaker } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import { isSubject } from './salience';
import { isVocative, type Speech, spoken, startOfSpeech } from './speech';

/** What the whole text tells of who is a person and who tells it. */
export interface NarratorEvidence {
  /** Characters that the entity layer takes for something else, or does not know, and that act and are called as persons. */
  readonly persons: ReadonlySet<CandidateSpeaker>;
  readonly narrates: boolean;
  readonly narrator?: CandidateSpeaker;
  readonly narratorTalks: boolean;
}

// A narrator says I so often in a thousand tokens of narration at least.
const FIRST_PERSON_PER_THOUSAND = 4;

/** Reads a narrative for what tells persons from places, and whether an I tells it; what is said in it does not count for that. */
export function signsOf(discourse: Discourse, speech: Speech): NarratorEvidence {
  const { scans, paragraphs, cast, pack } = discourse;
  const human = new Map<CandidateSpeaker, number>();
  const place = new Map<CandidateSpeaker, number>();
  const called = new Map<CandidateSpeaker, number>();
  const toldOf = new Map<CandidateSpeaker, number>();
  const add = (counts: Map<CandidateSpeaker, number>, character: CandidateSpeaker): void => {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  };
  for (const appearance of cast.appearances) {
    const { character } = appearance;
    const words = scans[appearance.paragraph]?.words;
    const base = paragraphs[appearance.paragraph]?.start ?? 0;
    if (words === undefined) continue;
    const first = tokenAt(words, appearance.start - base);
    const last = tokenAt(words, appearance.end - base - 1) + 1;
    if (spoken(speech, appearance.start)) {
      // a capital that the entity layer knows nothing of may be an exclamation
      if (character.entity !== undefined && isVocative(words, appearance, base, startOfSpeech(speech, appearance.start))) {
        add(called, character);
        add(human, character);
      }
      continue;
    }
    add(toldOf, character);
    if (character.entity === undefined && (first === 0 || !words.isWord(first - 1))) continue;
    if (pack.narrative.places.has(words.at(first - 1))) add(place, character);
    else if (isSubject(words, first, last) && !words.is(first - 1, CLASS.determiner)) add(human, character);
    // "dit Gaspard", "demanda Gaspard"
    else if (words.has(first - 1, HISTORIC) && (words.verb(first - 1)?.senses ?? 0) !== 0) add(human, character);
  }
  const persons = new Set<CandidateSpeaker>();
  for (const [character, count] of human)
    if (character.type !== 'ORG' && count >= 2 && count > (place.get(character) ?? 0)) persons.add(character);
  let says = 0;
  let tokens = 0;
  let talks = 0;
  for (const [index, { words }] of scans.entries()) {
    const base = paragraphs[index]?.start ?? 0;
    for (let i = 0; i < words.tokens.length; i++) {
      if (words.is(i, CLASS.subject) && pack.firstPerson.has(words.at(i)) && pack.narrative.self.has(words.at(i))) {
        if (!spoken(speech, base + (words.tokens[i]?.start ?? 0))) {
          says++;
          if (/^[-‑]$/.test(words.at(i - 1)) && !words.spaced(i)) talks++;
        }
      }
    }
    tokens += words.tokens.length;
  }
  const narrates = says * 1000 >= tokens * FIRST_PERSON_PER_THOUSAND;
  let narrator: CandidateSpeaker | undefined;
  let most = 1;
  for (const [character, count] of called) {
    if (count <= most || (toldOf.get(character) ?? 0) * 3 > count || pack.narrative.heaven.test(character.name)) continue;
    if (character.type !== 'PER' && !persons.has(character)) continue;
    most = count;
    narrator = character;
  }
  return { persons, narrates, narratorTalks: talks > 0, ...(narrates && narrator && { narrator }) };
}
