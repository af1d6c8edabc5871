import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnchor } from '../../../server/src/store/anchor';
import { applyEdit, minimalEdit, rebaseSpan } from '../../../server/src/store/rebase';
import { createAnchor } from '../../../server/src/store/textAnchor';

const TEXT =
  'Le maire de Vell, Paul Verdier, a parlé lundi. Verdier a promis un pont. Le port de Vell rouvrira ; Verdier y sera. « Nous tiendrons parole », a-t-il dit devant la Chambre des marins.';

const spanOf = (words: string, from = 0): { start: number; end: number } => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const again = (words: string, text: string, from = 0): string => {
  const { certainty, span } = findAnchor(text, createAnchor(TEXT, spanOf(words, from)));
  return `${certainty} ${span ? text.slice(span.start, span.end) : ''}`.trim();
};

describe('finding words again', () => {
  test('unchanged text', () => expect(again('Paul Verdier', TEXT)).toBe('same Paul Verdier'));
  test('text put before', () => expect(again('Paul Verdier', `Vell, lundi. ${TEXT}`)).toBe('moved Paul Verdier'));

  test('the right one of three, told by what stands around it', () => {
    const text = `Verdier, encore. ${TEXT}`;
    const second = TEXT.indexOf('Verdier', 40);
    const { certainty, span } = findAnchor(text, createAnchor(TEXT, spanOf('Verdier', second)));
    expect([certainty, span?.start]).toEqual(['moved', second + 17]);
  });

  test('the same name where nothing around it is the same is doubtful', () => {
    expect(again('Vell', 'Tout autre chose : à Vell comme ailleurs, Vell encore.')).toMatch(/^doubtful Vell/);
  });

  test('a typo mended inside the words is found, and said to be doubtful', () => {
    expect(again('Chambre des marins', TEXT.replace('Chambre des marins', 'Chanbre des marins'))).toBe(
      'doubtful Chanbre des marins',
    );
  });

  test('words that are gone are lost', () => {
    expect(again('Chambre des marins', 'Rien de tout cela.')).toBe('lost');
    expect(again('« Nous tiendrons parole »', '')).toBe('lost');
  });

  test('long words edited in their middle', () => {
    const long = `${['Arve', 'Brise', 'Corne', 'Drôme', 'Ellez', 'Fosse'].map((place) => `À ${place}, le conseil a délibéré longtemps.`).join(' ')} Puis il a voté.`;
    const text = `Avant. ${long} Après, plus rien ne fut dit de cette affaire.`;
    const anchor = createAnchor(text, { start: 7, end: 7 + long.length });
    const edited = text
      .replace('Avant.', 'Bien avant cela, en hiver.')
      .replace('Corne, le conseil a délibéré', 'Corne, le conseil a débattu très')
      .replace('plus rien', 'on le sait, plus rien');
    const { span } = findAnchor(edited, anchor);
    expect(edited.slice(span?.start, span?.end)).toBe(
      long.replace('Corne, le conseil a délibéré', 'Corne, le conseil a débattu très'),
    );
  });

  test('never throws and stays within the text, whatever the text and the anchor', () => {
    const unit = fc.constantFrom('a', 'b', ' ', 'é', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), fc.nat(30), fc.nat(30), (before, after, start, length) => {
        const { certainty, span } = findAnchor(after, createAnchor(before, { start, end: start + length }));
        expect(span === undefined).toBe(certainty === 'lost');
        if (span) expect(span.start >= 0 && span.start <= span.end && span.end <= after.length).toBe(true);
      }),
    );
  });
});

describe('carrying spans through edits', () => {
  const span = { start: 10, end: 20 };
  test.each([
    [{ start: 0, end: 5, inserted: 'xx' }, { start: 7, end: 17 }, 'whole'],
    [{ start: 10, end: 10, inserted: 'xx' }, { start: 12, end: 22 }, 'whole'],
    [{ start: 20, end: 20, inserted: 'xx' }, { start: 10, end: 20 }, 'whole'],
    [{ start: 12, end: 14, inserted: 'xxx' }, { start: 10, end: 21 }, 'changed'],
    [{ start: 5, end: 12, inserted: 'x' }, { start: 6, end: 14 }, 'changed'],
    [{ start: 18, end: 25, inserted: 'x' }, { start: 10, end: 18 }, 'changed'],
    [{ start: 5, end: 25, inserted: 'x' }, { start: 5, end: 5 }, 'gone'],
  ] as const)('%j', (edit, expected, state) => {
    expect(rebaseSpan(span, edit)).toEqual({ span: expected, state });
  });

  test('a replacement of everything by nearly the same is the small edit that it is', () => {
    const edited = TEXT.replace('lundi', 'mardi');
    const small = minimalEdit(TEXT, { start: 0, end: TEXT.length, inserted: edited });
    expect(small.end - small.start).toBeLessThanOrEqual(3);
    expect(applyEdit(TEXT, small)).toBe(edited);
  });

  test('a thousand random edits lose none of 200 annotations and misplace none whose words still stand', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(
          fc.tuple(
            fc.double({ min: 0, max: 0.999, noNaN: true }),
            fc.nat(12),
            fc.constantFrom('', '', 'x', ' et', '\n', '😀', 'des mots'),
          ),
        ),
        (stream) => {
          // every word of the text is another, so that where it stands is beyond doubt
          let text = Array.from({ length: 1_000 }, (_, i) => `m${i}q`).join(' ');
          let spans = Array.from({ length: 200 }, (_, i) => {
            const word = `m${i * 5}q`;
            const start = text.indexOf(word);
            return { word, span: { start, end: start + word.length } };
          });
          let count = 0;
          for (const [where, removed, inserted] of stream) {
            if (++count > 1_000) break;
            const start = Math.floor(where * text.length);
            const edit = { start, end: Math.min(text.length, start + removed), inserted };
            text = applyEdit(text, edit);
            spans = spans.map(({ word, span: old }) => ({ word, span: rebaseSpan(old, edit).span }));
          }
          expect(spans).toHaveLength(200);
          for (const { word, span: now } of spans) {
            const at = text.search(new RegExp(`(?<![m\\dq])${word}(?![m\\dq])`));
            if (at >= 0) expect(text.slice(now.start, now.end)).toContain(word);
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});
