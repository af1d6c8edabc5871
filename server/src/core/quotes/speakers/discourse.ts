import type { Entity, EntityMention, Quotation, SpeakerReason } from '../../analysis';
import type { DocumentView, PlacedParagraph } from '../../document';
import { own } from '../../members';
import { forgetful, type PassMemory } from '../../passMemory';
import { remembered } from '../../remembered';
import type { Span } from '../../span';
import { describes, type Phrase } from '../../syntax/nounPhrases';
import { isSpeech, type PlacedQuotation, type SpeakerMention } from '../assemble/quotation';
import type { ParagraphScan } from '../detect';
import { endOf, paragraphStart, startOf } from '../offsets';
import type { QuoteVocabulary } from '../vocabulary';
import type { CandidateMention, CandidateSpeaker, SpeakerCandidates } from './candidates';
import { gatherCandidates } from './candidates/gatherCandidates';
import { shownGender } from './shownGender';

/** Whom a speaker's mention means. */
export interface Resolution {
  readonly name: string;
  readonly entity?: string;
  readonly candidate?: CandidateSpeaker;
  /** The gender of somebody who is known by a description alone. */
  readonly gender?: 'm' | 'f';
  /** How sure a choice among several is, between 0 and 1; absent where the words themselves say it. */
  readonly certainty?: number;
  /** What spoke for that choice, the weightiest first. */
  readonly reasons?: readonly SpeakerReason[];
}

/** What the document has said so far, for pronouns and descriptions. */
export interface Discourse {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly scans: readonly ParagraphScan[];
  readonly candidates: SpeakerCandidates;
  readonly pack: QuoteVocabulary;
  /** A literary narrative: its characters may be called by descriptions alone. */
  readonly narrative: boolean;
  /** Institutions' full forms by head noun, once they were looked for. */
  readonly fullForms: Map<string, Resolution | null>;
  /** Candidates by the fullest names that they have, once they were named. */
  readonly fullest: Map<CandidateSpeaker, Resolution>;
  /** The dialogue's turns so far that follow one another. */
  readonly turns: { readonly paragraph: number; readonly resolution?: Resolution }[];
  /** Speakers so far, the last one last; with the offset of their mention. */
  readonly speakers: ({
    readonly at: number;
    readonly resolution: Resolution | undefined;
    readonly plural: boolean;
    readonly phrase: string;
  } & ShownPerson)[];
}

/** What a mention's words show of a person. */
interface ShownPerson {
  /** Whether they bring in a person whom nobody names; and with what gender. */
  readonly isUnnamed: boolean;
  readonly gender: 'm' | 'f' | undefined;
}

/** Who says a quotation; undefined for the unnamed. Asked for the quotations in text order; `earlier`: those before it. */
export type SpeakerOf = (quotation: PlacedQuotation, earlier: readonly Quotation[]) => Resolution | undefined;

/** What the entity layer found, and what was kept of the last version. */
interface NamesAround {
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly Entity[];
  readonly memory?: PassMemory;
  /** See {@link Discourse.narrative}. */
  readonly narrative: boolean;
}

/** A document in which nobody has spoken yet. */
export function beginDiscourse(
  { text, paragraphs }: DocumentView,
  scans: readonly ParagraphScan[],
  { mentions, entities, memory, narrative }: NamesAround,
  pack: QuoteVocabulary,
): Discourse {
  return {
    text,
    paragraphs,
    scans,
    candidates: gatherCandidates({ paragraphs, scans, mentions, entities }, pack, memory ?? forgetful(scans.length)),
    pack,
    narrative,
    fullForms: new Map(),
    fullest: new Map(),
    turns: [],
    speakers: [],
  };
}

/** A mention's place in the text. */
export function mentionSpan(
  { paragraphs, scans }: Pick<Discourse, 'paragraphs' | 'scans'>,
  { paragraph, phrase }: SpeakerMention,
): Span {
  const base = paragraphStart(paragraphs, paragraph);
  const words = scans[paragraph]?.words;
  if (words === undefined) return { start: base, end: base };
  return { start: base + startOf(words, phrase.start), end: base + endOf(words, phrase.end - 1) };
}

/** Adds the speaker of a quotation to those whom later pronouns and descriptions can mean. */
export function rememberSpeaker(discourse: Discourse, quotation: PlacedQuotation, resolution: Resolution | undefined): void {
  const { speaker } = quotation;
  if (speaker === undefined || !isSpeech(quotation)) return;
  const { start, end } = mentionSpan(discourse, speaker);
  const phrase = discourse.text.slice(start, end);
  const plural = isPlural(discourse.pack, phrase, speaker.phrase.kind);
  const { isUnnamed, gender } = shownPerson(discourse, speaker, resolution);
  discourse.speakers.push({ at: start, plural, phrase, isUnnamed, gender, resolution });
}

/** What the words of a mention show of a person whom nobody names: "une voisine", "a neighbour", and "il" behind them. */
function shownPerson(
  { scans, pack, speakers }: Discourse,
  { paragraph, phrase }: SpeakerMention,
  resolution: Resolution | undefined,
): ShownPerson {
  const words = scans[paragraph]?.words;
  if (words === undefined) return { isUnnamed: false, gender: undefined };
  if (phrase.kind === 'pronoun') {
    const gender = own(pack.pronouns, words.at(phrase.start))?.gender;
    const last = speakers.at(-1);
    return { isUnnamed: last?.isUnnamed === true && resolution?.candidate === undefined, gender };
  }
  const gender = shownGender(words, phrase);
  const isIndefinite = pack.speakers.indefiniteDeterminers.has(words.at(phrase.start));
  // "the spokesman for the board" is given to the board, "he" is not
  const isBody = resolution?.candidate !== undefined && resolution.candidate.type !== 'PER';
  return { isUnnamed: (isIndefinite || isBody) && describes(words, phrase), gender };
}

/** Whether the words of a mention mean several, as far as its first one shows. */
function isPlural({ pronouns, plural }: QuoteVocabulary, mention: string, kind: Phrase['kind']): boolean {
  const first = firstWord(mention);
  return kind === 'pronoun' ? own(pronouns, first)?.number === 'pl' : plural.has(first);
}

const firstWord = remembered((mention) => (mention.split(/[\s'’]+/)[0] ?? '').toLowerCase());

/** Where a mention stands, and what of the text says nothing about whom it means: its own quotation. */
export interface Where {
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Where it begins, an offset in the document. */
  readonly start: number;
  /** Spans of its own quotation, offsets in the document. */
  readonly quoted: readonly (readonly [number, number])[];
}

/** A candidate as whom a mention means. */
export const resolutionOf = (candidate: CandidateSpeaker): Resolution =>
  candidate.entity ? { name: candidate.name, entity: candidate.entity, candidate } : { name: candidate.name, candidate };

/** Whether a name stands in marks or within the mention's own quotation, and so says nothing of who speaks. */
export const isQuoted = (name: CandidateMention, where: Where): boolean =>
  name.isQuoted || where.quoted.some(([start, end]) => start <= name.start && name.end <= end);
