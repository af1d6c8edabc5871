import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import type { ArticleInput } from '../core/analyser';
import { commandMessages } from '../messages/commandLine';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { sidecarPlaces } from '../store/sidecarPlaces';
import type { Known } from './findArticles';
import type { AskedLine } from './input';
import type { AnnotateOptions } from './options';
import { openOutput } from './output';
import { type Analysed, type ReadCorpus, readCorpus, type Surroundings } from './readCorpus';

/** Annotates what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function annotate(options: AnnotateOptions, surroundings: Surroundings): Promise<number> {
  let remarks = 0;
  const remark = (place: string | Message, words: Message): void => {
    corpus.complain(place, words);
    remarks++;
  };
  const corpus = await readCorpus<Done>(options, surroundings, options.resume ? whatIsDone : undefined);
  const passed = { before: 0 };
  const output = openOutput(options, (text) => write(surroundings.stdout, text));
  for await (const done of passingOver(corpus.analysed, passed)) {
    if (!done.ok) {
      corpus.complain(done.place, done.problem);
      await write(surroundings.stdout, lineInstead(done, options));
      continue;
    }
    const { article } = done;
    if (isMarkedUp(article)) remark(article.id ?? '', commandMessages.markedUp);
    const problem = await output.write(article, done.analysis, done.metadata);
    if (problem !== undefined) (problem.isRemark ? remark : corpus.complain)(problem.place, problem.problem);
    corpus.step(article.text.length);
  }
  await corpus.close();
  tellPassed(options, passed, (said) => corpus.remark(say(said, surroundings.language)));
  for (const { place, problem } of await output.finish()) corpus.complain(place, problem);
  return corpus.finish() === remarks ? 0 : 1;
}

/** An article that was annotated before. */
type Done = Known;
const DONE: Done = { article: { readAs: null } };

/** Files of annotations are there whole or not at all: an article that has one was done before, or a person has annotated it. */
async function whatIsDone(path: string): Promise<Done | undefined> {
  const { ann } = await sidecarPlaces(path);
  return stat(ann).then(
    () => DONE,
    () => undefined,
  );
}

/** Articles but those that were done before, which are counted. */
async function* passingOver(articles: ReadCorpus<Done>['analysed'], count: { before: number }): AsyncGenerator<Analysed> {
  for await (const done of articles)
    if (done.ok === 'known') count.before++;
    else yield done;
}

function tellPassed({ resume }: AnnotateOptions, { before }: { readonly before: number }, tell: (said: Message) => void): void {
  if (resume) tell(commandMessages.resumed(before));
}

/** Every line in has a line out, in its place: who feeds a pipe counts on it. */
const lineInstead = (
  { asked, problem }: { readonly asked?: AskedLine; readonly problem: Message },
  { format, out }: AnnotateOptions,
): string =>
  asked && format === 'jsonl' && out === undefined ? `${JSON.stringify({ ...asked, error: say(problem, 'en') })}\n` : '';

/** How pages and XML begin. Whoever names such a file means its text, and gets its tags as well. */
const isMarkedUp = ({ file, text }: ArticleInput): boolean =>
  file !== undefined && /^\ufeff?\s*<(?:\?xml|!doctype|html|tei|xmi:)/i.test(text);

/** Writes, and waits where the reader is slower. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
