import type { TemporalExpression } from '../../core/analysis';
import { describeDate } from '../../core/dates/index';
import { articleMessages } from '../../messages/articles';
import { sameTime } from '../article';
import { escapeMarkdown, link, shorten } from '../markdown';
import { anchorOf } from '../references';
import { type HoverContext, jump, keyword } from './context';

const OTHERS = 8;

/**
 * What a date means: in words, as TIMEX3 and EDTF, what it was counted from with a link there, and where else the article
 * speaks of the same time.
 */
export function dateHover(context: HoverContext, date: TemporalExpression): string {
  const { messages, article } = context;
  if (date.value === '') return withoutValue(context, date);
  const { said, interval, resolution } = describeDate(date, messages.locale, article.analysis.date);
  const paragraphs = [`**${escapeMarkdown(said)}** — ${messages.timexType[date.type]}`];
  if (isOpen(date))
    paragraphs.push(`${messages.unresolved} ${link(articleMessages(messages.locale).setDate, context.targets.setDate())}`);
  if (interval !== undefined && !isWholeMonthOrYear(date)) paragraphs.push(escapeMarkdown(interval));
  if (resolution !== undefined) paragraphs.push(resolved(context, date, resolution));
  paragraphs.push(codes(date));
  const others = article.analysis.dates.filter((other) => other !== date && sameTime(other, date));
  if (others.length > 0) {
    const links = others.slice(0, OTHERS).map((other) => jump(context, shorten(other.text, 60), other, keyword(article, other)));
    paragraphs.push(messages.labelled(messages.sameTime, links.join(' · ') + (others.length > OTHERS ? ' · …' : '')));
  }
  return paragraphs.join('\n\n');
}

/** Somebody annotated it and gave it no value: there is nothing to tell of it but that. */
function withoutValue({ messages }: HoverContext, { text, type }: TemporalExpression): string {
  return `**${escapeMarkdown(shorten(text, 60))}** — ${messages.timexType[type]}\n\n${messages.noValue}`;
}

/** A date that could not be given a place in the calendar; now, once and some day have none. */
const isOpen = (date: TemporalExpression): boolean =>
  date.type === 'DATE' && date.earliest === undefined && !date.value.endsWith('_REF');

/** Everyone knows the days of a month or year. */
const isWholeMonthOrYear = (date: TemporalExpression): boolean =>
  date.mod === undefined && /^-?\d{4}(?:-\d{2})?$/.test(date.value);

/** How a date was resolved, as a link to what it was counted from where that stands in the text. */
function resolved(context: HoverContext, date: TemporalExpression, resolution: string): string {
  const place = anchorOf(context.article, date);
  const words = shorten(resolution, 120);
  return place === undefined ? escapeMarkdown(words) : jump(context, words, place, keyword(context.article, place));
}

function codes(date: TemporalExpression): string {
  const timex = [
    `TIMEX3 ${code(date.type)} ${code(date.value)}`,
    ...(date.mod === undefined ? [] : [`mod ${code(date.mod)}`]),
    ...(date.quant === undefined ? [] : [`quant ${code(date.quant)}`]),
    ...(date.freq === undefined ? [] : [`freq ${code(date.freq)}`]),
    ...(date.edtf === undefined ? [] : [`EDTF ${code(date.edtf)}`]),
  ];
  return timex.join(' · ');
}

/** Values are the analysis' own words, never the text's; a backtick could still end the code span. */
const code = (value: string): string => `\`${value.replace(/[`\s]+/g, ' ')}\``;
