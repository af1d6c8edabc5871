import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import { overlaps } from '../../core/span';
import { problems } from '../../service/diagnostics';
import { fromRange, toDiagnostic, toRange } from '../convert';
import { problemLevels } from '../publisher';
import { isDecidable } from '../reviews';
import type { AnalysedDocument, Session } from '../session';
import { type Feature, forArticle } from './feature';
import { reviewActions } from './reviewActions';
import { standardActions } from './standardActions';

/** Quick fixes: the missing mark of a quotation, put in; and what reviewing offers at the place. */
export const quickFixFeature: Feature = (session) => {
  session.connection.onCodeAction(
    forArticle<CodeActionParams, (CodeAction | Command)[]>(session, 'codeAction', [], async (analysed, params) => {
      const { article, document, settings } = analysed;
      if (!isDecidable(document.uri)) return [];
      const { range, context } = params;
      const actions = await reviewActions(session, analysed, params);
      if (context.only !== undefined && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind)))
        return offered(session, analysed, params, actions);
      const asked = fromRange(article.lines, range);
      for (const problem of problems(article, problemLevels(settings), session.messages)) {
        const { fix, span } = problem;
        // a caret has no length: it counts as one at the place before or after it
        if (fix === undefined || !overlaps(span, { start: asked.start - 1, end: asked.end + 1 })) continue;
        const edit = { range: toRange(article.lines, { start: fix.offset, end: fix.offset }), newText: fix.insert };
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [toDiagnostic(article.lines, problem)],
          isPreferred: true,
          edit: { changes: { [document.uri]: [edit] } },
        });
      }
      return offered(session, analysed, params, actions);
    }),
  );
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] } };
};

/** What the client can do of it: all in our own; in another what the server carries out itself, and where to go. */
function offered(
  session: Session,
  analysed: AnalysedDocument,
  params: CodeActionParams,
  actions: readonly CodeAction[],
): (CodeAction | Command)[] {
  return session.standard ? standardActions(session, analysed, params, actions) : [...actions];
}
