import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../server/src/formats/annotationDocument';
import { type Decisions, noDecisions, withDocument } from '../../../server/src/store/decisions';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const TEXT = 'Le maire de Vell, Paul Verdier 😀, a parlé lundi.\nVerdier a promis un pont à Vell.\nLe port de Vell rouvrira.';
const at = (words: string, nth = 1): { start: number; end: number } => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const entity = (id: string, type: string, words: string, nth = 1): Annotation => ({
  id,
  layer: 'entity',
  type,
  spans: [at(words, nth)],
  attributes: {},
});
const decided = (...annotations: readonly Annotation[]): Decisions => withDocument(noDecisions('a.txt', TEXT), { annotations });
const wordsOf = (decisions: Decisions): readonly string[] =>
  decisions.document.annotations.map(
    (annotation) =>
      `${annotation.id} ${annotation.type} ${annotation.spans.map((span) => decisions.document.text.slice(span.start, span.end)).join('|')}`,
  );

describe('the files beside a text', () => {
  const some = decided(entity('T1', 'LOC', 'Vell'), entity('T2', 'PER', 'Paul Verdier'), entity('T3', 'PER', 'Verdier', 2), {
    ...entity('X1', 'ORG', 'Vell', 3),
    status: 'rejected',
  });
  const files = writeSidecars(
    { ...some, marks: new Map([['T2', { judged: { source: 'ours', version: '1', score: 0.9 } }]]) },
    { ann: undefined, review: undefined },
  );

  test('brat has what brat can say, in code points', () => {
    expect(files.ann).toBe('T1\tLOC 12 16\tVell\nT2\tPER 18 30\tPaul Verdier\nT3\tPER 49 56\tVerdier\n');
  });

  test('the review file has the rest, without offsets', () => {
    const lines = (files.review ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ review: 1, length: TEXT.length });
    expect(lines[2]).toMatchObject({ id: 'T2', judged: { source: 'ours', version: '1', score: 0.9 } });
    expect(lines[4]).toMatchObject({ reject: 'entity/ORG', words: [{ exact: 'Vell', nth: 3 }] });
  });

  test('come back as they were', () => {
    const { decisions, problems, broken } = readSidecars(files, TEXT, 'a.txt');
    expect([problems, broken]).toEqual([[], false]);
    expect(wordsOf(decisions)).toEqual(['T1 LOC Vell', 'T2 PER Paul Verdier', 'T3 PER Verdier', 'X1 ORG Vell']);
    expect(decisions.document.annotations[3]?.spans).toEqual([at('Vell', 3)]);
    expect(decisions.marks.get('T2')).toEqual({ judged: { source: 'ours', version: '1', score: 0.9 } });
    expect(writeSidecars(decisions, files)).toEqual(files);
  });

  test('no file comes to be where nothing was decided', () => {
    expect(writeSidecars(decided(), { ann: undefined, review: undefined })).toEqual({ ann: undefined, review: undefined });
  });

  test('a text edited outside: words are found again, and what was rejected stays so', () => {
    const edited = `Vell, jeudi. ${TEXT.replace('a parlé lundi', 'a longuement parlé hier soir')}`;
    const { decisions, problems } = readSidecars(files, edited, 'a.txt');
    expect(problems).toEqual([]);
    expect(wordsOf(decisions)).toEqual(['T1 LOC Vell', 'T2 PER Paul Verdier', 'T3 PER Verdier', 'X1 ORG Vell']);
    expect(decisions.document.annotations.map((annotation) => annotation.spans[0]?.start)).toEqual([
      25,
      31,
      edited.indexOf('Verdier a promis'),
      edited.lastIndexOf('Vell'),
    ]);
    expect(writeSidecars(decisions, files).ann).toContain('T2\tPER 31 43\tPaul Verdier\n');
  });

  test('a word that changed is doubtful, one that is gone is lost; neither is dropped, both survive being written', () => {
    const edited = TEXT.replace('Paul Verdier', 'Paul Verdyer').replace(
      'Verdier a promis un pont à Vell.',
      'Il a promis un pont.',
    );
    const { decisions, problems } = readSidecars(files, edited, 'a.txt');
    expect(wordsOf(decisions)).toContain('T2 PER Paul Verdyer');
    expect(decisions.marks.get('T2')?.doubtful?.[0]?.exact).toBe('Paul Verdier');
    const all = [
      ...decisions.document.annotations.map((annotation) => annotation.id),
      ...decisions.lost.map((item) => item.annotation.id),
    ];
    expect(all.sort()).toEqual(['T1', 'T2', 'T3', 'X1']);
    expect(problems.length).toBeGreaterThan(0);
    const written = writeSidecars(decisions, files);
    const again = readSidecars(written, edited, 'a.txt');
    expect(again.decisions.marks.get('T2')?.doubtful?.[0]?.exact).toBe('Paul Verdier');
    expect(written.ann).toMatch(/^A\d+\tDoubtful T2$/m);
    const back = readSidecars(written, TEXT, 'a.txt');
    expect(
      [...back.decisions.document.annotations, ...back.decisions.lost.map((item) => item.annotation)].map(({ id }) => id).sort(),
    ).toEqual(all);
  });

  test('a shorter text: annotations behind its end are kept aside, not refused', () => {
    const { decisions, broken } = readSidecars(files, 'Le maire de Vell.', 'a.txt');
    expect(broken).toBe(false);
    expect(decisions.lost.map((item) => item.annotation.id)).toEqual(expect.arrayContaining(['T2', 'T3']));
  });

  test('what cannot be read is said at its line', () => {
    const conflict = '<<<<<<< HEAD\nT1\tLOC 12 16\tVell\n=======\n>>>>>>> other\n';
    const ann = readSidecars({ ann: conflict, review: undefined }, TEXT, 'a.txt');
    expect([ann.broken, ann.problems.map((problem) => `${problem.file} ${problem.line}`)]).toEqual([
      true,
      ['ann 1', 'ann 3', 'ann 4'],
    ]);
    const review = readSidecars({ ann: '', review: '{"review":1}\n{"id":' }, TEXT, 'a.txt');
    expect([review.broken, review.problems.map((problem) => `${problem.file} ${problem.line}`)]).toEqual([true, ['review 2']]);
  });

  test('an emoji replaced by two letters moves what brat counts, not what we count', () => {
    const { decisions } = readSidecars(files, TEXT, 'a.txt');
    const edited = TEXT.replace('😀', 'ab');
    const moved = withDocument(decisions, { text: edited });
    expect(writeSidecars(moved, files).ann).toContain('T3\tPER 50 57\tVerdier\n');
  });

  describe('an annotation over a line break', () => {
    const over = (text: string, words: string): Decisions => {
      const start = text.indexOf(words);
      const annotation = { ...entity('T1', 'PER', 'Vell'), spans: [{ start, end: start + words.length }] };
      return withDocument(noDecisions('a.txt', text), { annotations: [annotation] });
    };

    test.each([
      ['changed elsewhere', 'Hier soir, oui. ', '\n', '\n'],
      ['with another line end', '', '\n', '\r\n'],
      ['set on one line', '', '\n', ' '],
      ['with an emoji before it', '😀 ', '\n', '\n'],
    ])('in a text %s stays one, beyond doubt', (_, before, was, is) => {
      for (const words of ['Anne 😀\nCorbin', '😀😀\n😀 Corbin\nde Vell']) {
        const text = `Le maire est venu avec ${words} pour la fête du port.`;
        const written = writeSidecars(over(text, words), { ann: undefined, review: undefined });
        const edited = `${before}${text}`.replaceAll(was, is);
        const { decisions, problems } = readSidecars(written, edited, 'a.txt');
        expect(problems).toEqual([]);
        expect(wordsOf(decisions)).toEqual([`T1 PER ${words.replaceAll(was, is)}`]);
        expect(decisions.document.annotations[0]?.attributes).toEqual({});
        const again = writeSidecars(decisions, written);
        const back = readSidecars(again, edited, 'a.txt');
        expect([back.problems, wordsOf(back.decisions)]).toEqual([[], wordsOf(decisions)]);
        expect(writeSidecars(back.decisions, again)).toEqual(again);
      }
    });

    test('that brat itself has cut keeps its fragments', () => {
      const text = 'Avec Anne\nCorbin au port.';
      const ann = 'T1\tPER 5 9;10 16\tAnne Corbin\n';
      const known = writeSidecars(readSidecars({ ann, review: undefined }, text, 'a.txt').decisions, { ann, review: undefined });
      const withReview = { ann, review: known.review ?? `{"review":1,"sha256":"-"}\n` };
      const { decisions, problems } = readSidecars(withReview, `Hier. ${text}`, 'a.txt');
      expect([problems, wordsOf(decisions)]).toEqual([[], ['T1 PER Anne|Corbin']]);
    });
  });

  test('an emoji more changes offsets alone: each line stays in its place and says what it said', () => {
    const ann = 'T2\tPER 18 30\tPaul Verdier\n#1\tAnnotatorNotes T2\tmayor\nT1\tLOC 12 16\tVell\nA1\tsure T1\n';
    const before = { ann, review: undefined };
    const { decisions } = readSidecars(before, TEXT, 'a.txt');
    for (const [was, is, by] of [
      ['Le maire', 'Le 😀 maire', 2],
      ['Le', '😀', -1],
    ] as const) {
      const edited = TEXT.replace(was, is);
      const spans = (annotation: Annotation): Annotation => ({
        ...annotation,
        spans: annotation.spans.map(({ start, end }) => ({
          start: start + is.length - was.length,
          end: end + is.length - was.length,
        })),
      });
      const moved = withDocument(decisions, { text: edited, annotations: decisions.document.annotations.map(spans) });
      expect(writeSidecars(moved, before).ann).toBe(
        ann.replace('18 30', `${18 + by} ${30 + by}`).replace('12 16', `${12 + by} ${16 + by}`),
      );
    }
  });

  test('lines that cannot be said as they are meant do not send the others to the end', () => {
    const ann = 'T1\tLOC 12 16\tVell\n#1\tAnnotatorNotes T1\tport\n';
    const { decisions } = readSidecars({ ann, review: undefined }, TEXT, 'a.txt');
    const line = { ...entity('T2', 'PER', 'lundi.\n'), attributes: {} };
    const after = withDocument(decisions, { annotations: [...decisions.document.annotations, line] });
    expect(writeSidecars(after, { ann, review: undefined }).ann?.startsWith(ann)).toBe(true);
  });

  test('a byte-order mark before the first line', () => {
    const first = writeSidecars(decided(entity('T1', 'MISC', 'Le maire'), entity('T2', 'LOC', 'Vell')), {
      ann: undefined,
      review: undefined,
    });
    const { decisions, problems } = readSidecars(first, `\ufeff${TEXT}`, 'a.txt');
    expect([problems, wordsOf(decisions)]).toEqual([[], ['T1 MISC Le maire', 'T2 LOC Vell']]);
    expect(writeSidecars(decisions, first).ann).toBe('T1\tMISC 1 9\tLe maire\nT2\tLOC 13 17\tVell\n');
    const marked = { ...first, ann: `\ufeff${first.ann}` };
    const read = readSidecars(marked, TEXT, 'a.txt');
    expect([read.problems, writeSidecars(read.decisions, marked).ann]).toEqual([[], marked.ann]);
  });

  test('any decisions survive being written and read', () => {
    const spans = fc
      .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) }));
    const sound = spans.filter(
      ({ start, end }) =>
        !/^[\r\n\s]|[\r\n\s]$/.test(TEXT.slice(start, end)) && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(TEXT.slice(start, end)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(sound, fc.constantFrom('PER', 'LOC', 'Treaty'), fc.boolean()), { maxLength: 12 }), (list) => {
        const annotations = list.map(
          ([span, type, rejected], i): Annotation => ({
            id: rejected ? `X${i + 1}` : `T${i + 1}`,
            layer: 'entity',
            type,
            spans: [span],
            attributes: {},
            ...(rejected && { status: 'rejected' as const }),
          }),
        );
        const written = writeSidecars(decided(...annotations), { ann: undefined, review: undefined });
        const { decisions, broken, problems } = readSidecars(written, TEXT, 'a.txt');
        expect([broken, problems]).toEqual([false, []]);
        const key = (annotation: Annotation): string =>
          `${annotation.status ?? annotation.id} ${annotation.type} ${JSON.stringify(annotation.spans)}`;
        expect(decisions.document.annotations.map(key).sort()).toEqual(annotations.map(key).sort());
      }),
    );
  });
});

const WINER = join(__dirname, '../../../../shared/data/winer-fr');

describe.skipIf(!existsSync(WINER))('a corpus made with brat (skipped where its files are not beside the project)', () => {
  const anns = existsSync(WINER)
    ? readdirSync(WINER, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.ann'))
    : [];

  test('opens and goes back byte for byte; one decision adds one line, another type changes one line', () => {
    expect(anns.length).toBeGreaterThan(500);
    for (const name of anns) {
      const path = join(WINER, name);
      const ann = readFileSync(path, 'utf8');
      const text = readFileSync(path.replace(/\.ann$/, '.txt'), 'utf8');
      const before = { ann, review: undefined };
      const { decisions, broken } = readSidecars(before, text, dirname(path));
      if (broken) throw new Error(`${name} cannot be read`);
      expect(writeSidecars(decisions, before).ann).toBe(ann);
      const first = /\p{Lu}\p{L}+/u.exec(text);
      if (first === null) continue;
      const added: Annotation = {
        id: 'T9001',
        layer: 'entity',
        type: 'PER',
        spans: [{ start: first.index, end: first.index + first[0].length }],
        attributes: {},
      };
      const after =
        writeSidecars(withDocument(decisions, { annotations: [...decisions.document.annotations, added] }), before).ann ?? '';
      expect(after.startsWith(ann)).toBe(true);
      const [changed, ...others] = decisions.document.annotations;
      if (changed) {
        const retyped = withDocument(decisions, { annotations: [{ ...changed, type: 'Ship' }, ...others] });
        const [was, is] = [ann.split('\n'), (writeSidecars(retyped, before).ann ?? '').split('\n')];
        expect(is).toHaveLength(was.length);
        const differing = was.flatMap((line, i) => (line === is[i] ? [] : [`${line} → ${is[i]}`]));
        expect(differing).toHaveLength(1);
        expect(differing[0]?.split(' → ')[1]).toMatch(new RegExp(`^${changed.id}\t(?:\\w+__)?Ship `));
      }
      expect(after.slice(ann.length).trim().split('\n')).toHaveLength(1);
    }
  }, 120_000);
});
