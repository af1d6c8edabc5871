import type { SymbolInformation } from 'vscode-languageserver';
import { findEntities } from '../../service/workspaceSymbols';
import { ENTITY_SYMBOLS, toRange } from '../convert';
import { guarded } from '../log';
import type { Feature } from './feature';

const AT_MOST = 1_000;

/** Entities of the open articles by name. What is not analysed yet is left out: who types a query asks again. */
export const workspaceSymbolFeature: Feature = (session) => {
  session.connection.onWorkspaceSymbol(
    guarded(session.log, 'workspaceSymbol', [], ({ query }): SymbolInformation[] => {
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
    }),
  );
  return { workspaceSymbolProvider: true };
};
