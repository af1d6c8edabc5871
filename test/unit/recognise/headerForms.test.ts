import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { proposeHeaderPatterns } from '../../../server/src/core/recognise/headerForms';
import { compileHeaderPatterns, readHeader } from '../../../server/src/core/structure/header';

const TITLES = [
  'Un pont fermé pour deux ans',
  'La gare rouvre lundi',
  'Deux marins portés disparus au large',
  'Le maire démissionne',
];
const AUTHORS = ['Marie Lenoir', 'Paul Verdier', 'Ann Field', 'Jean de la Roche'];
const lines = (make: (i: number) => string): string[] => TITLES.map((_, i) => make(i));

/** What the best pattern reads in the first line. */
function read(firstLines: readonly string[]): Record<string, string | undefined> {
  const [best] = proposeHeaderPatterns(firstLines);
  if (best === undefined) return {};
  expect([best.fits, best.of]).toEqual([firstLines.length, firstLines.length]);
  const { patterns, problems } = compileHeaderPatterns([best.pattern]);
  expect(problems).toEqual([]);
  const line = firstLines[0] as string;
  const header = readHeader(`${line}\n\nLe texte.`, patterns);
  const words = (span: { start: number; end: number } | undefined) => span && line.slice(span.start, span.end);
  return {
    date: words(header?.dateSpan ?? header?.writtenDate),
    title: words(header?.title),
    source: words(header?.source),
    author: words(header?.author),
  };
}

describe('forms of header that first lines have in common', () => {
  it.each<[string, string[], Record<string, string>]>([
    [
      'source, date - title',
      lines((i) => `Le Phare, ${i + 1} mars 2017 - ${TITLES[i]}`),
      { source: 'Le Phare', date: '1 mars 2017', title: TITLES[0] as string },
    ],
    [
      'date | title | author',
      lines((i) => `2017-03-0${i + 1} | ${TITLES[i]} | ${AUTHORS[i]}`),
      { date: '2017-03-01', title: TITLES[0] as string, author: 'Marie Lenoir' },
    ],
    ['[date] title', lines((i) => `[0${i + 1}/03/2017] ${TITLES[i]}`), { date: '01/03/2017', title: TITLES[0] as string }],
    ['title (date)', lines((i) => `${TITLES[i]} (0${i + 1}/03/2017)`), { date: '01/03/2017', title: TITLES[0] as string }],
    ['date alone', lines((i) => `${i + 1} mars 2017`), { date: '1 mars 2017' }],
    ['date – title', lines((i) => `${i + 1}.3.2017 – ${TITLES[i]}`), { date: '1.3.2017', title: TITLES[0] as string }],
    [
      'tabs',
      lines((i) => `2017-03-0${i + 1}\tLe Phare\t${TITLES[i]}`),
      { date: '2017-03-01', source: 'Le Phare', title: TITLES[0] as string },
    ],
    [
      'English',
      lines((i) => `The Ferry | March ${i + 1}, 2017 | ${TITLES[i]}`),
      { source: 'The Ferry', date: 'March 1, 2017', title: TITLES[0] as string },
    ],
    [
      'title with a hyphen in it',
      lines((i) => `2017-03-0${i + 1} - Saint-Malo : ${TITLES[i]}`),
      { date: '2017-03-01', title: `Saint-Malo : ${TITLES[0]}` },
    ],
  ])('%s', (_, firstLines, expected) => {
    const found = Object.fromEntries(Object.entries(read(firstLines)).filter(([, words]) => words !== undefined));
    expect(found).toEqual(expected);
  });

  it('says what each is made of, with an example, and how many it fits', () => {
    const firstLines = [
      ...lines((i) => `Le Phare, ${i + 1} mars 2017 - ${TITLES[i]}`),
      ...lines((i) => `[0${i + 1}/04/2017] ${TITLES[i]}`).slice(0, 3),
      'Autre chose',
    ];
    expect(proposeHeaderPatterns(firstLines).map(({ name, fits, of, example }) => [name, fits, of, example])).toEqual([
      ['source, date - title', 4, 8, firstLines[0]],
      ['[date] title', 3, 8, firstLines[4]],
    ]);
  });

  it('the date is what the article’s days count from', () => {
    const firstLines = lines((i) => `Le Phare, ${i + 3} mars 2017 - ${TITLES[i]}`);
    const headerPatterns = proposeHeaderPatterns(firstLines).map(({ pattern }) => pattern);
    const text = `${firstLines[0]}\n\nLe port a rouvert hier, a dit la mairie.`;
    const { date, dates } = createAnalyser({ headerPatterns }).analyse({ id: 'x', text, language: 'fr' });
    expect([date, dates.find((found) => found.text === 'hier')?.value]).toEqual(['2017-03-03', '2017-03-02']);
  });

  it.each<[string, string[]]>([
    ['no dates', TITLES],
    ['dates in running text', lines((i) => `Le ${i + 1} mars 2017 le pont a fermé et la gare aussi`)],
    ['one line alone', ['2017-03-03 | Un pont fermé']],
    ['nothing', []],
    ['few among many', [...Array(20).fill('Un titre sans date'), '2017-03-03 | a', '2017-03-04 | b']],
  ])('none: %s', (_, firstLines) => {
    expect(proposeHeaderPatterns(firstLines)).toEqual([]);
  });

  it('whatever the lines are, its patterns compile, fit what they say, and end on long lines', () => {
    const part = fc.constantFrom(
      '2017-03-03',
      '3 mars 2017',
      ' - ',
      ' | ',
      ', ',
      '[',
      ']',
      'Un pont',
      ' ',
      '\t',
      ';',
      '(',
      '.*+',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
          { maxLength: 6 },
        ),
        (firstLines) => {
          for (const { pattern, fits } of proposeHeaderPatterns(firstLines)) {
            const { patterns, problems } = compileHeaderPatterns([pattern]);
            expect(problems).toEqual([]);
            expect(fits).toBeGreaterThan(1);
            readHeader(`${'a - b | c, d '.repeat(200)}`, patterns);
          }
        },
      ),
    );
  });
});
