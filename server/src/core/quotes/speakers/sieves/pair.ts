import { paragraphStart } from '../../offsets';
import { type CandidateMention, type CandidateSpeaker, mentionsIn } from '../candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf, type Where } from '../discourse';
import { findBackwards, type SentencePart } from '../sentencesBack';
import type { Mention, Sieve } from './sieve';

/** "le couple", "the couple": the two who are named together before, or the only two of one family name. */
export const pairSieve: Sieve = {
  id: 'pair',
  resolve: (mention) => {
    if (!isPairNoun(mention)) return undefined;
    const { discourse, start } = mention;
    const named = pairsOf(discourse).findLast(([, second]) => second.start < start) ?? pairOfFamily(discourse);
    return named && together(named);
  },
};

/** Whom a plural pronoun takes up: two persons who are the subject of its sentence or one of the two before. */
export function pairBefore(discourse: Discourse, where: Where): Resolution | undefined {
  let back = 0;
  let pair: Pair | undefined;
  findBackwards(discourse, where, (sentence) => {
    pair = pairIn(discourse, sentence);
    return pair !== undefined || ++back > SENTENCES ? STOP : undefined;
  });
  return pair && together(pair);
}

type Pair = readonly [CandidateMention, CandidateMention];

const SENTENCES = 2;

/** Ends the search. */
const STOP = { name: '' };

/** A definite noun for two without anything that tells which: "le couple", "the American couple". */
function isPairNoun({ words, phrase: { start, end } }: Mention): boolean {
  const { definite, speakers } = words.pack;
  if (!definite.has(words.at(start))) return false;
  for (let i = start + 1; i < Math.min(end, start + 3); i++)
    if (speakers.pairNouns.has(words.at(i))) return i === end - 1 || !words.isCapital(i + 1);
  return false;
}

const together = ([first, second]: Pair): Resolution => ({
  ...resolutionOf(first.candidate),
  name: `${first.candidate.name} ; ${second.candidate.name}`,
});

function pairIn(discourse: Discourse, { from, to, where }: SentencePart): Pair | undefined {
  const named = mentionsIn(discourse.candidates, from, to).filter((mention) => !isQuoted(mention, where));
  for (let i = 0; i + 1 < named.length; i++) {
    const pair = [named[i], named[i + 1]] as unknown as Pair;
    if (isPair(discourse, pair)) return opensSentence(discourse, pair[0], from) ? pair : undefined;
  }
  return undefined;
}

/** Whether nothing but titles stands before a name in its sentence. */
function opensSentence({ scans, paragraphs, text }: Discourse, { paragraph, start }: CandidateMention, from: number): boolean {
  const words = scans[paragraph]?.words;
  if (words === undefined || start < paragraphStart(paragraphs, paragraph)) return false;
  return text
    .slice(from, start)
    .split(/[\s.]+/)
    .every((word) => word === '' || words.pack.honorifics.has(word.toLowerCase()));
}

const isPerson = ({ candidate }: CandidateMention): boolean => candidate.type === 'PER' || candidate.type === 'unknown';

/** Two persons with nothing but "and", a title or a comma between them. */
function isPair({ text, pack, scans }: Discourse, [first, second]: Pair): boolean {
  if (first.paragraph !== second.paragraph || first.candidate === second.candidate) return false;
  if (!isPerson(first) || !isPerson(second) || second.start - first.end > LONGEST_LINK) return false;
  const between = text
    .slice(first.end, second.start)
    .trim()
    .split(/[\s.]+/)
    .filter(Boolean);
  const [link, ...titles] = between;
  const words = scans[first.paragraph]?.words;
  if (link === undefined || link === ',' || words === undefined || !pack.speakers.betweenNames.test(link)) return false;
  return titles.every((title) => pack.honorifics.has(title.toLowerCase()));
}

const LONGEST_LINK = 12;

const known = new WeakMap<Discourse, readonly Pair[]>();

/** All pairs that an article names, in text order. */
function pairsOf(discourse: Discourse): readonly Pair[] {
  let pairs = known.get(discourse);
  if (pairs === undefined) {
    const { mentions } = discourse.candidates;
    const found: Pair[] = [];
    for (let i = 0; i + 1 < mentions.length; i++) {
      const pair = [mentions[i], mentions[i + 1]] as unknown as Pair;
      if (isPair(discourse, pair)) found.push(pair);
    }
    pairs = found;
    known.set(discourse, pairs);
  }
  return pairs;
}

/** The only two persons whose family names are the same, or have a part in common: "Ann Reed-Hale, … Tom Hale". */
function pairOfFamily({ candidates }: Discourse): Pair | undefined {
  const firsts = new Map<CandidateSpeaker, CandidateMention>();
  for (const mention of candidates.mentions)
    if (mention.candidate.type === 'PER' && /\s/.test(mention.candidate.name) && !firsts.has(mention.candidate))
      firsts.set(mention.candidate, mention);
  const persons = [...firsts.values()].slice(0, MOST_PERSONS);
  const found: Pair[] = [];
  persons.forEach((one, i) => {
    for (const other of persons.slice(i + 1))
      if (familyOf(one).some((part) => familyOf(other).includes(part))) found.push([one, other]);
  });
  return found.length === 1 ? found[0] : undefined;
}

// An article with more persons is about no couple.
const MOST_PERSONS = 30;

const familyOf = ({ candidate }: CandidateMention): readonly string[] =>
  (candidate.name.split(/\s/).at(-1) ?? '').split('-').filter((part) => part.length > 3);
