import { type Hover, MarkupKind } from 'vscode-languageserver';
import { hover } from '../../service/hover/hover';
import { commandAddress, fromPosition, targets, toRange } from '../convert';
import { countsAt } from '../index/namesAt';
import { type Feature, forArticle } from './feature';
import { reviewHover } from './reviewActions';

/** Hover: what is known of the name, date or quotation under the pointer. */
export const hoverFeature: Feature = (session) => {
  session.connection.onHover(
    forArticle(session, 'hover', null, async (analysed, { position }): Promise<Hover | null> => {
      const { article, document, settings } = analysed;
      const offset = fromPosition(article.lines, position);
      const context = {
        article,
        targets: targets(document.uri, article.lines),
        messages: session.messages,
        searchLinks: settings['hover.searchLinks'],
        corpus: await countsAt(session, analysed, offset),
      };
      const content = hover(context, offset);
      const review = reviewHover(session, analysed, offset, commandAddress);
      const shown = content ?? review;
      if (shown === undefined) return null;
      const value = content && review ? `${content.markdown}\n\n---\n\n${review.markdown}` : shown.markdown;
      return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(article.lines, shown.span) };
    }),
  );
  return { hoverProvider: true };
};
