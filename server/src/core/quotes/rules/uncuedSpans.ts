import { CLASS, CUE, FINITE, PARTICIPLE } from '../../lexicon/wordClasses';
import { own } from '../../members';
import { withApposition } from '../../syntax/appositions';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { groupsIn, interior, type Range } from '../../syntax/ranges';
import { type Sentence, withoutFinal } from '../../syntax/sentences';
import { subjectBefore } from '../../syntax/subjects';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { Candidate, QuoteWords } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { splitMarked } from './dashTurns';

/** A marked stretch that no cue of its paragraph claims. */
export interface UncuedSpan {
  readonly index: number;
  /** It is a sentence by itself, or several. */
  readonly alone: boolean;
  readonly title: boolean;
  /** A colon stands before it; what its sentence's subject is, if it has one. */
  readonly introduced: boolean;
  readonly subject?: Phrase;
}

/** Marked stretches at the open level that no rule used: introduced by a colon, standing alone, or no speech. */
export function findUncuedSpans(
  words: QuoteWords,
  sentences: readonly Sentence[],
  used: Set<number>,
  candidates: Candidate[],
  groups: readonly VerbGroup[],
): UncuedSpan[] {
  const strays: UncuedSpan[] = [];
  let at = 0;
  words.marks.spans.forEach((stretch, index) => {
    if (used.has(index)) return;
    if (stretch.parent !== -1) {
      const inside = interior(words, index);
      if (stretch.closed && inside.end > inside.start)
        strays.push({ index, alone: false, title: isTitleInMarks(words, index), introduced: false });
      return;
    }
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= stretch.open) at++;
    const sentence = sentences[at] ?? { start: 0, end: words.tokens.length };
    const inner = interior(words, index);
    if (inner.end <= inner.start) return;
    const reversed = stretch.closed ? undefined : reversedMark(words, groups, sentence, stretch.open, inner);
    if (reversed !== undefined) {
      used.add(index);
      candidates.push(reversed);
      return;
    }
    const split =
      inner.end - inner.start >= 4
        ? splitMarked(
            words,
            groupsIn(groups, inner).filter((g) => words.marks.inside[g.head] === index),
            inner,
          )
        : undefined;
    if (split !== undefined) {
      used.add(index);
      candidates.push({
        parts: split.parts,
        kind: 'direct',
        rule: 'incise in marks',
        ...(split.cue && { cue: split.cue }),
        ...(split.speaker && { speaker: split.speaker }),
        confidence: 0.9,
        zone: -1,
        ...(!stretch.closed && { problem: 'unclosed' as const }),
      });
      return;
    }
    const signed = signatureBehind(words, sentence, stretch.close);
    if (signed !== undefined && inner.end - inner.start >= 3) {
      used.add(index);
      candidates.push({ parts: [inner], kind: 'direct', rule: 'signature', speaker: signed, confidence: 0.8, zone: -1 });
      return;
    }
    const title = isTitleInMarks(words, index);
    const introduced =
      /^[:]$/.test(words.at(stretch.open - 1)) ||
      (/^[-–—]$/.test(words.at(stretch.open - 1)) && /^[:–—-]$/.test(words.at(stretch.open - 2)));
    const subject = introduced
      ? (label(words, sentence, stretch.open - 1) ??
        reporterBefore(candidates, sentence, stretch.open) ??
        introducer(words, sentence, stretch.open - 1))
      : undefined;
    const alone = standsAlone(words, sentence, stretch.open, stretch.close) || speaksFirst(words, sentence, stretch.open, inner);
    const said = title || introduced || alone ? undefined : saidInPassing(words, groups, candidates, sentence, index);
    if (said !== undefined) {
      used.add(index);
      candidates.push(said);
      return;
    }
    strays.push({
      index,
      alone,
      title,
      introduced,
      ...(subject && { subject }),
    });
  });
  return strays;
}

// Marked words without a cue are somebody's where they are a clause or this long; shorter ones are terms.
const SHORTEST_CLAUSE = 3;
const SHORTEST_PHRASE = 6;
const FARTHEST_CUE = 25;

/**
 * Marked words that no cue brings in, in a sentence that says whose they are: "le maire « s'associe à la douleur »",
 * "X est « très surpris »", "Y a compté « 200 manifestants pacifiques sur les quais »".
 */
function saidInPassing(
  words: QuoteWords,
  groups: readonly VerbGroup[],
  candidates: readonly Candidate[],
  sentence: Sentence,
  index: number,
): Candidate | undefined {
  const inner = interior(words, index);
  const { open, closed } = words.marks.spans[index] as QuotedSpan;
  if (!closed) return undefined;
  let count = 0;
  for (let i = inner.start; i < inner.end; i++) if (words.isWord(i)) count++;
  const verb = hasFiniteVerb(words, inner);
  const clause = verb && count >= SHORTEST_CLAUSE;
  if (!clause && !(count >= SHORTEST_PHRASE && !namesThing(words, open)) && !tellsOfOneself(words, open, inner)) return undefined;
  // "élu « Sportif du siècle »", "mis en examen pour « recel de fonds publics »": what something is called
  if (!verb && words.isCapital(inner.start)) return undefined;
  const speaker = sourceOf(words, candidates, sentence, index, verb);
  if (speaker === undefined) return undefined;
  const cue = groupsIn(groups, { start: Math.max(sentence.start, open - FARTHEST_CUE), end: open }).findLast(
    (group) => words.marks.inside[group.head] === -1 && group.mood !== 'passive',
  );
  const verbal = cue ?? verbBefore(words, open);
  return {
    parts: [inner],
    kind: 'mixed',
    rule: 'marked words',
    ...(verbal && { cue: { start: verbal.start, end: verbal.end } }),
    speaker,
    confidence: 0.45,
    zone: -1,
  };
}

/** "a compté « … »": the verb right before the marks, whatever it means, with its auxiliary. */
function verbBefore(words: QuoteWords, open: number): Range | undefined {
  if (words.info[open - 1]?.verb === undefined) return undefined;
  let start = open - 1;
  while (start > 0 && (words.isAdverb(start - 1) || words.is(start - 1, CLASS.auxiliary | CLASS.being))) start--;
  while (words.isAdverb(start)) start++;
  return { start, end: open };
}

/** "poursuivi pour « … »", "embauché comme « … »": a charge, a post. */
function namesThing(words: QuoteWords, open: number): boolean {
  let i = open - 1;
  while (words.is(i, CLASS.determiner)) i--;
  if (words.lists.chargedFor.has(words.at(i))) return true;
  return words.lists.namedAs.has(words.at(i)) && words.has(i - 1, PARTICIPLE);
}

/** "est « agréablement surpris »": a participle in marks behind to be. */
function tellsOfOneself(words: QuoteWords, open: number, inner: Range): boolean {
  let verb = open - 1;
  while (words.isAdverb(verb)) verb--;
  if (!words.is(verb, CLASS.being) || !words.has(verb, FINITE) || words.is(verb, CLASS.auxiliary)) return false;
  let first = inner.start;
  while (first < inner.end && words.isAdverb(first)) first++;
  return first < inner.end && words.has(first, PARTICIPLE) && !words.is(first, CLASS.determiner);
}

/** Whose the marked words of a sentence can be: its last speaker before them, else the subject before them, else who stands behind "par". */
function sourceOf(
  words: QuoteWords,
  candidates: readonly Candidate[],
  sentence: Sentence,
  index: number,
  predicate: boolean,
): Phrase | undefined {
  const { open, close } = words.marks.spans[index] as QuotedSpan;
  const known = reporterBefore(candidates, sentence, open);
  if (known !== undefined) return known;
  if (predicate) {
    // the marked words hold the verb: "le pape « s'associe à la douleur »"
    const near = subjectBefore(words, open, sentence.start);
    if (near !== undefined && near.end === open && sounds(words, near)) return near;
  }
  for (let i = open - 1; i >= sentence.start && i > open - 60; i--) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const subject = subjectBefore(words, left, sentence.start);
    if (subject !== undefined && sounds(words, subject)) return subject;
  }
  for (let i = close + 1; i < Math.min(sentence.end, close + 5); i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const agent = nounPhraseAt(words, i + 1, sentence.end, 'right');
    return agent !== undefined && sounds(words, agent) ? withApposition(words, agent, sentence.end, 'right') : undefined;
  }
  return undefined;
}

/** Somebody with a voice: a person, an institution, a name; he or she, not the it of "il s'agit". */
function sounds(words: QuoteWords, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun') {
    const sense = own(words.pack.pronouns, words.at(phrase.start));
    return sense !== undefined && !sense.speaker && !words.lists.impersonalVerbs.has(words.at(phrase.end));
  }
  const bare = !words.isCapital(phrase.start) && !words.is(phrase.start, CLASS.determiner | CLASS.indefinite | CLASS.of);
  // "a été élue « … »"
  if (bare && words.info[phrase.start]?.verb !== undefined) return false;
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)) return true;
  const opens = phrase.end - phrase.start === 1 && words.info[phrase.start]?.verb !== undefined;
  const titled = words.is(phrase.start, CLASS.determiner) && words.isCapital(phrase.start) && words.isCapital(phrase.start + 1);
  return phrase.kind === 'name' && (titled || isBareName(words, phrase)) && !opens;
}

/** "X estime que la digue cède : « … »": who reports in the sentence up to its colon. */
function reporterBefore(candidates: readonly Candidate[], sentence: Sentence, open: number): Phrase | undefined {
  return candidates
    .slice(-12)
    .findLast(
      (candidate) =>
        candidate.zone === -1 &&
        candidate.speaker !== undefined &&
        (candidate.cue?.start ?? -1) >= sentence.start &&
        (candidate.parts.at(-1)?.end ?? open) < open,
    )?.speaker;
}

/** `… de la route "indiquait X.`: a mark that looks like an opening one but stands before an incise closes what nothing opened. */
function reversedMark(
  words: QuoteWords,
  groups: readonly VerbGroup[],
  sentence: Sentence,
  open: number,
  inner: Range,
): Candidate | undefined {
  const group = groupsIn(groups, { start: inner.start, end: inner.start + 14 }).find(
    (g) => g.left === inner.start && g.mood === 'finite' && (g.senses & (CUE.introducesSpeech | CUE.reportsClause)) !== 0,
  );
  if (group === undefined || open - sentence.start < 3) return undefined;
  const turn = splitMarked(words, [group], { start: sentence.start, end: inner.end }, open);
  if (turn?.speaker === undefined) return undefined;
  return {
    parts: [{ start: sentence.start, end: open }],
    kind: 'direct',
    rule: 'incise',
    cue: { start: group.start, end: group.end },
    speaker: turn.speaker,
    confidence: 0.6,
    zone: -1,
    problem: 'unopened',
  };
}

/** At the head of its sentence, a long clause in the first person, or several sentences: speech whatever comes behind it. */
function speaksFirst(words: QuoteWords, sentence: Sentence, open: number, inner: Range): boolean {
  if (inner.end - inner.start < 7 || !words.isCapital(inner.start)) return false;
  for (let i = sentence.start; i < open; i++) if (words.isWord(i)) return false;
  for (let i = inner.start; i < inner.end; i++) {
    if (words.pack.firstPerson.has(words.at(i))) return true;
    // several sentences
    if (/^[.!?…]$/.test(words.at(i)) && i + 2 < inner.end && words.isCapital(i + 1) && words.spaced(i + 1)) return true;
  }
  return false;
}

/** English: “…” — Paul Stone, mayor of Sela. */
function signatureBehind(words: QuoteWords, sentence: Sentence, close: number): Phrase | undefined {
  if (!words.features.dashSigns || !/^[-–—]$/.test(words.at(close + 1)) || words.closes(close) === undefined) return undefined;
  const phrase = nounPhraseAt(words, close + 2, sentence.end, 'right');
  if (phrase === undefined || phrase.kind !== 'name') return undefined;
  const whole = withApposition(words, phrase, sentence.end, 'right');
  return whole.end >= withoutFinal(words, whole.start, sentence.end) ? whole : undefined;
}

/** Nothing but marks, dashes and final punctuation around it in its sentence. */
function standsAlone(words: QuoteWords, sentence: Sentence, open: number, close: number): boolean {
  for (let i = sentence.start; i < open; i++)
    if (words.marks.inside[i] === -1 && (words.isWord(i) || words.tokens[i]?.kind === 'number')) return false;
  for (let i = close + 1; i < sentence.end; i++)
    if (words.marks.inside[i] === -1 && (words.isWord(i) || words.tokens[i]?.kind === 'number')) return false;
  return true;
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
