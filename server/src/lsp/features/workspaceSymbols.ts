import type { SymbolInformation } from 'vscode-languageserver';
import { articleMessages } from '../../messages/articles';
import { findEntities } from '../../service/workspaceSymbols';
import { ENTITY_SYMBOLS, fromFlatRange, toRange } from '../convert';
import { guarded } from '../log';
import { pathOf } from '../reviews';
import type { Session } from '../session';
import type { Feature } from './feature';

const AT_MOST = 1_000;

/** Of the names of closed articles; who looks for another types more letters. */
const MOST_INDEXED = 200;

/**
 * Entities by name: of the open articles as they are, then of all others as far as there is an index. What is not analysed
 * yet is left out: who types a query asks again.
 */
export const workspaceSymbolFeature: Feature = (session) => {
  session.connection.onWorkspaceSymbol(
    guarded(session.log, 'workspaceSymbol', [], async ({ query }, token): Promise<SymbolInformation[]> => {
      const symbols = ofOpenArticles(session, query);
      if (symbols.length >= AT_MOST) return symbols;
      const elsewhere = session.articles().flatMap((uri) => pathOf(uri) ?? []);
      const indexed = await session.index?.ask({ kind: 'symbols', query, most: MOST_INDEXED, elsewhere }, token);
      const shown = new Set(symbols.map(({ name, kind }) => `${kind} ${name}`));
      for (const { name, type, articles, uri, range } of indexed ?? []) {
        const kind = ENTITY_SYMBOLS[type];
        if (shown.has(`${kind} ${name}`)) continue;
        const containerName = articleMessages(session.messages.locale).articles(articles);
        symbols.push({ name, kind, location: { uri, range: fromFlatRange(range) }, containerName });
      }
      return symbols;
    }),
  );
  return { workspaceSymbolProvider: true };
};

function ofOpenArticles(session: Session, query: string): SymbolInformation[] {
  const symbols: SymbolInformation[] = [];
  for (const uri of session.articles()) {
    const analysed = session.scheduler.ready(uri);
    if (analysed === undefined) continue;
    const { article } = analysed;
    for (const { entity, span } of findEntities(article, query)) {
      if (symbols.length >= AT_MOST) return symbols;
      const location = { uri, range: toRange(article.lines, span) };
      symbols.push({
        name: entity.name,
        kind: ENTITY_SYMBOLS[entity.type],
        location,
        ...(entity.role && { containerName: entity.role }),
      });
    }
  }
  return symbols;
}
