import { CLASS, CUE, FINITE, GERUND } from '../../lexicon/wordClasses';
import { packed } from '../../packed';
import type { Rule } from '../../rules/rule';
import { partitionPoint } from '../../span';
import { withApposition } from '../../syntax/appositions';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';

/** A paragraph that begins with a dialogue dash, as speech; whether it is speech the document decides. */
export interface DashTurn {
  readonly parts: readonly Range[];
  readonly cue?: Range;
  readonly speaker?: Phrase;
  /** Signs of speech: a cue with inversion, ?, !, first or second person. */
  readonly evidence: number;
  /** An em dash or two hyphens; an en dash or a hyphen also begins lists. */
  readonly strong: boolean;
  /** Too short for a turn without more evidence: a signature. */
  readonly nominal: boolean;
  /** A name and what its bearer is, nothing else: "— Anne Morel, ministre de la Mer". */
  readonly signature?: true;
}

/** Paragraphs that dashes make turns of a dialogue: "— Partez, dit-elle." */
export interface DialogueRule extends Rule {
  /** A paragraph that begins with a dash. */
  readonly whole: (words: QuoteWords, groups: readonly VerbGroup[]) => DashTurn | undefined;
  /** Turns within a paragraph, where a text has lost its line breaks. */
  readonly inner: (words: QuoteWords, groups: readonly VerbGroup[]) => DashTurn[];
}

export const dashTurns: DialogueRule = { id: 'dash-turn', whole: dashTurn, inner: innerTurns };

const DASH = /^[-–—―‒]$/;
const LEADS_TO_NARRATION = 3;

/** The dash that a paragraph begins with: the index of the first token after it, or 0 where it begins with none. */
function afterDash(words: QuoteWords): number {
  if (!DASH.test(words.at(0))) return 0;
  let i = 1;
  while (i < 3 && DASH.test(words.at(i))) i++;
  return i < words.tokens.length ? i : 0;
}

/** Reads a paragraph as a turn of a dialogue. */
function dashTurn(words: QuoteWords, groups: readonly VerbGroup[]): DashTurn | undefined {
  const start = afterDash(words);
  if (start === 0) return undefined;
  const end = words.tokens.length;
  const split = splitTurn(words, groups, { start, end });
  const dash = words.at(0);
  return {
    evidence: evidenceOf(words, start, end) + (split.cue === undefined ? 0 : 2),
    strong: dash === '—' || dash === '―' || start > 1,
    nominal: split.cue === undefined && !hasVerb(words, start, end) && !/[!?…]/.test(words.text),
    ...split,
    ...(!hasVerb(words, start, end) && isSignature(words, start, end) && { signature: true as const }),
  };
}

function isSignature(words: QuoteWords, start: number, end: number): boolean {
  const name = nounPhraseAt(words, start, end, 'left');
  return (
    name !== undefined &&
    name.kind === 'name' &&
    words.isCapital(start) &&
    words.isCapital(start + 1) &&
    words.at(name.end) === ','
  );
}

function hasVerb(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (words.has(i, FINITE) && !words.isCapital(i)) return true;
  return false;
}

function evidenceOf(words: QuoteWords, start: number, end: number): number {
  let evidence = 0;
  for (let i = start; i < end && evidence < 3; i++) {
    if (/^[!?…]$/.test(words.at(i))) evidence++;
    else if (words.lists.talkers.has(words.at(i))) evidence++;
  }
  return evidence;
}

/** Turns within a paragraph, where a text has lost its line breaks: "… il vint. — Oui, dit-il. — Non !" */
function innerTurns(words: QuoteWords, groups: readonly VerbGroup[]): DashTurn[] {
  const dashes: number[] = [];
  for (let i = 0; i + 1 < words.tokens.length; i++) if (opensTurn(words, i)) dashes.push(i);
  if (dashes.length === 0) return [];
  const ends = sentenceEnds(words);
  let group = 0;
  return dashes.map((dash, k) => {
    const limit = dashes[k + 1] ?? words.tokens.length;
    const start = dash + 1;
    const end = speechEnd(words, ends, start, limit);
    while (group < groups.length && (groups[group]?.head ?? 0) < start) group++;
    const own: VerbGroup[] = [];
    for (let g = group; g < groups.length && (groups[g]?.head ?? 0) < end; g++) own.push(groups[g] as VerbGroup);
    const split = splitTurn(words, own, { start, end });
    return {
      evidence: evidenceOf(words, start, end) + (split.cue === undefined ? 0 : 2),
      strong: words.at(dash) === '—' || words.at(dash) === '―',
      nominal: false,
      ...split,
    };
  });
}

/** A spaced dash after a full stop or colon, before a capital. */
function opensTurn(words: QuoteWords, i: number): boolean {
  if (words.isWord(i) || !DASH.test(words.at(i)) || !words.spaced(i) || words.marks.inside[i] !== -1) return false;
  if (i > 0 && !/^[.!?…:;»”"]$/.test(words.at(i - 1))) return false;
  return words.isCapital(i + 1) || words.opens(i + 1) !== undefined || words.at(i + 1) === '…';
}

/** Tokens that end a sentence, exclusive, in order. */
function sentenceEnds(words: QuoteWords): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const span of words.view.sentences) {
    while (at < words.tokens.length && (words.tokens[at]?.start ?? 0) < span.end) at++;
    ends.push(at);
  }
  return ends;
}

/** A turn's first sentence is speech, and so are the next ones until one narrates. */
function speechEnd(words: QuoteWords, ends: readonly number[], start: number, limit: number): number {
  const first = partitionPoint(ends, (end) => end <= start);
  let end = Math.min(ends[first] ?? limit, limit);
  for (let k = first + 1; k < ends.length && end < limit; k++) {
    const next = Math.min(ends[k] ?? limit, limit);
    if (isNarration(words, end, next)) break;
    end = next;
  }
  return end;
}

/** Cuts the incise, and the narration after it, out of a turn. */
function splitTurn(
  words: QuoteWords,
  groups: readonly VerbGroup[],
  turn: Range,
): { parts: readonly Range[]; cue?: Range; speaker?: Phrase } {
  const parts: Range[] = [];
  let cue: Range | undefined;
  let speaker: Phrase | undefined;
  let from = turn.start;
  for (const group of groups) {
    if (group.head < from || group.head >= turn.end || group.mood !== 'finite') continue;
    const found = spokenIncise(words, group, turn);
    if (found === undefined) continue;
    const before = { start: from, end: trimComma(words, from, found.start) };
    if (before.end > before.start) parts.push(before);
    if (cue === undefined) {
      cue = { start: group.start, end: group.end };
      speaker = found.speaker;
    }
    from = resume(words, found.end, turn.end);
    if (from >= turn.end) break;
  }
  if (from < turn.end) parts.push({ start: from, end: turn.end });
  return { parts: packed(parts), ...(cue && { cue }), ...(speaker && { speaker }) };
}

const trimComma = (words: QuoteWords, start: number, end: number): number => {
  let last = end;
  while (last > start && (words.at(last - 1) === ',' || DASH.test(words.at(last - 1)))) last--;
  return last;
};

/** A reporting clause within speech: where it begins, where its own words and the narration after them end, who speaks. */
interface SpokenClause extends Range {
  readonly speaker: Phrase;
}

const SPEECH = CUE.introducesSpeech | CUE.reportsClause;

/** ", dit-il", "? demanda Paul": an inverted verb after a pause within speech. */
function spokenIncise(words: QuoteWords, group: VerbGroup, turn: Range, pause = -1): SpokenClause | undefined {
  if ((group.senses & (SPEECH | CUE.isThought)) === 0 && group.inverted < 0) return undefined;
  const before = group.left - 1;
  if (before < turn.start || !(before === pause ? isWholePause(words, before) : isPause(words, before))) return undefined;
  const speaker = group.inverted >= 0 ? invertedPronoun(words, group) : subjectAfter(words, group, turn.end);
  if (speaker === undefined) return undefined;
  const start = words.at(before) === ',' ? before : before + 1;
  return { start, end: narrationEnd(words, group.inverted >= 0 ? afterGroup(group) : speaker.end, turn.end), speaker };
}

const isPause = (words: QuoteWords, i: number): boolean => /^[,!?…;.–—-]$/.test(words.at(i)) && isWholePause(words, i);

/** No hyphen within a word, and no stop but the last of several. */
const isWholePause = (words: QuoteWords, i: number): boolean =>
  !(words.at(i) === '-' && !words.spaced(i)) && !(words.at(i) === '.' && words.at(i - 1) !== '.');

/** dit-il; not dis-tu, which belongs to what is said */
const invertedPronoun = (words: QuoteWords, { inverted }: VerbGroup): Phrase | undefined =>
  words.lists.saidInside.has(words.at(inverted)) ? undefined : { start: inverted, end: inverted + 1, kind: 'pronoun' };

/** demanda Paul */
function subjectAfter(words: QuoteWords, group: VerbGroup, limit: number): Phrase | undefined {
  if (!words.pack.inversion && words.is(group.left - 1, CLASS.subject)) return undefined;
  let k = afterGroup(group);
  while (k < limit && (words.isAdverb(k) || words.is(k, CLASS.time))) k++;
  const phrase = nounPhraseAt(words, k, limit, 'right');
  if (phrase === undefined || (phrase.kind === 'pronoun' && !words.lists.subjectsBehind.has(words.at(phrase.start))))
    return undefined;
  return (group.senses & SPEECH) === 0 ? undefined : withApposition(words, phrase, limit, 'right');
}

/** Where the incise's own words end: the first comma that speech follows, or its full stop. */
function narrationEnd(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  while (i < limit && !/^[.!?…;:]$/.test(words.at(i))) {
    if (words.at(i) === ',' && !goesOnTelling(words, i + 1)) break;
    if (/^[–—]$/.test(words.at(i))) break;
    i++;
  }
  return i;
}

/** After the incise's comma narration goes on with a participle, a preposition or a relative. */
function goesOnTelling(words: QuoteWords, i: number): boolean {
  if (words.is(i, CLASS.preposition) || words.is(i, CLASS.relative))
    return (
      words.lists.goesOnTelling.has(words.at(i)) ||
      // d'un, d'une
      (words.is(i, CLASS.of) && words.at(i).endsWith("'") && words.lists.indefiniteArticle.has(words.at(i + 1)))
    );
  return words.has(i, GERUND) || (words.verb(i)?.forms ?? 0) === 8;
}

/** Where speech goes on after an incise; the limit where narration takes over for good. */
function resume(words: QuoteWords, at: number, limit: number): number {
  let i = at;
  const stop = words.at(i);
  while (i < limit && /^[.,;:!?…–—]$/.test(words.at(i))) i++;
  if (i >= limit) return limit;
  if (stop === ',' || stop === ';' || stop === ':' || /^[–—]$/.test(stop)) return i;
  return isNarration(words, i, limit) ? limit : i;
}

/** Third person in the past, and neither I nor you nor ! nor ?: narration, not speech. */
function isNarration(words: QuoteWords, from: number, limit: number): boolean {
  const { talk, narration, narrativeTense } = words.lists;
  let told = 0;
  for (let i = from; i < limit; i++) {
    const text = words.at(i);
    if (/^[!?…]$/.test(text)) return false;
    if (talk.has(text)) return false;
    if (narration.has(text)) told++;
    if (narrativeTense.test(text) && words.has(i, FINITE)) told++;
  }
  return told >= LEADS_TO_NARRATION || (told > 0 && limit - from < 12);
}

/** Splits a marked quotation at a reporting clause inside its marks: «…, a réagi X. …». */
export function splitMarked(
  words: QuoteWords,
  groups: readonly VerbGroup[],
  range: Range,
  pause = -1,
): { parts: Range[]; cue?: Range; speaker?: Phrase } | undefined {
  for (const group of groups) {
    if (group.head <= range.start || group.head >= range.end || group.mood !== 'finite') continue;
    const found = spokenIncise(words, group, range, pause);
    if (found === undefined || (group.inverted < 0 && !isWholeClause(words, found.speaker, range.end))) continue;
    const head = { start: range.start, end: trimComma(words, range.start, found.start) };
    let at = found.end;
    while (at < range.end && /^[,.;:–—]$/.test(words.at(at))) at++;
    const parts = [head, { start: at, end: range.end }].filter((part) => part.end > part.start);
    return { parts, cue: { start: group.start, end: group.end }, speaker: found.speaker };
  }
  return undefined;
}

/** Somebody who can speak, and nothing after him but a pause or an adjunct. */
const isWholeClause = (words: QuoteWords, speaker: Phrase, limit: number): boolean =>
  endsClause(words, speaker.end, limit) && !isThing(words, speaker);

const endsClause = (words: QuoteWords, end: number, limit: number): boolean =>
  end >= limit || /^[,.;!?]$/.test(words.at(end)) || words.is(end, CLASS.preposition) || words.has(end, GERUND);

const isThing = (words: QuoteWords, { kind, start }: Phrase): boolean =>
  kind === 'description' &&
  !words.isHuman(start + 1) &&
  !words.is(start + 1, CLASS.institution) &&
  !words.lists.plainArticles.has(words.at(start));
