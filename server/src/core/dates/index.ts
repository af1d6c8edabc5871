import type { TemporalExpression } from '../analysis';
import type { DocumentView, ParagraphView } from '../document';
import { forgetful, type PassMemory } from '../passMemory';
import type { DateCandidate } from './expression';
import { findCandidates } from './find';
import type { DatePack } from './pack';
import { resolveDocument } from './resolve/document';

export type { DateCandidate } from './expression';

/** Paragraph pass: finds temporal expressions. Its result is reused as long as the paragraph's text stays. */
export function findDates(view: ParagraphView, pack: DatePack): readonly DateCandidate[] {
  return findCandidates(view, pack);
}

/** Document pass: resolves candidates (one list a paragraph) in document order; the header's date is among the results. */
export function resolveDates(
  document: DocumentView,
  candidates: readonly (readonly DateCandidate[])[],
  pack: DatePack,
  memory: PassMemory = forgetful(candidates.length),
): TemporalExpression[] {
  return resolveDocument(document, { candidates, memory }, pack);
}
export { type DateDescription, describeDate, sayDate } from './describe';
export { compareDates, sameDayAs, timeline } from './timeline';
