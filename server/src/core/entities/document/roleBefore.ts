import type { Token } from '../../text/tokens';
import { foldWord } from '../lexicon';
import type { EntityPack } from '../pack';
import { type Apposition, describeRole } from './apposition';
import {
  beginsNounPhrase,
  cannotBeInside,
  endsComplement,
  endsNounRun,
  HYPHEN,
  isAbbreviationStop,
  isArticle,
  isCapitalised,
  isRole,
  isSmallWord,
  QUOTES,
  type RoleText,
  roleWord,
  withModifiers,
  wordAt,
} from './roleWords';

/** Where the words end that stand before a name and its title, and whether a comma parts them from it. */
interface PhraseEnd {
  readonly end: number;
  readonly comma: boolean;
}

/** In how many tokens before a name its role is looked for. */
const REACH = 14;

/**
 * The leftmost role word from which nothing but a noun's complement leads up to the name; of two persons' roles without a
 * comma (l'avocat du président Jean Roy) the nearer one. A name that hangs on a preposition is itself the complement (le
 * frère de Jean Roy) and bears no role.
 * @param first - the name's first token
 * @param requires - whether a comma must part the role from the name, since a people's name stands between them
 */
export function roleBefore(text: RoleText, first: number, requires: 'comma' | 'nothing'): Apposition | undefined {
  const phrase = phraseBefore(text, first);
  if (phrase === undefined || isSmallWord(text, phrase.end) || (requires === 'comma' && !phrase.comma)) return undefined;
  const at = leftmostRole(text, phrase);
  const head = at < 0 ? undefined : (roleWord(text, at) as string);
  const start = at < 0 ? undefined : beginningOfRole(text, withModifiers(text, at), phrase.comma);
  if (head === undefined || start === undefined) return undefined;
  const { tokens, pack } = text;
  // "parler à sa mère, Jean Roy …": across a comma a kinsman's word may be somebody else's
  if (phrase.comma && start === phrase.end && pack.kin?.has(head)) return undefined;
  return describeRole(text, { start, end: phrase.end }, pack.roles.get(head), pack.definites.get(wordAt(tokens, start - 1)));
}

/** The words before a name, without its comma and the title between them; undefined where a sentence or a title in marks ends. */
function phraseBefore({ tokens, pack }: RoleText, first: number): PhraseEnd | undefined {
  if (beginsQuotedTitle(tokens, first)) return undefined;
  const direct = withoutComma(tokens, first - 1);
  if (direct.comma) return tokens[direct.end]?.text === '.' ? undefined : direct;
  // what stands between a role and the name: M., Mme; any other full stop ends a sentence
  const hasStop = tokens[direct.end]?.text === '.';
  const title = hasStop ? direct.end - 1 : direct.end;
  if (isPersonalTitle(wordAt(tokens, title), pack)) return withoutComma(tokens, title - 1);
  return hasStop ? undefined : direct;
}

/** A name at the head of a title in quotation marks: curator of "Sarna's Boats". */
function beginsQuotedTitle(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.text ?? '';
  return /^[«“„]$/.test(before) || (QUOTES.test(before) && tokens[first]?.spaceBefore === false);
}

const withoutComma = (tokens: readonly Token[], end: number): PhraseEnd =>
  tokens[end]?.text === ',' ? { end: end - 1, comma: true } : { end, comma: false };

const isPersonalTitle = (word: string, pack: EntityPack): boolean => pack.honorifics.has(word) || pack.titles?.has(word) === true;

/** Index of the leftmost role word from which a noun's complement leads up to a phrase's end; -1 where there is none. */
function leftmostRole(text: RoleText, { end, comma }: PhraseEnd): number {
  let role = -1;
  if (!comma && followsComplement(text, end)) return role;
  for (let i = end; i >= 0 && end - i < REACH; i--) {
    i = beforeBracket(text.tokens, i);
    if (endsComplement(text, i)) break;
    if (isRole(text, i) && !isArticle(text, i + 1)) {
      role = i;
      if (!comma && belongsToAnother(text, i)) break;
    }
    if (beginsNounPhrase(text, i)) break;
  }
  return role;
}

/** "le préfet de Sarna reçoit Jean Roy": a word without a capital after a place in the complement is a verb, listed or not. */
function followsComplement(text: RoleText, i: number): boolean {
  const { tokens, pack } = text;
  if (isCapitalised(tokens[i]) || isRole(text, i) || isSmallWord(text, i) || !isCapitalised(tokens[i - 1])) return false;
  return pack.genitives.has(wordAt(tokens, i - 2));
}

const MAX_IN_BRACKETS = 4;

/** The token before a bracket that ends here (le maire (PS) de Lyon), else the same. */
function beforeBracket(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== ')') return i;
  for (let k = i - 1; k > 0 && i - k <= MAX_IN_BRACKETS; k--) if (tokens[k]?.text === '(') return k - 1;
  return i;
}

/** Whether a role is somebody's own whose other role stands before it: l'avocat du président, an adviser of President. */
function belongsToAnother(text: RoleText, role: number): boolean {
  const { tokens, pack } = text;
  const at = withModifiers(text, role) - 1;
  const [earlier, before] = [wordAt(tokens, at - 1), wordAt(tokens, at)];
  if (!pack.genitives.has(before)) return pack.definites.has(before) && pack.genitives.has(earlier);
  return pack.definites.has(before) || isCapitalised(tokens[at + 1]);
}

/** Where a role begins with all that belongs to it; undefined where it is not the name's, though a comma parts them alone. */
function beginningOfRole(text: RoleText, start: number, comma: boolean): number | undefined {
  const { tokens, pack } = text;
  const owner = withNounsBefore(text, start);
  const before = wordAt(tokens, owner - 1);
  if (!comma || pack.definites.has(before) || owner <= 0 || beginsClause(tokens, owner)) return owner;
  return pack.conjunctions?.has(before) ? roleBeforeAnd(text, start - 2) : undefined;
}

/** Where the first of two roles begins that "and" joins and an article leads to (le maire et ancien ministre, Jean Roy). */
function roleBeforeAnd(text: RoleText, end: number): number | undefined {
  for (let i = end; i >= 0 && end - i < REACH; i--) {
    if (cannotBeInside(text, i)) return undefined;
    if (!isRole(text, i)) continue;
    const start = withModifiers(text, i);
    if (text.pack.definites.has(wordAt(text.tokens, start - 1))) return start;
  }
  return undefined;
}

/** Whether nothing of the sentence stands before a token: Maire de Brest, Jean Roy … */
const beginsClause = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || (/^[.!?:;«“"]$/u.test((tokens[i - 1] as Token).text) && isCapitalised(tokens[i]));

const MAX_NOUNS = 10;

/**
 * Takes in the nouns and names that stand before an English role and say whose it is: Apple CEO, the science fiction
 * writer, New Zealand's Prime Minister. Small ones only where an article leads to them: else they may be the sentence's.
 */
function withNounsBefore(text: RoleText, start: number): number {
  const { tokens, pack } = text;
  if (pack.nounsBefore === undefined) return start;
  let capitals = start;
  let isSolid = true;
  for (let at = start - 1; at >= 0 && start - at <= MAX_NOUNS; at--) {
    if (pack.definites.has(wordAt(tokens, at))) return at + 1;
    const isSmall = !joinsNouns(text, at) && !isCapitalised(tokens[at]);
    if (endsNouns(text, at, start)) break;
    if (isSmall) isSolid = false;
    if (isSolid && isNameLike(text, at)) capitals = at;
  }
  return capitals;
}

/** Whether a token is none of the nouns before a role; the next day President Sarna …: a title takes no small ones. */
function endsNouns(text: RoleText, i: number, role: number): boolean {
  if (joinsNouns(text, i)) return false;
  const { tokens } = text;
  if (tokens[i]?.kind !== 'word' || endsNounRun(text, i)) return true;
  return !isCapitalised(tokens[i]) && isCapitalised(tokens[role]);
}

/** Whether a word has its capital not only from the sentence that it begins. */
function isNameLike({ tokens, pack }: RoleText, i: number): boolean {
  if (!isCapitalised(tokens[i])) return false;
  return !(beginsClause(tokens, i) && pack.nounsBefore?.notNoun.test(wordAt(tokens, i)));
}

/** Whether a token joins nouns: a hyphen, a genitive's ending, the full stop of an abbreviation. */
function joinsNouns(text: RoleText, i: number): boolean {
  const token = text.tokens[i] as Token;
  const genitive = text.pack.nounsBefore?.genitive;
  if (HYPHEN.test(token.text) || isAbbreviationStop(text, i)) return true;
  return genitive !== undefined && (genitive.test(token.text) || genitive.test(foldWord(token.text)));
}
