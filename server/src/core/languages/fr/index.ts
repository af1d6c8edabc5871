import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** French. */
export const french: LanguagePack = { id: 'fr', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
