import type { Entity, EntityMention, Quotation, TemporalExpression } from './analysis';
import { resolveDates } from './dates/index';
import type { DocumentView } from './document';
import { type EntityAnnotator, sketchNames } from './entities/index';
import type { LanguagePack } from './languages/pack';
import type { ParagraphResult } from './paragraphResult';
import type { PassMemory } from './passMemory';
import { attributeQuotes, findQuotations, type ParagraphScan, sketchQuotations } from './quotes/index';
import type { AnalysisSteps, ArticleSketch } from './sketch';

/** What the document passes are made with. */
export interface PassTools {
  readonly annotator: EntityAnnotator;
  readonly pack: LanguagePack;
  /** What was kept of the last version. */
  readonly memory: PassMemory;
  /** Runs a layer; gives the fallback where it fails. */
  readonly guard: <T>(layer: string, fallback: T, run: () => T) => T;
  /** Looks for each paragraph's quotations, see {@link attributeQuotes}. */
  readonly scans: () => Generator<undefined, ParagraphScan[], void>;
  /** Called where what was read of the article is to be kept for its next version; undefined where none comes. */
  readonly keep: (() => void) | undefined;
}

/** What the document passes find. */
export interface DocumentFindings {
  readonly mentions: EntityMention[];
  readonly entities: Entity[];
  readonly dates: readonly TemporalExpression[];
  readonly quotes: readonly Quotation[];
}

const UNLINKED: Pick<DocumentFindings, 'mentions' | 'entities'> = { mentions: [], entities: [] };

/**
 * Dates, names and quotations of a document whose paragraphs were read. Where another version may come, first what colours show,
 * so that they need not wait for what mentions refer to and for who speaks; of an article that is read once never both at a time
 * what names and what quotations are found by.
 */
export function* documentPasses(
  document: DocumentView,
  results: readonly Pick<ParagraphResult, 'dates' | 'names'>[],
  { annotator, pack, memory, guard, scans: scanAll, keep }: PassTools,
): AnalysisSteps<DocumentFindings> {
  const found = results.map((result) => result.dates);
  const dates = guard('dates', [], () => resolveDates(document, found, pack.dates, memory));
  yield;
  const tagged = results.map((result) => result.names);
  const names = guard('entities', undefined, () => annotator.names(document, tagged, memory));
  const link = () => (names === undefined ? UNLINKED : guard('entities', UNLINKED, () => annotator.linkNames(document, names)));
  const early = keep === undefined ? link() : undefined;
  yield;
  const scans = yield* scanAll();
  const placed = guard('quotes', undefined, () => findQuotations(document, scans));
  if (keep !== undefined) {
    keep();
    yield (): ArticleSketch | undefined => {
      const quotes = sketchQuotations(document, scans, placed, pack.quotes);
      return quotes && { entities: names === undefined ? [] : sketchNames(document, names), dates, quotes };
    };
  }
  const { mentions, entities } = early ?? link();
  yield;
  if (placed === undefined) return { mentions, entities, dates, quotes: [] };
  const context = { mentions, entities, dates, memory, found: placed };
  const quotes = guard('quotes', [], () => attributeQuotes(document, scans, context, pack.quotes));
  return { mentions, entities, dates, quotes };
}
