import type { ParagraphView } from '../document';
import { packed } from '../packed';
import { lowerBound } from '../span';
import { findAttributions } from './attributions';
import { hasFiniteVerb } from './clauses';
import { findSayings, findTellings } from './contents';
import { type DashTurn, dashTurn, innerTurns } from './dialogue';
import { type Draft, groupsIn, hasGroups, interior, type Range, type Scene, sceneOf, type Zone } from './draft';
import { type CueGroup, cueGroups } from './groups';
import { findIncises } from './incises';
import { CLASS, HISTORIC } from './lexicon';
import { findNounCues } from './nouns';
import type { QuotePack } from './pack';
import { isBareName, nounPhraseAt } from './phrases';
import { findReports } from './reports';
import { cutLong, quoteSentences, type Sentence } from './sentences';
import { findStrays, type StrayStretch } from './strays';
import { Words } from './words';

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
  return {
    words,
    sentences: packed(sentences),
    groups: packed(groups),
    drafts: packed(drafts),
    strays: packed(strays),
    ...(turn && { turn }),
    turns: packed(turns),
    historic: countHistoric(words),
  };
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
