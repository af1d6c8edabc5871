import type { Quotation } from '../../analysis';
import { isSpeech } from './quotation';

/** Gives every quotation the smallest speech around it, by its index in the list. */
export function withParents(quotations: readonly Quotation[]): Quotation[] {
  const open: number[] = [];
  return quotations.map((quotation, index) => {
    const start = quotation.spans[0]?.[0] ?? 0;
    const end = endOf(quotation);
    while (open.length > 0 && endOf(quotations[open.at(-1) as number]) < end) open.pop();
    const parent = open.findLast((k) => quotations[k]?.spans.some(([from, to]) => from <= start && end <= to));
    if (isSpeech(quotation)) open.push(index);
    return parent === undefined ? quotation : { ...quotation, parent };
  });
}

const endOf = (quotation: Quotation | undefined): number => quotation?.spans.at(-1)?.[1] ?? 0;
