import { describe, expect, it } from 'vitest';
import type { Entity, EntityMention, Quotation } from '../../../server/src/core/analysis';
import { quotePack as german } from '../../../server/src/core/languages/de/quotes';
import { textRules as germanText } from '../../../server/src/core/languages/de/text';
import { quotePack as english } from '../../../server/src/core/languages/en/quotes';
import { textRules as englishText } from '../../../server/src/core/languages/en/text';
import { quotePack as french } from '../../../server/src/core/languages/fr/quotes';
import { textRules as frenchText } from '../../../server/src/core/languages/fr/text';
import { attributeQuotes, scanQuotes } from '../../../server/src/core/quotes/index';
import { findStructure } from '../../../server/src/core/structure/structure';
import { splitParagraphs } from '../../../server/src/core/text/paragraphs';
import { splitSentences } from '../../../server/src/core/text/sentences';
import { tokenize } from '../../../server/src/core/text/tokens';

const PACKS = {
  fr: { quotes: french, text: frenchText },
  en: { quotes: english, text: englishText },
  de: { quotes: german, text: germanText },
};

/** The quotations of a text: the quote layer alone, with the entities given (none where the test gives none). */
export function quotesOf(
  text: string,
  language: keyof typeof PACKS = 'fr',
  context: { mentions?: readonly EntityMention[]; entities?: readonly Entity[] } = {},
): Quotation[] {
  const pack = PACKS[language];
  const spans = splitParagraphs(text);
  const structure = findStructure(text, null, spans, pack.text);
  const paragraphs = spans.map((span, index) => {
    const words = text.slice(span.start, span.end);
    const tokens = tokenize(words, pack.text);
    const view = { text: words, tokens, sentences: splitSentences(tokens, pack.text) };
    return { ...span, index, role: structure[index]?.role ?? ('paragraph' as const), view };
  });
  const scans = paragraphs.map((paragraph) => scanQuotes(paragraph.view, pack.quotes));
  const document = { id: 'test', text, language, date: null, header: null, paragraphs, structure };
  return attributeQuotes(
    document,
    scans,
    { mentions: context.mentions ?? [], entities: context.entities ?? [], dates: [] },
    pack.quotes,
  );
}

/** A quotation in one line: `kind ⟦words⟧ <cue> speaker → name`, with what is missing left out. */
export function line(quotation: Quotation): string {
  const cue = quotation.cue === undefined ? '' : ` <${quotation.cue.text}>`;
  const speaker = quotation.speaker === undefined ? '' : ` ${quotation.speaker.text}`;
  const name = quotation.speakerName === undefined ? '' : ` → ${quotation.speakerName}`;
  return `${quotation.kind} ⟦${quotation.text}⟧${cue}${speaker}${name}`;
}

/** All quotations of a text, a line each. */
export const lines = (text: string, language: keyof typeof PACKS = 'fr'): string[] => quotesOf(text, language).map(line);

/** What a text shows, the text, and the quotations expected of it, a {@link line} each, in order. */
export type Row = readonly [phenomenon: string, text: string, ...expected: string[]];

/** A test a row: the text has these quotations and no others. */
export function table(title: string, rows: readonly Row[], language: keyof typeof PACKS = 'fr'): void {
  describe(title, () => {
    it.each(rows.map(([phenomenon, text, ...expected]) => ({ phenomenon, text, expected })))(
      '$phenomenon',
      ({ text, expected }) => {
        expect(lines(text, language)).toEqual(expected);
      },
    );
  });
}

/** A sentence and the quotations expected of it, a {@link line} each, in order. */
export type Sentence = readonly [text: string, ...expected: string[]];

/** What stands around a sentence in an article, and says nothing. */
const AROUND = {
  fr: ['Le vent est froid ce matin. La pluie tombe.\n\nLa nuit fut longue. ', ' Le vent est tombé.\n\nLa mer est calme.'],
  en: ['The wind is cold this morning. Rain falls.\n\nThe night was long. ', ' The wind has dropped.\n\nThe sea is calm.'],
} as const;

/**
 * Two tests a sentence, named after it: it has these quotations and no others, alone and in the middle of an article. What
 * begins with a dash is a turn of a dialogue at the head of its paragraph alone.
 */
export function sentences(phenomenon: string, rows: readonly Sentence[], language: 'fr' | 'en' = 'fr'): void {
  alone(phenomenon, rows, language);
  const [before, after] = AROUND[language];
  const movable = rows.filter(([text]) => !/^[-–—―]/.test(text));
  if (movable.length === 0) return;
  table(
    `${phenomenon}, in the middle of an article`,
    movable.map(
      ([text, ...expected]): Row => [text, before + (/[.!?»”"…]$/.test(text) ? text : `${text}.`) + after, ...expected],
    ),
    language,
  );
}

/** A test a sentence, which is a whole text and has these quotations and no others. */
export function alone(phenomenon: string, rows: readonly Sentence[], language: 'fr' | 'en' = 'fr'): void {
  table(
    phenomenon,
    rows.map(([text, ...expected]): Row => [text, text, ...expected]),
    language,
  );
}
