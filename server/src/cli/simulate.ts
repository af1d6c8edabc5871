import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { createAnalyser } from '../core/analyser';
import { LANGUAGE_PACKS } from '../core/languages/registry';
import { ARMS, type Arm, type Corrections, type SimulatedOrder, simulateOrder, total } from '../core/learning/simulate';
import { type AnnotatedArticle, outermost, simulatedArticles } from '../core/learning/simulated';
import { createSpanFinder } from '../core/learning/spans';
import { randomiser } from '../core/random';
import { isObject, parseJson } from '../formats/json';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { learning, learningMessages } from '../messages/learning';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { modelReader } from '../models';
import { ArticleDecisions } from '../store/articleDecisions';
import { listArticles } from '../store/articleFiles';
import { readAnyText } from '../store/fileEncoding';
import { nameDecisions } from '../store/nameDecisions';
import { decisionItems } from '../store/overlay';
import { ProjectSchemas } from '../store/projectSchema';
import { parseWords, UnreadableError, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `simulate` was asked to do. */
export interface SimulateOptions {
  readonly path: string;
  readonly language: string;
  readonly orders: number;
  /** A model in the place of the shipped one. */
  readonly model: string | undefined;
  /** A type of the project's own that is told apart. */
  readonly own: string | undefined;
  /** Nobody says that an article is finished. */
  readonly unfinished: boolean;
  readonly format: (typeof FORMATS)[number];
}

const FORMATS = ['markdown', 'json'] as const;

const OPTIONS = {
  language: { type: 'string' },
  orders: { type: 'string' },
  model: { type: 'string' },
  own: { type: 'string' },
  unfinished: { type: 'boolean' },
  format: { type: 'string' },
} as const;

/** Reads the words after `simulate`. Throws {@link UsageError} with a message for the user. */
export function parseSimulateOptions(words: readonly string[]): SimulateOptions {
  const { values, positionals } = parseWords(words, OPTIONS);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError(learningMessages.onePath);
  const { language, orders = '5', model, own, unfinished = false, format = 'markdown' } = values;
  if (language === undefined || !LANGUAGE_PACKS.some((pack) => pack.id === language))
    throw new UsageError(learningMessages.needsLanguage);
  if (!/^(?:[1-9]\d?|100)$/.test(orders)) throw new UsageError(learningMessages.badOrders(orders));
  const wanted = FORMATS.find((known) => known === format);
  if (wanted === undefined) throw new UsageError(commandMessages.wrongCall.unknownFormat('--format', format, FORMATS.join(', ')));
  return { path, language, orders: Number(orders), model, own, unfinished, format: wanted };
}

/** Simulates an annotator and prints what there was to correct. Gives the exit status: 0, or 1 where something could not be read. */
export async function simulateCommand(options: SimulateOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, language } = surroundings;
  let failures = 0;
  const complain = (place: string, problem: Message): void => {
    failures++;
    stderr.write(`${place}: ${say(problem, language)}\n`);
  };
  const pack = LANGUAGE_PACKS.find(({ id }) => id === options.language) ?? LANGUAGE_PACKS[0];
  const bytes = await modelBytes(options, surroundings);
  const finder = pack && createSpanFinder(bytes, pack.entities);
  if (pack === undefined || finder === undefined) throw new UnreadableError(learningMessages.noModel(options.language));
  const annotated = await annotatedArticles(options.path, complain);
  if (annotated.length === 0) throw new UnreadableError(learningMessages.nothingAnnotated);
  const analyser = createAnalyser({ model: () => bytes, reuse: false, defaultLanguage: pack.id });
  const articles = simulatedArticles(annotated, { analyser, finder, pack });
  const orders = Array.from({ length: options.orders }, (_, i) =>
    simulateOrder(inRandomOrder(articles, i + 1), () => performance.now(), !options.unfinished),
  );
  const names = annotated.reduce((sum, article) => sum + article.names.length, 0);
  if (options.format === 'json') stdout.write(`${JSON.stringify(figures(orders, options, annotated.length, names))}\n`);
  else stdout.write(report(orders, options, [annotated.length, names], language));
  return failures === 0 ? 0 : 1;
}

async function modelBytes({ model, language }: SimulateOptions, { bundle }: Surroundings): Promise<Uint8Array | undefined> {
  return model === undefined ? modelReader(dirname(bundle))(language) : readFile(model);
}

function inRandomOrder<T>(items: readonly T[], seed: number): T[] {
  const random = randomiser(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

type Complain = (place: string, problem: Message) => void;

async function annotatedArticles(path: string, complain: Complain): Promise<AnnotatedArticle[]> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw new UnreadableError(commandMessages.at(path, messageOf(error)));
  }
  return isFolder ? annotatedFolder(path, complain) : annotatedLines(path, complain);
}

/** Articles whose decisions stand beside them; those that nobody annotated are left out. */
async function annotatedFolder(folder: string, complain: Complain): Promise<AnnotatedArticle[]> {
  const schemas = new ProjectSchemas((place, problem) => complain(place, problem));
  const articles: AnnotatedArticle[] = [];
  for await (const path of listArticles(folder)) {
    try {
      const text = await readAnyText(path);
      if (text === undefined) continue;
      const { state } = await ArticleDecisions.open(path, text);
      if (state.readOnly !== undefined) complain(path, state.readOnly);
      const decisions = nameDecisions(decisionItems(state.decisions, await schemas.of(path)));
      const names = outermost(decisions.filter(({ right }) => right).map(({ start, end, type }) => ({ start, end, type })));
      if (decisions.length > 0) articles.push({ key: relative(folder, path).split(sep).join('/'), text, names });
    } catch (error) {
      complain(path, messageOf(error));
    }
  }
  return articles;
}

async function annotatedLines(file: string, complain: Complain): Promise<AnnotatedArticle[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const article = articleOfLine(line, `${i + 1}`);
    if (article === undefined) complain(`${file}:${i + 1}`, learningMessages.badLine);
    return article ?? [];
  });
}

function articleOfLine(line: string, key: string): AnnotatedArticle | undefined {
  const reading = parseJson(line);
  const read = reading.problem === undefined ? reading.value : undefined;
  if (!isObject(read) || typeof read.text !== 'string' || !Array.isArray(read.entities)) return undefined;
  const text = read.text;
  const names = read.entities.map((name: unknown) => {
    if (!isObject(name)) return undefined;
    const { start, end, type } = name;
    if (typeof start !== 'number' || typeof end !== 'number' || typeof type !== 'string') return undefined;
    return start >= 0 && start < end && end <= text.length ? { start, end, type } : undefined;
  });
  if (names.includes(undefined)) return undefined;
  const { id, date } = read;
  return {
    key: typeof id === 'string' ? id : key,
    text,
    names: outermost(names.filter((name) => name !== undefined)),
    ...(typeof date === 'string' && { date }),
  };
}

/** Mean corrections of a way in a half, by kind. */
function mean(orders: readonly SimulatedOrder[], arm: Arm, half: 0 | 1): Corrections {
  const of = (kind: keyof Corrections): number =>
    orders.reduce((sum, { halves }) => sum + halves[arm][half][kind], 0) / orders.length;
  return { add: of('add'), remove: of('remove'), retype: of('retype'), rebound: of('rebound') };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function figures(orders: readonly SimulatedOrder[], { own }: SimulateOptions, articles: number, names: number) {
  const times = orders.flatMap(({ learning: spent }) => spent);
  return {
    articles,
    names,
    orders: orders.length,
    arms: Object.fromEntries(ARMS.map((arm) => [arm, [mean(orders, arm, 0), mean(orders, arm, 1)]])),
    milliseconds: { median: median(times), most: Math.max(...times) },
    confidence: reliability(orders),
    ...(own !== undefined && { own: { type: own, ...scoreOf(orders, own) } }),
  };
}

/** By tenth of confidence: how many were suggested with it, and which share was right. */
function reliability(orders: readonly SimulatedOrder[]): { from: number; suggested: number; right: number }[] {
  const judged = orders.flatMap((order) => order.judged);
  return Array.from({ length: 10 }, (_, i) => {
    const here = judged.filter(({ confidence }) => Math.min(9, Math.floor(10 * confidence)) === i);
    return { from: i / 10, suggested: here.length, right: here.filter(({ right }) => right).length / Math.max(1, here.length) };
  }).filter(({ suggested }) => suggested > 0);
}

/** Precision, recall and F1 of a type in the second halves, from 0 to 1. */
function scoreOf(orders: readonly SimulatedOrder[], type: string): { precision: number; recall: number; f1: number } {
  const suggested = orders.flatMap(({ judged }) => judged.filter((name) => name.type === type));
  const hits = suggested.filter(({ right }) => right).length;
  const gold = orders.reduce((sum, { goldByType }) => sum + (goldByType.get(type) ?? 0), 0);
  const precision = hits / Math.max(1, suggested.length);
  const recall = hits / Math.max(1, gold);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function report(
  orders: readonly SimulatedOrder[],
  options: SimulateOptions,
  [articles, names]: readonly [number, number],
  language: string | undefined,
): string {
  const words = wordsOf(learning, language);
  const shipped = total(mean(orders, 'shipped', 1));
  const rows = ARMS.map((arm) => {
    const [first, second] = [mean(orders, arm, 0), mean(orders, arm, 1)];
    const { add, remove, retype, rebound } = second;
    const change = (100 * (total(second) - shipped)) / Math.max(1e-9, shipped);
    const cells = [total(first), total(second), add, remove, retype, rebound].map((cell) => cell.toFixed(1));
    return `| ${[words.arms[arm], ...cells, `${change > 0 ? '+' : ''}${change.toFixed(0)} %`].join(' | ')} |`;
  });
  const told = figures(orders, options, articles, names);
  const shares = told.confidence.map(({ from, suggested, right }) => `${from.toFixed(1)}: ${right.toFixed(2)} (${suggested})`);
  const own = told.own;
  return [
    words.head(articles, names, orders.length),
    '',
    words.columns,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    words.time(told.milliseconds.median.toFixed(0), told.milliseconds.most.toFixed(0)),
    words.sure(shares.join(' · ')),
    ...(own ? [words.ownType(own.type, ...([own.f1, own.precision, own.recall].map(percent) as [string, string, string]))] : []),
    '',
  ].join('\n');
}

const percent = (share: number): string => (100 * share).toFixed(1);
