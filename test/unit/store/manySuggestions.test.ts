import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleAnalysis, type EntityType, nothingFound } from '../../../server/src/core/analysis';
import { noDecisions, withDocument } from '../../../server/src/store/decisions';
import { overlay } from '../../../server/src/store/overlay';
import { extent } from '../../../server/src/store/reviewItem';
import { isReviewed, progress, progressUndecided } from '../../../server/src/store/reviewList';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { type ForeignSuggestion, suggestionsOf } from '../../../server/src/store/suggestions';

const WORDS = ['Lorient', 'Morvan', 'mars 2016', 'Otan'] as const;
const TYPES: readonly EntityType[] = ['PER', 'ORG', 'LOC'];

interface Made {
  readonly text: string;
  readonly analysis: ArticleAnalysis;
}

/** A text of few words, so that many are equal, with a mention or a date on some of them. */
const articles: fc.Arbitrary<Made> = fc
  .array(fc.record({ word: fc.nat(3), kind: fc.nat(4), said: fc.boolean() }), { maxLength: 40 })
  .map((tokens) => {
    let text = '';
    const entities: unknown[] = [];
    const dates: unknown[] = [];
    const quotes: unknown[] = [];
    for (const { word, kind, said } of tokens) {
      const start = text.length;
      text += WORDS[word];
      const place = { start, end: text.length };
      if (said) quotes.push({ kind: 'direct', confidence: 0.8, spans: [[place.start, place.end]], speaker: place });
      if (kind < 3) entities.push({ ...place, type: TYPES[kind], confidence: 0.5 });
      if (kind === 3) dates.push({ ...place, type: 'DATE', value: '2016-03' });
      text += ' ';
    }
    return { text, analysis: { ...NOTHING, entities, dates, quotes } as unknown as ArticleAnalysis };
  });

const NOTHING = { ...nothingFound('a'), language: 'fr' };

const elsewhere: ForeignSuggestion = { layer: 'entity', type: 'PER', spans: [{ start: 0, end: 1 }], source: 'other' };

describe('the suggestions of an article', () => {
  it('are called by what they are and by which of the equal ones they are, each otherwise', () => {
    fc.assert(
      fc.property(articles, ({ text, analysis }) => {
        const found = suggestionsOf(analysis, text, { foreign: [], learnt: [], version: '1' });
        const counts = new Map<string, number>();
        const stems = new Map<string, string>();
        for (const { id, layer, type, spans } of found) {
          const what = [layer, type, ...spans.map(({ start, end }) => text.slice(start, end))].join('/');
          const nth = (counts.get(what) ?? 0) + 1;
          counts.set(what, nth);
          const [stem, number] = id.split('.') as [string, string];
          expect(number).toBe(String(nth));
          expect(stems.get(what) ?? stem).toBe(stem);
          stems.set(what, stem);
        }
        expect(new Set(stems.values()).size).toBe(stems.size);
        expect(found).toHaveLength(analysis.entities.length + analysis.dates.length + analysis.quotes.length);
      }),
    );
  });

  it('keep their names where another detector says something besides, and where a word is put before them', () => {
    fc.assert(
      fc.property(articles, ({ text, analysis }) => {
        const ids = suggestionsOf(analysis, text, { foreign: [], learnt: [], version: '1' }).map(({ id }) => id);
        const besides = suggestionsOf({ ...analysis }, text, { foreign: [elsewhere], learnt: [], version: '1' }).filter(
          ({ sources }) => !sources.includes('other'),
        );
        expect(besides.map(({ id }) => id)).toEqual(ids);
        const by = 6;
        const later = <T extends { start: number; end: number }>(span: T): T => ({
          ...span,
          start: span.start + by,
          end: span.end + by,
        });
        const moved = {
          ...analysis,
          entities: analysis.entities.map(later),
          dates: analysis.dates.map(later),
          quotes: analysis.quotes.map((quote) => ({
            ...quote,
            spans: quote.spans.map(([start, end]) => [start + by, end + by] as const),
          })),
        };
        expect(suggestionsOf(moved, `Alors ${text}`, { foreign: [], learnt: [], version: '1' }).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it('are counted without being made where nobody has decided, as they are counted when made', () => {
    const off = { ...DEFAULT_SCHEMA, layers: DEFAULT_SCHEMA.layers.map((layer) => ({ ...layer, review: layer.id !== 'date' })) };
    const none = { ...DEFAULT_SCHEMA, suggestions: false };
    fc.assert(
      fc.property(articles, fc.constantFrom(DEFAULT_SCHEMA, off, none), ({ text, analysis }, schema) => {
        const input = { text, analysis, decisions: noDecisions('a', text), schema, version: '1' };
        const { items, undecided } = overlay(input);
        expect(progressUndecided(undecided ?? new Map(), schema, 2)).toEqual(progress(items.filter(isReviewed(schema)), 2));
        expect(undecided).toBeDefined();
      }),
    );
  });

  it('are not counted without being made where another detector or a person has said something', () => {
    const text = 'Lorient';
    const input = { text, analysis: NOTHING, decisions: noDecisions('a', text), schema: DEFAULT_SCHEMA, version: '1' };
    expect(overlay({ ...input, foreign: [elsewhere] }).undecided).toBeUndefined();
    const annotation = { id: 'T1', layer: 'entity', type: 'LOC', spans: [{ start: 0, end: 7 }], attributes: {} };
    const decisions = withDocument(input.decisions, { annotations: [{ ...annotation, status: 'confirmed' }] });
    expect(overlay({ ...input, decisions }).undecided).toBeUndefined();
  });

  it('are the items of an undecided article, in text order, the longer first', () => {
    fc.assert(
      fc.property(articles, ({ text, analysis }) => {
        const { items } = overlay({ text, analysis, decisions: noDecisions('a', text), schema: DEFAULT_SCHEMA, version: '1' });
        const found = suggestionsOf(analysis, text, { foreign: [], learnt: [], version: '1' });
        expect(items.map(({ id }) => id).sort()).toEqual(found.map(({ id }) => id).sort());
        for (const item of items) {
          const { suggestion } = item;
          expect(item).toEqual({
            id: suggestion?.id,
            layer: suggestion?.layer,
            type: suggestion?.type,
            label: suggestion?.type,
            spans: suggestion?.spans,
            status: 'suggested',
            suggestion,
            sources: ['corpus-annotator'],
            version: '1',
            attributes: suggestion?.attributes,
            replaces: [],
            ...(suggestion?.score !== undefined && { score: suggestion.score }),
            ...(suggestion?.speaker && { speaker: suggestion.speaker }),
          });
        }
        for (const [i, item] of items.slice(1).entries()) {
          const [before, after] = [extent(items[i] as (typeof items)[number]), extent(item)];
          expect(before.start < after.start || (before.start === after.start && before.end >= after.end)).toBe(true);
        }
      }),
    );
  });
});
