import * as vscode from 'vscode';
import {
  COMMANDS,
  type CorpusName,
  CorpusRowsRequest,
  DecideNamesRequest,
  type NameAtParams,
  NameAtRequest,
  type NameDecision,
  NameRequest,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';
import type { Row } from '../views/articleTree';

/** How long the status bar says what was done, in milliseconds. */
const ANNOUNCED = 5_000;
/** Typing rests so long before names are asked for, in milliseconds. */
const REST = 150;
/** So many names are offered; who looks for another types more letters. */
const OFFERED = 100;

/** What was decided together, to be taken back together. */
interface Step {
  readonly uri: string;
  readonly added: readonly NameDecision[];
  readonly removed: readonly NameDecision[];
}

/** The commands that decide on names over the whole corpus: which mean one entity, and which do not. */
export function registerMergeNames(client: ArticleClient): vscode.Disposable {
  const done: Step[] = [];
  const decide = async (step: Step): Promise<boolean> => {
    const answer = await client.ask(DecideNamesRequest, step);
    if (answer?.problem !== undefined) void vscode.window.showErrorMessage(answer.problem);
    return answer !== undefined && answer.problem === undefined;
  };
  // what is taken back at once is not yet known to be done: one after the other
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = turn.then(run, run);
    turn = mine;
    return mine;
  };
  const takeBack = async (): Promise<void> => {
    const step = done.pop();
    if (step === undefined) announce(ui.corpusNames.nothingToUndo);
    else if (await decide({ uri: step.uri, added: step.removed, removed: step.added })) announce(ui.corpusNames.undone);
    else done.push(step);
  };
  const undo = (): Promise<void> => inTurn(takeBack);
  const keep = async (step: Step, said: string): Promise<void> => {
    const isDone = await inTurn(async () => {
      const kept = await decide(step);
      if (kept) done.push(step);
      return kept;
    });
    if (!isDone) return;
    const chosen = await vscode.window.showInformationMessage(said, ui.corpusNames.undo);
    if (chosen !== undefined && done.at(-1) === step) await undo();
  };
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register(COMMANDS.mergeName, async (...what: readonly unknown[]) => {
      const name = await nameOf(client, what);
      if (name) await merge(client, name, keep);
    }),
    register(COMMANDS.splitName, async (...what: readonly unknown[]) => {
      const name = await nameOf(client, what);
      if (name) await split(name, keep);
    }),
    register('corpusAnnotator.corpus.undoNames', undo),
  );
}

type Keep = (step: Step, said: string) => Promise<void>;

/** The name of a row of a view, that a hover names, or at the cursor; says so where there is none. */
async function nameOf(client: ArticleClient, [first, second, third]: readonly unknown[]): Promise<CorpusName | undefined> {
  await client.start();
  const named = (first as Row | undefined)?.named;
  const editor = vscode.window.activeTextEditor;
  let found: CorpusName | null | undefined;
  if (named) found = await client.ask(NameRequest, { uri: named.uri, type: named.type, name: named.name });
  else if (typeof first === 'string') found = await client.ask(NameRequest, { uri: first, name: `${second}`, type: `${third}` });
  else if (editor && isArticle(editor.document)) {
    const at: NameAtParams = { uri: editor.document.uri.toString(), position: editor.selection.start };
    found = await client.ask(NameAtRequest, at);
  }
  if (!found) announce(ui.navigation.none.mention);
  return found ?? undefined;
}

interface Offered extends vscode.QuickPickItem {
  readonly name: string;
}

/** Asks which other name means the same, and what it is to be called. */
async function merge(client: ArticleClient, own: CorpusName, keep: Keep): Promise<void> {
  const other = await pickName(client, own);
  if (other === undefined) return;
  const choices = [own.name, other].map((name) => ({ label: name, name }));
  const head = await vscode.window.showQuickPick(choices, { title: ui.corpusNames.whichName(own.name, other) });
  if (head === undefined) return;
  const { folder: uri, type } = own;
  const added: NameDecision[] = [{ kind: 'same', type, name: head.name, other: head.name === other ? own.name : other }];
  const removed: NameDecision[] = own.apart ? [{ kind: 'apart', type, name: own.name }] : [];
  await keep({ uri, added, removed }, ui.corpusNames.merged(own.name, other, head.name));
}

/** Offers the names of the corpus that have what is typed in them. */
function pickName(client: ArticleClient, { folder, type, name: own }: CorpusName): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<Offered>();
  box.title = ui.corpusNames.sameAs(own);
  box.placeholder = ui.corpusNames.typeName;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const written = box.value;
    const asked = { uri: folder, of: 'entities', group: type, written, from: 0, count: OFFERED } as const;
    const rows = (await client.ask(CorpusRowsRequest, asked))?.rows ?? [];
    if (box.value !== written) return;
    box.items = rows
      .filter(({ name }) => name !== own)
      .map(({ name, count, articles }) => ({
        ...{ label: name, name, description: ui.views.mentionsIn(count, articles), alwaysShow: true },
      }));
  };
  return new Promise((resolve) => {
    box.onDidChangeValue(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), REST);
    });
    box.onDidAccept(() => {
      const [picked] = box.selectedItems;
      if (picked === undefined) return;
      resolve(picked.name);
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      box.dispose();
    });
    box.show();
    void look();
  });
}

/** Asks which of an entity's names is somebody else's; of one name alone, whether it stays with its article. */
async function split(own: CorpusName, keep: Keep): Promise<void> {
  const { folder: uri, type, name, others, apart } = own;
  const itself: NameDecision = { kind: 'apart', type, name };
  if (apart) return keep({ uri, added: [], removed: [itself] }, ui.corpusNames.together(name));
  if (others.length === 0) {
    if (own.alone) announce(ui.corpusNames.aloneAlready(name));
    else await keep({ uri, added: [itself], removed: [] }, ui.corpusNames.apart(name));
    return;
  }
  const picked = await vscode.window.showQuickPick([...others], { title: ui.corpusNames.notOf(name), canPickMany: true });
  if (picked === undefined || picked.length === 0) return;
  await keep(
    { uri, added: [], removed: picked.map((other) => ({ kind: 'same', type, name, other })) },
    ui.corpusNames.splitOff(name),
  );
}

function announce(words: string): void {
  vscode.window.setStatusBarMessage(words, ANNOUNCED);
}
