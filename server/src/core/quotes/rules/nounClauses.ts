import type { Forms } from '../../lexicon/grammar';
import { CLASS, FINITE } from '../../lexicon/wordClasses';
import { startsFiniteClause } from '../../syntax/bareClauses';
import { isPossessive } from '../../syntax/homographs';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords, Site } from '../candidate';
import { canSpeak } from './cueSpeaker';
import type { NounClause } from './nounCue';

const REACH = 14;

/**
 * "l'affirmation du député que …", "la déclaration selon laquelle …": the clause after a noun with its determiner.
 * @param plural - a plural with que is taken up by a relative: "les informations qu'il a données"
 */
export const clauseOfNoun =
  (plural: RegExp) =>
  ({ words, sentence }: Site, noun: number): NounClause | undefined => {
    if (!words.is(noun - 1, CLASS.determiner)) return undefined;
    const speaker = whose(words, noun, sentence.end);
    const at = clauseStart(words, noun, Math.min(sentence.end, noun + REACH), {
      owner: speaker?.end ?? noun + 1,
      plural: plural.test(words.at(noun)),
    });
    return at < 0 ? undefined : { at, ...(speaker && { speaker }) };
  };

/** After selon laquelle, or after a que right after the noun and whose it is; or -1. */
function clauseStart(
  words: QuoteWords,
  noun: number,
  limit: number,
  { owner, plural }: { readonly owner: number; readonly plural: boolean },
): number {
  for (let k = noun + 1; k < limit; k++) {
    if (words.opens(k) !== undefined || /^[;:]$/.test(words.at(k))) return -1;
    if (isSourcePreposition(words, k) && words.is(k + 1, CLASS.relative)) return k + 2;
    if (!words.is(k, CLASS.that)) continue;
    if (plural) return -1;
    if (k === noun + 1 || k === owner) return k + 1;
  }
  return -1;
}

/** selon, d'après: whether a token alone brings in a source. */
const isSourcePreposition = (words: QuoteWords, i: number): boolean =>
  words.pack.attributions.some((phrase) => phrase.words.length === 1 && phrase.words[0] === words.at(i));

/** Who a noun says it is of; "l'annonce des résultats qu'il attendait" is nobody's. */
function whose(words: QuoteWords, noun: number, limit: number): Phrase | undefined {
  let of = noun + 1;
  while (of < noun + 4 && words.isWord(of) && !words.is(of, CLASS.of | CLASS.that)) of++;
  const owner = words.is(of, CLASS.of) ? nounPhraseAt(words, of + 1, Math.min(limit, noun + REACH), 'right') : undefined;
  return owner !== undefined && canSpeak(words, owner) && !words.is(owner.start, CLASS.source) ? owner : undefined;
}

/**
 * "the company's announcement that …", "claims by the mayor that …", "reports that …": whose it is, where the noun does
 * not say it itself; "claims that were made" is a relative.
 * @param by - prepositions between a noun of saying and who says it
 * @param possessive - what is parted from a possessive's noun: 's
 */
export const clauseOfOwner =
  (by: Forms, possessive: Forms) =>
  ({ words, sentence }: Site, noun: number): NounClause | undefined => {
    const named = by.has(words.at(noun + 1));
    const agent = named ? nounPhraseAt(words, noun + 2, Math.min(sentence.end, noun + REACH), 'right') : undefined;
    if (named && agent === undefined) return undefined;
    const that = agent?.end ?? noun + 1;
    if (!words.is(that, CLASS.that) || that >= sentence.end) return undefined;
    if (!startsClauseOfNoun(words, that + 1, sentence.end)) return undefined;
    const owners = [ownerBefore(words, noun, sentence.start, possessive), agent];
    // "last year's announcement"
    const speaker = owners.find((phrase) => phrase !== undefined && !words.is(phrase.end - 1, CLASS.time));
    if (speaker === undefined && !words.is(noun, CLASS.source)) return undefined;
    return { at: that + 1, speaker: speaker ?? { start: noun, end: noun + 1, kind: 'description' } };
  };

/** Whose a noun is: "the company's surprising claim", "the company 's claim". */
function ownerBefore(words: QuoteWords, noun: number, floor: number, possessive: Forms): Phrase | undefined {
  let k = noun - 1;
  while (k > floor && k > noun - 4 && words.isWord(k) && words.info[k]?.classes === 0 && !isPossessive(words, k)) k--;
  if (words.is(k, CLASS.determiner) && words.is(k, CLASS.oblique)) return { start: k, end: k + 1, kind: 'pronoun' };
  if (!isPossessive(words, k)) return undefined;
  const end = possessive.has(words.at(k)) ? k - 1 : k;
  return determinedPhrase(words, Math.max(floor, end - REACH), end) ?? nameEnding(words, floor, end);
}

/** The capital words right before a token. */
function nameEnding(words: QuoteWords, floor: number, end: number): Phrase | undefined {
  let start = end;
  while (start > floor && words.isCapital(start - 1)) start--;
  return start < end ? { start, end, kind: 'name' } : undefined;
}

/** A clause of its own; "reports that have come in" is a relative's. */
const startsClauseOfNoun = (words: QuoteWords, at: number, limit: number): boolean =>
  !words.is(at, CLASS.auxiliary | CLASS.being | CLASS.modal) && startsFiniteClause(words, at, limit);

/** "claims that the road is closed were false": up to the second of two verbs that nothing joins. */
export function untilSecondVerb(words: QuoteWords, from: number, end: number): number {
  let verb = -1;
  for (let i = from; i < end; i++) {
    if (words.is(i, CLASS.conjunction | CLASS.that | CLASS.relative) || /^[,;]$/.test(words.at(i))) return end;
    if (!isAuxiliary(words, i)) continue;
    if (verb >= 0 && i > verb + 1) return i;
    verb = i;
  }
  return end;
}

const isAuxiliary = (words: QuoteWords, i: number): boolean =>
  words.is(i, CLASS.being | CLASS.auxiliary | CLASS.modal) &&
  !words.lists.infinitiveMarker.has(words.at(i)) &&
  (words.has(i, FINITE) || words.is(i, CLASS.modal));
