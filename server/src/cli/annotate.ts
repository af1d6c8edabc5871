import { once } from 'node:events';
import { say } from '../messages/say';
import type { AnnotateOptions } from './options';
import { openOutput } from './output';
import { readCorpus, type Surroundings } from './readCorpus';

/** Annotates what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function annotate(options: AnnotateOptions, surroundings: Surroundings): Promise<number> {
  let remarks = 0;
  const corpus = await readCorpus(options, surroundings);
  const output = openOutput(options, (text) => write(surroundings.stdout, text));
  for await (const done of corpus.analysed) {
    if (!done.ok) {
      corpus.complain(done.place, done.problem);
      // every line in has a line out, in its place: who feeds a pipe counts on it
      if (done.asked && options.format === 'jsonl' && options.out === undefined)
        await write(surroundings.stdout, `${JSON.stringify({ ...done.asked, error: say(done.problem, 'en') })}\n`);
      continue;
    }
    const problem = await output.write(done.article, done.analysis);
    if (problem !== undefined) {
      corpus.complain(problem.place, problem.problem);
      if (problem.isRemark) remarks++;
    }
    corpus.step(done.article.text.length);
  }
  await corpus.close();
  for (const { place, problem } of await output.finish()) corpus.complain(place, problem);
  return corpus.finish() === remarks ? 0 : 1;
}

/** Writes, and waits where the reader is slower. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
