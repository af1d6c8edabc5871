import { type Hover, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { otherEditorsWords } from '../../messages/otherEditors';
import { COMMANDS } from '../../protocol';
import { hover } from '../../service/hover/hover';
import { plainText, withoutCommands } from '../../service/markdownShown';
import { commandAddress, fromPosition, targets, toRange } from '../convert';
import { placesIn } from '../guidelines';
import { countsAt } from '../index/namesAt';
import type { Session } from '../session';
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
      const places = await placesIn(await session.schemas.forArticle(document.uri));
      const review = reviewHover(session, analysed, offset, { address: commandAddress, places });
      const shown = content ?? review;
      if (shown === undefined) return null;
      const value = content && review ? `${content.markdown}\n\n---\n\n${review.markdown}` : shown.markdown;
      return { contents: contentsFor(session, value), range: toRange(article.lines, shown.span) };
    }),
  );
  return { hoverProvider: true };
};

/** Markdown as the client can show it: without links to commands that it does not know, as plain text where it wants that. */
function contentsFor({ standard, capabilities, messages }: Session, value: string): MarkupContent {
  if (!standard) return { kind: MarkupKind.Markdown, value };
  const words = otherEditorsWords(messages.locale);
  const markdown = withoutCommands(value, (label, command, args) => {
    if (command === COMMANDS.goTo) return words.inLine(label, Number(args[1]) + 1);
    // a number of places is worth saying, an invitation to list them is not
    return /\d/.test(label) ? label : undefined;
  });
  const asked = capabilities.textDocument?.hover?.contentFormat ?? [];
  return asked.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}
