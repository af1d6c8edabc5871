import { FORMATS } from '../../formats/index';
import { AgreementRequest, ExportRequest, FormatsRequest, ImportRequest } from '../../protocol';
import { compare } from '../agreement';
import { exportFolder, importFiles } from '../exchange';
import { answer } from './answer';
import type { Feature } from './feature';

/** Annotations in and out of other tools' formats, and two annotators compared. */
export const reviewExchangeFeature: Feature = (session) => {
  answer(session, FormatsRequest, () =>
    FORMATS.map(({ id, title, extensions, variants }) => ({
      id,
      title: session.say(title),
      extensions,
      variants,
      readable: true,
      writable: true,
    })),
  );
  answer(session, ExportRequest, (params, token) => exportFolder(session, params, token));
  answer(session, ImportRequest, (params, token) => importFiles(session, params, token));
  answer(session, AgreementRequest, (params, token) => compare(session, params, token));
  return {};
};
