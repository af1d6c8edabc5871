import * as vscode from 'vscode';
import { toRange } from '../annotations/ranges';
import { isArticle } from '../articles/languageKeeper';
import { hasOwnTypes, placesByColor } from './ownTypes';
import type { Reviews } from './reviews';

/** Annotations of the types that a project declares itself, each with a line in the colour that its schema names. */
export class OwnTypeDecorations implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
    this.#disposables = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
      reviews.onDidChange((uri) => this.#drawAll(uri)),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.#disposables, ...this.#types.values()]) disposable.dispose();
  }

  #drawAll(uri?: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (uri === undefined || editor.document.uri.toString() === uri.toString()) void this.#draw(editor);
    }
  }

  async #draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const schema = isArticle(document) ? await this.#reviews.schema(document) : undefined;
    const answer = schema && hasOwnTypes(schema) ? await this.#reviews.items(document) : undefined;
    if (answer && answer.version !== document.version) return;
    const places = answer && schema ? placesByColor(answer.items, schema) : new Map<string, never>();
    for (const color of places.keys()) this.#typeFor(color);
    for (const [color, type] of this.#types) editor.setDecorations(type, (places.get(color) ?? []).map(toRange));
  }

  #typeFor(color: string): void {
    if (this.#types.has(color)) return;
    const isHex = color.startsWith('#');
    const type = vscode.window.createTextEditorDecorationType({
      // A hint of the colour behind the words; a theme's colour cannot be thinned.
      ...(isHex && { backgroundColor: `${color}22` }),
      borderColor: isHex ? color : new vscode.ThemeColor(color),
      borderStyle: 'solid',
      borderWidth: '0 0 2px 0',
      overviewRulerColor: isHex ? color : new vscode.ThemeColor(color),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    this.#types.set(color, type);
  }
}
