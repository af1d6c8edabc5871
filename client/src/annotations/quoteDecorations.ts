import * as vscode from 'vscode';
import { isArticle } from '../articles/languageKeeper';
import { readSettings } from '../config';
import type { Analyses } from './analyses';
import type { ColorName } from './declarations';
import { layersOf, QUOTE_LAYERS, type QuoteLayer } from './quoteLayers';
import { type ContentStyle, type LineStyle, QUOTE_STYLES } from './quoteStyles';
import { toRange } from './ranges';

const color = (name: ColorName): vscode.ThemeColor => new vscode.ThemeColor(`corpusAnnotator.${name}`);

/** Content: a background that lets the colours of names and dates show, and a border where the theme has no backgrounds. */
const content = ({ content: name, border }: ContentStyle): vscode.DecorationRenderOptions => ({
  backgroundColor: color(`${name}Background`),
  borderColor: color(`${name}Border`),
  borderStyle: border,
  borderWidth: '1px',
  borderRadius: '2px',
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
});

/** A line under words; VS Code offers no colour for it but makes its own colours known as CSS variables. */
const underline = ({ style, color: name }: LineStyle): vscode.DecorationRenderOptions => ({
  textDecoration: `underline ${style} 1.5px var(--vscode-corpusAnnotator-${name}); text-underline-offset: 0.25em`,
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
});

const optionsOf = (layer: QuoteLayer): vscode.DecorationRenderOptions => {
  const style: ContentStyle | LineStyle = QUOTE_STYLES[layer];
  return 'content' in style ? content(style) : underline(style);
};

/**
 * Quotations behind the text: semantic tokens can neither overlap nor span lines, decorations can. Drawn in the visible
 * editors alone, again with every analysis; in between VS Code moves them with the text.
 */
export class QuoteDecorations implements vscode.Disposable {
  readonly #analyses: Analyses;
  readonly #types: ReadonlyMap<QuoteLayer, vscode.TextEditorDecorationType>;
  readonly #ruler: vscode.TextEditorDecorationType;
  readonly #disposables: readonly vscode.Disposable[];
  #hasLines = true;

  constructor(analyses: Analyses) {
    this.#analyses = analyses;
    this.#types = new Map(QUOTE_LAYERS.map((layer) => [layer, vscode.window.createTextEditorDecorationType(optionsOf(layer))]));
    this.#ruler = vscode.window.createTextEditorDecorationType({
      overviewRulerColor: color('overviewRulerQuote'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    });
    this.#disposables = [
      ...this.#types.values(),
      this.#ruler,
      analyses.onDidChange((uri) => this.#draw((editor) => editor.document.uri.toString() === uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw(() => true)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('corpusAnnotator.highlight')) this.#draw(() => true);
      }),
    ];
    this.#draw(() => true);
  }

  /** Whether cues, speakers and dates are underlined: not while other lines tell what is decided. */
  showLines(isShown: boolean): void {
    this.#hasLines = isShown;
    this.#draw(() => true);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #draw(wanted: (editor: vscode.TextEditor) => boolean): void {
    for (const editor of vscode.window.visibleTextEditors) if (wanted(editor)) this.#drawIn(editor);
  }

  #drawIn(editor: vscode.TextEditor): void {
    const analysis = this.#analyses.get(editor.document);
    // Ranges of an older version would land beside their words; VS Code has moved what is drawn already.
    if (analysis && !this.#analyses.isCurrent(editor.document)) return;
    const settings = readSettings(editor.document);
    const choice = {
      quotes: settings['highlight.quotes'],
      speakers: settings['highlight.speakers'] && this.#hasLines,
      dates: settings['highlight.dates'] && this.#hasLines,
    };
    const shown = isArticle(editor.document) ? analysis : undefined;
    const layers = layersOf(shown ?? { quotes: [], dates: [] }, choice);
    for (const [layer, type] of this.#types) editor.setDecorations(type, (layers.get(layer) ?? []).map(toRange));
    const speech = settings['highlight.overviewRuler']
      ? [...(layers.get('direct') ?? []), ...(layers.get('indirect') ?? [])]
      : [];
    editor.setDecorations(this.#ruler, speech.map(toRange));
  }
}
