import { CLASS, HISTORIC, PARTICIPLE } from '../../lexicon/wordClasses';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import type { Range } from '../../syntax/ranges';
import type { QuoteWords } from '../candidate';
import { textOf } from '../offsets';

/** What somebody without a name is called by. */
export interface PersonDescription {
  readonly noun: string;
  /** Adjectives before the noun and its complement. */
  readonly modifiers: string;
  /** mon, notre: the narrator's, or of whoever speaks. */
  readonly isFirstPersons: boolean;
  readonly gender?: 'm' | 'f';
  readonly text: string;
}

/** What shows, besides its noun, that a description means a person. */
interface PersonSigns {
  /** Nouns that are the subject of a verb of speech somewhere in the text. */
  readonly speakingNouns: ReadonlySet<string>;
  /** It is the subject of a verb of speech itself. */
  readonly hasCue?: boolean;
}

// Determiner, adjectives and noun take so many tokens at most.
const MAX_HEAD_TOKENS = 4;

/** The singular description of a person that begins a range; undefined for other words. */
export function describedAt(words: QuoteWords, range: Range, signs: PersonSigns): PersonDescription | undefined {
  const kind = openingAt(words, range.start);
  const head = kind && headOf(words, range, kind, signs);
  return kind === undefined || head === undefined || isPlural(words, head.noun) ? undefined : describe(words, range, kind, head);
}

/** How a description begins: with a determiner, with what a child calls a parent, or with a noun before a nickname. */
type Opening = 'determiner' | 'parent' | 'nickname';

function openingAt(words: QuoteWords, i: number): Opening | undefined {
  if (words.pack.narrative.parents.has(words.at(i))) return 'parent';
  if (isNicknameAt(words, i)) return 'nickname';
  return opensDescription(words, i) ? 'determiner' : undefined;
}

/** The noun of a description, and the adjectives between it and the opening that distinguish the person. */
interface Head {
  readonly noun: number;
  readonly adjectives: readonly string[];
}

function headOf(words: QuoteWords, range: Range, kind: Opening, signs: PersonSigns): Head | undefined {
  const first = kind === 'determiner' ? range.start + 1 : range.start;
  const noun = personNoun(words, { start: first, end: Math.min(range.end, range.start + MAX_HEAD_TOKENS) }, signs);
  if (noun !== undefined) return { noun, adjectives: adjectivesIn(words, { start: first, end: noun }) };
  const subject = signs.hasCue ? nounWithCue(words, range.start + 1) : undefined;
  return subject === undefined ? undefined : { noun: subject, adjectives: [] };
}

function describe(words: QuoteWords, range: Range, kind: Opening, { noun, adjectives }: Head): PersonDescription {
  const { firstPersonPossessives, parents } = words.pack.narrative;
  const complement =
    kind === 'nickname' ? { modifiers: [words.at(noun + 1)], end: noun + 2 } : complementOf(words, noun, range.end);
  const gender = genderOf(words, range.start, noun);
  const parent = parents.get(words.at(noun));
  return {
    noun: parent?.noun ?? words.at(noun),
    modifiers: [...adjectives, ...complement.modifiers].join(' '),
    isFirstPersons: firstPersonPossessives.has(words.at(range.start)) || parent !== undefined,
    text: textOf(words, range.start, complement.end),
    ...(gender && { gender }),
  };
}

function opensDescription(words: QuoteWords, i: number): boolean {
  const { narrative, plural } = words.pack;
  return words.is(i, CLASS.determiner) && !plural.has(words.at(i)) && !narrative.excludedDeterminers.has(words.at(i));
}

/** The noun for a person that a range begins with, adjectives before it passed over. */
function personNoun(words: QuoteWords, { start, end }: Range, { speakingNouns }: PersonSigns): number | undefined {
  const isPerson = (i: number): boolean => words.is(i, CLASS.human) || speakingNouns.has(words.at(i));
  let head = start;
  while (head < end && !isPerson(head) && words.pack.narrative.prenominalAdjectives.has(words.at(head))) head++;
  return head < end && isPerson(head) ? head : undefined;
}

/** The word after the determiner, whatever it is: as a verb of speech's subject it means somebody. */
const nounWithCue = (words: QuoteWords, i: number): number | undefined =>
  words.isWord(i) && !words.is(i, CLASS.of | CLASS.preposition) ? i : undefined;

const isPlural = (words: QuoteWords, noun: number): boolean =>
  words.pack.pluralEndings.some((ending) => words.at(noun).endsWith(ending));

/** The adjectives that distinguish the person from others. */
function adjectivesIn(words: QuoteWords, { start, end }: Range): string[] {
  const adjectives: string[] = [];
  for (let i = start; i < end; i++) if (!words.pack.narrative.emptyAdjectives.has(words.at(i))) adjectives.push(words.at(i));
  return adjectives;
}

/** What stands right after a description's noun and says which person it is. */
interface Complement {
  /** Its words, without "of the". */
  readonly modifiers: readonly string[];
  readonly end: number;
}

/** A second noun ("le comte ministre"), or what "of" brings in ("la fille du port"); without words where there is neither. */
function complementOf(words: QuoteWords, head: number, limit: number): Complement {
  const start = head + 1;
  if (start < limit && words.isHuman(start) && !words.has(start, PARTICIPLE))
    return { modifiers: [words.at(start)], end: start + 1 };
  if (!words.is(start, CLASS.of) || start + 1 >= limit) return { modifiers: [], end: start };
  let noun = start + 1;
  while (noun < limit && noun < start + 4 && words.is(noun, CLASS.determiner | CLASS.of)) noun++;
  if (noun >= limit || !words.isWord(noun)) return { modifiers: [], end: start };
  while (words.isCapital(noun + 1) && noun + 1 < limit) noun++;
  const modifiers: string[] = [];
  for (let i = start + 1; i <= noun; i++) if (!words.is(i, CLASS.determiner | CLASS.of)) modifiers.push(words.at(i));
  return { modifiers, end: noun + 1 };
}

/** "oncle meunier", "tante rude": kin called by a name in small letters, without an article. */
function isNicknameAt(words: QuoteWords, i: number): boolean {
  const name = i + 1;
  return (
    words.pack.narrative.kinshipTitles.has(words.at(i)) &&
    !words.is(i - 1, CLASS.determiner) &&
    words.isWord(name) &&
    !words.isCapital(name) &&
    (words.info[name]?.classes === 0 || words.isHuman(name)) &&
    !isFiniteVerb(words, name) &&
    !words.has(name, HISTORIC | PARTICIPLE)
  );
}

/** What the determiner and the noun show of the person's gender. */
function genderOf(words: QuoteWords, start: number, head: number): 'm' | 'f' | undefined {
  const { narrative, feminine } = words.pack;
  const opening = words.at(start);
  const noun = words.at(head);
  const parent = narrative.parents.get(noun);
  if (parent !== undefined) return parent.gender;
  if (feminine.has(noun) && !narrative.epicenes.has(noun)) return 'f';
  const shown = narrative.determinerGender.get(opening);
  if (shown !== undefined) return shown;
  if (start === head || narrative.genderlessDeterminers.has(opening)) return genderByNoun(words, noun);
  return narrative.nounsForMen.has(noun) ? 'm' : undefined;
}

function genderByNoun({ pack }: QuoteWords, noun: string): 'm' | 'f' | undefined {
  const { masculineNouns, feminineEnding } = pack.narrative;
  if (masculineNouns.has(noun)) return 'm';
  return feminineEnding.test(noun) ? 'f' : undefined;
}
