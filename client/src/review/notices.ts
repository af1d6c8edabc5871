import * as vscode from 'vscode';
import { DetectorStateNotification } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import type { Reviews } from './reviews';

/** What a person has to know and can do something about: said once, with the button to do it. */
export function registerNotices(client: ArticleClient, reviews: Reviews): vscode.Disposable {
  const told = new Set<string>();
  const failed = new Set<string>();
  client.onTold(DetectorStateNotification, ({ name, state, message }) => {
    if (state === 'ready') failed.delete(name);
    if (state !== 'failed' || failed.has(name)) return;
    failed.add(name);
    void warn(ui.detectors.failed(name, message ?? ''), {
      [ui.common.showLog]: 'corpusAnnotator.showLog',
    });
  });
  return vscode.Disposable.from(
    reviews.onDidChange((uri) => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.uri.toString() !== uri.toString()) return;
      const state = reviews.state(document);
      if (!state?.conflicts) told.delete(uri.toString());
      else if (!told.has(uri.toString())) {
        told.add(uri.toString());
        void warn(ui.conflicts.found(state.conflicts), {
          [ui.conflicts.resolve]: 'corpusAnnotator.review.resolveConflicts',
        });
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
  );
}

async function warn(message: string, buttons: Readonly<Record<string, string>>): Promise<void> {
  const pressed = await vscode.window.showWarningMessage(message, ...Object.keys(buttons));
  const command = pressed && buttons[pressed];
  if (command) await vscode.commands.executeCommand(command);
}
