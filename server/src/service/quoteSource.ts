import type { Quotation } from '../core/analysis';
import { own } from '../core/members';
import { extentOf, isSpeech } from './article';
import { plain } from './markdown';

/** What is known of where a quotation stands. */
export interface QuotePlace {
  /** BCP 47, of the article: its marks are those of its language. */
  readonly language: string;
  /** EDTF. */
  readonly date: string | null;
  readonly title?: string | undefined;
  /** The paper, as metadata.csv has it. */
  readonly source?: string | undefined;
  /** The file, as people name it. */
  readonly file: string;
}

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  de: ['„', '“'],
  es: ['«', '»'],
  it: ['«', '»'],
};

/**
 * A quotation as it is cited: its words in the marks of the article's language, what an incise leaves out as […], who says
 * them, and where they stand. Reported speech has no marks: the words are the article's.
 *
 * @param locale - BCP 47: the reader's, for the date.
 */
export function quoteWithSource(quote: Quotation, place: QuotePlace, locale: string): string {
  const words = plain(quote.text).replaceAll(' … ', ' […] ');
  const [open, close] = own(MARKS, place.language.split('-')[0] ?? '') ?? ['“', '”'];
  const said = quote.kind === 'indirect' ? words : `${open}${words}${close}`;
  const speaker = isSpeech(quote) ? (quote.speakerName ?? quote.speaker?.text) : undefined;
  const parts = [speaker, place.title, place.source, dayOf(place.date, locale), place.file];
  return `${said} — ${parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plain(part as string))
    .join(', ')}`;
}

function dayOf(date: string | null, locale: string): string | undefined {
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date)) return date ?? undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}

/** The innermost quotation that a place lies in, its marks counted; undefined where there is none. */
export function quotationAtPlace(quotes: readonly Quotation[], offset: number): Quotation | undefined {
  const around = quotes.filter((quote) => {
    const { start, end } = extentOf(quote);
    return start - 1 <= offset && offset <= end + 1;
  });
  const size = (quote: Quotation): number => extentOf(quote).end - extentOf(quote).start;
  return around.sort((a, b) => size(a) - size(b))[0];
}
