import { describe, expect, it } from 'vitest';
import { formatById, readFile } from '../../../server/src/formats';
import { at, document } from './support';

const TEXT = 'Zoé Kovač vit à Nice.';
const MADE = document(
  TEXT,
  [
    { id: 'T1', type: 'PER', spans: [at(TEXT, 'Zoé Kovač')], attributes: { sure: 'oui' } },
    { id: 'T2', layer: 'date', type: 'DATE', spans: [at(TEXT, 'Nice')], attributes: { value: '2017' } },
  ],
  {
    relations: [
      {
        id: 'R1',
        type: 'in',
        args: [
          { role: 'Arg1', target: 'T1' },
          { role: 'Arg2', target: 'T2' },
        ],
        attributes: {},
      },
    ],
  },
);
const WRONG: readonly unknown[] = [null, true, -1, 1e21, '', 'x', [], [null], {}, { a: { b: [1] } }];

/** All values within a value, each replaced by another in turn. */
function* replaced(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    for (const changed of replaced(inner, by))
      yield Array.isArray(value) ? value.map((one, i) => (String(i) === key ? changed : one)) : { ...value, [key]: changed };
}

describe('a field that is something else than it must be', () => {
  it.each(['web-annotation', 'json-cas'])('%s: the file is read, or what is wrong is told', (id) => {
    const format = formatById(id);
    if (format === undefined) throw new Error(`no ${id}`);
    const [file] = format.write([MADE]).files;
    if (file === undefined) throw new Error('nothing written');
    const whole = JSON.parse(file.content) as unknown;
    let tried = 0;
    for (const by of WRONG)
      for (const changed of replaced(whole, by)) {
        tried++;
        const what = JSON.stringify(changed);
        const { documents, problems } = readFile({ name: file.name, content: what, text: TEXT }, format);
        for (const { annotations, text } of documents)
          for (const { spans } of annotations)
            for (const { start, end } of spans)
              expect(Number.isInteger(start) && start >= 0 && start <= end && end <= text.length, what).toBe(true);
        if (documents.length === 0) expect(problems.length, what).toBeGreaterThan(0);
      }
    expect(tried).toBeGreaterThan(300);
  });

  it('xmi: attributes of the wrong kind are told or passed over', () => {
    const format = formatById('xmi');
    if (format === undefined) throw new Error('no UIMA');
    const files = format.write([MADE]).files;
    let tried = 0;
    for (const file of files)
      for (const attribute of file.content.matchAll(/="([^"]*)"/g))
        for (const by of ['', 'x', '-1', '1e9', '999999', '1 2 3', 'NaN']) {
          tried++;
          const where = attribute.index + 2;
          const content = file.content.slice(0, where) + by + file.content.slice(where + (attribute[1] ?? '').length);
          const { documents } = readFile({ name: file.name, content, text: TEXT }, format);
          for (const { annotations, text } of documents)
            for (const { spans } of annotations)
              for (const { start, end } of spans)
                expect(Number.isInteger(start) && start >= 0 && start <= end && end <= text.length, content).toBe(true);
        }
    expect(tried).toBeGreaterThan(50);
  });
});
