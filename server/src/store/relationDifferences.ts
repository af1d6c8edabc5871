import { bySpan, type Span } from '../core/span';
import type { Annotation, AnnotationDocument } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type AnnotatedText, type Compared, type ComparedRelation, comparedRelations, keyOf, type RelationEnd } from './compared';
import type { Difference, Variant } from './differences';

/** The layer that relations are of where they are compared and decided on. */
export const RELATION = 'relation';

/**
 * The relations and events of a document as things to decide on. What is refused of them is a rejection of this layer on the
 * words at all ends, whose type says the order of the ends: `works-for(1,2)`, `Leave(*,Who)`.
 */
export function relationItems(document: AnnotationDocument): readonly Compared[] {
  return comparedRelations(document).map((relation) => {
    const { id, start, end, ends } = relation;
    const inOrder = ends
      .map((one, i) => ({ ...one, name: one.role || (isEvent(ends) ? '*' : String(i + 1)) }))
      .sort((a, b) => firstOf(a).start - firstOf(b).start || firstOf(b).end - firstOf(a).end);
    const type = `${relation.type}(${inOrder.map(({ name }) => name).join(',')})`;
    const spans = union(inOrder.flatMap(({ annotation }) => annotation.spans));
    const annotation: Annotation = { id, layer: RELATION, type, spans, attributes: {} };
    return { layer: RELATION, type, annotation, start, end, key: keyOf(spans), attributes: '', relation };
  });
}

/** Places in text order, those that overlap as one. */
function union(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

const isEvent = (ends: readonly RelationEnd[]): boolean => ends.slice(1).some(({ role }) => role !== '');
const firstOf = ({ annotation }: RelationEnd): Span => annotation.spans[0] as Span;

/**
 * In what relations people differ who have annotated the words at all ends of them: another type or direction between the
 * same words, or none.
 */
export function relationDifferences({ id, text, by }: AnnotatedText): readonly Difference[] {
  const places = by.map((document) => document && new Set(document.annotations.map(({ spans }) => keyOf(spans))));
  const saying = by.map((document) => (document === undefined ? [] : relationItems(document)));
  const bySaying = new Map<string, Variant[]>();
  for (const [annotator, items] of saying.entries())
    for (const item of unique(items)) addTo(bySaying, sayingOf(item), { annotators: [annotator], item });
  const byEnds = new Map<string, { readonly voters: readonly number[]; readonly variants: Variant[] }>();
  for (const same of bySaying.values()) {
    const { item } = same[0] as Variant;
    const ends = endsOf(item);
    const voters = places.flatMap((own, annotator) => (own && ends.every((end) => own.has(end)) ? [annotator] : []));
    if (same.length === voters.length) continue;
    const group = byEnds.get(ends.join(';')) ?? { voters, variants: [] };
    byEnds.set(ends.join(';'), group);
    group.variants.push({ item, annotators: same.flatMap(({ annotators }) => annotators) });
  }
  return [...byEnds.values()]
    .flatMap(({ voters, variants }) => apart(variants).map((group) => difference({ id, text }, group, voters)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What a relation relates and how, whatever its id. */
const sayingOf = ({ relation, type, key }: Compared): string => `${relation?.type ?? type} ${relation?.key ?? key}`;

/** One of those that say the same. */
const unique = (items: readonly Compared[]): readonly Compared[] => [
  ...new Map(items.map((item) => [sayingOf(item), item])).values(),
];

/** The places of the ends, whichever comes first. */
const endsOf = ({ relation }: Compared): readonly string[] =>
  (relation?.ends ?? []).map(({ annotation }) => keyOf(annotation.spans)).sort();

/** What nobody says together stands for each other; who says two things of the same words says two things. */
function apart(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const groups: Variant[][] = [];
  for (const variant of variants) {
    const isFree = (group: readonly Variant[]): boolean =>
      !group.some(({ annotators }) => annotators.some((one) => variant.annotators.includes(one)));
    const fit = groups.find(isFree);
    if (fit) fit.push(variant);
    else groups.push([variant]);
  }
  return groups;
}

function difference(
  { id, text }: Pick<AnnotatedText, 'id' | 'text'>,
  group: readonly Variant[],
  voters: readonly number[],
): Difference {
  const variants = [...group].sort(
    (a, b) => b.annotators.length - a.annotators.length || (a.annotators[0] ?? 0) - (b.annotators[0] ?? 0),
  );
  const start = Math.min(...variants.map(({ item }) => item.start));
  const end = Math.max(...variants.map(({ item }) => item.end));
  const who = new Set(variants.flatMap(({ annotators }) => annotators));
  return {
    document: id,
    layer: RELATION,
    kind: variants.length > 1 ? 'type' : 'missing',
    start,
    end,
    words: text.slice(start, end),
    variants,
    without: voters.filter((annotator) => !who.has(annotator)),
  };
}

/** Which relations of a document are those of a variant. */
export function sameRelations(document: AnnotationDocument, variant: Compared): readonly ComparedRelation[] {
  return relationItems(document).flatMap((item) =>
    sayingOf(item) === sayingOf(variant) && item.relation ? [item.relation] : [],
  );
}
