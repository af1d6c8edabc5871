import type { Found } from '../attribute';
import { CLASS, HISTORIC, PARTICIPLE } from '../lexicon';
import type { Discourse } from '../resolve';
import { isFiniteVerb } from '../subjects';
import type { Words } from '../words';

/** What somebody without a name is called by. */
export interface Description {
  /** The noun. */
  readonly head: string;
  /** Adjectives before it and its complement. */
  readonly more: string;
  /** mon, notre: the narrator's, or of whoever speaks. */
  readonly mine: boolean;
  readonly gender?: 'm' | 'f';
  readonly text: string;
}

const NOBODYS = /^(?:au|du|ton|ta|tes|votre|vos|your)$/;
const MINE = /^(?:mon|ma|notre|my|our)$/;
const SLIGHT = /^(?:même|pauvre|cher|chère|bon|bonne|brave|vieux|vieil|vieille|autre|bel|beau|belle|petit|petite)$/;
/** Adjectives that stand before a noun. */
const PRENOMINAL =
  /^(?:même|pauvre|chère?|bon|bonne|brave|vieux|vieil|vieille|autre|bel|beau|belle|petite?|jeune|grande?|gros|grosse|premi(?:er|ère)|second|seconde|deuxième|troisième|noble|digne|honnête|excellente?|charmante?|terrible|fameux|fameuse|malheureux|malheureuse|courageux|courageuse|orgueilleux|orgueilleuse|ancien|ancienne|nouveau|nouvelle|adorable|étrange|seule?|young|old|poor|little|good|big|great|other|same)$/;
/** What children call their parents, and the noun for it. */
export const KIN: ReadonlyMap<string, string> = new Map([
  ['papa', 'père'],
  ['maman', 'mère'],
  ['dad', 'father'],
  ['mum', 'mother'],
  ['mom', 'mother'],
]);

/** The singular description of a person that begins at a token; `cued`: a verb of speech shows that it means somebody. */
export function describedAt(
  words: Words,
  start: number,
  limit: number,
  cued: boolean,
  voices: ReadonlySet<string>,
): Description | undefined {
  const isPerson = (i: number): boolean => words.is(i, CLASS.human) || voices.has(words.at(i));
  const { pack } = words;
  const opening = words.at(start);
  const bare = KIN.has(opening) || isNickname(words, start);
  if (!bare && (!words.is(start, CLASS.determiner) || pack.plural.has(opening) || NOBODYS.test(opening))) return undefined;
  let head = bare ? start : start + 1;
  const adjectives: string[] = [];
  while (head < Math.min(limit, start + 4) && !isPerson(head) && PRENOMINAL.test(words.at(head)))
    adjectives.push(words.at(head++));
  if (head >= Math.min(limit, start + 4) || !isPerson(head)) {
    if (!cued || !words.isWord(start + 1) || words.is(start + 1, CLASS.of | CLASS.preposition)) return undefined;
    head = start + 1;
    adjectives.length = 0;
  }
  if (pack.pluralEndings.some((ending) => words.at(head).endsWith(ending))) return undefined;
  let end = head + 1;
  const more = adjectives.filter((word) => !SLIGHT.test(word));
  if (bare && !KIN.has(opening)) more.push(words.at(end++));
  else if (end < limit && words.isHuman(end) && !words.has(end, PARTICIPLE)) more.push(words.at(end++));
  else if (words.is(end, CLASS.of) && end + 1 < limit) {
    let k = end + 1;
    while (k < limit && k < end + 4 && words.is(k, CLASS.determiner | CLASS.of)) k++;
    if (k < limit && words.isWord(k)) {
      while (words.isCapital(k + 1) && k + 1 < limit) k++;
      for (let i = end + 1; i <= k; i++) if (!words.is(i, CLASS.determiner | CLASS.of)) more.push(words.at(i));
      end = k + 1;
    }
  }
  const form = KIN.get(words.at(head)) ?? words.at(head);
  const gender = genderOf(words, start, head);
  const text = words.text.slice(words.tokens[start]?.start ?? 0, words.tokens[end - 1]?.end ?? 0);
  const mine = MINE.test(opening) || KIN.has(words.at(head));
  return { head: form, more: more.join(' '), mine, text, ...(gender && { gender }) };
}

const KIN_TITLE = /^(?:oncle|tante|père|mère|frère|sœur|soeur|cousin|cousine|maître|maîtresse|compère|commère|uncle|aunt)$/;

/** "oncle meunier", "tante rude": kin called by a name in small letters, without an article. */
function isNickname(words: Words, i: number): boolean {
  return (
    KIN_TITLE.test(words.at(i)) &&
    !words.is(i - 1, CLASS.determiner) &&
    words.isWord(i + 1) &&
    !words.isCapital(i + 1) &&
    (words.info[i + 1]?.classes === 0 || words.isHuman(i + 1)) &&
    !isFiniteVerb(words, i + 1) &&
    !words.has(i + 1, HISTORIC | PARTICIPLE)
  );
}

function genderOf(words: Words, start: number, head: number): 'm' | 'f' | undefined {
  const { pack } = words;
  const opening = words.at(start);
  const noun = words.at(head);
  if (noun === 'maman' || (pack.feminine.has(noun) && !BOTH.test(noun))) return 'f';
  if (noun === 'papa') return 'm';
  if (/^(?:la|une|cette|ma|sa|ta)$/.test(opening)) return 'f';
  if (/^(?:le|un|ce|cet|au|du)$/.test(opening)) return 'm';
  if (start === head) return MASCULINE.test(noun) ? 'm' : FEMININE.test(noun) ? 'f' : undefined;
  if (/^(?:mon|son|ton|notre|leur|votre|l')$/.test(opening))
    return MASCULINE.test(noun) ? 'm' : FEMININE.test(noun) ? 'f' : undefined;
  return MALE.test(noun) ? 'm' : undefined;
}

const BOTH = /^(?:ministre|porte-parole|juge|maire|secrétaire|victime)$/;
const FEMININE = /(?:ère|trice|euse|esse|ienne|ante|ière|ine|fille|tante|amie|épouse|fiancée)$/;
const MASCULINE =
  /^(?:père|frère|beau-frère|beau-père|grand-père|oncle|fils|mari|ami|homme|abbé|officier|hôte|fiancé|neveu|cousin|maître|amant)$/;
const MALE = /^(?:father|brother|uncle|son|husband|gentleman|boy|lad|man)$/;

/** The nouns of descriptions that a verb of speech has for its subject: "dit la maraîchère". */
export function voicesOf(discourse: Discourse, found: readonly Found[]): Set<string> {
  const voices = new Set<string>();
  for (const { speaker, cue, rule } of found) {
    if (speaker === undefined || cue === undefined || speaker.phrase.kind !== 'description') continue;
    if (rule !== 'dash' && !rule.startsWith('incise')) continue;
    const words = discourse.scans[speaker.paragraph]?.words;
    const { start, end } = speaker.phrase;
    if (words === undefined || !/^(?:le|la|l'|the)$/.test(words.at(start)) || end - start > 3) continue;
    let noun = start + 1;
    while (noun < end - 1 && PRENOMINAL.test(words.at(noun))) noun++;
    if (words.isHuman(noun) || end === noun + 1) voices.add(words.at(noun));
  }
  for (const thing of THINGS) voices.delete(thing);
  return voices;
}

/** What speaks and is nobody: a voice, a crowd's cry. */
export const THINGS = ['voix', 'cri', 'écho', 'voice'];
