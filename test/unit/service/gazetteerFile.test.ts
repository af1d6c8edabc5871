import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGazetteer } from '../../../server/src/service/gazetteerFile';
import { en, fr } from './support';

const read = (text: string) => parseGazetteer(text, en);
const complaints = (text: string): (readonly [string, string])[] =>
  read(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);

describe('the project’s own names', () => {
  it('are read with aliases, identifier and note; comments, empty lines and a heading are passed over', () => {
    const text =
      '\ufeffname\ttype\taliases\r\n# les nôtres\r\n\r\nJeanne Morvan\tPER\tMorvan | la Morvan |\tQ42\tministre\r\nPort-Clair\tlieu\r\n';
    expect(read(text)).toEqual({
      entries: [
        { name: 'Jeanne Morvan', type: 'PER', aliases: ['Morvan', 'la Morvan'], identifier: 'Q42', note: 'ministre' },
        { name: 'Port-Clair', type: 'LOC', aliases: [] },
      ],
      problems: [],
    });
  });

  it('have the properties that the first line names beyond the five columns', () => {
    const text = [
      'nom\ttype\talias\tidentifiant\tnote\tparti\tfonction',
      'Jeanne Morvan\tPER\t\t\t\tLes Marées\tministre',
      'Yann Kervella\tPER\t\t\t\t\tmaire\tde trop',
      'Le Phare\tORG',
    ].join('\n');
    expect(read(text).entries).toEqual([
      { name: 'Jeanne Morvan', type: 'PER', aliases: [], properties: { parti: 'Les Marées', fonction: 'ministre' } },
      { name: 'Yann Kervella', type: 'PER', aliases: [], properties: { fonction: 'maire' } },
      { name: 'Le Phare', type: 'ORG', aliases: [] },
    ]);
    expect(complaints(text).map(([words]) => words)).toEqual(['de trop']);
  });

  it('keep what is good of a file with bad rows, and say where the bad ones are', () => {
    const text = 'Jeanne Morvan\tPERSONNAGE\n\tPER\nPort-Clair\nLe Phare\tORG\tPhare\tQ1\tjournal\ttrop\nValdorie\tLOC\n';
    expect(read(text).entries.map((entry) => entry.name)).toEqual(['Le Phare', 'Valdorie']);
    expect(complaints(text)).toEqual([
      ['PERSONNAGE', 'Unknown type “PERSONNAGE”: use PER, ORG, LOC or MISC.'],
      ['\tPER', 'The first column must hold a name.'],
      ['Port-Clair', 'Columns are separated by tabs; this line has none. The second must hold a type: PER, ORG, LOC or MISC.'],
      [
        'trop',
        '6 columns; there are 5 at most: name, type, aliases, identifier, note, and those that the first line names besides.',
      ],
    ]);
  });

  it('are named once; a second row of the same type is told with the line of the first', () => {
    const text = '# noms\nValdorie\tLOC\nValdorie\tORG\nValdorie\tLOC\tVal\n';
    expect(read(text).entries).toHaveLength(2);
    expect(complaints(text)).toEqual([
      ['Valdorie', '“Valdorie” is already a name in line 2, which wins: it never leads to this one.'],
      ['Valdorie', '“Valdorie” is already in line 2 with this type.'],
    ]);
    expect(parseGazetteer(text, fr).problems[1]?.message).toBe('« Valdorie » figure déjà à la ligne 2 avec ce type.');
  });

  it('say where an alias is another row’s name', () => {
    const text = 'Port-Clair\tLOC\tle Port | Clair\nClair Obscur\tORG\tObscur |CLAIR\nMorvan\tPER\tMorvan|morvan\n';
    expect(read(text).entries).toHaveLength(3);
    expect(complaints(text)).toEqual([['CLAIR', '“CLAIR” is already a name in line 1, which wins: it never leads to this one.']]);
  });

  it('are parted by tabs, and say so where blanks or semicolons stand for them', () => {
    const text = 'Port-Clair  LOC\nPort-Clair;LOC\nPort-Clair\t\n';
    expect(complaints(text).map(([, message]) => message.startsWith('Columns are separated by tabs'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(parseGazetteer(text, fr).problems[0]?.message).toMatch(/^Les colonnes sont séparées par des tabulations/);
  });

  it('never fail, whatever the file holds', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('PER', '\t', '\n', '\r', '|', '#', 'name\ttype'));
    fc.assert(
      fc.property(
        fc.array(cell).map((cells) => cells.join('\t')),
        (text) => {
          const { entries, problems } = read(text);
          for (const entry of entries) expect(entry.name).not.toBe('');
          for (const { span } of problems) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.start).toBeLessThanOrEqual(span.end);
          }
        },
      ),
    );
  });
});
