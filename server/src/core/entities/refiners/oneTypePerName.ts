import type { EntityType } from '../../analysis';
import { type DocumentNames, fact, type ParagraphNames, refineEach } from '../document/paragraphNames';
import type { ParagraphName } from '../mention';
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
  refine(names, { memory, pack }) {
    const { votes, differ } = countVotes(names, pack);
    if (!differ) return names;
    return refineEach(names, memory, 'one-type-per-name', (here) => {
      if (!mayDiffer(here, undefined).any) return here.list;
      return retypeEach(here.list, (name) => {
        if (!isComparable(name)) return name.type;
        const vote = votes.get(nameKey(name.text)) ?? votes.get(voteKey(name.text, pack) ?? '');
        return vote === undefined ? name.type : winner(vote, name.type);
      });
    });
  },
};

/** Names with the types that a function gives them; the very list where none changes. */
export function retypeEach(
  names: readonly ParagraphName[],
  typeOf: (name: ParagraphName) => EntityType,
): readonly ParagraphName[] {
  let retyped: ParagraphName[] | undefined;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as ParagraphName;
    const type = typeOf(name);
    if (type === name.type) continue;
    retyped ??= [...names];
    retyped[i] = { ...name, type };
  }
  return retyped ?? names;
}

const mayDiffer = fact(({ list }: ParagraphNames): { readonly any: boolean } => ({ any: list.some(isComparable) }));

const isComparable = ({ type, text }: ParagraphName): boolean => type !== 'PER' && (text.includes(' ') || isAcronym(text));

/** What a name's votes are kept by: undefined for a single word that is not an acronym the table knows. */
function voteKey(name: string, { sameAs }: EntityPack): string | undefined {
  const several = name.includes(' ');
  if (!several && !isAcronym(name)) return undefined;
  const key = nameKey(name);
  return sameAs.get(key) ?? (several ? key : undefined);
}

/** A vote for a name's type. */
interface Vote {
  readonly key: string;
  readonly type: number;
  readonly confidence: number;
  /** The key of the acronym that the name has in parentheses. */
  readonly acronym: string | undefined;
}

const votesIn = fact(({ list, of }: ParagraphNames, pack: EntityPack): readonly Vote[] =>
  list.flatMap((name, i): Vote | readonly Vote[] => {
    const key = name.type === 'PER' ? undefined : voteKey(name.text, pack);
    if (key === undefined) return [];
    const acronym = acronymAfter(name, list[i + 1], of.view.text);
    return { key, type: TYPES.indexOf(name.type), confidence: name.confidence, acronym: acronym && nameKey(acronym) };
  }),
);

/** @returns the votes by name, and whether any name's mentions differ in type or share votes with an acronym */
function countVotes(names: DocumentNames, pack: EntityPack) {
  const votes = new Map<string, Votes>();
  let differ = false;
  for (const here of names) {
    for (const { key, type: at, confidence, acronym } of here.list.length > 0 ? votesIn(here, pack) : []) {
      let vote = votes.get(key);
      if (vote === undefined) {
        vote = [0, 0, 0, 0];
        votes.set(key, vote);
      }
      vote[at] = (vote[at] as number) + confidence;
      if (acronym === undefined) {
        differ ||= vote.some((other, type) => other > 0 && type !== at);
        continue;
      }
      votes.set(acronym, vote);
      differ = true;
    }
  }
  return { votes, differ };
}

const MAX_GAP = 3;

/** The acronym in parentheses right after a name that it may be short for. */
function acronymAfter(name: ParagraphName, next: ParagraphName | undefined, text: string): string | undefined {
  if (next === undefined || next.start - name.end > MAX_GAP || next.type === 'PER' || !isAcronym(next.text)) return undefined;
  if (text.slice(name.end, next.start).trim() !== '(') return undefined;
  return abbreviates(next.text, name.text) ? next.text : undefined;
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
