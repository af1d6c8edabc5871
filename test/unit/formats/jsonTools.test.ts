import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatDescriptor } from '../../../server/src/formats/format';
import { doccano } from '../../../server/src/formats/jsonTools/doccano';
import { labelStudio } from '../../../server/src/formats/jsonTools/labelStudio';
import { prodigy } from '../../../server/src/formats/jsonTools/prodigy';
import { spacy } from '../../../server/src/formats/jsonTools/spacy';
import { readXml } from '../../../server/src/formats/xml/read';
import { at, document, documents, expectFaithful } from './support';

const TEXT = '😀 Zoé Kovač vit à Nice depuis 2015.';
const DOC = document(
  TEXT,
  [
    { type: 'PER', spans: [at(TEXT, 'Zoé Kovač')], status: 'confirmed', note: 'sûr' },
    { type: 'LOC', spans: [at(TEXT, 'Nice')], status: 'confirmed' },
    {
      layer: 'date',
      type: 'DATE',
      spans: [at(TEXT, '2015')],
      attributes: { value: '2015' },
      status: 'suggested',
      score: 0.5,
      source: 'machine',
    },
    { layer: 'quote', type: 'direct', spans: [at(TEXT, 'Zoé'), at(TEXT, 'Nice')], status: 'confirmed' },
  ],
  {
    relations: [
      {
        id: 'R1',
        type: 'lives',
        args: [
          { role: 'Arg1', target: 'T1' },
          { role: 'Arg2', target: 'T2' },
        ],
        attributes: {},
      },
    ],
    language: 'fr',
    date: '2017-01',
  },
);

const written = (format: FormatDescriptor, options = {}) => format.write([DOC], options).files[0]?.content ?? '';

describe.each([
  ['prodigy', prodigy, {}],
  ['prodigy, flat', prodigy, { variant: 'ner' }],
  ['doccano', doccano, {}],
  ['doccano with relations', doccano, { variant: 'relations' }],
  ['spacy', spacy, {}],
  ['label-studio', labelStudio, {}],
] as const)('%s', (_, format, options) => {
  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), fc.constantFrom('omit', 'keep'), (doc, rejected) => {
        const { files, losses } = format.write([doc], { ...options, rejected });
        if (losses.some((loss) => loss.kind === 'boundary')) return;
        const { documents: again, problems } = format.read({ name: 'x.jsonl', content: files[0]?.content ?? '' });
        expect(problems).toEqual([]);
        expect(again).toHaveLength(1);
        const { tokens: _tokens, ...first } = again[0] ?? doc;
        expectFaithful(doc, losses, first);
        // What was read is written again as it stood.
        const second = format.write(again, { ...options, rejected: 'keep' });
        expect(JSON.parse(second.files[0]?.content ?? '')).toEqual(JSON.parse(files[0]?.content ?? ''));
      }),
      { numRuns: 300 },
    );
  });

  it('holds several documents and names the place of what is wrong', () => {
    const content = format.write([DOC, { ...DOC, id: 'zwei' }], options).files[0]?.content ?? '';
    expect(format.read({ name: 'x', content: `\ufeff${content}` }).documents.map((doc) => doc.id)).toEqual(['essai', 'zwei']);
    const broken = format.read({ name: 'x', content: content.slice(0, -4) });
    expect(broken.problems[0]?.line).toBe(content.split('\n').length - 1 - (format === labelStudio ? 1 : 0));
    const [first = ''] = content.split('\n', 1);
    for (const junk of [
      '7',
      '{',
      '[]',
      '{"text": 3}',
      '[[1,2]]',
      first.slice(0, 20),
      '{"text":"ab","spans":[{"start":9,"end":10,"label":"X"}],"ents":[{"start":"a"}],"label":[[1,0,"X"]],"data":{"text":"ab"},"annotations":[{"result":[{"value":{"start":5,"end":6,"labels":["A"]}}]}]}',
    ]) {
      expect(format.read({ name: 'x', content: junk }).problems.length, junk).toBeGreaterThan(
        junk === '[]' && format === labelStudio ? -1 : junk === '[]' ? -1 : 0,
      );
    }
  });
});

describe('prodigy', () => {
  it('counts code points, names the last token itself, says accept where all is confirmed', () => {
    const accepted = { ...DOC, annotations: DOC.annotations.slice(0, 2), relations: DOC.relations };
    const task = JSON.parse(prodigy.write([accepted]).files[0]?.content ?? '');
    expect(task.spans).toEqual([
      { start: 2, end: 11, token_start: 1, token_end: 2, label: 'PER', note: 'sûr' },
      { start: 18, end: 22, token_start: 5, token_end: 5, label: 'LOC' },
    ]);
    expect(task.tokens[1]).toEqual({ text: 'Zoé', start: 2, end: 5, id: 1, ws: true });
    expect(task.answer).toBe('accept');
    expect(task.relations).toEqual([
      {
        head: 2,
        child: 5,
        head_span: { id: 'T1', start: 2, end: 11, token_start: 1, token_end: 2, label: 'PER' },
        child_span: { id: 'T2', start: 18, end: 22, token_start: 5, token_end: 5, label: 'LOC' },
        label: 'lives',
      },
    ]);
  });

  it('never writes a rejected span as a right one', () => {
    const doc = document(TEXT, [{ spans: [at(TEXT, 'Nice')], status: 'rejected' }]);
    const { files, losses } = prodigy.write([doc]);
    expect(JSON.parse(files[0]?.content ?? '').spans).toEqual([]);
    expect(losses).toEqual([expect.objectContaining({ kind: 'rejected', item: 'T1' })]);
  });
});

describe('doccano', () => {
  it('counts UTF-16 units', () => {
    expect(JSON.parse(written(doccano)).label).toEqual(
      [
        [3, 12, 'PER'],
        [3, 6, 'direct'],
        [19, 23, 'LOC'],
        [19, 23, 'direct'],
        [31, 35, 'DATE'],
      ].sort((a, b) => (a[0] as number) - (b[0] as number) || (b[1] as number) - (a[1] as number) || (a[2] === 'LOC' ? -1 : 1)),
    );
  });

  it('reads other keys when told', () => {
    const {
      documents: [doc],
    } = doccano.read(
      { name: 'x', content: '{"body":"Nice","tags":[[0,4,"LOC"]],"nr":1}' },
      { textKey: 'body', labelKey: 'tags' },
    );
    expect(doc?.annotations[0]).toEqual({
      id: 'T1',
      layer: 'entity',
      type: 'LOC',
      spans: [{ start: 0, end: 4 }],
      attributes: {},
    });
  });
});

describe('spaCy', () => {
  it('writes tokens that cover the text and fit every span', () => {
    const line = JSON.parse(written(spacy));
    expect(line.ents).toEqual([
      expect.objectContaining({ start: 2, end: 11, label: 'PER' }),
      expect.objectContaining({ start: 18, end: 22, label: 'LOC' }),
      expect.objectContaining({ start: 30, end: 34, label: 'DATE' }),
    ]);
    expect(Object.keys(line.spans)).toEqual(['quote']);
  });

  it('leaves between tokens at most one space, whatever the text', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const line = JSON.parse(spacy.write([doc]).files[0]?.content ?? '') as {
          text: string;
          tokens: { start: number; end: number }[];
          ents: { start: number; end: number }[];
          spans?: Record<string, { start: number; end: number }[]>;
        };
        const characters = [...line.text];
        let end = 0;
        for (const token of line.tokens) {
          expect(characters.slice(end, token.start).join('')).toMatch(/^ ?$/);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(characters.slice(end).join('')).toMatch(/^ ?$/);
        for (const span of [...line.ents, ...Object.values(line.spans ?? {}).flat()]) {
          expect(
            line.tokens.some((token) => token.start === span.start) && line.tokens.some((token) => token.end === span.end),
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order, and with it the ids, where span groups part what stood together', () => {
    const both = { type: 'PER', spans: [at(TEXT, 'Zoé'), at(TEXT, 'Nice')] };
    const doc = document(
      TEXT,
      [
        { layer: 'quote', type: 'direct', spans: [at(TEXT, 'Zoé')] },
        both,
        { layer: 'quote', type: 'direct', spans: [at(TEXT, 'vit')] },
      ],
      { groups: [{ id: 'e1', members: ['T3'], attributes: {} }] },
    );
    const {
      documents: [again],
    } = spacy.read({ name: 'x', content: spacy.write([doc]).files[0]?.content ?? '' });
    expect(again?.annotations).toEqual(doc.annotations);
  });

  it('reads training tuples', () => {
    const { documents: read, problems } = spacy.read({
      name: 'x',
      content: '["😀 Zoé", {"entities": [[2, 5, "PERSON"]]}]\n{"text": "Zoé", "entities": [[0, 3, "PERSON"]]}\n',
    });
    expect(problems).toEqual([]);
    expect(read.map((doc) => doc.annotations[0]?.spans[0])).toEqual([
      { start: 3, end: 6 },
      { start: 0, end: 3 },
    ]);
  });
});

describe('Label Studio', () => {
  it('parts suggestions from decisions and ships the labelling configuration', () => {
    const { files, losses } = labelStudio.write([DOC], { name: 'lot' });
    const [task] = JSON.parse(files[0]?.content ?? '');
    expect(task.annotations[0].result.map((region: { type: string }) => region.type)).toEqual([
      'labels',
      'labels',
      'labels',
      'labels',
      'relation',
    ]);
    expect(task.predictions).toEqual([
      {
        model_version: 'machine',
        result: [
          expect.objectContaining({ id: 'T3', score: 0.5, value: { start: 31, end: 35, text: '2015', labels: ['DATE'] } }),
        ],
      },
    ]);
    expect(losses).toEqual([]);
    expect(files[1]?.name).toBe('lot.config.xml');
    expect(readXml(files[1]?.content ?? '').problems).toEqual([]);
    expect(files[1]?.content).toContain('<Label value="direct"');
  });
});
