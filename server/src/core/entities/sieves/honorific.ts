import { isLeftOut, noteApplied } from '../../rules/run';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';
import type { NameRule } from '../refiners/refiner';
import { bearerOf } from './bearers';
import type { Group } from './groups';
import type { SieveContext } from './sieve';

/** A rule that takes mentions out of a group which name somebody else. */
interface Separation extends NameRule {
  /**
   * @param group - of a name of one word
   * @param bearers - the full names that it may be short for
   * @returns the groups of the mentions that were taken out
   */
  takeApart(group: Group, bearers: readonly Group[], context: SieveContext): readonly Group[];
}

/**
 * Takes those mentions out of a one-word name's group that a title, a plural or a rank gives to somebody else: Mme Roux is
 * not Jean Roux, the Roux brothers are not one of them, pope Francis bears no family name.
 */
export const honorific: Separation = {
  id: 'honorific',
  takeApart(group, bearers, context) {
    if (isLeftOut(honorific.id)) return [];
    const apart: Group[] = [];
    for (const [word, mentions] of mentionsByTitle(group, bearers, context)) {
      const fitting = fittingBearers(word, group, bearers, context);
      if (fitting === 'any') continue;
      noteApplied(honorific.id);
      const made = takeOut(group, mentions, context.pack.families?.has(word) ? { family: true } : {});
      apart.push(made);
      if (fitting.length > 0) context.join(made, bearerOf(mentions[0] as Mention, fitting));
    }
    joinByKind(apart, context);
    return apart;
  },
};

/** A group's mentions by the title, plural or rank before them that says something of who is meant. */
function mentionsByTitle(group: Group, bearers: readonly Group[], { pack }: SieveContext) {
  const byTitle = new Map<string, Mention[]>();
  for (const mention of group.mentions) {
    const word = mention.wordBefore ?? '';
    if (!maySayWho(word, pack) || (pack.families?.has(word) && !isFamilyName(group, bearers))) continue;
    const known = byTitle.get(word);
    if (known === undefined) byTitle.set(word, [mention]);
    else known.push(mention);
  }
  return byTitle;
}

const maySayWho = (word: string, pack: EntityPack): boolean =>
  word !== '' && (pack.honorifics.has(word) || pack.families?.has(word) === true || pack.regnal?.has(word) === true);

const isFamilyName = (group: Group, bearers: readonly Group[]): boolean =>
  bearers.some((bearer) => bearer.words.at(-1) === group.key);

/** The bearers whom a title may stand before; 'any' where it leaves out none of them. */
function fittingBearers(word: string, group: Group, bearers: readonly Group[], context: SieveContext): readonly Group[] | 'any' {
  const { honorifics, families, regnal } = context.pack;
  const gender = honorifics.get(word);
  if (gender !== undefined) {
    const fitting = bearers.filter((bearer) => mayHaveGender(bearer, gender, context));
    return fitting.length === bearers.length ? 'any' : fitting;
  }
  if (families?.has(word)) return [];
  // "king Hugo" may be Hugo Brandt, as long as Brandt is what he is called
  return regnal?.has(word) && !isFamilyName(group, bearers) ? [] : 'any';
}

/** Whether a person may have a gender: nothing that is said of it, nor else its given name, says the other one. */
function mayHaveGender(bearer: Group, gender: 'm' | 'f', { genderOf }: SieveContext): boolean {
  for (const mention of bearer.mentions) {
    const told = mention.apposition?.gender;
    if (told !== undefined) return told === gender;
  }
  const given = genderOf?.(bearer.words[0] as string);
  return given === undefined || given === gender;
}

/** Moves mentions of a group to one of their own. */
function takeOut(group: Group, mentions: readonly Mention[], family: { readonly family?: true }): Group {
  const gone = new Set(mentions);
  let kept = 0;
  for (const mention of group.mentions) if (!gone.has(mention)) group.mentions[kept++] = mention;
  group.mentions.length = kept;
  return { ...group, mentions: [...mentions], first: (mentions[0] as Mention).start, into: undefined, ...family };
}

/** "M. Roux" and "monsieur Roux" whom nobody bears are one. */
function joinByKind(groups: readonly Group[], { pack, join }: SieveContext): void {
  const kinds = new Map<string | undefined, Group>();
  for (const group of groups) {
    if (group.into !== undefined) continue;
    const kind = group.family ? 'family' : pack.honorifics.get(group.mentions[0]?.wordBefore ?? '');
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, group);
    else join(group, known);
  }
}
