import type { DatePack } from '../dates/pack';
import type { EntityPack } from '../entities/pack';
import type { QuotePack } from '../quotes/pack';
import type { StructureRules } from '../structure/structure';
import type { SentenceRules } from '../text/sentences';
import type { TokenRules } from '../text/tokens';

/** All that the analysis knows of one language. Plain data, passed in; the analysis itself names no language. */
export interface LanguagePack {
  /** BCP 47, without a region: fr. `und` is the pack for all languages that have none. */
  readonly id: string;
  readonly text: TokenRules & SentenceRules & StructureRules;
  readonly dates: DatePack;
  readonly entities: EntityPack;
  readonly quotes: QuotePack;
}
