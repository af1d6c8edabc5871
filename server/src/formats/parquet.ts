import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { schemaFromColumnData } from 'hyparquet-writer/src/schema.js';

/** A column: text, whole numbers, or figures with a fraction. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT64' | 'DOUBLE';
}

/** Null, and an empty text: there is no value. */
export type ParquetCell = string | number | null;

/** So many rows, or so many characters, are laid out at once, as a group of their own; no more is kept in memory. */
const [ROWS, CHARACTERS] = [1_000, 4_000_000];

/**
 * A table as a Parquet file (Apache Parquet 2, Snappy), written as its rows come. What it gives is to be written one behind
 * the other.
 */
export class ParquetTable {
  readonly #columns: readonly ParquetColumn[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #rows: (readonly ParquetCell[])[] = [];
  #characters = 0;

  /** @param facts - what is told of the table as a whole: it stands in the file's metadata. */
  constructor(columns: readonly ParquetColumn[], facts: readonly (readonly [name: string, value: string])[] = []) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData: this.#data() }),
      createdBy: 'Corpus Annotator',
      kvMetadata: facts.map(([key, value]) => ({ key, value })),
    });
  }

  /** Takes a row, its cells in the order of the columns; gives what can be written by now. */
  add(cells: readonly ParquetCell[]): Uint8Array {
    this.#rows.push(cells);
    for (const cell of cells) this.#characters += typeof cell === 'string' ? cell.length : 8;
    if (this.#rows.length >= ROWS || this.#characters >= CHARACTERS) this.#layOut();
    return this.#taken();
  }

  /** Gives the rest, after which nothing can be added. */
  end(): Uint8Array {
    this.#layOut();
    this.#writer.finish();
    return this.#taken();
  }

  #layOut(): void {
    if (this.#rows.length > 0) this.#writer.write({ columnData: this.#data(), rowGroupSize: this.#rows.length });
    this.#rows = [];
    this.#characters = 0;
  }

  #data() {
    return this.#columns.map(({ name, type }, i) => ({
      name,
      type,
      nullable: true,
      data: this.#rows.map((cells) => stored(cells[i] ?? null, type)),
    }));
  }

  /** The bytes so far; the writer goes on counting where in the file it is. */
  #taken(): Uint8Array {
    const taken = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return taken;
  }
}

function stored(cell: ParquetCell, type: ParquetColumn['type']): string | number | bigint | null {
  if (cell === null || cell === '') return null;
  if (type === 'STRING') return String(cell);
  return type === 'INT64' ? BigInt(Math.round(Number(cell))) : Number(cell);
}
