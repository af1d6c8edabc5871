import { describe, expect, it } from 'vitest';
import { lines } from './support';

// A Wednesday.
const DAY = '2015-11-18';

const check = (date: string | null, text: string, ...expected: string[]): void =>
  expect(lines(text, 'fr', date)).toEqual(expected);

describe('French: full and partial dates', () => {
  it.each([
    ['Le port a rouvert le 12 juin 2014.', 'le 12 juin 2014 = DATE 2014-06-12'],
    ['Elle est née le 1er avril 1932 à Sète.', 'le 1er avril 1932 = DATE 1932-04-01'],
    ['Le marché du jeudi 5 mars 2015 a été annulé.', 'jeudi 5 mars 2015 = DATE 2015-03-05'],
    ['Relevé du 03/07/2015, signé.', '03/07/2015 = DATE 2015-07-03'],
    ['Version publiée le 2014-09-30.', '2014-09-30 = DATE 2014-09-30'],
    ['Le bac a coulé en octobre 1998.', 'octobre 1998 = DATE 1998-10'],
    ['Il a quitté la Corse en 1977.', '1977 = DATE 1977'],
    ['Le barrage (1954) domine la vallée.', '1954 = DATE 1954'],
    ['Le prix Nobel 2016 est décerné.', '2016 = DATE 2016'],
    ['On se souvient de mai 68.', 'mai 68 = DATE 1968-05'],
    ['Le 18 juin 89, il pleuvait.', 'Le 18 juin 89 = DATE 1989-06-18'],
    ['Le 15 déc. 2012, le pont céda.', 'Le 15 déc. 2012 = DATE 2012-12-15'],
    ['LE 15 FEVRIER 2013, LE PONT CÉDA.', 'LE 15 FEVRIER 2013 = DATE 2013-02-15'],
    ["L'arrêté du vingt et un mai 2011 reste valable.", 'vingt et un mai 2011 = DATE 2011-05-21'],
    ['Le coup du 18 brumaire an VIII surprit Paris.', '18 brumaire an VIII = DATE 1799-11-09'],
    ['La ville fut prise en 52 av. J.-C. par surprise.', '52 av. J.-C. = DATE BC0052'],
    ['Les années 1920 furent folles.', 'Les années 1920 = DATE 192X'],
    ['Au milieu des années 50, tout change.', 'milieu des années 50 = DATE 195X MID'],
    ['Un manuscrit du XIIIe siècle a été retrouvé.', 'XIIIe siècle = DATE 12XX'],
    ['La saison 2013/2014 fut celle du renouveau.', 'La saison 2013/2014 = DATE 2013/2014'],
    ['La guerre de 1870-1871 ruina la région.', '1870 = DATE 1870', '1871 = DATE 1871'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('French: what the document’s date completes', () => {
  it.each([
    ['Le musée a fermé le 2 mars.', 'le 2 mars = DATE 2015-03-02'],
    ['Le musée a fermé le 2 décembre.', 'le 2 décembre = DATE 2014-12-02'],
    ['Le musée fermera le 2 mars.', 'le 2 mars = DATE 2016-03-02'],
    ['La route, rouverte le 2 mars, sera élargie.', 'le 2 mars = DATE 2015-03-02'],
    ['Le pont sera démoli en mars, a annoncé la mairie.', 'mars = DATE 2016-03'],
    ['Les travaux du 2 mars, qui devraient plaire, ont coûté cher.', '2 mars = DATE 2015-03-02'],
    ['Elle est décédée samedi à Terra Nova.', 'samedi = DATE 2015-11-14'],
    ['Il vient de parler dimanche.', 'dimanche = DATE 2015-11-15'],
    ["Le bureau reste fermé jusqu'à lundi.", 'lundi = DATE 2015-11-23'],
    ['Le dimanche, il a plu.', 'Le dimanche = DATE 2015-11-15'],
    ['Les premiers jours de mars furent doux.', 'Les premiers jours de mars = DATE 2015-03 START'],
    ['Le troisième jour du mois fut calme.', 'Le troisième jour du mois = DATE 2015-11-03'],
    ['Au cours du mois, il a neigé.', 'mois = DATE 2015-11'],
    ['Il a vécu au XX e siècle.', 'XX e siècle = DATE 19XX'],
    ['A ce jour, rien ne bouge.', 'ce jour = DATE PRESENT_REF'],
    ['On compte désormais 12 blessés.', 'désormais = DATE PRESENT_REF'],
    ['Le musée, selon la mairie : 25 novembre.', '25 novembre = DATE 2015-11-25'],
    ['Ils se sont vus mardi.', 'mardi = DATE 2015-11-17'],
    ['Ils se verront mardi.', 'mardi = DATE 2015-11-24'],
    ['Ils ont joué mercredi.', 'mercredi = DATE 2015-11-18'],
    ['Le vote de lundi dernier est nul.', 'lundi dernier = DATE 2015-11-16'],
    ['Le vote est fixé à lundi prochain.', 'lundi prochain = DATE 2015-11-23'],
    ['Une bourrasque a soufflé hier.', 'hier = DATE 2015-11-17'],
    ['Elle partira après-demain.', 'après-demain = DATE 2015-11-20'],
    ["L'usine a fermé l'an dernier.", "l'an dernier = DATE 2014"],
    ['Le budget du mois prochain est voté.', 'mois prochain = DATE 2015-12'],
    ['La grève a commencé la semaine dernière.', 'la semaine dernière = DATE 2015-W46'],
    ['Le club jouera ce week-end.', 'ce week-end = DATE 2015-W47-WE'],
    ['Le glacier a fondu cet été.', 'cet été = DATE 2015-SU'],
    ["L'hiver dernier fut doux.", "L'hiver dernier = DATE 2014-WI"],
    ['Le chômage a baissé au troisième trimestre.', 'troisième trimestre = DATE 2015-Q3'],
    ['Elle a démissionné en mars dernier.', 'mars dernier = DATE 2015-03'],
    ['Il reviendra en avril prochain.', 'avril prochain = DATE 2016-04'],
    ['Ils se sont mariés il y a douze ans.', 'il y a douze ans = DATE 2003'],
    ['Le tunnel ouvrira dans deux mois.', 'dans deux mois = DATE 2016-01'],
    ['Le chantier finira fin janvier.', 'fin janvier = DATE 2016-01 END'],
    ['La réunion se tiendra à la mi-décembre.', 'la mi-décembre = DATE 2015-12 MID'],
    ['Le repas de Noël sera servi.', 'Noël = DATE 2015-12-25'],
    ['La foire a eu lieu à la Pentecôte.', 'la Pentecôte = DATE 2015-05-24'],
    ['Le premier dimanche de mai, on danse.', 'Le premier dimanche de mai = DATE 2015-05-03'],
    ['La deuxième quinzaine de juin fut sèche.', 'La deuxième quinzaine de juin = DATE 2015-06 END'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));

  it.each<[string | null, string, ...string[]]>([
    ['2017-01', 'La cheffe a démissionné hier.', 'hier = DATE 2017-01-XX'],
    ['2017-01', 'Elle a été élue mardi.', 'mardi = DATE XXXX-WXX-2'],
    ['2017-01', 'La pluie de la semaine dernière a cessé.', 'la semaine dernière = DATE 2017-WXX'],
    ['2017-01', 'Le mois dernier fut sec.', 'Le mois dernier = DATE 2016-12'],
    ['2017', "L'an prochain sera meilleur.", "L'an prochain = DATE 2018"],
    [null, 'Elle viendra demain.', 'demain = DATE XXXX-XX-XX'],
    [null, 'Elle est partie le 3 mai.', 'le 3 mai = DATE XXXX-05-03'],
    [null, 'Cette année fut longue.', 'Cette année = DATE XXXX'],
  ])('document date %s: %s', (date: string | null, text: string, ...expected: string[]) => check(date, text, ...expected));
});

describe('French: ranges and lists that share a month or a year', () => {
  it.each([
    ['Fermé du 3 au 8 août 2014.', '3 = DATE 2014-08-03', '8 août 2014 = DATE 2014-08-08'],
    [
      'Ouvert lundi 2, mardi 3 et samedi 7 mars 2015.',
      'lundi 2 = DATE 2015-03-02',
      'mardi 3 = DATE 2015-03-03',
      'samedi 7 mars 2015 = DATE 2015-03-07',
    ],
    ['Les travaux vont de novembre à février 2013.', 'novembre = DATE 2012-11', 'février 2013 = DATE 2013-02'],
    ['Les ventes de mai et juin derniers déçoivent.', 'mai = DATE 2015-05', 'juin derniers = DATE 2015-06'],
    ['Elle vécut là entre 1951 et 1963.', '1951 = DATE 1951', '1963 = DATE 1963'],
    ['Permanence de 14 à 16 h.', '14 = TIME 2015-11-18T14:00', '16 h = TIME 2015-11-18T16:00'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('French: times of the day', () => {
  it.each([
    ['Le train part à 18h05.', '18h05 = TIME 2015-11-18T18:05'],
    ['La séance commence à 20 heures.', '20 heures = TIME 2015-11-18T20:00'],
    ['Le feu a pris vers midi.', 'midi = TIME 2015-11-18T12:00 APPROX'],
    ['Bilan publié à 9h30 GMT.', '9h30 GMT = TIME 2015-11-18T09:30Z'],
    ['La foule a défilé hier soir.', 'hier soir = TIME 2015-11-17TEV'],
    ['Elle a parlé ce matin.', 'ce matin = TIME 2015-11-18TMO'],
    ['Dans la nuit de vendredi à samedi, un mur est tombé.', 'la nuit de vendredi à samedi = TIME 2015-11-13TNI'],
    ['Concert jeudi 26 novembre, à 21 h, à la chapelle.', 'jeudi 26 novembre = DATE 2015-11-26', '21 h = TIME 2015-11-26T21:00'],
    ['Ils sont venus le 17 au soir.', 'le 17 au soir = TIME 2015-11-17TEV'],
    ['Il a crié en pleine nuit.', 'pleine nuit = TIME 2015-11-17TNI'],
    ['Les averses de la nuit ont cessé.', 'la nuit = TIME 2015-11-17TNI'],
    ['Il est tombé à 3 heures du matin.', '3 heures du matin = TIME 2015-11-18T03:00'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('French: durations and sets', () => {
  it.each([
    ['Le siège dura trois semaines.', 'trois semaines = DURATION P3W'],
    ['Il a couru pendant près de six heures.', 'près de six heures = DURATION PT6H APPROX'],
    ['Une heure plus tard, le bac repartait.', 'Une heure = DURATION PT1H'],
    ['Au bout de trois heures, il a cédé.', 'trois heures = DURATION PT3H'],
    ['Après deux heures de débats, ils votent.', 'deux heures = DURATION PT2H'],
    ['Elle est condamnée à six mois de prison.', 'six mois = DURATION P6M'],
    ["Une pause d'une demi-heure suffit.", 'une demi-heure = DURATION PT30M'],
    ['La panne a duré une heure et demie.', 'une heure et demie = DURATION PT1H30M'],
    ['Elle attend depuis quelques mois.', 'quelques mois = DURATION PXM'],
    ['Les dix dernières années ont compté.', 'Les dix dernières années = DURATION P10Y'],
    ['Il nage tous les samedis.', 'tous les samedis = SET XXXX-WXX-6'],
    ['On vote chaque année.', 'chaque année = SET P1Y'],
    ['La revue paraît deux fois par mois.', 'deux fois par mois = SET P1M'],
    ['Le marché se tient le jeudi.', 'le jeudi = SET XXXX-WXX-4'],
    ['Il gagne 1 500 euros par mois.', 'mois = SET P1M'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('French: what stands around a date', () => {
  it.each([
    ['La foire se tient entre le 3 et le 9.', 'le 3 = DATE 2015-11-03', 'le 9 = DATE 2015-11-09'],
    ['Il est mort en 1977 à 93 ans.', '1977 = DATE 1977'],
    ['La pluie a duré pendant la première moitié du mois.', 'la première moitié du mois = DATE 2015-11 START'],
    ['Le bac a fermé dans la seconde moitié des années 1980.', 'la seconde moitié des années 1980 = DATE 198X END'],
    ['Il a enseigné durant de nombreuses années.', 'de nombreuses années = DURATION PXY'],
    ['La grève a pris fin hier soir.', 'hier soir = TIME 2015-11-17TEV'],
    ['Il y a passé trente ans.', 'trente ans = DURATION P30Y'],
    ['La loi de 2008 prend fin.', '2008 = DATE 2008'],
    ['Le créneau 18 h-19 h reste libre.', '18 h = TIME 2015-11-18T18:00', '19 h = TIME 2015-11-18T19:00'],
    ['Le bac a rouvert en fin d’année 2013.', 'fin d’année 2013 = DATE 2013 END'],
    [
      'Le feu a pris vers minuit dans la nuit de vendredi à samedi.',
      'minuit = TIME 2015-11-13T24:00 APPROX',
      'la nuit de vendredi à samedi = TIME 2015-11-13TNI',
    ],
    ['Les championnats de Brumeval 2013-2014 furent rudes.', '2013-2014 = DATE 2013/2014'],
    ['On la revit quelques jours plus tard.', 'quelques jours plus tard = DATE FUTURE_REF'],
    ['Les relevés du 24 juillet et du 5 août 2006 diffèrent.', '24 juillet = DATE 2006-07-24', '5 août 2006 = DATE 2006-08-05'],
    ['Il ne reste aujourd’hui que deux moulins.', 'aujourd’hui = DATE PRESENT_REF'],
    ['Dans les années qui ont suivi, on partit.', 'les années = DURATION PXY'],
    ['On danse tous les lundis et jeudis.', 'tous les lundis = SET XXXX-WXX-1', 'jeudis = SET XXXX-WXX-4'],
    ['Le bac passe les jeudis.', 'les jeudis = SET XXXX-WXX-4'],
    ['Il vient un mercredi sur deux.', 'un mercredi sur deux = SET XXXX-WXX-3'],
    ['Elle paie un mois sur deux.', 'un mois sur deux = SET P2M'],
    ['Des manoirs des XVIIe et XVIIIe siècles.', 'XVIIe = DATE 16XX', 'XVIIIe siècles = DATE 17XX'],
    ['Les tubes des années 60 et 70 plaisent.', 'années 60 = DATE 196X', '70 = DATE 197X'],
    ['La décennie 1990 fut rude.', 'La décennie 1990 = DATE 199X'],
    ['Le club de la saison 2013/14 a changé.', 'la saison 2013/14 = DATE 2013/2014'],
    [
      'Dans la nuit de samedi à dimanche, vers 3 h, la grange a brûlé.',
      'la nuit de samedi à dimanche = TIME 2015-11-14TNI',
      '3 h = TIME 2015-11-15T03:00 APPROX',
    ],
    [
      'À 4 heures du matin, dans la nuit de lundi à mardi, on a dansé.',
      '4 heures du matin = TIME 2015-11-17T04:00',
      'la nuit de lundi à mardi = TIME 2015-11-16TNI',
    ],
    ['Le taux atteint 9 % pour octobre.', 'octobre = DATE 2015-10'],
    ['Le bac est à quai depuis cet été.', 'cet été = DATE 2015-SU'],
    ['Une marche de 2 h 41 min les a épuisés.', '2 h 41 min = DURATION PT2H41M'],
    ['La secousse (4 h 30 UTC) fut brève.', '4 h 30 UTC = TIME 2015-11-18T04:30Z'],
    ['Les courses de Noël pèsent. Vers 15 h, on rentre.', 'Noël = DATE 2015-12-25', '15 h = TIME 2015-11-18T15:00 APPROX'],
    ['Elle épousa en 1945 M. Bréval.', '1945 = DATE 1945'],
    ['Il a survécu à la guerre de 14-18.', '14-18 = DATE 1914/1918'],
    ['Le futur maire et l’actuel directeur ont lu un récent rapport.'],
    ['Fermé le lundi.', 'le lundi = SET XXXX-WXX-1'],
    ['Il a fermé le lundi.', 'le lundi = DATE 2015-11-16'],
    ['Prochaine réunion : lundi, à la mairie.', 'lundi = DATE 2015-11-23'],
    ['Les 2 h 07 de course les ont épuisés.', '2 h 07 = DURATION PT2H7M'],
    ['Le championnat du monde 2014 fut long.', '2014 = DATE 2014'],
    ['La CBT 2014 a réuni du monde.', '2014 = DATE 2014'],
    ['Les champions d’Europe 2011 arrivent.', '2011 = DATE 2011'],
    ['Les travaux annoncés par le maire lundi « vont coûter cher », dit-on.', 'lundi = DATE 2015-11-16'],
    ['Il est aujourd’hui jugé à Brumeval.', 'aujourd’hui = DATE 2015-11-18'],
    ['Les maires de l’époque ont refusé.', 'l’époque = DATE PAST_REF'],
    ['La fête du 30 novembre a été annulée.', '30 novembre = DATE 2015-11-30'],
    ['Elle nage deux jours par semaine.', 'deux jours par semaine = SET P1W'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));

  it('takes the coming feast when it is close, whatever the verb', () => {
    check('2015-12-20', 'Les vacances de Noël ont commencé.', 'Noël = DATE 2015-12-25');
  });

  it('reads today in a text without a date as the time it is read in', () => {
    check(null, 'Le moulin appartient aujourd’hui à la ville.', 'aujourd’hui = DATE PRESENT_REF');
  });

  it('lets a text without a date of its own count from the year it names', () => {
    check(
      null,
      'Le bac coula le 5 août 2006.\n\nLe 6 août, on le releva.',
      'le 5 août 2006 = DATE 2006-08-05',
      'Le 6 août = DATE 2006-08-06',
    );
  });
});

describe('French: what only looks like a date', () => {
  it.each([
    'La rue du maréchal est barrée à Lunéville.',
    'La mer monte, le jeu continue.',
    'Il est mort après une hémorragie, à l’hôpital.',
    'Paul Durand, 37 ans, est arrêté.',
    'Un enfant de 8 ans a été retrouvé.',
    'Une femme âgée de 64 ans témoigne.',
    'Le score est de 3-0 puis 10-8.',
    'Appelez le 01.40.20.53.17 pour le devis.',
    'La sonde a quitté la planète Mars.',
    'Avril Lavigne et Mme Février chantent.',
    'La Peugeot 2008 et Windows 2000 ont vieilli.',
    'On compte 2000 morts et 1939 euros de dons.',
    'Ils habitent boulevard du 8-Mai-1945.',
    'Le lycée est rue du 4-Septembre.',
    "L'article 49-3 et la résolution 2254 font débat.",
    'Il est mort à 83 ans de son plein gré.',
    'Ils étaient entre 60 et 80 000, dont 2000 à vélo.',
    'Louis XIV et Jean-Paul II figurent au chapitre XIX.',
    'Il a été très surpris.',
    'Le vol AF 447 et le MH370 ont disparu.',
    "C'est la seconde fois, à la dernière minute.",
    'Un quotidien de Lyon paraît.',
    'Le Journal du dimanche a enquêté.',
    'Le Nouvel An chinois et les Jeudis de Brume attirent du monde.',
    "L'article 12-3, 14-2 du code le dit.",
    'Sa fille, 3 ans et demi, et son fils de 18 mois dorment.',
    'La rue compte 14-18 maisons.',
    'La BMW 2002 roule, Windows Server 2003 aussi.',
    'À Brumeval, 2000 marcheurs ont suivi la fête.',
    'Il a entre 30 et 180 milliards de dettes.',
    'Elle est arrivée le premier à la cime.',
    'En maintenant la pression, il gagne.',
    'On habite près de Saint-Jean-de-Brume.',
    'Le marché de Noël et le père Noël plaisent.',
    'Sept morts et sept blessés, selon la mairie.',
    'L’ascension du col fut longue, comme un voyage vers Mars.',
    'Si un jour on se revoit, un cortège de 1910 marcheurs viendra.',
    'Ils ont tous été maires à une heure plus tardive.',
    'La route mesure 15 km et la dette 0,7 %.',
  ])('%s', (text) => check(DAY, text));

  it('does not take a part of an impossible day for a date', () => {
    check(DAY, 'Le 32 août 2014 et le 30 février 2013.');
  });
});
