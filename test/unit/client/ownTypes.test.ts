import { describe, expect, it } from 'vitest';
import { DEFAULT_OWN_COLOR, hasOwnTypes, placesByColor } from '../../../client/src/review/ownTypes';
import type { ReviewItemInfo, SchemaInfo } from '../../../server/src/protocol';

const layer = (id: string, ...types: SchemaInfo['layers'][number]['types']): SchemaInfo['layers'][number] => ({
  id,
  title: id,
  review: true,
  attributes: [],
  types,
});
const item = (of: string, type: string, line: number, status: ReviewItemInfo['status'] = 'confirmed'): ReviewItemInfo => ({
  id: `${of}${line}`,
  layer: of,
  type,
  title: type,
  words: 'mots',
  ranges: [[line, 0, line, 4]],
  status,
  sources: [],
  attributes: {},
});

describe('a project’s own types', () => {
  const builtIn = layer('entity', { id: 'PER', title: 'Person' });
  const treaties = layer('treaty', { id: 'Accord', title: 'Agreement', color: '#aa3300' }, { id: 'Pact', title: 'Pact' });

  it('are not there where the schema has the built-in ones alone', () => {
    expect(hasOwnTypes({ layers: [builtIn] })).toBe(false);
    expect(hasOwnTypes(undefined)).toBe(false);
    expect(hasOwnTypes({ layers: [builtIn, treaties] })).toBe(true);
  });

  it('are painted in their colour, the rejected and the built-in ones not', () => {
    const items = [
      item('entity', 'PER', 1),
      item('treaty', 'Accord', 2),
      item('treaty', 'Accord', 3, 'rejected'),
      item('treaty', 'Pact', 4),
    ];
    const places = placesByColor(items, { layers: [builtIn, treaties] });
    expect([...places]).toEqual([
      ['#aa3300', [[2, 0, 2, 4]]],
      [DEFAULT_OWN_COLOR, [[4, 0, 4, 4]]],
    ]);
  });

  it('may be built-in ones with another colour, or new ones of a built-in layer', () => {
    const entities = layer('entity', { id: 'PER', title: 'Person', color: 'charts.blue' }, { id: 'LAW', title: 'Law' });
    const places = placesByColor([item('entity', 'PER', 1), item('entity', 'LAW', 2)], { layers: [entities] });
    expect([...places.keys()]).toEqual(['charts.blue', DEFAULT_OWN_COLOR]);
  });
});
