import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatById } from '../../../server/src/formats';
import { changedSince, type Decisions, noDecisions, signedBy, withOutcome } from '../../../server/src/store/decisions';
import { decidedDocument } from '../../../server/src/store/exportDocument';
import { importDocument } from '../../../server/src/store/importDocument';
import { readSidecars } from '../../../server/src/store/sidecars';
import { document } from '../formats/support';

const TEXT = 'Anne Corbin vit à Vell.';
const decided = (): Decisions => {
  const none = noDecisions('a', TEXT);
  const made = document(
    TEXT,
    [
      { spans: [{ start: 0, end: 11 }], note: 'qui ?', attributes: { role: 'maire' } },
      { spans: [{ start: 18, end: 22 }], type: 'LOC', status: 'confirmed' },
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
    },
  );
  const signed = signedBy(
    none,
    { ...none, document: { ...none.document, ...made, id: 'a' } },
    { by: 'Zoé K.', day: '2026-11-30' },
  );
  return withOutcome(signed, { state: 'finished', note: 'sans la légende', by: 'anna', day: '2026-11-29' });
};

describe('who decided, when, and that an article is finished', () => {
  it.each([
    ['xmi', undefined],
    ['json-cas', undefined],
    ['tei', 'standoff'],
    ['web-annotation', undefined],
  ])('go out as %s and come in again', async (id, variant) => {
    const before = decided();
    const sent = decidedDocument('a', before, { language: 'fr', date: '2017-01' });
    const format = formatById(id);
    const { files, losses } = format?.write([sent], variant === undefined ? {} : { variant }) ?? { files: [], losses: [] };
    expect(losses).toEqual([]);
    const file = files[0];
    const { documents } = format?.read({ name: file?.name ?? '', content: file?.content ?? '' }) ?? { documents: [] };
    const folder = mkdtempSync(join(tmpdir(), 'signed-'));
    try {
      const imported = await importDocument({ ...(documents[0] ?? sent), id: 'a' }, folder);
      expect(imported).toMatchObject({ ok: true, facts: { path: 'a.txt', values: { date: '2017-01' } } });
      const [ann, review] = ['a.ann', 'a.review.jsonl'].map((name) => readFileSync(join(folder, name), 'utf8'));
      const { decisions } = readSidecars({ ann, review }, TEXT, 'a');
      expect(decisions.outcome).toMatchObject({ state: 'finished', note: 'sans la légende', by: 'anna', day: '2026-11-29' });
      expect(changedSince(decisions)).toBeUndefined();
      const { annotations, relations } = decisions.document;
      expect(annotations.map((one) => [one.note, one.attributes, decisions.marks.get(one.id)?.signed])).toEqual([
        ['qui ?', { role: 'maire' }, { by: 'Zoé K.', day: '2026-11-30' }],
        [undefined, {}, { by: 'Zoé K.', day: '2026-11-30' }],
      ]);
      expect(relations).toMatchObject([{ type: 'lives' }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
