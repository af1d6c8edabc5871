import { type CancellationToken, type ExecuteCommandParams, type Location, MessageType, type Range } from 'vscode-languageserver';
import type { Span } from '../../core/span';
import { otherEditorsWords } from '../../messages/otherEditors';
import { reviewMessages } from '../../messages/reviewing';
import { REVIEW_COMMANDS, type ReviewOperation } from '../../protocol';
import { neighbour } from '../../service/neighbour';
import { extent } from '../../store/reviewItem';
import { isReviewed, isUndecided, itemAt, neighbourItem } from '../../store/reviewList';
import type { CorpusSchema } from '../../store/schema';
import { fromRange, toRange } from '../convert';
import { guarded } from '../log';
import type { AnalysedDocument, Session } from '../session';
import { EXECUTED, STANDARD_COMMANDS, STOP_KINDS, type StopKind } from '../standardCommands';
import type { Feature } from './feature';
import { askedFirst } from './relations';
import { apply, step } from './review';

/** The commands for editors that know nothing of ours: the server decides, writes and shows by itself. */
export const standardFeature: Feature = (session) => {
  if (!session.standard) return {};
  session.connection.onExecuteCommand(
    guarded(session.log, 'executeCommand', null, (params, token) => execute(session, params, token)),
  );
  return { executeCommandProvider: { commands: [...EXECUTED] } };
};

/** A command as it was called, once its arguments are read. */
interface Call {
  readonly command: string;
  readonly uri: string;
  /** Where; undefined for what is about the whole article. */
  readonly range: Range | undefined;
  readonly operations: readonly ReviewOperation[];
  /** A type of the schema, or what to go to. */
  readonly word: string | undefined;
}

/** Carries a command out; answers with the place that it went to, or in words what was done. What was not is told too. */
async function execute(
  session: Session,
  params: ExecuteCommandParams,
  token: CancellationToken,
): Promise<Location | string | null> {
  const call = callOf(params);
  if (call === undefined) return told(session, otherEditorsWords(session.messages.locale).arguments(params.command));
  if (call.command === STANDARD_COMMANDS.undo || call.command === STANDARD_COMMANDS.redo)
    return stepped(session, call.uri, call.command === STANDARD_COMMANDS.undo ? 'undo' : 'redo');
  const analysed = await session.current(call.uri, token);
  if (analysed === undefined) return told(session, reviewMessages(session.messages.locale).notOpen);
  if (call.command === STANDARD_COMMANDS.next) return goTo(session, analysed, call, 'next');
  if (call.command === STANDARD_COMMANDS.previous) return goTo(session, analysed, call, 'previous');
  const operations = operationsOf(analysed, call);
  return typeof operations === 'string'
    ? told(session, wordsFor(session, operations, params.command))
    : decide(session, analysed, operations);
}

/** Reads a command's arguments: anything may come. */
function callOf({ command, arguments: given = [] }: ExecuteCommandParams): Call | undefined {
  const [first, second] = given as readonly unknown[];
  if (command === REVIEW_COMMANDS.apply) {
    if (typeof first !== 'string' || !Array.isArray(second)) return undefined;
    return { command, uri: first, range: undefined, operations: second, word: undefined };
  }
  const { textDocument, position, range } = (first ?? {}) as Partial<Record<string, unknown>>;
  const uri = (textDocument as { readonly uri?: unknown } | undefined)?.uri;
  const place = isRange(range) ? range : isPosition(position) ? { start: position, end: position } : undefined;
  if (typeof uri !== 'string') return undefined;
  return { command, uri, range: place, operations: [], word: typeof second === 'string' ? second : undefined };
}

const isPosition = (value: unknown): value is Range['start'] => {
  const { line, character } = (value ?? {}) as Partial<Record<string, unknown>>;
  return Number.isInteger(line) && Number.isInteger(character);
};

const isRange = (value: unknown): value is Range => {
  const { start, end } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isPosition(start) && isPosition(end);
};

type Refused = 'arguments' | 'nothingHere';

const wordsFor = (session: Session, refused: Refused, command: string): string => {
  const words = otherEditorsWords(session.messages.locale);
  return refused === 'arguments' ? words.arguments(command) : words.nothingHere;
};

/** What a command decides, as operations on what is at its place; or why it cannot. */
function operationsOf({ article, items, schema }: AnalysedDocument, call: Call): readonly ReviewOperation[] | Refused {
  const { command, range, word, operations } = call;
  if (command === REVIEW_COMMANDS.apply) return operations;
  if (range === undefined) return 'arguments';
  const found = word === undefined ? undefined : typeIn(schema, word);
  if (command === STANDARD_COMMANDS.add) return found ? [{ kind: 'add', ...found, ranges: [range] }] : 'arguments';
  const item = itemAt(items, fromRange(article.lines, range));
  if (command === STANDARD_COMMANDS.setType && found === undefined) return 'arguments';
  if (item === undefined) return 'nothingHere';
  if (command === STANDARD_COMMANDS.confirm) return [{ kind: 'confirm', items: [item.id] }];
  if (command === STANDARD_COMMANDS.reject) return [{ kind: 'reject', items: [item.id] }];
  if (command === STANDARD_COMMANDS.clear) return [{ kind: 'clear', items: [item.id] }];
  return found ? [{ kind: 'setType', items: [item.id], ...found }] : 'arguments';
}

/** A type by its name in the schema, or by one of its other names. */
function typeIn(schema: CorpusSchema, name: string): { readonly layer: string; readonly type: string } | undefined {
  for (const layer of schema.layers) {
    const type = layer.types.find(({ id, aliases }) => id === name || aliases.includes(name));
    if (type) return { layer: layer.id, type: type.id };
  }
  return undefined;
}

/** Decides, and says what was done or why nothing was. A person is asked first where relations would be lost. */
async function decide(session: Session, analysed: AnalysedDocument, operations: readonly ReviewOperation[]): Promise<string> {
  const { locale } = session.messages;
  const words = otherEditorsWords(locale);
  const question = askedFirst(session, analysed, operations);
  if (question && !question.ok) {
    const go = { title: words.rejectAnyway };
    const answer = await session.connection.window.showWarningMessage(question.message, go);
    if (answer?.title !== go.title) return question.message;
  }
  const applied = await apply(session, analysed, { operations }, reviewMessages(locale));
  if (!applied.ok) return told(session, applied.message, MessageType.Warning);
  return told(session, applied.unwritten ? words.unwritten(applied.label) : applied.label);
}

async function stepped(session: Session, uri: string, direction: 'undo' | 'redo'): Promise<string> {
  const words = otherEditorsWords(session.messages.locale);
  const done = await step(session, uri, direction);
  if (done.done) return told(session, (direction === 'undo' ? words.undone : words.redone)(done.label));
  if (done.reason !== 'nothing') return told(session, words.textChanged, MessageType.Warning);
  return told(session, direction === 'undo' ? words.nothingToUndo : words.nothingToRedo);
}

async function goTo(
  session: Session,
  analysed: AnalysedDocument,
  { command, range, word }: Call,
  direction: 'next' | 'previous',
): Promise<Location | string> {
  const words = otherEditorsWords(session.messages.locale);
  const kind = STOP_KINDS.find((one) => one === word);
  if (range === undefined || kind === undefined) return told(session, words.arguments(command));
  const { lines } = analysed.article;
  const found = stop(session, analysed, fromRange(lines, range), { kind, direction });
  if (found === undefined) return told(session, words.noneLeft);
  const { uri } = analysed.document;
  const place = toRange(lines, found);
  // the cursor at its start: from there the next one is the next
  if (session.capabilities.window?.showDocument?.support)
    await session.connection.window.showDocument({ uri, takeFocus: true, selection: { start: place.start, end: place.start } });
  return { uri, range: place };
}

function stop(
  session: Session,
  analysed: AnalysedDocument,
  from: Span,
  { kind, direction }: { readonly kind: StopKind; readonly direction: 'next' | 'previous' },
): Span | undefined {
  if (kind !== 'undecided') return neighbour(analysed.article, from.start, kind, direction, session.messages)?.span;
  const undecided = analysed.items.filter(isReviewed(analysed.schema)).filter(isUndecided);
  const found = neighbourItem(undecided, from, direction);
  return found && extent(found.item);
}

/** Tells a person, and gives the words back. */
function told(session: Session, message: string, type: MessageType = MessageType.Info): string {
  void session.connection.sendNotification('window/showMessage', { type, message });
  return message;
}
