import { own } from '../../core/members';
import { lossMessages } from '../../messages/losses';
import { type Annotation, type AnnotationDocument, compareText, type Relation } from '../annotationDocument';
import type { WriteOptions } from '../format';
import { EVERYTHING, type LossItem } from '../loss';
import { isBinary, reduce } from '../reduce';
import { NAMED_ENTITY, relationType } from '../webanno/schema';
import { type Cas, type CasStructure, type CasType, type CasValue, primitive } from './cas';
import { type CasOrigin, formatPairs } from './fromCas';
import { highestId, relationIds, relationStructures } from './ids';
import { stillSaid } from './labels';
import { ARTICLE, ARTICLE_LABEL, casTypeOf, DETAIL, GROUP, METADATA, RELATION, SENTENCE, TOKEN, typeSystem } from './mapping';

/** A document as a CAS; where it was read from one, with all that stood in it and the rest changed as little as can be. */
export function toCas(
  document: AnnotationDocument,
  options: WriteOptions = {},
): { readonly cas: Cas; readonly losses: readonly LossItem[] } {
  const origin =
    document.origin?.format === 'xmi' || document.origin?.format === 'json-cas' ? (document.origin.data as CasOrigin) : undefined;
  const { document: reduced, losses } = reduce(document, { ...EVERYTHING, metadata: true, labels: true }, options);
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
  /** Relations that stand in the file as they are. */
  readonly #keptRelations: ReadonlySet<string>;
  /** The structures that annotations are now. */
  readonly #placed = new Map<string, number>();
  readonly #relationTypes: string[] = [];

  constructor(document: AnnotationDocument, origin: CasOrigin | undefined, tokenizer: WriteOptions['tokenizer']) {
    this.#document = document;
    this.#origin = origin;
    this.#tokenizer = tokenizer;
    this.#now = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
    this.#before = new Map((origin?.document.annotations ?? []).map((annotation) => [annotation.id, annotation]));
    this.#keptRelations = this.#unchangedRelations();
    this.#next = 1 + Math.max(origin?.cas.sofaId ?? 0, highestId(origin?.cas.structures ?? []));
  }

  build(): Cas {
    const sofaId = this.#origin?.cas.sofaId ?? this.#next++;
    if (this.#origin) this.#keep(this.#origin);
    else this.#frame();
    for (const annotation of this.#document.annotations) if (!this.#isKept(annotation)) this.#annotation(annotation);
    this.#relations();
    this.#groups();
    this.#labels();
    const { date, metadata } = this.#document;
    if ((date !== undefined || metadata !== undefined) && factsKey(this.#document) !== factsKey(this.#origin?.document))
      this.#add(ARTICLE, { date: optional(date), facts: strings(formatPairs(metadata ?? {})) });
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
    const layers = this.#document.annotations.map((annotation) => casTypeOf(annotation.layer));
    const made = typeSystem(layers, this.#relationTypes);
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
    const relationOf = relationIds(origin.cas);
    const read = new Set(origin.document.relations.map(({ id }) => id));
    const groups = JSON.stringify(origin.document.groups) === JSON.stringify(this.#document.groups);
    const date = factsKey(origin.document) === factsKey(this.#document);
    for (const structure of origin.cas.structures) {
      const stale =
        gone.has(structure.id) ||
        (structure.type === DETAIL &&
          (structure.features.targets?.kind === 'references' ? structure.features.targets.ids : []).some((id) => gone.has(id))) ||
        this.#isStaleRelation(relationOf.get(structure.id), read) ||
        (!groups && (structure.type === GROUP || structure.type.endsWith('Chain'))) ||
        (!date && structure.type === ARTICLE);
      const said = stale ? undefined : stillSaid(structure, origin.cas, this.#document.labels);
      if (said) this.#structures.push(withoutReferences(said, gone));
    }
  }

  /** Relations between what the model does not read (words) stay. */
  #isStaleRelation(id: string | undefined, read: ReadonlySet<string>): boolean {
    return id !== undefined && read.has(id) && !this.#keptRelations.has(id);
  }

  /** A relation that points at an annotation that is written anew is written anew too. */
  #unchangedRelations(): ReadonlySet<string> {
    const pointing = new Set(relationStructures(this.#origin?.cas).map(([id]) => id));
    const now = new Map(this.#document.relations.map((relation) => [relation.id, JSON.stringify(relation)]));
    const same = (this.#origin?.document.relations ?? []).filter((relation) => {
      const ends = [...(relation.trigger === undefined ? [] : [relation.trigger]), ...relation.args.map(({ target }) => target)];
      const isMoved =
        pointing.has(relation.id) &&
        ends.some((end) => this.#before.has(end) && !this.#isUnchanged(this.#before.get(end) as Annotation));
      return now.get(relation.id) === JSON.stringify(relation) && !isMoved;
    });
    return new Set(same.map(({ id }) => id));
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
    if (targets[0] !== undefined) this.#placed.set(annotation.id, targets[0]);
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
    const before = new Map(relationStructures(this.#origin?.cas).map(([id, structure]) => [id, structure.type]));
    for (const relation of this.#document.relations) {
      if (this.#keptRelations.has(relation.id)) continue;
      const { id, type, trigger, args, attributes, note } = relation;
      this.#add(RELATION, {
        relationId: primitive(id),
        value: primitive(type),
        trigger: optional(trigger),
        roles: strings(args.map((arg) => arg.role)),
        targets: strings(args.map((arg) => arg.target)),
        attributes: strings(formatPairs(attributes)),
        note: optional(note),
        shown: this.#shown(relation, before.get(id)),
      });
    }
  }

  /** The relation as INCEpTION shows it: between two annotations of one layer. */
  #shown(relation: Relation, typeBefore: string | undefined): CasValue | undefined {
    const [from, to] = relation.args.map(({ target }) => this.#now.get(target));
    if (!from || !to || !isBinary(relation) || casTypeOf(from.layer) !== casTypeOf(to.layer)) return undefined;
    const [governor, dependent] = [from, to].map(({ id }) => this.#placed.get(id) ?? this.#origin?.structures.get(id)?.[0]);
    const place = to.spans[0];
    if (governor === undefined || dependent === undefined || !place) return undefined;
    const type = typeBefore ?? relationType(from.layer);
    this.#relationTypes.push(type);
    const features = {
      begin: primitive(place.start),
      end: primitive(place.end),
      Governor: { kind: 'reference', id: governor },
      Dependent: { kind: 'reference', id: dependent },
      value: primitive(relation.type),
    } satisfies Record<string, CasValue>;
    return { kind: 'reference', id: this.#add(type, features) };
  }

  /** Values that the file has are not written again. */
  #labels(): void {
    const before = this.#origin?.document.labels ?? {};
    for (const [name, values] of Object.entries(this.#document.labels ?? {}))
      for (const value of values)
        if (!own(before, name)?.includes(value))
          this.#add(ARTICLE_LABEL, { label: primitive(name), value: value === '' ? undefined : primitive(value) });
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

const factsKey = (document: AnnotationDocument | undefined): string =>
  JSON.stringify([document?.date, Object.entries(document?.metadata ?? {})]);

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
