import type { PlacedParagraph } from '../../document';
import type { Token } from '../../text/tokens';
import { foldWord } from '../lexicon';
import type { EntityPack } from '../pack';
import type { Mention } from './mention';

/** What stands beside a person's name: a role in apposition, and the gender that goes with it. */
export interface Apposition {
  readonly role?: string;
  readonly gender?: 'm' | 'f';
  /** The gender is a title's (Mme), which tells it for certain. */
  readonly titled?: true;
}

const LONGEST = 14;
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
  const role = roleBefore(tokens, first, text, pack) ?? roleBehind(tokens, firstAt(tokens, to), text, pack);
  return { ...role, ...titled };
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
function roleBefore(tokens: readonly Token[], first: number, text: string, pack: EntityPack): Apposition | undefined {
  let end = first - 1;
  const comma = tokens[end]?.text === ',';
  if (comma) end--;
  // what stands between a role and the name: M., Mme; any other full stop ends a sentence
  const title = tokens[end]?.text === '.' ? end - 1 : end;
  if (!comma && pack.honorifics.has(foldWord(tokens[title]?.text ?? ''))) end = title - 1;
  else if (tokens[end]?.text === '.') return undefined;
  if (isSmallWord(tokens, end, pack)) return undefined;
  let start = -1;
  for (let i = end; i >= 0 && end - i < LONGEST; i--) {
    const token = tokens[i] as Token;
    if (endsComplement(token, pack)) break;
    if (isRole(tokens, i, pack) && !isArticle(tokens[i + 1], pack)) {
      start = i;
      if (!comma && isAnother(tokens, i, pack)) break;
    }
    if (startsAnew(tokens, i, pack)) break;
  }
  if (start < 0) return undefined;
  const head = foldWord((tokens[start] as Token).text);
  start = withModifiers(tokens, start, pack);
  const determiner = foldWord(tokens[start - 1]?.text ?? '');
  if (comma && !pack.definites.has(determiner)) return undefined;
  return describe(tokens, start, end, text, pack.roles.get(head), pack.definites.get(determiner));
}

function roleBehind(tokens: readonly Token[], at: number, text: string, pack: EntityPack): Apposition | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  let start = at + 1;
  let determiner = '';
  if (pack.definites.has(foldWord(tokens[start]?.text ?? '')) || pack.articles.has(foldWord(tokens[start]?.text ?? ''))) {
    determiner = foldWord((tokens[start] as Token).text);
    start++;
  }
  let head = start;
  while (head < start + 4 && pack.roleModifiers.has(foldWord(tokens[head]?.text ?? '')) && !isRole(tokens, head, pack)) head++;
  while (HYPHEN.test(tokens[head]?.text ?? '')) head++;
  if (tokens[head] === undefined || !isRole(tokens, head, pack)) return undefined;
  let end = head;
  // a participle with its object: représentant la France
  if (isArticle(tokens[head + 1], pack)) return undefined;
  for (let i = head + 1; i < tokens.length && i - start < LONGEST; i++) {
    if (endsComplement(tokens[i] as Token, pack)) break;
    if (startsAnew(tokens, i, pack)) {
      // a verb stands before its object, as it seems: the word alone is safe
      end = head;
      break;
    }
    end = i;
  }
  // a complement does not end in a small function word
  while (end > head && pack.functionWords.has(foldWord((tokens[end] as Token).text))) end--;
  return describe(
    tokens,
    start,
    end,
    text,
    pack.roles.get(foldWord((tokens[head] as Token).text)),
    pack.definites.get(determiner),
  );
}

const isRole = (tokens: readonly Token[], i: number, pack: EntityPack): boolean =>
  pack.roles.has(foldWord((tokens[i] as Token).text));

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
  const role = text.slice((tokens[start] as Token).start, (tokens[end] as Token).end).replace(/\s+/gu, ' ');
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
