import { CLASS, CUE, GERUND, INFINITIVE } from '../lexicon/wordClasses';
import { startsFiniteClause } from './bareClauses';
import { isFiniteVerb } from './finiteVerbs';
import { nounPhraseAt } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { firstGroup, nextAt, type Range, type Zone } from './ranges';
import { withoutFinal } from './sentences';
import { afterGroup, type VerbGroup } from './verbGroups';

/** What follows a cue: where the reported words begin, and by what they are brought in. */
export interface Complement {
  readonly kind: 'that' | 'zero' | 'question' | 'infinitive' | 'colon' | 'mark';
  /** First token of the reported words (of the opening mark). */
  readonly at: number;
}

/** Where clauses are looked for: a zone of a paragraph with its verb groups. */
export interface ClauseSite {
  readonly words: ParagraphWords;
  readonly zone: Zone;
  readonly groups: readonly VerbGroup[];
  /** What each group brings in, once it was looked for: null for nothing. */
  readonly complements: Map<number, Complement | null>;
}

const REACH = 22;

/** Looks behind a cue, over adverbs, addressees, times and insertions between commas. */
export function complementOf(site: ClauseSite, group: VerbGroup, limit: number): Complement | undefined {
  const known = site.complements.get(group.head);
  if (known !== undefined) return known ?? undefined;
  const found = lookForComplement(site, group, limit);
  site.complements.set(group.head, found ?? null);
  return found;
}

function lookForComplement(site: ClauseSite, group: VerbGroup, limit: number): Complement | undefined {
  const { words } = site;
  const { senses } = group;
  let i = afterGroup(group);
  const stop = Math.min(limit, i + REACH);
  let first = true;
  const objects = (senses & CUE.takesObject) !== 0;
  while (i < stop) {
    const text = words.at(i);
    if (words.opens(i) !== undefined) return { kind: 'mark', at: i };
    if (text === ':') return { kind: 'colon', at: i + 1 };
    if (text === ',' && first && words.pack.commaClause && (senses & CUE.dropsThat) !== 0 && opensClause(words, i + 1))
      return { kind: 'that', at: i + 1 };
    if (words.is(i, CLASS.that) && !restricted(words, group, i)) return { kind: 'that', at: i + 1 };
    if ((senses & CUE.asks) !== 0 && opensQuestion(words, i)) return { kind: 'question', at: i };
    if ((senses & CUE.reportsInfinitive) !== 0 && startsInfinitive(words, i, stop)) return { kind: 'infinitive', at: i };
    const object =
      words.features.bareReportedClauses && first && (senses & CUE.takesAddressee) !== 0
        ? nounPhraseAt(words, i, stop, 'right')
        : undefined;
    if (object !== undefined && (words.is(object.end, CLASS.that) || startsFiniteClause(words, object.end, limit, objects))) {
      return { kind: 'zero', at: words.is(object.end, CLASS.that) ? object.end + 1 : object.end };
    }
    if (
      words.features.bareReportedClauses &&
      first &&
      (senses & CUE.dropsThat) !== 0 &&
      startsFiniteClause(words, i, limit, objects)
    )
      return { kind: 'zero', at: i };
    const next = overInsertion(words, i, stop, senses, first);
    if (next <= i) return undefined;
    if (text === ',' || words.is(i, CLASS.determiner)) first = false;
    i = next;
  }
  return undefined;
}

const opensClause = (words: ParagraphWords, i: number): boolean =>
  (words.is(i, CLASS.determiner | CLASS.subject) || words.isCapital(i)) && words.opens(i) === undefined;

/** si, comment, pourquoi, s'il */
const opensQuestion = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.question) || (words.lists.elidedIf.has(words.at(i)) && words.lists.afterElidedIf.has(words.at(i + 1)));

/** ne … que: only, no conjunction. */
function restricted(words: ParagraphWords, group: VerbGroup, i: number): boolean {
  const { comparison, weakNegation } = words.lists;
  if (comparison.has(words.at(i - 1))) return true;
  if (!weakNegation.has(words.at(group.left)) && !weakNegation.has(words.at(group.left - 1))) return false;
  // "ne peut que dire que": the first que is the one that restricts
  for (let k = group.left; k < group.head; k++) if (words.is(k, CLASS.that)) return false;
  for (let k = group.left; k < i; k++) if (words.is(k, CLASS.negation) && !weakNegation.has(words.at(k))) return false;
  return i === afterGroup(group);
}

/** avoir, ne pas ignorer, se rendre, l'avoir: an infinitive with what belongs before it. */
function startsInfinitive(words: ParagraphWords, at: number, stop: number): boolean {
  let i = at;
  while (i < stop && i < at + 5 && (words.is(i, CLASS.clitic) || words.is(i, CLASS.negation))) i++;
  if (!words.isWord(i) || words.isCapital(i) || words.is(i - 1, CLASS.of) || (words.is(i, CLASS.human) && i === at)) return false;
  if (words.has(i, INFINITIVE)) return true;
  // the lexicon holds the common verbs alone; the ending tells the others
  const form = words.at(i);
  return form.length > 4 && words.info[i]?.classes === 0 && words.pack.infinitiveEndings.some((ending) => form.endsWith(ending));
}

/** Over one thing that may stand between a cue and what it brings in; the same index where none does. */
function overInsertion(words: ParagraphWords, i: number, stop: number, senses: number, first: boolean): number {
  const text = words.at(i);
  if (text === ',') {
    if (words.is(i + 1, CLASS.that) || words.opens(i + 1) !== undefined) return i + 1;
    for (let k = i + 1; k < Math.min(stop, i + 16); k++) {
      if (words.at(k) === ',') return k + 1;
      // "hinted at it, saying, “…”": what is said belongs to the other verb
      if (words.features.absoluteGerunds && words.has(k, GERUND) && (words.verb(k)?.senses ?? 0) !== 0) return i;
      const stop = words.at(k) === '.' && !words.pack.honorifics.has(words.at(k - 1));
      if (words.opens(k) !== undefined || words.at(k) === ';' || stop) return i;
    }
    return i;
  }
  if (text === '(') {
    for (let k = i + 1; k < Math.min(stop, i + 14); k++) if (words.at(k) === ')') return k + 1;
    return i;
  }
  if (words.isAdverb(i) || words.is(i, CLASS.time)) return i + 1;
  // sur Canal Nord - Radio Sagre
  if (/^[-–/]$/.test(text) && words.isCapital(i - 1) && words.isCapital(i + 1))
    return nounPhraseAt(words, i + 1, stop, 'right')?.end ?? i;
  if (words.is(i, CLASS.oblique) && /^[-‑]$/.test(words.at(i + 1))) return i + 3;
  if (words.tokens[i]?.kind === 'number' && (words.is(i + 1, CLASS.time) || words.is(i - 1, CLASS.time))) return i + 1;
  if (words.is(i, CLASS.preposition) && !words.is(i, CLASS.that)) {
    // lors d'une conférence, auprès de l'agence
    const after = words.is(i + 1, CLASS.of) && !words.is(i, CLASS.of) ? i + 2 : i + 1;
    const phrase = nounPhraseAt(words, after, stop, 'right');
    if (phrase !== undefined) return phrase.end;
    return words.isWord(i + 1) && words.is(i + 1, CLASS.time) ? i + 2 : words.is(i + 1, CLASS.oblique) ? i + 2 : i;
  }
  if (words.is(i, CLASS.of) && words.is(i, CLASS.preposition)) return i;
  if (words.is(i, CLASS.determiner)) {
    const phrase = nounPhraseAt(words, i, stop, 'right');
    if (phrase === undefined)
      return words.is(i + 1, CLASS.time)
        ? i + 2
        : words.tokens[i + 1]?.kind === 'number' && words.is(i + 2, CLASS.time)
          ? i + 3
          : i;
    for (let k = phrase.start; k < phrase.end; k++) if (words.is(k, CLASS.time)) return phrase.end;
    if (words.is(phrase.end, CLASS.time) && phrase.end === i + 1) return phrase.end + 1;
    if ((senses & CUE.takesAddressee) !== 0 && first) return phrase.end;
    for (let k = phrase.start; k < phrase.end; k++)
      if (words.is(k, CLASS.message) && words.at(phrase.end) === ':') return phrase.end;
    return i;
  }
  if ((senses & CUE.takesAddressee) !== 0 && first && (words.isCapital(i) || words.is(i, CLASS.oblique))) {
    const phrase = nounPhraseAt(words, i, stop, 'right');
    return phrase?.end ?? i;
  }
  return i;
}

/**
 * Where a reported clause ends: at its sentence's end, before the next report that shares its subject ("et a ajouté
 * que"), before a colon that brings in marks, a semicolon, a trailing incise or an unmatched bracket. Exclusive.
 */
export function clauseEnd(
  site: ClauseSite,
  from: number,
  limit: number,
  own: number,
  kind: Complement['kind'] | 'relative' = 'that',
): number {
  const { words, zone } = site;
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
  if (words.features.bareReportedClauses && startsFiniteClause(words, at, limit, false)) return true;
  if (!words.is(at, CLASS.determiner) && !words.isCapital(at) && !words.is(at, CLASS.subject)) return false;
  const phrase = nounPhraseAt(words, at, limit, 'left');
  return phrase !== undefined && isFiniteVerb(words, afterClitics(words, phrase.end));
}

/** The first token that is no clitic, among the next few. */
export const afterClitics = (words: ParagraphWords, from: number): number => {
  let i = from;
  while (i < from + 4 && words.is(i, CLASS.clitic)) i++;
  return i;
};

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

/** Whether a range has a finite verb at the zone's level (marked words included when `deep`). */
export function hasFiniteVerb(words: ParagraphWords, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (isFiniteVerb(words, i)) return true;
  return false;
}

export { GERUND };
