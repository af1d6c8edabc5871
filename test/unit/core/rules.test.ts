import { describe, expect, it } from 'vitest';
import type { Exception } from '../../../server/src/core/rules/rule';
import { firstException, isAccepted, observeRules } from '../../../server/src/core/rules/run';
import { parsePage, rowsOf } from '../../rules/page';

const short: Exception<string> = { id: 'short', holds: (word) => word.length < 3 };
const vowel: Exception<string> = { id: 'vowel', holds: (word) => /^[aeiou]/.test(word) };

describe('exceptions', () => {
  it('are asked in order, and the first that holds refuses', () => {
    expect(firstException([short, vowel], 'a')?.id).toBe('short');
    expect(firstException([vowel, short], 'a')?.id).toBe('vowel');
    expect(isAccepted([short, vowel], 'house')).toBe(true);
  });

  it('tell whoever watches, and can be left out', () => {
    const refused: string[] = [];
    const accepted = observeRules({ refused: (id) => refused.push(id), without: new Set(['short']) }, () =>
      isAccepted([short, vowel], 'no'),
    );
    expect(accepted).toBe(true);
    expect(observeRules({ refused: (id) => refused.push(id) }, () => isAccepted([short, vowel], 'no'))).toBe(false);
    expect(refused).toEqual(['short']);
  });

  it('are watched for the length of one call', () => {
    const refused: string[] = [];
    expect(() =>
      observeRules({ refused: (id) => refused.push(id) }, () => {
        throw new Error('a rule');
      }),
    ).toThrow('a rule');
    isAccepted([short], 'no');
    expect(refused).toEqual([]);
  });
});

describe('a page', () => {
  const PAGE = `# reported-clause      A clause that a cue brings in.
date: 2015-11-18

Reed says that the dam leaks.
^^^^ speaker
          ^^^^^^^^^^^^^^^^^^ indirect

## condition-not-said
// what is supposed
! If he says so,⏎we leave.
          ^^^^ cue
`;

  it('holds examples with the offsets of their carets', () => {
    const page = parsePage(PAGE);
    expect(page.rule).toBe('reported-clause');
    expect(page.settings).toEqual({ date: '2015-11-18' });
    expect(page.examples.map(({ exception, counter, line }) => ({ exception, counter, line }))).toEqual([
      { exception: undefined, counter: false, line: 4 },
      { exception: 'condition-not-said', counter: true, line: 10 },
    ]);
    const [said, supposed] = page.examples;
    expect(said?.marks.map(({ start, end }) => said.text.slice(start, end))).toEqual(['Reed', 'that the dam leaks']);
    expect(supposed?.text).toBe('If he says so,\nwe leave.');
    expect(supposed?.marks.map(({ start, end }) => supposed.text.slice(start, end))).toEqual(['ys s']);
  });

  it('says which line it cannot read', () => {
    expect(() => parsePage('# a-rule\n\nToo short.\n                ^^^ cue\n')).toThrow('line 4: marks outside');
    expect(() => parsePage('# a-rule\n\nOne.\nTwo.\n')).toThrow('line 4');
    expect(() => parsePage('One.\n')).toThrow('no heading');
  });

  it('is written as it is read', () => {
    const given = [{ start: 0, end: 4, label: 'PER 0.5' }];
    expect(rowsOf({ text: 'Yes.', counter: true, given }, [{ start: 0, end: 3, label: 'direct' }])).toEqual([
      '! Yes.',
      '  ~~~~ PER 0.5',
      '  ^^^ direct',
    ]);
  });

  it('reads what a model found apart from what the rules make of it', () => {
    const { examples } = parsePage('# a-rule\n\nReed left.\n~~~~ LOC 0.5\n^^^^ PER\n\nReed left.\n^^^^ PER\n');
    expect(examples.map(({ given, marks }) => [given, marks])).toEqual([
      [[{ start: 0, end: 4, label: 'LOC 0.5' }], [{ start: 0, end: 4, label: 'PER' }]],
      [[], [{ start: 0, end: 4, label: 'PER' }]],
    ]);
    expect(() => parsePage('# a-rule\n\nReed left.\n^^^^ PER\n~~~~ LOC\n')).toThrow('line 5: tildes below carets');
  });
});
