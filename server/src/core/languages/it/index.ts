import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** Italian. */
export const italian: LanguagePack = { id: 'it', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
