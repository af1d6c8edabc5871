import { describe, expect, it } from 'vitest';
import { goesOn, wantedAtEnd, writtenValue } from '../../../server/src/corpus/query/wanted';

describe('what is being written at the end of a query', () => {
  it.each<[string, string, unknown]>([
    ['a word or a filter', 'le spe', { kind: 'filter', from: 3, written: 'spe' }],
    ['anything', 'le ', { kind: 'filter', from: 3, written: '' }],
    ['a value', 'le speaker:Ann', { kind: 'value', form: 'filter', of: 'speaker', from: 11, written: 'Ann' }],
    [
      'a value in quotation marks',
      'speaker:"Anne M',
      { kind: 'value', form: 'filter', of: 'speaker', from: 8, written: 'Anne M' },
    ],
    ['an attribute', '[ty', { kind: 'attribute', from: 1, written: 'ty' }],
    ['an attribute after another', '[word="a" & !ty', { kind: 'attribute', from: 13, written: 'ty' }],
    ['a value in CQL', '"le" [speaker="Anne', { kind: 'value', form: 'cql', of: 'speaker', from: 14, written: 'Anne' }],
    ['a filter after CQL', '[word="a"] in:', { kind: 'value', form: 'filter', of: 'in', from: 14, written: '' }],
    ['a bracket in quotation marks is none', '[word="["] dat', { kind: 'filter', from: 11, written: 'dat' }],
  ])('%s: %s', (_, query, wanted) => {
    expect(wantedAtEnd(query)).toEqual(wanted);
  });

  it('is nothing within a phrase in quotation marks, or where no attribute can stand', () => {
    expect(wantedAtEnd('"le po')).toBeUndefined();
    expect(wantedAtEnd('[word="a" ')).toBeUndefined();
  });
});

describe('a value', () => {
  it('goes on from its beginning or that of a word, whatever its accents', () => {
    expect(goesOn('Élise Morel', 'eli')).toBe(true);
    expect(goesOn('Élise Morel', 'mor')).toBe(true);
    expect(goesOn('theme=énergie', 'ener')).toBe(true);
    expect(goesOn('Élise Morel', 'rel')).toBe(false);
  });

  it('is written so that it is read as it is', () => {
    expect(writtenValue('Morel', 'filter')).toBe('Morel');
    expect(writtenValue('Anne Morel', 'filter')).toBe('"Anne Morel"');
    expect(writtenValue('M. Morel', 'cql')).toBe('"M\\. Morel"');
  });
});
