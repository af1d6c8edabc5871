import { MessageError } from '../../messages/error';
import type { Message } from '../../messages/message';
import { searchMessages } from '../../messages/search';
import type { Structure } from '../searchDocument';
import { type SyntaxError as ParseError, parse } from './grammar.generated';

/**
 * What a token can be asked for. `speaker` and `quote` are those of the quotation that it stands in; `layer`, `attribute` and
 * `decided` what people have annotated on it, `property` what the project says of the one that is named.
 */
export type Attribute =
  | 'word'
  | 'entity'
  | 'type'
  | 'speaker'
  | 'quote'
  | 'date'
  | 'layer'
  | 'attribute'
  | 'property'
  | 'decided';

/** A question to one token. */
export type TokenTest =
  | { readonly kind: 'any' }
  | ({ readonly kind: 'is'; readonly attribute: Attribute } & Regex)
  | { readonly kind: 'not'; readonly test: TokenTest }
  | { readonly kind: 'and' | 'or'; readonly tests: readonly TokenTest[] };

/** A regular expression for a whole value. Flags: `c` ignores case, `d` accents. `at`: its offset in the query. */
export interface Regex {
  readonly pattern: string;
  readonly flags: string;
  readonly at: number;
}

/** What is looked for: tokens, one after the other. */
export type Pattern =
  | { readonly kind: 'token'; readonly test: TokenTest }
  | { readonly kind: 'start' | 'end'; readonly structure: Structure }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  /** `most` null: as often as it goes. */
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly least: number;
      readonly most: number | null;
      readonly at: number;
    };

/** `speaker:"Anne Morel"`, `date:2016..2017`. */
export interface Filter {
  readonly key: string;
  readonly value: string;
  /** From where to where it stands in the query. */
  readonly at: number;
  readonly end: number;
}

/** Words of the simple form, in a row. `literal`: an asterisk in it is an asterisk. */
export interface WordsPart {
  readonly kind: 'words' | 'literal';
  readonly text: string;
  readonly at: number;
}

/** A query as it was written. The words of the simple form are cut into tokens by each text's own language. */
export type Query = {
  readonly filters: readonly Filter[];
  /** What must be found in an article besides: sub-corpora of words. */
  readonly inside?: readonly Query[];
} & (
  | { readonly form: 'simple'; readonly words: readonly WordsPart[] }
  | { readonly form: 'cql'; readonly pattern: Pattern; readonly within: Structure | null }
);

/** A query that cannot be read. */
export class QueryError extends MessageError {
  /** @param at - where, as an offset in the query. */
  constructor(
    readonly at: number,
    said: Message,
  ) {
    super(said);
  }
}

type Parsed =
  | { readonly form: 'simple'; readonly parts: readonly (WordsPart | (Filter & { readonly kind: 'filter' }))[] }
  | {
      readonly form: 'cql';
      readonly pattern: Pattern;
      readonly within: Structure | null;
      readonly filters: readonly Filter[];
    };

/**
 * Reads a query: CQL where a bracket stands outside quotation marks, else the simple form.
 * @throws {@link QueryError} that names the place, and for a sub-corpus that is named: see `spelledOut`
 */
export function parseQuery(source: string): Query {
  const query = readQuery(source);
  const inside: Query[] = [];
  for (const { key, value, at } of query.filters) {
    if (key !== IN) continue;
    if (!value.startsWith('=')) throw new QueryError(at, searchMessages.noSubcorpus(at + 1, value, []));
    inside.push(parseQuery(decoded(value.slice(1), at)));
  }
  if (inside.length === 0) return query;
  return { ...query, filters: query.filters.filter(({ key }) => key !== IN), inside };
}

const IN = 'in';

/** A filter that keeps the articles in which a query is found; it can be written in any query. */
export const spelled = (query: string): string => `${IN}:=${encodeURIComponent(query)}`;

function decoded(value: string, at: number): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new QueryError(at, searchMessages.noSubcorpus(at + 1, `=${value}`, []));
  }
}

/** Reads a query in which sub-corpora may be named. Throws as {@link parseQuery} does. */
export function readQuery(source: string): Query {
  const isCql = /^[^"]*(?:"[^"]*"[^"]*)*?[[\]]/.test(source);
  const parsed = read(source, isCql ? 'Cql' : 'Simple');
  const query: Query =
    parsed.form === 'cql'
      ? parsed
      : {
          form: 'simple',
          words: parsed.parts.filter((part) => part.kind !== 'filter'),
          filters: parsed.parts.filter((part) => part.kind === 'filter'),
        };
  if (query.form === 'simple' && query.words.length === 0 && query.filters.length === 0)
    throw new QueryError(0, searchMessages.nothingAsked);
  return query;
}

function read(source: string, startRule: 'Simple' | 'Cql'): Parsed {
  try {
    return parse(source, { startRule }) as Parsed;
  } catch (error) {
    const { location, expected, found } = error as ParseError & ParseProblem;
    if (location === undefined) throw error;
    const { offset } = location.start;
    throw new QueryError(offset, searchMessages.notAQuery(offset + 1, found ?? '', signsOf(expected ?? [])));
  }
}

interface ParseProblem {
  readonly location?: { readonly start: { readonly offset: number } };
  readonly expected?: readonly { readonly type: string; readonly text?: string }[] | null;
  readonly found: string | null;
}

/** The signs and words that could stand there, which are the same in every language. */
const signsOf = (expected: readonly { readonly type: string; readonly text?: string }[]): string =>
  [...new Set(expected.flatMap(({ type, text }) => (type === 'literal' && text !== undefined ? [text] : [])))].join('  ');
