import * as vscode from 'vscode';
import {
  COMMANDS,
  type GoToArguments,
  type Neighbour,
  type NeighbourKind,
  NeighbourRequest,
  type ShowLocationsArguments,
} from '../../server/src/protocol';
import { fromWire, toRange } from './annotations/ranges';
import type { ArticleClient } from './articleClient';
import { isArticle } from './articles/languageKeeper';
import { STEPS } from './steps';
import { ui } from './ui';

type Direction = 'next' | 'previous';

/** How long the status bar says where one has come to, in milliseconds. */
const ANNOUNCED = 5_000;

/** The commands that go from one annotation to another, and those that links in hovers run. */
export function registerNavigation(client: ArticleClient): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const steps = STEPS.flatMap(({ name, kind }) =>
    (['next', 'previous'] as const).map((direction) =>
      register(`corpusAnnotator.${direction}${name}`, () => step(client, kind, direction)),
    ),
  );
  return vscode.Disposable.from(
    ...steps,
    register(COMMANDS.goTo, (...place: GoToArguments) => goTo(...place)),
    register(COMMANDS.showLocations, (...places: ShowLocationsArguments) => showLocations(...places)),
  );
}

/** Goes to the next or previous of a kind, around the document's end, selects it and says which one it is. */
async function step(client: ArticleClient, kind: NeighbourKind, direction: Direction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isArticle(editor.document)) return;
  const { document, selection } = editor;
  const found = await client.ask(NeighbourRequest, {
    uri: document.uri.toString(),
    position: selection.start,
    kind,
    direction,
  });
  if (vscode.window.activeTextEditor !== editor) return;
  if (!found) {
    announce(ui.navigation.none[kind]);
    return;
  }
  select(editor, fromWire(found.range));
  announce(describe(found, direction));
}

function describe({ index, total, label, wrapped }: Neighbour, direction: Direction): string {
  const place = ui.navigation.place(index, total, label);
  if (!wrapped) return place;
  return direction === 'next' ? ui.navigation.fromTop(place) : ui.navigation.fromEnd(place);
}

function announce(words: string): void {
  vscode.window.setStatusBarMessage(words, ANNOUNCED);
}

/** Selects a range with the cursor at its start, so that stepping on from it finds its neighbours, and shows it. */
function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a document, or goes to the editor that has it, and selects a place in it. */
async function goTo(...[uri, ...place]: GoToArguments): Promise<void> {
  if (typeof uri !== 'string' || !place.every(Number.isInteger)) return;
  await showPlace(vscode.Uri.parse(uri), toRange(place));
}

/** The same for a range that is at hand. */
export async function showPlace(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(uri, visible?.viewColumn ? { viewColumn: visible.viewColumn } : {});
  select(editor, range);
}

/** Shows places as a list beside the text, as a search for references does. */
async function showLocations(...[uri, line, character, places]: ShowLocationsArguments): Promise<void> {
  if (typeof uri !== 'string' || !Array.isArray(places)) return;
  const document = vscode.Uri.parse(uri);
  const locations = places.map((place) => new vscode.Location(document, toRange(place)));
  await vscode.commands.executeCommand('editor.action.showReferences', document, new vscode.Position(line, character), locations);
}
