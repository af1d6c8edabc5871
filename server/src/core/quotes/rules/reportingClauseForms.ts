import { CLASS, CUE, THIRD } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { afterClitics, hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import type { Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import { subjectBefore } from '../../syntax/subjects';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';

/** An attribution between or behind the quoted words: ", a déclaré X", "comme l'indique X", "X said". */
export interface ReportingClause {
  readonly cue: VerbGroup;
  readonly speaker: Phrase;
  /** First token that belongs to the incise, its comma included. */
  readonly start: number;
  /** First token behind it and behind what belongs to it. */
  readonly end: number;
}

/** Reads a cue group as an incise; undefined where it is none. */
export function reportingClauseAt(
  words: QuoteWords,
  group: VerbGroup,
  sentence: Range,
  zone: number,
): ReportingClause | undefined {
  if (group.mood !== 'finite') return undefined;
  // "si l'eau monte, prévenez la mairie": nobody else's words
  if (words.pack.inversion && group.inverted < 0 && ((words.verb(group.start)?.forms ?? 0) & THIRD) === 0) return undefined;
  let before = group.left - 1;
  while (before >= sentence.start && words.isAdverb(before)) before--;
  const told = asToldBy(words, group, sentence);
  if (told !== undefined) return told;
  const opener = openerAt(words, before);
  // "selon ce que dit X, …" is an attribution
  if (opener > 0 && words.pack.attributions.some((phrase) => phrase.words.at(-1) === words.at(opener - 1))) return undefined;
  if (opener >= 0) before = opener - 1;
  const comma = words.at(before) === ',' ? before : -1;
  const marked = words.closes(comma >= 0 ? comma - 1 : before);
  const behindMark = marked !== undefined && marked.parent === zone && !(comma < 0 && isNamed(words, marked));
  const pause =
    comma >= 0 || behindMark || /^[!?…]$/.test(words.at(before)) || (/^[-–—]$/.test(words.at(before)) && words.spaced(before));
  const initial = opener >= 0 && before < sentence.start;
  if (words.pack.inversion || group.inverted >= 0) {
    if (pause || initial || opener >= 0) {
      const incise = invertedIncise(words, group, sentence, opener, behindMark, before);
      if (incise !== undefined) return incise;
    }
  } else if (
    pause &&
    (behindMark
      ? (group.senses & (CUE.introducesSpeech | CUE.reportsClause)) !== 0
      : words.lists.saysFirst.has(words.at(group.head))) &&
    group.left === group.head
  ) {
    const incise = invertedIncise(words, group, sentence, opener, behindMark, before);
    if (incise !== undefined) return incise;
  }
  if (opener >= 0) return undefined;
  return asReported(words, group, sentence) ?? straightIncise(words, group, sentence, zone);
}

/** "l'organisation « Marée haute » revendique …": marks around a name behind its noun end no quotation. */
function isNamed(words: QuoteWords, stretch: QuotedSpan): boolean {
  return (
    words.isWord(stretch.open - 1) &&
    !words.is(stretch.open - 1, CLASS.that) &&
    stretch.close - stretch.open <= 5 &&
    isTitleInMarks(words, words.marks.inside[stretch.open] as number)
  );
}

/** "comme nous l'avons dit", "comme le maire l'indique"; "comme il l'avait promis" quotes nobody. */
function asToldBy(words: QuoteWords, group: VerbGroup, sentence: Range): ReportingClause | undefined {
  if (
    !group.resumed ||
    group.reflexive ||
    group.inverted >= 0 ||
    (group.senses & (CUE.introducesSpeech | CUE.reportsClause)) === 0 ||
    (group.senses & (CUE.isThought | CUE.requests)) !== 0
  )
    return undefined;
  const pronoun = words.is(group.left - 1, CLASS.subject);
  const speaker = pronoun
    ? ({ start: group.left - 1, end: group.left, kind: 'pronoun' } as const)
    : subjectBehindOpener(words, group, sentence);
  if (speaker === undefined) return undefined;
  if (!words.pack.firstPerson.has(words.at(speaker.start)) && words.lists.pluperfect.has(words.at(group.start))) return undefined;
  const opener = openerAt(words, speaker.start - 1);
  if (opener < 0) return undefined;
  const comma = words.at(opener - 1) === ',';
  if (!comma && opener > sentence.start) return undefined;
  const end = inciseEnd(words, group.end, sentence.end);
  return { cue: group, speaker, start: comma ? opener - 1 : opener, end };
}

/** "As Reed told reporters, the dam is safe": the clause that "as" takes up follows the comma. */
function asReported(words: QuoteWords, group: VerbGroup, sentence: Range): ReportingClause | undefined {
  if (words.pack.inversion || (group.senses & (CUE.introducesSpeech | CUE.reportsClause)) === 0 || group.inverted >= 0)
    return undefined;
  let opener = group.left - 1;
  while (opener > sentence.start && opener > group.left - 12 && words.at(opener) !== ',' && openerAt(words, opener) < 0) opener--;
  const comma = words.at(opener - 1) === ',';
  if (openerAt(words, opener) !== opener || (!comma && opener > sentence.start)) return undefined;
  const subject = nounPhraseAt(words, opener + 1, group.left, 'left');
  if (subject?.end !== group.left) return undefined;
  let end = afterGroup(group);
  if ((group.senses & CUE.takesAddressee) !== 0) end = nounPhraseAt(words, end, sentence.end, 'right')?.end ?? end;
  while (end < sentence.end && words.at(end) !== ',') {
    const noun = behindPreposition(words, end);
    const next = noun < 0 ? undefined : nounPhraseAt(words, noun, sentence.end, 'right');
    if (next !== undefined) end = next.end;
    else if (words.isAdverb(end) || words.is(end, CLASS.time)) end++;
    else return undefined;
  }
  if (words.at(end) !== ',' || words.opens(end + 1) !== undefined) return undefined;
  return { cue: group, speaker: subject, start: comma ? opener - 1 : opener, end };
}

const LONGEST_SUBJECT = 12;

/** "comme le maire l'a annoncé": the noun phrase between the opener and the verb. */
function subjectBehindOpener(words: QuoteWords, group: VerbGroup, sentence: Range): Phrase | undefined {
  for (let i = group.left - 2; i >= Math.max(sentence.start, group.left - LONGEST_SUBJECT); i--) {
    if (openerAt(words, i) < 0) continue;
    const subject = nounPhraseAt(words, i + 1, group.left, 'left');
    return subject?.end === group.left && subject.kind !== 'pronoun' ? subject : undefined;
  }
  return undefined;
}

/** comme, ainsi que, ce que: the first token of what opens an incise without a pause, or -1. */
function openerAt(words: QuoteWords, at: number): number {
  if (!words.endsOpener(at)) return -1;
  for (const opener of words.pack.inciseOpeners) {
    const parts = opener.split('_');
    const start = at - parts.length + 1;
    if (start >= 0 && parts.every((part, k) => words.at(start + k) === part)) return start;
  }
  return -1;
}

/** dit-il, a déclaré le ministre, explique dans Le Monde Paul Dupont. */
function invertedIncise(
  words: QuoteWords,
  group: VerbGroup,
  sentence: Range,
  opener: number,
  marked: boolean,
  before: number,
): ReportingClause | undefined {
  // "a-t-on appris": with its pronoun behind it, a verb that is no cue otherwise
  const told = group.inverted >= 0 && words.is(group.inverted, CLASS.vague) && (group.senses & CUE.besideMarksOnly) !== 0;
  if (
    ((told ? CUE.introducesSpeech : group.senses) &
      (opener < 0 ? CUE.introducesSpeech | CUE.reportsClause | CUE.isThought : CUE.introducesSpeech | CUE.reportsClause)) ===
      0 ||
    (opener >= 0 && (group.senses & CUE.isThought) !== 0)
  )
    return undefined;
  const start = words.at(before) === ',' ? before : before + 1;
  if (group.inverted >= 0) {
    const speaker: Phrase = { start: group.inverted, end: group.inverted + 1, kind: 'pronoun' };
    if (words.is(group.inverted, CLASS.vague)) {
      const source = vagueSource(words, afterGroup(group), sentence.end);
      if (source !== undefined) return { cue: group, speaker: source, start, end: inciseEnd(words, source.end, sentence.end) };
      if (!marked) return undefined;
    }
    return { cue: group, speaker, start, end: inciseEnd(words, afterGroup(group), sentence.end) };
  }
  const at = overAddressee(words, afterGroup(group), sentence.end);
  if (at < 0) return undefined;
  const phrase = nounPhraseAt(words, at, sentence.end, 'right') ?? behindAddressee(words, afterGroup(group), sentence.end);
  if (
    phrase === undefined ||
    (phrase.kind === 'pronoun' &&
      !words.pack.capitalNouns &&
      !words.is(phrase.start, CLASS.oblique) &&
      !words.lists.demonstratives.has(words.at(phrase.start)))
  )
    return undefined;
  const speaker = withApposition(words, phrase, sentence.end, 'right');
  if (!followsIncise(words, speaker.end, sentence.end)) return undefined;
  if (marked && opener < 0 && !speaks(words, speaker) && isSubjectLike(words, sentence.start, group.left)) return undefined;
  if (!marked && opener < 0) {
    if ((group.senses & CUE.reportsClause) === 0 && !/^[!?…–—-]$/.test(words.at(before))) return undefined;
    // "Storm to hit the coast, say forecasters": nothing else follows
    const ends = words.features.unmarkedReportingClauses && withoutFinal(words, speaker.end, sentence.end) <= speaker.end;
    if (!speaks(words, speaker) && !ends) return undefined;
    if (
      !hasFiniteVerb(words, { start: sentence.start, end: before }) &&
      !/^[!?…–—-]$/.test(words.at(before)) &&
      isSubjectLike(words, sentence.start, before) &&
      !partsSubjectFromVerb(words, { start: sentence.start, end: before }, inciseEnd(words, speaker.end, sentence.end))
    )
      return undefined;
  }
  return { cue: group, speaker, start, end: inciseEnd(words, speaker.end, sentence.end) };
}

/** "a-t-on appris de source judiciaire", "explique-t-on à la mairie": who is meant by on. */
function vagueSource(words: QuoteWords, at: number, limit: number): Phrase | undefined {
  const from = words.is(at, CLASS.of) && words.is(at + 1, CLASS.source) ? at : words.is(at, CLASS.preposition) ? at : -1;
  if (from < 0) return undefined;
  // auprès de la mairie
  const noun =
    !words.is(from, CLASS.of) && words.is(from + 1, CLASS.of) && !words.is(from + 1, CLASS.determiner) ? from + 2 : from + 1;
  const phrase = nounPhraseAt(words, noun, limit, 'right');
  return phrase === undefined || phrase.kind === 'pronoun' ? undefined : phrase;
}

/** Whether the words before the comma could be the verb's own subject: "Jean Dupont, ministre, a annoncé un plan". */
function isSubjectLike(words: QuoteWords, start: number, end: number): boolean {
  const phrase = words.opens(start) === undefined ? nounPhraseAt(words, start, end, 'left') : undefined;
  return phrase !== undefined && (phrase.end >= end || words.at(phrase.end) === ',');
}

/**
 * "Le pont, a indiqué la préfecture, restera fermé": a comma never stands between a subject and its own verb, so words
 * between the two are an incise. With a comma inside, the words before may be a subject with its apposition.
 */
function partsSubjectFromVerb(words: QuoteWords, before: Range, end: number): boolean {
  for (let i = before.start; i < before.end; i++) if (words.at(i) === ',') return false;
  return words.at(end) === ',' && isFiniteVerb(words, afterClitics(words, end + 1));
}

/** A person, a name, or a definite description: what an unmarked incise needs for its subject. */
function speaks(words: QuoteWords, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun') return true;
  if (phrase.kind === 'name' && isBareName(words, phrase)) return true;
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + 5); i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return true;
  }
  return phrase.kind === 'name' && words.is(phrase.start, CLASS.determiner) && words.isCapital(phrase.start + 1);
}

/** What may follow an incise's speaker: a stop, a preposition, a time, a relative, an opening mark. */
function followsIncise(words: QuoteWords, i: number, limit: number): boolean {
  if (i >= limit) return true;
  const token = words.tokens[i];
  if (token === undefined || token.kind === 'punctuation' || token.kind === 'symbol') return true;
  return (
    words.is(i, CLASS.preposition) ||
    words.is(i, CLASS.time) ||
    words.is(i, CLASS.relative) ||
    words.isAdverb(i) ||
    words.is(i, CLASS.subordinator) ||
    words.is(i, CLASS.conjunction) ||
    (words.verb(i)?.forms ?? 0) > 3
  );
}

/**
 * "a confié au Courrier Anne Morel": one capital word is the addressee, the next ones are the speaker; "a dit à la presse
 * Anne Morel": the name behind the noun is, where nobody else follows.
 */
function behindAddressee(words: QuoteWords, from: number, limit: number): Phrase | undefined {
  let i = from;
  while (i < limit && (words.isAdverb(i) || words.is(i, CLASS.time))) i++;
  const noun = behindPreposition(words, i);
  if (noun < 0) return undefined;
  if (words.isCapital(i + 1) && words.isCapital(i + 2)) return nounPhraseAt(words, i + 2, limit, 'right');
  const addressee = nounPhraseAt(words, noun, Math.min(limit, i + 9), 'right');
  return addressee && nameBehindNoun(words, addressee);
}

/** Where the noun phrase begins that a preposition brings in (à la presse, lors d'une conférence), or -1. */
function behindPreposition(words: QuoteWords, i: number): number {
  if (!words.is(i, CLASS.preposition) && !words.pack.occasions.has(words.at(i))) return -1;
  return words.is(i + 1, CLASS.of) && !words.is(i + 1, CLASS.determiner) ? i + 2 : i + 1;
}

/** The full name that a noun phrase ends in, a noun in small letters right before it; undefined where there is none. */
function nameBehindNoun(words: QuoteWords, { start, end }: Phrase): Phrase | undefined {
  let at = end;
  while (at > start + 1 && !isSmallNoun(words, at - 1)) at--;
  const name: Phrase = { start: at, end, kind: 'name' };
  return at > start + 1 && end - at > 1 && isBareName(words, name) ? name : undefined;
}

const isSmallNoun = (words: QuoteWords, i: number): boolean =>
  words.isWord(i) &&
  !words.isCapital(i) &&
  !words.is(i, CLASS.particle | CLASS.of | CLASS.determiner | CLASS.preposition | CLASS.conjunction);

/** Over "à l'AFP", "hier", "au Monde" between the verb and its subject. */
function overAddressee(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  for (let turn = 0; turn < 3 && i < limit; turn++) {
    const noun = words.is(i, CLASS.determiner) ? -1 : behindPreposition(words, i);
    if (words.isAdverb(i) || words.is(i, CLASS.time)) i++;
    else if (noun >= 0) {
      const phrase = nounPhraseAt(words, noun, Math.min(limit, i + 9), 'right');
      if (phrase === undefined) return -1;
      i = phrase.end;
    } else if (words.at(i) === ',' && words.is(i + 1, CLASS.preposition) && !words.is(i + 1, CLASS.determiner)) {
      // "a confié, à Radio-Sagre, le directeur"
      const phrase = nounPhraseAt(words, i + 2, Math.min(limit, i + 10), 'right');
      if (phrase === undefined || words.at(phrase.end) !== ',') break;
      i = phrase.end + 1;
    } else if (words.at(i) === ',' && words.at(i + 2) === ',' && isSmallNoun(words, i + 1)) {
      // "lance, agacé, le directeur"
      i += 3;
    } else break;
  }
  return i < limit ? i : -1;
}

/** "« … », X said", "… , officials said": the subject stands between the quotation and the verb. */
function straightIncise(words: QuoteWords, group: VerbGroup, sentence: Range, zone: number): ReportingClause | undefined {
  if ((group.senses & (CUE.introducesSpeech | CUE.reportsClause)) === 0 || group.reflexive) return undefined;
  const subject = subjectBefore(words, group.left, sentence.start);
  if (subject === undefined) return undefined;
  const before = subject.start - 1;
  const comma = words.at(before) === ',' ? before : -1;
  // the marks of the sentence before are another quotation's
  const stretch = before >= sentence.start || words.pack.inversion ? words.closes(comma >= 0 ? comma - 1 : before) : undefined;
  const marked = stretch !== undefined && stretch.parent === zone;
  if (!marked) {
    if (words.pack.inversion || comma < 0 || words.is(group.left - 1, CLASS.relative)) return undefined;
    // "…, I think", "ideas related to it", "or for some other reason": only what states, and not oneself
    if (words.features.unmarkedReportingClauses && ((group.senses & CUE.dropsThat) === 0 || (group.senses & CUE.isThought) !== 0))
      return undefined;
    if (
      words.features.unmarkedReportingClauses &&
      subject.kind === 'pronoun' &&
      words.pack.firstPerson.has(words.at(subject.start))
    )
      return undefined;
    const medial = words.at(afterGroup(group)) === ',' && comma >= 0;
    // "Of the dam, he said, “…”", "With the boats ready, the mill announced that …": what is said stands behind
    if (medial && words.opens(afterGroup(group) + 1) !== undefined) return undefined;
    const setting = words.is(sentence.start, CLASS.preposition | CLASS.subordinator | CLASS.time);
    if (!medial && setting && !hasFiniteVerb(words, { start: sentence.start, end: before })) return undefined;
    if (
      !medial &&
      !hasFiniteVerb(words, { start: sentence.start, end: before }) &&
      !(speaks(words, subject) && before - sentence.start > 5)
    )
      return undefined;
    if (!medial && isBareName(words, subject) && nounPhraseAt(words, sentence.start, before, 'left')?.end === before)
      return undefined;
  }
  const end = afterGroup(group);
  if (words.opens(end) !== undefined && !marked) return undefined;
  // "Describing it as “old”, Reed explained the plan": an object of its own, and words before the marks
  const object =
    words.features.absoluteGerunds && marked && words.is(end, CLASS.determiner) && (group.senses & CUE.takesAddressee) === 0;
  if (object && words.isWord(stretch.open - 1) && stretch.open > sentence.start) return undefined;
  if (words.is(end, CLASS.that) || words.at(end) === ':') return undefined;
  if (!marked && !followsIncise(words, end, sentence.end)) return undefined;
  if (marked && words.pack.inversion && !followsIncise(words, end, sentence.end)) return undefined;
  return { cue: group, speaker: subject, start: comma >= 0 ? comma : before + 1, end: inciseEnd(words, end, sentence.end) };
}

/** Over "dans un communiqué", "à l'AFP", ", en riant": up to the next comma, stop or mark. */
function inciseEnd(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const text = words.at(i);
    if (
      words.opens(i) !== undefined ||
      words.closes(i) !== undefined ||
      text === ',' ||
      text === ';' ||
      text === ':' ||
      text === ')' ||
      /^[.!?…]$/.test(text)
    )
      break;
    if (/^[-–—]$/.test(text) && words.spaced(i)) break;
    i++;
  }
  return i;
}
