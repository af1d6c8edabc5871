import { CLASS, PARTICIPLE } from '../../lexicon/wordClasses';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { interior, nextAt, quotedSpansIn, type Range } from '../../syntax/ranges';
import { relativeEnd } from '../../syntax/relativeClauses';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords, Site } from '../candidate';
import type { Finding } from '../rule';
import { freeSpans, mixedOrIndirect } from './drafts';
import { clauseStart, clauseStop } from './sourcedClause';
import type { SourcePhrase } from './sourcePhrase';

/** What the words around a phrase that names a source come to as its quotation. */
export function sourcedWords(phrase: SourcePhrase): Finding | undefined {
  if (isTight(phrase)) {
    const marked = markedObject(phrase);
    if (marked >= 0) return phrase.site.used.has(marked) ? undefined : direct(phrase, [marked], 'mixed');
    if (isQualifier(phrase)) return qualifiedNoun(phrase);
  }
  return isBracketed(phrase) ? bracketedClause(phrase) : clauseAround(phrase);
}

/** What the phrase is said of; of what a conjunction or a relative brings in, what follows it alone. */
const isBehindConjunction = ({ site: { words }, start }: SourcePhrase): boolean =>
  words.is(start - 1, CLASS.relative | CLASS.that);

const isBracketed = ({ site: { words }, start, end }: SourcePhrase): boolean =>
  words.at(start - 1) === '(' && words.at(end) === ')';

/** "selon lui" within a clause, without commas. */
function isTight(phrase: SourcePhrase): boolean {
  const { site, source, start, end } = phrase;
  const commas = site.words.at(start) === ',' || site.words.at(end) === ',';
  return !commas && source.kind === 'pronoun' && start > site.sentence.start && !isBehindConjunction(phrase);
}

/** "des règles qui vont selon elle « trop loin » et gênent …": the quoted span that alone is the source's; or -1. */
function markedObject({ site: { words, zone, sentence }, start, end }: SourcePhrase): number {
  const span = words.opens(end);
  if (!span?.closed || span.parent !== zone.span || !words.isWord(start - 1)) return -1;
  return span.close + 1 < sentence.end && words.isWord(span.close + 1) ? (words.marks.inside[end] as number) : -1;
}

/** "des éléments selon lui faux" says one word, not its sentence; "cela est dû selon lui au vent" says all of it. */
function isQualifier({ site: { words }, start, end }: SourcePhrase): boolean {
  const last = start - 1;
  const clausal = isFiniteVerb(words, last) || words.is(last, CLASS.being) || words.has(last, PARTICIPLE);
  return words.isWord(end) && !clausal;
}

const NOUN_REACH = 12;
const LONGEST_QUALITY = 4;

/** "des éléments selon lui faux": the noun and what is said of it, with little confidence. */
function qualifiedNoun(phrase: SourcePhrase): Finding | undefined {
  const { site, start } = phrase;
  const { words, sentence } = site;
  const noun = determinedPhrase(words, Math.max(sentence.start, start - NOUN_REACH), start);
  let { end } = phrase;
  while (end < sentence.end && words.isWord(end) && !words.is(end, CLASS.conjunction | CLASS.preposition)) end++;
  if (noun === undefined || end === phrase.end || end > phrase.end + LONGEST_QUALITY) return undefined;
  const parts = [
    { start: noun.start, end: noun.end },
    { start: phrase.end, end },
  ];
  return quoted(phrase, { parts, kind: 'indirect', marks: [], confidence: 0.4 });
}

/** "La digue a cédé (selon la préfecture).": the clause before the bracket, where nothing follows it. */
function bracketedClause(phrase: SourcePhrase): Finding | undefined {
  const { words, sentence, zone } = phrase.site;
  const end = phrase.start - 1;
  const part = { start: clauseStart(words, { start: sentence.start, end }, zone.span), end };
  const follows = withoutFinal(words, phrase.end + 1, sentence.end) > phrase.end + 1;
  return follows || !hasFiniteVerb(words, part) ? undefined : clauses(phrase, [part]);
}

/** The clause around the phrase, or the part of it that is the source's. */
function clauseAround(phrase: SourcePhrase): Finding | undefined {
  const before = clauseBefore(phrase);
  const after = clauseAfter(phrase);
  const trailing = after.end <= after.start;
  if (trailing) return trailingPhrase(phrase, before);
  if (before.end > before.start && !isLead(phrase.site.words, before))
    return clauses(phrase, goesOn(phrase, after, hasFiniteVerb(phrase.site.words, before)) ? [before, after] : [before]);
  const marked = fullyMarked(phrase.site, after);
  if (marked !== undefined) return direct(phrase, [marked], 'direct');
  const told = before.end - before.start >= 4 && !phrase.site.words.is(phrase.start - 1, CLASS.that);
  return clauses(phrase, told ? [before, after] : [after]);
}

function clauseBefore(phrase: SourcePhrase): Range {
  const { words, sentence, zone } = phrase.site;
  const { start } = phrase;
  const from = isBehindConjunction(phrase) ? start : clauseStart(words, { start: sentence.start, end: start }, zone.span);
  return { start: from, end: withoutFinal(words, from, start) };
}

function clauseAfter({ site: { words, sentence, zone }, start, end }: SourcePhrase): Range {
  const next = overPauses(words, end, sentence.end);
  const stop = clauseStop(words, next, sentence.end, zone.span);
  // ", qui, selon lui, dormait, n'entendit rien": what the source says ends with the relative
  const relative = words.pack.inversion && words.is(beforeComma(words, start), CLASS.relative);
  return { start: next, end: relative ? Math.min(stop, relativeEnd(words, next, sentence.end)) : stop };
}

const beforeComma = (words: QuoteWords, start: number): number => (words.at(start - 1) === ',' ? start - 2 : start - 1);

/** Over adverbs before a pause, and pauses. */
function overPauses(words: QuoteWords, from: number, limit: number): number {
  let next = from;
  while (next < limit && words.isAdverb(next) && !words.isWord(next + 1)) next++;
  while (next < limit && isPause(words, next)) next++;
  return next;
}

const isPause = (words: QuoteWords, i: number): boolean =>
  /^[,:]$/.test(words.at(i)) ||
  (words.at(i) === ';' && words.opens(i + 1) !== undefined) ||
  (/^[-–—]$/.test(words.at(i)) && words.spaced(i));

/** "« La digue cède », selon X": the marks before the phrase, or the clause. */
function trailingPhrase(phrase: SourcePhrase, before: Range): Finding | undefined {
  const { site } = phrase;
  const { words, zone } = site;
  const last = words.closes(before.end - 1);
  if (last === undefined || last.parent !== zone.span) return clauses(phrase, [before]);
  if (site.used.has(words.marks.inside[before.end - 1] as number)) return undefined;
  if (last.open !== before.start && !onlyMarks(words, before, zone.span)) return clauses(phrase, [before]);
  return direct(phrase, quotedSpansIn(words, before.start, before.end, zone.span), 'direct');
}

function onlyMarks(words: QuoteWords, range: Range, zone: number): boolean {
  for (let i = range.start; i < range.end; i = nextAt(words, i, zone))
    if (words.isWord(i) && words.opens(i) === undefined && !words.is(i, CLASS.conjunction)) return false;
  return true;
}

const LONGEST_LEAD = 12;
const LEADS = CLASS.preposition | CLASS.conjunction | CLASS.subordinator | CLASS.time;

/** Only an adverbial or a conjunction before the phrase: "Mais, selon X, …", "En 2016, selon X, …". */
const isLead = (words: QuoteWords, before: Range): boolean =>
  before.end - before.start <= LONGEST_LEAD &&
  !hasFiniteVerb(words, before) &&
  (words.is(before.start, LEADS) || words.isAdverb(before.start) || words.is(before.end - 1, CLASS.that));

/**
 * After a medial phrase the clause goes on, unless something else begins there.
 * @param before - whether a whole clause stands before the phrase
 */
function goesOn(phrase: SourcePhrase, after: Range, before: boolean): boolean {
  const { site, start, end, cue } = phrase;
  const { words } = site;
  // "Cette mesure est, selon lui, inutile."
  if (after.end - after.start < 2) return after.end - after.start === 1 && words.is(start - 1, CLASS.being);
  if (words.at(end) !== ',') {
    // ", according to a report from the town": what follows without a pause belongs to the source
    if (before && words.at(start) === ',' && !hasFiniteVerb(words, after)) return false;
    return !words.is(after.start, CLASS.conjunction | CLASS.relative);
  }
  // ", according to the deed, filed in Sela", ", selon elle, déposée hier"
  if (before && words.has(after.start, PARTICIPLE) && !hasFiniteVerb(words, after)) return false;
  // ", cité par la radio"
  if (words.has(after.start, PARTICIPLE) && words.lists.citedBy.has(words.at(after.start + 1))) return false;
  if (start < cue.start || words.at(start) === ',') return !words.is(after.start, CLASS.conjunction) || !before;
  return ((words.verb(after.start)?.forms ?? 0) & 4) === 0;
}

/** The one quoted span that the clause consists of, where only an adjunct follows its marks. */
function fullyMarked({ words, zone, used, sentence }: Site, after: Range): number | undefined {
  const span = words.opens(after.start);
  const index = words.marks.inside[after.start] as number;
  if (span === undefined || span.parent !== zone.span || used.has(index)) return undefined;
  const start = Math.min(span.close + 1, sentence.end);
  const rest = { start, end: withoutFinal(words, start, sentence.end) };
  if (rest.end <= rest.start) return index;
  return hasFiniteVerb(words, interior(words, index)) && isAdjunct(words, rest) ? index : undefined;
}

const isAdjunct = (words: QuoteWords, rest: Range): boolean =>
  !hasFiniteVerb(words, rest) || words.is(rest.start, CLASS.relative | CLASS.conjunction) || words.at(rest.start) === ',';

/** Clauses as the source's words; a single word needs marks. */
function clauses(phrase: SourcePhrase, parts: readonly Range[]): Finding | undefined {
  const { site } = phrase;
  const size = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  if (size < 1) return undefined;
  const marks = freeSpans(site, parts);
  if (size < 2 && marks.length === 0 && !parts.some((part) => hasFiniteVerb(site.words, part))) return undefined;
  return quoted(phrase, { parts, kind: mixedOrIndirect(marks), marks, confidence: 0.85 });
}

/** What stands within marks as the source's words. */
const direct = (phrase: SourcePhrase, marks: readonly number[], kind: 'direct' | 'mixed'): Finding =>
  quoted(phrase, { parts: marks.map((index) => interior(phrase.site.words, index)), kind, marks, confidence: 0.85 });

interface Content {
  readonly parts: readonly Range[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly marks: readonly number[];
  readonly confidence: number;
}

const quoted = ({ site, cue, source }: SourcePhrase, { parts, kind, marks, confidence }: Content): Finding => ({
  candidates: [{ parts, kind, rule: 'according-to', cue, speaker: source, confidence, zone: site.zone.span }],
  marks,
});
