import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import {
  changedSince,
  type Decisions,
  noDecisions,
  signedBy,
  withDocument,
  withOutcome,
} from '../../../server/src/store/decisions';
import { mergeDecisions } from '../../../server/src/store/merge';
import { rebaseDecisions } from '../../../server/src/store/rebaseDecisions';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const TEXT = 'Anne Corbin vit à Vell. Bruno Salvi est parti.\n';
const NOTHING = { ann: undefined, review: undefined };
const annotated = (...words: readonly string[]): Decisions =>
  withDocument(noDecisions('a', TEXT), {
    annotations: words.map((word, i) => ({
      id: `T${i + 1}`,
      layer: 'entity',
      type: 'PER',
      spans: [{ start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length }],
      attributes: {},
    })),
  });
const again = (decisions: Decisions, text = TEXT): Decisions =>
  readSidecars(writeSidecars(decisions, NOTHING), text, 'a').decisions;
const finished = { state: 'finished' as const };

describe('an article that is finished or set aside', () => {
  test('stands in the review file, a line of its own, and comes back as it was', () => {
    const decisions = withOutcome(annotated('Anne Corbin'), {
      state: 'aside',
      note: 'two authors',
      by: 'anna',
      day: '2026-11-30',
    });
    const [header, line] = (writeSidecars(decisions, NOTHING).review ?? '').split('\n');
    expect(header).toContain('"review":1');
    expect(JSON.parse(line ?? '')).toMatchObject({ article: 'aside', note: 'two authors', by: 'anna', day: '2026-11-30' });
    expect(again(decisions).outcome).toEqual(decisions.outcome);
    expect(changedSince(again(decisions))).toBeUndefined();
  });
  test('says so when the text or the annotations have changed since; other ids are no change', () => {
    const decisions = withOutcome(annotated('Anne Corbin', 'Bruno Salvi'), finished);
    expect(changedSince(rebaseDecisions(decisions, { start: TEXT.length, end: TEXT.length, inserted: 'Fin.' }).decisions)).toBe(
      'text',
    );
    expect(changedSince(again(decisions, `${TEXT}Fin.`))).toBe('text');
    const [first, second] = decisions.document.annotations;
    const renumbered = [
      { ...second!, id: 'T7' },
      { ...first!, id: 'T9' },
    ];
    expect(changedSince(withDocument(decisions, { annotations: renumbered }))).toBeUndefined();
    expect(changedSince(withDocument(decisions, { annotations: [{ ...first!, type: 'ORG' }, second!] }))).toBe('annotations');
    expect(changedSince(withDocument(decisions, { annotations: [first!] }))).toBe('annotations');
    expect(changedSince(withOutcome(withDocument(decisions, { annotations: [first!] }), undefined))).toBeUndefined();
  });
  test('whatever stands in it, writing and reading it again is no change', () => {
    const at = (words: string) => [{ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }];
    const rich = withDocument(noDecisions('a', TEXT), {
      annotations: [
        {
          id: 'T1',
          layer: 'entity',
          type: 'PER',
          spans: at('Anne Corbin'),
          attributes: { sure: '', role: ['maire', 'née'] },
          note: 'a\nb',
        },
        {
          id: 'T2',
          layer: 'quote',
          type: 'direct',
          spans: [...at('Anne'), ...at('vit à Vell')],
          attributes: { speakerName: 'Anne' },
          status: 'confirmed',
        },
        { id: 'T3', layer: 'quote', type: 'cue', spans: at('vit'), attributes: {} },
        { id: 'T4', layer: 'treaty', type: 'Accord', spans: at('Vell'), attributes: {} },
        { id: 'T5', layer: 'date', type: 'DATE', spans: at('parti'), attributes: { value: '2017-01' }, status: 'suggested' },
        { id: 'X1', layer: 'entity', type: 'LOC', spans: at('Vell'), attributes: {}, status: 'rejected' },
        {
          id: 'T6',
          layer: 'entity',
          type: 'LOC',
          spans: at('Bruno'),
          attributes: {},
          links: [{ type: 'Reference', resource: 'Wikidata', id: 'Q1', label: 'B' }],
        },
      ],
      relations: [
        {
          id: 'R1',
          type: 'cue',
          args: [
            { role: 'Arg1', target: 'T2' },
            { role: 'Arg2', target: 'T3' },
          ],
          attributes: {},
        },
        { id: 'E1', type: 'Move', trigger: 'T5', args: [{ role: 'Who', target: 'T6' }], attributes: {} },
      ],
      groups: [{ id: 'anne', name: 'Anne Corbin', members: ['T1', 'T6'], attributes: {} }],
    });
    const once = again(withOutcome(rich, finished));
    expect(once.document.annotations).toHaveLength(7);
    expect(changedSince(once)).toBeUndefined();
    expect(changedSince(again(once))).toBeUndefined();
  });
  test('one with nothing in it is finished, too: brat’s file is there, and empty', () => {
    const nothing = withOutcome(noDecisions('a', TEXT), finished);
    const files = writeSidecars(nothing, NOTHING);
    expect(files.ann).toBe('');
    expect(readSidecars(files, TEXT, 'a').decisions.outcome).toEqual(nothing.outcome);
    expect(writeSidecars(withOutcome(noDecisions('a', TEXT), { state: 'aside' }), NOTHING).ann).toBeUndefined();
  });
  test('what two people did meanwhile is merged: who has finished it has, whoever annotated', () => {
    const base = annotated('Anne Corbin');
    const ours = withOutcome(base, finished);
    const theirs = annotated('Anne Corbin', 'Bruno Salvi');
    for (const { merged, conflicts } of [mergeDecisions(base, ours, theirs), mergeDecisions(base, theirs, ours)]) {
      expect(conflicts).toEqual([]);
      expect(merged.document.annotations).toHaveLength(2);
      expect(merged.outcome).toEqual(ours.outcome);
      expect(changedSince(merged)).toBe('annotations');
    }
    expect(mergeDecisions(ours, base, ours).merged.outcome).toBeUndefined();
  });
  test('a line that cannot be understood makes the file one that is not written', () => {
    const { broken, problems } = readSidecars({ ann: '', review: '{"article":"perhaps"}\n' }, TEXT, 'a');
    expect([broken, problems.length]).toEqual([true, 1]);
  });
});

describe('on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outcome-'));
    writeFileSync(join(folder, 'a.txt'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('finished is one step; taken back, the files that came with it are gone', async () => {
    const article = await ArticleDecisions.open(join(folder, 'a.txt'), TEXT);
    expect(article.decide((decisions) => withOutcome(decisions, finished), 'finished')).toBe(true);
    expect(await article.save()).toBe('written');
    expect(readFileSync(join(folder, 'a.review.jsonl'), 'utf8')).toContain('"article":"finished"');
    expect(readFileSync(join(folder, 'a.ann'), 'utf8')).toBe('');
    expect(article.step('undo')).toEqual({ label: 'finished' });
    await article.save();
    expect([existsSync(join(folder, 'a.ann')), existsSync(join(folder, 'a.review.jsonl'))]).toEqual([false, false]);
    article.step('redo');
    await article.save();
    const reopened = await ArticleDecisions.open(join(folder, 'a.txt'), TEXT);
    expect(reopened.state.decisions.outcome).toMatchObject(finished);
  });
});

describe('who decided, and when', () => {
  const anna = { by: 'anna', day: '2026-11-30' };
  test('new and changed decisions bear it, the others keep what they have; it comes back from the files', () => {
    const first = signedBy(noDecisions('a', TEXT), annotated('Anne Corbin'), { by: 'ben', day: '2026-11-29' });
    const more = { ...first, document: annotated('Anne Corbin', 'Bruno Salvi').document };
    const both = signedBy(
      first,
      { ...more, document: { ...more.document, annotations: [first.document.annotations[0]!, more.document.annotations[1]!] } },
      anna,
    );
    expect([...again(both).marks].map(([id, mark]) => [id, mark.signed])).toEqual([
      ['T1', { by: 'ben', day: '2026-11-29' }],
      ['T2', anna],
    ]);
  });
  test('of rejections and of what has lost its words, too', () => {
    const rejected = annotated('Bruno Salvi').document.annotations.map((annotation) => ({
      ...annotation,
      id: 'X1',
      status: 'rejected' as const,
    }));
    const decisions = signedBy(noDecisions('a', TEXT), withDocument(noDecisions('a', TEXT), { annotations: rejected }), anna);
    expect(again(decisions).marks.get('X1')?.signed).toEqual(anna);
    const own = signedBy(noDecisions('a', TEXT), annotated('Bruno Salvi'), anna);
    const start = TEXT.indexOf('Bruno');
    const gone = rebaseDecisions(own, { start, end: start + 'Bruno Salvi'.length, inserted: '' }).decisions;
    expect(gone.lost[0]?.signed).toEqual(anna);
    const kept = readSidecars(writeSidecars(gone, NOTHING), gone.document.text, 'a').decisions;
    expect(kept.lost[0]?.signed).toEqual(anna);
    const back = rebaseDecisions(kept, { start, end: start, inserted: 'Bruno Salvi' }).decisions;
    expect(back.marks.get(back.document.annotations[0]?.id ?? '')?.signed).toEqual(anna);
  });
});
