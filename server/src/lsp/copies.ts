import { stat } from 'node:fs/promises';
import type { CancellationToken } from 'vscode-languageserver';
import { compileHeaderPatterns } from '../core/structure/header';
import { comparable, copiesOf, copyFinder } from '../corpus/copies';
import { readAnyText } from '../store/fileEncoding';
import { articlesOf, type WalkProgress } from './corpusWalk';
import type { IndexBegun } from './index/messages';
import { cancelled } from './log';
import { pathOf } from './reviews';
import type { Session } from './session';

/** Which articles are copies, by folder, while its files are as they were: looking for them reads all. */
const known = new WeakMap<Session, Map<string, { readonly state: string; readonly copies: ReadonlySet<string> }>>();

/**
 * The paths of a folder's articles that are there already, exactly or nearly: of each group all but the first. What cannot
 * be read is no copy; who counts it tells of it.
 */
export async function copiesIn(
  session: Session,
  folder: string,
  token: CancellationToken,
  progress: WalkProgress,
): Promise<ReadonlySet<string>> {
  const uris = await articlesOf(session, folder, token);
  const state = await stateOf(session, uris);
  const ofSession = known.get(session) ?? new Map();
  known.set(session, ofSession);
  const before = ofSession.get(folder);
  if (before?.state === state) return before.copies;
  const finder = copyFinder();
  for (const [i, uri] of uris.entries()) {
    if (token.isCancellationRequested) throw cancelled();
    progress(i, uris.length);
    const article = await compared(session, uri);
    if (article !== undefined) finder.add(article);
    // what others ask is answered in between, where nothing was waited for either
    await new Promise((done) => setImmediate(done));
  }
  const copies = copiesOf(finder);
  ofSession.set(folder, { state, copies });
  return copies;
}

/** What is left to be looked through here, without the articles that are copies. */
export const withoutCopies = ({ left, problems }: IndexBegun, without: ReadonlySet<string>): IndexBegun => ({
  left: left.filter(({ path }) => !without.has(path)),
  problems,
});

async function compared(session: Session, uri: string) {
  const path = pathOf(uri) ?? '';
  const text = session.documents.get(uri)?.text ?? (await readAnyText(path).catch(() => undefined));
  if (text === undefined) return undefined;
  const { patterns } = compileHeaderPatterns((await session.settingsOfClosed(uri)).headerPatterns, session.limited);
  return comparable({ id: path, text, date: await session.metadata.dateOf(uri) }, patterns);
}

/** Changes with each change of an article. */
async function stateOf(session: Session, uris: readonly string[]): Promise<string> {
  const states: string[] = [];
  for (const uri of uris) {
    const open = session.documents.get(uri);
    const file = open ? undefined : await stat(pathOf(uri) ?? '').catch(() => undefined);
    states.push(
      `${uri}\t${open?.version ?? ''}\t${file?.mtimeMs ?? ''}\t${file?.size ?? ''}\t${await session.metadata.dateOf(uri)}`,
    );
  }
  return states.join('\n');
}
