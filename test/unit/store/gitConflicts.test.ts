import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { conflictSides } from '../../../server/src/store/conflictSides';
import { type Decisions, withDocument, withOutcome } from '../../../server/src/store/decisions';
import { withLabel } from '../../../server/src/store/labels';
import { mergeOutcome } from '../../../server/src/store/mergeOutcome';

const TEXT = 'Anne Corbin vit à Vell. Paul Verdier part hier. Otran attend.\n';
let folder = '';
const path = (name = 'a.txt'): string => join(folder, name);
const file = (name: string): string => readFileSync(path(name), 'utf8');
const git = (...words: readonly string[]): string => {
  try {
    return execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@y', ...words], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
};
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
/** Decides in the folder as it is, writes, and commits. */
async function work(change: (decisions: Decisions) => Decisions): Promise<void> {
  const article = await ArticleDecisions.open(path(), TEXT);
  article.decide(change, 'x');
  expect(await article.save()).toBe('written');
  git('add', '-A');
  git('commit', '-qm', 'x');
}
const adding =
  (...names: readonly (readonly [words: string, type: string, id: string])[]) =>
  (decisions: Decisions): Decisions =>
    withDocument(decisions, {
      annotations: [
        ...decisions.document.annotations,
        ...names.map(([words, type, id]) => ({ id, layer: 'entity', type, spans: [at(words)], attributes: {} })),
      ],
    });
const said = ({ document }: Decisions): readonly string[] =>
  document.annotations
    .map(({ type, spans: [span], status }) => [status ?? '', type, TEXT.slice(span?.start, span?.end)].join(' ').trim())
    .sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-conflicts-'));
  git('init', '-q', '-b', 'main');
  writeFileSync(path(), TEXT);
  git('add', '-A');
  git('commit', '-qm', 'text');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What two people do of the same beginning, merged by git without any attributes. */
async function twoBranches(
  first: (decisions: Decisions) => Decisions,
  ours: (decisions: Decisions) => Decisions,
  theirs: (decisions: Decisions) => Decisions,
  style = 'merge',
): Promise<void> {
  await work(first);
  git('checkout', '-qb', 'ben');
  await work(theirs);
  git('checkout', '-q', 'main');
  await work(ours);
  expect(git('-c', `merge.conflictStyle=${style}`, 'merge', 'ben')).toContain('CONFLICT');
}

describe.each(['merge', 'diff3'])('a merge by git (%s) that left marks in the files', (style) => {
  test('of two people who added lines is both, labels and ends too; a person only has to say so', async () => {
    await twoBranches(
      adding(['Vell', 'LOC', 'T1']),
      (decisions) => withLabel(adding(['Anne Corbin', 'PER', 'T2'])(decisions), 'topic', ['trade']),
      (decisions) => withLabel(adding(['Paul Verdier', 'PER', 'T2'], ['Otran', 'ORG', 'T3'])(decisions), 'topic', ['law']),
      style,
    );
    expect(file('a.ann')).toContain('<<<<<<<');
    const article = await ArticleDecisions.open(path(), TEXT);
    const { state } = article;
    expect(said(state.decisions)).toEqual(['LOC Vell', 'ORG Otran', 'PER Anne Corbin', 'PER Paul Verdier']);
    expect(state.decisions.labels?.map(({ value }) => value)).toEqual(['law', 'trade']);
    expect([state.readOnly, state.conflicts, state.pending]).toEqual([undefined, [], true]);
    expect(state.problems).toMatchObject([{ file: 'ann', severity: 'warning', line: 2 }]);
    // nothing is written until somebody decides
    expect(file('a.ann')).toContain('>>>>>>>');
    article.resolve({});
    expect(await article.save()).toBe('written');
    for (const name of ['a.ann', 'a.review.jsonl']) expect(file(name)).not.toMatch(/[<=>]{7}/);
    const again = (await ArticleDecisions.open(path(), TEXT)).state;
    expect(said(again.decisions)).toEqual(said(state.decisions));
    expect([again.problems, again.pending]).toEqual([[], false]);
  });

  test('of two people who say different things of the same words asks which holds', async () => {
    const retyped = (type: string) => (decisions: Decisions) =>
      withDocument(decisions, { annotations: decisions.document.annotations.map((one) => ({ ...one, type })) });
    await twoBranches(adding(['Vell', 'MISC', 'T1']), retyped('LOC'), retyped('ORG'), style);
    const article = await ArticleDecisions.open(path(), TEXT);
    expect(article.state.conflicts.map(({ ours, theirs }) => [ours?.type, theirs?.type])).toEqual([['LOC', 'ORG']]);
    expect(await article.save()).toBe('blocked');
    expect(file('a.ann')).toContain('<<<<<<<');
    article.resolve({ T1: 'theirs' });
    expect(await article.save()).toBe('written');
    expect(file('a.ann')).toBe(`T1\tORG ${at('Vell').start} ${at('Vell').end}\tVell\n`);
  });

  test('a decision writes both sides, and a process that is ended before loses none', async () => {
    await twoBranches(
      (decisions) => adding(['Vell', 'LOC', 'T1'])(withOutcome(decisions, { state: 'aside', note: 'n' })),
      adding(['Anne Corbin', 'PER', 'T2']),
      adding(['Paul Verdier', 'PER', 'T2']),
      style,
    );
    const article = await ArticleDecisions.open(path(), TEXT);
    expect(article.decide(adding(['Otran', 'ORG', 'T9']), 'x')).toBe(true);
    expect(await article.save()).toBe('written');
    expect(said((await ArticleDecisions.open(path(), TEXT)).state.decisions)).toEqual([
      'LOC Vell',
      'ORG Otran',
      'PER Anne Corbin',
      'PER Paul Verdier',
    ]);
  });
});

describe('two people who say different things of a whole article', () => {
  const ends = (ours: Said, theirs: Said, style: string) =>
    twoBranches(
      adding(['Vell', 'LOC', 'T1']),
      (decisions) => withOutcome(decisions, ours),
      (decisions) => withOutcome(decisions, theirs),
      style,
    );
  type Said = Parameters<typeof withOutcome>[1];
  const outcome = async () => (await ArticleDecisions.open(path(), TEXT)).state.decisions.outcome;

  test.each(['merge', 'diff3'])('keep both (%s): it is set aside, with what the other said in the note', async (style) => {
    const [finished, aside] = [
      { state: 'finished', by: 'anna', day: '2026-11-30' },
      { state: 'aside', note: 'is the date right?', by: 'ben', day: '2026-11-29' },
    ] as const;
    await ends(finished, aside, style);
    const expected = { ...aside, note: 'is the date right? / finished (anna, 2026-11-30)' };
    expect(await outcome()).toMatchObject(expected);
    // the other way round it is the same
    git('merge', '--abort');
    git('checkout', '-q', 'ben');
    git('-c', `merge.conflictStyle=${style}`, 'merge', 'main');
    expect(await outcome()).toMatchObject(expected);
    // and stays when it is written
    const article = await ArticleDecisions.open(path(), TEXT);
    article.resolve({});
    expect(await article.save()).toBe('written');
    expect(await outcome()).toMatchObject(expected);
  });

  test('keep both notes, where both set it aside; nothing twice', async () => {
    await ends({ state: 'aside', note: 'two authors' }, { state: 'aside', note: 'no date' }, 'merge');
    expect((await outcome())?.note?.split(' / ').sort()).toEqual(['no date', 'two authors']);
  });

  test('that git puts below each other: a line is not lost for the one behind it', async () => {
    writeFileSync(path('.gitattributes'), '*.review.jsonl merge=union\n');
    await work(adding(['Vell', 'LOC', 'T1']));
    git('checkout', '-qb', 'ben');
    await work((decisions) => withOutcome(decisions, { state: 'aside', note: 'no date' }));
    git('checkout', '-q', 'main');
    await work((decisions) => withOutcome(decisions, { state: 'finished', note: 'read twice' }));
    git('merge', 'ben');
    expect(file('a.review.jsonl').match(/"article"/g)).toHaveLength(2);
    expect(await outcome()).toMatchObject({ state: 'aside', note: 'no date / finished: read twice' });
  });
});

test('what one took back and the other said anew is said', () => {
  const [base, ours] = [{ state: 'finished', sha256: 'a', decided: 'b' }, undefined] as const;
  const theirs = { ...base, note: 'read twice' };
  expect(mergeOutcome({ outcome: base }, { outcome: ours }, { outcome: theirs })).toEqual(theirs);
  expect(mergeOutcome({ outcome: base }, { outcome: theirs }, { outcome: ours })).toEqual(theirs);
  expect(mergeOutcome({ outcome: base }, { outcome: ours }, { outcome: base })).toBeUndefined();
  expect(mergeOutcome({ outcome: base }, { outcome: base }, { outcome: ours })).toBeUndefined();
});

test('a merge that comes while the article is open is taken in', async () => {
  await work(adding(['Vell', 'LOC', 'T1']));
  const article = await ArticleDecisions.open(path(), TEXT);
  git('checkout', '-qb', 'ben');
  await work(adding(['Paul Verdier', 'PER', 'T2']));
  git('checkout', '-q', 'main');
  await work(adding(['Anne Corbin', 'PER', 'T2']));
  git('merge', 'ben');
  expect(await article.reload()).toBe(true);
  expect(said(article.state.decisions)).toEqual(['LOC Vell', 'PER Anne Corbin', 'PER Paul Verdier']);
});

test('marks that are not as git writes them, or in what cannot be read besides, leave the file as it is', async () => {
  for (const content of ['<<<<<<< mine\nT1\tPER 0 4\tAnne\n', '=======\n', '<<<<<<< a\n=======\n=======\n>>>>>>> b\n'])
    expect(conflictSides({ ann: content, review: undefined }), content).toBeUndefined();
  writeFileSync(path('a.ann'), '<<<<<<< a\nT1\tPER 0\n=======\n>>>>>>> b\n');
  const article = await ArticleDecisions.open(path(), TEXT);
  expect(article.state.readOnly).toBeDefined();
  expect(await article.save()).toBe('blocked');
});
