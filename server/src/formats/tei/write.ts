import {
  type Annotation,
  type AnnotationDocument,
  type Attributes,
  attributeValues,
  type EntityGroup,
} from '../annotationDocument';
import { codePointMap } from '../codePoints';
import { addTo } from '../collections';
import type { WriteOptions } from '../format';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { type InlinePiece, writeInline } from '../xml/inline';
import { XmlBuilder, xmlSafe } from '../xml/write';
import { elementFor, inlineLabel, isInlineAttribute } from './elements';
import { listableGroup, writeGroups } from './groups';

const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const CANONICAL = new Set(['persName', 'orgName', 'placeName', 'rs', 'date', 'time']);

/** One TEI file; variant `standoff` (all that the model says) or `inline` (what every TEI tool shows). */
export function writeTei(
  document: AnnotationDocument,
  options: WriteOptions = {},
): { readonly content: string; readonly losses: readonly LossItem[] } {
  const { document: safe, report } = xmlSafe(document);
  const inline = options.variant === 'inline';
  const { document: reduced, losses } = reduce(safe, inline ? inlineCapabilities(safe) : STANDOFF, options);
  const builder = new XmlBuilder('TEI', [{ prefix: '', uri: 'http://www.tei-c.org/ns/1.0' }]);
  const xmlId = xmlIds(reduced);
  header(builder, reduced);
  if (inline ? reduced.groups.length > 0 : reduced.annotations.length + reduced.groups.length > 0) {
    builder.line(1).open('standOff');
    if (inline) writeGroups(builder, reduced.groups, xmlId);
    else writeStandOff(builder, reduced, xmlId);
    builder.line(1).close();
  }
  builder
    .line(1)
    .open('text', { 'xml:lang': reduced.language })
    .line(2)
    .open('body')
    .line(3)
    .open('ab', { 'xml:id': TEXT, 'xml:space': 'preserve' });
  writeInline(builder, reduced.text, inline ? inlinePieces(reduced, xmlId) : []);
  builder.close().line(2).close().line(1).close().line(0);
  return { content: builder.end(), losses: [...report.items, ...losses] };
}

/** The xml:id of the text, which string ranges count in. */
const TEXT = 'text';

const STANDOFF: Capabilities = { ...EVERYTHING, tokens: false, sentences: false };

function inlineCapabilities(document: AnnotationDocument): Capabilities {
  const groups = new Set(document.groups.map((group) => group.id));
  return {
    ...EVERYTHING,
    overlap: 'nested',
    label: inlineLabel,
    attributes: (annotation, name, values) => {
      if (name === 'speakerEntity')
        return (
          annotation.layer === 'quote' &&
          values.length === 1 &&
          groups.has(values[0] ?? '') &&
          NCNAME.test(values[0] ?? '') &&
          !('who' in annotation.attributes)
        );
      return isInlineAttribute(annotation, name, values) && !/[\t\r\n]/.test(values[0] ?? '');
    },
    links: false,
    notes: false,
    status: false,
    source: false,
    score: false,
    relations: 'none',
    groups: listableGroup,
    tokens: false,
    sentences: false,
  };
}

/** XML names for all ids: themselves where they are such, else new ones. */
function xmlIds(document: AnnotationDocument): (id: string) => string {
  const all = [...document.annotations, ...document.relations, ...document.groups].map((item) => item.id);
  const taken = new Set([TEXT, ...all.filter((id) => NCNAME.test(id))]);
  const names = new Map<string, string>();
  for (const id of all) {
    if (names.has(id)) continue;
    let name = id;
    if (!NCNAME.test(id) || id === TEXT) {
      for (let i = 1; taken.has(name) || !NCNAME.test(name); i++) name = `id-${i}`;
      taken.add(name);
    }
    names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}

function header(builder: XmlBuilder, document: AnnotationDocument): void {
  builder.line(1).open('teiHeader').line(2).open('fileDesc');
  builder.line(3).open('titleStmt').leaf('title', {}, document.id).close();
  builder.line(3).open('publicationStmt').leaf('p', {}, 'Unpublished.').close();
  builder.line(3).open('sourceDesc').leaf('p', {}, 'Born digital.').close().line(2).close();
  if (document.date !== undefined) {
    const when = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(document.date) ? { when: document.date } : { 'when-custom': document.date };
    builder.line(2).open('profileDesc').open('creation').leaf('date', when).close().close();
  }
  builder.line(1).close();
}

function inlinePieces(document: AnnotationDocument, xmlId: (id: string) => string): InlinePiece[] {
  const memberships = new Map<string, string[]>();
  for (const group of document.groups) for (const member of group.members) addTo(memberships, member, `#${xmlId(group.id)}`);
  return document.annotations.flatMap((annotation) => {
    const { name, attributes } = elementFor(annotation);
    const groups = memberships.get(annotation.id)?.join(' ');
    // ref is for what refers by name; ana ties anything to an interpretation. A foreign ref keeps its place.
    const canonical = CANONICAL.has(name) && attributes.ref === undefined;
    const speaker = attributeValues(annotation.attributes.speakerEntity ?? [])[0];
    const tied = {
      ...attributes,
      ...(groups !== undefined && { [canonical ? 'ref' : 'ana']: groups }),
      ...(speaker !== undefined && { who: `#${xmlId(speaker)}` }),
    };
    return annotation.spans.map((span, i): InlinePiece => {
      const part = (n: number): string => (n === 0 ? xmlId(annotation.id) : `${xmlId(annotation.id)}.${n + 1}`);
      const last = i === annotation.spans.length - 1;
      return {
        ...span,
        name,
        attributes: {
          'xml:id': part(i),
          ...tied,
          ...(!last && { next: `#${part(i + 1)}` }),
          ...(i > 0 && { prev: `#${part(i - 1)}` }),
        },
      };
    });
  });
}

/*
 * TEI's annotation element follows the Web Annotation model: a target and bodies. The bodies are notes whose @type says
 * which field of the model they are: layer, value, attribute (@n its name), status, source, score, comment, link, id.
 */
function writeStandOff(builder: XmlBuilder, document: AnnotationDocument, xmlId: (id: string) => string): void {
  const points = codePointMap(document.text);
  builder.line(2).open('listAnnotation');
  const note = (type: string, text: string | undefined, n?: string): void => {
    if (text !== undefined) builder.line(4).leaf('note', { type, n }, text);
  };
  const begin = (id: string, motivation: string, target: string): void => {
    builder.line(3).open('annotation', { 'xml:id': xmlId(id), motivation, target });
    if (xmlId(id) !== id) note('id', id);
  };
  const attributes = (values: Attributes): void => {
    for (const [name, value] of Object.entries(values))
      for (const single of attributeValues(value)) note('attribute', single, name);
  };
  for (const annotation of document.annotations) {
    begin(annotation.id, 'tagging', ranges(annotation, points));
    note('layer', annotation.layer);
    note('value', annotation.type);
    attributes(annotation.attributes);
    note('status', annotation.status);
    note('source', annotation.source);
    note('score', annotation.score === undefined ? undefined : String(annotation.score));
    note('comment', annotation.note);
    for (const link of annotation.links ?? [])
      note('link', [link.type, link.resource, link.id, ...(link.label !== undefined ? [link.label] : [])].join('\t'));
    builder.line(3).close();
  }
  for (const relation of document.relations) {
    begin(
      relation.id,
      'linking',
      [...(relation.trigger !== undefined ? [relation.trigger] : []), ...relation.args.map((arg) => arg.target)]
        .map((id) => `#${xmlId(id)}`)
        .join(' '),
    );
    note('relation', relation.type);
    if (relation.trigger !== undefined) note('trigger', '');
    for (const arg of relation.args) note('role', arg.role);
    attributes(relation.attributes);
    note('comment', relation.note);
    builder.line(3).close();
  }
  for (const group of document.groups) writeGroup(builder, group, begin, note, attributes, xmlId);
  builder.line(2).close();
}

function writeGroup(
  builder: XmlBuilder,
  group: EntityGroup,
  begin: (id: string, motivation: string, target: string) => void,
  note: (type: string, text: string | undefined) => void,
  attributes: (values: Attributes) => void,
  xmlId: (id: string) => string,
): void {
  // A target must be there: a thing without mentions points at the text.
  begin(group.id, 'identifying', group.members.map((id) => `#${xmlId(id)}`).join(' ') || `#${TEXT}`);
  note('group', '');
  note('value', group.type);
  note('name', group.name);
  attributes(group.attributes);
  builder.line(3).close();
}

function ranges(annotation: Annotation, points: ReturnType<typeof codePointMap>): string {
  return annotation.spans
    .map((span) => {
      const start = points.toCodePoint(span.start);
      return `#string-range(${TEXT},${start},${points.toCodePoint(span.end) - start})`;
    })
    .join(' ');
}
