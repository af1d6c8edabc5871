import { isFiniteVerb } from './finiteVerbs';
import { CLASS, FINITE, INFINITIVE, PARTICIPLE } from './lexicon';
import { nounPhraseAt, type Phrase } from './phrases';
import type { Words } from './words';

/** How far a noun phrase reaches: that of a noun takes its own "à …" and "devant …", that of a verb's object leaves them to the verb. */
export interface Reach {
  readonly limit: number;
  readonly governor: 'noun' | 'verb';
}

// No phrase that a reader would call one is longer; it bounds the work.
const LONGEST = 80;

/** The noun phrase that begins at a token with all that depends on it: complements, participles, marked words, relative clauses. */
export function wholePhrase(words: Words, at: number, { limit, governor }: Reach): Phrase | undefined {
  const base = nounPhraseAt(words, at, limit, 'left') ?? markedNoun(words, at, limit);
  if (base === undefined || base.kind === 'pronoun') return undefined;
  return { start: at, end: overDependents(words, base.end, { limit, governor }), kind: base.kind };
}

/** cette « affaire dans l'affaire »: a determiner with its noun in marks. */
function markedNoun(words: Words, at: number, limit: number): Phrase | undefined {
  const stretch = words.is(at, CLASS.determiner) ? words.opens(at + 1) : undefined;
  return stretch?.closed && stretch.close < limit ? { start: at, end: stretch.close + 1, kind: 'description' } : undefined;
}

/** Where a noun phrase ends whose noun stands before a token: behind all that depends on it. */
export function overDependents(words: Words, from: number, { limit, governor }: Reach): number {
  const stop = Math.min(limit, from + LONGEST);
  let end = from;
  while (end < stop) {
    const next = overDependent(words, end, stop, governor);
    if (next <= end) break;
    end = next;
  }
  return Math.min(end, limit);
}

/** Over one thing that depends on the phrase; the same index where the phrase ends. */
function overDependent(words: Words, i: number, stop: number, governor: Reach['governor']): number {
  const text = words.at(i);
  if (text === '(') return behindBracket(words, i, stop);
  const stretch = words.opens(i);
  if (stretch !== undefined) return stretch.closed && stretch.close < stop ? stretch.close + 1 : i;
  // ", selon laquelle …"
  const comma = text === ',' ? i + 1 : i;
  if (words.is(comma, CLASS.preposition) && words.lists.boundRelative.test(words.at(comma + 1)))
    return relativeEnd(words, comma + 2, stop);
  if (text === ',' || !words.isWord(i)) return i;
  if (words.is(i, CLASS.relative | CLASS.that)) return relativeEnd(words, i + 1, stop);
  if (words.is(i, CLASS.conjunction)) return overCoordination(words, i, stop);
  if (words.is(i, CLASS.preposition)) return overPreposition(words, i, stop, governor);
  if (words.has(i, PARTICIPLE) && !isFiniteVerb(words, i)) return i + 1;
  return words.isAdverb(i) && words.has(i + 1, PARTICIPLE) ? i + 1 : i;
}

function behindBracket(words: Words, i: number, stop: number): number {
  for (let k = i + 1; k < stop; k++) if (words.at(k) === ')') return k + 1;
  return i;
}

/** "de la mairie", "à prendre", "de rouvrir le port": a preposition with its noun phrase or its infinitive. */
function overPreposition(words: Words, i: number, stop: number, governor: Reach['governor']): number {
  const verbs = governor === 'verb' && (words.lists.contracted.has(words.at(i)) || words.pack.occasions.has(words.at(i)));
  if (verbs) return i;
  let at = i + 1;
  // auprès de, jusqu'au
  if (words.is(at, CLASS.of) && !words.is(i, CLASS.of)) at++;
  else if (words.lists.upTo.test(words.at(i)) && words.is(at, CLASS.preposition)) at++;
  while (words.is(at, CLASS.clitic) && words.has(at + 1, INFINITIVE)) at++;
  if (words.has(at, INFINITIVE) && !words.is(at, CLASS.human)) {
    const object = nounPhraseAt(words, at + 1, stop, 'left');
    return object?.end ?? at + 1;
  }
  if (governor === 'verb' && words.lists.toSomebody.has(words.at(i)) && (words.isCapital(at) || words.isHuman(at + 1))) return i;
  return nounPhraseAt(words, at, stop, 'left')?.end ?? i;
}

/** "et la fin des travaux", "et de la route": not "et le maire répond". */
function overCoordination(words: Words, i: number, stop: number): number {
  if (!words.lists.joinsNouns.has(words.at(i))) return i;
  const preposed = words.is(i + 1, CLASS.preposition) && !words.is(i + 1, CLASS.determiner);
  const at = preposed ? i + 2 : i + 1;
  if (!preposed && !words.is(at, CLASS.determiner)) return i;
  const next = nounPhraseAt(words, at, stop, 'left');
  if (next === undefined || next.kind === 'pronoun') return i;
  let verb = next.end;
  while (words.is(verb, CLASS.clitic) || words.isAdverb(verb)) verb++;
  return isFiniteVerb(words, verb) ? i : next.end;
}

/**
 * Where a relative clause ends: before the second verb that no conjunction, relative or pronoun leads to.
 * @param from - behind its pronoun, or behind its own verb
 * @param before - how many of its verbs stand before `from`: none, or its own
 */
export function relativeEnd(words: Words, from: number, stop: number, before: 0 | 1 = 0): number {
  let verbs: number = before;
  let i = from;
  for (; i < stop; i++) {
    const text = words.at(i);
    if (/^[;:]$/.test(text)) break;
    const stretch = words.opens(i);
    if (stretch?.closed && stretch.close < stop) {
      i = stretch.close;
      continue;
    }
    // "qu'elle avance fait peur": what could be a participle is none right behind another verb
    const second = before === 1 && i === from && words.has(i, FINITE) && words.has(i, PARTICIPLE);
    // "selon la tradition le sort se joua": behind an article at the clause's head stands its noun
    const noun = i === from + 1 && words.is(from, CLASS.determiner);
    if (noun || (!second && !isFiniteVerb(words, i))) continue;
    let left = i;
    while (left > from && (words.is(left - 1, CLASS.clitic) || words.isAdverb(left - 1))) left--;
    if (verbs++ === 0) continue;
    if (words.is(left - 1, CLASS.relative | CLASS.that | CLASS.conjunction | CLASS.subordinator | CLASS.subject)) continue;
    i = left;
    break;
  }
  while (i > from && /^[.!?…,]$/.test(words.at(i - 1))) i--;
  return i;
}

/**
 * The whole subject before a verb, with insertions ("Des cas de jaunisse, parfois graves,"); adverbials before it left out.
 * @param left - first token of the verb, its clitics and negation
 */
export function wholeSubject(words: Words, left: number, floor: number): Phrase | undefined {
  let k = left - 1;
  while (k >= floor && k > left - LONGEST) {
    if (/^[;:.]$/.test(words.at(k)) || words.is(k, CLASS.that | CLASS.subordinator)) break;
    // ", dont certaines graves," has no verb of its own
    if (words.is(k, CLASS.relative) && words.at(k - 1) !== ',') break;
    if (isFiniteVerb(words, k)) break;
    k--;
  }
  for (let at = k + 1; at < left; ) {
    while (at < left && (words.is(at, CLASS.conjunction) || (words.isAdverb(at) && !words.is(at, CLASS.determiner)))) at++;
    const article = words.is(at, CLASS.determiner) || words.tokens[at]?.kind === 'number';
    const phrase = article ? nounPhraseAt(words, at, left, 'left') : undefined;
    if (phrase !== undefined && phrase.kind !== 'pronoun') {
      let end = left;
      while (end > at && words.at(end - 1) === ',') end--;
      return { start: at, end, kind: phrase.kind };
    }
    while (at < left && words.at(at) !== ',') at++;
    at++;
  }
  return undefined;
}
