import { wordLists } from '../../lexicon/wordTable';
import { nounNotVerb, passiveCue, subjectOfReport } from '../../quotes/exceptions/cues';
import { fragmentOfNobody, infinitiveOfNobody, shownThing, titleInFragment, toldThing } from '../../quotes/exceptions/marks';
import { alreadyReported } from '../../quotes/exceptions/nounClauses';
import { negatedQuestion, ownQuestion, questionOfNobody, unaskedQuestion } from '../../quotes/exceptions/questions';
import { alreadySaid, silentSource } from '../../quotes/exceptions/sources';
import { capitalisedName, introducedSpan, shortTerm, spanAlone, titleSpan, unclosedSpan } from '../../quotes/exceptions/spans';
import {
  addressedReader,
  commaAfterThat,
  conditionNotSaid,
  deniedSubject,
  findingWithoutInquirer,
  heardElsewhere,
  imperativeCue,
  passiveOutsideCourt,
  saidToCourt,
  speakerlessCue,
  thoughtWithinReport,
  thoughtWithoutMarks,
  unspokenInfinitive,
} from '../../quotes/exceptions/statements';
import { atCueNouns, atCues, atSourcePhrases, type QuoteRules } from '../../quotes/rule';
import { accordingTo } from '../../quotes/rules/accordingTo';
import { colonClause, colonSpeech } from '../../quotes/rules/colon';
import { headline, noSentenceAfterColon, sentenceBeforeColon, topicBeforeColon } from '../../quotes/rules/headline';
import { markedWords } from '../../quotes/rules/markedWords';
import { nested, nestedIndirect, nestedPronoun, nestedRelative } from '../../quotes/rules/nested';
import { clauseOfOwner, untilSecondVerb } from '../../quotes/rules/nounClauses';
import { nounCue } from '../../quotes/rules/nounCue';
import { judgedFragment, quotedFragment } from '../../quotes/rules/quotedFragment';
import { quotedObject, quotedSpeech } from '../../quotes/rules/quotedSpeech';
import { indirectQuestion, reportedClause, reportedInfinitive, untilClauseAfterOpener } from '../../quotes/rules/reportedClause';
import { reportingClause } from '../../quotes/rules/reportingClause';
import { reportingClauseInMarks, signature, unopenedQuotation } from '../../quotes/rules/splitSpans';
import { unlistedVerbBehindSubject } from '../../quotes/rules/unlistedVerbBehindSubject';
import { wordTable } from './lexicon.generated';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const lists = wordLists(wordTable);

const CONDITION = conditionNotSaid(set('if unless'));
const ADDRESSED = addressedReader(set('you'));
const NOBODY = deniedSubject(set('nobody none no nothing'));

/** Where statements are heard: their subject is an audience. */
const COURTS =
  /^(?:courts?|jury|juror|jurors|inquest|inquests|hearing|hearings|tribunal|tribunals|inquiry|trial|panel|committee|committees|magistrates|judges?|coroner|lawmakers|mps|councillors|senators)$/;
const HEARD = heardElsewhere(lists.verbs('hearing'), COURTS);
const TOLD_TO = saidToCourt(lists.verbs('hearing'));

const FRAGMENT = [shownThing(lists.verbs('likening'), set('as to with')), titleInFragment, fragmentOfNobody];

/** At a cue, what follows it. */
const COMPLEMENTS = atCues(
  [
    reportedClause({
      refine: [untilClauseAfterOpener],
      toldTo: TOLD_TO,
      except: [
        passiveOutsideCourt(COURTS),
        HEARD,
        NOBODY,
        commaAfterThat,
        speakerlessCue,
        imperativeCue,
        CONDITION,
        ADDRESSED,
        unspokenInfinitive(
          set('on wrote continued continues called emailed phoned proceeded hastened first statement interview'),
        ),
        thoughtWithinReport,
        findingWithoutInquirer(
          lists.verbs('finding'),
          /^(?:re)?search|^scient|^invest|^jury$|^juror|^stud(?:y|ies)$|^survey|^polls?$|^polling|^reports?$|^review|^inquir|^courts?$|^audit|^autops|^trials?$|^tribunal|^census/,
        ),
        thoughtWithoutMarks,
      ],
    }),
    indirectQuestion({
      refine: [untilClauseAfterOpener],
      toldTo: TOLD_TO,
      except: [HEARD, CONDITION, negatedQuestion(/^(?:declin|refus)/), unaskedQuestion, ownQuestion, questionOfNobody],
    }),
    reportedInfinitive({
      refine: [untilClauseAfterOpener],
      except: [passiveCue, speakerlessCue, imperativeCue, CONDITION, ADDRESSED],
    }),
    colonSpeech,
    colonClause,
    judgedFragment(FRAGMENT),
    quotedSpeech([passiveCue, infinitiveOfNobody]),
    quotedObject([passiveCue]),
  ],
  [subjectOfReport, nounNotVerb],
);

/** At a cue that brings in no clause, what it says as a noun. */
const OBJECTS = atCues([quotedFragment([...FRAGMENT, toldThing])]);

/** The rules of English in their order. */
export const quoteRules: QuoteRules = {
  sentence: [
    atCues([reportingClause([])]),
    atSourcePhrases(
      accordingTo([silentSource({ neuter: set('it that this'), pluralArticle: new Set(), afterPause: true }), alreadySaid]),
    ),
    COMPLEMENTS,
    OBJECTS,
    atCueNouns(
      nounCue({
        find: clauseOfOwner(set('by from of'), set('s')),
        mainClause: untilSecondVerb,
        except: [alreadyReported],
      }),
    ),
  ],
  nested: [COMPLEMENTS, OBJECTS],
  nesting: nested([nestedPronoun, nestedRelative, nestedIndirect]),
  spans: [unopenedQuotation, reportingClauseInMarks, signature, unlistedVerbBehindSubject],
  uncued: [markedWords(new Set(), [titleSpan, introducedSpan, spanAlone, unclosedSpan, shortTerm, capitalisedName])],
  paragraph: [headline([sentenceBeforeColon, noSentenceAfterColon, topicBeforeColon])],
};
