import type { ParagraphView } from '../document';
import { CLASS, HISTORIC } from '../lexicon/wordClasses';
import { packed } from '../packed';
import { lowerBound } from '../span';
import { hasFiniteVerb } from '../syntax/finiteVerbs';
import { isBareName, nounPhraseAt } from '../syntax/nounPhrases';
import { ParagraphWords } from '../syntax/paragraphWords';
import { groupsIn, hasGroups, interior, type Range, type Zone } from '../syntax/ranges';
import { cutLong, quoteSentences, type Sentence } from '../syntax/sentences';
import { findVerbGroups, type VerbGroup } from '../syntax/verbGroups';
import type { QuoteWords } from './candidate';
import { type Candidate, type Site, siteOf } from './candidate';
import type { QuotePack } from './pack';
import { findSourcePhrases } from './rules/accordingTo';
import { type DashTurn, dashTurn, innerTurns } from './rules/dashTurns';
import { findNounCues } from './rules/nounCues';
import { findReports } from './rules/reportedClauses';
import { findSayingNouns, findTellingVerbs } from './rules/reportedObjects';
import { findReportingClauses } from './rules/reportingClauses';
import { findUncuedSpans, type UncuedSpan } from './rules/uncuedSpans';

/** What a paragraph alone tells of its quotations: marks, cues, clauses; offsets from the paragraph's start. */
export interface ParagraphScan {
  readonly words: QuoteWords;
  readonly sentences: readonly Sentence[];
  readonly groups: readonly VerbGroup[];
  readonly candidates: readonly Candidate[];
  readonly strays: readonly UncuedSpan[];
  readonly turn?: DashTurn;
  /** Turns of a dialogue within the paragraph, in texts without line breaks. */
  readonly turns: readonly DashTurn[];
  /** Tokens outside marks in the past historic: what tells a narrative. */
  readonly historic: number;
}

/** Paragraph pass; reused as long as the paragraph's text stays. Linear in the text. */
export function scanParagraph(view: ParagraphView, pack: QuotePack): ParagraphScan {
  const words = new ParagraphWords(view, pack);
  const groups = findVerbGroups(words);
  const sentences = quoteSentences(words);
  const candidates: Candidate[] = [];
  const used = new Set<number>();
  const open: Zone = { start: 0, end: words.tokens.length, span: -1, sentences };
  const marked = words.marks.spans.length > 0;
  const outer = marked ? groups.filter((g) => words.marks.inside[g.head] === -1) : groups;
  runRules(siteOf(words, open, outer, candidates, used));
  if (marked) for (const zone of innerZones(words)) runInner(words, zone, groups, candidates, used);
  const strays = marked ? findUncuedSpans(words, sentences, used, candidates, groups) : [];
  const headline = headlineReport(words, sentences);
  if (headline !== undefined) candidates.push(headline);
  // English dialogue has marks: its dashes are pauses and bullets
  const turn = words.features.dashTurns ? dashTurn(words, groups) : undefined;
  const turns = words.features.dashTurns ? innerTurns(words, groups) : [];
  return {
    words,
    sentences: packed(sentences),
    groups: packed(groups),
    candidates: packed(candidates),
    strays: packed(strays),
    ...(turn && { turn }),
    turns: packed(turns),
    historic: countHistoric(words),
  };
}

/**
 * "Ministère de X sur Y: si le bilan est «nul», …": a headline that reports with a colon, told by the marks behind it;
 * "Ava Durnoy : nous partirons": told by a full name before it and a first person behind it.
 */
function headlineReport(words: QuoteWords, sentences: readonly Sentence[]): Candidate | undefined {
  const end = words.tokens.length;
  if (sentences.length !== 1 || end > 40 || /^[.!?…»”"]$/.test(words.at(end - 1))) return undefined;
  let colon = 1;
  while (colon < end && !(words.at(colon) === ':' && words.marks.inside[colon] === -1)) colon++;
  if (colon >= end - 4 || words.opens(colon + 1) !== undefined) return undefined;
  if (hasFiniteVerb(words, { start: 0, end: colon }) || !hasFiniteVerb(words, { start: colon + 1, end })) return undefined;
  const speaker = nounPhraseAt(words, 0, colon, 'right');
  if (speaker === undefined) return undefined;
  const marked = words.marks.spans.some((stretch) => stretch.open > colon && stretch.closed);
  const named = speaker.end === colon && colon > 1 && isBareName(words, speaker);
  if (!marked && !(named && inFirstPerson(words, { start: colon + 1, end }))) return undefined;
  return {
    parts: [{ start: colon + 1, end }],
    kind: 'indirect',
    rule: 'headline',
    cue: { start: colon, end: colon + 1 },
    speaker,
    confidence: 0.4,
    zone: -1,
  };
}

function inFirstPerson(words: QuoteWords, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (words.pack.firstPerson.has(words.at(i))) return true;
  return false;
}

function countHistoric(words: QuoteWords): number {
  let count = 0;
  for (let i = 0; i < words.tokens.length; i++) if (words.has(i, HISTORIC) && words.marks.inside[i] === -1) count++;
  return count;
}

function runRules(site: Site): void {
  for (const sentence of site.zone.sentences) {
    const range = withoutLabel(site.words, sentence);
    const cues = hasGroups(site.groups, range);
    if (cues) findReportingClauses(site, range);
    findSourcePhrases(site, range);
    if (cues) findReports(site, range);
    findNounCues(site, range);
    findSayingNouns(site, range);
    if (cues) findTellingVerbs(site, range);
  }
}

/** Without a bullet or a dash before the sentence's first word. */
function withoutLabel(words: QuoteWords, sentence: Sentence): Range {
  let { start } = sentence;
  while (start < sentence.end - 1 && /^[-–—•*.…]$/.test(words.at(start))) start++;
  return { start, end: sentence.end };
}

/** Quotations within quotations: reports with a subject of their own inside longer marks. */
export function innerZones(words: QuoteWords): Zone[] {
  const zones: Zone[] = [];
  words.marks.spans.forEach((stretch, index) => {
    const inner = interior(words, index);
    if (stretch.depth > 3 || inner.end - inner.start < 6) return;
    const sentences = words.view.sentences
      .map((span) => tokensOf(words, span.start, span.end, inner))
      .filter((range) => range.end > range.start)
      .flatMap((range) => cutLong(words, range.start, range.end));
    zones.push({ ...inner, span: index, sentences });
  });
  return zones;
}

function tokensOf(words: QuoteWords, from: number, to: number, inner: Range): Sentence {
  const { tokens } = words;
  const first = tokens[inner.start];
  const last = tokens[inner.end - 1];
  if (first === undefined || last === undefined || from >= last.end || to <= first.start) return { start: 0, end: 0 };
  let start = lowerBound(words.tokens, from);
  let end = lowerBound(words.tokens, to);
  start = Math.max(start, inner.start);
  end = Math.min(end, inner.end);
  return { start, end };
}

function runInner(words: QuoteWords, zone: Zone, groups: readonly VerbGroup[], candidates: Candidate[], used: Set<number>): void {
  const inner: Candidate[] = [];
  const own = groupsIn(groups, zone).filter((g) => words.marks.inside[g.head] === zone.span);
  const site = siteOf(words, zone, own, inner, new Set(used));
  for (const sentence of zone.sentences) findReports(site, sentence);
  for (const candidate of inner) {
    const { speaker } = candidate;
    // what somebody quotes of himself, of a relative's "qui", or of nobody in particular is not told apart in the quotation
    if (speaker === undefined || candidate.cue === undefined) continue;
    const marked = candidate.kind === 'direct';
    const third = speaker.kind !== 'pronoun' || marked;
    const relative = words.is((own.find((g) => g.start === candidate.cue?.start)?.left ?? 0) - 1, CLASS.relative);
    if (candidate.kind === 'mixed' && candidate.rule === 'fragment') continue;
    if (third && !relative && (marked || candidate.rule === 'that clause')) {
      candidates.push({ ...candidate, confidence: candidate.confidence - 0.2 });
      for (const part of candidate.parts) used.add(words.marks.inside[part.start] as number);
    }
  }
}
