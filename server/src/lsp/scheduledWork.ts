import type { ArticleAnalysis } from '../core/analysis';
import type { AnalysisSteps, ArticleSketch } from '../core/sketch';
import type { OpenDocument } from './documents';

/** An analysis about to run: it hands back control between steps. */
export type Steps = AnalysisSteps<ArticleAnalysis>;

/** What is worked out of a result before anybody gets it. */
export type Laying = Generator<void, void, void>;

/** What the scheduler is made with. */
export interface Work<Result> {
  /** Readies one version for analysis (settings, names); may take its time, for other documents go on meanwhile. */
  prepare(document: OpenDocument): Promise<PreparedRun<Result>>;
  /** What is to be worked out of a result before anybody gets it, where that takes long. */
  laying?(result: Result): Laying | undefined;
  /** Called for each version whose analysis was completed and not overtaken. */
  done(uri: string, result: Result): void;
}

/** One version, ready to be analysed: `finish` makes the result of what the steps return. Without steps it is there at once. */
export interface PreparedRun<Result> {
  readonly steps?: Steps;
  finish(analysis: ArticleAnalysis | undefined): Result;
  /** A sketch as it is shown; undefined where it takes the whole result to tell. `make` is called for what is used alone. */
  sketched?(make: () => ArticleSketch | undefined): ArticleSketch | undefined;
}

/** The whole result, or a sketch of it and of what document it is. */
export type SketchOr<Result> = { readonly sketch: ArticleSketch; readonly document: OpenDocument } | { readonly result: Result };
