import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Span } from '../../../server/src/core/span';
import type { Annotation } from '../../../server/src/formats/annotationDocument';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { type Decisions, withDocument } from '../../../server/src/store/decisions';
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

test('two lost annotations with one number and the same words by chance are both kept, and once each', async () => {
  const cut = { start: TEXT.indexOf('Verdier'), end: TEXT.indexOf('Verdier') + 7, inserted: '' };
  const article = await ArticleDecisions.open(path(), TEXT, journal());
  add(article, 'Verdier', 'ours');
  article.edit([cut]);
  writeFileSync(join(folder, 'a.ann'), `T1\tORG ${cut.start} ${cut.end}\tVerdier\nA1\tKey T1 theirs\n`);
  await article.reload();
  writeFileSync(path(), applyEdit(TEXT, cut));
  await article.save();
  await article.save();
  for (const one of [article, await ArticleDecisions.open(path(), applyEdit(TEXT, cut), journal())]) {
    const { document, lost } = one.state.decisions;
    const all = [...document.annotations, ...lost.map((item) => item.annotation)];
    expect(all.map(({ type, attributes }) => [type, attributes.Key]).sort()).toEqual([
      ['ORG', 'theirs'],
      ['PER', 'ours'],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(2);
  }
});

test('what was taken away does not come back where an unsaved edit cut its words and a reader finds others like them', async () => {
  const article = await ArticleDecisions.open(path(), TEXT, journal());
  add(article, 'Vell', 'gone');
  await article.save();
  expect(article.decide((decisions) => withDocument(decisions, { annotations: [] }), 'remove')).toBe(true);
  const cut = { start: 0, end: TEXT.indexOf('a parlé'), inserted: '' };
  article.edit([cut]);
  const ann = readFileSync(join(folder, 'a.ann'), 'utf8');
  const start = TEXT.indexOf('Brise');
  writeFileSync(join(folder, 'a.ann'), `${ann}T2\tORG ${start} ${start + 5}\tBrise\nA2\tKey T2 theirs\n`);
  writeFileSync(path(), applyEdit(TEXT, cut));
  expect(await article.save()).toBe('written');
  for (const one of [article, await ArticleDecisions.open(path(), applyEdit(TEXT, cut))]) {
    expect(wordsOf(one)).toEqual([['theirs', 'Brise']]);
    expect(one.state.decisions.lost).toEqual([]);
  }
});

describe('what is decided on words that an unsaved edit split, while another program adds a line to the file', () => {
  /** Where the edit is: within the word that is annotated. */
  const within = TEXT.indexOf('Vell') + 1;

  async function split(inserted: string): Promise<ArticleDecisions> {
    const article = await ArticleDecisions.open(path(), TEXT, journal());
    add(article, 'Vell', 'first');
    await article.save();
    article.edit([{ start: within, end: within, inserted }]);
    return article;
  }

  async function othersLine(changed: (before: string) => string = (before) => before): Promise<void> {
    const ann = join(folder, 'a.ann');
    const start = TEXT.indexOf('Brise');
    const line = `T2\tORG ${start} ${start + 5}\tBrise\nA2\tKey T2 foreign\n`;
    writeFileSync(ann, changed(readFileSync(ann, 'utf8')) + line);
  }

  async function savedText(article: ArticleDecisions): Promise<unknown> {
    writeFileSync(path(), article.state.decisions.document.text);
    return [await article.save(), article.state.conflicts.length];
  }

  const only = (change: (annotation: Annotation) => readonly Annotation[]) => (decisions: Decisions) =>
    withDocument(decisions, { annotations: decisions.document.annotations.flatMap(change) });
  const onWords = (start: number, end: number) => only((annotation) => [{ ...annotation, spans: [{ start, end }] }]);

  test.each([' et puis', '\n\n', '😀 '])('holds, and is no clash with what the file said before (%j)', async (inserted) => {
    for (const [change, left] of [
      [only(() => []), []],
      [only((annotation) => [{ ...annotation, type: 'LOC' }]), [['first', 'LOC', `V${inserted}ell`]]],
      [onWords(0, 2), [['first', 'PER', 'Le']]],
    ] as const) {
      const article = await split(inserted);
      expect(article.decide(change, 'change')).toBe(true);
      await othersLine();
      expect(await savedText(article)).toEqual(['written', 0]);
      const again = await ArticleDecisions.open(path(), article.state.decisions.document.text);
      for (const one of [article, again]) {
        const words = new Map(wordsOf(one));
        const all = one.state.decisions.document.annotations.map(({ attributes: { Key }, type }) => [Key, type, words.get(Key)]);
        expect(all.filter(([key]) => key !== 'foreign')).toEqual(left);
        expect(words.get('foreign')).toBe('Brise');
      }
      rmSync(join(folder, 'a.ann'));
      rmSync(join(folder, 'a.review.jsonl'), { force: true });
      writeFileSync(path(), TEXT);
    }
  });

  test('a new one gets a number of its own where the other took away what had it', async () => {
    const article = await split(' et puis');
    article.decide(
      only(() => []),
      'remove',
    );
    add(article, 'Anne Corbin', 'new');
    await othersLine();
    expect(await savedText(article)).toEqual(['written', 0]);
    expect(new Map(wordsOf(article))).toEqual(
      new Map([
        ['foreign', 'Brise'],
        ['new', 'Anne Corbin'],
      ]),
    );
  });

  test('is a clash where the other changed the same annotation', async () => {
    const article = await split(' et puis');
    article.decide(
      only((annotation) => [{ ...annotation, type: 'LOC' }]),
      'change',
    );
    await othersLine((before) => before.replace('PER', 'MISC'));
    expect(await savedText(article)).toEqual(['blocked', 1]);
  });
});
