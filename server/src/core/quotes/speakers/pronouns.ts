import type { PronounSense } from '../../lexicon/grammar';
import { own } from '../../members';
import type { SpeakerMention } from '../assemble/quotation';
import type { Discourse, Resolution } from './discourse';

/** What the first word of a mention means as a pronoun; undefined for other words. */
export function pronounOf(discourse: Discourse, mention: SpeakerMention): PronounSense | undefined {
  return own(discourse.pack.pronouns, firstWord(discourse, mention));
}

/** The first word of a mention, in lower case. */
export function firstWord({ scans }: Discourse, { paragraph, phrase }: SpeakerMention): string {
  return scans[paragraph]?.words.at(phrase.start) ?? '';
}

/** Whether a pronoun's gender lets it mean somebody; an unknown one on either side does. */
export function agreesWithPronoun(who: Resolution, { gender: asked }: PronounSense): boolean {
  const gender = who.candidate?.gender ?? who.gender;
  return gender === undefined || asked === undefined || gender === asked;
}
