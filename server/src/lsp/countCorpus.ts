import { basename } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import { NO_COPIES } from '../corpus/copies';
import { shownRows } from '../corpus/pictures/shownRows';
import { QueryError } from '../corpus/query/query';
import { asksOnce, meansParts, withSaved } from '../corpus/tables/asked';
import { tableFile } from '../corpus/tables/file';
import { countedOnce, countedSoFar } from '../corpus/tables/finish';
import { tablePicture } from '../corpus/tables/picture';
import { type CorpusTable, type TableRequest, type TableTask, wholeRequest } from '../corpus/tables/table';
import { tableTask } from '../corpus/tables/task';
import { requestOfLists } from '../corpus/tables/wordLists';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { searchMessages } from '../messages/search';
import { tables } from '../messages/tables';
import { wordsOf } from '../messages/topic';
import type { ExportTableParams, ShownTable, TableParams, TableResult } from '../protocol';
import { readAnyText } from '../store/fileEncoding';
import { writeText } from '../store/files';
import { limitedSearch } from '../timeLimit';
import { copiesIn } from './copies';
import { articlesOf, folderFor, walk, within, withProgress } from './corpusWalk';
import { type CountedTable, countIndexed, type Told } from './countIndexed';
import { MOST_TIME } from './index/folderCount';
import { partsOfProject } from './parts';
import { pathOf, uriOf } from './reviews';
import type { Session } from './session';
import { walkedDocument } from './walkedDocument';

/** Counts all articles of a folder, as people have decided: from its index where there is one, else one by one. */
export async function countCorpus(session: Session, params: TableParams, token: CancellationToken): Promise<TableResult> {
  const { partialResultToken } = params;
  const soFar = (table: CorpusTable): void => {
    const value: TableResult = { table: shown(session, table), skipped: [] };
    void session.connection.sendNotification('$/progress', { token: partialResultToken, value });
  };
  const counted = await countedTable(session, params, token, partialResultToken === undefined ? undefined : soFar);
  if ('problem' in counted) return { problem: session.say(counted.problem), skipped: [] };
  return { table: shown(session, counted.table), skipped: counted.skipped };
}

/** Counts all articles of a folder into a file, with its settings. */
export async function exportTable(
  session: Session,
  { format, target, ...params }: ExportTableParams,
  token: CancellationToken,
): Promise<{ readonly rows: number } | { readonly problem: string }> {
  const counted = await countedTable(session, params, token);
  if ('problem' in counted) return { problem: session.say(counted.problem) };
  const { table } = counted;
  const form = format === 'csv-semicolon' ? ({ format: 'csv', variant: 'excel-semicolon' } as const) : { format };
  try {
    const path = pathOf(target);
    if (path === undefined) throw new MessageError(fileMessages.noFile);
    await writeText(path, await tableFile(table, { ...form, language: session.messages.locale }), { anywhere: true });
    return { rows: table.rows.length };
  } catch (error) {
    return { problem: session.say(messageOf(error)) };
  }
}

async function countedTable(
  session: Session,
  params: TableParams,
  token: CancellationToken,
  soFar?: Told['soFar'],
): Promise<CountedTable | { readonly problem: Message }> {
  const begun = await begin(session, params);
  if ('problem' in begun) return begun;
  const { request, task } = begun;
  const once = params.once || asksOnce(request);
  const folder = await folderFor(session, params.uri);
  if (folder === undefined) return { table: task.finish(), skipped: [] };
  const title = wordsOf(tables, session.messages.locale).editor.counting;
  return withProgress(session, params.workDoneToken, title, async (progress) => {
    const half = once ? 0.5 : 0;
    const without = once ? await copiesIn(session, folder, token, within(progress, 0, half)) : NO_COPIES;
    const told = (table: CorpusTable): CorpusTable => (once ? countedOnce(table, without.size) : table);
    const waiting = { progress: within(progress, half, 1), soFar: soFar && ((table: CorpusTable) => soFar(told(table))) };
    const { table, skipped } =
      (await countIndexed(session, { folder, request, without }, token, waiting)) ??
      (await countWalking(session, { folder, task, without }, token, waiting));
    return { table: told(table), skipped };
  });
}

type Begun = { readonly request: TableRequest; readonly task: TableTask } | { readonly problem: Message };

/** The request with its lists and what the project has of sub-corpora and partitions, or what is wrong with it. */
async function begin(session: Session, { uri, table, lists = {} }: TableParams): Promise<Begun> {
  try {
    const read = (file: string): Promise<string | undefined> => readAnyText(pathOf(file) ?? file);
    const listed = await requestOfLists(lists, read, (file) => basename(pathOf(file) ?? file));
    const project = meansParts(table) ? await partsOfProject(session, uri) : undefined;
    const request = withSaved(wholeRequest({ ...table, ...listed }), project?.parts ?? []);
    return { request, task: tableTask(request) };
  } catch (error) {
    if (error instanceof QueryError || error instanceof MessageError) return { problem: error.said };
    throw error;
  }
}

interface Counting {
  readonly folder: string;
  readonly task: TableTask;
  /** Paths of articles that are left out: they are there already. */
  readonly without: ReadonlySet<string>;
}

/** Of so many articles something is shown first. */
const FEW = 20;

/** Goes through all articles here. */
async function countWalking(
  session: Session,
  { folder, task, without }: Counting,
  token: CancellationToken,
  { progress, soFar }: Told,
): Promise<CountedTable> {
  const skipped: { uri: string; message: string }[] = [];
  const skip = (uri: string, message: Message): void => void skipped.push({ uri, message: session.say(message) });
  const all = await articlesOf(session, folder, token, (path, problem) => skip(uriOf(path), messageOf(problem)));
  const uris = all.filter((uri) => !without.has(pathOf(uri) ?? ''));
  let isSlow = false;
  const limited = limitedSearch(() => {
    isSlow = true;
  }, MOST_TIME);
  let [taken, told] = [0, 0];
  for await (const walked of walk(session, uris, { token, progress })) {
    if (!walked.ok) {
      skip(walked.uri, walked.message);
      continue;
    }
    const document = await walkedDocument(session, walked.read);
    limited(walked.uri, () => task.take(document), undefined);
    if (!isSlow) {
      if (++taken >= 2 * told && taken >= FEW) {
        told = taken;
        soFar?.(countedSoFar(task.finish(), taken, uris.length));
      }
      continue;
    }
    skip(walked.uri, searchMessages.tooSlow(MOST_TIME / 1000));
    break;
  }
  return { table: task.finish(), skipped };
}

function shown(session: Session, table: CorpusTable): ShownTable {
  const { locale } = session.messages;
  const picture = tablePicture(table, locale);
  const inWords = (value: CorpusTable['settings'][number]['value']): string =>
    typeof value === 'object' ? session.say(value) : String(value);
  return {
    title: wordsOf(tables, locale).kinds[table.kind],
    settings: table.settings.map(({ name, value }) => ({ name: session.say(name), value: inWords(value) })),
    columns: table.columns.map(({ title, ...column }) => ({ ...column, title: inWords(title) })),
    rows: shownRows(table, locale),
    notes: table.notes.map((note) => session.say(note)),
    ...(picture !== undefined && { picture }),
  };
}
