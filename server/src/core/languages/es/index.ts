import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** Spanish. */
export const spanish: LanguagePack = { id: 'es', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
