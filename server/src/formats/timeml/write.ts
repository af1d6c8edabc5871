import { own } from '../../core/members';
import { lossMessages } from '../../messages/losses';
import { type Annotation, type AnnotationDocument, attributeValues, hull, type Relation } from '../annotationDocument';
import type { WriteOptions } from '../format';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { isBinary, reduce } from '../reduce';
import { type InlinePiece, writeInline } from '../xml/inline';
import { XmlBuilder, xmlSafe } from '../xml/write';
import { CREATION, ELEMENTS, FROM, INSTANCE, LINKS, NAMES, type TimemlOrigin, TO } from './vocabulary';

// TimeML 1.2.1 and ISO-TimeML; what else a document knows of a date has no attribute here.
const TIMEX_ATTRIBUTES = new Set([
  'value',
  'mod',
  'quant',
  'freq',
  'beginPoint',
  'endPoint',
  'temporalFunction',
  'functionInDocument',
  'anchorTimeID',
  'valueFromFunction',
  'comment',
]);
const TIMEX_TYPES = new Set(['DATE', 'TIME', 'DURATION', 'SET']);
const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

const CAPABILITIES: Capabilities = {
  ...EVERYTHING,
  accepts: ({ layer, type }) =>
    NAMES.has(layer) && (layer !== 'date' || TIMEX_TYPES.has(type)) && (layer !== 'signal' || type === 'SIGNAL'),
  discontinuous: false,
  overlap: 'nested',
  attributes: ({ layer }, name, values) =>
    values.length === 1 &&
    (layer === 'date' ? TIMEX_ATTRIBUTES.has(name) : NCNAME.test(name) && !['eid', 'sid', 'class'].includes(name)),
  links: false,
  notes: false,
  status: false,
  source: false,
  score: false,
  relations: (relation) =>
    isBinary(relation) && FROM.includes(relation.args[0]?.role ?? '') && TO.includes(relation.args[1]?.role ?? ''),
  groups: false,
  tokens: false,
  sentences: false,
  language: false,
};

/** One TimeML file. */
export function writeTimeml(
  document: AnnotationDocument,
  options: WriteOptions,
): { content: string; losses: readonly LossItem[] } {
  const { document: safe, report } = xmlSafe(document);
  const { document: reduced, losses } = reduce(safe, CAPABILITIES, options);
  const ids = numberIds(reduced);
  if ([...ids].some(([before, after]) => before !== after)) report.add('id', lossMessages.numberedAnew);
  const origin = reduced.origin?.format === 'timeml' ? (reduced.origin.data as TimemlOrigin) : undefined;
  const isCreation = (annotation: Annotation): boolean => annotation.attributes.functionInDocument === CREATION;
  const dct = reduced.annotations.find((annotation) => isCreation(annotation) && hull(annotation).end === 0);
  const marks = reduced.annotations.filter((annotation) => annotation !== dct);
  const builder = new XmlBuilder('TimeML', []);
  builder.line(0).leaf('DOCID', {}, reduced.id).line(0);
  const creation = dct
    ? piece(dct, ids, origin).attributes
    : reduced.date !== undefined && !marks.some(isCreation)
      ? { functionInDocument: CREATION, tid: 't0', type: 'DATE', value: reduced.date }
      : undefined;
  if (creation) {
    const words = origin?.creation?.value === creation.value ? origin?.creation?.words : undefined;
    builder.open('DCT').leaf('TIMEX3', creation, words).close().line(0);
  }
  builder.open('TEXT');
  writeInline(
    builder,
    reduced.text,
    marks.map((annotation) => piece(annotation, ids, origin)),
  );
  builder.close();
  for (const annotation of marks) writeInstances(builder, annotation, ids, origin);
  const byId = new Map(reduced.annotations.map((annotation) => [annotation.id, annotation]));
  for (const relation of reduced.relations) writeLink(builder, relation, { marks: byId, ids, origin });
  return { content: builder.line(0).end(), losses: [...report.items, ...losses] };
}

/**
 * The instances of an event that had such elements; the first says what the event says now, but for what its element said
 * otherwise and says still.
 */
function writeInstances(
  builder: XmlBuilder,
  annotation: Annotation,
  ids: ReadonlyMap<string, string>,
  origin: TimemlOrigin | undefined,
): void {
  const eventID = ids.get(annotation.id);
  const atEvent = origin?.atEvents.get(annotation.id) ?? {};
  for (const [i, instance] of (origin?.instances.get(annotation.id) ?? []).entries()) {
    const now = Object.entries(instance).map(([name, before]) => {
      const value = attributeValues(annotation.attributes[name] ?? [])[0];
      return [name, value !== undefined && value === own(atEvent, name) ? before : value] as const;
    });
    builder.line(0).leaf(INSTANCE, { eventID, ...(i === 0 ? Object.fromEntries(now) : instance) });
  }
}

function writeLink(
  builder: XmlBuilder,
  relation: Relation,
  {
    marks,
    ids,
    origin,
  }: { marks: ReadonlyMap<string, Annotation>; ids: ReadonlyMap<string, string>; origin: TimemlOrigin | undefined },
): void {
  const { link, ...rest } = relation.attributes;
  const instanceOf = (id: string): string | undefined => attributeValues(marks.get(id)?.attributes.eiid ?? [])[0];
  const ends = relation.args.map(({ role, target }) => {
    const before = origin?.ends.get(relation.id)?.[role];
    const isStill = origin?.instances.get(target)?.some(({ eiid }) => eiid === before);
    if (before !== undefined && isStill) return [role, before];
    return [role, /Instance/.test(role) ? (instanceOf(target) ?? ids.get(target)) : ids.get(target)];
  });
  const plain = Object.entries(rest).map(([name, value]) => [name, attributeValues(value)[0]]);
  builder.line(0).leaf(typeof link === 'string' && LINKS.includes(link) ? link : 'TLINK', {
    lid: relation.id,
    relType: relation.type,
    ...Object.fromEntries(ends),
    ...Object.fromEntries(plain),
  });
}

/** What an instance says does not stand at the event too, unless it did. */
function piece(annotation: Annotation, ids: ReadonlyMap<string, string>, origin: TimemlOrigin | undefined): InlinePiece {
  const name = NAMES.get(annotation.layer) ?? 'TIMEX3';
  const kind = own(ELEMENTS, name);
  const elsewhere = new Set(Object.keys(origin?.instances.get(annotation.id)?.[0] ?? {}));
  const here = origin?.atEvents.get(annotation.id) ?? {};
  const attributes = Object.entries(annotation.attributes).flatMap(([key, value]) =>
    elsewhere.has(key) && !Object.hasOwn(here, key) ? [] : [[key, attributeValues(value)[0]]],
  );
  return {
    ...hull(annotation),
    name,
    attributes: {
      [kind?.id ?? 'tid']: ids.get(annotation.id),
      ...(kind?.type && { [kind.type]: annotation.type }),
      ...Object.fromEntries(attributes),
    },
  };
}

/** TimeML's ids are XML names: `t1` for dates, where the document's own are not. */
function numberIds(document: AnnotationDocument): ReadonlyMap<string, string> {
  const taken = new Set(document.annotations.map((annotation) => annotation.id).filter((id) => NCNAME.test(id)));
  let next = 1;
  return new Map(
    document.annotations.map((annotation) => {
      if (NCNAME.test(annotation.id)) return [annotation.id, annotation.id];
      while (taken.has(`t${next}`)) next++;
      taken.add(`t${next}`);
      return [annotation.id, `t${next}`];
    }),
  );
}
