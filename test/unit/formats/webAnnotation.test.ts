import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { webAnnotation } from '../../../server/src/formats/webAnnotation';
import { inEnglish } from '../inEnglish';
import { at, document, documents, expectFaithful } from './support';

const read = (content: string, text?: string) =>
  webAnnotation.read({ name: 'essai.jsonld', content, ...(text !== undefined && { text }) });

// The terms of http://www.w3.org/ns/anno.jsonld that the writer uses, as the vocabulary defines them: nothing is fetched in tests.
const ANNO = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    as: 'http://www.w3.org/ns/activitystreams#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: '@id',
    type: '@type',
    Annotation: 'oa:Annotation',
    SpecificResource: 'oa:SpecificResource',
    TextualBody: 'oa:TextualBody',
    TextPositionSelector: 'oa:TextPositionSelector',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    tagging: 'oa:tagging',
    describing: 'oa:describing',
    commenting: 'oa:commenting',
    identifying: 'oa:identifying',
    classifying: 'oa:classifying',
    linking: 'oa:linking',
    body: { '@id': 'oa:hasBody', '@type': '@id' },
    target: { '@id': 'oa:hasTarget', '@type': '@id' },
    source: { '@id': 'oa:hasSource', '@type': '@id' },
    selector: { '@id': 'oa:hasSelector', '@type': '@id' },
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    value: 'rdf:value',
    first: { '@type': '@id', '@id': 'as:first' },
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
    total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
    startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  },
};
const TEXT = '😀 Zoé vit à Nice. Zoé dit oui.';

describe('Web Annotation', () => {
  const doc = document(
    TEXT,
    [
      { type: 'LOC', spans: [at(TEXT, 'Nice')], attributes: { value: 'x' }, note: 'vu' },
      { layer: 'quote', type: 'direct', spans: [at(TEXT, 'Zoé', 2), at(TEXT, 'oui')] },
    ],
    { language: 'fr', date: '2017' },
  );

  it('counts code points and quotes with context', () => {
    const { files, losses } = webAnnotation.write([doc]);
    expect(losses).toEqual([]);
    const [item] = JSON.parse(files[0]?.content ?? '').first.items;
    expect(item.target.selector).toEqual([
      { type: 'TextPositionSelector', start: 12, end: 16 },
      { type: 'TextQuoteSelector', exact: 'Nice', prefix: '😀 Zoé vit à ', suffix: '. Zoé dit oui.' },
    ]);
  });

  it('is JSON-LD in which every key means something', async () => {
    const { files } = webAnnotation.write([doc]);
    const data = JSON.parse(files[0]?.content ?? '');
    const documentLoader = async (url: string) => {
      expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
      return { contextUrl: undefined, documentUrl: url, document: ANNO };
    };
    const [expanded] = await jsonld.expand(data, { documentLoader, safe: true });
    const keys = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (value && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) {
          keys.add(key);
          walk(inner);
        }
    };
    walk(expanded);
    expect([...keys].filter((key) => !/^(@|http:\/\/www\.w3\.org\/|urn:corpus-annotator:)/.test(key))).toEqual([]);
    expect(keys).toContain('http://www.w3.org/ns/oa#hasSelector');
    const quads = await jsonld.toRDF(data, { documentLoader, format: 'application/n-quads', safe: true });
    expect(quads).toContain('<http://www.w3.org/ns/oa#start> "12"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>');
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (original) => {
        const { files, losses } = webAnnotation.write([original]);
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '');
        expect(problems).toEqual([]);
        expectFaithful(original, losses, again);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the words again by their quote where the text has changed, and says where it cannot', () => {
    const content = webAnnotation.write([doc], { includeText: false }).files[0]?.content ?? '';
    expect(read(content, `Ah ! ${TEXT}`).documents[0]?.annotations[0]?.spans).toEqual([{ start: 18, end: 22 }]);
    const { problems } = read(content, 'tout autre');
    expect(problems.map((problem) => problem.severity)).toEqual(['error', 'error', 'error']);
    expect(problems[0]?.line).toBeGreaterThan(10);
    expect(inEnglish(read(content).problems[0]?.message)).toContain('neither in the file nor beside it');
  });

  it('takes UTF-16 positions of browser tools where the quote proves them', () => {
    const item = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'a',
      type: 'Annotation',
      body: [{ type: 'TextualBody', purpose: 'tagging', value: 'PER' }],
      target: {
        source: 'http://x/',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Zoé' },
          { type: 'TextPositionSelector', start: 3, end: 6 },
        ],
      },
    };
    expect(read(JSON.stringify([item]), TEXT).documents[0]?.annotations[0]).toEqual({
      id: 'a',
      layer: 'entity',
      type: 'PER',
      spans: [{ start: 3, end: 6 }],
      attributes: {},
    });
  });

  it('names what is malformed', () => {
    for (const content of [
      '',
      '{',
      '7',
      '{"type":"Annotation"}',
      '[{"type":"Annotation","target":{"source":"a","selector":{"type":"TextPositionSelector","start":0,"end":99}}}]',
    ])
      expect(read(content, 'ab').problems.length, content).toBeGreaterThan(0);
  });
});
