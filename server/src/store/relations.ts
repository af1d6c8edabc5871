import type { Span } from '../core/span';
import type { Annotation, AnnotationDocument, Attributes, Relation } from '../formats/annotationDocument';
import { type CorpusSchema, type RelationDeclaration, type TypeNames, typeNames } from './schema';

/** One end of a relation, or an event's argument: an annotation, or an event by its trigger. */
export interface RelationEnd {
  readonly role: string;
  /** Of the annotation; of an event that is an end, its trigger's. */
  readonly annotation: string;
  readonly spans: readonly Span[];
  /** As the schema calls it. */
  readonly type: string;
  /** The event's type, where the end is an event. */
  readonly event?: string;
}

/** A relation that people have annotated, its ends looked up. */
export interface RelationView {
  readonly id: string;
  readonly type: string;
  /** The words that an event is told with; absent for a relation. */
  readonly trigger?: RelationEnd;
  /** Of a relation two, from and to; ends that the document lacks are left out. */
  readonly ends: readonly RelationEnd[];
  readonly attributes: Attributes;
  readonly note?: string;
}

type Annotated = Pick<AnnotationDocument, 'annotations' | 'relations'>;

/** What holds a quotation together with its cue, its speaker and the one that it lies in: parts of it, no relations of their own. */
const OF_QUOTATIONS: ReadonlySet<string> = new Set(['cue', 'speaker', 'parent']);

/** Whether a relation of this type from a quotation says what belongs to it. */
export const isQuotationPart = (type: string): boolean => OF_QUOTATIONS.has(type);

/** The relations and events of a document, without those that make up quotations. In the document's order. */
export function relationsOf(document: Annotated, schema: CorpusSchema): readonly RelationView[] {
  if (document.relations.length === 0) return [];
  const ends = new Ends(document, schema);
  return document.relations
    .filter((relation) => !isPartOfQuotation(relation, ends))
    .map((relation): RelationView => {
      const trigger = relation.trigger === undefined ? undefined : ends.find('', relation.trigger);
      return {
        id: relation.id,
        type: relation.type,
        ...(trigger && { trigger }),
        ends: relation.args.flatMap(({ role, target }) => ends.find(role, target) ?? []),
        attributes: relation.attributes,
        ...(relation.note !== undefined && { note: relation.note }),
      };
    });
}

/** The relations that an annotation is an end or the trigger of. */
export function relationsAt(relations: readonly RelationView[], annotation: string): readonly RelationView[] {
  return relations.filter(
    ({ trigger, ends }) => trigger?.annotation === annotation || ends.some((end) => end.annotation === annotation),
  );
}

/** Whether two types may stand at the ends of a declared relation. */
export function fits({ from, to }: RelationDeclaration, [first, second]: readonly [string, string]): boolean {
  return (from.length === 0 || from.includes(first)) && (to.length === 0 || to.includes(second));
}

/** Relations whose ends the schema does not admit. */
export function unfitting(relations: readonly RelationView[], schema: CorpusSchema): readonly RelationView[] {
  const declared = new Map((schema.relations ?? []).map((relation) => [relation.id, relation]));
  return relations.filter(({ type, trigger, ends: [first, second] }) => {
    const rule = declared.get(type);
    return rule !== undefined && trigger === undefined && first && second && !fits(rule, [first.type, second.type]);
  });
}

function isPartOfQuotation({ type, args }: Relation, ends: Ends): boolean {
  return isQuotationPart(type) && ends.annotation(args[0]?.target ?? '')?.layer === 'quote';
}

/** Looks ends up by their ids. */
class Ends {
  readonly #annotations: ReadonlyMap<string, Annotation>;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #names: TypeNames;

  constructor({ annotations, relations }: Annotated, schema: CorpusSchema) {
    this.#annotations = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    this.#relations = new Map(relations.map((relation) => [relation.id, relation]));
    this.#names = typeNames(schema);
  }

  annotation(id: string): Annotation | undefined {
    return this.#annotations.get(id);
  }

  find(role: string, target: string): RelationEnd | undefined {
    const event = this.#relations.get(target);
    // an event's trigger is an annotation: events that are ends of events are not followed further
    const annotation = this.#annotations.get(event?.trigger ?? target);
    if (annotation === undefined) return undefined;
    return {
      role,
      annotation: annotation.id,
      spans: annotation.spans,
      type: this.#names.of(annotation).type,
      ...(event && { event: event.type }),
    };
  }
}
