import { join, relative, sep } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { listFolder } from './articleFiles';
import { readAnyText } from './fileEncoding';
import { readText, SIZE_LIMITS, writeText } from './files';

/** What became of a copy: the articles that are in it, and what could not be. */
export interface BareCopy {
  readonly articles: number;
  readonly problems: readonly { readonly name: string; readonly message: Message }[];
}

/** What is copied beside the articles: what the project says of its texts. */
const BESIDE = [join('.corpus', 'articles'), 'metadata.csv'];
const SCHEMA = join('.corpus', 'schema.json');

/**
 * Copies a folder's articles without any annotation, for another annotator: the schema of the copy has suggestions
 * switched off, so that nobody sees what a machine or somebody else would say. Files that are there are kept.
 */
export async function copyBare(folder: string, target: string): Promise<BareCopy> {
  const problems: { name: string; message: Message }[] = [];
  let articles = 0;
  const copy = async (name: string, content: string): Promise<boolean> => {
    try {
      const problem = await put(join(target, name), content, target);
      if (problem) problems.push({ name, message: problem });
      return problem === undefined;
    } catch (error) {
      problems.push({ name, message: messageOf(error) });
      return false;
    }
  };
  for await (const file of listFolder(folder)) {
    if (file.kind !== 'file' || !file.found.article) continue;
    const name = relative(folder, file.path).split(sep).join('/');
    const text = await readAnyText(file.path).catch((error: unknown) => void problems.push({ name, message: messageOf(error) }));
    if (text !== undefined && (await copy(name, text))) articles++;
  }
  for (const name of BESIDE) {
    const content = await readText(join(folder, name), SIZE_LIMITS.exchange);
    if (content !== undefined) await copy(name, content);
  }
  const schema = (await readText(join(folder, SCHEMA), SIZE_LIMITS.exchange)) ?? '{}\n';
  const options = { formattingOptions: { tabSize: 2, insertSpaces: true } };
  await copy(SCHEMA, applyEdits(schema, modify(schema, ['suggestions'], false, options)));
  return { articles, problems };
}

async function put(path: string, content: string, root: string): Promise<Message | undefined> {
  const before = await readAnyText(path);
  if (before !== undefined) return before === content ? undefined : fileMessages.otherTextKept;
  await writeText(path, content, { root, fresh: true });
  return undefined;
}
