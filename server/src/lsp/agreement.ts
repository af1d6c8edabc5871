import type { CancellationToken } from 'vscode-languageserver';
import { reviewMessages } from '../messages/reviewing';
import type { AgreementParams, AgreementReport } from '../protocol';
import { agreementMarkdown } from '../service/agreementReport';
import { agreementCsv, articlesIn } from '../store/agreementCsv';
import { compareFolders, noFolder, type Remark } from '../store/annotatorFolders';
import { factsOfArticles } from '../store/articleFacts';
import { withProgress } from './corpusWalk';
import { cancelled } from './log';
import { pathOf } from './reviews';
import type { Session } from './session';

/** Compares annotators' folders. */
export async function compare(
  session: Session,
  { folders, workDoneToken }: AgreementParams,
  token: CancellationToken,
): Promise<AgreementReport> {
  const paths = folders.flatMap((uri) => pathOf(uri) ?? []);
  const { schema } = await session.schemas.forArticle(`${folders[0]?.replace(/\/+$/, '')}/x.txt`);
  const { locale, ...words } = reviewMessages(session.messages.locale);
  const found = await withProgress(session, workDoneToken, words.progress.comparing, (progress) =>
    compareFolders(paths, {
      schema,
      step: (done, total) => {
        if (token.isCancellationRequested) throw cancelled();
        progress((50 * done) / Math.max(1, total), 100);
      },
      figured: (share) => {
        if (token.isCancellationRequested) throw cancelled();
        progress(50 + 50 * share, 100);
      },
    }),
  );
  const inWords = (remarks: readonly Remark[]) => remarks.map(({ name, message }) => ({ name, message: session.say(message) }));
  const { agreement } = found;
  const skipped = [...(await unreadable(session, paths)), ...inWords(found.skipped)];
  const markdown = agreementMarkdown({ agreement, skipped, remarks: inWords(found.remarks), language: locale });
  const { annotators, documents, tokens, rows, differences } = agreement;
  return {
    annotators,
    documents,
    tokens,
    rows,
    differences: differences.length,
    skipped,
    markdown,
    csv: agreementCsv(agreement, await factsOfArticles(paths, articlesIn(agreement))),
  };
}

async function unreadable(session: Session, paths: readonly string[]): Promise<AgreementReport['skipped']> {
  const problems = await Promise.all(paths.map(noFolder));
  return problems.flatMap((problem, i) =>
    problem === undefined ? [] : [{ name: paths[i] ?? '', message: session.say(problem) }],
  );
}
