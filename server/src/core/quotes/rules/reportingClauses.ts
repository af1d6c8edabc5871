import { CLASS, INFINITIVE } from '../../lexicon/wordClasses';
import { complementOf } from '../../syntax/complements';
import { afterClitics, hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { groupsIn, interior, nextAt, quotedSpansIn, type Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { push } from './reportedClauses';
import { type Incise, inciseAt } from './reportingClauseForms';

/** Finds the incises of a sentence and makes their quotations, marked or not. */
export function findReportingClauses(site: Site, sentence: Range): void {
  let floor = sentence.start;
  for (const group of groupsIn(site.groups, sentence)) {
    if (group.head < sentence.start || group.head >= sentence.end || site.spent.has(group.head)) continue;
    const rest = { start: floor, end: sentence.end };
    const incise = inciseAt(site.words, group, rest, site.zone.span);
    if (incise === undefined) continue;
    if (!quoteAround(site, rest, incise)) continue;
    site.spent.add(group.head);
    // the next incise of the sentence has its own words
    floor = Math.max(floor, incise.end);
  }
}

function quoteAround(site: Site, sentence: Range, incise: Incise): boolean {
  const { words, zone } = site;
  const end = incise.start;
  const last = end > sentence.start ? words.closes(end - 1) : undefined;
  const named = last !== undefined && last.open > sentence.start && isTitleInMarks(words, words.marks.inside[end - 1] as number);
  if (last !== undefined && last.parent === zone.span && !named)
    return markedQuote(site, sentence, incise, words.marks.inside[end - 1] as number);
  return plainQuote(site, sentence, incise);
}

/** The quoted words end with a closing mark before the incise. */
function markedQuote(site: Site, sentence: Range, incise: Incise, last: number): boolean {
  const { words, zone, used } = site;
  if (used.has(last)) return false;
  const inside = quotedSpansIn(words, sentence.start, incise.start, zone.span);
  const start = quotedStart(words, sentence.start, incise.start);
  const pre = words.marks.spans[last]?.open ?? start;
  const own = inside.filter((index) => !used.has(index) && (words.marks.spans[index]?.open ?? 0) >= start);
  const bare = onlyConnectors(words, start, incise.start, zone.span);
  const parts: Range[] = [];
  let kind: 'direct' | 'mixed' = 'direct';
  if (bare) for (const index of own) parts.push(interior(words, index));
  else if (endsWithColon(words, start, pre) || standsAlone(words, last) || own.length < inside.length)
    parts.push(interior(words, last));
  else {
    parts.push({ start, end: incise.start });
    kind = 'mixed';
  }
  for (const index of bare || kind === 'mixed' ? own : [last]) used.add(index);
  const more = continuation(site, sentence, incise);
  const rest = kind === 'mixed' && more.length === 0 ? restOfClause(site, sentence, incise, parts[0]) : undefined;
  parts.push(...more, ...(rest ? [rest] : []));
  emit(site, incise, parts, kind, 0.95);
  return true;
}

/** Le programme « A », dit X, ne suffit pas: a mixed clause goes on behind the incise too. */
function restOfClause(site: Site, sentence: Range, incise: Incise, first: Range | undefined): Range | undefined {
  if (first === undefined) return undefined;
  const { words, zone } = site;
  let complete = false;
  for (let i = first.start; i < first.end; i = nextAt(words, i, zone.span))
    if (words.opens(i) === undefined && isFiniteVerb(words, i)) complete = true;
  const rest = plainContinuation(site, sentence, incise, complete);
  if (rest !== undefined) for (const index of quotedSpansIn(words, rest.start, rest.end, zone.span)) site.used.add(index);
  return rest;
}

/** Whether a marked stretch is a whole sentence by itself: long, and with a capital at its head. */
function standsAlone(words: QuoteWords, index: number): boolean {
  const inner = interior(words, index);
  return inner.end - inner.start >= 12 && words.isCapital(inner.start) && hasFiniteVerb(words, inner);
}

function endsWithColon(words: QuoteWords, start: number, open: number): boolean {
  const text = words.at(open - 1);
  return open > start && (text === ':' || text === '.');
}

/** Whether a range holds stretches and nothing else but commas, conjunctions and dashes. */
function onlyConnectors(words: QuoteWords, start: number, end: number, zone: number): boolean {
  for (let i = start; i < end; ) {
    if (words.opens(i) !== undefined) {
      i = nextAt(words, i, zone);
      continue;
    }
    if (words.isWord(i) && !words.is(i, CLASS.conjunction) && !words.lists.afterwards.has(words.at(i))) return false;
    if (words.tokens[i]?.kind === 'number') return false;
    i++;
  }
  return true;
}

/** A clause without marks (or with some inside), before and perhaps behind the incise. */
function plainQuote(site: Site, sentence: Range, incise: Incise): boolean {
  const { words, zone } = site;
  const start = quotedStart(words, sentence.start, incise.start);
  if (words.at(incise.end) === ':') return behindColon(site, sentence, incise);
  const first = { start, end: withoutFinal(words, start, incise.start) };
  const parts: Range[] = [];
  const keep = first.end - first.start >= 1;
  if (keep) parts.push(first);
  const complete = keep && hasFiniteVerb(words, first) && !openClause(words, first);
  const rest = plainContinuation(site, sentence, incise, complete);
  if (rest !== undefined) parts.push(rest);
  if (parts.length === 0 || parts.every((part) => part.end - part.start < 2)) return false;
  const marked = parts
    .flatMap((part) => quotedSpansIn(words, part.start, part.end, zone.span))
    .filter((index) => !isTitleInMarks(words, index));
  for (const index of marked) site.used.add(index);
  emit(site, incise, parts, marked.length > 0 ? 'mixed' : 'indirect', 0.85);
  return true;
}

/** "comme dit le proverbe : …": what is quoted stands behind the colon. */
function behindColon(site: Site, sentence: Range, incise: Incise): boolean {
  const { words, zone } = site;
  const start = incise.end + 1;
  const stretch = words.opens(start);
  if (stretch !== undefined && stretch.parent === zone.span) {
    const index = words.marks.inside[start] as number;
    if (site.used.has(index)) return false;
    site.used.add(index);
    emit(site, incise, [interior(words, index)], 'direct', 0.95);
    return true;
  }
  const end = withoutFinal(words, start, sentence.end);
  if (end - start < 3) return false;
  emit(site, incise, [{ start, end }], 'indirect', 0.8);
  return true;
}

/** A subordinate clause alone is not all of the quoted words: "Quand il est venu, dit-elle, j'ai …". */
function openClause(words: QuoteWords, range: Range): boolean {
  return (
    words.is(range.start, CLASS.subordinator) &&
    !/,/.test(words.text.slice(words.tokens[range.start]?.start ?? 0, words.tokens[range.end - 1]?.end ?? 0))
  );
}

/** The reported clause begins behind a semicolon or colon, a dateline or a list's dash. */
function quotedStart(words: QuoteWords, from: number, end: number): number {
  let start = from;
  for (
    let i = from;
    i < end;
    i = words.opens(i) !== undefined ? (words.marks.spans[words.marks.inside[i] as number]?.close ?? i) + 1 : i + 1
  ) {
    if (words.at(i) === ';') start = i + 1;
  }
  while (
    start < end &&
    (words.tokens[start]?.kind === 'punctuation' || words.tokens[start]?.kind === 'symbol') &&
    words.opens(start) === undefined
  )
    start++;
  return start;
}

function plainContinuation(site: Site, sentence: Range, incise: Incise, complete: boolean): Range | undefined {
  const { words } = site;
  if (words.at(incise.end) !== ',' && !(/^[-–—]$/.test(words.at(incise.end)) && !complete)) return undefined;
  const start = incise.end + 1;
  const end = withoutFinal(words, start, sentence.end);
  if (end - start < (complete ? 2 : 1)) return undefined;
  if (complete) {
    // "il faudra, estime X, attendre mars"
    if (words.has(afterClitics(words, start), INFINITIVE)) return { start, end };
    if (
      words.isWord(start) &&
      (words.is(start, CLASS.preposition) ||
        words.is(start, CLASS.relative) ||
        words.is(start, CLASS.time) ||
        words.is(start, CLASS.conjunction) ||
        words.is(start, CLASS.subordinator) ||
        words.isAdverb(start))
    )
      return undefined;
    if ((words.verb(start)?.forms ?? 0) & 4) return undefined;
    if (words.opens(start) !== undefined) return undefined;
    if (!hasFiniteVerb(words, { start, end })) return undefined;
    if (complementOfNext(site, start, end)) return undefined;
  } else if ((words.verb(start)?.forms ?? 0) & 4) return undefined;
  return { start, end };
}

/** Whether what follows is another report, not more of this one. */
function complementOfNext(site: Site, start: number, end: number): boolean {
  return site.groups.some(
    (group) => group.head >= start && group.head < Math.min(end, start + 8) && complementOf(site, group, end) !== undefined,
  );
}

/** Behind the incise: stretches of the same quotation ("…", a dit X, "…"), in this sentence. */
function continuation(site: Site, sentence: Range, incise: Incise): Range[] {
  const { words, zone, used } = site;
  const parts: Range[] = [];
  let i = incise.end;
  // "a ajouté X, qui considère qu'il s'agit « … »": the relative reports something else
  for (let k = incise.speaker.end; k < i; k++) if (words.is(k, CLASS.that)) return parts;
  i = overDescription(words, i, sentence.end);
  while (i < sentence.end && (/^[,:.]$/.test(words.at(i)) || words.lists.goesOnQuoting.has(words.at(i)))) i++;
  while (i < sentence.end) {
    const stretch = words.opens(i);
    if (stretch === undefined || stretch.parent !== zone.span) break;
    const index = words.marks.inside[i] as number;
    if (used.has(index) || isTitleInMarks(words, index)) break;
    const after = stretch.close + 1;
    parts.push(interior(words, index));
    used.add(index);
    i = after;
    if (words.at(i) === ',') i++;
  }
  return parts;
}

/** ", a historian at the university, “…”": over what describes the speaker, up to the next mark of the sentence. */
function overDescription(words: QuoteWords, from: number, limit: number): number {
  if (words.at(from) !== ',' || words.opens(from + 1) !== undefined) return from;
  for (let i = from + 1; i < Math.min(limit, from + 16); i++) {
    if (words.opens(i) !== undefined) return words.at(i - 1) === ',' ? i - 1 : from;
    if (isFiniteVerb(words, i) || words.at(i) === ':' || words.at(i) === ';') return from;
  }
  return from;
}

function emit(
  site: Site,
  incise: Incise,
  parts: readonly Range[],
  kind: 'direct' | 'mixed' | 'indirect',
  confidence: number,
): void {
  const { words, zone } = site;
  const unclosed = parts.some((part) => words.opens(part.start - 1)?.closed === false);
  push(site, {
    parts,
    kind,
    rule: 'incise',
    cue: { start: incise.group.start, end: incise.group.end },
    speaker: incise.speaker,
    confidence,
    zone: zone.span,
    ...(unclosed && { problem: 'unclosed' as const }),
  });
}
