import * as vscode from 'vscode';
import type { AnalysisLayer, AnalysisParams, Counts } from '../../server/src/protocol';
import type { Analyses } from './annotations/analyses';
import type { ArticleClient } from './articleClient';
import { isArticle } from './articles/languageKeeper';
import { readSettings } from './config';
import { languageName } from './languageNames';
import { ui } from './ui';

const ANALYSIS_LAYERS = ['entities', 'dates', 'quotes'] as const satisfies readonly AnalysisLayer[];
const SELECTOR: vscode.DocumentSelector = { language: 'article' };

/** What was found in the active article, in the status bar, and how the server fares, at the language's name. */
export class Status implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #analyses: Analyses;
  readonly #counts = vscode.window.createStatusBarItem('corpusAnnotator.counts', vscode.StatusBarAlignment.Right, 100);
  readonly #analysis = vscode.languages.createLanguageStatusItem('corpusAnnotator.analysis', SELECTOR);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(client: ArticleClient, analyses: Analyses) {
    this.#client = client;
    this.#analyses = analyses;
    this.#counts.name = ui.status.counts;
    this.#counts.command = 'corpusAnnotator.quotesBySpeaker.focus';
    this.#analysis.name = ui.status.analysis;
    this.#disposables = [
      this.#counts,
      this.#analysis,
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      analyses.onDidChange(() => this.#update()),
      client.onDidChangeState(() => this.#update()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#update();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('corpusAnnotator.statusBar')) this.#update();
      }),
    ];
    this.#update();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document)) {
      this.#counts.hide();
      return;
    }
    const analysis = this.#analyses.get(document);
    this.#showServer(analysis, this.#analyses.isCurrent(document));
    this.#showCounts(document, analysis);
  }

  #showCounts(document: vscode.TextDocument, analysis: AnalysisParams | undefined): void {
    if (!readSettings(document)['statusBar.enabled'] || analysis?.state !== 'ready') {
      this.#counts.hide();
      return;
    }
    const { counts } = analysis;
    this.#counts.text = countsText(counts);
    this.#counts.tooltip = tooltip(analysis);
    this.#counts.accessibilityInformation = { label: this.#counts.text };
    this.#counts.show();
  }

  #showServer(analysis: AnalysisParams | undefined, isCurrent: boolean): void {
    const item = this.#analysis;
    const { state } = this.#client;
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.detail = undefined;
    item.command = { command: 'corpusAnnotator.showLog', title: ui.common.showLog };
    item.busy = state !== 'failed' && !isCurrent;
    if (state === 'failed') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = ui.common.serverStopped;
      item.command = { command: 'corpusAnnotator.restartServer', title: ui.common.restart };
    } else if (analysis?.state === 'tooLarge') {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = ui.status.tooLarge;
      item.command = {
        command: 'workbench.action.openSettings',
        title: ui.status.changeLimit,
        arguments: ['corpusAnnotator.maxFileSize'],
      };
    } else if (analysis) {
      item.text = languageText(analysis);
      item.detail = analysis.date ? ui.status.articleOf(analysis.date) : ui.status.noDate;
      item.command = { command: 'corpusAnnotator.setArticleDate', title: ui.status.setDate };
    } else item.text = ui.status.analysing;
  }
}

function countsText({ entities, dates, quotes }: Counts): string {
  const { entities: entitiesOf, dates: datesOf, quotes: quotesOf } = ui.status.counted;
  return [entitiesOf(entities), datesOf(dates), quotesOf(quotes)].join(' · ');
}

function tooltip(analysis: AnalysisParams): vscode.MarkdownString {
  const { counts, date } = analysis;
  const line = (label: string, value: string | number): string => `| ${label} | ${value} |`;
  const rows = [
    line(ui.status.language, languageText(analysis)),
    line(ui.status.articleDate, date ?? '–'),
    ...typeRows(counts).map(([label, count]) => line(label, count)),
    line(ui.status.mentions, counts.mentions),
    line(ui.common.dates, counts.dates),
    line(ui.common.quotes, counts.quotes),
    line(ui.status.attributed, counts.attributed),
  ];
  return new vscode.MarkdownString(`| | |\n|:--|--:|\n${rows.join('\n')}`);
}

function typeRows(counts: Counts): readonly (readonly [string, number])[] {
  return [
    [ui.common.types.PER, counts.persons],
    [ui.common.types.ORG, counts.organizations],
    [ui.common.types.LOC, counts.places],
    [ui.common.types.MISC, counts.works],
  ];
}

const nameOf = (tag: string): string => languageName(tag, vscode.env.language, ui.status.unknownLanguage);

/** The language, and where not all is found in texts of it, what is: "Spanish: dates only". */
function languageText({ language, layers }: AnalysisParams): string {
  const name = nameOf(language);
  if (ANALYSIS_LAYERS.every((layer) => layers.includes(layer))) return name;
  return layers.length === 0
    ? ui.status.nothingOf(name)
    : ui.status.only(
        name,
        layers.map((layer) => ui.status.layers[layer]),
      );
}
