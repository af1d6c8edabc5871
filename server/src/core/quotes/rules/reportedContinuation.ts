import { CLASS, GERUND, INFINITIVE } from '../../lexicon/wordClasses';
import { complementOf } from '../../syntax/complements';
import { afterClitics, hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import type { Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import type { ReportingClause } from './reportingClauseParts';

/**
 * Words without marks after a reporting clause that go on with what it reports.
 * @param complete - whether what stands before it is a whole clause: then only another one goes on
 */
export function continuedClause(site: Site, clause: ReportingClause, complete: boolean): Range | undefined {
  const { words, rest } = site;
  const pause = words.at(clause.end);
  if (pause !== ',' && !(/^[-–—]$/.test(pause) && !complete)) return undefined;
  const start = clause.end + 1;
  const end = withoutFinal(words, start, rest.end);
  if (end - start < (complete ? 2 : 1)) return undefined;
  return (complete ? isAnotherClause(site, { start, end }) : !isGerund(words, start)) ? { start, end } : undefined;
}

const isGerund = (words: QuoteWords, i: number): boolean => ((words.verb(i)?.forms ?? 0) & GERUND) !== 0;

function isAnotherClause(site: Site, range: Range): boolean {
  const { words } = site;
  const { start } = range;
  // "il faudra, estime X, attendre mars"
  if (words.has(afterClitics(words, start), INFINITIVE)) return true;
  if (isAdjunct(words, start) || isGerund(words, start) || words.opens(start) !== undefined) return false;
  return hasFiniteVerb(words, range) && !isNextReport(site, range);
}

const ADJUNCT = CLASS.preposition | CLASS.relative | CLASS.time | CLASS.conjunction | CLASS.subordinator;

const isAdjunct = (words: QuoteWords, i: number): boolean => words.isWord(i) && (words.is(i, ADJUNCT) || words.isAdverb(i));

const REPORT_REACH = 8;

/** Whether what follows is another report, not more of this one. */
const isNextReport = (site: Site, { start, end }: Range): boolean =>
  site.groups.some(
    (group) =>
      group.head >= start && group.head < Math.min(end, start + REPORT_REACH) && complementOf(site, group, end) !== undefined,
  );

/** Quoted spans after a reporting clause that go on with the quotation before it: "…", a dit X, "…". */
export function continuedSpans(site: Site, clause: ReportingClause): number[] {
  const { words, zone, rest, used } = site;
  // "a ajouté X, qui considère qu'il s'agit « … »": the relative reports something else
  if (hasConjunction(words, clause.speaker.end, clause.end)) return [];
  const found: number[] = [];
  let i = overLinks(words, overDescription(words, clause.end, rest.end), rest.end);
  while (i < rest.end) {
    const span = words.opens(i);
    const index = words.marks.inside[i] as number;
    if (span?.parent !== zone.span || used.has(index) || isTitleInMarks(words, index)) break;
    found.push(index);
    i = words.at(span.close + 1) === ',' ? span.close + 2 : span.close + 1;
  }
  return found;
}

function hasConjunction(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (words.is(i, CLASS.that)) return true;
  return false;
}

/** Over commas, colons, stops and et. */
function overLinks(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  while (i < limit && (/^[,:.]$/.test(words.at(i)) || words.lists.goesOnQuoting.has(words.at(i)))) i++;
  return i;
}

const DESCRIPTION_REACH = 16;

/** ", a historian at the university, “…”": over what describes the speaker, up to the next mark of the sentence. */
function overDescription(words: QuoteWords, from: number, limit: number): number {
  if (words.at(from) !== ',' || words.opens(from + 1) !== undefined) return from;
  for (let i = from + 1; i < Math.min(limit, from + DESCRIPTION_REACH); i++) {
    if (words.opens(i) !== undefined) return words.at(i - 1) === ',' ? i - 1 : from;
    if (isFiniteVerb(words, i) || /^[:;]$/.test(words.at(i))) return from;
  }
  return from;
}
