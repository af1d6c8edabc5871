import { describe, expect, it } from 'vitest';
import type { TemporalExpression } from '../../../server/src/core/analysis';
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

describe('every kind of value in French and English', () => {
  it.each([
    ['DATE BC0044', '44 av. J.-C.', '44 BC'],
    ['DATE BC0044-03', 'mars 44 av. J.-C.', 'March 44 BC'],
    ['DATE XXXX-03', 'mars', 'March'],
    ['DATE XXXX-03-15', '15 mars', 'March 15'],
    ['DATE XXXX-WXX-3', 'mercredi', 'Wednesday'],
    ['DATE 2017-XX', 'un jour de 2017', 'a day in 2017'],
    ['DATE 2017-XX-XX', 'un jour de 2017', 'a day in 2017'],
    ['DATE 2017-03-XX', 'un jour de mars 2017', 'a day in March 2017'],
    ['DATE 2017-08-XX', 'un jour d’août 2017', 'a day in August 2017'],
    ['DATE 2017-03-01', 'mercredi 1er mars 2017', 'Wednesday, March 1, 2017'],
    ['DATE 2017-03-02', 'jeudi 2 mars 2017', 'Thursday, March 2, 2017'],
    ['DATE 2017-02-30', '2017-02-30', '2017-02-30'],
    ['DATE 2017-13', '2017-13', '2017-13'],
    ['DATE 2017-WXX', 'une semaine', 'a week'],
    ['DATE 2017-WXX-WE', 'un week-end', 'a weekend'],
    ['DATE 2017-W10', 'semaine : du 6 au 12 mars 2017', 'week: March 6 – March 12, 2017'],
    ['DATE 2017-W10-WE', 'week-end : du 11 au 12 mars 2017', 'weekend: March 11 – March 12, 2017'],
    ['DATE 2017-SP', 'printemps 2017', 'spring 2017'],
    ['DATE 2017-WI', 'hiver 2017', 'winter 2017'],
    ['DATE XXXX-SU', 'été', 'summer'],
    ['DATE 2017-Q2', '2e trimestre 2017', '2nd quarter 2017'],
    ['DATE 2017-H1', 'premier semestre 2017', 'first half 2017'],
    ['DATE 198X', 'les années 1980', 'the 1980s'],
    ['DATE 18XX', 'XIXe siècle', 'the 19th century'],
    ['DATE FY2017', 'exercice 2017', 'fiscal year 2017'],
    ['DATE 2016/2017', '2016–2017', '2016–2017'],
    ['DATE PAST_REF', 'le passé', 'the past'],
    ['DATE FUTURE_REF', 'l’avenir', 'the future'],
    ['DATE PRESENT_REF', 'le présent', 'the present'],
    ['DATE 2017 APPROX', 'environ 2017', 'about 2017'],
    ['DATE 2017 START', 'début de 2017', 'early 2017'],
    ['DATE 2017 MID', 'milieu de 2017', 'mid-2017'],
    ['DATE 2017 END', 'fin de 2017', 'late 2017'],
    ['DATE 2017 BEFORE', 'avant 2017', 'before 2017'],
    ['DATE 2017 AFTER', 'après 2017', 'after 2017'],
    ['DATE 2017-04 END', 'fin d’avril 2017', 'late April 2017'],
    ['DATE 2017-W10 END', 'fin de semaine : du 6 au 12 mars 2017', 'late week: March 6 – March 12, 2017'],
    ['DATE 2017-WXX END', 'une semaine', 'a week'],
    ['DATE XXXX', 'XXXX', 'XXXX'],
    ['TIME 2017-03-02T18:05', 'jeudi 2 mars 2017, 18 h 05', 'Thursday, March 2, 2017, 18:05'],
    ['TIME 2017-03-02T18:05:30', 'jeudi 2 mars 2017, 18 h 05', 'Thursday, March 2, 2017, 18:05'],
    ['TIME 2017-03-02T18:05Z', 'jeudi 2 mars 2017, 18 h 05 UTC', 'Thursday, March 2, 2017, 18:05 UTC'],
    ['TIME 2017-03-02T18:05+02:00', 'jeudi 2 mars 2017, 18 h 05 UTC+02:00', 'Thursday, March 2, 2017, 18:05 UTC+02:00'],
    ['TIME 2017-03-02TMO', 'jeudi 2 mars 2017, matin', 'Thursday, March 2, 2017, morning'],
    ['TIME 2017-03-02TNI', 'jeudi 2 mars 2017, nuit', 'Thursday, March 2, 2017, night'],
    ['TIME 2017-03-02TDT', 'jeudi 2 mars 2017, journée', 'Thursday, March 2, 2017, daytime'],
    ['TIME 2017-03-02TMI', 'jeudi 2 mars 2017, mi-journée', 'Thursday, March 2, 2017, midday'],
    ['TIME 2017-03-02TXX:XX', 'jeudi 2 mars 2017', 'Thursday, March 2, 2017'],
    ['TIME 2017-03-XXT18:05', 'un jour de mars 2017, 18 h 05', 'a day in March 2017, 18:05'],
    ['TIME XXXX-XX-XXT18:05', '18 h 05', '18:05'],
    ['TIME XXXX-WXX-1TMO', 'lundi matin', 'Monday morning'],
    ['TIME 2017-03-02T18:05 APPROX', 'jeudi 2 mars 2017, environ 18 h 05', 'Thursday, March 2, 2017, about 18:05'],
    ['TIME 2017-03-02TEV END', 'jeudi 2 mars 2017, fin de soir', 'Thursday, March 2, 2017, late evening'],
    ['DURATION P1D', '1 jour', '1 day'],
    ['DURATION P2D', '2 jours', '2 days'],
    ['DURATION P2Y3M', '2 ans 3 mois', '2 years 3 months'],
    ['DURATION PXY', 'quelques ans', 'some years'],
    ['DURATION PT1H', '1 heure', '1 hour'],
    ['DURATION PT2H30M', '2 heures 30 minutes', '2 hours 30 minutes'],
    ['DURATION PT90S', '90 secondes', '90 seconds'],
    ['DURATION P2W', '2 semaines', '2 weeks'],
    ['DURATION P3DE', '3 décennies', '3 decades'],
    ['DURATION P2CE', '2 siècles', '2 centuries'],
    ['DURATION P2Q', '2 trimestres', '2 quarters'],
    ['DURATION P2WE', '2 week-ends', '2 weekends'],
    ['DURATION P3D APPROX', 'environ 3 jours', 'about 3 days'],
    ['DURATION P3D MORE_THAN', 'plus de 3 jours', 'more than 3 days'],
    ['DURATION P3D LESS_THAN', 'moins de 3 jours', 'less than 3 days'],
    ['DURATION P3D EQUAL_OR_MORE', 'au moins 3 jours', 'at least 3 days'],
    ['DURATION P3D EQUAL_OR_LESS', 'au plus 3 jours', 'at most 3 days'],
    ['SET P1D', 'chaque jour', 'every day'],
    ['SET P2D', 'tous les 2 jours', 'every 2 days'],
    ['SET P1W', 'chaque semaine', 'every week'],
    ['SET P1Y', 'chaque année', 'every year'],
    ['SET PT1H', 'chaque heure', 'every hour'],
    ['SET PT2H', 'toutes les 2 heures', 'every 2 hours'],
    ['SET XXXX-WXX-1', 'chaque lundi', 'every Monday'],
    ['SET XXXX-WXX-1TMO', 'chaque lundi matin', 'every Monday morning'],
    ['SET XXXX-XX-XXTEV', 'chaque soir', 'every evening'],
    ['SET XXXX-SU', 'chaque été', 'every summer'],
    ['SET P1W 1X', 'une fois par semaine', 'once a week'],
    ['SET P1W 2X', '2 fois par semaine', '2 times a week'],
    ['SET P1M 3X', '3 fois par mois', '3 times a month'],
    ['SET P1W 2D', '2 jours par semaine', '2 days per week'],
    ['SET P1D T3H', '3 heures par jour', '3 hours per day'],
    ['SET nonsense', 'nonsense', 'nonsense'],
    ['DATE nonsense', 'nonsense', 'nonsense'],
  ])('%s', (written, french, english) => {
    const [type, value, more] = written.split(' ') as [TemporalExpression['type'], string, string?];
    const extra = more === undefined ? {} : type === 'SET' ? { freq: more } : { mod: more as TemporalExpression['mod'] };
    const expression = { start: 0, end: 1, text: 'x', type, value, ...extra } as TemporalExpression;
    expect(['fr', 'en'].map((ui) => describeDate(expression, ui, null).said)).toEqual([french, english]);
  });

  // what Intl has no words for is said in English, as all other words of the interface are in such a language
  it('in German with its own months and weekdays', () => {
    const german = (value: string) =>
      describeDate({ start: 0, end: 1, text: 'x', type: 'DATE', value } as TemporalExpression, 'de-AT', null).said;
    expect(['2017-03-02', '2017-03', 'XXXX-03-15', 'XXXX-WXX-3', '2017-Q2'].map(german)).toEqual([
      'Donnerstag, 2. März 2017',
      'März 2017',
      '15. März',
      'Mittwoch',
      '2nd quarter 2017',
    ]);
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

  it('orders the parts of a day among its hours, and a day before what lies in it', () => {
    const made = (value: string, latest = '2014-05-03', start = 0) =>
      ({
        start,
        end: 1,
        text: value,
        type: value.includes('T') ? 'TIME' : 'DATE',
        value,
        earliest: '2014-05-03',
        latest,
      }) as TemporalExpression;
    const inOrder = [
      '2014-05-03T05:00',
      '2014-05-03TMO',
      '2014-05-03TDT',
      '2014-05-03T11:00',
      '2014-05-03TMI',
      '2014-05-03TAF',
      '2014-05-03T17:30',
      '2014-05-03TEV',
      '2014-05-03T20:00',
      '2014-05-03TNI',
    ];
    expect(timeline([...inOrder].reverse().map((value) => made(value))).map(({ value }) => value)).toEqual(inOrder);
    const [long, day, same] = [made('2014-05', '2014-05-31'), made('2014-05-03'), made('2014-05-03', '2014-05-03', 9)];
    expect(timeline([same, day, long])).toEqual([long, day, same]);
    expect(sameDayAs(long, [long, day, same])).toEqual([]);
    expect(sameDayAs(day, [long, day, same])).toEqual([same]);
  });

  it('finds the other dates of the same day', () => {
    const day = dates.find((date) => date.value === '2014-05-03')!;
    expect(sameDayAs(day, dates).map((date) => date.value)).toEqual(['2014-05-03T18:00', '2014-05-03']);
  });
});
