import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** Dutch. */
export const dutch: LanguagePack = { id: 'nl', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
