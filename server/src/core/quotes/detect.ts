import type { ParagraphView } from '../document';
import { HISTORIC } from '../lexicon/wordClasses';
import { packed } from '../packed';
import { isLeftOut, noteApplied } from '../rules/run';
import { lowerBound } from '../span';
import { ParagraphWords } from '../syntax/paragraphWords';
import type { QuotedSpan } from '../syntax/quoteMarks';
import { groupsIn, interior, type Range, type Zone } from '../syntax/ranges';
import { cutLong, quoteSentences, type Sentence } from '../syntax/sentences';
import { findVerbGroups, type VerbGroup } from '../syntax/verbGroups';
import type { Candidate, QuoteWords } from './candidate';
import { gather, runPasses } from './driver';
import { offsetsOf } from './offsets';
import type { QuotePack } from './pack';
import type { ParagraphPlace, QuoteRule, QuoteRules, SpanPlace } from './rule';
import type { DashTurn, DialogueRule } from './rules/dashTurns';
import { describeSpan, nestedSpan, type UncuedSpan, uncuedSpan } from './rules/uncuedSpans';

/** What a paragraph alone shows of its quotations: marks, cues, clauses; offsets from the paragraph's start. */
export interface ParagraphScan {
  readonly words: QuoteWords;
  readonly sentences: readonly Sentence[];
  readonly groups: readonly VerbGroup[];
  readonly candidates: readonly Candidate[];
  /** Of each candidate: beginning and end of each part, then of its cue; from the paragraph's start. */
  readonly offsets: readonly (readonly number[])[];
  readonly strays: readonly UncuedSpan[];
  /** The paragraph as one turn of a dialogue. */
  readonly turn?: DashTurn;
  /** Turns of a dialogue within a paragraph that is none as a whole, in texts without line breaks; see {@link innerTurns}. */
  readonly turns: readonly DashTurn[];
  /** Tokens outside marks in the past historic: the tense of a narrative. */
  readonly historic: number;
}

/** Paragraph pass; reused as long as the paragraph's text stays. Linear in the text. */
export function scanParagraph(view: ParagraphView, pack: QuotePack): ParagraphScan {
  const words: QuoteWords = new ParagraphWords(view, pack);
  const groups = findVerbGroups(words);
  const sentences = quoteSentences(words);
  const reading: ParagraphReading = { words, sentences, groups, used: new Set(), candidates: [] };
  readSentences(reading, pack.rules);
  readWithinMarks(reading, pack.rules);
  const strays = readSpans(reading, pack.rules);
  for (const rule of pack.rules.paragraph) for (const sentence of sentences) apply(reading, rule, reading, sentence);
  return {
    words,
    sentences: packed(sentences),
    groups: packed(groups),
    candidates: packed(reading.candidates),
    offsets: packed(reading.candidates.map(({ parts, cue }) => offsetsIn(words, cue ? [...parts, cue] : parts))),
    strays: packed(strays),
    ...readTurns(reading, pack.rules),
    historic: countHistoric(words),
  };
}

const offsetsIn = (words: QuoteWords, ranges: readonly Range[]): readonly number[] =>
  packed(ranges.flatMap((range) => offsetsOf(words, range)));

/** The paragraph as turns of a dialogue. */
function readTurns({ words, groups }: ParagraphReading, { turns: rule }: QuoteRules): Pick<ParagraphScan, 'turn' | 'turns'> {
  if (rule === undefined || isLeftOut(rule.id)) return { turns: [] };
  const turn = rule.whole(words, groups);
  // of a dialogue with line breaks nobody asks for them, and they would be as much again as all the turns
  const turns = turn === undefined ? rule.inner(words, groups) : [];
  if (turn !== undefined || turns.length > 0) noteApplied(rule.id);
  return { turns: packed(turns), ...(turn && { turn }) };
}

/** The turns within a paragraph, also where it is one as a whole. */
export const innerTurns = ({ words, groups, turn, turns }: ParagraphScan, rule: DialogueRule): readonly DashTurn[] =>
  turn === undefined ? turns : rule.inner(words, groups);

/** What the rules have found in a paragraph so far. */
interface ParagraphReading extends ParagraphPlace {
  readonly groups: readonly VerbGroup[];
  readonly candidates: Candidate[];
  readonly used: Set<number>;
}

/** Asks a rule, and takes over what it finds; whether it found anything. */
function apply<Trigger, Place>(
  reading: ParagraphReading,
  rule: QuoteRule<Trigger, Place>,
  place: Place,
  trigger: Trigger,
): boolean {
  const finding = isLeftOut(rule.id) ? undefined : rule.apply(place, trigger);
  if (finding === undefined) return false;
  noteApplied(rule.id);
  gather(reading, finding);
  return true;
}

const hasMarks = ({ words }: ParagraphReading): boolean => words.marks.spans.length > 0;

/** The sentences outside quotation marks. */
function readSentences(reading: ParagraphReading, rules: QuoteRules): void {
  const { words, sentences, groups, used, candidates } = reading;
  const zone: Zone = { start: 0, end: words.tokens.length, span: -1, sentences };
  const outer = hasMarks(reading) ? groups.filter((group) => words.marks.inside[group.head] === -1) : groups;
  const unlabelled = sentences.map((sentence) => withoutLabel(words, sentence));
  for (const candidate of runPasses({ words, zone, groups: outer, used }, rules.sentence, unlabelled)) candidates.push(candidate);
}

/** Without a bullet or a dash before the sentence's first word. */
function withoutLabel(words: QuoteWords, sentence: Sentence): Range {
  let { start } = sentence;
  while (start < sentence.end - 1 && /^[-–—•*.…]$/.test(words.at(start))) start++;
  return { start, end: sentence.end };
}

/** Quotations within quotations: reports with a subject of their own inside longer marks. */
function readWithinMarks(reading: ParagraphReading, rules: QuoteRules): void {
  const { words, groups, used } = reading;
  for (const zone of hasMarks(reading) ? innerZones(words) : []) {
    const own = groupsIn(groups, zone).filter((group) => words.marks.inside[group.head] === zone.span);
    const found = runPasses({ words, zone, groups: own, used: new Set(used) }, rules.nested, zone.sentences);
    for (const candidate of found) apply(reading, rules.nesting, { words, groups: own }, candidate);
  }
}

// Quotations are looked for in marks within marks, not deeper; and in none that are shorter than this.
const DEEPEST = 3;
const SHORTEST = 6;

/** Where quotations within quotations are looked for. */
function innerZones(words: QuoteWords): Zone[] {
  const zones: Zone[] = [];
  words.marks.spans.forEach((span, index) => {
    const inner = interior(words, index);
    if (span.depth > DEEPEST || inner.end - inner.start < SHORTEST) return;
    const sentences = words.view.sentences
      .map((sentence) => tokensOf(words, sentence, inner))
      .filter((range) => range.end > range.start)
      .flatMap((range) => cutLong(words, range.start, range.end));
    zones.push({ span: index, sentences, ...inner });
  });
  return zones;
}

/** The tokens of a sentence that lie in a range. */
function tokensOf(words: QuoteWords, sentence: Range, inner: Range): Sentence {
  const { tokens } = words;
  const first = tokens[inner.start];
  const last = tokens[inner.end - 1];
  if (first === undefined || last === undefined || sentence.start >= last.end || sentence.end <= first.start)
    return { start: 0, end: 0 };
  return {
    start: Math.max(lowerBound(tokens, sentence.start), inner.start),
    end: Math.min(lowerBound(tokens, sentence.end), inner.end),
  };
}

/** Quoted spans that no cue claims: made quotations by rules of their own, or handed on. */
function readSpans(reading: ParagraphReading, rules: QuoteRules): UncuedSpan[] {
  const { words, sentences, groups, candidates, used } = reading;
  const strays: UncuedSpan[] = [];
  let at = 0;
  words.marks.spans.forEach((span, index) => {
    const inner = interior(words, index);
    if (used.has(index) || inner.end <= inner.start) return;
    if (span.parent !== -1) {
      if (span.closed) strays.push(nestedSpan(words, index));
      return;
    }
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= span.open) at++;
    const sentence = sentences[at] ?? { start: 0, end: words.tokens.length };
    const uncued = readSpan(reading, rules, { words, sentence, groups, candidates, index, inner }, span);
    if (uncued !== undefined) strays.push(uncued);
  });
  return strays;
}

/** Asks the rules of one span; what it is where none of them takes it. */
function readSpan(reading: ParagraphReading, rules: QuoteRules, place: SpanPlace, span: QuotedSpan): UncuedSpan | undefined {
  if (rules.spans.some((rule) => apply(reading, rule, place, span))) return undefined;
  const described = describeSpan(place, span);
  return rules.uncued.some((rule) => apply(reading, rule, described, span)) ? undefined : uncuedSpan(described, span);
}

function countHistoric(words: QuoteWords): number {
  let count = 0;
  for (let i = 0; i < words.tokens.length; i++) if (words.has(i, HISTORIC) && words.marks.inside[i] === -1) count++;
  return count;
}
