import { passiveCue, subjectOfReport } from '../../quotes/exceptions/cues';
import { fragmentOfNobody, shownThing, titleInFragment } from '../../quotes/exceptions/marks';
import { alreadyReported } from '../../quotes/exceptions/nounClauses';
import { negatedRelative, ownComplement, personInRelative, voicelessSubject } from '../../quotes/exceptions/objects';
import { negatedQuestion, ownQuestion, questionOfNobody, unaskedQuestion } from '../../quotes/exceptions/questions';
import { capitalisedName, introducedSpan, shortTerm, spanAlone, titleSpan, unclosedSpan } from '../../quotes/exceptions/spans';
import {
  addressedReader,
  commaAfterThat,
  conditionNotSaid,
  findingWithoutInquirer,
  imperativeCue,
  speakerlessCue,
  thoughtWithinReport,
  thoughtWithoutMarks,
  unspokenInfinitive,
  withinInfinitive,
} from '../../quotes/exceptions/statements';
import { atCueNouns, atCues, atSourcePhrases, type QuoteRules } from '../../quotes/rule';
import { accordingTo } from '../../quotes/rules/accordingTo';
import { colonClause, colonSpeech } from '../../quotes/rules/colon';
import { headline, noSentenceAfterColon, sentenceBeforeColon, topicBeforeColon } from '../../quotes/rules/headline';
import { markedWords } from '../../quotes/rules/markedWords';
import { nested, nestedFragment, nestedIndirect, nestedPronoun, nestedRelative } from '../../quotes/rules/nested';
import { clauseOfOwner, untilSecondVerb } from '../../quotes/rules/nounClauses';
import { nounCue } from '../../quotes/rules/nounCue';
import { judgedFragment, quotedFragment } from '../../quotes/rules/quotedFragment';
import { quotedObject, quotedSpeech } from '../../quotes/rules/quotedSpeech';
import { indirectQuestion, reportedClause, reportedInfinitive, untilClauseAfterOpener } from '../../quotes/rules/reportedClause';
import { relativeObject } from '../../quotes/rules/reportedObject';
import { reportingClause } from '../../quotes/rules/reportingClause';
import { reportingClauseInMarks, signature, unopenedQuotation } from '../../quotes/rules/splitSpans';
import type { NarrativeWords, RuleWords } from '../../quotes/ruleWords';
import { ruleWords as neutral, narrativeWords as neutralNarrative } from '../und/quoteRules';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const CONDITION = conditionNotSaid(set('if unless'));
const ADDRESSED = addressedReader(set('you'));
const FRAGMENT = [shownThing(set('present'), set('as')), titleInFragment, fragmentOfNobody];

/** At a cue, what follows it. */
const COMPLEMENTS = atCues(
  [
    reportedClause({
      refine: [untilClauseAfterOpener],
      except: [
        passiveCue,
        commaAfterThat,
        speakerlessCue,
        imperativeCue,
        CONDITION,
        ADDRESSED,
        unspokenInfinitive(
          set('on wrote continued continues called emailed phoned proceeded hastened first statement interview'),
        ),
        thoughtWithinReport,
        findingWithoutInquirer(set('find show'), /^(?:re)?search|^scient|^invest|^jur/),
        thoughtWithoutMarks,
        withinInfinitive,
      ],
    }),
    indirectQuestion({
      refine: [untilClauseAfterOpener],
      except: [
        passiveCue,
        CONDITION,
        negatedQuestion(/^(?:declin|refus)/),
        unaskedQuestion,
        ownQuestion,
        ADDRESSED,
        questionOfNobody,
      ],
    }),
    reportedInfinitive({
      refine: [untilClauseAfterOpener],
      except: [passiveCue, speakerlessCue, imperativeCue, CONDITION, ADDRESSED, withinInfinitive],
    }),
    colonSpeech,
    colonClause,
    judgedFragment(FRAGMENT),
    quotedSpeech,
    quotedObject,
  ],
  [subjectOfReport],
);

/** At a cue that brings in no clause, what it says as a noun. */
const OBJECTS = atCues([
  quotedFragment(FRAGMENT),
  relativeObject([negatedRelative, voicelessSubject, ownComplement, personInRelative]),
]);

/** The rules of English in their order. */
export const quoteRules: QuoteRules = {
  sentence: [
    atCues([reportingClause([])]),
    atSourcePhrases(accordingTo),
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
  nesting: nested([nestedFragment, nestedPronoun, nestedRelative, nestedIndirect]),
  spans: [unopenedQuotation, reportingClauseInMarks, signature],
  uncued: [markedWords(new Set(), [titleSpan, introducedSpan, spanAlone, unclosedSpan, shortTerm, capitalisedName])],
  paragraph: [headline([sentenceBeforeColon, noSentenceAfterColon, topicBeforeColon])],
};

/** English words of single rules. */
export const ruleWords: RuleWords = {
  ...neutral,
  and: set('and'),
  contrast: set('but and while whereas though although'),
  nextClause: set('and but while whereas'),
  agent: set('by'),
  infinitiveMarker: set('to'),
  modalLink: set('to'),
  beforeGerund: set('by'),
  thirdPersonEnding: /s$/,
  pastEnding: /ed$/,
  gerundEnding: /ing$/,
  neuter: set('it that this'),
  determinerPronouns: set('her'),
  subjectRelatives: set('who which that'),
  one: set('one'),
  indefiniteArticle: new Map([
    ['a', undefined],
    ['an', undefined],
  ]),
  indefinite: set('a an some several other his her their'),
  possessives: set('his her'),
  masculine: set('mr'),
  feminineTitles: set('mrs ms'),
  singular: set('a an this that'),
  determinersOnly: set('the a an'),
  noAdverb: set('no'),
  reportersOwn: set('citing'),
  bareSubjects: set('there'),
  objectPronouns: set('it'),
  withClause: set('with'),
  officeLinks: set('for at in'),
  nounPrepositions: set('through into for about at from than'),
  possessive: set('s'),
  possessiveEnding: /['’]s$/,
  pluralNoun: /s$/,
  singularEnding: /(?:ss|us|is)$/,
  plurals: [
    [/[sxz]$/, '$&'],
    [/$/, 's'],
  ],
  epithets: new Map([
    ['ex', undefined],
    ['former', undefined],
    ['future', undefined],
    ['new', undefined],
    ['young', undefined],
  ]),
  roleless: set('the a an of and for in former new'),
  betweenNames: /^(?:and|,)$/,
  inflection: /(?:es|s|e)$/,
  saysFirst: set(`
    said say says asked asks replied added adds wrote writes explained explains continued cried whispered shouted answered warn
    warns warned claim claims
  `),
  talkers: set('i you me we'),
  talk: set('i you my your we'),
  narration: set('he she they his her'),
  saidInside: set('you we'),
  subjectsBehind: set('he she they i'),
  goesOnTelling: set('with without who'),
};

/** English words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  ...neutralNarrative,
  article: set('the'),
  nobodys: set('your'),
  mine: set('my our'),
  prenominal: set('young old poor little good big great other same'),
  kin: new Map([
    ['dad', { noun: 'father', gender: 'm' }],
    ['mum', { noun: 'mother', gender: 'f' }],
    ['mom', { noun: 'mother', gender: 'f' }],
  ]),
  kinTitles: set('uncle aunt'),
  men: set('father brother uncle son husband gentleman boy lad man'),
  voices: set('voice'),
  heaven: /(?:^|\s)(?:God|Lord|Heaven)(?:$|\s)/u,
  address: set('my dear poor old'),
  greetings: set('oh ah eh'),
  self: set('i'),
  naming: set('named called'),
  places: set('in at to from near'),
  goesOn: set('add continue go repeat resume'),
};
