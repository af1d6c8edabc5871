import type { EntityType } from '../../analysis';
import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { WordInfo } from '../model/wordInfo';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { EVENT_HEAD, HEADS, ORGANISATION_HEAD, PLACE_HEAD } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { isHeadline } from './spans';

/** A headline has capitals everywhere: they do not say that a word belongs to the name before it. */
export const allCapitals: Exception<TaggedSentence> = { id: 'all-capitals', holds: ({ infos }) => isHeadline(infos) };

const EXCEPT: readonly Exception<TaggedSentence>[] = [allCapitals];
const MAX_WORDS = 3;

/** Arden International Airport: a place or an organisation goes on to the last head noun right after it. */
export const extendToHeadNoun: NameRefiner = {
  id: 'extend-to-head-noun',
  scope: 'sentence',
  appliesTo: (pack) => pack.headsLast,
  except: EXCEPT,
  refine(names, context) {
    if (!context.pack.headsLast) return names;
    let extended: NameSpan[] | undefined;
    for (let k = 0; k < names.length; k++) {
      const name = names[k] as NameSpan;
      const head = isThing(name) ? headAfter(name, names[k + 1]?.start ?? Number.POSITIVE_INFINITY, context) : -1;
      if (head < 0 || !isAccepted(EXCEPT, context.sentence)) continue;
      const { words, infos } = context.sentence;
      const type = typeOfHead((infos[head] as WordInfo).bits, name.type);
      extended ??= [...names];
      extended[k] = { ...name, end: (words[head] as Word).end, type, to: head + 1 };
    }
    return extended ?? names;
  },
};

const isThing = ({ type }: NameSpan): boolean => type === 'ORG' || type === 'LOC';

/** Index of the last head noun among the capitalised words right after a name; -1 where there is none. */
function headAfter({ to }: NameSpan, nextName: number, { sentence: { words, infos }, pack }: SentenceContext): number {
  let head = -1;
  for (let i = to; i < words.length && i < to + MAX_WORDS; i++) {
    const info = infos[i] as WordInfo;
    if (!info.capital || info.upper || (words[i] as Word).start >= nextName || pack.roles.has(info.folded)) break;
    // Norland War may as well be called by the country
    if ((info.bits & HEADS) !== 0 && ((info.bits & HEADS) !== EVENT_HEAD || i > to)) head = i;
  }
  return head;
}

function typeOfHead(bits: number, before: EntityType): EntityType {
  const heads = bits & HEADS;
  if (heads === PLACE_HEAD) return 'LOC';
  if (heads === ORGANISATION_HEAD) return 'ORG';
  return heads === EVENT_HEAD ? 'MISC' : before;
}
