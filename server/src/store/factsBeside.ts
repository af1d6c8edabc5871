import { join, resolve } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { type FormatDescriptor, fileNameFor, type WriteOptions } from '../formats/format';
import { factsOf, isOfReview } from './exportDocument';
import { addMetadata, METADATA_FILE, metadataFile, type NewFacts } from './metadata';

/**
 * What is known of articles, beside files of a format that has no place for it: a `metadata.csv` in their folder, with the
 * columns that an import writes. Where a table above the folder holds for it already, none is made: it would hide that one.
 */
export class FactsBeside {
  readonly #folder: string;
  readonly #lost: ReadonlySet<string>;
  readonly #facts: NewFacts[] = [];

  private constructor(folder: string, lost: ReadonlySet<string>) {
    this.#folder = folder;
    this.#lost = lost;
  }

  /** For the files of a format that are written into a folder. */
  static async into(folder: string, format: FormatDescriptor, options: WriteOptions = {}): Promise<FactsBeside> {
    const table = await metadataFile(join(folder, 'x'));
    const isAbove = table !== undefined && table !== join(resolve(folder), METADATA_FILE);
    return new FactsBeside(folder, isAbove ? new Set() : lostBy(format, options));
  }

  /** A document without what goes into the table, which the format need not tell of. */
  take(document: AnnotationDocument): AnnotationDocument {
    const values = factsOf(document);
    if (this.#lost.size === 0 || Object.keys(values).length === 0) return document;
    this.#facts.push({ path: fileNameFor(document.id, 'txt'), values });
    const { date, metadata, ...rest } = document;
    const review = Object.entries(metadata ?? {}).filter(([name]) => isOfReview(name));
    const kept = this.#lost.has('metadata') ? Object.fromEntries(review) : metadata;
    return {
      ...rest,
      ...(date !== undefined && !this.#lost.has('date') && { date }),
      ...(kept !== undefined && Object.keys(kept).length > 0 && { metadata: kept }),
    };
  }

  /**
   * Writes the table, or adds to it what it does not say; gives its path where there is something to say.
   *
   * @throws where it cannot be read or written.
   */
  async write(): Promise<string | undefined> {
    if (this.#facts.length === 0) return undefined;
    await addMetadata(this.#folder, this.#facts);
    return join(this.#folder, METADATA_FILE);
  }
}

/** Which of an article's facts files of a format do not hold: it is asked with a little document. */
function lostBy(format: FormatDescriptor, { variant }: WriteOptions): ReadonlySet<string> {
  const probe: AnnotationDocument = {
    id: 'x',
    text: 'x',
    date: '2017-01-02',
    metadata: { title: 'x' },
    annotations: [{ id: 'T1', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 1 }], attributes: {} }],
    relations: [],
    groups: [],
  };
  const { losses } = format.write([probe], variant === undefined ? {} : { variant });
  return new Set(losses.flatMap(({ kind, field }) => (kind === 'document' && field !== undefined ? [field] : [])));
}
