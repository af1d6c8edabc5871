import type { EntityType } from '../../analysis';
import type { Span } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { Word } from '../words';

/** A name with its confidence, offsets from the paragraph's start. */
export interface Rated extends Span {
  readonly type: EntityType;
  readonly confidence: number;
}

const PLACES = (1 << KIND.country) | (1 << KIND.city);

/**
 * Parts a place off the end of an office's name where nothing links them: headings and link texts run on without a mark
 * (Ministère des Ports Ankara répond …). An office's own name never ends so; a university's or a club's does.
 */
export function partTrailingPlaces<T extends Rated>(
  found: readonly T[],
  text: string,
  phrases: PhraseLists,
  pack: EntityPack,
  wordsOf: (text: string) => readonly Word[],
): readonly (T | Rated)[] {
  if (!found.some((mention) => mention.type === 'ORG')) return found;
  return found.flatMap((mention): (T | Rated)[] => {
    if (mention.type !== 'ORG') return [mention];
    const words = wordsOf(text.slice(mention.start, mention.end));
    const last = words.at(-1);
    const before = words.at(-2);
    if (words.length < 3 || last === undefined || before === undefined) return [mention];
    if (!pack.officeWords.has(foldWord((words[0] as Word).text)) || !/^\p{Lu}/u.test(before.text)) return [mention];
    if (last.glued || (phrases.bits([hashString(foldWord(last.text))]) & PLACES) === 0) return [mention];
    return [
      { ...mention, end: mention.start + before.end },
      { start: mention.start + last.start, end: mention.end, type: 'LOC', confidence: mention.confidence * 0.9 },
    ];
  });
}

const ORGANISATIONS = (1 << KIND.organisation) | (1 << KIND.club) | (1 << KIND.media);
const LOCATIONS = (1 << KIND.site) | PLACES | (1 << KIND.town) | (1 << KIND.region);
const OTHERS = (1 << KIND.person) | (1 << KIND.work);
const LEAST_WORDS = 3;
const LISTED = 0.7;
const LISTED_PAIR = 0.6;

/** ORG or LOC where the lists know a phrase as one and not as the other. */
function listedType(bits: number): EntityType | undefined {
  const organisation = (bits & ORGANISATIONS) !== 0;
  const location = (bits & LOCATIONS) !== 0;
  return organisation === location ? undefined : organisation ? 'ORG' : 'LOC';
}

/**
 * Takes an organisation's or a place's name as a whole where the lists know it whole: the model may have stopped at a
 * part of it (Nations unies for Conseil de sécurité des Nations unies, Mexico for Gulf of Mexico) or have seen nothing.
 * Only for names of three words or more, which hardly ever stand together by chance. Of two words' names only an
 * organisation's is taken, and where the model saw nothing or just these words as a person (Rossiyskaya Gazeta).
 */
export function takeListedWhole(
  found: readonly Rated[],
  words: readonly Word[],
  infos: readonly WordInfo[],
  phrases: PhraseLists,
): readonly Rated[] {
  let result = found;
  for (let i = 0; i + 1 < words.length; i++) {
    if (!(infos[i] as WordInfo).capital || !isCapitalAt((words[i] as Word).text, 0)) continue;
    const match = phrases.longestOf(infos, i, words.length);
    if (match === undefined || match.length < 2 || (match.bits & OTHERS) !== 0) continue;
    const type = listedType(match.bits);
    if (type === undefined) continue;
    const start = (words[i] as Word).start;
    const end = (words[i + match.length - 1] as Word).end;
    const touched = result.filter((mention) => mention.start < end && start < mention.end);
    if (match.length < LEAST_WORDS) {
      if (type !== 'ORG' || !(infos[i + 1] as WordInfo).capital || !touched.every((mention) => isMisread(mention, start, end)))
        continue;
    } else {
      if (touched.some((mention) => mention.start < start || mention.end > end || mention.type === 'PER')) continue;
      // a place is only made whole, not put where the model saw none: Rio Grande do Sul, but also Tour de France
      if (type === 'LOC' && !touched.some((mention) => mention.type === 'LOC')) continue;
    }
    const confidence =
      match.length < LEAST_WORDS ? LISTED_PAIR : Math.max(LISTED, ...touched.map((mention) => mention.confidence));
    result = [...result.filter((mention) => !touched.includes(mention)), { start, end, type, confidence }];
    i += match.length - 1;
  }
  return result === found ? found : [...result].sort((a, b) => a.start - b.start);
}

const isMisread = (mention: Rated, start: number, end: number): boolean =>
  mention.type === 'PER' && mention.start === start && mention.end === end;

/** Begins an office's name with the word for it: Défense becomes Ministère russe de la Défense. */
export function beginWithOffice(
  found: readonly Rated[],
  words: readonly Word[],
  infos: readonly WordInfo[],
  phrases: PhraseLists,
  pack: EntityPack,
): readonly Rated[] {
  return found.map((mention) => {
    if (mention.type !== 'ORG') return mention;
    let i = words.findIndex((word) => word.start === mention.start) - 1;
    const particles = i;
    while (i >= 0 && pack.particles.has(foldWord((words[i] as Word).text))) i--;
    if (i < 0 || i === particles) return mention;
    const isAdjective = (phrases.bits([(infos[i] as WordInfo).foldHash]) & (1 << KIND.demonym)) !== 0;
    if (isAdjective) i--;
    const office = words[i];
    if (office === undefined || !pack.ministryWords.has(foldWord(office.text))) return mention;
    if (found.some((other) => other.start < mention.start && other.end > office.start)) return mention;
    return { ...mention, start: office.start };
  });
}
