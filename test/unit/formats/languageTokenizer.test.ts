import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conllu } from '../../../server/src/formats/conll/conllu';
import { languageTokenizer } from '../../../server/src/formats/languageTokenizer';
import { at, document, texts } from './support';

describe('the tokenizer of the analysis', () => {
  it('cuts elisions and sentences as the language does', () => {
    const text = "M. Duval n'a pas vu l’été. Il part.\n\nFin.";
    const { tokens, sentences } = languageTokenizer(text, 'fr');
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toContain("n'");
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["M. Duval n'a pas vu l’été.", 'Il part.', 'Fin.']);
  });

  it('serves the formats that go by tokens', () => {
    const text = 'Il vit à L’Isle. Elle part.';
    const doc = document(text, [{ type: 'LOC', spans: [at(text, 'L’Isle')] }], { language: 'fr' });
    const [file] = conllu.write([doc], { tokenizer: languageTokenizer }).files;
    expect(file?.content.match(/^# text = .*$/gm)).toEqual(['# text = Il vit à L’Isle.', '# text = Elle part.']);
    expect(conllu.read({ name: 'x', content: file?.content ?? '' }).documents[0]?.text).toBe(text);
  });

  it('keeps what the formats ask of any tokenizer', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('fr', 'en', 'und'), (text, language) => {
        const { tokens, sentences } = languageTokenizer(text, language);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toMatch(/^\S+$/u);
          expect(sentences.some((sentence) => sentence.start <= token.start && token.end <= sentence.end)).toBe(true);
          end = token.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
