import { isCapitalAt } from '../../text/tokens';
import { type AssemblyContext, lastEnd, type PlacedQuotation } from './quotation';

/** Keeps one quotation of the same words, where two verbs bring them in: « réclame et appelle à … ». The one that says most stays. */
export function oncePerWords(found: readonly PlacedQuotation[], { document }: AssemblyContext): readonly PlacedQuotation[] {
  const known = new Map<string, PlacedQuotation>();
  for (const item of found) {
    const key = item.spans.join();
    const other = known.get(key);
    if (other === undefined || saysMore(item, other, document.text)) known.set(key, item);
  }
  return [...known.values()];
}

/** Sure before doubtful, with a speaker before without, with a cue that is not a name, with the nearest cue before another's. */
function saysMore(one: PlacedQuotation, other: PlacedQuotation, text: string): boolean {
  const isNamed = ({ cue }: PlacedQuotation): boolean => cue !== undefined && isCapitalAt(text, cue.start);
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  if ((one.speaker === undefined) !== (other.speaker === undefined)) return one.speaker !== undefined;
  // "a annoncé sur Twitter que"
  return isNamed(one) === isNamed(other) ? cueDistance(one) < cueDistance(other) : !isNamed(one);
}

/** How far a quotation's cue stands from its words, in code units. */
function cueDistance(quotation: PlacedQuotation): number {
  const { spans, cue } = quotation;
  if (cue === undefined) return Number.POSITIVE_INFINITY;
  const start = spans[0]?.[0] ?? 0;
  return cue.end <= start ? start - cue.end : Math.abs(cue.start - lastEnd(quotation));
}
