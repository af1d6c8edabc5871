import type { Entity, Quotation, TemporalExpression } from '../core/analysis';
import { compareDates } from '../core/dates/index';
import type { Span } from '../core/span';
import { datesInText } from '../formats/analysis/header';
import type { Messages } from '../messages/reading';
import { type Article, extentOf, isSpeech } from './article';
import { dateWords } from './dateWords';
import { plain, shorten } from './markdown';
import { speakerKey } from './neighbour';

const TEXT_LENGTH = 160;

/** Speech by one speaker. */
export interface SpeechBySpeaker {
  readonly name: string;
  readonly entity?: Entity;
  readonly quotes: readonly { readonly quote: Quotation; readonly span: Span; readonly text: string }[];
}

/** The article's speech by speaker, in the order in which they first speak; speech without a speaker comes last. */
export function quotesBySpeaker(article: Article): SpeechBySpeaker[] {
  const groups = new Map<string, Quotation[]>();
  for (const quote of article.analysis.quotes) {
    if (!isSpeech(quote) || quote.spans.length === 0) continue;
    const key = speakerKey(quote) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [quote]);
    else group.push(quote);
  }
  const unknown = groups.get('');
  groups.delete('');
  const speakers = [...groups.values()].map((quotes) => speaker(article, quotes));
  return unknown === undefined ? speakers : [...speakers, speaker(article, unknown)];
}

function speaker(article: Article, quotes: readonly Quotation[]): SpeechBySpeaker {
  const first = quotes[0] as Quotation;
  const entity = article.entity(first.speakerEntity);
  return {
    name: plain(entity?.name ?? first.speakerName ?? first.speaker?.text ?? ''),
    ...(entity && { entity }),
    quotes: quotes.map((quote) => ({ quote, span: extentOf(quote), text: shorten(quote.text, TEXT_LENGTH) })),
  };
}

/** A date on the article's timeline. */
export interface TimelineEntry {
  readonly date: TemporalExpression;
  readonly label: string;
  readonly context: string;
}

/** The article's dates in the order of time (by first day, the longer stretch first), those without a place in the calendar last. */
export function timeline(article: Article, messages: Messages): TimelineEntry[] {
  const entries = datesInText(article.analysis).map((date) => {
    const sentence = article.sentenceAt(date.start);
    return {
      date,
      label: dateWords(date, messages),
      context: shorten(article.text.slice(sentence.start, sentence.end), TEXT_LENGTH),
    };
  });
  return entries.sort((a, b) => compareDates(a.date, b.date));
}

/** How many of each there are in an article: `mentions` of `entities` different things. */
export interface Counts {
  readonly entities: number;
  readonly mentions: number;
  readonly persons: number;
  readonly organizations: number;
  readonly places: number;
  readonly works: number;
  readonly dates: number;
  /** Speech: direct, mixed and indirect. */
  readonly quotes: number;
  /** Speech whose speaker has a name. */
  readonly attributed: number;
}

/** How many of each there are. */
export function counts(article: Article): Counts {
  const { entities, entityIndex, quotes } = article.analysis;
  const named = new Set(entities.map((mention) => mention.entity));
  const shown = entityIndex.filter((entity) => named.has(entity.id));
  const of = (type: Entity['type']): number => shown.filter((entity) => entity.type === type).length;
  const speech = quotes.filter(isSpeech);
  return {
    entities: shown.length,
    mentions: entities.filter((mention) => !mention.nested).length,
    persons: of('PER'),
    organizations: of('ORG'),
    places: of('LOC'),
    works: of('MISC'),
    dates: datesInText(article.analysis).length,
    quotes: speech.length,
    attributed: speech.filter((quote) => quote.speakerName !== undefined).length,
  };
}
