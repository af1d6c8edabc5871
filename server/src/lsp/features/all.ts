import { byDateFeature } from './byDate';
import { corpusNamesFeature } from './corpusNames';
import { corpusViewsFeature } from './corpusViews';
import { EVERYWHERE } from './everywhere';
import type { Feature } from './feature';
import { hitsFeature } from './hits';
import { importingFeature } from './importing';
import { indexFeature } from './indexing';
import { learningFeature } from './learning';
import { partsFeature } from './parts';
import { reviewDetectorsFeature } from './reviewDetectors';
import { reviewExchangeFeature } from './reviewExchange';
import { reviewGoldFeature } from './reviewGold';
import { searchFeature } from './search';
import { standardFeature } from './standard';
import { tablesFeature } from './tables';

/** What the server can do on a machine with files and threads. */
export const ALL_FEATURES: readonly Feature[] = [
  ...EVERYWHERE,
  reviewExchangeFeature,
  reviewGoldFeature,
  searchFeature,
  byDateFeature,
  corpusViewsFeature,
  corpusNamesFeature,
  partsFeature,
  tablesFeature,
  hitsFeature,
  indexFeature,
  importingFeature,
  learningFeature,
  reviewDetectorsFeature,
  standardFeature,
];
