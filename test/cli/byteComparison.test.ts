import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { convert, parseConvertOptions } from '../../server/src/cli/convert';
import { jsonCas } from '../../server/src/formats/uima/jsonCas';
import { importDocument } from '../../server/src/store/importDocument';
import { canonical } from '../unit/formats/support';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bytes-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
async function run(...words: string[]): Promise<{ status: number; stderr: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const status = await convert(parseConvertOptions(words), { stdout, stderr, bundle: folder });
  return { status, stderr: stderr.text };
}

/** A corpus of names and relations, and one of events, as brat's own programs and people write them. */
const CORPORA: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  names: {
    'annotation.conf': '[entities]\nPER\nORG\n[relations]\nleads Arg1:PER, Arg2:ORG\n',
    'a.txt': 'Anne Corbin dirige Otran. Paul y travaille.\n',
    'a.ann':
      'T2\tORG 19 24\tOtran\nT1\tPER 0 11\tAnne Corbin\nR1\tleads Arg1:T1 Arg2:T2\t\nT3\tPER 26 30\tPaul\nR7\tworks Arg1:T3 Arg2:T2\t\n#1\tAnnotatorNotes T3\tlequel ?\n',
    'deux/b.txt': '😀 Otran et Vell.\n',
    'deux/b.ann': 'T1\tORG 2 7\tOtran\nT9\tLOC 11 15\tVell\nR1\tin Arg1:T1 Arg2:T9\n*\tEquiv T1 T9\n',
  },
  events: {
    'x.txt': 'Le maire a vendu la halle à Otran hier\r\nsoir, puis il est parti.\n',
    'x.ann': [
      'T1\tPER 3 8\tmaire',
      'T2\tSell 11 16\tvendu',
      'E1\tSell:T2 Agent:T1 Theme:T3 Buyer:T4',
      'T3\tOBJ 20 25\thalle',
      'T4\tORG 28 33\tOtran',
      'A1\tNegation E1',
      'A2\tConfidence T4 high',
      'T5\tDATE 34 38;40 44\thier soir',
      'T6\tLeave 58 63\tparti',
      'E2\tLeave:T6 Agent:T1 Cause:E1',
      'N1\tReference T4 Wikidata:Q1\tOtran SA',
      '#1\tNormalizedBy E1\tmachine',
      '',
    ].join('\n'),
  },
};

describe.each(Object.entries(CORPORA))('a brat corpus of %s', (_, corpus) => {
  const anns = Object.keys(corpus).filter((name) => name.endsWith('.ann'));

  test('comes back byte for byte, and a new annotation is a new line', async () => {
    for (const [name, text] of Object.entries(corpus)) write(`in/${name}`, text);
    const copy = await run(
      '--from',
      'brat',
      '--to',
      'brat',
      '--rejected',
      'keep',
      '--out',
      join(folder, 'out'),
      join(folder, 'in'),
    );
    expect(copy).toEqual({ status: 0, stderr: '' });
    for (const name of anns) expect(file(`out/${name}`)).toBe(corpus[name]);
    for (const name of anns)
      write(`in/${name}`, `${corpus[name]}T90\tPER 0 2\t${corpus[name.replace('.ann', '.txt')]?.slice(0, 2)}\n`);
    const more = await run('--from', 'brat', '--to', 'brat', '--out', join(folder, 'more'), join(folder, 'in'));
    expect(more.status).toBe(0);
    for (const name of anns) expect(file(`more/${name}`).slice(0, corpus[name]?.length)).toBe(corpus[name]);
  });

  test.each(['json-cas', 'xmi', 'web-annotation', 'tei'])('says the same after a journey through %s', async (format) => {
    for (const [name, text] of Object.entries(corpus)) write(`in/${name}`, text);
    const out = await run('--from', 'brat', '--to', format, '--out', join(folder, 'there'), join(folder, 'in'));
    expect(out).toEqual({ status: 0, stderr: '' });
    rmSync(join(folder, 'there/TypeSystem.xml'), { force: true });
    const back = await run('--from', format, '--to', 'brat', '--out', join(folder, 'back'), join(folder, 'there'));
    expect(back.status).toBe(0);
    const lines = (text: string): readonly string[] =>
      text
        .trim()
        .split('\n')
        .map((line) => line.trim().replace(/^A\d+/, 'A'))
        .sort();
    // brat's own remark for a machine is no note of a person's; all else is said again, attributes with numbers of their own
    const kept = (text: string): readonly string[] => lines(text).filter((line) => !/^(?:#\d+\tNormalizedBy|\*)/.test(line));
    for (const name of anns) {
      const said = kept(file(`back/${name}`)).filter((line) => !/^N\d+\tEntity|^\*/.test(line));
      expect(said).toEqual(kept(corpus[name] ?? ''));
    }
  });
});

/** An export as INCEpTION makes it: words, a layer of its own with slots, relations, names. */
const TEXT = 'Anne dirige Otran. Elle est à Vell.';
const NAMED = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
const WORD = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const at = (words: string) => ({ '@sofa': 1, begin: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const EXPORT = `${JSON.stringify({
  '%TYPES': {
    'custom.Frame': {
      '%NAME': 'custom.Frame',
      '%SUPER_TYPE': 'uima.tcas.Annotation',
      sense: { '%NAME': 'sense', '%RANGE': 'uima.cas.String' },
    },
  },
  '%FEATURE_STRUCTURES': [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: TEXT },
    {
      '%ID': 2,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
      ...at(TEXT),
      language: 'fr',
      documentTitle: 'x.txt',
      documentId: 'anna',
    },
    { '%ID': 3, '%TYPE': NAMED, ...at('Anne'), value: 'PER', identifier: 'http://www.wikidata.org/entity/Q1' },
    { '%ID': 4, '%TYPE': NAMED, ...at('Otran'), value: 'ORG' },
    { '%ID': 5, '%TYPE': 'custom.Leads', ...at('Otran'), '@Governor': 3, '@Dependent': 4, value: 'leads' },
    { '%ID': 6, '%TYPE': 'custom.Frame', ...at('dirige'), sense: 'lead.01', '@roles': 9 },
    { '%ID': 7, '%TYPE': 'custom.FrameLink', role: 'agent', '@target': 3 },
    { '%ID': 8, '%TYPE': WORD, ...at('Anne') },
    { '%ID': 9, '%TYPE': 'custom.FrameLink[]', '%ELEMENTS': [7] },
  ],
  '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6, 8] } },
})}\n`;

describe('an export of INCEpTION', () => {
  const open = async (): Promise<void> => {
    write('export/x.json', EXPORT);
    for (const document of jsonCas.read({ name: 'x.json', content: EXPORT }).documents)
      expect(await importDocument({ ...document, id: 'x' }, join(folder, 'articles'))).toMatchObject({ ok: true });
  };
  const back = (): Promise<{ status: number; stderr: string }> =>
    run('--to', 'json-cas', '--into', join(folder, 'export'), '--out', join(folder, 'back'), join(folder, 'articles'));
  const structures = (content: string): readonly Record<string, unknown>[] => JSON.parse(content)['%FEATURE_STRUCTURES'];

  test('goes back as it was where nobody changed anything, byte for byte', async () => {
    await open();
    expect(await back()).toEqual({ status: 0, stderr: '' });
    expect(file('back/x.json')).toBe(EXPORT);
  });

  test('keeps every structure that nobody touched where somebody annotated, and INCEpTION’s relations stay relations', async () => {
    await open();
    const start = TEXT.indexOf('Vell');
    write('articles/x.ann', `${file('articles/x.ann')}T77\tLOC ${start} ${start + 4}\tVell\nR77\tseat Arg1:T2 Arg2:T77\n`);
    expect((await back()).status).toBe(0);
    const after = structures(file('back/x.json'));
    for (const structure of structures(EXPORT)) expect(after).toContainEqual(structure);
    const again = jsonCas.read({ name: 'x.json', content: file('back/x.json') }).documents[0];
    expect(again?.annotations.map(({ type }) => type).sort()).toEqual(['Frame', 'LOC', 'ORG', 'PER']);
    expect(again?.relations.map(({ type }) => type).sort()).toEqual(['leads', 'seat']);
    // once more: nothing more is made
    cpSync(join(folder, 'back'), join(folder, 'export'), { recursive: true, force: true });
    rmSync(join(folder, 'back'), { recursive: true });
    expect((await back()).status).toBe(0);
    const twice = jsonCas.read({ name: 'x.json', content: file('back/x.json') }).documents[0];
    expect(twice && canonical(twice)).toEqual(again && canonical(again));
    expect(readdirSync(join(folder, 'back'))).toEqual(['x.json']);
  });
});
