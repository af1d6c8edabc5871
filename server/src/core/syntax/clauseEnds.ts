import { CLASS, CUE, INFINITIVE } from '../lexicon/wordClasses';
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
 * que"), before a colon that brings in marks, a semicolon, a trailing incise or an unmatched bracket. Exclusive.
 */
export function clauseEnd(site: ClauseSite, range: Range, own: number, kind: Complement['kind'] | 'relative' = 'that'): number {
  const { words, zone } = site;
  const { start: from, end: limit } = range;
  let depth = 0;
  let i = from;
  const opening = words.opens(from);
  if (opening?.closed && opening.parent === zone.span) {
    // que « A » mais a refusé …: the conjunction leads back to the teller
    const next = opening.close + 1;
    if (next < limit && words.is(next, CLASS.conjunction) && isFiniteVerb(words, next + 1)) return next;
  }
  while (i < limit) {
    const text = words.at(i);
    if (text === '(' || text === '[') depth++;
    else if (text === ')' || text === ']') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0) {
      if (text === ';') break;
      if (text === ':' && words.opens(i + 1) !== undefined) break;
      // "reported that the dam leaks, citing two officials": the reporter's own
      if (words.features.absoluteGerunds && text === ',' && words.lists.reportersOwn.has(words.at(i + 1))) break;
      if (i > from && (text === ',' || words.is(i, CLASS.conjunction))) {
        if (reportFollows(site, i, limit, own) || (words.features.bareReportedClauses && anotherReports(site, i, limit, own)))
          break;
        if (kind === 'infinitive' && (finiteFollows(words, i) || (text === ',' && clauseFollows(words, i + 1, limit)))) break;
        if (kind === 'relative' && text === ',' && isFiniteVerb(words, afterClitics(words, i + 1))) break;
      }
    }
    i = nextAt(words, i, zone.span);
  }
  return trimClause(words, from, Math.min(i, limit));
}

/** A clause without its last punctuation, and without the incomplete bracket or conjunction before its end. */
function trimClause(words: ParagraphWords, from: number, end: number): number {
  let last = withoutFinal(words, from, end);
  while (last > from && (words.is(last - 1, CLASS.conjunction) || words.at(last - 1) === ','))
    last = withoutFinal(words, from, last - 1);
  return last;
}

/** Whether another report with the same subject, or an incise, begins at a comma or conjunction. */
function reportFollows(site: ClauseSite, at: number, limit: number, own: number): boolean {
  const { words, groups, zone } = site;
  let i = at + 1;
  if (words.at(at) === ',' && words.is(i, CLASS.conjunction)) i++;
  const afterConjunction = words.is(i - 1, CLASS.conjunction);
  while (i < limit && (words.isAdverb(i) || words.lists.beforeReport.has(words.at(i)))) i++;
  let subject = -1;
  if (words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner)) {
    subject = i;
    i++;
  }
  const group = groupStarting(groups, i);
  if (group !== undefined && (group.head === own || words.marks.inside[group.head] !== zone.span)) return false;
  if (group === undefined || group.head >= limit) return false;
  if (group.inverted >= 0) return true;
  if (group.mood === 'gerund' || group.mood === 'infinitive') return complementOf(site, group, limit) !== undefined;
  if (group.mood !== 'finite') return false;
  const complement = complementOf(site, group, limit);
  if (complement !== undefined && complement.kind !== 'mark') return afterConjunction || subject >= 0;
  if (complement?.kind === 'mark') return afterConjunction;
  // "que la digue est vieille et réclame des travaux": the second verb is the speaker's
  if (
    afterConjunction &&
    subject < 0 &&
    !group.reflexive &&
    (group.senses & (CUE.introducesSpeech | CUE.judges | CUE.requests)) !== 0 &&
    group.inverted < 0
  )
    return words.is(at, CLASS.conjunction) && words.lists.and.has(words.at(at));
  // ", a déclaré X": an incise at the end
  return (
    words.at(at) === ',' &&
    !afterConjunction &&
    subject < 0 &&
    (group.senses & CUE.introducesSpeech) !== 0 &&
    isTrailingIncise(words, group, limit)
  );
}

/** "…, while the council said …", "…, but Stone denied that …": whether somebody else's report begins at a comma. */
function anotherReports(site: ClauseSite, at: number, limit: number, own: number): boolean {
  const { words, groups, zone } = site;
  if (words.at(at) !== ',' || !words.lists.contrast.has(words.at(at + 1))) return false;
  for (let k = firstGroup(groups, at + 2); k < groups.length; k++) {
    const group = groups[k];
    if (group === undefined || group.head > at + 14 || group.head >= limit) return false;
    if (group.head === own || group.mood !== 'finite' || words.marks.inside[group.head] !== zone.span) continue;
    const phrase = nounPhraseAt(words, at + 2, group.left, 'left');
    if (phrase === undefined || phrase.end !== group.left) continue;
    return complementOf(site, group, limit) !== undefined;
  }
  return false;
}

/** A subject and its verb behind a comma: a clause of its own. */
function clauseFollows(words: ParagraphWords, at: number, limit: number): boolean {
  if (words.features.bareReportedClauses && startsFiniteClause(words, at, limit)) return true;
  if (!words.is(at, CLASS.determiner) && !words.isCapital(at) && !words.is(at, CLASS.subject)) return false;
  const phrase = nounPhraseAt(words, at, limit, 'left');
  return phrase !== undefined && isFiniteVerb(words, afterClitics(words, phrase.end));
}

/** "avoir menti, mais il …", "et refuse": an infinitive cannot share its verb with a finite clause. */
function finiteFollows(words: ParagraphWords, at: number): boolean {
  let i = at;
  while (i < at + 3 && (words.at(i) === ',' || words.is(i, CLASS.conjunction))) i++;
  if (!words.is(i - 1, CLASS.conjunction)) return false;
  while (words.isAdverb(i) && !words.is(i, CLASS.clitic)) i++;
  if (words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner)) return true;
  while (words.is(i, CLASS.clitic) && i < at + 6) i++;
  return isFiniteVerb(words, i) && !words.has(i, INFINITIVE);
}

/** The group whose verbs begin at a token. */
function groupStarting(groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  for (let k = firstGroup(groups, at); k < groups.length; k++) {
    const group = groups[k];
    if (group === undefined || group.head > at + 14) return undefined;
    if (group.left === at) return group;
  }
  return undefined;
}

function isTrailingIncise(words: ParagraphWords, group: VerbGroup, limit: number): boolean {
  const phrase = nounPhraseAt(words, afterGroup(group), limit, 'right');
  return phrase !== undefined && (phrase.kind === 'name' || words.isHuman(phrase.start + 1));
}
