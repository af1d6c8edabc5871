import type { Entity, EntityMention, Quotation, TemporalExpression } from '../analysis';
import type { DocumentView } from '../document';
import type { PassMemory } from '../passMemory';
import { remembered } from '../remembered';
import { isAccepted } from '../rules/run';
import type { SketchedQuotation } from '../sketch';
import { textSpan } from '../span';
import { documentQuotations } from './assemble/documentQuotations';
import { withParents } from './assemble/parents';
import type { PlacedQuotation } from './assemble/quotation';
import { type TextType, textTypeOf } from './assemble/textType';
import type { ParagraphScan } from './detect';
import { trackNarrativeSpeakers } from './narrative/tracker';
import { articleSpeakers } from './speakers/articleSpeakers';
import { beginDiscourse, type Discourse, mentionSpan, type Resolution, rememberSpeaker } from './speakers/discourse';
import { mayConcernPlace, placeConcerned } from './speakers/placeConcerned';
import type { QuoteVocabulary } from './vocabulary';

/** What the other layers found, for the attribution of quotations. */
export interface QuoteContext {
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly Entity[];
  readonly dates: readonly TemporalExpression[];
  /** What was kept of the last version. */
  readonly memory?: PassMemory;
  /** What {@link findQuotations} gives, where it was asked before. */
  readonly found?: FoundQuotations;
}

const EXCEPTIONS = [placeConcerned];

/** The quotations of a document, before it is known who speaks. */
export interface FoundQuotations {
  readonly textType: TextType;
  /** In text order. */
  readonly quotations: readonly PlacedQuotation[];
}

/** Document pass, first part: joins what crosses paragraphs, finds each quotation's extent, cue and speaker's mention. */
export function findQuotations(document: DocumentView, scans: readonly ParagraphScan[]): FoundQuotations {
  const textType = textTypeOf(scans);
  return { textType, quotations: documentQuotations({ document, scans, textType }) };
}

/**
 * What of the quotations is known before it is known who speaks; undefined where that may decide whether one stays.
 * @param found - undefined where that failed
 */
export function sketchQuotations(
  { text, paragraphs }: DocumentView,
  scans: readonly ParagraphScan[],
  found: FoundQuotations | undefined,
  pack: QuoteVocabulary,
): readonly SketchedQuotation[] | undefined {
  const sketched: SketchedQuotation[] = [];
  for (const quotation of found?.quotations ?? []) {
    if (mayConcernPlace({ text, pack }, quotation)) return undefined;
    const { spans, kind, cue, speaker } = quotation;
    const one: Mutable<SketchedQuotation> = { spans, kind };
    if (cue) one.cue = cue;
    if (speaker) one.speaker = mentionSpan({ paragraphs, scans }, speaker);
    sketched.push(one);
  }
  return sketched;
}

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
  const { textType, quotations: found } = context.found ?? findQuotations(document, scans);
  if (found.length === 0) return [];
  const discourse = beginDiscourse(document, scans, { ...context, narrative: textType.narrative }, pack);
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
  // set one by one: thousands are made after an edit, and copies of parts of them take longer than all else here
  const given: Mutable<Omit<Quotation, 'confidence'>> & { confidence?: number } = { spans, text: wordsOf(text, spans), kind };
  if (cue) given.cue = textSpan(text, cue.start, cue.end);
  if (mention) given.speaker = textSpan(text, mention.start, mention.end);
  if (resolution?.entity) given.speakerEntity = resolution.entity;
  if (resolution) given.speakerName = discourse.narrative ? resolution.name : withoutTitle(resolution.name, discourse.pack);
  if (resolution?.reasons?.length) given.speakerReasons = resolution.reasons;
  given.confidence = Math.round(100 * Math.min(confidence, sureness(resolution))) / 100;
  if (problem) given.problem = problem;
  return given as Quotation;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

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
  const { title, rest } = titleAndRest(name);
  return rest !== '' && pack.honorifics.has(title) ? rest : name;
}

const titleAndRest = remembered((name) => {
  const [title = '', rest = ''] = /^(\p{Lu}\p{L}{0,12})\.?\s+(\p{Lu}.*)$/su.exec(name)?.slice(1) ?? [];
  return { title: title.toLowerCase(), rest };
});
