import { innerTurns } from '../detect';
import { type DashTurn, dashTurns } from '../rules/dashTurns';
import { type Introduction, introductionOf } from './introduction';
import { precedingSubject, subjectInParagraphBefore } from './precedingSubject';
import { type AssemblyContext, cueSpanOf, lastEnd, type PlacedQuotation, type SpeakerMention, spanOf } from './quotation';
import { signsLastQuotation } from './signatures';

/** The turns of a dialogue that a paragraph holds; undefined where its dashes bring in no speech. */
export function turnsOf(
  { scans, textType }: AssemblyContext,
  paragraph: number,
  last: PlacedQuotation | undefined,
): readonly DashTurn[] | undefined {
  const scan = scans[paragraph];
  if (scan === undefined) return undefined;
  const isSpoken = (turn: DashTurn): boolean => (turn.strong ? textType.emDialogue : textType.enDialogue);
  const inner = textType.lostBreaks ? innerTurns(scan, dashTurns).filter(isSpoken) : [];
  if (inner.length > 0) return inner;
  const { turn } = scan;
  if (turn === undefined || !isSpoken(turn)) return undefined;
  const isTurn = !turn.nominal || (hasDialogue(textType) && !signsLastQuotation(scans, paragraph, last) && !turn.signature);
  return isTurn ? [turn] : undefined;
}

/** Whether dashes bring in speech in a document. */
export const hasDialogue = ({ emDialogue, enDialogue }: AssemblyContext['textType']): boolean => emDialogue || enDialogue;

/** A paragraph's turns as quotations, and those direct ones of its own that lie inside a turn or apart from all. */
export function dialogueTurns(
  context: AssemblyContext,
  paragraph: number,
  turns: readonly DashTurn[],
  own: readonly PlacedQuotation[],
): PlacedQuotation[] {
  const { scans } = context;
  const scan = scans[paragraph];
  // a turn that is the whole paragraph
  const actor = context.textType.narrative && turns[0] === scan?.turn ? subjectInParagraphBefore(scans, paragraph) : undefined;
  const spoken = turns.map((turn, index) => {
    const first = turn.parts[0];
    const isAtHead = index === 0 && first !== undefined && first.start < 4;
    return isAtHead
      ? turnAtHead(context, paragraph, turn, actor)
      : turnQuotation(context, paragraph, turn, { speaker: precedingSubject(scans, paragraph, (first?.start ?? 1) - 1) });
  });
  if (scan === undefined || scan.words.marks.spans.length === 0) return spoken;
  return spoken.concat(own.filter((item) => item.kind === 'direct' && !spoken.some((turn) => crosses(item, turn))));
}

/** Whether a quotation and a turn share words, and the quotation does not lie wholly inside. */
function crosses(item: PlacedQuotation, turn: PlacedQuotation): boolean {
  const start = item.spans[0]?.[0] ?? 0;
  const end = lastEnd(item);
  return turn.spans.some(([from, to]) => start < to && from < end && !(from < start && end < to));
}

/** A paragraph's first turn: what it does not say itself the paragraph before may. */
function turnAtHead(
  context: AssemblyContext,
  paragraph: number,
  turn: DashTurn,
  actor: SpeakerMention | undefined,
): PlacedQuotation {
  const introduction = introductionOf(context, paragraph);
  return turnQuotation(context, paragraph, turn, { cue: introduction?.cue, speaker: introduction?.speaker ?? actor });
}

/** A turn as a quotation; `otherwise`: its cue and speaker where it names none itself. */
function turnQuotation(
  context: AssemblyContext,
  paragraph: number,
  turn: DashTurn,
  otherwise: { readonly cue?: Introduction['cue'] | undefined; readonly speaker: SpeakerMention | undefined },
): PlacedQuotation {
  const cue = turn.cue ? cueSpanOf(context, paragraph, turn.cue) : otherwise.cue;
  const speaker = turn.speaker ? { paragraph, phrase: turn.speaker } : otherwise.speaker;
  return {
    spans: turn.parts.map((part) => spanOf(context, paragraph, part)),
    kind: 'direct',
    rule: 'dash-turn',
    ...(cue && { cue }),
    ...(speaker && { speaker }),
    confidence: 0.8,
    paragraph,
  };
}
