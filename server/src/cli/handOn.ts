import { appendFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { propertyField, textMaker, UNITS, type Unit } from '../handedOn/records';
import { type Piece, PROGRAMS, type Program, writerFor } from '../handedOn/writers';
import { messageOf } from '../messages/error';
import { handOnMessages as messages } from '../messages/handOn';
import { messagesFor } from '../messages/reading';
import { searchMessages } from '../messages/search';
import { parseGazetteer } from '../service/gazetteerFile';
import { articleRules } from '../store/articleRules';
import { readText, SIZE_LIMITS } from '../store/files';
import { metadataReader } from '../store/metadata';
import { type DocumentOptions, eachDocument } from './corpusDocuments';
import { listFiles } from './input';
import { parseWords, READING_OPTIONS, readingOptions, UnreadableError, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `export` was asked to do. */
export interface HandOnOptions extends DocumentOptions {
  readonly program: Program;
  readonly unit: Unit;
  readonly out: string;
}

const OPTIONS = {
  ...READING_OPTIONS,
  to: { type: 'string' },
  unit: { type: 'string' },
  out: { type: 'string' },
  once: { type: 'boolean' },
  undecided: { type: 'boolean' },
  'no-index': { type: 'boolean' },
} as const;

/** Reads the words after `export`. Throws {@link UsageError} with a message for the user. */
export function parseHandOnOptions(words: readonly string[]): HandOnOptions {
  const { values, positionals } = parseWords(words, OPTIONS);
  const program = PROGRAMS.find((known) => known === values.to);
  const unit = UNITS.find((known) => known === (values.unit ?? UNITS[0]));
  if (program === undefined) throw new UsageError(messages.noProgram(PROGRAMS.join(', ')));
  if (unit === undefined) throw new UsageError(messages.noUnit(values.unit ?? '', UNITS.join(', ')));
  if (values.out === undefined) throw new UsageError(messages.noOut);
  if (positionals.length === 0) throw new UsageError(messages.noPaths);
  return {
    ...readingOptions(values, positionals, 'files'),
    program,
    unit,
    out: values.out,
    once: values.once ?? false,
    undecided: values.undecided ?? false,
    // an index has what people decided
    index: values['no-index'] !== true && values.undecided !== true,
  };
}

/** Hands a corpus on. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function handOnCommand(options: HandOnOptions, surroundings: Surroundings): Promise<number> {
  const { program, unit, out } = options;
  const isAgain = await prepare(out);
  const own = await metadataColumns(options);
  const textsOf = textMaker(unit, own);
  const facts = unit === 'quotes' ? ['speaker', 'gender', 'quote', 'cue', ...(await properties(options, surroundings))] : [];
  const columns = [...new Set([...facts, 'file', 'date', 'year', 'language', ...own])];
  const writer = writerFor(program, unit, columns);
  const begun = join(out, UNFINISHED);
  let [texts, articles] = [0, 0];
  const end = await eachDocument(options, surroundings, async (document) => {
    articles++;
    for (const text of textsOf(document)) {
      texts++;
      await append(begun, writer.add(text));
    }
  });
  await append(begun, await writer.end());
  await settle(begun, out);
  if (isAgain) end.remark(messages.again(out));
  if (writer.cut) end.remark(messages.cut(writer.cut));
  end.remark(messages.done(texts, articles, out));
  return end.failures === 0 ? 0 : 1;
}

/** The columns of the gazetteer beyond the known ones, as fields of a speaker. What is wrong with it is told when it is read. */
async function properties({ names }: HandOnOptions, { language }: Surroundings): Promise<readonly string[]> {
  const text = names === undefined ? undefined : await readText(names, SIZE_LIMITS.gazetteer).catch(() => undefined);
  const { entries } = parseGazetteer(text ?? '', messagesFor(language));
  return [...new Set(entries.flatMap((entry) => Object.keys(entry.properties ?? {})))].map(propertyField);
}

/** Where files stand until all are whole: what an export leaves that was ended in the middle is not taken for one. */
const UNFINISHED = '.unfinished';

/** Nothing that is there is written over, but for what an export that was ended in the middle has left. Gives whether there was one. */
async function prepare(folder: string): Promise<boolean> {
  const found = await mkdir(folder, { recursive: true })
    .then(() => readdir(folder))
    .catch((error: unknown) => {
      throw new UnreadableError(searchMessages.badFile(folder, messageOf(error)));
    });
  const isAgain = found.length === 1 && found[0] === UNFINISHED;
  if (found.length > 0 && !isAgain) throw new UnreadableError(messages.notEmpty(folder));
  await rm(join(folder, UNFINISHED), { recursive: true, force: true });
  await mkdir(join(folder, UNFINISHED));
  return isAgain;
}

/** Puts the files where they belong, now that all are whole. */
async function settle(from: string, to: string): Promise<void> {
  for (const file of await readdir(from))
    await rename(join(from, file), join(to, file)).catch((error: unknown) => {
      throw new UnreadableError(searchMessages.badFile(join(to, file), messageOf(error)));
    });
  await rmdir(from);
}

async function append(folder: string, pieces: readonly Piece[]): Promise<void> {
  for (const { file, content } of pieces)
    await appendFile(join(folder, file), content).catch((error: unknown) => {
      throw new UnreadableError(searchMessages.badFile(join(folder, file), messageOf(error)));
    });
}

/** The columns of all metadata.csv that tell of the articles, before any article is read: the head of a table comes first. */
async function metadataColumns(options: HandOnOptions): Promise<readonly string[]> {
  // what is wrong with them is told when the corpus is gone through
  const metadata = metadataReader(() => undefined);
  const columns = new Set<string>();
  const listing = { rules: articleRules(), all: options.all, onFolder: () => undefined, onLink: () => undefined };
  for await (const { path, problem } of listFiles(options.paths, listing)) {
    if (problem !== undefined) continue;
    for (const column of (await metadata.forArticle(path))?.values.keys() ?? []) columns.add(column.toLowerCase());
  }
  return [...columns];
}
