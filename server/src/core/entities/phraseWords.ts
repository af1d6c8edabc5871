import { tokenize } from '../text/tokens';
import type { EntityPack } from './pack';
import { joinWords, type Word } from './words';

/** Cuts a name into words as running text is cut. */
export function openPhraseWords(pack: EntityPack): (name: string) => Word[] {
  const rules = { elisions: pack.elisions, clitics: pack.clitics };
  const join = { prefixes: pack.prefixes, splits: () => false };
  return (name) => joinWords(tokenize(name, rules), join);
}
