import { CLASS, FINITE, INFINITIVE, PARTICIPLE } from '../../lexicon/wordClasses';
import { own } from '../../members';
import { withApposition } from '../../syntax/appositions';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import { overFootnote } from '../../syntax/footnotes';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import type { Range } from '../../syntax/ranges';
import { invertedPronoun } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { type QuoteRule, quoteRule, type SpanPlace } from '../rule';
import { canReport, mayFollowSpeaker } from './reportingClauseParts';

/** What a verb that is not a cue says of the quotation before it. */
interface UnlistedClause {
  readonly cue: Range;
  readonly speaker: Phrase;
}

/** Endings by which a word that the lexicon does not hold can be a verb there. */
export interface VerbEndings {
  readonly finite: RegExp;
  readonly participle: RegExp;
}

type ClosedSpan = Pick<QuotedSpan, 'closed' | 'close'>;

/**
 * A verb that is not a cue elsewhere, before its subject and right after a quotation: "« Bravo », applaudit-elle", "« Merci »,
 * a-t-elle posté", "« Enfin ! », exulte Anne Morel", "« Merci », a écrit @AnneMorel". Its place makes it one.
 */
export const unlistedVerb = (endings: VerbEndings): QuoteRule<ClosedSpan, SpanPlace> =>
  quoteRule({
    id: 'unlisted-verb',
    find: (place: SpanPlace, span: ClosedSpan) => {
      if (!span.closed || asks(place, span.close)) return undefined;
      const clause = clauseAfter(place, span.close, endings);
      return clause && { ...clause, inner: place.inner, index: place.index };
    },
    except: [],
    quote: ({ cue, speaker, inner, index }) => ({
      candidates: [{ parts: [inner], kind: 'direct', rule: 'reporting-clause', cue, speaker, confidence: 0.7, zone: -1 }],
      marks: [index],
    }),
  });

function clauseAfter(place: SpanPlace, close: number, endings: VerbEndings): UnlistedClause | undefined {
  const { words, inner } = place;
  const after = overFootnote(words, close + 1);
  const comma = words.at(after) === ',';
  const pause = comma || /^[!?…]$/.test(words.at(inner.end - 1));
  const from = comma ? after + 1 : after;
  const said = pause || hasFiniteVerb(words, inner) ? clauseOfPronoun(place, from) : undefined;
  return said ?? (pause ? clauseOfSubject(place, from, endings) : undefined);
}

/** "« Marée haute », est-il encore joué ?": the writer's own question. */
const asks = ({ words, sentence }: SpanPlace, close: number): boolean =>
  sentence.end - 1 > close && words.at(sentence.end - 1) === '?';

const VERBS_REACH = 5;

/** "exulte-t-elle", "veut-elle croire", "a-t-il posté", "s'est-elle réjouie" */
function clauseOfPronoun({ words, sentence }: SpanPlace, from: number): UnlistedClause | undefined {
  const limit = Math.min(sentence.end, from + VERBS_REACH);
  let verb = from;
  while (verb < limit && words.is(verb, CLASS.clitic | CLASS.negation)) verb++;
  const pronoun = verb < limit && words.isWord(verb) && !words.isCapital(verb) ? invertedPronoun(words, verb + 1) : -1;
  if (pronoun < 0 || own(words.pack.pronouns, words.at(pronoun)) === undefined) return undefined;
  let more = pronoun + 1;
  while (words.isAdverb(more)) more++;
  const chained = words.has(more, PARTICIPLE | INFINITIVE);
  if (!chained && words.is(verb, CLASS.auxiliary | CLASS.being)) return undefined;
  return {
    cue: { start: from, end: chained ? more + 1 : pronoun + 1 },
    speaker: { start: pronoun, end: pronoun + 1, kind: 'pronoun' },
  };
}

/** "exulte Anne Morel", "s'est réjouie la ministre", "a tweeté @AnneMorel" */
function clauseOfSubject(place: SpanPlace, from: number, endings: VerbEndings): UnlistedClause | undefined {
  const { words, sentence, inner } = place;
  const end = verbEnd(words, from, endings);
  const speaks = end > 0 && ((words.verb(end - 1)?.senses ?? 0) !== 0 || isUtterance(words, inner));
  const subject = !speaks ? undefined : (handleAt(words, end) ?? speakerAt(words, end, sentence.end));
  return subject && { cue: { start: from, end }, speaker: subject };
}

/** "« Marée haute », joue Anne Morel" is a title: what nobody is known to say with this verb is a clause or a call. */
const isUtterance = (words: QuoteWords, inner: Range): boolean =>
  hasFiniteVerb(words, inner) || /^[!?…]$/.test(words.at(inner.end - 1));

/** Where a verb ends that begins at a token, or -1; a word that the lexicon does not hold can be one by its ending. */
function verbEnd(words: QuoteWords, from: number, endings: VerbEndings): number {
  let verb = from;
  while (verb < from + 2 && words.is(verb, CLASS.clitic | CLASS.negation)) verb++;
  if (words.is(verb, CLASS.auxiliary | CLASS.being) && words.has(verb, FINITE)) {
    let participle = verb + 1;
    while (words.isAdverb(participle) || words.is(participle, CLASS.being)) participle++;
    return words.has(participle, PARTICIPLE) || isUnknown(words, participle, endings.participle) ? participle + 1 : -1;
  }
  if (!words.isWord(verb) || words.isCapital(verb)) return -1;
  if (words.has(verb, FINITE)) return verb + 1;
  return isUnknown(words, verb, endings.finite) ? verb + 1 : -1;
}

/** Whether the lexicon does not hold a word with such an ending. */
const isUnknown = (words: QuoteWords, i: number, ending: RegExp): boolean =>
  words.info[i]?.classes === 0 && words.info[i]?.forms === 0 && !words.isAdverb(i) && ending.test(words.at(i));

function speakerAt(words: QuoteWords, at: number, limit: number): Phrase | undefined {
  let start = at;
  while (words.isAdverb(start) || words.is(start, CLASS.time)) start++;
  const phrase = nounPhraseAt(words, start, limit, 'right');
  if (phrase === undefined || phrase.kind === 'pronoun' || !canReport(words, phrase)) return undefined;
  const speaker = withApposition(words, phrase, limit, 'right');
  return mayFollowSpeaker(words, speaker.end, limit) ? speaker : undefined;
}

/** @AnneMorel */
function handleAt(words: QuoteWords, at: number): Phrase | undefined {
  if (!/^@/.test(words.at(at))) return undefined;
  let end = at + 1;
  while (end < words.tokens.length && !words.spaced(end) && (words.isWord(end) || words.at(end) === '_')) end++;
  return { start: at, end, kind: 'name' };
}
