import { CLASS, PARTICIPLE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { endsPhrase, HYPHEN, type PhraseState, type Side } from './nounPhraseEnds';
import type { ParagraphWords } from './paragraphWords';

/** A noun phrase that can be a speaker. Token indices, `end` exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly kind: 'pronoun' | 'name' | 'description';
}

const MAX_LENGTH = 60;

/**
 * The noun phrase that begins at a token, without its appositions; undefined where none does.
 * @param limit - where it must end at the latest; exclusive
 */
export function nounPhraseAt(words: ParagraphWords, at: number, limit: number, side: Side): Phrase | undefined {
  const pronoun = pronounAt(words, at, limit);
  if (pronoun !== undefined) return pronoun;
  // "souhaite se concentrer": a verb's clitic begins no noun phrase
  if (words.is(at, CLASS.clitic) && !words.is(at, CLASS.determiner) && !words.isCapital(at + 1)) return undefined;
  const phrase = unread(words, at, Math.min(limit, at + MAX_LENGTH), side);
  let i = at;
  for (let next = stepInto(phrase, i); next > i; next = stepInto(phrase, i)) i = next;
  const end = withoutTail(words, at, i);
  if (end <= at || phrase.nouns === 0) return undefined;
  return { start: at, end, kind: phrase.named ? 'name' : 'description' };
}

interface NamedState extends PhraseState {
  /** Whether one of its nouns is a name. */
  named: boolean;
}

const unread = (words: ParagraphWords, start: number, stop: number, side: Side): NamedState => ({
  words,
  start,
  stop,
  side,
  nouns: 0,
  human: false,
  lastIsParticiple: false,
  named: false,
});

/** The token after the one at `i` or after what it opens; the same index where the phrase ends before it. */
function stepInto(phrase: NamedState, i: number): number {
  const { words, start, stop } = phrase;
  const token = words.tokens[i];
  if (i >= stop || token === undefined) return i;
  if (token.kind === 'number') return i + 1;
  if (token.kind !== 'word') return stepOverPunctuation(phrase, i);
  const tied = i > start && HYPHEN.test(words.at(i - 1)) && !words.spaced(i);
  if (!tied && endsPhrase(phrase, i)) return i;
  takeWord(phrase, i);
  return i + 1;
}

function stepOverPunctuation(phrase: NamedState, i: number): number {
  const next = firstAnswer(INNER_PUNCTUATION, phrase, i) ?? i;
  if (next > i && phrase.words.opens(i) !== undefined) {
    phrase.named = true;
    phrase.nouns++;
  }
  return next;
}

/** Counts a word in, unless it is a small one that only ties nouns. */
function takeWord(phrase: NamedState, i: number): void {
  const { words } = phrase;
  if (words.is(i, CLASS.determiner | CLASS.of | CLASS.conjunction | CLASS.preposition)) return;
  phrase.nouns++;
  if (words.isCapital(i) && showsName(phrase, i)) phrase.named = true;
  if (words.isHuman(i)) phrase.human = true;
  phrase.lastIsParticiple = words.has(i, PARTICIPLE) && !words.isCapital(i);
}

/** Whether a capital makes a name: not where a sentence's first word has one, nor where all nouns have. */
function showsName({ words, start }: PhraseState, i: number): boolean {
  if (i === start && isSentenceCapital(words, i)) return false;
  return !(words.pack.capitalNouns && (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)));
}

/** A capital that only the beginning of a sentence gives: a determiner's, a noun's on the list. */
const isSentenceCapital = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.determiner | CLASS.human | CLASS.institution | CLASS.source) || words.isAdverb(i);

function pronounAt(words: ParagraphWords, at: number, limit: number): Phrase | undefined {
  if (!words.is(at, CLASS.subject | CLASS.oblique | CLASS.indefinite)) return undefined;
  const suffixed = HYPHEN.test(words.at(at + 1)) && !words.spaced(at + 1) && words.lists.pronounSuffix.has(words.at(at + 2));
  const end = suffixed ? at + 3 : at + 1;
  const isIndefinite = words.is(at, CLASS.indefinite);
  const whole = isIndefinite ? indefiniteEnd(words, at, end, limit) : end;
  if (whole === undefined || whole > limit) return undefined;
  if (isIndefinite) return { start: at, end: whole, kind: 'description' };
  return isMereDeterminer(words, at, limit) ? undefined : { start: at, end: whole, kind: 'pronoun' };
}

/** "her report", but "told her", "told her the port was shut" */
function isMereDeterminer(words: ParagraphWords, at: number, limit: number): boolean {
  if (!words.is(at, CLASS.determiner)) return false;
  if (words.lists.possessivePronouns.has(words.at(at))) return headsNoun(words, at, limit);
  return !words.is(at, CLASS.oblique);
}

/** Whether a noun phrase goes on after a determiner with a word that is not a name and no time. */
function headsNoun(words: ParagraphWords, at: number, limit: number): boolean {
  const next = at + 1;
  if (next >= limit || !words.isWord(next) || words.isCapital(next) || words.isAdverb(next) || words.is(next, NOT_OWNED))
    return false;
  return !endsPhrase(unread(words, at, limit, 'right'), next);
}

const NOT_OWNED = CLASS.determiner | CLASS.time | CLASS.question | CLASS.conjunction;

/** l'un d'eux, certains des élus, many of them: where it ends; undefined before a noun ("certains élus"). */
function indefiniteEnd(words: ParagraphWords, at: number, end: number, limit: number): number | undefined {
  if (words.is(end, CLASS.of) && end + 1 < limit) return nounPhraseAt(words, end + 1, limit, 'right')?.end ?? end;
  if (!words.isWord(end)) return end;
  const alone = unread(words, at, limit, 'right');
  alone.nouns = 1;
  return endsPhrase(alone, end) ? end : undefined;
}

/** sous-préfet, but "le maire a-t-il": a hyphen before a verb's own pronoun ends the phrase. */
const innerHyphen: Strategy<PhraseState, number> = {
  id: 'phrase-step/hyphen',
  find({ words, start }, i) {
    if (i === start || !HYPHEN.test(words.at(i)) || words.spaced(i) || words.spaced(i + 1)) return undefined;
    const next = i + 1;
    const inverted = words.is(next, CLASS.subject) && !words.isCapital(next) && !words.lists.tiedPronouns.has(words.at(next));
    return inverted ? i : next;
  },
};

/** 5,5 millions, 12 % des élus, AC/DC, Cole & Fils, the workers' union. */
const innerSign: Strategy<PhraseState, number> = {
  id: 'phrase-step/sign',
  find: ({ words, start, stop }, i) => (i > start && i + 1 < stop && /^(?:5,5|[%/&’'])$/.test(words.at(i)) ? i + 1 : undefined),
};

/** J. Dupont, Mr. Reed, Acme Inc. of Dover. */
const abbreviation: Strategy<PhraseState, number> = {
  id: 'phrase-step/abbreviation',
  find({ words, stop }, i) {
    const before = words.tokens[i - 1];
    if (words.at(i) !== '.' || before?.kind !== 'word' || words.spaced(i) || i + 1 >= stop) return undefined;
    const form = before.text.toLowerCase();
    const short = form.length === 1 || words.pack.honorifics.has(form) || words.pack.abbreviations?.has(form);
    return short ? i + 1 : undefined;
  },
};

/** le maire (PS) de Lens. */
const bracket: Strategy<PhraseState, number> = {
  id: 'phrase-step/bracket',
  find({ words, start, stop }, i) {
    if (i === start || !/^[([]$/.test(words.at(i))) return undefined;
    const end = Math.min(stop, i + 14);
    for (let k = i + 1; k < end; k++) if (/^[)\]]$/.test(words.at(k))) return k + 1;
    return undefined;
  },
};

/** l'association « Les Amis du port » */
const quotedName: Strategy<PhraseState, number> = {
  id: 'phrase-step/quoted-name',
  find({ words, start, stop }, i) {
    const quoted = i > start ? words.opens(i) : undefined;
    const short = quoted?.closed && quoted.close - i <= 6 && quoted.close < stop;
    return short && words.isCapital(i + 1) ? quoted.close + 1 : undefined;
  },
};

/** Over punctuation inside a noun phrase: to the token after it. */
export const INNER_PUNCTUATION = [innerHyphen, innerSign, abbreviation, bracket, quotedName];

/** Without a conjunction, preposition, determiner or hyphen left over at the end. */
function withoutTail(words: ParagraphWords, at: number, end: number): number {
  let i = end;
  while (i > at && isLoose(words, i - 1)) i--;
  return i;
}

function isLoose(words: ParagraphWords, i: number): boolean {
  if (words.is(i, CLASS.of | CLASS.conjunction)) return true;
  if (words.is(i, CLASS.preposition) && !words.isCapital(i)) return true;
  if (words.is(i, CLASS.determiner) && !words.is(i, CLASS.oblique) && words.tokens[i]?.kind !== 'number') return true;
  return HYPHEN.test(words.at(i)) || words.at(i) === '/';
}

/** Only capitals, particles and hyphens: a name with nothing that describes. */
export function isBareName(words: ParagraphWords, phrase: Phrase): boolean {
  if (!words.isCapital(phrase.start) || words.is(phrase.start, CLASS.determiner)) return false;
  for (let i = phrase.start; i < phrase.end; i++) {
    if (words.isWord(i) && !words.isCapital(i) && !words.is(i, CLASS.particle | CLASS.of)) return false;
  }
  return true;
}

// The head of a noun phrase stands among so many words.
const HEAD_REACH = 5;

/** Whether a phrase has a noun for people near its beginning. */
export function describes(words: ParagraphWords, phrase: Phrase): boolean {
  const end = Math.min(phrase.end, phrase.start + HEAD_REACH);
  for (let i = phrase.start; i < end; i++) if (words.isHuman(i)) return true;
  return false;
}
