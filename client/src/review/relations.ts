import * as vscode from 'vscode';
import {
  type RelationInfo,
  RelationsRequest,
  type ReviewItemInfo,
  type ReviewOperation,
  type SchemaInfo,
} from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { shortened } from './speakers';

interface TypeRow extends vscode.QuickPickItem {
  readonly operation?: ReviewOperation;
}

/** Two items, and in which order they stand in the text. */
export type Pair = readonly [first: ReviewItemInfo, second: ReviewItemInfo];

/** Asks which other item is meant: the nearest first. Undefined where it is given up. */
export async function pickOther(
  items: readonly ReviewItemInfo[],
  item: Pick<ReviewItemInfo, 'ranges'> & Partial<Pick<ReviewItemInfo, 'id' | 'words'>>,
  title = ui.relations.other(shortened(item.words ?? '')),
): Promise<ReviewItemInfo | undefined> {
  const [here] = item.ranges;
  const line = here?.[0] ?? 0;
  const rows = items
    .filter((other) => other.id !== item.id && other.status !== 'rejected')
    .map((other) => ({ other, away: Math.abs((other.ranges[0]?.[0] ?? 0) - line) }))
    .sort((a, b) => a.away - b.away)
    .map(({ other }) => ({
      label: shortened(other.words),
      description: `${other.title} · ${ui.common.line((other.ranges[0]?.[0] ?? 0) + 1)}`,
      other,
    }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: title, matchOnDescription: true }))?.other;
}

/** Asks for the relation between two items, in both directions; those of the schema and of the article are offered. */
export async function askRelation(
  [first, second]: Pair,
  schema: SchemaInfo | undefined,
  known: readonly RelationInfo[],
): Promise<ReviewOperation | undefined> {
  const declared = schema?.relations ?? [];
  const others = known.filter(({ type, trigger }) => !trigger && declared.every(({ id }) => id !== type));
  const types = [
    ...declared,
    ...new Map(others.map(({ type, title }) => [type, { id: type, title, from: [], to: [] }])).values(),
  ];
  const rows = types.flatMap((relation): TypeRow[] =>
    (
      [
        [first, second],
        [second, first],
      ] as const
    )
      .filter(([from, to]) => admits(relation.from, from) && admits(relation.to, to))
      .map(([from, to]) => ({
        label: relation.title,
        description: `${shortened(from.words)} → ${shortened(to.words)}`,
        ...('guidelines' in relation && relation.guidelines && { detail: relation.guidelines }),
        operation: { kind: 'relate', items: [from.id, to.id], type: relation.id },
      })),
  );
  // a project that declares its relations has no others
  if (declared.length === 0) rows.push({ label: ui.relations.another });
  const placeHolder = ui.relations.which(shortened(first.words), shortened(second.words));
  const row = rows.length === 1 && !rows[0]?.operation ? rows[0] : await vscode.window.showQuickPick(rows, { placeHolder });
  if (row === undefined || row.operation) return row?.operation;
  const type = await askName(`${ui.relations.name} ${shortened(first.words)} → ${shortened(second.words)}`);
  return type ? { kind: 'relate', items: [first.id, second.id], type } : undefined;
}

/** Asks for a name of a relation or an event that brat can hold. */
export const askName = (prompt: string): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    prompt,
    validateInput: (typed) => (/^[\p{L}\p{N}_.-]*$/u.test(typed) ? undefined : ui.relations.badName),
  });

const admits = (types: readonly string[], { type }: ReviewItemInfo): boolean => types.length === 0 || types.includes(type);

interface RelationRow extends vscode.QuickPickItem {
  readonly range?: vscode.Range;
  readonly id: string;
}

/** What is chosen in the list of relations: a place to go to, or a relation to take away. */
export type RelationChoice = { readonly goTo: vscode.Range } | { readonly remove: string };

/** Lists the relations of an item with the places that they lead to; a button takes one away. */
export async function pickRelation(
  client: ArticleClient,
  uri: string,
  item: ReviewItemInfo,
): Promise<RelationChoice | 'none' | undefined> {
  const relations = (await client.ask(RelationsRequest, { uri, item: item.id })) ?? [];
  if (relations.length === 0) return 'none';
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: ui.relations.remove };
  const own = new Set(item.ranges.map(String));
  const rows = relations.flatMap((relation): RelationRow[] => {
    const ends = [...(relation.trigger ? [relation.trigger] : []), ...relation.ends];
    const here = relation.ends.findIndex(({ range }) => own.has(String(range)));
    const arrow = relation.trigger ? '·' : here === 0 ? '→' : '←';
    return ends
      .filter(({ range }) => !own.has(String(range)))
      .map(({ role, title, words, range }) => ({
        label: `${relation.title} ${arrow} ${shortened(words)}`,
        description: [role, title, ui.common.line(range[0] + 1)].filter(Boolean).join(' · '),
        buttons: [remove],
        range: toRange(range),
        id: relation.id,
      }));
  });
  return pickWithButton(rows, ui.relations.of(shortened(item.words)));
}

function pickWithButton(rows: readonly RelationRow[], title: string): Promise<RelationChoice | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<RelationRow>();
    pick.title = title;
    pick.placeholder = ui.relations.goOrRemove;
    pick.items = rows;
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      resolve(row?.range && { goTo: row.range });
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      resolve({ remove: item.id });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
