import type { Span } from '../core/span';
import { datesInText } from '../formats/analysis/header';
import type { Messages } from '../messages/reading';
import type { Article } from './article';
import { shorten } from './markdown';
import { placesOf } from './references';
import { counts, quotesBySpeaker } from './views';

/** A line above the text: what it says, and the places that it lists when clicked. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly places: readonly Span[];
}

const SPEAKERS = 3;
const NAME_LENGTH = 40;

/**
 * Above the article's first line: how many quotations, dates and people it has, and who speaks most. Nothing for an
 * article with nothing in it.
 */
export function codeLenses(article: Article, messages: Messages): Lens[] {
  const { entityIndex, structure } = article.analysis;
  const dates = datesInText(article.analysis);
  const first = structure[0];
  if (first === undefined) return [];
  const at = { start: first.start, end: first.start };
  const lenses: Lens[] = [];
  const add = (title: string, places: readonly Span[]): void => {
    if (places.length > 0) lenses.push({ span: at, title, places });
  };
  const speakers = quotesBySpeaker(article);
  const { quotes, persons } = counts(article);
  add(
    messages.counts.quotes(quotes),
    speakers.flatMap(placesOfSpeech).sort((a, b) => a.start - b.start),
  );
  // "he" and "a neighbour" are words of the text, not somebody one would look for
  const named = speakers.filter((speaker) => speaker.entity !== undefined);
  for (const speaker of named.sort((a, b) => b.quotes.length - a.quotes.length).slice(0, SPEAKERS)) {
    add(messages.lensSpeaker(shorten(speaker.name, NAME_LENGTH), speaker.quotes.length), placesOfSpeech(speaker));
  }
  add(messages.counts.dates(dates.length), dates);
  const people = entityIndex
    .filter((entity) => entity.type === 'PER')
    .flatMap((entity) => placesOf(article, entity.id).slice(0, 1));
  add(messages.counts.persons(persons), people);
  return lenses;
}

const placesOfSpeech = (speaker: { readonly quotes: readonly { readonly span: Span }[] }): Span[] =>
  speaker.quotes.map((quote) => quote.span);
