import { describe, expect, it } from 'vitest';
import { compareDates, describeDate, sameDayAs, timeline } from '../../../server/src/core/dates/index';
import { datesOf } from './support';

const said = (text: string, date: string | null, ui: string, language = 'fr') =>
  describeDate(datesOf(text, language, date)[0]!, ui, date);

describe('a date said in full', () => {
  it.each([
    ['fr', 'Le 30 septembre 2015.', { said: 'mercredi 30 septembre 2015' }],
    ['fr', 'Le 1er mars 2016.', { said: 'mardi 1er mars 2016' }],
    [
      'fr',
      'En mars dernier.',
      { said: 'mars 2016', interval: 'du 1er au 31 mars 2016', resolution: 'd’après la date du document (janvier 2017)' },
    ],
    [
      'fr',
      'Mi-janvier, il neigea.',
      {
        said: 'milieu de janvier 2017',
        interval: 'du 11 au 20 janvier 2017',
        resolution: 'd’après la date du document (janvier 2017)',
      },
    ],
    ['fr', 'Au XIXe siècle.', { said: 'XIXe siècle', interval: 'du 1er janvier 1800 au 31 décembre 1899' }],
    ['fr', 'Les années 1990.', { said: 'les années 1990', interval: 'du 1er janvier 1990 au 31 décembre 1999' }],
    [
      'fr',
      'Hier, il neigeait.',
      {
        said: 'un jour de janvier 2017',
        interval: 'du 31 décembre 2016 au 30 janvier 2017',
        resolution: 'd’après la date du document (janvier 2017)',
      },
    ],
    ['fr', 'Pendant trois semaines.', { said: '3 semaines' }],
    ['fr', 'Tous les lundis.', { said: 'chaque lundi' }],
    ['fr', 'Chaque année.', { said: 'chaque année' }],
    ['fr', 'Deux jours par semaine.', { said: '2 jours par semaine' }],
    ['fr', 'Trois heures par jour.', { said: '3 heures par jour' }],
    ['fr', 'Toutes les deux heures.', { said: 'toutes les 2 heures' }],
    ['fr', 'Trois fois par mois.', { said: '3 fois par mois' }],
    ['en', 'Une fois par mois.', { said: 'once a month' }],
    ['en', 'Tous les deux ans.', { said: 'every 2 years' }],
    ['fr', 'Fin août 2016.', { said: 'fin d’août 2016' }],
    ['fr', 'À la fin des années 60.', { said: 'fin des années 1960' }],
    ['fr', 'À la fin du XIXe siècle.', { said: 'fin du XIXe siècle' }],
    ['en', 'Au début des années 60.', { said: 'the early 1960s' }],
    ['fr', 'La semaine dernière.', { said: 'une semaine' }],
    ['fr', 'Actuellement.', { said: 'le présent' }],
    ['en', 'Le 30 septembre 2015.', { said: 'Wednesday, September 30, 2015' }],
    ['en', 'Début 2016.', { said: 'early 2016', interval: 'January 1\u2009–\u2009April 30, 2016' }],
    ['en', 'Au XIXe siècle.', { said: 'the 19th century', interval: 'January 1, 1800\u2009–\u2009December 31, 1899' }],
    ['de', 'Le 30 septembre 2015.', { said: 'Mittwoch, 30. September 2015' }],
    ['es', 'Le 30 septembre 2015.', { said: 'miércoles, 30 de septiembre de 2015' }],
    ['xx', 'Le 30 septembre 2015.', { said: 'Wednesday, September 30, 2015' }],
  ])('in %s: %s', (ui, text, expected) => expect(said(text, '2017-01', ui)).toMatchObject(expected));

  it('says a time with its day', () => {
    expect(said('Hier à 18 h 30.', '2015-11-18', 'fr').said).toBe('mardi 17 novembre 2015, 18 h 30');
    expect(said('Hier soir.', '2015-11-18', 'fr').said).toBe('mardi 17 novembre 2015, soir');
    expect(said('Vers midi.', '2015-11-18', 'fr').said).toBe('mercredi 18 novembre 2015, environ 12 h');
  });

  it('does not give the same days twice', () => {
    expect(said('La semaine prochaine.', '2015-11-18', 'fr')).toEqual({
      said: 'semaine : du 23 au 29 novembre 2015',
      resolution: 'd’après la date du document (mercredi 18 novembre 2015)',
    });
  });

  it('names the expression that a date was counted from', () => {
    const [, eve] = datesOf('Le 14 mars 2014, le feu prit. La veille, il gelait.', 'fr', '2017-01');
    expect(describeDate(eve!, 'fr', '2017-01')).toEqual({
      said: 'jeudi 13 mars 2014',
      resolution: 'd’après « Le 14 mars 2014 »',
    });
  });
});

describe('a timeline', () => {
  const dates = datesOf(
    'Le 5 mai 2014, puis en 2012, puis le 3 mai 2014 à 18 h, le 3 mai 2014, depuis trois semaines, en 44 av. J.-C.',
    'fr',
    '2017-01-15',
  );

  it('orders by the first day meant, and leaves out what has no place in the calendar', () => {
    expect(timeline(dates).map((date) => date.value)).toEqual([
      'BC0044',
      '2012',
      '2014-05-03',
      '2014-05-03',
      '2014-05-03T18:00',
      '2014-05-05',
    ]);
  });

  it('puts what has no day last', () => {
    const [now, day] = datesOf('Actuellement, comme le 5 mai 2014.', 'fr', '2017-01-15');
    expect(compareDates(now!, day!)).toBeGreaterThan(0);
  });

  it('finds the other dates of the same day', () => {
    const day = dates.find((date) => date.value === '2014-05-03')!;
    expect(sameDayAs(day, dates).map((date) => date.value)).toEqual(['2014-05-03T18:00', '2014-05-03']);
  });
});
