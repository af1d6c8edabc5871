import type { ArticleAnalysis } from '../../server/src/core/analysis';

export declare function faultsOf(analysis: ArticleAnalysis, text: string): string[];
