import { CLASS } from '../../lexicon/wordClasses';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { interior, type Range } from '../../syntax/ranges';
import type { ParagraphScan } from '../detect';
import { isTiedVerb } from '../exceptions/titleInMarks';
import { endOf, paragraphStart, startOf } from '../offsets';
import type { UncuedSpan } from '../rules/uncuedSpans';
import { hasDialogue } from './dialogueTurns';
import { introductionOf } from './introduction';
import { actorBefore, precedingSubject } from './precedingSubject';
import {
  type AssemblyContext,
  isSpeech,
  lastEnd,
  type Offsets,
  type PlacedQuotation,
  type SpeakerMention,
  spanOf,
} from './quotation';
import { signatureAfter } from './signatures';

/** A quoted span without a cue, at its place. */
interface PlacedSpan {
  readonly scan: ParagraphScan;
  readonly paragraph: number;
  readonly span: UncuedSpan;
  readonly marks: QuotedSpan | undefined;
  /** Long enough, or a sentence, so that it can be speech. */
  readonly isUtterance: boolean;
  /** What all quotations made of it have. */
  readonly quotation: Pick<PlacedQuotation, 'paragraph' | 'problem'> & { readonly spans: Offsets[] };
}

// Fewer tokens than these with neither verb nor end of a sentence are not speech.
const MIN_UTTERANCE_TOKENS = 4;

/**
 * Adds a quoted span without a cue to the quotations before it: as what a colon introduces, as speech that stands alone (or as
 * more of the speech right before), or as marked words and titles.
 * @param found - the quotations before it, in text order; grows
 */
export function placeUncuedSpan(context: AssemblyContext, paragraph: number, span: UncuedSpan, found: PlacedQuotation[]): void {
  const placed = placedSpan(context, paragraph, span);
  if (placed === undefined) return;
  const introduced = introducedSpeech(context, placed);
  if (introduced !== undefined) {
    found.push(introduced);
    return;
  }
  if (!span.alone || !placed.isUtterance || span.title) {
    found.push({ kind: span.title ? 'title' : 'scare', rule: 'uncued-span', confidence: 0.5, ...placed.quotation });
    return;
  }
  const { direct, speaker } = speechBefore(context, placed, found);
  if (direct === undefined) found.push(speechAlone(context, placed, speaker, found.at(-1)));
  else direct.spans.push(...placed.quotation.spans);
}

function placedSpan(context: AssemblyContext, paragraph: number, span: UncuedSpan): PlacedSpan | undefined {
  const scan = context.scans[paragraph];
  if (scan === undefined) return undefined;
  const { words } = scan;
  const inner = interior(words, span.index);
  const marks = words.marks.spans[span.index];
  return {
    scan,
    paragraph,
    span,
    marks,
    isUtterance: isUtterance(scan, inner),
    quotation: {
      spans: [spanOf(context, paragraph, inner)],
      paragraph,
      ...(marks?.closed === false && { problem: 'unclosed' }),
    },
  };
}

const isUtterance = ({ words }: ParagraphScan, inner: Range): boolean =>
  inner.end - inner.start >= MIN_UTTERANCE_TOKENS ||
  hasFiniteVerb(words, inner) ||
  isTiedVerb(words, inner.start + 1) ||
  /[.!?…]/.test(words.at(inner.end - 1));

/** The span as direct speech that a colon introduces, in its own paragraph or at the end of the one before. */
function introducedSpeech(context: AssemblyContext, placed: PlacedSpan): PlacedQuotation | undefined {
  const { span, paragraph } = placed;
  const introduction = isAtHead(placed) ? introductionOf(context, paragraph) : undefined;
  if (!span.introduced && introduction === undefined) return undefined;
  if (!placed.isUtterance && !canQuoteOneWord(context)) return undefined;
  const speaker = span.subject ? { paragraph, phrase: span.subject } : introduction?.speaker;
  return {
    kind: 'direct',
    rule: 'colon',
    confidence: 0.75,
    ...placed.quotation,
    ...(introduction?.cue && { cue: introduction.cue }),
    ...(speaker ? { speaker } : { inherits: true }),
  };
}

/** Whether a document has so much talk that a word alone may be speech. */
const canQuoteOneWord = ({ textType }: AssemblyContext): boolean => hasDialogue(textType) || textType.narrative;

/** Whether no word of its paragraph stands before the span. */
const isAtHead = ({ marks, scan }: PlacedSpan): boolean =>
  marks !== undefined && (marks.open === 0 || (marks.open < 3 && !scan.words.isWord(0)));

/** What is quoted in the sentence right before a span that stands alone. */
interface SpeechBefore {
  /** The last direct quotation there, or one whose cue is there: the span goes on with it. */
  readonly direct?: PlacedQuotation;
  /** Whom the sentence quotes last, in whatever form. */
  readonly speaker?: SpeakerMention;
}

function speechBefore(context: AssemblyContext, placed: PlacedSpan, found: readonly PlacedQuotation[]): SpeechBefore {
  const start = placed.quotation.spans[0]?.[0] ?? 0;
  const from = sentenceBefore(context, placed, start);
  if (from === undefined) return {};
  const here = quotedSince(found, from, start).filter((item) => item.speaker !== undefined);
  // from another paragraph an open mark goes on by itself, in further ones
  const joins = placed.marks?.closed === true || from >= paragraphStart(context.document.paragraphs, placed.paragraph);
  const direct = joins ? here.find(({ kind }) => kind === 'direct') : undefined;
  const speaker = here.find((item) => item.speaker !== undefined && !isText(context, item.speaker))?.speaker;
  return { ...(direct && { direct }), ...(speaker && { speaker }) };
}

/** "selon le rapport, …. « Nous … »": what is written has no more to say, its author may. */
function isText({ scans }: AssemblyContext, { paragraph, phrase: { kind, start, end } }: SpeakerMention): boolean {
  const words = scans[paragraph]?.words;
  if (words === undefined || kind !== 'description') return false;
  let text = false;
  for (let i = start; i < end && !(words.is(i, CLASS.of) && i > start); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution)) return false;
    if (words.is(i, CLASS.source | CLASS.message)) text = true;
  }
  return text;
}

/** Where the sentence before a span begins: in its own paragraph, or in the one before where the span is at its head. */
function sentenceBefore(context: AssemblyContext, placed: PlacedSpan, start: number): number | undefined {
  const { scan, paragraph } = placed;
  const base = paragraphStart(context.document.paragraphs, paragraph);
  const here = scan.sentences.findIndex((sentence) => base + endOf(scan.words, sentence.end - 1) > start);
  const before = scan.sentences[here - 1];
  if (before !== undefined) return base + startOf(scan.words, before.start);
  return isAtHead(placed) && isWholeParagraph(placed) ? lastSentenceOf(context, paragraph - 1) : undefined;
}

function lastSentenceOf({ document, scans, textType }: AssemblyContext, paragraph: number): number | undefined {
  const scan = scans[paragraph];
  const last = scan?.sentences.at(-1);
  // marks left open go on by themselves
  if (scan?.words.marks.spans.some(({ closed, close }) => !closed && close >= scan.words.tokens.length)) return undefined;
  // in a dialogue a new paragraph is another's turn
  if (scan === undefined || last === undefined || textType.narrative || hasDialogue(textType)) return undefined;
  return paragraphStart(document.paragraphs, paragraph) + startOf(scan.words, last.start);
}

/** A paragraph of marked sentences alone, with a stop at their end: no heading that repeats words from elsewhere. */
function isWholeParagraph({ scan: { words }, marks }: PlacedSpan): boolean {
  if (marks === undefined) return false;
  const { close } = marks;
  const end = words.tokens.length;
  for (let i = close + 1; i < end; i++) if (words.isWord(i) && words.marks.inside[i] === -1) return true;
  return STOP.test(words.at(end - 1)) || STOP.test(words.at(close - 1)) || STOP.test(words.at(close + 1));
}

const STOP = /^(?:[.!?…]|\.\.\.)$/;

/** Speech between two offsets, or brought in there by its cue; the last first. */
function quotedSince(found: readonly PlacedQuotation[], from: number, to: number): readonly PlacedQuotation[] {
  const list: PlacedQuotation[] = [];
  for (let k = found.length - 1; k >= 0; k--) {
    const item = found[k];
    if (item === undefined || (lastEnd(item) <= from && (item.cue?.end ?? 0) <= from)) break;
    if (isSpeech(item) && lastEnd(item) < to) list.push(item);
  }
  return list;
}

/**
 * The span as direct speech that stands alone: with the speaker who signs it or who acts before it, or with the last one.
 * @param quoted - whom the sentence before quotes
 */
function speechAlone(
  context: AssemblyContext,
  { paragraph, marks, quotation }: PlacedSpan,
  quoted: SpeakerMention | undefined,
  last: PlacedQuotation | undefined,
): PlacedQuotation {
  const { scans } = context;
  const open = marks?.open ?? 0;
  const speaker =
    signatureAfter(scans, paragraph) ?? (canQuoteOneWord(context) ? precedingSubject(scans, paragraph, open) : undefined);
  if (speaker !== undefined) return { kind: 'direct', rule: 'uncued-speech', speaker, confidence: 0.8, ...quotation };
  if (quoted !== undefined) return { kind: 'direct', rule: 'uncued-speech', speaker: quoted, confidence: 0.6, ...quotation };
  const actor = actorBefore(context, paragraph, open, last);
  return { kind: 'direct', rule: 'uncued-speech', inherits: true, confidence: 0.55, ...quotation, ...(actor && { actor }) };
}
