import type { DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from 'vscode-languageserver';
import { folding } from '../../service/folding';
import { selectionRanges } from '../../service/selection';
import { fromPosition, toFoldingRange, toSelectionRange } from '../convert';
import { OutlineMemory } from '../outlineMemory';
import { type Feature, forArticle } from './feature';
import { outlineRelations } from './relations';

/** Outline and breadcrumbs. */
export const outlineFeature: Feature = (session) => {
  const memories = new Map<string, OutlineMemory>();
  const memoryOf = (uri: string): OutlineMemory => {
    for (const known of memories.keys()) if (session.documents.get(known) === undefined) memories.delete(known);
    const memory = memories.get(uri) ?? new OutlineMemory();
    memories.set(uri, memory);
    return memory;
  };
  session.connection.onDocumentSymbol(
    forArticle(session, 'documentSymbol', [], (analysed): DocumentSymbol[] | SymbolInformation[] => {
      const { article, document } = analysed;
      const symbols = memoryOf(document.uri).symbols(article, session.messages, outlineRelations(session, analysed));
      const flat = session.standard && !session.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
      return flat ? inOneList(symbols, document.uri) : symbols;
    }),
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

/** The outline for clients that show no tree. */
function inOneList(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...inOneList(children, uri, name),
  ]);
}
