import { tokenize } from '../text/tokens';
import type { EntityPack } from './pack';
import { joinWords, type Word } from './words';

/** Cuts a name into words as running text is cut. */
export function openPhraseWords(pack: EntityPack): (name: string) => Word[] {
  const rules = { elisions: pack.elisions, clitics: pack.clitics };
  return (name) => joinWords(tokenize(name, rules), pack.prefixes, () => false);
}
