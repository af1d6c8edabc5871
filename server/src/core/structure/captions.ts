import type { Block } from '../analysis';
import type { Span } from '../span';
import { isSpaceAt } from '../text/tokens';

/** What a language says about credits. Lower case. */
export interface CreditRules {
  /** Words that begin a sentence and never a name: le, la, un, and what an elision leaves of them: l. They end a photographer's name. */
  readonly determiners: ReadonlySet<string>;
  /** What a photo credit begins with, besides ©: photo, crédit photo. */
  readonly creditOpenings: readonly string[];
}

const AGENCY_LENGTH = 60;
const TRAILING_LENGTH = 90;
/** Names in news are of two words, unless something tells where they end. */
const USUAL_NAME = 2;
const LONGEST_NAME = 4;
const MARK = /^(?:©|\(c\)|📷|CC (?:BY|0)[\w .-]*(?=\/))\s*/iu;
const WORD = /^(?:\p{Lu}\.(?:[- ]?\p{Lu}\.)*|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)/u;
/** Particles of names, whatever language the text is in: a photographer may come from anywhere. */
const PARTICLE = /^(?:de|du|des|van|von|der|den|di|da|el|al|bin|ben|la|le)$/u;
/** `Ludovic Marin / AFP`, at a caption's end: a name and an agency in capitals. */
const SIGNED =
  /(?<=^|[.!?…»”)]\s*)(\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){1,3})\s*\/\s*\p{Lu}[\p{Lu}\p{N}]{1,7}$/u;

/** What alone may end so: most paragraphs need not be looked through for the whole. */
const SIGNING = /[\p{Lu}\p{N}]$/u;

/** A caption's credit and the photographer in it. */
export type Credit = Pick<Block, 'credit' | 'photographer'>;

/**
 * The credit that makes a paragraph a picture's caption; null where there is none. It stands at the beginning
 * (`© AP Photo/ Alex Brandon Le chef …`, `© Agence. Alex Brandon …`, `© AFP 2017 ALEX BRANDON …`) or at the end
 * (`… le quai. © Agence / Olga Brandt`, `… le quai. Olga Brandt / AFP`). Spans count in `words`.
 */
export function findCredit(words: string, whole: boolean, rules: CreditRules): Credit | null {
  const opening = openingOf(words, rules);
  if (opening !== undefined) return readCredit(words, opening, rules);
  return whole ? trailingCredit(words, rules) : null;
}

function openingOf(words: string, rules: CreditRules): number | undefined {
  const mark = MARK.exec(words)?.[0];
  if (mark !== undefined) return mark.length;
  const lower = words.slice(0, AGENCY_LENGTH).toLowerCase();
  for (const credit of rules.creditOpenings) {
    if (!lower.startsWith(credit)) continue;
    const separator = /^\s*[:.©/]\s*|^ (?=\p{Lu}{2,}$)/u.exec(words.slice(credit.length))?.[0];
    if (separator !== undefined) return credit.length + separator.length;
  }
  return undefined;
}

/** @param from - behind the mark or word that opens the credit. */
function readCredit(words: string, from: number, rules: CreditRules, start = 0): Credit {
  const agency = agencyEnd(words, from);
  if (agency === undefined) {
    const name = nameAt(words, from, rules);
    return { credit: { start, end: name?.end ?? start + words.slice(start, from).trimEnd().length } };
  }
  const credit = { start, end: agency };
  const name = nameAt(words, agency, rules);
  // one word is rather another agency, or what the picture shows
  const photographer = betweenSlashes(words, agency) ?? (name !== null && name.words > 1 ? span(name) : undefined);
  return { credit, ...(photographer && { photographer }) };
}

/** Where the agency ends that a name follows: behind a slash, a full stop, a year, or a word in capitals. */
function agencyEnd(words: string, from: number): number | undefined {
  const rest = words.slice(from, from + AGENCY_LENGTH);
  const slash = rest.indexOf('/');
  if (slash >= 0) return from + slash + 1;
  const other = /^(?:\p{Lu}[\p{L}\p{M}\p{N}'’-]*\s?){0,4}(?:(?<=\p{L})\.(?=\s+\p{Lu})|(?<=\s)(?:19|20)\d\d(?=\s))/u.exec(rest);
  if (other !== null) return from + other[0].length;
  const capitals = /^\p{Lu}{2,}(?=\s+\p{Lu}\p{Ll})/u.exec(rest);
  return capitals === null ? undefined : from + capitals[0].length;
}

/** `CC BY 2.0 / Name / What it shows`: whatever stands between two slashes is who took it. */
function betweenSlashes(words: string, from: number): Span | undefined {
  const next = words.slice(from, from + AGENCY_LENGTH).search(/\s\//);
  if (words[from - 1] !== '/' || next < 1) return undefined;
  let start = from;
  while (isSpaceAt(words, start)) start++;
  return start < from + next ? { start, end: from + next } : undefined;
}

/** A picture's caption may end with its credit. */
function trailingCredit(words: string, rules: CreditRules): Credit | null {
  const signed = SIGNING.test(words) ? SIGNED.exec(words) : null;
  if (signed !== null) {
    const name = (signed[1] as string).trimEnd();
    const photographer = { start: signed.index, end: signed.index + name.length };
    return { credit: { start: signed.index, end: words.length }, photographer };
  }
  const mark = Math.max(words.lastIndexOf('©'), words.lastIndexOf('📷'), words.lastIndexOf('(c)'), words.lastIndexOf('(C)'));
  if (mark < 0 || words.length - mark > TRAILING_LENGTH || /[.!?…](?:\s|$)/u.test(words.slice(mark))) return null;
  const { photographer } = readCredit(words, mark + (MARK.exec(words.slice(mark))?.[0].length ?? 1), rules, mark);
  return { credit: { start: mark, end: words.length }, ...(photographer && { photographer }) };
}

interface Name extends Span {
  /** How many, particles left out. */
  readonly words: number;
}

const span = ({ start, end }: Span): Span => ({ start, end });

/** A name of capitalised words, particles between them allowed: up to a determiner or a mark all of them, else the usual two. */
function nameAt(words: string, from: number, rules: CreditRules): Name | null {
  const ends: number[] = [];
  let start = -1;
  let at = from;
  let shouted = false;
  let known = false;
  while (ends.length <= LONGEST_NAME) {
    while (isSpaceAt(words, at)) at++;
    const word = WORD.exec(words.slice(at, at + AGENCY_LENGTH))?.[0];
    // a mark or the end of the line; what a colon follows has begun a headline
    if (word === undefined) {
      known = words[at] !== ':';
      break;
    }
    const particle = ends.length > 0 && PARTICLE.test(word);
    if (!particle) {
      if (isDeterminer(word, rules)) {
        known = true;
        break;
      }
      if (!/^\p{Lu}/u.test(word)) break;
      const capitals = word.length > 1 && /^\p{Lu}[^\p{Ll}]+$/u.test(word) && !word.endsWith('.');
      // JOEL SAGET Emmanuel Macron: the name is over where the capitals are
      if (ends.length > 0 && shouted && !capitals) {
        known = true;
        break;
      }
      shouted = capitals;
    }
    if (start < 0) start = at;
    at += word.length;
    if (!particle) ends.push(at);
  }
  if (ends.length === 0) return null;
  const initials = /^\p{Lu}\./u.test(words.slice(start)) ? 1 : 0;
  const taken = known && ends.length <= LONGEST_NAME ? ends.length : Math.min(ends.length, USUAL_NAME + initials);
  return { start, end: ends[taken - 1] as number, words: taken };
}

function isDeterminer(word: string, rules: CreditRules): boolean {
  return rules.determiners.has(word.toLowerCase().replace(/['’].*$/u, ''));
}
