import { type Annotation, type AnnotationDocument, groupByMember } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type Compared, keyOf, type RelationEnd, signature } from './compared';
import { type Decisions, isRejection, standing, textHash, withDocument } from './decisions';
import type { Difference, Variant } from './differences';
import { Draft } from './draft';
import { withRelation, withRelationsOf } from './goldRelations';
import { RELATION, relationItems } from './relationDifferences';
import { type CorpusSchema, type TypeNames, typeNames } from './schema';

/** What a person decides about a difference: one of its variants by number, none of them, or what the gold text has instead. */
export type GoldChoice = { readonly take: number } | 'reject' | 'own';

/** What annotators said: their documents by number, which is where an item's entity is known. */
export type Sources = readonly (AnnotationDocument | undefined)[];

/** Takes over what all agree on, but what the gold has already or has refused. Gives the decisions and how many are new. */
export function withAgreed(
  gold: Decisions,
  agreed: readonly Compared[],
  sources: Sources,
  schema: CorpusSchema,
): { readonly decisions: Decisions; readonly taken: number } {
  const known = knownIn(gold, typeNames(schema));
  const fresh = agreed.filter((item) => !known.has(identity(item)));
  const decisions = withRelationsOf(gold, adopt(gold, fresh, sources, schema), sources, schema);
  return { decisions, taken: fresh.length };
}

/** Whether a person has still to decide on a difference: on one of its variants at least, the gold says neither yes nor no. */
export function isOpen(difference: Difference, gold: Decisions, schema: CorpusSchema): boolean {
  const known = knownIn(gold, typeNames(schema));
  return !isPointless(difference, gold) && difference.variants.some(({ item }) => !known.has(identity(item)));
}

/** Whether a difference is between relations of which the gold has refused an end. */
function isPointless({ layer, variants }: Difference, { document }: Decisions): boolean {
  if (layer !== RELATION) return false;
  const standings = new Map<string, Set<string>>();
  for (const annotation of document.annotations) {
    const key = keyOf(annotation.spans);
    const known = standings.get(key) ?? new Set();
    standings.set(key, known.add(standing(annotation)));
  }
  const isRefused = ({ annotation }: RelationEnd): boolean => {
    const said = standings.get(keyOf(annotation.spans));
    return said?.has('rejected') === true && !said.has('confirmed');
  };
  return variants.some(({ item }) => item.relation?.ends.some(isRefused) === true);
}

/** Whether a choice on a difference between relations can be made: what it relates is in the gold. */
export function canDecide(
  gold: Decisions,
  difference: Difference,
  choice: GoldChoice,
  { sources, schema }: { readonly sources: Sources; readonly schema: CorpusSchema },
): boolean {
  if (difference.layer !== RELATION || typeof choice !== 'object') return true;
  const taken = difference.variants[choice.take];
  const source = sources[taken?.annotators[0] ?? -1];
  return withRelation(gold, difference.variants, taken, { source, schema }) !== undefined;
}

/**
 * Decides on a difference. What is taken is confirmed in the gold, and the other variants are refused there, so that it
 * says of each of them what became of it; `own` refuses those alone that the gold does not have.
 */
export function decide(
  gold: Decisions,
  difference: Difference,
  choice: GoldChoice,
  context: { readonly sources: Sources; readonly schema: CorpusSchema },
): Decisions {
  const { sources, schema } = context;
  const names = typeNames(schema);
  const taken = typeof choice === 'object' ? difference.variants[choice.take] : undefined;
  const kept = (annotation: Annotation): boolean => choice === 'own' && !isRejection(annotation);
  const concerned = new Set(difference.variants.map(({ item }) => identity(item)));
  const isRelation = difference.layer === RELATION;
  const source = sources[taken?.annotators[0] ?? -1];
  const related = isRelation && choice !== 'own' ? withRelation(gold, difference.variants, taken, { source, schema }) : gold;
  const draft = new Draft(related ?? gold, schema);
  for (const annotation of gold.document.annotations)
    if (concerned.has(identityOf(annotation, names)) && !kept(annotation)) draft.remove(annotation.id);
  const left = knownIn(draft.finish(), names);
  for (const [key, { item }] of others(difference.variants, taken))
    if (!left.has(key))
      draft.add({ layer: item.layer, type: item.type, spans: item.annotation.spans, attributes: {}, status: 'rejected' });
  const after = draft.finish();
  if (taken === undefined || isRelation) return after;
  const adopted = adopt(after, [taken.item], [source], schema);
  return withRelationsOf(after, adopted, sources, schema);
}

/** The variants beside the one that is taken; those with its words and type differ from it in what it says besides. */
function others(variants: readonly Variant[], taken: Variant | undefined): ReadonlyMap<string, Variant> {
  const result = new Map(variants.map((variant) => [identity(variant.item), variant]));
  if (taken) result.delete(identity(taken.item));
  return result;
}

const identity = ({ layer, type, key }: Pick<Compared, 'layer' | 'type' | 'key'>): string => `${layer}/${type}@${key}`;

function identityOf(annotation: Annotation, names: TypeNames): string {
  return identity({ ...names.of(annotation), key: keyOf(annotation.spans) });
}

/** What decisions say yes or no to. */
function knownIn({ document }: Decisions, names: TypeNames): ReadonlySet<string> {
  const decided = document.annotations.filter((annotation) => standing(annotation) !== 'suggested');
  return new Set([...decided.map((annotation) => identityOf(annotation, names)), ...relationItems(document).map(identity)]);
}

/** Adds what people annotated, with cue and speaker, links, note, and the entity that it was put into. */
function adopt(gold: Decisions, items: readonly Compared[], sources: Sources, schema: CorpusSchema): Decisions {
  if (items.length === 0) return gold;
  const draft = new Draft(gold, schema);
  const members = new Map<string, { readonly id: string; readonly name: string | undefined; readonly members: string[] }>();
  const groups = sources.map((source) => source && groupByMember(source));
  for (const { layer, type, annotation, cue, speaker } of items) {
    const { spans, attributes, links, note } = annotation;
    const id = draft.add({
      layer,
      type: draft.label(layer, type),
      spans,
      attributes,
      ...(links && { links }),
      ...(note !== undefined && { note }),
    });
    if (cue) draft.setPart(id, 'cue', cue);
    if (speaker) draft.setPart(id, 'speaker', speaker);
    const source = sources.findIndex((document) => document?.annotations.includes(annotation));
    const group = groups[source]?.get(annotation.id);
    if (group === undefined) continue;
    const own = members.get(group.id) ?? { id: group.id, name: group.name, members: [] };
    own.members.push(id);
    members.set(group.id, own);
  }
  return grouped(draft.finish(), members);
}

/** Puts annotations into groups: those of the same name that are there, or new ones. */
function grouped(
  gold: Decisions,
  added: ReadonlyMap<string, { readonly id: string; readonly name: string | undefined; readonly members: readonly string[] }>,
): Decisions {
  const { groups } = gold.document;
  const known = new Set(groups.map(({ id }) => id));
  const widened = groups.map((group) => {
    const more = added.get(group.id)?.members ?? [];
    return more.length === 0 ? group : { ...group, members: [...group.members, ...more] };
  });
  const fresh = [...added.values()]
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, members }) => ({ id, members, attributes: {}, ...(name !== undefined && { name }) }));
  return withDocument(gold, { groups: [...widened, ...fresh] });
}

/** A name for a difference, which it keeps as long as what people say there is the same. */
export function differenceId({ layer, start, end, variants, without }: Difference): string {
  const said = variants.map(({ annotators, item }) => [annotators, signature(item)]);
  return textHash(JSON.stringify([layer, start, end, said, without])).slice(0, 16);
}

/** In what order differences are gone through. `likeness`: the same words with the same variants one after the other. */
export type DifferenceOrder = 'text' | 'type' | 'likeness';

/** Differences in an order; within it in that of the texts. */
export function ordered(differences: readonly Difference[], order: DifferenceOrder): readonly Difference[] {
  if (order === 'text') return differences;
  const byKey = new Map<string, Difference[]>();
  for (const difference of differences) addTo(byKey, order === 'type' ? typeKey(difference) : likeness(difference), difference);
  const groups = [...byKey];
  if (order === 'type') groups.sort(([a], [b]) => (a < b ? -1 : 1));
  else groups.sort(([, a], [, b]) => b.length - a.length);
  return groups.flatMap(([, group]) => group);
}

const typeKey = ({ layer, variants }: Difference): string =>
  `${layer}/${variants
    .map(({ item }) => item.type)
    .sort()
    .join('/')}`;

/** What differences have in common that are likely to be decided alike: the words, and what there is to choose from. */
const likeness = (difference: Difference): string =>
  `${difference.kind} ${typeKey(difference)} ${difference.words.toLowerCase().replace(/\s+/gu, ' ')}`;

/**
 * The choice on another difference that is the same as one that was made: the variant with the same type and words, or none
 * of them. Undefined where the other has no such variant, or is not {@link likeness alike}.
 */
export function sameChoice(difference: Difference, choice: GoldChoice, other: Difference): GoldChoice | undefined {
  if (likeness(difference) !== likeness(other)) return undefined;
  if (typeof choice === 'string') return choice === 'reject' ? choice : undefined;
  const wanted = difference.variants[choice.take];
  const take = other.variants.findIndex(
    ({ item }) => wanted !== undefined && said(other, item) === said(difference, wanted.item),
  );
  return take < 0 ? undefined : { take };
}

/** What a variant says, wherever it stands. */
function said({ start, words }: Difference, item: Compared): string {
  const own = words
    .slice(item.start - start, item.end - start)
    .toLowerCase()
    .replace(/\s+/gu, ' ');
  return JSON.stringify([item.type, own, item.value, item.attributes]);
}
