import * as vscode from 'vscode';
import type { AnalysisParams, Counts } from '../../server/src/protocol';
import type { Analyses } from './annotations/analyses';
import type { ArticleClient } from './articleClient';
import { isArticle } from './articles/languageKeeper';
import { readSettings } from './config';

const SELECTOR: vscode.DocumentSelector = { language: 'article' };
const PLAIN_TEXT: vscode.DocumentSelector = { language: 'plaintext', pattern: '**/*.{txt,text}' };

/** What was found in the active article, in the status bar, and how the server fares, at the language's name. */
export class Status implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #analyses: Analyses;
  readonly #counts = vscode.window.createStatusBarItem('corpusAnnotator.counts', vscode.StatusBarAlignment.Right, 100);
  readonly #analysis = vscode.languages.createLanguageStatusItem('corpusAnnotator.analysis', SELECTOR);
  /** How a text without a header becomes an article, at the language's name, where one looks for what is wrong with it. */
  readonly #plainText = vscode.languages.createLanguageStatusItem('corpusAnnotator.plainText', PLAIN_TEXT);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(client: ArticleClient, analyses: Analyses) {
    this.#client = client;
    this.#analyses = analyses;
    this.#counts.name = vscode.l10n.t('Article: counts');
    this.#counts.command = 'corpusAnnotator.quotesBySpeaker.focus';
    this.#analysis.name = vscode.l10n.t('Article analysis');
    this.#plainText.name = vscode.l10n.t('Article analysis');
    this.#plainText.text = vscode.l10n.t('Not an article');
    this.#plainText.detail = vscode.l10n.t('No header was found');
    this.#plainText.command = { command: 'corpusAnnotator.treatAsArticle', title: vscode.l10n.t('Treat as Article') };
    this.#disposables = [
      this.#counts,
      this.#analysis,
      this.#plainText,
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
    item.command = { command: 'corpusAnnotator.showLog', title: vscode.l10n.t('Show Log') };
    item.busy = state !== 'failed' && !isCurrent;
    if (state === 'failed') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t('The language server has stopped');
      item.command = { command: 'corpusAnnotator.restartServer', title: vscode.l10n.t('Restart') };
    } else if (analysis?.state === 'tooLarge') {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Too large to analyse');
      item.command = {
        command: 'workbench.action.openSettings',
        title: vscode.l10n.t('Change Limit'),
        arguments: ['corpusAnnotator.maxFileSize'],
      };
    } else if (analysis) {
      item.text = languageName(analysis.language);
      item.detail = analysis.date ? vscode.l10n.t('Article of {0}', analysis.date) : vscode.l10n.t('No date in the header');
      item.command = {
        command: 'workbench.action.openSettings',
        title: vscode.l10n.t('Settings'),
        arguments: ['@ext:corpus-annotator.corpus-annotator'],
      };
    } else item.text = vscode.l10n.t('Analysing');
  }
}

function countsText({ entities, dates, quotes }: Counts): string {
  // French takes zero for one
  const isOne = (count: number): boolean => new Intl.PluralRules(vscode.env.language).select(count) === 'one';
  return [
    isOne(entities) ? vscode.l10n.t('{0} entity', entities) : vscode.l10n.t('{0} entities', entities),
    isOne(dates) ? vscode.l10n.t('{0} date', dates) : vscode.l10n.t('{0} dates', dates),
    isOne(quotes) ? vscode.l10n.t('{0} quote', quotes) : vscode.l10n.t('{0} quotes', quotes),
  ].join(' · ');
}

function tooltip({ counts, language, date }: AnalysisParams): vscode.MarkdownString {
  const line = (label: string, value: string | number): string => `| ${label} | ${value} |`;
  const rows = [
    line(vscode.l10n.t('Language'), languageName(language)),
    line(vscode.l10n.t('Date of the article'), date ?? '–'),
    ...typeRows(counts).map(([label, count]) => line(label, count)),
    line(vscode.l10n.t('Mentions'), counts.mentions),
    line(vscode.l10n.t('Dates'), counts.dates),
    line(vscode.l10n.t('Quotes'), counts.quotes),
    line(vscode.l10n.t('Quotes with a named speaker'), counts.attributed),
  ];
  return new vscode.MarkdownString(`| | |\n|:--|--:|\n${rows.join('\n')}`);
}

function typeRows(counts: Counts): readonly (readonly [string, number])[] {
  return [
    [vscode.l10n.t('Persons'), counts.persons],
    [vscode.l10n.t('Organisations'), counts.organizations],
    [vscode.l10n.t('Places'), counts.places],
    [vscode.l10n.t('Works and events'), counts.works],
  ];
}

/** A language's name in the interface's language: "French". */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([vscode.env.language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(vscode.env.language) + name.slice(1);
  } catch {
    return tag;
  }
}
