import { refineAlone } from '../document/paragraphNames';
import { foldWord } from '../lexicon';
import type { ParagraphName } from '../mention';
import type { EntityPack } from '../pack';
import type { DocumentRefiner } from './refiner';

/** As short as titles are, with or without their full stop; the pack says which of them are. */
const TITLE = /^M\p{Ll}{0,3}\.?[ \u00a0\u202f]+(?=\p{Lu})/u;
const CAPITAL_M = 0x4d;

/** A title that the model took into a person's name is not part of it: Mme Kermadec. */
export const dropHonorific: DocumentRefiner = {
  id: 'drop-honorific',
  scope: 'document',
  refine: (names, { pack, memory }) => refineAlone(names, memory, 'drop-honorific', ({ list }) => withoutTitles(list, pack)),
};

function withoutTitles(names: readonly ParagraphName[], pack: EntityPack): readonly ParagraphName[] {
  let untitled: ParagraphName[] | undefined;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as ParagraphName;
    const title = titleOf(name, pack);
    if (title === undefined) continue;
    untitled ??= [...names];
    const { start, text } = name;
    untitled[i] = { ...name, start: start + title.length, text: text.slice(title.length), words: undefined };
  }
  return untitled ?? names;
}

function titleOf({ type, text }: ParagraphName, { honorifics }: EntityPack): string | undefined {
  if (type !== 'PER' || text.charCodeAt(0) !== CAPITAL_M) return undefined;
  const title = TITLE.exec(text)?.[0];
  return title !== undefined && honorifics.has(foldWord(title.replace(/\P{L}/gu, ''))) ? title : undefined;
}
