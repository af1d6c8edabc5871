import { german } from './de/index';
import { english } from './en/index';
import { spanish } from './es/index';
import { french } from './fr/index';
import { italian } from './it/index';
import { dutch } from './nl/index';
import type { LanguagePack } from './pack';
import { portuguese } from './pt/index';
import { neutral } from './und/index';

/** All packs; the first is the one that a text in no known language is least wrongly read with. To add a language, add its folder and a line here. */
export const LANGUAGE_PACKS: readonly LanguagePack[] = [french, english, german, spanish, italian, portuguese, dutch];

/** The pack for a BCP 47 tag (fr-CA finds fr), or the language-neutral one. */
export function packFor(language: string): LanguagePack {
  const primary = language.toLowerCase().split(/[-_]/)[0] as string;
  return LANGUAGE_PACKS.find((pack) => pack.id === primary) ?? neutral;
}
