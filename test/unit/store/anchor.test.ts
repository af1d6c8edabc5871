import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnchor, findAnchors } from '../../../server/src/store/anchor';
import { applyEdit, minimalEdit, rebaseSpan } from '../../../server/src/store/rebase';
import { createAnchor } from '../../../server/src/store/textAnchor';

const TEXT =
  'Le maire de Vell, Paul Verdier, a parlé lundi. Verdier a promis un pont. Le port de Vell rouvrira ; Verdier y sera. « Nous tiendrons parole », a-t-il dit devant la Chambre des marins.';

const spanOf = (words: string, from = 0): { start: number; end: number } => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const spanIn = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
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

  test.each([
    ['spaces doubled', TEXT.replaceAll(' ', '  '), 'Chambre  des  marins'],
    ['lines wrapped anew', TEXT.replaceAll(' des ', '\ndes '), 'Chambre\ndes marins'],
    ['no-break spaces', TEXT.replaceAll(' ', '\u202f'), 'Chambre\u202fdes\u202fmarins'],
    ['another composition', `é${TEXT}é`.normalize('NFD'), 'Chambre des marins'],
    ['a soft hyphen', TEXT.replace('marins', 'ma\u00adrins'), 'Chambre des ma\u00adrins'],
  ])('%s make no other words', (_, text, found) => expect(again('Chambre des marins', text)).toBe(`moved ${found}`));

  test('quotation marks, apostrophes and dashes are compared as such', () => {
    const text = 'Il a dit « l’accord est mort » – puis rien.';
    const straight = 'Il a dit "l\'accord est mort" - puis rien.';
    const { certainty, span } = findAnchor(straight, createAnchor(text, spanIn(text, '« l’accord est mort »')));
    expect([certainty, straight.slice(span?.start, span?.end)]).toEqual(['moved', '"l\'accord est mort"']);
  });

  test('words are not found within others', () => {
    const text = 'À Vell, le soir.';
    expect(findAnchor('Une nouVelle, le soir.', createAnchor(text, spanIn(text, 'Vell'))).certainty).not.toBe('moved');
  });

  test('of a sentence and its copy neither is taken in silence, and what is in it stays together', () => {
    const sentence = 'Verdier a promis un pont. ';
    const text = TEXT.replace(sentence, sentence + sentence);
    const anchors = ['Paul Verdier', 'Verdier a', 'promis', 'pont', 'Le port'].map((words) =>
      createAnchor(TEXT, spanIn(TEXT, words)),
    );
    const found = findAnchors(text, anchors);
    expect(found.map(({ certainty }) => certainty)).toEqual(['same', 'doubtful', 'doubtful', 'doubtful', 'moved']);
    const shifts = found.slice(1, 4).map(({ span }, i) => (span?.start ?? 0) - (anchors[i + 1]?.start ?? 0));
    expect(new Set(shifts).size).toBe(1);
  });

  test('equal words stay in their order, each with its neighbours, though nothing else tells them apart', () => {
    const list = Array.from({ length: 300 }, () => 'Verdier').join(', ');
    const text = `Les élus du premier collège : ${list}. Fin de la liste des élus du premier collège.`;
    const anchors = [...text.matchAll(/Verdier/g)].map((match) =>
      createAnchor(text, { start: match.index, end: match.index + 7 }),
    );
    const moved = `Hier. ${text}`;
    for (const [i, { certainty, span }] of findAnchors(moved, anchors, { length: text.length }).entries())
      expect([certainty, span?.start]).toEqual(['moved', (anchors[i]?.start ?? 0) + 6]);
  });

  test('what stands in a stretch that was there before is not what was deleted elsewhere', () => {
    const text =
      'Un. Le ministre Orcival, hier, a refusé. Deux mots encore. Trois fois rien. Le ministre Orcival, hier, a cédé. Fin du texte.';
    const words = ['Un', 'Orcival', 'Deux mots', 'Trois fois', 'Fin du texte'];
    const anchors = words.map((word) => createAnchor(text, spanIn(text, word)));
    const found = findAnchors(text.replace('Le ministre Orcival, hier, a refusé. ', ''), anchors, { length: text.length });
    expect(found.map(({ certainty }) => certainty)).toEqual([
      'same',
      expect.stringMatching(/doubtful|lost/),
      'moved',
      'moved',
      'moved',
    ]);
  });

  test('of sentences that begin alike and change places, the first word of none goes to another in silence', () => {
    const [towns, people, acts] = [
      ['Vell', 'Ostremont', 'Cornevent'],
      ['Paul Verdier', 'Ilse Brandt', 'Tom Ferrand', 'Nadia Oussal', 'Marthe Aubrive', 'Yann Kervella'],
      ['a promis un pont', 'a refusé de répondre', 's’est dit prêt à partir', 'n’a pas exclu un retrait', 'a ri'],
    ] as const;
    const sentences = Array.from(
      { length: 18 },
      (_, i) => `Le maire de ${towns[i % 3]}, ${people[(i * 5 + Math.floor(i / 3)) % 6]}, ${acts[(i * 3 + (i >> 3)) % 5]}.`,
    );
    const startIn = (order: readonly number[], sentence: number): number =>
      order.slice(0, order.indexOf(sentence)).reduce((sum, other) => sum + (sentences[other] as string).length + 1, 0);
    const textIn = (order: readonly number[]): string => order.map((i) => sentences[i]).join(' ');
    const asWritten = sentences.map((_, i) => i);
    const old = textIn(asWritten);
    const wrong: string[] = [];
    for (let moved = 0; moved < sentences.length; moved++) {
      for (let to = 0; to < sentences.length; to++) {
        const order = asWritten.filter((i) => i !== moved);
        order.splice(to, 0, moved);
        const seen = asWritten.filter((i) => i === moved || i === moved + 1 || i % 5 === to % 5);
        const spans = seen.flatMap((i) => {
          const start = startIn(asWritten, i);
          const act = start + (sentences[i] as string).indexOf(acts[(i * 3 + (i >> 3)) % 5] as string);
          return [
            { i, start, end: start + 2 },
            { i, start: act, end: start + (sentences[i] as string).length - 1 },
          ];
        });
        const anchors = spans.map((span) => createAnchor(old, span));
        const places = findAnchors(textIn(order), anchors, { length: old.length });
        for (const [at, { certainty, span }] of places.entries()) {
          const { i, start } = spans[at] as (typeof spans)[number];
          const now = startIn(order, i) + start - startIn(asWritten, i);
          if (certainty !== 'doubtful' && certainty !== 'lost' && span?.start !== now)
            wrong.push(`${moved} to ${to}: ${old.slice(start, start + 12)} at ${span?.start}, not ${now}`);
        }
      }
    }
    expect(wrong).toEqual([]);
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
          const words = Array.from({ length: 1_000 }, (_, i) => `m${i}q`);
          let text = words.join(' ');
          const first = Array.from({ length: 200 }, (_, i) => spanIn(text, `m${i * 5}q`));
          let spans: readonly { start: number; end: number }[] = first;
          // which character of the first text stands where: a word may come to be of the remains of others, and is none of theirs
          let origins: readonly number[] = Array.from({ length: text.length }, (_, i) => i);
          let count = 0;
          for (const [where, removed, inserted] of stream) {
            if (++count > 1_000) break;
            const start = Math.floor(where * text.length);
            const edit = { start, end: Math.min(text.length, start + removed), inserted };
            text = applyEdit(text, edit);
            origins = [
              ...origins.slice(0, edit.start),
              ...Array.from({ length: edit.inserted.length }, () => -1),
              ...origins.slice(edit.end),
            ];
            spans = spans.map((old) => rebaseSpan(old, edit).span);
          }
          expect(spans).toHaveLength(200);
          for (const [i, { start, end }] of first.entries()) {
            const at = origins.indexOf(start);
            const whole = at >= 0 && Array.from({ length: end - start }, (_, k) => origins[at + k] === start + k).every(Boolean);
            if (whole) expect(spans[i]).toEqual({ start: at, end: at + end - start });
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  test('a copy that was inserted begins where a sentence does, not within the words that both begin with', () => {
    const text = 'Un. Le maire de Vell dort. Le maire de Brise veille.';
    const copied = text.replace('Le maire de Vell dort. ', '$&$&');
    expect(minimalEdit(text, { start: 0, end: text.length, inserted: copied })).toEqual({
      start: 27,
      end: 27,
      inserted: 'Le maire de Vell dort. ',
    });
  });
});
