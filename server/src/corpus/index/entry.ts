import type { SearchDocument } from '../searchDocument';
import type { EntryKey, IndexedArticle, ReadAs } from './indexStore';
import { momentsOf } from './moments';
import { namesOf } from './names';
import { packDocument } from './packedDocument';
import { type PlacedWords, placedWords } from './packedWords';
import { termsOf } from './terms';

/** What is written of an article. Packed, so that it can come from another thread. */
export interface Entry extends Omit<IndexedArticle, 'id'> {
  readonly data: Uint8Array;
  /** Words come first, each at its place in {@link words}. */
  readonly terms: ReturnType<typeof termsOf>;
  readonly words: PlacedWords;
  readonly names: ReturnType<typeof namesOf>;
  readonly moments: ReturnType<typeof momentsOf>;
}

/**
 * Makes an article's entry.
 *
 * @param readAs - what its text was read in, where that is not UTF-8.
 */
export function entryOf(path: string, key: EntryKey, document: SearchDocument, readAs: ReadAs | null = null): Entry {
  const { language, date, metadata, forms, text } = document;
  const facts = { language, date, metadata, tokens: forms.length, characters: text.length, readAs };
  const terms = termsOf(document);
  const words = placedWords(
    document,
    terms.flatMap(({ kind, form }) => (kind === 'word' ? [form] : [])),
  );
  const found = { terms, words, names: namesOf(document), moments: momentsOf(document) };
  return { path, ...key, ...facts, data: packDocument(document), ...found };
}
