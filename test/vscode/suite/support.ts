import * as vscode from 'vscode';

/** How long a test waits for what must come in the end: generous, since machines that run tests are busy. */
const PATIENCE_MS = 60_000;
const EXTENSION_ID = 'corpus-annotator.corpus-annotator';

/** A semantic token as VS Code paints it: the text it covers, its type, its modifiers. */
export interface PaintedToken {
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
  readonly range: vscode.Range;
}

/** Asks again and again until the answer is accepted, and returns it; in the end fails with the last answer. */
export async function pollUntil<T>(ask: () => T | Thenable<T>, accept: (answer: T) => boolean, what: string): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not so after ${PATIENCE_MS / 1000} s; at last ${shown(answer)}`);
    await pause(50);
  }
}

/** Waits until a condition holds. */
export async function waitFor(condition: () => boolean, what: string): Promise<void> {
  await pollUntil(condition, (holds) => holds, what);
}

/** Lets a while pass: only to show that something does not happen. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function shown(answer: unknown): string {
  const text = JSON.stringify(answer) ?? String(answer);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

/** The address of a file in the folder that the tests have open. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The extension under test; whether it is active is for the test to see. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  if (!found) throw new Error(`${EXTENSION_ID} is not installed`);
  return found;
}

/** Shows a file as a person would, without touching its language. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Shows a file and waits until the extension has made it an article. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  const editor = await open(name);
  await pollUntil(
    () => editor.document.languageId,
    (language) => language === 'article',
    `the language of ${name}`,
  );
  // A change of language closes the document and opens it again: the editor that shows it now.
  return vscode.window.showTextDocument(editor.document, { preview: false });
}

/** Closes every editor without saving. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where the words stand for the nth time (from 0) in a document; no such words is an error in the test. */
export function rangeOf(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  const text = document.getText();
  let at = text.indexOf(words);
  for (let seen = 0; seen < nth && at >= 0; seen++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” does not stand ${nth + 1} times in ${document.fileName}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** The middle of the words, where a mouse would point. */
export function pointAt(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  const range = rangeOf(document, words, nth);
  return document.positionAt(Math.floor((document.offsetAt(range.start) + document.offsetAt(range.end)) / 2));
}

/** The semantic tokens of a document, none where no provider answers yet. */
export async function paintedTokens(document: vscode.TextDocument): Promise<readonly PaintedToken[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  return legend && tokens ? decode(document, legend, tokens.data) : [];
}

function decode(document: vscode.TextDocument, legend: vscode.SemanticTokensLegend, data: Uint32Array): PaintedToken[] {
  const tokens: PaintedToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, bits = 0] = data.subarray(at, at + 5);
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaStart : deltaStart;
    const range = new vscode.Range(line, character, line, character + length);
    tokens.push({
      range,
      text: document.getText(range),
      type: legend.tokenTypes[type] ?? `type ${type}`,
      modifiers: legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0),
    });
  }
  return tokens;
}

/** Waits until the analysis has painted something, and returns it. */
export function paint(document: vscode.TextDocument): Promise<readonly PaintedToken[]> {
  return pollUntil(
    () => paintedTokens(document),
    (tokens) => tokens.length > 0,
    `semantic tokens of ${document.fileName}`,
  );
}

/** What the hovers at the words say, one under the other; empty where there is none. */
export async function hoverText(document: vscode.TextDocument, words: string, nth = 0): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    pointAt(document, words, nth),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n\n');
}

/** The outline of a document, the outermost symbols first. */
export async function outline(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return found ?? [];
}

/** A list of symbols with everything below them, in the order of the outline. */
export function flattened(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flattened(symbol.children)]);
}

/** What the extension asked or told in a box of VS Code's: the message or title, and what there was to choose from. */
export interface Asked {
  readonly message: string;
  readonly choices: readonly string[];
}

type Answer = (asked: Asked) => string | undefined;

/**
 * Answers boxes in a person's place while `run` runs: messages and lists by the label of a choice, input boxes by what is
 * typed (asked for with the box's prompt); undefined leaves it. Resolves to all that was asked.
 */
export async function answering(answer: Answer, run: () => Promise<void>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const ask = (message: string, choices: readonly string[]): string | undefined => {
    asked.push({ message, choices });
    return answer({ message, choices });
  };
  const { window } = vscode;
  const before = { ...window };
  const labelOf = (choice: unknown): string => (typeof choice === 'string' ? choice : (choice as vscode.QuickPickItem).label);
  const tell = async (message: string, ...rest: readonly unknown[]) => {
    const buttons = rest.filter((one): one is string => typeof one === 'string');
    return ask(message, buttons);
  };
  Object.assign(window, {
    showInformationMessage: tell,
    showWarningMessage: tell,
    showQuickPick: async (items: readonly unknown[] | Thenable<readonly unknown[]>, options?: vscode.QuickPickOptions) => {
      const list = await items;
      const label = ask(options?.title ?? options?.placeHolder ?? '', list.map(labelOf));
      return label === undefined ? undefined : list.find((item) => labelOf(item).includes(label));
    },
    showInputBox: async (options?: vscode.InputBoxOptions) => {
      const typed = ask(options?.prompt ?? '', []);
      const fault = typed === undefined ? undefined : await options?.validateInput?.(typed);
      return fault ? undefined : typed;
    },
  });
  try {
    await run();
    return asked;
  } finally {
    const { showInformationMessage, showWarningMessage, showQuickPick, showInputBox } = before;
    Object.assign(window, { showInformationMessage, showWarningMessage, showQuickPick, showInputBox });
  }
}
