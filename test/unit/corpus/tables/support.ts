import type { ArticleAnalysis, Entity, EntityType, Quotation } from '../../../../server/src/core/analysis';
import { type SearchDocument, searchDocument } from '../../../../server/src/corpus/searchDocument';
import { type CorpusTable, TABLE_DEFAULTS, type TableRequest } from '../../../../server/src/corpus/tables/table';
import { tableTask } from '../../../../server/src/corpus/tables/task';
import { say } from '../../../../server/src/messages/say';

interface Article {
  readonly id?: string;
  readonly language?: string;
  readonly date?: string;
  /** Names with their types; each is annotated where it first stands. */
  readonly names?: Readonly<Record<string, (Pick<Entity, 'type'> & Partial<Pick<Entity, 'gender' | 'properties'>>) | EntityType>>;
  /** Content of quotations with who speaks and the cue. */
  readonly quotes?: Readonly<Record<string, { readonly by?: string; readonly cue?: string; readonly kind?: Quotation['kind'] }>>;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An article whose names and quotations are found by their words. */
export function article(
  text: string,
  { id = 'a.txt', language = 'fr', date, names = {}, quotes = {}, metadata = {} }: Article = {},
): SearchDocument {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  const entityIndex = Object.entries(names).map(([name, facts]): Entity => {
    const own = typeof facts === 'string' ? { type: facts } : facts;
    return { id: name, name, aliases: [], mentions: 1, ...own };
  });
  const analysis: ArticleAnalysis = {
    id,
    language,
    date: date ?? null,
    entities: entityIndex.map(({ name, type }) => ({ ...at(name), type, entity: name, confidence: 1 })),
    dates: [],
    quotes: Object.entries(quotes).map(([words, { by, cue, kind = 'direct' }]): Quotation => {
      const { start, end } = at(words);
      const speaker = by === undefined ? {} : { speakerName: by, speakerEntity: by };
      return { spans: [[start, end]], text: words, kind, ...speaker, ...(cue && { cue: at(cue) }), confidence: 1 };
    }),
    entityIndex,
    structure: [],
  };
  return searchDocument(text, analysis, new Map(Object.entries(metadata)));
}

/** Counts articles. */
export function count(
  articles: readonly SearchDocument[],
  request: Partial<TableRequest> & Pick<TableRequest, 'kind'>,
): CorpusTable {
  const task = tableTask({ ...TABLE_DEFAULTS, ...request });
  for (const document of articles) task.take(document);
  return task.finish();
}

/** A row's cells by the names of their columns. */
export function row({ columns, rows }: CorpusTable, first: string): Readonly<Record<string, unknown>> | undefined {
  const found = rows.find(({ cells }) => cells[0] === first);
  return found && { ...Object.fromEntries(columns.map(({ id }, i) => [id, found.cells[i]])), query: found.query };
}

/** The first cells of the rows, in order. */
export const firsts = ({ rows }: CorpusTable): unknown[] => rows.map(({ cells }) => cells[0]);

/** What a table says beside its figures, in English. */
export const notes = (table: CorpusTable): string => table.notes.map((note) => say(note, 'en')).join('\n');

/** Its settings in English, by name. */
export const settings = (table: CorpusTable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    table.settings.map(({ name, value }) => [say(name, 'en'), typeof value === 'object' ? say(value, 'en') : String(value)]),
  );
