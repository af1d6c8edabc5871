import { type Credit, type CreditRules, findCredit } from './captions';
import { isDatelineAlone } from './dateline';
import { type HeadlineRules, isMarkedHeadline, labelOf } from './headlines';

/** What a language says about an article's furniture. Lower case. */
export interface StructureRules extends CreditRules, HeadlineRules {
  /** What a link to another article begins with: lire aussi, see also. */
  readonly teaserOpenings: readonly string[];
  /** What a site adds to its articles begins with: abonnez-vous, partager cet article, mots-clés. */
  readonly noticeOpenings: readonly string[];
  /** What a line that tells who wrote it or when begins with: publié le. After one that ends in a space (par) a name follows. */
  readonly bylineOpenings: readonly string[];
}

/** So many code units of a paragraph are read at most: what is longer is running text. */
export const LONGEST_FORM = 300;
/** Of a line that ends in a dash as many as a dateline has. */
const DATELINE_LENGTH = 60;
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

/** A paragraph as its form shows it, by itself. Each thing is read at the first question: a form stays with its paragraph. */
export class LineForm {
  /** The paragraph, or as much of it as is read. */
  readonly words: string;
  readonly #isWhole: boolean;
  readonly #rules: StructureRules;
  #plain: boolean | undefined;
  #credit: Credit | null | undefined;
  #isTeaser: boolean | undefined;
  #isNotice: boolean | undefined;
  #isMarked: boolean | undefined;
  #isDateline: boolean | undefined;
  #isSentence: boolean | undefined;
  #isLabelled: boolean | undefined;

  constructor(paragraph: string, rules: StructureRules) {
    this.words = paragraph.slice(0, LONGEST_FORM + 1);
    this.#isWhole = paragraph.length <= LONGEST_FORM;
    this.#rules = rules;
  }

  /** Whether it is a line without a full stop, as headlines are. */
  get plain(): boolean {
    this.#plain ??= this.#isWhole && isPlain(this.words);
    return this.#plain;
  }

  get credit(): Credit | null {
    if (this.#credit === undefined) this.#credit = findCredit(this.words, this.#isWhole, this.#rules);
    return this.#credit;
  }

  /** Whether it begins as a link to another article does. */
  get opensTeaser(): boolean {
    this.#isTeaser ??= opens(this.words, this.#rules.teaserOpenings);
    return this.#isTeaser;
  }

  /** Whether it begins as what a site adds to its articles does. */
  get opensNotice(): boolean {
    this.#isNotice ??= opens(this.words, this.#rules.noticeOpenings);
    return this.#isNotice;
  }

  /** See {@link isMarkedHeadline}. */
  get isMarked(): boolean {
    this.#isMarked ??= isMarkedHeadline(this.words, this.#rules);
    return this.#isMarked;
  }

  /** Place and day, or a line that a dash ends and that has a number. */
  get isDateline(): boolean {
    this.#isDateline ??= isDateline(this.words);
    return this.#isDateline;
  }

  /** Running text: begun without a mark and ended by a full stop, inside a closing mark or not. */
  get isSentence(): boolean {
    this.#isSentence ??=
      !OPENING_MARK.test(this.words) && (this.words.length > LONGEST_FORM || /[.!?…]\s*[»”"]?$/u.test(this.words));
    return this.#isSentence;
  }

  /** Whether a name and a colon before it tell who speaks. */
  get isLabelled(): boolean {
    this.#isLabelled ??= labelOf(this.words, this.#rules) !== null;
    return this.#isLabelled;
  }
}

function opens(words: string, openings: readonly string[]): boolean {
  const lower = words.toLowerCase();
  return openings.some((opening) => lower.startsWith(opening));
}

const isPlain = (words: string): boolean =>
  !CLOSED.test(words) && !STOP.test(withoutTail(words)) && !OPENING_MARK.test(words) && /\p{L}/u.test(words);

/** A line without closing quotation marks and words in brackets (photos) at its end: what stands before them says how it ends. */
export function withoutTail(words: string): string {
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

const isDateline = (words: string): boolean =>
  isDatelineAlone(words) ||
  (YEAR.test(words) && DATED.test(words.replace(/[\s.]*[-–—]?\s*$/u, ''))) ||
  (words.length <= DATELINE_LENGTH && DASHED.test(words) && /\d/.test(words));
