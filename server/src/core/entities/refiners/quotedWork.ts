import { overlaps } from '../../span';
import { CLOSING, FLAG, OPENING, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import { BY_LISTS } from './kinds';
import type { NameRefiner } from './refiner';
import { inTextOrder, nameOfWords } from './spans';
import { endOfTitle, isWorkHead } from './workByHeadNoun';

/** Son film « La Lune en gage »: a title in quotation marks behind the noun for a work that begins with a small word. */
export const quotedWork: NameRefiner = {
  id: 'quoted-work',
  scope: 'sentence',
  appliesTo: ({ workHeads }) => workHeads.size > 0,
  refine(names, { sentence, pack }) {
    let found = names;
    const { infos } = sentence;
    for (let i = 1; i < infos.length - 1; i++) {
      if (((infos[i] as WordInfo).flags & FLAG.encloses) === 0 || !opensTitle(infos, i, pack)) continue;
      found = withTitle(found, sentence, i + 1);
    }
    return found;
  },
};

/** Whether a mark stands between the noun for a work and a small word with a capital. */
function opensTitle(infos: readonly WordInfo[], i: number, pack: EntityPack): boolean {
  const [noun, mark, first] = [infos[i - 1] as WordInfo, infos[i] as WordInfo, infos[i + 1] as WordInfo];
  if (!OPENING.has(mark.text) && mark.text !== '"') return false;
  return !noun.capital && (first.flags & FLAG.opens) !== 0 && isWorkHead(noun.folded, true, pack);
}

function withTitle(names: readonly NameSpan[], sentence: TaggedSentence, from: number): readonly NameSpan[] {
  const to = endOfTitle(sentence, from);
  if (to === undefined || to - from < 2 || CLOSING.has(sentence.infos[from]?.text ?? '')) return names;
  const title = nameOfWords(sentence, { from, to }, 'MISC', BY_LISTS);
  const touched = names.filter((name) => overlaps(name, title));
  if (touched.some((name) => name.start < title.start || name.end > title.end || (name.from === from && name.to === to)))
    return names;
  return inTextOrder([...names.filter((name) => !touched.includes(name)), title]);
}
