import type { Span } from '../../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  attributeValues,
  type EntityGroup,
  type Relation,
} from '../annotationDocument';
import { type CodePointMap, codePointMap } from '../codePoints';
import { addAll } from '../collections';
import type { WriteOptions, WriteResult } from '../format';
import type { JsonObject } from '../json';
import { EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';

/** The terms beyond the Recommendation's; `urn:` since nothing is to be fetched. */
const OWN_CONTEXT = { ca: 'urn:corpus-annotator:' } as const;
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', OWN_CONTEXT];
// As much as Recogito and Hypothesis give.
const CONTEXT_LENGTH = 32;
/** What a body is for, by what it says. */
export const PURPOSES = { type: 'tagging', attribute: 'describing', note: 'commenting', link: 'identifying' } as const;

/** Writes all documents into one collection. */
export function writeWebAnnotations(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const items: JsonObject[] = [];
  const sources: JsonObject[] = [];
  for (const document of documents) {
    const reduction = reduce(document, { ...EVERYTHING, metadata: true, labels: true, tokens: false, sentences: false }, options);
    addAll(losses, reduction.losses);
    const writer = new DocumentWriter(reduction.document);
    sources.push(writer.source(options.includeText ?? true));
    addAll(items, writer.items());
  }
  const collection = {
    '@context': CONTEXT,
    id: 'urn:corpus-annotator:collection',
    type: 'AnnotationCollection',
    total: items.length,
    'ca:document': sources,
    first: { id: 'urn:corpus-annotator:collection:1', type: 'AnnotationPage', startIndex: 0, items },
  };
  return {
    files: [{ name: `${options.name ?? 'annotations'}.jsonld`, content: `${JSON.stringify(collection, undefined, 2)}\n` }],
    losses,
  };
}

// Half of a surrogate pair, which a damaged file may hold, is nothing that an address can say.
const uriPart = (id: string): string => encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'));

/** Document ids become relative references, as JSON-LD wants addresses; annotations hang on them. */
function documentUri(id: string): string {
  return `urn:corpus-annotator:document:${uriPart(id)}`;
}

class DocumentWriter {
  readonly #document: AnnotationDocument;
  readonly #points: CodePointMap;
  readonly #uri: string;

  constructor(document: AnnotationDocument) {
    this.#document = document;
    this.#points = codePointMap(document.text);
    this.#uri = documentUri(document.id);
  }

  source(withText: boolean): JsonObject {
    const { id, language, date, metadata = {}, text } = this.#document;
    const facts = Object.entries(metadata).map(([name, value]) => ({ 'ca:name': name, 'ca:value': value }));
    return {
      id: this.#uri,
      'ca:name': id,
      ...(language !== undefined && { 'ca:language': language }),
      ...(date !== undefined && { 'ca:date': date }),
      ...(facts.length > 0 && { 'ca:metadata': facts }),
      ...(withText && { 'ca:text': text }),
    };
  }

  items(): JsonObject[] {
    const { annotations, relations, groups, labels = {} } = this.#document;
    return [
      ...Object.entries(labels).map(([name, values], i) => this.#label(name, values, i)),
      ...annotations.map((annotation) => this.#annotation(annotation)),
      ...relations.map((relation) => this.#relation(relation)),
      ...groups.map((group) => this.#group(group)),
    ];
  }

  #item(id: string, kind: string, motivation: string): JsonObject {
    return { id: `${this.#uri}:${uriPart(id)}`, type: 'Annotation', motivation, 'ca:id': id, 'ca:kind': kind };
  }

  #annotation(annotation: Annotation): JsonObject {
    const { id, layer, type, note, status, source, score, attributes, links } = annotation;
    const targets = annotation.spans.map((span) => ({
      type: 'SpecificResource',
      source: this.#uri,
      selector: this.#selectors(span),
    }));
    const body = [
      { type: 'TextualBody', purpose: PURPOSES.type, value: type, 'ca:layer': layer },
      ...bodies(attributes),
      ...(note !== undefined ? [{ type: 'TextualBody', purpose: PURPOSES.note, value: note }] : []),
      ...(links ?? []).map((link) => ({
        type: 'TextualBody',
        purpose: PURPOSES.link,
        value: `${link.resource}:${link.id}`,
        'ca:link': link.type,
        'ca:resource': link.resource,
        ...(link.label !== undefined && { 'ca:label': link.label }),
      })),
    ];
    return {
      ...this.#item(id, 'mark', 'classifying'),
      ...(status !== undefined && { 'ca:status': status }),
      ...(source !== undefined && { 'ca:source': source }),
      ...(score !== undefined && { 'ca:score': score }),
      body,
      target: targets.length === 1 ? targets[0] : targets,
    };
  }

  /** What is said of the whole text: its target is the text itself. */
  #label(name: string, values: readonly string[], index: number): JsonObject {
    return {
      ...this.#item(`label-${index + 1}`, 'label', 'tagging'),
      'ca:label': name,
      body: values.map((value) => ({ type: 'TextualBody', purpose: PURPOSES.type, value })),
      target: this.#uri,
    };
  }

  #selectors(span: Span): JsonObject[] {
    const { text } = this.#document;
    return [
      { type: 'TextPositionSelector', start: this.#points.toCodePoint(span.start), end: this.#points.toCodePoint(span.end) },
      {
        type: 'TextQuoteSelector',
        exact: text.slice(span.start, span.end),
        prefix: before(text, span.start),
        suffix: after(text, span.end),
      },
    ];
  }

  #relation({ id, type, trigger, args, attributes, note }: Relation): JsonObject {
    const target = args.map((arg) => ({
      type: 'SpecificResource',
      source: `${this.#uri}:${uriPart(arg.target)}`,
      'ca:role': arg.role,
      'ca:target': arg.target,
    }));
    return {
      ...this.#item(id, 'relation', 'linking'),
      ...(trigger !== undefined && { 'ca:trigger': trigger }),
      body: [
        { type: 'TextualBody', purpose: PURPOSES.type, value: type },
        ...bodies(attributes),
        ...(note !== undefined ? [{ type: 'TextualBody', purpose: PURPOSES.note, value: note }] : []),
      ],
      target: target.length > 0 ? target : this.#uri,
    };
  }

  #group({ id, type, name, members, attributes }: EntityGroup): JsonObject {
    const target = members.map((member) => ({
      type: 'SpecificResource',
      source: `${this.#uri}:${uriPart(member)}`,
      'ca:target': member,
    }));
    return {
      ...this.#item(id, 'group', 'identifying'),
      ...(name !== undefined && { 'ca:name': name }),
      ...(type !== undefined && { 'ca:type': type }),
      ...(Object.keys(attributes).length > 0 && { body: bodies(attributes) }),
      target: target.length > 0 ? target : this.#uri,
    };
  }
}

function bodies(attributes: Readonly<Record<string, AttributeValue>>): JsonObject[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    attributeValues(value).map((single) => ({
      type: 'TextualBody',
      purpose: PURPOSES.attribute,
      value: single,
      'ca:attribute': name,
    })),
  );
}

/** Context never begins or ends inside of a surrogate pair. */
function before(text: string, offset: number): string {
  const context = text.slice(Math.max(0, offset - CONTEXT_LENGTH), offset);
  return /^[\udc00-\udfff]/.test(context) ? context.slice(1) : context;
}

function after(text: string, offset: number): string {
  const context = text.slice(offset, offset + CONTEXT_LENGTH);
  return /[\ud800-\udbff]$/.test(context) ? context.slice(0, -1) : context;
}
