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
import { chooseFolder } from '../chooseFolder';
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
  const gold = given.gold ?? (await chooseFolder(ui.gold.folder));
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

async function pickOrder(): Promise<GoldParams['order']> {
  const items = (['text', 'type', 'likeness'] as const).map((order) => ({ label: ui.gold.orders[order], order }));
  return (await vscode.window.showQuickPick(items, { placeHolder: ui.gold.order }))?.order;
}

async function walk(client: ArticleClient, gold: vscode.Uri, report: GoldReport): Promise<void> {
  const { differences, problems } = report;
  for (const { name, message } of problems.slice(0, 3)) void vscode.window.showWarningMessage(`${name}: ${message}`);
  announce(ui.gold.taken(report.taken, report.articles, differences.length));
  const walked: Walked = { steps: [], at: 0, alike: false };
  const isDecided = (difference: GoldDifference): boolean => walked.steps.some(({ keys }) => keys.has(keyOf(difference)));
  for (;;) {
    const next = differences.slice(walked.at).findIndex((difference) => !isDecided(difference));
    if (next < 0) break;
    walked.at += next;
    const difference = differences[walked.at] as GoldDifference;
    await showPlace(vscode.Uri.parse(difference.uri), toRange(difference.range));
    const title = ui.gold.difference(walked.at + 1, differences.length, difference.title);
    const choice = await pickChoice(difference, walked.alike ? `${title} · ${ui.gold.alikeOn}` : title);
    if (choice === undefined) return announce(ui.gold.left(differences.slice(walked.at).filter((one) => !isDecided(one)).length));
    if (choice === 'undo') walked.at = (await undo(client, differences, walked.steps)) ?? walked.at;
    else if (!(await take(client, gold, difference, { choice, walked }))) return;
  }
  void vscode.window.showInformationMessage(ui.gold.done(gold.fsPath));
}

type Choice = GoldChoiceParams['choice'];

/** How far the walk is. */
interface Walked {
  readonly steps: Step[];
  at: number;
  /** Whether the next choice holds for all that are alike. */
  alike: boolean;
}

/** Carries a choice out; whether the walk goes on. */
async function take(
  client: ArticleClient,
  gold: vscode.Uri,
  difference: GoldDifference,
  { choice, walked }: { readonly choice: Choice | 'later' | 'alike'; readonly walked: Walked },
): Promise<boolean> {
  if (choice === 'alike') walked.alike = !walked.alike;
  if (choice === 'later') walked.at++;
  if (choice === 'alike' || choice === 'later') return true;
  const keys = await decide(client, gold, difference, { choice, alike: walked.alike && choice !== 'own' });
  if (keys === 'waits') walked.at++;
  if (keys === 'waits' || keys === undefined) return keys !== undefined;
  walked.steps.push({ at: walked.at, keys });
  walked.alike = false;
  if (keys.size > 1) announce(ui.gold.alikeDone(keys.size));
  if (choice === 'own') announce(ui.gold.ownNow);
  return choice !== 'own';
}

/** A step that was made: at which difference, and which ones it decided on. */
interface Step {
  readonly at: number;
  readonly keys: ReadonlySet<string>;
}

const keyOf = ({ document, id }: Pick<GoldDifference, 'document' | 'id'>): string => `${document} ${id}`;

/** Decides on a difference, or on all that are alike; gives which. Undefined where it could not be done, `waits` where it cannot yet. */
async function decide(
  client: ArticleClient,
  gold: vscode.Uri,
  difference: GoldDifference,
  { choice, alike }: { readonly choice: Choice; readonly alike: boolean },
): Promise<ReadonlySet<string> | 'waits' | undefined> {
  const { document, id } = difference;
  const params = { gold: gold.toString(), document, id, choice, ...(alike && { alike: true as const }) };
  const answer = await client.ask(GoldChoiceRequest, params);
  if (answer?.ok) return new Set([keyOf(difference), ...answer.decided.map(keyOf)]);
  void vscode.window.showWarningMessage(answer?.message ?? ui.agreement.unchanged);
  return answer?.waits ? 'waits' : undefined;
}

/** Takes the last choice back; gives the number of its difference, to be decided on again. */
async function undo(client: ArticleClient, differences: readonly GoldDifference[], done: Step[]): Promise<number | undefined> {
  const last = done.at(-1)?.at;
  const uri = last === undefined ? undefined : differences[last]?.uri;
  if (last === undefined || uri === undefined) return undefined;
  const step = await client.ask(ReviewUndoRequest, { uri });
  if (!step?.done) return undefined;
  done.pop();
  return last;
}

interface Item extends vscode.QuickPickItem {
  readonly key: string;
  readonly choice: Choice | 'later' | 'alike' | 'undo';
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
    { key: keys.alike, label: `${keys.alike.toUpperCase()}  ${ui.gold.alike}`, choice: 'alike' },
    { key: keys.undo, label: `${keys.undo.toUpperCase()}  ${ui.gold.undo}`, choice: 'undo' },
  ];
}
