import { CLASS, FINITE, GERUND } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { antecedent } from './antecedents';
import { hasFiniteVerb, isFiniteVerb, isPastForm, leftOf } from './finiteVerbs';
import { acrossInsertions, canHead, isFloating, isPluralArticle, joinTitle } from './insertions';
import { phraseEndingAt } from './nounPhraseSearch';
import { describes, isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import type { Range } from './ranges';
import { ownClause, previousSegment, segmentStart } from './segments';

/** The subject of the finite verb whose clitics and auxiliaries begin at a token. */
export const subjectBefore = (words: ParagraphWords, left: number, floor: number): Phrase | undefined =>
  subjectIn({ words, floor, depth: 0 }, left);

/** The sentence that a subject is looked for in. */
interface SubjectSite {
  readonly words: ParagraphWords;
  /** First token of the sentence. */
  readonly floor: number;
  /** How many verbs that share their subject have been followed. */
  readonly depth: number;
}

function subjectIn(site: SubjectSite, left: number): Phrase | undefined {
  const { words, floor } = site;
  let k = left - 1;
  while (k >= floor && ((words.isAdverb(k) && !words.is(k, CLASS.indefinite)) || isFloating(words, k))) k--;
  return k < floor ? undefined : (firstAnswer(SUBJECTS, site, k) ?? undefined);
}

/** A way to find a subject before a verb; null where there is none, and no other way is tried. */
type SubjectForm = Strategy<SubjectSite, Phrase | null>;

/** "le maire, qui affirme": what the relative takes up. */
const relativeSubject: SubjectForm = {
  id: 'subject/antecedent',
  find({ words, floor }, k) {
    if (!words.is(k, CLASS.relative) || !words.lists.subjectRelatives.has(words.at(k))) return undefined;
    return antecedent(words, k, floor) ?? null;
  },
};

/** A pronoun with what a hyphen ties to it: where it begins. */
const pronounStart = (words: ParagraphWords, k: number): number =>
  words.lists.pronounSuffix.has(words.at(k)) && /^[-‑]$/.test(words.at(k - 1)) ? k - 2 : k;

/** "il affirme", "celui-ci affirme", but "dit-il affirmer" */
const personalPronoun: SubjectForm = {
  id: 'subject/pronoun',
  find({ words, floor }, k) {
    const at = pronounStart(words, k);
    if (at < floor || !words.is(at, CLASS.subject)) return undefined;
    if (words.is(at, CLASS.determiner) && !words.is(at, CLASS.oblique)) return undefined;
    const inverted = /^[-‑]$/.test(words.at(at - 1)) && !words.spaced(at);
    return inverted ? undefined : { start: at, end: k + 1, kind: 'pronoun' };
  },
};

/** "certains affirment", "les autres affirment", but "le plan de certains" */
const indefinitePronoun: SubjectForm = {
  id: 'subject/indefinite',
  find({ words, floor }, k) {
    const at = pronounStart(words, k);
    if (at < floor || isPersonal(words, at)) return undefined;
    if (!words.is(at, CLASS.indefinite) || words.is(at - 1, CLASS.of)) return undefined;
    return { start: words.is(at - 1, CLASS.determiner) ? at - 1 : at, end: k + 1, kind: 'description' };
  },
};

const isPersonal = (words: ParagraphWords, at: number): boolean =>
  words.is(at, CLASS.subject) && !(words.is(at, CLASS.determiner) && !words.is(at, CLASS.oblique));

/** "le maire de Lens affirme": a phrase of the segment that reaches up to the verb. */
const segmentSubject: SubjectForm = {
  id: 'subject/segment',
  find: (site, k) => subjectInSegment(site, segmentStart(site.words, k, site.floor), k + 1),
};

/** "Anne Morel, maire de Lens, affirme", "Anne Morel, après la crue affirme": before one or more insertions. */
const beforeInsertions: SubjectForm = {
  id: 'subject/before-insertions',
  find({ words, floor }, k) {
    const start = segmentStart(words, k, floor);
    return words.at(start - 1) === ',' ? acrossInsertions(words, start - 1, floor) : undefined;
  },
};

/** Where the subject of a finite verb stands, by the token before the verb and its adverbs. */
export const SUBJECTS: readonly SubjectForm[] = [
  relativeSubject,
  personalPronoun,
  indefinitePronoun,
  segmentSubject,
  beforeInsertions,
];

/** A segment that reaches up to a verb. */
interface Segment extends SubjectSite {
  /** Its first token; {@link Strategy.find} is given the first that is not a conjunction, an adverb or punctuation. */
  readonly from: number;
  readonly end: number;
}

function subjectInSegment(site: SubjectSite, from: number, end: number): Phrase | undefined {
  const { words, floor, depth } = site;
  let start = from;
  while (start < end && isLead(words, start)) start++;
  return firstAnswer(SEGMENT_SUBJECTS, { words, floor, depth, from, end }, start) ?? undefined;
}

const isLead = (words: ParagraphWords, i: number): boolean =>
  !words.is(i, CLASS.indefinite) &&
  (words.is(i, CLASS.conjunction) || words.isAdverb(i) || !/[\p{L}\p{N}«"“]/u.test(words.at(i)[0] ?? ''));

type SegmentSubject = Strategy<Segment, Phrase | null>;

const MAX_DEPTH = 2;

const deeper = ({ words, floor, depth }: SubjectSite): SubjectSite => ({ words, floor, depth: depth + 1 });

/** "X refuse, et annonce que": nothing but the conjunction after the comma. */
const bareConjunction: SegmentSubject = {
  id: 'segment-subject/bare-conjunction',
  find(segment, start) {
    const { words, depth, from, end } = segment;
    if (start < end) return undefined;
    if (depth >= MAX_DEPTH || !words.is(end - 1, CLASS.conjunction)) return null;
    return sharedSubject(deeper(segment), { start: from, end: end - 1 }) ?? null;
  },
};

/** "Anne Morel, représentant le port a annoncé": an insertion without its second comma. */
const openGerund: SegmentSubject = {
  id: 'segment-subject/open-gerund',
  find({ words, floor }, start) {
    if (!words.has(start, GERUND) || words.isCapital(start)) return undefined;
    return words.at(start - 1) === ',' && start - 1 > floor ? acrossInsertions(words, start - 1, floor) : undefined;
  },
};

/** "After Reed said that …" */
const afterSubordinator: SegmentSubject = {
  id: 'segment-subject/after-subordinator',
  find(segment, start) {
    const { words, end } = segment;
    if (!words.features.detachedSubjects || !words.is(start, CLASS.subordinator) || start + 1 >= end) return undefined;
    return subjectInSegment(segment, start + 1, end) ?? null;
  },
};

/** "la menace pèse même si les autorités ont assuré": the subject stands in the verb's own clause. */
const inOwnClause: SegmentSubject = {
  id: 'segment-subject/own-clause',
  find(segment, start) {
    const own = ownClause(segment.words, start, segment.end);
    return own > start ? (subjectInSegment(segment, own, segment.end) ?? null) : undefined;
  },
};

/** "X refuse le plan et annonce que": the subject of the verb before the conjunction. */
const sharedBeforeConjunction: SegmentSubject = {
  id: 'segment-subject/shared',
  find(segment, start) {
    const { words, depth, end } = segment;
    if (!words.is(end - 1, CLASS.conjunction)) return undefined;
    return depth >= MAX_DEPTH ? null : (sharedSubject(deeper(segment), { start, end: end - 1 }) ?? null);
  },
};

/** "le maire de Lens, à Paris depuis lundi, affirme", "le maire qui …": the phrase at the segment's head. */
const headPhrase: SegmentSubject = {
  id: 'segment-subject/head',
  find({ words, floor, end }, start) {
    if (opensAdverbial(words, start)) return undefined;
    const first = nounPhraseAt(words, start, end, 'left');
    if (first === undefined || first.kind === 'pronoun' || !canHead(words, first)) return undefined;
    return reachesVerb(words, first.end, end) ? joinTitle(words, first, floor) : undefined;
  },
};

const opensAdverbial = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.that | CLASS.subordinator | CLASS.time) || (words.is(i, CLASS.preposition) && !isPluralArticle(words, i));

/** Whether only a relative clause, or what has no verb, stands between a phrase and the verb. */
function reachesVerb(words: ParagraphWords, phraseEnd: number, end: number): boolean {
  if (phraseEnd >= end || words.is(phraseEnd, CLASS.relative)) return true;
  const adverbial = words.is(phraseEnd, CLASS.preposition | CLASS.adverb | CLASS.negation);
  return adverbial && !hasFiniteVerb(words, { start: phraseEnd, end });
}

/** "selon le plan le maire affirme": the phrase right before the verb. */
const nearPhrase: SegmentSubject = {
  id: 'segment-subject/near',
  find({ words, floor, end }, start) {
    const near = phraseEndingAt(words, start, end, floor);
    return near && joinTitle(words, near, floor);
  },
};

/** "le maire a dit non, la ville affirme": whatever phrase begins the segment. */
const anyHead: SegmentSubject = {
  id: 'segment-subject/any-head',
  find({ words, floor, end }, start) {
    const first = words.is(start, CLASS.preposition) ? undefined : nounPhraseAt(words, start, end, 'left');
    if (first === undefined || (first.kind !== 'pronoun' && !canHead(words, first))) return undefined;
    return joinTitle(words, first, floor);
  },
};

/** Where the subject stands within a segment that reaches up to its verb. */
export const SEGMENT_SUBJECTS: readonly SegmentSubject[] = [
  bareConjunction,
  openGerund,
  afterSubordinator,
  inOwnClause,
  sharedBeforeConjunction,
  headPhrase,
  nearPhrase,
  anyHead,
];

/** What {@link subjectIn} gives at each depth of verbs that share a subject, or null. */
const AT_DEPTH = [0, 1, 2, 3].map(
  (depth) =>
    (words: ParagraphWords, left: number, floor: number): Phrase | null =>
      subjectIn({ words, floor, depth }, left) ?? null,
);

/**
 * The same as {@link subjectIn}, looked for once: where verbs follow each other (“said and said and …”) each looks through
 * those before it, and these through those before them.
 */
const knownSubject = ({ words, floor, depth }: SubjectSite, left: number): Phrase | undefined =>
  words.once(AT_DEPTH[depth] as (typeof AT_DEPTH)[number], left, floor) ?? undefined;

const MAX_SEGMENTS = 6;

/** "X … , et ajoute": the subject of the verb before the conjunction, in the nearest clause whose subject has a voice. */
function sharedSubject(site: SubjectSite, range: Range): Phrase | undefined {
  const { words, floor } = site;
  let aside: Phrase | undefined;
  let { start, end } = range;
  for (let turn = 0; turn < MAX_SEGMENTS; turn++) {
    const found = subjectOfFirstVerbs(site, { start, end }, words.marks.inside[range.end]);
    if (found !== undefined && isVoice(words, found)) return found;
    aside ??= found;
    const before = previousSegment(words, start, floor);
    if (before < 0) break;
    end = start;
    start = before;
  }
  if (aside !== undefined || !words.features.detachedSubjects) return aside;
  return looseSubjectIn({ ...site, floor: range.start }, range.end, words.marks.inside[range.end]);
}

const isVoice = (words: ParagraphWords, phrase: Phrase): boolean =>
  phrase.kind === 'pronoun' || isBareName(words, phrase) || describes(words, phrase);

const MAX_VERBS = 3;

/** The subject of the first verbs of a segment, at one level of marks. */
function subjectOfFirstVerbs(site: SubjectSite, { start, end }: Range, level: number | undefined): Phrase | undefined {
  const { words } = site;
  let tried = 0;
  for (let i = start; i < end; i++) {
    if (words.marks.inside[i] !== level || !isFiniteVerb(words, i)) continue;
    const subject = knownSubject(site, leftOf(words, i, start));
    if (subject !== undefined) return subject;
    if (++tried >= MAX_VERBS) return undefined;
  }
  return undefined;
}

/**
 * "Reed resigned, saying that …": English past tenses look like participles; the subject of the first that has one.
 * @param level - the quoted span ({@link Marks.inside}) that the verb stands in
 */
export const looseSubject = (words: ParagraphWords, floor: number, end: number, level: number): Phrase | undefined =>
  looseSubjectIn({ words, floor, depth: 0 }, end, level);

function looseSubjectIn(site: SubjectSite, end: number, level: number | undefined): Phrase | undefined {
  const { words, floor } = site;
  for (let i = floor + 1; i < end; i++) {
    if (words.marks.inside[i] !== level || !canBePast(words, i)) continue;
    const subject = knownSubject(site, i);
    if (subject !== undefined && subject.end <= i) return subject;
  }
  return undefined;
}

function canBePast(words: ParagraphWords, i: number): boolean {
  if (words.isCapital(i) || !words.isWord(i)) return false;
  const unknown = words.info[i]?.classes === 0 && words.verb(i) === undefined && isPastForm(words, i);
  return (unknown || words.has(i, FINITE)) && !words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition);
}
