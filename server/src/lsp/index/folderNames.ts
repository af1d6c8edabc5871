import { join } from 'node:path';
import { LineIndex } from '../../core/lineIndex';
import type { IndexedArticle, IndexStore } from '../../corpus/index/indexStore';
import type { NameCounts } from '../../corpus/index/names';
import { pathIn } from '../../corpus/index/place';
import { foldName, holdsLetters } from '../../service/workspaceSymbols';
import { toFlatRange } from '../convert';
import { uriOf } from '../reviews';
import type { IndexCounts, IndexNeighbour, IndexPlace, IndexSymbol, IndexSymbols } from './nameMessages';

/** A list of symbols is asked for at each letter: of each name so many articles are looked at for the first. */
const COMPARED = 50;

/** What a folder's index knows of names. */
export class FolderNames {
  readonly #store: IndexStore;
  readonly #path: string;

  constructor(store: IndexStore, path: string) {
    this.#store = store;
    this.#path = path;
  }

  /**
   * Names that have a query's letters in their order, each with its first mention in the first article that has it: the first
   * by path, of a name in more than {@link COMPARED} articles the first of so many.
   */
  symbols(asked: IndexSymbols): readonly IndexSymbol[] {
    return this.#store.together(() => this.#symbols(asked));
  }

  #symbols({ query, most, elsewhere }: IndexSymbols): readonly IndexSymbol[] {
    const known = new Set(elsewhere.map((path) => pathIn(this.#path, path)));
    const letters = foldName(query).replace(/\s+/g, '');
    const { names } = this.#store;
    return names
      .find((name) => holdsLetters(name, letters), foldName, most)
      .flatMap((found) => {
        // articles are analysed beside each other and anew: their numbers say nothing of their order
        const [place] = names
          .places(found.name, found.type, known.size + COMPARED)
          .flatMap(({ article, ...span }) => {
            const named = this.#store.article(article);
            return named === undefined || known.has(named.path) ? [] : [{ article: named, ...span }];
          })
          .sort((a, b) => (a.article.path < b.article.path ? -1 : 1));
        return place === undefined ? [] : [{ ...found, ...this.#locate(place.article, place) }];
      });
  }

  counts({ name, type }: IndexCounts): NameCounts | undefined {
    return this.#store.together(() => this.#store.names.counts(name, type));
  }

  /** The first mention in the next article that has a name, or the last one in the previous; around the end of the corpus. */
  neighbour({ name, type, path, direction }: IndexNeighbour): IndexPlace | undefined {
    const own = pathIn(this.#path, path);
    const all = this.#store.names
      .places(name, type)
      .flatMap(({ article }) => this.#store.article(article) ?? [])
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const others = all.filter((article) => article.path !== own);
    if (others.length === 0) return undefined;
    const after = others.findIndex((article) => article.path > own);
    const at = direction === 'next' ? after : (after < 0 ? others.length : after) - 1;
    const wrapped = at < 0;
    const article = (wrapped ? others.at(direction === 'next' ? 0 : -1) : others[at]) as IndexedArticle;
    const mentions = this.#store
      .document(article, '')
      .mentions.filter((mention) => mention.type === type && mention.names[0] === name);
    const mention = direction === 'next' ? mentions[0] : mentions.at(-1);
    if (mention === undefined) return undefined;
    return { ...this.#locate(article, mention), wrapped, index: all.indexOf(article) + 1, total: all.length };
  }

  #locate(article: IndexedArticle, span: { readonly start: number; readonly end: number }) {
    const { text } = this.#store.document(article, '');
    return { uri: uriOf(join(this.#path, article.path)), range: toFlatRange(new LineIndex(text), span) };
  }
}
