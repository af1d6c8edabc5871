import type { AnalysisParams, FlatRange, QuoteItem } from '../../../server/src/protocol';

/** What is drawn alike: the content of a kind of quotation, the words that name a speaker, the cue. */
export type QuoteLayer = 'direct' | 'indirect' | 'scare' | 'title' | 'speaker' | 'cue';

export const QUOTE_LAYERS: readonly QuoteLayer[] = ['direct', 'indirect', 'scare', 'title', 'speaker', 'cue'];

/** Which layers are wanted. */
export interface LayerChoice {
  readonly quotes: boolean;
  readonly speakers: boolean;
}

/** Sorts the quotations of an analysis into what is drawn alike; every layer is there, empty where it has nothing. */
export function layersOf(quotes: AnalysisParams['quotes'], choice: LayerChoice): ReadonlyMap<QuoteLayer, readonly FlatRange[]> {
  const layers = new Map<QuoteLayer, FlatRange[]>(QUOTE_LAYERS.map((layer) => [layer, []]));
  for (const quote of quotes) {
    if (choice.quotes) layers.get(layerOf(quote))?.push(...quote.spans);
    if (!choice.speakers) continue;
    if (quote.speaker) layers.get('speaker')?.push(quote.speaker);
    if (quote.cue) layers.get('cue')?.push(quote.cue);
  }
  // One speaker of several quotations is underlined once.
  for (const [layer, ranges] of layers) layers.set(layer, unique(ranges));
  return layers;
}

/** A mixed quotation bears marks like a direct one, and looks like it. */
function layerOf({ kind }: QuoteItem): QuoteLayer {
  return kind === 'mixed' ? 'direct' : kind;
}

function unique(ranges: readonly FlatRange[]): FlatRange[] {
  return [...new Map(ranges.map((range) => [range.join(), range])).values()];
}
