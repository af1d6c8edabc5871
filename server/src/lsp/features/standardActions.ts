import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import { otherEditorsWords } from '../../messages/otherEditors';
import { reviewMessages } from '../../messages/reviewing';
import { REVIEW_COMMANDS } from '../../protocol';
import { extent } from '../../store/reviewItem';
import { fromRange } from '../convert';
import type { AnalysedDocument, Session } from '../session';
import { STANDARD_COMMANDS } from '../standardCommands';

/** A kind of our own: an editor's commands for quick fixes and refactoring leave these out. */
const NAVIGATION = 'navigation';

/**
 * The code actions of an editor that knows nothing of ours: what changes the text or is carried out by the server, adding
 * the selected words, taking a decision back, and (where the server may show a place) going to the next of a kind.
 */
export function standardActions(
  session: Session,
  analysed: AnalysedDocument,
  params: CodeActionParams,
  actions: readonly CodeAction[],
): (CodeAction | Command)[] {
  const { only } = params.context;
  const wanted = (kind: string): boolean =>
    only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const all = [
    ...actions.filter(({ command }) => command === undefined || command.command === REVIEW_COMMANDS.apply),
    ...(wanted(CodeActionKind.RefactorRewrite) ? [...adding(session, analysed, params), ...undoing(session, analysed)] : []),
    ...(wanted(NAVIGATION) ? going(session, params) : []),
  ];
  if (session.capabilities.textDocument?.codeAction?.codeActionLiteralSupport) return all;
  return all.flatMap(({ command }) => command ?? []);
}

/** The selected words as each type of the schema, where they are no annotation yet. */
function adding(session: Session, analysed: AnalysedDocument, { textDocument, range }: CodeActionParams): CodeAction[] {
  const { start, end } = fromRange(analysed.article.lines, range);
  const there = analysed.items.some((item) => extent(item).start === start && extent(item).end === end);
  if (analysed.article.text.slice(start, end).trim() === '' || there) return [];
  const words = reviewMessages(session.messages.locale);
  return analysed.schema.layers
    .filter((layer) => layer.review)
    .flatMap(({ types }) =>
      types.map(({ id, title }) => action(words.annotateAs(title), STANDARD_COMMANDS.add, [{ textDocument, range }, id])),
    );
}

function undoing(session: Session, { document: { uri } }: AnalysedDocument): CodeAction[] {
  const words = otherEditorsWords(session.messages.locale);
  return (['undo', 'redo'] as const).flatMap((direction) => {
    const step = session.reviews.get(uri)?.peek(direction);
    if (typeof step !== 'object') return [];
    return [action(words[direction](step.label), STANDARD_COMMANDS[direction], [{ textDocument: { uri } }])];
  });
}

function going(session: Session, { textDocument, range }: CodeActionParams): CodeAction[] {
  if (!session.capabilities.window?.showDocument?.support) return [];
  const words = otherEditorsWords(session.messages.locale);
  const place = { textDocument, position: range.start };
  return (['quote', 'date', 'entity', 'undecided'] as const).flatMap((kind) =>
    (['next', 'previous'] as const).map((direction) =>
      action(words[direction][kind], STANDARD_COMMANDS[direction], [place, kind], NAVIGATION),
    ),
  );
}

function action(
  title: string,
  command: string,
  args: readonly unknown[],
  kind: string = CodeActionKind.RefactorRewrite,
): CodeAction {
  return { title, kind, command: { title, command, arguments: [...args] } };
}
