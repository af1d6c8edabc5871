import type { NotProse } from './form';
import { count, type Lines, share } from './lines';

/** What no word of a language holds, but names of programs' things do. */
const TECHNICAL =
  /[\\{}<>=|^~`]|::|[A-Za-z]\w*_\w|\w\(\)|\w\([\w"']|^["'(]?-{1,2}[A-Za-z][\w-]*$|^["'(]?--\w|^["'(]?[~.]{0,2}\/\w|\w\/\w+\/\w|[a-z]\w*\.(?:txt|py|js|ts|c|h|cc|cpp|html?|xml|json|ya?ml|sh|conf|cfg|ini|md|rst|exe|dll|so|go|rs|java|el|vim|css|sql|log|zip|tar|gz)\b|^["'(]?\$[A-Za-z{]|^0x|^\*\S+\*$|^[a-z]{2,}[A-Z][a-z]+[A-Z]?\w*\(?|^%\w|^v?\d+\.\d+\.\d+/;
const LINK = /^\W*(?:https?:\/\/|www\.|ftp:\/\/|mailto:)|\S+@\S+\.\w/;
const isTechnical = (token: string): boolean => TECHNICAL.test(token) && !LINK.test(token);

const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|\^{3,}|\*{5,}|#{5,}|_{5,}|\+{3,}|"{4,})$/;
const SECTION = /^(?:\d+(?:\.\d+)*\.?|[A-Z]\.) [A-Z]\w+/;

/** Text about programs, by its words and its layout; undefined for any other. */
export function technicality(lines: Lines): NotProse | undefined {
  const { full, trimmed, tokens } = lines;
  if (tokens.length === 0) return undefined;
  const technical = tokens.filter(isTechnical).length / tokens.length;
  if (technical > 0.08) return technical > 0.25 ? 'code' : 'documentation';
  const bullets = share(trimmed, /^[*+•] /);
  const dashes = share(trimmed, /^[-–] /);
  const margin = Math.min(...full.map(indentOf));
  const indented = full.filter((line) => indentOf(line) >= margin + 2).length / full.length;
  const underlines = count(trimmed, UNDERLINE);
  const sections = count(trimmed, SECTION);
  const points =
    technical * 50 +
    Math.min(2, underlines) * 0.8 +
    (bullets > 0.1 ? 1 : 0) +
    (bullets > 0.2 || dashes > 0.3 ? 0.5 : 0) +
    (indented > 0.25 ? 0.7 : 0) +
    (sections >= 3 ? 0.7 : 0) +
    (technical > 0 &&
    /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|USAGE|Usage:|Abstract|Introduction|Installation|Overview)$/.test(trimmed[0] ?? '')
      ? 1
      : 0);
  return points > 2.2 ? 'documentation' : undefined;
}

/** How far a line is indented, a tabulator counting four. */
function indentOf(line: string): number {
  let indent = 0;
  for (const character of line) {
    if (character === ' ') indent++;
    else if (character === '\t') indent += 4;
    else break;
  }
  return indent;
}

/** Scripts that put no space between words; two letters are about one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*/gu;
const SENTENCE_END = /[\p{L}\p{M}\p{N})»”"’'%][.!?…]+["»”’')\]]*(?=\s|$)|[。！？؟۔।։]|\s[!?]+(?=\s|$)/gu;
const MARKS = /[,;:،、，；：«»“”—–]/gu;

interface Stretch {
  readonly lines: number;
  readonly words: number;
  readonly small: number;
  readonly capital: number;
  readonly ends: number;
  readonly marks: number;
  /** Lines that go on with a small letter. */
  readonly wrapped: number;
  /** Characters that are neither letters nor what stands between words. */
  readonly odd: number;
  readonly length: number;
}

/**
 * Whether most of a text's words stand in sentences: words one after the other, small ones among them where the script
 * has small letters, with marks between or at their end. Verse, speech and a short message are running text too.
 */
export function runningText(lines: Lines): boolean {
  const stretches = blocksOf(lines.all).map(measure);
  const words = stretches.reduce((sum, stretch) => sum + stretch.words, 0);
  if (words < 4) return false;
  const running = stretches.filter(runs).reduce((sum, stretch) => sum + stretch.words, 0);
  return running >= 0.5 * words;
}

/** Lines up to a blank one; a block of very many lines is looked at in pieces. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    const block = blocks.at(-1) as string[];
    if (line.trim() !== '') block.push(line.trim());
    else if (block.length > 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

function measure(block: readonly string[]): Stretch {
  const text = block.join('\n');
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = (unspaced === 0 ? text : text.replace(UNSPACED, ' ')).match(WORD) ?? [];
  return {
    lines: block.length,
    words: words.length + unspaced / 2,
    small: words.filter((word) => /^\p{Ll}/u.test(word)).length,
    capital: words.filter((word) => /^[\p{Lu}\p{Lt}]/u.test(word)).length,
    ends: text.match(SENTENCE_END)?.length ?? 0,
    marks: text.match(MARKS)?.length ?? 0,
    wrapped: block.slice(1).filter((line) => /^\p{Ll}/u.test(line)).length,
    odd: text.match(/[^\p{L}\p{M}\s.,;:!?…'’"«»“”‘()،؛؟。、，！？「」『』–—-]/gu)?.length ?? 0,
    length: text.length,
  };
}

function runs({ lines, words, small, capital, ends, marks, wrapped, odd, length }: Stretch): boolean {
  if (words < 4 || odd > 0.2 * length) return false;
  const cased = small + capital;
  if (cased > 0.5 * words && small < 0.35 * cased) return false;
  const perLine = words / lines;
  if (perLine < 2.5) return false;
  // a sentence, or many lines of it; a list's lines have neither marks nor length
  if (ends > 0) return ends * 60 >= words * 0.5 || perLine >= 8;
  if (perLine >= 6 && (lines === 1 || marks > 0 || wrapped > 0)) return true;
  return perLine >= 3 && marks >= 0.3 * lines;
}
