import { CLASS, CUE } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { afterClitics, hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import { afterGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { subjectAfter } from './reportingAddressee';
import { type ClausePlace, canReport, clauseTail, mayFollowSpeaker, type ReportingClause } from './reportingClauseParts';

/** A cue with what stands before it. */
export interface InvertedPlace extends ClausePlace {
  /** Where "comme" begins, or -1. */
  readonly opener: number;
  /** Whether quoted words end right before it. */
  readonly marked: boolean;
  /** The pause before it, or the token before its opener. */
  readonly before: number;
}

const SPEECH = CUE.introducesSpeech | CUE.reportsClause;

/** A verb before its subject: dit-il, a déclaré le ministre, explique dans Le Monde Paul Dupont. */
export function invertedClause(place: InvertedPlace): ReportingClause | undefined {
  if (!reports(place)) return undefined;
  return place.cue.inverted >= 0 ? clauseOfPronoun(place) : clauseOfNoun(place);
}

function reports({ words, cue, opener }: InvertedPlace): boolean {
  // "a-t-on appris": with its pronoun after it, a verb that is not a cue otherwise
  const told = cue.inverted >= 0 && words.is(cue.inverted, CLASS.vague) && (cue.senses & CUE.besideMarksOnly) !== 0;
  const senses = told ? CUE.introducesSpeech : cue.senses;
  if (opener < 0) return (senses & (SPEECH | CUE.isThought)) !== 0;
  return (senses & SPEECH) !== 0 && (cue.senses & CUE.isThought) === 0;
}

const startOf = ({ words, before }: InvertedPlace): number => (words.at(before) === ',' ? before : before + 1);

/** dit-il, a-t-on appris de source judiciaire */
function clauseOfPronoun(place: InvertedPlace): ReportingClause | undefined {
  const { words, cue, sentence } = place;
  const vague = words.is(cue.inverted, CLASS.vague);
  const source = vague ? vagueSource(words, afterGroup(cue), sentence.end) : undefined;
  if (vague && source === undefined && !place.marked) return undefined;
  const speaker: Phrase = source ?? { start: cue.inverted, end: cue.inverted + 1, kind: 'pronoun' };
  const end = clauseTail(words, source?.end ?? afterGroup(cue), sentence.end);
  return { cue, speaker, start: startOf(place), end };
}

/** "a-t-on appris de source judiciaire", "explique-t-on à la mairie": who is meant by on. */
function vagueSource(words: QuoteWords, after: number, limit: number): Phrase | undefined {
  let at = after;
  while (at < limit && (words.isAdverb(at) || words.is(at, CLASS.time))) at++;
  const from = words.is(at, CLASS.of) && words.is(at + 1, CLASS.source) ? at : words.is(at, CLASS.preposition) ? at : -1;
  if (from < 0) return undefined;
  // auprès de la mairie
  const noun =
    !words.is(from, CLASS.of) && words.is(from + 1, CLASS.of) && !words.is(from + 1, CLASS.determiner) ? from + 2 : from + 1;
  const phrase = nounPhraseAt(words, noun, limit, 'right');
  return phrase === undefined || phrase.kind === 'pronoun' ? undefined : phrase;
}

/** a déclaré le ministre */
function clauseOfNoun(place: InvertedPlace): ReportingClause | undefined {
  const { words, cue, sentence, marked, opener } = place;
  const phrase = subjectAfter(words, afterGroup(cue), sentence.end);
  if (phrase === undefined || (phrase.kind === 'pronoun' && !canFollowVerb(words, phrase))) return undefined;
  const speaker = withApposition(words, phrase, sentence.end, 'right');
  if (!mayFollowSpeaker(words, speaker.end, sentence.end)) return undefined;
  if (opener < 0 && (marked ? isOwnClause(place, speaker) : !isUnmarkedClause(place, speaker))) return undefined;
  return { cue, speaker, start: startOf(place), end: clauseTail(words, speaker.end, sentence.end) };
}

const canFollowVerb = (words: QuoteWords, { start }: Phrase): boolean =>
  words.pack.capitalNouns || words.is(start, CLASS.oblique) || words.lists.demonstratives.has(words.at(start));

/** "« Marée haute » dénonce les travaux": a verb with its subject before it, and its object. */
const isOwnClause = ({ words, cue, sentence }: InvertedPlace, speaker: Phrase): boolean =>
  !canReport(words, speaker) && isSubjectLike(words, sentence.start, cue.left);

/** Words without marks before the verb: a pause, somebody who can report, and no subject of the verb. */
function isUnmarkedClause(place: InvertedPlace, speaker: Phrase): boolean {
  const { words, cue, sentence, before } = place;
  const stop = /^[!?…–—-]$/.test(words.at(before));
  if ((cue.senses & CUE.reportsClause) === 0 && !stop) return false;
  // "Hale, who came in May, said the bank had failed"
  if (!words.pack.inversion && isFiniteVerb(words, speaker.end)) return false;
  // "Storm to hit the coast, say forecasters": nothing else follows
  const ends = words.features.unmarkedReportingClauses && withoutFinal(words, speaker.end, sentence.end) <= speaker.end;
  if (!canReport(words, speaker) && !ends) return false;
  return stop || !isOwnSubject(place, speaker);
}

function isOwnSubject({ words, sentence, before }: InvertedPlace, speaker: Phrase): boolean {
  const range = { start: sentence.start, end: before };
  if (hasFiniteVerb(words, range) || !isSubjectLike(words, sentence.start, before)) return false;
  return !partsSubjectFromVerb(words, range, clauseTail(words, speaker.end, sentence.end));
}

/** Whether the words before the comma could be the verb's own subject: "Jean Dupont, ministre, a annoncé un plan". */
function isSubjectLike(words: QuoteWords, start: number, end: number): boolean {
  const phrase = words.opens(start) === undefined ? nounPhraseAt(words, start, end, 'left') : undefined;
  return phrase !== undefined && (phrase.end >= end || words.at(phrase.end) === ',');
}

/**
 * "Le pont, a indiqué la préfecture, restera fermé": a comma never stands between a subject and its own verb, so words
 * between the two are a reporting clause. With a comma inside, the words before may be a subject with its apposition.
 */
function partsSubjectFromVerb(words: QuoteWords, before: Range, end: number): boolean {
  for (let i = before.start; i < before.end; i++) if (words.at(i) === ',') return false;
  return words.at(end) === ',' && isFiniteVerb(words, afterClitics(words, end + 1));
}
