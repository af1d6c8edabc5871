import type { Token } from '../../text/tokens';
import { foldWord } from '../lexicon';
import type { EntityPack } from '../pack';

/** A paragraph as roles are read off it. */
export interface RoleText {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly pack: EntityPack;
}

export const HYPHEN = /^[-‐‑]$/;
export const QUOTES = /^["«»“”„]$/;

/** A token's word in small letters; empty beyond the paragraph's ends. */
export const wordAt = (tokens: readonly Token[], i: number): string => foldWord(tokens[i]?.text ?? '');

/** Whether a token begins with a capital. */
export const isCapitalised = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');

/** The word for a role that ends with a token, as the pack has it: maire, porte-parole; undefined where there is none. */
export function roleWord({ tokens, pack }: RoleText, i: number): string | undefined {
  const token = tokens[i];
  if (token === undefined) return undefined;
  const word = foldWord(token.text);
  if (pack.roles.has(word)) return word;
  if (i < 2 || token.spaceBefore || !HYPHEN.test((tokens[i - 1] as Token).text)) return undefined;
  const compound = `${wordAt(tokens, i - 2)}-${word}`;
  return pack.roles.has(compound) ? compound : undefined;
}

/** Whether a word for a role ends with a token. */
export const isRole = (text: RoleText, i: number): boolean => roleWord(text, i) !== undefined;

/** Whether a token is a function word. */
export const isSmallWord = ({ tokens, pack }: RoleText, i: number): boolean => pack.functionWords.has(wordAt(tokens, i));

/** An article in small letters (La Vie is a name) that does not say whose at the same time (des). */
export function isArticle({ tokens, pack }: RoleText, i: number): boolean {
  const text = tokens[i]?.text ?? '';
  return pack.articles.has(text.replace('’', "'")) && !pack.genitives.has(text);
}

/** Whether an article stands here that no preposition leads to: another noun phrase begins (championne en titre l'…). */
export const beginsNounPhrase = (text: RoleText, i: number): boolean => i > 0 && isArticle(text, i) && !isSmallWord(text, i - 1);

/** Whether a token ends a role's complement: a mark, a verb, a conjunction that neither numbers nor an abbreviation need. */
export function endsComplement(text: RoleText, i: number): boolean {
  return cannotBeInside(text, i) && !joinsNumbers(text, i) && !linksRole(text, i);
}

/** Whether a token cannot stand inside a role's complement by itself: a mark, a verb, a conjunction. */
export function cannotBeInside({ tokens, pack }: RoleText, i: number): boolean {
  const token = tokens[i] as Token;
  if (token.kind === 'word') return pack.complementEnds.has(foldWord(token.text));
  if (token.kind === 'number') return false;
  return !HYPHEN.test(token.text) && !QUOTES.test(token.text) && token.text !== "'" && token.text !== '’';
}

/** Whether "and" joins numbers (championne 2011 et 2012). */
const joinsNumbers = ({ tokens, pack }: RoleText, i: number): boolean =>
  tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number' && pack.conjunctions?.has(wordAt(tokens, i)) === true;

/** Whether a small word leads on from a role to where or whose it is: ambassador to Japan, a teacher from Leeds. */
function linksRole(text: RoleText, i: number): boolean {
  const { tokens, pack } = text;
  if (i < 1 || !pack.roleLinks?.has((tokens[i] as Token).text) || !isRole(text, i - 1)) return false;
  return isCapitalised(tokens[i + 1]) || pack.definites.has(tokens[i + 1]?.text ?? '');
}

/** Whether a full stop belongs to the word before it: Lanthier Inc. */
export const isAbbreviationStop = ({ tokens, pack }: RoleText, i: number): boolean =>
  tokens[i]?.text === '.' && pack.abbreviations?.has(tokens[i - 1]?.text ?? '') === true;

/** Takes in what stands before a role word and belongs to it: ancien, vice-, Premier. */
export function withModifiers({ tokens, pack }: RoleText, start: number): number {
  let at = start;
  while (at > 0) {
    const before = tokens[at - 1] as Token;
    if (HYPHEN.test(before.text) && !(tokens[at] as Token).spaceBefore && !before.spaceBefore && at >= 2) at -= 2;
    else if (pack.roleModifiers.has(foldWord(before.text))) at -= 1;
    else break;
  }
  return at;
}

/** Whether a word ends the nouns that stand before an English role or lead up to it. */
export function endsNounRun({ tokens, pack }: RoleText, i: number): boolean {
  const word = wordAt(tokens, i);
  return pack.functionWords.has(word) || pack.complementEnds.has(word) || pack.genitives.has(word);
}
