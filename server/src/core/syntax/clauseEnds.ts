import { CLASS, CUE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { startsFiniteClause } from './bareClauses';
import { type ClauseSite, type Complement, complementOf } from './complements';
import { afterClitics, isFiniteVerb } from './finiteVerbs';
import { nounPhraseAt } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { firstGroup, nextAt, type Range } from './ranges';
import { withoutFinal } from './sentences';
import { afterGroup, type VerbGroup } from './verbGroups';

/**
 * Where a reported clause ends: at its sentence's end, before the next report that shares its subject ("et a ajouté
 * que"), before a colon that brings in marks, a semicolon, a final reporting clause or an unmatched bracket. Exclusive.
 * @param range - from the clause's first token to the sentence's end
 * @param own - the head of the cue's verb group, -1 for none
 */
export function clauseEnd(site: ClauseSite, range: Range, own: number, kind: Complement['kind'] | 'relative' = 'that'): number {
  const { words, zone, groups } = site;
  const quoted = quotedClauseEnd(site, range);
  if (quoted !== undefined) return quoted;
  const clause: Clause = { site, words, groups, range, own, kind };
  let depth = 0;
  let i = range.start;
  for (; i < range.end; i = nextAt(words, i, zone.span)) {
    const text = words.at(i);
    if (text === '(' || text === '[') depth++;
    else if (text === ')' || text === ']') {
      if (--depth < 0) break;
    } else if (depth === 0 && firstAnswer(CLAUSE_BOUNDARIES, clause, i) === true) break;
  }
  return trimClause(words, range.start, Math.min(i, range.end));
}

/** "que « A » mais a refusé …": the conjunction leads back to the speaker. */
function quotedClauseEnd({ words, zone }: ClauseSite, range: Range): number | undefined {
  const quoted = words.opens(range.start);
  if (!quoted?.closed || quoted.parent !== zone.span) return undefined;
  const next = quoted.close + 1;
  return next < range.end && words.is(next, CLASS.conjunction) && isFiniteVerb(words, afterClitics(words, next + 1))
    ? next
    : undefined;
}

/** A clause whose end is looked for. */
interface Clause {
  readonly site: ClauseSite;
  readonly words: ParagraphWords;
  readonly groups: readonly VerbGroup[];
  /** From its first token to the sentence's end. */
  readonly range: Range;
  /** The head of the verb group that brings it in, or -1. */
  readonly own: number;
  readonly kind: Complement['kind'] | 'relative';
}

/** Whether a clause ends before a token. */
type Boundary = Strategy<Clause, true>;

const when = (holds: boolean): true | undefined => holds || undefined;

/** "affirme que la digue fuit ; le maire, lui, dément" */
const semicolon: Boundary = { id: 'clause-end/semicolon', find: ({ words }, i) => when(words.at(i) === ';') };

/** "affirme que la digue fuit : « Nous partons »" */
const colonBeforeMarks: Boundary = {
  id: 'clause-end/colon-before-marks',
  find: ({ words }, i) => when(words.at(i) === ':' && words.opens(i + 1) !== undefined),
};

/** "que le feu est « éteint », tandis que X se tait", "que « tout va » en souriant": the reporter goes on after marked words. */
const reporterAfterMarks: Boundary = {
  id: 'clause-end/reporter-after-marks',
  find({ words, range }, i) {
    if ((words.closes(i - 1)?.open ?? -1) < range.start) return undefined;
    const at = words.at(i) === ',' ? i + 1 : i;
    const contrast = words.lists.leadsAway.has(words.at(at)) && words.is(at + 1, CLASS.that);
    return when(contrast || (words.lists.gerundMarker.has(words.at(at)) && words.has(at + 1, GERUND)));
  },
};

/** A comma or a conjunction within the clause: where another may begin. */
const isJoint = ({ words, range }: Clause, i: number): boolean =>
  i > range.start && (words.at(i) === ',' || words.is(i, CLASS.conjunction));

/** "et a ajouté que", ", a déclaré X": another report with the same subject, or a final reporting clause. */
const nextReport: Boundary = {
  id: 'clause-end/next-report',
  find: (clause, i) => when(isJoint(clause, i) && reportFollows(clause, i)),
};

/** "…, while the council said …", "…, but Stone denied that …": somebody else's report. */
const anothersReport: Boundary = {
  id: 'clause-end/anothers-report',
  find: (clause, i) => when(clause.words.features.bareReportedClauses && isJoint(clause, i) && anotherReports(clause, i)),
};

/** "avoir menti, mais il …", "et refuse": an infinitive cannot share its verb with a finite clause. */
const finiteAfterInfinitive: Boundary = {
  id: 'clause-end/finite-after-infinitive',
  find(clause, i) {
    const { words, kind, range } = clause;
    if (kind !== 'infinitive' || !isJoint(clause, i)) return undefined;
    return when(finiteFollows(words, i) || (words.at(i) === ',' && clauseFollows(words, i + 1, range.end)));
  },
};

/** "les mesures qu'annonce le maire, a vécu": the main verb after a relative. */
const mainVerbAfterRelative: Boundary = {
  id: 'clause-end/main-verb-after-relative',
  find(clause, i) {
    const { words, kind, range } = clause;
    if (kind !== 'relative' || i === range.start || words.at(i) !== ',') return undefined;
    return when(isFiniteVerb(words, afterClitics(words, i + 1)));
  },
};

/** "…, a claim that the school denies", "…, une accusation que l'école rejette": the writer's word for what was said. */
const wordForIt: Boundary = {
  id: 'clause-end/word-for-it',
  find({ words, kind, range }, i) {
    if (kind === 'relative' || words.at(i) !== ',' || i <= range.start || !words.lists.indefiniteArticle.has(words.at(i + 1)))
      return undefined;
    return when(words.is(i + 2, CLASS.cueNoun) && (words.isWord(i + 3) || i + 3 >= range.end));
  },
};

/** What ends a clause outside brackets. */
export const CLAUSE_BOUNDARIES: readonly Boundary[] = [
  semicolon,
  colonBeforeMarks,
  reporterAfterMarks,
  nextReport,
  anothersReport,
  finiteAfterInfinitive,
  mainVerbAfterRelative,
  wordForIt,
];

/** A clause without its last punctuation, and without the incomplete bracket or conjunction before its end. */
function trimClause(words: ParagraphWords, from: number, end: number): number {
  let last = withoutFinal(words, from, end);
  while (last > from && (words.is(last - 1, CLASS.conjunction) || words.at(last - 1) === ','))
    last = withoutFinal(words, from, last - 1);
  return last;
}

/** What stands between a joint and the verb group after it. */
interface Joint {
  readonly at: number;
  readonly conjoined: boolean;
  /** Whether a pronoun stands before the verbs. */
  readonly subject: boolean;
}

/** Whether another report with the same subject, or a reporting clause, begins at a comma or conjunction. */
function reportFollows(clause: Clause, at: number): boolean {
  const { site, words, groups, range } = clause;
  let i = at + 1;
  if (words.at(at) === ',' && words.is(i, CLASS.conjunction)) i++;
  const conjoined = words.is(i - 1, CLASS.conjunction);
  while (i < range.end && (words.isAdverb(i) || words.lists.beforeReport.has(words.at(i)))) i++;
  const subject = words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner);
  const group = groupStarting(groups, subject ? i + 1 : i);
  if (group === undefined || group.head === clause.own || group.head >= range.end) return false;
  if (words.marks.inside[group.head] !== site.zone.span) return false;
  if (group.inverted >= 0) return true;
  if (group.mood === 'passive') return conjoined && sharesAuxiliary(clause, group, at);
  const complement = complementOf(site, group, range.end);
  if (group.mood !== 'finite') return complement !== undefined || isReportersGerund(words, group, at);
  return isNextReport(clause, group, complement, { at, conjoined, subject });
}

/** "a déclaré que la route est ouverte, et accusé X": the participle goes with the cue's auxiliary. */
function sharesAuxiliary({ words, own }: Clause, group: VerbGroup, at: number): boolean {
  if (group.left !== group.head || !words.has(group.head, PARTICIPLE) || !hasSense(group, SPEAKERS_OWN)) return false;
  let auxiliary = own - 1;
  while (words.isAdverb(auxiliary)) auxiliary--;
  return words.at(at) === ',' && words.is(auxiliary, CLASS.auxiliary);
}

/**
 * "deny they are rich, likening the suit to a trap", "reported that the dam leaks, citing two officials": what the
 * speaker of the clause's verb does as he speaks.
 */
const isReportersGerund = (words: ParagraphWords, group: VerbGroup, at: number): boolean =>
  words.features.absoluteGerunds && group.mood === 'gerund' && words.at(at) === ',' && hasSense(group, SPEAKERS_OWN);

function isNextReport(clause: Clause, group: VerbGroup, complement: Complement | undefined, joint: Joint): boolean {
  const { words, range } = clause;
  const { at, conjoined, subject } = joint;
  if (complement?.kind === 'mark') return conjoined;
  if (complement !== undefined) return conjoined || subject;
  if (subject) return false;
  // "que la digue est vieille et réclame des travaux": the second verb is the speaker's
  if (conjoined) return !group.reflexive && hasSense(group, SPEAKERS_OWN) && words.lists.and.has(words.at(at));
  // ", a déclaré X": a reporting clause at the end
  return words.at(at) === ',' && hasSense(group, CUE.introducesSpeech) && isFinalReportingClause(words, group, range.end);
}

const SPEAKERS_OWN = CUE.introducesSpeech | CUE.judges | CUE.requests;

const hasSense = (group: VerbGroup, senses: number): boolean => (group.senses & senses) !== 0;

function isFinalReportingClause(words: ParagraphWords, group: VerbGroup, limit: number): boolean {
  const phrase = nounPhraseAt(words, afterGroup(group), limit, 'right');
  return phrase !== undefined && (phrase.kind === 'name' || words.isHuman(phrase.start + 1));
}

// The verbs of a report begin so many tokens before its cue at most.
const GROUP_REACH = 14;

/** Whether somebody else's report begins at a comma. */
function anotherReports({ site, words, groups, range, own }: Clause, at: number): boolean {
  if (words.at(at) !== ',' || !words.lists.contrast.has(words.at(at + 1))) return false;
  for (let k = firstGroup(groups, at + 2); k < groups.length; k++) {
    const group = groups[k];
    if (group === undefined || group.head > at + GROUP_REACH || group.head >= range.end) return false;
    if (group.head === own || group.mood !== 'finite' || words.marks.inside[group.head] !== site.zone.span) continue;
    const phrase = nounPhraseAt(words, at + 2, group.left, 'left');
    if (phrase?.end === group.left) return complementOf(site, group, range.end) !== undefined;
  }
  return false;
}

/** A subject and its verb after a comma: a clause of its own. */
function clauseFollows(words: ParagraphWords, at: number, limit: number): boolean {
  if (words.features.bareReportedClauses && startsFiniteClause(words, at, limit)) return true;
  if (!words.is(at, CLASS.determiner | CLASS.subject) && !words.isCapital(at)) return false;
  const phrase = nounPhraseAt(words, at, limit, 'left');
  return phrase !== undefined && isFiniteVerb(words, afterClitics(words, phrase.end));
}

function finiteFollows(words: ParagraphWords, at: number): boolean {
  let i = at;
  while (i < at + 3 && (words.at(i) === ',' || words.is(i, CLASS.conjunction))) i++;
  if (!words.is(i - 1, CLASS.conjunction)) return false;
  while (words.isAdverb(i) && !words.is(i, CLASS.clitic)) i++;
  if (words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner)) return true;
  while (i < at + 6 && words.is(i, CLASS.clitic)) i++;
  return isFiniteVerb(words, i) && !words.has(i, INFINITIVE);
}

/** The group whose verbs begin at a token. */
function groupStarting(groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  for (let k = firstGroup(groups, at); k < groups.length; k++) {
    const group = groups[k];
    if (group === undefined || group.head > at + GROUP_REACH) return undefined;
    if (group.left === at) return group;
  }
  return undefined;
}
