import type { ArticleAnalysis, Entity, EntityType, Quotation } from '../../../server/src/core/analysis';
import type { Span } from '../../../server/src/core/span';
import { type SearchDocument, searchDocument } from '../../../server/src/corpus/searchDocument';
import type { ReviewItem } from '../../../server/src/store/reviewItem';

interface Annotated {
  readonly language?: string;
  readonly date?: string;
  readonly names?: Readonly<Record<string, EntityType>>;
  /** Content of quotations to their speakers. */
  readonly quotes?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Names to what the project says of them. */
  readonly properties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words to what a person has decided on them: `theme/energy`, `!entity/PER` for a rejection, and attributes. */
  readonly decided?: Readonly<Record<string, readonly [type: string, attributes?: Readonly<Record<string, string>>]>>;
}

export function itemOf(
  id: string,
  span: Span,
  [written, attributes = {}]: readonly [string, Readonly<Record<string, string>>?],
): ReviewItem {
  const [layer = '', type = ''] = written.replace('!', '').split('/');
  const annotation = { id, layer, type, spans: [span], text: '', attributes };
  const status = written.startsWith('!') ? 'rejected' : 'confirmed';
  return { id, layer, type, label: type, spans: [span], status, annotation, sources: [], attributes, replaces: [] };
}

/** A document whose names and quotations are found by their words. */
export function document(
  text: string,
  { language = 'fr', date, names = {}, quotes = {}, metadata = {}, properties = {}, decided = {} }: Annotated = {},
): SearchDocument {
  const index: Entity[] = Object.entries(names).map(([name, type]) => ({
    id: name,
    type,
    name,
    aliases: [],
    mentions: 1,
    ...(properties[name] && { properties: properties[name] }),
  }));
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  const analysis: ArticleAnalysis = {
    id: 'corpus/a.txt',
    language,
    date: date ?? null,
    entities: index.map(({ id, type }) => ({ ...at(id), type, entity: id, confidence: 1 })),
    dates: [],
    quotes: Object.entries(quotes).map(([words, speakerName]): Quotation => {
      const { start, end } = at(words);
      return { spans: [[start, end]], text: words, kind: 'direct', speakerName, confidence: 1 };
    }),
    entityIndex: index,
    structure: [],
  };
  const items = Object.entries(decided).map(([words, what], i) => itemOf(`T${i}`, at(words), what));
  return searchDocument(text, analysis, new Map(Object.entries(metadata)), items);
}
