import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatById } from '../../../server/src/formats/index';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { changedSince, type Decisions, noDecisions, signedBy, withOutcome } from '../../../server/src/store/decisions';
import { decidedDocument } from '../../../server/src/store/exportDocument';
import { labelProblems, labelValues, withLabel, withLabels } from '../../../server/src/store/labels';
import { mergeDecisions } from '../../../server/src/store/merge';
import { outcomeIn } from '../../../server/src/store/outcomes';
import { rebaseDecisions } from '../../../server/src/store/rebaseDecisions';
import { parseSchema } from '../../../server/src/store/schemaFile';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';
import { inEnglish } from '../inEnglish';

const TEXT = 'Anne Corbin vit à Vell. Bruno Salvi est parti.\n';
const NOTHING = { ann: undefined, review: undefined };
const OF_NOTHING = noDecisions('a', TEXT);
const again = (decisions: Decisions): Decisions => readSidecars(writeSidecars(decisions, NOTHING), TEXT, 'a').decisions;
const values = (decisions: Decisions): object => Object.fromEntries(labelValues(decisions));
const anna = { by: 'anna', day: '2026-11-30' };

const SCHEMA = `{ "labels": {
  "topic": { "values": ["trade", "sport", "law"], "multiple": true, "guidelines": "What it is about." },
  "genre": { "title": "Genre", "values": ["report", "column"] },
  "source": {},
  "checked": { "kind": "flag" }
} }`;
const { schema } = parseSchema(SCHEMA);

describe('the labels that a schema declares', () => {
  test('have values, one or several, or are free, or flags', () => {
    expect(parseSchema(SCHEMA).problems).toEqual([]);
    expect(schema.labels?.map(({ id, kind, multiple = false }) => [id, kind, multiple])).toEqual([
      ['topic', 'choice', true],
      ['genre', 'choice', false],
      ['source', 'text', false],
      ['checked', 'flag', false],
    ]);
  });
  test('what is wrong is told where it stands, and the others hold', () => {
    const text = '{"labels":{"topic":["a"],"genre":{"multiple":"yes","vlues":[]},"good":{}}}';
    const { schema: read, problems } = parseSchema(text);
    expect(read.labels?.map(({ id }) => id)).toEqual(['genre', 'good']);
    expect(problems.map(({ start, end, message }) => [text.slice(start, end), inEnglish(message)])).toEqual([
      ['["a"]', 'The label "topic" must be an object.'],
      ['"vlues"', expect.stringContaining('"vlues" means nothing here')],
      ['"yes"', '"multiple" must be true or false.'],
    ]);
  });
});

test('a second label of an article that has nothing else makes no annotation file either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  const path = join(folder, 'a.txt');
  writeFileSync(path, TEXT);
  for (const label of ['topic', 'genre']) {
    const article = await ArticleDecisions.open(path, TEXT);
    article.decide((decisions) => withLabel(decisions, label, ['law']), 'label');
    expect(await article.save()).toBe('written');
    expect(readdirSync(folder).sort()).toEqual(['a.review.jsonl', 'a.txt']);
  }
  rmSync(folder, { recursive: true });
});

describe('the labels of an article', () => {
  test('stand at the end of the review file, a line a value, and come back; there is no annotation file for them alone', () => {
    const decisions = withLabel(withLabel(OF_NOTHING, 'topic', ['trade', 'law']), 'checked', ['']);
    const { ann, review } = writeSidecars(decisions, NOTHING);
    expect(ann).toBeUndefined();
    expect(review?.trimEnd().split('\n').slice(1)).toEqual([
      '{"label":"checked"}',
      '{"label":"topic","value":"law"}',
      '{"label":"topic","value":"trade"}',
    ]);
    expect(values(again(decisions))).toEqual({ checked: [''], topic: ['law', 'trade'] });
  });
  test('a value that is set again is no change; without values the label is gone', () => {
    const once = withLabel(OF_NOTHING, 'topic', ['law']);
    expect(withLabel(once, 'topic', ['law', 'law'])).toBe(once);
    expect(withLabel(once, 'topic', [])).toEqual(OF_NOTHING);
    expect(withLabel(OF_NOTHING, 'topic', [])).toBe(OF_NOTHING);
  });
  test('who said it stands with it; what stays keeps who said it first', () => {
    const first = signedBy(OF_NOTHING, withLabel(OF_NOTHING, 'topic', ['law']), { by: 'ben' });
    const both = signedBy(first, withLabel(first, 'topic', ['law', 'trade']), anna);
    expect(again(both).labels).toEqual([
      { label: 'topic', value: 'law', by: 'ben' },
      { label: 'topic', value: 'trade', ...anna },
    ]);
  });
  test('an edit of the text leaves them; of a finished article, another label is a change', () => {
    const labelled = withLabel(OF_NOTHING, 'topic', ['law']);
    expect(values(rebaseDecisions(labelled, { start: 0, end: 0, inserted: 'Hier ' }).decisions)).toEqual({ topic: ['law'] });
    const finished = withOutcome(labelled, { state: 'finished' });
    expect(changedSince(again(finished))).toBeUndefined();
    expect(changedSince(withLabel(finished, 'topic', ['trade']))).toBe('annotations');
  });
  test('that two windows set are merged: what either adds is there, what either takes away is not', () => {
    const base = withLabel(OF_NOTHING, 'topic', ['law', 'sport']);
    const ours = withLabel(base, 'topic', ['law', 'trade']);
    const theirs = withLabel(withLabel(base, 'genre', ['column']), 'topic', ['sport', 'law']);
    for (const { merged, conflicts } of [mergeDecisions(base, ours, theirs), mergeDecisions(base, theirs, ours)]) {
      expect(conflicts).toEqual([]);
      expect(values(merged)).toEqual({ genre: ['column'], topic: ['law', 'trade'] });
    }
    const neither = mergeDecisions(base, withLabel(base, 'topic', []), withLabel(base, 'topic', [])).merged;
    expect(neither.labels).toBeUndefined();
  });
  test('unknown ones, values that are not offered, and a second value of one are told', () => {
    let decisions = OF_NOTHING;
    for (const [label, own] of [
      ['topic', ['law', 'weather']],
      ['genre', ['column', 'report']],
      ['checked', ['perhaps']],
      ['source', ['anything']],
      ['constructor', ['x']],
    ] as const)
      decisions = withLabel(decisions, label, own);
    expect(labelProblems(decisions.labels ?? [], schema).map(({ message }) => inEnglish(message))).toEqual([
      'The label "checked" has no value "perhaps".',
      'The schema has no label "constructor".',
      'The label "genre" has one value at most: choose which holds.',
      'The label "topic" has no value "weather"; there are trade, sport, law.',
    ]);
  });
  test('are metadata where articles are filtered by it', () => {
    const decisions = withLabel(withLabel(OF_NOTHING, 'topic', ['trade', 'law']), 'checked', ['']);
    const known = new Map([['source', 'Le Phare']]);
    expect([...withLabels(known, decisions)]).toEqual([
      ['source', 'Le Phare'],
      ['checked', 'checked'],
      ['topic', 'law; trade'],
    ]);
    expect(withLabels(known, OF_NOTHING)).toBe(known);
  });
  test('a line that cannot be understood makes the file one that is not written', () => {
    const { broken, problems } = readSidecars({ ann: '', review: '{"label":""}\n' }, TEXT, 'a');
    expect([broken, problems.map(({ line }) => line)]).toEqual([true, [1]]);
  });
});

describe('exported', () => {
  const labelled = withLabel(withLabel(OF_NOTHING, 'topic', ['trade', 'law']), 'checked', ['']);
  const annotations = [{ id: 'T1', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 11 }], attributes: {} }];
  const document = decidedDocument(
    'a',
    { ...labelled, document: { ...labelled.document, annotations } },
    { language: 'fr', date: null },
  );

  test.each(['jsonl', 'csv'])('in %s, and read again', (id) => {
    const format = formatById(id)!;
    const { files, losses } = format.write([document]);
    expect(losses.filter(({ field }) => field === 'labels')).toEqual([]);
    const [file] = files;
    const { documents } = format.read({ name: file!.name, content: file!.content, text: () => TEXT });
    expect(documents[0]?.labels).toEqual({ checked: [''], topic: ['law', 'trade'] });
  });
  test('a table has a column a label', () => {
    const [header, row] = (formatById('csv')!.write([document]).files[0]?.content ?? '').split('\r\n');
    expect(header).toMatch(/,label\.checked,label\.topic$/);
    expect(row?.endsWith(`,"[""""]","[""law"",""trade""]"`)).toBe(true);
  });
  test('a format that has no place for them says so, as a table does of an article without rows', () => {
    const lost = (id: string, of = document): number =>
      formatById(id)!
        .write([of])
        .losses.filter(({ field }) => field === 'labels').length;
    expect([lost('brat'), lost('timeml'), lost('csv', { ...document, annotations: [] })]).toEqual([1, 1, 1]);
  });
});

describe('on disk', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'labels-'));
    writeFileSync(path('a.txt'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function decide(change: (decisions: Decisions) => Decisions): Promise<void> {
    const article = await ArticleDecisions.open(path('a.txt'), TEXT);
    expect(article.decide((before) => signedBy(before, change(before), anna), 'said')).toBe(true);
    expect(await article.save()).toBe('written');
  }

  test('a label is one step, that is taken back and made again', async () => {
    const article = await ArticleDecisions.open(path('a.txt'), TEXT);
    article.decide((before) => withLabel(before, 'topic', ['law']), 'label');
    article.decide((before) => withLabel(before, 'topic', ['trade']), 'label');
    article.step('undo');
    expect(values(article.state.decisions)).toEqual({ topic: ['law'] });
    article.step('undo');
    expect(article.state.decisions.labels).toBeUndefined();
    article.step('redo');
    await article.save();
    expect(await outcomeIn(path('a.txt'))).toEqual({ state: 'open', labels: [{ label: 'topic', values: ['law'] }] });
  });

  test('git merges what two people said of an article, in union, without losing any of it', async () => {
    const git = (...words: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { cwd: folder, encoding: 'utf8' });
    const commit = (message: string): void => {
      git('add', '-A');
      git('commit', '-q', '-m', message);
    };
    writeFileSync(path('.gitattributes'), '*.review.jsonl merge=union\n');
    git('init', '-q', '-b', 'main');
    await decide((before) => withLabel(before, 'topic', ['sport']));
    commit('both');
    git('checkout', '-q', '-b', 'anna');
    await decide((before) => withOutcome(withLabel(before, 'topic', ['law', 'sport']), { state: 'finished' }));
    commit('anna');
    git('checkout', '-q', 'main');
    await decide((before) => withLabel(withLabel(before, 'topic', ['trade', 'sport']), 'genre', ['column']));
    commit('ben');
    git('merge', '-q', '--no-edit', 'anna');
    const { decisions, broken } = readSidecars({ ann: '', review: readFileSync(path('a.review.jsonl'), 'utf8') }, TEXT, 'a');
    expect(broken).toBe(false);
    expect(values(decisions)).toEqual({ genre: ['column'], topic: ['law', 'sport', 'trade'] });
    expect(decisions.labels?.every(({ by }) => by === 'anna')).toBe(true);
    expect(decisions.outcome).toMatchObject({ state: 'finished', ...anna });
    expect(changedSince(decisions)).toBe('annotations');
  });
});
