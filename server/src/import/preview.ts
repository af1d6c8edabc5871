import { messageOf } from '../messages/error';
import type { ImportJob, PlacedProblem } from './importCorpus';
import type { ImportedArticle } from './readers/article';
import type { ColumnMapping } from './readers/columns';
import { readImportedDate } from './readers/date';
import type { TableShape } from './readers/table';
import { readSource } from './readSource';
import { listSources, type Source } from './sources';

/** What an import would give, told by its beginning. */
export interface ImportPreview {
  readonly files: number;
  readonly passedOver: number;
  /** Of tables and records: their columns, each with something that stands in it; empty for other files. */
  readonly columns: readonly PreviewColumn[];
  readonly mapping: ColumnMapping;
  readonly articles: readonly PreviewArticle[];
  readonly problems: readonly PlacedProblem[];
}

export interface PreviewColumn {
  readonly name: string;
  readonly example: string;
}

export interface PreviewArticle extends Omit<ImportedArticle, 'metadata' | 'body'> {
  readonly place: string;
  /** EDTF; null where what is written is not understood, or nothing is. */
  readonly day: string | null;
  /** Its first letters, on one line. */
  readonly beginning: string;
  /** In characters. */
  readonly length: number;
  readonly metadata: readonly (readonly [name: string, value: string])[];
}

/** Reads the first articles and writes nothing. `most`: so many articles. */
export async function previewImport(job: PreviewJob, most = 5): Promise<ImportPreview> {
  const looked = new Looked(job, most);
  let [files, passedOver] = [0, 0];
  for await (const found of listSources(job.sources)) {
    if ('passedOver' in found) passedOver++;
    else if ('problem' in found) looked.problems.push({ place: found.place, severity: 'error', line: 1, message: found.problem });
    else {
      files++;
      await looked.read(found.source);
    }
  }
  const { columns, mapping, articles, problems } = looked;
  return { files, passedOver, columns, mapping, articles, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** What is to be looked at. */
export type PreviewJob = Omit<ImportJob, 'target'>;

class Looked {
  readonly articles: PreviewArticle[] = [];
  readonly problems: PlacedProblem[] = [];
  columns: readonly PreviewColumn[] = [];
  mapping: ColumnMapping = {};
  readonly #job: PreviewJob;
  readonly #most: number;

  constructor(job: PreviewJob, most: number) {
    this.#job = job;
    this.#most = most;
  }

  async read(source: Source): Promise<void> {
    if (this.articles.length >= this.#most) return;
    const { place } = source;
    try {
      for await (const { article, problem } of readSource(source, this.#job, (shape) => this.#show(shape))) {
        if (problem !== undefined) this.problems.push({ place, ...problem });
        else this.articles.push(previewOf(article, place, this.#job));
        if (this.articles.length >= this.#most || this.problems.length > MOST_PROBLEMS) return;
      }
    } catch (error) {
      this.problems.push({ place, severity: 'error', line: 1, message: messageOf(error) });
    }
  }

  /** The first table's. */
  #show({ names, mapping, sample }: TableShape): void {
    if (this.columns.length > 0) return;
    const exampleOf = (name: string): string =>
      short(sample.map((row) => row.get(name) ?? '').find((value) => value.trim() !== '') ?? '');
    this.columns = names.map((name) => ({ name, example: exampleOf(name) }));
    this.mapping = mapping;
  }
}

const MOST_PROBLEMS = 20;
const LENGTH = 100;

const short = (text: string): string => {
  const line = text
    .slice(0, 4 * LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
};

function previewOf(article: ImportedArticle, place: string, job: PreviewJob): PreviewArticle {
  const { body, metadata, ...said } = article;
  return {
    ...said,
    place,
    day: said.date === undefined ? null : readImportedDate(said.date, job.dayOrder),
    beginning: short(body),
    length: body.length,
    metadata: [...metadata],
  };
}
