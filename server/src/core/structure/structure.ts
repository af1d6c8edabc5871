import type { Block, BlockRole } from '../analysis';
import type { Span } from '../span';
import { type Credit, type CreditRules, findCredit } from './captions';
import type { Header } from './header';

/** What a language says about an article's furniture. Lower case. */
export interface StructureRules extends CreditRules {
  /** What a link to another article begins with: lire aussi, see also. */
  readonly teaserOpenings: readonly string[];
  /** What a line that tells who wrote it or when begins with: par, publié le. */
  readonly bylineOpenings: readonly string[];
}

const HEADING_LENGTH = 60;
const BYLINE_LENGTH = 100;
const TITLE_LENGTH = 200;
const TEASER_LENGTH = 300;
const OPENING_MARK = /^[-–—«“"„»•*]/u;
const CLOSING = /[\s»”"'’]$/u;
const BRACKETED = /[)\]]$/u;
const CLOSED = /[»”"'’]$/u;
const STOP = /[.!?…:;,–—-]$/u;
const DASHED = /[-–—]\s*$/u;
/** A place perhaps, a day with its month and year or the other way round, and the hour. */
const DATED =
  /^(?:\p{Lu}[^\d.!?]{0,30}[,(–—-]\s*)?(?:\p{L}{1,10}\.?\s+){0,3}(?:\d{1,2}\p{L}{0,3}\.?\s+\p{L}+\.?|\p{L}+\.?\s+\d{1,2}\p{L}{0,2},?)\s+\d{4}(?:\P{L}|\b\p{L}{1,3}\b)*$/u;

/** A paragraph as its form shows it. */
interface Form {
  readonly words: string;
  readonly credit: Credit | null;
  /** Whether it is a line without a full stop, as headlines are. */
  readonly plain: boolean;
}

/** How far the article has been read. */
interface Progress {
  titled: boolean;
  body: number;
  /** Whether a line such as "on the same subject" has been read, which links follow. */
  links: boolean;
}

/**
 * Tells what each paragraph is for. Without markup this can only be read off the form: a caption bears a credit,
 * a heading is short, a teaser longer, and neither ends in a full stop.
 */
export function findStructure(text: string, header: Header | null, paragraphs: readonly Span[], rules: StructureRules): Block[] {
  const blocks: Block[] = [];
  if (header !== null && header.end > header.start) blocks.push({ role: 'header', start: header.start, end: header.end });
  const forms = paragraphs.map((paragraph) => formOf(text, paragraph, rules));
  const progress: Progress = { titled: false, body: 0, links: false };
  for (const [index, { start, end }] of paragraphs.entries()) {
    const { credit } = forms[index] as Form;
    if (credit === null) {
      const role = roleOf(forms, index, progress, rules);
      if (role === 'title') progress.titled = true;
      if (role === 'lead' || role === 'paragraph') progress.body++;
      blocks.push({ role, start, end });
    } else blocks.push({ role: 'caption', start, end, ...placed(credit, start) });
  }
  return blocks;
}

function formOf(text: string, { start, end }: Span, rules: StructureRules): Form {
  const words = text.slice(start, Math.min(end, start + TEASER_LENGTH + 1));
  const whole = end - start <= TEASER_LENGTH;
  const plain =
    whole && !CLOSED.test(words) && !STOP.test(withoutTail(words)) && !OPENING_MARK.test(words) && /\p{L}/u.test(words);
  return { words, credit: findCredit(words, whole, rules), plain };
}

/** A line without closing quotation marks and words in brackets (photos) at its end: what stands before them tells how it ends. */
function withoutTail(words: string): string {
  let end = words.length;
  const strip = (): void => {
    while (end > 0 && CLOSING.test(words[end - 1] as string)) end--;
  };
  strip();
  if (end > 0 && BRACKETED.test(words[end - 1] as string)) {
    const open = Math.max(words.lastIndexOf('(', end), words.lastIndexOf('[', end));
    if (open >= 0) {
      end = open;
      strip();
    }
  }
  return words.slice(0, end);
}

function placed({ credit, photographer }: Credit, by: number): Credit {
  const place = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return { ...(credit && { credit: place(credit) }), ...(photographer && { photographer: place(photographer) }) };
}

function roleOf(forms: readonly Form[], index: number, progress: Progress, rules: StructureRules): BlockRole {
  const { words, plain } = forms[index] as Form;
  const lower = words.toLowerCase();
  if (rules.teaserOpenings.some((opening) => lower.startsWith(opening))) {
    progress.links = plain || words.endsWith(':');
    return 'teaser';
  }
  const last = index === forms.length - 1;
  const begun = progress.body > 0;
  if (isByline(words, lower, plain, begun, rules)) {
    progress.links = false;
    return 'byline';
  }
  if (!begun && !progress.titled && !last && isTitle(forms[index] as Form, forms.slice(index + 1, index + 4))) return 'title';
  if (plain && progress.links) return 'teaser';
  progress.links = false;
  if (plain && begun) {
    if (words.length > HEADING_LENGTH) return 'teaser';
    // lines without a full stop one after the other are a list
    if (!isShort(forms[index - 1]) && !last && !isShort(forms[index + 1])) return 'heading';
  }
  return begun ? 'paragraph' : 'lead';
}

const isShort = (form: Form | undefined): boolean =>
  form?.plain === true && form.credit === null && form.words.length <= HEADING_LENGTH;

/** A headline, or a question or a line with somebody's words as a headline, which something longer follows. */
function isTitle({ words, plain }: Form, following: readonly Form[]): boolean {
  if (words.length > TITLE_LENGTH) return false;
  if (plain) return true;
  const sentence = withoutTail(words);
  const single = !/[.!?…]\s+[\p{Lu}«“"]/u.test(sentence);
  const speech = OPENING_MARK.test(words) && /[»”"]$/u.test(words);
  if (!single || speech || /^[-–—•*]/u.test(words) || /[.…:;,–—-]$/u.test(sentence)) return false;
  return following.some((form) => form.words.length > words.length);
}

/** `Lorient, 3 mars 2017 –`, `Publié le 3 mars 2017`, `Par Anna Berg`: who wrote it, where and when, on a line of its own. */
function isByline(words: string, lower: string, plain: boolean, begun: boolean, rules: StructureRules): boolean {
  if (words.length > BYLINE_LENGTH || begun) return false;
  if (plain && rules.bylineOpenings.some((opening) => lower.startsWith(opening))) return true;
  return (
    DATED.test(words.replace(/[\s.]*[-–—]?\s*$/u, '')) ||
    (words.length <= HEADING_LENGTH && DASHED.test(words) && /\d/.test(words))
  );
}
