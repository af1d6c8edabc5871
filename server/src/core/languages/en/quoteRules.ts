import type { RuleWords } from '../../quotes/ruleWords';
import { ruleWords as neutral } from '../und/quoteRules';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English words of single rules. */
export const ruleWords: RuleWords = {
  ...neutral,
  and: set('and'),
  contrast: set('but and while whereas though although'),
  nextClause: set('and but while whereas'),
  agent: set('by'),
  years: set('year'),
  old: set('old'),
  polite: set('please'),
  placeOfSpeech: set('from'),
  likens: set('as for'),
  infinitiveMarker: set('to'),
  modalLink: set('to'),
  beforeGerund: set('by'),
  thirdPersonEnding: /s$/,
  pastEnding: /ed$/,
  gerundEnding: /ing$/,
  correlatives: set('neither either both'),
  spokenParticles: set('on back in out up'),
  freeRelatives: set('what'),
  verbParticles: set('back out up off away down over around together'),
  possessivePronouns: set('her'),
  subjectRelatives: set('who which that'),
  one: set('one'),
  floating: set('all both each'),
  indefiniteArticle: new Map([
    ['a', undefined],
    ['an', undefined],
  ]),
  singular: set('a an this that'),
  determinersOnly: set('the a an'),
  noAdverb: set('no'),
  beforeReport: set('after before while without'),
  saidThings: set(`
    something nothing anything everything much more less little lot so no yes yeah yep nope goodbye hello hi thanks sorry prayer
    prayers grace mass word words thing things same farewell truth lie lies story stories name names line lines phrase joke
    jokes tale tales anecdote secret secrets difference
  `),
  beforeTime: set('last next late later early earlier mid past recent this each every one that'),
  topicLinks: set('to about of against over not'),
  nounsBeforeNouns: set('state'),
  nounsInIng: set(`
    meeting hearing building briefing filing ruling gathering sitting posting recording wedding evening opening training
    funding trading housing painting listing reading setting shooting bombing killing stabbing sentencing crossing
  `),
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
  saysFirst: set(`
    said say says asked asks replied added adds wrote writes explained explains continued cried whispered shouted answered warn
    warns warned claim claims
  `),
  readsOut: set('read reads'),
  talkers: set('i you me we'),
  talk: set('i you my your we'),
  narration: set('he she they his her'),
  saidInside: set('you we'),
  subjectsBehind: set('he she they i'),
  goesOnTelling: set('with without who'),
};
