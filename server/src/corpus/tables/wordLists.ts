import Papa from 'papaparse';
import { delimiterOf } from '../../formats/metadata';
import { MessageError, messageOf } from '../../messages/error';
import { fileMessages } from '../../messages/files';
import { searchMessages } from '../../messages/search';
import { statsCommandMessages as messages } from '../../messages/statsCommand';
import type { FrequencyList, TableRequest } from './table';

/*
 * Lists that people have in files. Empty lines and lines that begin with # are passed over.
 */

/** Files with lists that a table is counted by: where they are, as who reads them understands it. */
export type ListFiles = Readonly<Partial<Record<'stop' | 'lemmas' | 'reference', string>>>;

/**
 * What a request takes from files.
 *
 * @param read - gives a file's text; undefined where there is none
 * @param named - what a file is called in messages and settings
 * @throws MessageError that names the file, and the line where one is wrong
 */
export async function requestOfLists(
  files: ListFiles,
  read: (file: string) => Promise<string | undefined>,
  named: (file: string) => string = (file) => file,
): Promise<Partial<TableRequest>> {
  const list = async <T>(file: string | undefined, parse: (text: string, file: string) => T): Promise<T | undefined> => {
    if (file === undefined) return undefined;
    const text = await read(file).catch((error: unknown) => {
      throw new MessageError(searchMessages.badFile(named(file), messageOf(error)));
    });
    if (text === undefined) throw new MessageError(searchMessages.badFile(named(file), fileMessages.missing));
    return parse(text, named(file));
  };
  const stop = await list(files.stop, readStopList);
  const lemmas = await list(files.lemmas, readLemmaList);
  const reference = await list(files.reference, readFrequencyList);
  const names = {
    ...(files.stop !== undefined && { stop: named(files.stop) }),
    ...(files.lemmas !== undefined && { lemmas: named(files.lemmas) }),
  };
  return {
    ...(stop && { stop }),
    ...(lemmas && { lemmas }),
    ...(reference && { reference }),
    ...((stop || lemmas) && { listNames: names }),
  };
}

/** A stop list: a word a line. */
const readStopList = (text: string): readonly string[] => lines(text).map(({ words }) => words);

/**
 * A lemma list: `form<TAB>lemma`, or as AntConc has them `lemma -> form, form`.
 * @param file - what it is called in messages
 * @throws MessageError that names the line
 */
function readLemmaList(text: string, file: string): readonly (readonly [form: string, lemma: string])[] {
  return lines(text).flatMap(({ words, line }): readonly (readonly [string, string])[] => {
    const [lemma, forms] = words.split(/\s*->\s*/);
    if (forms !== undefined) return forms.split(/[,\s]+/).flatMap((form) => (form === '' ? [] : [[form, lemma ?? ''] as const]));
    const [form, own] = words.split('\t').map((cell) => cell.trim());
    if (form === undefined || own === undefined || own === '') throw new MessageError(messages.badLemma(file, line));
    return [[form, own]];
  });
}

/**
 * A frequency list: a word and its count a line, in a table of commas, semicolons or tabs; the count is the first cell after
 * the word that is a number, the word the first that is none. A first line that has no number names the columns.
 * @throws MessageError that names the line
 */
function readFrequencyList(text: string, file: string): FrequencyList {
  const all = lines(text);
  const delimiter = delimiterOf(all[0]?.words ?? '');
  const words = all.flatMap(({ words: written, line }, i): readonly (readonly [string, number])[] => {
    const cells = (Papa.parse(written, { delimiter }).data[0] ?? []).map((cell) => cell.trim());
    const word = cells.find((cell) => cell !== '' && !isCount(cell));
    const count = cells.find(isCount);
    if (word !== undefined && count !== undefined) return [[word.toLowerCase(), Number(count)]];
    if (i === 0) return [];
    throw new MessageError(messages.badLine(file, line));
  });
  if (words.length === 0) throw new MessageError(messages.emptyList(file));
  return { name: file, words, size: words.reduce((sum, [, count]) => sum + count, 0) };
}

const isCount = (cell: string): boolean => /^\d+$/.test(cell);

function lines(text: string): readonly { readonly words: string; readonly line: number }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((words, i) => ({ words: words.trim(), line: i + 1 }))
    .filter(({ words }) => words !== '' && !words.startsWith('#'));
}
