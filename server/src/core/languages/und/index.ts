import type { LanguagePack } from '../pack';
import { datePack } from './dates';
import { entityPack } from './entities';
import { quotePack } from './quotes';
import { textRules } from './text';

/** Any language without a pack of its own: what holds whatever the language. */
export const neutral: LanguagePack = { id: 'und', text: textRules, dates: datePack, entities: entityPack, quotes: quotePack };
