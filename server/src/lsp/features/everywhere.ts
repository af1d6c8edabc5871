import { synchronisation } from '../synchronise';
import { articleRequests } from './articleRequests';
import { articlesFeature } from './articles';
import type { Feature } from './feature';
import { codeLensFeature, inlayHintFeature } from './hints';
import { hoverFeature } from './hover';
import { labelsFeature } from './labels';
import { definitionFeature, highlightFeature, referencesFeature } from './navigation';
import { quickFixFeature } from './quickFixes';
import { quoteSourceFeature } from './quoteSource';
import { relationsFeature } from './relations';
import { reviewFeature } from './review';
import { reviewCorpusFeature } from './reviewCorpus';
import { reviewFilesFeature } from './reviewFiles';
import { reviewOutcomesFeature } from './reviewOutcomes';
import { semanticTokensFeature } from './semanticTokens';
import { foldingFeature, outlineFeature, selectionFeature } from './structure';
import { workspaceSymbolFeature } from './workspaceSymbols';

/**
 * What the server can do wherever it runs, in a browser too: all of reading and reviewing. What is left out needs threads,
 * other programs or a database (`docs/browser.md` lists it, and the client says so where somebody looks for it).
 */
export const EVERYWHERE: readonly Feature[] = [
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
