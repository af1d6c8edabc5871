import { packFor } from './registry';

/** A kind of what is found in a text. */
export type Layer = 'entities' | 'dates' | 'quotes';

/**
 * What a language has words of its own for. Without them little is found: marks, digits and capitals, as in any language.
 *
 * @param language - BCP 47.
 */
export function layersOf(language: string): readonly Layer[] {
  const { entities, dates, quotes } = packFor(language);
  return [
    ...(entities.functionWords.size > 0 ? (['entities'] as const) : []),
    ...(dates.names.months.length > 0 ? (['dates'] as const) : []),
    ...(quotes.verbs.verbs.trim() !== '' ? (['quotes'] as const) : []),
  ];
}
