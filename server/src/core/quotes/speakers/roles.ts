import { remembered } from '../../remembered';
import type { QuoteVocabulary } from '../vocabulary';

/** What somebody is called by an office or a description, in stems: see {@link stemOf}. */
export interface Role {
  /** The noun that names it; '' where no word is left. */
  readonly head: string;
  /** All words that say something, the head among them. */
  readonly words: ReadonlySet<string>;
}

const namedRoles = new WeakMap<QuoteVocabulary, (words: string) => Role>();

/** The office that words say, parted by blanks; an article names the same ones again and again. */
export function roleNamed(words: string, pack: QuoteVocabulary): Role {
  let roles = namedRoles.get(pack);
  if (roles === undefined) {
    roles = remembered((list) => officeOf(roleOf(list.split(' '), pack), pack));
    namedRoles.set(pack, roles);
  }
  return roles(words);
}

/** A role's words, function words left out; its head is the first, in languages whose compounds end with it the last before "of". */
export function roleOf(list: readonly string[], pack: QuoteVocabulary): Role {
  const { roleLinks } = pack.speakers;
  const stems: string[] = [];
  let last: string | undefined;
  for (const form of list) {
    const word = form.toLowerCase().replace(/['’]$/, '');
    if (roleLinks?.has(word)) last ??= stems.at(-1);
    if (word.length > 1 && !pack.speakers.emptyRoleWords.has(word)) stems.push(stemOf(word, pack));
  }
  const head = roleLinks === undefined ? stems[0] : (last ?? stems.at(-1));
  return { head: head ?? '', words: new Set(stems) };
}

/** A role by the words that its office has elsewhere: chef de l'État as président. */
export function officeOf(role: Role, pack: QuoteVocabulary): Role {
  for (const [known, other] of officesOf(pack)) {
    if (role.head !== known[0] || !known.every((word) => role.words.has(word))) continue;
    return { head: other[0] as string, words: new Set([...other, ...[...role.words].filter((word) => !known.includes(word))]) };
  }
  return role;
}

// A pack is constant: the stems of its offices are made once.
const knownOffices = new WeakMap<QuoteVocabulary, readonly (readonly [readonly string[], readonly string[]])[]>();

function officesOf(pack: QuoteVocabulary): readonly (readonly [readonly string[], readonly string[]])[] {
  let offices = knownOffices.get(pack);
  if (offices === undefined) {
    const stems = (words: string): string[] => words.split(' ').map((word) => stemOf(word, pack));
    offices = pack.sameOffices.map(([description, office]) => [stems(description), stems(office)] as const);
    knownOffices.set(pack, offices);
  }
  return offices;
}

/** Whether two roles have the same head and the same words. */
export const isSameRole = (a: Role, b: Role): boolean =>
  a.head === b.head && a.words.size === b.words.size && [...a.words].every((word) => b.words.has(word));

/** A word without the endings of number and gender, enough to compare: cheffe is chef, directrice directeur. */
export function stemOf(word: string, { speakers }: QuoteVocabulary): string {
  const { inflection, masculineStems } = speakers;
  const bare = word.toLowerCase().replace(inflection, '');
  for (const [feminine, masculine] of masculineStems)
    if (bare.endsWith(feminine)) return bare.slice(0, bare.length - feminine.length) + masculine;
  return bare;
}
