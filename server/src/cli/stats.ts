import { tableFile } from '../corpus/tables/file';
import { countedOnce } from '../corpus/tables/finish';
import { tableTask } from '../corpus/tables/task';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { searchMessages } from '../messages/search';
import { writeText } from '../store/files';
import { limitedSearch } from '../timeLimit';
import { write } from './annotate';
import { eachDocument } from './corpusDocuments';
import type { Surroundings } from './readCorpus';
import { type StatsOptions, withLists } from './statsOptions';

/** In milliseconds, for one article; an honest query takes some of them. */
const MOST_TIME = 10_000;

/** Counts what the options name. Gives the exit status: 0, or 1 where something could not be read. */
export async function statsCommand(options: StatsOptions, surroundings: Surroundings): Promise<number> {
  const task = tableTask(await withLists(options));
  let slow: string | undefined;
  let at = '';
  const limited = limitedSearch(() => {
    slow ??= at;
  }, MOST_TIME);
  const end = await eachDocument(options, surroundings, (document) => {
    at = document.id;
    // an expression that searches for ever would do so in every article
    if (slow === undefined) limited(document.id, () => task.take(document), undefined);
  });
  const table = task.finish();
  const whole = options.once ? countedOnce(table, end.duplicates) : table;
  const problem = await put(options, await tableFile(whole, { ...options, language: surroundings.language }), surroundings);
  const { file, problems } = options.parts ?? { file: '', problems: [] };
  for (const { line, message } of problems) end.remark(searchMessages.badFile(`${file}:${line}`, message));
  for (const note of table.notes) end.remark(note);
  if (slow !== undefined) end.remark(searchMessages.badFile(slow, searchMessages.tooSlow(MOST_TIME / 1000)));
  if (problem !== undefined) end.remark(problem);
  return end.failures === 0 && problems.length === 0 && slow === undefined && problem === undefined ? 0 : 1;
}

/** Writes the table where it is asked for; a file that is there is kept. Gives what is wrong with the file. */
async function put({ out }: StatsOptions, content: string | Uint8Array, { stdout }: Surroundings): Promise<Message | undefined> {
  if (out === undefined) {
    await write(stdout, content as string);
    return undefined;
  }
  return writeText(out, content, { fresh: true, anywhere: true }).then(
    () => undefined,
    (error: unknown) => searchMessages.badFile(out, messageOf(error)),
  );
}
