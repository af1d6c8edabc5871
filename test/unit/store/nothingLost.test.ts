import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, Relation } from '../../../server/src/formats/annotationDocument';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { type Decisions, type LostDecision, noDecisions, withDocument } from '../../../server/src/store/decisions';
import { Journal } from '../../../server/src/store/files';
import { mergeDecisions, resolveConflicts } from '../../../server/src/store/merge';
import { rebaseDecisions } from '../../../server/src/store/rebaseDecisions';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';
import { add, faultsAfter, runPrograms, TEXT } from '../../support/decisionPrograms';
import { journalEntries } from '../../support/journalEntries';

const entity = (text: string, id: string, words: string): Annotation => {
  const start = text.indexOf(words);
  return { id, layer: 'entity', type: 'PER', spans: [{ start, end: start + words.length }], attributes: {} };
};
const decided = (annotations: readonly Annotation[], relations: readonly Relation[] = []): Decisions =>
  withDocument(noDecisions('a.txt', TEXT), { annotations, relations });
const without = (decisions: Decisions, words: string): Decisions => {
  const start = decisions.document.text.indexOf(words);
  return rebaseDecisions(decisions, { start, end: start + words.length, inserted: '' }).decisions;
};
const within = (decisions: Decisions, at: number, inserted: string): Decisions =>
  rebaseDecisions(decisions, { start: at, end: at, inserted }).decisions;
const relation = (id: string, type: string, from: string, to: string): Relation => ({
  id,
  type,
  args: [
    { role: 'Arg1', target: from },
    { role: 'Arg2', target: to },
  ],
  attributes: {},
});

describe('relations of lost decisions', () => {
  const both = decided(
    [entity(TEXT, 'T1', 'Paul Verdier'), entity(TEXT, 'T2', 'Anne Corbin')],
    [relation('R1', 'knows', 'T2', 'T1')],
  );

  test.each([
    ['Paul Verdier', 18],
    ['Anne Corbin', 47],
  ])('%s goes, with the relation, and brings it back', (words, at) => {
    const lost = without(both, words);
    expect(lost.lost.map((item) => item.relations)).toEqual([both.document.relations]);
    expect(lost.document.relations).toEqual([]);
    const back = within(lost, at, words);
    expect([back.lost, back.document.relations]).toEqual([[], both.document.relations]);
  });

  test.each([
    ['first', [18, 'Paul Verdier'], [47, 'Anne Corbin']],
    ['last', [35, 'Anne Corbin'], [18, 'Paul Verdier']],
  ] as const)(
    'both ends go; that which went %s comes back first, and the relation with the other',
    (_, [at, words], [next, others]) => {
      const lost = without(without(both, 'Paul Verdier'), 'Anne Corbin');
      const half = within(lost, at, words);
      expect(half.lost.map((item) => item.relations)).toEqual([both.document.relations]);
      const files = writeSidecars(half, { ann: undefined, review: undefined });
      const read = readSidecars(files, half.document.text, 'a.txt').decisions;
      const back = within(read, next, others);
      expect([back.lost, back.document.relations]).toEqual([[], both.document.relations]);
    },
  );

  test('an event goes with its trigger, and so does what the event is part of', () => {
    const event: Relation = { id: 'E1', type: 'Speech', trigger: 'T1', args: [{ role: 'Who', target: 'T2' }], attributes: {} };
    const decisions = decided(both.document.annotations, [event, relation('R1', 'causes', 'E1', 'T2')]);
    const lost = without(decisions, 'Paul Verdier');
    expect(lost.document.relations).toEqual([]);
    expect(within(lost, 18, 'Paul Verdier').document.relations).toEqual(decisions.document.relations);
  });

  test('a relation whose number was used meanwhile comes back under another', () => {
    const lost = without(both, 'Paul Verdier');
    const other = relation('R1', 'visits', 'T2', 'T2');
    const back = within(withDocument(lost, { relations: [other] }), 18, 'Paul Verdier');
    expect(back.document.relations).toEqual([other, relation('R2', 'knows', 'T2', 'T1')]);
  });
});

describe('a lost decision whose number somebody else has used', () => {
  const base = without(decided([entity(TEXT, 'T1', 'Paul Verdier')]), 'Paul Verdier');
  const { text } = base.document;
  const foreign = entity(text, 'T1', 'Anne Corbin');

  test('is kept under another when both sides are merged', () => {
    const theirs = withDocument({ ...noDecisions('a.txt', text), lost: base.lost }, { annotations: [foreign] });
    const { merged } = mergeDecisions(base, base, theirs);
    expect(merged.document.annotations).toEqual([foreign]);
    expect(merged.lost.map(({ annotation, anchors }) => [annotation.id, anchors[0]?.exact])).toEqual([['T2', 'Paul Verdier']]);
  });

  test('is kept under another where it was lost here and replaced there', () => {
    const before = withDocument(noDecisions('a.txt', text), { annotations: [{ ...foreign, spans: [{ start: 0, end: 2 }] }] });
    const ours = { ...withDocument(before, { annotations: [] }), lost: base.lost };
    const { merged } = mergeDecisions(before, ours, withDocument(before, { annotations: [foreign] }));
    expect(merged.lost.map((item) => item.anchors[0]?.exact)).toEqual(['Paul Verdier']);
    expect(merged.lost[0]?.annotation.id).not.toBe('T1');
  });

  test('is kept under another when the files are read, and comes back beside the other', () => {
    const files = writeSidecars(base, { ann: undefined, review: undefined });
    const start = text.indexOf('Anne Corbin');
    const ann = `T1\tPER ${start} ${start + 11}\tAnne Corbin\n`;
    const { decisions } = readSidecars({ ...files, ann }, text, 'a.txt');
    expect(decisions.lost.map((item) => item.annotation.id)).toEqual(['T2']);
    const back = within(decisions, 18, 'Paul Verdier');
    expect(back.document.annotations.map(({ id }) => id)).toEqual(['T1', 'T2']);
    expect(back.lost).toEqual([]);
  });

  test('goes where the other side has found its words again', () => {
    const found = decided([entity(TEXT, 'T1', 'Paul Verdier')]);
    const ours = { ...decided([]), lost: base.lost };
    expect(mergeDecisions(ours, ours, found).merged).toMatchObject({ lost: [], document: { annotations: [{ id: 'T1' }] } });
  });
});

describe('what one side has no words for any more', () => {
  const verdier = entity(TEXT, 'T1', 'Paul Verdier');
  const corbin = entity(TEXT, 'T2', 'Anne Corbin');
  const before = decided([verdier, corbin], [relation('R1', 'knows', 'T1', 'T2')]);
  const lostOne = (decisions: Decisions, id: string): Decisions => {
    const { annotations, relations } = decisions.document;
    const annotation = annotations.find((one) => one.id === id) as Annotation;
    const own = relations.filter(({ args }) => args.some(({ target }) => target === id));
    return {
      ...withDocument(decisions, {
        annotations: annotations.filter((one) => one !== annotation),
        relations: relations.filter((one) => !own.includes(one)),
      }),
      lost: [{ annotation, anchors: [{ exact: 'Paul Verdier', prefix: '', suffix: '', start: 18 }], relations: own }],
    };
  };
  const retyped = withDocument(before, { annotations: [{ ...verdier, type: 'ORG' }, corbin] });
  const removed = withDocument(before, { annotations: [corbin], relations: [] });

  test('is as the other side decided, and nobody is asked', () => {
    for (const [ours, theirs] of [
      [retyped, lostOne(before, 'T1')],
      [lostOne(before, 'T1'), retyped],
    ] as const) {
      const { merged, conflicts } = mergeDecisions(before, ours, theirs);
      expect(conflicts).toEqual([]);
      expect(merged.lost).toEqual([]);
      expect(new Map(merged.document.annotations.map(({ id, type }) => [id, type]))).toEqual(
        new Map([
          ['T1', 'ORG'],
          ['T2', 'PER'],
        ]),
      );
      expect(merged.document.relations.map(({ id }) => id)).toEqual(['R1']);
    }
  });

  test('does not come back where the other side took it away', () => {
    for (const [ours, theirs] of [
      [removed, lostOne(before, 'T1')],
      [lostOne(before, 'T1'), removed],
    ] as const) {
      const { merged, conflicts } = mergeDecisions(before, ours, theirs);
      expect(conflicts).toEqual([]);
      expect(merged.lost).toEqual([]);
      expect(merged.document.annotations.map(({ id }) => id)).toEqual(['T2']);
    }
  });

  test('stays lost where nobody decided on it', () => {
    const { merged, conflicts } = mergeDecisions(before, before, lostOne(before, 'T1'));
    expect(conflicts).toEqual([]);
    expect(merged.lost.map(({ annotation }) => annotation.id)).toEqual(['T1']);
  });
});

describe('a number that is given again', () => {
  const verdier = entity(TEXT, 'T1', 'Paul Verdier');
  const before = decided([verdier]);
  const another = decided([entity(TEXT, 'T1', 'Brise')]);
  const words = ({ document }: Decisions): readonly string[] =>
    document.annotations.map(({ type, spans: [span] }) => `${type} ${TEXT.slice(span?.start, span?.end)}`).sort();

  test('after a removal here, while the removed one was changed there: the new one is no matter of the conflict', () => {
    const theirs = decided([{ ...verdier, type: 'ORG' }]);
    const { merged, conflicts } = mergeDecisions(before, another, theirs);
    expect(conflicts).toMatchObject([{ id: 'T1', ours: undefined, theirs: { type: 'ORG' } }]);
    for (const choice of ['ours', 'theirs'] as const)
      expect(words(resolveConflicts(merged, conflicts, { T1: choice }))).toEqual(
        choice === 'ours' ? ['PER Brise'] : ['ORG Paul Verdier', 'PER Brise'],
      );
  });

  test('after a removal on both sides: the new one stays', () => {
    const { merged, conflicts } = mergeDecisions(before, another, decided([]));
    expect(conflicts).toEqual([]);
    expect(words(merged)).toEqual(['PER Brise']);
  });
});

let folder: string;
let path: string;
let journal: Journal;
const file = (name: string): string => join(folder, name);
function fresh(): void {
  folder = mkdtempSync(join(tmpdir(), 'nothing-'));
  path = file('a.txt');
  writeFileSync(path, TEXT);
  journal = new Journal(file('journal'));
}
beforeEach(() => {
  fresh();
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('the journal', () => {
  test('is brought in when a file that could not be read is mended, and not deleted before', async () => {
    const before = await ArticleDecisions.open(path, TEXT, journal);
    before.edit([{ start: 0, end: 0, inserted: 'Hier. ' }]);
    add(before, 'Paul Verdier', 'k1');
    expect(await before.save()).toBe('journalled');
    writeFileSync(file('a.ann'), 'T1\tPER 47 58\tAnne Corbin\n<<<<<<< mine\n');
    // the process is ended; the next one finds the file broken
    const article = await ArticleDecisions.open(path, TEXT, journal);
    expect(article.state.readOnly).toBeDefined();
    await article.save();
    await (await ArticleDecisions.open(path, TEXT, journal)).save();
    writeFileSync(file('a.ann'), 'T1\tPER 47 58\tAnne Corbin\n');
    await article.reload();
    expect(article.state.pending).toBe(true);
    expect(await article.save()).toBe('written');
    expect(readFileSync(file('a.ann'), 'utf8')).toMatch(/^T1\tPER 47 58\tAnne Corbin\nT2\tPER 18 30\tPaul Verdier\n/);
    expect(journalEntries(file('journal'))).toEqual([]);
  });
});

/** What a version control system does: text and files as somebody else left them. */
async function pulled(edited: string, words: readonly string[]): Promise<{ ann: string; review: string }> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'pulled-'));
  try {
    for (const name of ['a.ann', 'a.review.jsonl'])
      if (existsSync(file(name))) writeFileSync(join(elsewhere, name), readFileSync(file(name)));
    writeFileSync(join(elsewhere, 'a.txt'), readFileSync(path));
    const text = readFileSync(path, 'utf8');
    const theirs = await ArticleDecisions.open(join(elsewhere, 'a.txt'), text);
    theirs.edit([{ start: 0, end: text.length, inserted: edited }]);
    for (const [i, word] of words.entries()) add(theirs, word, `theirs${i}`);
    writeFileSync(join(elsewhere, 'a.txt'), edited);
    await theirs.save();
    return {
      ann: readFileSync(join(elsewhere, 'a.ann'), 'utf8'),
      review: readFileSync(join(elsewhere, 'a.review.jsonl'), 'utf8'),
    };
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

describe('a pull with the article open', () => {
  const EDITED = `${TEXT.replace('Anne Corbin a promis', 'Ilse Brandt, de Corne, a refusé')} Tom Ferrand se tait.`;
  const orders = fc.shuffledSubarray(['ann', 'review', 'text', 'reload', 'reload', 'editor', 'ours'], { minLength: 7 });

  test('ends with all annotations where they belong, in whatever order the news come', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        rmSync(folder, { recursive: true, force: true });
        fresh();
        const article = await ArticleDecisions.open(path, TEXT, journal);
        add(article, 'Paul Verdier', 'ours0');
        await article.save();
        const { ann, review } = await pulled(EDITED, ['Ilse Brandt', 'Corne', 'Tom Ferrand']);
        let told = false;
        for (const step of order) {
          if (step === 'ann') writeFileSync(file('a.ann'), ann);
          if (step === 'review') writeFileSync(file('a.review.jsonl'), review);
          if (step === 'text') writeFileSync(path, EDITED);
          if (step === 'reload') await article.reload();
          // the editor tells the new text once it is there
          if (step === 'editor' && readFileSync(path, 'utf8') === EDITED) {
            article.edit([{ start: 0, end: TEXT.length, inserted: EDITED }]);
            told = true;
          }
          // a person decides meanwhile; it is saved once all is there
          if (step === 'ours') add(article, 'Brise', 'ours1');
        }
        if (!told) article.edit([{ start: 0, end: TEXT.length, inserted: EDITED }]);
        await article.reload();
        const { decisions } = article.state;
        const found = decisions.document.annotations.map(({ spans, attributes }) => [
          attributes.Key,
          spans.map((span) => EDITED.slice(span.start, span.end)).join('|'),
        ]);
        expect(found.sort()).toEqual([
          ['ours0', 'Paul Verdier'],
          ['ours1', 'Brise'],
          ['theirs0', 'Ilse Brandt'],
          ['theirs1', 'Corne'],
          ['theirs2', 'Tom Ferrand'],
        ]);
        expect([decisions.lost, [...decisions.marks.values()].filter((mark) => mark.doubtful)]).toEqual([[], []]);
        expect(await article.save()).toBe('written');
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('random programs of decisions, edits, saves, restarts and what others do', () => {
  test('drop no decision', async () => {
    const { programs, failed } = await runPrograms({ seed: 11, rounds: 60 });
    expect(failed).toBeUndefined();
    expect(programs).toBe(60);
  });

  test('a program that drops one is found, and told with what it did', async () => {
    // what is decided on a text that is never saved goes into the journal: nobody may take that away
    const faults = await faultsAfter([{ kind: 'decide', where: 3 }, { kind: 'save' }]);
    expect(faults).toEqual([]);
    const lossy = await faultsAfter([{ kind: 'decide', where: 3 }], (program) => {
      rmSync(program.file('a.ann'), { force: true });
      rmSync(program.file('a.review.jsonl'), { force: true });
    });
    expect(lossy).toContain('k0 is gone in the files');
  });

  test('somebody’s lost annotation that had to give its number away is not there twice', async () => {
    // “Anne” is cut from the open text; another program annotates it on disk under T1, and so does a decision of ours
    const faults = await faultsAfter([
      { kind: 'edit', where: 47, removed: 12, inserted: '' },
      { kind: 'foreign', where: 9 },
      { kind: 'decide', where: 3 },
      { kind: 'restart' },
      { kind: 'break' },
      { kind: 'save' },
    ]);
    expect(faults).toEqual([]);
  });

  test('words that an unsaved edit took away, and that its undoing gives back, are where they were though others wrote meanwhile', async () => {
    const where = TEXT.indexOf('Vell', 80);
    const path = join(folder, 'a.txt');
    writeFileSync(path, TEXT);
    const article = await ArticleDecisions.open(path, TEXT);
    add(article, { start: where, end: where + 4 }, 'k');
    await article.save();
    article.edit([{ start: where, end: where + 4, inserted: '' }]);
    const ann = readFileSync(join(folder, 'a.ann'), 'utf8');
    writeFileSync(join(folder, 'a.ann'), `${ann}T7\tLOC 12 16\tVell\n`);
    await article.reload();
    article.edit([{ start: where, end: where, inserted: 'Vell' }]);
    await article.reload();
    await article.save();
    const spans = article.state.decisions.document.annotations.map(({ id, spans: [span] }) => `${id} ${span?.start}`);
    expect(spans.sort()).toEqual([`T1 ${where}`, 'T7 12']);
    expect(article.state.decisions.marks.get('T1')?.doubtful).toBeUndefined();
  });

  test('a merge knows a lost annotation again under another number, also when one side has found it', () => {
    const text = 'Le port de Vell.';
    const lost = (id: string): LostDecision => ({
      annotation: { ...entity(text, id, 'port'), attributes: { Key: 'f0' } },
      anchors: [{ exact: 'Brise', prefix: 'de ', suffix: '.', start: 3 }],
      relations: [],
    });
    const ours = { ...decided([entity(text, 'T1', 'Vell')]), lost: [lost('T2')] };
    const base = { ...decided([]), lost: [lost('T1')] };
    expect(mergeDecisions(base, ours, base).merged.lost).toHaveLength(1);
    const found = decided([{ ...entity(text, 'T1', 'port'), attributes: { Key: 'f0' } }]);
    const { merged } = mergeDecisions(base, ours, found);
    expect(merged.lost).toEqual([]);
    expect(merged.document.annotations.filter(({ attributes }) => attributes.Key === 'f0')).toHaveLength(1);
  });
});

describe('a folder that another program renames while an article of it is open', () => {
  const words = ({ state: { decisions } }: ArticleDecisions): readonly unknown[] =>
    decisions.document.annotations.map(({ attributes }) => attributes.Key).sort();

  /** Decides before and after the folder is renamed; gives where the article was and where it is. */
  async function renamed(): Promise<{ readonly was: string; readonly is: string; readonly open: ArticleDecisions }> {
    const [was, is] = [join(folder, 'was', 'a.txt'), join(folder, 'is', 'a.txt')];
    mkdirSync(join(folder, 'was'));
    writeFileSync(was, TEXT);
    const open = await ArticleDecisions.open(was, TEXT, journal);
    add(open, 'Paul Verdier', 'before');
    expect(await open.save()).toBe('written');
    renameSync(join(folder, 'was'), join(folder, 'is'));
    add(open, 'Anne Corbin', 'after');
    expect(await open.save()).toBe('journalled');
    return { was, is, open };
  }

  test.each([
    ['in the same window', () => journal],
    ['after a restart', () => new Journal(file('journal'))],
  ])('has what is decided from then on where it is opened next, %s', async (_, journalThen) => {
    const { is } = await renamed();
    const there = await ArticleDecisions.open(is, TEXT, journalThen());
    expect(words(there)).toEqual(['after', 'before']);
    expect(await there.save()).toBe('written');
    expect(words(await ArticleDecisions.open(is, TEXT))).toEqual(['after', 'before']);
    expect(journalEntries(file('journal'))).toEqual([]);
  });

  test('has it in the old place where that is there again', async () => {
    const { was, open } = await renamed();
    renameSync(join(folder, 'is'), join(folder, 'was'));
    expect(await open.save()).toBe('written');
    expect(words(await ArticleDecisions.open(was, TEXT))).toEqual(['after', 'before']);
  });

  test('is no matter of another text, another name, or an article that is where it was', async () => {
    const { was, is } = await renamed();
    const other = join(folder, 'is', 'b.txt');
    writeFileSync(other, TEXT);
    expect(words(await ArticleDecisions.open(other, TEXT, journal))).toEqual([]);
    expect(words(await ArticleDecisions.open(is, `${TEXT} `, journal))).toEqual(['before']);
    mkdirSync(join(folder, 'was'));
    writeFileSync(was, TEXT);
    expect(words(await ArticleDecisions.open(is, TEXT, journal))).toEqual(['before']);
  });
});
