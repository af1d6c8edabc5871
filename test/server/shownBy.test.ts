import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgreementReport, GoldReport, ReviewApplied } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

/*
 * Files as other tools make them, of our own writing: taken in by the command line, annotated by three over the protocol,
 * compared, adjudicated, and given back into the same files.
 */

const EDITION = `<?xml version="1.0" encoding="UTF-8"?>
<!-- an edition -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="lettre">
  <teiHeader><fileDesc><titleStmt><title>Une lettre de Vell</title><author>Odile Tarn</author></titleStmt>
    <publicationStmt><date when="1911-05-04"/></publicationStmt><sourceDesc><p>Manuscrit.</p></sourceDesc></fileDesc>
  </teiHeader>
  <text xml:lang="fr">
    <body>
      <div xml:id="d1">
        <head>De <placeName ref="#vell">Vell</placeName></head>
        <p xml:id="p1"><persName>Anne Corbin</persName> écrit à Paul Verne, du
           bureau de Vellac&#xA0;: « Le train part demain.</p>
        <p xml:id="p2">Nous irons à <lb/>Otran », et puis plus rien<note n="1">Sic.</note>.</p>
      </div>
    </body>
  </text>
</TEI>
`;

const SENTENCE = 'Anne Corbin dirige Vellac. Paul Verne quitte Rail Nord pour Vellac.';
/** As INCEpTION exports a project's document: words, a layer of its own, a relation, and metadata of the document. */
function inception(): string {
  const types = (name: string, superType: string, ...features: readonly string[]) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': superType,
      ...Object.fromEntries(features.map((own) => [own, { '%NAME': own, '%RANGE': 'uima.cas.String' }])),
    },
  ];
  const dkpro = 'de.tudarmstadt.ukp.dkpro.core.api';
  const words = [...SENTENCE.matchAll(/[^\s.]+|\./g)].map(({ index, 0: word }, i) => ({
    '%ID': 100 + i,
    '%TYPE': `${dkpro}.segmentation.type.Token`,
    '@sofa': 1,
    begin: index,
    end: index + word.length,
  }));
  const structures = [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: SENTENCE },
    {
      '%ID': 2,
      '%TYPE': `${dkpro}.metadata.type.DocumentMetaData`,
      '@sofa': 1,
      begin: 0,
      end: SENTENCE.length,
      language: 'fr',
      documentTitle: 'firm.txt',
    },
    { '%ID': 3, '%TYPE': 'webanno.custom.Genre', '@sofa': 1, value: 'report' },
    ...[
      [0, 26],
      [27, SENTENCE.length],
    ].map(([begin, end], i) => ({
      '%ID': 10 + i,
      '%TYPE': `${dkpro}.segmentation.type.Sentence`,
      '@sofa': 1,
      begin,
      end,
    })),
    ...words,
    { '%ID': 200, '%TYPE': `${dkpro}.ner.type.NamedEntity`, '@sofa': 1, begin: 0, end: 11, value: 'PER' },
    { '%ID': 201, '%TYPE': `${dkpro}.ner.type.NamedEntity`, '@sofa': 1, begin: 19, end: 25, value: 'ORG', identifier: 'v' },
    { '%ID': 202, '%TYPE': 'custom.Leads', '@sofa': 1, begin: 19, end: 25, '@Governor': 200, '@Dependent': 201, value: 'leads' },
    { '%ID': 203, '%TYPE': 'custom.Remark', '@sofa': 1, begin: 12, end: 18, tone: 'dry' },
  ];
  return JSON.stringify(
    {
      '%TYPES': Object.fromEntries([
        types(`${dkpro}.ner.type.NamedEntity`, 'uima.tcas.Annotation', 'value', 'identifier'),
        types('custom.Leads', 'uima.tcas.Annotation', 'value'),
        types('custom.Remark', 'uima.tcas.Annotation', 'tone'),
        types('webanno.custom.Genre', 'uima.cas.AnnotationBase', 'value'),
      ]),
      '%FEATURE_STRUCTURES': structures,
      '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': structures.slice(1).map((one) => one['%ID']) } },
    },
    undefined,
    2,
  );
}

let folder: string;
let client: TestClient;
const path = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(path(name)).href;
const read = (name: string): string => readFileSync(path(name), 'utf8');
const put = (name: string, content: string): void => {
  mkdirSync(join(path(name), '..'), { recursive: true });
  writeFileSync(path(name), content);
};
const cli = (...words: readonly string[]): string =>
  execFileSync(process.execPath, [resolve('dist/cli.js'), ...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shown-by-'));
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Deed = readonly [layer: string, type: string, words: string] | readonly ['relation', string, string, string];

/** Annotates an article as the keys of the review mode do; nothing that is there is annotated again. */
async function annotate(name: string, deeds: readonly Deed[]): Promise<void> {
  const text = read(name);
  await client.open(uri(name), text);
  const position = (at: number) => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const place = (words: string) => {
    expect(text).toContain(words);
    const at = text.indexOf(words);
    return { start: position(at), end: position(at + words.length) };
  };
  const idAt = async (words: string): Promise<string> =>
    (await client.request<{ id: string }>('review/itemAt', { uri: uri(name), range: place(words) })).id;
  for (const [layer, type, words, other] of deeds) {
    const operation =
      layer === 'relation'
        ? { kind: 'relate', type, items: [await idAt(words), await idAt(other ?? '')] }
        : { kind: 'add', layer, type, ranges: [place(words)] };
    const done = await client.request<ReviewApplied>('review/apply', { uri: uri(name), operations: [operation] });
    expect(done, `${name} ${type} ${words}`).toMatchObject({ ok: true });
  }
  await client.request('review/finish', { uri: uri(name), state: 'finished' });
  await client.request('review/save', { uri: uri(name) });
}

interface Project {
  readonly file: string;
  readonly content: string;
  readonly format: string;
  readonly article: string;
  /** What the first adds, and what the others have from the bare text. */
  readonly first: readonly Deed[];
  readonly others: readonly (readonly Deed[])[];
}

/** What the file knows of the article is in `metadata.csv`; three have annotated it, and their folders are compared. */
async function threeAnnotators({ file, content, format, article, first, others }: Project): Promise<void> {
  put(`theirs/${file}`, content);
  cli('convert', '--from', format, '--to', 'brat', '--out', 'one', `theirs/${file}`);
  put('one/.corpus/schema.json', JSON.stringify({ suggestions: false }));
  await annotate(`one/${article}`, first);
  for (const [i, deeds] of others.entries()) {
    const own = ['two', 'three'][i] as string;
    cli('bare', 'one', '--out', own);
    await annotate(`${own}/${article}`, deeds);
  }
  const folders = ['one', 'two', 'three'];
  const report = await client.request<AgreementReport>('review/agreement', { folders: folders.map(uri) });
  // the command line says the same, and names what they differ in
  const told = JSON.parse(cli('agreement', '--format', 'json', ...folders));
  expect(told.rows).toEqual(report.rows);
  expect(report.differences).toBe(told.differences.length);
}

/** Decides as the most say, but keeps what the file says besides; gives what was decided on. */
async function adjudicate(): Promise<readonly string[]> {
  const gold = uri('gold');
  const folders = ['one', 'two', 'three'].map(uri);
  const { differences, problems } = await client.request<GoldReport>('review/gold', { gold, folders, order: 'text' });
  expect(problems).toEqual([]);
  for (const { id, document, title } of differences) {
    const choice = { take: title.endsWith('attribute') ? 1 : 0 };
    expect(await client.request('review/goldChoice', { gold, document, id, choice }), title).toMatchObject({ ok: true });
  }
  // on disk: the command line finds nothing left to decide
  for (const { uri: article } of differences) await client.request('review/save', { uri: article });
  expect(cli('gold', '--out', 'gold', 'one', 'two', 'three')).toMatch(/0 differences/);
  return differences.map(({ title, words }) => `${title} ${words}`);
}

const names = (ann: string): readonly string[] =>
  [...ann.matchAll(/^T\d+\t(\S+) [\d ;]+\t(.*)$/gm)].map(([, type, words]) => `${type} ${words}`).sort();

describe('shown by', () => {
  test('a TEI edition: its own mark-up, a quotation over paragraphs, a relation that one has otherwise', async () => {
    const all: readonly Deed[] = [
      ['entity', 'PER', 'Paul Verne'],
      ['entity', 'ORG', 'Vellac'],
      ['quote', 'direct', 'Le train part demain.\n\nNous irons à Otran'],
    ];
    const own: readonly Deed[] = [...all, ['entity', 'LOC', 'Vell'], ['entity', 'PER', 'Anne Corbin']];
    await threeAnnotators({
      file: 'lettre.xml',
      content: EDITION,
      format: 'tei',
      article: 'lettre.txt',
      first: [...all, ['relation', 'writes-to', 'Anne Corbin', 'Paul Verne']],
      others: [
        [...own, ['relation', 'writes-to', 'Anne Corbin', 'Paul Verne']],
        [...own, ['relation', 'knows', 'Anne Corbin', 'Paul Verne']],
      ],
    });
    expect(read('one/metadata.csv')).toContain('lettre,1911-05-04,Une lettre de Vell,Odile Tarn');
    const decided = await adjudicate();
    expect(decided).toEqual(['Entities: attribute Vell', 'Relations: type Anne Corbin écrit à Paul Verne']);
    expect(read('gold/lettre.ann')).toMatch(/^R1\twrites-to Arg1:T\d+ Arg2:T\d+\t?$/m);
    expect(read('gold/lettre.review.jsonl')).toContain('"reject":"relation/knows(1,2)"');

    cli('convert', '--from', 'brat', '--to', 'tei', '--into', 'theirs', '--out', 'out', 'gold');
    const woven = read('out/lettre.xml');
    expect(woven.match(/<said [^>]*resp="#corpus-annotator"/g)).toHaveLength(2);
    // but for what was put in, it is the edition to the byte
    const ours = /<(\w+)( [^<>]*)? resp="#corpus-annotator">([^<>]*(?:<lb\/>[^<>]*)?)<\/\1>/;
    let bare = woven.replace(/<standOff[\s\S]*<\/standOff>\s*/, '');
    while (ours.test(bare)) bare = bare.replace(ours, '$3');
    expect(bare).toBe(EDITION);
    // and read again it says what the gold says
    cli('convert', '--from', 'tei', '--to', 'brat', '--out', 'again', 'out/lettre.xml');
    expect(names(read('again/lettre.ann'))).toEqual(names(read('gold/lettre.ann')));
    expect(read('again/lettre.ann')).toMatch(/^R1\twrites-to /m);
    cli('convert', '--from', 'brat', '--to', 'tei', '--into', 'out', '--out', 'twice', 'gold');
    expect(read('twice/lettre.xml')).toBe(woven);
  });

  test('an INCEpTION export: words, a relation, a layer of its own and document metadata stay', async () => {
    const own: readonly Deed[] = [
      ['entity', 'PER', 'Anne Corbin'],
      ['entity', 'ORG', 'Vellac'],
      ['entity', 'PER', 'Paul Verne'],
    ];
    await threeAnnotators({
      file: 'firm.json',
      content: inception(),
      format: 'json-cas',
      article: 'firm.txt',
      first: [own[2] as Deed, ['entity', 'ORG', 'Rail Nord']],
      others: [
        [...own, ['entity', 'ORG', 'Rail Nord'], ['relation', 'leads', 'Anne Corbin', 'Vellac']],
        [...own, ['entity', 'LOC', 'Rail Nord']],
      ],
    });
    const decided = await adjudicate();
    expect([...decided].sort()).toEqual([
      'Entities: attribute Vellac',
      'Entities: type Rail Nord',
      'Relations: missing Anne Corbin dirige Vellac',
      'custom.Remark: missing dirige',
    ]);
    expect(names(read('gold/firm.ann'))).toContain('ORG Rail Nord');
    expect(read('gold/firm.ann')).toMatch(/^R1\tleads /m);

    cli('convert', '--from', 'brat', '--to', 'json-cas', '--into', 'theirs', '--out', 'out', 'gold');
    const [before, after] = [inception(), read('out/firm.json')].map((content) => JSON.parse(content));
    type Structure = { readonly '%ID': number; readonly '%TYPE': string };
    const byId = new Map((after['%FEATURE_STRUCTURES'] as Structure[]).map((one) => [one['%ID'], one]));
    for (const structure of before['%FEATURE_STRUCTURES'] as Structure[]) expect(byId.get(structure['%ID'])).toEqual(structure);
    const added = [...byId.values()].filter(({ '%ID': id, '%TYPE': type }) => id > 203 && type.endsWith('NamedEntity'));
    expect(added).toMatchObject([{ value: 'PER' }, { value: 'ORG' }]);
    // what nobody changed is the same file, to the byte
    cli('convert', '--from', 'json-cas', '--to', 'brat', '--out', 'plain', 'theirs/firm.json');
    cli('convert', '--from', 'json-cas', '--to', 'json-cas', '--into', 'theirs', '--out', 'same', 'theirs/firm.json');
    expect(read('same/firm.json')).toBe(inception());
  });
});
