import type { DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver';
import { folding } from '../../service/folding';
import { outline } from '../../service/outline';
import { selectionRanges } from '../../service/selection';
import { fromPosition, toDocumentSymbol, toFoldingRange, toSelectionRange } from '../convert';
import { type Feature, forArticle } from './feature';

/** Outline and breadcrumbs. */
export const outlineFeature: Feature = (session) => {
  session.connection.onDocumentSymbol(
    forArticle(session, 'documentSymbol', [], ({ article }): DocumentSymbol[] =>
      outline(article, session.messages).map((item) => toDocumentSymbol(article.lines, item)),
    ),
  );
  return { documentSymbolProvider: true };
};

/** Folding of header, sections, blocks and quotations. */
export const foldingFeature: Feature = (session) => {
  session.connection.onFoldingRanges(
    forArticle(session, 'foldingRange', [], ({ article }): FoldingRange[] => folding(article).map(toFoldingRange)),
  );
  return { foldingRangeProvider: true };
};

/** Expand selection: word, name, clause, sentence, quotation, block. */
export const selectionFeature: Feature = (session) => {
  session.connection.onSelectionRanges(
    forArticle(session, 'selectionRange', [], ({ article }, { positions }): SelectionRange[] =>
      positions.map((position) =>
        toSelectionRange(article.lines, selectionRanges(article, fromPosition(article.lines, position))),
      ),
    ),
  );
  return { selectionRangeProvider: true };
};
