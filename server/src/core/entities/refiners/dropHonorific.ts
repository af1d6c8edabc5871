import { foldWord } from '../lexicon';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';
import type { DocumentRefiner } from './refiner';

/** As short as titles are, with or without their full stop; the pack says which of them are. */
const TITLE = /^M\p{Ll}{0,3}\.?[ \u00a0\u202f]+(?=\p{Lu})/u;
const CAPITAL_M = 0x4d;

/** A title that the model took into a person's name is not part of it: Mme Kermadec. */
export const dropHonorific: DocumentRefiner = {
  id: 'drop-honorific',
  scope: 'document',
  refine(mentions, { pack }) {
    let untitled: Mention[] | undefined;
    for (let i = 0; i < mentions.length; i++) {
      const mention = mentions[i] as Mention;
      const title = titleOf(mention, pack);
      if (title === undefined) continue;
      untitled ??= [...mentions];
      const { start, text } = mention;
      untitled[i] = { ...mention, start: start + title.length, text: text.slice(title.length), words: undefined };
    }
    return untitled ?? mentions;
  },
};

function titleOf({ type, text }: Mention, { honorifics }: EntityPack): string | undefined {
  if (type !== 'PER' || text.charCodeAt(0) !== CAPITAL_M) return undefined;
  const title = TITLE.exec(text)?.[0];
  return title !== undefined && honorifics.has(foldWord(title.replace(/\P{L}/gu, ''))) ? title : undefined;
}
