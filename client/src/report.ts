import * as vscode from 'vscode';
import { ui } from './ui';

/** The scheme of reports: read-only documents that live as long as the window. */
const SCHEME = 'corpus-annotator-report';

/** A part of a report, with what stands in it, a line each. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  /** What it holds is not a trouble: files written, say. */
  readonly isFine?: true;
}

const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

/** Serves the reports as documents. */
export function registerReports(): vscode.Disposable {
  const provideTextDocumentContent = (uri: vscode.Uri): string => texts.get(uri.path) ?? ui.report.gone;
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent }),
  );
}

/** Shows a text as a read-only document; another one of the same name takes its place. */
export async function showReport(name: string, markdown: string): Promise<void> {
  const uri = place(name, markdown);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
}

function place(name: string, markdown: string): vscode.Uri {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replace(/[\\/:?#*"<>|]/g, ' ')}.md` });
  texts.set(uri.path, `${markdown}\n`);
  changed.fire(uri);
  return uri;
}

/** Shows Markdown as it is read, rendered; where VS Code's preview is switched off, as it is written. */
export async function showRendered(name: string, markdown: string): Promise<void> {
  const uri = place(name, markdown);
  await vscode.commands.executeCommand('markdown.showPreview', uri).then(undefined, () => showReport(name, markdown));
}

/**
 * Says what was done; where there is more to tell, a button shows all of it as a document.
 *
 * @param name - the report's, for its tab
 */
export async function report(name: string, done: string, sections: readonly Section[]): Promise<void> {
  const full = sections.filter(({ lines }) => lines.length > 0);
  if (full.length === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const show = ui.report.show;
  const tell = full.every(({ isFine }) => isFine) ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  if ((await tell(done, show)) !== show) return;
  await showReport(name, reportText(done, full));
}

function reportText(done: string, sections: readonly Section[]): string {
  return [`# ${done}`, ...sections.map(({ title, lines }) => `## ${title}\n\n${lines.join('\n')}`)].join('\n\n');
}
