import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AgreementReport, GoldReport, ReviewApplied } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

/** A brat corpus of our own: texts, what the first annotator has said of them, and what the others say, in words. */
interface Corpus {
  readonly schema: object;
  readonly texts: Readonly<Record<string, string>>;
  readonly ann: Readonly<Record<string, string>>;
  /** What the second and the third annotator do in each article. */
  readonly others: Readonly<Record<string, readonly Deed[]>>;
}

type Deed =
  | readonly [type: string, words: string]
  | readonly ['relate', string, string, string]
  | readonly ['event', string, string, Readonly<Record<string, string>>];

const FIRMS: Corpus = {
  schema: { suggestions: false, relations: { 'works-for': { from: ['PER'], to: ['ORG'] } } },
  texts: {
    'a.txt': 'Anne Corbin dirige Vellac. Vellac est à Vell.',
    'b.txt': 'Paul Verne quitte Vellac pour Rail Nord.',
  },
  ann: {
    'a.ann': 'T1\tPER 0 11\tAnne Corbin\nT2\tORG 19 25\tVellac\nR1\tworks-for Arg1:T1 Arg2:T2\nT3\tLOC 27 33\tVellac\n',
    'b.ann': 'T1\tPER 0 10\tPaul Verne\nT2\tLOC 18 24\tVellac\nT3\tORG 30 39\tRail Nord\nR1\tworks-for Arg1:T1 Arg2:T3\n',
  },
  others: {
    'a.txt': [
      ['ORG', 'Vellac'],
      ['PER', 'Anne Corbin'],
      ['relate', 'works-for', 'Anne Corbin', 'Vellac'],
      ['ORG', 'Vellac#2'],
    ],
    'b.txt': [
      ['PER', 'Paul Verne'],
      ['ORG', 'Vellac'],
      ['ORG', 'Rail Nord'],
      ['relate', 'works-for', 'Paul Verne', 'Rail Nord'],
    ],
  },
};

const MOVES: Corpus = {
  schema: {
    suggestions: false,
    events: { Leave: { arguments: { Who: { types: ['PER'], required: true }, Whence: ['ORG', 'LOC'] } } },
  },
  texts: { 'c.txt': 'Paul Verne a quitté Vellac lundi.', 'd.txt': 'Anne Corbin est partie de Vell.' },
  ann: {
    'c.ann': 'T1\tPER 0 10\tPaul Verne\nT2\tORG 20 26\tVellac\nT3\tLeave 13 19\tquitté\nE1\tLeave:T3 Who:T1 Whence:T2\n',
    'd.ann': 'T1\tPER 0 11\tAnne Corbin\nT2\tORG 26 30\tVell\nT3\tLeave 16 22\tpartie\nE1\tLeave:T3 Who:T1 Whence:T2\n',
  },
  others: {
    'c.txt': [
      ['PER', 'Paul Verne'],
      ['ORG', 'Vellac'],
      ['event', 'Leave', 'quitté', { Who: 'Paul Verne', Whence: 'Vellac' }],
    ],
    'd.txt': [
      ['LOC', 'Vell'],
      ['PER', 'Anne Corbin'],
      ['event', 'Leave', 'partie', { Who: 'Anne Corbin', Whence: 'Vell' }],
    ],
  },
};

let folder: string;
let client: TestClient;
const path = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(path(name)).href;
const read = (name: string): string => readFileSync(path(name), 'utf8');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'corpora-'));
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

function place(text: string, words: string) {
  const [own = '', nth = '1'] = words.split('#');
  let at = -1;
  for (let i = 0; i < Number(nth); i++) at = text.indexOf(own, at + 1);
  return { start: { line: 0, character: at }, end: { line: 0, character: at + own.length } };
}

/** Annotates an article over the protocol, as the keys of the review mode do. */
async function annotate(name: string, text: string, deeds: readonly Deed[]): Promise<void> {
  await client.open(uri(name), text);
  const idAt = async (words: string): Promise<string> =>
    (await client.request<{ id: string }>('review/itemAt', { uri: uri(name), range: place(text, words) })).id;
  for (const deed of deeds) {
    const operation =
      deed[0] === 'relate'
        ? { kind: 'relate', type: deed[1], items: [await idAt(deed[2] as string), await idAt(deed[3] as string)] }
        : deed[0] === 'event'
          ? {
              kind: 'addEvent',
              type: deed[1],
              range: place(text, deed[2] as string),
              parts: await Promise.all(
                Object.entries(deed[3] as object).map(async ([role, words]) => ({ role, item: await idAt(words as string) })),
              ),
            }
          : { kind: 'add', layer: 'entity', type: deed[0], ranges: [place(text, deed[1])] };
    const answer = await client.request<ReviewApplied>('review/apply', { uri: uri(name), operations: [operation] });
    expect(answer, JSON.stringify(deed)).toMatchObject({ ok: true });
  }
  expect(await client.request('review/finish', { uri: uri(name), state: 'finished' })).toEqual({ ok: true });
  await client.request('review/save', { uri: uri(name) });
}

/** A brat file without what bears the status rejected: our own keep that in the review file. */
function withoutRejected(ann: string): string {
  const gone = [...ann.matchAll(/^A\d+\tStatus (T\d+) rejected$/gm)].map(([, id]) => id);
  return ann.replace(/^(?:(T\d+)\t.*|A\d+\tStatus (T\d+) rejected)\n/gm, (line, own, of) =>
    gone.includes(own ?? of) ? '' : line,
  );
}

test.each([
  ['relations', FIRMS, 'works-for', 2],
  ['events', MOVES, 'Leave', 2],
] as const)('a brat corpus with %s: annotated by three, compared, adjudicated, exported', async (_, corpus, relation, count) => {
  mkdirSync(path('one/.corpus'), { recursive: true });
  writeFileSync(path('one/.corpus/schema.json'), JSON.stringify(corpus.schema));
  for (const [name, content] of Object.entries({ ...corpus.texts, ...corpus.ann })) writeFileSync(path(`one/${name}`), content);

  // two more start from the bare text; nothing of the first one's is there
  for (const other of ['two', 'three']) {
    expect(await client.request('review/bare', { folder: uri('one'), target: uri(other) })).toEqual({
      articles: 2,
      problems: [],
    });
    expect(readdirSync(path(other)).sort()).toEqual(['.corpus', ...Object.keys(corpus.texts)]);
    for (const [name, deeds] of Object.entries(corpus.others)) await annotate(`${other}/${name}`, corpus.texts[name]!, deeds);
  }
  expect(await client.request('review/bare', { folder: uri('one'), target: uri('one/copy') })).toMatch(/folder of its own/);
  cpSync(path('one'), path('kept'), { recursive: true });

  const folders = ['one', 'two', 'three'].map(uri);
  const compared = await client.request<AgreementReport>('review/agreement', { folders });
  const row = compared.rows.find(({ layer, type }) => layer === 'relation' && type === undefined);
  expect(row?.units).toEqual([count, count, count]);
  expect(row?.pairs.map(({ exact }) => exact)).toEqual([1, 1, 1]);

  const gold = uri('gold');
  const begun = await client.request<GoldReport>('review/gold', { gold, folders, order: 'likeness' });
  expect(begun.problems).toEqual([]);
  for (const { id, document, variants } of begun.differences) {
    const take = variants.findIndex(({ annotators }) => annotators.length === 2);
    expect(await client.request('review/goldChoice', { gold, document, id, choice: { take } })).toMatchObject({ ok: true });
  }
  expect((await client.request<GoldReport>('review/gold', { gold })).differences).toEqual([]);
  // what two say holds, and each relation has come with its ends
  const names = Object.keys(corpus.ann);
  for (const name of names) {
    await client.request('review/save', { uri: uri(`gold/${name.replace('.ann', '.txt')}`) });
    expect(read(`gold/${name}`).match(new RegExp(`^[RE]\\d+\\t${relation}`, 'gm'))).toHaveLength(1);
  }

  // exported as brat it is what stands in the gold folder, to the byte, beside what was refused, which bears that as its status; nobody's folder was touched
  const exported = await client.request('review/export', { uri: gold, target: uri('out'), format: 'brat', content: 'decided' });
  expect(exported).toMatchObject({ articles: 2, problems: [] });
  for (const name of names) expect(withoutRejected(read(`out/${name}`))).toBe(read(`gold/${name}`));
  for (const name of readdirSync(path('one'))) if (name !== '.corpus') expect(read(`one/${name}`)).toBe(read(`kept/${name}`));
  const agreed = await client.request<AgreementReport>('review/agreement', { folders: [uri('two'), gold] });
  expect(agreed.rows.map(({ exact }) => exact).filter((exact) => exact !== null && exact < 1)).toEqual([]);
});
