import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { encodeTokens } from '../../../server/src/lsp/tokenEncoding';
import { type Article, createArticle } from '../../../server/src/service/article';
import { codeLenses } from '../../../server/src/service/codeLens';
import { problems } from '../../../server/src/service/diagnostics';
import { folding } from '../../../server/src/service/folding';
import { hover } from '../../../server/src/service/hover/hover';
import { type NeighbourKind, neighbour } from '../../../server/src/service/neighbour';
import { type OutlineItem, outline } from '../../../server/src/service/outline';
import { definition, highlights, references } from '../../../server/src/service/references';
import { selectionRanges } from '../../../server/src/service/selection';
import { paint, paintCodes } from '../../../server/src/service/semanticTokens';
import { en, fr, hoverContext } from './support';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const models = new Map(
  ['fr', 'en'].map((language) => {
    const file = path.join(ROOT, 'server/models', `${language}.bin`);
    return [language, fs.existsSync(file) ? fs.readFileSync(file) : undefined] as const;
  }),
);

/** The sample corpus, which is part of the project. */
const files = ['fr', 'en'].flatMap((language) => {
  const folder = path.join(ROOT, 'samples/corpus', language);
  return fs.readdirSync(folder).map((name) => path.join(folder, name));
});

const analyser = createAnalyser({ model: (language) => models.get(language), reuse: false });

function read(file: string): Article {
  const text = fs.readFileSync(file, 'utf8');
  return createArticle(text, analyser.analyse({ id: file, text }));
}

describe.each(files.map((file) => [path.basename(file), file]))('the sample article %s', (_name, file) => {
  const article = read(file);
  const { text, analysis } = article;
  const header = analysis.structure.find((block) => block.role === 'header');
  // the header's own date says when the article is of
  const inText = analysis.dates.filter((date) => header === undefined || date.start >= header.end);

  it('has tokens in order, within their lines', () => {
    const spans = paint(article);
    for (const [i, span] of spans.entries()) {
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    }
    expect(encodeTokens(article.lines, paintCodes(article)).length).toBeGreaterThanOrEqual(spans.length * 5);
  });

  it('has an outline that covers every block, quotation and date once', () => {
    const kinds = new Map<string, number>();
    const walk = (items: readonly OutlineItem[], low: number, high: number): void => {
      for (const item of items) {
        kinds.set(item.kind, (kinds.get(item.kind) ?? 0) + 1);
        expect(item.name).not.toBe('');
        expect(item.span.start >= low && item.span.end <= high).toBe(true);
        walk(item.children, item.span.start, item.span.end);
      }
    };
    walk(outline(article, fr), 0, text.length);
    const speech = analysis.quotes.filter((quote) => quote.kind !== 'scare' && quote.kind !== 'title');
    expect(kinds.get('quote') ?? 0).toBe(speech.length);
    expect(kinds.get('date') ?? 0).toBe(inText.length);
    expect(kinds.get('paragraph') ?? 0).toBe(analysis.structure.filter((block) => block.role === 'paragraph').length);
  });

  it('has a hover on every name, date and quotation, and answers every place', () => {
    const context = hoverContext(article, fr, true);
    for (const mention of analysis.entities) expect(hover(context, mention.start)?.markdown).toMatch(/\*\*.+\*\* — /);
    for (const date of analysis.dates) expect(hover(context, date.start)?.markdown).toContain('TIMEX3');
    for (const quote of analysis.quotes) expect(hover(context, quote.spans[0]?.[0] ?? 0)).toBeDefined();
    for (let offset = 0; offset <= text.length; offset += 5) {
      hover(context, offset);
      definition(article, offset);
      for (const span of [...references(article, offset), ...highlights(article, offset)])
        expect(span.end).toBeGreaterThan(span.start);
      expect(selectionRanges(article, offset).at(-1)).toEqual({ start: 0, end: text.length });
    }
  });

  it('is walked from end to end, forwards and backwards', () => {
    for (const kind of ['entity', 'date', 'quote'] satisfies NeighbourKind[]) {
      const forwards: number[] = [];
      for (let found = neighbour(article, -1, kind, 'next', en); found && !found.wrapped; ) {
        forwards.push(found.index);
        found = neighbour(article, found.span.start, kind, 'next', en);
      }
      const total = neighbour(article, -1, kind, 'next', en)?.total ?? 0;
      const starts = { entity: analysis.entities.filter((m) => !m.nested).length, date: inText.length, quote: total };
      expect(total).toBe(starts[kind]);
      expect(forwards).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    }
  });

  it('folds and counts', () => {
    for (const fold of folding(article)) expect(fold.end).toBeGreaterThan(fold.start);
    for (const lens of codeLenses(article, fr)) expect(lens.places.length).toBeGreaterThan(0);
    const levels = { unbalancedMarks: 'information', speechWithoutSpeaker: 'hint' } as const;
    for (const problem of problems(article, levels, fr)) expect(problem.span.end).toBeGreaterThan(problem.span.start);
  });
});
