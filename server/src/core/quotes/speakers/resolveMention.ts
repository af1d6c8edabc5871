import { own } from '../../members';
import type { Phrase } from '../../syntax/nounPhrases';
import type { Offsets } from '../assemble/quotation';
import { mentionsIn } from './candidates';
import { type Discourse, type Resolution, resolutionOf } from './discourse';
import { latterSieve, nearestSieve } from './sieves/demonstrative';
import { descriptionSieve, resolveDescription } from './sieves/description';
import { epithetSieve } from './sieves/epithet';
import { nameSieve } from './sieves/name';
import { narrativeDescriptionSieve } from './sieves/narrativeDescription';
import { numberSieve } from './sieves/number';
import { pronounSieve } from './sieves/pronoun';
import { mentionAt, type Sieve, sift } from './sieves/sieve';

/** Whom a mention means, as CoreNLP's quote attribution asks: the surest way first. */
const SIEVES: readonly Sieve[] = [
  numberSieve,
  latterSieve,
  nearestSieve,
  pronounSieve,
  nameSieve,
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
  return mention && sift(SIEVES, mention);
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

/** The person named last before an offset: for quotations without a cue whose last speaker has no name. */
export function lastPersonNamed(discourse: Discourse, offset: number, paragraph: number): Resolution | undefined {
  const from = discourse.paragraphs[Math.max(0, paragraph - 1)]?.start ?? 0;
  const last = mentionsIn(discourse.candidates, from, offset).findLast(
    ({ candidate, isQuoted }) => !isQuoted && candidate.type === 'PER',
  );
  return last && resolutionOf(last.candidate);
}
