import type { AnalysisParams, FlatRange, QuoteItem } from '../../../server/src/protocol';

/** What is drawn alike: the content of a kind of quotation, the words that name a speaker, the cue, dates. */
export type QuoteLayer = 'direct' | 'indirect' | 'scare' | 'title' | 'speaker' | 'cue' | 'date';

export const QUOTE_LAYERS: readonly QuoteLayer[] = ['direct', 'indirect', 'scare', 'title', 'speaker', 'cue', 'date'];

/** Which layers are wanted. */
export interface LayerChoice {
  readonly quotes: boolean;
  readonly speakers: boolean;
  readonly dates: boolean;
}

/** Sorts the quotations and dates of an analysis into what is drawn alike; every layer is there, empty where it has nothing. */
export function layersOf(
  { quotes, dates }: Pick<AnalysisParams, 'quotes' | 'dates'>,
  choice: LayerChoice,
): ReadonlyMap<QuoteLayer, readonly FlatRange[]> {
  const layers = new Map<QuoteLayer, FlatRange[]>(QUOTE_LAYERS.map((layer) => [layer, []]));
  for (const quote of quotes) {
    if (choice.quotes) layers.get(layerOf(quote))?.push(...quote.spans);
    if (!choice.speakers) continue;
    if (quote.speaker) layers.get('speaker')?.push(quote.speaker);
    if (quote.cue) layers.get('cue')?.push(quote.cue);
  }
  if (choice.dates) layers.get('date')?.push(...dates);
  // One speaker of several quotations is underlined once.
  for (const [layer, ranges] of layers) layers.set(layer, unique(ranges));
  return layers;
}

/** A mixed quotation bears marks like a direct one, and looks like it. */
function layerOf({ kind }: QuoteItem): Exclude<QuoteLayer, 'speaker' | 'cue' | 'date'> {
  return kind === 'mixed' ? 'direct' : kind;
}

function unique(ranges: readonly FlatRange[]): FlatRange[] {
  return [...new Map(ranges.map((range) => [range.join(), range])).values()];
}
