import { describe, expect, it } from 'vitest';
import { datesOf, lines } from './support';

describe('reading in order', () => {
  it('keeps the day of the times that paragraphs begin with', () => {
    const text =
      'Vers 12 h, le port ferme.\n\nVers 13 h, le maire parle de la grève de lundi dernier.\n\nVers 14 h, le port rouvre.';
    expect(lines(text, 'fr', '2015-11-18')).toEqual([
      '12 h = TIME 2015-11-18T12:00 APPROX',
      '13 h = TIME 2015-11-18T13:00 APPROX',
      'lundi dernier = DATE 2015-11-16',
      '14 h = TIME 2015-11-18T14:00 APPROX',
    ]);
  });

  it('looks back behind since, whatever the verb says', () => {
    expect(lines('Fermé depuis mardi, le pont ne rouvrira pas.', 'fr', '2017-03-08')).toEqual(['mardi = DATE 2017-03-07']);
    expect(lines('Closed since Tuesday, the bridge will not open.', 'en', '2017-03-08')).toEqual(['Tuesday = DATE 2017-03-07']);
  });

  it('counts anaphoric dates from the last date of the text', () => {
    const text =
      'Le 14 mars 2014, le volcan est entré en éruption. La veille, le sol avait tremblé. Le lendemain, la cendre recouvrait tout.\nDeux ans plus tard, rien ne repousse.';
    expect(lines(text, 'fr', '2017-06-01')).toEqual([
      'Le 14 mars 2014 = DATE 2014-03-14',
      'La veille = DATE 2014-03-13',
      'lendemain = DATE 2014-03-14',
      'Deux ans plus tard = DATE 2016',
    ]);
  });

  it('names the expression that a date was counted from, and where it stands', () => {
    const text = 'Le 14 mars 2014, tout a changé. Trois jours plus tard, on rouvrait.';
    const [first, second] = datesOf(text, 'fr', '2017-06-01');
    expect(second).toMatchObject({ value: '2014-03-17', anchor: 'Le 14 mars 2014', anchorStart: first?.start });
    expect(datesOf('Il est parti hier.', 'fr', '2017-06-01')[0]).toMatchObject({ anchor: 'document date' });
    expect(datesOf('Il est parti hier.', 'fr', '2017-06-01')[0]?.anchorStart).toBeUndefined();
  });

  it('says which day a time was given, also where that stands behind it or began an earlier paragraph', () => {
    const behind = datesOf('La foire de lundi a plu. À 18 heures, mardi, le bal commencera.', 'fr', '2015-11-18');
    expect(behind[1]).toMatchObject({ value: '2015-11-24T18:00', anchor: 'mardi', anchorStart: behind[2]?.start });
    const log = datesOf('Vers 12 h, le port ferme après la grève de lundi.\n\nVers 14 h, le port rouvre.', 'fr', '2015-11-18');
    expect(log[2]).toMatchObject({ value: '2015-11-18T14:00', anchor: '12 h', anchorStart: log[0]?.start });
  });

  it('gives a clock time the day of the text around it', () => {
    expect(lines('Le bal du samedi 6 juin débute à 21 h. Le repas est servi dès 19 h 30.', 'fr', '2015-06-01')).toEqual([
      'samedi 6 juin = DATE 2015-06-06',
      '21 h = TIME 2015-06-06T21:00',
      '19 h 30 = TIME 2015-06-06T19:30',
    ]);
  });

  it('lets a year that a sentence names hold for its months', () => {
    expect(lines('En 1997, il gagna en janvier puis en octobre.', 'fr', '2015-06-01')).toEqual([
      '1997 = DATE 1997',
      'janvier = DATE 1997-01',
      'octobre = DATE 1997-10',
    ]);
  });

  it('reads the header’s date as the document’s, and gives it too', () => {
    const text = ' date 2016-03 La digue a cédé\n\nElle avait été bâtie l’an dernier.';
    const dates = datesOf(text, 'fr', null);
    expect(dates.map((d) => [d.text, d.value])).toEqual([
      ['2016-03', '2016-03'],
      ['l’an dernier', '2015'],
    ]);
    expect(dates[0]).toMatchObject({ edtf: '2016-03', earliest: '2016-03-01', latest: '2016-03-31' });
  });

  it('takes a dateline at the head for the document’s date where there is none', () => {
    const text = '8 janvier 2016. – Un train a déraillé hier près de Dole.';
    expect(lines(text, 'fr', null)).toEqual(['8 janvier 2016 = DATE 2016-01-08', 'hier = DATE 2016-01-07']);
  });

  it('lets a bare weekday mean the day that the text names in full', () => {
    expect(lines('Récital mardi à la salle Pleyel. La pianiste jouera mardi 9 juin.', 'fr', '2015-06-05')).toContain(
      'mardi = DATE 2015-06-09',
    );
  });
});

describe('intervals and EDTF', () => {
  const one = (text: string, date: string) => datesOf(text, 'fr', date)[0];

  it.each([
    ['Fini depuis 2011.', { edtf: '2011/..' }],
    ["Valable jusqu'en 2014.", { edtf: '../2014' }],
    ['Avant 2012, rien.', { edtf: '../2012', mod: 'BEFORE' }],
    ['Début 2016, tout va bien.', { edtf: '2016-01/2016-04', earliest: '2016-01-01', latest: '2016-04-30' }],
    ["L'été 2015 fut chaud.", { edtf: '2015-22', earliest: '2015-06-21', latest: '2015-09-21' }],
    ['Ouvert du 3 au 5 mai 2016.', { edtf: '2016-05-03/2016-05-05', earliest: '2016-05-03', latest: '2016-05-03' }],
    ['Le Ramadan 2016 fut long.', { edtf: '2016-06-06~/2016-07-05~', earliest: '2016-06-06', latest: '2016-07-05' }],
    ['Elle est partie hier.', { edtf: '2017-01-XX', earliest: '2016-12-31', latest: '2017-01-30' }],
    ['La semaine dernière, il neigeait.', { edtf: '[2016-12..2017-01]', earliest: '2016-12-19', latest: '2017-01-29' }],
  ])('%s', (text, expected) => expect(one(text, '2017-01')).toMatchObject(expected));
});
