import { wordLists } from '../../lexicon/wordTable';
import { impersonalCue, passiveCue, reflexiveCue } from '../../quotes/exceptions/cues';
import {
  begunThing,
  cueOfReportingClause,
  fragmentOfNobody,
  infinitiveOfNobody,
  judgesOnlyWith,
  shownThing,
  titleInFragment,
  toldThing,
} from '../../quotes/exceptions/marks';
import { takenUpByRelative } from '../../quotes/exceptions/nounClauses';
import { questionOfNobody, wondering } from '../../quotes/exceptions/questions';
import { alreadySaid, medialTopic, silentSource, topicWithoutPause, withinReport } from '../../quotes/exceptions/sources';
import {
  capitalisedName,
  chargeOrPost,
  introducedSpan,
  shortTerm,
  spanAlone,
  titleSpan,
  unclosedSpan,
} from '../../quotes/exceptions/spans';
import {
  findingWithoutInquirer,
  imperativeCue,
  neuterSubject,
  ownConclusion,
  ownStatement,
  speakerlessCue,
  thoughtWithinReport,
  thoughtWithoutMarks,
  vagueSubject,
  withinInfinitive,
} from '../../quotes/exceptions/statements';
import { atCueNouns, atCues, atSourcePhrases, type QuoteRules } from '../../quotes/rule';
import { accordingTo, accordingToWhat } from '../../quotes/rules/accordingTo';
import { colonClause, colonSpeech } from '../../quotes/rules/colon';
import { dashTurns } from '../../quotes/rules/dashTurns';
import { headline, noSentenceAfterColon, sentenceBeforeColon, topicBeforeColon } from '../../quotes/rules/headline';
import { markedWords } from '../../quotes/rules/markedWords';
import { nested, nestedIndirect, nestedPronoun, nestedRelative } from '../../quotes/rules/nested';
import { clauseOfNoun } from '../../quotes/rules/nounClauses';
import { nounCue } from '../../quotes/rules/nounCue';
import { judgedFragment, quotedFragment } from '../../quotes/rules/quotedFragment';
import { quotedObject, quotedSpeech } from '../../quotes/rules/quotedSpeech';
import { indirectQuestion, reportedClause, reportedInfinitive } from '../../quotes/rules/reportedClause';
import { reportingClause } from '../../quotes/rules/reportingClause';
import { reportingClauseInMarks, unopenedQuotation } from '../../quotes/rules/splitSpans';
import { unlistedVerb } from '../../quotes/rules/unlistedVerb';
import { relativeEnd } from '../../syntax/relativeClauses';
import { wordTable } from './lexicon.generated';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const lists = wordLists(wordTable);
/** Verbs that with a subject that is nobody (on) still report what others say. */
const HEARSAY = lists.verbs('hearsay');

/** c'est dire que: the writer's own words. */
const CONCLUSION = ownConclusion(set("c' ce"));

const FRAGMENT = [
  judgesOnlyWith(
    new Map([
      ['voir', set('y')],
      ['engager', set("s' se")],
    ]),
  ),
  begunThing(set('lancer')),
  shownThing(lists.verbs('likening'), set('comme à au aux')),
  titleInFragment,
  fragmentOfNobody,
];

/** At a cue, what follows it. */
const COMPLEMENTS = atCues(
  [
    reportedClause({
      except: [
        passiveCue,
        ownStatement(set('nous'), HEARSAY),
        neuterSubject(set('cela ça ceci')),
        thoughtWithinReport,
        reflexiveCue,
        speakerlessCue,
        imperativeCue,
        thoughtWithoutMarks,
        withinInfinitive,
        vagueSubject(HEARSAY),
        findingWithoutInquirer(
          lists.verbs('finding'),
          /^(?:chercheu|scientif|enquêt|études?$|sondages?$|essais?$|rapports?$|recherches?$|autopsie|audits?$|expertise)/,
        ),
        CONCLUSION,
      ],
    }),
    indirectQuestion({ except: [CONCLUSION, passiveCue, wondering, questionOfNobody, withinInfinitive, vagueSubject(HEARSAY)] }),
    reportedInfinitive({
      except: [passiveCue, reflexiveCue, speakerlessCue, imperativeCue, withinInfinitive, vagueSubject(HEARSAY)],
    }),
    colonSpeech,
    colonClause,
    judgedFragment(FRAGMENT),
    quotedSpeech([passiveCue, cueOfReportingClause, infinitiveOfNobody]),
    quotedObject([passiveCue, cueOfReportingClause]),
  ],
  [impersonalCue({ lemmas: set('convenir rester'), modals: set('falloir'), learning: set('apprendre') })],
);

/** At a cue that brings in no clause, what it says as a noun. */
const OBJECTS = atCues([quotedFragment([...FRAGMENT, toldThing])]);

/** The rules of French in their order. */
export const quoteRules: QuoteRules = {
  sentence: [
    atCues([reportingClause([])]),
    atSourcePhrases(
      accordingToWhat(set('ce')),
      accordingTo([
        silentSource({ neuter: set("ce c' cela ça ceci"), pluralArticle: set('des') }),
        medialTopic,
        alreadySaid,
        withinReport,
        topicWithoutPause,
      ]),
    ),
    COMPLEMENTS,
    OBJECTS,
    atCueNouns(
      nounCue({
        find: clauseOfNoun(/s$/),
        mainClause: (words, from, _end, limit) => relativeEnd(words, from, limit),
        except: [takenUpByRelative(lists.verbs('support'))],
      }),
    ),
  ],
  nested: [COMPLEMENTS, OBJECTS],
  nesting: nested([nestedPronoun, nestedRelative, nestedIndirect]),
  spans: [unopenedQuotation, reportingClauseInMarks, unlistedVerb({ finite: /(?:e|it|ent|a)$/, participle: /ée?s?$/ })],
  uncued: [
    markedWords(set("s' y faut pleut"), [
      titleSpan,
      introducedSpan,
      spanAlone,
      unclosedSpan,
      shortTerm,
      chargeOrPost(set('pour'), set('comme')),
      capitalisedName,
    ]),
  ],
  paragraph: [headline([sentenceBeforeColon, noSentenceAfterColon, topicBeforeColon])],
  turns: dashTurns,
};
