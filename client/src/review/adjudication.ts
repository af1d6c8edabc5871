import * as vscode from 'vscode';
import {
  type GoldChoiceParams,
  GoldChoiceRequest,
  type GoldDifference,
  type GoldParams,
  type GoldReport,
  GoldRequest,
  ReviewUndoRequest,
} from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { showPlace } from '../navigation';
import { ui } from '../ui';
import { askWith } from './longAsk';
import { pickAnnotators } from './pickAnnotators';
import { announce } from './reviews';

/** What adjudication is begun with; what is missing is asked for. */
export interface Adjudication {
  readonly gold?: vscode.Uri;
  readonly folders?: readonly vscode.Uri[];
  readonly order?: GoldParams['order'];
}

/**
 * Makes a gold folder of annotators' folders: what all agree on is taken over, then the differences are gone through, a key
 * each. It can be left at any time and begun again: what is decided stands in the gold folder.
 */
export async function adjudicate(client: ArticleClient, given: Adjudication = {}): Promise<void> {
  const gold = given.gold ?? (await pickGold());
  if (!gold) return;
  const order = given.order ?? (await pickOrder());
  if (!order) return;
  const ask = (folders: readonly vscode.Uri[] | undefined): Promise<GoldReport | string | null | undefined> =>
    askWith(client, ui.gold.taking, GoldRequest, {
      gold: gold.toString(),
      order,
      ...(folders && { folders: folders.map(String) }),
    });
  let report = await ask(given.folders);
  if (report === null) {
    const folders = await pickAnnotators();
    report = folders && (await ask(folders));
  }
  if (typeof report === 'string') void vscode.window.showErrorMessage(report);
  else if (report) await walk(client, gold, report);
}

async function pickGold(): Promise<vscode.Uri | undefined> {
  const openLabel = ui.gold.folder;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel,
    title: openLabel,
  });
  return picked?.[0];
}

async function pickOrder(): Promise<GoldParams['order']> {
  const items = (['text', 'type', 'likeness'] as const).map((order) => ({ label: ui.gold.orders[order], order }));
  return (await vscode.window.showQuickPick(items, { placeHolder: ui.gold.order }))?.order;
}

async function walk(client: ArticleClient, gold: vscode.Uri, report: GoldReport): Promise<void> {
  const { differences, problems } = report;
  for (const { name, message } of problems.slice(0, 3)) void vscode.window.showWarningMessage(`${name}: ${message}`);
  announce(ui.gold.taken(report.taken, report.articles, differences.length));
  const undone: number[] = [];
  for (let i = 0; i < differences.length; ) {
    const difference = differences[i] as GoldDifference;
    await showPlace(vscode.Uri.parse(difference.uri), toRange(difference.range));
    const choice = await pickChoice(difference, ui.gold.difference(i + 1, differences.length, difference.title));
    if (choice === undefined) return announce(ui.gold.left(differences.length - i));
    if (choice === 'undo') {
      i = (await undo(client, differences, undone)) ?? i;
      continue;
    }
    if (choice !== 'later' && !(await decide(client, gold, difference, choice))) return;
    if (choice !== 'later') undone.push(i);
    if (choice === 'own') return announce(ui.gold.ownNow);
    i++;
  }
  void vscode.window.showInformationMessage(ui.gold.done(gold.fsPath));
}

type Choice = GoldChoiceParams['choice'];

async function decide(client: ArticleClient, gold: vscode.Uri, difference: GoldDifference, choice: Choice): Promise<boolean> {
  const { document, id } = difference;
  const answer = await client.ask(GoldChoiceRequest, { gold: gold.toString(), document, id, choice });
  if (answer?.ok) return true;
  void vscode.window.showWarningMessage(answer?.message ?? ui.agreement.unchanged);
  return false;
}

/** Takes the last choice back; gives the number of its difference, to be decided on again. */
async function undo(client: ArticleClient, differences: readonly GoldDifference[], done: number[]): Promise<number | undefined> {
  const last = done.at(-1);
  const uri = last === undefined ? undefined : differences[last]?.uri;
  if (last === undefined || uri === undefined) return undefined;
  const step = await client.ask(ReviewUndoRequest, { uri });
  if (!step?.done) return undefined;
  done.pop();
  return last;
}

interface Item extends vscode.QuickPickItem {
  readonly key: string;
  readonly choice: Choice | 'later' | 'undo';
}

/** Asks what holds; the key that stands before each answer is enough. Undefined where it is left. */
function pickChoice(difference: GoldDifference, title: string): Promise<Item['choice'] | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = title;
  picker.placeholder = difference.words;
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = false;
  picker.items = itemsOf(difference);
  return new Promise((resolve) => {
    const end = (item: Item | undefined): void => {
      resolve(item?.choice);
      picker.dispose();
    };
    picker.onDidChangeValue((value) => {
      const item = picker.items.find(({ key }) => key === value.trim().toLowerCase());
      if (item) end(item);
    });
    picker.onDidAccept(() => end(picker.selectedItems[0]));
    picker.onDidHide(() => end(undefined));
    picker.show();
  });
}

/** The answers, each with its key; the digits are those of the variants. */
function itemsOf({ variants, without }: GoldDifference): readonly Item[] {
  const keys = ui.gold.keys;
  const none = without.length === 0 ? {} : { description: without.join(', ') };
  return [
    ...variants.map(({ annotators, title, words, detail }, take): Item => {
      const key = String(take + 1);
      return {
        key,
        label: `${key}  ${title}  ${words}`,
        description: annotators.join(', '),
        ...(detail !== '' && { detail }),
        choice: { take },
      };
    }),
    { key: keys.reject, label: `${keys.reject.toUpperCase()}  ${ui.gold.reject}`, ...none, choice: 'reject' },
    { key: keys.own, label: `${keys.own.toUpperCase()}  ${ui.gold.own}`, choice: 'own' },
    { key: keys.later, label: `${keys.later.toUpperCase()}  ${ui.gold.later}`, choice: 'later' },
    { key: keys.undo, label: `${keys.undo.toUpperCase()}  ${ui.gold.undo}`, choice: 'undo' },
  ];
}
