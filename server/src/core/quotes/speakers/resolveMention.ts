import { own } from '../../members';
import type { Phrase } from '../../syntax/nounPhrases';
import type { Offsets } from '../assemble/quotation';
import type { Discourse, Resolution } from './discourse';
import { hideLastSpeaker, hideName } from './ranking/hideName';
import { isWatched } from './ranking/rank';
import { agedSieve } from './sieves/aged';
import { latterSieve, nearestSieve } from './sieves/demonstrative';
import { descriptionSieve, resolveDescription } from './sieves/description';
import { epithetSieve } from './sieves/epithet';
import { nameSieve } from './sieves/name';
import { narrativeDescriptionSieve } from './sieves/narrativeDescription';
import { numberSieve } from './sieves/number';
import { pairSieve } from './sieves/pair';
import { pronounSieve } from './sieves/pronoun';
import { mentionAt, type Sieve, sift } from './sieves/sieve';
import { utteranceOwnerSieve } from './sieves/utteranceOwner';

/** Whom a mention means, as CoreNLP's quote attribution asks: the surest way first. */
const SIEVES: readonly Sieve[] = [
  numberSieve,
  latterSieve,
  nearestSieve,
  pronounSieve,
  utteranceOwnerSieve,
  nameSieve,
  agedSieve,
  pairSieve,
  descriptionSieve,
  epithetSieve,
  narrativeDescriptionSieve,
];

/**
 * Resolves a speaker phrase of a paragraph; undefined for the unnamed.
 * @param quoted - the spans of its own quotation, in which no name says anything of its speaker
 */
export function resolveSpeaker(
  discourse: Discourse,
  paragraph: number,
  phrase: Phrase,
  quoted: readonly Readonly<Offsets>[],
): Resolution | undefined {
  const mention = mentionAt(discourse, paragraph, phrase, quoted);
  const found = mention && sift(SIEVES, mention);
  if (isWatched() && found?.candidate !== undefined) {
    if (phrase.kind === 'name') hideName(mention, found.candidate);
    else if (phrase.kind === 'pronoun') hideLastSpeaker(mention, found.candidate);
  }
  return found;
}

/** Whom a mention names, itself or by a name beside its head; undefined where it holds no such name. */
export function resolveNamedPhrase(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const mention = mentionAt(discourse, paragraph, phrase);
  return mention && nameSieve.resolve(mention);
}

/** Whom a description without a name means by the office that somebody has elsewhere. */
export function resolveBearer(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const mention = mentionAt(discourse, paragraph, phrase);
  return mention && resolveDescription(mention);
}

/** Whom a pronoun of the plural means: those who spoke last together. */
export function resolvePlural(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const form = discourse.scans[paragraph]?.words.at(phrase.start) ?? '';
  if (phrase.kind !== 'pronoun' || own(discourse.pack.pronouns, form)?.number !== 'pl') return undefined;
  const spoken = discourse.speakers.at(-1);
  return spoken?.plural ? spoken.resolution : undefined;
}
