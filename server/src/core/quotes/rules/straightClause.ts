import { CLASS, CUE, FINITE, GERUND } from '../../lexicon/wordClasses';
import { isLikelyVerb } from '../../syntax/clauseVerbs';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { subjectBefore } from '../../syntax/subjects';
import { afterGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { type ClausePlace, canReport, clauseTail, mayFollowSpeaker, type ReportingClause } from './reportingClauseParts';
import { afterAddressee, overAdjuncts } from './resumedClause';

/** A subject before its reporting verb. */
interface StraightPlace extends ClausePlace {
  readonly subject: Phrase;
  /** The token before the subject. */
  readonly before: number;
  /** The quoted words that end right before it. */
  readonly span: QuotedSpan | undefined;
}

/** The subject between the quotation and the verb: "« … », X said", "… , officials said". */
export function straightClause(place: ClausePlace): ReportingClause | undefined {
  const { words, cue, sentence } = place;
  if ((cue.senses & (CUE.introducesSpeech | CUE.reportsClause)) === 0 || cue.reflexive) return undefined;
  const subject = subjectBefore(words, cue.left, sentence.start);
  if (subject === undefined) return undefined;
  const before = subject.start - 1;
  const straight = { subject, before, span: spanBefore(place, before), ...place };
  if (!(straight.span === undefined ? isUnmarkedClause(straight) : isMarkedClause(straight, straight.span))) return undefined;
  const end = afterGroup(cue);
  if (words.is(end, CLASS.that) || leadsToColon(words, end, sentence.end)) return undefined;
  return {
    cue,
    speaker: subject,
    start: words.at(before) === ',' ? before : before + 1,
    end: clauseTail(words, end, sentence.end),
  };
}

const ASIDE_REACH = 14;

/** "répond :", "répond, sourire aux lèvres : « … »": what is said comes after it. */
function leadsToColon(words: QuoteWords, end: number, limit: number): boolean {
  if (words.at(end) !== ',') return words.at(end) === ':';
  for (let i = end + 1; i < Math.min(limit, end + ASIDE_REACH); i++) {
    if (words.at(i) === ':') return words.opens(i + 1) !== undefined;
    // "Reed said, adding: “…”": another verb has the colon
    if (words.opens(i) !== undefined || /^[.,;]$/.test(words.at(i)) || isOtherCue(words, i)) return false;
  }
  return false;
}

const isOtherCue = (words: QuoteWords, i: number): boolean => (words.verb(i)?.senses ?? 0) !== 0 && words.has(i, FINITE | GERUND);

/** The quoted span that ends before a token, its comma left out; the marks of the sentence before are another quotation's. */
function spanBefore({ words, sentence, zone }: ClausePlace, before: number): QuotedSpan | undefined {
  if (before < sentence.start && !words.pack.inversion) return undefined;
  const span = words.closes(words.at(before) === ',' ? before - 1 : before);
  return span?.parent === zone ? span : undefined;
}

function isMarkedClause(place: StraightPlace, span: QuotedSpan): boolean {
  const { words, cue, sentence, before } = place;
  const end = afterGroup(cue);
  // "“Port Hour” reporter Reed asked": a name before a noun, no words and no pause
  if (!words.pack.inversion && words.at(before) !== ',' && isNameBefore(place, span)) return false;
  // "Describing it as “old”, Reed explained the plan": an object of its own, and words before the marks
  const object = words.features.absoluteGerunds && words.is(end, CLASS.determiner) && (cue.senses & CUE.takesAddressee) === 0;
  if (object && words.isWord(span.open - 1) && span.open > sentence.start) return false;
  return !words.pack.inversion || mayFollowSpeaker(words, end, sentence.end);
}

const LONGEST_NAME = 4;

function isNameBefore({ words, subject }: StraightPlace, { open, close }: QuotedSpan): boolean {
  const inner = { start: open + 1, end: close };
  if (inner.end - inner.start > LONGEST_NAME || /^[,.!?…]$/.test(words.at(close - 1))) return false;
  return subject.start === close + 1 && !hasFiniteVerb(words, inner) && words.isHuman(subject.start);
}

function isUnmarkedClause(place: StraightPlace): boolean {
  const { words, cue, sentence, before } = place;
  const said = afterAddressee(words, cue, sentence.end);
  const behind = overAdjuncts(words, said, sentence.end);
  const end = words.at(behind) === ',' ? behind : said;
  if (words.pack.inversion || words.at(before) !== ',' || words.is(cue.left - 1, CLASS.relative)) return false;
  if (words.features.unmarkedReportingClauses && (isInPassing(place) || isOneself(place))) return false;
  if (!(words.at(end) === ',' ? words.opens(end + 1) === undefined : isFinalClause(place))) return false;
  return words.opens(end) === undefined && mayFollowSpeaker(words, end, sentence.end);
}

/** "ideas related to it", "or for some other reason": a verb that takes no clause without its conjunction, or a thought. */
const isInPassing = ({ cue: { senses } }: ClausePlace): boolean =>
  (senses & CUE.dropsThat) === 0 || (senses & CUE.isThought) !== 0;

/** "…, I said" */
const isOneself = ({ words, subject }: StraightPlace): boolean =>
  subject.kind === 'pronoun' && words.pack.firstPerson.has(words.at(subject.start));

/** A finite verb, or what only a verb's place shows to be one: "the firm exported pagers". */
function hasVerb(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isFiniteVerb(words, i) || (i > start && isLikelyVerb(words, i))) return true;
  return false;
}

/** At the sentence's end: a clause before it, no setting and no apposition: "With the boats ready, the mill announced …". */
function isFinalClause({ words, sentence, subject, before }: StraightPlace): boolean {
  if (!hasVerb(words, sentence.start, before)) {
    const setting = words.is(sentence.start, CLASS.preposition | CLASS.subordinator | CLASS.time);
    if (setting || !canReport(words, subject) || before - sentence.start <= 5) return false;
  }
  return !isBareName(words, subject) || nounPhraseAt(words, sentence.start, before, 'left')?.end !== before;
}
