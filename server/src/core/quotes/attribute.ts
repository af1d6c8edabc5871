import type { Quotation } from '../analysis';
import type { DocumentView } from '../document';
import { own } from '../members';
import { textSpan } from '../span';
import type { Phrase } from '../syntax/nounPhrases';
import { collectQuotations } from './assemble/collect';
import { textTypeOf } from './assemble/textType';
import type { RuleName } from './candidate';
import type { ParagraphScan } from './detect';
import type { QuoteContext } from './index';
import { type Stage, trackNarrativeSpeakers } from './narrative/tracker';
import type { QuotePack } from './pack';
import { gatherCast, type SpeakerCandidates } from './speakers/candidates';
import type { Discourse, Resolution } from './speakers/discourse';
import { lastOnStage, resolveSpeaker } from './speakers/resolve';

/** A quotation in the document: offsets count in the whole text. */
export interface LooseQuotation {
  spans: [number, number][];
  kind: Quotation['kind'];
  readonly rule: RuleName;
  cue?: { start: number; end: number };
  /** The speaker's mention, in a paragraph's tokens. */
  speaker?: { readonly paragraph: number; readonly phrase: Phrase };
  /** Goes on with the last speaker. */
  inherits?: true;
  /** Who may have said it, if that is somebody with a name, before the last speaker is taken. */
  readonly actor?: { readonly paragraph: number; readonly phrase: Phrase };
  confidence: number;
  readonly paragraph: number;
  problem?: 'unclosed' | 'unopened';
}

/** Document pass: joins what crosses paragraphs, then resolves speakers in text order. */
export function attribute(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  context: QuoteContext,
  pack: QuotePack,
): Quotation[] {
  const found = collectQuotations(document, scans);
  found.sort(
    (a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0) || (b.spans.at(-1)?.[1] ?? 0) - (a.spans.at(-1)?.[1] ?? 0),
  );
  if (found.length === 0) return [];
  const cast: SpeakerCandidates = gatherCast(document.paragraphs, scans, context.mentions, context.entities, pack);
  const discourse: Discourse = {
    text: document.text,
    paragraphs: document.paragraphs,
    scans,
    cast,
    pack,
    narrative: textTypeOf(scans).narrative,
    fullForms: new Map(),
    turns: [],
    speakers: [],
  };
  const stage = discourse.narrative ? trackNarrativeSpeakers(discourse, found) : undefined;
  const quotations: Quotation[] = [];
  for (const item of found) {
    const quotation = toQuotation(document, discourse, item, quotations, stage);
    if (quotation !== undefined) quotations.push(quotation);
  }
  return withParents(quotations);
}

/** In a dialogue two take turns: who the turn's mention means, or, where that tells nobody, whoever spoke before the last turn. */
function resolveTurnTaking(
  found: LooseQuotation,
  phrase: Phrase | undefined,
  own: Resolution | undefined,
  discourse: Discourse,
): Resolution | undefined {
  const { turns } = discourse;
  const last = turns.at(-1);
  if (last === undefined || found.paragraph - last.paragraph > 1) turns.length = 0;
  const before = turns.at(-1);
  const other = turns.at(-2)?.resolution ?? (turns.length === 1 ? otherThan(before?.resolution, discourse) : undefined);
  const unsure = phrase === undefined || phrase.kind === 'pronoun';
  const same = own !== undefined && own.name === before?.resolution?.name;
  let resolution = own;
  if (unsure && before !== undefined && (own === undefined || same))
    resolution = takesOver(other, phrase, found, discourse) ? other : undefined;
  turns.push({ paragraph: found.paragraph, ...(resolution && { resolution }) });
  return resolution;
}

/** Who spoke last besides somebody. */
function otherThan(one: Resolution | undefined, discourse: Discourse): Resolution | undefined {
  if (one === undefined) return undefined;
  return discourse.speakers.slice(-8).findLast(({ resolution }) => resolution !== undefined && resolution.name !== one.name)
    ?.resolution;
}

/** Whether a turn's pronoun, if it has one, can mean somebody. */
function takesOver(
  other: Resolution | undefined,
  phrase: Phrase | undefined,
  found: LooseQuotation,
  discourse: Discourse,
): boolean {
  if (other === undefined) return false;
  if (phrase === undefined) return true;
  const word = discourse.scans[found.speaker?.paragraph ?? found.paragraph]?.words.at(phrase.start) ?? '';
  const sense = own(discourse.pack.pronouns, word);
  if (sense === undefined || sense.speaker || sense.number === 'pl') return false;
  const gender = other.character?.gender ?? other.gender;
  return gender === undefined || sense.gender === undefined || gender === sense.gender;
}

/** "Je leur ai dit : …" inside a quotation: who speaks there quotes himself. */
function selfQuoted(discourse: Discourse, found: LooseQuotation, earlier: readonly Quotation[]): Resolution | undefined {
  const { speaker } = found;
  const start = found.spans[0]?.[0] ?? 0;
  if (speaker?.phrase.kind !== 'pronoun') return undefined;
  const word = discourse.scans[speaker.paragraph]?.words.at(speaker.phrase.start) ?? '';
  if (!own(discourse.pack.pronouns, word)?.speaker || !discourse.pack.firstPerson.has(word)) return undefined;
  const outer = earlier
    .slice(-40)
    .findLast((quotation) => quotation.kind === 'direct' && quotation.spans.some(([a, b]) => a <= start && start < b));
  if (outer?.speakerName === undefined) return undefined;
  return { name: outer.speakerName, ...(outer.speakerEntity && { entity: outer.speakerEntity }) };
}

/** "Pour le Portugal, la situation est délicate": what holds for a place, not what it says. */
function concernsPlace(found: LooseQuotation, resolution: Resolution | undefined, cue: string, pack: QuotePack): boolean {
  if (found.rule !== 'attribution' || found.kind !== 'indirect' || resolution?.character?.type !== 'LOC') return false;
  return pack.attributions.some((phrase) => phrase.narrow && phrase.words.length === 1 && phrase.words[0] === cue.toLowerCase());
}

/** The quotation; undefined where its speaker shows that it is none. */
function toQuotation(
  document: DocumentView,
  discourse: Discourse,
  found: LooseQuotation,
  earlier: readonly Quotation[],
  stage: Stage | undefined,
): Quotation | undefined {
  const { text } = document;
  const spans = found.spans;
  let speaker: { start: number; end: number } | undefined;
  let resolution: Resolution | undefined;
  if (found.speaker !== undefined) {
    const { paragraph, phrase } = found.speaker;
    const base = discourse.paragraphs[paragraph]?.start ?? 0;
    const tokens = discourse.scans[paragraph]?.words.tokens ?? [];
    speaker = { start: base + (tokens[phrase.start]?.start ?? 0), end: base + (tokens[phrase.end - 1]?.end ?? 0) };
    resolution = selfQuoted(discourse, found, earlier);
    if (stage === undefined) resolution ??= resolveSpeaker(discourse, paragraph, phrase, spans);
    else if (found.kind !== 'scare' && found.kind !== 'title') resolution ??= stage.speakerOf(found);
    if (found.cue && concernsPlace(found, resolution, text.slice(found.cue.start, found.cue.end), discourse.pack))
      return undefined;
    if (found.rule === 'dash' && stage === undefined) resolution = resolveTurnTaking(found, phrase, resolution, discourse);
    if (found.kind !== 'scare' && found.kind !== 'title') {
      const words = text.slice(speaker.start, speaker.end);
      discourse.speakers.push({
        at: speaker.start,
        plural: isPlural(discourse, words, phrase),
        phrase: words,
        ...(resolution && { resolution }),
      });
    }
  } else if (stage !== undefined) {
    if (found.kind !== 'scare' && found.kind !== 'title') resolution = stage.speakerOf(found);
  } else if (found.rule === 'dash') resolution = resolveTurnTaking(found, undefined, undefined, discourse);
  else if (found.inherits)
    resolution =
      actorOf(discourse, found) ??
      discourse.speakers.at(-1)?.resolution ??
      lastOnStage(discourse, spans[0]?.[0] ?? 0, found.paragraph);
  return {
    spans: spans.map(([start, end]) => [start, end] as const),
    text: spans.map(([start, end]) => text.slice(start, end)).join(' … '),
    kind: found.kind,
    ...(found.cue && { cue: textSpan(text, found.cue.start, found.cue.end) }),
    ...(speaker && { speaker: textSpan(text, speaker.start, speaker.end) }),
    ...(resolution?.entity && { speakerEntity: resolution.entity }),
    ...(resolution && { speakerName: discourse.narrative ? resolution.name : untitled(resolution.name, discourse.pack) }),
    confidence: Math.round(100 * found.confidence) / 100,
    ...(found.problem && { problem: found.problem }),
  };
}

/** A name without the title before it: Mme Anne Morel is Anne Morel. */
function untitled(name: string, pack: QuotePack): string {
  const [title = '', rest = ''] = /^(\p{Lu}\p{L}{0,12})\.?\s+(\p{Lu}.*)$/su.exec(name)?.slice(1) ?? [];
  return rest !== '' && pack.honorifics.has(title.toLowerCase()) ? rest : name;
}

function actorOf(discourse: Discourse, { actor, spans }: LooseQuotation): Resolution | undefined {
  const named = actor && resolveSpeaker(discourse, actor.paragraph, actor.phrase, spans);
  return named?.character?.type === 'PER' ? named : undefined;
}

function isPlural(discourse: Discourse, words: string, phrase: Phrase): boolean {
  const first = (words.split(/[\s'’]+/)[0] ?? '').toLowerCase();
  if (phrase.kind === 'pronoun') return own(discourse.pack.pronouns, first)?.number === 'pl';
  return discourse.pack.plural.has(first);
}

/** Gives every quotation the smallest one around it. */
function withParents(quotations: readonly Quotation[]): Quotation[] {
  const open: number[] = [];
  return quotations.map((quotation, index) => {
    const start = quotation.spans[0]?.[0] ?? 0;
    const end = quotation.spans.at(-1)?.[1] ?? 0;
    while (open.length > 0 && (quotations[open.at(-1) as number]?.spans.at(-1)?.[1] ?? 0) < end) open.pop();
    const parent = open.findLast((k) => quotations[k]?.spans.some(([a, b]) => a <= start && end <= b));
    if (quotation.kind !== 'scare' && quotation.kind !== 'title') open.push(index);
    return parent === undefined ? quotation : { ...quotation, parent };
  });
}
