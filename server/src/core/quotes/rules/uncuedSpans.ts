import { CLASS } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import type { Range } from '../../syntax/ranges';
import type { Sentence } from '../../syntax/sentences';
import { subjectBefore } from '../../syntax/subjects';
import type { QuoteWords } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { reportBefore } from '../previous';
import type { DescribedSpan, SpanPlace } from '../rule';

/** A quoted span that no cue of its paragraph claims. */
export interface UncuedSpan {
  readonly index: number;
  /** It is a sentence by itself, or several. */
  readonly alone: boolean;
  readonly title: boolean;
  /** A colon stands before it; what its sentence's subject is, if it has one. */
  readonly introduced: boolean;
  readonly subject?: Phrase;
}

/** A quoted span within another one. */
export const nestedSpan = (words: QuoteWords, index: number): UncuedSpan => ({
  index,
  alone: false,
  title: isTitleInMarks(words, index),
  introduced: false,
});

/** What the surroundings of a quoted span say of it. */
export function describeSpan(place: SpanPlace, { open, close }: QuotedSpan): DescribedSpan {
  const { words, sentence, index } = place;
  return {
    title: isTitleInMarks(words, index),
    introduced: isIntroduced(words, open),
    alone: standsAlone(words, sentence, { start: open, end: close + 1 }) || speaksFirst(place, open),
    ...place,
  };
}

/** A colon, or a colon and a dash, before a mark. */
const isIntroduced = (words: QuoteWords, open: number): boolean =>
  words.at(open - 1) === ':' || (/^[-–—]$/.test(words.at(open - 1)) && /^[:–—-]$/.test(words.at(open - 2)));

/** A quoted span as the document pass gets it: what it is, the neighbouring paragraphs decide. */
export function uncuedSpan(span: DescribedSpan, { open }: QuotedSpan): UncuedSpan {
  const { index, alone, title, introduced } = span;
  const subject = introduced ? introducedBy(span, open) : undefined;
  return { index, alone, title, introduced, ...(subject && { subject }) };
}

/** Who speaks after a colon: its label, who reports in the sentence before it, or the sentence's subject. */
const introducedBy = ({ words, sentence, candidates }: SpanPlace, open: number): Phrase | undefined =>
  label(words, sentence, open - 1) ??
  reportBefore(candidates, sentence, open)?.speaker ??
  placedWith(words, sentence, open - 1) ??
  headName(words, sentence, open - 1) ??
  introducer(words, sentence, open - 1);

const PLACE_REACH = 12;

/** "Même son de cloche chez Anne Morel :", "And from Anne Reed:", "Chez Anne Morel, c'est le calme :": who is named so before a colon. */
export function placedWith(words: QuoteWords, sentence: Range, colon: number): Phrase | undefined {
  for (let i = colon - 1; i >= sentence.start && i > colon - PLACE_REACH; i--) {
    if (!words.lists.placeOfSpeech.has(words.at(i))) continue;
    const phrase = nounPhraseAt(words, words.is(i + 1, CLASS.of) ? i + 2 : i + 1, colon, 'left');
    const leads = i - sentence.start < 2 && words.at(phrase?.end ?? -1) === ',';
    if (phrase !== undefined && phrase.kind !== 'pronoun' && (phrase.end === colon || leads)) return phrase;
  }
  return undefined;
}

/** "Anne Morel, elle, fulmine :": the name at a sentence's head, and its pronoun. */
function headName(words: QuoteWords, { start }: Range, colon: number): Phrase | undefined {
  const phrase = nounPhraseAt(words, start, colon, 'left');
  if (phrase === undefined || phrase.kind === 'pronoun' || words.at(phrase.end) !== ',') return undefined;
  return words.is(phrase.end + 1, CLASS.oblique) && words.at(phrase.end + 2) === ',' ? phrase : undefined;
}

const LONG = 7;

/** At the head of its sentence, a long clause in the first person, or several sentences: speech whatever comes after it. */
function speaksFirst({ words, sentence, inner }: SpanPlace, open: number): boolean {
  if (inner.end - inner.start < LONG || !words.isCapital(inner.start)) return false;
  for (let i = sentence.start; i < open; i++) if (words.isWord(i)) return false;
  for (let i = inner.start; i < inner.end; i++)
    if (words.pack.firstPerson.has(words.at(i)) || startsNextSentence(words, i + 1, inner.end)) return true;
  return false;
}

const startsNextSentence = (words: QuoteWords, i: number, end: number): boolean =>
  i + 1 < end && /^[.!?…]$/.test(words.at(i - 1)) && words.isCapital(i) && words.spaced(i);

/** Nothing but marks, dashes and final punctuation around it in its sentence. */
const standsAlone = (words: QuoteWords, sentence: Sentence, marks: Range): boolean =>
  !hasWords(words, { start: sentence.start, end: marks.start }) && !hasWords(words, { start: marks.end, end: sentence.end });

function hasWords(words: QuoteWords, { start, end }: Range): boolean {
  for (let i = start; i < end; i++)
    if (words.marks.inside[i] === -1 && (words.isWord(i) || words.tokens[i]?.kind === 'number')) return true;
  return false;
}

/** "Paul Dubois : « … »": nothing but a name or a title before the colon. */
function label(words: QuoteWords, sentence: Sentence, colon: number): Phrase | undefined {
  const phrase = nounPhraseAt(words, sentence.start, colon, 'left');
  if (phrase === undefined || phrase.kind === 'pronoun') return undefined;
  const whole = withApposition(words, phrase, colon, 'left');
  return whole.end === colon ? whole : undefined;
}

/** The subject of the sentence that leads to a colon: "C'est Maradona qui a fait le premier pas :". */
export function introducer(words: QuoteWords, sentence: Sentence, colon: number): Phrase | undefined {
  for (let i = colon - 1; i >= sentence.start && i > colon - 60; i--) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const subject = subjectBefore(words, left, sentence.start);
    if (subject !== undefined) return subject;
  }
  return undefined;
}
