import * as vscode from 'vscode';

/** The folder that is open: one that the browser serves and keeps changes of in memory. */
export const root = (): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return folder.uri;
};

export const at = (name: string): vscode.Uri => vscode.Uri.joinPath(root(), name);

/** A file's text; undefined where there is none. */
export async function read(name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(name)));
  } catch {
    return undefined;
  }
}

export const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));

/** Asks again and again until an answer will do. */
export async function pollUntil<T>(ask: () => T | Thenable<T>, isGood: (answer: T) => boolean, what: string): Promise<T> {
  for (const since = Date.now(); ; ) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() - since > 30_000) throw new Error(`never: ${what}; at the last ${JSON.stringify(answer)?.slice(0, 600)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Opens an article as a person does and waits until it is one, coloured. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(at(name));
  await pollUntil(
    () => vscode.window.activeTextEditor?.document.languageId,
    (language) => language === 'article',
    `${name} is an article`,
  );
  const active = vscode.window.activeTextEditor ?? editor;
  await tokensOf(active.document);
  return active;
}

/** The words that have a colour, with the type of each. */
export async function tokensOf(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
  const legend = await pollUntil(
    () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    (found) => found !== undefined,
    'a legend',
  );
  const { data } = await pollUntil(
    () => vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
    (tokens) => (tokens?.data.length ?? 0) > 0,
    'tokens',
  );
  const found = new Map<string, string>();
  let [line, start] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += lines;
    start = lines === 0 ? start + characters : characters;
    found.set(document.getText(new vscode.Range(line, start, line, start + length)), legend?.tokenTypes[type] ?? '?');
  }
  return found;
}

/** Where words stand. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`${words} are not there`);
  return document.positionAt(offset);
}

export const command = (name: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`corpusAnnotator.${name}`, ...args);
