import type { AgreementReport, FlatRange, ReviewOperation } from '../../../server/src/protocol';

/** What two annotators differ in. */
export type Difference = AgreementReport['differences'][number];
type Annotated = NonNullable<Difference['first']>;

/** What makes one annotator's file say what the other's says: `from` is what it is to say, `to` what it says now. */
export function takeOver(layer: string, from: Annotated | undefined, to: Annotated | undefined): readonly ReviewOperation[] {
  if (from === undefined) return to === undefined ? [] : [{ kind: 'clear', items: [to.id] }];
  if (to === undefined) return [{ kind: 'add', layer, type: from.type, ranges: [plainRange(from.range)] }];
  const operations: ReviewOperation[] = [];
  if (from.type !== to.type) operations.push({ kind: 'setType', items: [to.id], layer, type: from.type });
  if (from.range.join() !== to.range.join()) operations.push({ kind: 'setSpans', item: to.id, ranges: [plainRange(from.range)] });
  return operations;
}

/** A range as the protocol has it: VS Code's own class is written otherwise into JSON. */
function plainRange([startLine, startCharacter, endLine, endCharacter]: FlatRange) {
  return { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } };
}
