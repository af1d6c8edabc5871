import { synchronisation } from '../synchronise';
import { articleRequests } from './articleRequests';
import { articlesFeature } from './articles';
import { byDateFeature } from './byDate';
import { corpusNamesFeature } from './corpusNames';
import { corpusViewsFeature } from './corpusViews';
import type { Feature } from './feature';
import { codeLensFeature, inlayHintFeature } from './hints';
import { hitsFeature } from './hits';
import { hoverFeature } from './hover';
import { importingFeature } from './importing';
import { indexFeature } from './indexing';
import { labelsFeature } from './labels';
import { definitionFeature, highlightFeature, referencesFeature } from './navigation';
import { partsFeature } from './parts';
import { quickFixFeature } from './quickFixes';
import { quoteSourceFeature } from './quoteSource';
import { relationsFeature } from './relations';
import { reviewFeature } from './review';
import { reviewCorpusFeature } from './reviewCorpus';
import { reviewDetectorsFeature } from './reviewDetectors';
import { reviewExchangeFeature } from './reviewExchange';
import { reviewFilesFeature } from './reviewFiles';
import { reviewGoldFeature } from './reviewGold';
import { reviewOutcomesFeature } from './reviewOutcomes';
import { searchFeature } from './search';
import { semanticTokensFeature } from './semanticTokens';
import { standardFeature } from './standard';
import { foldingFeature, outlineFeature, selectionFeature } from './structure';
import { tablesFeature } from './tables';
import { workspaceSymbolFeature } from './workspaceSymbols';

/** What the server can do on a machine with files and threads. */
export const ALL_FEATURES: readonly Feature[] = [
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
  reviewExchangeFeature,
  reviewGoldFeature,
  reviewOutcomesFeature,
  labelsFeature,
  searchFeature,
  byDateFeature,
  corpusViewsFeature,
  corpusNamesFeature,
  partsFeature,
  tablesFeature,
  quoteSourceFeature,
  hitsFeature,
  indexFeature,
  importingFeature,
  reviewDetectorsFeature,
  reviewFilesFeature,
  standardFeature,
];
