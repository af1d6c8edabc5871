import type { Connection } from 'vscode-languageserver';
import { DISK_METHOD, type DiskAnswer, type DiskQuestion } from '../protocol';
import { isInPlace, uriOf } from './paths';

let client: Pick<Connection, 'sendRequest'> | undefined;

/** From now on files are asked for through a connection. */
export function askThrough(connection: Pick<Connection, 'sendRequest'>): void {
  client = connection;
}

/** Asks the client about a path. Fails as the system would: with an error that has a `code`. */
export async function ask(
  kind: DiskQuestion['kind'],
  path: string,
  bytes?: Uint8Array,
): Promise<Extract<DiskAnswer, { ok: true }>> {
  if (client === undefined) throw failure('EIO', `${path}: nobody can be asked`);
  // above the top of a place, where whoever looks for a project's files comes by
  if (!isInPlace(path)) throw failure('ENOENT', `${path}: nothing can be there`);
  const answer = await client.sendRequest<DiskAnswer>(DISK_METHOD, { kind, uri: uriOf(path), ...(bytes && { bytes }) });
  if (answer.ok) return answer;
  throw failure(answer.code, answer.message);
}

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });
