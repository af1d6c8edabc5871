import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';

const PARAGRAPHS = [
  ' date 2017-01 La région de Morvane a rouvert son port mardi, a déclaré le maire, Paul Verdier.',
  '« Nous avons tenu parole », a indiqué Paul Verdier, qui se rendra à Lyon le 3 mars 2017.',
  'Selon lui, « le chantier est clos depuis hier ».',
  '« Une phrase qui ne finit pas',
  '© AgenceVox/ Anne Morel Le maire inaugure le quai',
  'The harbour reopened on Tuesday.',
  '',
  'L’Union des marins (UDM) proteste. L’UDM veut être reçue demain, dit-elle.',
];

describe('the analysis', () => {
  const sound = (text: string, analyser = createAnalyser()): void => {
    const found = analyser.analyse({ id: 'x', text });
    for (const item of [...found.entities, ...found.dates]) expect(text.slice(item.start, item.end)).toBe(item.text);
    for (const quote of found.quotes) {
      expect(quote.text).toBe(quote.spans.map(([start, end]) => text.slice(start, end)).join(' … '));
      for (const part of [quote.cue, quote.speaker]) if (part) expect(text.slice(part.start, part.end)).toBe(part.text);
    }
    const ids = new Set(found.entityIndex.map((entity) => entity.id));
    for (const mention of found.entities) expect(ids).toContain(mention.entity);
    for (let i = 1; i < found.dates.length; i++) expect(found.dates[i]!.start).toBeGreaterThanOrEqual(found.dates[i - 1]!.end);
    for (let i = 1; i < found.entities.length; i++)
      expect(found.entities[i]!.start).toBeGreaterThanOrEqual(found.entities[i - 1]!.start);
  };

  test('holds to its contract on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PARAGRAPHS), fc.string({ unit: 'binary' }))), (parts) =>
        sound(parts.join('\n\n')),
      ),
      { numRuns: 60 },
    );
  });

  test('a warm analysis is the cold one, whatever was edited before', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(PARAGRAPHS),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.nat(20),
            fc.constantFrom('', '« ', ' »', '\n\n', 'hier', 'x', ' Paul Verdier ', '😀'),
          ),
          { maxLength: 6 },
        ),
        (parts, edits) => {
          const warm = createAnalyser();
          let text = parts.join('\n\n');
          warm.analyse({ id: 'x', text });
          for (const [where, removed, added] of edits) {
            const at = Math.floor(where * text.length);
            text = text.slice(0, at) + added + text.slice(at + removed);
            expect(warm.analyse({ id: 'x', text })).toEqual(createAnalyser().analyse({ id: 'x', text }));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('steps give the same as one go and can be left at any of them', () => {
    const text = PARAGRAPHS.join('\n\n');
    const steps = createAnalyser().analyseStepwise({ id: 'x', text });
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    expect(count).toBeGreaterThanOrEqual(PARAGRAPHS.length - 1);
    expect(step.value).toEqual(createAnalyser().analyse({ id: 'x', text }));
  });

  test.each([
    ['fr', 'Le ministre a annoncé que la route serait rouverte avant la fin du mois de mars.'],
    ['en', 'The minister said that the road would be open again before the end of the month.'],
    ['de', 'Der Minister sagte, dass die Straße noch vor dem Ende des Monats wieder geöffnet werde.'],
  ])('tells that a text is %s', (language, text) => {
    expect(createAnalyser().analyse({ id: 'x', text }).language).toBe(language);
  });

  test('decomposed accents: the same is found, at its own place', () => {
    const text = PARAGRAPHS.join('\n\n');
    const decomposed = text.normalize('NFD');
    expect(decomposed).not.toBe(text);
    sound(decomposed);
    const [plain, apart] = [text, decomposed].map((input) => createAnalyser().analyse({ id: 'x', text: input }));
    const shown = (found: typeof plain): unknown => [
      found?.entities.map((mention) => [mention.type, mention.text.normalize('NFC')]),
      found?.dates.map((date) => [date.value, date.text.normalize('NFC')]),
      found?.quotes.map((quote) => [quote.kind, quote.speakerName, quote.text.normalize('NFC')]),
      found?.structure.map((block) => block.role),
    ];
    expect(shown(apart)).toEqual(shown(plain));
    expect(apart?.quotes.length).toBeGreaterThan(0);
  });

  test('any letters with any marks: offsets stay true', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('e', 'é', 'e\u0301', '\u0301', 'ệ', 'x\u0323\u0302', ' ', '«', '😀', '3', '\n') }),
        (text) => sound(text),
      ),
    );
  });

  test('the date: given, else the header’s, else the file’s name’s, else none', () => {
    const analyser = createAnalyser();
    const date = (input: object): string | null => analyser.analyse({ id: 'x', text: ' date 2017-01 Rien.', ...input }).date;
    expect(date({ date: '2018' })).toBe('2018');
    expect(date({ file: '2019-05.txt' })).toBe('2017-01');
    expect(date({ text: 'Rien.', file: '2019-05.txt' })).toBe('2019-05');
    expect(date({ text: 'Rien.' })).toBeNull();
  });
});
