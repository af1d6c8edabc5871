import type { Quotation } from '../core/analysis';
import type { Span } from '../core/span';
import { datesInText } from '../formats/analysis/header';
import type { Messages } from '../messages/reading';
import { type Article, extentOf, isSpeech } from './article';
import { dateWords } from './dateWords';
import { plain, shorten } from './markdown';
import { placesOf } from './references';
import { entityOf, subjectAt } from './subject';

/** What to step through: any entity, the mentions of the entity at the position, dates, speech, speech by the speaker at the position. */
export type NeighbourKind = 'entity' | 'mention' | 'date' | 'quote' | 'quoteBySameSpeaker';

/** The next or previous of a kind; `index` counts from 1, `wrapped` says that the search went over the document's end. */
export interface FoundNeighbour {
  readonly span: Span;
  readonly wrapped: boolean;
  readonly index: number;
  readonly total: number;
  readonly label: string;
}

interface Stop {
  readonly span: Span;
  readonly label: () => string;
}

const LABEL_LENGTH = 80;

/**
 * The next (previous) of a kind that begins after (before) an offset, going on from the other end of the document where
 * there is none. Asked again from the start of its own answer it goes through all of them. Undefined where there are none.
 */
export function neighbour(
  article: Article,
  offset: number,
  kind: NeighbourKind,
  direction: 'next' | 'previous',
  messages: Messages,
): FoundNeighbour | undefined {
  const stops = stopsOf(article, offset, kind, messages);
  if (stops.length === 0) return undefined;
  let at = direction === 'next' ? stops.findIndex((stop) => stop.span.start > offset) : lastBefore(stops, offset);
  const wrapped = at < 0;
  if (wrapped) at = direction === 'next' ? 0 : stops.length - 1;
  const stop = stops[at] as Stop;
  return { span: stop.span, wrapped, index: at + 1, total: stops.length, label: stop.label() };
}

function lastBefore(stops: readonly Stop[], offset: number): number {
  let at = stops.length - 1;
  while (at >= 0 && (stops[at] as Stop).span.start >= offset) at--;
  return at;
}

function stopsOf(article: Article, offset: number, kind: NeighbourKind, messages: Messages): Stop[] {
  const { entities, quotes } = article.analysis;
  switch (kind) {
    case 'entity':
      return entities
        .filter((mention) => !mention.nested)
        .map((mention) => ({ span: bounds(mention), label: () => entityLabel(article, mention.entity, messages) }));
    case 'mention': {
      const entity = entityOf(subjectAt(article, offset));
      if (entity === undefined) return [];
      return placesOf(article, entity).map((span) => ({ span, label: () => entityLabel(article, entity, messages) }));
    }
    case 'date':
      return datesInText(article.analysis).map((date) => ({ span: bounds(date), label: () => dateWords(date, messages) }));
    case 'quote':
      return quoteStops(quotes.filter(isSpeech), messages);
    default: {
      const speaker = speakerAt(article, offset);
      return speaker === undefined
        ? []
        : quoteStops(
            quotes.filter((quote) => isSpeech(quote) && speakerKey(quote) === speaker),
            messages,
          );
    }
  }
}

function quoteStops(quotes: readonly Quotation[], messages: Messages): Stop[] {
  return quotes
    .filter((quote) => quote.spans.length > 0)
    .map((quote) => ({ span: extentOf(quote), label: () => quoteLabel(quote, messages) }));
}

function quoteLabel(quote: Quotation, messages: Messages): string {
  const speaker = plain(quote.speakerName ?? quote.speaker?.text ?? '');
  return shorten(`${speaker === '' ? messages.speakerUnknown : speaker}, ${messages.quoteKind[quote.kind]}`, LABEL_LENGTH);
}

function entityLabel(article: Article, id: string, messages: Messages): string {
  const entity = article.entity(id);
  return entity === undefined ? '' : shorten(`${entity.name}, ${messages.entityType[entity.type]}`, LABEL_LENGTH);
}

/** What two quotations of one speaker share: the entity, else the words of the text. */
export function speakerKey(quote: Quotation): string | undefined {
  return quote.speakerEntity ?? quote.speakerName ?? quote.speaker?.text;
}

/** Whose speech is meant at an offset: the one named, the quotation's there, else the last that spoke before. */
function speakerAt(article: Article, offset: number): string | undefined {
  const subject = subjectAt(article, offset);
  if (subject !== undefined && subject.kind !== 'date') {
    if (subject.kind !== 'mention') return speakerKey(subject.quote);
    if (article.speechBy(subject.mention.entity).length > 0) return subject.mention.entity;
  }
  let last: Quotation | undefined;
  for (const quote of article.analysis.quotes) {
    if (!isSpeech(quote) || speakerKey(quote) === undefined) continue;
    if (last !== undefined && extentOf(quote).start > offset) break;
    last = quote;
  }
  return last === undefined ? undefined : speakerKey(last);
}

const bounds = ({ start, end }: Span): Span => ({ start, end });
