import type { Block, BlockRole } from '../analysis';
import type { Span } from '../span';
import type { Credit } from './captions';
import type { Header } from './header';
import { headlineForm, isDialogue, isQuotedLine } from './headlines';
import { LineForm, LONGEST_FORM, type StructureRules, withoutTail } from './lineForm';

export type { StructureRules };

const HEADING_LENGTH = 60;
const BYLINE_LENGTH = 100;
const TITLE_LENGTH = 200;
const NOTICE_LENGTH = 160;
/** One line break, with the white space around it. */
const ONE_BREAK = /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/u;
const BREAK_LENGTH = 40;
/** How many paragraphs a dateline may follow: below the lead, but no further down. */
const BEFORE_DATELINE = 2;
/** How many lines from the end a signature may stand. */
const AT_END = 3;
const OPENING_MARK = /^[-–—«“"„»•*]/u;

/** The day comes at once, or after a place or one word: `Le 3 mars …`, no `Événements du 3 mars …`. */
const DAY_FIRST = /^(?:\p{Lu}[^\d,(–—]{0,30}[,(–—]\s*)?(?:\p{L}+\.?\s+)?\d/u;

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

/** A paragraph, with its form where that was read before. */
export interface FormedSpan extends Span {
  readonly form?: LineForm;
}

/** The forms of an article's paragraphs. */
interface Forms {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly list: readonly LineForm[];
}

/**
 * Tells what each paragraph is for. Without markup this can only be read off the form: a caption bears a credit,
 * a heading is short, a teaser longer, and neither ends in a full stop.
 */
export function findStructure(
  text: string,
  header: Header | null,
  paragraphs: readonly FormedSpan[],
  rules: StructureRules,
): Block[] {
  const blocks: Block[] = [];
  if (header !== null && header.end > header.start) blocks.push({ role: 'header', start: header.start, end: header.end });
  const list = paragraphs.map(({ start, end, form }) => form ?? new LineForm(text.slice(start, end), rules));
  const forms: Forms = { text, paragraphs, list };
  const dialogue = isDialogue(list);
  const progress: Progress = { titled: false, body: 0, links: false, dialogue };
  for (const [index, { start, end }] of paragraphs.entries()) {
    const { credit } = list[index] as LineForm;
    if (credit === null) {
      const role = roleOf(forms, index, progress, rules);
      if (role === 'title') progress.titled = true;
      if (role === 'lead' || role === 'paragraph') progress.body++;
      blocks.push({ role, start, end });
    } else blocks.push({ role: 'caption', start, end, ...placed(credit, start) });
  }
  return blocks;
}

function placed({ credit, photographer }: Credit, by: number): Credit {
  const place = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return { ...(credit && { credit: place(credit) }), ...(photographer && { photographer: place(photographer) }) };
}

function roleOf(forms: Forms, index: number, progress: Progress, rules: StructureRules): BlockRole {
  const { list } = forms;
  const form = list[index] as LineForm;
  const { words, plain } = form;
  const begun = progress.body > 0;
  if (form.opensTeaser || (begun && words.length <= NOTICE_LENGTH && form.opensNotice)) {
    progress.links = plain || words.endsWith(':');
    return 'teaser';
  }
  if (isByline(list, index, progress, rules)) {
    progress.links = false;
    return 'byline';
  }
  const last = index === list.length - 1;
  if (!begun && !progress.titled && !last && isTitle(form, list.slice(index + 1, index + 4))) return 'title';
  if (isBelowCredit(forms, index)) return 'caption';
  if (progress.links && (plain || isLinkOfList(words) || form.isMarked)) return 'teaser';
  progress.links = false;
  return begun ? (asideRole(list, index, progress, rules) ?? 'paragraph') : 'lead';
}

/** `Courriel ,` after "share this article:". */
const isLinkOfList = (words: string): boolean => words.length <= HEADING_LENGTH && words.endsWith(',');

/** Whether a line is what the picture shows, below a line that is its credit and nothing else. */
function isBelowCredit(forms: Forms, index: number): boolean {
  const form = forms.list[index] as LineForm;
  const above = forms.list[index - 1];
  const end = Math.max(above?.credit?.credit?.end ?? 0, above?.credit?.photographer?.end ?? 0);
  return end > 0 && end === above?.words.length && (form.plain || form.isMarked) && isAttached(forms, index);
}

/** Whether the line above is the paragraph before, no blank line between. */
function isAttached({ text, paragraphs }: Forms, index: number): boolean {
  const end = paragraphs[index - 1]?.end;
  const start = paragraphs[index]?.start ?? 0;
  return end !== undefined && start - end < BREAK_LENGTH && ONE_BREAK.test(text.slice(end, start));
}

/** What a line between the paragraphs is: another article's headline, or a heading; null where it is a paragraph itself. */
function asideRole(
  forms: readonly LineForm[],
  index: number,
  { dialogue }: Progress,
  rules: StructureRules,
): 'teaser' | 'heading' | null {
  const form = forms[index] as LineForm;
  const { words, plain } = form;
  const [before, after] = [forms[index - 1], forms[index + 1]];
  // lines without a full stop one after the other are a list
  const alone = !isShort(before) && !isShort(after);
  if (!plain) {
    if (!alone || dialogue || words.length > LONGEST_FORM) return null;
    if (form.isMarked) return 'teaser';
    const between = before?.isSentence && after?.isSentence && after.words.length > words.length;
    return words.length <= HEADING_LENGTH && between && isQuotedLine(words) ? 'heading' : null;
  }
  if (words.length > HEADING_LENGTH) return 'teaser';
  const headline = dialogue ? null : headlineForm(words, rules);
  if (headline === 'verb' || (headline === 'colon' && alone)) return 'teaser';
  return alone && after !== undefined ? 'heading' : null;
}

const isShort = (form: LineForm | undefined): boolean =>
  form?.plain === true && form.credit === null && form.words.length <= HEADING_LENGTH;

/** A headline, or a question or a line with somebody's words as a headline, which something longer follows. */
function isTitle({ words, plain }: LineForm, following: readonly LineForm[]): boolean {
  if (words.length > TITLE_LENGTH) return false;
  if (plain) return true;
  const sentence = withoutTail(words);
  const single = !/[.!?…]\s+[\p{Lu}«“"]/u.test(sentence);
  const speech = OPENING_MARK.test(words) && /[»”"]$/u.test(words);
  if (!single || speech || /^[-–—•*]/u.test(words) || /[.:;,–—-]$/u.test(sentence)) return false;
  // with points of suspension only where a dateline parts it from the text
  if (/…$|\.{3}$/u.test(sentence)) return following.slice(0, 2).some((form) => form.isDateline);
  return following.some((form) => form.words.length > words.length);
}

/**
 * `Lorient, 3 mars 2017 –`, `Publié le 3 mars 2017`, `Par Anna Berg`: who wrote it, where and when, on a line of its own
 * before the text, a dateline also below the lead, a signature also at the end.
 */
function isByline(forms: readonly LineForm[], index: number, progress: Progress, rules: StructureRules): boolean {
  const form = forms[index] as LineForm;
  const { words, plain } = form;
  if (words.length > BYLINE_LENGTH) return false;
  const ends = index > 0 && forms.length - index <= AT_END;
  if (progress.body > 0 && !ends) return progress.body <= BEFORE_DATELINE && DAY_FIRST.test(words) && form.isDateline;
  if ((plain || ends) && rules.bylineOpenings.some((opening) => opensByline(words, opening))) return true;
  return progress.body > 0 ? SIGNATURE.test(words) : form.isDateline;
}

function opensByline(words: string, opening: string): boolean {
  if (!words.slice(0, opening.length).toLowerCase().startsWith(opening)) return false;
  return !opening.endsWith(' ') || /^\p{Lu}/u.test(words.slice(opening.length));
}
