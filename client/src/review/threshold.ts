import * as vscode from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/protocol';
import { ui } from '../ui';

const SETTING = 'minimumConfidence';
const STEPS = 20;
/** How long the list rests at a step before the article is drawn again. In milliseconds. */
const REST = 150;

/** The command that sets from which confidence on suggestions are shown: a list to slide through, each step shown in the text at once. */
export function registerThreshold(): vscode.Disposable {
  return vscode.commands.registerCommand('corpusAnnotator.review.threshold', chooseThreshold);
}

interface Step extends vscode.QuickPickItem {
  readonly value: number;
}

async function chooseThreshold(): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  const before = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null).get<number>(SETTING, 0);
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  // The setting as it was there, or nothing: what is left with Escape leaves no trace in the settings.
  const inspected = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null).inspect<number>(SETTING);
  const written = vscode.workspace.workspaceFolders ? inspected?.workspaceValue : inspected?.globalValue;
  const set = (value: number | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null).update(SETTING, value, target);

  const pick = vscode.window.createQuickPick<Step>();
  pick.title = ui.threshold.title;
  pick.placeholder = ui.threshold.howTo;
  pick.items = Array.from({ length: STEPS }, (_, index) => step(index / STEPS));
  pick.activeItems = pick.items.filter((item) => item.value === Math.round(before * STEPS) / STEPS);
  let shown = before;
  let timer: NodeJS.Timeout | undefined;
  const accepted = await new Promise<boolean>((resolve) => {
    pick.onDidChangeActive(([active]) => {
      clearTimeout(timer);
      if (active === undefined || active.value === shown) return;
      timer = setTimeout(() => {
        shown = active.value;
        void set(shown);
      }, REST);
    });
    pick.onDidAccept(() => resolve(true));
    pick.onDidHide(() => resolve(false));
    pick.show();
  });
  clearTimeout(timer);
  const chosen = pick.activeItems[0]?.value ?? before;
  pick.dispose();
  if (!accepted) await set(written);
  else if (chosen !== before || written !== undefined) await set(chosen);
}

function step(value: number): Step {
  const bar = '█'.repeat(Math.round(value * 10)).padEnd(10, '░');
  return {
    value,
    label: value.toFixed(2),
    description: value === 0 ? `${bar}  ${ui.threshold.all}` : bar,
  };
}
