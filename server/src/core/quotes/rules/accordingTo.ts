import type { Exception } from '../../rules/rule';
import { type QuoteRule, quoteRule } from '../rule';
import { sourcedWords } from './sourcedWords';
import { relativeSourceAt, type SourceDraft, type SourcePhrase, sourcePhraseAt } from './sourcePhrase';

/** A source named by a phrase: "selon X", "d'après X", "pour X", "according to X": the rest of the sentence is X's. */
export const accordingTo = (except: readonly Exception<SourceDraft>[]): QuoteRule<number> =>
  quoteRule<number, SourceDraft>({
    id: 'according-to',
    find: sourcePhraseAt,
    except,
    quote: sourcedWords,
    resume: ({ source }) => source.end,
  });

/**
 * A source named by what it said: "selon ce qu'a indiqué la mairie, …".
 * @param freeRelatives - ce before que
 */
export const accordingToWhat = (freeRelatives: ReadonlySet<string>): QuoteRule<number> =>
  quoteRule<number, SourcePhrase>({
    id: 'according-to-what',
    find: (site, token) => relativeSourceAt(site, token, freeRelatives),
    except: [],
    quote: sourcedWords,
    resume: ({ source }) => source.end,
  });
