import * as vscode from 'vscode';
import type { ReviewStatus } from '../../../server/src/protocol';
import type { Shown } from './shown';

/** A sign at the side of a line, where it is seen however long the line is; told apart by its form as well as by its colour. */
const sign = (drawing: string): vscode.Uri =>
  vscode.Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="none" stroke-width="1.8">${drawing}</svg>`)}`,
  );

/** A sign in a colour for light themes and one for dark themes. */
const signs = (drawing: string, light: string, dark: string): vscode.DecorationRenderOptions => ({
  gutterIconSize: 'contain',
  light: { gutterIconPath: sign(`<g stroke="${light}">${drawing}</g>`) },
  dark: { gutterIconPath: sign(`<g stroke="${dark}">${drawing}</g>`) },
});

const TICK = '<rect x="2.5" y="2.5" width="11" height="11" rx="2"/><path d="M5 8.2l2.2 2.3L11 5.6"/>';
const CHECK = '<path d="M3 8.5l3.4 3.5L13 4.5"/>';
const CROSS = '<path d="M4 4l8 8M12 4l-8 8"/>';
const QUESTION = '<path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2Q8 8.8 8 10M8 12v1.4"/>';

const DIMMED = '0.7';

/** What is drawn on the lines of concordances: the hit, a tick, and how a person has decided. */
export class LineMarks implements vscode.Disposable {
  readonly #node = vscode.window.createTextEditorDecorationType({
    fontWeight: 'bold',
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  readonly #ticked = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    ...signs(TICK, '#1a5fb4', '#75beff'),
    backgroundColor: new vscode.ThemeColor('editor.selectionHighlightBackground'),
  });
  readonly #struck = vscode.window.createTextEditorDecorationType({ textDecoration: 'line-through' });
  readonly #states: Readonly<Record<Exclude<ReviewStatus, 'suggested'>, vscode.TextEditorDecorationType>> = {
    confirmed: vscode.window.createTextEditorDecorationType({ opacity: DIMMED, ...signs(CHECK, '#1e7a34', '#89d185') }),
    rejected: vscode.window.createTextEditorDecorationType({ opacity: DIMMED, ...signs(CROSS, '#b3261e', '#f48771') }),
    doubtful: vscode.window.createTextEditorDecorationType(signs(QUESTION, '#8a5a00', '#cca700')),
  };

  dispose(): void {
    for (const type of [this.#node, this.#ticked, this.#struck, ...Object.values(this.#states)]) type.dispose();
  }

  /** Draws the lines that are in view: a hundred thousand at once would take seconds. */
  draw(editor: vscode.TextEditor, shown: Shown): void {
    const inView = editor.visibleRanges.flatMap(({ start, end }) => shown.between(start.line, end.line));
    const nodeOf = (line: number): readonly vscode.Range[] => {
      const node = shown.layout.nodes[line - shown.layout.firstLine];
      return node ? [new vscode.Range(line, node[0], line, node[1])] : [];
    };
    const stateOf = (line: number): ReviewStatus | null | undefined => {
      const hit = shown.at(line);
      return hit && shown.states.get(hit);
    };
    editor.setDecorations(this.#node, inView.flatMap(nodeOf));
    editor.setDecorations(this.#struck, inView.filter((line) => stateOf(line) === 'rejected').flatMap(nodeOf));
    const whole = (line: number): vscode.Range => editor.document.lineAt(line).range;
    const where = (is: (line: number) => boolean): readonly vscode.Range[] => inView.filter(is).map(whole);
    const isTicked = (line: number): boolean => {
      const hit = shown.at(line);
      return hit !== undefined && shown.ticked.has(hit);
    };
    editor.setDecorations(this.#ticked, where(isTicked));
    for (const [state, type] of Object.entries(this.#states))
      editor.setDecorations(
        type,
        where((line) => stateOf(line) === state),
      );
  }
}
