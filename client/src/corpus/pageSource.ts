import {
  SearchEndRequest,
  SearchPageRequest,
  type SearchParams,
  SearchRequest,
  SearchWholeRequest,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';
import type { PageSource } from './pages';

/** By which the server knows the search of what is shown. */
const searches = new WeakMap<SearchParams, number>();

/** Asks the server for the lines of a search; where it is not known there any more, it is made anew. */
export function pageSource(client: ArticleClient, params: SearchParams, search: number | undefined): PageSource {
  if (search !== undefined) searches.set(params, search);
  const { sort, sample } = params;
  const order = { ...(sort && { sort }), ...(sample && { sample }) };
  const ask = async (from: number, count: number) => {
    const known = searches.get(params);
    return known === undefined ? null : client.ask(SearchPageRequest, { search: known, from, count, ...order });
  };
  return {
    async page(from, count) {
      const found = await ask(from, count);
      if (found !== null) return found;
      const anew = await askWith(client, ui.search.searching, SearchRequest, { ...params, page: 1 });
      if (anew?.search === undefined) return undefined;
      searches.set(params, anew.search);
      return ask(from, count);
    },
    async whole() {
      const known = searches.get(params);
      return known === undefined ? null : askWith(client, ui.search.searching, SearchWholeRequest, { search: known });
    },
  };
}

/** Nothing more is asked of the search of what was shown. */
export function endSearch(client: ArticleClient, params: SearchParams): void {
  const search = searches.get(params);
  if (search !== undefined) void client.ask(SearchEndRequest, { search });
}
