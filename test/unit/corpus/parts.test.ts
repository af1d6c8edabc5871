import { describe, expect, it } from 'vitest';
import { partBy, partOfHit, partsOf, partTokens } from '../../../server/src/corpus/parts/partition';
import { spelledOut } from '../../../server/src/corpus/parts/subcorpora';
import { compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery, QueryError } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import { MessageError } from '../../../server/src/messages/error';
import { say } from '../../../server/src/messages/say';
import { findPart, parseParts, withPart } from '../../../server/src/store/partsFile';
import { document } from './documents';
import { article, count } from './tables/support';

const HARBOUR = document('Le port rouvre. « Le port est à nous », dit Anne Morel. Le quai attend.', {
  names: { 'Anne Morel': 'PER' },
  quotes: { 'Le port est à nous': 'Anne Morel' },
  date: '2016-03-04',
  metadata: { source: 'Le Phare' },
});
const BRIDGE = document('Le pont a fermé. Le port attend.', { date: '2017', metadata: { source: 'La Vigie' } });
const NAMELESS = document('Le port dort.');
const CORPUS = [HARBOUR, BRIDGE, NAMELESS];

describe('a partition', () => {
  const sizes = (by: string) => partsOf(CORPUS, partBy(by)).map(({ name, articles }) => [name, articles.length]);

  it('is made by a column, the time, or who speaks; what has none comes last', () => {
    expect(sizes('Source')).toEqual([
      ['La Vigie', 1],
      ['Le Phare', 1],
      ['', 1],
    ]);
    expect(sizes('year')).toEqual([
      ['2016', 1],
      ['2017', 1],
      ['', 1],
    ]);
    // a year is none of its months
    expect(sizes('month')).toEqual([
      ['2016-03', 1],
      ['', 2],
    ]);
    expect(sizes('speaker')).toEqual([
      ['Anne Morel', 1],
      ['', 3],
    ]);
  });

  it('counts each token and each hit once', () => {
    const by = partBy('speaker');
    expect([...partTokens(HARBOUR, by)]).toEqual([
      ['', 15],
      ['Anne Morel', 5],
    ]);
    const hits = search(compileQuery(parseQuery('port')), HARBOUR);
    expect(hits.map((hit) => partOfHit(HARBOUR, hit, by))).toEqual(['', 'Anne Morel']);
    expect([...partTokens(HARBOUR, partBy('year'))]).toEqual([['2016', HARBOUR.forms.length]]);
  });
});

describe('words in marks, and titles, within what somebody says', () => {
  const text = '« Le “petit” port lit Le Phare du soir », dit Anne Morel du “vieux” port.';
  const said = article(text, {
    quotes: {
      'Le “petit” port lit Le Phare du soir': { by: 'Anne Morel' },
      petit: { kind: 'scare' },
      vieux: { kind: 'scare' },
      'Le Phare du soir': { kind: 'title' },
    },
  });
  const by = partBy('speaker');
  const partsOfWord = (word: string) => search(compileQuery(parseQuery(word)), said).map((hit) => partOfHit(said, hit, by));

  it('are the words of who speaks, and of nobody outside of speech', () => {
    expect(['petit', 'phare', 'vieux'].map(partsOfWord)).toEqual([['Anne Morel'], ['Anne Morel'], ['']]);
  });

  it('count for the same parts in a table as in a search', () => {
    const table = count([said], { kind: 'words', by: 'speaker', marks: true });
    const at = table.columns.findIndex(({ filter }) => filter === 'speaker:"Anne Morel"');
    const words = table.rows.reduce((sum, { cells }) => sum + Number(cells[at]), 0);
    expect(words).toBe(partTokens(said, by).get('Anne Morel'));
    expect(words).toBe(10);
  });
});

describe('the file of parts', () => {
  it('says a part a line, and tells by line what it cannot understand', () => {
    const { parts, problems } = parseParts(
      '# ours\nsubcorpus la mairie = speaker:"Anne Morel"\npartition Journal=source\n\nsubcorpus =\nport\nsubcorpus La Mairie = x\n',
    );
    expect(parts).toEqual([
      { kind: 'subcorpus', name: 'la mairie', value: 'speaker:"Anne Morel"', line: 2 },
      { kind: 'partition', name: 'Journal', value: 'source', line: 3 },
    ]);
    expect(problems.map(({ line, message }) => [line, say(message, 'en').split(';')[0]])).toEqual([
      [5, 'not “subcorpus NAME = QUERY” or “partition NAME = COLUMN”'],
      [6, 'not “subcorpus NAME = QUERY” or “partition NAME = COLUMN”'],
      [7, 'La Mairie is on line 2 already'],
    ]);
  });

  it('takes a new part in the order of names, and leaves all else as it is', () => {
    const before = '# ours\r\nsubcorpus b = port\r\n???\r\n';
    const after = withPart(before, { kind: 'subcorpus', name: 'a', value: 'pont' });
    expect(after).toBe('# ours\r\nsubcorpus a = pont\r\nsubcorpus b = port\r\n???\r\n');
    expect(withPart(after, { kind: 'subcorpus', name: 'A', value: 'quai' })).toContain('subcorpus A = quai\r\nsubcorpus b');
    expect(withPart(after, { kind: 'subcorpus', name: 'a', value: '' })).toBe(before);
    expect(withPart('', { kind: 'partition', name: 'p', value: 'source' })).toBe('partition p = source\n');
  });

  it('refuses a name that no line can hold', () => {
    for (const name of ['', 'a=b', 'a*', 'a\nb', '"a"'])
      expect(() => withPart('', { kind: 'subcorpus', name, value: 'port' })).toThrow(MessageError);
  });

  it('reads again what it has written', () => {
    const part = { kind: 'subcorpus', name: 'l’été 2016', value: '[word="a"] date:2016 source:"x = y"' } as const;
    expect(findPart(parseParts(withPart('', part)).parts, 'subcorpus', 'L’ÉTÉ 2016')).toMatchObject(part);
  });
});

const { parts: PARTS } = parseParts(
  [
    'subcorpus phare = source:"Le Phare"',
    'subcorpus phare16 = in:phare date:2016',
    'subcorpus pont = pont',
    'subcorpus noms = [type="PER"] []{0,2} ","?',
    'subcorpus morel = speaker:"Anne Morel"',
    'subcorpus rond = in:cercle',
    'subcorpus cercle = in:rond',
    'subcorpus faux = date:hier',
  ].join('\n'),
);

describe('a sub-corpus', () => {
  const hits = (query: string): number[] => {
    const compiled = compileQuery(parseQuery(spelledOut(query, PARTS)));
    return CORPUS.map((doc) => search(compiled, doc).length);
  };

  it.each<[string, string, number[]]>([
    ['of filters on articles', 'port in:phare', [2, 0, 0]],
    ['whatever its capitals', 'port in:"PHARE"', [2, 0, 0]],
    ['of another one', 'port in:phare16', [2, 0, 0]],
    ['of what somebody says', 'port in:morel', [1, 0, 0]],
    ['of words: the articles that have them', 'port in:pont', [0, 1, 0]],
    ['of CQL', 'port in:noms', [2, 0, 0]],
    ['after CQL', '[word="port"] in:phare in:noms', [2, 0, 0]],
    ['two at once', 'port in:pont in:phare', [0, 0, 0]],
  ])('%s', (_, query, expected) => {
    expect(hits(query)).toEqual(expected);
  });

  const problem = (query: string): [number, string] | undefined => {
    try {
      spelledOut(query, PARTS);
    } catch (error) {
      if (error instanceof QueryError) return [error.at, say(error.said, 'en')];
    }
    return undefined;
  };

  it('tells at its place what cannot be', () => {
    expect(problem('port in:loin')).toEqual([
      5,
      expect.stringContaining('character 6 of the query: there is no sub-corpus loin; there are phare,'),
    ]);
    expect(problem('le port in:rond')).toEqual([8, expect.stringContaining('in the sub-corpus rond')]);
    expect(problem('le port in:rond')?.[1]).toContain('is a part of itself');
    expect(problem('port in:faux')?.[1]).toContain('in the sub-corpus faux: character 1 of the query: hier is not a date');
    // what the person wrote is counted in, not what it stands for
    expect(problem('port in:phare date:demain')).toEqual([14, expect.stringContaining('character 15 of the query: demain')]);
    expect(() => parseQuery('port in:phare')).toThrow('there is no sub-corpus phare');
  });
});
