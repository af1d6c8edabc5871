import * as vscode from 'vscode';
import type { ReviewStatus } from '../../../server/src/protocol';
import type { ColorName } from '../annotations/declarations';
import type { LineStyle } from '../annotations/quoteStyles';
import { toRange } from '../annotations/ranges';
import { isArticle } from '../articles/languageKeeper';
import { DECISION_LINES } from './decisionStyles';
import type { ReviewMode } from './mode';
import type { Reviews } from './reviews';

const color = (name: ColorName): vscode.ThemeColor => new vscode.ThemeColor(`corpusAnnotator.${name}`);
const line = ({ color: name, style }: LineStyle, more: vscode.DecorationRenderOptions = {}): vscode.DecorationRenderOptions => ({
  borderColor: color(name),
  borderStyle: style,
  borderWidth: '0 0 2px 0',
  overviewRulerColor: color(name),
  overviewRulerLane: vscode.OverviewRulerLane.Left,
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  ...more,
});

const OPTIONS: Readonly<Record<ReviewStatus, vscode.DecorationRenderOptions>> = {
  suggested: line(DECISION_LINES.suggested),
  confirmed: line(DECISION_LINES.confirmed),
  doubtful: line(DECISION_LINES.doubtful, { borderWidth: '0 0 3px 0' }),
  rejected: { textDecoration: 'line-through', opacity: '0.75', rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed },
};
const STATUSES = Object.keys(OPTIONS) as ReviewStatus[];

/** What was decided on each annotation, drawn while the review mode is on: a reader is not to see the work on the text. */
export class ReviewDecorations implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #mode: ReviewMode;
  readonly #types = new Map(STATUSES.map((status) => [status, vscode.window.createTextEditorDecorationType(OPTIONS[status])]));
  readonly #disposables: readonly vscode.Disposable[];

  constructor(reviews: Reviews, mode: ReviewMode) {
    this.#reviews = reviews;
    this.#mode = mode;
    this.#disposables = [
      ...this.#types.values(),
      mode.onDidChange(() => this.#drawAll()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
      reviews.onDidChange((uri) => this.#drawAll(uri)),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #drawAll(uri?: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (uri === undefined || editor.document.uri.toString() === uri.toString()) void this.#draw(editor);
    }
  }

  async #draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const isShown = this.#mode.isOn && isArticle(document);
    const answer = isShown ? await this.#reviews.items(document) : undefined;
    // The text went on meanwhile: another state follows.
    if (isShown && answer?.version !== document.version) return;
    for (const [status, type] of this.#types) {
      const items = (answer?.items ?? []).filter((item) => item.status === status && !item.superseded);
      editor.setDecorations(
        type,
        items.flatMap((item) => item.ranges.map(toRange)),
      );
    }
  }
}
