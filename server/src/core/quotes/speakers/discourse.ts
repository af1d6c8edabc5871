import type { PlacedParagraph } from '../../document';
import type { ParagraphScan } from '../detect';
import type { QuotePack } from '../pack';
import type { CandidateMention, CandidateSpeaker, SpeakerCandidates } from './candidates';

/** Whom a speaker's mention means. */
export interface Resolution {
  readonly name: string;
  readonly entity?: string;
  readonly character?: CandidateSpeaker;
  /** Of a character who is known by a description alone. */
  readonly gender?: 'm' | 'f';
}

/** What the document has said so far, for pronouns and descriptions. */
export interface Discourse {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly scans: readonly ParagraphScan[];
  readonly cast: SpeakerCandidates;
  readonly pack: QuotePack;
  /** A literary narrative: its characters may be called by descriptions alone. */
  readonly narrative: boolean;
  /** Institutions' full forms by head noun, once they were looked for. */
  readonly fullForms: Map<string, Resolution | null>;
  /** The dialogue's turns so far that follow one another. */
  readonly turns: { readonly paragraph: number; readonly resolution?: Resolution }[];
  /** Speakers so far, the last one last; with the offset of their mention. */
  readonly speakers: {
    readonly at: number;
    readonly resolution?: Resolution;
    readonly plural: boolean;
    readonly phrase: string;
  }[];
}

/** Where a mention stands, and what of the text says nothing about whom it means: its own quotation. */
export interface Where {
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Where it begins, an offset in the document. */
  readonly start: number;
  /** Spans of its own quotation, offsets in the document. */
  readonly quoted: readonly (readonly [number, number])[];
}

/** A character as whom a mention means. */
export const resolutionOf = (character: CandidateSpeaker): Resolution => ({
  name: character.name,
  ...(character.entity && { entity: character.entity }),
  character,
});

/** Whether a name stands in marks or within the mention's own quotation, and so tells nothing of who speaks. */
export const isQuoted = (a: CandidateMention, where: Where): boolean =>
  a.quoted || where.quoted.some(([start, end]) => start <= a.start && a.end <= end);
