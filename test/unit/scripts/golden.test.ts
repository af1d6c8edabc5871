import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { canonical, differences, kindsOf, sameWords } from '../../../scripts/lib/golden/compare.mjs';
import { recordsOf, sentencesOf } from '../../../scripts/lib/golden/data.mjs';
import { automataDifferences, type Core, packDifferences } from '../../../scripts/lib/golden/extras.mjs';
import { jobsOf, pageTexts, stringsIn } from '../../../scripts/lib/golden/inputs.mjs';
import { described, tally } from '../../../scripts/lib/golden/report.mjs';
import { type Job, openSide, runJobs } from '../../../scripts/lib/golden/run.mjs';
import { fileWith } from '../../../scripts/lib/golden/trees.mjs';
import { type Analyser, type AnalyserOptions, createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import { grammarFor } from '../../../server/src/core/dates/grammar/index';
import type { DatePack } from '../../../server/src/core/dates/pack';
import { LANGUAGE_PACKS, packFor } from '../../../server/src/core/languages/registry';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEXT = 'Le 3 mai 2016, « la digue tient », a dit Anne Roux.';

type Change = (analysis: ArticleAnalysis, text: string) => ArticleAnalysis;

/** An analyser like the present one, but for a change of its answers. */
const changed =
  (change: Change) =>
  (options?: AnalyserOptions): Analyser => {
    const analyser = createAnalyser(options);
    return {
      ...analyser,
      *analyseStepwise(input, keep) {
        return change(yield* analyser.analyseStepwise(input, keep), input.text);
      },
    };
  };

const against = (other: (options?: AnalyserOptions) => Analyser, jobs: readonly Job[], layer?: string) =>
  runJobs([openSide({ createAnalyser }), openSide({ createAnalyser: other })], jobs, layer);

const job: Job = {
  source: 'tests',
  from: 'a.ts',
  text: TEXT,
  variants: [
    ['fr', '2017-01-15'],
    ['en', undefined],
  ],
}; // prettier-ignore
const editing: Job = {
  source: 'edits',
  from: 'sequence',
  text: TEXT,
  language: 'fr',
  edits: [
    { at: 3, remove: 1, insert: '12', stopAfter: 1, keep: true },
    { at: 900, remove: 5, insert: '\n\nDemain.' },
  ],
};

describe('two states of the program (npm run golden)', () => {
  test('an analysis agrees with itself, also after edits', () => {
    expect(against(createAnalyser, [job, editing])).toEqual({ counts: { tests: 2, edits: 3 }, failures: [] });
  });

  test('a changed field is found, with its text and where it is', () => {
    const other = changed((analysis) => ({
      ...analysis,
      quotes: analysis.quotes.map((quote) => ({ ...quote, confidence: 0.5 })),
    }));
    const { failures } = against(other, [job]);
    expect(failures).toMatchObject([
      {
        text: TEXT,
        language: 'fr',
        date: '2017-01-15',
        first: { path: 'quotes[0].confidence', after: 0.5 },
        kinds: ['quotes[].confidence'],
      },
    ]);
    expect(described(failures[0] as never)).toContain('where   quotes[0].confidence');
    expect(tally(failures)).toEqual([['quotes[].confidence', 1]]);
  });

  test('a layer by itself does not see what another does', () => {
    const other = changed((analysis) => ({ ...analysis, quotes: [] }));
    expect(against(other, [job], 'quotes').failures).not.toEqual([]);
    expect(against(other, [job], 'dates').failures).toEqual([]);
  });

  test('what goes wrong only with a text seen before is found at its step', () => {
    const seen = new Set<string>();
    const other = changed((analysis, text) => {
      const again = seen.size > 1;
      seen.add(text);
      return again ? { ...analysis, dates: [] } : analysis;
    });
    expect(against(other, [editing]).failures.map(({ step }) => step)).toEqual([2]);
  });

  test('errors count: those thrown and those reported', () => {
    const throwing = changed(() => {
      throw new Error('no such rule');
    });
    expect(against(throwing, [job]).failures[0]?.kinds).toContain('threw');
    const reporting = (options?: AnalyserOptions) =>
      changed((analysis) => {
        options?.onError?.('quotes', new Error('caught'));
        return analysis;
      })(options);
    expect(against(reporting, [job]).failures[0]?.first).toMatchObject({ path: 'errors', after: ['quotes: caught'] });
    expect(against(reporting, [job], 'dates').failures).toEqual([]);
  });
});

describe('what is asked of a state', () => {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'golden-test-'));
  afterAll(() => fs.rmSync(tree, { recursive: true }));

  test('is found where it was, or where it has moved', () => {
    const at = (file: string) => path.join(tree, 'server/src/core', file);
    for (const folder of ['languages', 'packs/all']) fs.mkdirSync(at(folder), { recursive: true });
    fs.writeFileSync(at('languages/pack.ts'), "import { packFor } from '../packs/all/index';\nexport const packForm = 1;\n");
    fs.writeFileSync(at('packs/all/index.ts'), 'export function packFor() {}\n');
    expect(fileWith(tree, 'packFor', 'server/src/core/languages/pack.ts')).toBe(at('packs/all/index.ts'));
    expect(fileWith(tree, 'packForm', 'server/src/core/languages/pack.ts')).toBe(at('languages/pack.ts'));
    expect(fileWith(tree, 'packForms', 'server/src/core/languages/pack.ts')).toBeUndefined();
  });
});

describe('answers of an earlier run', () => {
  test('spare the earlier state, as long as the later one says the same', () => {
    const known = new Map<string, string>();
    const sides = (before: typeof createAnalyser, after: typeof createAnalyser) =>
      [openSide({ createAnalyser: before }), openSide({ createAnalyser: after })] as const;
    runJobs(sides(createAnalyser, createAnalyser), [job, editing], undefined, known);
    expect(known.size).toBe(2);
    let runs = 0;
    const counted = changed((analysis) => {
      runs++;
      return analysis;
    });
    expect(runJobs(sides(counted, createAnalyser), [job, editing], undefined, known).failures).toEqual([]);
    expect(runs).toBe(0);
    const silent = changed((analysis) => ({ ...analysis, quotes: [] }));
    expect(runJobs(sides(counted, silent), [job, editing], undefined, known).failures.length).toBeGreaterThan(1);
    expect(runs).toBe(5);
    // another layer, other answers
    expect(runJobs(sides(createAnalyser, createAnalyser), [job], 'dates', known).counts).toEqual({ tests: 2 });
    expect(known.size).toBe(3);
  });
});

describe('differences', () => {
  const span = (start: number, end: number, more = {}) => ({ start, end, ...more });

  test('pair the members of a list by span or id', () => {
    const found = differences(
      { dates: [span(0, 4), span(9, 12, { value: '2016' })] },
      { dates: [span(5, 7), span(9, 12, { value: '2017' })] },
    );
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([
      ['dates[0]', 'dates[] lost'],
      ['dates[1].value', 'dates[].value'],
      ['dates[0]', 'dates[] new'],
    ]);
    expect(kindsOf(differences({ e: [{ id: 'a' }, { id: 'b' }] }, { e: [{ id: 'b' }, { id: 'a' }] }))).toEqual(['e[] order']);
    expect(kindsOf(differences({ w: [1, 2] }, { w: [1, 3, 4] }))).toEqual(['w[]', 'w[] new']);
  });

  test('are never none where the bytes differ', () => {
    expect(kindsOf(differences({ a: 1, b: 2 }, { b: 2, a: 1 }))).toEqual(['(all) order of fields']);
    expect(kindsOf(differences([span(0, 1), span(0, 1, { nested: true })], [span(0, 1)]))).toEqual(['[] lost']);
    expect(kindsOf(differences({ a: null }, { a: {} }))).toEqual(['a']);
    expect(kindsOf(differences({}, { a: null }))).toEqual(['a']);
    expect(differences({ a: [span(0, 1)] }, { a: [span(0, 1)] })).toEqual([]);
  });
});

describe('a canonical form', () => {
  test('is the same for what means the same', () => {
    const one = {
      b: new Set(['x', 'y']),
      a: /é+/giu,
      m: new Map([
        ['k', 1],
        ['j', 2],
      ]),
      f: () => 1,
    }; // prettier-ignore
    const other = {
      a: /é+/giu,
      f: () => 2,
      m: new Map([
        ['j', 2],
        ['k', 1],
      ]),
      b: new Set(['y', 'x']),
    }; // prettier-ignore
    expect(JSON.stringify(canonical(one))).toBe(JSON.stringify(canonical(other)));
    expect(canonical({ a: /é+/i })).not.toEqual(canonical({ a: /é+/ }));
    expect(canonical(new Set(['x']))).not.toEqual(canonical(['x']));
  });

  test('ends where a graph comes back to itself', () => {
    const node: { name: string; next?: unknown } = { name: 'n' };
    node.next = [node];
    expect(canonical(node, { graph: true })).toEqual({ name: 'n', next: [{ again: 0 }] });
  });

  test('a list of words in another order is told apart from other words', () => {
    expect(sameWords('un|deux', 'deux|un')).toBe(true);
    expect(sameWords('un|deux', 'un')).toBe(false);
  });
});

describe('packs and grammars', () => {
  const core: Core = { LANGUAGE_PACKS, packFor, grammarFor };
  const dates = packFor('en').dates;
  const withDates = (other: Partial<DatePack>): Core => ({
    ...core,
    LANGUAGE_PACKS: LANGUAGE_PACKS.map((pack) => (pack.id === 'en' ? { ...pack, dates: { ...dates, ...other } } : pack)),
  });

  test('agree with themselves', () => {
    expect(packDifferences([core, core])).toEqual([]);
    expect(automataDifferences([core, core])).toEqual([]);
  });

  test('another order of words is told, other words are told otherwise', () => {
    const of = dates.classes.of ?? '';
    const classes = (words: string) => withDates({ classes: { ...dates.classes, of: words } });
    expect(packDifferences([core, classes(of.split('|').reverse().join('|'))])).toEqual([
      'en: dates.classes.of (the same words in another order)',
    ]);
    expect(packDifferences([core, classes(`${of}|among`)])).toEqual(['en: dates.classes.of']);
  });

  test('a rule that a language lacks is missed in its part alone', () => {
    const found = automataDifferences([core, withDates({ rules: dates.rules.slice(1) })]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((line) => line.startsWith('en: '))).toBe(true);
  });
});

describe('texts of data sets', () => {
  test('are the fields that hold them, else what looks like a sentence', () => {
    const records = recordsOf([
      { text: 'Hier.', lang: 'fr', dct: '2017-01-15T10:00', note: 'no text that is to be read' },
      { deep: { phrases: ['a sentence of five words', 'no sentence'] } },
    ]);
    expect(records).toEqual([{ text: 'Hier.', language: 'fr', date: '2017-01-15' }, { text: 'a sentence of five words' }]);
  });

  test('are put together of the sentences in columns', () => {
    const conllu = '# newdoc\n# text = Il dort.\n1\tIl\n2\tdort\n\n1\tElle\tO\n2\tlit\tO\n\n# newdoc\n1\tNon\n';
    expect(sentencesOf(conllu)).toEqual([{ text: 'Il dort.\nElle lit' }, { text: 'Non' }]);
    expect(sentencesOf('Anne\tB-PER\nlit\tO\n')).toEqual([{ text: 'Anne lit' }]);
  });
});

describe('what is compared on', () => {
  test('strings of a source: whole, put together, and the parts of templates', () => {
    const source = ['const a = "un port" + " calme";', 'f(`il $', '{b} dit`); // "no"'].join('');
    expect(stringsIn('a.ts', source)).toEqual(['un port calme', 'un port', ' calme', 'il ', ' dit']);
  });

  test('examples of a page without their marks', () => {
    const page = '# a-rule  Says.\n\nElle dort, dit-il.\n^^^^ speaker\n\n// why\n! Il lit⏎et rit.\n';
    expect(pageTexts(page)).toEqual(['Elle dort, dit-il.', 'Il lit\net rit.']);
  });

  test('is the same for a seed, and other for another', () => {
    const made = (seed: number) => jobsOf([ROOT], { seed, random: 40, edits: 5 });
    const jobs = made(1);
    expect(made(1)).toEqual(jobs);
    const random = (list: readonly Job[]) => list.filter(({ source }) => source === 'random').map(({ text }) => text);
    expect(random(made(2))).not.toEqual(random(jobs));
    const from = (name: string) => jobs.filter(({ source }) => source === name);
    expect(from('random')).toHaveLength(40);
    expect(from('edits')).toHaveLength(5);
    // four languages by three dates
    expect(from('tests')[0]?.variants).toHaveLength(12);
    expect(jobs.some(({ source, text }) => source === 'tests' && text === TEXT)).toBe(true);
    expect(from('samples').length).toBeGreaterThan(20);
  });
});
