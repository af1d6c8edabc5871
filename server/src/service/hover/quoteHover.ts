import type { Quotation } from '../../core/analysis';
import { extentOf, isSpeech } from '../article';
import { escapeMarkdown, link, plain } from '../markdown';
import { type HoverContext, jump, numbered, percent, showAll } from './context';

const OTHERS = 12;

/** Who says a quotation, how that is known and how sure it is, with links to its ends, its speaker and the speaker's others. */
export function quoteHover(context: HoverContext, quote: Quotation): string {
  const { messages } = context;
  const kind = messages.quoteKind[quote.kind];
  const whole = extentOf(quote);
  const ends = [
    jump(context, messages.start, { start: whole.start, end: whole.start }),
    jump(context, messages.end, { start: whole.end, end: whole.end }),
  ].join(' · ');
  const sure = messages.labelled(messages.confidence, percent(messages, quote.confidence));
  if (!isSpeech(quote)) return [`**${kind}**`, ...problemOf(context, quote), `${sure} · ${ends}`].join('\n\n');
  return [
    heading(context, quote, kind),
    ...speakerRows(context, quote),
    ...whyRow(context, quote),
    ...(quote.parent === undefined ? [] : [messages.nested]),
    ...problemOf(context, quote),
    ...(quote.cue ? [messages.labelled(messages.cue, jump(context, plain(quote.cue.text), quote.cue))] : []),
    [sure, ends, link(messages.copyQuote, context.targets.copyQuote(whole)), ...ownWords(context, quote)].join(' · '),
    ...others(context, quote),
  ].join('\n\n');
}

/** What the corpus has the speaker say more often than all others. */
function ownWords({ messages, targets }: HoverContext, { speakerName, speaker }: Quotation): string[] {
  const name = speakerName ?? speaker?.text;
  const address = name === undefined ? undefined : targets.speakerWords?.(name);
  return address === undefined ? [] : [link(messages.speakerWords, address)];
}

function heading({ article, messages }: HoverContext, quote: Quotation, kind: string): string {
  const name = article.entity(quote.speakerEntity)?.name ?? quote.speakerName ?? quote.speaker?.text;
  const who = name === undefined ? messages.speakerUnknown : messages.says(`**${escapeMarkdown(name)}**`);
  return `${who} — ${kind}`;
}

function speakerRows(context: HoverContext, quote: Quotation): string[] {
  const { article, messages } = context;
  const entity = article.entity(quote.speakerEntity);
  const rows = entity?.role === undefined ? [] : [`*${escapeMarkdown(entity.role)}*`];
  const words = quote.speaker?.text;
  if (quote.speaker && words !== undefined && entity !== undefined && plain(words) !== entity.name) {
    rows.push(messages.labelled(messages.speaks, jump(context, plain(words), quote.speaker)));
  }
  return rows;
}

/** Why the one chosen says it, where the words themselves do not tell. */
function whyRow({ messages }: HoverContext, { speakerReasons }: Quotation): string[] {
  if (speakerReasons === undefined) return [];
  return [messages.labelled(messages.why, speakerReasons.map((reason) => messages.speakerReason[reason]).join(', '))];
}

const problemOf = ({ messages }: HoverContext, quote: Quotation): string[] =>
  quote.problem === undefined ? [] : [`⚠ ${messages.problem[quote.problem]}`];

function others(context: HoverContext, quote: Quotation): string[] {
  const speech = speechLike(context, quote);
  if (speech.length < 2) return [];
  const places = speech.map(extentOf);
  const { messages } = context;
  const here = extentOf(quote);
  const all = showAll(context, messages.quotesHere(speech.length), here, places);
  return [`${messages.labelled(messages.otherQuotes, numbered(context, places, here, OTHERS))} · ${all}`];
}

/** All speech by a quotation's speaker: by the entity, else by the name that the article gives ("parquet de Sagre"). */
function speechLike({ article }: HoverContext, { speakerEntity, speakerName }: Quotation): readonly Quotation[] {
  if (speakerEntity !== undefined) return article.speechBy(speakerEntity);
  if (speakerName === undefined) return [];
  return article.analysis.quotes.filter((other) => isSpeech(other) && other.speakerName === speakerName);
}

/** One line for a hover on something inside a quotation: whose words these are. */
export function insideQuotation(context: HoverContext, quote: Quotation): string | undefined {
  const name = quote.speakerName ?? quote.speaker?.text;
  if (!isSpeech(quote) || name === undefined) return undefined;
  return jump(context, context.messages.inQuotation(plain(name)), extentOf(quote));
}
