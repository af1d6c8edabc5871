import type { CancellationToken } from 'vscode-languageserver';
import { createAnalyser } from '../core/analyser';
import { proposeHeaderPatterns } from '../core/recognise/headerForms';
import { compileHeaderPatterns, readHeader } from '../core/structure/header';
import { articleMessages } from '../messages/articles';
import type { HeaderProposal, LongParams } from '../protocol';
import { listFolder } from '../store/articleFiles';
import { headOf } from '../store/articleRules';
import { rulesFor } from './articles';
import { withProgress } from './corpusWalk';
import { cancelled } from './log';
import { pathOf, uriOf } from './reviews';
import type { Session } from './session';

/** How many texts of a folder are looked at: a form that they share shows in fewer. */
const MOST = 500;
const PREVIEWS = 5;

interface FirstLine {
  readonly uri: string;
  readonly line: string;
}

/** The forms of header that a folder's texts have in common, whether they are articles already or not. */
export async function headerProposals(
  session: Session,
  { uri, workDoneToken }: { readonly uri: string } & LongParams,
  token: CancellationToken,
): Promise<readonly HeaderProposal[]> {
  const folder = pathOf(uri);
  if (folder === undefined) return [];
  const title = articleMessages(session.messages.locale).comparing;
  const lines = await withProgress(session, workDoneToken, title, async (progress) => {
    const found: FirstLine[] = [];
    for await (const file of listFolder(folder, await rulesFor(session, uri))) {
      if (token.isCancellationRequested) throw cancelled();
      if (file.kind !== 'file' || !file.found.isText || ['binary', 'excluded'].includes(file.found.reason)) continue;
      const head = await headOf(file.path).catch(() => undefined);
      if (head !== undefined) found.push({ uri: uriOf(file.path), line: firstLine(head) });
      progress(found.length, MOST);
      if (found.length === MOST) break;
    }
    return found;
  });
  return proposeHeaderPatterns(lines.map(({ line }) => line)).map(({ pattern, example, fits, of }) => ({
    pattern,
    example,
    fits,
    of,
    previews: previews(pattern, lines),
  }));
}

const firstLine = (head: string): string => /^\uFEFF?([^\r\n]*)/.exec(head)?.[1] ?? '';

function previews(pattern: string, lines: readonly FirstLine[]): HeaderProposal['previews'] {
  const { patterns } = compileHeaderPatterns([pattern]);
  const analyser = createAnalyser({ headerPatterns: [pattern], reuse: false });
  const shown: HeaderProposal['previews'][number][] = [];
  for (const { uri, line } of lines) {
    const header = readHeader(line, patterns);
    if (header === null) continue;
    const { date } = analyser.facts({ id: uri, text: line });
    const parts = (['title', 'source', 'author'] as const).flatMap((name) => {
      const span = header[name];
      return span ? [[name, line.slice(span.start, span.end).trim()] as const] : [];
    });
    shown.push({ uri, line, ...(date !== null && { date }), ...Object.fromEntries(parts) });
    if (shown.length === PREVIEWS) break;
  }
  return shown;
}
