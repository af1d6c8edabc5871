import { describe, expect, it } from 'vitest';
import { type NameDecision, parseNames, withNames } from '../../../server/src/store/namesFile';

const same = (name: string, other: string, type = 'PER'): NameDecision => ({ kind: 'same', type, name, other });
const apart = (name: string, type = 'PER'): NameDecision => ({ kind: 'apart', type, name });

describe('the file of decisions on names', () => {
  it('holds what was decided, whatever else stands in it', () => {
    const decisions = [same('Anne Morel', 'A. Morel'), same('Office Barrant', 'O = B', 'ORG'), apart('Jean Martin')];
    expect(() => withNames('', [decisions[1] as NameDecision], [])).toThrow();
    const text = withNames(
      '# of the harbour team\r\nsame PER Anne Morel = Morel\r\n',
      [same('Anne Morel', 'A. Morel'), apart('Jean Martin')],
      [],
    );
    expect(text).toBe(
      '# of the harbour team\r\napart PER Jean Martin\r\nsame PER Anne Morel = A. Morel\r\nsame PER Anne Morel = Morel\r\n',
    );
    expect(parseNames(text)).toEqual({
      decisions: [apart('Jean Martin'), same('Anne Morel', 'A. Morel'), same('Anne Morel', 'Morel')],
      problems: [],
    });
    // what is taken back leaves nothing of itself, and all else
    expect(withNames(text, [], [same('Anne Morel', 'A. Morel'), apart('Jean Martin')])).toBe(
      '# of the harbour team\r\nsame PER Anne Morel = Morel\r\n',
    );
    expect(withNames(withNames('', [apart('X Y')], []), [], [apart('X Y')])).toBe('');
  });

  it('tells a bad line by its number, and the others hold', () => {
    const { decisions, problems } = parseNames(
      [
        'same PER Anne Morel = A. Morel',
        'same PERSON A = B',
        'the harbour',
        'same PER Luc Bertin = A. Morel',
        'same PER A. Morel = Anne Morel',
        'same ORG Anne Morel = Anne Morel',
        'apart PER A. Morel',
        'apart LOC Locmaren',
      ].join('\n'),
    );
    expect(decisions).toEqual([same('Anne Morel', 'A. Morel'), apart('Locmaren', 'LOC')]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
  });
});
