import { CLASS } from '../../lexicon/wordClasses';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { beforeFootnote } from '../../syntax/footnotes';
import { interior, nextAt, quotedSpansIn, type Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { mixedOrIndirect, spokenSpans } from './drafts';
import { continuedClause, continuedSpans } from './reportedContinuation';
import type { ReportingClause } from './reportingClauseParts';

/** The words that a reporting clause reports. */
export interface ReportedWords {
  readonly parts: readonly Range[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly confidence: number;
  /** Quoted spans that they use. */
  readonly marks: readonly number[];
}

/** What a reporting clause reports in the rest of its sentence, before it and perhaps after it too. */
export function wordsReportedBy(site: Site, reporting: ReportingClause): ReportedWords | undefined {
  const clause = { ...reporting, start: beforeFootnote(site.words, reporting.start) };
  const last = spanEndingAt(site, clause.start);
  if (last >= 0) return site.used.has(last) ? undefined : markedWords(site, clause, last);
  return site.words.at(clause.end) === ':' ? wordsAfterColon(site, clause) : plainWords(site, clause);
}

/** The quoted span that ends right before a token and is not a title; or -1. */
function spanEndingAt({ words, zone, rest }: Site, end: number): number {
  const last = end > rest.start ? words.closes(end - 1) : undefined;
  if (last === undefined || last.parent !== zone.span) return -1;
  const index = words.marks.inside[end - 1] as number;
  return last.open > rest.start && isTitleInMarks(words, index) ? -1 : index;
}

/** The quoted words end with a closing mark before the clause: « … », dit-elle. */
function markedWords(site: Site, clause: ReportingClause, last: number): ReportedWords {
  const own = ownSpans(site, clause, last);
  const more = continuedSpans(site, clause);
  if (own !== undefined) {
    const parts = [...own, ...more].map((index) => interior(site.words, index));
    return { parts, kind: 'direct', confidence: 0.95, marks: [...own, ...more] };
  }
  return mixedWords(site, clause, more);
}

/** Marked and unmarked words before the clause, and what goes on after it. */
function mixedWords(site: Site, clause: ReportingClause, more: readonly number[]): ReportedWords {
  const { words, zone } = site;
  const first = { start: clauseStart(words, site.rest.start, clause.start), end: clause.start };
  const rest = more.length === 0 ? restOfClause(site, clause, first) : undefined;
  const after = rest === undefined ? more.map((index) => interior(words, index)) : [rest];
  const spans = rest === undefined ? more : quotedSpansIn(words, rest.start, rest.end, zone.span);
  return {
    parts: [first, ...after],
    kind: 'mixed',
    confidence: 0.95,
    marks: [...quotedSpansIn(words, site.rest.start, clause.start, zone.span), ...spans],
  };
}

/** The quoted spans that are all that is quoted before a reporting clause; undefined where the clause around them is quoted too. */
function ownSpans({ words, zone, rest, used }: Site, clause: ReportingClause, last: number): readonly number[] | undefined {
  const inside = quotedSpansIn(words, rest.start, clause.start, zone.span);
  const start = clauseStart(words, rest.start, clause.start);
  const own = inside.filter((index) => !used.has(index) && (words.marks.spans[index]?.open ?? 0) >= start);
  if (onlyConnectors(words, { start, end: clause.start }, zone.span)) return own;
  const open = words.marks.spans[last]?.open ?? start;
  return endsSentence(words, start, open) || standsAlone(words, last) || own.length < inside.length ? [last] : undefined;
}

/** Le programme « A », dit X, ne suffit pas: a mixed clause goes on after the reporting clause too. */
function restOfClause(site: Site, clause: ReportingClause, first: Range): Range | undefined {
  const { words, zone } = site;
  let complete = false;
  for (let i = first.start; i < first.end; i = nextAt(words, i, zone.span))
    if (words.opens(i) === undefined && isFiniteVerb(words, i)) complete = true;
  return continuedClause(site, clause, complete);
}

/** Whether a quoted span is a whole sentence by itself: long, and with a capital at its head. */
function standsAlone(words: QuoteWords, index: number): boolean {
  const inner = interior(words, index);
  return inner.end - inner.start >= 12 && words.isCapital(inner.start) && hasFiniteVerb(words, inner);
}

/** Whether a colon or a stop stands before a mark. */
const endsSentence = (words: QuoteWords, start: number, open: number): boolean =>
  open > start && /^[:.]$/.test(words.at(open - 1));

/** Whether a range holds quoted spans and nothing else but commas, conjunctions and dashes. */
function onlyConnectors(words: QuoteWords, { start, end }: Range, zone: number): boolean {
  for (let i = start; i < end; i = nextQuoted(words, i, zone))
    if (words.opens(i) === undefined && hasContent(words, i)) return false;
  return true;
}

const nextQuoted = (words: QuoteWords, i: number, zone: number): number =>
  words.opens(i) === undefined ? i + 1 : nextAt(words, i, zone);

const hasContent = (words: QuoteWords, i: number): boolean =>
  words.tokens[i]?.kind === 'number' ||
  (words.isWord(i) && !words.is(i, CLASS.conjunction) && !words.lists.afterwards.has(words.at(i)));

/** A clause without marks (or with some inside), before and perhaps after the reporting clause. */
function plainWords(site: Site, clause: ReportingClause): ReportedWords | undefined {
  const { words } = site;
  const start = clauseStart(words, site.rest.start, clause.start);
  const first = { start, end: withoutFinal(words, start, clause.start) };
  const before = first.end > first.start;
  const complete = before && hasFiniteVerb(words, first) && !isSubordinate(words, first);
  const rest = continuedClause(site, clause, complete);
  const parts = [...(before ? [first] : []), ...(rest ? [rest] : [])];
  if (parts.every((part) => part.end - part.start < 2)) return undefined;
  const marks = spokenSpans(site, parts);
  return { parts, kind: mixedOrIndirect(marks), confidence: 0.85, marks };
}

/** "comme dit le proverbe : …": what is quoted stands after the colon. */
function wordsAfterColon(site: Site, clause: ReportingClause): ReportedWords | undefined {
  const { words, zone, rest } = site;
  const start = clause.end + 1;
  if (words.opens(start)?.parent === zone.span) {
    const index = words.marks.inside[start] as number;
    if (site.used.has(index)) return undefined;
    return { parts: [interior(words, index)], kind: 'direct', confidence: 0.95, marks: [index] };
  }
  const end = withoutFinal(words, start, rest.end);
  return end - start < 3 ? undefined : { parts: [{ start, end }], kind: 'indirect', confidence: 0.8, marks: [] };
}

/** A subordinate clause alone is not all of the quoted words: "Quand il est venu, dit-elle, j'ai …". */
function isSubordinate(words: QuoteWords, range: Range): boolean {
  return (
    words.is(range.start, CLASS.subordinator) &&
    !/,/.test(words.text.slice(words.tokens[range.start]?.start ?? 0, words.tokens[range.end - 1]?.end ?? 0))
  );
}

/** The reported clause begins after a semicolon, a dateline or a list's dash. */
function clauseStart(words: QuoteWords, from: number, end: number): number {
  let start = from;
  for (let i = from; i < end; i = afterSpan(words, i)) if (words.at(i) === ';') start = i + 1;
  while (start < end && isSign(words, start) && words.opens(start) === undefined) start++;
  return start;
}

const afterSpan = (words: QuoteWords, i: number): number =>
  words.opens(i) === undefined ? i + 1 : (words.marks.spans[words.marks.inside[i] as number]?.close ?? i) + 1;

const isSign = (words: QuoteWords, i: number): boolean =>
  words.tokens[i]?.kind === 'punctuation' || words.tokens[i]?.kind === 'symbol';
