import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import { importingMessages } from '../messages/importing';
import { textOfBytes } from '../store/fileEncoding';
import { readBeginning, readFileBytes } from '../store/readText';
import { textChunks } from '../store/textChunks';
import { type SourceKind, sourceKind } from './kinds';
import type { Read } from './readers/article';
import type { ColumnMapping } from './readers/columns';
import { readDocx } from './readers/docx';
import { readHtml } from './readers/html';
import { readIramuteq } from './readers/iramuteq';
import { jsonRecords } from './readers/jsonRecords';
import { readOdt } from './readers/odt';
import { readPdf } from './readers/pdf';
import { readRtf } from './readers/rtf';
import { readRecords, readTable, type TableShape } from './readers/table';
import { readTxm } from './readers/txm';
import type { Source } from './sources';

/** How files are to be read. */
export interface SourceOptions {
  readonly columns?: ColumnMapping | undefined;
  readonly delimiter?: string | undefined;
  /** Of files that are no UTF-8; undefined: told by their bytes. */
  readonly encoding?: string | undefined;
}

/** In bytes: what is no table is held whole. */
const LARGEST = 256 * 1024 * 1024;
const MARKUP = 64 * 1024 * 1024;

/**
 * What a file holds, one by one. Nothing is thrown but what keeps the whole file from being read, as a {@link MessageError}
 * or an error of the system.
 *
 * @param onShape - told what columns are taken for, of tables and records.
 */
export async function* readSource(
  { path, place }: Source,
  options: SourceOptions,
  onShape?: (shape: TableShape) => void,
): AsyncGenerator<Read> {
  const beginning = await readBeginning(path, 4096);
  if (beginning === undefined) throw new MessageError(fileMessages.missing);
  const kind = sourceKind(place, beginning);
  if (kind === 'text') throw new MessageError(importingMessages.textAlready);
  if (kind === undefined) throw new MessageError(importingMessages.unknownKind);
  const { encoding } = options;
  if (kind === 'table') yield* readTable(textChunks(path, { encoding }), options, onShape);
  else if (kind === 'json') yield* readRecords(jsonRecords(textChunks(path, { encoding })), options, onShape);
  else yield* await readWhole(kind, path, place, encoding);
}

async function readWhole(
  kind: Exclude<SourceKind, 'table' | 'json'>,
  path: string,
  place: string,
  encoding: string | undefined,
): Promise<readonly Read[]> {
  const isMarkup = kind === 'html' || kind === 'xml' || kind === 'iramuteq';
  const bytes = await readFileBytes(path, isMarkup ? MARKUP : LARGEST);
  if (bytes === undefined) throw new MessageError(fileMessages.missing);
  const name = place.slice(place.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]+$/, '');
  const text = (): string => textOfBytes(path, bytes, { encoding });
  switch (kind) {
    case 'html':
      return readHtml(text(), name);
    case 'xml':
      return readTxm(text());
    case 'iramuteq':
      return readIramuteq(text());
    case 'docx':
      return readDocx({ name, bytes });
    case 'odt':
      return readOdt({ name, bytes });
    case 'rtf':
      return readRtf({ name, bytes });
    case 'pdf':
      return readPdf({ name, bytes });
  }
}
