import type { TemporalExpression } from '../../analysis';

/**
 * The first end of a range gives the whole interval: du 3 au 5 mai is 2016-05-03/2016-05-05.
 * @param opening - the indices of first ends
 */
export function joinRanges(opening: readonly number[], expressions: TemporalExpression[]): void {
  for (const i of opening) {
    const from = expressions[i];
    const to = expressions[i + 1];
    if (from === undefined || to === undefined || from.type !== 'DATE' || to.type !== 'DATE') continue;
    const first = edgeOf(from.edtf, 0);
    const last = edgeOf(to.edtf, 1);
    if (first !== null && last !== null) expressions[i] = { ...from, edtf: `${first}/${last}` };
  }
}

function edgeOf(edtf: string | undefined, side: 0 | 1): string | null {
  if (edtf === undefined || /[[{X~.]/.test(edtf.replace('..', ''))) return null;
  const parts = edtf.split('/').filter((p) => p !== '..');
  const edge = side === 0 ? parts[0] : parts.at(-1);
  return edge === undefined || edge === '' ? null : edge;
}
