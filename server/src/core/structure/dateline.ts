import type { Span } from '../span';
import { trimSpan } from '../text/paragraphs';

// Where a dateline is looked for: the first paragraphs, so that a title may stand before it.
const LOOKED_THROUGH = 4;
const LONGEST = 100;
/** What a dateline is glued to is running text. */
const SHORTEST_TEXT = 40;

const AGENCY = '\\(\\p{Lu}[^()]{1,30}\\)';
const DASH = '[–—-]';
const DASHES: ReadonlySet<string> = new Set(['–', '—', '-']);
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?";
/** Words with capitals, and the small ones that stand in names of places whatever the language. */
const PLACE = `${WORD}(?: (?:${WORD}|de|du|des|la|le|les|sur|of|the|am|di|del)){0,4}`;
const DAY =
  '(?:\\p{L}{1,10}\\.?\\s+){0,2}\\d{1,2}\\p{L}{0,3}\\s+\\p{L}+\\.?\\s+\\d{4}|\\p{L}+\\.?\\s+\\d{1,2}\\p{L}{0,2},?\\s+\\d{4}';
const HOUR = '(?:,?\\s*\\d{1,2}\\s?[h:]\\s?\\d{0,2})?';

/** `LORIENT (Agence) –`, `Lorient, 3 mars (Agence) -`: place and agency, a day perhaps between them. */
const BY_AGENCY = `${PLACE}(?:,\\s*[^()–—]{1,30}?)?\\s*${AGENCY}\\s*${DASH}`;
/** `LORIENT —`: a place in capitals. */
const IN_CAPITALS = "\\p{Lu}{3}[\\p{Lu}'’ -]{0,40}(?:,\\s*[^()–—]{1,30}?)?\\s*[–—]";
/** `3 mars 2017. –`, `Lorient, le 3 mars 2017 (Agence) –`. */
const DATED = `(?:${PLACE},\\s*)?(?:${DAY})${HOUR}\\s*\\.?\\s*(?:${AGENCY})?\\s*${DASH}`;

const GLUED = new RegExp(`^(?:${BY_AGENCY}|${IN_CAPITALS}|${DATED})(?=\\s+[\\p{Lu}\\p{N}«“"])`, 'u');
const ALONE = new RegExp(`^(?:${BY_AGENCY}|${IN_CAPITALS}|${DATED})$`, 'u');

/** Whether a line is a dateline that a dash ends. */
export const isDatelineAlone = (words: string): boolean =>
  words.length <= LONGEST && DASHES.has(words[words.length - 1] as string) && ALONE.test(words);

/**
 * Cuts a dateline off the paragraph that it is glued to (`LORIENT (Agence) – Le port …`), so that no sentence and no
 * reported clause begins with it. Only the first paragraphs are looked at, and only running text is cut.
 */
export function cutDateline(text: string, paragraphs: readonly Span[]): readonly Span[] {
  for (const [index, { start, end }] of paragraphs.slice(0, LOOKED_THROUGH).entries()) {
    const length = GLUED.exec(text.slice(start, Math.min(end, start + LONGEST)))?.[0].length;
    if (length === undefined) continue;
    const rest = trimSpan(text, start + length, end);
    if (rest.end - rest.start < SHORTEST_TEXT || !/[.!?…]\s*[»”"]?$/u.test(text.slice(end - 3, end))) return paragraphs;
    return [...paragraphs.slice(0, index), { start, end: start + length }, rest, ...paragraphs.slice(index + 1)];
  }
  return paragraphs;
}
