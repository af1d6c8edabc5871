import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'vitest';
import type { SearchDocument } from '../../../../server/src/corpus/searchDocument';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import type { CorpusTable } from '../../../../server/src/corpus/tables/table';

/** An article in which these words are dates of these values. */
export function dated(article: SearchDocument, values: Readonly<Record<string, string>>): SearchDocument {
  const dates = Object.entries(values).map(([words, value]) => {
    const start = article.text.indexOf(words);
    const end = start + words.length;
    const first = article.starts.findIndex((at) => at >= start);
    return { type: 'DATE' as const, value, start, end, first, last: article.ends.filter((at) => at <= end).length };
  });
  return { ...article, dates };
}

/** A table's rows as objects, by the names of its columns. */
export const objects = ({ columns, rows }: CorpusTable): readonly Readonly<Record<string, unknown>>[] =>
  rows.map(({ cells, query }) => ({ ...Object.fromEntries(columns.map(({ id }, i) => [id, cells[i]])), query }));

/** What is drawn. */
export interface Drawn {
  readonly svg: string;
  /** Names of the marks, in order. */
  readonly names: readonly string[];
  /** The rows that marks stand for. */
  readonly rows: readonly number[];
  readonly queries: readonly string[];
  /** All words in it. */
  readonly words: readonly string[];
  /** Attributes of the elements of a name and a class. */
  elements(name: string, className: string): readonly Readonly<Record<string, string>>[];
}

/** The picture of a table; one that is not well formed, or that names what cannot be, fails. */
export function drawn(table: CorpusTable, language = 'en'): Drawn {
  const svg = tablePicture(table, language) ?? '';
  const errors: string[] = [];
  const document = new DOMParser({ onError: (_, message) => errors.push(message) }).parseFromString(svg, 'image/svg+xml');
  expect(errors).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  const marks = [...document.getElementsByTagName('g')].filter((mark) => mark.getAttribute('class')?.startsWith('mark'));
  const given = (name: string): string[] => marks.flatMap((mark) => mark.getAttribute(name) || []);
  return {
    svg,
    names: given('aria-label'),
    rows: given('data-row').map(Number),
    queries: given('data-query'),
    words: [...document.getElementsByTagName('text')].map(({ textContent }) => textContent ?? ''),
    elements: (name, className) =>
      [...document.getElementsByTagName(name)]
        .filter((element) => element.getAttribute('class')?.split(' ').includes(className))
        .map((element) => Object.fromEntries([...element.attributes].map((attribute) => [attribute.name, attribute.value]))),
  };
}
