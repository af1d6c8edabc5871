import { describe, expect, it } from 'vitest';
import { readReviewFile } from '../../../server/src/store/reviewFile';

const WORDS = [{ exact: 'Anne Morel', prefix: 'a dit ', suffix: ' hier' }];
const line = (value: object): string => `${JSON.stringify(value)}\n`;

describe('a line of a review file that another program wrote', () => {
  it('keeps a lost decision, without what is not of the form that it must have', () => {
    const { records, problems } = readReviewFile(
      line({
        lost: 'T9',
        type: 'PER',
        words: WORDS,
        links: 'wikidata',
        attributes: { note: 7 },
        status: 'perhaps',
        relations: [{ id: 'R1', type: 'knows' }],
      }),
    );
    expect(problems).toEqual([]);
    expect(records.lost).toEqual([
      { annotation: { id: 'T9', layer: 'entity', type: 'PER', spans: [], attributes: {} }, words: WORDS, relations: [] },
    ]);
  });

  it('keeps relations and links that are whole', () => {
    const relation = { id: 'R1', type: 'knows', args: [{ role: 'Arg1', target: 'T9' }], attributes: { since: '2017' } };
    const link = { type: 'Reference', resource: 'Wikidata', id: 'Q142' };
    const { records } = readReviewFile(line({ lost: 'T9', type: 'PER', words: WORDS, links: [link], relations: [relation] }));
    expect(records.lost[0]?.relations).toEqual([relation]);
    expect(records.lost[0]?.annotation.links).toEqual([link]);
  });

  it('reads numbers in place of context as no context', () => {
    const { records } = readReviewFile(
      line({ id: 'T1', prefix: 3, suffix: ' hier', judged: { source: 'model', score: 'high' } }),
    );
    expect(records.anchors.get('T1')).toEqual([{ prefix: '', suffix: ' hier' }]);
    expect(records.judged.get('T1')).toEqual({ source: 'model' });
  });

  it('names a line whose rejected words are none', () => {
    expect(readReviewFile(line({ reject: 'entity/PER', words: [{ exact: '' }] })).problems).toMatchObject([{ line: 1 }]);
  });
});
