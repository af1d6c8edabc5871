import type { QuotePack } from '../../quotes/pack';
import { quotePack as neutral } from '../und/quotes';

/** What holds for any language, until this one's own words are written down. */
export const quotePack: QuotePack = { ...neutral, language: 'pt' };
