import type { ParagraphView } from '../document';
import { lowerBound } from '../span';
import { findAttributions } from './attributions';
import { hasFiniteVerb } from './clauses';
import { findSayings, findTellings } from './contents';
import { type DashTurn, dashTurn, innerTurns, splitMarked } from './dialogue';
import { type Draft, groupsIn, hasGroups, interior, type Range, type Scene, sceneOf, type Zone } from './draft';
import { type CueGroup, cueGroups } from './groups';
import { findIncises } from './incises';
import { CLASS, FINITE, HISTORIC, PARTICIPLE } from './lexicon';
import type { Stretch } from './marks';
import { findNounCues } from './nouns';
import type { QuotePack } from './pack';
import { isBareName, nounPhraseAt, type Phrase, withApposition } from './phrases';
import { directFrom, findReports } from './reports';
import { cutLong, quoteSentences, type Sentence, withoutFinal } from './sentences';
import { isTitleStretch } from './stretches';
import { isFiniteVerb, subjectBefore } from './subjects';
import { Words } from './words';

/** A marked stretch that no cue of its paragraph claims. */
export interface StrayStretch {
  readonly index: number;
  /** It is a sentence by itself, or several. */
  readonly alone: boolean;
  readonly title: boolean;
  /** A colon stands before it; what its sentence's subject is, if it has one. */
  readonly introduced: boolean;
  readonly subject?: Phrase;
}

/** What a paragraph alone tells of its quotations: marks, cues, clauses; offsets from the paragraph's start. */
export interface QuoteScan {
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  readonly groups: readonly CueGroup[];
  readonly drafts: readonly Draft[];
  readonly strays: readonly StrayStretch[];
  readonly turn?: DashTurn;
  /** Turns of a dialogue within the paragraph, in texts without line breaks. */
  readonly turns: readonly DashTurn[];
  /** Tokens outside marks in the past historic: what tells a narrative. */
  readonly historic: number;
}

/** Paragraph pass; reused as long as the paragraph's text stays. Linear in the text. */
export function scanParagraph(view: ParagraphView, pack: QuotePack): QuoteScan {
  const words = new Words(view, pack);
  const groups = cueGroups(words);
  const sentences = quoteSentences(words);
  const drafts: Draft[] = [];
  const used = new Set<number>();
  const open: Zone = { start: 0, end: words.tokens.length, stretch: -1, sentences };
  const marked = words.marks.stretches.length > 0;
  const outer = marked ? groups.filter((g) => words.marks.inside[g.head] === -1) : groups;
  runRules(sceneOf(words, open, outer, drafts, used));
  if (marked) for (const zone of innerZones(words)) runInner(words, zone, groups, drafts, used);
  const strays = marked ? findStrays(words, sentences, used, drafts, groups) : [];
  const headline = headlineReport(words, sentences);
  if (headline !== undefined) drafts.push(headline);
  // English dialogue has marks: its dashes are pauses and bullets
  const turn = pack.zeroThat ? undefined : dashTurn(words, groups);
  const turns = pack.zeroThat ? [] : innerTurns(words, groups);
  return { words, sentences, groups, drafts, strays, ...(turn && { turn }), turns, historic: countHistoric(words) };
}

/**
 * "Ministère de X sur Y: si le bilan est «nul», …": a headline that reports with a colon, told by the marks behind it;
 * "Ava Durnoy : nous partirons": told by a full name before it and a first person behind it.
 */
function headlineReport(words: Words, sentences: readonly Sentence[]): Draft | undefined {
  const end = words.tokens.length;
  if (sentences.length !== 1 || end > 40 || /^[.!?…»”"]$/.test(words.at(end - 1))) return undefined;
  let colon = 1;
  while (colon < end && !(words.at(colon) === ':' && words.marks.inside[colon] === -1)) colon++;
  if (colon >= end - 4 || words.opens(colon + 1) !== undefined) return undefined;
  if (hasFiniteVerb(words, { start: 0, end: colon }) || !hasFiniteVerb(words, { start: colon + 1, end })) return undefined;
  const speaker = nounPhraseAt(words, 0, colon, 'right');
  if (speaker === undefined) return undefined;
  const marked = words.marks.stretches.some((stretch) => stretch.open > colon && stretch.closed);
  const named = speaker.end === colon && colon > 1 && isBareName(words, speaker);
  if (!marked && !(named && inFirstPerson(words, { start: colon + 1, end }))) return undefined;
  return {
    parts: [{ start: colon + 1, end }],
    kind: 'indirect',
    rule: 'headline',
    cue: { start: colon, end: colon + 1 },
    speaker,
    confidence: 0.4,
    zone: -1,
  };
}

function inFirstPerson(words: Words, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (words.pack.firstPerson.has(words.at(i))) return true;
  return false;
}

function countHistoric(words: Words): number {
  let count = 0;
  for (let i = 0; i < words.tokens.length; i++) if (words.has(i, HISTORIC) && words.marks.inside[i] === -1) count++;
  return count;
}

function runRules(scene: Scene): void {
  for (const sentence of scene.zone.sentences) {
    const range = withoutLabel(scene.words, sentence);
    const cues = hasGroups(scene.groups, range);
    if (cues) findIncises(scene, range);
    findAttributions(scene, range);
    if (cues) findReports(scene, range);
    findNounCues(scene, range);
    findSayings(scene, range);
    if (cues) findTellings(scene, range);
  }
}

/** Without a bullet or a dash before the sentence's first word. */
function withoutLabel(words: Words, sentence: Sentence): Range {
  let { start } = sentence;
  while (start < sentence.end - 1 && /^[-–—•*.…]$/.test(words.at(start))) start++;
  return { start, end: sentence.end };
}

/** Quotations within quotations: reports with a subject of their own inside longer marks. */
export function innerZones(words: Words): Zone[] {
  const zones: Zone[] = [];
  words.marks.stretches.forEach((stretch, index) => {
    const inner = interior(words, index);
    if (stretch.depth > 3 || inner.end - inner.start < 6) return;
    const sentences = words.view.sentences
      .map((span) => tokensOf(words, span.start, span.end, inner))
      .filter((range) => range.end > range.start)
      .flatMap((range) => cutLong(words, range.start, range.end));
    zones.push({ ...inner, stretch: index, sentences });
  });
  return zones;
}

function tokensOf(words: Words, from: number, to: number, inner: Range): Sentence {
  const { tokens } = words;
  const first = tokens[inner.start];
  const last = tokens[inner.end - 1];
  if (first === undefined || last === undefined || from >= last.end || to <= first.start) return { start: 0, end: 0 };
  let start = lowerBound(words.tokens, from);
  let end = lowerBound(words.tokens, to);
  start = Math.max(start, inner.start);
  end = Math.min(end, inner.end);
  return { start, end };
}

function runInner(words: Words, zone: Zone, groups: readonly CueGroup[], drafts: Draft[], used: Set<number>): void {
  const inner: Draft[] = [];
  const own = groupsIn(groups, zone).filter((g) => words.marks.inside[g.head] === zone.stretch);
  const scene = sceneOf(words, zone, own, inner, new Set(used));
  for (const sentence of zone.sentences) findReports(scene, sentence);
  for (const draft of inner) {
    const { speaker } = draft;
    // what somebody quotes of himself, of a relative's "qui", or of nobody in particular is not told apart in the quotation
    if (speaker === undefined || draft.cue === undefined) continue;
    const marked = draft.kind === 'direct';
    const third = speaker.kind !== 'pronoun' || marked;
    const relative = words.is((own.find((g) => g.start === draft.cue?.start)?.left ?? 0) - 1, CLASS.relative);
    if (draft.kind === 'mixed' && draft.rule === 'fragment') continue;
    if (third && !relative && (marked || draft.rule === 'that clause')) {
      drafts.push({ ...draft, confidence: draft.confidence - 0.2 });
      for (const part of draft.parts) used.add(words.marks.inside[part.start] as number);
    }
  }
}

/** Marked stretches at the open level that no rule used: introduced by a colon, standing alone, or no speech. */
function findStrays(
  words: Words,
  sentences: readonly Sentence[],
  used: Set<number>,
  drafts: Draft[],
  groups: readonly CueGroup[],
): StrayStretch[] {
  const strays: StrayStretch[] = [];
  let at = 0;
  words.marks.stretches.forEach((stretch, index) => {
    if (used.has(index)) return;
    if (stretch.parent !== -1) {
      const inside = interior(words, index);
      if (stretch.closed && inside.end > inside.start)
        strays.push({ index, alone: false, title: isTitleStretch(words, index), introduced: false });
      return;
    }
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= stretch.open) at++;
    const sentence = sentences[at] ?? { start: 0, end: words.tokens.length };
    const inner = interior(words, index);
    if (inner.end <= inner.start) return;
    const reversed = stretch.closed ? undefined : reversedMark(words, groups, sentence, stretch.open, inner);
    if (reversed !== undefined) {
      used.add(index);
      drafts.push(reversed);
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
      drafts.push({
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
      drafts.push({ parts: [inner], kind: 'direct', rule: 'signature', speaker: signed, confidence: 0.8, zone: -1 });
      return;
    }
    const title = isTitleStretch(words, index);
    const introduced =
      /^[:]$/.test(words.at(stretch.open - 1)) ||
      (/^[-–—]$/.test(words.at(stretch.open - 1)) && /^[:–—-]$/.test(words.at(stretch.open - 2)));
    const subject = introduced
      ? (label(words, sentence, stretch.open - 1) ??
        reporterBefore(drafts, sentence, stretch.open) ??
        introducer(words, sentence, stretch.open - 1))
      : undefined;
    const alone = standsAlone(words, sentence, stretch.open, stretch.close) || speaksFirst(words, sentence, stretch.open, inner);
    const said = title || introduced || alone ? undefined : saidInPassing(words, groups, drafts, sentence, index);
    if (said !== undefined) {
      used.add(index);
      drafts.push(said);
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
  words: Words,
  groups: readonly CueGroup[],
  drafts: readonly Draft[],
  sentence: Sentence,
  index: number,
): Draft | undefined {
  const inner = interior(words, index);
  const { open, closed } = words.marks.stretches[index] as Stretch;
  if (!closed) return undefined;
  let count = 0;
  for (let i = inner.start; i < inner.end; i++) if (words.isWord(i)) count++;
  const verb = hasFiniteVerb(words, inner);
  const clause = verb && count >= SHORTEST_CLAUSE;
  if (!clause && !(count >= SHORTEST_PHRASE && !namesThing(words, open)) && !tellsOfOneself(words, open, inner)) return undefined;
  // "élu « Sportif du siècle »", "mis en examen pour « recel de fonds publics »": what something is called
  if (!verb && words.isCapital(inner.start)) return undefined;
  const speaker = sourceOf(words, drafts, sentence, index, verb);
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
function verbBefore(words: Words, open: number): Range | undefined {
  if (words.info[open - 1]?.verb === undefined) return undefined;
  let start = open - 1;
  while (start > 0 && (words.isAdverb(start - 1) || words.is(start - 1, CLASS.auxiliary | CLASS.being))) start--;
  while (words.isAdverb(start)) start++;
  return { start, end: open };
}

/** "poursuivi pour « … »", "embauché comme « … »": a charge, a post. */
function namesThing(words: Words, open: number): boolean {
  let i = open - 1;
  while (words.is(i, CLASS.determiner)) i--;
  if (words.lists.chargedFor.has(words.at(i))) return true;
  return words.lists.namedAs.has(words.at(i)) && words.has(i - 1, PARTICIPLE);
}

/** "est « agréablement surpris »": a participle in marks behind to be. */
function tellsOfOneself(words: Words, open: number, inner: Range): boolean {
  let verb = open - 1;
  while (words.isAdverb(verb)) verb--;
  if (!words.is(verb, CLASS.being) || !words.has(verb, FINITE) || words.is(verb, CLASS.auxiliary)) return false;
  let first = inner.start;
  while (first < inner.end && words.isAdverb(first)) first++;
  return first < inner.end && words.has(first, PARTICIPLE) && !words.is(first, CLASS.determiner);
}

/** Whose the marked words of a sentence can be: its last speaker before them, else the subject before them, else who stands behind "par". */
function sourceOf(
  words: Words,
  drafts: readonly Draft[],
  sentence: Sentence,
  index: number,
  predicate: boolean,
): Phrase | undefined {
  const { open, close } = words.marks.stretches[index] as Stretch;
  const known = reporterBefore(drafts, sentence, open);
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
function sounds(words: Words, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun') {
    const sense = words.pack.pronouns[words.at(phrase.start)];
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
function reporterBefore(drafts: readonly Draft[], sentence: Sentence, open: number): Phrase | undefined {
  return drafts
    .slice(-12)
    .findLast(
      (draft) =>
        draft.zone === -1 &&
        draft.speaker !== undefined &&
        (draft.cue?.start ?? -1) >= sentence.start &&
        (draft.parts.at(-1)?.end ?? open) < open,
    )?.speaker;
}

/** `… de la route "indiquait X.`: a mark that looks like an opening one but stands before an incise closes what nothing opened. */
function reversedMark(
  words: Words,
  groups: readonly CueGroup[],
  sentence: Sentence,
  open: number,
  inner: Range,
): Draft | undefined {
  const group = groupsIn(groups, { start: inner.start, end: inner.start + 14 }).find(
    (g) => g.left === inner.start && g.mood === 'finite' && /[dq]/.test(g.flags),
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
function speaksFirst(words: Words, sentence: Sentence, open: number, inner: Range): boolean {
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
function signatureBehind(words: Words, sentence: Sentence, close: number): Phrase | undefined {
  if (!words.pack.zeroThat || !/^[-–—]$/.test(words.at(close + 1)) || words.closes(close) === undefined) return undefined;
  const phrase = nounPhraseAt(words, close + 2, sentence.end, 'right');
  if (phrase === undefined || phrase.kind !== 'name') return undefined;
  const whole = withApposition(words, phrase, sentence.end, 'right');
  return whole.end >= withoutFinal(words, whole.start, sentence.end) ? whole : undefined;
}

/** Nothing but marks, dashes and final punctuation around it in its sentence. */
function standsAlone(words: Words, sentence: Sentence, open: number, close: number): boolean {
  for (let i = sentence.start; i < open; i++)
    if (words.marks.inside[i] === -1 && (words.isWord(i) || words.tokens[i]?.kind === 'number')) return false;
  for (let i = close + 1; i < sentence.end; i++)
    if (words.marks.inside[i] === -1 && (words.isWord(i) || words.tokens[i]?.kind === 'number')) return false;
  return true;
}

/** "Paul Dubois : « … »": nothing but a name or a title before the colon. */
function label(words: Words, sentence: Sentence, colon: number): Phrase | undefined {
  const phrase = nounPhraseAt(words, sentence.start, colon, 'left');
  if (phrase === undefined || phrase.kind === 'pronoun') return undefined;
  const whole = withApposition(words, phrase, colon, 'left');
  return whole.end === colon ? whole : undefined;
}

/** The subject of the sentence that leads to a colon: "C'est Maradona qui a fait le premier pas :". */
export function introducer(words: Words, sentence: Sentence, colon: number): Phrase | undefined {
  for (let i = colon - 1; i >= sentence.start && i > colon - 60; i--) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const subject = subjectBefore(words, left, sentence.start);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

export { directFrom };
