import { ExportTableRequest, TableCorpusRequest } from '../../protocol';
import { countCorpus, exportTable } from '../countCorpus';
import { answer } from './answer';
import type { Feature } from './feature';

/** Tables of all articles of a folder. */
export const tablesFeature: Feature = (session) => {
  answer(session, TableCorpusRequest, (params, token) => countCorpus(session, params, token));
  answer(session, ExportTableRequest, (params, token) => exportTable(session, params, token));
  return {};
};
