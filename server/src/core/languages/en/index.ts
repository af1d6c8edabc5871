import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** English. */
export const english: LanguagePack = { id: 'en', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
