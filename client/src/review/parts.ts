import * as vscode from 'vscode';
import type { ReviewItemInfo, ReviewOperation } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import { ui } from '../ui';
import { shortened } from './speakers';

/** How many lines from its quotation words may stand that say who says it. */
const NEAR = 3;
/** More quotations than this are not offered: the nearest are meant. */
const OFFERED = 2;

/** Asks whose words are selected: the speaker or the cue of which of the nearest quotations. Undefined where it is given up. */
export async function askPart(
  items: readonly ReviewItemInfo[],
  selection: vscode.Range,
): Promise<ReviewOperation | 'noQuotation' | undefined> {
  const rows = nearestQuotes(items, selection).flatMap((quote) => {
    const words = shortened(quote.words);
    const name = nameWithin(items, selection);
    return [
      {
        label: ui.ask.speakerOf(words),
        operation: { kind: 'setSpeaker', items: [quote.id], range: selection, ...(name !== undefined && { name }) } as const,
      },
      { label: ui.ask.cueOf(words), operation: { kind: 'setCue', item: quote.id, range: selection } as const },
    ];
  });
  if (rows.length === 0) return 'noQuotation';
  return (await vscode.window.showQuickPick(rows, { placeHolder: ui.ask.selected }))?.operation;
}

function nearestQuotes(items: readonly ReviewItemInfo[], selection: vscode.Range): readonly ReviewItemInfo[] {
  return items
    .filter((item) => item.layer === 'quote' && item.status !== 'rejected')
    .map((item) => ({ item, distance: distanceOf(item, selection) }))
    .filter(({ distance: [lines] }) => lines <= NEAR)
    .sort(({ distance: a }, { distance: b }) => a[0] - b[0] || a[1] - b[1])
    .slice(0, OFFERED)
    .map(({ item }) => item);
}

/** Lines, then characters, between a quotation and words; nothing where the words lie in it. */
function distanceOf({ ranges }: ReviewItemInfo, selection: vscode.Range): readonly [lines: number, characters: number] {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return [Number.POSITIVE_INFINITY, 0];
  const [start, end] = [toRange(first).start, toRange(last).end];
  const between = (from: vscode.Position, to: vscode.Position): readonly [number, number] =>
    from.line === to.line ? [0, to.character - from.character] : [to.line - from.line, to.character];
  if (selection.end.isBeforeOrEqual(start)) return between(selection.end, start);
  return selection.start.isAfterOrEqual(end) ? between(end, selection.start) : [0, 0];
}

/** The name of a person or an organisation that stands in the selected words: “the mayor, Paul Verdier”. */
function nameWithin(items: readonly ReviewItemInfo[], selection: vscode.Range): string | undefined {
  const within = items.filter(
    ({ layer, status, ranges }) =>
      layer === 'entity' && status !== 'rejected' && ranges.every((range) => selection.contains(toRange(range))),
  );
  const named = within.find(({ type }) => type === 'PER') ?? within.find(({ type }) => type === 'ORG');
  return named && (named.entity ?? named.words);
}
