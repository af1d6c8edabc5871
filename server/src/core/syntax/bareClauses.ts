import { CLASS, FINITE, GERUND, INFINITIVE, PARTICIPLE, THIRD, type VerbReading } from '../lexicon/wordClasses';
import { own } from '../members';
import { isFiniteVerb } from './finiteVerbs';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

// No subject of a reported clause is longer than this, nor what stands before it.
const LONGEST_SUBJECT = 16;
const LONGEST_LEAD = 25;

/**
 * English: whether a reported clause without "that" begins at a token: a subject and its finite verb, perhaps behind
 * "although …," or "by 2050,".
 */
export const startsFiniteClause = (words: ParagraphWords, at: number, limit: number): boolean =>
  startsClause(words, at, limit, false);

/**
 * The same after a verb that takes objects far more often than clauses ("announced a plan to sell", "confirmed the
 * closure"): then only a verb that can be nothing else makes a clause.
 */
export const startsClearClause = (words: ParagraphWords, at: number, limit: number): boolean =>
  startsClause(words, at, limit, true);

function startsClause(words: ParagraphWords, at: number, limit: number, objects: boolean): boolean {
  if (words.is(at, CLASS.conjunction)) return false;
  const lead = behindLead(words, at, limit);
  // "said although it rained, “nobody left”"
  if (lead > at && words.opens(lead)?.closed) return true;
  if (lead > at) return startsPlainClause(words, lead, limit, objects);
  return startsPlainClause(words, at, limit, objects);
}

/** The first token behind "although …," or "in March, …,": the same token where no such words stand there. */
function behindLead(words: ParagraphWords, at: number, limit: number): number {
  const subordinate = words.is(at, CLASS.subordinator);
  if (!subordinate && !words.is(at, CLASS.preposition)) return at;
  const stop = Math.min(limit, at + (subordinate ? LONGEST_LEAD : LONGEST_SUBJECT));
  for (let i = at + 1; i < stop; i++) {
    const text = words.at(i);
    if (text === ';' || text === ':' || words.opens(i) !== undefined) return at;
    if (text === ',') return i + 1;
    if (!subordinate && (words.is(i, CLASS.subject | CLASS.that) || words.is(i, CLASS.auxiliary | CLASS.being))) return at;
  }
  return at;
}

function startsPlainClause(words: ParagraphWords, at: number, limit: number, objects: boolean): boolean {
  const start = skipAdverbs(words, at, limit);
  if (words.is(start, CLASS.indefinite | CLASS.determiner)) {
    const verb = skipAdverbs(words, start + 1, limit);
    if (words.is(verb, CLASS.being | CLASS.auxiliary | CLASS.modal) && !words.lists.determinersOnly.has(words.at(start)))
      return !words.lists.infinitiveMarker.has(words.at(verb));
  }
  const phrase = nounPhraseAt(words, start, limit, 'left');
  if (phrase === undefined) return hasBareSubject(words, start, limit);
  if (phrase.kind === 'pronoun') return pronounClause(words, phrase, limit);
  if (words.has(start, GERUND) && !words.isCapital(start) && !words.isHuman(start)) return hasBareSubject(words, start, limit);
  return phraseClause(words, phrase, limit, objects);
}

/** "said this was late", "said there are none", "said adding salt is simple": subjects that are no noun phrase. */
function hasBareSubject(words: ParagraphWords, at: number, limit: number): boolean {
  if (words.lists.bareSubjects.has(words.at(at)) || words.is(at, CLASS.determiner))
    return isSureVerb(words, skipAdverbs(words, at + 1, limit));
  if (!words.has(at, GERUND)) return false;
  for (let i = at + 1; i < Math.min(limit, at + LONGEST_SUBJECT); i++) {
    if (/^[,;:]$/.test(words.at(i)) || words.is(i, CLASS.that | CLASS.relative) || words.opens(i) !== undefined) return false;
    if (isSureVerb(words, i)) return true;
  }
  return false;
}

/** it was, they never said, she “never” signed: the verb stands right behind a pronoun. */
function pronounClause(words: ParagraphWords, phrase: Phrase, limit: number): boolean {
  const verb = skipAdverbs(words, phrase.end, limit);
  const marked = words.opens(verb);
  if (marked !== undefined) return marked.closed && marked.close - verb < 4 && words.isWord(marked.close + 1);
  if (words.at(verb) === ',') return false;
  if (isSureVerb(words, verb) || isFiniteVerb(words, verb)) return true;
  // "told them details", but "said it plans", "said they met": the list holds the common verbs alone
  const object = words.is(phrase.start, CLASS.oblique) || !words.isWord(verb);
  return (
    !object &&
    words.info[verb]?.classes === 0 &&
    (words.lists.pastEnding.test(words.at(verb)) || words.lists.thirdPersonEnding.test(words.at(verb)))
  );
}

/** A noun phrase with what belongs to it, and then its verb. */
function phraseClause(words: ParagraphWords, phrase: Phrase, limit: number, objects: boolean): boolean {
  // "said Paul left", "said the road closed": the noun phrase cannot tell the verb from a participle
  if (!objects && hidesVerb(words, phrase)) return true;
  let head = phrase;
  let i = phrase.end;
  let away = false;
  const stop = Math.min(limit, phrase.end + LONGEST_SUBJECT);
  while (i < stop) {
    i = skipAdverbs(words, i, stop);
    const text = words.at(i);
    const marked = words.opens(i);
    if (marked !== undefined) {
      // "says the move “will cost jobs”"
      if (!marked.closed || objects) return false;
      return isSureVerb(words, i + 1) || isSureVerb(words, marked.close + 1) || isFiniteVerb(words, i + 1);
    }
    if (text === ',') return behindInsertion(words, i, limit);
    if (text === '(') {
      i = closing(words, i, stop);
      if (i < 0) return false;
      continue;
    }
    if (isSureVerb(words, i)) return true;
    if (!words.isWord(i) && words.tokens[i]?.kind !== 'number') return false;
    if (words.is(i, CLASS.that | CLASS.relative | CLASS.conjunction)) {
      // "said people who live there are": only where a clause is the rule
      if (objects || words.is(i, CLASS.conjunction)) return false;
      away = true;
      i = overRelative(words, i, stop);
      if (i < 0) return false;
      continue;
    }
    if (!objects && !away && isLikelyVerb(words, i) && agrees(words, head, i)) return true;
    if (objects && !away && isPlainVerb(words, head, i)) return true;
    if (words.is(i, CLASS.preposition) || words.lists.infinitiveMarker.has(words.at(i))) {
      const next = nounPhraseAt(words, skipInfinitive(words, i, objects), stop, 'left');
      // "writing for us before you go"
      if (
        next === undefined ||
        (next.kind === 'pronoun' && !words.is(next.start, CLASS.oblique) && !words.lists.objectPronouns.has(words.at(next.start)))
      )
        return false;
      head = words.is(i, CLASS.of) ? next : head;
      i = next.end;
      continue;
    }
    // "residents affected by the flood were": a participle belongs to the subject
    if (words.has(i, PARTICIPLE | GERUND)) {
      i++;
      continue;
    }
    const next = nounPhraseAt(words, i, stop, 'left');
    if (next === undefined || objects) return false;
    i = next.end;
  }
  return false;
}

/** Whether a verb stands within what was read as a noun phrase: before its end, an object, a preposition, a participle. */
function hidesVerb(words: ParagraphWords, phrase: Phrase): boolean {
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    if (!isLikelyVerb(words, i)) continue;
    if (i + 1 >= phrase.end || words.lists.gerundEnding.test(words.at(i + 1)) || words.isCapital(i + 1)) return true;
    if (
      words.is(i + 1, CLASS.determiner | CLASS.preposition | CLASS.oblique) ||
      words.lists.infinitiveMarker.has(words.at(i + 1))
    )
      return true;
  }
  return false;
}

/** "said the driver, named only as Tom, had fled". */
function behindInsertion(words: ParagraphWords, comma: number, limit: number): boolean {
  for (let k = comma + 2; k < Math.min(limit, comma + 14); k++) {
    if (words.opens(k) !== undefined || words.is(k, CLASS.that)) return false;
    if (words.at(k) === ',') return isSureVerb(words, k + 1) || isFiniteVerb(words, k + 1);
  }
  return false;
}

function closing(words: ParagraphWords, open: number, stop: number): number {
  for (let k = open + 1; k < stop; k++) if (words.at(k) === ')') return k + 1;
  return -1;
}

/** Behind the verb of a relative clause: from there on its object may stand, and the main verb. */
function overRelative(words: ParagraphWords, relative: number, stop: number): number {
  for (let k = relative + 1; k < stop; k++) {
    if (/^[,;:]$/.test(words.at(k))) return -1;
    if (isSureVerb(words, k) || isFiniteVerb(words, k)) {
      while (k < stop && (isSureVerb(words, k) || words.isAdverb(k) || words.has(k, PARTICIPLE | INFINITIVE))) k++;
      return k;
    }
  }
  return -1;
}

/** Over "to sell" to the object of the infinitive. */
const skipInfinitive = (words: ParagraphWords, i: number, objects: boolean): number =>
  words.lists.infinitiveMarker.has(words.at(i)) && !objects && words.has(i + 1, INFINITIVE) ? i + 2 : i + 1;

/** A form of be or have, or a modal: nothing else than a verb. */
function isSureVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i)) return false;
  if (words.is(i, CLASS.modal)) return !words.lists.infinitiveMarker.has(words.at(i)) && !words.is(i - 1, CLASS.determiner);
  if (words.is(i, CLASS.auxiliary | CLASS.being))
    return words.has(i, FINITE) && !words.lists.infinitiveMarker.has(words.at(i - 1));
  // 's and 're for is and are behind a pronoun alone; behind a noun a possessive
  return false;
}

/** Behind a whole noun phrase any finite form of the list, and any word in -ed, is its verb or that of a relative left short. */
function isLikelyVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i) || words.lists.infinitiveMarker.has(words.at(i))) return false;
  if (words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) return false;
  if (words.has(i, FINITE)) return !words.isHuman(i) && !words.is(i, CLASS.preposition);
  const form = words.at(i);
  if (words.info[i]?.classes !== 0 || form.length < 5) return false;
  // "Stone wishes to leave"
  if (words.lists.thirdPersonEnding.test(form) && !words.lists.singularEnding.test(form))
    return words.lists.infinitiveMarker.has(words.at(i + 1)) && words.isCapital(i - 1);
  return words.lists.pastEnding.test(form);
}

/** Whether a verb can be that of a subject: "the phone touches", "the phones touch", never "the phone touch". */
function agrees(words: ParagraphWords, subject: Phrase, i: number): boolean {
  const forms = words.info[i]?.forms ?? 0;
  if (forms & THIRD & (1 << 6)) return true;
  if (!(forms & INFINITIVE)) return true;
  return isPlural(words, subject);
}

/** Behind a verb that takes objects: a past or present that stands before an object of its own and is no participle. */
function isPlainVerb(words: ParagraphWords, subject: Phrase, i: number): boolean {
  if (!isFiniteVerb(words, i) || words.has(i, GERUND) || !agrees(words, subject, i)) return false;
  if (words.has(i, PARTICIPLE)) return false;
  const verb: VerbReading | undefined = words.verb(i);
  // "announced price rises", "adds video features"
  if (words.lists.thirdPersonEnding.test(words.at(i)) && verb !== undefined && verb.forms & THIRD)
    return (
      words.is(i + 1, CLASS.determiner | CLASS.oblique | CLASS.that) ||
      words.lists.infinitiveMarker.has(words.at(i + 1)) ||
      words.isCapital(i + 1)
    );
  return true;
}

/** Several things, as far as the words tell: officials, they, Reed and Stone. */
function isPlural(words: ParagraphWords, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun') return own(words.pack.pronouns, words.at(phrase.start))?.number === 'pl';
  if (words.pack.plural.has(words.at(phrase.start))) return true;
  for (let i = phrase.start; i < phrase.end; i++) if (words.lists.and.has(words.at(i))) return true;
  let last = phrase.end - 1;
  for (let i = phrase.start + 1; i < phrase.end; i++)
    if (words.is(i, CLASS.preposition | CLASS.of)) {
      last = i - 1;
      break;
    }
  const noun = words.at(last);
  return words.pack.pluralEndings.some((ending) => noun.endsWith(ending)) && !words.lists.singularEnding.test(noun);
}

function skipAdverbs(words: ParagraphWords, from: number, limit: number): number {
  let i = from;
  while (i < limit && words.isAdverb(i) && !words.lists.noAdverb.has(words.at(i))) i++;
  return i;
}
