import type { Entity, Quotation } from '../../core/analysis';
import type { Span } from '../../core/span';
import { datesInText } from '../../formats/analysis/header';
import { extentOf } from '../article';
import { dateWords } from '../dateWords';
import { escapeMarkdown, link, shorten } from '../markdown';
import { placesOf } from '../references';
import { type HoverContext, jump, numbered, percent, showAll } from './context';
import { isCountry, placeRows, searchLinks } from './lookUp';

const MENTIONS = 12;
const QUOTES = 3;
const DATES = 4;
const QUOTE_LENGTH = 90;
const ALIASES = 8;
const LEAST_CERTAIN = 0.5;

/**
 * What is known of an entity: name, type, role, other names, its place in the world, mentions, speech and dates with
 * links into the article, where to look it up. `here` is the place that was asked about.
 */
export function entityHover(context: HoverContext, entity: Entity, here: Span, confidence?: number): string {
  const { messages } = context;
  const doubt =
    confidence !== undefined && confidence < LEAST_CERTAIN ? ` (${messages.uncertain(percent(messages, confidence))})` : '';
  const type = isCountry(entity) ? messages.countryType : messages.entityType[entity.type];
  const heading = [`**${escapeMarkdown(entity.name)}** — ${type}${doubt}`];
  if (entity.role !== undefined) heading.push(`*${escapeMarkdown(entity.role)}*`);
  return [...heading, ...detailsOf(context, entity, here)].join('\n\n');
}

/** The same for words that stand for a speaker: who that is in the first line, with role and number of quotations. */
export function speakerWordsHover(context: HoverContext, entity: Entity, words: string, here: Span): string {
  const { messages, article } = context;
  const speech = article.speechBy(entity.id);
  const known = [
    ...(entity.role === undefined ? [] : [`*${escapeMarkdown(entity.role)}*`]),
    ...(speech.length === 0 ? [] : [showAll(context, messages.quotesHere(speech.length), here, speech.map(extentOf))]),
  ];
  const heading = messages.standsFor(escapeMarkdown(words), `**${escapeMarkdown(entity.name)}**`, known);
  return [heading, ...detailsOf(context, entity, here)].join('\n\n');
}

function detailsOf(context: HoverContext, entity: Entity, here: Span): string[] {
  const { messages, article } = context;
  const places = placesOf(article, entity.id);
  const paragraphs: string[] = [];
  if (entity.note !== undefined) paragraphs.push(escapeMarkdown(entity.note));
  const aliases = entity.aliases.filter((alias) => alias !== entity.name).slice(0, ALIASES);
  if (aliases.length > 0) paragraphs.push(messages.labelled(messages.alsoCalled, aliases.map(escapeMarkdown).join(' · ')));
  paragraphs.push(...placeRows(entity, messages));
  if (entity.identifier !== undefined) paragraphs.push(messages.labelled(messages.identifier, escapeMarkdown(entity.identifier)));
  for (const [name, value] of Object.entries(entity.properties ?? {}))
    paragraphs.push(messages.labelled(escapeMarkdown(name), escapeMarkdown(value)));
  if (places.length > 0) {
    const all = places.length > 1 ? ` · ${showAll(context, messages.showAll, here, places)}` : '';
    // a name's mentions are those that the views count; pronouns and the like come beside
    const mentions = article.mentionsOf(entity.id).length;
    const others = places.length - mentions;
    const counts = [...(mentions > 0 ? [messages.mentions(mentions)] : []), ...(others > 0 ? [messages.otherWords(others)] : [])];
    paragraphs.push(messages.labelled(counts.join(', '), `${numbered(context, places, here, MENTIONS)}${all}`));
  }
  paragraphs.push(...corpusRow(context, entity));
  paragraphs.push(...speechOf(context, article.speechBy(entity.id)));
  paragraphs.push(...datesNear(context, places));
  if (context.searchLinks)
    paragraphs.push(messages.labelled(messages.lookUp, searchLinks(entity, article.analysis.language, messages).join(' · ')));
  return paragraphs;
}

/** How often the name stands in all articles: in one alone, that is known already. */
function corpusRow({ corpus, messages, targets }: HoverContext, { id, type }: Entity): string[] {
  if (corpus?.entity !== id || corpus.articles < 2) return [];
  const { name, articles, mentions, quotes, quotedIn, first } = corpus;
  const parts = [
    messages.inAllArticles(escapeMarkdown(name), mentions, articles),
    ...(quotes > 0 ? [messages.quotedInAll(quotes, quotedIn)] : []),
    ...(first === null ? [] : [messages.firstInAll(monthOf(first, messages.locale))]),
    link(messages.findName, targets.findName(name)),
    link(messages.mergeName, targets.mergeName(name, type)),
    link(messages.splitName, targets.splitName(name, type)),
  ];
  return [parts.join(' · ')];
}

/** An EDTF date to its month, in words: `March 2015`. */
function monthOf(date: string, locale: string): string {
  const [year = '', month] = date.split('-');
  if (month === undefined) return year;
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(day);
}

function speechOf(context: HoverContext, speech: readonly Quotation[]): string[] {
  if (speech.length === 0) return [];
  const { messages } = context;
  const lines = speech.slice(0, QUOTES).map((quote) => `- ${quoteLink(context, quote)}`);
  const first = extentOf(speech[0] as Quotation);
  const rest = speech.length > QUOTES ? [`- ${showAll(context, messages.showAll, first, speech.map(extentOf))}`] : [];
  return [messages.labelled(messages.quotesBy(speech.length), `\n${[...lines, ...rest].join('\n')}`)];
}

/** A quotation's words as a link to it. */
function quoteLink(context: HoverContext, quote: Quotation): string {
  const words = shorten(quote.text, QUOTE_LENGTH);
  return jump(context, words === '' ? '…' : words, extentOf(quote));
}

function datesNear(context: HoverContext, places: readonly Span[]): string[] {
  const { article, messages } = context;
  const sentences = new Set(places.map((place) => article.sentenceAt(place.start).start));
  const near = datesInText(article.analysis).filter((date) => sentences.has(article.sentenceAt(date.start).start));
  if (near.length === 0) return [];
  const links = near
    .slice(0, DATES)
    .map((date) => jump(context, shorten(date.text, QUOTE_LENGTH), date, dateWords(date, messages)));
  return [messages.labelled(messages.datesNearby, links.join(' · ') + (near.length > DATES ? ' · …' : ''))];
}
