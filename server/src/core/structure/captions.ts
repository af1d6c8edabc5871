import type { Block } from '../analysis';
import type { Span } from '../span';
import { isSpaceAt } from '../text/tokens';

/** What a language says about credits. Lower case. */
export interface CreditRules {
  /** Words that begin a sentence and never a name: le, la, un, and what an elision leaves of them: l. They end a photographer's name. */
  readonly determiners: ReadonlySet<string>;
  /** What a photo credit begins with, besides ©: photo, crédit photo. */
  readonly creditOpenings: readonly string[];
  /** Words that begin the name of what keeps or hands out pictures, never a photographer's: agence, ministère, archives. */
  readonly pictureSources: ReadonlySet<string>;
}

const AGENCY_LENGTH = 60;
const TRAILING_LENGTH = 90;
/** Names in news are of two words, unless something says where they end. */
const USUAL_NAME = 2;
const LONGEST_NAME = 4;
const MARK = /^(?:©|\(c\)|📷|CC (?:BY|0)[\w .-]*(?=\/))\s*/iu;
/** `Photo:` after ©, which is neither an agency nor a name. */
const LABEL = /^(?:photos?|foto|bild|image)\s*[:.]\s*/iu;
const WORD = /^(?:\p{Lu}\.(?:[- ]?\p{Lu}\.)*|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)/u;
/** Particles of names, whatever language the text is in: a photographer may come from anywhere. */
const PARTICLE = /^(?:de|du|des|van|von|der|den|di|da|el|al|bin|ben|la|le)$/u;
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const AGENCY = '\\p{Lu}[\\p{Lu}\\p{N}]{1,7}';
/** `Ludovic Marin / AFP`, at a caption's end: a name and an agency in capitals. */
const SIGNED = new RegExp(`(?<=^|[.!?…»”)]\\s*)(${CAPITALISED}(?:\\s+${CAPITALISED}){1,3})\\s*/\\s*${AGENCY}$`, 'u');
/** `AFP / Ludovic Marin`, `AP Photo/Ludovic Marin/File Photo`: the same the other way round, whether at a caption's beginning or end. */
const AGENCY_FIRST = `${AGENCY}(?:\\s+(?:Photo|PHOTO|Images))?\\s*/\\s*`;
const SIGNED_LAST = new RegExp(
  `(?<=^|[.!?…»”)]\\s*)(${AGENCY_FIRST})(${CAPITALISED}(?:\\s+${CAPITALISED}){1,2})(?:\\s*/\\s*[\\p{L} ]{1,20})?$`,
  'u',
);
const OPENED_BY_AGENCY = new RegExp(`^${AGENCY_FIRST}(?=\\p{Lu})`, 'u');
/** What stands in brackets at a line's end. */
const LAST_BRACKETS = /\(([^()]{2,60})\)[.\s]*$/u;

/** What alone may end in a credit without ©: most paragraphs need not be looked through for the whole. */
const SIGNING = /[\p{Lu}\p{N})]$/u;
const SLASHED = /\/[^/]{2,40}(?:\/[^/]{2,20})?$/u;

/** A caption's credit and the photographer in it. */
export type Credit = Pick<Block, 'credit' | 'photographer'>;

/**
 * The credit that makes a paragraph a picture's caption; null where there is none. It stands at the beginning
 * (`© AP Photo/ Alex Brandon Le chef …`, `© Agence. Alex Brandon …`, `© AFP 2017 ALEX BRANDON …`) or at the end
 * (`… le quai. © Agence / Olga Brandt`, `… le quai. Olga Brandt / AFP`). Spans count in `words`.
 */
export function findCredit(words: string, whole: boolean, rules: CreditRules): Credit | null {
  const opening = openingOf(words, rules);
  if (opening === undefined) return whole ? trailingCredit(words, rules) : null;
  // FILE PHOTO: what it shows. REUTERS/Olga Brandt
  const signed = whole && opening.byWord ? signedCredit(words) : null;
  return signed ?? readCredit(words, opening, rules);
}

interface Opening {
  /** Where the credit goes on after the mark or word that opens it. */
  readonly end: number;
  /** Whether a word opens it (`Photo:`), not ©. */
  readonly byWord: boolean;
}

function openingOf(words: string, rules: CreditRules): Opening | undefined {
  const mark = MARK.exec(words)?.[0];
  if (mark !== undefined) return { end: mark.length, byWord: false };
  const lower = words.slice(0, AGENCY_LENGTH).toLowerCase();
  for (const credit of rules.creditOpenings) {
    if (!lower.startsWith(credit)) continue;
    const separator = /^\s*[:.©/]\s*|^ (?=\p{Lu}{2,}$|\p{Lu}[^.!?:;,/]{0,40}\/)/u.exec(words.slice(credit.length))?.[0];
    if (separator !== undefined) return { end: credit.length + separator.length, byWord: true };
  }
  return OPENED_BY_AGENCY.test(words) && (nameAt(words, words.indexOf('/') + 1, rules)?.words ?? 0) > 1
    ? { end: 0, byWord: false }
    : undefined;
}

function readCredit(words: string, opening: Opening, rules: CreditRules, start = 0): Credit {
  const label = LABEL.exec(words.slice(opening.end))?.[0].length ?? 0;
  const from = opening.end + label;
  const labelled = opening.byWord || label > 0;
  const agency = agencyEnd(words, from);
  if (agency === undefined) return sourceOnly(words, from, labelled, rules, start);
  const behind = nameAt(words, agency, rules);
  const before = labelled && words[agency - 1] === '/' ? nameAlone(words, from, agency - 1, rules) : null;
  // Photo: Camille Rostignan/ Valpresse Aldo Marin at …: the photographer first, one word for the agency, and who is shown
  if (before !== null && (behind === null || behind.run % USUAL_NAME === 1)) {
    const after = nameAt(words, agency, rules, 1);
    return { credit: { start, end: (after ?? before).end }, photographer: span(before) };
  }
  if (behind !== null && isSource(words, behind, rules)) {
    return { credit: { start, end: sourceEnd(words, agency, rules) ?? firstOf(words, agency, rules) } };
  }
  // one word is rather another agency, or what the picture shows
  const photographer = betweenSlashes(words, agency) ?? (behind !== null && behind.words > 1 ? span(behind) : undefined);
  return { credit: { start, end: agency }, ...(photographer && { photographer }) };
}

/** A credit that names one only: `© Ministère de la Mer`, `© Archives nationales Une page …`, `Photo: Olga Brandt`. */
function sourceOnly(words: string, from: number, labelled: boolean, rules: CreditRules, start: number): Credit {
  const name = nameAt(words, from, rules);
  if (name === null || isSource(words, name, rules)) {
    return { credit: { start, end: sourceEnd(words, from, rules) ?? firstOf(words, from, rules) } };
  }
  const photographer = labelled && looksPersonal(words, name) ? span(name) : undefined;
  return { credit: { start, end: name.end }, ...(photographer && { photographer }) };
}

/** The end of the first word of a name at a place, or the place itself without the white space before it. */
const firstOf = (words: string, from: number, rules: CreditRules): number =>
  nameAt(words, from, rules, 1)?.end ?? words.slice(0, from).trimEnd().length;

const looksPersonal = (words: string, name: Name): boolean =>
  name.words > 1 && !/\p{Lu}{2}|\p{N}/u.test(words.slice(name.start, name.end));

/** Where an institution's name ends: before what begins a sentence, or with the line; undefined where that is too far. */
function sourceEnd(words: string, from: number, rules: CreditRules): number | undefined {
  const rest = words.slice(from, from + AGENCY_LENGTH + 1);
  let end = 0;
  for (const { 0: word, index } of rest.matchAll(/[^\s]+/gu)) {
    if (end > 0 && /^\p{Lu}/u.test(word) && isDeterminer(word, rules)) return from + end;
    end = index + word.length;
    if (/[.!?;]$/u.test(word) && !/^(?:\p{Lu}\.)+$/u.test(word)) break;
  }
  // Archives Aldo Marin en visite: somebody's name after it has begun the caption
  const person = /^[\p{L}\p{M}]+\s+\p{Lu}/u.test(rest.trimStart());
  if (person && !isDeterminer(rest.trimStart(), rules)) return undefined;
  return rest.length > AGENCY_LENGTH || /[.!?…]$/u.test(rest) ? undefined : from + end;
}

/** The name that a stretch is as a whole, if it is a person's by its form. */
function nameAlone(words: string, from: number, end: number, rules: CreditRules): Name | null {
  const name = nameAt(words.slice(0, end), from, rules);
  if (name === null || name.words !== USUAL_NAME || words.slice(name.end, end).trim() !== '') return null;
  return looksPersonal(words, name) && !isSource(words, name, rules) ? name : null;
}

/** Where the agency ends that a name follows: after a slash, a full stop, a year, or a word in capitals. */
function agencyEnd(words: string, from: number): number | undefined {
  const rest = words.slice(from, from + AGENCY_LENGTH);
  const slash = rest.indexOf('/');
  // a slash after a sentence or a list belongs to what the picture shows
  if (slash >= 0 && !/[,;!?]|\p{Ll}{3}\.\s+\p{Lu}.*\s\p{Ll}/u.test(rest.slice(0, slash))) return from + slash + 1;
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
  const signed = signedCredit(words) ?? bracketedCredit(words, rules);
  if (signed !== null) return signed;
  const mark = Math.max(words.lastIndexOf('©'), words.lastIndexOf('📷'), words.lastIndexOf('(c)'), words.lastIndexOf('(C)'));
  if (mark < 0 || words.length - mark > TRAILING_LENGTH || /[.!?…](?:\s|$)/u.test(words.slice(mark))) return null;
  const opening = { end: mark + (MARK.exec(words.slice(mark))?.[0].length ?? 1), byWord: false };
  const { photographer } = readCredit(words, opening, rules, mark);
  return { credit: { start: mark, end: words.length }, ...(photographer && { photographer }) };
}

/** `Olga Brandt / AFP` or `AFP / Olga Brandt` at the end. */
function signedCredit(words: string): Credit | null {
  const first = SIGNING.test(words) ? SIGNED.exec(words) : null;
  if (first !== null) return signedBy(first.index, (first[1] as string).trimEnd().length, first.index, words.length);
  const last = SLASHED.test(words) ? SIGNED_LAST.exec(words) : null;
  if (last === null) return null;
  return signedBy(last.index + (last[1] as string).length, (last[2] as string).length, last.index, words.length);
}

const signedBy = (at: number, length: number, start: number, end: number): Credit => ({
  credit: { start, end },
  photographer: { start: at, end: at + length },
});

/** `… on Thursday. (AP Photo/Olga Brandt)` */
function bracketedCredit(words: string, rules: CreditRules): Credit | null {
  const brackets = SIGNING.test(words) ? LAST_BRACKETS.exec(words) : null;
  if (brackets === null) return null;
  const inside = brackets[1] as string;
  const opening = openingOf(inside, rules);
  const found = signedCredit(inside) ?? (opening && readCredit(inside, opening, rules));
  if (!found) return null;
  const by = brackets.index + 1;
  const photographer = found.photographer && { start: found.photographer.start + by, end: found.photographer.end + by };
  return { credit: { start: by, end: by + inside.trimEnd().length }, ...(photographer && { photographer }) };
}

interface Name extends Span {
  /** How many, particles left out. */
  readonly words: number;
  /** How many capitalised words stand there in a row, the name's and what follows. */
  readonly run: number;
}

const span = ({ start, end }: Span): Span => ({ start, end });

/**
 * A name of capitalised words, particles between them allowed. What follows says how many are its own: all of them before
 * what begins a sentence (a capitalised determiner); the usual two where the sentence goes on, since its first words are
 * capitalised too: `Olga Brandt Aldo Marin, mardi, …`.
 */
function nameAt(words: string, from: number, rules: CreditRules, most = LONGEST_NAME): Name | null {
  const ends: number[] = [];
  let start = -1;
  let at = from;
  let shouted = false;
  let known = false;
  while (ends.length <= most) {
    while (isSpaceAt(words, at)) at++;
    const word = WORD.exec(words.slice(at, at + AGENCY_LENGTH))?.[0];
    // the end of the line; after a mark the sentence goes on
    if (word === undefined) {
      known = ends.length < LONGEST_NAME && (at >= words.length || !/[:,(]/u.test(words[at] as string));
      break;
    }
    const particle = ends.length > 0 && PARTICLE.test(word);
    if (!particle) {
      const capital = /^\p{Lu}/u.test(word);
      if (isDeterminer(word, rules)) {
        known = capital;
        break;
      }
      if (!capital) break;
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
  const taken = Math.min(known && ends.length <= most ? ends.length : USUAL_NAME + initials, ends.length, most);
  return { start, end: ends[taken - 1] as number, words: taken, run: ends.length };
}

function isDeterminer(word: string, rules: CreditRules): boolean {
  return rules.determiners.has(firstWord(word));
}

const isSource = (words: string, { start, end }: Span, rules: CreditRules): boolean =>
  rules.pictureSources.has(firstWord(words.slice(start, end)));

const firstWord = (words: string): string => words.toLowerCase().replace(/[\s'’].*$/su, '');
