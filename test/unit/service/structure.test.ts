import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folding } from '../../../server/src/service/folding';
import { type OutlineItem, outline } from '../../../server/src/service/outline';
import { selectionRanges } from '../../../server/src/service/selection';
import { article, at, en, fr, valdorie, words } from './support';

const tree = (items: readonly OutlineItem[]): unknown[] =>
  items.map((item) => [item.kind, item.name, item.detail, ...(item.children.length > 0 ? [tree(item.children)] : [])]);

describe('outline', () => {
  it('shows the blocks, quotations with their speaker and dates with what they mean, one inside the other', () => {
    expect(tree(outline(valdorie(), en))).toEqual([
      ['header', 'date 2017-01', 'Header'],
      ['title', 'La Valdorie veut un accord', 'Title'],
      [
        'lead',
        '« Il faut signer avant mars », a déclaré la ministre de la Pêche…',
        'Lead · 1 quote',
        [
          [
            'speaker',
            'Jeanne Morvan',
            'ministre de la Pêche',
            [['quote', 'Il faut signer avant mars', 'direct speech', [['date', 'mars', 'March 2017']]]],
          ],
          ['date', 'le 3 janvier 2017', 'Tuesday, January 3, 2017'],
        ],
      ],
      [
        'paragraph',
        '« Nous sommes prêts », a-t-elle ajouté mardi. Morvan a quitté…',
        'Paragraph · 1 quote',
        [
          ['speaker', 'Jeanne Morvan', 'ministre de la Pêche', [['quote', 'Nous sommes prêts', 'direct speech']]],
          ['date', 'mardi', 'Tuesday, January 3, 2017'],
        ],
      ],
    ]);
  });

  it('puts what one speaker says in a row under the speaker, and the speaker again after somebody else', () => {
    const text = 'Titre\n\n« Un », dit Nil. « Deux », ajoute-t-il lundi. « Trois », dit Ava. « Quatre », répond Nil.\n';
    const said = (words: string, name: string) => ({ spans: [words], speakerName: name });
    const made = article(text, {
      quotes: [said('Un', 'Nil'), said('Deux', 'Nil'), said('Trois', 'Ava'), said('Quatre', 'Nil')],
    });
    const [, lead] = outline(made, en);
    expect(tree(lead?.children ?? [])).toEqual([
      [
        'speaker',
        'Nil',
        '2 quotes',
        [
          ['quote', 'Un', 'direct speech'],
          ['quote', 'Deux', 'direct speech'],
        ],
      ],
      ['speaker', 'Ava', '', [['quote', 'Trois', 'direct speech']]],
      ['speaker', 'Nil', '', [['quote', 'Quatre', 'direct speech']]],
    ]);
  });

  it('has a speaker reach to the words that name the speaker', () => {
    const made = valdorie();
    const speaker = outline(made, en)
      .flatMap((item) => item.children)
      .find((item) => item.kind === 'speaker');
    expect(speaker && words(made, [speaker.span, speaker.selection])).toEqual([
      'Il faut signer avant mars », a déclaré la ministre de la Pêche, Jeanne Morvan',
      'la ministre de la Pêche, Jeanne Morvan',
    ]);
  });

  it('says so where nobody was found to speak', () => {
    const made = article('« Partez ! »', { quotes: [{ spans: ['Partez !'] }] });
    const quotes = outline(made, fr).flatMap((item) => item.children);
    expect(quotes.map((quote) => [quote.name, quote.detail])).toEqual([['Partez !', 'Locuteur non trouvé']]);
  });

  it('puts what follows a section heading below it', () => {
    const made = article('Un titre\n\nUne phrase entière.\n\nUn intertitre\n\nLe premier point.\n\nLe second point.\n');
    const items = outline(made, fr);
    expect(items.map((item) => [item.kind, item.children.length])).toEqual([
      ['title', 0],
      ['lead', 0],
      ['heading', 2],
    ]);
    expect(words(made, [items[2]?.span ?? { start: 0, end: 0 }])[0]).toMatch(/^Un intertitre[\s\S]*Le second point\.$/);
  });

  it('cuts a quotation over several paragraphs at the end of its first', () => {
    const text = 'Titre\n\n« Un début\n\n« et une fin », dit-il.\n';
    const made = article(text, { quotes: [{ spans: ['Un début', 'et une fin'] }] });
    const quotes = outline(made, en).flatMap((item) => item.children);
    expect(
      words(
        made,
        quotes.map((item) => item.span),
      ),
    ).toEqual(['Un début']);
  });

  it('has a name for everything, keeps selections in their spans and children in their parents', () => {
    const check = (items: readonly OutlineItem[], low: number, high: number): void => {
      for (const item of items) {
        expect(item.name).not.toBe('');
        expect(item.span.start).toBeGreaterThanOrEqual(low);
        expect(item.span.end).toBeLessThanOrEqual(high);
        expect(item.selection.start >= item.span.start && item.selection.end <= item.span.end).toBe(true);
        check(item.children, item.span.start, item.span.end);
      }
    };
    const quotes = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 6 });
    fc.assert(
      fc.property(quotes, quotes, (spans, places) => {
        const base = valdorie();
        const sort = (pair: readonly [number, number]): [number, number] => [Math.min(...pair), Math.max(...pair)];
        const analysis = {
          ...base.analysis,
          quotes: spans
            .map(sort)
            .sort((a, b) => a[0] - b[0])
            .map((span) => ({ spans: [span], text: '', kind: 'direct' as const, confidence: 1 })),
          dates: places
            .map(sort)
            .sort((a, b) => a[0] - b[0])
            .map(([start, end]) => ({ start, end, text: '', type: 'DATE' as const, value: '' })),
        };
        const items = outline({ ...base, analysis }, en);
        check(
          items.filter((item) => item.kind !== 'date'),
          0,
          base.text.length,
        );
      }),
    );
  });
});

describe('folding', () => {
  it('folds header with title, sections, and quotations over several lines', () => {
    const text =
      'date 2017-01\nUn titre\n\n« Une phrase.\n\n« Une autre », dit-il.\n\nUn intertitre\n\nLa fin vient.\n\nEncore.\n';
    const made = article(text, { quotes: [{ spans: ['Une phrase.', 'Une autre'] }] });
    expect(folding(made)).toEqual([
      { start: 0, end: 1, kind: 'header' },
      { start: 3, end: 5, kind: 'quotation' },
      { start: 7, end: 11, kind: 'section' },
    ]);
  });

  it('folds nothing on one line', () => {
    expect(folding(article('Une seule ligne, « courte ».'))).toEqual([]);
  });
});

describe('expanding the selection', () => {
  it('goes from the word over name, clause, quotation and marks to the document', () => {
    const made = valdorie();
    const steps = words(made, selectionRanges(made, at(made.text, 'signer').start + 2));
    expect(steps.slice(0, 4)).toEqual([
      'signer',
      'Il faut signer avant mars',
      '« Il faut signer avant mars »',
      '« Il faut signer avant mars », a déclaré la ministre de la Pêche, Jeanne Morvan.',
    ]);
    expect(steps.at(-1)).toBe(made.text);
  });

  it('takes a name as a whole before the sentence', () => {
    const made = valdorie();
    const steps = words(made, selectionRanges(made, at(made.text, 'Jeanne').start));
    expect(steps.slice(0, 3)).toEqual(['Jeanne', 'Jeanne Morvan', 'la ministre de la Pêche, Jeanne Morvan']);
  });

  it('takes the word before a caret behind its last letter', () => {
    const made = article('Ils partent, puis reviennent.');
    expect(words(made, selectionRanges(made, 'Ils partent'.length))[0]).toBe('partent');
  });

  it('always grows, and each step holds the caret', () => {
    const made = valdorie();
    fc.assert(
      fc.property(fc.nat(made.text.length), (offset) => {
        const steps = selectionRanges(made, offset);
        expect(steps.length).toBeGreaterThan(0);
        for (const [i, step] of steps.entries()) {
          expect(step.start <= offset && offset <= step.end).toBe(true);
          const inner = steps[i - 1];
          if (inner)
            expect(step.start <= inner.start && inner.end <= step.end && step.end - step.start > inner.end - inner.start).toBe(
              true,
            );
        }
      }),
    );
  });
});
