import type { Exception } from '../../rules/rule';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { Site } from '../candidate';
import { type Finding, type QuoteRule, quoteRule } from '../rule';
import { cueRange } from './drafts';
import { type ReportedWords, wordsReportedBy } from './reportedWords';
import { reportingClauseAt } from './reportingClauseForms';
import type { ReportingClause } from './reportingClauseParts';

/** A reporting clause with the words around it that it reports. */
export interface ReportingDraft extends ReportingClause {
  readonly site: Site;
  readonly reported: ReportedWords;
}

/** A reporting clause between or after what it reports: ", a déclaré X", "comme l'indique X", "X said". */
export const reportingClause = (except: readonly Exception<ReportingDraft>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, ReportingDraft>({
    id: 'reporting-clause',
    find: (site, cue) => {
      const clause = reportingClauseAt({ words: site.words, cue, sentence: site.rest, zone: site.zone.span });
      const reported = clause && wordsReportedBy(site, clause);
      return clause && reported && { site, reported, ...clause };
    },
    except,
    quote,
  });

function quote({ site: { words, zone }, cue, speaker, end, reported }: ReportingDraft): Finding {
  const { parts, kind, confidence, marks } = reported;
  const unclosed = parts.some((part) => words.opens(part.start - 1)?.closed === false);
  return {
    candidates: [
      {
        parts,
        kind,
        rule: 'reporting-clause',
        cue: cueRange(cue),
        speaker,
        confidence,
        zone: zone.span,
        ...(unclosed && { problem: 'unclosed' as const }),
      },
    ],
    marks,
    // the next reporting clause of the sentence has its own words
    resume: end,
  };
}
