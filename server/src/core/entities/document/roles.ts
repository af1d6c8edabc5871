import type { PlacedParagraph } from '../../document';
import type { Token } from '../../text/tokens';
import { foldWord } from '../lexicon';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';

/** What stands beside a person's name: a role in apposition, and the gender that goes with it. */
export interface Apposition {
  readonly role?: string;
  readonly gender?: 'm' | 'f';
  /** The gender is a title's (Mme) or a people's (la Russe), which tells it for certain. */
  readonly titled?: true;
}

const LONGEST = 14;
const LONGEST_BEHIND = 24;
const HYPHEN = /^[-‐‑]$/;
const QUOTES = /^["«»“”„]$/;

/**
 * Reads a role off the words before a name (le ministre des Ports, Jean Roy; le maire Jean Roy) or behind it
 * (Jean Roy, maire de Brest,), and the gender off a title, an article or the role's own form.
 */
export function readApposition(mention: Mention, paragraph: PlacedParagraph, pack: EntityPack): Apposition {
  const { tokens, text } = paragraph.view;
  const from = mention.start - paragraph.start;
  const to = mention.end - paragraph.start;
  const first = firstAt(tokens, from);
  if (first < 0) return {};
  const honorific = pack.honorifics.get(foldWord(tokens[first]?.text ?? '')) ?? honorificGender(tokens, first, pack);
  const titled = honorific && { gender: honorific, titled: true as const };
  const people = pack.peoples && peopleBefore(tokens, first, pack.peoples, pack);
  const noun = people?.gender && { gender: people.gender, titled: true as const };
  const role =
    roleBefore(tokens, people?.start ?? first, text, pack, people !== undefined) ??
    roleBehind(tokens, firstAt(tokens, to), text, pack);
  return { ...withoutBareKin(role, pack), ...(titled ?? noun) };
}

/** A kinsman's word says who somebody is only together with whose (fils de Jean Roy), as "man" does: alone it tells the gender. */
function withoutBareKin(apposition: Apposition | undefined, pack: EntityPack): Apposition | undefined {
  const { role, gender } = apposition ?? {};
  if (role === undefined || role.includes(' ') || !pack.kin?.has(foldWord(role))) return apposition;
  return gender && { gender };
}

/**
 * A people's name right before a person's (l'Australienne Anna Sarna, le Slovaque Jan Holub): where it begins with its
 * article, and the gender that article or ending tell.
 */
function peopleBefore(
  tokens: readonly Token[],
  first: number,
  { masculine, feminine, either }: NonNullable<EntityPack['peoples']>,
  pack: EntityPack,
): { readonly start: number; readonly gender: 'm' | 'f' | undefined } | undefined {
  let start = first - 1;
  while (start >= 2 && HYPHEN.test(tokens[start - 1]?.text ?? '')) start -= 2;
  const article = start > 0 ? pack.definites.get(foldWord((tokens[start - 1] as Token).text)) : undefined;
  if (article === undefined) return undefined;
  const word = foldWord((tokens[first - 1] as Token).text);
  if (pack.roles.has(word)) return undefined;
  const [f, m] = [feminine.test(word), masculine.test(word)];
  if (!f && !m && !either.has(word)) return undefined;
  return { start: start - 1, gender: article === 'both' ? (f ? 'f' : m ? 'm' : undefined) : article };
}

/** Index of the first token at or behind an offset (binary search); the number of tokens where there is none. */
function firstAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function honorificGender(tokens: readonly Token[], first: number, pack: EntityPack): 'm' | 'f' | undefined {
  let i = first - 1;
  if (tokens[i]?.text === '.') i--;
  const word = tokens[i];
  return word === undefined ? undefined : pack.honorifics.get(foldWord(word.text));
}

/**
 * The leftmost role word from which nothing but a noun's complement leads up to the name; of two
 * persons' roles without a comma (l'avocat du président Jean Roy) the nearer one. A name that hangs on a preposition is itself the
 * complement (le frère de Jean Roy) and bears no role.
 */
function roleBefore(
  tokens: readonly Token[],
  first: number,
  text: string,
  pack: EntityPack,
  onlyApart: boolean,
): Apposition | undefined {
  let end = first - 1;
  // a name at the head of a title in quotation marks: curator of "Sarna's Boats"
  const before = tokens[end]?.text ?? '';
  if (/^[«“„]$/.test(before) || (QUOTES.test(before) && tokens[first]?.spaceBefore === false)) return undefined;
  let comma = tokens[end]?.text === ',';
  if (comma) end--;
  // what stands between a role and the name: M., Mme; any other full stop ends a sentence
  const title = tokens[end]?.text === '.' ? end - 1 : end;
  if (!comma && isPersonalTitle(foldWord(tokens[title]?.text ?? ''), pack)) {
    end = title - 1;
    comma = tokens[end]?.text === ',';
    if (comma) end--;
  } else if (tokens[end]?.text === '.') return undefined;
  if (isSmallWord(tokens, end, pack) || (onlyApart && !comma)) return undefined;
  let start = -1;
  let last = end;
  for (; last >= 0 && end - last < LONGEST; last--) {
    last = beforeBracket(tokens, last);
    const token = tokens[last] as Token;
    if (endsComplement(token, pack) && !partsNumbers(tokens, last, pack) && !linksRole(tokens, last, pack)) break;
    if (isRole(tokens, last, pack) && !isArticle(tokens[last + 1], pack)) {
      start = last;
      if (!comma && isAnother(tokens, last, pack)) break;
    }
    if (startsAnew(tokens, last, pack)) break;
  }
  if (start < 0) return undefined;
  const head = roleWord(tokens, start, pack) as string;
  start = withModifiers(tokens, start, pack);
  const owner = withNounsBefore(tokens, start, pack);
  let determiner = foldWord(tokens[owner - 1]?.text ?? '');
  if (comma && !pack.definites.has(determiner) && owner > 0 && !beginsClause(tokens, owner)) {
    const joined = pack.conjunctions?.has(determiner) ? roleBeforeAnd(tokens, start - 2, pack) : undefined;
    if (joined === undefined) return undefined;
    start = joined;
    determiner = foldWord(tokens[start - 1]?.text ?? '');
  } else start = owner;
  const found = describe(tokens, start, end, text, pack.roles.get(head), pack.definites.get(determiner));
  // "parler à sa mère, Jean Roy …": across a comma a kinsman's word may be somebody else's
  return comma && start === end && pack.kin?.has(head) ? undefined : found;
}

const isPersonalTitle = (word: string, pack: EntityPack): boolean => pack.honorifics.has(word) || pack.titles?.has(word) === true;

const MOST_IN_BRACKETS = 4;

/** The token before a bracket that ends here (le maire (PS) de Lyon), else the same. */
function beforeBracket(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== ')') return i;
  for (let k = i - 1; k > 0 && i - k <= MOST_IN_BRACKETS; k--) if (tokens[k]?.text === '(') return k - 1;
  return i;
}

/** The token behind a bracket that begins here, else the same. */
function behindBracket(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== '(') return i;
  for (let k = i + 1; k < tokens.length - 1 && k - i <= MOST_IN_BRACKETS; k++) if (tokens[k]?.text === ')') return k + 1;
  return i;
}

/** Where the first of two roles begins that "and" joins and an article leads to (le maire et ancien ministre, Jean Roy). */
function roleBeforeAnd(tokens: readonly Token[], end: number, pack: EntityPack): number | undefined {
  for (let i = end; i >= 0 && end - i < LONGEST; i--) {
    if (endsComplement(tokens[i] as Token, pack)) return undefined;
    if (!isRole(tokens, i, pack)) continue;
    const start = withModifiers(tokens, i, pack);
    if (pack.definites.has(foldWord(tokens[start - 1]?.text ?? ''))) return start;
  }
  return undefined;
}

/** Whether "and" joins numbers (championne 2011 et 2012). */
const partsNumbers = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  tokens[i - 1]?.kind === 'number' &&
  tokens[i + 1]?.kind === 'number' &&
  pack.conjunctions?.has(foldWord((tokens[i] as Token).text)) === true;

/** Whether nothing of the sentence stands before a token: Maire de Brest, Jean Roy … */
const beginsClause = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || (/^[.!?:;«“"]$/u.test((tokens[i - 1] as Token).text) && /^\p{Lu}/u.test((tokens[i] as Token).text));

const MOST_BEFORE = 10;

/**
 * Takes in the nouns and names that stand before an English role and say whose it is: Apple CEO, the science fiction
 * writer, New Zealand's Prime Minister. Small ones only where an article leads to them: else they may be the sentence's.
 */
function withNounsBefore(tokens: readonly Token[], start: number, pack: EntityPack): number {
  if (pack.nounsBefore === undefined) return start;
  const { genitive, notNoun } = pack.nounsBefore;
  let capitals = start;
  let at = start;
  let solid = true;
  const titled = /^\p{Lu}/u.test(tokens[start]?.text ?? '');
  while (at > 0 && start - at < MOST_BEFORE) {
    const token = tokens[at - 1] as Token;
    const word = foldWord(token.text);
    if (pack.definites.has(word)) return at;
    const capital = /^\p{Lu}/u.test(token.text);
    const joint = HYPHEN.test(token.text) || genitive.test(token.text) || genitive.test(word) || shortens(tokens, at - 1, pack);
    if (!joint && token.kind !== 'word') break;
    if (!joint && (pack.functionWords.has(word) || pack.complementEnds.has(word) || pack.genitives.has(word))) break;
    // the next day President Sarna …: a title takes no small nouns
    if (!capital && !joint && titled) break;
    at--;
    if (!capital && !joint) solid = false;
    if (solid && capital && !(beginsClause(tokens, at) && notNoun.test(word))) capitals = at;
  }
  return capitals;
}

function roleBehind(tokens: readonly Token[], from: number, text: string, pack: EntityPack): Apposition | undefined {
  const at = behindBracket(tokens, from);
  if (tokens[at]?.text !== ',') return undefined;
  let start = behindAge(tokens, at, pack) + 1;
  let determiner = '';
  if (pack.definites.has(foldWord(tokens[start]?.text ?? '')) || pack.articles.has(foldWord(tokens[start]?.text ?? ''))) {
    determiner = foldWord((tokens[start] as Token).text);
    start++;
  }
  const head = headBehind(tokens, start, determiner !== '', pack);
  if (head < 0) return undefined;
  let end = head;
  // a participle with its object: représentant la France
  if (isArticle(tokens[head + 1], pack)) return undefined;
  for (let i = head + 1; i < tokens.length && i - start < LONGEST_BEHIND; i++) {
    const token = tokens[i] as Token;
    if (
      endsComplement(token, pack) &&
      !joinsRole(tokens, i, pack) &&
      !partsNumbers(tokens, i, pack) &&
      !shortens(tokens, i, pack) &&
      !linksRole(tokens, i, pack)
    ) {
      // the noun is the sentence's subject: selon Jean Roy, un agent du port a …; a bare one hardly ever is
      if (determiner !== '' && pack.finiteVerbs?.has(foldWord(token.text))) return undefined;
      break;
    }
    if (startsAnew(tokens, i, pack)) {
      // a verb stands before its object, as it seems: the word alone is safe
      end = head;
      break;
    }
    end = i;
  }
  end = withoutAge(tokens, head, end, pack);
  // a complement does not end in a small function word
  while (end > head && pack.functionWords.has(foldWord((tokens[end] as Token).text))) end--;
  return describe(
    tokens,
    start,
    end,
    text,
    pack.roles.get(roleWord(tokens, head, pack) as string),
    pack.definites.get(determiner),
  );
}

/** Whether a full stop belongs to the word before it: Lanthier Inc. */
const shortens = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  (tokens[i] as Token).text === '.' && pack.abbreviations?.has(tokens[i - 1]?.text ?? '') === true;

/** The comma behind an age (Jean Roy, 45 ans, / Anna Sarna, 45, / aged 45,), else the first one. */
function behindAge(tokens: readonly Token[], comma: number, pack: EntityPack): number {
  let i = comma + 1;
  if (pack.ageWords?.has(foldWord(tokens[i]?.text ?? ''))) i++;
  if (tokens[i]?.kind !== 'number' || !/^\d{1,3}$/.test((tokens[i] as Token).text)) return comma;
  i++;
  if (pack.ageWords?.has(foldWord(tokens[i]?.text ?? ''))) i++;
  return tokens[i]?.text === ',' ? i : comma;
}

/** A role without the age at its end: père de famille de 49 ans. */
function withoutAge(tokens: readonly Token[], head: number, end: number, pack: EntityPack): number {
  const aged = pack.ageWords?.has(foldWord((tokens[end] as Token).text)) && tokens[end - 1]?.kind === 'number';
  return aged && end - 2 > head ? end - 2 : end;
}

const ADJECTIVES = 5;

/** The role word that an apposition begins with, behind what may stand before it; -1 where there is none. */
function headBehind(tokens: readonly Token[], start: number, determined: boolean, pack: EntityPack): number {
  let head = start;
  while (head < start + 4 && pack.roleModifiers.has(foldWord(tokens[head]?.text ?? '')) && !isRoleAt(tokens, head, pack)) head++;
  while (HYPHEN.test(tokens[head]?.text ?? '')) head++;
  if (!isRoleAt(tokens, head, pack) && HYPHEN.test(tokens[head + 1]?.text ?? '') && isRoleAt(tokens, head + 2, pack)) head += 2;
  if (pack.nounsBefore === undefined) return isRoleAt(tokens, head, pack) ? head : -1;
  // English: the Japanese minister, a 45-year-old science teacher, a Harbour Board spokeswoman; the last noun is the head
  let last = -1;
  for (let i = start; i < tokens.length && i <= start + ADJECTIVES + 2; i++) {
    const token = tokens[i] as Token;
    const word = foldWord(token.text);
    if (isRoleAt(tokens, i, pack)) last = i;
    const joint = HYPHEN.test(token.text) || pack.nounsBefore.genitive.test(token.text) || word === "'s";
    if (!joint && (token.kind === 'number' ? !determined : token.kind !== 'word')) break;
    if (!joint && (pack.functionWords.has(word) || pack.complementEnds.has(word) || pack.genitives.has(word))) break;
    if (last >= 0 && !isRoleAt(tokens, i + 1, pack) && !pack.roleModifiers.has(foldWord(tokens[i + 1]?.text ?? ''))) break;
  }
  if (last >= 0 && !determined && tokens[start] !== undefined && !/^\p{Lu}/u.test((tokens[start] as Token).text)) {
    // without an article only what the lists know leads up to it: chairman, former mayor
    return last <= head ? last : -1;
  }
  return last;
}

const isRoleAt = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  tokens[i] !== undefined && isRole(tokens, i, pack);

/** Whether "and" goes on with another role: Chairman and Chief Operating Officer of …, maire et ancien ministre. */
function joinsRole(tokens: readonly Token[], i: number, pack: EntityPack): boolean {
  if (!pack.conjunctions?.has(foldWord((tokens[i] as Token).text))) return false;
  let next = i + 1;
  while (next < i + 4 && !isRoleAt(tokens, next, pack) && pack.roleModifiers.has(foldWord(tokens[next]?.text ?? ''))) next++;
  return isRoleAt(tokens, next, pack);
}

const isRole = (tokens: readonly Token[], i: number, pack: EntityPack): boolean => roleWord(tokens, i, pack) !== undefined;

/** The word for a role that ends with a token, as the pack has it: maire, porte-parole; undefined where there is none. */
function roleWord(tokens: readonly Token[], i: number, pack: EntityPack): string | undefined {
  const word = foldWord((tokens[i] as Token).text);
  if (pack.roles.has(word)) return word;
  if (i < 2 || !HYPHEN.test((tokens[i - 1] as Token).text) || (tokens[i] as Token).spaceBefore) return undefined;
  const compound = `${foldWord((tokens[i - 2] as Token).text)}-${word}`;
  return pack.roles.has(compound) ? compound : undefined;
}

/** Whether a small word leads on from a role to where or whose it is: ambassador to Japan, a teacher from Leeds. */
function linksRole(tokens: readonly Token[], i: number, pack: EntityPack): boolean {
  if (i < 1 || !pack.roleLinks?.has((tokens[i] as Token).text) || !isRole(tokens, i - 1, pack)) return false;
  const next = tokens[i + 1]?.text ?? '';
  return /^\p{Lu}/u.test(next) || pack.definites.has(next);
}

const isSmallWord = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  pack.functionWords.has(foldWord(tokens[i]?.text ?? ''));

/** Whether a role is somebody's own whose other role stands before it: l'avocat du président, an adviser of President. */
function isAnother(tokens: readonly Token[], role: number, pack: EntityPack): boolean {
  const at = withModifiers(tokens, role, pack) - 1;
  const [earlier, before] = [at - 1, at].map((i) => foldWord(tokens[i]?.text ?? '')) as [string, string];
  if (!pack.genitives.has(before)) return pack.definites.has(before) && pack.genitives.has(earlier);
  return pack.definites.has(before) || /^\p{Lu}/u.test((tokens[at + 1] as Token).text);
}

/** Whether an article stands here that no preposition leads to: another noun phrase begins (championne en titre l'…). */
const startsAnew = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  i > 0 && isArticle(tokens[i], pack) && !isSmallWord(tokens, i - 1, pack);

/** An article in small letters (La Vie is a name) that says not whose at the same time (des). */
const isArticle = (token: Token | undefined, pack: EntityPack): boolean =>
  token !== undefined && pack.articles.has(token.text.replace('’', "'")) && !pack.genitives.has(token.text);

/** Whether a token cannot stand inside a role's complement: a mark, a verb, a conjunction. */
function endsComplement(token: Token, pack: EntityPack): boolean {
  if (token.kind === 'word') return pack.complementEnds.has(foldWord(token.text));
  if (token.kind === 'number') return false;
  return !HYPHEN.test(token.text) && !QUOTES.test(token.text) && token.text !== "'" && token.text !== '’';
}

/** Takes in what stands before a role word and belongs to it: ancien, vice-, Premier. */
function withModifiers(tokens: readonly Token[], start: number, pack: EntityPack): number {
  let at = start;
  while (at > 0) {
    const before = tokens[at - 1] as Token;
    if (HYPHEN.test(before.text) && !(tokens[at] as Token).spaceBefore && !before.spaceBefore && at >= 2) at -= 2;
    else if (pack.roleModifiers.has(foldWord(before.text))) at -= 1;
    else break;
  }
  return at;
}

function describe(
  tokens: readonly Token[],
  start: number,
  end: number,
  text: string,
  own: 'm' | 'f' | 'both' | undefined,
  determiner: 'm' | 'f' | 'both' | undefined,
): Apposition {
  // links leave blanks behind them: présidente du conseil d' Arvoise
  const role = text
    .slice((tokens[start] as Token).start, (tokens[end] as Token).end)
    .replace(/\s+/gu, ' ')
    .replace(/(\p{L}['’]) (?=\p{L})/gu, '$1');
  const gender = own === 'm' || own === 'f' ? own : determiner === 'm' || determiner === 'f' ? determiner : undefined;
  return { role, ...(gender && { gender }) };
}

/** Gender and number that the word before a name tells: la France, les Nations unies. */
export function readArticle(
  mention: Mention,
  paragraph: PlacedParagraph,
  pack: EntityPack,
): { gender?: 'm' | 'f'; number?: 'sg' | 'pl' } {
  const { tokens } = paragraph.view;
  const first = firstAt(tokens, mention.start - paragraph.start);
  const inside = foldWord(tokens[first]?.text ?? '');
  const before = foldWord(tokens[first - 1]?.text ?? '');
  for (const word of [inside, before]) {
    if (pack.plurals.has(word)) return { number: 'pl' };
    const gender = pack.definites.get(word);
    if (gender === 'm' || gender === 'f') return { gender, number: 'sg' };
  }
  return {};
}
