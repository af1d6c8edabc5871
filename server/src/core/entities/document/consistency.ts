import type { EntityType } from '../../analysis';
import { foldWord, KIND, phraseHash } from '../lexicon';
import { hashString } from '../model/hash';
import { TYPES } from '../model/labels';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { isAcronym } from './mention';
import { inOrder, isTitle, ORGANISATIONS, type Rated, SMALL_AS_A_RULE } from './refine';

/** What was found in a paragraph. */
export interface FoundParagraph {
  readonly sentences: readonly TaggedSentence[];
  readonly found: readonly Rated[];
}

/** A name of the document, as it is written. */
interface KnownName {
  /** The words that it is written with where it was first found: `from` to `to` (exclusive). */
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
  /** The confidences of its mentions summed up, by type in the order of {@link TYPES}. */
  readonly votes: number[];
  found: number;
  /** How often the words stand alone where nothing was found. */
  missed: number;
}

interface KnownNames {
  readonly names: NameTable;
  /** The type of the full names that may have an acronym; undefined where there are none, or of several types. */
  typeOfAcronym(acronym: string): EntityType | undefined;
}

/** A mention with its sentence and its words there, `from` to `to` (exclusive). */
interface PlacedMention {
  readonly mention: Rated;
  readonly sentence: TaggedSentence;
  readonly from: number;
  readonly to: number;
}

/** A mention that may be added, and the name it is a further mention of, where that is what speaks for it. */
interface Candidate {
  readonly mention: Rated;
  readonly name?: KnownName;
}

const LONGEST_NAME = 16;

/** The names of a document, found by their words: what begins with a common given name may be thousands of them. */
class NameTable {
  /** By the hash of all words. */
  readonly #names = new Map<number, KnownName[]>();
  /** By the hash of the first word: a bit for each number of words that names beginning with it have. */
  readonly #lengths = new Map<number, number>();

  /** The name that stands at words `from` to `to` (exclusive); made where there is none yet. */
  add({ words, infos }: TaggedSentence, from: number, to: number): KnownName {
    const hash = hashOf(infos, from, to);
    const group = this.#names.get(hash);
    const known = group?.find((name) => name.to - name.from === to - from && standsAt(name, words, from));
    if (known !== undefined) return known;
    const name: KnownName = { words, from, to, votes: [0, 0, 0, 0], found: 0, missed: 0 };
    if (group === undefined) this.#names.set(hash, [name]);
    else group.push(name);
    const first = (infos[from] as WordInfo).foldHash;
    this.#lengths.set(first, (this.#lengths.get(first) ?? 0) | (1 << (to - from)));
    return name;
  }

  /** The longest name that stands at a word and ends before another one (exclusive). */
  longest({ words, infos }: TaggedSentence, from: number, before: number): KnownName | undefined {
    let lengths = this.#lengths.get((infos[from] as WordInfo).foldHash) ?? 0;
    while (lengths !== 0) {
      const length = 31 - Math.clz32(lengths);
      lengths ^= 1 << length;
      if (from + length >= before || from + length > words.length) continue;
      const group = this.#names.get(hashOf(infos, from, from + length));
      const name = group?.find((other) => other.to - other.from === length && standsAt(other, words, from));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** The name that is just this word. */
  word(text: string): KnownName | undefined {
    const group = this.#names.get(phraseHash(0, hashString(foldWord(text))));
    return group?.find(({ words, from, to }) => to - from === 1 && words[from]?.text === text);
  }
}

function hashOf(infos: readonly WordInfo[], from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = phraseHash(hash, (infos[i] as WordInfo).foldHash);
  return hash;
}

/** What a mention is worth that only other mentions or the lists speak for. */
const BY_OTHERS = 0.5;
/** The share of mentions that settles a type. */
const MOST = 0.8;

/**
 * Makes a document's names agree: a name found in one place is found wherever its words stand alone (as long as it was
 * found at least as often as it was missed), an acronym is what its full name is, a compound of two persons of the
 * document names both (Sarna-Kerval), and a word that the lists know as an organisation and as nothing else is one.
 *
 * @returns each paragraph's names, in their order
 */
export function agree(paragraphs: readonly FoundParagraph[], pack: EntityPack): readonly (readonly Rated[])[] {
  const placed = paragraphs.map(placedMentions);
  const known = gatherNames(placed);
  let some = false;
  const candidates: (readonly Candidate[])[] = [];
  const kept = paragraphs.map(({ sentences, found }, index) => {
    const corrected = correctedMentions(found, placed[index] ?? [], known, pack);
    const missed = sentences.length === 0 ? NO_CANDIDATES : missedMentions(sentences, corrected, known, pack);
    if (missed.length > 0) some = true;
    candidates.push(missed);
    return corrected;
  });
  return some ? kept.map((found, index) => withCandidates(found, candidates[index] ?? NO_CANDIDATES)) : kept;
}

/** Adds candidates, in place of what they overlap. */
function withCandidates(found: readonly Rated[], candidates: readonly Candidate[]): readonly Rated[] {
  const added: Rated[] = [];
  for (const { mention, name } of candidates) if (name === undefined || name.missed <= name.found) added.push(mention);
  if (added.length === 0) return found;
  let at = 0;
  const free = found.filter((mention) => {
    while (at < added.length && (added[at] as Rated).end <= mention.start) at++;
    return ((added[at] as Rated | undefined)?.start ?? Number.POSITIVE_INFINITY) >= mention.end;
  });
  return inOrder([...free, ...added]);
}

const NOTHING: readonly PlacedMention[] = [];

function placedMentions({ sentences, found }: FoundParagraph): readonly PlacedMention[] {
  if (found.length === 0) return NOTHING;
  const placed: PlacedMention[] = [];
  let at = 0;
  for (const sentence of sentences) {
    if (at === found.length) break;
    const { words } = sentence;
    const end = words.at(-1)?.end ?? 0;
    let from = 0;
    for (; at < found.length && (found[at] as Rated).start < end; at++) {
      const mention = found[at] as Rated;
      while (from < words.length && (words[from] as Word).start < mention.start) from++;
      let to = from;
      while (to < words.length && (words[to] as Word).end <= mention.end) to++;
      if (to > from) placed.push({ mention, sentence, from, to });
    }
  }
  return placed;
}

function gatherNames(paragraphs: readonly (readonly PlacedMention[])[]): KnownNames {
  const names = new NameTable();
  const add = ({ mention, sentence, to }: PlacedMention, from: number): void => {
    if (to - from >= LONGEST_NAME) return;
    const name = names.add(sentence, from, to);
    const type = TYPES.indexOf(mention.type);
    name.votes[type] = (name.votes[type] as number) + mention.confidence;
    name.found++;
  };
  for (const placed of paragraphs) {
    for (const place of placed) {
      const { mention, sentence, from, to } = place;
      add(place, from);
      if (to - from > 1 && mention.type === 'PER' && (sentence.infos[to - 1] as WordInfo).capital) add(place, to - 1);
    }
  }
  let acronyms: ReadonlyMap<string, EntityType | undefined> | undefined;
  return {
    names,
    typeOfAcronym(acronym) {
      acronyms ??= gatherAcronyms(paragraphs);
      return acronyms.get(acronym);
    },
  };
}

/** Whether a name's words stand just so from a word on. */
function standsAt(name: KnownName, words: readonly Word[], from: number): boolean {
  for (let k = name.from, i = from; k < name.to; k++, i++) if (words[i]?.text !== (name.words[k] as Word).text) return false;
  return true;
}

function gatherAcronyms(paragraphs: readonly (readonly PlacedMention[])[]): ReadonlyMap<string, EntityType | undefined> {
  const acronyms = new Map<string, EntityType | undefined>();
  for (const placed of paragraphs) {
    for (const { mention, sentence, from, to } of placed) {
      const { type } = mention;
      if (type === 'PER' || to - from < 2) continue;
      for (const acronym of acronymsOf(sentence, from, to, type)) {
        acronyms.set(acronym, acronyms.has(acronym) && acronyms.get(acronym) !== type ? undefined : type);
      }
    }
  }
  return acronyms;
}

/**
 * The acronyms that a name of these words may have: initials of all its words, and without the small ones; of an
 * organisation also what stands alone in parentheses right behind it, whatever language it is made from.
 */
function acronymsOf({ words, infos }: TaggedSentence, from: number, to: number, type: EntityType): readonly string[] {
  let all = '';
  let great = '';
  for (let i = from; i < to; i++) {
    const { text, flags } = infos[i] as WordInfo;
    if ((flags & FLAG.mark) !== 0) continue;
    const initial = text.charAt(0);
    if ((flags & FLAG.capital) !== 0) {
      all += initial;
      great += initial;
    } else {
      all += initial.toUpperCase();
      if ((flags & FLAG.particle) === 0) great += initial.toUpperCase();
    }
  }
  const acronyms = all === great ? [all] : [all, great];
  const bracketed = words[to + 1]?.text;
  if (type === 'ORG' && words[to]?.text === '(' && words[to + 2]?.text === ')' && bracketed !== undefined && isAcronym(bracketed))
    acronyms.push(bracketed);
  return acronyms;
}

/** The type of nearly all mentions; undefined where they do not agree. */
function settledType({ votes }: KnownName): EntityType | undefined {
  let best = 0;
  let sum = 0;
  for (let type = 0; type < votes.length; type++) {
    sum += votes[type] as number;
    if ((votes[type] as number) > (votes[best] as number)) best = type;
  }
  return (votes[best] as number) >= MOST * sum ? TYPES[best] : undefined;
}

/** The confidence of the project's own names. */
const CERTAIN = 1;
/** From here on a type is no more changed. */
const BEYOND_DOUBT = 0.95;

/** Gives acronyms the type of their full names, and cuts works that are none. */
function correctedMentions(
  found: readonly Rated[],
  placed: readonly PlacedMention[],
  known: KnownNames,
  pack: EntityPack,
): readonly Rated[] {
  let corrected: Map<Rated, Rated> | undefined;
  for (const place of placed) {
    const { mention, sentence, from, to } = place;
    let change: Rated | undefined;
    if (to - from === 1 && mention.confidence < BEYOND_DOUBT) {
      const { text, upper } = sentence.infos[from] as WordInfo;
      const type = upper && text.length > 2 && isAcronym(text) ? known.typeOfAcronym(text) : undefined;
      if (type !== undefined && type !== mention.type) change = { ...mention, type };
    } else if (mention.type === 'MISC' && to - from > 1 && mention.confidence < CERTAIN)
      change = knownBeginning(place, known, pack);
    if (change === undefined) continue;
    corrected ??= new Map();
    corrected.set(mention, change);
  }
  return corrected === undefined ? found : found.map((mention) => corrected.get(mention) ?? mention);
}

/** Of Arden unveils new, taken for a work, what is left is Arden: a known name that a verb or a role follows. */
function knownBeginning(
  { mention, sentence, from, to }: PlacedMention,
  { names }: KnownNames,
  pack: EntityPack,
): Rated | undefined {
  const name = names.longest(sentence, from, to);
  if (name === undefined) return undefined;
  const type = settledType(name);
  if (type === undefined || type === 'MISC') return undefined;
  const { words, infos } = sentence;
  const end = from + name.to - name.from;
  const next = infos[end] as WordInfo;
  const isSmall = (next.flags & (FLAG.capital | FLAG.mark | FLAG.digit | FLAG.particle)) === 0;
  if (!isSmall && !isTitle(next.folded, pack)) return undefined;
  return { ...mention, end: (words[end - 1] as Word).end, type, confidence: BY_OTHERS };
}

/** Names where none was found, and compounds that are to be parted. */
function missedMentions(
  sentences: readonly TaggedSentence[],
  found: readonly Rated[],
  known: KnownNames,
  pack: EntityPack,
): readonly Candidate[] {
  let candidates: Candidate[] | undefined;
  let at = 0;
  for (const sentence of sentences) {
    const { words, capitals } = sentence;
    let free = 0;
    for (const i of capitals) {
      if (i < free) continue;
      const word = words[i] as Word;
      while (at < found.length && (found[at] as Rated).end <= word.start) at++;
      const mention = found[at];
      const covered = mention !== undefined && mention.start < word.end;
      if (!covered || (mention.start === word.start && mention.end === word.end && mention.confidence < CERTAIN)) {
        const parts = partsOfCompound(word, known);
        if (parts !== undefined) {
          candidates ??= [];
          for (const part of parts) candidates.push({ mention: part });
          continue;
        }
      }
      if (covered) continue;
      const missed = missedName(sentence, i, mention?.start ?? Number.POSITIVE_INFINITY, known, pack);
      if (missed === undefined) continue;
      const { to, type, name } = missed;
      if (name !== undefined) name.missed++;
      candidates ??= [];
      candidates.push({
        mention: { start: word.start, end: (words[to - 1] as Word).end, type, confidence: BY_OTHERS },
        ...(name && { name }),
      });
      free = to;
    }
  }
  return candidates ?? NO_CANDIDATES;
}

const NO_CANDIDATES: readonly Candidate[] = [];
const HYPHEN = /[-‑]/;

/** Sarna-Kerval, where the document names persons Sarna and Kerval. */
function partsOfCompound({ text, start }: Word, { names }: KnownNames): Rated[] | undefined {
  if (!text.includes('-') && !text.includes('‑')) return undefined;
  const parts: Rated[] = [];
  let at = start;
  for (const part of text.split(HYPHEN)) {
    const name = names.word(part);
    if (name === undefined || settledType(name) !== 'PER') return undefined;
    parts.push({ start: at, end: at + part.length, type: 'PER', confidence: BY_OTHERS });
    at += part.length + 1;
  }
  return parts;
}

interface MissedName {
  /** Index behind the last word. */
  readonly to: number;
  readonly type: EntityType;
  /** Set where nothing but other mentions of the name speaks for it. */
  readonly name?: KnownName;
}

/** @param free - offset from which on something else was found */
function missedName(
  sentence: TaggedSentence,
  from: number,
  free: number,
  { names, typeOfAcronym }: KnownNames,
  pack: EntityPack,
): MissedName | undefined {
  const { words, infos } = sentence;
  const info = infos[from] as WordInfo;
  const { text } = info;
  const full = info.upper && text.length > 2 && isAcronym(text) ? typeOfAcronym(text) : undefined;
  if (full !== undefined && standsAlone(sentence, from, from + 1, pack)) return { to: from + 1, type: full };
  const listed = isListedAlone(info, pack);
  const last = Math.min(words.length, from + LONGEST_NAME);
  let before = from + 1;
  while (before <= last && (words[before - 1] as Word).end <= free) before++;
  const name = names.longest(sentence, from, before);
  if (name !== undefined) {
    const to = from + name.to - name.from;
    const type = settledType(name);
    if (type === undefined || !standsAlone(sentence, from, to, pack)) return undefined;
    return listed && to - from === 1 ? { to, type } : { to, type, name };
  }
  return listed && standsAlone(sentence, from, from + 1, pack) ? { to: from + 1, type: 'ORG' } : undefined;
}

const NOTHING_ELSE = ~(ORGANISATIONS | (1 << KIND.acronym));
/** Casings of words that corpora never have in small letters, and of those that they do not have. */
const NEVER_SMALL: ReadonlySet<number> = new Set([0, 1]);

/** Boeing, Ryanair: a word that the lists know as an organisation and as nothing else, and that is never written small. */
const isListedAlone = ({ bits, statistics, folded }: WordInfo, pack: EntityPack): boolean =>
  (bits & ORGANISATIONS) !== 0 &&
  (bits & NOTHING_ELSE) === 0 &&
  NEVER_SMALL.has(statistics.casing) &&
  !pack.stateWords.has(folded);

/** Whether words are no part of a longer name or of an address, and have their capitals not only from a sentence's beginning. */
function standsAlone({ words, infos }: TaggedSentence, from: number, to: number, pack: EntityPack): boolean {
  const head = infos[from] as WordInfo;
  const before = infos[from - 1];
  const behind = infos[to];
  if (to - from === 1 && !head.upper) {
    const opens = before === undefined || (before.flags & FLAG.parts) !== 0;
    if (pack.functionWords.has(head.folded) || (opens && SMALL_AS_A_RULE.has(head.statistics.casing))) return false;
  }
  if (behind !== undefined) {
    if ((behind.flags & (FLAG.capital | FLAG.digit)) !== 0 && !isTitle(behind.folded, pack)) return false;
    if (behind.text === '$' || behind.text === '_') return false;
  }
  if (before !== undefined) {
    if (from > 1 && before.capital && !isTitle(before.folded, pack)) return false;
    if (before.text === '@' || before.text === '/') return false;
  }
  return !(words[from] as Word).text.includes('.') || to - from > 1;
}
