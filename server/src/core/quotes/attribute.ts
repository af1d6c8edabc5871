import type { Entity, EntityMention, Quotation, TemporalExpression } from '../analysis';
import type { DocumentView } from '../document';
import { isAccepted } from '../rules/run';
import { textSpan } from '../span';
import { documentQuotations } from './assemble/documentQuotations';
import { withParents } from './assemble/parents';
import type { PlacedQuotation } from './assemble/quotation';
import { textTypeOf } from './assemble/textType';
import type { ParagraphScan } from './detect';
import { trackNarrativeSpeakers } from './narrative/tracker';
import { articleSpeakers } from './speakers/articleSpeakers';
import { beginDiscourse, type Discourse, mentionSpan, type Resolution, rememberSpeaker } from './speakers/discourse';
import { placeConcerned } from './speakers/placeConcerned';
import type { QuoteVocabulary } from './vocabulary';

/** What the other layers found, for the attribution of quotations. */
export interface QuoteContext {
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly Entity[];
  readonly dates: readonly TemporalExpression[];
}

const EXCEPTIONS = [placeConcerned];

/**
 * Document pass: joins what crosses paragraphs, finds each quotation's extent, cue and speaker, and resolves the
 * speaker. Quotations come in text order of their first span; offsets count in the whole text.
 */
export function attributeQuotes(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  context: QuoteContext,
  pack: QuoteVocabulary,
): Quotation[] {
  const textType = textTypeOf(scans);
  const found = documentQuotations({ document, scans, textType });
  if (found.length === 0) return [];
  const discourse = beginDiscourse(document, scans, context, pack);
  const speakerOf = textType.narrative ? trackNarrativeSpeakers(discourse, found) : articleSpeakers(discourse);
  const quotations: Quotation[] = [];
  for (const quotation of found) {
    const resolution = speakerOf(quotation, quotations);
    if (!isAccepted(EXCEPTIONS, { discourse, quotation, resolution })) continue;
    rememberSpeaker(discourse, quotation, resolution);
    quotations.push(asAnalysed(discourse, quotation, resolution));
  }
  return withParents(quotations);
}

/** A quotation as the analysis gives it out. */
function asAnalysed(
  discourse: Discourse,
  { spans, kind, cue, speaker, confidence, problem }: PlacedQuotation,
  resolution: Resolution | undefined,
): Quotation {
  const { text } = discourse;
  const mention = speaker && mentionSpan(discourse, speaker);
  return {
    spans: spans.map(([start, end]) => [start, end] as const),
    text: wordsOf(text, spans),
    kind,
    ...(cue && { cue: textSpan(text, cue.start, cue.end) }),
    ...(mention && { speaker: textSpan(text, mention.start, mention.end) }),
    ...(resolution?.entity && { speakerEntity: resolution.entity }),
    ...(resolution && { speakerName: discourse.narrative ? resolution.name : withoutTitle(resolution.name, discourse.pack) }),
    ...(resolution?.reasons?.length && { speakerReasons: resolution.reasons }),
    confidence: Math.round(100 * Math.min(confidence, sureness(resolution))) / 100,
    ...(problem && { problem }),
  };
}

// A quotation whose speaker is all but guessed is still a quotation.
const LEAST = 0.5;

/** How sure a quotation can be at most of whom its speaker's mention means. */
const sureness = (resolution: Resolution | undefined): number => LEAST + (1 - LEAST) * (resolution?.certainty ?? 1);

/** Views into the text, put together when somebody reads them: a copy of each would be much where they share most words. */
function wordsOf(text: string, spans: PlacedQuotation['spans']): string {
  let words = '';
  for (const [start, end] of spans) words = words === '' ? text.slice(start, end) : `${words} … ${text.slice(start, end)}`;
  return words;
}

/** A name without the title before it: Mme Anne Morel is Anne Morel. */
function withoutTitle(name: string, pack: QuoteVocabulary): string {
  const [title = '', rest = ''] = /^(\p{Lu}\p{L}{0,12})\.?\s+(\p{Lu}.*)$/su.exec(name)?.slice(1) ?? [];
  return rest !== '' && pack.honorifics.has(title.toLowerCase()) ? rest : name;
}
