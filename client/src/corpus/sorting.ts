import * as vscode from 'vscode';
import type { SearchParams } from '../../../server/src/protocol';
import { ui } from '../ui';

/** A search sorted by what the person chooses. Undefined where it is given up. */
export async function sorted(params: SearchParams): Promise<SearchParams | undefined> {
  const rows = Object.entries(ui.search.sortKeys).map(([key, label]) => ({ label, key }));
  const picked = await vscode.window.showQuickPick(rows, { placeHolder: ui.search.sortBy });
  const sort = picked && (await sortKeysOf(picked.key));
  return sort && { ...params, sort };
}

/** The keys that lines are sorted by, as they are written: of what is chosen, or of what is typed. Undefined where it is given up. */
async function sortKeysOf(chosen: string): Promise<readonly string[] | undefined> {
  if (chosen === 'left' || chosen === 'right') return [1, 2, 3].map((level) => `${chosen}${level}`);
  if (chosen !== 'levels') return [chosen];
  const typed = await vscode.window.showInputBox({
    title: ui.search.sortBy,
    prompt: ui.search.sortLevels,
    value: 'left1,right1,date',
    validateInput: (value) => (keysIn(value).length === 0 ? ui.search.sortLevels : undefined),
  });
  return typed === undefined ? undefined : keysIn(typed);
}

const keysIn = (written: string): readonly string[] => written.split(',').flatMap((key) => key.trim() || []);
