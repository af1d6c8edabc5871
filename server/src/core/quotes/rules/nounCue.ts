import type { Exception } from '../../rules/rule';
import { clauseEnd } from '../../syntax/clauseEnds';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import type { Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { QuoteWords, Site } from '../candidate';
import { type Finding, type QuoteRule, quoteRule } from '../rule';
import { freeSpans, mixedOrIndirect } from './drafts';

/** The clause of a noun of saying: where it begins, and whose it is. */
export interface NounClause {
  readonly at: number;
  readonly speaker?: Phrase;
}

/** A noun cue with its whole clause. */
export interface NounDraft {
  readonly site: Site;
  readonly noun: number;
  readonly clause: Range;
  readonly speaker: Phrase | undefined;
}

/** How nouns of saying take their clause in a language. */
export interface NounCueOptions {
  readonly find: (site: Site, noun: number) => NounClause | undefined;
  /** Where the main clause goes on, if the noun stands before its verb; at most `end`. */
  readonly mainClause: (words: QuoteWords, from: number, end: number, limit: number) => number;
  readonly except: readonly Exception<NounDraft>[];
}

/** A noun that brings in a clause: "la déclaration de X selon laquelle …", "l'affirmation du député que …". */
export const nounCue = ({ find, mainClause, except }: NounCueOptions): QuoteRule<number> =>
  quoteRule<number, NounDraft>({
    id: 'noun-cue',
    find: (site, noun) => {
      const found = find(site, noun);
      const clause = found && wholeClause(site, noun, found.at, mainClause);
      return clause && { site, noun, clause, speaker: found.speaker };
    },
    except,
    quote,
  });

/** "Après l'affirmation du député que …, le ministre a …": without a verb before it the noun leads to the main clause. */
function wholeClause(site: Site, noun: number, start: number, mainClause: NounCueOptions['mainClause']): Range | undefined {
  const { words, sentence } = site;
  const leads = !hasFiniteVerb(words, { start: sentence.start, end: noun });
  const whole = clauseEnd(site, { start, end: sentence.end }, -1, leads ? 'infinitive' : 'that');
  const end = leads ? Math.min(whole, mainClause(words, start, whole, sentence.end)) : whole;
  return end - start < 3 ? undefined : { start, end };
}

function quote({ site, noun, clause, speaker }: NounDraft): Finding {
  const marks = freeSpans(site, [clause]);
  return {
    candidates: [
      {
        parts: [clause],
        kind: mixedOrIndirect(marks),
        rule: 'noun-cue',
        cue: { start: noun, end: noun + 1 },
        ...(speaker && { speaker }),
        confidence: speaker === undefined ? 0.55 : 0.75,
        zone: site.zone.span,
      },
    ],
    marks,
    resume: clause.end + 1,
  };
}
