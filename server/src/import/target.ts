import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addMetadataRows, cellOf, type MetadataTable, readMetadata } from '../formats/metadata';
import { MessageError } from '../messages/error';
import { importingMessages } from '../messages/importing';
import { FileError, readText, withLock, writeText } from '../store/files';
import { METADATA_FILE } from '../store/metadata';
import { articleName, otherNames } from './names';
import type { ImportedArticle } from './readers/article';

/** What became of an article: written now, there from an earlier time, or there and changed by a person since, and kept. */
export type Fate = 'written' | 'same' | 'changed';

/** An article to be written, with where it comes from: a file and which of its lines or articles. */
export interface Arrival {
  readonly article: ImportedArticle;
  /** EDTF; null where it is not known. */
  readonly date: string | null;
  readonly place: string;
}

/** A folder that articles are written into, a text each, with a table of what is known of them. */
export interface Target {
  /** Takes an article; waits while many are under way to the disk. */
  add(arrival: Arrival): Promise<void>;
  /** Waits for all, and writes the table; gives its columns that say something of these articles. */
  finish(): Promise<readonly string[]>;
}

/** Who is told what became of each article. */
export interface TargetEvents {
  readonly onFate: (arrival: Arrival, fate: Fate, name: string) => void;
  /** It could not be written. */
  readonly onFailure: (arrival: Arrival, error: unknown) => void;
}

/** The first columns, which *Anyone's files* reads; what else is known follows. */
const COLUMNS = ['id', 'date', 'title', 'source', 'author', 'source_id', 'imported_from'];

/** Articles that are under way to the disk at once. */
const AHEAD = 8;

/**
 * Opens a folder, made where it is missing. Nothing that is there is replaced: an article that is there already stays, one
 * that a person has changed since too, and rows of the table that are there keep what they say.
 *
 * @throws where the table that is there cannot be read: it would not come back as it was.
 */
export async function openTarget(folder: string, events: TargetEvents): Promise<Target> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, METADATA_FILE);
  const origins = originsOf(await readText(file));
  const names = new Names(folder, origins);
  const known: string[] = [];
  const columns = new Set<string>();
  const underWay = new Set<Promise<void>>();
  return {
    async add(arrival) {
      const row = rowOf(arrival, columns);
      // texts are let go; of each article a line is kept
      const at = known.push('') - 1;
      const settling = names.settle(arrival).then(
        ({ fate, name }) => {
          known[at] = JSON.stringify([['id', name], ...row]);
          events.onFate(arrival, fate, name);
        },
        (error) => events.onFailure(arrival, error),
      );
      const done = settling.finally(() => void underWay.delete(done));
      underWay.add(done);
      if (underWay.size >= AHEAD) await Promise.race(underWay);
    },
    async finish() {
      await Promise.all(underWay);
      const written = known.filter((line) => line !== '');
      if (written.length === 0) return [];
      const rest = [...columns].filter((column) => !COLUMNS.includes(column));
      const said = [...COLUMNS.filter((column) => ALWAYS.has(column) || columns.has(column)), ...rest];
      await withLock(file, async () => {
        const content = await readText(file);
        const after = addMetadataRows(
          content ?? '',
          said,
          (function* () {
            for (const line of written) yield new Map(JSON.parse(line) as [string, string][]);
          })(),
        );
        if (after !== content) await writeText(file, after);
      });
      return said.filter((column) => columns.has(column));
    },
  };
}

const ALWAYS: ReadonlySet<string> = new Set(['id', 'date', 'title']);

/** Gives articles their names, each another. */
class Names {
  readonly #folder: string;
  readonly #origins: ReadonlyMap<string, string>;
  readonly #waiting = new Map<string, Promise<unknown>>();
  readonly #taken = new Set<string>();

  /** @param origins - where the articles that are there already come from, by their names. */
  constructor(folder: string, origins: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#origins = origins;
  }

  /** Writes an article under the first name that is free, or its own from an earlier time. */
  async settle(arrival: Arrival): Promise<{ readonly fate: Fate; readonly name: string }> {
    const { article, date, place } = arrival;
    const base = articleName(date, article.title, fallbackOf(place, article.line));
    // those that would have one name wait for each other: which gets it depends on their order alone
    const settling = (this.#waiting.get(base) ?? Promise.resolve()).then(() => this.#find(arrival, base));
    const waiting = settling.catch(() => undefined);
    this.#waiting.set(base, waiting);
    try {
      return await settling;
    } finally {
      if (this.#waiting.get(base) === waiting) this.#waiting.delete(base);
    }
  }

  async #find(arrival: Arrival, base: string): Promise<{ readonly fate: Fate; readonly name: string }> {
    const text = `${arrival.article.body}\n`;
    const sign = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const others = otherNames(base, arrival.article.id, sign);
    for (let name = base; ; name = others.next().value as string) {
      if (this.#taken.has(name)) continue;
      const isOurs = this.#origins.get(name) === originOf(arrival);
      const fate = await put(join(this.#folder, `${name}.txt`), text, isOurs);
      if (fate === undefined) continue;
      this.#taken.add(name);
      return { fate, name };
    }
  }
}

function originsOf(content: string | undefined): ReadonlyMap<string, string> {
  const table = tableOf(content);
  return new Map(table?.rows.map((row) => [cellOf(table, row, 'id'), cellOf(table, row, 'imported_from')]));
}

function tableOf(content: string | undefined): MetadataTable | undefined {
  if (content === undefined) return undefined;
  const { table } = readMetadata(content);
  if (table.columns.length > 0 && table.columns[0]?.toLowerCase() !== 'id')
    throw new MessageError(importingMessages.otherTable(METADATA_FILE));
  return table;
}

/** Undefined where another article has the name. */
async function put(path: string, text: string, isOurs: boolean): Promise<Fate | undefined> {
  try {
    await writeText(path, text, { fresh: true });
    return 'written';
  } catch (error) {
    if (!(error instanceof FileError) || error.kind !== 'exists') throw error;
  }
  const there = await readText(path);
  if (there === text) return 'same';
  return isOurs ? 'changed' : undefined;
}

const originOf = ({ place, article }: Arrival): string => (article.line > 1 ? `${place}:${article.line}` : place);

/** A name for what has no title: its file, and which line or article of it. */
const fallbackOf = (place: string, line: number): string => {
  const stem = place.slice(place.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]+$/, '');
  return line > 1 ? `${stem}-${String(line).padStart(6, '0')}` : stem;
};

/** What is known of an article, by columns; its name is not known yet. */
function rowOf(arrival: Arrival, columns: Set<string>): readonly (readonly [column: string, value: string])[] {
  const { article, date } = arrival;
  const row: [string, string][] = [];
  const say = (column: string, value: string | null | undefined): void => {
    if (value == null || value === '') return;
    row.push([column, value]);
    columns.add(column);
  };
  say('date', date);
  say('title', article.title);
  say('source', article.source);
  say('author', article.author);
  say('source_id', article.id);
  say('imported_from', originOf(arrival));
  if (date === null) say('date_as_written', article.date);
  for (const [column, value] of article.metadata) say(COLUMNS.includes(column.toLowerCase()) ? `other_${column}` : column, value);
  return row;
}
