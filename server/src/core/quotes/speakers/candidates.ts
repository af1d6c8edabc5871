import type { Entity, EntityMention, EntityType } from '../../analysis';
import type { PlacedParagraph } from '../../document';
import { lowerBound, partitionPoint } from '../../span';
import type { ParagraphScan } from '../detect';
import type { Role } from './roles';

/** An entity's type, or what the words around a name outside the entity layer make likely. */
export type CandidateType = EntityType | 'unknown';

/** Somebody or something that can speak in the article. */
export interface CandidateSpeaker {
  /** The fullest form of the name that the article has, without title. */
  name: string;
  readonly entity?: string;
  type: CandidateType;
  gender?: 'm' | 'f';
  number?: 'sg' | 'pl';
  /** What the article calls them: each a head noun and the words that go with it. */
  readonly roles: Role[];
  readonly forms: Set<string>;
  /** Where they are named, offsets in order. */
  readonly places: number[];
}

/** A place where a candidate is named; offsets in the document. */
export interface CandidateMention {
  readonly start: number;
  readonly end: number;
  readonly candidate: CandidateSpeaker;
  readonly paragraph: number;
  /** Inside quotation marks. */
  readonly isQuoted: boolean;
}

/** Who can speak in an article, and where each is named. */
export interface SpeakerCandidates {
  readonly all: readonly CandidateSpeaker[];
  /** In text order. */
  readonly mentions: readonly CandidateMention[];
  /** Those whose roles have a word (its stem), in the order of their first mention. */
  readonly byRole: (stem: string) => readonly CandidateSpeaker[];
  /** Organisations by the first word of their names (its stem): musée de la Mer. */
  readonly byNoun: (stem: string) => readonly CandidateSpeaker[];
}

/** What the candidates of a document are gathered from. */
export interface CandidateSources {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly scans: readonly ParagraphScan[];
  /** What the entity layer found, in text order. */
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly Entity[];
}

/** The mentions that begin within a range of the text. */
export function mentionsIn({ mentions }: SpeakerCandidates, start: number, end: number): CandidateMention[] {
  return mentions.slice(lowerBound(mentions, start), lowerBound(mentions, end));
}

// If more candidates than this share a role word, only the nearest are considered.
export const MAX_BEARERS = 200;

/** Those who have a role with a word in it; if they are very many, those first mentioned nearest before an offset. */
export function bearersOf(candidates: SpeakerCandidates, word: string, offset: number): readonly CandidateSpeaker[] {
  const all = candidates.byRole(word);
  if (all.length <= MAX_BEARERS) return all;
  const until = partitionPoint(all, ({ places }) => (places[0] ?? 0) <= offset);
  const last = Math.min(all.length, Math.max(until, MAX_BEARERS));
  return all.slice(last - MAX_BEARERS, last);
}
