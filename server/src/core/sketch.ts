import type { EntityMention, Quotation, TemporalExpression } from './analysis';
import type { Span } from './span';

/** A mention before it is known what it refers to. */
export type SketchedMention = Pick<EntityMention, 'start' | 'end' | 'type' | 'confidence' | 'nested'>;

/** A quotation before it is known whom its speaker's mention means. */
export interface SketchedQuotation extends Pick<Quotation, 'spans' | 'kind'> {
  readonly cue?: Span;
  readonly speaker?: Span;
}

/**
 * Where everything stands in an article and of what kind it is: all that colours show, and half of the work of an analysis. What
 * mentions refer to and who speaks comes later and changes none of it. Offsets count in the whole text. An analysis is one too.
 */
export interface ArticleSketch {
  /** In text order but for those that begin together. */
  readonly entities: readonly SketchedMention[];
  /** In text order. */
  readonly dates: readonly TemporalExpression[];
  /** In text order of their first span. */
  readonly quotes: readonly SketchedQuotation[];
}

/**
 * What an analysis says between two steps: nothing, or once what it is asked for the sketch with. To be asked at once, before the
 * next step; undefined where who speaks may still decide whether something is a quotation.
 */
export type AnalysisStep = undefined | (() => ArticleSketch | undefined);

/** An analysis under way: hands back control between its steps. */
export type AnalysisSteps<T> = Generator<AnalysisStep, T, void>;
