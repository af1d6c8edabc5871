import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import { definition, highlights, references } from '../../service/references';
import { fromPosition, toHighlight, toRange } from '../convert';
import { type Feature, forArticle } from './feature';

/** Go to definition: first mention, anchor of a date, speaker of a quotation. */
export const definitionFeature: Feature = (session) => {
  const links = session.capabilities.textDocument?.definition?.linkSupport === true;
  session.connection.onDefinition(
    forArticle(session, 'definition', null, ({ article, document }, { position }): Location | LocationLink[] | null => {
      const found = definition(article, fromPosition(article.lines, position));
      if (found === undefined) return null;
      const target = toRange(article.lines, found.target);
      if (!links) return { uri: document.uri, range: target };
      const origin = toRange(article.lines, found.origin);
      return [{ originSelectionRange: origin, targetUri: document.uri, targetRange: target, targetSelectionRange: target }];
    }),
  );
  return { definitionProvider: true };
};

/** All mentions of an entity, all dates of one time, all speech of one speaker. */
export const referencesFeature: Feature = (session) => {
  session.connection.onReferences(
    forArticle(session, 'references', [], ({ article, document }, { position }): Location[] => {
      const spans = references(article, fromPosition(article.lines, position));
      return spans.map((span) => ({ uri: document.uri, range: toRange(article.lines, span) }));
    }),
  );
  return { referencesProvider: true };
};

/**
 * The same entity, time or quotation, marked in the text. Where there is none, the place that was asked about, without a
 * letter: to an empty answer VS Code marks the same letters wherever they stand.
 */
export const highlightFeature: Feature = (session) => {
  session.connection.onDocumentHighlight(
    forArticle(session, 'documentHighlight', [], ({ article }, { position }): DocumentHighlight[] => {
      const offset = fromPosition(article.lines, position);
      const found = highlights(article, offset);
      const nothing = { start: offset, end: offset, kind: 'read' } as const;
      return (found.length > 0 ? found : [nothing]).map((highlight) => toHighlight(article.lines, highlight));
    }),
  );
  return { documentHighlightProvider: true };
};
