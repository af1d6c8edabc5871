import { own } from '../../members';
import type { Phrase } from '../../syntax/nounPhrases';
import { lastNamed, resolveEpithet, resolvePronoun } from './anaphora';
import { appearancesIn } from './candidates';
import { calledByDescription, resolveDescription } from './descriptions';
import { type Discourse, type Resolution, resolutionOf, type Where } from './discourse';
import { resolveNamed } from './named';

/** Resolves a speaker phrase of a paragraph; undefined for the unnamed. */
export function resolveSpeaker(
  discourse: Discourse,
  paragraph: number,
  phrase: Phrase,
  quoted: readonly (readonly [number, number])[],
): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const place = discourse.paragraphs[paragraph];
  if (scan === undefined || place === undefined) return undefined;
  const { words } = scan;
  const start = place.start + (words.tokens[phrase.start]?.start ?? 0);
  const end = place.start + (words.tokens[phrase.end - 1]?.end ?? 0);
  const where: Where = { paragraph, start, quoted };
  if (words.tokens[phrase.start]?.kind === 'number') return undefined;
  const last = words.at(phrase.end - 1);
  const latter = phrase.end - phrase.start === 2 ? words.lists.last.get(last) : undefined;
  if (latter !== undefined) return lastNamed(discourse, where, latter);
  const near = words.lists.nearSuffix.has(last) ? words.lists.near.get(words.at(phrase.start)) : undefined;
  if (near !== undefined) return lastNamed(discourse, where, near, ['PER', 'ORG']);
  if (phrase.kind === 'pronoun') return resolvePronoun(discourse, words, phrase, where);
  const named = resolveNamed(discourse, words, phrase, start, end, place.start);
  if (named !== undefined) return named;
  return (
    resolveDescription(discourse, words, phrase, where) ??
    resolveEpithet(discourse, words, phrase, where) ??
    (discourse.narrative ? calledByDescription(discourse, words, phrase) : undefined)
  );
}

/** Whom a mention names, itself or by a name beside its head; undefined where it holds no such name. */
export function resolveNamedPhrase(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const base = discourse.paragraphs[paragraph]?.start;
  if (scan === undefined || base === undefined) return undefined;
  const { words } = scan;
  const start = base + (words.tokens[phrase.start]?.start ?? 0);
  return resolveNamed(discourse, words, phrase, start, base + (words.tokens[phrase.end - 1]?.end ?? 0), base);
}

/** Whom a description without a name means by the office that somebody is given elsewhere. */
export function resolveBearer(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const scan = discourse.scans[paragraph];
  const base = discourse.paragraphs[paragraph]?.start;
  if (scan === undefined || base === undefined) return undefined;
  const start = base + (scan.words.tokens[phrase.start]?.start ?? 0);
  return resolveDescription(discourse, scan.words, phrase, { paragraph, start, quoted: [] });
}

/** Whom a pronoun of the plural means: those who spoke last together. */
export function resolvePlural(discourse: Discourse, paragraph: number, phrase: Phrase): Resolution | undefined {
  const form = discourse.scans[paragraph]?.words.at(phrase.start) ?? '';
  if (phrase.kind !== 'pronoun' || own(discourse.pack.pronouns, form)?.number !== 'pl') return undefined;
  const spoken = discourse.speakers.at(-1);
  return spoken?.plural ? spoken.resolution : undefined;
}

/** Who was last on stage before an offset: for quotations without a cue whose last speaker has no name. */
export function lastOnStage(discourse: Discourse, at: number, paragraph: number): Resolution | undefined {
  const from = discourse.paragraphs[Math.max(0, paragraph - 1)]?.start ?? 0;
  const here = appearancesIn(discourse.cast, from, at).filter((a) => !a.quoted && a.character.type === 'PER');
  const last = here.at(-1);
  return last === undefined ? undefined : resolutionOf(last.character);
}
