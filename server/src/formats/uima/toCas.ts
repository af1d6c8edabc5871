import { lossMessages } from '../../messages/losses';
import { type Annotation, type AnnotationDocument, compareText } from '../annotationDocument';
import type { WriteOptions } from '../format';
import { EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { NAMED_ENTITY } from '../webanno/schema';
import { type Cas, type CasStructure, type CasType, type CasValue, primitive } from './cas';
import { type CasOrigin, formatPairs } from './fromCas';
import { ARTICLE, casTypeOf, DETAIL, GROUP, METADATA, RELATION, SENTENCE, TOKEN, typeSystem } from './mapping';

/** A document as a CAS; where it was read from one, with all that stood in it and the rest changed as little as can be. */
export function toCas(
  document: AnnotationDocument,
  options: WriteOptions = {},
): { readonly cas: Cas; readonly losses: readonly LossItem[] } {
  const origin =
    document.origin?.format === 'xmi' || document.origin?.format === 'json-cas' ? (document.origin.data as CasOrigin) : undefined;
  const { document: reduced, losses } = reduce(document, EVERYTHING, options);
  const builder = new CasBuilder(reduced, origin && origin.cas.text === document.text ? origin : undefined, options.tokenizer);
  const features = new Set((document.tokens ?? []).flatMap((token) => Object.keys(token.features ?? {})));
  const lost = origin ? [] : [...features].filter((name) => name !== 'id');
  const tokenLosses = lost.map(
    (name): LossItem => ({
      document: document.id,
      kind: 'token',
      field: name,
      detail: lossMessages.wordColumn(name),
    }),
  );
  return { cas: builder.build(), losses: [...losses, ...tokenLosses] };
}

class CasBuilder {
  readonly #document: AnnotationDocument;
  readonly #origin: CasOrigin | undefined;
  readonly #tokenizer: WriteOptions['tokenizer'];
  readonly #structures: CasStructure[] = [];
  #next = 1;
  readonly #now: ReadonlyMap<string, Annotation>;
  readonly #before: ReadonlyMap<string, Annotation>;

  constructor(document: AnnotationDocument, origin: CasOrigin | undefined, tokenizer: WriteOptions['tokenizer']) {
    this.#document = document;
    this.#origin = origin;
    this.#tokenizer = tokenizer;
    this.#now = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
    this.#before = new Map((origin?.document.annotations ?? []).map((annotation) => [annotation.id, annotation]));
    this.#next = 1 + Math.max(0, origin?.cas.sofaId ?? 0, ...(origin?.cas.structures ?? []).map((structure) => structure.id));
  }

  build(): Cas {
    const sofaId = this.#origin?.cas.sofaId ?? this.#next++;
    if (this.#origin) this.#keep(this.#origin);
    else this.#frame();
    for (const annotation of this.#document.annotations) if (!this.#isKept(annotation)) this.#annotation(annotation);
    this.#relations();
    this.#groups();
    if (this.#document.date !== undefined && this.#document.date !== this.#origin?.document.date)
      this.#add(ARTICLE, { date: primitive(this.#document.date) });
    const { rawTypes } = this.#origin?.cas ?? {};
    const mimeType = this.#origin ? this.#origin.cas.mimeType : 'text';
    return {
      text: this.#document.text,
      sofaId,
      mimeType,
      structures: this.#structures,
      types: this.#types(),
      ...(rawTypes !== undefined && { rawTypes }),
    };
  }

  #types(): readonly CasType[] {
    const made = typeSystem(this.#document.annotations.map((annotation) => casTypeOf(annotation.layer)));
    if (!this.#origin) return made;
    const used = new Set(this.#structures.filter((structure) => structure.line === 0).map((structure) => structure.type));
    const known = new Set(this.#origin.cas.types.map((type) => type.name));
    return [...this.#origin.cas.types, ...made.filter((type) => used.has(type.name) && !known.has(type.name))];
  }

  /** All structures but those of annotations, relations and groups that have changed since. */
  #keep(origin: CasOrigin): void {
    const gone = new Set<number>();
    for (const annotation of origin.document.annotations) {
      if (!this.#isUnchanged(annotation)) for (const id of origin.structures.get(annotation.id) ?? []) gone.add(id);
    }
    const relations = JSON.stringify(origin.document.relations) === JSON.stringify(this.#document.relations);
    const groups = JSON.stringify(origin.document.groups) === JSON.stringify(this.#document.groups);
    const date = origin.document.date === this.#document.date;
    for (const structure of origin.cas.structures) {
      const stale =
        gone.has(structure.id) ||
        (structure.type === DETAIL &&
          (structure.features.targets?.kind === 'references' ? structure.features.targets.ids : []).some((id) => gone.has(id))) ||
        (!relations && (structure.type === RELATION || 'Governor' in structure.features)) ||
        (!groups && (structure.type === GROUP || structure.type.endsWith('Chain'))) ||
        (!date && structure.type === ARTICLE);
      if (!stale) this.#structures.push(withoutReferences(structure, gone));
    }
  }

  #isUnchanged(before: Annotation): boolean {
    const now = this.#now.get(before.id);
    return now !== undefined && sameContent(now, before);
  }

  #isKept(annotation: Annotation): boolean {
    const before = this.#before.get(annotation.id);
    return before !== undefined && sameContent(annotation, before);
  }

  #add(type: string, features: Readonly<Record<string, CasValue | undefined>>): number {
    const id = this.#next++;
    const filled = Object.entries(features).filter((entry): entry is [string, CasValue] => entry[1] !== undefined);
    this.#structures.push({ id, type, features: Object.fromEntries(filled), indexed: true, line: 0 });
    return id;
  }

  #frame(): void {
    const { text, id, language } = this.#document;
    const place = (start: number, end: number): Record<string, CasValue> => ({ begin: primitive(start), end: primitive(end) });
    this.#add(METADATA, {
      ...place(0, text.length),
      language: primitive(language ?? 'x-unspecified'),
      documentTitle: primitive(id),
      documentId: primitive(id),
      isLastSegment: primitive(false),
    });
    const cut = this.#document.tokens || !this.#tokenizer ? undefined : this.#tokenizer(text, language);
    for (const sentence of this.#document.sentences ?? cut?.sentences ?? [])
      this.#add(SENTENCE, place(sentence.start, sentence.end));
    for (const token of this.#document.tokens ?? []) {
      const features = Object.entries(token.features ?? {}).map(([name, value]) => [name, primitive(value)] as const);
      this.#add(TOKEN, { ...place(token.start, token.end), ...Object.fromEntries(features.filter(([name]) => name === 'id')) });
    }
    for (const token of cut?.tokens ?? []) this.#add(TOKEN, place(token.start, token.end));
  }

  #annotation(annotation: Annotation): void {
    const type = casTypeOf(annotation.layer);
    const identifier = type === NAMED_ENTITY ? annotation.attributes.identifier : undefined;
    const targets = annotation.spans.map((span) =>
      this.#add(type, {
        begin: primitive(span.start),
        end: primitive(span.end),
        ...(type !== 'uima.tcas.Annotation' && { value: primitive(annotation.type) }),
        ...(typeof identifier === 'string' && { identifier: primitive(identifier) }),
      }),
    );
    const { status, source, score, note, links, attributes } = annotation;
    this.#add(DETAIL, {
      targets: { kind: 'references', ids: targets },
      annotationId: primitive(annotation.id),
      layer: primitive(annotation.layer),
      value: primitive(annotation.type),
      attributes: strings(formatPairs(attributes)),
      status: optional(status),
      source: optional(source),
      score: score === undefined ? undefined : primitive(score),
      note: optional(note),
      links: strings(
        (links ?? []).map((link) =>
          [link.type, link.resource, link.id, ...(link.label !== undefined ? [link.label] : [])].join('\t'),
        ),
      ),
    });
  }

  #relations(): void {
    if (this.#origin && JSON.stringify(this.#origin.document.relations) === JSON.stringify(this.#document.relations)) return;
    for (const { id, type, trigger, args, attributes, note } of this.#document.relations) {
      this.#add(RELATION, {
        relationId: primitive(id),
        value: primitive(type),
        trigger: optional(trigger),
        roles: strings(args.map((arg) => arg.role)),
        targets: strings(args.map((arg) => arg.target)),
        attributes: strings(formatPairs(attributes)),
        note: optional(note),
      });
    }
  }

  #groups(): void {
    if (this.#origin && JSON.stringify(this.#origin.document.groups) === JSON.stringify(this.#document.groups)) return;
    for (const { id, type, name, members, attributes } of this.#document.groups) {
      this.#add(GROUP, {
        groupId: primitive(id),
        value: optional(type),
        name: optional(name),
        members: strings(members),
        attributes: strings(formatPairs(attributes)),
      });
    }
  }
}

function optional(value: string | undefined): CasValue | undefined {
  return value === undefined ? undefined : primitive(value);
}

function strings(values: readonly string[]): CasValue | undefined {
  return values.length === 0 ? undefined : { kind: 'strings', values };
}

function withoutReferences(structure: CasStructure, gone: ReadonlySet<number>): CasStructure {
  const entries = Object.entries(structure.features).flatMap(([name, value]): [string, CasValue][] => {
    if (value.kind === 'reference') return gone.has(value.id) ? [] : [[name, value]];
    if (value.kind === 'references') return [[name, { ...value, ids: value.ids.filter((id) => !gone.has(id)) }]];
    return [[name, value]];
  });
  return { ...structure, features: Object.fromEntries(entries) };
}

function sameContent(a: Annotation, b: Annotation): boolean {
  const key = ({ layer, type, spans, attributes, status, source, score, note, links }: Annotation): string =>
    JSON.stringify([
      layer,
      type,
      spans,
      Object.entries(attributes).sort(([x], [y]) => compareText(x, y)),
      status,
      source,
      score,
      note,
      links,
    ]);
  return key(a) === key(b);
}
