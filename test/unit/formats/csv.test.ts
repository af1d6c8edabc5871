import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../server/src/formats/csv';
import { inEnglish, told } from '../inEnglish';
import { at, document, documents, expectFaithful } from './support';

const TEXT = '😀 Zoé, "la" maire\r\n=1+1 dit oui.';
const read = (content: string, text: string | undefined = TEXT) =>
  csv.read({ name: 'lot.csv', content, ...(text !== undefined && { text }) });

describe('CSV', () => {
  it('writes a line each, quotes by RFC 4180, and lets no cell be run as a formula', () => {
    const doc = document(
      TEXT,
      [
        { type: 'PER', spans: [at(TEXT, 'Zoé, "la" maire')], status: 'rejected', score: 0.5 },
        { type: '=cmd', spans: [at(TEXT, '=1+1')], attributes: { value: '@x', flag: '', many: ['a', '-b'] }, note: "'+1" },
        { layer: 'quote', type: 'direct', spans: [at(TEXT, 'oui')] },
        { layer: 'quote', type: 'cue', spans: [at(TEXT, 'dit')] },
      ],
      {
        groups: [{ id: 'e1', name: 'Zoé', type: 'PER', members: ['T1'], attributes: {} }],
        relations: [
          {
            id: 'R1',
            type: 'cue',
            args: [
              { role: 'Arg1', target: 'T3' },
              { role: 'Arg2', target: 'T4' },
            ],
            attributes: {},
          },
        ],
      },
    );
    const { files, losses } = csv.write([doc]);
    expect(files[0]?.content.split('\r\n')).toEqual([
      'document,id,layer,type,start,end,text,spans,entity,entityName,cue,speaker,status,score,source,note,attr.flag,attr.many,attr.value',
      'essai,T1,entity,PER,3,18,"Zoé, ""la"" maire",,e1,Zoé,,,rejected,0.5,,,,,',
      `essai,T2,entity,"'=cmd",20,24,"'=1+1",,,,,,,,,"''+1","[""""]","[""a"",""-b""]","'@x"`,
      'essai,T3,quote,direct,29,32,oui,,,,dit,,,,,,,,',
      'essai,T4,quote,cue,25,28,dit,,,,,,,,,,,,',
      '',
    ]);
    expect(losses.map((loss) => [loss.kind, loss.item, loss.field])).toEqual([
      ['relation', 'R1', undefined],
      ['group', 'e1', 'type'],
    ]);
    const {
      documents: [again],
      problems,
    } = read(files[0]?.content ?? '');
    expect(problems).toEqual([]);
    expectFaithful(doc, losses, again);
    expect(csv.write([doc], { variant: 'excel' }).files[0]?.content.charCodeAt(0)).toBe(0xfeff);
  });

  it('says in each row what is known of its article, and reads it again', () => {
    const known = { title: 'Un, deux', source: '=journal', rubrique: 'Est' };
    const doc = document(TEXT, [{ spans: [at(TEXT, 'Zoé')] }, { spans: [at(TEXT, 'oui')] }], {
      date: '2017-01',
      metadata: known,
    });
    const other = document(TEXT, [{ spans: [at(TEXT, 'dit')] }], { id: 'autre' });
    const { files, losses } = csv.write([doc, other]);
    expect(losses).toEqual([]);
    const [head = [], ...rows] = Papa.parse(files[0]?.content.trim() ?? '', {}).data;
    const names = ['document', 'meta.date', 'meta.title', 'meta.source', 'meta.rubrique'];
    expect(rows.map((row) => names.map((name) => row[head.indexOf(name)]))).toEqual([
      ['essai', '2017-01', 'Un, deux', "'=journal", 'Est'],
      ['essai', '2017-01', 'Un, deux', "'=journal", 'Est'],
      ['autre', '', '', '', ''],
    ]);
    const { documents: again } = read(files[0]?.content ?? '');
    expect(again.map(({ date, metadata }) => [date, metadata])).toEqual([
      ['2017-01', known],
      [undefined, undefined],
    ]);
  });

  it('opens in columns in an Excel that parts decimals with a comma, numbers as numbers', () => {
    const text = 'Zoé; « oui »';
    const annotation = { id: 'T1', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 4 }], attributes: {}, score: 0.75 };
    const doc = { id: 'essai', text, annotations: [annotation], relations: [], groups: [] };
    const content = csv.write([doc], { variant: 'excel-semicolon' }).files[0]?.content ?? '';
    const [head = '', row] = content.split('\r\n');
    expect(head).toMatch(/^\ufeffdocument;id;layer;type;start;end;text;/);
    expect(row).toBe('essai;T1;entity;PER;0;4;"Zoé;";;;;;;;0,75;;');
    expect(read(content, text)).toMatchObject({ problems: [], documents: [{ annotations: [{ score: 0.75 }] }] });
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        if (doc.annotations.length === 0) return;
        const { files, losses } = csv.write([doc]);
        for (const row of Papa.parse(files[0]?.content ?? '', { delimiter: ',' }).data) {
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '', doc.text);
        expect(problems).toEqual([]);
        expectFaithful(doc, losses, again);
      }),
      { numRuns: 300 },
    );
  });

  it('names the line of what is malformed, behind cells of several lines too', () => {
    expect(told(read('a,b\n1,2\n').problems)).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining('start, end, type') }),
    ]);
    const {
      documents: [doc],
      problems,
    } = read('type,start,end,note\nPER,3,6,"deux\nlignes"\nLOC,9,999,\nLOC,x,2,\n');
    expect(problems.map((problem) => problem.line)).toEqual([4, 5]);
    expect(doc?.annotations.map((annotation) => annotation.note)).toEqual(['deux\nlignes']);
    expect(inEnglish(csv.read({ name: 'x', content: 'type,start,end\nPER,3,6\n' }).problems[0]?.message)).toContain(
      'text of x is missing',
    );
    expect(read('type;start;end;text\nPER;3;6;Zoé\n').documents[0]?.annotations).toHaveLength(1);
    expect(read('type,start,end,text\nPER,3,6,Zoe\n').problems[0]).toEqual(
      expect.objectContaining({ severity: 'warning', line: 2 }),
    );
  });
});
