import type { EntityType } from '../../analysis';
import type { Span } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';

/** A name with its confidence, offsets from the paragraph's start. */
export interface Rated extends Span {
  readonly type: EntityType;
  readonly confidence: number;
}

/** Names in the order of the text. */
export const inOrder = (mentions: readonly Rated[]): Rated[] => [...mentions].sort((a, b) => a.start - b.start);

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
    const name = text.slice(mention.start, mention.end);
    const gap = name.indexOf(' ');
    if (gap < 0 || !pack.officeWords.has(foldWord(name.slice(0, gap)))) return [mention];
    const words = wordsOf(name);
    const last = words.at(-1);
    const before = words.at(-2);
    if (words.length < 3 || last === undefined || before === undefined) return [mention];
    if (!/^\p{Lu}/u.test(before.text)) return [mention];
    if (!last.spaceBefore || (phrases.bits([hashString(foldWord(last.text))]) & PLACES) === 0) return [mention];
    return [
      { ...mention, end: mention.start + before.end },
      { start: mention.start + last.start, end: mention.end, type: 'LOC', confidence: mention.confidence * 0.9 },
    ];
  });
}

/** Kinds of organisations in the lists. */
export const ORGANISATIONS = (1 << KIND.organisation) | (1 << KIND.club) | (1 << KIND.media);
/** Kinds of places in the lists. */
export const LOCATIONS = (1 << KIND.site) | PLACES | (1 << KIND.town) | (1 << KIND.region);
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
export function takeListedWhole(found: readonly Rated[], { words, infos, listed }: TaggedSentence): readonly Rated[] {
  let result = found;
  let free = 0;
  for (let k = 0; k < listed.length; k += 3) {
    const [i, length, bits] = [listed[k] as number, listed[k + 1] as number, listed[k + 2] as number];
    if (i < free || (bits & OTHERS) !== 0 || !isCapitalAt((words[i] as Word).text, 0)) continue;
    const type = listedType(bits);
    if (type === undefined) continue;
    const start = (words[i] as Word).start;
    const end = (words[i + length - 1] as Word).end;
    const touched = result.filter((mention) => mention.start < end && start < mention.end);
    if (length < LEAST_WORDS) {
      if (!isWhole(type, bits, touched, start, end) && !isMisreadPair(type, infos[i + 1] as WordInfo, touched, start, end))
        continue;
    } else {
      if (touched.some((mention) => mention.start < start || mention.end > end || mention.type === 'PER')) continue;
      // a place is only made whole, not put where the model saw none: Rio Grande do Sul, but also Tour de France
      if (type === 'LOC' && !touched.some((mention) => mention.type === 'LOC')) continue;
    }
    const confidence = length < LEAST_WORDS ? LISTED_PAIR : Math.max(LISTED, ...touched.map((mention) => mention.confidence));
    result = [...result.filter((mention) => !touched.includes(mention)), { start, end, type, confidence }];
    free = i + length;
  }
  return result === found ? found : inOrder(result);
}

/** A country's two words of which one was found (New Zealand at a sentence's beginning). */
const isWhole = (type: EntityType, bits: number, touched: readonly Rated[], start: number, end: number): boolean => {
  const [only] = touched;
  if (type !== 'LOC' || (bits & (1 << KIND.country)) === 0 || only === undefined || touched.length > 1) return false;
  return only.type === 'LOC' && only.start >= start && only.end <= end;
};

/** An organisation's two words of which nothing was found, or that were found just so as a person or a place. */
const isMisreadPair = (type: EntityType, second: WordInfo, touched: readonly Rated[], start: number, end: number): boolean =>
  type === 'ORG' &&
  second.capital &&
  touched.every((mention) => mention.type !== 'ORG' && mention.type !== 'MISC' && mention.start === start && mention.end === end);

/** Below this a name's type is doubtful. */
const SURE = 0.8;
const PERSONAL = (1 << KIND.familyName) | (1 << KIND.givenName);

/**
 * Gives a doubtful name the type that the lists have for just these words, where they know an organisation or a place and
 * nothing else: no person, no part of a person's name, no work.
 */
export function takeListedType(
  found: readonly Rated[],
  { words, infos }: TaggedSentence,
  phrases: PhraseLists,
): readonly Rated[] {
  if (found.every((mention) => mention.confidence >= SURE)) return found;
  let at = 0;
  return found.map((mention) => {
    while (at < words.length && (words[at] as Word).start < mention.start) at++;
    if (mention.confidence >= SURE) return mention;
    const hashes: number[] = [];
    for (let i = at; i < words.length && (words[i] as Word).end <= mention.end; i++) hashes.push((infos[i] as WordInfo).foldHash);
    const bits = phrases.bits(hashes);
    const type = (bits & (OTHERS | PERSONAL)) === 0 ? listedType(bits) : undefined;
    return type === undefined || type === mention.type ? mention : { ...mention, type };
  });
}

const BODY = 1 << KIND.organisationHead;
const NO_BODY = (1 << KIND.placeHead) | (1 << KIND.eventHead);

/**
 * Drops what is no name: a currency's country (US$), parts of addresses, what follows an at sign, months and days, a
 * heading's small words (COAST OF). Begins a name behind the label before a colon (Image: Arden). Takes a doubtful place
 * for the body that its last word says it is (High Court).
 */
export function withoutNoNames(found: readonly Rated[], { words, infos }: TaggedSentence, pack: EntityPack): readonly Rated[] {
  if (found.length === 0) return found;
  const kept: Rated[] = [];
  let changed = false;
  let at = 0;
  for (const mention of found) {
    while (at < words.length && (words[at] as Word).start < mention.start) at++;
    let to = at;
    while (to < words.length && (words[to] as Word).end <= mention.end) to++;
    const left = to === at ? mention : bettered(mention, words, infos, at, to, pack);
    if (left !== mention) changed = true;
    if (left !== undefined) kept.push(left);
  }
  return changed ? kept : found;
}

/** The mention of the words `from` to `to` (exclusive) as {@link withoutNoNames} leaves it; undefined where it is none. */
function bettered(
  mention: Rated,
  words: readonly Word[],
  infos: readonly WordInfo[],
  from: number,
  to: number,
  pack: EntityPack,
): Rated | undefined {
  const { type } = mention;
  if (isNoName(type, words, infos, from, to, pack)) return undefined;
  if (type === 'PER') return mention;
  if (isSmallInCapitals(infos[from] as WordInfo, pack) || isSmallInCapitals(infos[to - 1] as WordInfo, pack)) {
    let start = from;
    let end = to;
    while (start < end && isSmallInCapitals(infos[start] as WordInfo, pack)) start++;
    while (end > start && isSmallInCapitals(infos[end - 1] as WordInfo, pack)) end--;
    if (infos.every(({ capital, upper, text }) => !capital || upper || text.length < 2)) {
      // such works and events are heading's words that the model made nothing else of
      if (type === 'MISC' || end === start) return undefined;
      return { ...mention, start: (words[start] as Word).start, end: (words[end - 1] as Word).end };
    }
  }
  if (type === 'MISC') return mention;
  const colon = to - from > 2 && (infos[from + 1] as WordInfo).text === ':';
  if (colon) return { ...mention, start: (words[from + 2] as Word).start };
  if (!pack.headsLast || type !== 'LOC' || to - from < 2 || mention.confidence >= SURE) return mention;
  const { bits, folded } = infos[to - 1] as WordInfo;
  const isBody = (bits & BODY) !== 0 && ((bits & NO_BODY) === 0 || pack.courts.has(folded));
  return isBody ? { ...mention, type: 'ORG' } : mention;
}

/** OF, IN: a small word of a heading in capitals. */
const isSmallInCapitals = ({ upper, folded }: WordInfo, pack: EntityPack): boolean => upper && pack.functionWords.has(folded);

function isNoName(
  type: EntityType,
  words: readonly Word[],
  infos: readonly WordInfo[],
  from: number,
  to: number,
  pack: EntityPack,
): boolean {
  const first = words[from] as Word;
  const { folded } = infos[from] as WordInfo;
  const before = words[from - 1]?.text;
  const next = words[to];
  const alone = to - from === 1;
  if (alone && type === 'LOC' && next?.spaceBefore === false && /^[$€£]/.test(next.text)) return true;
  if (before === '@' && !first.spaceBefore) return true;
  if (next?.text === '@' && !next.spaceBefore) return true;
  if (folded.startsWith('www.') || (before === '/' && words[from - 2]?.text === '/')) return true;
  if (!alone || type === 'PER') return false;
  if (pack.neverNames.has(folded)) return true;
  // le chef de l'État
  return pack.stateWords.has(folded) && infos.slice(Math.max(0, from - 3), from).some((info) => pack.roles.has(info.folded));
}

/** Begins an office's name with the word for it: Défense becomes Ministère russe de la Défense. */
export function beginWithOffice(
  found: readonly Rated[],
  words: readonly Word[],
  infos: readonly WordInfo[],
  phrases: PhraseLists,
  pack: EntityPack,
): readonly Rated[] {
  let at = 0;
  return found.map((mention) => {
    if (mention.type !== 'ORG') return mention;
    while (at < words.length && (words[at] as Word).start < mention.start) at++;
    let i = at - 1;
    const particles = i;
    while (i >= 0 && (infos[i] as WordInfo).particle) i--;
    if (i < 0 || i === particles) return mention;
    const isAdjective = (phrases.bits([(infos[i] as WordInfo).foldHash]) & (1 << KIND.demonym)) !== 0;
    if (isAdjective) i--;
    const office = words[i];
    if (office === undefined || !pack.ministryWords.has(foldWord(office.text))) return mention;
    if (found.some((other) => other.start < mention.start && other.end > office.start)) return mention;
    return { ...mention, start: office.start };
  });
}

/** Marks that end a name, and part two of them; a comma may stand before the given name (Volmer, Anna). */
const PARTING = /^[!?;:…]+$/;
/** Casings of words that are written with a capital as a rule: somebody left it out (Barack obama). */
const CAPITAL_AS_A_RULE: ReadonlySet<number> = new Set([1, 2]);
const FAMILY_NAME = 1 << KIND.familyName;
const GIVEN_NAME = (1 << KIND.givenName) | (1 << KIND.givenMale) | (1 << KIND.givenFemale);

/**
 * Cuts out of persons' names what no name holds: small words besides particles and titles (Gaspard reconnut Ombeline are
 * two names), marks, and the common word that a sentence begins with (Mais Ombeline, Suivez Sarna).
 */
export function cutPersons(
  found: readonly Rated[],
  words: readonly Word[],
  infos: readonly WordInfo[],
  pack: EntityPack,
): readonly Rated[] {
  if (!found.some((mention) => mention.type === 'PER')) return found;
  const cut: Rated[] = [];
  let at = 0;
  for (const mention of found) {
    if (mention.type !== 'PER') {
      cut.push(mention);
      continue;
    }
    if ((words[at]?.start ?? 0) > mention.start) at = 0;
    while (at < words.length && (words[at] as Word).end <= mention.start) at++;
    let to = at;
    while (to < words.length && (words[to] as Word).start < mention.end) to++;
    const parts = nameParts(words, infos, at, to, pack);
    const whole = parts.length === 1 && parts[0]?.from === at && parts[0].to === to;
    if (whole || parts.length === 0) cut.push(mention);
    else {
      for (const { from, to: end } of parts) {
        cut.push({ ...mention, start: (words[from] as Word).start, end: (words[end - 1] as Word).end });
      }
    }
  }
  return cut;
}

/** The stretches of words `from` to `to` (exclusive) that can be a person's name. */
function nameParts(
  words: readonly Word[],
  infos: readonly WordInfo[],
  from: number,
  to: number,
  pack: EntityPack,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !cutsName(infos[i] as WordInfo, pack)) continue;
    const part = withoutMargins(words, infos, start, i, pack);
    if (part !== undefined) parts.push(part);
    start = i + 1;
  }
  return parts;
}

function cutsName(info: WordInfo, pack: EntityPack): boolean {
  const { text, folded, capital, mark, digit, particle, statistics, bits } = info;
  if (mark) return PARTING.test(text);
  if (capital || digit || particle || /[-‐‑'’.]/.test(text) || text.length < 3) return false;
  if (pack.verbsLikeNames.has(folded)) return true;
  return !isTitle(folded, pack) && !CAPITAL_AS_A_RULE.has(statistics.casing) && (bits & GIVEN_NAME) === 0;
}

/** Whether a word says what somebody is or is addressed by. */
export const isTitle = (folded: string, pack: EntityPack): boolean =>
  pack.honorifics.has(folded) || pack.roles.has(folded) || pack.roleModifiers.has(folded);

const isAddress = ({ folded, capital }: WordInfo, pack: EntityPack): boolean =>
  capital && pack.addresses.has(folded.endsWith('.') ? folded.slice(0, -1) : folded);

/**
 * Without what somebody is addressed by, the particles that lead to no name any more, and the common word that a sentence
 * begins with.
 */
function withoutMargins(
  words: readonly Word[],
  infos: readonly WordInfo[],
  from: number,
  to: number,
  pack: EntityPack,
): { from: number; to: number } | undefined {
  let start = from;
  let end = to;
  if (end - start > 1 && isAddress(infos[start] as WordInfo, pack)) {
    const name = infos[start + 1]?.text === '.' ? start + 2 : start + 1;
    // M. C. Dubois: an initial before an initial
    if (name < end && !/^\p{Lu}\.?$/u.test((infos[name] as WordInfo).text)) start = name;
  }
  while (
    end > start &&
    !(infos[end - 1] as WordInfo).capital &&
    ((infos[end - 1] as WordInfo).text === ',' ||
      (infos[end - 1] as WordInfo).particle ||
      isTitle((infos[end - 1] as WordInfo).folded, pack))
  )
    end--;
  const head = infos[start] as WordInfo | undefined;
  if (head === undefined) return undefined;
  if (end - start > 1 && head.capital && isCommonWord(head, pack) && beginsSentence(words, start)) start++;
  // "la barque de Gaspard": a given name alone has no particle
  const next = infos[start + 1];
  if (end - start === 2 && !head.capital && pack.genitives.has(head.folded) && next && (next.bits & GIVEN_NAME) !== 0) start++;
  return infos.slice(start, end).some((info) => info.capital) ? { from: start, to: end } : undefined;
}

/** Casings of words that are written small as a rule; 7 that of rare ones. */
export const SMALL_AS_A_RULE: ReadonlySet<number> = new Set([4, 5, 7]);
/** Casings that say too little: unknown, or rare and with a capital. */
const UNTOLD: ReadonlySet<number> = new Set([0, 6]);

/**
 * Mais, Avec, Suivez, Follow: a word whose capital a sentence's beginning gives. No article or particle, which names
 * begin with too, and none that the lists know as a given name.
 */
function isCommonWord({ folded, particle, bits, statistics, upper }: WordInfo, pack: EntityPack): boolean {
  if (particle || folded.length < 2 || pack.articles.has(folded) || isTitle(folded, pack)) return false;
  if (pack.neverGiven.has(folded)) return true;
  if (upper || (bits & GIVEN_NAME) !== 0) return false;
  if (pack.functionWords.has(folded) || SMALL_AS_A_RULE.has(statistics.casing)) return true;
  return UNTOLD.has(statistics.casing) && (bits & FAMILY_NAME) === 0 && pack.verbForm?.test(folded) === true;
}

function beginsSentence(words: readonly Word[], i: number): boolean {
  return i === 0 || /^[«»"“”„‹›–—―.:!?…-]+$/u.test((words[i - 1] as Word).text);
}
