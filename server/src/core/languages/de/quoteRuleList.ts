import { passiveCue } from '../../quotes/exceptions/cues';
import { cueOfReportingClause, titleInFragment, toldThing } from '../../quotes/exceptions/marks';
import { silentSource } from '../../quotes/exceptions/sources';
import { thoughtWithoutMarks } from '../../quotes/exceptions/statements';
import { atCues, atSourcePhrases, type QuoteRules } from '../../quotes/rule';
import { accordingTo } from '../../quotes/rules/accordingTo';
import { colonClause, colonSpeech } from '../../quotes/rules/colon';
import { judgedFragment, quotedFragment } from '../../quotes/rules/quotedFragment';
import { quotedObject, quotedSpeech } from '../../quotes/rules/quotedSpeech';
import { reportedClause } from '../../quotes/rules/reportedClause';
import { reportingClause } from '../../quotes/rules/reportingClause';
import { quoteRules as neutral } from '../und/quoteRuleList';

const FRAGMENT = [titleInFragment];

/** At a cue, what follows it. */
const COMPLEMENTS = atCues([
  reportedClause({ except: [passiveCue, thoughtWithoutMarks] }),
  colonSpeech,
  colonClause,
  judgedFragment(FRAGMENT),
  quotedSpeech([passiveCue, cueOfReportingClause]),
  quotedObject([passiveCue, cueOfReportingClause]),
]);

/** At a cue that brings in no clause, what it says as a noun. */
const OBJECTS = atCues([quotedFragment([...FRAGMENT, toldThing])]);

/** The rules of German in their order. */
export const quoteRules: QuoteRules = {
  ...neutral,
  sentence: [
    atCues([reportingClause([])]),
    atSourcePhrases(accordingTo([silentSource({ neuter: new Set(), pluralArticle: new Set() })])),
    COMPLEMENTS,
    OBJECTS,
  ],
  nested: [COMPLEMENTS, OBJECTS],
};
