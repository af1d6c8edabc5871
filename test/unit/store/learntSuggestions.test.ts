import { describe, expect, test } from 'vitest';
import type { ArticleAnalysis, EntityType } from '../../../server/src/core/analysis';
import type { LearntChange } from '../../../server/src/core/learning/changes';
import { suggestionsOf } from '../../../server/src/store/suggestions';

const TEXT = 'La Ligue des ports de Vell a reçu Anne Corbin.';

const at = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const found = (words: string, type: EntityType, nested = false) => ({
  ...at(words),
  text: words,
  type,
  entity: words,
  confidence: 0.9,
  ...(nested && { nested: true as const }),
});
const analysis = (): ArticleAnalysis => ({
  id: 'a',
  language: 'fr',
  date: null,
  entities: [found('Ligue des ports de Vell', 'MISC'), found('Vell', 'LOC', true), found('Anne Corbin', 'PER')],
  dates: [],
  quotes: [],
  entityIndex: [],
  structure: [],
});
const learnt = (words: string, type: string, confidence = 0.7): LearntChange => ({
  ...at(words),
  type,
  confidence,
  because: { form: words, decided: [{ type, articles: 2 }] },
});

/** What is suggested, each as its layer, type and words; a star where it was learnt. */
const suggested = (...changes: readonly LearntChange[]): readonly string[] =>
  suggestionsOf(analysis(), TEXT, { foreign: [], learnt: changes, version: '1' }).map(({ layer, type, spans, because }) => {
    const [span] = spans;
    return `${layer}/${type} ${TEXT.slice(span?.start, span?.end)}${because === undefined ? '' : ' *'}`;
  });

describe('suggestions after learning', () => {
  test('are as shipped where nothing was learnt', () => {
    expect(suggested()).toEqual(['entity/MISC Ligue des ports de Vell', 'entity/LOC Vell', 'entity/PER Anne Corbin']);
  });

  test('have another type, and what stands in a name stays', () => {
    expect(suggested(learnt('Ligue des ports de Vell', 'ORG'))).toEqual([
      'entity/ORG Ligue des ports de Vell *',
      'entity/LOC Vell',
      'entity/PER Anne Corbin',
    ]);
  });

  test('are gone with what stood in them where they are no name', () => {
    expect(suggested(learnt('Ligue des ports de Vell', '', 0))).toEqual(['entity/PER Anne Corbin']);
  });

  test('cross no name that was learnt', () => {
    expect(suggested(learnt('Vell a reçu Anne', 'MISC'))).toEqual(['entity/LOC Vell', 'entity/MISC Vell a reçu Anne *']);
  });

  test('have types of the project in their own layer', () => {
    expect(suggested(learnt('Anne Corbin', 'role/mayor'))).toContain('role/mayor Anne Corbin *');
  });

  test('are not called learnt where only their confidence is another', () => {
    const [first] = suggestionsOf(analysis(), TEXT, {
      foreign: [],
      learnt: [learnt('Ligue des ports de Vell', 'MISC', 0.6)],
      version: '1',
    });
    expect(first).toMatchObject({ score: 0.6, sources: ['corpus-annotator'] });
  });
});
