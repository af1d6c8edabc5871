import type { Block, BlockRole, Quotation, TemporalExpression } from '../core/analysis';
import { contains, overlaps, type Span } from '../core/span';
import { datesInText } from '../formats/analysis/header';
import type { Messages } from '../messages/reading';
import { type Article, extentOf, isSpeech } from './article';
import { dateWords } from './dateWords';
import { plain, shorten } from './markdown';

/** A line of the outline. `selection` lies in `span`, children lie in their parent, siblings are in text order. */
export interface OutlineItem {
  readonly kind: BlockRole | 'speaker' | 'quote' | 'date' | 'relation';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** A relation or an event that people have annotated, for the outline: at its first end, or at the words that tell it. */
export type OutlineRelation = Pick<OutlineItem, 'name' | 'detail' | 'span'>;

const NAME_LENGTH = 70;
const SPEAKER_LENGTH = 60;
const ROLE_LENGTH = 60;

/** A block with what of the outline stands in it. */
export interface BlockContents {
  readonly block: Block;
  /** Speech that begins before its end and not in an earlier block; dates just so. */
  readonly quotes: readonly Quotation[];
  readonly dates: readonly TemporalExpression[];
  readonly relations: readonly OutlineRelation[];
}

/**
 * The article's outline: its blocks, those under a section heading as the heading's children; under each block, in
 * text order, its speakers with what they say, its dates with what they mean and what people have related, a date inside a
 * quotation under that one. A speaker stands again where somebody else has spoken in between: the order of the text is kept.
 */
export function outline(article: Article, messages: Messages, relations: readonly OutlineRelation[] = []): OutlineItem[] {
  const items = blockContents(article, relations).map((contents) => blockOutline(article, contents, messages));
  return sections(
    items,
    ({ kind }) => kind === 'heading',
    (item, children) => ({
      ...item,
      span: { start: item.span.start, end: children.at(-1)?.span.end ?? item.span.end },
      children,
    }),
  );
}

/** The article's blocks, each with what stands in it. */
export function blockContents({ analysis }: Article, relations: readonly OutlineRelation[]): BlockContents[] {
  const dates = datesInText(analysis);
  const speech = analysis.quotes.filter((quote) => isSpeech(quote) && quote.spans.length > 0);
  let nextQuote = 0;
  let nextDate = 0;
  return analysis.structure.map((block) => {
    const [firstQuote, firstDate] = [nextQuote, nextDate];
    while (nextQuote < speech.length && extentOf(speech[nextQuote] as Quotation).start < block.end) nextQuote++;
    while (nextDate < dates.length && (dates[nextDate] as TemporalExpression).start < block.end) nextDate++;
    return {
      block,
      quotes: speech.slice(firstQuote, nextQuote),
      dates: dates.slice(firstDate, nextDate),
      relations: relations.length === 0 ? relations : relations.filter(({ span }) => contains(block, span)),
    };
  });
}

/** The outline of one block. */
export function blockOutline(
  article: Article,
  { block, quotes, dates, relations }: BlockContents,
  messages: Messages,
): OutlineItem {
  const speeches = new Map<OutlineItem, Quotation>();
  const inside: OutlineItem[] = [];
  for (const quote of quotes) {
    const item = quoteItem(article, quote, block, messages);
    if (item === undefined) continue;
    inside.push(item);
    speeches.set(item, quote);
  }
  for (const date of dates) if (overlaps(block, date)) inside.push(dateItem(date, block, messages));
  for (const relation of relations) inside.push({ ...relation, kind: 'relation', selection: relation.span, children: [] });
  return blockItem(article, block, underSpeakers({ article, speeches, messages }, nest(inside), block), messages);
}

function blockItem(article: Article, block: Block, children: readonly OutlineItem[], messages: Messages): OutlineItem {
  const label = messages.block[block.role];
  const words = shorten(article.text.slice(block.start, block.end), NAME_LENGTH);
  const quotes = count(children);
  const detail = [label, ...(quotes > 0 ? [messages.counts.quotes(quotes)] : [])].join(' · ');
  return {
    kind: block.role,
    name: words === '' ? label : words,
    detail,
    span: bounds(block),
    selection: bounds(block),
    children,
  };
}

const count = (items: readonly OutlineItem[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'quote' ? 1 : 0) + count(item.children), 0);

/** A quotation may go on in later blocks: here it is cut at the end of the one it begins in. */
function quoteItem(article: Article, quote: Quotation, block: Block, messages: Messages): OutlineItem | undefined {
  const whole = extentOf(quote);
  const span = { start: whole.start, end: Math.min(whole.end, block.end) };
  if (span.start < block.start || span.end <= span.start) return undefined;
  const name = shorten(article.text.slice(whole.start, whole.end), NAME_LENGTH) || '…';
  const detail = speakerOf(quote) === '' ? messages.speakerUnknown : messages.quoteKind[quote.kind];
  return { kind: 'quote', name, detail, span, selection: span, children: [] };
}

const speakerOf = (quote: Quotation): string => plain(quote.speakerName ?? quote.speaker?.text ?? '');

interface Speeches {
  readonly article: Article;
  readonly speeches: ReadonlyMap<OutlineItem, Quotation>;
  readonly messages: Messages;
}

/** Quotations in a row by one speaker, and the dates between them, become the speaker's children; at every depth. */
function underSpeakers(all: Speeches, items: readonly OutlineItem[], around: Span): OutlineItem[] {
  const rows: OutlineItem[] = [];
  for (let i = 0; i < items.length; ) {
    const first = items[i] as OutlineItem;
    const quote = all.speeches.get(first);
    const end = quote === undefined ? i + 1 : endOfTurn(all, items, i, quote);
    const turn = items.slice(i, end).map((item) => ({ ...item, children: underSpeakers(all, item.children, item.span) }));
    if (quote === undefined || speakerOf(quote) === '') rows.push(...turn);
    else {
      const room = { start: rows.at(-1)?.span.end ?? around.start, end: items[end]?.span.start ?? around.end };
      rows.push(speakerItem(all, quote, turn, room));
    }
    i = end;
  }
  return rows;
}

/** After the last quotation by the speaker of the one at `from` before anybody else's. */
function endOfTurn({ speeches }: Speeches, items: readonly OutlineItem[], from: number, quote: Quotation): number {
  let end = from + 1;
  for (let i = end; i < items.length; i++) {
    const next = speeches.get(items[i] as OutlineItem);
    if (next === undefined) continue;
    if (!sameSpeaker(quote, next)) break;
    end = i + 1;
  }
  return end;
}

const sameSpeaker = (a: Quotation, b: Quotation): boolean =>
  a.speakerEntity === undefined || b.speakerEntity === undefined
    ? speakerOf(a) !== '' && speakerOf(a) === speakerOf(b)
    : a.speakerEntity === b.speakerEntity;

/**
 * A speaker over a turn. It reaches to the words that name the speaker if they lie in `room`, where nothing else is on
 * the way, so that the cursor on the name, too, is shown as being with that speaker.
 */
function speakerItem({ article, messages }: Speeches, quote: Quotation, turn: readonly OutlineItem[], room: Span): OutlineItem {
  const said = { start: turn[0]?.span.start ?? room.start, end: Math.max(...turn.map((item) => item.span.end)) };
  const named = quote.speaker !== undefined && contains(room, quote.speaker) ? bounds(quote.speaker) : undefined;
  const span = named === undefined ? said : { start: Math.min(said.start, named.start), end: Math.max(said.end, named.end) };
  const role = shorten(plain(article.entity(quote.speakerEntity)?.role ?? ''), ROLE_LENGTH);
  const quotes = turn.filter((item) => item.kind === 'quote').length;
  return {
    kind: 'speaker',
    name: shorten(speakerOf(quote), SPEAKER_LENGTH),
    detail: [role, quotes > 1 ? messages.counts.quotes(quotes) : ''].filter((part) => part !== '').join(' · '),
    span,
    selection: named ?? said,
    children: turn,
  };
}

function dateItem(date: TemporalExpression, block: Block, messages: Messages): OutlineItem {
  const span = { start: Math.max(date.start, block.start), end: Math.min(date.end, block.end) };
  const words = shorten(date.text, NAME_LENGTH);
  const detail = dateWords(date, messages);
  return {
    kind: 'date',
    name: words === '' ? date.value || '…' : words,
    detail,
    span,
    selection: span,
    children: [],
  };
}

/** Puts items inside the ones that cover them; what overlaps without being covered stays beside. */
function nest(items: readonly OutlineItem[]): OutlineItem[] {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: OutlineItem[] = [];
  for (const item of sorted) insert(roots, item);
  return roots;
}

function insert(siblings: OutlineItem[], item: OutlineItem): void {
  const last = siblings.at(-1);
  if (last === undefined || last.kind === 'date' || last.kind === 'relation' || item.span.end > last.span.end)
    siblings.push(item);
  else insert(last.children as OutlineItem[], item);
}

/**
 * What follows a heading up to the next one becomes its content; title, lead and header stay at the top.
 * @param over - puts a heading over its content
 */
export function sections<T extends { readonly children?: readonly T[] }>(
  items: readonly T[],
  isHeading: (item: T) => boolean,
  over: (heading: T, children: T[]) => T,
): T[] {
  const roots: T[] = [];
  let heading: { readonly item: T; readonly children: T[] } | undefined;
  for (const item of items) {
    if (isHeading(item)) {
      if (heading !== undefined) roots.push(over(heading.item, heading.children));
      heading = { item, children: [...(item.children ?? [])] };
    } else if (heading === undefined) roots.push(item);
    else heading.children.push(item);
  }
  if (heading !== undefined) roots.push(over(heading.item, heading.children));
  return roots;
}

const bounds = ({ start, end }: Span): Span => ({ start, end });
