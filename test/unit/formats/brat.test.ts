import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { readBrat } from '../../../server/src/formats/brat/read';
import { writeBrat } from '../../../server/src/formats/brat/write';
import { say } from '../../../server/src/messages/say';
import { inEnglish } from '../inEnglish';
import { at, document, documents, expectFaithful } from './support';

const TEXT = 'Paul et Marie Duval vont à Nice.\nLe 3 mai, Zoé 😀 a dit : « Oui ».\n';
const ANN = [
  'T1\tPerson 0 4;14 19\tPaul Duval',
  'T3\tPerson 8 19\tMarie Duval',
  '',
  'T2\tGPE 27 31\tNice',
  'A1\tCertain T1',
  '#1\tAnnotatorNotes T1\tà vérifier',
  'R1\tFamily Arg1:T1 Arg2:T3\t',
  'T4\tMove 20 24\tvont',
  'E1\tMove:T4 Who:T1 Who2:T3 Where:T2',
  'A2\tConfidence E1 High',
  'N1\tReference T2 Wikidata:Q33959\tNice',
  'M1\tNegation E1',
  '*\tEquiv T1 T3',
  '',
].join('\n');

const edit = (doc: AnnotationDocument, id: string, change: object): AnnotationDocument => ({
  ...doc,
  annotations: doc.annotations.map((annotation) => (annotation.id === id ? { ...annotation, ...change } : annotation)),
});

describe('reading brat', () => {
  const { document: read, problems } = readBrat(ANN, TEXT, 'nice');

  it('understands fragments, attributes, notes, links, relations, events and equivalences', () => {
    expect(problems).toEqual([]);
    expect(read.annotations.find((a) => a.id === 'T1')).toEqual({
      id: 'T1',
      layer: 'entity',
      type: 'Person',
      spans: [
        { start: 0, end: 4 },
        { start: 14, end: 19 },
      ],
      attributes: { Certain: '' },
      note: 'à vérifier',
    });
    expect(read.annotations.find((a) => a.id === 'T2')?.links).toEqual([
      { type: 'Reference', resource: 'Wikidata', id: 'Q33959', label: 'Nice' },
    ]);
    expect(read.relations).toEqual([
      {
        id: 'R1',
        type: 'Family',
        args: [
          { role: 'Arg1', target: 'T1' },
          { role: 'Arg2', target: 'T3' },
        ],
        attributes: {},
      },
      {
        id: 'E1',
        type: 'Move',
        trigger: 'T4',
        args: [
          { role: 'Who', target: 'T1' },
          { role: 'Who2', target: 'T3' },
          { role: 'Where', target: 'T2' },
        ],
        attributes: { Confidence: 'High', Negation: '' },
      },
    ]);
    expect(read.groups).toEqual([{ id: '*1', members: ['T1', 'T3'], attributes: {} }]);
  });

  it('counts code points, so an emoji moves nothing', () => {
    const text = '😀😀 Zoé';
    const { document: doc, problems: none } = readBrat('T1\tPerson 3 6\tZoé\n', text, 'x');
    expect(none).toEqual([]);
    expect(doc.annotations[0]?.spans).toEqual([at(text, 'Zoé')]);
    expect(writeBrat({ ...doc, origin: undefined } as AnnotationDocument).content).toBe('T1\tPerson 3 6\tZoé\n');
  });

  it('names the line of what is wrong and keeps it', () => {
    const bad =
      'T1\tPerson 0 4\tPaul\nT2\tPerson zero 4\tx\nT3\tPerson 0 9999\tx\nrubbish\nR1\tFamily Arg1:T1 Arg2:T9\nA1\tX T8\nT1\tGPE 0 4\tPaul\nT7\tPerson 0 4\tJean\n';
    const { document: doc, problems: found } = readBrat(bad, TEXT, 'x');
    expect(found.map((problem) => [problem.line, problem.severity]).sort()).toEqual([
      [2, 'error'],
      [3, 'error'],
      [4, 'error'],
      [5, 'error'],
      [6, 'warning'],
      [7, 'error'],
      [8, 'warning'],
    ]);
    expect(inEnglish(found.find((problem) => problem.line === 8)?.message)).toContain('"Jean"');
    expect(doc.annotations.map((a) => a.id)).toEqual(['T1', 'T7']);
    expect(writeBrat(doc).content).toBe(bad);
  });

  it('never throws and writes back any file byte for byte', () => {
    const junk = fc
      .array(
        fc.constantFrom(
          'T1',
          'T2',
          'E1',
          'R1',
          'A1',
          '#1',
          'N1',
          '*',
          '\t',
          ' ',
          'Person',
          '0 4',
          ';',
          '5 7',
          ':',
          'Arg1:T1',
          'AnnotatorNotes',
          'Status',
          'confirmed',
          'Source',
          'Score',
          '0.5',
          'Entity',
          'Group:e1',
          'Equiv',
          '\n',
          '\r\n',
          '\ufeff',
          'Paul',
          'LineJoined',
          '1',
        ),
        { maxLength: 40 },
      )
      .map((list) => list.join(''));
    fc.assert(
      fc.property(junk, (ann) => {
        expect(writeBrat(readBrat(ann, TEXT, 'x').document).content).toBe(ann);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes back well-formed lines of all kinds byte for byte', () => {
    const line = fc.constantFrom(
      'T1\tPerson 0 4\tPaul',
      'T2\tGPE 27 31\tNice',
      'T3\tPerson 8 19;27 31\tMarie Duval Nice',
      'T4\tPerson 27 35\tNice. Le',
      'E1\tMove:T1 Who:T2',
      'E2\tSay:T2 What:E1',
      'R1\tX Arg1:T1 Arg2:T2',
      'R2\tX Arg1:T1 Arg2:T2\t',
      'A1\tStatus T1 confirmed',
      'A2\tStatus T1 rejected',
      'A3\tScore T1 0.50',
      'A4\tScore T2 0.5',
      'A5\tSource T2 moi',
      'A6\tFree T2 deux mots',
      'M1\tNeg E1',
      '#1\tAnnotatorNotes T1\tun',
      '#2\tAnnotatorNotes T1\tdeux',
      '#3\tAutre T2\ta\tb',
      'N1\tReference T1 W:Q1\tx',
      'N2\tReference T1 W:Q1',
      'N3\tEntity T1 Group:e1\tPaul',
      'N4\tEntity T2 Group:e1\tautre',
      '*\tEquiv T1 T2',
      '*\tAlias T2 T1 T3',
      '',
      'A7\tLineJoined T4 1',
      'A8\tFree T1',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, eol, closed) => {
        const ann = lines.join(eol) + (closed && lines.length ? eol : '');
        expect(writeBrat(readBrat(ann, TEXT, 'x').document).content).toBe(ann);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('other line ends', () => {
  it('of two characters are lines, a carriage return alone is an error: what is behind it would be lost', () => {
    const crlf = readBrat('T1\tPER 0 4\tNice\r\nT2\tLOC 0 4\tNice\r\n', 'Nice.', 'a');
    expect([crlf.problems, crlf.document.annotations.map(({ id }) => id)]).toEqual([[], ['T1', 'T2']]);
    for (const second of ['T2\tLOC 0 4\tNice', 'A1\tSure T1', '#1\tAnnotatorNotes T1\tsee', '*\tEquiv T1 T1']) {
      const { problems } = readBrat(`T1\tPER 0 4\tNice\r${second}\r`, 'Nice.', 'a');
      expect(problems.map(({ severity, line }) => [severity, line])).toEqual([['error', 1]]);
      expect(say(problems[0]?.message ?? '', 'en')).toContain('carriage return');
    }
  });
});

describe('writing brat', () => {
  const { document: read } = readBrat(ANN, TEXT, 'nice');

  it('writes back byte for byte what nobody changed', () => {
    expect(writeBrat(read)).toEqual({ content: ANN, losses: [] });
  });

  it('rewrites only the changed line, in its place', () => {
    const changed = writeBrat(edit(read, 'T2', { type: 'City' })).content;
    expect(changed).toBe(ANN.replace('T2\tGPE 27 31', 'T2\tCity 27 31'));
    const noted = writeBrat(edit(read, 'T1', { note: 'vu' })).content;
    expect(noted).toBe(ANN.replace('à vérifier', 'vu'));
  });

  it('puts new lines at the end with free identifiers', () => {
    const added: AnnotationDocument = {
      ...read,
      annotations: [
        ...read.annotations,
        {
          id: 'neu',
          layer: 'date',
          type: 'DATE',
          spans: [at(TEXT, '3 mai')],
          attributes: { value: '2017-05-03' },
          status: 'confirmed',
        },
      ],
    };
    expect(writeBrat(added).content).toBe(`${ANN}T5\tDATE 36 41\t3 mai\nA3\tStatus T5 confirmed\nA4\tvalue T5 2017-05-03\n`);
  });

  it('takes away an annotation with all lines about it, and tells of the relations that go with it', () => {
    const { content, losses } = writeBrat({ ...read, annotations: read.annotations.filter((a) => a.id !== 'T2') });
    expect(content).not.toContain('T2');
    expect(content).toContain('R1\tFamily Arg1:T1 Arg2:T3\t\n');
    expect(losses.map((loss) => [loss.kind, loss.item])).toEqual([['relation', 'E1']]);
  });

  it('splits a span at a line break and puts it together again', () => {
    const doc = document(TEXT, [{ layer: 'quote', type: 'direct', spans: [{ start: 27, end: 40 }] }]);
    const { content, losses } = writeBrat(doc);
    expect(content).toBe('T1\tdirect 27 32;33 40\tNice. Le 3 ma\nA1\tLineJoined T1 1\n');
    expect(losses).toEqual([]);
    expect(readBrat(content, TEXT, 'x').document.annotations[0]?.spans).toEqual([{ start: 27, end: 40 }]);
  });

  it('updates the reference text where the words under the same offsets changed', () => {
    const text = TEXT.replace('Nice', 'Pise');
    expect(writeBrat({ ...read, text }).content).toBe(ANN.replace('31\tNice', '31\tPise'));
  });

  it('says what it cannot say', () => {
    const doc = document(
      TEXT,
      [
        { spans: [at(TEXT, 'Paul')], attributes: { 'deux mots': 'x', Score: '0.5', good: 'oui\tnon' } },
        { spans: [{ start: 3, end: 3 }] },
      ],
      { language: 'fr', date: '2017-01' },
    );
    const { content, losses } = writeBrat(doc);
    expect(content).toBe('T1\tPER 0 4\tPaul\n');
    expect(losses.map((loss) => [loss.kind, loss.item ?? loss.field, loss.field])).toEqual([
      ['span', 'T2', undefined],
      ['attribute', 'T1', 'deux mots'],
      ['attribute', 'T1', 'Score'],
      ['attribute', 'T1', 'good'],
      ['document', 'language', 'language'],
      ['document', 'date', 'date'],
    ]);
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const { content, losses } = writeBrat(doc);
        const { document: again, problems } = readBrat(content, doc.text, doc.id);
        expect(problems).toEqual([]);
        if (losses.some((loss) => loss.kind === 'boundary')) return;
        expectFaithful(doc, losses, again);
        expect(writeBrat(again)).toEqual({ content, losses: [] });
      }),
      { numRuns: 500 },
    );
  });
});
