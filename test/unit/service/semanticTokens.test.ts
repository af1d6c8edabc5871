import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityMention } from '../../../server/src/core/analysis';
import { encodeTokens, tokensEdits } from '../../../server/src/lsp/tokenEncoding';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../server/src/protocol';
import { createArticle } from '../../../server/src/service/article';
import { paint, paintCodes } from '../../../server/src/service/semanticTokens';
import { analysis, article, valdorie } from './support';

/** `word:type.modifier` for each painted stretch. */
function painted(made: ReturnType<typeof article>): string[] {
  return paint(made).map((span) => `${made.text.slice(span.start, span.end)}:${[span.type, ...span.modifiers].join('.')}`);
}

/** Encoded tokens back to places, as an editor reads them. */
function decode(text: string, data: Uint32Array): { line: number; start: number; end: number; type: string; words: string }[] {
  const lines = text.split(/\r\n|\n|\r/);
  let line = 0;
  let start = 0;
  const tokens = [];
  for (let i = 0; i < data.length; i += 5) {
    const [dLine = 0, dStart = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += dLine;
    start = dLine === 0 ? start + dStart : dStart;
    tokens.push({
      line,
      start,
      end: start + length,
      type: TOKEN_TYPES[type] ?? '?',
      words: (lines[line] ?? '').slice(start, start + length),
    });
  }
  return tokens;
}

describe('painting', () => {
  it('gives names, dates, cues and speakers their types, and what is around them as modifiers', () => {
    expect(painted(valdorie())).toEqual([
      '2017-01:date',
      'Valdorie:place',
      'mars:date.relative.inQuotation',
      'a déclaré:cue',
      'la ministre de la Pêche, :speaker.speaker',
      'Jeanne Morvan:person.speaker',
      'Port-Clair:place',
      'le 3 janvier 2017:date',
      'elle:speaker.speaker',
      'ajouté:cue',
      'mardi:date.relative',
      'Morvan:person.uncertain',
      'Port-Clair:place',
    ]);
  });

  it('paints the outer of two names once and leaves the nested one out', () => {
    const made = article('La mairie de Port-Clair vote demain.', {
      entities: [
        ['mairie de Port-Clair', 'ORG', 'mairie'],
        ['Port-Clair', 'LOC', 'port', { nested: true }],
      ],
    });
    expect(painted(made)).toEqual(['mairie de Port-Clair:organization']);
  });

  it('gives a range only what overlaps it', () => {
    const made = valdorie();
    const start = made.text.indexOf('Elle est');
    const spans = paint(made, { start, end: made.text.indexOf('le 3 janvier') });
    expect(spans.map((span) => made.text.slice(span.start, span.end))).toEqual(['Port-Clair']);
  });
});

describe('encoding', () => {
  it('cuts a stretch at line breaks of every kind', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = `Il vit à Grand${lineBreak}Port-le-Vieux depuis peu.`;
      const made = article(text, { entities: [[`Grand${lineBreak}Port-le-Vieux`, 'LOC', 'port']] });
      const tokens = decode(text, encodeTokens(made.lines, paintCodes(made)));
      expect(tokens.map((token) => [token.line, token.words])).toEqual([
        [0, 'Grand'],
        [1, 'Port-le-Vieux'],
      ]);
    }
  });

  it('counts characters outside the basic plane as two', () => {
    const made = article('🎣🎣 Jeanne Morvan pêche.', { entities: [['Jeanne Morvan', 'PER', 'morvan']] });
    expect([...encodeTokens(made.lines, paintCodes(made))]).toEqual([0, 5, 13, TOKEN_TYPES.indexOf('person'), 0]);
  });

  it('never overlaps, never leaves the line, whatever layers there are', () => {
    const text = 'aa bb\ncc dd\r\nee 🎣 ff\n\ngg hh ii jj kk ll';
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const layers = fc.record({ mentions: fc.array(span), dates: fc.array(span), speakers: fc.array(span), cues: fc.array(span) });
    const words = ({ start, end }: { start: number; end: number }) => ({ start, end, text: text.slice(start, end) });
    fc.assert(
      fc.property(layers, ({ mentions, dates, speakers, cues }) => {
        const base = analysis(text, {});
        const made = createArticle(text, {
          ...base,
          entities: mentions.map((mention): EntityMention => ({ ...words(mention), type: 'PER', entity: 'e', confidence: 1 })),
          dates: dates.map((date) => ({ ...words(date), type: 'DATE', value: '2017' })),
          quotes: speakers.map((speaker, i) => {
            const cue = cues[i];
            return {
              spans: [[0, 2]],
              text: 'aa',
              kind: 'direct',
              confidence: 1,
              speaker: words(speaker),
              ...(cue && { cue: words(cue) }),
            };
          }),
        });
        const tokens = decode(text, encodeTokens(made.lines, paintCodes(made)));
        const lines = text.split(/\r\n|\n|\r/);
        for (const [i, token] of tokens.entries()) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual((lines[token.line] as string).length);
          const next = tokens[i + 1];
          if (next !== undefined) expect(next.line > token.line || next.start >= token.end).toBe(true);
        }
      }),
    );
  });

  it('gives every character the type of the highest layer that covers it, and marks what lies in speech', () => {
    const text = 'a'.repeat(60);
    const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 10 })).map(([start, size]) => ({ start, end: start + size }));
    const lists = fc.record({
      mentions: fc.array(span, { maxLength: 12 }),
      dates: fc.array(span, { maxLength: 12 }),
      quotes: fc.array(fc.record({ content: span, speaker: span, cue: span }), { maxLength: 12 }),
    });
    const words = ({ start, end }: { start: number; end: number }) => ({ start, end, text: text.slice(start, end) });
    fc.assert(
      fc.property(lists, ({ mentions, dates, quotes }) => {
        const made = createArticle(text, {
          ...analysis(text, {}),
          entities: mentions.map((mention) => ({ ...words(mention), type: 'LOC', entity: 'e', confidence: 1 })),
          dates: dates.map((date) => ({ ...words(date), type: 'DATE', value: '2017' })),
          quotes: quotes.map(({ content, speaker, cue }) => ({
            spans: [[content.start, content.end]],
            text: words(content).text,
            kind: 'direct',
            confidence: 1,
            speaker: words(speaker),
            cue: words(cue),
          })),
        });
        const covers = (list: readonly { start: number; end: number }[], at: number): boolean =>
          list.some(({ start, end }) => start <= at && at < end);
        const spans = paint(made);
        for (let at = 0; at < text.length; at++) {
          const found = spans.find(({ start, end }) => start <= at && at < end);
          const expected = covers(dates, at)
            ? 'date'
            : covers(mentions, at)
              ? 'place'
              : covers(
                    quotes.map(({ cue }) => cue),
                    at,
                  )
                ? 'cue'
                : covers(
                      quotes.map(({ speaker }) => speaker),
                      at,
                    )
                  ? 'speaker'
                  : undefined;
          expect(found?.type).toBe(expected);
        }
        for (const { start, end, modifiers } of spans) {
          const inside = Array.from({ length: end - start }, (_, i) =>
            covers(
              quotes.map(({ content }) => content),
              start + i,
            ),
          );
          if (inside.includes(false)) expect(modifiers).not.toContain('inQuotation');
          else expect(modifiers).toContain('inQuotation');
        }
      }),
    );
  });

  it('has a bit for each modifier', () => {
    const made = valdorie();
    const tokens = encodeTokens(made.lines, paintCodes(made));
    const modifiers = tokens.filter((_, i) => i % 5 === 4);
    expect(modifiers).toContain(1 << TOKEN_MODIFIERS.indexOf('uncertain'));
    expect(modifiers).toContain((1 << TOKEN_MODIFIERS.indexOf('relative')) | (1 << TOKEN_MODIFIERS.indexOf('inQuotation')));
  });
});

describe('edits between two lists of tokens', () => {
  it('turn the one into the other', () => {
    const list = fc.array(fc.nat(5), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const result = [...before];
        for (const edit of tokensEdits(Uint32Array.from(before), Uint32Array.from(after)))
          result.splice(edit.start, edit.deleteCount, ...edit.data);
        expect(result).toEqual(after);
      }),
    );
  });

  it('are none between equal lists, and small for a small change', () => {
    expect(tokensEdits(Uint32Array.of(1, 2, 3), Uint32Array.of(1, 2, 3))).toEqual([]);
    const [before, after] = [Uint32Array.of(1, 2, 3, 4), Uint32Array.of(1, 9, 3, 4)];
    expect(tokensEdits(before, after)).toEqual([{ start: 1, deleteCount: 1, data: [9] }]);
  });
});
