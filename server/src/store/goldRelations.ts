import type { Annotation, AnnotationDocument, Relation } from '../formats/annotationDocument';
import { type ComparedRelation, comparedRelations } from './compared';
import { type Decisions, freeId, standing, withDocument } from './decisions';
import type { Variant } from './differences';
import { sameRelations } from './relationDifferences';
import { type CorpusSchema, typeNames } from './schema';

/** What annotators said on one text, by number. */
type Said = readonly (AnnotationDocument | undefined)[];

/**
 * A gold text with the relations and events of what has just come into it: those that everybody has who has annotated the
 * words at all their ends. What was in the gold before brings none along, so that nothing comes back that a person took out.
 *
 * @param before - the gold text, without what has come.
 */
export function withRelationsOf(before: Decisions, after: Decisions, by: Said, schema: CorpusSchema): Decisions {
  const known = new Set(before.document.annotations.map(({ id }) => id));
  const fresh = new Set(after.document.annotations.filter(({ id }) => !known.has(id)).map(({ id }) => id));
  if (fresh.size === 0) return after;
  const gold = new Gold(after, schema);
  for (const source of by) {
    if (source === undefined) continue;
    const agreed = new Set(agreedIn(source, by).map(({ id }) => id));
    const own = source.relations.filter(({ id }) => agreed.has(id));
    // events that are parts of events come after those: whatever is added may let another one in
    for (let count = -1; count !== gold.relations.length; ) {
      count = gold.relations.length;
      for (const relation of own) gold.take(relation, source, fresh);
    }
  }
  return gold.relations.length === after.document.relations.length ? after : withDocument(after, { relations: gold.relations });
}

/**
 * A gold text in which one of the variants of a difference between relations holds and the others do not, or none of them.
 * Undefined where the ends of what is taken are not in the gold.
 */
export function withRelation(
  gold: Decisions,
  variants: readonly Variant[],
  taken: Variant | undefined,
  context: { readonly source: AnnotationDocument | undefined; readonly schema: CorpusSchema },
): Decisions | undefined {
  const gone = new Set(
    variants.flatMap((variant) => (variant === taken ? [] : sameRelations(gold.document, variant.item).map(({ id }) => id))),
  );
  const kept = gone.size === 0 ? gold : withoutRelations(gold, gone);
  const relation = taken && context.source?.relations.find(({ id }) => id === taken.item.relation?.id);
  if (taken === undefined) return kept;
  if (relation === undefined || context.source === undefined) return undefined;
  if (sameRelations(kept.document, taken.item).length > 0) return kept;
  const all = new Set(kept.document.annotations.map(({ id }) => id));
  const made = new Gold(kept, context.schema);
  made.take(relation, context.source, all);
  return made.relations.length === kept.document.relations.length ? undefined : withDocument(kept, { relations: made.relations });
}

/** Events that had one of those that go as an argument lose it. */
function withoutRelations(gold: Decisions, gone: ReadonlySet<string>): Decisions {
  const relations = gold.document.relations
    .filter(({ id }) => !gone.has(id))
    .map((relation) => {
      const args = relation.args.filter(({ target }) => !gone.has(target));
      return args.length === relation.args.length ? relation : { ...relation, args };
    });
  return withDocument(gold, { relations });
}

function agreedIn(source: AnnotationDocument, by: Said): readonly ComparedRelation[] {
  const others = by.flatMap((document) =>
    document === undefined || document === source
      ? []
      : [{ words: new Set(document.annotations.map(placeOf)), keys: new Set(comparedRelations(document).map(keyOf)) }],
  );
  return comparedRelations(source).filter((relation) =>
    others.every(({ words, keys }) => keys.has(keyOf(relation)) || !placesOf(relation).every((place) => words.has(place))),
  );
}

const keyOf = ({ type, key }: Pick<ComparedRelation, 'type' | 'key'>): string => `${type} ${key}`;
const placesOf = ({ key }: ComparedRelation): readonly string[] => key.split(';').map((end) => end.slice(end.indexOf('@') + 1));
const placeOf = ({ spans }: Pick<Annotation, 'spans'>): string => spans.map(({ start, end }) => `${start}-${end}`).join(',');

/** A gold text that takes relations over. */
class Gold {
  relations: readonly Relation[];
  /** What is confirmed, by type and place. */
  readonly #ids: ReadonlyMap<string, string>;
  readonly #typeOf: (annotation: Annotation) => string;

  constructor({ document }: Decisions, schema: CorpusSchema) {
    const names = typeNames(schema);
    this.relations = document.relations;
    this.#typeOf = (annotation) => `${names.of(annotation).type}@${placeOf(annotation)}`;
    const confirmed = document.annotations.filter((annotation) => standing(annotation) === 'confirmed');
    this.#ids = new Map(confirmed.map((annotation) => [this.#typeOf(annotation), annotation.id]));
  }

  /** Takes a relation over whose ends are all here, one of them newly, unless it is here already. */
  take(relation: Relation, source: AnnotationDocument, fresh: ReadonlySet<string>): void {
    const trigger = relation.trigger === undefined ? undefined : this.#end(relation.trigger, source);
    const args = relation.args.map(({ role, target }) => ({ role, target: this.#end(target, source) }));
    if (relation.trigger !== undefined && trigger === undefined) return;
    const own = args.flatMap(({ role, target }) => (target === undefined ? [] : [{ role, target }]));
    if (own.length < args.length) return;
    const ends = [trigger, ...own.map(({ target }) => this.#trigger(target) ?? target)];
    const isThere = this.relations.some(
      (known) => known.type === relation.type && known.trigger === trigger && JSON.stringify(known.args) === JSON.stringify(own),
    );
    if (isThere || !ends.some((id) => id !== undefined && fresh.has(id))) return;
    const id = freeId(
      trigger === undefined ? 'R' : 'E',
      this.relations.map((known) => known.id),
    );
    this.relations = [...this.relations, { ...relation, id, args: own, ...(trigger !== undefined && { trigger }) }];
  }

  /** What stands here for an end: an annotation, or for an event the one with the same words that tell it. */
  #end(target: string, { annotations, relations }: AnnotationDocument): string | undefined {
    const event = relations.find(({ id, trigger }) => id === target && trigger !== undefined);
    const annotation = annotations.find(({ id }) => id === (event?.trigger ?? target));
    const id = annotation && this.#ids.get(this.#typeOf(annotation));
    if (event === undefined) return id;
    return this.relations.find(({ trigger, type }) => trigger === id && type === event.type)?.id;
  }

  #trigger(target: string): string | undefined {
    return this.relations.find(({ id }) => id === target)?.trigger;
  }
}
