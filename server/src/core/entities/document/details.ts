import type { Entity } from '../../analysis';
import { foldWord, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import { isAcronym, nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import { FAMILY_NAME, FEMALE_NAME, MALE_NAME } from '../refiners/kinds';
import type { Cluster } from '../sieves/clusters';
import type { Word } from '../words';

/** What an article says of an entity. */
export interface Details {
  readonly role?: Entity['role'] | undefined;
  readonly gender: Entity['gender'] | undefined;
  readonly number: Entity['number'] | undefined;
}

/** What describing a person draws on. */
interface PersonSources {
  readonly phrases: PhraseLists;
  readonly pack: EntityPack;
  readonly wordsOf: (text: string) => readonly Word[];
}

type Gender = 'm' | 'f' | undefined;

/**
 * A person's role is the first one said, in the fullest form that the article gives it; its gender what titles say, else
 * roles and the given name where they do not contradict each other.
 */
export function describePerson(cluster: Cluster, sources: PersonSources): Details {
  if (cluster.family) return { gender: undefined, number: 'pl' };
  let role: string | undefined;
  // how many more appositions say that it is a man than a woman, and of those with a title
  let [masculine, titledMasculine] = [0, 0];
  for (const { apposition } of cluster.mentions) {
    if (apposition === undefined) continue;
    if (apposition.role !== undefined && (role === undefined || saysMore(apposition.role, role))) role = apposition.role;
    masculine += sign(apposition.gender);
    if (apposition.titled) titledMasculine += sign(apposition.gender);
  }
  const titled = genderOf(titledMasculine);
  const gender = titled ?? agreedGender(genderOf(masculine), givenNameGender(cluster, sources));
  return { role, gender, number: 'sg' };
}

/** Lists of given names know one bearer of many a name that men and women have; "la ministre Claude X" is a woman all the same. */
function agreedGender(said: Gender, given: Gender): Gender {
  const agree = said === undefined || given === undefined || said === given || said === 'f';
  return agree ? (said ?? given) : undefined;
}

/** Whether a later role goes on from the words of a known one (ministre, ministre des Ports) or says more than its single one. */
const saysMore = (role: string, known: string): boolean =>
  role.length > known.length &&
  (foldWord(role).startsWith(`${foldWord(known)} `) || (!known.includes(' ') && role.includes(' ')));

function givenNameGender({ name }: Cluster, { phrases, pack, wordsOf }: PersonSources): Gender {
  const words = wordsOf(name);
  if (words.length === 0) return undefined;
  const first = foldWord((words[0] as Word).text);
  // a name that stands alone may be a family name
  return genderOfGivenName(first, { phrases, pack }, words.length === 1 ? FAMILY_NAME : 0);
}

/**
 * The gender that a language or else lists know a given name to have (small letters), or else its first part (Anne-Lise).
 * @param unless - kinds of the lists, as bits: a name of one of them says nothing
 */
export function genderOfGivenName(name: string, { phrases, pack }: Omit<PersonSources, 'wordsOf'>, unless = 0): Gender {
  for (const part of [name, name.split(/[-‐‑]/)[0] as string]) {
    const bits = phrases.bits([hashString(part)]);
    if ((bits & unless) !== 0) return undefined;
    const known = pack.givenNameGenders.get(nameKey(part));
    if (known !== undefined) return known;
    const male = (bits & MALE_NAME) !== 0;
    const female = (bits & FEMALE_NAME) !== 0;
    if (male !== female) return male ? 'm' : 'f';
  }
  return undefined;
}

/** Gender and number of what is not a person, by the articles before its mentions. */
export function describeThing({ mentions, name }: Cluster): Details {
  let masculine = 0;
  let numbers = 0;
  let plurals = 0;
  for (const { nested, article: said } of mentions) {
    if (nested || said === undefined) continue;
    masculine += sign(said.gender);
    if (said.number !== undefined) numbers++;
    if (said.number === 'pl') plurals++;
  }
  const isSingular = numbers > 0 || isAcronym(name);
  const number = plurals * 2 > numbers ? 'pl' : isSingular ? 'sg' : undefined;
  return { gender: genderOf(masculine), number };
}

const sign = (gender: Gender): number => (gender === 'm' ? 1 : gender === 'f' ? -1 : 0);
const genderOf = (masculine: number): Gender => (masculine > 0 ? 'm' : masculine < 0 ? 'f' : undefined);
