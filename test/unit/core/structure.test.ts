import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { LineIndex } from '../../../server/src/core/lineIndex';
import {
  compileHeaderPatterns,
  DEFAULT_HEADER_PATTERNS,
  dateFromName,
  readHeader,
} from '../../../server/src/core/structure/header';
import { splitParagraphs } from '../../../server/src/core/text/paragraphs';

const defaults = compileHeaderPatterns(DEFAULT_HEADER_PATTERNS).patterns;

describe('header', () => {
  test.each([
    [' date 2017-01 La ville dort.', '2017-01', 'La ville dort.'],
    ['date 2017 La ville dort.', '2017', 'La ville dort.'],
    ['date 2017-03-09\nLa ville dort.', '2017-03-09', '\nLa ville dort.'],
    ['\ufeff date 2017-01 La ville.', '2017-01', 'La ville.'],
    ['\tdate\u00a02017-12-31', '2017-12-31', ''],
  ])('%j', (text, date, rest) => {
    const header = readHeader(text, defaults);
    expect(header?.date).toBe(date);
    expect(text.slice(header?.dateSpan?.start, header?.dateSpan?.end)).toBe(date);
    expect(text.slice(header?.end)).toBe(rest);
  });

  test.each([
    'La date 2017-01 est connue.',
    'date 17-01 x',
    'date 2017-13 x',
    'date 2017-01-45 x',
    'dates 2017',
    'date 20170 x',
    '',
    'date',
  ])('none in %j', (text) => {
    expect(readHeader(text, defaults)).toBeNull();
  });

  test('a form of the user’s own gives title, source and author', () => {
    const { patterns, problems } = compileHeaderPatterns([
      '(?<source>[A-Z]+) \\| (?<title>[^|\\n]+) \\| (?<author>[^|\\n]+) \\| (?<date>[\\d-]+)\\n',
      '(',
    ]);
    const text = 'GAZETTE | Le pont rouvre | Ada Brune | 2021-02-03\nCorps.';
    const header = readHeader(text, patterns);
    const cut = (span?: { start: number; end: number }): string => text.slice(span?.start, span?.end);
    expect([cut(header?.source), cut(header?.title), cut(header?.author), header?.date]).toEqual([
      'GAZETTE',
      'Le pont rouvre',
      'Ada Brune',
      '2021-02-03',
    ]);
    expect(problems).toMatchObject([{ pattern: '(' }]);
  });

  test.each([
    ['2016_01_08-001', '2016-01-08'],
    ['press/2017/03/a.txt', '2017-03'],
    ['20170315-x.txt', '2017-03-15'],
    ['000_8f18329d31acdb13.txt', null],
    ['201703.txt', null],
    ['112016-01.txt', null],
    ['/backup-2024-05-03/corpus/2016-01/08/a.txt', '2016-01'],
    ['2016-01/2016-01-08.txt', '2016-01-08'],
    ['backup-2024-05-03/corpus/news/mine/a.txt', null],
    ['C:\\press\\2017_03\\a.txt', '2017-03'],
  ])('a date in the name %s: %s', (name, date) => {
    expect(dateFromName(name)).toBe(date);
  });
});

describe('paragraphs', () => {
  const cut = (text: string): string[] => splitParagraphs(text).map((p) => text.slice(p.start, p.end));

  test('blank lines and single line breaks separate; CRLF and lone CR too', () => {
    expect(cut('Un.\n\nDeux.\nTrois.\r\n\r\nQuatre.\rCinq.')).toEqual(['Un.', 'Deux.', 'Trois.', 'Quatre.', 'Cinq.']);
  });

  test('hard-wrapped lines make one paragraph', () => {
    const one =
      'Le conseil municipal a voté hier soir la rénovation du vieux pont de\npierre, fermé depuis deux ans à la circulation après la crue qui avait\nemporté une de ses arches et endommagé les autres, a indiqué la mairie\nde la commune.';
    expect(
      cut(`${one}\n\nLe chantier durera deux ans et coûtera quatre millions de florins, selon\nles services techniques.`),
    ).toHaveLength(2);
  });

  test('a very long line is cut between sentences and nothing is lost', () => {
    const line = 'Une phrase de plus, ni longue ni courte. '.repeat(5_000);
    const parts = cut(line);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.every((part) => part.endsWith('.'))).toBe(true);
    expect(parts.join(' ')).toBe(line.trim());
  });
});

describe('structure', () => {
  const analyser = createAnalyser();
  const roles = (text: string): string[] =>
    analyser
      .analyse({ id: 'x', text, language: 'fr' })
      .structure.map((b) => `${b.role}: ${text.slice(b.start, b.end).slice(0, 24)}`);

  test('header, lead, teaser, caption, heading', () => {
    const text = [
      ' date 2020-05 Le port de Vell a rouvert mardi, a annoncé la mairie.',
      'Port de Vell: ce que la fermeture a coûté aux pêcheurs de la baie en trois semaines',
      'Les bateaux ont repris la mer.',
      '© Agence Mira/ Olga Brandt Le maire inaugure le quai',
      'Un chantier de deux ans',
      'Tout avait commencé par une fuite.',
    ].join('\n\n');
    expect(roles(text).map((r) => r.split(':')[0])).toEqual([
      'header',
      'lead',
      'teaser',
      'paragraph',
      'caption',
      'heading',
      'paragraph',
    ]);
    const caption = analyser.analyse({ id: 'x', text, language: 'fr' }).structure.find((b) => b.role === 'caption');
    expect(text.slice(caption?.credit?.start, caption?.credit?.end)).toBe('© Agence Mira/');
    expect(text.slice(caption?.photographer?.start, caption?.photographer?.end)).toBe('Olga Brandt');
  });

  test('a title without a full stop, then the lead', () => {
    expect(
      roles('Le port de Vell rouvre\n\nLe port a rouvert mardi.\n\nLes bateaux sont sortis.').map((r) => r.split(':')[0]),
    ).toEqual(['title', 'lead', 'paragraph']);
  });

  const kinds = (...lines: string[]): string[] => roles(lines.join('\n\n')).map((r) => r.split(':')[0] as string);

  test.each(['Qui a fermé le port de Vell ?', 'Le maire de Vell : « Le port rouvrira »', 'Le port rouvre (photos)'])(
    'a title that ends in a mark: %s',
    (title) => {
      expect(kinds(title, 'Le port de Vell a rouvert mardi, a dit la mairie.', 'Les bateaux sont sortis.')[0]).toBe('title');
    },
  );

  test.each(['« Le port rouvrira »', 'Le port rouvre. Les bateaux sortent !', '« Le port rouvrira », a dit le maire.'])(
    'no title: %s',
    (line) => {
      expect(kinds(line, 'Le port de Vell a rouvert mardi, a dit la mairie.', 'Les bateaux sont sortis.')[0]).toBe('lead');
    },
  );

  test.each([
    '3 mars 2017 . –',
    'Vell, le 3 mars 2017',
    'Publié le 3 mars 2017 à 10 h 30',
    'Par Olga Brandt',
    'Vell, March 3, 2017 (Mira) –',
  ])('a byline stands between title and lead: %s', (line) => {
    expect(kinds('Le port de Vell rouvre', line, 'Le port a rouvert mardi.', 'Les bateaux sont sortis.')).toEqual([
      'title',
      'byline',
      'lead',
      'paragraph',
    ]);
  });

  test('a dateline stands below the lead too, but a heading with a date is none', () => {
    const text = ['Le port de Vell rouvre', 'Le port a rouvert mardi.', '3 mars 2017 . –', 'Les bateaux sont sortis.'];
    expect(kinds(...text, 'Tous sont revenus.', 'Il pleuvait.', 'Nul ne dormait.')[2]).toBe('byline');
    expect(
      kinds(...text.slice(0, 2), 'Événements du 3 mars 2017', text[3] as string, 'Tous sont revenus.', 'Il pleuvait.', 'Fin.')[2],
    ).toBe('heading');
  });

  test.each(['(avec agences)', 'A. B.', 'Par Olga Brandt', 'Propos recueillis par Olga Brandt, le 3 mars, à Vell.'])(
    'who wrote it may stand at the end: %s',
    (line) => {
      expect(kinds('Le port a rouvert mardi.', 'Les bateaux sont sortis.', line)).toEqual(['lead', 'paragraph', 'byline']);
    },
  );

  const lead = 'Le port de Vell a rouvert mardi après trois semaines de travaux.';
  test.each([
    'VELL (Mira) –',
    'Vell, 3 mars (Mira) -',
    'VELL —',
    'VELL, 3 mars –',
    '3 mars 2017 . –',
    'Vell, le 3 mars 2017 –',
    'VELL, March 3, 2017 (Mira) —',
  ])('a dateline is cut off the text that it is glued to: %s', (dateline) => {
    const text = `Le port rouvre\n\n${dateline} ${lead}\n\nLes bateaux sont sortis.`;
    const blocks = analyser.analyse({ id: 'x', text, language: 'fr' }).structure;
    expect(blocks.map((block) => [block.role, text.slice(block.start, block.end)])).toEqual([
      ['title', 'Le port rouvre'],
      ['byline', dateline],
      ['lead', lead],
      ['paragraph', 'Les bateaux sont sortis.'],
    ]);
  });

  test.each([
    `Le maire (Parti bleu) – ${lead}`,
    `Vell – ${lead}`,
    'VELL – OM : le choc des ports aura bien lieu ce soir, sous la pluie',
    `Le 3 mars, le port – ${lead}`,
  ])('no dateline: %s', (text) => {
    expect(analyser.analyse({ id: 'x', text: `${text}\n\nFin.`, language: 'fr' }).structure).toHaveLength(2);
  });

  test('what is reported does not begin with the dateline, and yesterday is counted from it', () => {
    const text = 'VELL, 3 mars 2017 (Mira) – Le port est fermé depuis mardi, a annoncé hier la mairie de la ville.';
    const { quotes, dates } = analyser.analyse({ id: 'x', text, language: 'fr' });
    expect(quotes.map((quote) => quote.text)).toEqual(['Le port est fermé depuis mardi']);
    expect(dates.find((date) => date.text === 'hier')?.value).toBe('2017-03-02');
  });

  test('a line below one that is a credit alone is what the picture shows', () => {
    const made = (separator: string): string[] =>
      roles(
        `${lead}\n\n© Mira/ Olga Brandt${separator}Le port après les travaux\n\nLes bateaux sont sortis vers midi, par temps calme.`,
      ).map((role) => role.split(':')[0] as string);
    expect(made('\n')).toEqual(['lead', 'caption', 'caption', 'paragraph']);
    expect(made('\n\n')).toEqual(['lead', 'caption', 'heading', 'paragraph']);
  });

  test('a sentence that begins with the word of a byline is none', () => {
    expect(kinds('Le port a rouvert mardi.', 'Par temps calme, les bateaux sortent tous')[1]).toBe('paragraph');
  });

  const between = (line: string): string =>
    kinds(
      'Le port de Vell a rouvert mardi, a annoncé la mairie.',
      line,
      'Les bateaux ont repris la mer vers midi, par temps calme.',
    )[1] as string;

  test.each([
    'Vell: le port rouvre',
    'Le maire refuse de démissionner',
    'Les pêcheurs ont vendu leurs bateaux',
    'Anton Berg: «nous restons à quai»',
    'Vell: qui a fermé le port ?',
    'Abonnez-vous à notre lettre du matin',
    'Mots-clés : port, pêche, Vell',
    'Partager cet article',
    'Les opinions exprimées ici sont celles de leurs auteurs.',
  ])('a short headline, or what a site adds, is a teaser: %s', (line) => {
    expect(between(line)).toBe('teaser');
  });

  test.each(['Un chantier de deux ans', 'La menace d’une crue', 'Ce que dit la mairie', '« La mer n’oublie rien »'])(
    'a heading: %s',
    (line) => {
      expect(between(line)).toBe('heading');
    },
  );

  test.each([
    '« La mer n’oublie rien. »',
    '« Partez ! »',
    'Il ajoute : « nous restons à quai »',
    'Le maire répond : « Nous restons. »',
    'Qui a fermé le port ?',
  ])('what somebody says or asks is a paragraph: %s', (line) => {
    expect(between(line)).toBe('paragraph');
  });

  test('in an interview a name and a colon tell who speaks', () => {
    const lines = [1, 2, 3].flatMap((n) => [`Mirapress : Et la saison ${n} ?`, `Anton Berg : Elle fut bonne, la ${n}e aussi.`]);
    expect(kinds('Le port a rouvert mardi. Entretien.', ...lines).slice(1)).toEqual(lines.map(() => 'paragraph'));
  });

  test('English lines between paragraphs', () => {
    const english = (line: string): string | undefined => {
      const text = `The harbour of Vell reopened on Tuesday, the mayor said.\n\n${line}\n\nThe boats went out at noon, in calm weather.`;
      return analyser.analyse({ id: 'x', text, language: 'en' }).structure[1]?.role;
    };
    expect(['Mayor refuses to resign', 'Vell: harbour reopens', 'Sign up for our letter'].map(english)).toEqual(
      Array(3).fill('teaser'),
    );
    expect(['Two years of works', 'What comes next'].map(english)).toEqual(['heading', 'heading']);
    expect(['FILE PHOTO: The harbour. MIRA/Olga Brandt', 'Photo by Olga Brandt/Mira'].map(english)).toEqual([
      'caption',
      'caption',
    ]);
  });

  test('links may be somebody’s words', () => {
    expect(kinds('Le port a rouvert mardi.', 'Lire aussi :', 'Berg: «nous restons»', 'Les bateaux sont sortis.')).toEqual([
      'lead',
      'teaser',
      'teaser',
      'paragraph',
    ]);
  });

  test('links after a line that announces them are teasers, however short', () => {
    expect(
      kinds('Le port a rouvert mardi.', 'Sur le même sujet', 'Le port ferme', 'Le maire parle', 'Les bateaux sont sortis.'),
    ).toEqual(['lead', 'teaser', 'teaser', 'teaser', 'paragraph']);
  });

  test('lines without a full stop one after the other are a list, no headings', () => {
    expect(kinds('Voici le vote.', 'Anna Berg 51 %', 'Aldo Marin 49 %', 'La mairie a fermé à midi.')).toEqual([
      'lead',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });
});

describe('credits', () => {
  const analyser = createAnalyser();
  test.each([
    ['© Sputnik. Olga Brandt Vell prépare la fête', '© Sputnik.', 'Olga Brandt'],
    ['© AFP 2016 OLGA BRANDT Aldo Marin reçoit le maire', '© AFP 2016', 'OLGA BRANDT'],
    ['© Agence Mira/ J. Olga Brandt Aldo Marin reçoit', '© Agence Mira/', 'J. Olga Brandt'],
    ['© Agence Mira/ Olga Brandt Vell: le port rouvre', '© Agence Mira/', 'Olga Brandt'],
    ['© Agence Mira/ Olga Maria Brandt Le port rouvre', '© Agence Mira/', 'Olga Maria Brandt'],
    ['CC BY 2.0 / obrandt / Le port de Vell', 'CC BY 2.0 /', 'obrandt'],
    ['© Photo. Ministère valdorien de la Mer Le port rouvre', '© Photo. Ministère valdorien de la Mer', undefined],
    ['© Archives nationales de Valdorie Une page du carnet', '© Archives nationales de Valdorie', undefined],
    ['© Ministère valdorien de la Mer', '© Ministère valdorien de la Mer', undefined],
    ["© Capture d'écran: MiraTube", "© Capture d'écran: MiraTube", undefined],
    ["© Mirapix/ U.S. Coast Command L'aviation survole Vell", '© Mirapix/ U.S. Coast Command', undefined],
    ['© Photo: Olga Brandt Le port rouvre', '© Photo: Olga Brandt', 'Olga Brandt'],
    ['© Mira/ Olga Brandt Aldo Marin, mardi, sur le quai', '© Mira/', 'Olga Brandt'],
    ['© Mira/ Archives Aldo Marin en visite à Vell', '© Mira/ Archives', undefined],
    ['Photo Mira/ Olga Brandt L’abbaye de Vell', 'Photo Mira/', 'Olga Brandt'],
    ['Photo : Olga Brandt/ Valpresse Les joueurs de Vell', 'Photo : Olga Brandt/ Valpresse', 'Olga Brandt'],
    ['Photo : Olga Brandt/ Mirapress Aldo Marin au siège', 'Photo : Olga Brandt/ Mirapress', 'Olga Brandt'],
    ['AFP / Olga Brandt Le port de Vell', 'AFP /', 'Olga Brandt'],
    ['Le port de Vell, jeudi. (Photo : Mira/Olga Brandt)', 'Photo : Mira/Olga Brandt', 'Olga Brandt'],
    ['Le port de Vell, jeudi. AFP/Olga Brandt/Archives', 'AFP/Olga Brandt/Archives', 'Olga Brandt'],
    ['Photo : Mira/ Olga Brandt', 'Photo : Mira/', 'Olga Brandt'],
    ['Le maire inaugure le quai. © Mira / Olga Brandt', '© Mira / Olga Brandt', 'Olga Brandt'],
    ['Le maire, mardi, sur le quai. OLGA BRANDT / AFP', 'OLGA BRANDT / AFP', 'OLGA BRANDT'],
  ])('%s', (line, credit, photographer) => {
    const text = `Le port a rouvert mardi.\n\n${line}\n\nLes bateaux sont sortis.`;
    const caption = analyser.analyse({ id: 'x', text, language: 'fr' }).structure.find((block) => block.role === 'caption');
    const cut = (span?: { start: number; end: number }): string | undefined => span && text.slice(span.start, span.end);
    expect([cut(caption), cut(caption?.credit), cut(caption?.photographer)]).toEqual([line, credit, photographer]);
  });
});

describe('line index', () => {
  test('offset → position → offset is the same, with every line end and emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', 'é') }), (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // between \r and \n there is no position
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });

  test('a line is the same whatever was asked before', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: -2, max: 45 }), { maxLength: 20 }), (text, offsets) => {
        const asked = new LineIndex(text);
        for (const offset of offsets) {
          const before = text.slice(0, Math.max(0, Math.min(offset, text.length)));
          // a \r that a \n follows ends its line with it
          const ends = before.match(/\r\n|\n|\r/gu)?.length ?? 0;
          const isBetween = before.endsWith('\r') && text[before.length] === '\n';
          expect(asked.lineOf(offset)).toBe(isBetween ? ends - 1 : ends);
        }
      }),
    );
  });

  test('a character past the line’s end is its end, a line past the text its end', () => {
    const index = new LineIndex('ab\r\ncd');
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(6);
  });
});
