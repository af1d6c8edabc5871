import { describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../../server/src/formats';
import { FORMATS, formatById, readFile } from '../../../server/src/formats';
import { told } from '../inEnglish';
import { at, canonical, document } from './support';

const TEXT = 'Zoé Kovač vit à Nice.';

/** What comes back of a document in which somebody gave this name to a layer, a type, an attribute and a relation. */
function thereAndBack(format: (typeof FORMATS)[number], name: string): string {
  const [zoe, nice] = [at(TEXT, 'Zoé Kovač'), at(TEXT, 'Nice')];
  const made: AnnotationDocument = document(
    TEXT,
    [
      { id: 'T1', type: name, spans: [zoe] },
      { id: 'T2', layer: 'quote', type: name, spans: [zoe] },
      { id: 'T3', layer: 'date', type: name, spans: [nice] },
      { id: 'T4', layer: name, type: name, spans: [nice], attributes: Object.fromEntries([[name, 'oui']]) },
    ],
    {
      relations: [
        {
          id: 'R1',
          type: name,
          args: [
            { role: 'Arg1', target: 'T1' },
            { role: 'Arg2', target: 'T4' },
          ],
          attributes: {},
        },
      ],
    },
  );
  const { files, losses } = format.write([made]);
  const read = files.map(({ name: file, content }) => readFile({ name: file, content, text: TEXT }, format));
  const seen = {
    losses,
    documents: read.flatMap(({ documents }) => documents.map(canonical)),
    problems: read.map(({ problems }) => problems),
  };
  return JSON.stringify(seen).replaceAll(name, 'NAME');
}

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it.each([
    ['constructor', 'constructxr'],
    ['__proto__', '__prota__'],
    ['toString', 'toStrinx'],
    ['valueOf', 'valueOx'],
  ])('takes a name that every object has, %s, like any other', (name, plain) => {
    expect(thereAndBack(format, name)).toBe(thereAndBack(format, plain));
  });
});

describe('a file nested deeper than any program makes it', () => {
  const DEPTH = 100_000;
  const nested = (open: string, close: string): string => `${open.repeat(DEPTH)}${close.repeat(DEPTH)}`;

  it.each([
    ['tei', `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text><body>${nested('<p>', '</p>')}</body></text></TEI>`],
    ['timeml', `<TimeML>\n<TEXT>${nested('<s>', '</s>')}</TEXT></TimeML>`],
    ['xmi', `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">\n${nested('<xmi:a>', '</xmi:a>')}</xmi:XMI>`],
    ['json-cas', `{"%FEATURE_STRUCTURES":\n${nested('[', ']')}}`],
    ['web-annotation', `{"type":"Annotation",\n"target":${nested('{"a":', '}').replace(':}', ':1}')}}`],
    ['label-studio', `[\n{"data":{"text":"a"},"meta":${nested('[', ']')}}]`],
    ['label-studio', `[\n${'['.repeat(DEPTH)}`],
    ['prodigy', `{"text":"a","spans":[]}\n{"text":"b","meta":${nested('[', ']')}}`],
    ['doccano', `{"text":"a","label":[]}\n{"text":"b","label":${nested('[', ']')}}`],
    ['spacy', `{"text":"a","ents":[]}\n{"text":"b","ents":${'['.repeat(DEPTH)}`],
    ['jsonl', `\n${nested('[', ']')}`],
  ])('%s: is said at its line', (id, content) => {
    const { problems } = readFile({ name: 'a', content }, formatById(id));
    expect(told(problems.filter(({ severity }) => severity === 'error'))).toEqual([
      { severity: 'error', line: 2, message: expect.stringContaining('Nested too deep') },
    ]);
  });

  it('keeps the other lines of JSON lines', () => {
    const content = `{"text":"Zoé","label":[[0,3,"PER"]]}\n{"text":"b","label":${nested('[', ']')}}\n{"text":"Nice","label":[]}\n`;
    expect(readFile({ name: 'a', content }, formatById('doccano')).documents.map(({ text }) => text)).toEqual(['Zoé', 'Nice']);
  });

  it('in a cell of a table is a text of somebody’s', () => {
    const content = `document,id,layer,type,start,end,text,attr.x\nd,T1,entity,PER,0,3,Zoé,${'['.repeat(DEPTH)}\n`;
    const { documents } = readFile({ name: 'a', content, text: TEXT }, formatById('csv'));
    expect(documents[0]?.annotations[0]?.attributes.x === '['.repeat(DEPTH)).toBe(true);
  });

  it('is no matter of brackets in texts', () => {
    const text = '[{"\\ '.repeat(1_000);
    const content = JSON.stringify({ text, label: [] });
    expect(readFile({ name: 'a', content }, formatById('doccano'))).toMatchObject({ documents: [{ text }], problems: [] });
  });
});

describe('a file with more of one kind than the stack would hold', () => {
  const MANY = 150_000;

  it('is written in each format, and what is lost is told', () => {
    const many = document(
      'a',
      Array.from({ length: MANY }, () => ({
        type: 'PER',
        spans: [{ start: 0, end: 1 }],
        note: 'n',
        status: 'confirmed' as const,
      })),
    );
    const { losses } = (formatById('conll2003') as (typeof FORMATS)[number]).write([many]);
    expect(losses.length).toBeGreaterThan(MANY);
  });
});

/** A document of each JSON format with a field of the wrong kind in its second line, and what is said of it. */
const WRONG: readonly (readonly [format: string, line: object, said: string])[] = [
  ['jsonl', { id: { a: 1 }, text: TEXT }, '"id" must be text.'],
  ['jsonl', { id: true, text: TEXT }, '"id" must be text.'],
  ['jsonl', { id: 'a', text: [TEXT] }, '"text" must be text.'],
  ['jsonl', { id: 'a', text: TEXT, language: ['fr'] }, '"language" must be text.'],
  ['jsonl', { id: 'a', text: TEXT, date: {} }, '"date" must be text.'],
  [
    'jsonl',
    { text: TEXT, entities: [{ start: 0, end: 3, type: 'PER', confidence: '0.5' }] },
    'entities[0].confidence must be a number.',
  ],
  ['jsonl', { text: TEXT, entities: [{ start: 0, end: 3, type: 'PER', entity: {} }] }, 'entities[0].entity must be text.'],
  [
    'jsonl',
    { text: TEXT, entities: [{ start: 0, end: 3, type: 'PER', nested: 'no' }] },
    'entities[0].nested must be true or false.',
  ],
  ['jsonl', { text: TEXT, dates: [{ start: 0, end: 3, type: 'DATE', value: [2017] }] }, 'dates[0].value must be text.'],
  [
    'jsonl',
    { text: TEXT, quotes: [{ spans: [[0, 3]], kind: 'direct', speakerName: {} }] },
    'quotes[0].speakerName must be text.',
  ],
  [
    'jsonl',
    { text: TEXT, entityIndex: [{ id: 'e', name: 'n', type: 'PER', aliases: 'Zoé' }] },
    'entityIndex[0].aliases must be a list of texts.',
  ],
  ['doccano', { id: {}, text: TEXT, label: [] }, '"id" must be text.'],
  ['doccano', { text: TEXT, label: 'PER' }, '"label" must be a list.'],
  ['prodigy', { text: TEXT, meta: { id: [1] } }, 'meta.id must be text.'],
  ['prodigy', { text: TEXT, spans: {} }, '"spans" must be a list.'],
  ['prodigy', { text: TEXT, spans: [{ start: 0, end: 3, label: 'PER', score: 'high' }] }, 'spans[0].score must be a number.'],
  ['spacy', { text: TEXT, ents: 'none' }, '"ents" must be a list.'],
  ['spacy', { text: TEXT, ents: [{ start: 0, end: 3, label: 'PER', note: {} }] }, 'ents[0].note must be text.'],
  ['spacy', { text: TEXT, _: { id: {} } }, '_.id must be text.'],
  ['label-studio', { data: { text: TEXT, article: {} }, annotations: [] }, 'data.article must be text.'],
  ['label-studio', { data: { text: TEXT }, annotations: { result: [] } }, '"annotations" must be a list.'],
];

describe('a field of the wrong kind', () => {
  it.each(WRONG)('is told with its line: %s %j', (id, wrong, said) => {
    const format = formatById(id) as (typeof FORMATS)[number];
    const good = id === 'label-studio' ? { data: { text: TEXT }, annotations: [] } : { text: TEXT };
    const content =
      id === 'label-studio' ? JSON.stringify([good, wrong], null, 1) : `${JSON.stringify(good)}\n${JSON.stringify(wrong)}\n`;
    const { documents, problems } = readFile({ name: `a.${format.extensions[0]}`, content }, format);
    expect(told(problems).map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
    expect(problems[0]?.line).toBeGreaterThan(1);
    // the rest is read, and of another tool's line what can be read
    expect(documents).toHaveLength(id === 'jsonl' ? 1 : 2);
    expect(documents.every((one) => typeof one.id === 'string' && one.text === TEXT)).toBe(true);
  });

  it('that is null is as one that is not there', () => {
    const content = `${JSON.stringify({ id: null, text: TEXT, language: null, date: null })}\n`;
    const format = formatById('jsonl') as (typeof FORMATS)[number];
    expect(readFile({ name: 'a.jsonl', content }, format).problems).toEqual([]);
  });
});

describe('files that would make a reader work for ever, or grow', () => {
  const MANY = 40_000;
  const TEI = (text: string, before = ''): string =>
    `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${text}</body></text></TEI>`;
  const read = (id: string, content: string) => readFile({ name: 'a', content }, formatById(id));

  it('entities that hold entities are not expanded, and told', () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE TEI [<!ENTITY a0 "ha">${levels.join('')}]>`;
    expect(told(read('tei', TEI('<p>&a20;</p>', bomb)).problems)[0]).toMatchObject({ severity: 'error', line: 1 });
    expect(read('tei', TEI('<p>&a0;</p>', bomb)).documents[0]?.text).toBe('ha');
    expect(read('tei', TEI('<p>&b;</p>', `<!DOCTYPE TEI [<!ENTITY b "${'x'.repeat(100)}">]>`)).problems).not.toEqual([]);
    expect(read('tei', TEI('<p>&c;</p>', '<!DOCTYPE TEI [<!ENTITY c SYSTEM "file:///etc/passwd">]>')).problems).not.toEqual([]);
  });

  it.each([
    ['remarks that do not end in the document type', TEI('<p>a</p>', `<!DOCTYPE TEI [${'<!--'.repeat(MANY)}`)],
    ['notes and nothing else in a paragraph', TEI(`<p>${'<note>a</note>'.repeat(MANY)}</p>`)],
    ['readings of one place', TEI(`<p><choice>${'<orig>a</orig>'.repeat(MANY)}</choice></p>`)],
    ['references', TEI(`<p>${'&amp;&#233;'.repeat(MANY)}</p>`)],
    ['words', TEI(`<p><s>${'<w>a</w>'.repeat(MANY)}</s></p>`)],
    [
      'a target of commas',
      `<TEI><standOff><listAnnotation><annotation target="#string-range(a${',1'.repeat(MANY)}"/></listAnnotation></standOff><text/></TEI>`,
    ],
  ])('tei: %s', (_, content) => {
    const { documents, problems } = read('tei', content);
    expect(documents.length + problems.length).toBeGreaterThan(0);
  });

  it('tei: annotations without number on one paragraph go back, and come again', () => {
    const content = TEI(`<p>${'ab '.repeat(8_000)}</p>`);
    const [doc] = read('tei', content).documents;
    if (!doc) throw new Error('nothing read');
    const annotations = Array.from({ length: 8_000 }, (_, i) => ({
      id: `T${i}`,
      layer: 'entity',
      type: 'PER',
      spans: [{ start: i * 3, end: i * 3 + 2 }],
      attributes: {},
    }));
    const { files } = (formatById('tei') as (typeof FORMATS)[number]).write([{ ...doc, annotations }], {
      into: () => ({ name: 'a.xml', content }),
    });
    expect(read('tei', files[0]?.content ?? '').documents[0]?.annotations).toHaveLength(8_000);
  });

  it('label-studio: tags that do not end, regions without number of one page', () => {
    const page = '<a"'.repeat(MANY);
    const region = {
      type: 'hypertextlabels',
      value: { start: '/', end: '/', globalOffsets: { start: 0, end: 1 }, hypertextlabels: ['A'] },
    };
    const content = JSON.stringify({
      data: { html: page },
      annotations: [{ result: Array.from({ length: 1000 }, () => region) }],
    });
    expect(read('label-studio', content).documents[0]?.annotations).toHaveLength(1000);
  });

  it('timeml: instances and links without number', () => {
    const events = Array.from({ length: 8_000 }, (_, i) => `<EVENT eid="e${i}" class="STATE">a</EVENT>`);
    const instances = Array.from({ length: 8_000 }, (_, i) => `<MAKEINSTANCE eiid="i${i}" eventID="e${i}"/>`);
    const links = Array.from(
      { length: 8_000 },
      (_, i) => `<TLINK lid="l${i}" relType="BEFORE" eventInstanceID="i${i}" relatedToEventInstance="i0"/>`,
    );
    const { documents } = read('timeml', `<TimeML>${[...events, ...instances, ...links].join('')}</TimeML>`);
    expect(documents[0]?.relations).toHaveLength(8_000);
    const [file] = (formatById('timeml') as (typeof FORMATS)[number]).write(documents).files;
    expect(file?.content.match(/<TLINK/g)).toHaveLength(8_000);
  });
});
