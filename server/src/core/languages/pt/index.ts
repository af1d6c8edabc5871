import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** Portuguese. */
export const portuguese: LanguagePack = { id: 'pt', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
