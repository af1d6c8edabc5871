import { CLASS, FINITE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { isFiniteVerb, isPastForm } from './finiteVerbs';
import { governedPhrase, phraseEndingAt, voiceBefore } from './nounPhraseSearch';
import { isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

/** The subject of the finite verb whose clitics and auxiliaries begin at a token. */
export function subjectBefore(words: ParagraphWords, left: number, floor: number, depth = 0): Phrase | undefined {
  let k = left - 1;
  while (k >= floor && words.isAdverb(k) && !words.is(k, CLASS.indefinite)) k--;
  if (k < floor) return undefined;
  if (words.is(k, CLASS.relative) && isSubjectRelative(words, k)) return antecedent(words, k, floor);
  const pronoun = adjacentPronoun(words, k, floor);
  if (pronoun !== undefined) return pronoun;
  if (words.at(k) === ',') return acrossInsertions(words, k, floor);
  const start = segmentStart(words, k, floor);
  const found = inSegment(words, start, k + 1, floor, depth);
  if (found !== undefined) return found;
  // an insertion without its first comma, or a clause of its own: the phrase before it
  return words.at(start - 1) === ',' ? acrossInsertions(words, start - 1, floor) : undefined;
}

const isSubjectRelative = (words: ParagraphWords, k: number): boolean => words.lists.subjectRelatives.has(words.at(k));

function adjacentPronoun(words: ParagraphWords, k: number, floor: number): Phrase | undefined {
  const suffix = words.lists.pronounSuffix.has(words.at(k)) && /^[-‑]$/.test(words.at(k - 1)) ? 2 : 0;
  const at = k - suffix;
  if (at < floor) return undefined;
  if (words.is(at, CLASS.subject) && !(words.is(at, CLASS.determiner) && !words.is(at, CLASS.oblique))) {
    if (/^[-‑]$/.test(words.at(at - 1)) && !words.spaced(at)) return undefined;
    return { start: at, end: k + 1, kind: 'pronoun' };
  }
  if (words.is(at, CLASS.indefinite) && !words.is(at - 1, CLASS.of)) {
    const start = words.is(at - 1, CLASS.determiner) ? at - 1 : at;
    return { start, end: k + 1, kind: 'description' };
  }
  return undefined;
}

/** The phrase that a relative pronoun takes up. */
function antecedent(words: ParagraphWords, k: number, floor: number): Phrase | undefined {
  const end = words.at(k - 1) === ',' ? k - 1 : k;
  if (end <= floor) return undefined;
  const start = segmentStart(words, end - 1, floor);
  const found = phraseEndingAt(words, start, end, floor) ?? governedPhrase(words, start, end);
  if (found === undefined) return words.features.detachedSubjects ? voiceBefore(words, start, end) : undefined;
  // "le chef de mission pour la Sagoura, qui estime": who has a voice, not where that is
  if (words.features.bareTimeAdverbs && words.is(found.end - 1, CLASS.time))
    return voiceBefore(words, start, found.start) ?? found;
  const whole = nounPhraseAt(words, start, end, 'left');
  const behind = words.is(found.start - 1, CLASS.preposition) && found.start > start && !describes(words, found);
  if (behind && whole !== undefined && whole.end >= found.start - 1 && whole.kind !== 'pronoun' && describes(words, whole))
    return joinTitle(words, { start, end, kind: whole.kind }, floor);
  return joinTitle(words, found, floor);
}

/** Where the run of tokens up to `k` begins that no comma, colon or bracket cuts; marked stretches are stepped over. */
export function segmentStart(words: ParagraphWords, k: number, floor: number): number {
  let i = k;
  while (i >= floor) {
    const stretch = words.closes(i);
    // a quotation that ends with punctuation, or is long, is no part of a noun phrase
    if (stretch !== undefined && (stretch.close - stretch.open > 8 || /^[.,!?…;]$/.test(words.at(i - 1)))) break;
    if (stretch !== undefined && stretch.open >= floor) {
      i = stretch.open - 1;
      continue;
    }
    if (words.at(i) === ')') {
      let back = i - 1;
      while (back > floor && back > i - 30 && words.at(back) !== '(') back--;
      if (words.at(back) === '(') {
        i = back - 1;
        continue;
      }
    }
    if (isBoundary(words, i)) break;
    i--;
  }
  return i + 1;
}

function isBoundary(words: ParagraphWords, i: number): boolean {
  const text = words.at(i);
  if (text === ',' || text === ';' || text === ':' || text === '(' || text === '!' || text === '?' || text === '…') return true;
  if (/^[-–—]$/.test(text) && words.spaced(i)) return true;
  if (words.opens(i) !== undefined || words.closes(i) !== undefined) return true;
  return text === '.' && words.spaced(i + 1) && words.isCapital(i + 1) && (words.tokens[i - 1]?.text.length ?? 0) > 3;
}

/** The subject within one segment that reaches up to the verb. */
function inSegment(words: ParagraphWords, from: number, end: number, floor: number, depth: number): Phrase | undefined {
  let start = from;
  while (
    start < end &&
    (words.is(start, CLASS.conjunction) || words.isAdverb(start) || !/[\p{L}\p{N}«"“]/u.test(words.at(start)[0] ?? '')) &&
    !words.is(start, CLASS.indefinite)
  )
    start++;
  // "X refuse, et annonce que": nothing but the conjunction behind the comma
  if (start >= end)
    return depth < 2 && words.is(end - 1, CLASS.conjunction) ? sharedSubject(words, from, end - 1, floor, depth + 1) : undefined;
  const last = end - 1;
  // "Anne Morel, représentant le port a annoncé": an insertion without its second comma
  if (words.has(start, GERUND) && !words.isCapital(start) && words.at(start - 1) === ',' && start - 1 > floor) {
    const across = acrossInsertions(words, start - 1, floor);
    if (across !== undefined) return across;
  }
  // "la menace pèse même si les autorités ont assuré": the subject stands in the verb's own clause
  // "After Reed said that …"
  if (words.features.detachedSubjects && words.is(start, CLASS.subordinator) && start + 1 < end)
    return inSegment(words, start + 1, end, floor, depth);
  const own = ownClause(words, start, end);
  if (own > start) return inSegment(words, own, end, floor, depth);
  if (words.is(last, CLASS.conjunction)) return depth > 1 ? undefined : sharedSubject(words, start, last, floor, depth + 1);
  if (
    (!words.is(start, CLASS.preposition) || isPluralArticle(words, start)) &&
    !words.is(start, CLASS.that) &&
    !words.is(start, CLASS.subordinator) &&
    !words.is(start, CLASS.time)
  ) {
    const first = nounPhraseAt(words, start, end, 'left');
    if (first !== undefined && first.kind !== 'pronoun' && canHead(words, first)) {
      const stop = first.end;
      if (
        stop >= end ||
        words.is(stop, CLASS.relative) ||
        words.is(stop, CLASS.preposition) ||
        words.is(stop, CLASS.adverb) ||
        words.is(stop, CLASS.negation)
      ) {
        const clause = stop < end && !words.is(stop, CLASS.relative) && hasVerbIn(words, stop, end);
        if (!clause) return joinTitle(words, first, floor);
      }
    }
  }
  const near = phraseEndingAt(words, start, end, floor);
  if (near !== undefined) return joinTitle(words, near, floor);
  const first = words.is(start, CLASS.preposition) ? undefined : nounPhraseAt(words, start, end, 'left');
  return first === undefined || (first.kind !== 'pronoun' && !canHead(words, first)) ? undefined : joinTitle(words, first, floor);
}

/** Where the last subordinate clause of a segment begins, behind its conjunction, if no verb of its own stands before the end. */
function ownClause(words: ParagraphWords, start: number, end: number): number {
  for (let k = end - 2; k > start && k > end - 25; k--) {
    if (words.marks.inside[k] !== words.marks.inside[end - 1]) return start;
    if (isFiniteVerb(words, k)) return start;
    // "comme journaliste" is no clause
    if (!words.is(k, CLASS.subordinator) || words.pack.inciseOpeners.has(words.at(k))) continue;
    let from = k + 1;
    while (from < end && words.isAdverb(from)) from++;
    const conjoined = words.is(from, CLASS.that);
    // "alors" alone is an adverb
    if (words.isAdverb(k) && !conjoined) continue;
    if (conjoined) from++;
    return from < end ? from : start;
  }
  return start;
}

/** A noun phrase begins with an article, a name or a noun for people; a bare adjective or participle is none. */
function canHead(words: ParagraphWords, phrase: Phrase): boolean {
  const { start } = phrase;
  if (words.features.bareNounSubjects || phrase.end - start === 0) return true;
  if (
    words.is(start, CLASS.determiner) ||
    words.is(start, CLASS.indefinite) ||
    isPluralArticle(words, start) ||
    words.tokens[start]?.kind === 'number'
  )
    return true;
  if (words.isHuman(start) || words.is(start, CLASS.institution) || words.is(start, CLASS.source)) return true;
  if (words.isCapital(start))
    return start > 0 || words.info[start] === undefined || phrase.end - start > 1 || !words.has(start, PARTICIPLE);
  return words.opens(start) !== undefined || words.isHuman(start + 1);
}

/** des, d'autres, de nombreux: prepositions in form, articles at the head of a clause. */
const isPluralArticle = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.of) && (words.is(i, CLASS.determiner) || words.is(i + 1, CLASS.many));

function hasVerbIn(words: ParagraphWords, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (isFiniteVerb(words, i)) return true;
  return false;
}

/** What {@link subjectBefore} gives at each depth of verbs that share one, or null. */
const AT_DEPTH = [0, 1, 2, 3].map(
  (depth) =>
    (words: ParagraphWords, left: number, floor: number): Phrase | null =>
      subjectBefore(words, left, floor, depth) ?? null,
);

/**
 * The same as {@link subjectBefore}, looked for once: where verbs follow each other (“said and said and …”) each looks through
 * those before it, and these through those before them.
 */
const knownSubject = (words: ParagraphWords, left: number, floor: number, depth: number): Phrase | undefined =>
  words.once(AT_DEPTH[depth] as (typeof AT_DEPTH)[number], left, floor) ?? undefined;

/** "X … , et ajoute": the subject of the verb before the conjunction, in the nearest clause whose subject has a voice. */
function sharedSubject(words: ParagraphWords, from: number, end: number, floor: number, depth: number): Phrase | undefined {
  let aside: Phrase | undefined;
  let start = from;
  let stop = end;
  for (let turn = 0; turn < 6; turn++) {
    const found = subjectWithin(words, start, stop, end, floor, depth);
    if (found !== undefined) {
      if (found.kind === 'pronoun' || isBareName(words, found) || describes(words, found)) return found;
      aside ??= found;
    }
    const before = previousSegment(words, start, floor);
    if (before < 0) break;
    stop = start;
    start = before;
  }
  return (
    aside ??
    (words.features.detachedSubjects ? looseSubject(words, from, end, words.marks.inside[end] as number, depth) : undefined)
  );
}

/** The subject of the first verbs of a segment. */
function subjectWithin(
  words: ParagraphWords,
  start: number,
  stop: number,
  level: number,
  floor: number,
  depth: number,
): Phrase | undefined {
  let tried = 0;
  for (let i = start; i < stop; i++) {
    if (words.marks.inside[i] !== words.marks.inside[level]) continue;
    if (!isFiniteVerb(words, i)) continue;
    const left = leftOf(words, i, start);
    const subject = knownSubject(words, left, floor, depth);
    if (subject !== undefined) return subject;
    if (++tried > 2) return undefined;
  }
  return undefined;
}

/** Where the segment before this one begins: "X, ministre, a dit oui et ajoute …", "a dénoncé les « … » et demande que"; -1 for none. */
function previousSegment(words: ParagraphWords, start: number, floor: number): number {
  if (start - 1 <= floor) return -1;
  const stretch = words.closes(start - 1);
  if (stretch !== undefined && stretch.open > floor) return segmentStart(words, stretch.open - 1, floor);
  return words.at(start - 1) === ',' ? segmentStart(words, start - 2, floor) : -1;
}

export function leftOf(words: ParagraphWords, i: number, floor: number): number {
  let left = i;
  while (left - 1 >= floor && words.is(left - 1, CLASS.clitic)) left--;
  return left;
}

/** Over relatives, participles, ages and adverbials between commas, back to the subject. `comma` stands before the verb. */
function acrossInsertions(words: ParagraphWords, comma: number, floor: number): Phrase | undefined {
  let end = comma;
  let best: Phrase | undefined;
  for (let turn = 0; turn < 7 && end > floor; turn++) {
    const start = segmentStart(words, end - 1, floor);
    // "Ann Dube, head of the mill, and chair of the council, says"
    const second =
      words.features.detachedSubjects &&
      words.is(start, CLASS.conjunction) &&
      words.at(start - 1) === ',' &&
      words.isHuman(start + 1);
    const phrase = second ? undefined : insertionHead(words, start, end);
    if (phrase === undefined) {
      if (best !== undefined) return best;
    } else if (best === undefined) best = phrase;
    else if (apposed(words, phrase, best)) best = { start: phrase.start, end: best.end, kind: 'name' };
    else return best;
    if (words.at(start - 1) !== ',') break;
    end = start - 1;
  }
  return best;
}

/** The noun phrase that a segment consists of; undefined for relatives, adverbials and clauses. */
function insertionHead(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  let start = from;
  while (
    start < end &&
    (words.is(start, CLASS.conjunction) ||
      (words.isAdverb(start) && !words.is(start, CLASS.indefinite)) ||
      words.tokens[start]?.kind === 'punctuation') &&
    words.opens(start) === undefined
  )
    start++;
  if (start >= end) return undefined;
  if (
    words.is(start, CLASS.relative) ||
    (words.is(start, CLASS.preposition) && !isPluralArticle(words, start)) ||
    words.is(start, CLASS.subordinator) ||
    words.is(start, CLASS.time) ||
    words.is(start, CLASS.that)
  )
    return undefined;
  if (
    words.has(start, GERUND) ||
    (words.has(start, PARTICIPLE) && !words.isCapital(start)) ||
    (words.has(start, INFINITIVE) && !words.isHuman(start))
  )
    return undefined;
  const phrase = nounPhraseAt(words, start, end, 'left');
  if (phrase === undefined) return undefined;
  if (phrase.kind !== 'pronoun' && !canHead(words, phrase)) return undefined;
  if (phrase.end < end && isFiniteVerb(words, phrase.end)) return undefined;
  if (words.tokens[start]?.kind === 'number' && phrase.kind === 'description') return undefined;
  return phrase;
}

/** Whether two phrases with a comma between them name one thing: one of them describes, the other names. */
function apposed(words: ParagraphWords, first: Phrase, second: Phrase): boolean {
  if (first.kind === 'pronoun') return false;
  const firstName = isBareName(words, first);
  const secondName = isBareName(words, second);
  if (firstName && secondName) return false;
  return firstName || secondName || (first.kind === 'name' && describes(words, second));
}

export function describes(words: ParagraphWords, phrase: Phrase): boolean {
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + 5); i++) if (words.isHuman(i)) return true;
  return false;
}

/** "Le ministre de la Justice, Jean Dupont": a name takes in the title before its comma. */
function joinTitle(words: ParagraphWords, phrase: Phrase, floor: number): Phrase {
  if (words.at(phrase.start - 1) !== ',' || !isBareName(words, phrase)) return phrase;
  const start = segmentStart(words, phrase.start - 2, floor);
  const title = insertionHead(words, start, phrase.start - 1);
  if (title === undefined || title.end !== phrase.start - 1 || !describes(words, title) || isBareName(words, title))
    return phrase;
  return { start: title.start, end: phrase.end, kind: 'name' };
}

/** "Reed resigned, saying that …": English past tenses look like participles; the subject of the first that has one. */
export function looseSubject(words: ParagraphWords, floor: number, end: number, level: number, depth = 0): Phrase | undefined {
  for (let i = floor + 1; i < end; i++) {
    if (words.marks.inside[i] !== level || words.isCapital(i) || !words.isWord(i)) continue;
    const unknown = words.info[i]?.classes === 0 && words.info[i]?.verb === undefined && isPastForm(words, i);
    if (!(unknown || words.has(i, FINITE)) || words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) continue;
    const subject = knownSubject(words, i, floor, depth);
    if (subject !== undefined && subject.end <= i) return subject;
  }
  return undefined;
}
