import type { Block, BlockRole } from '../analysis';
import type { Span } from '../span';
import { type Credit, type CreditRules, findCredit } from './captions';
import { isDatelineAlone } from './dateline';
import type { Header } from './header';
import { type HeadlineRules, headlineForm, isDialogue, isMarkedHeadline, isQuotedLine } from './headlines';

/** What a language says about an article's furniture. Lower case. */
export interface StructureRules extends CreditRules, HeadlineRules {
  /** What a link to another article begins with: lire aussi, see also. */
  readonly teaserOpenings: readonly string[];
  /** What a site adds to its articles begins with: abonnez-vous, partager cet article, mots-clés. */
  readonly noticeOpenings: readonly string[];
  /** What a line that tells who wrote it or when begins with: publié le. After one that ends in a space (par) a name follows. */
  readonly bylineOpenings: readonly string[];
}

const HEADING_LENGTH = 60;
const BYLINE_LENGTH = 100;
const TITLE_LENGTH = 200;
const TEASER_LENGTH = 300;
const NOTICE_LENGTH = 160;
/** One line break, with the white space around it. */
const ONE_BREAK = /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/u;
const BREAK_LENGTH = 40;
/** How many paragraphs a dateline may follow: below the lead, but no further down. */
const BEFORE_DATELINE = 2;
/** How many lines from the end a signature may stand. */
const AT_END = 3;
const OPENING_MARK = /^[-–—«“"„»•*]/u;
const CLOSING = /[\s»”"'’]$/u;
const BRACKETED = /[)\]]$/u;
const CLOSED = /[»”"'’]$/u;
const STOP = /[.!?…:;,–—-]$/u;
const DASHED = /[-–—]\s*$/u;
/** A place perhaps, a day with its month and year or the other way round, and the hour. */
const DATED =
  /^(?:\p{Lu}[^\d.!?]{0,30}[,(–—-]\s*)?(?:\p{L}{1,10}\.?\s+){0,3}(?:\d{1,2}\p{L}{0,3}\.?\s+\p{L}+\.?|\p{L}+\.?\s+\d{1,2}\p{L}{0,2},?)\s+\d{4}(?:\P{L}|\b\p{L}{1,3}\b)*$/u;

/** What all of these have. */
const YEAR = /\d{4}/;

/** The day comes at once, or after a place or one word: `Le 3 mars …`, no `Événements du 3 mars …`. */
const DAY_FIRST = /^(?:\p{Lu}[^\d,(–—]{0,30}[,(–—]\s*)?(?:\p{L}+\.?\s+)?\d/u;

/** A paragraph as its form shows it. */
interface Form {
  readonly words: string;
  readonly credit: Credit | null;
  /** Whether it is a line without a full stop, as headlines are. */
  readonly plain: boolean;
  /** Whether the line above is the paragraph before, no blank line between. */
  readonly attached: boolean;
}

/** `(avec agences)`, `A. B.`: who wrote it, below the text. */
const SIGNATURE = /^(?:\([^()]{3,60}\)|(?:\p{Lu}\.[- ]?){2,4})$/u;

/** How far the article has been read. */
interface Progress {
  titled: boolean;
  body: number;
  /** Whether a line such as "on the same subject" has been read, which links follow. */
  links: boolean;
  /** Whether a name and a colon before a line tell who speaks, as in an interview. */
  readonly dialogue: boolean;
}

/**
 * Tells what each paragraph is for. Without markup this can only be read off the form: a caption bears a credit,
 * a heading is short, a teaser longer, and neither ends in a full stop.
 */
export function findStructure(text: string, header: Header | null, paragraphs: readonly Span[], rules: StructureRules): Block[] {
  const blocks: Block[] = [];
  if (header !== null && header.end > header.start) blocks.push({ role: 'header', start: header.start, end: header.end });
  const forms = paragraphs.map((paragraph, index) => formOf(text, paragraph, paragraphs[index - 1], rules));
  const dialogue = isDialogue(
    forms.map((form) => form.words),
    rules,
  );
  const progress: Progress = { titled: false, body: 0, links: false, dialogue };
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

function formOf(text: string, { start, end }: Span, before: Span | undefined, rules: StructureRules): Form {
  const words = text.slice(start, Math.min(end, start + TEASER_LENGTH + 1));
  const whole = end - start <= TEASER_LENGTH;
  const plain =
    whole && !CLOSED.test(words) && !STOP.test(withoutTail(words)) && !OPENING_MARK.test(words) && /\p{L}/u.test(words);
  const attached = before !== undefined && start - before.end < BREAK_LENGTH && ONE_BREAK.test(text.slice(before.end, start));
  return { words, credit: findCredit(words, whole, rules), plain, attached };
}

/** A line without closing quotation marks and words in brackets (photos) at its end: what stands before them says how it ends. */
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
  const form = forms[index] as Form;
  const { words, plain } = form;
  const lower = words.toLowerCase();
  const begun = progress.body > 0;
  const opens = (openings: readonly string[]): boolean => openings.some((opening) => lower.startsWith(opening));
  if (opens(rules.teaserOpenings) || (begun && words.length <= NOTICE_LENGTH && opens(rules.noticeOpenings))) {
    progress.links = plain || words.endsWith(':');
    return 'teaser';
  }
  if (isByline(forms, index, progress, rules)) {
    progress.links = false;
    return 'byline';
  }
  const last = index === forms.length - 1;
  if (!begun && !progress.titled && !last && isTitle(form, forms.slice(index + 1, index + 4))) return 'title';
  if (isBelowCredit(forms, index, rules)) return 'caption';
  if (progress.links && (plain || isLinkOfList(words) || isMarkedHeadline(words, rules))) return 'teaser';
  progress.links = false;
  return begun ? (asideRole(forms, index, progress, rules) ?? 'paragraph') : 'lead';
}

/** `Courriel ,` after "share this article:". */
const isLinkOfList = (words: string): boolean => words.length <= HEADING_LENGTH && words.endsWith(',');

/** Whether a line is what the picture shows, below a line that is its credit and nothing else. */
function isBelowCredit(forms: readonly Form[], index: number, rules: StructureRules): boolean {
  const { words, plain, attached } = forms[index] as Form;
  const above = forms[index - 1];
  const end = Math.max(above?.credit?.credit?.end ?? 0, above?.credit?.photographer?.end ?? 0);
  return attached && end > 0 && end === above?.words.length && (plain || isMarkedHeadline(words, rules));
}

/** What a line between the paragraphs is: another article's headline, or a heading; null where it is a paragraph itself. */
function asideRole(
  forms: readonly Form[],
  index: number,
  { dialogue }: Progress,
  rules: StructureRules,
): 'teaser' | 'heading' | null {
  const { words, plain } = forms[index] as Form;
  const [before, after] = [forms[index - 1], forms[index + 1]];
  // lines without a full stop one after the other are a list
  const alone = !isShort(before) && !isShort(after);
  if (!plain) {
    if (!alone || dialogue || words.length > TEASER_LENGTH) return null;
    if (isMarkedHeadline(words, rules)) return 'teaser';
    const between = isSentence(before) && isSentence(after) && (after as Form).words.length > words.length;
    return words.length <= HEADING_LENGTH && between && isQuotedLine(words) ? 'heading' : null;
  }
  if (words.length > HEADING_LENGTH) return 'teaser';
  const headline = dialogue ? null : headlineForm(words, rules);
  if (headline === 'verb' || (headline === 'colon' && alone)) return 'teaser';
  return alone && after !== undefined ? 'heading' : null;
}

const isShort = (form: Form | undefined): boolean =>
  form?.plain === true && form.credit === null && form.words.length <= HEADING_LENGTH;

/** Running text: begun without a mark and ended by a full stop, inside a closing mark or not. */
const isSentence = (form: Form | undefined): boolean =>
  form !== undefined &&
  !OPENING_MARK.test(form.words) &&
  (form.words.length > TEASER_LENGTH || /[.!?…]\s*[»”"]?$/u.test(form.words));

/** A headline, or a question or a line with somebody's words as a headline, which something longer follows. */
function isTitle({ words, plain }: Form, following: readonly Form[]): boolean {
  if (words.length > TITLE_LENGTH) return false;
  if (plain) return true;
  const sentence = withoutTail(words);
  const single = !/[.!?…]\s+[\p{Lu}«“"]/u.test(sentence);
  const speech = OPENING_MARK.test(words) && /[»”"]$/u.test(words);
  if (!single || speech || /^[-–—•*]/u.test(words) || /[.:;,–—-]$/u.test(sentence)) return false;
  // with points of suspension only where a dateline parts it from the text
  if (/…$|\.{3}$/u.test(sentence)) return following.slice(0, 2).some((form) => isDateline(form.words));
  return following.some((form) => form.words.length > words.length);
}

/**
 * `Lorient, 3 mars 2017 –`, `Publié le 3 mars 2017`, `Par Anna Berg`: who wrote it, where and when, on a line of its own
 * before the text, a dateline also below the lead, a signature also at the end.
 */
function isByline(forms: readonly Form[], index: number, progress: Progress, rules: StructureRules): boolean {
  const { words, plain } = forms[index] as Form;
  if (words.length > BYLINE_LENGTH) return false;
  const ends = index > 0 && forms.length - index <= AT_END;
  if (progress.body > 0 && !ends) return progress.body <= BEFORE_DATELINE && DAY_FIRST.test(words) && isDateline(words);
  if ((plain || ends) && rules.bylineOpenings.some((opening) => opensByline(words, opening))) return true;
  return progress.body > 0 ? SIGNATURE.test(words) : isDateline(words);
}

function opensByline(words: string, opening: string): boolean {
  if (!words.slice(0, opening.length).toLowerCase().startsWith(opening)) return false;
  return !opening.endsWith(' ') || /^\p{Lu}/u.test(words.slice(opening.length));
}

const isDateline = (words: string): boolean =>
  isDatelineAlone(words) ||
  (YEAR.test(words) && DATED.test(words.replace(/[\s.]*[-–—]?\s*$/u, ''))) ||
  (words.length <= HEADING_LENGTH && DASHED.test(words) && /\d/.test(words));
