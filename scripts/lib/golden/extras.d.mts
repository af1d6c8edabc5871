import type { DatePack } from '../../../server/src/core/dates/pack';
import type { LanguagePack } from '../../../server/src/core/languages/pack';

export interface Core {
  readonly LANGUAGE_PACKS: readonly LanguagePack[];
  readonly packFor: (language: string) => LanguagePack;
  readonly grammarFor?: (pack: DatePack) => unknown;
}
export declare function differingModels(folders: readonly [string, string]): string[];
export declare function packDifferences(cores: readonly [Core, Core]): string[];
export declare function automataDifferences(cores: readonly [Core, Core]): string[];
