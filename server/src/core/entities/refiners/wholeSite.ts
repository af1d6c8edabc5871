import type { WordInfo } from '../model/wordInfo';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';

/** How many small words may stand between the noun and the name: de la. */
const MAX_LINKS = 2;

/**
 * Hôpital de Tolvanne, hôtel Mirvane, ambassade d'Espagne: the name of a building or an office begins with the noun for it,
 * written small, that small words lead from to a place.
 */
export const wholeSite: NameRefiner = {
  id: 'whole-site',
  scope: 'sentence',
  appliesTo: ({ siteNouns }) => siteNouns !== undefined,
  refine(names, context) {
    let begun: NameSpan[] | undefined;
    names.forEach((name, k) => {
      const site = siteOf(name, context);
      if (site === undefined || names.some((other) => other !== name && other.end > site.start && other.start < name.start))
        return;
      begun ??= [...names];
      begun[k] = site;
    });
    return begun ?? names;
  },
};

function siteOf(name: NameSpan, { sentence, pack }: SentenceContext): NameSpan | undefined {
  const { infos, words } = sentence;
  const at = nounBefore(sentence, name.from);
  const noun = infos[at];
  const type = noun === undefined || noun.capital ? undefined : pack.siteNouns?.get(noun.folded);
  if (type === undefined || (at < name.from - 1 && name.type !== 'LOC')) return undefined;
  const confidence = name.type === type ? name.confidence : Math.min(name.confidence, BY_LISTS);
  return { ...name, start: (words[at] as Word).start, from: at, type, confidence };
}

/** Index of the word that small words, if any, lead from to a name. */
function nounBefore({ infos }: TaggedSentence, from: number): number {
  let at = from - 1;
  while (from - 1 - at < MAX_LINKS && (infos[at] as WordInfo | undefined)?.particle === true) at--;
  return at;
}
