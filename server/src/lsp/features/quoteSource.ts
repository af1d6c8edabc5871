import { LineIndex } from '../../core/lineIndex';
import { type QuoteSource, type QuoteSourceParams, QuoteSourceRequest } from '../../protocol';
import { extentOf, isSpeech } from '../../service/article';
import { quotationAtPlace, quoteWithSource } from '../../service/quoteSource';
import { fromPosition, toFlatRange } from '../convert';
import { type CorpusArticle, walk } from '../corpusWalk';
import { folderOf } from '../schemas';
import type { Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';

/** Quotations with their source, to be cited. */
export const quoteSourceFeature: Feature = (session) => {
  answer(session, QuoteSourceRequest, async (params, token) => {
    for await (const walked of walk(session, [params.uri], { token, progress: () => undefined }))
      if (walked.ok) return sourceOf(session, params, walked.read);
    return null;
  });
  return {};
};

async function sourceOf(
  session: Session,
  { uri, line, character }: QuoteSourceParams,
  { text, analysis }: CorpusArticle,
): Promise<QuoteSource | null> {
  const lines = new LineIndex(text);
  const quote = quotationAtPlace(analysis.quotes, fromPosition(lines, { line, character }));
  if (quote === undefined) return null;
  const values = new Map([...(await session.metadata.valuesOf(uri))].map(([name, value]) => [name.toLowerCase(), value]));
  const heading = analysis.structure.find(({ role }) => role === 'title');
  const place = {
    language: analysis.language,
    date: analysis.date,
    title: values.get('title') || (heading && text.slice(heading.start, heading.end)),
    source: values.get('source'),
    file: nameIn(uri, session.folders),
  };
  const speaker = isSpeech(quote) ? (quote.speakerName ?? quote.speaker?.text) : undefined;
  return {
    text: quoteWithSource(quote, place, session.messages.locale),
    range: toFlatRange(lines, extentOf(quote)),
    ...(speaker !== undefined && { speaker }),
  };
}

/** A file's path in its workspace folder, else its name. */
function nameIn(uri: string, folders: readonly string[]): string {
  const folder = folderOf(uri, folders);
  return decodeURIComponent(folder === undefined ? (uri.split('/').at(-1) ?? uri) : uri.slice(folder.length + 1));
}
