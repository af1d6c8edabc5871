import { CLASS, FINITE } from '../../lexicon/wordClasses';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import type { Range } from '../../syntax/ranges';
import type { QuoteWords } from '../candidate';
import { type QuoteRule, quoteRule, type SpanPlace } from '../rule';
import { canReport, clauseTail } from './reportingClauseParts';

interface SpokenClause {
  readonly cue: Range;
  readonly speaker: Phrase;
}

type ClosedSpan = Pick<QuotedSpan, 'closed' | 'close'>;

/**
 * English: a verb that is not a cue elsewhere, with its subject right after a quotation that a comma ends: "“I love it,” she
 * went on.", "“We are late,” Reed shot back.", "“The dam leaks,” reads the report." Its place makes it one.
 */
export const unlistedVerbBehindSubject: QuoteRule<ClosedSpan, SpanPlace> = quoteRule({
  id: 'unlisted-verb',
  find: (place: SpanPlace, span: ClosedSpan) => {
    if (!span.closed || !isUtterance(place, span.close)) return undefined;
    const from = place.words.at(span.close + 1) === ',' ? span.close + 2 : span.close + 1;
    const clause = subjectFirst(place, from) ?? verbFirst(place, from);
    return clause && { ...clause, inner: place.inner, index: place.index };
  },
  except: [],
  quote: ({ cue, speaker, inner, index }) => ({
    candidates: [{ parts: [inner], kind: 'direct', rule: 'reporting-clause', cue, speaker, confidence: 0.7, zone: -1 }],
    marks: [index],
  }),
});

/** A clause or a call, and a pause that parts it from what follows. */
function isUtterance({ words, inner }: SpanPlace, close: number): boolean {
  const last = words.at(inner.end - 1);
  const pause = last === ',' || words.at(close + 1) === ',';
  return /^[!?]$/.test(last) || (pause && !isTitle(words, inner));
}

const SMALL_IN_TITLES = CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction;

/** "The Old Mill of Denton": all words that count have capitals. */
function isTitle(words: QuoteWords, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (words.isWord(i) && !words.isCapital(i) && !words.is(i, SMALL_IN_TITLES)) return false;
  return true;
}

/** "she went on", "Reed shot back" */
function subjectFirst({ words, sentence }: SpanPlace, from: number): SpokenClause | undefined {
  const phrase = nounPhraseAt(words, from, sentence.end, 'left');
  const speaker = phrase && beforeVerb(words, phrase);
  if (speaker === undefined) return undefined;
  let verb = speaker.end;
  while (words.isAdverb(verb)) verb++;
  if (!canReport(words, speaker) && !isReadOut(words, speaker, verb)) return undefined;
  const end = verbEnd(words, verb);
  return end > 0 && hasNoObject(words, end, sentence.end) ? { cue: { start: verb, end }, speaker } : undefined;
}

/** "“…,” the outcome read": what is written says it itself. */
const isReadOut = (words: QuoteWords, { start }: Phrase, verb: number): boolean =>
  words.is(start, CLASS.determiner) && words.lists.readsOut.has(words.at(verb));

/** "Reed | shot back": read as a noun phrase, the past looks like a participle. */
function beforeVerb(words: QuoteWords, phrase: Phrase): Phrase {
  for (let i = phrase.start + 1; i < phrase.end; i++) if (verbEnd(words, i) > 0) return { ...phrase, end: i };
  return phrase;
}

/** "reads the report" */
function verbFirst({ words, sentence }: SpanPlace, from: number): SpokenClause | undefined {
  const end = verbEnd(words, from);
  const speaker = end < 0 || !words.is(end, CLASS.determiner) ? undefined : nounPhraseAt(words, end, sentence.end, 'left');
  if (speaker === undefined || speaker.kind === 'pronoun') return undefined;
  const ends = words.lists.readsOut.has(words.at(end - 1)) && words.is(speaker.end, CLASS.preposition);
  return ends || clauseTail(words, speaker.end, sentence.end) <= speaker.end ? { cue: { start: from, end }, speaker } : undefined;
}

/** Where a finite verb ends that begins at a token, its particle included (went on); or -1. */
function verbEnd(words: QuoteWords, verb: number): number {
  if (!words.isWord(verb) || words.isCapital(verb) || words.is(verb, CLASS.auxiliary | CLASS.being | CLASS.modal)) return -1;
  const unknown = words.info[verb]?.classes === 0 && words.info[verb]?.forms === 0;
  if (!words.has(verb, FINITE) && !(unknown && words.lists.pastEnding.test(words.at(verb)))) return -1;
  return words.lists.spokenParticles.has(words.at(verb + 1)) ? verb + 2 : verb + 1;
}

/** A verb with an object does something else: "“Oh,” she kissed the cup". */
const hasNoObject = (words: QuoteWords, i: number, limit: number): boolean =>
  i >= limit || !words.isWord(i) || words.is(i, CLASS.preposition | CLASS.time | CLASS.conjunction) || words.isAdverb(i);
