import { type Annotation, type AnnotationDocument, compareText, hull } from '../formats/annotationDocument';
import { addAll } from '../formats/collections';
import { type CorpusSchema, DEFAULT_SCHEMA, typeNames } from './schema';

/** How far two annotators agree. */
export interface Agreement {
  readonly documents: number;
  /** Words and marks that were compared. */
  readonly tokens: number;
  readonly layers: readonly LayerAgreement[];
  readonly differences: readonly Difference[];
}

/** Agreement on one layer. */
export interface LayerAgreement {
  readonly layer: string;
  /** Cohen's kappa of the tokens' types, "none" among them; null where chance alone would agree everywhere. */
  readonly kappa: number | null;
  /** Share of tokens with the same type. */
  readonly observed: number;
  /** Spans that are the same to the character and in their type. */
  readonly exact: Score;
  readonly types: readonly (Score & { readonly type: string; readonly kappa: number | null })[];
}

/** Spans of the first and of the second annotator, and those that both have: F1 is symmetric. */
export interface Score {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly f1: number;
}

/** One thing on which two annotators differ. */
export interface Difference {
  readonly document: string;
  readonly layer: string;
  /** `type`: the same words, another type. `boundary`: words that overlap. `missing`: one of the two has nothing there. */
  readonly kind: 'type' | 'boundary' | 'missing';
  readonly first?: Annotation;
  readonly second?: Annotation;
  readonly words: string;
}

/** One document as both annotated it. The texts must be the same. */
export interface AnnotatedPair {
  readonly id: string;
  readonly first: AnnotationDocument;
  readonly second: AnnotationDocument;
}

/** Compares two annotators' documents. Rejections and suggestions count as nothing. Types go by the schema's names. */
export function agreement(pairs: readonly AnnotatedPair[], schema: CorpusSchema = DEFAULT_SCHEMA): Agreement {
  const names = typeNames(schema);
  const layers = new Map<string, LayerCount>();
  const layerOf = (name: string): LayerCount => {
    const known = layers.get(name) ?? new LayerCount();
    layers.set(name, known);
    return known;
  };
  const differences: Difference[] = [];
  let tokens = 0;
  const prepared = pairs.map((pair) => ({ pair, sides: [sided(pair.first, names), sided(pair.second, names)] as const }));
  for (const { sides } of prepared) for (const side of sides) for (const { layer } of side) layerOf(layer);
  for (const { pair, sides } of prepared) {
    const units = tokenStarts(pair.first.text);
    tokens += units.length;
    for (const [layer, count] of layers) {
      const [first, second] = sides.map((side) => side.filter((item) => item.layer === layer)) as [Sided[], Sided[]];
      count.spans(first, second);
      count.tokens(units, first, second);
      addAll(differences, compare(pair, layer, first, second));
    }
  }
  const result = [...layers].sort(([a], [b]) => compareText(a, b)).map(([layer, count]) => ({ layer, ...count.result() }));
  return { documents: pairs.length, tokens, layers: result, differences };
}

interface Sided {
  readonly layer: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly annotation: Annotation;
}

function sided(document: AnnotationDocument, names: ReturnType<typeof typeNames>): readonly Sided[] {
  return document.annotations
    .filter((annotation) => (annotation.status ?? 'confirmed') === 'confirmed' && annotation.spans.length > 0)
    .map((annotation) => {
      const { layer, type } = names.of(annotation);
      const key = annotation.spans.map((span) => `${span.start}-${span.end}`).join(',');
      return { layer, type, ...hull(annotation), key, annotation };
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function tokenStarts(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const NONE = '';

class LayerCount {
  /** How many tokens the first gave a type and the second another (or the same). */
  readonly #table = new Map<string, Map<string, number>>();
  readonly #scores = new Map<string, { first: number; second: number; both: number }>();

  spans(first: readonly Sided[], second: readonly Sided[]): void {
    const left = new Map<string, number>();
    const identity = (item: Sided): string => `${item.type} ${item.key}`;
    for (const item of first) {
      this.#score(item.type).first++;
      left.set(identity(item), (left.get(identity(item)) ?? 0) + 1);
    }
    for (const item of second) {
      this.#score(item.type).second++;
      const open = left.get(identity(item)) ?? 0;
      if (open === 0) continue;
      left.set(identity(item), open - 1);
      this.#score(item.type).both++;
    }
  }

  #score(type: string): { first: number; second: number; both: number } {
    const known = this.#scores.get(type) ?? { first: 0, second: 0, both: 0 };
    this.#scores.set(type, known);
    return known;
  }

  tokens(units: readonly { start: number; end: number }[], first: readonly Sided[], second: readonly Sided[]): void {
    const [left, right] = [typesOf(units, first), typesOf(units, second)];
    units.forEach((_, i) => {
      this.count(left[i] ?? NONE, right[i] ?? NONE);
    });
  }

  count(first: string, second: string, times = 1): void {
    const row = this.#table.get(first) ?? new Map<string, number>();
    row.set(second, (row.get(second) ?? 0) + times);
    this.#table.set(first, row);
  }

  result(): Omit<LayerAgreement, 'layer'> {
    const sum = { first: 0, second: 0, both: 0 };
    for (const score of this.#scores.values()) for (const side of ['first', 'second', 'both'] as const) sum[side] += score[side];
    const types = [...this.#scores].sort(([a], [b]) => compareText(a, b));
    return {
      ...kappaOf(this.#table),
      exact: withF1(sum),
      types: types.map(([type, score]) => ({ type, ...withF1(score), kappa: kappaOf(against(this.#table, type)).kappa })),
    };
  }
}

/** Each token's type; the outermost annotation's, the first of equal ones. */
function typesOf(units: readonly { start: number; end: number }[], items: readonly Sided[]): readonly (string | undefined)[] {
  const types: (string | undefined)[] = units.map(() => undefined);
  for (const item of items) {
    for (const span of item.annotation.spans) {
      let low = 0;
      let high = units.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((units[middle] as { end: number }).end <= span.start) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < units.length && (units[i] as { start: number }).start < span.end; i++) types[i] ??= item.type;
    }
  }
  return types;
}

type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The table of one type against all others. */
function against(table: Table, type: string): Table {
  const result = new Map<string, Map<string, number>>();
  for (const [row, columns] of table) {
    for (const [column, count] of columns) {
      const [a, b] = [row === type ? type : NONE, column === type ? type : NONE];
      const line = result.get(a) ?? new Map<string, number>();
      line.set(b, (line.get(b) ?? 0) + count);
      result.set(a, line);
    }
  }
  return result;
}

/**
 * Cohen's kappa of a table of counts (Cohen, A coefficient of agreement for nominal scales, 1960): observed agreement
 * corrected by that which the two annotators' own frequencies would give by chance. Null where chance agrees everywhere.
 */
export function kappaOf(table: Table): { readonly kappa: number | null; readonly observed: number } {
  let total = 0;
  let agreed = 0;
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [row, line] of table) {
    for (const [column, count] of line) {
      total += count;
      if (row === column) agreed += count;
      rows.set(row, (rows.get(row) ?? 0) + count);
      columns.set(column, (columns.get(column) ?? 0) + count);
    }
  }
  if (total === 0) return { kappa: null, observed: 1 };
  const observed = agreed / total;
  let chance = 0;
  for (const [type, count] of rows) chance += (count / total) * ((columns.get(type) ?? 0) / total);
  return { kappa: chance >= 1 - 1e-12 ? null : (observed - chance) / (1 - chance), observed };
}

function withF1(score: { first: number; second: number; both: number }): Score {
  const all = score.first + score.second;
  return { ...score, f1: all === 0 ? 1 : (2 * score.both) / all };
}

/** What differs, in text order: same words with other types, then words that overlap, then what only one has. */
function compare(pair: AnnotatedPair, layer: string, first: readonly Sided[], second: readonly Sided[]): readonly Difference[] {
  const left = new Set(first);
  const right = new Set(second);
  const found: (Difference & { at: number })[] = [];
  const match = (test: (a: Sided, b: Sided) => boolean, kind: Difference['kind'] | undefined): void => {
    for (const a of left) {
      for (const b of right) {
        if (!test(a, b)) continue;
        left.delete(a);
        right.delete(b);
        if (kind) found.push(difference(pair, layer, kind, a, b));
        break;
      }
    }
  };
  match((a, b) => a.key === b.key && a.type === b.type, undefined);
  match((a, b) => a.key === b.key, 'type');
  match((a, b) => a.start < b.end && b.start < a.end && a.type === b.type, 'boundary');
  match((a, b) => a.start < b.end && b.start < a.end, 'boundary');
  for (const a of left) found.push(difference(pair, layer, 'missing', a, undefined));
  for (const b of right) found.push(difference(pair, layer, 'missing', undefined, b));
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...rest }) => rest);
}

function difference(
  pair: AnnotatedPair,
  layer: string,
  kind: Difference['kind'],
  a: Sided | undefined,
  b: Sided | undefined,
): Difference & { at: number } {
  const start = Math.min(a?.start ?? Number.POSITIVE_INFINITY, b?.start ?? Number.POSITIVE_INFINITY);
  const end = Math.max(a?.end ?? 0, b?.end ?? 0);
  return {
    at: start,
    document: pair.id,
    layer,
    kind,
    ...(a && { first: a.annotation }),
    ...(b && { second: b.annotation }),
    words: pair.first.text.slice(start, end),
  };
}
