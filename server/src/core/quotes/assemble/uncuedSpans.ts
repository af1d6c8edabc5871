import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { interior, type Range } from '../../syntax/ranges';
import type { ParagraphScan } from '../detect';
import { endOf, paragraphStart, startOf } from '../offsets';
import type { UncuedSpan } from '../rules/uncuedSpans';
import { hasDialogue } from './dialogueTurns';
import { introductionOf } from './introduction';
import { actorBefore, precedingSubject } from './precedingSubject';
import { type AssemblyContext, lastEnd, type Offsets, type PlacedQuotation, spanOf } from './quotation';
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
  const earlier = speechContinuedBy(context, placed, found);
  if (earlier === undefined) found.push(speechAlone(context, placed, found.at(-1)));
  else earlier.spans.push(...placed.quotation.spans);
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
  inner.end - inner.start >= MIN_UTTERANCE_TOKENS || hasFiniteVerb(words, inner) || /[.!?…]/.test(words.at(inner.end - 1));

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

/** The direct speech of the sentence right before, which a span that stands alone goes on with. */
function speechContinuedBy(
  { document }: AssemblyContext,
  { scan, paragraph, quotation }: PlacedSpan,
  found: readonly PlacedQuotation[],
): PlacedQuotation | undefined {
  const start = quotation.spans[0]?.[0] ?? 0;
  const earlier = lastDirectBefore(found, paragraph, start);
  if (earlier?.speaker === undefined) return undefined;
  const base = paragraphStart(document.paragraphs, paragraph);
  const here = scan.sentences.findIndex((sentence) => base + endOf(scan.words, sentence.end - 1) > start);
  const before = scan.sentences[here - 1];
  if (here < 1 || before === undefined) return undefined;
  const from = base + startOf(scan.words, before.start);
  return lastEnd(earlier) > from || (earlier.cue?.end ?? 0) > from ? earlier : undefined;
}

/** The last direct quotation of a paragraph that ends before an offset. */
function lastDirectBefore(found: readonly PlacedQuotation[], paragraph: number, offset: number): PlacedQuotation | undefined {
  for (let k = found.length - 1; k >= 0; k--) {
    const item = found[k];
    if (item === undefined || item.paragraph !== paragraph) return undefined;
    if (item.kind === 'direct' && lastEnd(item) < offset) return item;
  }
  return undefined;
}

/** The span as direct speech that stands alone: with the speaker who signs it or who acts before it, or with the last one. */
function speechAlone(
  context: AssemblyContext,
  { paragraph, marks, quotation }: PlacedSpan,
  last: PlacedQuotation | undefined,
): PlacedQuotation {
  const { scans } = context;
  const open = marks?.open ?? 0;
  const speaker =
    signatureAfter(scans, paragraph) ?? (canQuoteOneWord(context) ? precedingSubject(scans, paragraph, open) : undefined);
  if (speaker !== undefined) return { kind: 'direct', rule: 'uncued-speech', speaker, confidence: 0.8, ...quotation };
  const actor = actorBefore(context, paragraph, open, last);
  return { kind: 'direct', rule: 'uncued-speech', inherits: true, confidence: 0.55, ...quotation, ...(actor && { actor }) };
}
