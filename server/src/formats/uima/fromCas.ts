import { own } from '../../core/members';
import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type {
  Annotation,
  AnnotationDocument,
  AttributeValue,
  DocumentToken,
  EntityGroup,
  KnowledgeLink,
  Relation,
} from '../annotationDocument';
import { toAttributeValue } from '../annotationDocument';
import { labelled } from '../articleLabels';
import { addTo } from '../collections';
import { error, type FormatProblem, fileNameFor } from '../format';
import { asStatus } from '../jsonTools/spanObjects';
import { shortName } from '../webanno/schema';
import { type Cas, type CasStructure, numberFeature, textFeature } from './cas';
import { labelsOfStructure } from './labels';
import { ARTICLE, DETAIL, DOCUMENT, GROUP, isFrame, layerOfCasType, METADATA, RELATION } from './mapping';

/** What {@link AnnotationDocument.origin} holds: the CAS, and which structures each annotation is. */
export interface CasOrigin {
  readonly cas: Cas;
  readonly structures: ReadonlyMap<string, readonly number[]>;
  /** The document as read, to tell what was changed since. */
  readonly document: AnnotationDocument;
}

const PLACE = new Set(['begin', 'end', 'sofa', 'value']);
const RELATION_PLACE = new Set([...PLACE, 'Governor', 'Dependent', 'DependencyType']);

/** The document that a CAS says. Structures that the model has no place for stay in its origin. */
export function fromCas(cas: Cas, fallbackId: string, format: string, problems: FormatProblem[]): AnnotationDocument {
  const byId = new Map(cas.structures.map((structure) => [structure.id, structure]));
  const spans = new Map<number, Span>();
  for (const structure of cas.structures) {
    const span = spanOf(structure, cas.text, problems);
    if (span) spans.set(structure.id, span);
  }
  const detailed = new Map<number, { detail: CasStructure; nth: number }>();
  for (const detail of cas.structures) {
    if (detail.type === DETAIL)
      for (const [nth, target] of references(detail, 'targets').entries()) detailed.set(target, { detail, nth });
  }
  const annotations: Annotation[] = [];
  const structures = new Map<string, number[]>();
  const idOf = new Map<number, string>();
  const taken = new Set([...detailed.values()].map(({ detail }) => textFeature(detail, 'annotationId')));
  let next = 1;
  for (const structure of cas.structures) {
    const span = spans.get(structure.id);
    if (!span || isFrame(structure.type) || isRelation(structure)) continue;
    const own = detailed.get(structure.id);
    if (own && own.nth > 0) continue;
    while (!own && taken.has(`T${next}`)) next++;
    const id = (own && textFeature(own.detail, 'annotationId')) ?? `T${next++}`;
    const targets = own ? references(own.detail, 'targets') : [structure.id];
    annotations.push(
      own
        ? fromDetail(
            own.detail,
            id,
            targets.flatMap((target) => spans.get(target) ?? []),
          )
        : fromStructure(structure, id, span),
    );
    structures.set(id, [...targets]);
    for (const target of targets) idOf.set(target, id);
  }
  const metadata = cas.structures.find((structure) => structure.type === METADATA);
  const language = textFeature(metadata ?? cas.structures.find((structure) => structure.type === DOCUMENT) ?? EMPTY, 'language');
  const article = cas.structures.find((structure) => structure.type === ARTICLE);
  const date = article && textFeature(article, 'date');
  const tokens = frames(cas, spans, 'Token').map(({ structure, span }): DocumentToken => {
    const features = Object.fromEntries(
      Object.entries(structure.features).flatMap(([name, value]) =>
        value.kind === 'primitive' && !['begin', 'end', 'order'].includes(name) ? [[name, String(value.value)]] : [],
      ),
    );
    return { ...span, ...(Object.keys(features).length > 0 && { features }) };
  });
  const sentences = frames(cas, spans, 'Sentence').map(({ span }) => span);
  const document: AnnotationDocument = {
    id: nameOf(metadata, fallbackId),
    text: cas.text,
    ...(language !== undefined && language !== 'x-unspecified' && { language }),
    ...(date !== undefined && { date }),
    ...(article && factsOf(article)),
    ...labelled(cas.structures.flatMap((structure) => labelsOfStructure(structure, cas))),
    annotations,
    relations: [
      ...cas.structures.filter((structure) => structure.type === RELATION).flatMap((structure) => ownRelation(structure)),
      ...foreignRelations(cas, idOf),
    ],
    groups: [...cas.structures.filter((structure) => structure.type === GROUP).map(ownGroup), ...chains(cas, byId, idOf)],
    ...(tokens.length > 0 && { tokens }),
    ...(sentences.length > 0 && { sentences }),
  };
  return { ...document, origin: { format, data: { cas, structures, document } satisfies CasOrigin } };
}

/**
 * What a document is called: as its file, for INCEpTION and WebAnno write the annotator's name, or one name for all, into
 * `documentId`; what stands there says it where a file's name could not (`a:b` in `a_b.xmi`).
 */
function nameOf(metadata: CasStructure | undefined, file: string): string {
  const said = metadata && textFeature(metadata, 'documentId');
  return said !== undefined && fileNameFor(said, 'xmi') === fileNameFor(file, 'xmi') ? said : file;
}

function factsOf(article: CasStructure): Pick<AnnotationDocument, 'metadata'> {
  const facts = Object.entries(parsePairs(texts(article, 'facts'))).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return facts.length > 0 ? { metadata: Object.fromEntries(facts) } : {};
}

const EMPTY: CasStructure = { id: 0, type: '', features: {}, indexed: false, line: 0 };

function spanOf(structure: CasStructure, text: string, problems: FormatProblem[]): Span | undefined {
  const [start, end] = [numberFeature(structure, 'begin'), numberFeature(structure, 'end')];
  if (start === undefined || end === undefined) return undefined;
  if (start <= end && end <= text.length) return { start, end };
  problems.push(
    error(structure.line, formatMessages.structureOutside(shortName(structure.type), structure.id, start, end, text.length)),
  );
  return undefined;
}

function frames(cas: Cas, spans: ReadonlyMap<number, Span>, name: string): { structure: CasStructure; span: Span }[] {
  const all = cas.structures.flatMap((structure) => {
    const span = spans.get(structure.id);
    return span && shortName(structure.type) === name ? [{ structure, span }] : [];
  });
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return all.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** The ids that a feature refers to, one or several. */
function references(structure: CasStructure, name: string): readonly number[] {
  const value = own(structure.features, name);
  return value?.kind === 'references' ? value.ids : value?.kind === 'reference' ? [value.id] : [];
}

function fromStructure(structure: CasStructure, id: string, span: Span): Annotation {
  return {
    id,
    layer: layerOfCasType(structure.type),
    type: textFeature(structure, 'value') ?? shortName(structure.type),
    spans: [span],
    attributes: attributesOf(structure, PLACE),
  };
}

function attributesOf(structure: CasStructure, but: ReadonlySet<string>): Record<string, AttributeValue> {
  const attributes = Object.entries(structure.features).flatMap(([name, value]): [string, AttributeValue][] => {
    if (but.has(name)) return [];
    if (value.kind === 'primitive') return [[name, String(value.value)]];
    return value.kind === 'strings' && value.values.length > 0 ? [[name, toAttributeValue(value.values)]] : [];
  });
  return Object.fromEntries(attributes);
}

function fromDetail(detail: CasStructure, id: string, spans: readonly Span[]): Annotation {
  const [status, source, score, note] = [
    asStatus(textFeature(detail, 'status')),
    textFeature(detail, 'source'),
    Number(textFeature(detail, 'score') ?? Number.NaN),
    textFeature(detail, 'note'),
  ];
  const links = texts(detail, 'links').flatMap(parseLink);
  return {
    id,
    layer: textFeature(detail, 'layer') ?? 'entity',
    type: textFeature(detail, 'value') ?? '',
    spans: [...spans].sort((a, b) => a.start - b.start || a.end - b.end),
    attributes: parsePairs(texts(detail, 'attributes')),
    ...(links.length > 0 && { links }),
    ...(note !== undefined && { note }),
    ...(status && { status }),
    ...(source !== undefined && { source }),
    ...(Number.isFinite(score) && { score }),
  };
}

function texts(structure: CasStructure, name: string): readonly string[] {
  const value = own(structure.features, name);
  return value?.kind === 'strings' ? value.values : [];
}

/** `name=value`; a name that stands several times has several values. Names have `%3D` for `=`. */
function parsePairs(pairs: readonly string[]): Record<string, AttributeValue> {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = (equals === -1 ? pair : pair.slice(0, equals)).replaceAll('%3D', '=').replaceAll('%25', '%');
    addTo(values, name, equals === -1 ? '' : pair.slice(equals + 1));
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, toAttributeValue(list)]));
}

/** The inverse of {@link parsePairs}. */
export function formatPairs(attributes: Readonly<Record<string, AttributeValue>>): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const escaped = name.replaceAll('%', '%25').replaceAll('=', '%3D');
    return (typeof value === 'string' ? [value] : value).map((single) => `${escaped}=${single}`);
  });
}

function parseLink(line: string): KnowledgeLink[] {
  const [type = '', resource = '', id = '', ...label] = line.split('\t');
  return [{ type, resource, id, ...(label.length > 0 && { label: label.join('\t') }) }];
}

function ownRelation(structure: CasStructure): Relation[] {
  const [trigger, note] = [textFeature(structure, 'trigger'), textFeature(structure, 'note')];
  const targets = texts(structure, 'targets');
  const roles = texts(structure, 'roles');
  return [
    {
      id: textFeature(structure, 'relationId') ?? `R${structure.id}`,
      type: textFeature(structure, 'value') ?? '',
      ...(trigger !== undefined && { trigger }),
      args: targets.map((target, i) => ({ role: roles[i] ?? `Arg${i + 1}`, target })),
      attributes: parsePairs(texts(structure, 'attributes')),
      ...(note !== undefined && { note }),
    },
  ];
}

/** INCEpTION's relations: they have a place, that of their target, and are no annotations of the text. */
export function isRelation({ features }: CasStructure): boolean {
  return Object.hasOwn(features, 'Governor') && Object.hasOwn(features, 'Dependent');
}

/** INCEpTION's relations; what our own structures say more of is said there. */
function foreignRelations(cas: Cas, idOf: ReadonlyMap<number, string>): Relation[] {
  const described = new Set(
    cas.structures.filter(({ type }) => type === RELATION).flatMap((structure) => references(structure, 'shown')),
  );
  return cas.structures.flatMap((structure): Relation[] => {
    if (described.has(structure.id)) return [];
    const [from, to] = [references(structure, 'Governor')[0], references(structure, 'Dependent')[0]].map((id) =>
      id === undefined ? undefined : idOf.get(id),
    );
    if (from === undefined || to === undefined) return [];
    const args = [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ];
    return [
      {
        id: `R${structure.id}`,
        type: textFeature(structure, 'value') ?? textFeature(structure, 'DependencyType') ?? shortName(structure.type),
        args,
        attributes: attributesOf(structure, RELATION_PLACE),
      },
    ];
  });
}

function ownGroup(structure: CasStructure): EntityGroup {
  const [type, name] = [textFeature(structure, 'value'), textFeature(structure, 'name')];
  return {
    id: textFeature(structure, 'groupId') ?? `G${structure.id}`,
    ...(type !== undefined && { type }),
    ...(name !== undefined && { name }),
    members: texts(structure, 'members'),
    attributes: parsePairs(texts(structure, 'attributes')),
  };
}

/** DKPro's chains: a head with `first`, links with `next`. */
function chains(cas: Cas, byId: ReadonlyMap<number, CasStructure>, idOf: ReadonlyMap<number, string>): EntityGroup[] {
  return cas.structures.flatMap((head): EntityGroup[] => {
    let link = references(head, 'first')[0];
    if (link === undefined || !head.type.endsWith('Chain')) return [];
    const members: string[] = [];
    const seen = new Set<number>();
    while (link !== undefined && !seen.has(link)) {
      seen.add(link);
      const id = idOf.get(link);
      if (id !== undefined) members.push(id);
      const structure: CasStructure | undefined = byId.get(link);
      link = structure && references(structure, 'next')[0];
    }
    return members.length > 0 ? [{ id: `chain-${head.id}`, members, attributes: {} }] : [];
  });
}
