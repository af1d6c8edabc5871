import type { CancellationToken } from 'vscode-languageserver';
import { concordanceObject, concordanceRows } from '../corpus/export/concordanceTable';
import { spreadsheet } from '../corpus/export/spreadsheet';
import { namesIn } from '../corpus/nameList';
import { QueryError } from '../corpus/query/query';
import { csvLines, csvMark, tabLines } from '../formats/csv/index';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import { search as searchTexts } from '../messages/search';
import { wordsOf } from '../messages/topic';
import type { CountNamesParams, ExportSearchParams, NameCount, SearchExport, SearchParams } from '../protocol';
import { readAnyText } from '../store/fileEncoding';
import { writeText } from '../store/files';
import { withProgress } from './corpusWalk';
import { cancelled } from './log';
import { withParts } from './parts';
import { pathOf } from './reviews';
import { type Concordance, concordanceOf, countHits } from './searchCorpus';
import type { Session } from './session';

/** Writes all lines that a query finds into a file, with what metadata.csv says of their articles. */
export async function exportSearch(
  session: Session,
  { format, target, ...params }: ExportSearchParams,
  token: CancellationToken,
): Promise<{ readonly lines: number } | { readonly problem: string }> {
  try {
    const concordance = await found(session, params, token);
    const path = pathOf(target);
    if (path === undefined) throw new MessageError(fileMessages.missing);
    await writeText(path, await written(concordance, format), { anywhere: true });
    return { lines: concordance.lines.length };
  } catch (error) {
    if (token.isCancellationRequested) throw error;
    return { problem: session.say(messageOf(error)) };
  }
}

/** @throws QueryError for a query that cannot be read */
async function found(session: Session, params: SearchParams, token: CancellationToken): Promise<Concordance> {
  const asked = await withParts(session, params);
  if (asked instanceof QueryError) throw asked;
  const { lines, columns } = await concordanceOf(session, asked, token);
  return { lines: lines.map((line) => ({ ...line, file: pathOf(line.file) ?? line.file })), columns };
}

async function written({ lines, columns }: Concordance, format: SearchExport): Promise<string | Uint8Array> {
  switch (format) {
    case 'xlsx':
      return spreadsheet(concordanceRows(lines, columns));
    case 'jsonl':
      return lines.map((line) => `${JSON.stringify(concordanceObject(line))}\n`).join('');
    case 'tsv':
      return tabLines(concordanceRows(lines, columns));
    default: {
      const variant = format === 'csv-semicolon' ? 'excel-semicolon' : undefined;
      return csvMark(variant) + csvLines(concordanceRows(lines, columns), variant);
    }
  }
}

/** Counts each name of a list in the articles of a folder, one after the other: an index answers at once. */
export async function countNames(
  session: Session,
  { uri, list, workDoneToken }: CountNamesParams,
  token: CancellationToken,
): Promise<{ readonly names: readonly NameCount[] } | { readonly problem: string }> {
  let wanted: readonly string[];
  try {
    const path = pathOf(list);
    const text = path === undefined ? undefined : await readAnyText(path);
    if (text === undefined) throw new MessageError(fileMessages.missing);
    wanted = namesIn(text);
  } catch (error) {
    return { problem: session.say(messageOf(error)) };
  }
  const names: NameCount[] = [];
  const title = wordsOf(searchTexts, session.messages.locale).searching;
  await withProgress(session, workDoneToken, title, async (progress) => {
    for (const [i, name] of wanted.entries()) {
      if (token.isCancellationRequested) throw cancelled();
      progress(i, wanted.length);
      const query = `"${name.replaceAll('"', ' ')}"`;
      names.push({ name, query, ...(await countHits(session, { uri, query }, token)) });
    }
  });
  return { names };
}
