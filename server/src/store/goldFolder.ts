import { dirname, join, relative, resolve, sep } from 'node:path';
import { isObject, parseJson } from '../formats/json';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { type AnnotatorFolders, type Remark, readAnnotators, type Step } from './annotatorFolders';
import { ArticleDecisions } from './articleDecisions';
import type { AnnotatedText } from './compared';
import { compareText, type Difference } from './differences';
import { readAnyText } from './fileEncoding';
import { readText, SIZE_LIMITS, writeText } from './files';
import { isOpen, withAgreed } from './gold';
import { type CorpusSchema, DEFAULT_SCHEMA } from './schema';
import { isWithin, makeFolder, realPlace } from './writeText';

const SCHEMA = join('.corpus', 'schema.json');
/** Where a gold folder keeps whose annotations it is made of, as paths from it. */
const SOURCES = join('.corpus', 'gold.json');

/** How a gold folder is written. */
export interface GoldOptions {
  readonly schema?: CorpusSchema | undefined;
  readonly step?: Step | undefined;
  /** Opens the decisions of one of its articles; by default from its files. */
  readonly open?: (path: string, text: string) => Promise<ArticleDecisions>;
  /** Brings them to disk. */
  readonly save?: (path: string, article: ArticleDecisions) => Promise<unknown>;
  /** What the step is called that takes over what all agree on. */
  readonly label?: string;
}

/** What a gold folder has after what all agree on was taken over. */
export interface GoldState extends Pick<AnnotatorFolders, 'annotators' | 'skipped' | 'remarks'> {
  readonly articles: number;
  /** How many annotations were taken over now. */
  readonly taken: number;
  /** What is still to be decided, in the order of the texts; offsets are those of the gold folder's texts. */
  readonly differences: readonly Difference[];
}

/**
 * Writes a gold folder of what annotators agree on, and tells what is left to decide. Nobody's folder is written to. It
 * can be done again at any time: what was decided in the gold folder stays, what is new is added.
 */
export async function writeGold(folders: readonly string[], gold: string, options: GoldOptions = {}): Promise<GoldState> {
  const { schema = DEFAULT_SCHEMA, step } = options;
  const { annotators, texts, ...found } = await readAnnotators(folders, { step, reference: gold });
  const skipped: Remark[] = [...found.skipped];
  const differences: Difference[] = [];
  let [articles, taken] = [0, 0];
  const attempt = async (name: string, writing: Promise<void>): Promise<void> => {
    await writing.catch((error: unknown) => skipped.push({ name, message: messageOf(error) }));
  };
  await attempt(SCHEMA, copySchema(folders, gold));
  await attempt(SOURCES, writeGoldFolders(gold, folders));
  for (const text of texts) {
    try {
      const done = await goldOf(text, gold, { ...options, schema });
      taken += done.taken;
      differences.push(...done.open);
      articles++;
    } catch (error) {
      skipped.push({ name: text.id, message: messageOf(error) });
    }
  }
  return { annotators, articles, taken, differences, skipped, remarks: found.remarks };
}

async function goldOf(
  text: AnnotatedText,
  gold: string,
  options: GoldOptions & { readonly schema: CorpusSchema },
): Promise<{ readonly taken: number; readonly open: readonly Difference[] }> {
  const { schema, open = ArticleDecisions.open, save = (_, article) => article.save(), label = 'gold' } = options;
  const path = join(gold, text.id);
  // a link among its folders may lead to somebody's
  await makeFolder(dirname(path), gold);
  if ((await readAnyText(path)) === undefined) await writeText(path, text.text, { root: gold, fresh: true });
  const article = await open(path, text.text);
  const { agreed, differences } = compareText(text, schema);
  let taken = 0;
  article.decide((decisions) => {
    const result = withAgreed(decisions, agreed, text.by, schema);
    taken = result.taken;
    return result.decisions;
  }, label);
  if (taken > 0) await save(path, article);
  const { decisions } = article.state;
  return { taken, open: differences.filter((difference) => isOpen(difference, decisions, schema)) };
}

/** The layers and types of the first annotator's folder hold in the gold folder, too, unless it has its own. */
async function copySchema(folders: readonly string[], gold: string): Promise<void> {
  const content = folders[0] === undefined ? undefined : await readText(join(folders[0], SCHEMA), SIZE_LIMITS.exchange);
  if (content === undefined || (await readText(join(gold, SCHEMA), SIZE_LIMITS.exchange)) !== undefined) return;
  await writeText(join(gold, SCHEMA), content, { root: gold, fresh: true });
}

/** The annotators' folders that a gold folder is made of; undefined where it does not say. */
export async function goldFolders(gold: string): Promise<readonly string[] | undefined> {
  const content = await readText(join(gold, SOURCES), SIZE_LIMITS.exchange);
  const reading = content === undefined ? undefined : parseJson(content);
  const value = reading && !reading.problem ? reading.value : undefined;
  const paths = isObject(value) ? value.annotators : undefined;
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) return undefined;
  return paths.map((path) => resolve(gold, path));
}

async function writeGoldFolders(gold: string, folders: readonly string[]): Promise<void> {
  const annotators = folders.map((folder) => relative(resolve(gold), resolve(folder)).split(sep).join('/'));
  const content = `${JSON.stringify({ annotators }, undefined, 2)}\n`;
  const before = await readText(join(gold, SOURCES), SIZE_LIMITS.exchange);
  if (before === content) return;
  await writeText(join(gold, SOURCES), content, { root: gold, fresh: before === undefined });
}

/**
 * Why a folder cannot be the gold folder of others, or a copy of one: it is one of them, or one lies in the other, links
 * followed.
 */
export async function goldProblem(folders: readonly string[], gold: string): Promise<Message | undefined> {
  const target = await realPlace(gold);
  for (const folder of folders) {
    const place = await realPlace(folder);
    if (isWithin(place, target) || isWithin(target, place)) return fileMessages.goldClash(folder);
  }
  return undefined;
}
