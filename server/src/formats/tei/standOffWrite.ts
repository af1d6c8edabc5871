import {
  type Annotation,
  type AnnotationDocument,
  type Attributes,
  attributeValues,
  type EntityGroup,
  type Relation,
} from '../annotationDocument';
import type { ArticleLabels } from '../articleLabels';
import type { XmlBuilder } from '../xml/write';

/** How a standOff names things. */
export interface StandOffNames {
  readonly xmlId: (id: string) => string;
  /** The pointers to what an annotation is about, parted by spaces. */
  readonly targetOf: (annotation: Annotation) => string;
  /** An element to point at where nothing else is there. */
  readonly base: string;
  /** The xml:id of an annotation's own entry, where its inline element has that of the annotation. */
  readonly entryOf?: (annotation: Annotation) => string | undefined;
  /** What is known of the article and the header does not say. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
  /** Labels of the article that the header does not say. */
  readonly labels?: ArticleLabels | undefined;
  /** Names of labels that the header says and the article no longer has. */
  readonly goneLabels?: readonly string[] | undefined;
  /** Inline elements of the file that are annotations no more. */
  readonly without?: readonly Annotation[];
  /** Whether marks are `span` elements in groups of a layer, where their layer and type can be said by `@type`. */
  readonly asSpans?: boolean;
}

/**
 * Writes the annotations of a document into the builder's current `standOff`.
 *
 * TEI's annotation element follows the Web Annotation model: a target and bodies. The bodies are notes whose `@type` says
 * which field of the model they are: layer, value, attribute (`@n` its name), status, source, score, comment, link, id; of the
 * article as a whole fact and label (`@n` its name); and
 * `without` of an inline element that people no longer want, or with `@n` of a label.
 */
export function writeStandOff(builder: XmlBuilder, document: AnnotationDocument, names: StandOffNames): void {
  const entries = new Entries(builder, names);
  const spans = new Set(names.asSpans === true ? document.annotations.filter((annotation) => isSpan(annotation, names)) : []);
  entries.spans([...spans]);
  const others = document.annotations.filter((annotation) => !spans.has(annotation));
  const { without = [], facts = {}, labels = {}, goneLabels = [] } = names;
  const { relations, groups } = document;
  const lists = [others, without, relations, groups, Object.keys(facts), Object.keys(labels), goneLabels];
  if (spans.size > 0 && lists.every((list) => list.length === 0)) return;
  builder.line(2).open('listAnnotation');
  for (const annotation of others) entries.annotation(annotation);
  for (const annotation of without) entries.without(annotation);
  for (const relation of relations) entries.relation(relation);
  for (const group of groups) entries.group(group);
  entries.ofArticle(facts, labels, goneLabels);
  builder.line(2).close();
}

/** An entry that says more of an inline element is none, nor one whose names are no names to XML. */
function isSpan(annotation: Annotation, { entryOf }: StandOffNames): boolean {
  const { layer, type } = annotation;
  return entryOf?.(annotation) === undefined && [layer, type].every((name) => /^[\p{L}\p{N}_.:-]+$/u.test(name));
}

class Entries {
  readonly #builder: XmlBuilder;
  readonly #names: StandOffNames;
  #notes = 0;

  constructor(builder: XmlBuilder, names: StandOffNames) {
    this.#builder = builder;
    this.#names = names;
  }

  begin(id: string, motivation: string, target: string, entry = this.#names.xmlId(id)): void {
    this.#builder.line(3).open('annotation', { 'xml:id': entry, motivation, target });
    if (entry !== id) this.note('id', id);
  }

  end(): void {
    this.#builder.line(3).close();
  }

  note(type: string, text: string | undefined, n?: string): void {
    if (text === undefined) return;
    this.#builder.line(4).leaf('note', { type, n }, text);
    this.#notes++;
  }

  attributes(values: Attributes): void {
    for (const [name, value] of Object.entries(values))
      for (const single of attributeValues(value)) this.note('attribute', single, name);
  }

  annotation(annotation: Annotation): void {
    this.begin(annotation.id, 'tagging', this.#names.targetOf(annotation), this.#names.entryOf?.(annotation));
    this.note('layer', annotation.layer);
    this.note('value', annotation.type);
    this.#details(annotation);
    this.end();
  }

  /** Marks as spans, a group for each layer in the order in which they come. */
  spans(annotations: readonly Annotation[]): void {
    for (const layer of new Set(annotations.map((annotation) => annotation.layer))) {
      this.#builder.line(2).open('spanGrp', { type: layer });
      for (const annotation of annotations) if (annotation.layer === layer) this.#span(annotation);
      this.#builder.line(2).close();
    }
  }

  #span(annotation: Annotation): void {
    const xmlId = this.#names.xmlId(annotation.id);
    const target = this.#names.targetOf(annotation);
    this.#builder.line(3).open('span', { 'xml:id': xmlId, type: annotation.type, target });
    const before = this.#notes;
    if (xmlId !== annotation.id) this.note('id', annotation.id);
    this.#details(annotation);
    if (this.#notes > before) this.#builder.line(3);
    this.#builder.close();
  }

  #details(annotation: Annotation): void {
    this.attributes(annotation.attributes);
    this.note('status', annotation.status);
    this.note('source', annotation.source);
    this.note('score', annotation.score === undefined ? undefined : String(annotation.score));
    this.note('comment', annotation.note);
    for (const link of annotation.links ?? [])
      this.note('link', [link.type, link.resource, link.id, ...(link.label !== undefined ? [link.label] : [])].join('\t'));
  }

  without(annotation: Annotation): void {
    this.#builder.line(3).open('annotation', { motivation: 'assessing', target: this.#names.targetOf(annotation) });
    this.note('without', '');
    this.note('layer', annotation.layer);
    this.note('value', annotation.type);
    this.end();
  }

  relation({ id, type, trigger, args, attributes, note }: Relation): void {
    const ends = [...(trigger !== undefined ? [trigger] : []), ...args.map((arg) => arg.target)];
    this.begin(id, 'linking', ends.map((end) => `#${this.#names.xmlId(end)}`).join(' '));
    this.note('relation', type);
    if (trigger !== undefined) this.note('trigger', '');
    for (const arg of args) this.note('role', arg.role);
    this.attributes(attributes);
    this.note('comment', note);
    this.end();
  }

  /** Of the article as a whole. */
  ofArticle(facts: Readonly<Record<string, string>>, labels: ArticleLabels, goneLabels: readonly string[]): void {
    if (Object.keys(facts).length + Object.keys(labels).length + goneLabels.length === 0) return;
    this.#builder.line(3).open('annotation', { motivation: 'describing', target: `#${this.#names.base}` });
    for (const [name, value] of Object.entries(facts)) this.note('fact', value, name);
    for (const [name, values] of Object.entries(labels)) for (const value of values) this.note('label', value, name);
    for (const name of goneLabels) this.note('without', '', name);
    this.end();
  }

  group(group: EntityGroup): void {
    // A target must be there: a thing without mentions points at the text.
    const members = group.members.map((id) => `#${this.#names.xmlId(id)}`).join(' ');
    this.begin(group.id, 'identifying', members || `#${this.#names.base}`);
    this.note('group', '');
    this.note('value', group.type);
    this.note('name', group.name);
    this.attributes(group.attributes);
    this.end();
  }
}
