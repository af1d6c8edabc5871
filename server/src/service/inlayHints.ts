import type { Span } from '../core/span';
import type { Messages } from '../messages/reading';
import { type Article, extentOf, isRelative, isSpeech } from './article';
import { dateWords } from './dateWords';
import { plain, shorten } from './markdown';

/** A few words shown after an offset, not part of the text. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
}

/** Which hints to give. */
export interface HintOptions {
  readonly dates: boolean;
  readonly speakers: boolean;
}

const NAME_LENGTH = 40;

/** Hints in a range: behind relative dates the value (→ 2016-03), after speakers that are not named the name (→ Nikolaï Patrouchev). */
export function inlayHints(article: Article, range: Span, options: HintOptions, messages: Messages): Hint[] {
  const { dates, quotes } = article.analysis;
  const inRange = (offset: number): boolean => range.start <= offset && offset <= range.end;
  const hints = new Map<number, Hint>();
  for (const date of options.dates ? dates : []) {
    const value = date.edtf ?? date.value;
    if (!isRelative(date) || !inRange(date.end) || value === '' || value === date.text) continue;
    hints.set(date.end, { offset: date.end, label: `→ ${value}`, tooltip: dateWords(date, messages) });
  }
  for (const quote of options.speakers ? quotes : []) {
    const { speaker, speakerName } = quote;
    if (!isSpeech(quote) || !speaker || speakerName === undefined || !inRange(speaker.end)) continue;
    if (plain(speaker.text).includes(lastWord(speakerName))) continue;
    const words = shorten(article.text.slice(extentOf(quote).start, extentOf(quote).end), 80);
    hints.set(speaker.end, { offset: speaker.end, label: `→ ${shorten(speakerName, NAME_LENGTH)}`, tooltip: words });
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

const lastWord = (name: string): string => plain(name).split(' ').at(-1) ?? name;
