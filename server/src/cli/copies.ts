import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS } from '../core/structure/header';
import { comparable, copiesOf, copyFinder, NO_COPIES } from '../corpus/copies';
import { articleRules } from '../store/articleRules';
import { metadataReader } from '../store/metadata';
import type { Known, KnownArticle } from './findArticles';
import { listFiles, readArticle } from './input';
import type { ReadingOptions } from './options';
import type { Analysed } from './readCorpus';

/**
 * The paths of articles that are the same as an earlier one; none where they are not asked for. What cannot be read is told
 * when the corpus is gone through.
 */
export async function copiesAmong(options: ReadingOptions & { readonly once: boolean }): Promise<ReadonlySet<string>> {
  if (!options.once) return NO_COPIES;
  const finder = copyFinder();
  const { patterns } = compileHeaderPatterns(options.headerPatterns ?? DEFAULT_HEADER_PATTERNS);
  const metadata = metadataReader(() => undefined);
  const listing = { rules: articleRules(), all: options.all, onFolder: () => undefined, onLink: () => undefined };
  for await (const { path, problem } of listFiles(options.paths, listing)) {
    if (problem !== undefined) continue;
    const read = await readArticle(path, { encoding: options.encoding, onEncoding: () => undefined });
    if (!read.ok) continue;
    const known = await metadata.forArticle(path);
    finder.add(comparable({ id: path, text: read.article.text, date: known?.date }, patterns));
  }
  return copiesOf(finder);
}

type Read<K extends Known> = Analysed | KnownArticle<K>;

/** Articles without those whose paths are left out, which are counted. */
export async function* leavingOut<K extends Known>(
  left: ReadonlySet<string>,
  articles: AsyncIterable<Read<K>>,
  count: { copies: number },
): AsyncGenerator<Read<K>> {
  for await (const done of articles)
    if (done.ok && left.has(done.ok === 'known' ? done.path : done.article.id)) count.copies++;
    else yield done;
}
