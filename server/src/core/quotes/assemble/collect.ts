import type { DocumentView } from '../../document';
import { CLASS, CUE } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { subjectOf } from '../../syntax/control';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import type { Phrase } from '../../syntax/nounPhrases';
import { nounPhraseAt } from '../../syntax/nounPhrases';
import { interior, type Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import { subjectBefore } from '../../syntax/subjects';
import { isCapitalAt } from '../../text/tokens';
import type { LooseQuotation } from '../attribute';
import type { ParagraphScan } from '../detect';
import type { DashTurn } from '../rules/dashTurns';
import { introducer, type UncuedSpan } from '../rules/uncuedSpans';
import { textTypeOf } from './textType';

/** All quotations of the document: the paragraphs' own, and those that only their neighbours explain. */
export function collectQuotations(document: DocumentView, scans: readonly ParagraphScan[]): LooseQuotation[] {
  const found: LooseQuotation[] = [];
  const register = textTypeOf(scans);
  const dialogue = register.emDialogue || register.enDialogue;
  scans.forEach((scan, index) => {
    const base = document.paragraphs[index]?.start ?? 0;
    const local: LooseQuotation[] = scan.candidates.map((candidate) => ({
      spans: candidate.parts.map((part) => spanOf(scan, part, base)),
      kind: candidate.kind,
      rule: candidate.rule,
      ...(candidate.cue && { cue: between(scan, candidate.cue, base) }),
      ...(candidate.speaker && { speaker: { paragraph: index, phrase: candidate.speaker } }),
      // "Avant d'ajouter : « … »" goes on with who spoke before
      ...(!candidate.speaker && candidate.kind === 'direct' && { inherits: true as const }),
      confidence: candidate.confidence,
      paragraph: index,
      ...(candidate.problem && { problem: candidate.problem }),
    }));
    const turn = scan.turn;
    const spoken = (each: DashTurn): boolean => (each.strong ? register.emDialogue : register.enDialogue);
    if (register.lostBreaks && scan.turns.some(spoken)) {
      pushTurns(document, scans, index, scan.turns.filter(spoken), local, found);
      return;
    }
    if (turn !== undefined && (!turn.nominal || (dialogue && !signs(found, scans, index) && !turn.signature)) && spoken(turn)) {
      const told = register.narrative ? teller(scans, index) : undefined;
      pushTurns(document, scans, index, [turn], local, found, told);
      return;
    }
    for (const item of local) found.push(item);
    for (const stray of scan.strays) placeStray(document, scans, index, stray, found, dialogue || register.narrative);
  });
  const joined = joinParagraphs(document, scans, found);
  const kept = register.narrative ? joined.flatMap((item) => directOnly(document, scans, item)) : joined;
  for (const item of kept) item.spans = inTextOrder(item.spans);
  const whole = kept.filter((item) => item.spans.length > 0);
  return once(whole, document.text);
}

/** The spans of one quotation: none empty, in order, none over another; whatever rules and marks gave together. */
function inTextOrder(spans: LooseQuotation['spans']): LooseQuotation['spans'] {
  const ordered = spans.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: LooseQuotation['spans'] = [];
  for (const [start, end] of ordered) {
    const last = kept.at(-1);
    if (last === undefined || start >= last[1]) kept.push([start, end]);
    else last[1] = Math.max(last[1], end);
  }
  return kept;
}

/** Each quotation once by its words: where two verbs bring in the same words (« réclame et appelle à … »), the one that tells most. */
function once(found: readonly LooseQuotation[], text: string): LooseQuotation[] {
  const known = new Map<string, LooseQuotation>();
  for (const item of found) {
    const key = item.spans.join();
    const other = known.get(key);
    if (other === undefined || tellsMore(item, other, text)) known.set(key, item);
  }
  return [...known.values()];
}

/** Sure before doubtful, with a speaker before without, with a cue that is no name, with the nearest cue before another's. */
function tellsMore(one: LooseQuotation, other: LooseQuotation, text: string): boolean {
  const named = ({ cue }: LooseQuotation): boolean => cue !== undefined && isCapitalAt(text, cue.start);
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  if ((one.speaker === undefined) !== (other.speaker === undefined)) return one.speaker !== undefined;
  // "a annoncé sur Twitter que"
  return named(one) === named(other) ? distance(one) < distance(other) : !named(one);
}

/** How far a quotation's cue stands from its words, in code units. */
function distance({ spans, cue }: LooseQuotation): number {
  if (cue === undefined) return Number.POSITIVE_INFINITY;
  const start = spans[0]?.[0] ?? 0;
  return cue.end <= start ? start - cue.end : Math.abs(cue.start - (spans.at(-1)?.[1] ?? 0));
}

/** Turns of a dialogue as quotations; of what the paragraph's own rules found, the marked words inside them stay. */
function pushTurns(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  index: number,
  turns: readonly DashTurn[],
  local: readonly LooseQuotation[],
  found: LooseQuotation[],
  told?: LooseQuotation['speaker'],
): void {
  const scan = scans[index];
  if (scan === undefined) return;
  const base = document.paragraphs[index]?.start ?? 0;
  const own: LooseQuotation[] = [];
  for (const [k, turn] of turns.entries()) {
    const atHead = k === 0 && (turn.parts[0]?.start ?? 9) < 4;
    const lead = atHead ? colonBefore(scans, index) : undefined;
    const before = atHead ? undefined : tellerBefore(scans, index, (turn.parts[0]?.start ?? 1) - 1);
    const speaker = turn.speaker ? { paragraph: index, phrase: turn.speaker } : (lead?.speaker ?? (atHead ? told : before));
    const cue = turn.cue
      ? between(scan, turn.cue, base)
      : lead?.cue && between(lead.scan, lead.cue, document.paragraphs[lead.paragraph]?.start ?? 0);
    own.push({
      spans: turn.parts.map((part) => spanOf(scan, part, base)),
      kind: 'direct',
      rule: 'dash',
      ...(cue && { cue }),
      ...(speaker && { speaker }),
      confidence: 0.8,
      paragraph: index,
    });
  }
  const marked = scan.words.marks.spans.length > 0;
  const inner = local.filter((item) => {
    if (item.kind !== 'direct' || !marked) return false;
    const [start, end] = [item.spans[0]?.[0] ?? 0, endOf(item)];
    return !own.some((turn) => turn.spans.some(([a, b]) => start < b && a < end && !(a < start && end < b)));
  });
  for (const item of own) found.push(item);
  for (const item of inner) found.push(item);
}

/** Whether a paragraph ends inside a quotation that is not closed: the quotation's last span ends with it. */
function runsOver(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  here: readonly LooseQuotation[],
  index: number,
): LooseQuotation | undefined {
  const scan = scans[index];
  const last = scan?.words.marks.spans.findLast((stretch) => stretch.parent === -1);
  if (scan === undefined || last === undefined || last.closed || last.close < scan.words.tokens.length) return undefined;
  const end = document.paragraphs[index]?.end ?? 0;
  return here.findLast((item) => item.kind === 'direct' && Math.abs(endOf(item) - end) < 2);
}

// Further than this an opening mark without a closing one is a slip, not a quotation over paragraphs.
const LONGEST_QUOTATION = 12;

/** Joins quotations over several paragraphs, whether each of them repeats the opening mark or not. */
function joinParagraphs(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  found: readonly LooseQuotation[],
): readonly LooseQuotation[] {
  const byParagraph = new Map<number, LooseQuotation[]>();
  const at = (paragraph: number): LooseQuotation[] => {
    const list = byParagraph.get(paragraph) ?? [];
    byParagraph.set(paragraph, list);
    return list;
  };
  for (const item of found) at(item.paragraph).push(item);
  const gone = new Set<LooseQuotation>();
  for (let index = 0; index + 1 < scans.length; index++) {
    let open = runsOver(document, scans, at(index), index);
    for (let next = index + 1; open !== undefined && next < Math.min(scans.length, index + LONGEST_QUOTATION); next++) {
      const more = scans[next];
      const place = document.paragraphs[next];
      // old books open marks for a whole dialogue and tell its turns apart by dashes
      if (more === undefined || place === undefined || more.turn !== undefined) break;
      const first = more.words.marks.spans[0];
      if (first?.open === 0) {
        const start = place.start + (more.words.tokens[1]?.start ?? 0);
        const follower = at(next).find((item) => item !== open && !gone.has(item) && item.spans[0]?.[0] === start);
        if (follower === undefined) break;
        for (const span of follower.spans) open.spans.push(span);
        if (open.speaker === undefined && follower.speaker !== undefined) open.speaker = follower.speaker;
        if (open.cue === undefined && follower.cue !== undefined) open.cue = follower.cue;
        gone.add(follower);
        at(next).push(open);
        if (first.closed) delete open.problem;
        if (first.closed) break;
        continue;
      }
      const closing = more.words.marks.unopened[0];
      if (closing === undefined || (first !== undefined && first.open < closing)) {
        if (
          first !== undefined ||
          scans.slice(next, index + LONGEST_QUOTATION).every((scan) => scan.words.marks.unopened.length === 0)
        )
          break;
        open.spans.push([place.start, place.end]);
        continue;
      }
      const end = place.start + (more.words.tokens[closing - 1]?.end ?? 0);
      open.spans.push([place.start, end]);
      const told = at(next).find((item) => item !== open && item.spans[0]?.[0] === place.start);
      if (told?.speaker !== undefined && open.speaker === undefined) {
        open.speaker = told.speaker;
        if (told.cue) open.cue = told.cue;
        delete open.inherits;
      }
      if (told !== undefined) gone.add(told);
      delete open.problem;
      open = undefined;
    }
  }
  return gone.size > 0 ? found.filter((item) => !gone.has(item)) : found;
}

/** A short line behind a quotation that stands alone, in a text that has no other turn near by: a signature. */
function signs(found: readonly LooseQuotation[], scans: readonly ParagraphScan[], index: number): boolean {
  const last = found.at(-1);
  return last?.rule === 'floating' && last.paragraph === index - 1 && scans[index - 1]?.turn === undefined;
}

/** In a narrative: the marked words of a mixed quotation as direct speech, and nothing of what is told without marks. */
function directOnly(document: DocumentView, scans: readonly ParagraphScan[], item: LooseQuotation): LooseQuotation[] {
  if (item.kind === 'indirect') return [];
  if (item.kind !== 'mixed') return [item];
  const scan = scans[item.paragraph];
  const base = document.paragraphs[item.paragraph]?.start ?? 0;
  if (scan === undefined) return [];
  const { words } = scan;
  const spans = words.marks.spans.flatMap((stretch, index) => {
    const inner = interior(words, index);
    const [start, end] = spanOf(scan, inner, base);
    const within = stretch.parent === -1 && item.spans.some(([a, b]) => a <= start && end <= b);
    return within && inner.end - inner.start >= 3 ? [[start, end] as [number, number]] : [];
  });
  return spans.length > 0 ? [{ ...item, kind: 'direct', spans }] : [];
}

/** A range of tokens in the text; one that is empty stays so, wherever it lies. */
function spanOf(scan: ParagraphScan, part: Range, base: number): [number, number] {
  const { tokens } = scan.words;
  const start = tokens[part.start]?.start ?? tokens.at(-1)?.end ?? 0;
  return [base + start, base + (part.end > part.start ? (tokens[part.end - 1]?.end ?? start) : start)];
}

const between = (scan: ParagraphScan, part: Range, base: number): { start: number; end: number } => {
  const [start, end] = spanOf(scan, part, base);
  return { start, end };
};

function placeStray(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  index: number,
  stray: UncuedSpan,
  found: LooseQuotation[],
  novel: boolean,
): void {
  const scan = scans[index];
  if (scan === undefined) return;
  const base = document.paragraphs[index]?.start ?? 0;
  const { words } = scan;
  const inner = interior(words, stray.index);
  const stretch = words.marks.spans[stray.index];
  const span = spanOf(scan, inner, base);
  const length = inner.end - inner.start;
  const problem = stretch?.closed === false ? { problem: 'unclosed' as const } : {};
  const whole = length >= 4 || hasFiniteVerb(words, inner) || /[.!?…]/.test(words.at(inner.end - 1));
  const lead =
    stretch?.open === 0 || (stretch !== undefined && stretch.open < 3 && !words.isWord(0))
      ? colonBefore(scans, index)
      : undefined;
  if ((stray.introduced || lead !== undefined) && (whole || novel)) {
    const speaker = stray.subject ? { paragraph: index, phrase: stray.subject } : lead?.speaker;
    const cue = lead?.cue && between(lead.scan, lead.cue, document.paragraphs[lead.paragraph]?.start ?? 0);
    found.push({
      spans: [span],
      kind: 'direct',
      rule: 'colon',
      ...(cue && { cue }),
      ...(speaker ? { speaker } : { inherits: true as const }),
      confidence: 0.75,
      paragraph: index,
      ...problem,
    });
    return;
  }
  if (stray.alone && whole && !stray.title) {
    const previous = lastDirect(found, index, span[0]);
    const adjoining = previous !== undefined && sentenceBetween(scan, base, previous, span[0]);
    if (adjoining && previous !== undefined && previous.speaker !== undefined) {
      previous.spans.push(span);
      return;
    }
    const signature = signatureAfter(scans, index) ?? (novel ? tellerBefore(scans, index, stretch?.open ?? 0) : undefined);
    const actor = signature === undefined ? actorBefore(scan, index, stretch?.open ?? 0, base, found) : undefined;
    found.push({
      spans: [span],
      kind: 'direct',
      rule: 'floating',
      ...(signature ? { speaker: signature } : { inherits: true as const, ...(actor && { actor }) }),
      confidence: signature ? 0.8 : 0.55,
      paragraph: index,
      ...problem,
    });
    return;
  }
  found.push({
    spans: [span],
    kind: stray.title ? 'title' : 'scare',
    rule: 'stray',
    confidence: 0.5,
    paragraph: index,
    ...problem,
  });
}

/** The last direct quotation of a paragraph that ends before an offset. */
function lastDirect(found: readonly LooseQuotation[], paragraph: number, before: number): LooseQuotation | undefined {
  for (let k = found.length - 1; k >= 0; k--) {
    const item = found[k];
    if (item === undefined || item.paragraph !== paragraph) return undefined;
    if (item.kind === 'direct' && endOf(item) < before) return item;
  }
  return undefined;
}

const endOf = (found: LooseQuotation): number => found.spans.at(-1)?.[1] ?? 0;

/** Whether the quotation before ends in the sentence right before an offset. */
function sentenceBetween(scan: ParagraphScan, base: number, previous: LooseQuotation, at: number): boolean {
  const here = scan.sentences.findIndex((s) => base + (scan.words.tokens[s.end - 1]?.end ?? 0) > at);
  const before = scan.sentences[here - 1];
  if (here < 1 || before === undefined) return false;
  const from = base + (scan.words.tokens[before.start]?.start ?? 0);
  return endOf(previous) > from || (previous.cue?.end ?? 0) > from;
}

/** In a narrative, who acts in the sentence before a quotation without a cue: "Elle riait. — Voyons !" */
function teller(scans: readonly ParagraphScan[], index: number): { paragraph: number; phrase: Phrase } | undefined {
  const scan = scans[index - 1];
  if (scan === undefined || scan.turn !== undefined) return undefined;
  return tellerIn(scan, index - 1, scan.words.tokens.length);
}

function tellerBefore(
  scans: readonly ParagraphScan[],
  index: number,
  open: number,
): { paragraph: number; phrase: Phrase } | undefined {
  const scan = scans[index];
  if (scan === undefined) return undefined;
  return open > 2 ? tellerIn(scan, index, open) : teller(scans, index);
}

/** Who acts in the sentence before a quotation without a cue, where nobody is quoted in that sentence. */
function actorBefore(
  scan: ParagraphScan,
  index: number,
  open: number,
  base: number,
  found: readonly LooseQuotation[],
): { paragraph: number; phrase: Phrase } | undefined {
  const sentence = scan.sentences.findLast((each) => each.end <= open);
  if (sentence === undefined) return undefined;
  const from = base + (scan.words.tokens[sentence.start]?.start ?? 0);
  const last = found.at(-1);
  const told = last?.paragraph === index && last.kind !== 'scare' && last.kind !== 'title' && endOf(last) > from;
  return told ? undefined : tellerIn(scan, index, open);
}

/** The subject of the last sentence that ends before a token. */
function tellerIn(scan: ParagraphScan, paragraph: number, before: number): { paragraph: number; phrase: Phrase } | undefined {
  const sentence = scan.sentences.findLast((each) => each.end <= before);
  if (sentence === undefined || scan.words.closes(sentence.end - 1) !== undefined) return undefined;
  const { words } = scan;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const phrase = subjectBefore(words, left, sentence.start);
    if (phrase !== undefined) return { paragraph, phrase };
  }
  return undefined;
}

interface Lead {
  readonly scan: ParagraphScan;
  readonly paragraph: number;
  readonly cue?: Range;
  readonly speaker?: { paragraph: number; phrase: Phrase };
}

/** The paragraph before ends in a colon: its last cue and subject. */
function colonBefore(scans: readonly ParagraphScan[], index: number): Lead | undefined {
  const scan = scans[index - 1];
  if (scan === undefined) return undefined;
  const { words, groups } = scan;
  const last = words.tokens.length - 1;
  if (words.at(last) !== ':') return undefined;
  const sentence = scan.sentences.at(-1);
  if (sentence === undefined) return undefined;
  for (let k = groups.length - 1; k >= 0; k--) {
    const group = groups[k];
    if (group === undefined || group.head < sentence.start) break;
    if (
      (group.senses & (CUE.introducesSpeech | CUE.reportsClause | CUE.colonNeedsMarks)) === 0 ||
      group.mood === 'passive' ||
      words.marks.inside[group.head] !== -1
    )
      continue;
    const phrase = subjectOf(words, group, sentence.start, sentence.end);
    return {
      scan,
      paragraph: index - 1,
      cue: { start: group.start, end: group.end },
      ...(phrase && { speaker: { paragraph: index - 1, phrase } }),
    };
  }
  const named = introducer(words, sentence, last);
  const phrase = named ?? nounPhraseAt(words, sentence.start, last, 'left');
  return { scan, paragraph: index - 1, ...(phrase && { speaker: { paragraph: index - 1, phrase } }) };
}

/** A line "— Name, what he is" behind a quotation that stands alone. */
function signatureAfter(scans: readonly ParagraphScan[], index: number): { paragraph: number; phrase: Phrase } | undefined {
  const scan = scans[index + 1];
  const turn = scan?.turn;
  if (scan === undefined || turn === undefined || !turn.nominal || scan.words.tokens.length > 30) return undefined;
  const start = turn.parts[0]?.start ?? 1;
  const phrase = nounPhraseAt(scan.words, start, withoutFinal(scan.words, start, scan.words.tokens.length), 'right');
  if (phrase === undefined || phrase.kind !== 'name') return undefined;
  return { paragraph: index + 1, phrase: withApposition(scan.words, phrase, scan.words.tokens.length, 'right') };
}
