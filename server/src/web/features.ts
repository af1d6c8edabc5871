import { articleRequests } from '../lsp/features/articleRequests';
import { articlesFeature } from '../lsp/features/articles';
import type { Feature } from '../lsp/features/feature';
import { codeLensFeature, inlayHintFeature } from '../lsp/features/hints';
import { hoverFeature } from '../lsp/features/hover';
import { labelsFeature } from '../lsp/features/labels';
import { definitionFeature, highlightFeature, referencesFeature } from '../lsp/features/navigation';
import { quickFixFeature } from '../lsp/features/quickFixes';
import { quoteSourceFeature } from '../lsp/features/quoteSource';
import { relationsFeature } from '../lsp/features/relations';
import { reviewFeature } from '../lsp/features/review';
import { reviewCorpusFeature } from '../lsp/features/reviewCorpus';
import { reviewFilesFeature } from '../lsp/features/reviewFiles';
import { reviewOutcomesFeature } from '../lsp/features/reviewOutcomes';
import { semanticTokensFeature } from '../lsp/features/semanticTokens';
import { foldingFeature, outlineFeature, selectionFeature } from '../lsp/features/structure';
import { workspaceSymbolFeature } from '../lsp/features/workspaceSymbols';
import { synchronisation } from '../lsp/synchronise';

/**
 * What the server can do in a browser: all of reading and reviewing. What is left out needs threads, other programs or a
 * database (`docs/browser.md` lists it, and the client says so where somebody looks for it).
 */
export const BROWSER_FEATURES: readonly Feature[] = [
  synchronisation,
  semanticTokensFeature,
  hoverFeature,
  outlineFeature,
  foldingFeature,
  selectionFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  codeLensFeature,
  inlayHintFeature,
  quickFixFeature,
  workspaceSymbolFeature,
  articleRequests,
  articlesFeature,
  reviewFeature,
  relationsFeature,
  reviewCorpusFeature,
  reviewOutcomesFeature,
  labelsFeature,
  quoteSourceFeature,
  reviewFilesFeature,
];
