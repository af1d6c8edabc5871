import * as vscode from 'vscode';
import { THEMES, type ThemeKind } from '../annotations/declarations';
import { ui } from '../ui';
import { legendPage } from './legendPage';

const KINDS: Readonly<Record<vscode.ColorThemeKind, ThemeKind>> = {
  [vscode.ColorThemeKind.Light]: 'light',
  [vscode.ColorThemeKind.Dark]: 'dark',
  [vscode.ColorThemeKind.HighContrast]: 'highContrast',
  [vscode.ColorThemeKind.HighContrastLight]: 'highContrastLight',
};

/** The page that says what colours and lines mean, in the theme that holds; one for the window. */
export class Legend implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  readonly #themes = vscode.window.onDidChangeActiveColorTheme(() => this.#draw());

  show(): void {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    this.#panel = vscode.window.createWebviewPanel('corpusAnnotator.legend', ui.legend.title, place, { enableScripts: false });
    this.#panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#draw();
  }

  dispose(): void {
    this.#themes.dispose();
    this.#panel?.dispose();
  }

  #draw(): void {
    if (!this.#panel) return;
    const kind = KINDS[vscode.window.activeColorTheme.kind];
    const theme = vscode.workspace.getConfiguration('workbench').get<string>('colorTheme') ?? '';
    this.#panel.webview.html = legendPage(ui, kind, { isOurs: THEMES[kind].includes(theme) || kind.startsWith('highContrast') });
  }
}
