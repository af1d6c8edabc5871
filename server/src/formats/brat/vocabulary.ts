import type { AnnotationStatus } from '../annotationDocument';

/*
 * How the parts of an annotation that brat has no line for are said in the lines that it has. brat shows and keeps
 * attributes and notes that its configuration does not declare, so nothing is lost on a way through brat.
 *
 *   A1  Status T1 confirmed            who has judged it: confirmed, rejected, suggested
 *   A2  Score T1 0.87
 *   A3  Source T1 corpus-annotator
 *   A4  LineJoined T1 1                the first gap between fragments is a line break that brat cannot span
 *   N1  Entity T1 Group:e3  Ada Byron  the thing that it refers to: id and name
 *   #1  AnnotatorNotes T1   free text  one line of the note each
 */

/** The attribute for {@link Annotation.status}. */
export const STATUS = 'Status';
/** The attribute for {@link Annotation.score}. */
export const SCORE = 'Score';
/** The attribute for {@link Annotation.source}. */
export const SOURCE = 'Source';
/** Lists the gaps (1-based, comma-separated) that are line breaks inside of one span. */
export const LINE_JOINED = 'LineJoined';
/** The note type for {@link Annotation.note}. */
export const NOTE = 'AnnotatorNotes';
/** Normalisation type and resource for {@link EntityGroup}s with a name. */
export const ENTITY = 'Entity';
export const GROUP = 'Group';

/** An attribute value as a status, if it is one. */
export function asStatus(value: string): AnnotationStatus | undefined {
  return value === 'confirmed' || value === 'rejected' || value === 'suggested' ? value : undefined;
}

/** An attribute value as a score, if it is one: only what a number is written as, so that it comes back the same. */
export function asScore(value: string): number | undefined {
  const score = Number(value);
  return value !== '' && Number.isFinite(score) && String(score) === value ? score : undefined;
}

/** Whether the reader takes an attribute for a field of the annotation, so that it cannot be a plain attribute. */
export function isReserved(name: string, value: string): boolean {
  switch (name) {
    case STATUS:
      return asStatus(value) !== undefined;
    case SCORE:
      return asScore(value) !== undefined;
    case SOURCE:
      return value !== '';
    case LINE_JOINED:
      return /^\d+(?:,\d+)*$/.test(value);
    default:
      return false;
  }
}
