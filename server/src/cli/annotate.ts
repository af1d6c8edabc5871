import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { ArticleInput } from '../core/analyser';
import { createAnalyser } from '../core/analyser';
import type { GazetteerEntry } from '../core/entities/index';
import { LineIndex } from '../core/lineIndex';
import { parseGazetteer } from '../service/gazetteerFile';
import { messagesFor } from '../service/messages/messages';
import { listFiles, type ReadArticle, readArticle, readJsonLines, reason, standardInput } from './input';
import { modelReader } from './models';
import type { AnnotateOptions } from './options';
import { openOutput } from './output';
import { Progress } from './progress';

/** Where the command reads and writes, so that a test can stand in. */
export interface Surroundings {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The folder that holds the bundle. */
  readonly home: string;
}

/** Annotates what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function annotate(options: AnnotateOptions, surroundings: Surroundings): Promise<number> {
  let failures = 0;
  const progress = new Progress(surroundings.stderr, options.quiet);
  const complain = (place: string, problem: string): void => {
    failures++;
    progress.clear();
    surroundings.stderr.write(`${place}: ${problem}\n`);
  };
  const names = options.names === undefined ? [] : await readNames(options.names, complain);
  const broken = new Set<string>();
  const analyser = createAnalyser({
    names,
    model: modelReader(surroundings.home),
    reuse: false,
    onError: (layer, error) => {
      // a bug shows in every paragraph alike: once is enough to report it
      if (broken.has(layer)) return;
      broken.add(layer);
      complain(layer, `this layer failed and was left out where it did: ${(error as Error)?.stack ?? error}`);
    },
    ...(options.headerPatterns && { headerPatterns: options.headerPatterns }),
  });
  const output = openOutput(options, (text) => write(surroundings.stdout, text));
  for await (const read of articles(options)) {
    if (!read.ok) {
      complain(read.place, read.problem);
      continue;
    }
    const article = withOptions(read.article, options);
    const problem = await output.write(article, analyser.analyse(article));
    if (problem !== undefined) complain(problem.place, problem.problem);
    progress.step(article.text.length);
  }
  for (const { place, problem } of await output.finish()) complain(place, problem);
  progress.finish();
  return failures === 0 ? 0 : 1;
}

async function* articles(options: AnnotateOptions): AsyncGenerator<ReadArticle> {
  if (options.input === 'jsonl') {
    yield* readJsonLines(standardInput());
    return;
  }
  for await (const { path, problem } of listFiles(options.paths)) {
    yield problem === undefined ? await readArticle(path) : { ok: false, place: path, problem };
  }
}

/** What an article says itself comes before what the options say of all. */
function withOptions(article: ArticleInput, options: AnnotateOptions): ArticleInput {
  const language = article.language ?? options.language;
  const date = article.date ?? options.date;
  return { ...article, ...(language !== undefined && { language }), ...(date !== undefined && { date }) };
}

async function readNames(path: string, complain: (place: string, problem: string) => void): Promise<readonly GazetteerEntry[]> {
  try {
    const text = await readFile(path, 'utf8');
    const { entries, problems } = parseGazetteer(text, messagesFor('en'));
    const lines = new LineIndex(text);
    for (const { span, message } of problems) complain(`${path}:${lines.lineOf(span.start) + 1}`, message);
    return entries;
  } catch (error) {
    complain(path, reason(error));
    return [];
  }
}

async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
