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
