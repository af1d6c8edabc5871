import { isCapitalAt } from '../../text/tokens';
import { type AssemblyContext, lastEnd, type PlacedQuotation } from './quotation';

/** Keeps one quotation of the same words, where two verbs bring them in: « réclame et appelle à … ». The one that says most stays. */
export function oncePerWords(found: readonly PlacedQuotation[], { document }: AssemblyContext): readonly PlacedQuotation[] {
  const kept: PlacedQuotation[] = [];
  /** Indices of those that begin at a place: hardly ever more than one. */
  const known = new Map<number, number | number[]>();
  for (const item of found) {
    const start = item.spans[0]?.[0] ?? 0;
    const beside = known.get(start);
    const at = indexWith(beside, (index) => haveSameSpans(kept[index], item));
    if (at === undefined) {
      if (beside === undefined) known.set(start, kept.length);
      else if (typeof beside === 'number') known.set(start, [beside, kept.length]);
      else beside.push(kept.length);
      kept.push(item);
    } else if (saysMore(item, kept[at] as PlacedQuotation, document.text)) kept[at] = item;
  }
  return kept;
}

function indexWith(beside: number | number[] | undefined, isIt: (index: number) => boolean): number | undefined {
  if (typeof beside === 'number') return isIt(beside) ? beside : undefined;
  return beside?.find(isIt);
}

const haveSameSpans = (a: PlacedQuotation | undefined, b: PlacedQuotation): boolean =>
  a !== undefined &&
  a.spans.length === b.spans.length &&
  a.spans.every(([start, end], i) => start === b.spans[i]?.[0] && end === b.spans[i]?.[1]);

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
