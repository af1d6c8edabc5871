import { describe, expect, it } from 'vitest';
import { lines } from './support';

/** Articles of a Wednesday, unless said otherwise: which of two days is meant. */
const WEDNESDAY = '2015-11-18';

const check = (language: string, rows: readonly (readonly [string, ...string[]])[]): void => {
  it.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) =>
    expect(lines(text, language, WEDNESDAY)).toEqual(expect.arrayContaining(expected)),
  );
};

describe('which way a day points, in French', () => {
  check('fr', [
    ['La kermesse a été reportée à samedi.', 'samedi = DATE 2015-11-21'],
    ['Le comité vous invite dimanche à son loto.', 'dimanche = DATE 2015-11-22'],
    ['Le préfet a précisé que le pont rouvrirait vendredi.', 'vendredi = DATE 2015-11-20'],
    ['Les joueurs se donnent rendez-vous samedi matin au gymnase.', 'samedi matin = TIME 2015-11-21TMO'],
    ["Il devra rendre son rapport d'ici vendredi.", 'vendredi = DATE 2015-11-20'],
    ['Le boulanger a été condamné le 5 novembre à une amende.', 'le 5 novembre = DATE 2015-11-05'],
    ['Le maire a inauguré la halle samedi.', 'samedi = DATE 2015-11-14'],
    ["L'Ascension approche.", "L'Ascension = DATE 2016-05-05"],
  ]);
});

describe('which way a day points, in English', () => {
  check('en', [
    ['The hearing was adjourned until Friday.', 'Friday = DATE 2015-11-20'],
    ['The fair has been postponed to Saturday.', 'Saturday = DATE 2015-11-21'],
    ['The bridge will close on Tuesday.', 'Tuesday = DATE 2015-11-24'],
    ['The baker was arrested on Saturday.', 'Saturday = DATE 2015-11-14'],
    ['They must hand in the plans by Friday.', 'Friday = DATE 2015-11-20'],
  ]);
});
