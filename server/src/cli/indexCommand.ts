import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { troubleOf } from '../corpus/index/database';
import { type Entry, entryOf } from '../corpus/index/entry';
import { type Freshness, freshness, isStill } from '../corpus/index/freshness';
import { type EntryKey, type IndexedArticle, IndexStore } from '../corpus/index/indexStore';
import { own } from '../corpus/index/owner';
import { cacheFolder, indexFolder, pathIn } from '../corpus/index/place';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import { indexingMessages } from '../messages/indexing';
import { say } from '../messages/say';
import { searchMessages } from '../messages/search';
import { decidedDocument } from './decided';
import { versionFor } from './knownArticles';
import { parseWords, READING_OPTIONS, type ReadingOptions, readingOptions, UnreadableError, UsageError } from './options';
import { type Analysed, type ReadCorpus, readCorpus, type Surroundings } from './readCorpus';

/** What `index` was asked to do. */
export interface IndexOptions extends ReadingOptions {
  readonly folder: string;
  /** Whether the index is to be removed. */
  readonly remove: boolean;
}

/** Reads the words after `index`. Throws {@link UsageError} with a message for the user. */
export function parseIndexOptions(words: readonly string[]): IndexOptions {
  const { values, positionals } = parseWords(words, { ...READING_OPTIONS, remove: { type: 'boolean' } } as const);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError(commandMessages.wrongCall.oneFolder);
  return { ...readingOptions(values, positionals, 'files'), folder, remove: values.remove ?? false };
}

/**
 * Brings the index of a folder up to date: what has changed is analysed, what is gone let go. Gives the exit status: 0, or 1
 * where something could not be read.
 */
export async function indexCommand(options: IndexOptions, surroundings: Surroundings): Promise<number> {
  const place = indexFolder(cacheFolder(), options.folder);
  if (options.remove) return removeIndex(place, surroundings);
  await requireFolder(options.folder);
  const store = await opened(options.folder, () => IndexStore.open(place, versionFor(surroundings.bundle)));
  try {
    return await bringUpToDate(store, place, options, surroundings);
  } catch (error) {
    // what was written before is kept
    if (troubleOf(error) === 'unwritable') throw new UnreadableError(searchMessages.badFile(place, indexingMessages.unwritable));
    throw error;
  } finally {
    await store.close();
  }
}

async function requireFolder(folder: string): Promise<void> {
  const problem = await stat(folder).then(
    (found) => (found.isDirectory() ? undefined : fileMessages.notFolder),
    (error) => messageOf(error),
  );
  if (problem !== undefined) throw new UnreadableError(fileMessages.of(folder, problem));
}

/** Opens an index, or says why it cannot be. */
async function opened<T>(folder: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw new UnreadableError(indexingMessages.inUse(folder, messageOf(error)));
  }
}

async function removeIndex(place: string, { stderr, language }: Surroundings): Promise<number> {
  const release = await opened(place, () => own(place));
  await rm(place, { recursive: true, force: true });
  await release();
  stderr.write(`${say(indexingMessages.removed(place), language)}\n`);
  return 0;
}

/** Entries are written so many at a time: what is written is kept, whatever becomes of this process. */
const BATCH = 64;

async function bringUpToDate(
  store: IndexStore,
  place: string,
  options: IndexOptions,
  surroundings: Surroundings,
): Promise<number> {
  const update = new Update(store, options.folder);
  const corpus = await readCorpus(options, surroundings, (path, key) => update.known(path, key));
  for await (const done of corpus.analysed) {
    if (done.ok === 'known') corpus.step(done.known.article.characters);
    else if (done.ok) {
      await update.take(done, corpus);
      corpus.step(done.article.text.length);
    } else corpus.complain(done.place, done.problem);
  }
  await corpus.close();
  const { anew, gone } = update.finish();
  const failures = corpus.finish();
  if (!options.quiet) corpus.remark(say(indexingMessages.done(store.articles.size, anew, gone, place), surroundings.language));
  return failures === 0 ? 0 : 1;
}

/** An index being brought up to date. */
class Update {
  readonly #store: IndexStore;
  readonly #folder: string;
  readonly #seen = new Set<string>();
  /** Of articles that are being analysed, by path: how their files were before. */
  readonly #before = new Map<string, EntryKey>();
  readonly #waiting: Entry[] = [];
  #anew = 0;

  constructor(store: IndexStore, folder: string) {
    this.#store = store;
    this.#folder = resolve(folder);
  }

  /** The article as the index has it; undefined where it is to be analysed. */
  async known(path: string, key: string): Promise<{ readonly article: IndexedArticle } | undefined> {
    const name = pathIn(this.#folder, path);
    const article = this.#store.articles.get(name);
    this.#seen.add(name);
    let found: Freshness;
    try {
      found = freshness(path, key, article);
    } catch {
      // reading it says why
      return undefined;
    }
    if (found.is === 'changed') this.#before.set(path, found.now);
    if (found.is === 'touched') this.#store.touch(name, found.stat);
    return article !== undefined && (found.is === 'same' || found.is === 'touched') ? { article } : undefined;
  }

  /** Writes an article; one whose files were written meanwhile, or whose decisions cannot be read, is left out. */
  async take(done: AnalysedArticle, corpus: Corpus): Promise<void> {
    const { id } = done.article;
    const [before, name] = [this.#before.get(id), pathIn(this.#folder, id)];
    this.#before.delete(id);
    let isWhole = true;
    const document = await decidedDocument(done, false, {
      schemas: corpus.schemas,
      complain(place, problem) {
        isWhole = false;
        corpus.complain(place, problem);
      },
    });
    if (before === undefined || !isWhole || !isStill(id, before)) {
      this.#seen.delete(name);
      return;
    }
    this.#anew++;
    this.#waiting.push(entryOf(name, before, document, done.readAs));
    if (this.#waiting.length >= BATCH) this.#store.put(this.#waiting.splice(0));
  }

  /** Writes the rest, and lets go what is not there any more. */
  finish(): { readonly anew: number; readonly gone: number } {
    this.#store.put(this.#waiting.splice(0));
    const gone = [...this.#store.articles.keys()].filter((path) => !this.#seen.has(path));
    this.#store.remove(gone);
    return { anew: this.#anew, gone: gone.length };
  }
}

type AnalysedArticle = Extract<Analysed, { ok: true }>;
type Corpus = Pick<ReadCorpus, 'complain' | 'schemas'>;
