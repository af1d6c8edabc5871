import { FORMATS } from '../../formats/index';
import {
  type AgreementParams,
  type AgreementReport,
  AgreementRequest,
  type ExportParams,
  ExportRequest,
  type ExportResult,
  type FormatInfo,
  FormatsRequest,
  type ImportParams,
  ImportRequest,
  type ImportResult,
} from '../../protocol';
import { compare, exportFolder, importFiles } from '../exchange';
import { answer } from './answer';
import type { Feature } from './feature';

/** Annotations in and out of other tools' formats, and two annotators compared. */
export const reviewExchangeFeature: Feature = (session) => {
  answer<null, readonly FormatInfo[]>(session, FormatsRequest, [], async () =>
    FORMATS.map(({ id, title, extensions, variants }) => ({ id, title, extensions, variants, readable: true, writable: true })),
  );
  answer<ExportParams, ExportResult>(
    session,
    ExportRequest,
    { articles: 0, files: [], losses: [], problems: [] },
    (params, token) => exportFolder(session, params, token),
  );
  answer<ImportParams, ImportResult>(session, ImportRequest, { articles: 0, annotations: 0, problems: [] }, (params, token) =>
    importFiles(session, params, token),
  );
  const none: AgreementReport = { documents: 0, tokens: 0, skipped: [], layers: [], differences: [] };
  answer<AgreementParams, AgreementReport>(session, AgreementRequest, none, (params, token) => compare(session, params, token));
  return {};
};
