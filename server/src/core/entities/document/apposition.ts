import type { Token } from '../../text/tokens';
import type { RoleText } from './roleWords';

/** What stands beside a person's name: a role in apposition, and the gender that goes with it. */
export interface Apposition {
  readonly role?: string;
  readonly gender?: 'm' | 'f';
  /** The gender is a title's (Mme) or a people's (la Russe), which says it for certain. */
  readonly titled?: true;
}

/** The gender that a word says; both where it may be either. */
type SaidGender = 'm' | 'f' | 'both' | undefined;

/**
 * A role as it is written, and the gender that its word or else its determiner says.
 * @param range - its first and its last token
 */
export function describeRole(
  { tokens, text }: RoleText,
  range: { readonly start: number; readonly end: number },
  own: SaidGender,
  determiner: SaidGender,
): Apposition {
  // links leave blanks after them: présidente du conseil d' Arvoise
  const role = text
    .slice((tokens[range.start] as Token).start, (tokens[range.end] as Token).end)
    .replace(/\s+/gu, ' ')
    .replace(/(\p{L}['’]) (?=\p{L})/gu, '$1');
  const gender = [own, determiner].find((said): said is 'm' | 'f' => said === 'm' || said === 'f');
  return { role, ...(gender && { gender }) };
}
