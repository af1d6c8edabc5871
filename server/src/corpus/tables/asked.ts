import { findPart, type SavedPart } from '../../store/partsFile';
import { countsOnce } from '../copies';
import { namedIn, spelledOut } from '../parts/subcorpora';
import { type CompiledQuery, compileQuery } from '../query/compile';
import { parseQuery, type Query } from '../query/query';
import type { TableRequest } from './table';
import { namesOfBy } from './written';

/*
 * The queries of a table, in which sub-corpora of the project may be named: they stay as people wrote them in what is shown,
 * and are spelled out where they are put to articles.
 */

type Asked = Pick<TableRequest, 'within' | 'queries' | 'by' | 'parts'>;

/** Whether a request may mean something that the project's file of parts has. */
export const meansParts = ({ within = '', queries = [], by }: Asked): boolean =>
  by !== undefined || [within, ...queries].some((query) => /\bin:/.test(query));

/** A request with what the project has of sub-corpora; a partition that it keeps is what it stands for. */
export function withSaved(request: TableRequest, parts: readonly SavedPart[]): TableRequest {
  const by =
    request.by === undefined
      ? undefined
      : namesOfBy(request.by)
          .map((name) => findPart(parts, 'partition', name)?.value ?? name)
          .join(', ');
  return { ...request, parts, ...(by !== undefined && { by }) };
}

/** Reads a query of a request. Throws QueryError at its place in what was written. */
export const readAsked = (written: string, { parts = [] }: Asked): Query => parseQuery(spelledOut(written, parts));

/** Compiles a query of a request. Throws as {@link readAsked} does. */
export const compileAsked = (written: string, request: Asked): CompiledQuery => compileQuery(readAsked(written, request));

/** Whether one of a request's queries counts copies once: then the table does. Throws as {@link readAsked} does. */
export const asksOnce = (request: Asked): boolean =>
  [...(request.within === undefined ? [] : [request.within]), ...(request.queries ?? [])].some((query) =>
    countsOnce(readAsked(query, request)),
  );

/** The sub-corpora that a request names, each once. */
export function namedParts({ within, queries = [], parts = [] }: Asked): readonly SavedPart[] {
  const queriesOfAll = within === undefined ? queries : [within, ...queries];
  const named = queriesOfAll
    .filter((query) => /\bin:/.test(query))
    .flatMap(namedIn)
    .map((name) => findPart(parts, 'subcorpus', name));
  return [...new Set(named)].filter((part) => part !== undefined);
}
