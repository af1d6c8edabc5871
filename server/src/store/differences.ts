import { overlaps } from '../core/span';
import { addTo } from '../formats/collections';
import { type AnnotatedText, type Compared, comparedItems, signature } from './compared';
import { relationDifferences } from './relationDifferences';
import type { CorpusSchema } from './schema';

/**
 * In what people differ, the first of these that holds. `boundary`: words that overlap; `type`: the same words, another
 * type; `missing`: one of them has nothing there; `value`, `cue`, `speaker`, `attribute`: all is the same but for that.
 */
export type DifferenceKind = 'boundary' | 'type' | 'missing' | 'value' | 'cue' | 'speaker' | 'attribute';

/** One thing on which annotators differ. */
export interface Difference {
  readonly document: string;
  readonly layer: string;
  readonly kind: DifferenceKind;
  /** From the first word that somebody has annotated to the last, and what stands there. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What there is to choose from: what most people say first. */
  readonly variants: readonly Variant[];
  /** Who annotated the article and has nothing there, by number. */
  readonly without: readonly number[];
}

/** What some of the annotators say. */
export interface Variant {
  /** By number. */
  readonly annotators: readonly number[];
  /** As the first of them has it. */
  readonly item: Compared;
}

/** What all annotators of an article say alike, and what they differ in; both in text order. */
export interface Comparison {
  readonly agreed: readonly Compared[];
  readonly differences: readonly Difference[];
}

/** Compares what people annotated in one article. Those who have not annotated it have no say. */
export function compareText(text: AnnotatedText, schema: CorpusSchema): Comparison {
  const present = text.by.flatMap((document, i) => (document === undefined ? [] : [i]));
  const variants = text.by.flatMap((document, annotator) =>
    document === undefined ? [] : comparedItems(document, schema).map((item) => ({ annotators: [annotator], item })),
  );
  const { agreed, left } = takeAgreed(variants, present.length);
  const groups = [...new Set(left.map(({ item }) => item.layer))].flatMap((layer) =>
    grouped(left.filter(({ item }) => item.layer === layer)),
  );
  const differences = groups.map((group) => difference(text, group, present));
  differences.sort((a, b) => a.start - b.start || b.end - a.end);
  // after what they relate: it is decided on first
  return { agreed, differences: [...differences, ...relationDifferences(text)] };
}

/** What everybody says in the same way, as often as everybody says it; and the rest, people who say the same together. */
function takeAgreed(
  variants: readonly Variant[],
  present: number,
): { readonly agreed: readonly Compared[]; readonly left: readonly Variant[] } {
  const bySignature = new Map<string, Variant[]>();
  for (const variant of variants) addTo(bySignature, signature(variant.item), variant);
  const agreed: Compared[] = [];
  const left: Variant[] = [];
  for (const same of bySignature.values()) {
    for (let rest: readonly Variant[] = same; rest.length > 0; ) {
      const round = onePerAnnotator(rest);
      rest = rest.filter((variant) => !round.includes(variant));
      const { item } = round[0] as Variant;
      if (round.length === present) agreed.push(item);
      else left.push({ item, annotators: round.flatMap(({ annotators }) => annotators) });
    }
  }
  agreed.sort((a, b) => a.start - b.start || b.end - a.end);
  left.sort((a, b) => a.item.start - b.item.start || b.item.end - a.item.end);
  return { agreed, left };
}

function onePerAnnotator(variants: readonly Variant[]): readonly Variant[] {
  const seen = new Set<number>();
  return variants.filter(({ annotators: [annotator = -1] }) => !seen.has(annotator) && seen.add(annotator));
}

/**
 * Variants that stand for each other, each person's at most once: first those of the same words, then those that overlap
 * and have the same type, then those that overlap.
 */
function grouped(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const sameWords = (a: Compared, b: Compared): boolean => a.key === b.key;
  const sameType = (a: Compared, b: Compared): boolean => a.type === b.type && overlaps(a, b);
  let groups: readonly (readonly Variant[])[] = variants.map((variant) => [variant]);
  for (const test of [sameWords, sameType, overlaps]) groups = joined(groups, test);
  return groups;
}

function joined(
  groups: readonly (readonly Variant[])[],
  test: (a: Compared, b: Compared) => boolean,
): readonly (readonly Variant[])[] {
  const result: (readonly Variant[])[] = [];
  let open: { readonly at: number; readonly end: number }[] = [];
  for (const group of groups) {
    const start = Math.min(...group.map(({ item }) => item.start));
    open = open.filter(({ end }) => end > start);
    const fit = open.find(({ at }) => fits(result[at] ?? [], group, test));
    const end = Math.max(...group.map(({ item }) => item.end));
    const at = fit?.at ?? result.length;
    result[at] = [...(result[at] ?? []), ...group];
    open.push({ at, end });
  }
  return result;
}

function fits(a: readonly Variant[], b: readonly Variant[], test: (a: Compared, b: Compared) => boolean): boolean {
  const who = new Set(a.flatMap(({ annotators }) => annotators));
  return (
    !b.some(({ annotators }) => annotators.some((annotator) => who.has(annotator))) &&
    a.some(({ item }) => b.some((other) => test(item, other.item)))
  );
}

function difference(text: AnnotatedText, group: readonly Variant[], present: readonly number[]): Difference {
  const start = Math.min(...group.map(({ item }) => item.start));
  const end = Math.max(...group.map(({ item }) => item.end));
  const who = new Set(group.flatMap(({ annotators }) => annotators));
  const without = present.filter((annotator) => !who.has(annotator));
  const variants = [...group].sort(
    (a, b) => b.annotators.length - a.annotators.length || (a.annotators[0] ?? 0) - (b.annotators[0] ?? 0),
  );
  return {
    document: text.id,
    layer: (group[0] as Variant).item.layer,
    kind: kindOf(group, without),
    start,
    end,
    words: text.text.slice(start, end),
    variants,
    without,
  };
}

function kindOf(group: readonly Variant[], without: readonly number[]): DifferenceKind {
  const differ = (of: (item: Compared) => unknown): boolean =>
    new Set(group.map(({ item }) => JSON.stringify(of(item)))).size > 1;
  if (differ(({ key }) => key)) return 'boundary';
  if (differ(({ type }) => type)) return 'type';
  if (without.length > 0) return 'missing';
  if (differ(({ value }) => value)) return 'value';
  if (differ(({ cue }) => cue)) return 'cue';
  return differ(({ speaker }) => speaker) ? 'speaker' : 'attribute';
}
