import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleAnalysis, type EntityType, nothingFound, type Quotation } from '../../../server/src/core/analysis';
import { randomiser } from '../../../server/src/core/random';
import { entryOf } from '../../../server/src/corpus/index/entry';
import { type IndexedArticle, IndexStore } from '../../../server/src/corpus/index/indexStore';
import { packDocument, unpackDocument } from '../../../server/src/corpus/index/packedDocument';
import { type Comparison, compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery, spelled } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import { type SearchDocument, searchDocument } from '../../../server/src/corpus/searchDocument';
import { TABLE_DEFAULTS, type TableRequest } from '../../../server/src/corpus/tables/table';
import { tableTask } from '../../../server/src/corpus/tables/task';
import { itemOf } from './documents';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = { stat: 's', content: 'c', key: 'k' };

const WORDS = [
  'le Le port ports marché marche Marché l’ L’ l' + "'",
  'Otrane œuvre ŒUVRE coeur cœur aujourd’hui ſage sage ΟΔΟΣ οδος élu ELU Élu',
  '« » , . ; : ? ! - – ( ) 3 2016 12,5 % € m² the harbour Harbour harbour’s it’s',
].flatMap((line) => line.split(' '));
const NAMES: readonly [string, EntityType][] = [
  ['Anne Morel', 'PER'],
  ['Otrane', 'ORG'],
  ['Élu', 'LOC'],
  ['le Phare', 'MISC'],
];

/** A text of words by chance, with names, quotations and dates wherever chance puts them. */
function someDocument(id: string, random: () => number): SearchDocument {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const words = Array.from({ length: 5 + Math.floor(random() * 60) }, () =>
    random() < 0.1 ? pick(NAMES)[0] : pick(WORDS) + (random() < 0.06 ? '\n\n' : ''),
  );
  const text = words.join(' ') + (random() < 0.05 ? ' \ud83d' : '');
  const span = (): { start: number; end: number } => {
    // an annotation has words: nothing marks blanks alone
    const start = text.slice(0, 1 + Math.floor(random() * (text.length - 2))).search(/\S\s*$/);
    return { start, end: Math.min(text.length, start + 1 + Math.floor(random() * 40)) };
  };
  const times = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * most) }, make);
  const analysis: ArticleAnalysis = {
    id,
    language: pick(['fr', 'en', 'und']),
    date: pick([null, '2016', '2016-03', '2016-03-04', '2017-11-30']),
    entities: times(5, () => {
      const [entity, type] = pick(NAMES);
      const at = span();
      return { ...at, text: text.slice(at.start, at.end), type, entity, confidence: 1 };
    }),
    dates: times(3, () => ({
      ...span(),
      text: '',
      value: pick(['2016', '2016-03-04', 'XXXX-WXX-1']),
      type: 'DATE',
      confidence: 1,
    })),
    quotes: times(3, (): Quotation => {
      const { start, end } = span();
      const kind = pick(['direct', 'indirect', 'mixed'] as const);
      return { spans: [[start, end]], text: '', kind, ...(random() < 0.7 && { speakerName: pick(NAMES)[0] }), confidence: 1 };
    }),
    entityIndex: NAMES.map(([name, type]) => ({
      id: name,
      type,
      name,
      aliases: name === 'Anne Morel' ? ['Morel'] : [],
      mentions: 1,
      ...(type === 'ORG' && { properties: { party: 'Les Verts' } }),
    })),
    structure: [],
  } as ArticleAnalysis;
  const types = ['theme/works', 'theme/sea', '!entity/PER', 'entity/PER', 'quote/direct'];
  const items = times(4, () => itemOf('T1', span(), [pick(types), random() < 0.5 ? { tone: pick(['low', 'high']) } : {}]));
  const metadata = new Map(random() < 0.5 ? [['source', pick(['Le Phare', 'La Vigie'])]] : []);
  return searchDocument(text, analysis, metadata, items);
}

/** A query by chance, of either form. */
function someQuery(random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const word = (): string => pick(WORDS).replace(/["/]/g, '') || 'le';
  const wild = (): string => {
    const form = word();
    const at = Math.floor(random() * form.length);
    return pick([`${form.slice(0, at)}*`, `*${form.slice(at)}`, `${form.slice(0, at)}?${form.slice(at + 1)}`, '*']);
  };
  const filter = (): string =>
    pick([
      'entity:Otrane',
      'entity:*morel',
      'entity:"anne morel"',
      'type:per',
      'type:?RG',
      'speaker:"Anne Morel"',
      'speaker:*e*',
      'quote:direct',
      'quote:*',
      'date:2016',
      'date:2016-02..2017',
      'language:fr',
      'source:"Le Phare"',
      'file:*1*',
      spelled(word()),
      'layer:theme',
      'layer:theme=*s',
      'attribute:tone=low',
      'property:party=*',
      'decided:no',
      'decided:yes',
      spelled(`[word=".*${word().slice(-1)}"] []? [type="PER"]`),
    ]);
  const simple = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick([word, word, wild, () => `"${word()}"`])()).join(' ');
  const escaped = (form: string): string => form.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&').replace(/\\-/g, '-');
  const regex = (): string =>
    `"${pick([escaped(word()), `${escaped(word().slice(0, 2))}.*`, 'le|port', '.+e', 's.ge'])}"${pick(['', '%c', '%d', '%cd'])}`;
  const token = (): string =>
    pick([
      () => `[word=${regex()}]`,
      regex,
      () => '[]',
      () => `[type="${pick(['PER', 'ORG', 'P.*'])}"]`,
      () => `[word!=${regex()} & speaker="Anne.*"]`,
      () => `[entity="Otrane"%c | quote="direct"]`,
      () => `[!date="2016.*"]`,
      () => `[date="2016.*"]`,
      () => `(${regex()} | ${regex()} [])`,
    ])();
  const cql = (): string =>
    `[] ${Array.from({ length: 1 + Math.floor(random() * 3) }, () => token() + pick(['', '', '?', '*', '{1,2}', '{0,2}'])).join(' ')}${pick(['', ' within s', ' within quote'])}`.slice(
      random() < 0.5 ? 0 : 3,
    );
  const filters = Array.from({ length: Math.floor(random() * 2.2) }, filter).join(' ');
  return pick([() => `${simple()} ${filters}`, () => `${cql()} ${filters}`, () => `${filter()} ${filters}`])();
}

/** How a store is asked: what may have hits is looked through. */
function throughIndex(store: IndexStore, query: string, comparison: Comparison) {
  const parsed = parseQuery(query);
  const [compiled, isCandidate] = [compileQuery(parsed, comparison), store.candidates(parsed, comparison)];
  const found: [string, unknown][] = [];
  let looked = 0;
  for (const article of store.articles.values()) {
    if (!isCandidate(article)) continue;
    looked++;
    const hits = search(compiled, store.document(article, article.path));
    if (hits.length > 0) found.push([article.path, hits]);
  }
  return { found: Object.fromEntries(found), looked };
}

describe('an index', () => {
  it('gives what going through all texts gives, whatever is asked', async () => {
    const random = randomiser(11);
    const documents = Array.from({ length: 60 }, (_, i) => someDocument(`${i}.txt`, random));
    const store = await IndexStore.open(folder, 'v1');
    store.put(documents.map((document) => entryOf(document.id, KEY, document)));
    let [asked, looked, withHits] = [0, 0, 0];
    while (asked < 500) {
      const query = someQuery(random);
      const comparison = { matchCase: random() < 0.3, ignoreAccents: random() < 0.3 };
      let compiled: ReturnType<typeof compileQuery>;
      try {
        compiled = compileQuery(parseQuery(query), comparison);
      } catch {
        continue;
      }
      asked++;
      const expected = Object.fromEntries(
        documents.flatMap((document) => {
          const hits = search(compiled, document);
          return hits.length === 0 ? [] : [[document.id, hits]];
        }),
      );
      const given = throughIndex(store, query, comparison);
      expect(given.found, query).toEqual(expected);
      looked += given.looked;
      if (Object.keys(expected).length > 0) withHits++;
    }
    // queries that find nothing, or an index that leaves nothing out, would show nothing
    expect(withHits).toBeGreaterThan(150);
    expect(looked).toBeLessThan(0.6 * asked * documents.length);
    await store.close();
  });

  it('counts names and dates as the articles have them, whatever was replaced or let go', async () => {
    const store = await IndexStore.open(folder, 'v1');
    const random = randomiser(31);
    const documents = new Map<string, SearchDocument>();
    for (let i = 0; i < 120; i++) {
      const path = `${Math.floor(random() * 25)}.txt`;
      if (random() < 0.2) {
        documents.delete(path);
        store.remove([path]);
        continue;
      }
      const document = someDocument(path, random);
      documents.set(path, document);
      store.put([entryOf(path, KEY, document)]);
    }
    const sums = new Map<string, { articles: Set<string>; mentions: number }>();
    for (const [path, { dates, mentions }] of documents)
      for (const key of [...dates.map(({ value }) => `date ${value}`), ...mentions.map(({ names }) => `name ${names[0]}`)]) {
        const sum = sums.get(key) ?? { articles: new Set(), mentions: 0 };
        sums.set(key, { articles: sum.articles.add(path), mentions: sum.mentions + 1 });
      }
    const listed = [
      ...store.moments.all.map(({ value, articles, mentions }) => [`date ${value}`, articles, mentions]),
      ...store.names.list(() => true).map(({ name, articles, mentions }) => [`name ${name}`, articles, mentions]),
    ];
    expect(listed.sort()).toEqual([...sums].map(([key, { articles, mentions }]) => [key, articles.size, mentions]).sort());
    for (const { value, type, articles } of store.moments.all)
      expect(store.moments.articles(value, type), value).toHaveLength(articles);
    await store.close();
  });

  it('keeps a document as it was', () => {
    const random = randomiser(5);
    for (let i = 0; i < 200; i++) {
      const document = someDocument('a.txt', random);
      const kept = unpackDocument('a.txt', packDocument(document), document);
      const parts = Object.keys(document) as (keyof SearchDocument)[];
      expect(Object.fromEntries(parts.map((part) => [part, kept[part]]))).toEqual({ ...document });
    }
  });

  it('counts what counting the documents counts, whatever is asked', async () => {
    const random = randomiser(11);
    const store = await IndexStore.open(folder, 'v1');
    const documents = Array.from({ length: 40 }, (_, i) => someDocument(`${i}.txt`, random));
    // half of it written twice, in batches
    store.put(documents.slice(0, 20).map((document) => entryOf(document.id, KEY, someDocument(document.id, random))));
    for (const from of [0, 13]) store.put(documents.slice(from).map((document) => entryOf(document.id, KEY, document)));
    const [by, marks] = [
      [undefined, 'speaker', 'year', 'source, language'],
      [true, false],
    ] as const;
    const kinds: readonly (Partial<TableRequest> & Pick<TableRequest, 'kind'>)[] = [
      { kind: 'words' },
      { kind: 'words', stop: ['le'], lemmas: [['ports', 'port']] },
      { kind: 'words', within: 'march*' },
      { kind: 'ngrams', shortest: 1 },
      { kind: 'collocates', queries: ['port'] },
      { kind: 'collocates', queries: ['type:PER'], crossSentences: true, left: 2, sort: 'tScore' },
      { kind: 'collocates', speaker: { name: 'Anne Morel', words: 'inside' } },
      { kind: 'keywords', by: 'language', part: 'fr', sort: 'logRatio' },
      { kind: 'keywords', by: 'speaker', part: 'Anne Morel' },
      { kind: 'keywords', reference: { name: 'list', words: [['port', 9]], size: 5000 } },
      { kind: 'dispersion', queries: ['port', 'march*'] },
      { kind: 'speakers' },
      { kind: 'barcode', queries: ['port'] },
    ];
    for (const kind of kinds)
      for (const parted of kind.by === undefined ? by : [kind.by])
        for (const withMarks of marks) {
          const switches = { matchCase: random() < 0.5, ignoreAccents: random() < 0.5, marks: withMarks, by: parted };
          const request = { ...TABLE_DEFAULTS, limit: 10_000, ...switches, ...kind } as TableRequest;
          const [plain, own] = [tableTask(request), tableTask(request)];
          for (const document of documents) {
            plain.take(document);
            const article = store.articles.get(document.id) as IndexedArticle;
            own.take(store.document(article, document.id));
          }
          expect(own.finish(), JSON.stringify(request)).toEqual(plain.finish());
        }
    await store.close();
  });

  it('has what was written when it is opened again, and no more of what was replaced or let go', async () => {
    const of = (path: string, text: string): ReturnType<typeof entryOf> =>
      entryOf(path, KEY, searchDocument(text, { ...EMPTY, id: path }));
    const first = await IndexStore.open(folder, 'v1');
    first.put([of('a.txt', 'le port'), of('b.txt', 'le port'), of('c.txt', 'le pont')]);
    first.put([of('a.txt', 'la gare')]);
    first.remove(['b.txt']);
    first.touch('c.txt', 'later');
    await first.close();
    const again = await IndexStore.open(folder, 'v1');
    expect([...again.articles.values()].map(({ path, stat }) => [path, stat])).toEqual([
      ['c.txt', 'later'],
      ['a.txt', 's'],
    ]);
    expect(throughIndex(again, 'port', {})).toEqual({ found: {}, looked: 0 });
    expect(throughIndex(again, 'gare', {})).toMatchObject({ found: { 'a.txt': [{ first: 1, last: 2 }] }, looked: 1 });
    await again.close();
  });

  it('is made anew for another version, and where its file is damaged', async () => {
    const entry = entryOf('a.txt', KEY, searchDocument('le port', { ...EMPTY, id: 'a.txt' }));
    const fill = async (): Promise<void> => {
      const store = await IndexStore.open(folder, 'v1');
      store.put([entry]);
      await store.close();
    };
    const sizeAt = async (version: string): Promise<number> => {
      const store = await IndexStore.open(folder, version);
      const { size } = store.articles;
      store.put([entry]);
      expect(throughIndex(store, 'port', {}).found).toHaveProperty(['a.txt']);
      await store.close();
      return size;
    };
    await fill();
    expect(await sizeAt('v1')).toBe(1);
    expect(await sizeAt('v2')).toBe(0);
    for (const damage of [Buffer.from('no database at all'), Buffer.alloc(20_000, 'SQLite format 3\0'), Buffer.alloc(0)]) {
      writeFileSync(join(folder, 'index.sqlite'), damage);
      expect(await sizeAt('v2')).toBe(0);
    }
  });

  it('stays where it cannot be opened for now, which is told, and has all when it can', async () => {
    const first = await IndexStore.open(folder, 'v1');
    first.put([entryOf('a.txt', KEY, searchDocument('le port', { ...EMPTY, id: 'a.txt' }))]);
    await first.close();
    // a file of SQLite's own that no program can open as one
    const inTheWay = join(folder, 'index.sqlite-wal');
    mkdirSync(inTheWay);
    await expect(IndexStore.open(folder, 'v1')).rejects.toMatchObject({ message: expect.stringContaining('cannot be written') });
    rmSync(inTheWay, { recursive: true });
    const again = await IndexStore.open(folder, 'v1');
    expect(again.articles.size).toBe(1);
    await again.close();
  });

  it('is made anew where what it says of an article cannot be read, which is told', async () => {
    const first = await IndexStore.open(folder, 'v1');
    const texts = Array.from({ length: 60 }, (_, i) => `Le port numéro ${i} rouvre. `.repeat(100));
    first.put(texts.map((text, i) => entryOf(`${i}.txt`, KEY, searchDocument(text, { ...EMPTY, id: `${i}.txt` }))));
    await first.close();
    const file = join(folder, 'index.sqlite');
    const bytes = readFileSync(file);
    // the page on which a document goes on, as a disk loses it
    const lost = Math.floor(bytes.indexOf('Le port numéro 31') / PAGE) * PAGE;
    bytes.fill(0xff, lost, lost + PAGE);
    writeFileSync(file, bytes);
    const damaged = await IndexStore.open(folder, 'v1');
    const read = () => [...damaged.articles.values()].map((article) => damaged.document(article, '').text);
    expect(read).toThrow(/damaged/);
    expect(damaged.isDamaged).toBe(true);
    await damaged.close();
    const anew = await IndexStore.open(folder, 'v1');
    expect(anew.articles.size).toBe(0);
    await anew.close();
  });

  it('belongs to one at a time, and to the next where its owner has ended', async () => {
    const store = await IndexStore.open(folder, 'v1');
    await expect(IndexStore.open(folder, 'v1')).rejects.toMatchObject({ said: { gaps: [process.pid] } });
    store.put([entryOf('a.txt', KEY, searchDocument('le port', { ...EMPTY, id: 'a.txt' }))]);
    await store.close();
    // as a process leaves it that was ended: its number is no process's, and the store's own lock stands
    const dead = { space: 'elsewhere', pid: 4_194_304, start: '1' };
    writeFileSync(join(folder, 'owner.json'), JSON.stringify(dead));
    mkdirSync(join(folder, 'index.sqlite.lock'));
    const next = await IndexStore.open(folder, 'v1');
    expect(next.articles.size).toBe(1);
    await next.close();
    expect(readdirSync(folder)).toEqual(['index.sqlite']);
  });
});

/** Of a database, in bytes. */
const PAGE = 4096;

const EMPTY = { ...nothingFound(''), language: 'fr' };
