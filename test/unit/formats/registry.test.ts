import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import { textSpan } from '../../../server/src/core/span';
import { detectFormat, FORMATS, formatById, fromAnalysis, readFile, summarizeLosses } from '../../../server/src/formats';
import type { Tokenizer } from '../../../server/src/formats/tokens';
import { inEnglish } from '../inEnglish';
import { at, document, expectFaithful } from './support';

const TEXT = 'Zoé Kovač vit à Nice.';
const DOC = document(
  TEXT,
  [
    { type: 'PER', spans: [at(TEXT, 'Zoé Kovač')], status: 'confirmed' },
    { type: 'LOC', spans: [at(TEXT, 'Nice')], status: 'suggested' },
  ],
  { id: 'dossier/essai.txt' },
);

// Words and marks parted by single spaces, so that the formats which hold words only give the offsets again.
const ARTICLE = 'date 2017-01\nSelon la maire Anne Kovač , « nous partons » hier , a dit Zoé : « oui » .\nElle vit à Nice .';
const spaces: Tokenizer = (text) => {
  const runs = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { tokens: runs(/\S+/g), sentences: runs(/[^\n]+/g) };
};
const part = (words: string, n = 1) => textSpan(ARTICLE, at(ARTICLE, words, n).start, at(ARTICLE, words, n).end);
const ANALYSIS: ArticleAnalysis = {
  id: 'x',
  language: 'fr',
  date: '2017-01',
  structure: [],
  entities: [
    { ...part('Anne Kovač'), type: 'PER', entity: 'e1', confidence: 0.9 },
    { ...part('Zoé'), type: 'PER', entity: 'e2', confidence: 0.7 },
    { ...part('Nice'), type: 'LOC', entity: 'e3', confidence: 0.6 },
  ],
  dates: [
    { ...part('hier'), type: 'DATE', value: '2017-01-XX', earliest: '2017-01-01', latest: '2017-01-31', anchor: 'document date' },
  ],
  quotes: [
    {
      spans: [
        [at(ARTICLE, 'nous partons').start, at(ARTICLE, 'nous partons').end],
        [at(ARTICLE, 'oui').start, at(ARTICLE, 'oui').end],
      ],
      text: 'nous partons … oui',
      kind: 'direct',
      cue: part('Selon'),
      speaker: part('la maire Anne Kovač'),
      speakerEntity: 'e1',
      speakerName: 'Anne Kovač',
      confidence: 0.8,
    },
    {
      spans: [[at(ARTICLE, 'partons').start, at(ARTICLE, 'partons').end]],
      text: 'partons',
      kind: 'scare',
      confidence: 0.3,
      parent: 0,
    },
  ],
  entityIndex: [
    { id: 'e1', type: 'PER', name: 'Anne Kovač', aliases: ['Kovač'], mentions: 1, role: 'maire' },
    { id: 'e2', type: 'PER', name: 'Zoé', aliases: [], mentions: 1 },
    { id: 'e3', type: 'LOC', name: 'Nice', aliases: [], mentions: 1, place: { country: 'FR' } },
  ],
};

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('is found by its id and by its content', () => {
    expect(formatById(id)).toBe(format);
    const [file] = format.write([DOC]).files;
    // TimeML has dates only and is still known; what is written names itself.
    expect(detectFormat('inconnu', file?.content ?? '')?.id).toBe(id);
    expect(file?.name).toMatch(new RegExp(`\\.${format.extensions[0]}$`));
    expect(readFile({ name: file?.name ?? '', content: file?.content ?? '', text: TEXT }).documents).toHaveLength(1);
  });

  it('is told by what it begins with however long the article and however many its annotations', () => {
    const long = Array.from({ length: 900 }, (_, n) => `Zoé Kovač « "n° ${n}" \\ » vit à Nice.`).join('\n');
    const names = [...long.matchAll(/Zoé Kovač/g)].map(({ index }) => ({ spans: [{ start: index, end: index + 9 }] }));
    const [file] = format.write([document(long, names, { id: 'long' })]).files;
    expect(detectFormat(file?.name ?? '', file?.content ?? '')?.id).toBe(id);
  });

  it('writes the same bytes for the same document', () => {
    expect(format.write([DOC])).toEqual(format.write([structuredClone(DOC)]));
  });

  it('gives an analysis again less what it reports: names, dates, quotations with cue, speaker and entities', () => {
    // The contract's own lines are compared in the tests of the analysis.
    if (id === 'jsonl') return;
    const doc = fromAnalysis(ANALYSIS, ARTICLE);
    const { files, losses } = format.write([doc], { tokenizer: spaces });
    const {
      documents: [again],
      problems,
    } = format.read({ name: 'x', content: files[0]?.content ?? '', text: ARTICLE });
    expect(problems.filter((problem) => problem.severity !== 'information')).toEqual([]);
    const { tokens: _t, sentences: _s, ...rest } = again ?? doc;
    expectFaithful({ ...doc, text: losses.some((loss) => loss.kind === 'text') ? rest.text : doc.text }, losses, {
      ...rest,
      id: doc.id,
    });
  });

  it('never throws on any content and says why it gives nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (content) => {
        const { documents, problems } = format.read({ name: 'x', content, text: TEXT });
        for (const problem of problems) expect(problem.line).toBeGreaterThanOrEqual(1);
        format.write(documents);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on a damaged file of its own', () => {
    const content = format.write([fromAnalysis(ANALYSIS, ARTICLE)], { rejected: 'keep' }).files[0]?.content ?? '';
    const damage = fc.record({
      at: fc.nat(content.length),
      length: fc.nat(30),
      instead: fc.constantFrom('', '"', '9', '-1', '\t', '\n', '<', '}', 'null', '[', '😀', '\ud83d', '\0', content.slice(0, 40)),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const damaged = damages.reduce(
          (text, { at: from, length, instead }) => text.slice(0, from) + instead + text.slice(from + length),
          content,
        );
        const { documents } = format.read({ name: 'x', content: damaged, text: ARTICLE });
        for (const doc of documents) {
          for (const span of doc.annotations.flatMap((annotation) => annotation.spans)) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(doc.text.length);
          }
        }
        for (const target of FORMATS) target.write(documents, { rejected: 'keep' });
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });

  it('takes time in proportion to the text', () => {
    const big = (n: number) => {
      const text = 'Zoé va à Nice. '.repeat(n);
      return document(
        text,
        Array.from({ length: n }, (_, i) => ({ type: 'LOC', spans: [{ start: i * 15 + 9, end: i * 15 + 13 }] })),
      );
    };
    const time = (n: number) => {
      const doc = big(n);
      const start = performance.now();
      const { files } = format.write([doc]);
      format.read({ name: 'x', content: files[0]?.content ?? '', text: doc.text });
      return performance.now() - start;
    };
    time(500);
    // Eight times the text; quadratic work would take sixty-four times as long. A busy machine gets three tries.
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && ratio >= 32; attempt++) {
      const small = Math.max(10, time(1000));
      ratio = time(8000) / small;
    }
    expect(ratio).toBeLessThan(32);
  });
});

describe('the registry', () => {
  it('is documented whole: each id, with its variants', () => {
    const docs = readFileSync(path.resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');
    const rows = (docs.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => row.split('|')[1]?.trim().replaceAll('`', ''))).toEqual(FORMATS.map((format) => format.id));
    rows.forEach((row, i) => {
      const cell = row.split('|').at(-2) ?? '';
      expect([...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])).toEqual(FORMATS[i]?.variants);
    });
  });

  it('knows a document of doccano that is laid out over several lines', () => {
    const pretty = JSON.stringify(
      { text: 'Nice.', entities: [{ id: 0, start_offset: 0, end_offset: 4, label: 'LOC' }] },
      undefined,
      2,
    );
    expect(detectFormat('x.json', pretty)?.id).toBe('doccano');
  });

  it('says when a file is in no format', () => {
    expect(inEnglish(readFile({ name: 'a.pdf', content: '%PDF' }).problems[0]?.message)).toContain('no format known');
  });

  it('sums losses up', () => {
    const { losses } = formatById('conll2003')?.write([DOC]) ?? { losses: [] };
    expect(summarizeLosses(losses).map(({ kind, count }) => [kind, count])).toContainEqual(['status', 2]);
  });
});
