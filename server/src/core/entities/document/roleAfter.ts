import type { Token } from '../../text/tokens';
import { type Apposition, describeRole } from './apposition';
import {
  beginsNounPhrase,
  endsComplement,
  endsNounRun,
  HYPHEN,
  isAbbreviationStop,
  isArticle,
  isCapitalised,
  isRole,
  isSmallWord,
  type RoleText,
  roleWord,
  wordAt,
} from './roleWords';

/** How many tokens a role after a name has at most. */
const REACH = 24;

/**
 * The role in apposition after a name: Jean Roy, maire de Brest; Anna Sarna, 45, a teacher from Leeds.
 * @param from - the first token after the name
 */
export function roleAfter(text: RoleText, from: number): Apposition | undefined {
  const { tokens, pack } = text;
  const comma = afterBracket(tokens, from);
  if (tokens[comma]?.text !== ',') return undefined;
  const first = commaAfterAge(text, comma) + 1;
  const word = wordAt(tokens, first);
  const determiner = pack.definites.has(word) || pack.articles.has(word) ? word : '';
  const start = determiner === '' ? first : first + 1;
  const isBare = determiner === '';
  const head = headOfRole(text, start, isBare ? 'bare' : 'determined');
  // a participle with its object: représentant la France
  if (head < 0 || isArticle(text, head + 1)) return undefined;
  const { end, stop } = complementOf(text, start, head);
  // the noun is the sentence's subject: selon Jean Roy, un agent du port a …; a bare one hardly ever is
  if (!isBare && pack.finiteVerbs?.has(wordAt(tokens, stop))) return undefined;
  const range = { start, end: withoutTail(text, head, end) };
  return describeRole(text, range, pack.roles.get(roleWord(text, head) as string), pack.definites.get(determiner));
}

const MAX_IN_BRACKETS = 4;

/** The token after a bracket that begins here, else the same. */
function afterBracket(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== '(') return i;
  for (let k = i + 1; k < tokens.length - 1 && k - i <= MAX_IN_BRACKETS; k++) if (tokens[k]?.text === ')') return k + 1;
  return i;
}

/** The comma after an age (Jean Roy, 45 ans, / Anna Sarna, 45, / aged 45,), else the first one. */
function commaAfterAge({ tokens, pack }: RoleText, comma: number): number {
  const isAgeWord = (i: number): boolean => pack.ageWords?.has(wordAt(tokens, i)) === true;
  const age = isAgeWord(comma + 1) ? comma + 2 : comma + 1;
  if (tokens[age]?.kind !== 'number' || !/^\d{1,3}$/.test((tokens[age] as Token).text)) return comma;
  const after = isAgeWord(age + 1) ? age + 2 : age + 1;
  return tokens[after]?.text === ',' ? after : comma;
}

/** The last token that a role's complement goes on to, and the one that ends it, -1 where none does. */
function complementOf(text: RoleText, start: number, head: number): { readonly end: number; readonly stop: number } {
  let end = head;
  for (let i = head + 1; i < text.tokens.length && i - start < REACH; i++) {
    if (endsComplement(text, i) && !joinsRoles(text, i) && !isAbbreviationStop(text, i)) return { end, stop: i };
    // a verb stands before its object, as it seems: the word alone is safe
    if (beginsNounPhrase(text, i)) return { end: head, stop: -1 };
    end = i;
  }
  return { end, stop: -1 };
}

const MAX_MODIFIERS = 4;

/** Whether "and" goes on with another role: Chairman and Chief Operating Officer of …, maire et ancien ministre. */
function joinsRoles(text: RoleText, i: number): boolean {
  const { tokens, pack } = text;
  if (!pack.conjunctions?.has(wordAt(tokens, i))) return false;
  let next = i + 1;
  while (next < i + MAX_MODIFIERS && !isRole(text, next) && pack.roleModifiers.has(wordAt(tokens, next))) next++;
  return isRole(text, next);
}

/** The last token of a role without an age (père de famille de 49 ans) and the small words that lead to nothing. */
function withoutTail(text: RoleText, head: number, end: number): number {
  const { tokens, pack } = text;
  const isAge = pack.ageWords?.has(wordAt(tokens, end)) && tokens[end - 1]?.kind === 'number' && end - 2 > head;
  let last = isAge ? end - 2 : end;
  while (last > head && isSmallWord(text, last)) last--;
  return last;
}

/** Whether an article leads to a role or nothing does. */
type Determination = 'determined' | 'bare';

/** The role word that an apposition begins with, after what may stand before it; -1 where there is none. */
function headOfRole(text: RoleText, start: number, determination: Determination): number {
  const head = afterModifiers(text, start);
  if (text.pack.nounsBefore === undefined) return isRole(text, head) ? head : -1;
  const last = lastRoleOfRun(text, start, determination);
  const first = text.tokens[start];
  if (last < 0 || determination === 'determined' || first === undefined || isCapitalised(first)) return last;
  // without an article only what the lists know leads up to it: chairman, former mayor
  return last <= head ? last : -1;
}

/** The word after a role's modifiers: ancien, vice-. */
function afterModifiers(text: RoleText, start: number): number {
  const { tokens, pack } = text;
  let head = start;
  while (head < start + MAX_MODIFIERS && pack.roleModifiers.has(wordAt(tokens, head)) && !isRole(text, head)) head++;
  while (HYPHEN.test(tokens[head]?.text ?? '')) head++;
  return !isRole(text, head) && HYPHEN.test(tokens[head + 1]?.text ?? '') && isRole(text, head + 2) ? head + 2 : head;
}

const MAX_NOUNS = 7;

/** English: the Japanese minister, a 45-year-old science teacher, a Harbour Board spokeswoman; the last noun is the head. */
function lastRoleOfRun(text: RoleText, start: number, determination: Determination): number {
  let last = -1;
  for (let i = start; i < text.tokens.length && i <= start + MAX_NOUNS; i++) {
    if (isRole(text, i)) last = i;
    if (endsRun(text, i, determination)) break;
    if (last >= 0 && !isRole(text, i + 1) && !text.pack.roleModifiers.has(wordAt(text.tokens, i + 1))) break;
  }
  return last;
}

/** Whether the nouns that lead up to a role end with a token. */
function endsRun(text: RoleText, i: number, determination: Determination): boolean {
  const token = text.tokens[i] as Token;
  if (HYPHEN.test(token.text) || text.pack.nounsBefore?.genitive.test(token.text) || wordAt(text.tokens, i) === "'s")
    return false;
  const isNoun = token.kind === 'word' || (token.kind === 'number' && determination === 'determined');
  return !isNoun || endsNounRun(text, i);
}
