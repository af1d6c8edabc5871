import * as vscode from 'vscode';
import { type HeaderProposal, HeaderProposalsRequest, SETTINGS_SECTION } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { showReport } from '../report';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';
import { pickFolder } from './articleCommands';

interface Form extends vscode.QuickPickItem {
  readonly proposal: HeaderProposal;
}

const PREVIEW: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: ui.headers.preview };
/** How many first files a form says of in the list itself. */
const IN_LIST = 1;

/** The command that finds forms of header in a folder's texts and writes the chosen ones into the workspace's settings. */
export function registerHeaderForms(client: ArticleClient): vscode.Disposable {
  return vscode.commands.registerCommand('corpusAnnotator.headerPatternsFromFolder', async (uri?: unknown) => {
    const folder = uri instanceof vscode.Uri ? uri : await pickFolder();
    if (folder) await propose(client, folder);
  });
}

async function propose(client: ArticleClient, folder: vscode.Uri): Promise<void> {
  const proposals = await askWith(client, ui.headers.looking, HeaderProposalsRequest, { uri: folder.toString() });
  if (!proposals) return;
  if (proposals.length === 0) {
    void vscode.window.showInformationMessage(ui.headers.none);
    return;
  }
  const chosen = await choose(proposals);
  if (chosen.length > 0) await write(folder, chosen);
}

/** Lists the forms; the button on each shows what it reads, as a document, without closing the list. */
function choose(proposals: readonly HeaderProposal[]): Promise<readonly HeaderProposal[]> {
  const list = vscode.window.createQuickPick<Form>();
  list.title = ui.headers.title;
  list.placeholder = ui.headers.howTo;
  list.canSelectMany = true;
  list.ignoreFocusOut = true;
  list.items = proposals.map((proposal) => ({
    label: proposal.example,
    description: ui.headers.fits(proposal.fits, proposal.of),
    detail: proposal.previews.slice(0, IN_LIST).map(fieldsOf).join(' · '),
    buttons: [PREVIEW],
    proposal,
  }));
  const [first] = list.items;
  if (first) list.selectedItems = [first];
  return new Promise((resolve) => {
    let chosen: readonly HeaderProposal[] = [];
    list.onDidTriggerItemButton(({ item }) => void showReport(ui.headers.preview, previewText(item.proposal)));
    list.onDidAccept(() => {
      chosen = list.selectedItems.map(({ proposal }) => proposal);
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      resolve(chosen);
    });
    list.show();
  });
}

type Preview = HeaderProposal['previews'][number];

/** What a form reads in a file, in words. */
function fieldsOf({ date, title, source, author }: Preview): string {
  const fields = [
    [ui.headers.date, date],
    [ui.headers.articleTitle, title],
    [ui.headers.source, source],
    [ui.headers.author, author],
  ];
  return fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join(', ');
}

function previewText({ pattern, example, fits, of, previews }: HeaderProposal): string {
  return [
    `# ${example}`,
    ui.headers.fits(fits, of),
    `    ${pattern}`,
    ...previews.map(
      (preview) =>
        `## ${vscode.workspace.asRelativePath(vscode.Uri.parse(preview.uri))}\n\n> ${preview.line}\n\n${fieldsOf(preview)}`,
    ),
  ].join('\n\n');
}

/** Puts the forms before those that hold already, in the workspace's settings, or in the folder's where there are several. */
async function write(folder: vscode.Uri, proposals: readonly HeaderProposal[]): Promise<void> {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION, root ?? null);
  const isWhole = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  const before = settings.get<readonly string[]>('headerPatterns', []);
  const added = proposals.map(({ pattern }) => pattern).filter((pattern) => !before.includes(pattern));
  const where = isWhole ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
  await settings.update('headerPatterns', [...added, ...before], where);
  const open = ui.status.settings;
  const pressed = await vscode.window.showInformationMessage(ui.headers.written(added.length), open);
  if (pressed === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'corpusAnnotator.headerPatterns');
}
