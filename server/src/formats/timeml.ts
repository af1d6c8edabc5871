import { own } from '../core/members';
import { formatMessages } from '../messages/formats';
import { lossMessages } from '../messages/losses';
import {
  type Annotation,
  type AnnotationDocument,
  attributeValues,
  hull,
  type Relation,
  type RelationArgument,
} from './annotationDocument';
import {
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  fileNameFor,
  type ReadResult,
  stem,
  type WriteOptions,
  warning,
} from './format';
import { type Capabilities, EVERYTHING, type LossItem } from './loss';
import { isBinary, reduce } from './reduce';
import { type InlinePiece, readInline, writeInline } from './xml/inline';
import { attribute, descendants, elements, readXml, textContent, type XmlElement } from './xml/read';
import { XmlBuilder, xmlSafe } from './xml/write';

/**
 * TimeML: dates as inline TIMEX3, events and signals where a file has them, temporal links. The document's date is the
 * DCT. Nothing else of the model has a place here.
 */
export const timeml: FormatDescriptor = {
  id: 'timeml',
  title: 'TimeML',
  extensions: ['tml', 'xml'],
  unit: 'inline',
  perFile: 'one',
  needsText: false,
  variants: [],
  read,
  write: (documents, options = {}) => {
    const written = documents.map((document) => ({ document, ...writeDocument(document, options) }));
    return {
      files: written.map(({ document, content }) => ({ name: fileNameFor(document.id, 'tml'), content })),
      losses: written.flatMap(({ losses }) => losses),
    };
  },
};

/** Elements by layer, with the attributes that hold the id and the type. */
const ELEMENTS: Readonly<Record<string, { readonly layer: string; readonly id: string; readonly type: string | undefined }>> = {
  TIMEX3: { layer: 'date', id: 'tid', type: 'type' },
  EVENT: { layer: 'event', id: 'eid', type: 'class' },
  SIGNAL: { layer: 'signal', id: 'sid', type: undefined },
};
const NAMES = new Map(Object.entries(ELEMENTS).map(([name, { layer }]) => [layer, name]));
const LINKS = ['TLINK', 'SLINK', 'ALINK'];
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
// A link's ends: the first one that is there, on each side.
const FROM = ['eventInstanceID', 'timeID', 'eventID'];
const TO = ['relatedToEventInstance', 'relatedToTime', 'subordinatedEventInstance', 'relatedToEvent'];
const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const CREATION = 'CREATION_TIME';

function read(input: FormatInput): ReadResult {
  const reading = readXml(input.content);
  if (!reading.root) return { documents: [], problems: reading.problems };
  const { root } = reading;
  const text = elements(root, 'TEXT')[0];
  if (root.local !== 'TimeML' || !text) return { documents: [], problems: [error(root.line, formatMessages.timemlRoot)] };
  const problems: FormatProblem[] = [];
  const inline = readInline(text);
  const instances = new Map<string, string>();
  const annotations: Annotation[] = [];
  const links = elements(root).filter((element) => LINKS.includes(element.local));
  const referred = new Set(links.flatMap((link) => link.attributes.map((own) => own.value)));
  const dct = elements(root, 'DCT').flatMap((element) => descendants(element, 'TIMEX3'))[0];
  const placed = [...(dct ? [{ element: dct, start: 0, end: 0 }] : []), ...inline.placed];
  const taken = new Set<string>();
  for (const { element, start, end } of placed) {
    const kind = own(ELEMENTS, element.local);
    if (!kind) {
      problems.push({ severity: 'information', line: element.line, message: formatMessages.plainText(element.local) });
      continue;
    }
    // A creation time that nothing refers to is the document's date and no more.
    if (element === dct && attribute(dct, 'tid') === 't0' && !referred.has('t0') && dct.attributes.length <= 4) continue;
    let id = attribute(element, kind.id) ?? `${element.local.toLowerCase()}-${annotations.length + 1}`;
    while (taken.has(id)) {
      problems.push(warning(element.line, formatMessages.idTwice(id)));
      id = `${id}_`;
    }
    taken.add(id);
    const instance = attribute(element, 'eiid');
    instances.set(id, id);
    if (instance !== undefined) instances.set(instance, id);
    const rest = element.attributes.filter((own) => own.uri === '' && own.local !== kind.id && own.local !== kind.type);
    annotations.push({
      id,
      layer: kind.layer,
      type: (kind.type && attribute(element, kind.type)) ?? element.local,
      spans: [{ start, end }],
      attributes: Object.fromEntries(rest.map((own) => [own.local, own.value])),
    });
  }
  const date = dct && attribute(dct, 'value');
  const relations = links.flatMap((link, i) => readLink(link, i, instances, problems));
  const others = elements(root).filter((element) => !['DOCID', 'DCT', 'TEXT', ...LINKS].includes(element.local));
  for (const element of others)
    problems.push({ severity: 'information', line: element.line, message: formatMessages.notKept(element.local) });
  const id = elements(root, 'DOCID')[0];
  const document: AnnotationDocument = {
    id: (id && textContent(id)) || stem(input.name),
    text: inline.text,
    ...(date !== undefined && { date }),
    annotations,
    relations,
    groups: [],
  };
  return { documents: [document], problems };
}

function readLink(
  link: XmlElement,
  index: number,
  instances: ReadonlyMap<string, string>,
  problems: FormatProblem[],
): Relation[] {
  const end = (names: readonly string[]): RelationArgument | undefined => {
    const role = names.find((name) => attribute(link, name) !== undefined);
    const target = role === undefined ? undefined : instances.get(attribute(link, role) ?? '');
    return role === undefined || target === undefined ? undefined : { role, target };
  };
  const [from, to] = [end(FROM), end(TO)];
  if (!from || !to) {
    problems.push(warning(link.line, formatMessages.linkNotBetween(link.local)));
    return [];
  }
  const rest = link.attributes.filter((own) => own.uri === '' && !['lid', 'relType', from.role, to.role].includes(own.local));
  return [
    {
      id: attribute(link, 'lid') ?? `l${index + 1}`,
      type: attribute(link, 'relType') ?? link.local,
      args: [from, to],
      attributes: {
        ...Object.fromEntries(rest.map((own) => [own.local, own.value])),
        ...(link.local !== 'TLINK' && { link: link.local }),
      },
    },
  ];
}

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

function writeDocument(document: AnnotationDocument, options: WriteOptions): { content: string; losses: readonly LossItem[] } {
  const { document: safe, report } = xmlSafe(document);
  const { document: reduced, losses } = reduce(safe, CAPABILITIES, options);
  const ids = numberIds(reduced);
  if ([...ids].some(([before, after]) => before !== after)) report.add('id', lossMessages.numberedAnew);
  const isDct = (annotation: Annotation): boolean =>
    annotation.attributes.functionInDocument === CREATION && hull(annotation).end === 0;
  const dct = reduced.annotations.find(isDct);
  const pieces = reduced.annotations.filter((annotation) => annotation !== dct).map((annotation) => piece(annotation, ids));
  const builder = new XmlBuilder('TimeML', []);
  builder.line(0).leaf('DOCID', {}, reduced.id).line(0);
  if (dct || reduced.date !== undefined) {
    builder.open('DCT');
    if (dct) builder.leaf('TIMEX3', piece(dct, ids).attributes);
    else builder.leaf('TIMEX3', { functionInDocument: CREATION, tid: 't0', type: 'DATE', value: reduced.date });
    builder.close().line(0);
  }
  builder.open('TEXT');
  writeInline(builder, reduced.text, pieces);
  builder.close();
  const instanceOf = new Map(
    reduced.annotations.map((annotation) => [annotation.id, attributeValues(annotation.attributes.eiid ?? [])[0]]),
  );
  for (const relation of reduced.relations) {
    const { link, ...rest } = relation.attributes;
    const ends = relation.args.map(({ role, target }) => [
      role,
      /Instance/.test(role) ? (instanceOf.get(target) ?? ids.get(target)) : ids.get(target),
    ]);
    const plain = Object.entries(rest).map(([name, value]) => [name, attributeValues(value)[0]]);
    builder.line(0).leaf(typeof link === 'string' && LINKS.includes(link) ? link : 'TLINK', {
      lid: relation.id,
      relType: relation.type,
      ...Object.fromEntries(ends),
      ...Object.fromEntries(plain),
    });
  }
  return { content: builder.line(0).end(), losses: [...report.items, ...losses] };
}

function piece(annotation: Annotation, ids: ReadonlyMap<string, string>): InlinePiece {
  const name = NAMES.get(annotation.layer) ?? 'TIMEX3';
  const kind = own(ELEMENTS, name);
  const attributes = Object.entries(annotation.attributes).map(([key, value]) => [key, attributeValues(value)[0]]);
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
