import type { Block, BlockRole } from '../analysis';
import type { Span } from '../span';
import { isSpaceAt } from '../text/tokens';
import type { Header } from './header';

/** What a language says about an article's furniture. Lower case. */
export interface StructureRules {
  /** Words that begin a sentence and never a name: le, la, un. They end a photographer's name. */
  readonly determiners: ReadonlySet<string>;
  /** What a link to another article begins with: lire aussi, see also. */
  readonly teaserOpenings: readonly string[];
  /** What a photo credit begins with, besides ©: photo, crédit photo. */
  readonly creditOpenings: readonly string[];
}

const HEADING_LENGTH = 60;
const TITLE_LENGTH = 200;
const TEASER_LENGTH = 300;
const FINAL_STOP = /[.!?…:;,»”"'’)\]–—-]$/u;

/**
 * Tells what each paragraph is for. Without markup this can only be read off the form: a caption bears a credit,
 * a heading is short and a teaser longer, and neither ends in a full stop.
 */
export function findStructure(text: string, header: Header | null, paragraphs: readonly Span[], rules: StructureRules): Block[] {
  const blocks: Block[] = [];
  if (header !== null && header.end > header.start) blocks.push({ role: 'header', start: header.start, end: header.end });
  let body = 0;
  let titled = false;
  paragraphs.forEach((paragraph, index) => {
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + TEASER_LENGTH + 1));
    const caption = findCaption(words, paragraph, rules);
    if (caption !== null) {
      blocks.push(caption);
      return;
    }
    const role = roleOf(words, index, paragraphs.length, body, titled, rules);
    if (role === 'title') titled = true;
    if (role === 'lead' || role === 'paragraph') body++;
    blocks.push({ role, start: paragraph.start, end: paragraph.end });
  });
  return blocks;
}

function roleOf(words: string, index: number, count: number, body: number, titled: boolean, rules: StructureRules): BlockRole {
  const lower = words.toLowerCase();
  if (rules.teaserOpenings.some((opening) => lower.startsWith(opening))) return 'teaser';
  const plain = !FINAL_STOP.test(words) && !/^[-–—«“"„»•*]/u.test(words) && /\p{L}/u.test(words);
  const last = index === count - 1;
  if (plain && body === 0 && !titled && words.length <= TITLE_LENGTH && !last) return 'title';
  if (plain && body > 0 && words.length <= TEASER_LENGTH) {
    if (words.length > HEADING_LENGTH) return 'teaser';
    if (!last) return 'heading';
  }
  return body === 0 ? 'lead' : 'paragraph';
}

/** `© AP Photo/ Alex Brandon Le chef …`: the credit up to the slash, the name behind it, and what the picture shows. */
function findCaption(words: string, paragraph: Span, rules: StructureRules): Block | null {
  const lower = words.toLowerCase();
  const marked = /^(?:©|\(c\)|📷)\s*/iu.exec(words);
  const opening =
    marked?.[0] ??
    rules.creditOpenings.find((credit) => lower.startsWith(credit) && /^\s*[:.©/]/.test(lower.slice(credit.length)));
  if (opening === undefined) return null;
  const block = { role: 'caption' as const, start: paragraph.start, end: paragraph.end };
  const slash = words.slice(0, 80).indexOf('/');
  if (slash < 0) {
    const name = capitalisedRun(words, opening.length, rules);
    return {
      ...block,
      credit: { start: paragraph.start, end: paragraph.start + (name ?? { end: opening.trimEnd().length }).end },
    };
  }
  const photographer = capitalisedRun(words, slash + 1, rules);
  return {
    ...block,
    credit: { start: paragraph.start, end: paragraph.start + slash + 1 },
    ...(photographer && {
      photographer: { start: paragraph.start + photographer.start, end: paragraph.start + photographer.end },
    }),
  };
}

/** Up to three capitalised words (particles between them allowed), ended by a determiner or any other word. */
function capitalisedRun(words: string, from: number, rules: StructureRules): Span | null {
  let at = from;
  let end = -1;
  let start = -1;
  for (let taken = 0; taken < 3; ) {
    while (isSpaceAt(words, at)) at++;
    const word = /^[\p{L}\p{M}\p{N}.'’-]+/u.exec(words.slice(at, at + 60))?.[0];
    if (word === undefined) break;
    const particle = end > 0 && /^(?:de|du|des|van|von|der|den|di|da|el|al|bin|ben|la|le)$/u.test(word);
    if (!particle && (!/^\p{Lu}/u.test(word) || rules.determiners.has(word.toLowerCase()) || /^[LD]['’]/u.test(word))) break;
    if (start < 0) start = at;
    at += word.length;
    if (!particle) {
      end = at;
      taken++;
    }
  }
  return start < 0 || end < 0 ? null : { start, end };
}
