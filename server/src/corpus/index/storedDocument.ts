import type { NumberedWords, SearchDocument, Vocabulary } from '../searchDocument';
import { type DocumentFacts, unpackDocument } from './packedDocument';
import { unpackWords } from './packedWords';

/** Where an article's parts are read from. */
export interface Stored {
  readonly vocabulary: Vocabulary;
  read(table: 'document' | 'words', article: number): Uint8Array;
}

/**
 * The document of an article of an index, whose parts are read when they are asked for: who counts or looks for words alone
 * needs neither its text nor its annotations. A class, since an object with so many getters takes longer to make than an
 * article to count; its fields have no `#`, since decisions on names are laid over it as an object that inherits from it.
 */
export class StoredDocument implements SearchDocument {
  readonly id: string;
  readonly language: string;
  readonly date: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  private readonly article: number;
  private readonly stored: Stored;
  private whole: SearchDocument | undefined;
  private numbered: NumberedWords | undefined;

  /** @param id - the name that it is shown by. */
  constructor(id: string, article: DocumentFacts & { readonly id: number }, stored: Stored) {
    this.id = id;
    this.language = article.language;
    this.date = article.date;
    this.metadata = article.metadata;
    this.article = article.id;
    this.stored = stored;
  }

  get words(): NumberedWords {
    this.numbered ??= unpackWords(this.stored.read('words', this.article), this.stored.vocabulary);
    return this.numbered;
  }

  private get all(): SearchDocument {
    this.whole ??= unpackDocument(this.id, this.stored.read('document', this.article), this);
    return this.whole;
  }

  get text(): string {
    return this.all.text;
  }

  get forms(): readonly string[] {
    return this.all.forms;
  }

  get starts(): readonly number[] {
    return this.all.starts;
  }

  get ends(): readonly number[] {
    return this.all.ends;
  }

  get sentences(): SearchDocument['sentences'] {
    return this.all.sentences;
  }

  get paragraphs(): SearchDocument['paragraphs'] {
    return this.all.paragraphs;
  }

  get mentions(): SearchDocument['mentions'] {
    return this.all.mentions;
  }

  get quotations(): SearchDocument['quotations'] {
    return this.all.quotations;
  }

  get dates(): SearchDocument['dates'] {
    return this.all.dates;
  }

  get decided(): SearchDocument['decided'] {
    return this.all.decided;
  }
}
