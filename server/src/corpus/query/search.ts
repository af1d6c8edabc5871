import { boundaries, type SearchDocument, type Stretch, tokensOf } from '../searchDocument';
import { longestMatch, mayBegin } from './automaton';
import type { CompiledQuery } from './compile';

/** Tokens that a query found, from `first` up to, not including, `last`. */
export type Hit = Stretch;

/**
 * What a query finds in a document, in text order.
 *
 * At each token the longest match that begins there is a hit, unless it lies in the one before (as in CQP). Where a query
 * has filters on annotations alone, those are its hits.
 */
export function search(query: CompiledQuery, document: SearchDocument): readonly Hit[] {
  if (!query.document.every((filter) => filter(document))) return [];
  if (!query.inside.every((each) => search(each, document).length > 0)) return [];
  const found = query.spans === undefined ? matches(query, document) : query.spans.find(document);
  return found.filter((hit) => query.hit.every((filter) => filter(document, hit)));
}

function matches(query: CompiledQuery, document: SearchDocument): readonly Hit[] {
  const automaton = query.automaton(document.language);
  if (automaton === undefined) return [];
  const hits: Hit[] = [];
  const tokens = tokensOf(document);
  let limits: readonly (number | undefined)[] | undefined;
  let reached = 0;
  for (let first = 0; first < tokens; first++) {
    if (!mayBegin(automaton, document, first)) continue;
    // where nothing begins, nobody asks where it would have to end
    limits ??= boundaries(document, query.within).limits;
    const limit = limits[first];
    if (limit === undefined) continue;
    const last = longestMatch(automaton, document, first, limit);
    if (last <= first || last <= reached) continue;
    hits.push({ first, last });
    reached = last;
  }
  return hits;
}
