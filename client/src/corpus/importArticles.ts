import * as vscode from 'vscode';
import { importing } from '../../../server/src/messages/importing';
import { wordsOf } from '../../../server/src/messages/topic';
import {
  type ImportArticlesPreview,
  ImportArticlesPreviewRequest,
  ImportArticlesRequest,
  type ImportArticlesResult,
  type ImportArticlesSource,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { chooseFolder } from '../chooseFolder';
import { showReport } from '../report';
import { askWith } from '../review/longAsk';

const words = wordsOf(importing, vscode.env.language);
const ui = words.editor;

/** Where articles come from and go to, for who knows it already: a test, another extension. */
interface Given {
  readonly sources: readonly vscode.Uri[];
  readonly target: vscode.Uri;
}

/** Brings articles in: files or a folder, what their columns are, where to; then the import with progress, and what came of it. */
export function registerImportArticles(client: ArticleClient): vscode.Disposable {
  return vscode.commands.registerCommand('corpusAnnotator.importArticles', (given?: Given) => importArticles(client, given));
}

async function importArticles(client: ArticleClient, given: Given | undefined): Promise<ImportArticlesResult | undefined> {
  const sources = given?.sources ?? (await pickSources());
  if (sources === undefined || sources.length === 0) return undefined;
  const source = await settle(client, { sources: sources.map(String) });
  if (source === undefined) return undefined;
  const target = given?.target ?? (await chooseFolder(ui.target));
  if (target === undefined) return undefined;
  const result = await askWith(client, words.bringingIn, ImportArticlesRequest, { ...source, target: target.toString() });
  if (result !== undefined) void tell(result, target);
  return result;
}

/** Files, or a folder of them: no dialog lets both be chosen on every system. */
async function pickSources(): Promise<readonly vscode.Uri[] | undefined> {
  const files = { label: ui.files, isFolder: false };
  const folder = { label: ui.folder, isFolder: true };
  const what = await vscode.window.showQuickPick([files, folder], { title: ui.title, placeHolder: ui.what });
  if (what === undefined) return undefined;
  const openLabel = ui.take;
  return vscode.window.showOpenDialog(
    what.isFolder ? { canSelectFiles: false, canSelectFolders: true, openLabel } : { canSelectMany: true, openLabel },
  );
}

type Field = keyof typeof words.fields;
const FIELDS = Object.keys(words.fields) as readonly Field[];

/** A field's column, the order of day and month, or going on. */
type Change = Field | 'order' | 'go';

interface Choice extends vscode.QuickPickItem {
  readonly change?: Change;
}

/** Shows what is found and lets it be put right; undefined where it was given up. */
async function settle(client: ArticleClient, asked: ImportArticlesSource): Promise<ImportArticlesSource | undefined> {
  let source: ImportArticlesSource | undefined = asked;
  while (source !== undefined) {
    const preview: ImportArticlesPreview | undefined = await askWith(client, ui.reading, ImportArticlesPreviewRequest, source);
    const change: Change | undefined = preview && (await choose(preview, source));
    if (preview === undefined || change === undefined) return undefined;
    if (change === 'go') return source;
    source = change === 'order' ? otherOrder(source) : await changeColumn(source, preview, change);
  }
  return undefined;
}

/** What a person wants to do next; undefined where it is given up, or there is nothing to be had. */
async function choose(preview: ImportArticlesPreview, source: ImportArticlesSource): Promise<Change | undefined> {
  if (preview.columns.length === 0 && preview.articles.length === 0) {
    void vscode.window.showErrorMessage(ui.nothing(preview.problems[0] ?? ''));
    return undefined;
  }
  const options = { title: ui.title, placeHolder: ui.check, ignoreFocusOut: true };
  for (;;) {
    const picked = await vscode.window.showQuickPick(choices(preview, source), options);
    // the first articles are there to be looked at
    if (picked === undefined || picked.change !== undefined) return picked?.change;
  }
}

const otherOrder = (source: ImportArticlesSource): ImportArticlesSource => ({
  ...source,
  dayOrder: source.dayOrder === 'month-first' ? 'day-first' : 'month-first',
});

/** The lines of the preview: going on, each field with its column, then the first articles. */
function choices(preview: ImportArticlesPreview, { dayOrder }: ImportArticlesSource): readonly Choice[] {
  const { columns, mapping, articles, problems } = preview;
  const exampleOf = (name: string): string => columns.find((column) => column.name === name)?.example ?? '';
  const fields = FIELDS.map((field): Choice => {
    const name = mapping[field];
    return {
      label: `${words.fields[field]}:`,
      description: name == null ? ui.none : name,
      ...(name != null && { detail: exampleOf(name) }),
      change: field,
    };
  });
  const order: Choice = {
    label: `${ui.dayOrder}:`,
    description: dayOrder === 'month-first' ? ui.monthFirst : ui.dayFirst,
    change: 'order',
  };
  const go: readonly Choice[] =
    articles.length === 0 ? [] : [{ label: `$(check) ${ui.goOn}`, description: ui.goOnTo, change: 'go' }];
  return [
    ...go,
    ...(columns.length === 0 ? [] : [separator(ui.columns), ...fields]),
    order,
    ...(articles.length === 0 ? [] : [separator(ui.firstArticles)]),
    ...articles.map(({ title, facts, beginning }): Choice => ({ label: title, description: facts, detail: beginning })),
    ...(problems.length === 0 ? [] : [separator(ui.problems)]),
    ...problems.map((problem): Choice => ({ label: `$(warning) ${problem}` })),
  ];
}

const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });

async function changeColumn(
  source: ImportArticlesSource,
  { columns }: ImportArticlesPreview,
  field: Field,
): Promise<ImportArticlesSource> {
  const none = { label: ui.none, name: null };
  const items = columns.map(({ name, example }) => ({ label: name, detail: example, name }));
  const placeHolder = ui.whichColumn(words.fields[field]);
  const picked = await vscode.window.showQuickPick([...items, none], { title: ui.title, placeHolder, ignoreFocusOut: true });
  return picked === undefined ? source : { ...source, columns: { ...source.columns, [field]: picked.name } };
}

/** Says what came of it, offers the folder where it is not open, and what could not be read. */
async function tell({ articles, summary, problems }: ImportArticlesResult, target: vscode.Uri): Promise<void> {
  const [first = '', ...rest] = summary;
  const isOpen = vscode.workspace.getWorkspaceFolder(target) !== undefined;
  const buttons = [...(articles > 0 && !isOpen ? [ui.open] : []), ...(rest.length + problems.length > 0 ? [ui.show] : [])];
  const show = problems.length > 0 || articles === 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const picked = await show(first, ...buttons);
  if (picked === ui.open) await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
  else if (picked === ui.show) await showReport(ui.title, reportText(first, rest, problems));
}

function reportText(first: string, rest: readonly string[], problems: readonly string[]): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const parts = [`# ${first}`, list(rest), ...(problems.length > 0 ? [`## ${ui.problems}`, list(problems)] : [])];
  return parts.filter((part) => part !== '').join('\n\n');
}
