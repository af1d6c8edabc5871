import { CLASS, FINITE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import type { ParagraphWords } from './paragraphWords';

/** A noun phrase that can be a speaker. Token indices, `end` exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly kind: 'pronoun' | 'name' | 'description';
}

/** What a noun phrase may take in: on the verb's right hand, "à l'AFP" belongs to the verb, on its left to the noun. */
export type Side = 'left' | 'right';

const HYPHEN = /^[-‑‐]$/;
const LONGEST = 60;

/** The noun phrase that begins at a token, without its appositions; undefined where none does. */
export function nounPhraseAt(words: ParagraphWords, at: number, limit: number, side: Side): Phrase | undefined {
  const pronoun = pronounAt(words, at, limit);
  if (pronoun !== undefined) return pronoun;
  // "souhaite se concentrer": a verb's clitic begins no noun phrase
  if (words.is(at, CLASS.clitic) && !words.is(at, CLASS.determiner) && !words.isCapital(at + 1)) return undefined;
  let i = at;
  let nouns = 0;
  let named = false;
  let human = false;
  let part = false;
  const stop = Math.min(limit, at + LONGEST);
  while (i < stop) {
    const token = words.tokens[i];
    if (token === undefined) break;
    if (token.kind === 'number') {
      i++;
      continue;
    }
    if (token.kind !== 'word') {
      const next = overPunctuation(words, i, at, stop);
      if (next === i) break;
      if (words.opens(i) !== undefined) {
        named = true;
        nouns++;
      }
      i = next;
      continue;
    }
    const glued = i > at && HYPHEN.test(words.at(i - 1)) && !words.spaced(i);
    if (!glued && endsPhrase(words, i, at, nouns, human, part, side, stop)) break;
    if (
      !words.is(i, CLASS.determiner) &&
      !words.is(i, CLASS.of) &&
      !words.is(i, CLASS.conjunction) &&
      !words.is(i, CLASS.preposition)
    ) {
      nouns++;
      const common = words.pack.capitalNouns && (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source));
      if (words.isCapital(i) && !(i === at && isSentenceCapital(words, i)) && !common) named = true;
      if (words.isHuman(i)) human = true;
      part = words.has(i, PARTICIPLE) && !words.isCapital(i);
    }
    i++;
  }
  i = withoutTail(words, at, i);
  if (i <= at || nouns === 0) return undefined;
  return { start: at, end: i, kind: named ? 'name' : 'description' };
}

/** A capital that only the beginning of a sentence gives: a determiner's, a noun's on the list. */
function isSentenceCapital(words: ParagraphWords, i: number): boolean {
  return (
    words.is(i, CLASS.determiner) ||
    words.is(i, CLASS.human) ||
    words.is(i, CLASS.institution) ||
    words.is(i, CLASS.source) ||
    words.isAdverb(i)
  );
}

function pronounAt(words: ParagraphWords, at: number, limit: number): Phrase | undefined {
  const form = words.at(at);
  if (!words.is(at, CLASS.subject) && !words.is(at, CLASS.oblique) && !words.is(at, CLASS.indefinite)) return undefined;
  let end = at + 1;
  if (HYPHEN.test(words.at(end)) && !words.spaced(end) && words.lists.pronounSuffix.has(words.at(end + 1))) end += 2;
  if (words.is(at, CLASS.indefinite)) {
    // l'un d'eux, certains des élus, many of them
    if (words.is(end, CLASS.of) && end + 1 < limit) {
      const rest = nounPhraseAt(words, end + 1, limit, 'right');
      if (rest !== undefined) end = rest.end;
    } else if (words.isWord(end) && !endsPhrase(words, end, at, 1, false, false, 'right', limit)) return undefined;
    return end <= limit ? { start: at, end, kind: 'description' } : undefined;
  }
  if (words.is(at, CLASS.determiner) && !words.is(at, CLASS.oblique) && !words.lists.determinerPronouns.has(form))
    return undefined;
  return end <= limit ? { start: at, end, kind: 'pronoun' } : undefined;
}

/** Over a hyphen, an abbreviation's stop, a bracket or a name in marks inside a phrase; the same index where the phrase ends. */
function overPunctuation(words: ParagraphWords, i: number, at: number, stop: number): number {
  const text = words.at(i);
  const before = words.tokens[i - 1];
  if (i > at && HYPHEN.test(text) && !words.spaced(i) && !words.spaced(i + 1)) {
    return words.is(i + 1, CLASS.subject) && !words.isCapital(i + 1) && !words.lists.tiedPronouns.has(words.at(i + 1))
      ? i
      : i + 1;
  }
  if (i > at && (text === '5,5' || text === '%' || text === '/' || text === '&' || text === '’' || text === "'") && i + 1 < stop)
    return i + 1;
  if (text === '.' && before?.kind === 'word' && !words.spaced(i) && i + 1 < stop) {
    const form = before.text.toLowerCase();
    if (form.length === 1 || words.pack.honorifics.has(form) || words.pack.abbreviations?.has(form)) return i + 1;
    return i;
  }
  if (i > at && (text === '(' || text === '[')) {
    for (let k = i + 1; k < Math.min(stop, i + 14); k++) if (words.at(k) === ')' || words.at(k) === ']') return k + 1;
    return i;
  }
  const stretch = words.opens(i);
  if (stretch?.closed && stretch.close - i <= 6 && stretch.close < stop && words.isCapital(i + 1) && i > at)
    return stretch.close + 1;
  return i;
}

function endsPhrase(
  words: ParagraphWords,
  i: number,
  at: number,
  nouns: number,
  human: boolean,
  part: boolean,
  side: Side,
  stop: number,
): boolean {
  // sous-préfet, vice-président, contre-amiral, porte-parole
  if (HYPHEN.test(words.at(i + 1)) && !words.spaced(i + 1) && !words.spaced(i + 2) && !words.is(i + 2, CLASS.subject))
    return false;
  if (words.is(i, CLASS.of))
    return i > at ? !continues(words, i + 1, stop) : !words.is(i, CLASS.determiner) && !pluralOpening(words, i);
  if (words.is(i, CLASS.that) || words.is(i, CLASS.relative) || words.is(i, CLASS.subordinator)) return true;
  // "Angèle entr'ouvrit"
  if (i > at && words.info[i]?.classes === 0 && !words.isCapital(i) && words.at(i).endsWith("'")) return true;
  // "Anna Dohle hält": behind a noun nothing small belongs to its phrase but what governs another noun
  if (words.pack.capitalNouns && i > at && words.isCapital(i - 1) && !words.isCapital(i))
    return !words.is(i, CLASS.determiner | CLASS.conjunction | CLASS.preposition | CLASS.particle);
  if (words.is(i, CLASS.conjunction)) {
    if (i === at || nouns === 0) return true;
    if (!words.lists.and.has(words.at(i)) && words.at(i) !== '&') return true;
    return (
      !(words.is(i + 1, CLASS.determiner) || words.isCapital(i + 1) || words.isHuman(i + 1)) ||
      startsClause(words, i + 1, stop, side)
    );
  }
  if (words.is(i, CLASS.determiner))
    return (
      nouns > 0 &&
      i > at &&
      !words.is(i - 1, CLASS.of) &&
      !words.is(i - 1, CLASS.preposition) &&
      !words.is(i - 1, CLASS.conjunction) &&
      !words.is(i - 1, CLASS.determiner) &&
      !words.isCapital(i)
    );
  if (words.is(i, CLASS.preposition)) {
    if (i === at || nouns === 0) return true;
    if (part) return false;
    if (words.is(i, CLASS.particle) && words.isCapital(i + 1) && words.isCapital(i - 1)) return false;
    if (words.isCapital(i - 1) && !words.is(i - 1, CLASS.institution)) return true;
    if (side === 'left') return !human || !continues(words, i + 1, stop);
    return !(human && words.is(i, CLASS.particle) === false && takesOffice(words, i) && continues(words, i + 1, stop));
  }
  if (words.is(i, CLASS.time) && !words.is(i - 1, CLASS.of) && !words.is(i - 1, CLASS.determiner)) return true;
  if (words.is(i, CLASS.subject) && !words.isCapital(i)) return true;
  if (words.is(i, CLASS.negation)) return true;
  if (words.is(i, CLASS.modal) && words.info[i]?.verb === undefined && !words.isCapital(i)) return true;
  if (words.is(i, CLASS.auxiliary) || words.is(i, CLASS.being))
    return !(words.isCapital(i) && i > at) && !words.is(i - 1, CLASS.determiner);
  if (words.isCapital(i)) return false;
  if (words.is(i, CLASS.clitic) && i > at) return true;
  if (words.is(i, CLASS.human) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return false;
  if (words.has(i, FINITE) && i > at) {
    const before = i - 1;
    if (words.is(before, CLASS.determiner) || words.is(before, CLASS.of) || words.is(before, CLASS.preposition)) return false;
    // "in a blog post": one thing has no verb in this form
    if (words.features.nounVerbHomographs && words.has(i, INFINITIVE) && words.lists.singular.has(words.at(at))) return false;
    // "parti", "mort": a participle behind its noun stays with it
    return !words.has(i, PARTICIPLE) || words.has(i, INFINITIVE);
  }
  if (words.has(i, GERUND) && i > at && !words.isHuman(i) && !words.is(i - 1, CLASS.determiner)) return true;
  if (words.isAdverb(i)) return i > at && nouns > 0;
  return false;
}

/** "d'autres sources", "de nombreux élus": de in place of a plural article. */
const pluralOpening = (words: ParagraphWords, i: number): boolean => words.is(i + 1, CLASS.many);

/** "ministre délégué à", "chercheuse au", "professor at": offices that take another preposition than de. */
function takesOffice(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  if (words.lists.officeLinks.has(form)) return true;
  if (!words.lists.officePrepositions.has(form)) return false;
  // "a dit la ministre à l'AFP": only behind what names an office does the preposition stay with the noun
  return words.is(i - 1, CLASS.office);
}

/** Whether something that belongs to a noun phrase follows a preposition. */
function continues(words: ParagraphWords, i: number, stop: number): boolean {
  if (i >= stop) return false;
  if (words.tokens[i]?.kind === 'number') return true;
  if (words.opens(i) !== undefined) return true;
  return (
    words.isWord(i) &&
    !words.is(i, CLASS.that) &&
    !words.is(i, CLASS.subject) &&
    !(words.is(i, CLASS.relative) && !words.is(i, CLASS.determiner))
  );
}

/** Behind "et": a new clause, not a second noun ("… et le maire répond"). */
function startsClause(words: ParagraphWords, i: number, stop: number, side: Side): boolean {
  if (side === 'left') return false;
  for (let k = i + 1; k < Math.min(stop, i + 12); k++) {
    const text = words.at(k);
    if (text === ',' || text === '.' || text === ';' || text === ':') return false;
    if (words.is(k, CLASS.that)) return false;
    if (
      (words.is(k, CLASS.auxiliary) || words.is(k, CLASS.being) || (words.has(k, FINITE) && !words.has(k, PARTICIPLE))) &&
      !words.is(k - 1, CLASS.determiner) &&
      !words.isCapital(k)
    )
      return true;
  }
  return false;
}

/** Without a conjunction, preposition, determiner or adverb left over at the end. */
function withoutTail(words: ParagraphWords, at: number, end: number): number {
  let i = end;
  while (i > at) {
    const last = i - 1;
    const text = words.at(last);
    const loose =
      words.is(last, CLASS.of) ||
      words.is(last, CLASS.conjunction) ||
      (words.is(last, CLASS.preposition) && !words.isCapital(last)) ||
      (words.is(last, CLASS.determiner) && !words.is(last, CLASS.oblique) && words.tokens[last]?.kind !== 'number') ||
      HYPHEN.test(text) ||
      text === '/';
    if (!loose) break;
    i--;
  }
  return i;
}

/** Only capitals, particles and hyphens: a name with nothing that describes. */
export function isBareName(words: ParagraphWords, phrase: Phrase): boolean {
  if (!words.isCapital(phrase.start) || words.is(phrase.start, CLASS.determiner)) return false;
  for (let i = phrase.start; i < phrase.end; i++) {
    const token = words.tokens[i];
    if (token?.kind === 'word' && !words.isCapital(i) && !words.is(i, CLASS.particle) && !words.is(i, CLASS.of)) return false;
  }
  return true;
}
