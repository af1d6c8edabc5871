import * as vscode from 'vscode';
import { CompleteQueryRequest, type QueryCompletion } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';

/** How long typing rests before it is asked what the query could go on with, in milliseconds. */
const QUIET = 120;

interface Row extends vscode.QuickPickItem {
  /** Absent: searches. */
  readonly completion?: QueryCompletion;
}

/** What is asked, and what was wrong with it. */
export interface Asked {
  /** The folder to search. */
  readonly uri: string;
  readonly query: string;
  readonly problem?: string | undefined;
}

/**
 * Asks for a query. What it could go on with stands under it, and what is wrong with it; Enter searches, or takes what was
 * gone to with the arrows. Undefined where it was given up.
 */
export function askForQuery(client: ArticleClient, asked: Asked): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<Row>();
  box.title = [ui.search.title, ...(asked.problem === undefined ? [] : [asked.problem])].join(' – ');
  box.placeholder = ui.search.prompt;
  box.value = asked.query;
  let timer: NodeJS.Timeout | undefined;
  /** Shows at once what Enter does; what was offered for other words is gone. */
  const show = (completions: readonly QueryCompletion[], problem: string | undefined): void => {
    const search = searchRow(box.value, problem);
    box.items = [search, ...completions.map(completionRow)];
    box.activeItems = [search];
  };
  const look = async (): Promise<void> => {
    const query = box.value;
    const found = await client.ask(CompleteQueryRequest, { uri: asked.uri, query });
    if (found !== undefined && box.value === query) show(found.completions, found.problem);
  };
  let last = box.value;
  const changed = (): void => {
    // told too of what was set here
    if (box.value === last) return;
    last = box.value;
    clearTimeout(timer);
    box.title = ui.search.title;
    show([], undefined);
    timer = setTimeout(() => void look(), QUIET);
  };
  return new Promise((resolve) => {
    box.onDidChangeValue(changed);
    box.onDidAccept(() => {
      const [picked] = box.selectedItems;
      if (picked?.completion === undefined) {
        if (box.value.trim() === '') return;
        resolve(box.value);
        box.hide();
        return;
      }
      box.value = picked.completion.query;
      changed();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      box.dispose();
    });
    show([], asked.problem);
    if (asked.problem === undefined) timer = setTimeout(() => void look(), QUIET);
    box.show();
  });
}

const searchRow = (query: string, problem: string | undefined): Row => ({
  label: `$(search) ${query.trim() === '' ? ui.search.example : query}`,
  ...(problem !== undefined && { detail: `$(error) ${problem}` }),
  alwaysShow: true,
});

const completionRow = (completion: QueryCompletion): Row => ({
  label: completion.label,
  description: completion.detail,
  alwaysShow: true,
  completion,
});
