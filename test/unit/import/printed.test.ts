import { describe, expect, test } from 'vitest';
import type { Read } from '../../../server/src/import/readers/article';
import { joinLines } from '../../../server/src/import/readers/hyphens';
import { readPdf } from '../../../server/src/import/readers/pdf';
import { say } from '../../../server/src/messages/say';
import { type PrintedLine, pdf } from './files';

const read = (bytes: Uint8Array): Promise<readonly Read[]> => readPdf({ name: 'bac', bytes });
const articles = (found: readonly Read[]) => found.flatMap(({ article }) => article ?? []);
const told = (found: readonly Read[]): string[] =>
  found.flatMap(({ problem }) => (problem === undefined ? [] : say(problem.message, 'en')));

/** Lines below each other, 12 points apart, from a place on the page. */
const lines = (x: number, y: number, ...texts: readonly string[]): PrintedLine[] =>
  texts.map((text, i) => ({ text, x, y: y - 12 * i }));

describe('a PDF with a text layer', () => {
  test('of one column: title, paragraphs after a gap, words joined at line ends', async () => {
    const page = [
      { text: 'Le bac repart', x: 60, y: 770, size: 22 },
      ...lines(
        60,
        720,
        'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, après trois se-',
        'maines d’arrêt. Le porte-parole de la mairie en attend un été sans autre panne, et le porte-',
        'parole du chantier aussi, dit-il.',
      ),
      ...lines(60, 660, 'Un second bateau viendra peut-être au printemps ; le conseil en débattra jeudi soir à huis clos.'),
    ];
    const found = await read(pdf([page], { Title: 'une.indd', Author: 'Hugo Lestrange' }));
    expect(told(found)).toEqual([]);
    expect(articles(found)).toMatchObject([
      {
        title: 'Le bac repart',
        author: 'Hugo Lestrange',
        body: 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, après trois semaines d’arrêt. Le porte-parole de la mairie en attend un été sans autre panne, et le porte-parole du chantier aussi, dit-il.\n\nUn second bateau viendra peut-être au printemps ; le conseil en débattra jeudi soir à huis clos.',
      },
    ]);
  });

  test('of two columns below a headline: the left one before the right one, a paragraph goes on in the next', async () => {
    const left = [
      'Le bac a repris ses rotations lundi.',
      'La traversée dure douze minutes et',
      'coûte deux euros, comme avant les',
      'travaux. Les usagers attendaient ce',
      'retour depuis le mois de janvier et',
      'ne cachaient pas leur joie sur le',
    ];
    const right = [
      'quai. Le café a rouvert ses portes',
      'le même jour. Sa patronne espère un',
      'bon été. Le chantier du port avait',
      'promis une réparation en une seule',
      'semaine ; elle en a pris trois. Nul',
      'ne sait encore qui paiera la note.',
    ];
    const page = [
      { text: 'Le bac repart enfin', x: 60, y: 770, size: 24 },
      ...lines(60, 720, ...left),
      ...lines(320, 720, ...right),
    ];
    const found = await read(pdf([page]));
    expect(articles(found)).toMatchObject([{ title: 'Le bac repart enfin', body: [...left, ...right].join(' ') }]);
  });

  test('of several pages: running heads and page numbers are left out, a paragraph goes on over the page', async () => {
    const page = (number: number, ...texts: readonly string[]): PrintedLine[] => [
      { text: `Le Phare – vendredi 4 mars 2016`, x: 60, y: 815, size: 8 },
      ...lines(60, 740, ...texts),
      { text: number % 2 ? `${number}` : `page ${number}`, x: 290, y: 30, size: 8 },
    ];
    const found = await read(
      pdf([
        page(1, 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, ce qui'),
        page(2, 'réjouit tout le monde au port.'),
        page(3, 'Page 3 du dossier : la mairie annonce un second bateau pour l’été prochain.'),
      ]),
    );
    expect(articles(found)[0]?.body).toBe(
      'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, ce qui réjouit tout le monde au port.\n\nPage 3 du dossier : la mairie annonce un second bateau pour l’été prochain.',
    );
    expect(articles(found)[0]?.title).toBe('bac');
  });

  test('whose paragraphs begin with an indentation', async () => {
    const page = [
      { text: 'Première phrase, assez longue pour aller d’un bord de la colonne à son autre bord, là-bas', x: 72, y: 700 },
      { text: 'et qui finit ici, tout au bout de la deuxième ligne, sans que rien de plus ne la prolonge.', x: 60, y: 688 },
      { text: 'Seconde phrase, elle aussi fort longue, qui commence donc par un retrait de douze points', x: 72, y: 676 },
      { text: 'et va de même jusqu’à la fin de la deuxième ligne de son propre paragraphe, qu’elle finit.', x: 60, y: 664 },
    ];
    expect(articles(await read(pdf([page])))[0]?.body.split('\n\n')).toEqual([
      `${page[0]?.text} ${page[1]?.text}`,
      `${page[2]?.text} ${page[3]?.text}`,
    ]);
  });

  test('set in narrow columns, words wide apart in one of them, the columns near each other', async () => {
    const left = [
      'Le bac a repris ses',
      'rotations, dit-on',
      'au port ce matin où',
      'chacun attendait le',
      'retour du bateau et',
      'de son équipage que',
    ];
    const right = [
      'personne n’avait vu',
      'depuis janvier. Les',
      'usagers ont fait la',
      'queue dès six heures',
      'et le café a rouvert',
      'ses portes aussitôt.',
    ];
    // white space of 14 points between letters of 10
    const wide = [
      { text: 'rotations,', x: 60, y: 708 },
      { text: ' ', x: 103, y: 708, size: 50 },
      { text: 'dit-on', x: 117, y: 708 },
    ];
    const page = [
      ...lines(60, 720, ...left).filter(({ text }) => text !== 'rotations, dit-on'),
      ...wide,
      ...lines(166, 720, ...right),
    ];
    expect(articles(await read(pdf([page])))[0]?.body).toBe([...left, ...right].join(' '));
  });

  test('none, a damaged and a protected one are told', async () => {
    expect(told(await read(pdf([[], []])))).toEqual([expect.stringMatching(/^2 pages without a text layer/)]);
    expect(told(await read(new TextEncoder().encode('bonjour')))).toEqual(['is damaged, or no PDF']);
    const locked = pdf(
      [lines(60, 700, 'Secret')],
      {},
      {
        objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >>`],
        trailer: `/Encrypt 7 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
      },
    );
    expect(told(await read(locked))).toEqual(['is protected by a password: save a copy without one']);
  });
});

describe('words at line ends', () => {
  test.each([
    [['infor-', 'mation'], 'information'],
    [['infor\u00ad', 'mation'], 'information'],
    [['Jean-', 'Pierre'], 'Jean-Pierre'],
    [['a-t-', 'il'], 'a-t-il'],
    [['dix-', 'sept-cents'], 'dix-sept-cents'],
    [['une ligne', 'puis l’autre'], 'une ligne puis l’autre'],
    [['un tiret –', 'ici'], 'un tiret – ici'],
    [['2015-', '2016'], '2015- 2016'],
  ])('%j are %s', (parts, whole) => {
    expect(joinLines(parts)).toBe(whole);
  });

  test('keep a hyphen that the text has elsewhere', () => {
    expect(joinLines(['le porte-', 'parole'], new Set(['porte-parole']))).toBe('le porte-parole');
    expect(joinLines(['l’infor-', 'mation'], new Set(['information', 'infor-mation']))).toBe('l’information');
  });
});
