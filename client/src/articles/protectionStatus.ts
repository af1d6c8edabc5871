import * as vscode from 'vscode';
import { readSettings } from '../config';
import { ui } from '../ui';
import { isArticle } from './languageKeeper';
import type { TextProtection } from './protection';

/** Says in the status bar, where `corpusAnnotator.protectText` is on, whether the article's text may be edited; a click changes it. */
export class ProtectionStatus implements vscode.Disposable {
  readonly #protection: TextProtection;
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.protection', vscode.StatusBarAlignment.Right, 99);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(protection: TextProtection) {
    this.#protection = protection;
    this.#item.name = ui.safety.protectionName;
    this.#disposables = [this.#item, protection.onDidChange(() => this.#update())];
    this.#update();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document) || this.#protection.isReviewing || !readSettings(document).protectText) {
      this.#item.hide();
      return;
    }
    if (this.#protection.protects(document)) {
      this.#item.text = `$(lock) ${ui.safety.protectedText}`;
      this.#item.tooltip = ui.safety.protectedTooltip;
      this.#item.command = 'corpusAnnotator.allowEditing';
    } else {
      this.#item.text = `$(unlock) ${ui.safety.editing}`;
      this.#item.tooltip = ui.safety.editingTooltip;
      this.#item.command = 'corpusAnnotator.protectAgain';
    }
    this.#item.show();
  }
}
