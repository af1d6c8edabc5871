import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../core/lineIndex';
import type { TextEdit } from '../store/rebase';

/** One version of an open document. Immutable: a change makes a new one. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Made at the first question. */
  readonly lines: LineIndex;
}

/** The open documents, kept as the client says they are. */
export class Documents {
  readonly #sources = new Map<string, TextDocument>();
  readonly #current = new Map<string, OpenDocument>();

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return this.#keep(TextDocument.create(uri, languageId, version, text));
  }

  /** Applies changes in order; undefined for a document that is not open. Ranges out of the text are clamped. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined {
    const source = this.#sources.get(uri);
    return source === undefined ? undefined : this.#keep(TextDocument.update(source, [...changes], version));
  }

  /** Changes as edits by offset, each in the text that the ones before it leave; empty for a document that is not open. */
  edits(uri: string, changes: readonly TextDocumentContentChangeEvent[]): readonly TextEdit[] {
    const source = this.#sources.get(uri);
    if (source === undefined) return [];
    // one change, the usual, needs no copy of the text to go on with
    let text = changes.length > 1 ? TextDocument.create(uri, source.languageId, 0, source.getText()) : source;
    return changes.map((change) => {
      const range = 'range' in change ? change.range : undefined;
      const start = range ? text.offsetAt(range.start) : 0;
      const end = range ? text.offsetAt(range.end) : text.getText().length;
      if (changes.length > 1) text = TextDocument.update(text, [change], 0);
      return { start: Math.min(start, end), end: Math.max(start, end), inserted: change.text };
    });
  }

  close(uri: string): void {
    this.#sources.delete(uri);
    this.#current.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#current.get(uri);
  }

  all(): IterableIterator<OpenDocument> {
    return this.#current.values();
  }

  #keep(source: TextDocument): OpenDocument {
    const text = source.getText();
    let lines: LineIndex | undefined;
    const document: OpenDocument = {
      uri: source.uri,
      languageId: source.languageId,
      version: source.version,
      text,
      get lines() {
        lines ??= new LineIndex(text);
        return lines;
      },
    };
    this.#sources.set(source.uri, source);
    this.#current.set(source.uri, document);
    return document;
  }
}
