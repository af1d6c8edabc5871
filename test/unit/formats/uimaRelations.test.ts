import { describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { jsonCas } from '../../../server/src/formats/uima/jsonCas';

const TEXT = 'Anne dirige Otran à Vell.';
const NAMED = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
const WORD = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const at = (words: string) => ({ begin: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, '@sofa': 1 });
const TYPES = Object.fromEntries([
  ['custom.Rel', { '%NAME': 'custom.Rel', '%SUPER_TYPE': 'uima.tcas.Annotation' }],
  ['custom.Dep', { '%NAME': 'custom.Dep', '%SUPER_TYPE': 'uima.tcas.Annotation' }],
] as const);
const EXPORT = {
  '%TYPES': TYPES,
  '%FEATURE_STRUCTURES': [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: TEXT },
    { '%ID': 2, '%TYPE': NAMED, ...at('Anne'), value: 'PER' },
    { '%ID': 3, '%TYPE': NAMED, ...at('Otran'), value: 'ORG' },
    { '%ID': 4, '%TYPE': 'custom.Rel', ...at('Otran'), '@Governor': 2, '@Dependent': 3, value: 'leads', since: '2001' },
    { '%ID': 5, '%TYPE': WORD, ...at('Anne') },
    { '%ID': 6, '%TYPE': WORD, ...at('dirige') },
    { '%ID': 7, '%TYPE': 'custom.Dep', ...at('Anne'), '@Governor': 6, '@Dependent': 5, DependencyType: 'nsubj' },
  ],
  '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6, 7] } },
};
const read = (content: string): AnnotationDocument => {
  const {
    documents: [only],
    problems,
  } = jsonCas.read({ name: 'a.json', content });
  expect(problems).toEqual([]);
  if (!only) throw new Error('nothing read');
  return only;
};
const write = (doc: AnnotationDocument): string => jsonCas.write([doc]).files[0]?.content ?? '';
interface Structure {
  readonly '%ID': number;
  readonly '%TYPE': string;
}
const structures = (content: string): readonly Structure[] => JSON.parse(content)['%FEATURE_STRUCTURES'];

describe('relations of INCEpTION', () => {
  const doc = read(JSON.stringify(EXPORT));

  it('are relations and no mentions; those between words stay in the file', () => {
    expect(doc.annotations.map(({ type }) => type)).toEqual(['PER', 'ORG']);
    expect(doc.relations).toEqual([
      {
        id: 'R4',
        type: 'leads',
        args: [
          { role: 'Arg1', target: 'T1' },
          { role: 'Arg2', target: 'T2' },
        ],
        attributes: { since: '2001' },
      },
    ]);
    expect(JSON.parse(write(doc))).toEqual(EXPORT);
  });

  it('stay what they are where another is made, which INCEpTION shows too', () => {
    const vell = { id: 'T3', layer: 'entity', type: 'LOC', spans: [{ start: 20, end: 24 }], attributes: {} };
    const args = [
      { role: 'who', target: 'T2' },
      { role: 'where', target: 'T3' },
    ];
    const more = { id: 'R9', type: 'seat', args, attributes: { sure: 'no' }, note: 'n' };
    const changed = { ...doc, annotations: [...doc.annotations, vell], relations: [...doc.relations, more] };
    const content = write(changed);
    expect(structures(content).slice(0, 7)).toEqual(EXPORT['%FEATURE_STRUCTURES']);
    const place = structures(content).find((one) => one['%TYPE'] === NAMED && one['%ID'] > 7);
    expect(structures(content)).toContainEqual(
      expect.objectContaining({
        '%TYPE': 'webanno.custom.NamedEntityRelation',
        '@Governor': 3,
        '@Dependent': place?.['%ID'],
        value: 'seat',
      }),
    );
    const again = read(content);
    expect(again.annotations.map(({ type }) => type)).toEqual(['PER', 'ORG', 'LOC']);
    expect(again.relations.map(({ type, args: ends, note }) => [type, ends.map(({ role }) => role), note])).toEqual([
      ['seat', ['who', 'where'], 'n'],
      ['leads', ['Arg1', 'Arg2'], undefined],
    ]);
    // and is gone with all that shows it
    expect(read(write({ ...again, relations: [] })).relations).toEqual([]);
    expect(structures(write({ ...again, relations: [] })).filter((one) => 'value' in one && one.value === 'seat')).toEqual([]);
  });

  it('go on between what was changed', () => {
    const renamed = doc.annotations.map((one) => (one.type === 'ORG' ? { ...one, type: 'FIRM' } : one));
    const again = read(write({ ...doc, annotations: renamed }));
    const ends = again.relations[0]?.args.map(({ target }) => again.annotations.find(({ id }) => id === target)?.type);
    expect(ends).toEqual(['PER', 'FIRM']);
    expect(again.relations.map(({ type, attributes }) => [type, attributes])).toEqual([['leads', { since: '2001' }]]);
  });
});
