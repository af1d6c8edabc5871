import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../server/src/corpus/searchDocument';
import { textMaker, type Unit } from '../../../server/src/handedOn/records';
import { type Piece, type Program, writerFor } from '../../../server/src/handedOn/writers';
import { article } from '../corpus/tables/support';

const HARBOUR = article('Le port rouvre. « Les *bateaux* sont\nrentrés », dit Anne Morel. Un « succès » pour l’Otrane & Cie.', {
  id: './presse/été 2016.txt',
  date: '2016-03-04',
  names: { 'Anne Morel': { type: 'PER', gender: 'f', properties: { Parti: 'Les Verts' } }, 'Otrane & Cie': 'ORG' },
  quotes: { 'Les *bateaux* sont\nrentrés': { by: 'Anne Morel', cue: 'dit' }, succès: { kind: 'scare' } },
  metadata: { Source: 'Le Phare, "matin"' },
});
const BRIDGE = article('« -* Le pont_ferme_ », soupire un voisin.', {
  id: 'b.txt',
  quotes: { '-* Le pont_ferme_': { cue: 'soupire' } },
});

/** The files that are written of articles, by name. */
function written(program: Program, unit: Unit, articles: readonly SearchDocument[] = [HARBOUR, BRIDGE]): Record<string, string> {
  const textsOf = textMaker(unit, ['source']);
  const writer = writerFor(program, unit, ['speaker', 'gender', 'quote', 'cue', 'speaker_parti', 'file', 'date', 'source']);
  const files: Record<string, string> = {};
  const begun = articles.flatMap((one) => textsOf(one).flatMap((text) => writer.add(text)));
  const pieces = [...begun, ...(writer.end() as readonly Piece[])];
  for (const { file, content } of pieces) files[file] = (files[file] ?? '') + content;
  return files;
}

describe('for IRaMuTeQ', () => {
  const file = written('iramuteq', 'quotes')['corpus-iramuteq.txt'] as string;
  test('each quotation stands under its variables, which are letters and digits', () => {
    const [first, body, empty, second] = file.split('\n');
    expect(first).toBe(
      '**** *speaker_anne-morel *gender_f *quote_direct *cue_dit *speaker-parti_les-verts *id_presse-ete-2016-001 *date_2016-03-04 *year_2016 *language_fr *source_le-phare-matin',
    );
    expect(body).toBe('Les bateaux sont rentrés');
    expect(empty).toBe('');
    expect(second).toContain('**** *speaker_na *gender_na *quote_direct *cue_soupire');
  });
  test('what would be a command to it is taken out of the words; words in marks that nobody says are left out', () => {
    expect(file.split('\n')[4]).toBe('Le pont ferme');
    expect(file).not.toContain('succès');
    for (const line of file.split('\n').filter((line) => !line.startsWith('****'))) expect(line).not.toMatch(/[*_]|^-/);
  });
  test('a whole article is one text, without low lines in it', () =>
    expect(written('iramuteq', 'articles')['corpus-iramuteq.txt']?.split('\n')[1]).toContain(
      'Le port rouvre. « Les bateaux sont rentrés »',
    ));
});

describe('for TXM', () => {
  const files = written('txm', 'quotes');
  test('a file for each text, and metadata.csv with its name in the first column, every cell in quotation marks', () => {
    expect(Object.keys(files)).toEqual(['presse_ete_2016_001.txt', 'b_001.txt', 'metadata.csv']);
    expect(files['presse_ete_2016_001.txt']).toBe('Les *bateaux* sont\nrentrés\n');
    const { data } = Papa.parse(files['metadata.csv'] as string, { delimiter: ',' });
    const [head, first] = data as [string[], string[]];
    expect(head).toEqual([
      'id',
      'speaker',
      'gender',
      'quote',
      'cue',
      'speakerparti',
      'file',
      'date',
      'year',
      'language',
      'source',
    ]);
    expect(first).toEqual([
      'presse_ete_2016_001',
      'Anne Morel',
      'f',
      'direct',
      'dit',
      'Les Verts',
      './presse/été 2016.txt',
      '2016-03-04',
      '2016',
      'fr',
      'Le Phare, "matin"',
    ]);
    for (const line of (files['metadata.csv'] as string).trim().split('\n'))
      expect(line).toMatch(/^"[^"]*(""[^"]*)*"(,"[^"]*(""[^"]*)*")*$/);
  });
  test('two articles of one name have different ids', () => {
    const twice = written('txm', 'articles', [article('Un.', { id: 'a/été.txt' }), article('Deux.', { id: 'a/ete.txt' })]);
    expect(Object.keys(twice)).toEqual(['a_ete.txt', 'a_ete-2.txt', 'metadata.csv']);
  });
});

describe('for readtext and quanteda', () => {
  test('one table with doc_id, text and all fields', () => {
    const { data } = Papa.parse(written('readtext', 'quotes')['corpus.csv'] as string, { delimiter: ',' });
    expect(data[0]).toEqual(['doc_id', 'text', 'speaker', 'gender', 'quote', 'cue', 'speaker_parti', 'file', 'date', 'source']);
    expect(data[1]).toEqual([
      'presse_ete_2016_001',
      'Les *bateaux* sont\nrentrés',
      'Anne Morel',
      'f',
      'direct',
      'dit',
      'Les Verts',
      './presse/été 2016.txt',
      '2016-03-04',
      'Le Phare, "matin"',
    ]);
  });
  test('of nothing has its head', () => expect(written('readtext', 'quotes', [])['corpus.csv']).toMatch(/^doc_id,text,speaker,/));
});

describe('for CQP', () => {
  const files = written('cqp', 'articles');
  const vertical = (files['corpus.vrt'] as string).split('\n');
  test('a token a line, names and quotations around them', () => {
    expect(vertical[0]).toBe(
      '<text id="presse_ete_2016" file="./presse/été 2016.txt" date="2016-03-04" year="2016" language="fr" source="Le Phare, &quot;matin&quot;">',
    );
    expect(vertical).toContain('<quote kind="direct" speaker="Anne Morel" cue="dit">');
    expect(vertical).toContain('<name type="ORG" entity="Otrane &amp; Cie">');
    const at = vertical.indexOf('<name type="PER" entity="Anne Morel">');
    expect(vertical.slice(at, at + 4)).toEqual(['<name type="PER" entity="Anne Morel">', 'Anne', 'Morel', '</name>']);
    expect(vertical).toContain('&amp;');
  });
  test('every region that is opened is closed, one of a kind at a time', () => {
    const open = new Map<string, number>();
    for (const line of vertical) {
      const [, end, name] = /^<(\/?)(\w+)/.exec(line) ?? [];
      if (name === undefined) continue;
      open.set(name, (open.get(name) ?? 0) + (end === '/' ? -1 : 1));
      expect(open.get(name)).toBeGreaterThanOrEqual(0);
      expect(open.get(name)).toBeLessThanOrEqual(1);
    }
    expect([...open.values()].every((depth) => depth === 0)).toBe(true);
  });
  test('says how it is encoded, with every attribute', () =>
    expect(files['cwb-encode.txt']).toContain(
      '-S text:0+id+file+date+year+language+source -S p:0 -S s:0 -S quote:0+kind+speaker+cue -S name:0+type+entity',
    ));
});
