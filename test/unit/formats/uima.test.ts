import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatDescriptor } from '../../../server/src/formats/format';
import { jsonCas } from '../../../server/src/formats/uima/jsonCas';
import { xmi } from '../../../server/src/formats/uima/xmi';
import { readXml } from '../../../server/src/formats/xml/read';
import { told } from '../inEnglish';
import { at, canonical, document, documents, expectFaithful } from './support';

const TEXT = '😀 Zoé Kovač\r\nvit à\u00a0Nice. <&"\'>\n';
const DOC = document(
  TEXT,
  [
    {
      type: 'PER',
      spans: [at(TEXT, 'Zoé Kovač')],
      status: 'confirmed',
      note: 'deux\nlignes\r\n\t<b>',
      links: [{ type: 'Reference', resource: 'Wikidata', id: 'Q1', label: 'Zoé' }],
    },
    {
      layer: 'date',
      type: 'DATE',
      spans: [at(TEXT, 'Nice')],
      attributes: { value: '2017-01', 'a=b%': ['1', '2'], flag: '' },
      score: 0.25,
      source: 'm',
    },
    { layer: 'quote', type: 'direct', spans: [at(TEXT, 'Zoé'), at(TEXT, 'Nice')] },
  ],
  {
    language: 'fr',
    date: '2017-01',
    relations: [{ id: 'E1', type: 'x', trigger: 'T1', args: [{ role: 'Who', target: 'T2' }], attributes: { a: 'b' }, note: 'n' }],
    groups: [{ id: 'e1', type: 'PER', name: 'Zoé Kovač', members: ['T1'], attributes: { aliases: ['Z.', 'K.'] } }],
    tokens: [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ],
    sentences: [{ start: 0, end: 12 }],
  },
);

describe.each([
  ['xmi', xmi],
  ['json-cas', jsonCas],
] as const)('UIMA %s', (id, format: FormatDescriptor) => {
  const roundTrip = (doc: typeof DOC) => {
    const { files, losses } = format.write([doc]);
    const {
      documents: [again],
      problems,
    } = format.read({ name: `essai.${format.extensions[0]}`, content: files[0]?.content ?? '' });
    expect(problems).toEqual([]);
    return { again, losses, content: files[0]?.content ?? '' };
  };

  it('says all of the model', () => {
    const { again, losses } = roundTrip(DOC);
    expect(losses).toEqual([]);
    expect(again && canonical(again)).toEqual(canonical(DOC));
    expect(again?.annotations.map((annotation) => annotation.id)).toEqual(['T1', 'T2', 'T3']);
    expect(again?.relations).toEqual(DOC.relations);
    expect(again?.groups).toEqual(DOC.groups);
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const { again, losses, content } = roundTrip(doc);
        expectFaithful(doc, losses, again);
        expect(format.write(again ? [again] : []).files[0]?.content).toBe(content);
      }),
      { numRuns: 150 },
    );
  });

  it('declares every type and feature that it uses, and keeps layers that have the name of something else', () => {
    const doc = {
      ...DOC,
      annotations: ['coref', 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', 'a layer', 'humeur', 'x.y.Z'].map(
        (layer, i) => ({ id: `T${i + 1}`, layer, type: 'v', spans: [{ start: 3, end: 6 }], attributes: {} }),
      ),
      relations: [],
      groups: [],
    };
    const { again, losses } = roundTrip(doc);
    expect(losses).toEqual([]);
    expect(again?.annotations).toEqual(doc.annotations);
    const cas = JSON.parse(jsonCas.write([doc]).files[0]?.content ?? '');
    const types = cas['%TYPES'] as Record<string, Record<string, unknown>>;
    for (const structure of cas['%FEATURE_STRUCTURES'] as Record<string, unknown>[]) {
      const type = String(structure['%TYPE']);
      if (type.startsWith('uima.')) continue;
      const own = Object.keys(structure).filter(
        (key) => !key.startsWith('%') && !['@sofa', 'begin', 'end', 'language'].includes(key),
      );
      for (const key of own) expect(types[type], type).toHaveProperty([key.replace(/^@/, '')]);
    }
  });

  it('changes only what was changed', () => {
    const { again, content } = roundTrip(DOC);
    const changed = again && {
      ...again,
      annotations: again.annotations.map((annotation) => (annotation.id === 'T1' ? { ...annotation, type: 'ORG' } : annotation)),
    };
    const { again: third, content: written } = roundTrip(changed ?? DOC);
    expect(third && canonical(third)).toEqual(changed && canonical(changed));
    const lines = new Set(content.split('\n'));
    if (id === 'xmi') expect(written.split('\n').filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(4);
  });

  it('names what is malformed and never throws', () => {
    for (const content of [
      '',
      '<',
      '{',
      '<a/>',
      '{"%FEATURE_STRUCTURES":[{}]}',
      '[]',
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>',
      '{"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"ab"},\n{"%ID":2,"%TYPE":"a.B","begin":0,"end":9}]}',
    ]) {
      const { problems } = format.read({ name: 'x', content });
      expect(problems.length, content).toBeGreaterThan(0);
      expect(problems.every((problem) => problem.line >= 1)).toBe(true);
    }
  });
});

describe('XMI', () => {
  it('replaces what XML cannot hold and says so', () => {
    const doc = document('a\u0001b\ud800', [{ spans: [{ start: 2, end: 3 }] }]);
    const { files, losses } = xmi.write([doc]);
    expect(xmi.read({ name: 'essai', content: files[0]?.content ?? '' }).documents[0]?.text).toBe('a\ufffdb\ufffd');
    expect(losses).toEqual([expect.objectContaining({ kind: 'character' })]);
  });

  it('can write all that the JSON form gives: what has no name in UIMA is told there and left out', () => {
    const content = JSON.stringify({
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'ab' },
        { '%ID': 2, '%TYPE': 'a.9B', '@sofa': 1, begin: 0, end: 1 },
        { '%ID': 3, '%TYPE': 'a.C', '@sofa': 1, begin: 0, end: 1, 'two words': 'x' },
        { '%ID': 4, '%TYPE': 'a.D', '@sofa': 1, begin: 0, end: 1 },
      ],
    });
    const { documents, problems } = jsonCas.read({ name: 'x', content });
    expect(told(problems).map((problem) => problem.message)).toEqual([
      expect.stringContaining('"9B"'),
      expect.stringContaining('"two words"'),
    ]);
    expect(documents[0]?.annotations.map((annotation) => annotation.layer)).toEqual(['a.D']);
    expect(() => xmi.write(documents)).not.toThrow();
  });

  it('ships a type system', () => {
    const types = xmi.write([DOC]).files[1];
    expect(types?.name).toBe('TypeSystem.xml');
    expect(readXml(types?.content ?? '').problems).toEqual([]);
    expect(types?.content).toContain('<name>webanno.custom.Quote</name>');
  });
});
