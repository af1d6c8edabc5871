import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../client/src/annotations/quoteLayers';
import { bySpeech, byType, splitTimeline } from '../../../client/src/views/rows';
import type { EntityItem, FlatRange, QuoteItem, SpeakerQuotes, TimelineItem } from '../../../server/src/protocol';

const quote = (kind: QuoteItem['kind'], line: number, more: Partial<QuoteItem> = {}): QuoteItem => ({
  kind,
  confidence: 0.9,
  spans: [[line, 0, line, 5]],
  ...more,
});

describe('what is drawn of quotations', () => {
  const all = { quotes: true, speakers: true, dates: true };
  const drawn = (quotes: readonly QuoteItem[], choice: Parameters<typeof layersOf>[1], dates: readonly FlatRange[] = []) =>
    layersOf({ quotes, dates }, choice);

  it('each kind in its own way, a mixed one like a direct one', () => {
    const layers = drawn(
      [quote('direct', 1), quote('mixed', 2), quote('indirect', 3), quote('scare', 4), quote('title', 5)],
      all,
    );
    const lines = (layer: Parameters<typeof layers.get>[0]) => layers.get(layer)?.map(([line]) => line);
    expect(lines('direct')).toEqual([1, 2]);
    expect(lines('indirect')).toEqual([3]);
    expect(lines('scare')).toEqual([4]);
    expect(lines('title')).toEqual([5]);
  });

  it('every span of an interrupted one, and one speaker of two quotations once', () => {
    const speaker = [1, 20, 1, 30] as const;
    const interrupted = quote('direct', 1, {
      speaker,
      cue: [1, 10, 1, 15],
      spans: [
        [1, 0, 1, 5],
        [2, 0, 2, 9],
      ],
    });
    const layers = drawn([interrupted, quote('direct', 3, { speaker })], all);
    expect(layers.get('direct')).toHaveLength(3);
    expect(layers.get('speaker')).toEqual([speaker]);
    expect(layers.get('cue')).toEqual([[1, 10, 1, 15]]);
  });

  it('only what the settings ask for; every layer is there to be cleared', () => {
    const quotes = [quote('direct', 1, { speaker: [1, 20, 1, 30] })];
    const without = drawn(quotes, { quotes: false, speakers: true, dates: false }, [[0, 1, 0, 8]]);
    expect(without.get('direct')).toEqual([]);
    expect(without.get('speaker')).toHaveLength(1);
    expect(without.get('date')).toEqual([]);
    expect(drawn([], all, [[0, 1, 0, 8]]).get('date')).toEqual([[0, 1, 0, 8]]);
    const nothing = drawn(quotes, { quotes: false, speakers: false, dates: false }, [[0, 1, 0, 8]]);
    expect([...nothing.values()].flat()).toEqual([]);
    expect(nothing.size).toBe(7);
  });
});

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

describe('rows of the views', () => {
  const speaker = (name: string, quotes: number): SpeakerQuotes => ({
    name,
    quotes: Array.from({ length: quotes }, () => ({ range, text: 'mots', kind: 'direct', confidence: 1 })),
  });

  it('the most quoted comes first, in even cases who spoke first, the unknown last', () => {
    const order = bySpeech([speaker('', 9), speaker('Anna', 1), speaker('Bertil', 3), speaker('Cora', 1)]);
    expect(order.map(({ name }) => name)).toEqual(['Bertil', 'Anna', 'Cora', '']);
  });

  const entity = (name: string, type: EntityItem['type'], mentions: number): EntityItem => ({
    id: name,
    name,
    type,
    mentions: Array.from({ length: mentions }, () => range),
    quotes: 0,
  });

  it('entities stand by type, the most mentioned first, types without any left out', () => {
    const groups = byType([entity('Brest', 'LOC', 1), entity('Anna', 'PER', 1), entity('Bertil', 'PER', 4)]);
    expect(groups.map(({ type, entities }) => [type, entities.map(({ name }) => name)])).toEqual([
      ['PER', ['Bertil', 'Anna']],
      ['LOC', ['Brest']],
    ]);
  });

  it('what has no place in the calendar is told apart', () => {
    const item = (text: string, earliest?: string): TimelineItem => ({
      range,
      text,
      label: text,
      type: 'DATE',
      value: text,
      context: '',
      ...(earliest && { earliest }),
    });
    const { placed, loose } = splitTimeline([item('2016-01-01', '2016-01-01'), item('trois ans')]);
    expect(placed.map(({ text }) => text)).toEqual(['2016-01-01']);
    expect(loose.map(({ text }) => text)).toEqual(['trois ans']);
  });
});
