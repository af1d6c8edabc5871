import { describe, expect, it } from 'vitest';
import { concordanceLine, sample, sortKey, sortLines } from '../../../server/src/corpus/concordance';
import { type Comparison, compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import type { SearchDocument } from '../../../server/src/corpus/searchDocument';
import { document } from './documents';

const found = (query: string, doc: SearchDocument, comparison?: Comparison): string[] =>
  search(compileQuery(parseQuery(query), comparison), doc).map((hit) => concordanceLine(doc, hit, 3).node);

const HARBOUR = document(
  'Le maire a rouvert le marché. « Le marché est à l’Otrane », dit Anne Morel. La marche du port reprend.',
  {
    names: { 'Anne Morel': 'PER', Otrane: 'ORG' },
    quotes: { 'Le marché est à l’Otrane': 'Anne Morel' },
    date: '2016-03-04',
    metadata: { Source: 'Le Phare' },
  },
);

describe('the simple form', () => {
  it.each<[string, string, readonly string[]]>([
    ['a word, whatever its capitals', 'le', ['Le', 'le', 'Le']],
    ['an accent is a letter', 'marche', ['marche']],
    ['words in a row are a phrase', 'le marché', ['le marché', 'Le marché']],
    ['an elision is cut as in the text, with either apostrophe', "l'otrane", ['l’Otrane']],
    ['an asterisk stands for letters', 'march*', ['marché', 'marché', 'marche']],
    ['a question mark for one', 'march?', ['marché', 'marché', 'marche']],
    ['an asterisk alone for a word', 'le * est', ['Le marché est']],
    ['a mark is a token', '«', ['«']],
    ['in quotation marks a sign is itself', '"?"', []],
    ['a phrase does not leave its paragraph, but its sentence', 'marché . «', ['marché. «']],
    ['a name', 'entity:otrane', ['Otrane']],
    ['names of a type', 'type:PER', ['Anne Morel']],
    ['quotations of a speaker', 'speaker:"anne morel"', ['Le marché est à l’Otrane']],
    ['words in the quotations of a speaker', 'marché speaker:*morel', ['marché']],
    ['words in nobody’s', 'marché speaker:Reed', []],
    ['an article’s date', 'port date:2016..2017', ['port']],
    ['which lies in it as a whole', 'port date:2016-04..', []],
    ['a column of the metadata', 'port source:"le phare"', ['port']],
    ['a value of it with an asterisk', 'port source:autre*', []],
  ])('%s: %s', (_, query, words) => {
    expect(found(query, HARBOUR)).toEqual(words);
  });

  it('tells capitals apart, and forgets accents, where that is asked', () => {
    expect(found('le', HARBOUR, { matchCase: true })).toEqual(['le']);
    expect(found('marche', HARBOUR, { ignoreAccents: true })).toEqual(['marché', 'marché', 'marche']);
  });

  it('cuts words as each text’s language does', () => {
    expect(found("reed's", document("Reed's boat sank.", { language: 'en' }))).toEqual(["Reed's"]);
  });
});

describe('CQL', () => {
  it.each<[string, string, readonly string[]]>([
    ['a word is its expression as a whole', '[word="march."]', ['marché', 'marché', 'marche']],
    ['a bare expression is a word’s', '"march." [word="est"]', ['marché est']],
    ['capitals count unless %c says not', '[word="LE"]', []],
    ['%c', '[word="LE"%c]', ['Le', 'le', 'Le']],
    ['%d', '[word="marche"%d]', ['marché', 'marché', 'marche']],
    ['any tokens between', '[word="maire"] []{0,3} [word="le"]', ['maire a rouvert le']],
    ['a type', '[type="PER"]+', ['Anne Morel']],
    ['a speaker', '[speaker="Anne.*" & word="marché"]', ['marché']],
    ['what is not', '[word="marché" & !speaker=".*"]', ['marché']],
    ['the same with !=', '[word="marché" & speaker!=".*"]', ['marché']],
    ['one or the other', '[word="maire" | word="port"]', ['maire', 'port']],
    ['a choice of rows', '([word="du"] "port" | "maire")', ['maire', 'du port']],
    ['a start', '<s> [word="L."]', ['Le', 'La']],
    ['an end', '[] </quote>', ['Otrane']],
    ['within a sentence', '"marché" []* "«" within s', []],
    ['within a paragraph', '"marché" []{0,2} "«" within p', ['marché. «']],
    ['in a quotation', '"le"%c [] within quote', ['Le marché']],
    ['with a filter', '[word="port"] date:2016', ['port']],
  ])('%s: %s', (_, query, words) => {
    expect(found(query, HARBOUR)).toEqual(words);
  });

  it('takes the longest match at each token, and none that lies in the one before', () => {
    expect(found('[word="a|b"]+', document('a b a c b', { language: 'und' }))).toEqual(['a b a', 'b']);
  });

  it('ends in time with expressions that branch everywhere', () => {
    const doc = document('a '.repeat(400), { language: 'und' });
    expect(found('([word="a"]* [word="a"]*)* [word="b"]', doc)).toEqual([]);
  });
});

describe('a query that cannot be', () => {
  it.each([
    ['', 'The query asks for nothing'],
    ['[word="a"', 'character 10 of the query: it ends too early'],
    ['[mot="a"]', 'character 2 of the query: “m” cannot stand there'],
    ['[word="("]', 'character 8 of the query: ( is not a regular expression'],
    ['[]{0,1000} "a"', 'at most 200 times'],
    ['[]{3,2} "a"', 'the second number is the smaller one'],
    ['port date:hier', 'character 6 of the query: hier is not a date'],
  ])('%s', (query, message) => {
    expect(() => compileQuery(parseQuery(query))).toThrow(message);
  });
});

describe('the concordance', () => {
  const lines = search(compileQuery(parseQuery('le')), HARBOUR).map((hit) => concordanceLine(HARBOUR, hit, 2));

  it('shows the words beside a hit, and who speaks', () => {
    expect(lines.map(({ left, node, right }) => `${left}|${node}|${right}`)).toEqual([
      '|Le| maire a',
      'a rouvert |le| marché.',
      '. « |Le| marché est',
    ]);
    expect(lines.map(({ speaker }) => speaker)).toEqual([undefined, undefined, 'Anne Morel']);
  });

  it('is sorted by words beside the hit, near or far, and by what is known of the article', () => {
    const key = (written: string) => sortKey(written, new Set(['source'])) ?? { by: 'node' as const };
    expect(sortLines(lines, [key('1R'), key('left1')], 'fr').map(({ start }) => start)).toEqual([0, 32, 19]);
    expect(sortKey('Source', new Set(['source']))).toEqual({ by: 'column', name: 'source' });
    expect(sortKey('left0', new Set())).toBeUndefined();
  });

  it('is thinned by chance, the same lines for the same seed, in their order', () => {
    const items = Array.from({ length: 1000 }, (_, i) => i);
    const taken = sample(items, 20, 7);
    expect(taken).toHaveLength(20);
    expect(sample(items, 20, 7)).toEqual(taken);
    expect(sample(items, 20, 8)).not.toEqual(taken);
    expect([...taken].sort((a, b) => a - b)).toEqual(taken);
  });
});

describe('time', () => {
  it('grows with the text, also where a match may begin at every token and end nowhere', () => {
    const visits = (n: number): number => {
      const doc = document(`${'mot '.repeat(n)}.\n`, { language: 'und' });
      let asked = 0;
      const forms = new Proxy([...doc.forms], {
        get(target, key, receiver) {
          if (typeof key === 'string' && /^\d+$/.test(key)) asked++;
          return Reflect.get(target, key, receiver);
        },
      });
      search(compileQuery(parseQuery('[word="mot"] []{0,3} [word="fin"]')), { ...doc, forms });
      return asked;
    };
    expect(visits(2000)).toBeLessThan(2.2 * visits(1000));
  });
});
