import { describe, expect, it } from 'vitest';
import { labelStudio } from '../../../server/src/formats/jsonTools/labelStudio';
import { told } from '../inEnglish';

const read = (value: unknown) => labelStudio.read({ name: 'a.json', content: JSON.stringify(value) });
const marked = (value: unknown) =>
  read(value).documents.map(({ text, annotations }) =>
    annotations.map(({ type, spans }) => [type, ...spans.map(({ start, end }) => text.slice(start, end))]),
  );
const back = (value: unknown): unknown => JSON.parse(labelStudio.write(read(value).documents).files[0]?.content ?? '');
const TEXT = 'Anne Corbin vit à Vell.';
const region = (id: string, start: number, end: number, labels: readonly string[], rest = {}) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: TEXT.slice(start, end), labels, ...rest },
});

describe('Label Studio, as its versions write it', () => {
  it('reads each of several labels of a region, and writes one region again', () => {
    const task = [
      {
        id: 1,
        data: { text: TEXT },
        annotations: [
          {
            result: [
              region('a', 0, 11, ['PER', 'Mayor', 'Author']),
              region('b', 18, 22, ['LOC']),
              { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['lives'] },
            ],
          },
        ],
        predictions: [],
      },
    ];
    expect(marked(task)).toEqual([
      [
        ['PER', 'Anne Corbin'],
        ['Mayor', 'Anne Corbin'],
        ['Author', 'Anne Corbin'],
        ['LOC', 'Vell'],
      ],
    ]);
    expect(back(task)).toEqual(task);
    const { documents } = read(task);
    const without = documents.map((doc) => ({
      ...doc,
      annotations: doc.annotations
        .filter(({ type }) => type !== 'Mayor')
        .map((one) => (one.type === 'Author' ? { ...one, note: 'since 2001' } : one)),
    }));
    const written = JSON.parse(labelStudio.write(without).files[0]?.content ?? '');
    expect(written[0].annotations[0].result.map(({ value }: { value: { labels?: string[] } }) => value?.labels)).toEqual([
      ['PER'],
      ['Author'],
      ['LOC'],
      undefined,
    ]);
  });

  it('reads JSON_MIN', () => {
    const tasks = [
      {
        id: 7,
        text: TEXT,
        source: 'press',
        label: [{ start: 0, end: 11, text: 'Anne Corbin', labels: ['PER'] }],
        annotator: 2,
        annotation_id: 3,
      },
      { id: 8, text: 'Rien.' },
    ];
    expect(marked(tasks)).toEqual([[['PER', 'Anne Corbin']], []]);
    expect(read(tasks).documents.map(({ id, text }) => [id, text])).toEqual([
      ['7', TEXT],
      ['8', 'Rien.'],
    ]);
  });

  it('reads completions of older versions and leaves them where they were', () => {
    const task = { id: 1, data: { text: TEXT }, completions: [{ id: 4, result: [region('a', 0, 11, ['PER'])] }] };
    expect(marked(task)).toEqual([[['PER', 'Anne Corbin']]]);
    expect(back(task)).toEqual([task]);
  });

  it('counts regions of a page in its text, and keeps their paths', () => {
    const value = {
      start: '/p[1]/text()[1]',
      end: '/p[1]/b[1]/text()[1]',
      startOffset: 0,
      endOffset: 6,
      globalOffsets: { start: 0, end: 11 },
      text: 'Anne Corbin',
      hypertextlabels: ['PER'],
    };
    const task = {
      id: 1,
      data: { html: '<p>Anne <b title=">">Corbin</b> vit &agrave; Vell.<br>Oui &#233; <!-- non --></p>' },
      annotations: [{ result: [{ id: 'a', from_name: 'ner', to_name: 'text', type: 'hypertextlabels', value }] }],
    };
    expect(read(task).documents[0]?.text).toBe('Anne Corbin vit à Vell.\nOui é ');
    expect(marked(task)).toEqual([[['PER', 'Anne Corbin']]]);
    expect(back(task)).toEqual([task]);
  });

  it('finds regions whose offsets miss by their words, the nearest, and tells of it once', () => {
    const text = '😀 Vell et Vell, puis Anne.';
    const value = (start: number, words: string) => ({
      ...region(`r${start}`, 0, 0, ['LOC']),
      value: { start, end: start + words.length, text: words, labels: ['LOC'] },
    });
    const task = { id: 1, data: { text }, annotations: [{ result: [value(2, 'Vell'), value(10, 'Vell'), value(0, 'Otran')] }] };
    expect(read(task).documents[0]?.annotations.map(({ spans }) => spans[0]?.start)).toEqual([3, 11, 0]);
    expect(told(read(task).problems).map(({ message }) => message)).toEqual([
      '2 regions did not stand where the offsets say and were found by their words: "Vell", where the text has " Vel".',
      expect.stringContaining('1 region says words that the text does not have: "Otran"'),
    ]);
  });
});
