import type { ParagraphView } from '../../document';
import { lowerBound, type Span } from '../../span';
import type { Token } from '../../text/tokens';
import { foldWord } from '../lexicon';
import type { EntityPack } from '../pack';
import type { Apposition } from './apposition';
import { roleAfter } from './roleAfter';
import { roleBefore } from './roleBefore';
import { HYPHEN, wordAt } from './roleWords';

/**
 * Reads a role off the words before a name (le ministre des Ports, Jean Roy; le maire Jean Roy) or after it
 * (Jean Roy, maire de Brest,), and the gender off a title, an article or the role's own form.
 */
export function readApposition(name: Span, { tokens, text }: ParagraphView, pack: EntityPack): Apposition {
  const first = lowerBound(tokens, name.start);
  const words = { tokens, text, pack };
  const people = peopleBefore(tokens, first, pack);
  const role =
    roleBefore(words, people?.start ?? first, people === undefined ? 'nothing' : 'comma') ??
    roleAfter(words, lowerBound(tokens, name.end));
  const gender = titleGender(tokens, first, pack) ?? people?.gender;
  return { ...withoutBareKin(role, pack), ...(gender && { gender, titled: true as const }) };
}

/** The gender of a title that a name begins with or that stands before it. */
function titleGender(tokens: readonly Token[], first: number, { honorifics }: EntityPack): 'm' | 'f' | undefined {
  const before = tokens[first - 1]?.text === '.' ? first - 2 : first - 1;
  return honorifics.get(wordAt(tokens, first)) ?? honorifics.get(wordAt(tokens, before));
}

/** A kinsman's word says who somebody is only together with whose (fils de Jean Roy), as "man" does: alone it says the gender. */
function withoutBareKin(apposition: Apposition | undefined, pack: EntityPack): Apposition | undefined {
  const { role, gender } = apposition ?? {};
  if (role === undefined || role.includes(' ') || !pack.kin?.has(foldWord(role))) return apposition;
  return gender && { gender };
}

/**
 * A people's name right before a person's (l'Australienne Anna Sarna, le Slovaque Jan Holub): where it begins with its
 * article, and the gender that article or ending say.
 */
function peopleBefore(
  tokens: readonly Token[],
  first: number,
  pack: EntityPack,
): { readonly start: number; readonly gender: 'm' | 'f' | undefined } | undefined {
  if (pack.peoples === undefined) return undefined;
  let start = first - 1;
  while (start >= 2 && HYPHEN.test(tokens[start - 1]?.text ?? '')) start -= 2;
  const article = start > 0 ? pack.definites.get(wordAt(tokens, start - 1)) : undefined;
  const word = wordAt(tokens, first - 1);
  if (article === undefined || pack.roles.has(word)) return undefined;
  const gender = genderOfPeople(word, pack.peoples);
  return gender && { start: start - 1, gender: article !== 'both' ? article : gender === 'either' ? undefined : gender };
}

/** The gender that the ending of a people's name says; undefined where a word is not one. */
function genderOfPeople(
  word: string,
  { masculine, feminine, either }: NonNullable<EntityPack['peoples']>,
): 'm' | 'f' | 'either' | undefined {
  if (feminine.test(word)) return 'f';
  if (masculine.test(word)) return 'm';
  return either.has(word) ? 'either' : undefined;
}

/** Gender and number that the word before a name says: la France, les Nations unies. */
export function readArticle(
  name: Span,
  { tokens }: ParagraphView,
  pack: EntityPack,
): { gender?: 'm' | 'f'; number?: 'sg' | 'pl' } {
  const first = lowerBound(tokens, name.start);
  for (const word of [wordAt(tokens, first), wordAt(tokens, first - 1)]) {
    if (pack.plurals.has(word)) return { number: 'pl' };
    const gender = pack.definites.get(word);
    if (gender === 'm' || gender === 'f') return { gender, number: 'sg' };
  }
  return {};
}
