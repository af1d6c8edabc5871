import * as vscode from 'vscode';
import type { ReviewItemInfo } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import { ui } from '../ui';

/** Who may have said something: people before organisations, places last, each once. */
export function speakersFor(items: readonly ReviewItemInfo[]): readonly vscode.QuickPickItem[] {
  const named = new Map<string, ReviewItemInfo>();
  for (const item of items) {
    const name = item.entity ?? item.words;
    if (item.layer === 'entity' && item.status !== 'rejected' && !named.has(name)) named.set(name, item);
  }
  return [...named].sort(([, a], [, b]) => rank(a) - rank(b)).map(([label, item]) => ({ label, description: item.title }));
}

const RANKS = ['PER', 'ORG'];
const rank = ({ type }: ReviewItemInfo): number => (RANKS.includes(type) ? RANKS.indexOf(type) : RANKS.length);

/** The smallest quotation that the selection is in; a name or a date in it may be what the cursor is at. */
export function quoteAt(items: readonly ReviewItemInfo[], selection: vscode.Range): ReviewItemInfo | undefined {
  const length = (item: ReviewItemInfo): number => item.words.length;
  return items
    .filter((item) => item.layer === 'quote' && item.status !== 'rejected')
    .filter((item) => {
      const [first, last] = [item.ranges[0], item.ranges.at(-1)];
      return first && last && new vscode.Range(toRange(first).start, toRange(last).end).contains(selection);
    })
    .sort((a, b) => length(a) - length(b))[0];
}

/** For a line of a dialogue. */
export const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/** Asks for one of the names, or another that is typed; undefined where it is given up. */
export function pickName(names: readonly vscode.QuickPickItem[], title: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly typed?: string }>();
    pick.title = title;
    pick.placeholder = ui.ask.name;
    const show = (typed: string): void => {
      const isNew = typed !== '' && names.every(({ label }) => label !== typed);
      // In quotation marks, so that it stands after the names that begin so.
      const own = { label: `“${typed}”`, description: ui.ask.newName, alwaysShow: true, typed };
      pick.items = isNew ? [...names, own] : names;
    };
    show('');
    pick.onDidChangeValue((value) => show(value.trim()));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      resolve(chosen?.typed ?? chosen?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
