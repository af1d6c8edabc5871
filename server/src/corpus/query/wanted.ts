import { plain } from './folding';

/**
 * What is being written where a query ends: a filter's name or a word, an attribute of CQL, or a value of either. `from` is
 * where the written part of it begins, as an offset in the query.
 */
export interface Wanted {
  readonly kind: 'filter' | 'attribute' | 'value';
  readonly from: number;
  readonly written: string;
  /** Of a value: the filter or attribute whose value it is. */
  readonly of?: string;
  /** How a value is written there. */
  readonly form?: 'filter' | 'cql';
}

/** Tells what is being written at the end of a query; nothing where a phrase in quotation marks is. */
export function wantedAtEnd(query: string): Wanted | undefined {
  return isInBrackets(query) ? wantedInBrackets(query) : wantedOutside(query);
}

/** Whether the last bracket outside of quotation marks is open. */
function isInBrackets(query: string): boolean {
  const bare = query.replace(/"(?:[^"\\]|\\.)*"?/g, (quoted) => ' '.repeat(quoted.length));
  return bare.lastIndexOf('[') > bare.lastIndexOf(']');
}

function wantedInBrackets(query: string): Wanted | undefined {
  const value = /(\w+)\s*!?=\s*("?)((?:[^"\\]|\\.)*)$/.exec(query);
  if (value !== null) {
    const [, of = '', mark = '', written = ''] = value;
    return { kind: 'value', form: 'cql', of, from: query.length - written.length - mark.length, written: unescaped(written) };
  }
  const [, written] = /[[&|!(]\s*(\w*)$/.exec(query) ?? [];
  return written === undefined ? undefined : { kind: 'attribute', from: query.length - written.length, written };
}

function wantedOutside(query: string): Wanted | undefined {
  const filter = /(?:^|\s)([a-zA-Z_][\w.-]*):("?)([^"]*)$/.exec(query);
  if (filter !== null && (filter[2] === '"' || !/\s/.test(filter[3] as string))) {
    const [, of = '', mark = '', written = ''] = filter;
    return { kind: 'value', form: 'filter', of, from: query.length - written.length - mark.length, written };
  }
  if ((query.match(/"/g) ?? []).length % 2 === 1) return undefined;
  const [written = ''] = /\S*$/.exec(query) ?? [];
  return { kind: 'filter', from: query.length - written.length, written };
}

const unescaped = (written: string): string => written.replace(/\\(.)/g, '$1');

/** A value as it is written at a place: in quotation marks where it needs them. */
export function writtenValue(value: string, form: 'filter' | 'cql'): string {
  if (form === 'cql') return `"${value.replace(/[\\^$.*+?()[\]{}|"]/g, '\\$&')}"`;
  return /[\s"]/.test(value) || value === '' ? `"${value.replaceAll('"', '?')}"` : value;
}

/** Whether a value goes on from what is written of it: from its beginning, or that of one of its words. */
export function goesOn(value: string, written: string): boolean {
  const [all, begun] = [plain(value, true, true), plain(written, true, true)];
  return all.startsWith(begun) || all.split(/[\s=-]+/).some((word) => word.startsWith(begun));
}
