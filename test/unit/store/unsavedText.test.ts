import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Span } from '../../../server/src/core/span';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { withDocument } from '../../../server/src/store/decisions';
import { Journal } from '../../../server/src/store/files';
import { applyEdit } from '../../../server/src/store/rebase';
import { add, TEXT } from '../../support/decisionPrograms';

let folder = '';
const path = (): string => join(folder, 'a.txt');
const journal = (): Journal => new Journal(join(folder, 'journal'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unsaved-'));
  writeFileSync(path(), TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is annotated, by key, with the words as they are now. */
const wordsOf = ({ state: { decisions } }: ArticleDecisions): readonly (readonly [unknown, string])[] =>
  decisions.document.annotations.map(({ attributes, spans }) => [
    attributes.Key,
    spans.map(({ start, end }) => decisions.document.text.slice(start, end)).join('|'),
  ]);

/** An article with one annotation in its files, whose words were changed and not saved; and one in the journal. */
async function leftUnsaved(): Promise<string> {
  const article = await ArticleDecisions.open(path(), TEXT, journal());
  add(article, 'Vell', 'written');
  expect(await article.save()).toBe('written');
  const edits = [
    { start: TEXT.indexOf('ell'), end: TEXT.indexOf('ell'), inserted: '😀 ' },
    { start: 0, end: 0, inserted: 'Paul Verdier' },
  ];
  article.edit(edits);
  add(article, 'Anne Corbin', 'kept');
  expect(await article.save()).toBe('journalled');
  return edits.reduce(applyEdit, TEXT);
}

test('after a restart with unsaved text, words that were edited are annotated as they were, and nothing clashes', async () => {
  const text = await leftUnsaved();
  const again = await ArticleDecisions.open(path(), text, journal());
  expect(again.state.conflicts).toEqual([]);
  expect([wordsOf(again), again.state.decisions.lost]).toEqual([
    [
      ['written', 'V😀 ell'],
      ['kept', 'Anne Corbin'],
    ],
    [],
  ]);
  writeFileSync(path(), text);
  expect(await again.save()).toBe('written');
});

test('after a crash that took the unsaved text, both annotations are where their words are', async () => {
  await leftUnsaved();
  const again = await ArticleDecisions.open(path(), TEXT, journal());
  expect(again.state.conflicts).toEqual([]);
  expect([wordsOf(again), again.state.decisions.lost]).toEqual([
    [
      ['written', 'Vell'],
      ['kept', 'Anne Corbin'],
    ],
    [],
  ]);
  expect(again.state.decisions.marks.size).toBe(0);
});

test('what was typed after the last decision is carried, too', async () => {
  const text = `${await leftUnsaved()} Tom Ferrand se tait.`.replace('a promis', 'avait promis');
  const again = await ArticleDecisions.open(path(), text, journal());
  expect(again.state.conflicts).toEqual([]);
  expect([wordsOf(again), again.state.decisions.lost]).toEqual([
    [
      ['written', 'V😀 ell'],
      ['kept', 'Anne Corbin'],
    ],
    [],
  ]);
});

test('an edit that is taken back leaves alone what a person has placed since', async () => {
  const article = await ArticleDecisions.open(path(), TEXT, journal());
  for (const words of ['Vell', 'Corbin', 'Brise']) add(article, words, words);
  const at = TEXT.indexOf('ell');
  article.edit([{ start: at, end: at, inserted: 'z' }]);
  const change = (key: string, spans: (span: Span) => readonly Span[]): boolean =>
    article.decide(
      (decisions) =>
        withDocument(decisions, {
          annotations: decisions.document.annotations.flatMap((annotation) => {
            if (annotation.attributes.Key !== key) return [annotation];
            const moved = annotation.spans.flatMap(spans);
            return moved.length > 0 ? [{ ...annotation, spans: moved }] : [];
          }),
        }),
      'change',
    );
  change('Corbin', ({ start, end }) => [{ start: start - 'Anne '.length, end }]);
  // its number is given again
  change('Brise', () => []);
  add(article, 'Paul', 'Paul');
  article.edit([{ start: at, end: at + 1, inserted: '' }]);
  expect(wordsOf(article)).toEqual([
    ['Vell', 'Vell'],
    ['Corbin', 'Anne Corbin'],
    ['Paul', 'Paul'],
  ]);
});

test('a lost annotation of somebody else stays beside ours that has its number and its words by chance', async () => {
  const gone = { start: TEXT.indexOf('Le port'), end: TEXT.length, inserted: '' };
  const article = await ArticleDecisions.open(path(), TEXT, journal());
  article.edit([gone]);
  add(article, 'Le', 'ours');
  expect(await article.save()).toBe('journalled');
  // another program works on the text as it was saved
  writeFileSync(join(folder, 'a.ann'), `T1\tORG ${gone.start} ${gone.start + 2}\tLe\nA1\tKey T1 theirs\n`);
  await article.reload();
  writeFileSync(path(), applyEdit(TEXT, gone));
  expect(await article.save()).toBe('written');
  const { document, lost } = (await ArticleDecisions.open(path(), applyEdit(TEXT, gone))).state.decisions;
  const all = [...document.annotations, ...lost.map((item) => item.annotation)];
  expect(all.map(({ type, attributes }) => [type, attributes.Key]).sort()).toEqual([
    ['ORG', 'theirs'],
    ['PER', 'ours'],
  ]);
});
