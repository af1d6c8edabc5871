import { boundaries, type SearchDocument, type Tokens } from '../searchDocument';
import { longestMatch } from './automaton';
import type { CompiledQuery } from './compile';

/** Tokens that a query found, from `first` up to, not including, `last`. */
export type Hit = Pick<Tokens, 'first' | 'last'>;

/**
 * What a query finds in a document, in text order.
 *
 * At each token the longest match that begins there is a hit, unless it lies in the one before (as in CQP). Where a query
 * has filters on annotations alone, those are its hits.
 */
export function search(query: CompiledQuery, document: SearchDocument): readonly Hit[] {
  if (!query.document.every((filter) => filter(document))) return [];
  const found = query.spans === undefined ? matches(query, document) : query.spans.find(document);
  return found.filter((hit) => query.hit.every((filter) => filter(document, hit)));
}

function matches(query: CompiledQuery, document: SearchDocument): readonly Hit[] {
  const automaton = query.automaton(document.language);
  if (automaton === undefined) return [];
  const { limits } = boundaries(document, query.within);
  const hits: Hit[] = [];
  let reached = 0;
  for (let first = 0; first < document.forms.length; first++) {
    const limit = limits[first];
    if (limit === undefined) continue;
    const last = longestMatch(automaton, document, first, limit);
    if (last <= first || last <= reached) continue;
    hits.push({ first, last });
    reached = last;
  }
  return hits;
}
