import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** German. */
export const german: LanguagePack = { id: 'de', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
