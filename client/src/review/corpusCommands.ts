import * as vscode from 'vscode';
import { CheckCorpusRequest, ExportRequest, type FormatInfo, FormatsRequest, ImportRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { chooseFolder } from '../chooseFolder';
import { report } from '../report';
import { ui } from '../ui';
import { pickWorkspaceFolder } from '../workspaceFolder';
import { type Adjudication, adjudicate } from './adjudication';
import { agreement } from './agreementCommand';
import { resolveConflicts } from './conflicts';
import { askWith } from './longAsk';
import type { Reviews } from './reviews';
import { startSecondAnnotator } from './secondAnnotator';

/** Commands on whole folders: progress, checks, exchange with other tools, agreement; and conflicts of an article. */
export function registerCorpusCommands(client: ArticleClient, reviews: Reviews): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.review.checkFolder', () => checkFolder(client)),
    register('corpusAnnotator.export', () => exportFolder(client)),
    register('corpusAnnotator.import', () => importFiles(client)),
    register('corpusAnnotator.agreement', (folders?: readonly vscode.Uri[]) => agreement(client, folders)),
    register('corpusAnnotator.secondAnnotator', (given?: Parameters<typeof startSecondAnnotator>[1]) =>
      startSecondAnnotator(client, given),
    ),
    register('corpusAnnotator.adjudicate', (given?: Adjudication) => adjudicate(client, given)),
    register('corpusAnnotator.review.resolveConflicts', () => resolveConflicts(client, reviews)),
  );
}

/** A walk over a folder that came by no article says so: nothing found and nothing looked at are not the same. */
function tellNoArticles(): void {
  void vscode.window.showInformationMessage(ui.corpus.noArticles);
}

async function checkFolder(client: ArticleClient): Promise<void> {
  const folder = await pickWorkspaceFolder();
  if (!folder) return;
  const title = ui.corpus.checking;
  const check = await askWith(client, title, CheckCorpusRequest, { uri: folder.toString() });
  if (!check) return;
  if (check.files === 0 && check.skipped.length === 0) return tellNoArticles();
  if (check.problems > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  await report(ui.corpus.check, ui.corpus.checked(check.problems, check.files), [
    { title: ui.common.problems, lines: foundIn(folder) },
    {
      title: ui.corpus.notChecked,
      lines: check.skipped.map(({ uri, message }) => `- ${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}: ${message}`),
    },
  ]);
}

/** Whose findings those of the server are. */
const DIAGNOSTIC_SOURCE = 'Corpus Annotator';

/** What is reported of the files of a folder, a line each, as links to their places. */
function foundIn(folder: vscode.Uri): readonly string[] {
  const below = `${folder.toString().replace(/\/$/, '')}/`;
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.toString().startsWith(below))
    .flatMap(([uri, problems]) =>
      problems.filter(({ source }) => source === DIAGNOSTIC_SOURCE).map(({ range, message }) => ({ uri, range, message })),
    )
    .map(({ uri, range, message }) => {
      const place = `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
      return `- [${place}](${uri.toString()}#L${range.start.line + 1}): ${message}`;
    });
}

async function pickFormat(client: ArticleClient, wanted: (format: FormatInfo) => boolean): Promise<FormatInfo | undefined> {
  await client.start();
  const formats = (await client.ask(FormatsRequest, null)) ?? [];
  const items = formats
    .filter(wanted)
    .map((format) => ({ label: format.title, description: format.extensions.join(' '), format }));
  return (await vscode.window.showQuickPick(items, { placeHolder: ui.export.format }))?.format;
}

/** A form of a format, and whether it goes back into the files that the articles came from. */
interface Form {
  readonly variant?: string;
  readonly isBack?: boolean;
}

/** One of a format's forms; undefined where none was chosen. */
async function pickForm({ id, variants }: FormatInfo): Promise<Form | undefined> {
  const described: Readonly<Record<string, string>> = ui.export.variants;
  const items = (variants.length > 0 ? variants : ['']).map((variant) => ({
    label: variant || ui.export.newFiles,
    description: described[variant] ?? '',
    form: { ...(variant && { variant }) } as Form,
  }));
  const { back, backDescription } = ui.export;
  if (id === 'tei')
    for (const variant of ['inline', 'standoff'] as const)
      items.push({ label: back[variant], description: backDescription, form: { variant, isBack: true } });
  else if (id === 'json-cas' || id === 'xmi')
    items.push({ label: back.whole, description: backDescription, form: { isBack: true } });
  if (items.length < 2) return items[0]?.form;
  return (await vscode.window.showQuickPick(items, { placeHolder: ui.export.variant }))?.form;
}

async function exportFolder(client: ArticleClient): Promise<void> {
  const folder = await pickWorkspaceFolder();
  const format = folder && (await pickFormat(client, ({ writable }) => writable));
  if (!folder || !format) return;
  const form = await pickForm(format);
  const original = form?.isBack ? await chooseFolder(ui.export.original) : undefined;
  if (!form || (form.isBack && !original)) return;
  const decided = { label: ui.export.confirmed, content: 'decided' as const };
  const all = { label: ui.export.all, content: 'all' as const };
  const finished = { label: ui.export.finished, content: 'finished' as const };
  const what = await vscode.window.showQuickPick([decided, finished, all], { placeHolder: ui.export.what });
  const target = what && (await chooseFolder(ui.export.target));
  if (!what || !target) return;
  const result = await askWith(client, ui.export.exporting, ExportRequest, {
    uri: folder.toString(),
    format: format.id,
    target: target.toString(),
    content: what.content,
    ...(form.variant !== undefined && { variant: form.variant }),
    ...(original && { original: original.toString() }),
  });
  if (!result) return;
  if (result.articles === 0 && result.problems.length === 0) return tellNoArticles();
  const done = ui.export.done(result.articles, format.title);
  const losses = result.losses.map(({ kind, count, example }) => `- ${kind}: ${count} (${example})`);
  const problems = result.problems.map(({ uri, message }) => `- ${pathBelow(uri)}: ${message}`);
  await report(ui.export.report, done, [
    { title: ui.export.losses, lines: losses },
    { title: ui.common.problems, lines: problems },
    { title: ui.export.files, lines: result.files.map((file) => `- ${pathBelow(file)}`), isFine: true },
  ]);
}

async function importFiles(client: ArticleClient): Promise<void> {
  const format = await pickFormat(client, ({ readable }) => readable);
  const files = format && (await pickSources());
  const target = files && (await chooseFolder(ui.import.target));
  if (!format || !files || !target) return;
  const params = { files: files.map(String), format: format.id, target: target.toString() };
  const result = await askWith(client, ui.import.importing, ImportRequest, params);
  if (!result) return;
  const done = ui.import.done(result.annotations, result.articles);
  const problems = result.problems.map(({ uri, line, message }) => `- ${pathBelow(uri)}${line ? `:${line}` : ''}: ${message}`);
  await report(ui.import.report, done, [{ title: ui.common.problems, lines: problems }]);
}

const pathBelow = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

/** Files, or a folder of them: no dialog lets both be chosen on every system. */
async function pickSources(): Promise<readonly vscode.Uri[] | undefined> {
  const files = { label: ui.import.files, isFolder: false };
  const folder = { label: ui.import.folder, isFolder: true };
  const what = await vscode.window.showQuickPick([files, folder], { placeHolder: ui.import.what });
  const openLabel = ui.import.label;
  return (
    what &&
    vscode.window.showOpenDialog(
      what.isFolder ? { canSelectFiles: false, canSelectFolders: true, openLabel } : { canSelectMany: true, openLabel },
    )
  );
}
