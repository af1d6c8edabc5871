import * as vscode from 'vscode';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';
import { TRIED, type Tried } from './declarations';
import { exists, openSampleCorpus } from './sampleCorpus';

const WALKTHROUGH = 'corpus-annotator.corpus-annotator#start';
/** A folder with this file is shown round in, once: it names the article to begin with, in each language of the interface. */
const TOUR = ['.corpus', 'tour.json'];
/** Under this name it is remembered that a folder was shown. */
const SHOWN = 'firstSteps.tourShown';

/** Opens the walkthrough; `toSide`: beside what is open. */
export async function openWalkthrough(toSide = false): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, toSide);
}

/** Where the open folder is one to be shown round in: an article, the walkthrough beside it, and the views, the first time. */
export async function beginTour(memory: vscode.Memento): Promise<void> {
  if (memory.get(SHOWN, false)) return;
  const article = await tourArticle();
  if (article === undefined) return;
  await memory.update(SHOWN, true);
  await vscode.window.showTextDocument(article, { viewColumn: vscode.ViewColumn.One, preview: false });
  await openWalkthrough(true);
  await vscode.commands.executeCommand('corpusAnnotator.quotesBySpeaker.focus');
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
}

/** The article that the open folder's tour begins with; undefined where it has no tour. */
async function tourArticle(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) return undefined;
  const file = vscode.Uri.joinPath(folder.uri, ...TOUR);
  if (!(await exists(file))) return undefined;
  try {
    const named = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    const path: unknown = named?.[ui.locale];
    // Nothing outside the folder.
    if (typeof path !== 'string' || path.split(/[\\/]/).includes('..')) return undefined;
    const article = vscode.Uri.joinPath(folder.uri, path);
    return (await exists(article)) ? article : undefined;
  } catch {
    return undefined;
  }
}

/** Does in an article what a step of the walkthrough speaks of: the walkthrough has the focus, its commands need the text. */
export async function tryStep(step: unknown, context: vscode.ExtensionContext): Promise<void> {
  if (!isTried(step)) return;
  if (!(await showArticle())) {
    const { openSamples, openFolder, noArticle } = ui.firstSteps;
    const pressed = await vscode.window.showInformationMessage(noArticle, openSamples, openFolder);
    if (pressed === openSamples) await openSampleCorpus(context);
    if (pressed === openFolder) await vscode.commands.executeCommand('vscode.openFolder');
    return;
  }
  for (const command of COMMANDS[step]) await vscode.commands.executeCommand(command);
}

const COMMANDS: Readonly<Record<Tried, readonly string[]>> = {
  hover: ['corpusAnnotator.nextEntity', 'editor.action.showHover'],
  quote: ['corpusAnnotator.nextQuote'],
  review: ['corpusAnnotator.review.enter'],
  date: ['corpusAnnotator.setArticleDate'],
};

const isTried = (step: unknown): step is Tried => (TRIED as readonly unknown[]).includes(step);

/** Gives the focus to an article: one that is shown, one that is open, or that of the tour. False where there is none. */
async function showArticle(): Promise<boolean> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isArticle(document));
  const document = visible?.document ?? vscode.workspace.textDocuments.find(isArticle) ?? (await tourArticle());
  if (document === undefined) return false;
  const viewColumn = visible?.viewColumn ?? vscode.ViewColumn.One;
  const editor =
    document instanceof vscode.Uri
      ? await vscode.window.showTextDocument(document, { viewColumn, preview: false })
      : await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  return isArticle(editor.document);
}
