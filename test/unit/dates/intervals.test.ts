import { describe, expect, it } from 'vitest';
import type { TemporalExpression } from '../../../server/src/core/analysis';
import { datesOf } from './support';

/** "words: TYPE value mod = EDTF [first day … last day]", without what the value says already. */
function line({ text, type, value, mod, edtf, earliest, latest }: TemporalExpression): string {
  const shown = edtf === undefined || edtf === value ? '' : ` = ${edtf}`;
  const one = earliest === undefined || value.startsWith(earliest) ? '' : ` [${earliest}]`;
  const days = earliest === latest ? one : ` [${earliest} … ${latest}]`;
  return `${text}: ${type} ${value}${mod ? ` ${mod}` : ''}${shown}${days}`;
}

function meant(document: string | null, when: string, rows: readonly (readonly [text: string, ...expected: string[]])[]): void {
  describe(`what is meant, and the days that it may be: ${when}`, () => {
    it.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) =>
      expect(datesOf(text, 'fr', document).map(line)).toEqual(expected),
    );
  });
}

meant(null, 'where no date of the document is known', [
  ['Elle vient hier.', 'hier: DATE XXXX-XX-XX'],
  ['Il y a trois ans, il pleuvait.', 'Il y a trois ans: DATE XXXX'],
  ['La semaine dernière, il pleuvait.', 'La semaine dernière: DATE XXXX-WXX'],
  ['Le mois dernier, il pleuvait.', 'Le mois dernier: DATE XXXX-XX'],
  ["L'an dernier, il pleuvait.", "L'an dernier: DATE XXXX"],
  ['Ce matin, il pleuvait.', 'Ce matin: TIME XXXX-XX-XXTMO'],
  ['Lundi, il pleuvait.', 'Lundi: DATE XXXX-WXX-1'],
  ['Lundi matin, il pleuvait.', 'Lundi matin: TIME XXXX-WXX-1TMO'],
  ['À 8 h 30, il pleuvait.', '8 h 30: TIME XXXX-XX-XXT08:30'],
  ['Le 29 février, il pleuvait.', 'Le 29 février: DATE XXXX-02-29'],
  ['En mars, il pleuvait.', 'mars: DATE XXXX-03'],
  [
    'En mars 2016, il pleuvait. En mai, il neigeait.',
    'mars 2016: DATE 2016-03 [2016-03-01 … 2016-03-31]',
    'mai: DATE 2016-05 [2016-05-01 … 2016-05-31]',
  ],
  ['Cet été, il pleuvait.', 'Cet été: DATE XXXX-SU'],
  ['Au troisième trimestre, il pleuvait.', 'troisième trimestre: DATE XXXX-Q3'],
  ['À Noël, il pleuvait.', 'Noël: DATE XXXX-12-25'],
  ['À Pâques, il pleuvait.', 'Pâques: DATE XXXX-XX-XX'],
  ['Pendant le carême, il pleuvait.', 'le carême: DATE XXXX-XX-XX'],
  ['La semaine 12, il pleuvait.', 'La semaine 12: DATE XXXX-W12'],
  ['Le premier dimanche de mars, il pleuvait.', 'Le premier dimanche de mars: DATE XXXX-03'],
  ['Début mars, il pleuvait.', 'Début mars: DATE XXXX-03 START'],
  ['Dans les années 60, il pleuvait.', 'les années 60: DATE 196X [1960-01-01 … 1969-12-31]'],
  [
    'En 1987, il pleuvait. La même année, il neigeait.',
    '1987: DATE 1987 [1987-01-01 … 1987-12-31]',
    'La même année: DATE 1987 [1987-01-01 … 1987-12-31]',
  ],
  [
    'Le 3 mai 2014, il pleuvait. La semaine suivante, il neigeait. Le mois suivant, il gelait.',
    'Le 3 mai 2014: DATE 2014-05-03',
    'La semaine suivante: DATE 2014-W19 = 2014-05-05/2014-05-11 [2014-05-05 … 2014-05-11]',
    'Le mois suivant: DATE 2014-06 [2014-06-01 … 2014-06-30]',
  ],
]);

meant('2017', 'where the document tells the year alone', [
  ['Hier, il pleuvait.', 'Hier: DATE 2017-XX-XX [2016-12-31 … 2017-12-30]'],
  ['Le 3 mars, il pleuvait.', 'Le 3 mars: DATE 2017-03-03'],
  ['En mars, il pleuvait.', 'mars: DATE 2017-03 [2017-03-01 … 2017-03-31]'],
  ['En mars dernier, il pleuvait.', 'mars dernier: DATE 2016-03 [2016-03-01 … 2016-03-31]'],
  ['En mars prochain, il pleuvra.', 'mars prochain: DATE 2018-03 [2018-03-01 … 2018-03-31]'],
  ['Le mois dernier, il pleuvait.', 'Le mois dernier: DATE 2017-XX [2016-12-01 … 2017-11-30]'],
  ['La semaine dernière, il pleuvait.', 'La semaine dernière: DATE 2017-WXX = [2016-12..2017-12] [2016-12-19 … 2017-12-24]'],
  ["L'an dernier, il pleuvait.", "L'an dernier: DATE 2016 [2016-01-01 … 2016-12-31]"],
  ['Il y a deux ans, il pleuvait.', 'Il y a deux ans: DATE 2015 [2015-01-01 … 2015-12-31]'],
  ['Il y a deux mois, il pleuvait.', 'Il y a deux mois: DATE 2016-XX [2016-11-01 … 2017-10-31]'],
  ['Lundi, il pleuvait.', 'Lundi: DATE XXXX-WXX-1'],
  ['Cet été, il pleuvait.', 'Cet été: DATE 2017-SU = 2017-22 [2017-06-21 … 2017-09-21]'],
  ['Au premier trimestre, il pleuvait.', 'premier trimestre: DATE 2017-Q1 = 2017-33 [2017-01-01 … 2017-03-31]'],
  ['À Noël, il pleuvait.', 'Noël: DATE 2017-12-25'],
  ['À 8 h, il pleuvait.', '8 h: TIME 2017-XX-XXT08:00 [2017-01-01 … 2017-12-31]'],
  ['Ce matin, il pleuvait.', 'Ce matin: TIME 2017-XX-XXTMO = 2017-XX-XX [2017-01-01 … 2017-12-31]'],
]);

meant('2016-12-30', 'at the end of a year, a Friday', [
  ['Lundi, il pleuvra.', 'Lundi: DATE 2017-01-02'],
  ['Vendredi, il pleuvait.', 'Vendredi: DATE 2016-12-30'],
  ['Ce vendredi, il pleut.', 'Ce vendredi: DATE 2016-12-30'],
  ['Vendredi dernier, il pleuvait.', 'Vendredi dernier: DATE 2016-12-23'],
  ['Vendredi prochain, il pleuvra.', 'Vendredi prochain: DATE 2017-01-06'],
  ['Demain, il pleuvra.', 'Demain: DATE 2016-12-31'],
  ['Après-demain, il pleuvra.', 'Après-demain: DATE 2017-01-01'],
  ['Dans trois jours, il pleuvra.', 'Dans trois jours: DATE 2017-01-02'],
  ['Dans une semaine, il pleuvra.', 'Dans une semaine: DATE 2017-W01 = 2017-01-02/2017-01-08 [2017-01-02 … 2017-01-08]'],
  ['Dans un mois, il pleuvra.', 'Dans un mois: DATE 2017-01 [2017-01-01 … 2017-01-31]'],
  ['Dans deux mois, il pleuvra.', 'Dans deux mois: DATE 2017-02 [2017-02-01 … 2017-02-28]'],
  ['Dans un an, il pleuvra.', 'Dans un an: DATE 2017 [2017-01-01 … 2017-12-31]'],
  ['La semaine prochaine, il pleuvra.', 'La semaine prochaine: DATE 2017-W01 = 2017-01-02/2017-01-08 [2017-01-02 … 2017-01-08]'],
  ['Le mois prochain, il pleuvra.', 'Le mois prochain: DATE 2017-01 [2017-01-01 … 2017-01-31]'],
  [
    'Le week-end prochain, il pleuvra.',
    'Le week-end prochain: DATE 2017-W01-WE = 2017-01-07/2017-01-08 [2017-01-07 … 2017-01-08]',
  ],
  ['Ce week-end, il pleuvra.', 'Ce week-end: DATE 2016-W52-WE = 2016-12-31/2017-01-01 [2016-12-31 … 2017-01-01]'],
  ['En janvier, il pleuvra.', 'janvier: DATE 2017-01 [2017-01-01 … 2017-01-31]'],
  ['En janvier, il pleuvait.', 'janvier: DATE 2016-01 [2016-01-01 … 2016-01-31]'],
  ['Les inondations de janvier seront rudes.', 'janvier: DATE 2017-01 [2017-01-01 … 2017-01-31]'],
  ['Un plan pour janvier.', 'janvier: DATE 2017-01 [2017-01-01 … 2017-01-31]'],
  ['Le 3 janvier, il pleuvra.', 'Le 3 janvier: DATE 2017-01-03'],
  ['Un concert le 3 janvier.', 'le 3 janvier: DATE 2017-01-03'],
  ['Un concert le 3 mars.', 'le 3 mars: DATE 2016-03-03'],
  ['Cet hiver, il pleut.', 'Cet hiver: DATE 2016-WI = 2016-24 [2016-12-21 … 2017-03-19]'],
  ["L'hiver dernier, il pleuvait.", "L'hiver dernier: DATE 2015-WI = 2015-24 [2015-12-21 … 2016-03-19]"],
  ["L'hiver prochain, il pleuvra.", "L'hiver prochain: DATE 2017-WI = 2017-24 [2017-12-21 … 2018-03-19]"],
  ['Cet été, il pleuvait.', 'Cet été: DATE 2016-SU = 2016-22 [2016-06-21 … 2016-09-21]'],
  ['Cet été, il pleuvra.', 'Cet été: DATE 2017-SU = 2017-22 [2017-06-21 … 2017-09-21]'],
  ['Le trimestre dernier, il pleuvait.', 'Le trimestre dernier: DATE 2016-Q3 = 2016-35 [2016-07-01 … 2016-09-30]'],
  ['Le prochain trimestre sera rude.', 'Le prochain trimestre: DATE 2017-Q1 = 2017-33 [2017-01-01 … 2017-03-31]'],
  ['Au premier trimestre, il pleuvra.', 'premier trimestre: DATE 2017-Q1 = 2017-33 [2017-01-01 … 2017-03-31]'],
  ['Au premier trimestre, il pleuvait.', 'premier trimestre: DATE 2016-Q1 = 2016-33 [2016-01-01 … 2016-03-31]'],
  ['Au quatrième trimestre, il pleut.', 'quatrième trimestre: DATE 2016-Q4 = 2016-36 [2016-10-01 … 2016-12-31]'],
  ['Au second semestre, il pleuvait.', 'second semestre: DATE 2016-H2 = 2016-41 [2016-07-01 … 2016-12-31]'],
  ['Le siècle dernier fut rude.', 'Le siècle dernier: DATE 19XX [1900-01-01 … 1999-12-31]'],
  ['La décennie prochaine sera rude.', 'La décennie prochaine: DATE 202X [2020-01-01 … 2029-12-31]'],
  ['Dans les années 10, il pleuvait.', 'les années 10: DATE 201X [2010-01-01 … 2019-12-31]'],
  ['Dans les années 20, il pleuvait.', 'les années 20: DATE 192X [1920-01-01 … 1929-12-31]'],
  ['Dans les années 90, il pleuvait.', 'les années 90: DATE 199X [1990-01-01 … 1999-12-31]'],
  ['À Noël, il pleuvait.', 'Noël: DATE 2016-12-25'],
  ['Le Nouvel An sera beau.', 'Le Nouvel An: DATE 2017-01-01'],
  ["Le jour de l'An sera beau.", "Le jour de l'An: DATE 2017-01-01"],
  ["L'Épiphanie sera belle.", "L'Épiphanie: DATE 2017-01-06"],
  ['La Chandeleur sera belle.', 'La Chandeleur: DATE 2017-02-02'],
  ['Pâques sera belle.', 'Pâques: DATE 2017-04-16'],
  ['Pâques prochain sera beau.', 'Pâques prochain: DATE 2017-04-16'],
  ['Pâques dernier fut beau.', 'Pâques dernier: DATE 2016-03-27'],
  ['Le carême 2016 fut long.', 'Le carême 2016: DATE 2016 = 2016-02-10~/2016-03-26~ [2016-02-10 … 2016-03-26]'],
  ["L'avent 2016 fut long.", "L'avent 2016: DATE 2016 = 2016-11-27~/2016-12-24~ [2016-11-27 … 2016-12-24]"],
  ['La Semaine sainte 2016 fut longue.', 'La Semaine sainte 2016: DATE 2016 = 2016-03-20~/2016-03-26~ [2016-03-20 … 2016-03-26]'],
  ['Le Ramadan 2017 sera long.', 'Le Ramadan 2017: DATE 2017 = 2017-05-26~/2017-06-24~ [2017-05-26 … 2017-06-24]'],
  ['La rentrée 2016 fut rude.', 'La rentrée 2016: DATE 2016-09 = 2016-09~ [2016-09-01 … 2016-09-30]'],
  ['La semaine 52 fut rude.', 'La semaine 52: DATE 2016-W52 = 2016-12-26/2017-01-01 [2016-12-26 … 2017-01-01]'],
  ['La semaine 1 de 2017 sera rude.', 'La semaine 1 de 2017: DATE 2017-W01 = 2017-01-02/2017-01-08 [2017-01-02 … 2017-01-08]'],
  ['Vendredi 13, il pleuvra.', 'Vendredi 13: DATE 2017-01-13'],
  ['Vendredi 6 janvier, il pleuvra.', 'Vendredi 6 janvier: DATE 2017-01-06'],
  ['Mardi 3 janvier, il pleuvra.', 'Mardi 3 janvier: DATE 2017-01-03'],
  ['Mercredi 3 janvier, il pleuvra.', 'Mercredi 3 janvier: DATE 2017-01-03'],
  ['Il y a trois heures, il pleuvait.', 'Il y a trois heures: TIME 2016-12-30TXX:XX'],
  ['Depuis trois semaines, il pleut.', 'trois semaines: DURATION P3W = 2016-12-09/2016-12-30 [2016-12-09 … 2016-12-30]'],
  ['Depuis deux ans, il pleut.', 'deux ans: DURATION P2Y = 2014/2016 [2014-01-01 … 2016-12-30]'],
  [
    'Ces trois derniers jours, il a plu.',
    'Ces trois derniers jours: DURATION P3D = 2016-12-27/2016-12-30 [2016-12-27 … 2016-12-30]',
  ],
  [
    'Ces deux prochaines semaines, il pleuvra.',
    'Ces deux prochaines semaines: DURATION P2W = 2016-12-30/2017-01-13 [2016-12-30 … 2017-01-13]',
  ],
  ['Les dix dernières années furent rudes.', 'Les dix dernières années: DURATION P10Y = 2006/2016 [2006-01-01 … 2016-12-30]'],
  [
    'Le reste de la semaine sera rude.',
    'Le reste de la semaine: DATE 2016-W52 END = 2016-12-30/2017-01-01 [2016-12-30 … 2017-01-01]',
  ],
  ["Le reste de l'année sera rude.", "Le reste de l'année: DATE 2016 END = 2016-12-30/2016-12-31 [2016-12-30 … 2016-12-31]"],
  ['Début 2017, il pleuvra.', 'Début 2017: DATE 2017 START = 2017-01/2017-04 [2017-01-01 … 2017-04-30]'],
  ['Début janvier, il pleuvra.', 'Début janvier: DATE 2017-01 START = 2017-01-01/2017-01-10 [2017-01-01 … 2017-01-10]'],
  ['Fin janvier, il pleuvra.', 'Fin janvier: DATE 2017-01 END = 2017-01-21/2017-01-31 [2017-01-21 … 2017-01-31]'],
  ['Mi-février, il pleuvra.', 'Mi-février: DATE 2017-02 MID = 2017-02-11/2017-02-20 [2017-02-11 … 2017-02-20]'],
  [
    'En début de semaine, il pleuvait.',
    'début de semaine: DATE 2016-W52 START = 2016-12-26/2016-12-27 [2016-12-26 … 2016-12-27]',
  ],
  ['En fin de semaine, il pleuvait.', 'fin de semaine: DATE 2016-W52 END = 2016-12-31/2017-01-01 [2016-12-31 … 2017-01-01]'],
  [
    "Au milieu de l'été 2016, il pleuvait.",
    "milieu de l'été 2016: DATE 2016-SU MID = 2016-07-22/2016-08-21 [2016-07-22 … 2016-08-21]",
  ],
  [
    'Au début du troisième trimestre 2016, il pleuvait.',
    'début du troisième trimestre 2016: DATE 2016-Q3 START = 2016-07-01/2016-07-31 [2016-07-01 … 2016-07-31]',
  ],
  [
    'À la fin du premier semestre 2016, il pleuvait.',
    'la fin du premier semestre 2016: DATE 2016-H1 END = 2016-05-01/2016-06-30 [2016-05-01 … 2016-06-30]',
  ],
  [
    'La première semaine de 2017 sera rude.',
    'La première semaine de 2017: DATE 2017-W01 = 2017-01-02/2017-01-08 [2017-01-02 … 2017-01-08]',
  ],
  ["Le premier mois de l'année fut rude.", "Le premier mois de l'année: DATE 2016-01 [2016-01-01 … 2016-01-31]"],
  [
    'Le premier week-end de janvier 2017 sera rude.',
    'Le premier week-end de janvier 2017: DATE 2017-W01-WE = 2017-01-07/2017-01-08 [2017-01-07 … 2017-01-08]',
  ],
  [
    'Le dernier week-end de novembre 2016 fut rude.',
    'Le dernier week-end de novembre 2016: DATE 2016-W47-WE = 2016-11-26/2016-11-27 [2016-11-26 … 2016-11-27]',
  ],
  ['Le dernier lundi de novembre 2016 fut rude.', 'Le dernier lundi de novembre 2016: DATE 2016-11-28'],
  ['Le deuxième mardi de novembre 2016 fut rude.', 'Le deuxième mardi de novembre 2016: DATE 2016-11-08'],
  ['Le premier trimestre de 2016 fut rude.', 'Le premier trimestre de 2016: DATE 2016-Q1 = 2016-33 [2016-01-01 … 2016-03-31]'],
  ['Le dernier trimestre de 2016 fut rude.', 'Le dernier trimestre de 2016: DATE 2016-Q4 = 2016-36 [2016-10-01 … 2016-12-31]'],
  ['Le premier jour de 2016 fut rude.', 'Le premier jour de 2016: DATE 2016-01-01'],
  ['Le dernier jour de 2016 sera rude.', 'Le dernier jour de 2016: DATE 2016-12-31'],
  ['Le premier lundi de 2016 fut rude.', 'Le premier lundi de 2016: DATE 2016-01-04'],
  ['Le dernier lundi de 2016 fut rude.', 'Le dernier lundi de 2016: DATE 2016-12-26'],
  ['La veille de Noël, il pleuvait.', 'La veille de Noël: DATE 2016-12-24'],
  ['Le lendemain de Noël, il pleuvait.', 'Le lendemain de Noël: DATE 2016-12-26'],
  ['Deux jours avant Noël, il pleuvait.', 'Deux jours avant Noël: DATE 2016-12-23'],
  ['Trois jours après Noël 2015, il pleuvait.', 'Trois jours après Noël 2015: DATE 2015-12-28'],
  ['Une semaine avant le 3 mai 2016, il pleuvait.', 'Une semaine avant le 3 mai 2016: DATE 2016-04-26'],
  ['Deux mois après mai 2016, il pleuvait.', 'Deux mois après mai 2016: DATE 2016-07 [2016-07-01 … 2016-07-31]'],
  ['La veille du 1er mars 2016, il pleuvait.', 'La veille du 1er mars 2016: DATE 2016-02-29'],
  ['Dans la nuit de samedi à dimanche, il pleuvra.', 'la nuit de samedi à dimanche: TIME 2016-12-31TNI = 2016-12-31'],
  ['Dans la nuit de jeudi à vendredi, il pleuvait.', 'la nuit de jeudi à vendredi: TIME 2016-12-29TNI = 2016-12-29'],
  [
    'Vers 2 heures du matin, dans la nuit de jeudi à vendredi, il pleuvait.',
    '2 heures du matin: TIME 2016-12-30T02:00 APPROX',
    'la nuit de jeudi à vendredi: TIME 2016-12-29TNI = 2016-12-29',
  ],
  [
    'Jeudi à 23 heures, il pleuvait. Deux heures plus tard, il neigeait.',
    'Jeudi: DATE 2016-12-29',
    '23 heures: TIME 2016-12-29T23:00',
    'Deux heures: DURATION PT2H',
  ],
  [
    'Jeudi à 23 heures, il pleuvait. Trois jours plus tard, il neigeait.',
    'Jeudi: DATE 2016-12-29',
    '23 heures: TIME 2016-12-29T23:00',
    'Trois jours plus tard: DATE 2017-01-01',
  ],
  [
    'À 14 h 30, il pleuvait. Vingt minutes plus tard, il neigeait.',
    '14 h 30: TIME 2016-12-30T14:30',
    'Vingt minutes: DURATION PT20M',
  ],
  [
    'À 23 h 50, il pleuvait. Vingt minutes plus tard, il neigeait.',
    '23 h 50: TIME 2016-12-30T23:50',
    'Vingt minutes: DURATION PT20M',
  ],
  ['À 8 h, il pleuvait. Une heure plus tôt, il neigeait.', '8 h: TIME 2016-12-30T08:00', 'Une heure: DURATION PT1H'],
]);

meant('2016-02-29', 'on a leap day', [
  ['Il y a un an, il pleuvait.', 'Il y a un an: DATE 2015 [2015-01-01 … 2015-12-31]'],
  ['Dans un an, il pleuvra.', 'Dans un an: DATE 2017 [2017-01-01 … 2017-12-31]'],
  ['Il y a un mois, il pleuvait.', 'Il y a un mois: DATE 2016-01 [2016-01-01 … 2016-01-31]'],
  ['Le 29 février, il pleut.', 'Le 29 février: DATE 2016-02-29'],
]);

meant('2017-03-10', 'in spring, a Friday', [
  ['Le 29 février, il pleuvait.', 'Le 29 février: DATE 2016-02-29'],
  ['Le 29 février, il pleuvra.', 'Le 29 février: DATE 2020-02-29'],
  ['Le printemps sera beau.', 'Le printemps: DATE 2017-SP = 2017-21 [2017-03-20 … 2017-06-20]'],
  ['Cet hiver fut beau.', 'Cet hiver: DATE 2016-WI = 2016-24 [2016-12-21 … 2017-03-19]'],
  ['Cet été sera beau.', 'Cet été: DATE 2017-SU = 2017-22 [2017-06-21 … 2017-09-21]'],
  ['Cet automne fut beau.', 'Cet automne: DATE 2016-FA = 2016-23 [2016-09-22 … 2016-12-20]'],
  ['Ce printemps fut beau.', 'Ce printemps: DATE 2016-SP = 2016-21 [2016-03-20 … 2016-06-20]'],
  ['Un concert le 20 mars.', 'le 20 mars: DATE 2017-03-20'],
  ['Un concert le 20 avril.', 'le 20 avril: DATE 2017-04-20'],
  ['Un concert le 20 juin.', 'le 20 juin: DATE 2016-06-20'],
  ['Un concert le 1er mars.', 'le 1er mars: DATE 2017-03-01'],
  ['Un concert le 20 février.', 'le 20 février: DATE 2017-02-20'],
  ['Un concert en avril.', 'avril: DATE 2017-04 [2017-04-01 … 2017-04-30]'],
  ['Un concert en mai.', 'mai: DATE 2016-05 [2016-05-01 … 2016-05-31]'],
  ['Un concert en mars.', 'mars: DATE 2017-03 [2017-03-01 … 2017-03-31]'],
  ['Pâques approche.', 'Pâques: DATE 2017-04-16'],
  ['Noël.', 'Noël: DATE 2016-12-25'],
  ['Un repas de Noël.', 'Noël: DATE 2016-12-25'],
  ['Un bal du 14 juillet.', '14 juillet: DATE 2016-07-14'],
  [
    'De mai à juin, il pleuvra.',
    'mai: DATE 2017-05 = 2017-05/2017-06 [2017-05-01 … 2017-05-31]',
    'juin: DATE 2017-06 [2017-06-01 … 2017-06-30]',
  ],
  [
    "D'octobre à février, il pleuvait.",
    'octobre: DATE 2016-10 = 2016-10/2017-02 [2016-10-01 … 2016-10-31]',
    'février: DATE 2017-02 [2017-02-01 … 2017-02-28]',
  ],
  ['De lundi à mercredi, il pleuvra.', 'lundi: DATE 2017-03-13 = 2017-03-13/2017-03-15', 'mercredi: DATE 2017-03-15'],
  ['Entre mardi et jeudi, il pleuvait.', 'mardi: DATE 2017-03-07 = 2017-03-07/2017-03-09', 'jeudi: DATE 2017-03-09'],
]);

meant('1850-06-15', 'in an old paper', [
  ['Dans les années 30, il pleuvait.', 'les années 30: DATE 183X [1830-01-01 … 1839-12-31]'],
  ['Le 3 mai 48, il pleuvait.', 'Le 3 mai 48: DATE 1848-05-03'],
  ['Au siècle dernier, il pleuvait.', 'siècle dernier: DATE 17XX [1700-01-01 … 1799-12-31]'],
]);
