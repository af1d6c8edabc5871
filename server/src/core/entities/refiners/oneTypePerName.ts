import type { EntityType } from '../../analysis';
import type { Mention } from '../mention';
import { initials, isAcronym, nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import type { DocumentRefiner } from './refiner';

/** By how much of a certain mention one type must have more than another. */
const CLEARLY = 0.4;
const TYPES: readonly EntityType[] = ['PER', 'ORG', 'LOC', 'MISC'];

/** For a name the confidences of its mentions summed up, by type. */
type Votes = number[];

/**
 * One name of several words has one type in an article, the one that speaks for itself most; so has the acronym that
 * an article gives a name in parentheses.
 */
export const oneTypePerName: DocumentRefiner = {
  id: 'one-type-per-name',
  scope: 'document',
  refine(mentions, { document, pack }) {
    const { votes, differ } = countVotes(mentions, document.text, pack);
    if (!differ) return mentions;
    return retypeEach(mentions, (mention) => {
      if (!isComparable(mention)) return mention.type;
      const vote = votes.get(nameKey(mention.text)) ?? votes.get(voteKey(mention.text, pack) ?? '');
      return vote === undefined ? mention.type : winner(vote, mention.type);
    });
  },
};

/** Mentions with the types that a function gives them; the very list where none changes. */
export function retypeEach(mentions: readonly Mention[], typeOf: (mention: Mention) => EntityType): readonly Mention[] {
  let retyped: Mention[] | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    const type = typeOf(mention);
    if (type === mention.type) continue;
    retyped ??= [...mentions];
    retyped[i] = { ...mention, type };
  }
  return retyped ?? mentions;
}

const isComparable = ({ type, text }: Mention): boolean => type !== 'PER' && (text.includes(' ') || isAcronym(text));

/** What a name's votes are kept by: undefined for a single word that is not an acronym the table knows. */
function voteKey(name: string, { sameAs }: EntityPack): string | undefined {
  const several = name.includes(' ');
  if (!several && !isAcronym(name)) return undefined;
  const key = nameKey(name);
  return sameAs.get(key) ?? (several ? key : undefined);
}

/** @returns the votes by name, and whether any name's mentions differ in type or share votes with an acronym */
function countVotes(mentions: readonly Mention[], text: string, pack: EntityPack) {
  const votes = new Map<string, Votes>();
  let differ = false;
  mentions.forEach((mention, i) => {
    const key = mention.type === 'PER' ? undefined : voteKey(mention.text, pack);
    if (key === undefined) return;
    const vote = votes.get(key) ?? [0, 0, 0, 0];
    votes.set(key, vote);
    const at = TYPES.indexOf(mention.type);
    vote[at] = (vote[at] as number) + mention.confidence;
    if (vote.some((other, type) => other > 0 && type !== at)) differ = true;
    const acronym = acronymAfter(mention, mentions[i + 1], text);
    if (acronym === undefined) return;
    votes.set(nameKey(acronym), vote);
    differ = true;
  });
  return { votes, differ };
}

const MAX_GAP = 3;

/** The acronym in parentheses right after a name that it may be short for. */
function acronymAfter(mention: Mention, next: Mention | undefined, text: string): string | undefined {
  if (next === undefined || next.start - mention.end > MAX_GAP || next.type === 'PER' || !isAcronym(next.text)) return undefined;
  if (text.slice(mention.end, next.start).trim() !== '(') return undefined;
  return abbreviates(next.text, mention.text) ? next.text : undefined;
}

const NONE: ReadonlySet<string> = new Set();

function abbreviates(acronym: string, name: string): boolean {
  const letters = initials(name, NONE);
  return letters.startsWith(acronym[0] as string) && letters.includes(acronym[1] as string);
}

/** The type with most votes, where it has clearly more than the present one. */
function winner(vote: Votes, present: EntityType): EntityType {
  const most = Math.max(...vote);
  const isSure = (vote[TYPES.indexOf(present)] as number) > most - CLEARLY;
  return isSure ? present : (TYPES[vote.indexOf(most)] as EntityType);
}
