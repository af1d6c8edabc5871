import * as vscode from 'vscode';
import { readSettings } from '../config';
import { isArticle } from './languageKeeper';
import type { TextProtection } from './protection';

/** Says in the status bar, where `corpusAnnotator.protectText` is on, whether the article's text may be edited; a click changes it. */
export class ProtectionStatus implements vscode.Disposable {
  readonly #protection: TextProtection;
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.protection', vscode.StatusBarAlignment.Right, 99);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(protection: TextProtection) {
    this.#protection = protection;
    this.#item.name = vscode.l10n.t('Article: protection of the text');
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
      this.#item.text = `$(lock) ${vscode.l10n.t('Protected')}`;
      this.#item.tooltip = vscode.l10n.t('The text is read-only. Click to allow editing of this article.');
      this.#item.command = 'corpusAnnotator.allowEditing';
    } else {
      this.#item.text = `$(unlock) ${vscode.l10n.t('Editing')}`;
      this.#item.tooltip = vscode.l10n.t('The text can be changed. Click to protect it again.');
      this.#item.command = 'corpusAnnotator.protectAgain';
    }
    this.#item.show();
  }
}
