import { NO_NAME_DECISIONS, withNameDecisions } from '../corpus/nameDecisions';
import type { SearchDocument } from '../corpus/searchDocument';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { copiesAmong, leavingOut } from './copies';
import { decidedDocument } from './decided';
import { type Indexed, KnownArticles } from './knownArticles';
import type { ReadingOptions } from './options';
import { namesFor } from './projectParts';
import { readCorpus, type Surroundings } from './readCorpus';

/** What a command counts or writes, and from where. */
export interface DocumentOptions extends ReadingOptions {
  /** Whether what people decided is left aside. */
  readonly undecided: boolean;
  /** Whether articles are taken from an index where there is one. */
  readonly index: boolean;
  /** Whether an article that is there twice, exactly or nearly, is taken once: the first one. */
  readonly once: boolean;
}

/** What is told and done at the end. */
export interface CorpusEnd {
  /** How many were left out since they are there already. */
  readonly duplicates: number;
  /** How much failed. */
  readonly failures: number;
  remark(message: Message): void;
}

/**
 * Goes through the articles that options name, as people have decided, from an index where it has them; what is wrong with
 * one is told and the others are taken.
 *
 * @param take - is given each article's document
 */
export async function eachDocument(
  options: DocumentOptions,
  surroundings: Surroundings,
  take: (document: SearchDocument) => void | Promise<void>,
): Promise<CorpusEnd> {
  const known = new KnownArticles(surroundings.bundle, (place, message) =>
    corpus.remark(`${place}: ${say(message, surroundings.language)}`),
  );
  const left = await copiesAmong(options);
  const corpus = await readCorpus<Indexed>(options, surroundings, options.index ? known.find.bind(known) : undefined);
  const decisions = options.undecided ? NO_NAME_DECISIONS : await namesFor(options.paths, corpus.complain);
  known.decisions = decisions;
  const count = { copies: 0 };
  for await (const done of leavingOut(left, corpus.analysed, count)) {
    if (!done.ok) {
      corpus.complain(done.place, done.problem);
      continue;
    }
    if (done.ok === 'known') await take(done.known.store.document(done.known.article, done.path));
    else await take(withNameDecisions(await decidedDocument(done, options.undecided, corpus), decisions));
    corpus.step(done.ok === 'known' ? done.known.article.characters : done.article.text.length);
  }
  await corpus.close();
  await known.close();
  const failures = corpus.finish();
  return { duplicates: count.copies, failures, remark: (message) => corpus.remark(say(message, surroundings.language)) };
}
