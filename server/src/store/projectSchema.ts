import { dirname, join, resolve } from 'node:path';
import { LineIndex } from '../core/lineIndex';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { readText, SIZE_LIMITS } from './readText';
import { type CorpusSchema, DEFAULT_SCHEMA } from './schema';
import { parseSchema } from './schemaFile';

const SCHEMA_FILE = '.corpus/schema.json';

/**
 * The schemas of projects, for who has files and no editor: of the nearest `.corpus/schema.json` in an article's folder or
 * above, else the built-in one. Each is read once.
 */
export class ProjectSchemas {
  readonly #schemas = new Map<string, Promise<CorpusSchema | undefined>>();
  readonly #onProblem: (place: string, message: Message) => void;

  /** @param onProblem - told once of each thing that is wrong in a schema, at its line. */
  constructor(onProblem: (place: string, message: Message) => void) {
    this.#onProblem = onProblem;
  }

  async of(path: string): Promise<CorpusSchema> {
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      const reading = this.#schemas.get(folder) ?? this.#read(join(folder, SCHEMA_FILE));
      this.#schemas.set(folder, reading);
      const schema = await reading;
      if (schema !== undefined) return schema;
      if (folder === dirname(folder)) return DEFAULT_SCHEMA;
    }
  }

  async #read(file: string): Promise<CorpusSchema | undefined> {
    try {
      const text = await readText(file, SIZE_LIMITS.schema);
      if (text === undefined) return undefined;
      const { schema, problems } = parseSchema(text);
      const lines = new LineIndex(text);
      for (const { start, message } of problems) this.#onProblem(`${file}:${lines.lineOf(start) + 1}`, message);
      return schema;
    } catch (error) {
      // a folder that may not be looked into declares nothing
      const { code } = error as { readonly code?: string };
      if (code !== 'EACCES' && code !== 'ENOTDIR') this.#onProblem(file, messageOf(error));
      return undefined;
    }
  }
}
