import { type CompiledQuery, compileQuery } from '../query/compile';
import { search } from '../query/search';
import type { SearchDocument } from '../searchDocument';
import { readAsked } from './asked';
import { type PartOfToken, PartSizes } from './partSizes';
import type { TableRequest } from './table';
import { NO_WORD, type WordReader, wordReader } from './wordForms';

/** An article that is counted. */
export interface Counted {
  readonly document: SearchDocument;
  /** Its number, from 0. */
  readonly article: number;
  /** As what each token is counted, by its number in the scope's reader. */
  readonly keys: Uint32Array;
  readonly partOf: PartOfToken;
}

/** Which articles a table counts, as which words, in which parts. */
export class Scope {
  readonly request: TableRequest;
  readonly reader: WordReader;
  readonly partition: PartSizes;
  articles = 0;
  words = 0;
  readonly #within: CompiledQuery | undefined;

  /** @throws QueryError for a query that cannot be read */
  constructor(request: TableRequest) {
    this.request = request;
    this.reader = wordReader(request);
    this.partition = new PartSizes(request.by);
    this.#within = request.within === undefined ? undefined : subcorpus(request.within, request);
  }

  /** Takes note of an article; undefined for one that is not of the sub-corpus. */
  enter(document: SearchDocument): Counted | undefined {
    if (this.#within !== undefined && !isWithin(this.#within, document)) return undefined;
    const keys = this.reader.keysOf(document);
    const { partOf, one } = this.partition.of(document);
    const sizes = one === undefined ? sizesOf(keys, partOf) : [[one, wordsIn(keys)] as const];
    for (const [part, words] of sizes) {
      if (words === 0) continue;
      this.words += words;
      this.partition.count(part, words);
      this.partition.countArticle(part);
    }
    return { document, article: this.articles++, keys, partOf };
  }
}

/** How many of some tokens are words. */
export function wordsIn(keys: Uint32Array, first = 0, last = keys.length): number {
  let count = 0;
  for (let i = first; i < last; i++) if (keys[i] !== NO_WORD) count++;
  return count;
}

/** How many words each part has, in the order in which they come. */
function sizesOf(keys: Uint32Array, partOf: PartOfToken): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === NO_WORD) continue;
    const part = partOf(i);
    sizes.set(part, (sizes.get(part) ?? 0) + 1);
  }
  return sizes;
}

/** A sub-corpus: filters of articles alone, or a query that an article must have a hit of. */
function subcorpus(written: string, request: TableRequest): CompiledQuery {
  const query = readAsked(written, request);
  // filters of articles find nothing by themselves: any word will do
  const isOpen = query.form === 'simple' && query.words.length === 0;
  return compileQuery(isOpen ? { ...query, words: [{ kind: 'words', text: '*', at: 0 }] } : query);
}

const isWithin = (query: CompiledQuery, document: SearchDocument): boolean =>
  query.document.every((filter) => filter(document)) && search(query, document).length > 0;
