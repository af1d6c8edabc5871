import { messageOf } from '../../messages/error';
import { searchMessages } from '../../messages/search';
import { findPart, type SavedPart } from '../../store/partsFile';
import { type Comparison, compileQuery } from '../query/compile';
import { type Filter, parseQuery, type Query, QueryError, readQuery, spelled } from '../query/query';

/**
 * A query in which no sub-corpus is named any more: it says all that it means, so that it can go to another thread, be kept
 * with what it found, or be asked where the project's file is not at hand.
 *
 * `in:NAME` becomes the filters of the sub-corpus where it has nothing else; a sub-corpus of words or CQL is the articles in
 * which that is found.
 *
 * @throws QueryError at the place in `source`, for what cannot be read in it or in a sub-corpus, for a name that no
 * sub-corpus has, and for sub-corpora made of each other that say more than {@link LONGEST} characters or go too deep
 */
export function spelledOut(source: string, parts: readonly SavedPart[], comparison: Comparison = {}): string {
  const query = readQuery(source);
  const named = query.filters.filter(isNamed);
  if (named.length === 0) return source;
  check(query, comparison);
  return replaced(source, named, parts, []);
}

/** Two sub-corpora in each of thirty would be a thousand million. */
const LONGEST = 100_000;
const DEEPEST = 50;

/** The names of the sub-corpora that a query that can be read names, as it writes them. */
export const namedIn = (source: string): readonly string[] =>
  readQuery(source)
    .filters.filter(isNamed)
    .map(({ value }) => value);

const isNamed = ({ key, value }: Filter): boolean => key === 'in' && !value.startsWith('=');

/** What else is wrong with the query is told at its place in what the person wrote. */
function check(query: Query, comparison: Comparison): void {
  const filters = query.filters.filter((filter) => !isNamed(filter));
  if (query.form === 'cql' || query.words.length > 0) compileQuery({ ...query, filters }, comparison);
}

function replaced(source: string, named: readonly Filter[], parts: readonly SavedPart[], within: readonly string[]): string {
  let written = '';
  let done = 0;
  for (const { value, at, end } of named) {
    written += source.slice(done, at) + meaning(value, at, parts, within);
    if (written.length > LONGEST) throw new QueryError(at, searchMessages.tooMuchInParts(at + 1, value));
    done = end;
  }
  return written + source.slice(done);
}

function meaning(name: string, at: number, parts: readonly SavedPart[], within: readonly string[]): string {
  const part = findPart(parts, 'subcorpus', name);
  if (part === undefined) throw new QueryError(at, searchMessages.noSubcorpus(at + 1, name, namesOf(parts)));
  if (within.length > DEEPEST) throw new QueryError(at, searchMessages.tooMuchInParts(at + 1, name));
  if (within.includes(part.name)) throw new QueryError(at, searchMessages.inItself(at + 1, part.name));
  try {
    const query = readQuery(part.value);
    const whole = replaced(part.value, query.filters.filter(isNamed), parts, [...within, part.name]);
    const read = parseQuery(whole);
    if (read.form === 'simple' && read.words.length === 0) {
      checkFilters(read);
      return whole;
    }
    compileQuery(read);
    return spelled(whole);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new QueryError(at, searchMessages.inSubcorpus(part.name, messageOf(error)));
  }
}

/** Filters alone may ask for no hit by themselves: a year is a sub-corpus. */
const checkFilters = (query: Query): void => void compileQuery({ ...query, form: 'simple', words: [ANY_WORD] });

const ANY_WORD = { kind: 'words', text: '*', at: 0 } as const;

const namesOf = (parts: readonly SavedPart[]): readonly string[] =>
  parts.filter(({ kind }) => kind === 'subcorpus').map(({ name }) => name);
