import { CLASS } from '../../../lexicon/wordClasses';
import type { QuoteWords } from '../../candidate';
import { textOf } from '../../offsets';
import { type Discourse, type Resolution, resolutionOf } from '../discourse';
import { roleOf, stemOf } from '../roles';
import type { Description } from './descriptionParts';
import { organisationNamedBy } from './organisation';

// A longer description is full enough by itself.
const MAX_TOKENS = 3;

/** "le parquet" after "le parquet de Nouméa": the fuller form among the speakers before, the names, and the whole text. */
export function fullerInstitution(description: Description): Resolution | undefined {
  const { discourse, phrase, role, start } = description;
  if (phrase.end - phrase.start > MAX_TOKENS) return undefined;
  const spoken = speakerWithNoun(description);
  if (spoken !== undefined) return spoken;
  // "l'Autorité" is the one that the article names in full
  const named = role.words.size === 1 ? organisationNamedBy(discourse, role.head, start) : undefined;
  return named === undefined ? fullForm(discourse, role.head) : resolutionOf(named);
}

// Further back than so many speakers nobody is meant by a noun alone.
const SPEAKERS_BACK = 40;

/** The last speaker whose mention or name has the noun. */
function speakerWithNoun({ discourse, role, start }: Description): Resolution | undefined {
  const { pack, speakers } = discourse;
  for (let k = speakers.length - 1; k >= 0 && k > speakers.length - SPEAKERS_BACK; k--) {
    const speaker = speakers[k];
    if (speaker?.resolution === undefined || speaker.at >= start) continue;
    const mentioned = roleOf(speaker.phrase.split(/[\s'’]+/), pack);
    if (mentioned.words.has(role.head) && mentioned.words.size >= role.words.size) return speaker.resolution;
    if (roleOf(speaker.resolution.name.split(/[\s'’]+/), pack).head === role.head) return speaker.resolution;
  }
  return undefined;
}

/** The first fuller form of an institution in the text: "parquet de Nouméa". Looked for once. */
function fullForm(discourse: Discourse, noun: string): Resolution | undefined {
  const known = discourse.fullForms.get(noun);
  if (known !== undefined) return known ?? undefined;
  const full = findFullForm(discourse, noun);
  discourse.fullForms.set(noun, full ?? null);
  return full;
}

function findFullForm({ scans }: Discourse, noun: string): Resolution | undefined {
  for (const { words } of scans) {
    for (let i = 0; i < words.tokens.length; i++) {
      if (!words.is(i, CLASS.institution) || stemOf(words.at(i), words.pack) !== noun) continue;
      if (words.is(i + 1, CLASS.of) && words.isCapital(i + 2)) return { name: textOf(words, i, endOfCapitals(words, i + 3)) };
    }
  }
  return undefined;
}

function endOfCapitals(words: QuoteWords, from: number): number {
  let end = from;
  while (words.isCapital(end) || (/^[-‑]$/.test(words.at(end)) && !words.spaced(end))) end++;
  return end;
}
