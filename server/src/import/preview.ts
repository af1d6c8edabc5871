import { messageOf } from '../messages/error';
import type { ImportJob, PlacedProblem } from './importCorpus';
import type { ImportedArticle } from './readers/article';
import type { ColumnMapping } from './readers/columns';
import { readImportedDate } from './readers/date';
import { readSource } from './readSource';
import { listSources } from './sources';

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
export async function previewImport(job: Omit<ImportJob, 'target'>, most = 5): Promise<ImportPreview> {
  const articles: PreviewArticle[] = [];
  const problems: PlacedProblem[] = [];
  let [files, passedOver] = [0, 0];
  let columns: readonly PreviewColumn[] = [];
  let mapping: ColumnMapping = {};
  for await (const found of listSources(job.sources)) {
    if ('passedOver' in found) passedOver++;
    else if ('problem' in found) problems.push({ place: found.place, severity: 'error', line: 1, message: found.problem });
    else {
      files++;
      const { place } = found.source;
      if (articles.length >= most) continue;
      try {
        const read = readSource(found.source, job, (shape) => {
          if (columns.length > 0) return;
          columns = shape.names.map((name) => ({
            name,
            example: short(shape.sample.map((row) => row.get(name) ?? '').find(Boolean) ?? ''),
          }));
          mapping = shape.mapping;
        });
        for await (const { article, problem } of read) {
          if (problem !== undefined) problems.push({ place, ...problem });
          else articles.push(previewOf(article, place, job));
          if (articles.length >= most || problems.length > MOST_PROBLEMS) break;
        }
      } catch (error) {
        problems.push({ place, severity: 'error', line: 1, message: messageOf(error) });
      }
    }
  }
  return { files, passedOver, columns, mapping, articles, problems: problems.slice(0, MOST_PROBLEMS) };
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

function previewOf(article: ImportedArticle, place: string, job: Omit<ImportJob, 'target'>): PreviewArticle {
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
