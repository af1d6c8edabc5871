import * as vscode from 'vscode';
import type { RequestKind } from '../../../server/src/protocol';
import type { ArticleClient, LongTold } from '../articleClient';

/** What is done sooner needs no notification: it would only flash. In milliseconds. */
const SOON = 800;

/**
 * Asks the server for something that takes long over many articles, with a progress that can be cancelled. A server is
 * needed even where no article is open yet. Undefined where it was given up, or could not be done.
 *
 * @param asked - the title of the progress; `soFar`: see {@link LongTold}.
 */
export async function askWith<P, R>(
  client: ArticleClient,
  asked: string | { readonly title: string; readonly soFar: (result: R) => void },
  kind: RequestKind<P, R>,
  params: P,
): Promise<R | undefined> {
  const { title, soFar } = typeof asked === 'string' ? { title: asked, soFar: undefined } : asked;
  await client.start();
  const source = new vscode.CancellationTokenSource();
  let show: (message: string | undefined, percentage: number | undefined) => void = () => undefined;
  let last: Parameters<typeof show> = [undefined, undefined];
  const report: LongTold<R>['report'] = (...told) => {
    last = told;
    show(...told);
  };
  const answer = client.askLong(kind, params, source.token, { report, soFar });
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    if (await isSoon(answer)) return await answer;
    return await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      let shown = 0;
      show = (message, percentage = shown) => {
        progress.report({ ...(message !== undefined && { message }), increment: Math.max(0, percentage - shown) });
        shown = Math.max(shown, percentage);
      };
      show(...last);
      return answer;
    });
  } finally {
    source.dispose();
  }
}

function isSoon(answer: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), SOON);
    void answer.finally(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
