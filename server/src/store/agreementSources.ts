import { CodedCounter, UNMARKED } from '../agreement/coded';
import type { Unit } from '../agreement/units';
import { lowerBound, type Span } from '../core/span';
import { compareText as byText } from '../formats/annotationDocument';
import { ofType, type RowName, type RowSource, together } from './agreementRow';
import { type AnnotatedText, type Compared, comparedItems, comparedRelations } from './compared';
import { RELATION } from './relationDifferences';
import type { CorpusSchema } from './schema';

/** What the rows of one article are worked out from, by layer and aspect. */
export interface ArticleSources {
  readonly id: string;
  /** Words and marks. */
  readonly tokens: number;
  readonly sources: readonly (readonly [name: RowName, source: RowSource])[];
  /** That of a layer of which nobody has anything here: those who have the article agree in that. */
  readonly nothing: RowSource;
}

/** What people annotated in an article, as it is counted. */
export function sourcesOf({ id, text, by }: AnnotatedText, schema: CorpusSchema): ArticleSources {
  const items = by.map((document) => document && comparedItems(document, schema));
  const tokens = tokensOf(text);
  const layers = [...new Set(items.flatMap((own) => (own ?? []).map(({ layer }) => layer)))];
  const whole = { tokens, length: text.length };
  const sources = layers.flatMap((layer): (readonly [RowName, RowSource])[] => {
    const own = items.map((list) => list?.filter((item) => item.layer === layer));
    const marks = own.map((list) => list?.map(({ type, annotation, key }) => ({ category: type, spans: annotation.spans, key })));
    return [[{ layer }, marked(whole, marks)], ...aspectsOf(layer, whole, own)];
  });
  const relations = by.map((document) => document && comparedRelations(document));
  if (relations.some((list) => list !== undefined && list.length > 0)) {
    const annotators = relations.map((list) => list?.map(({ type, start, end, key }) => ({ start, end, key, category: type })));
    sources.push([{ layer: RELATION }, { texts: [{ length: text.length, annotators }], pieces: [], coded: [] }]);
  }
  const nothing = marked(
    whole,
    by.map((document) => document && []),
  );
  return { id, tokens: tokens.length, sources, nothing };
}

/** All rows of a corpus, with what each is worked out from: layers with their types and aspects, then articles. */
export function rowsOf(articles: readonly ArticleSources[]): readonly (readonly [RowName, RowSource])[] {
  const names = new Map<string, RowName>();
  for (const { sources } of articles) for (const [name] of sources) names.set(nameKey(name), name);
  const sorted = [...names].sort(([a], [b]) => byText(a, b));
  const corpus = sorted.flatMap(([key, name]): (readonly [RowName, RowSource])[] => {
    const source = together(articles.map((article) => sourceIn(article, key)));
    const types = name.aspect === undefined ? typesOf(source) : [];
    const rows = types.map((type): readonly [RowName, RowSource] => [{ ...name, type }, ofType(source, type)]);
    return [[name, source], ...rows];
  });
  const single = articles.flatMap((article) =>
    sorted
      .filter(([, { aspect }]) => aspect === undefined)
      .map(([key, name]): readonly [RowName, RowSource] => [{ ...name, document: article.id }, sourceIn(article, key)]),
  );
  return [...corpus, ...single];
}

const nameKey = ({ layer, aspect }: RowName): string => `${layer}\n${aspect ?? ''}`;

/** What an article has of a layer; where it has nothing of it, that its annotators agree in that. */
function sourceIn(article: ArticleSources, key: string): RowSource {
  const known = article.sources.find(([name]) => nameKey(name) === key);
  if (known) return known[1];
  const isCoded = !key.startsWith(`${RELATION}\n`) && !key.endsWith('\nvalue');
  return isCoded ? article.nothing : { texts: article.nothing.texts, pieces: [], coded: [] };
}

function typesOf({ texts }: RowSource): readonly string[] {
  const types = new Set<string>();
  for (const { annotators } of texts) for (const units of annotators) for (const { category } of units ?? []) types.add(category);
  return [...types].sort(byText);
}

interface Mark {
  readonly category: string;
  readonly spans: readonly Span[];
  readonly key: string;
}

interface Whole {
  readonly tokens: readonly Span[];
  readonly length: number;
}

/** Marks of a text as units, pieces, and labels of its words. */
function marked({ tokens, length }: Whole, marks: readonly (readonly Mark[] | undefined)[]): RowSource {
  const units = marks.map((own) => own?.map(({ category, spans, key }) => ({ category, key, ...hullOf(spans) })));
  const pieces = marks.map((own) => own?.flatMap(({ category, spans }) => spans.map((span): Unit => ({ category, ...span }))));
  const labels = marks.map((own) => own && labelsOf(tokens, own));
  const counter = new CodedCounter();
  for (const [i] of tokens.entries()) counter.add(labels.map((own) => own && (own[i] ?? UNMARKED)));
  return {
    texts: [{ length, annotators: units }],
    pieces: [{ length, annotators: pieces.map((own) => own?.sort((a, b) => a.start - b.start)) }],
    coded: counter.coded,
  };
}

const hullOf = (spans: readonly Span[]): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 });

/** Each word's label: the outermost mark's, the first of equal ones. */
function labelsOf(tokens: readonly Span[], marks: readonly Mark[]): readonly (string | undefined)[] {
  const labels: (string | undefined)[] = tokens.map(() => undefined);
  for (const { category, spans } of marks) {
    for (const { start, end } of spans) {
      const first = lowerBound(tokens, start);
      const before = first > 0 && (tokens[first - 1] as Span).end > start ? first - 1 : first;
      for (let i = before; i < tokens.length && (tokens[i] as Span).start < end; i++) labels[i] ??= category;
    }
  }
  return labels;
}

function aspectsOf(
  layer: string,
  whole: Whole,
  items: readonly (readonly Compared[] | undefined)[],
): readonly (readonly [RowName, RowSource])[] {
  if (layer === 'date') return [[{ layer, aspect: 'value' }, valuesOf(whole.length, items)]];
  if (layer !== 'quote') return [];
  return (['cue', 'speaker'] as const).map((aspect): readonly [RowName, RowSource] => {
    const marks = items.map((own) => {
      const places = new Map<string, Mark>();
      for (const item of own ?? []) {
        const span = item[aspect];
        if (span) places.set(`${span.start}-${span.end}`, { category: aspect, spans: [span], key: `${span.start}-${span.end}` });
      }
      return own && [...places.values()].sort((a, b) => hullOf(a.spans).start - hullOf(b.spans).start);
    });
    return [{ layer, aspect }, marked(whole, marks)];
  });
}

/** Dates with their values; the cases are the dates that somebody marked, judged by those who marked the same words. */
function valuesOf(length: number, items: readonly (readonly Compared[] | undefined)[]): RowSource {
  const annotators = items.map((own) =>
    own?.map(({ start, end, key, value }) => ({ start, end, key, category: value ?? NO_VALUE })),
  );
  const counter = new CodedCounter();
  for (const key of new Set(annotators.flatMap((own) => (own ?? []).map((unit) => unit.key))))
    counter.add(annotators.map((own) => own?.find((unit) => unit.key === key)?.category));
  return { texts: [{ length, annotators }], pieces: [], coded: counter.coded };
}

/** The label of a date without a value. */
const NO_VALUE = '–';

function tokensOf(text: string): readonly Span[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
