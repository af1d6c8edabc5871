import type { Span } from '../../core/span';
import type { Messages } from '../../messages/reading';
import type { Article } from '../article';
import { link, shorten } from '../markdown';

/** Where links in a hover lead; the editor's side says how an address is written. */
export interface LinkTargets {
  /** The address that jumps to a place in the article and selects it. */
  goTo(span: Span): string;
  /** The address that lists several places. */
  showAll(at: Span, places: readonly Span[]): string;
  /** The address that copies the quotation at a place with its source. */
  copyQuote(at: Span): string;
  /** The address that shows a speaker's words against those of all others; absent where there is no corpus. */
  speakerWords?(name: string): string;
  /** The address that shows a name in all articles. */
  findName(name: string): string;
  /** The addresses that ask which other names an entity has over the corpus, and which it has not. */
  mergeName(name: string, type: string): string;
  splitName(name: string, type: string): string;
  /** The address that asks for the article's date. */
  setDate(): string;
}

/** What hovers are made with. */
export interface HoverContext {
  readonly article: Article;
  readonly targets: LinkTargets;
  readonly messages: Messages;
  /** Whether to offer links to Wikipedia and Wikidata. */
  readonly searchLinks: boolean;
  /** How often an entity stands in all articles, where that is known. */
  readonly corpus?: CorpusCounts | undefined;
}

/** How often a name stands in all articles of a folder. */
export interface CorpusCounts {
  /** The entity's id in the article. */
  readonly entity: string;
  /** What it is called over all articles. */
  readonly name: string;
  readonly articles: number;
  readonly mentions: number;
  readonly quotes: number;
  readonly quotedIn: number;
  /** EDTF: of the earliest article that names it; null where none has a date. */
  readonly first: string | null;
}

/** A link that jumps to a place in the article. */
export function jump(context: HoverContext, label: string, span: Span, title?: string): string {
  return link(label, context.targets.goTo(span), title);
}

/** A link that lists several places. */
export function showAll(context: HoverContext, label: string, at: Span, places: readonly Span[]): string {
  return link(label, context.targets.showAll(at, places));
}

const CONTEXT = 30;

/** The words around a place, for a link's title. */
export function keyword(article: Article, span: Span): string {
  const { text } = article;
  const from = Math.max(0, span.start - CONTEXT);
  const to = Math.min(text.length, span.end + CONTEXT);
  return shorten(`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`, 2 * CONTEXT + 60);
}

/** Numbered links to places, the one at `here` shown without a link. */
export function numbered(context: HoverContext, places: readonly Span[], here: Span, limit: number): string {
  const shown = places.slice(0, limit).map((place, index) => {
    const label = String(index + 1);
    const current = place.start <= here.start && here.start < place.end;
    return current ? `**${label}**` : jump(context, label, place, keyword(context.article, place));
  });
  return shown.join(' · ') + (places.length > limit ? ' · …' : '');
}

/** A percentage as the reader's language writes it. */
export function percent(messages: Messages, share: number): string {
  return new Intl.NumberFormat(messages.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
