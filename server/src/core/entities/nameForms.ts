import type { EntityType } from '../analysis';
import { remembered } from '../remembered';
import { foldWord } from './lexicon';

const DIACRITICS = /\p{M}+/gu;
const STROKES = /[œæøłđß]/gu;
const STROKE: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' };
const SPLIT = /[\s\u00a0\u202f-]+/u;

/** A form in which spellings of one name are alike: small letters without accents, hyphens as spaces. */
export const nameKey = remembered((name) =>
  foldWord(name)
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .replace(STROKES, (letter) => STROKE[letter] as string)
    .split(SPLIT)
    .filter(Boolean)
    .join(' '),
);

/** The key's words. */
export const keyWords = remembered((name): readonly string[] => nameKey(name).split(' '));

/** An identifier made of type and name: the same wherever the same name stands. */
export const entityId = (type: EntityType, name: string): string => `${type.toLowerCase()}:${slugOf(name)}`;

const slugOf = remembered((name) => {
  const slug = nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'x' : slug;
});

/** The letters that an acronym of a name can be made of: initials of its words, small ones passed over. */
export function initials(name: string, skipped: ReadonlySet<string>): string {
  return name
    .split(/[\s\u00a0'’-]+/u)
    .filter((word) => word !== '' && !skipped.has(foldWord(word)) && !skipped.has(`${foldWord(word)}'`))
    .map((word) => word[0] as string)
    .join('')
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .toUpperCase();
}

/** Whether a name is written as an acronym: OMS, Onu once it is all capitals, A.B.C. */
export function isAcronym(name: string): boolean {
  // nearly every word that is asked about has a small letter here and is not one
  const second = name.charCodeAt(1);
  if (name.length < 2 || (second >= 0x61 && second <= 0x7a)) return false;
  const letters = name.replace(/[.-]/g, '');
  return letters.length >= 2 && letters.length <= 8 && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(letters);
}
