import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { DISK_METHOD, type DiskAnswer, type DiskFacts, type DiskQuestion } from '../../../server/src/protocol';

/** Answers what the server asks of files: it runs in a worker and has none of its own. */
export function answerDisk(client: LanguageClient): void {
  client.onRequest(DISK_METHOD, async (question: DiskQuestion): Promise<DiskAnswer> => {
    try {
      return { ok: true, ...(await answer(question)) };
    } catch (error) {
      return { ok: false, code: codeOf(error), message: error instanceof Error ? error.message : String(error) };
    }
  });
}

async function answer(question: DiskQuestion): Promise<Omit<Extract<DiskAnswer, { ok: true }>, 'ok'>> {
  const { fs } = vscode.workspace;
  const uri = addressOf(question.uri);
  switch (question.kind) {
    case 'stat':
      return { facts: factsOf(uri, await fs.stat(uri)) };
    case 'list':
      return { entries: (await fs.readDirectory(uri)).map(([name, type]) => ({ name, kind: kindOf(type) })) };
    case 'read':
      return { bytes: await fs.readFile(uri) };
    case 'write':
      await fs.writeFile(uri, question.bytes);
      return {};
    case 'remove':
      await fs.delete(uri, { useTrash: false });
      return {};
    case 'makeFolder':
      await fs.createDirectory(uri);
      return {};
  }
}

/** The folder at the top of a place is spelt without its slash. */
function addressOf(written: string): vscode.Uri {
  const uri = vscode.Uri.parse(written);
  return uri.path === '' ? uri.with({ path: '/' }) : uri;
}

function factsOf(uri: vscode.Uri, { type, size, permissions }: vscode.FileStat): DiskFacts {
  const isPlaceReadOnly = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
  const isReadOnly = ((permissions ?? 0) & vscode.FilePermission.Readonly) !== 0;
  return { kind: kindOf(type), size, readOnly: isPlaceReadOnly || isReadOnly };
}

function kindOf(type: vscode.FileType): DiskFacts['kind'] {
  if ((type & vscode.FileType.File) !== 0) return 'file';
  return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'other';
}

const CODES: Readonly<Record<string, string>> = {
  FileNotFound: 'ENOENT',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
  FileExists: 'EEXIST',
  NoPermissions: 'EACCES',
};

/** VS Code's code of what is wrong as a system's. */
const codeOf = (error: unknown): string => (error instanceof vscode.FileSystemError ? (CODES[error.code] ?? 'EIO') : 'EIO');
