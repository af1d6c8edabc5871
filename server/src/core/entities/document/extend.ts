import type { EntityType } from '../../analysis';
import { GENERATION } from '../../languages/nameParts';
import { overlaps } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { inOrder, type Rated, SMALL_AS_A_RULE } from './refine';

/**
 * Lets names begin and end where the form says so that some kinds of names have: streets, governments, bodies and sites
 * with the noun for them, juniors, compounds with a participle. Each rule looks at capitalised words alone.
 */
export function extendNames(
  found: readonly Rated[],
  sentence: TaggedSentence,
  phrases: PhraseLists,
  pack: EntityPack,
): readonly Rated[] {
  const { words, infos, capitals } = sentence;
  let result = pack.headsLast && found.length > 0 ? endWithHead(found, sentence, pack) : found;
  for (const i of capitals) {
    const info = infos[i] as WordInfo;
    const { text } = info;
    if (i > 0) {
      if (pack.leads.size > 0) result = behindLead(result, sentence, i, pack);
      if (text.length <= LONGEST_JUNIOR && text.includes('r') && GENERATION.test(text)) result = endWithJunior(result, words, i);
    }
    if (pack.headsLast) {
      if (text.length >= SHORTEST_COMPOUND) result = beforeParticiple(result, words, i, phrases, pack);
      if (i > 1 && (info.bits & HEADS) === ORGANISATION_HEAD) result = bodyByHead(result, sentence, i, pack);
    }
  }
  return result;
}

const PLACE_HEAD = 1 << KIND.placeHead;
const ORGANISATION_HEAD = 1 << KIND.organisationHead;
const EVENT_HEAD = 1 << KIND.eventHead;
const HEADS = PLACE_HEAD | ORGANISATION_HEAD | EVENT_HEAD;
const MOST_WORDS = 3;

/** Arden International Airport: a place or an organisation goes on to the last head noun right behind it. */
function endWithHead(found: readonly Rated[], { words, infos }: TaggedSentence, pack: EntityPack): readonly Rated[] {
  let result: Rated[] | undefined;
  let at = 0;
  for (let k = 0; k < found.length; k++) {
    const mention = found[k] as Rated;
    if (mention.type === 'PER' || mention.type === 'MISC') continue;
    while (at < words.length && (words[at] as Word).start < mention.end) at++;
    const next = found[k + 1]?.start ?? Number.POSITIVE_INFINITY;
    let last = -1;
    for (let i = at; i < words.length && i < at + MOST_WORDS; i++) {
      const info = infos[i] as WordInfo;
      if (!info.capital || info.upper || (words[i] as Word).start >= next || pack.roles.has(info.folded)) break;
      // Norland War may as well be called by the country
      if ((info.bits & HEADS) !== 0 && ((info.bits & HEADS) !== EVENT_HEAD || i > at)) last = i;
    }
    if (last < 0 || isTitleCased(infos)) continue;
    result ??= [...found];
    result[k] = { ...mention, end: (words[last] as Word).end, type: headType((infos[last] as WordInfo).bits, mention.type) };
  }
  return result ?? found;
}

function headType(bits: number, before: EntityType): EntityType {
  const heads = bits & HEADS;
  if (heads === PLACE_HEAD) return 'LOC';
  if (heads === ORGANISATION_HEAD) return 'ORG';
  return heads === EVENT_HEAD ? 'MISC' : before;
}

/** Whether no longer word is written small, nor most short ones: a heading, which tells nothing of where names end. */
function isTitleCased(infos: readonly WordInfo[]): boolean {
  let capital = 0;
  let small = 0;
  for (const { flags, text } of infos) {
    if ((flags & FLAG.capital) !== 0) capital++;
    else if ((flags & (FLAG.mark | FLAG.digit)) === 0) {
      if (text.length > 3) return false;
      small++;
    }
  }
  return small <= capital;
}

/** Norland Mortgage Brokers Association: capitalised words, three or more, that the noun for a body ends, in running text. */
function bodyByHead(found: readonly Rated[], { words, infos }: TaggedSentence, last: number, pack: EntityPack): readonly Rated[] {
  const head = infos[last] as WordInfo;
  if (head.upper || infos[last + 1]?.capital === true) return found;
  let from = last;
  while (from > 0) {
    const { capital, upper, folded } = infos[from - 1] as WordInfo;
    if (!capital || upper || pack.functionWords.has(folded) || pack.roles.has(folded) || pack.honorifics.has(folded)) break;
    from--;
  }
  if (from === 0 || last - from < 2) return found;
  const { start } = words[from] as Word;
  const { end } = words[last] as Word;
  if (found.some((mention) => overlaps(mention, { start, end })) || isTitleCased(infos)) return found;
  return inOrder([...found, { start, end, type: 'ORG', confidence: BY_FORM }]);
}

/** What a name is worth that only its form speaks for. */
const BY_FORM = 0.5;
const PLACES = (1 << KIND.country) | (1 << KIND.city) | (1 << KIND.town) | (1 << KIND.region);
const NAMED = PLACES | (1 << KIND.organisation);
const COMPOUND = /^(\p{Lu}[\p{L}.]+)[-‑](\p{Ll}+)$/u;
const SHORTEST_COMPOUND = 7;
const BY_LISTS = 0.7;

/** New York-based, Nato-led: what stands before the hyphen is a name of its own where the lists know it. */
function beforeParticiple(
  found: readonly Rated[],
  words: readonly Word[],
  i: number,
  phrases: PhraseLists,
  pack: EntityPack,
): readonly Rated[] {
  const word = words[i] as Word;
  if (!word.text.includes('-') && !word.text.includes('‑')) return found;
  const [, name, participle] = COMPOUND.exec(word.text) ?? [];
  if (name === undefined || participle === undefined || !pack.participles.has(participle)) return found;
  const own = hashString(foldWord(name));
  const before = words[i - 1];
  const pair =
    before !== undefined && isCapitalAt(before.text, 0) ? phrases.bits([hashString(foldWord(before.text)), own]) & NAMED : 0;
  const bits = pair === 0 ? phrases.bits([own]) & NAMED : pair;
  if (bits === 0) return found;
  const start = pair === 0 || before === undefined ? word.start : before.start;
  if (found.some((mention) => mention.start < start && mention.end > start)) return found;
  const type = (bits & PLACES) !== 0 ? 'LOC' : 'ORG';
  const rest = found.filter((mention) => !overlaps(mention, { start, end: word.end }));
  return inOrder([...rest, { start, end: word.start + name.length, type, confidence: BY_LISTS }]);
}

const MOST_LINKS = 3;

/** What a word says that leads to a name: a street's (rue de la Tourbe, avenue du général Kerval) or a government's. */
function behindLead(found: readonly Rated[], sentence: TaggedSentence, i: number, pack: EntityPack): readonly Rated[] {
  const { infos } = sentence;
  let at = i - 1;
  for (;;) {
    const info = infos[at] as WordInfo;
    if ((info.flags & FLAG.particle) === 0) {
      const lead = pack.leads.get(info.folded);
      if (lead === 'namesake') return at === i - 1 ? afterNamesake(found, sentence, i) : found;
      if (lead !== undefined) return lead === 'linked' || at === i - 1 ? beginWithStreet(found, sentence, at, i, pack) : found;
      const leads = at > 0 && ((infos[at - 1] as WordInfo).flags & FLAG.particle) !== 0 && (info.flags & FLAG.capital) === 0;
      if (!leads || !(pack.roles.has(info.folded) || pack.honorifics.has(info.folded))) return found;
    }
    if (at === 0 || i - at >= MOST_LINKS + 1) return found;
    at--;
  }
}

/** A street's name begins with the word for it. */
function beginWithStreet(
  found: readonly Rated[],
  { words, infos }: TaggedSentence,
  head: number,
  i: number,
  pack: EntityPack,
): readonly Rated[] {
  const { start } = words[head] as Word;
  const first = words[i] as Word;
  if (found.some((mention) => mention.start <= start && mention.end > start)) return found;
  const mention = found.find((other) => other.start <= first.start && other.end > first.start);
  const end = mention?.end ?? (words[endOfRun(infos, i, pack) - 1] as Word).end;
  const rest = found.filter((other) => !overlaps(other, { start, end }));
  return inOrder([...rest, { start, end, type: 'LOC', confidence: mention?.confidence ?? BY_LISTS }]);
}

/** Index behind the last of a run of capitalised words, which genitives may link. */
function endOfRun(infos: readonly WordInfo[], from: number, pack: EntityPack): number {
  let to = from + 1;
  for (let i = to; i < infos.length; i++) {
    const { capital, folded } = infos[i] as WordInfo;
    if (capital) to = i + 1;
    else if (i > to || !pack.genitives.has(folded)) break;
  }
  return to;
}

/** Above this a name's type and borders are left as they are. */
const SURE = 0.8;
const FAMILY_NAME = 1 << KIND.familyName;

/** gouvernement Kerval: called by its head's name, which is the name. */
function afterNamesake(found: readonly Rated[], { words, infos }: TaggedSentence, i: number): readonly Rated[] {
  const info = infos[i] as WordInfo;
  const name = words[i] as Word;
  const { start } = words[i - 1] as Word;
  if (info.upper) return found;
  const mention = found.find((other) => overlaps(other, name));
  if (mention === undefined) {
    const unknown = info.bits === 0 && !SMALL_AS_A_RULE.has(info.statistics.casing);
    if ((info.bits & FAMILY_NAME) === 0 && !unknown) return found;
    return inOrder([...found, { start: name.start, end: name.end, type: 'PER', confidence: BY_FORM }]);
  }
  if (mention.type === 'PER' || mention.confidence > SURE) return found;
  if (mention.start !== start && mention.start !== name.start) return found;
  return found.map((other) => (other === mention ? { ...mention, start: name.start, type: 'PER' } : other));
}

const LONGEST_JUNIOR = 4;

/** Louis Arden Jr.: what tells the son from the father belongs to the name, and so does the family name before it. */
function endWithJunior(found: readonly Rated[], words: readonly Word[], i: number): readonly Rated[] {
  const word = words[i] as Word;
  const last = words[i - 1]?.text === ',' ? i - 2 : i - 1;
  const family = words[last];
  if (family === undefined) return found;
  const person = found.find(
    ({ type, start, end }) =>
      type === 'PER' &&
      start < family.end &&
      end <= word.end &&
      (end >= family.end || (end === words[last - 1]?.end && isCapitalAt(family.text, 0))),
  );
  if (person === undefined) return found;
  const stop = words[i + 1];
  const end = stop?.text === '.' && !stop.spaceBefore && !word.text.endsWith('.') ? stop.end : word.end;
  const rest = found.filter((mention) => mention !== person && !overlaps(mention, { start: person.start, end }));
  return inOrder([...rest, { ...person, end }]);
}
