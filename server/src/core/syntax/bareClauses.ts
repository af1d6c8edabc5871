import { CLASS, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import { agreesWith, isLikelyVerb, isPlainVerb, isSureVerb } from './clauseVerbs';
import { isFiniteVerb } from './finiteVerbs';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

// No subject of a reported clause is longer than this, nor what stands before it.
const MAX_SUBJECT = 16;
const MAX_LEAD = 25;

/**
 * English: whether a reported clause without "that" begins at a token: a subject and its finite verb, perhaps after
 * "although …," or "by 2050,".
 */
export const startsFiniteClause = (words: ParagraphWords, at: number, limit: number): boolean =>
  startsClause({ words, limit, needs: 'likely verb' }, at);

/**
 * The same after a verb that takes objects far more often than clauses ("announced a plan to sell", "confirmed the
 * closure"): then only a verb that can be nothing else makes a clause.
 */
export const startsClearClause = (words: ParagraphWords, at: number, limit: number): boolean =>
  startsClause({ words, limit, needs: 'clear verb' }, at);

/** Where a clause may begin. */
interface ClauseStart {
  readonly words: ParagraphWords;
  readonly limit: number;
  /** What makes a clause of a noun phrase: a form that is a verb as a rule, or one that can be nothing else. */
  readonly needs: 'likely verb' | 'clear verb';
}

function startsClause(start: ClauseStart, at: number): boolean {
  const { words, limit } = start;
  if (words.is(at, CLASS.conjunction)) return false;
  const lead = afterLead(words, at, limit);
  // "said although it rained, “nobody left”"
  if (lead > at && words.opens(lead)?.closed) return true;
  const subject = overCorrelative(words, skipAdverbs(words, lead, limit));
  return hasDeterminerSubject(words, subject, limit) ?? hasPhraseSubject(start, subject);
}

/** "neither the mayor nor the clerk", "both towns": the first noun phrase, unless its verb follows at once. */
const overCorrelative = (words: ParagraphWords, at: number): number =>
  words.lists.correlatives.has(words.at(at)) && (words.is(at + 1, CLASS.determiner) || words.isCapital(at + 1)) ? at + 1 : at;

/** The first token after "although …," or "in March, …,": the same token where no such words stand there. */
function afterLead(words: ParagraphWords, at: number, limit: number): number {
  const subordinate = words.is(at, CLASS.subordinator);
  if (!subordinate && !words.is(at, CLASS.preposition)) return at;
  const stop = Math.min(limit, at + (subordinate ? MAX_LEAD : MAX_SUBJECT));
  const opensClause = CLASS.subject | CLASS.that | CLASS.auxiliary | CLASS.being;
  for (let i = at + 1; i < stop; i++) {
    if (words.at(i) === ',') return i + 1;
    if (/^[;:]$/.test(words.at(i)) || words.opens(i) !== undefined) return at;
    if (!subordinate && words.is(i, opensClause)) return at;
  }
  return at;
}

/** "many were late", "this is late"; undefined where no verb stands right after the determiner. */
function hasDeterminerSubject(words: ParagraphWords, at: number, limit: number): boolean | undefined {
  if (!words.is(at, CLASS.indefinite | CLASS.determiner) || words.lists.determinersOnly.has(words.at(at))) return undefined;
  const verb = skipAdverbs(words, at + 1, limit);
  if (!words.is(verb, CLASS.being | CLASS.auxiliary | CLASS.modal)) return undefined;
  return !words.lists.infinitiveMarker.has(words.at(verb));
}

function hasPhraseSubject(start: ClauseStart, at: number): boolean {
  const { words, limit } = start;
  const phrase = nounPhraseAt(words, at, limit, 'left');
  if (phrase?.kind === 'pronoun') return isPronounClause(words, phrase, limit);
  const gerund = words.has(at, GERUND) && !words.isCapital(at) && !words.isHuman(at);
  return phrase === undefined || gerund ? hasBareSubject(words, at, limit) : isPhraseClause(start, phrase);
}

/** "said this was late", "said there are none", "said adding salt is simple": subjects that are not noun phrases. */
function hasBareSubject(words: ParagraphWords, at: number, limit: number): boolean {
  if (words.lists.bareSubjects.has(words.at(at)) || words.is(at, CLASS.determiner))
    return isSureVerb(words, skipAdverbs(words, at + 1, limit));
  if (!words.has(at, GERUND)) return false;
  const end = Math.min(limit, at + MAX_SUBJECT);
  for (let i = at + 1; i < end; i++) {
    if (/^[,;:]$/.test(words.at(i)) || words.is(i, CLASS.that | CLASS.relative) || words.opens(i) !== undefined) return false;
    if (isSureVerb(words, i)) return true;
  }
  return false;
}

/** it was, they never said, she “never” signed: the verb stands right after a pronoun. */
function isPronounClause(words: ParagraphWords, phrase: Phrase, limit: number): boolean {
  const verb = skipAdverbs(words, coordinatedEnd(words, phrase, limit), limit);
  const quoted = words.opens(verb);
  if (quoted !== undefined) return quoted.closed && quoted.close - verb < 4 && words.isWord(quoted.close + 1);
  if (isSureVerb(words, verb) || isFiniteVerb(words, verb)) return true;
  // "told them details", but "said it plans", "said they met": the lexicon holds the common verbs alone
  if (words.is(phrase.start, CLASS.oblique) || !words.isWord(verb) || words.info[verb]?.classes !== 0) return false;
  return words.lists.pastEnding.test(words.at(verb)) || words.lists.thirdPersonEnding.test(words.at(verb));
}

/** "she and others", "he and his brother": where a subject that begins with a pronoun ends. */
function coordinatedEnd(words: ParagraphWords, phrase: Phrase, limit: number): number {
  if (!words.lists.and.has(words.at(phrase.end))) return phrase.end;
  const next = phrase.end + 1;
  if (words.is(next, CLASS.indefinite)) return next + 1;
  const other = nounPhraseAt(words, next, limit, 'left');
  return other !== undefined && other.kind !== 'pronoun' ? other.end : phrase.end;
}

/** What follows a noun phrase, as far as it has been read. */
interface SubjectState extends ClauseStart {
  readonly stop: number;
  /** The phrase that the verb agrees with. */
  head: Phrase;
  /** Whether a relative clause has been read: the next verb may be its own. */
  away: boolean;
}

/** A noun phrase with what belongs to it, and then its verb. */
function isPhraseClause(start: ClauseStart, phrase: Phrase): boolean {
  const { words, limit, needs } = start;
  // "said Paul left", "said the road closed": read as a noun phrase, the verb looks like a participle
  if (needs === 'likely verb' && hidesVerb(words, phrase)) return true;
  const stop = Math.min(limit, phrase.end + MAX_SUBJECT);
  const state: SubjectState = { words, limit, needs, stop, head: phrase, away: false };
  let i = phrase.end;
  while (i < stop) {
    const next = firstAnswer(SUBJECT_TAILS, state, skipAdverbs(words, i, stop)) ?? NO_CLAUSE;
    if (next < 0) return next === CLAUSE;
    i = next;
  }
  return false;
}

// Answers of a subject's tails that end the search; a token's index goes on.
const CLAUSE = -1;
const NO_CLAUSE = -2;

const verdict = (isClause: boolean): number => (isClause ? CLAUSE : NO_CLAUSE);

/** What may follow a subject: the verb, what shows that there is none, or what belongs to the subject, which is stepped over. */
type Tail = Strategy<SubjectState, number>;

/** "says the move “will cost jobs”" */
const quotedVerb: Tail = {
  id: 'subject-tail/quoted-verb',
  find({ words, needs }, i) {
    const quoted = words.opens(i);
    if (quoted === undefined) return undefined;
    if (!quoted.closed || needs === 'clear verb') return NO_CLAUSE;
    return verdict(isSureVerb(words, i + 1) || isSureVerb(words, quoted.close + 1) || isFiniteVerb(words, i + 1));
  },
};

/** "said the driver, named only as Tom, had fled" */
const insertion: Tail = {
  id: 'subject-tail/insertion',
  find: ({ words, limit }, i) => (words.at(i) === ',' ? verdict(verbFollowsInsertion(words, i, limit)) : undefined),
};

function verbFollowsInsertion(words: ParagraphWords, comma: number, limit: number): boolean {
  const end = Math.min(limit, comma + 14);
  for (let k = comma + 2; k < end; k++) {
    if (words.opens(k) !== undefined || words.is(k, CLASS.that)) return false;
    if (words.at(k) === ',') return isSureVerb(words, k + 1) || isFiniteVerb(words, k + 1);
  }
  return false;
}

/** "said the driver (34) had fled" */
const bracket: Tail = {
  id: 'subject-tail/bracket',
  find({ words, stop }, i) {
    if (words.at(i) !== '(') return undefined;
    for (let k = i + 1; k < stop; k++) if (words.at(k) === ')') return k + 1;
    return NO_CLAUSE;
  },
};

/** "said the driver had fled" */
const sureVerb: Tail = {
  id: 'subject-tail/sure-verb',
  find: ({ words }, i) => (isSureVerb(words, i) ? CLAUSE : undefined),
};

/** "said neither the mayor nor her staff had left": a second noun phrase, where a clause is the rule. */
const coordination: Tail = {
  id: 'subject-tail/coordination',
  find({ words, needs, stop }, i) {
    if (!words.is(i, CLASS.conjunction)) return undefined;
    const heads = words.is(i + 1, CLASS.determiner) || words.isCapital(i + 1);
    const next = needs === 'likely verb' && heads ? nounPhraseAt(words, i + 1, stop, 'left') : undefined;
    return next === undefined || next.kind === 'pronoun' ? NO_CLAUSE : next.end;
  },
};

/** "said people who live there are": only where a clause is the rule. */
const relativeClause: Tail = {
  id: 'subject-tail/relative-clause',
  find(state, i) {
    const { words, needs, stop } = state;
    if (!words.is(i, CLASS.that | CLASS.relative)) return undefined;
    if (needs === 'clear verb') return NO_CLAUSE;
    state.away = true;
    return overRelative(words, i, stop);
  },
};

/** After the verb of a relative clause: from there on its object may stand, and the main verb. */
function overRelative(words: ParagraphWords, relative: number, stop: number): number {
  let k = relative + 1;
  while (k < stop && !isSureVerb(words, k) && !isFiniteVerb(words, k)) {
    if (/^[,;:]$/.test(words.at(k))) return NO_CLAUSE;
    k++;
  }
  if (k >= stop) return NO_CLAUSE;
  while (k < stop && (isSureVerb(words, k) || words.isAdverb(k) || words.has(k, PARTICIPLE | INFINITIVE))) k++;
  return k;
}

/** "said officials report losses", "announced officials reported it" */
const ownVerb: Tail = {
  id: 'subject-tail/own-verb',
  find({ words, needs, head, away }, i) {
    if (away) return undefined;
    const isVerb = needs === 'clear verb' ? isPlainVerb(words, head, i) : isLikelyVerb(words, i) && agreesWith(words, head, i);
    return isVerb ? CLAUSE : undefined;
  },
};

/** "said the plan for the port would", "said the plan to sell the port would": another noun phrase of the subject. */
const prepositional: Tail = {
  id: 'subject-tail/prepositional',
  find(state, i) {
    const { words, stop } = state;
    if (!words.is(i, CLASS.preposition) && !words.lists.infinitiveMarker.has(words.at(i))) return undefined;
    const next = nounPhraseAt(words, governedFrom(state, i), stop, 'left');
    // "writing for us before you go"
    if (next === undefined || (next.kind === 'pronoun' && !isObject(words, next.start))) return NO_CLAUSE;
    if (words.is(i, CLASS.of)) state.head = next;
    return next.end;
  },
};

const isObject = (words: ParagraphWords, pronoun: number): boolean =>
  words.is(pronoun, CLASS.oblique) || words.lists.objectPronouns.has(words.at(pronoun));

/** After a preposition, or after "to sell" where its object begins. */
const governedFrom = ({ words, needs }: SubjectState, i: number): number =>
  needs === 'likely verb' && words.lists.infinitiveMarker.has(words.at(i)) && words.has(i + 1, INFINITIVE) ? i + 2 : i + 1;

/** "residents affected by the flood were": a participle belongs to the subject. */
const participle: Tail = {
  id: 'subject-tail/participle',
  find: ({ words }, i) => (words.has(i, PARTICIPLE | GERUND) ? i + 1 : undefined),
};

/** "said the town hall staff": one more noun phrase. */
const nextPhrase: Tail = {
  id: 'subject-tail/next-phrase',
  find({ words, stop, needs }, i) {
    if (needs === 'clear verb' || !(words.isWord(i) || words.tokens[i]?.kind === 'number')) return NO_CLAUSE;
    return nounPhraseAt(words, i, stop, 'left')?.end ?? NO_CLAUSE;
  },
};

/** What is asked, in this order, of each token after a subject. */
export const SUBJECT_TAILS: readonly Tail[] = [
  quotedVerb,
  insertion,
  bracket,
  sureVerb,
  coordination,
  relativeClause,
  ownVerb,
  prepositional,
  participle,
  nextPhrase,
];

/** Whether a verb stands within what was read as a noun phrase: before its end, an object, a preposition, a participle. */
function hidesVerb(words: ParagraphWords, phrase: Phrase): boolean {
  for (let i = phrase.start + 1; i < phrase.end; i++)
    if (isLikelyVerb(words, i) && (i + 1 >= phrase.end || beginsObject(words, i + 1))) return true;
  return false;
}

const beginsObject = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.determiner | CLASS.preposition | CLASS.oblique) ||
  words.isCapital(i) ||
  words.lists.verbParticles.has(words.at(i)) ||
  words.lists.gerundEnding.test(words.at(i)) ||
  words.lists.infinitiveMarker.has(words.at(i));

function skipAdverbs(words: ParagraphWords, from: number, limit: number): number {
  let i = from;
  while (i < limit && words.isAdverb(i) && !words.lists.noAdverb.has(words.at(i))) i++;
  return i;
}
