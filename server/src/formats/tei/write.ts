import { type Annotation, type AnnotationDocument, attributeValues } from '../annotationDocument';
import type { ArticleLabels } from '../articleLabels';
import { codePointMap } from '../codePoints';
import { addTo } from '../collections';
import type { WriteOptions } from '../format';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { type InlinePiece, writeInline } from '../xml/inline';
import { XmlBuilder, xmlSafe } from '../xml/write';
import { elementFor, inlineLabel, isInlineAttribute } from './elements';
import { listableGroup, writeGroups } from './groups';
import { oneSpaced } from './header';
import { writeStandOff } from './standOffWrite';
import { NCNAME, xmlIds } from './xmlIds';

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
  const xmlId = xmlIds(reduced, new Set([TEXT]));
  header(builder, reduced);
  if (
    inline
      ? reduced.groups.length > 0
      : reduced.annotations.length + reduced.groups.length + Object.keys(reduced.metadata ?? {}).length > 0
  ) {
    builder.line(1).open('standOff');
    if (inline) writeGroups(builder, reduced.groups, xmlId);
    else writeStandOff(builder, reduced, { xmlId, targetOf: stringRanges(reduced), base: TEXT, facts: reduced.metadata });
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

const STANDOFF: Capabilities = { ...EVERYTHING, metadata: true, labels: true, tokens: false, sentences: false };

function inlineCapabilities(document: AnnotationDocument): Capabilities {
  const groups = new Set(document.groups.map((group) => group.id));
  return {
    ...EVERYTHING,
    labels: true,
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

function header(builder: XmlBuilder, document: AnnotationDocument): void {
  builder.line(1).open('teiHeader').line(2).open('fileDesc');
  builder.line(3).open('titleStmt').leaf('title', {}, document.id).close();
  builder.line(3).open('publicationStmt').leaf('p', {}, 'Unpublished.').close();
  builder.line(3).open('sourceDesc').leaf('p', {}, 'Born digital.').close().line(2).close();
  const { date, labels = {} } = document;
  if (date !== undefined || Object.keys(labels).length > 0) {
    builder.line(2).open('profileDesc');
    if (date !== undefined) creation(builder, date);
    if (Object.keys(labels).length > 0) keywords(builder, labels);
    builder.line(2).close();
  }
  builder.line(1).close();
}

function creation(builder: XmlBuilder, date: string): void {
  const when = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? { when: date } : { 'when-custom': date };
  builder.line(3).open('creation').leaf('date', when).close();
}

function keywords(builder: XmlBuilder, labels: ArticleLabels): void {
  builder.line(3).open('textClass').line(4).open('keywords');
  for (const [type, values] of Object.entries(labels))
    for (const value of values) {
      const space = value === oneSpaced(value) ? {} : { 'xml:space': 'preserve' };
      builder.line(5).leaf('term', { type, ...space }, value);
    }
  builder.line(4).close().line(3).close();
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

function stringRanges(document: AnnotationDocument): (annotation: Annotation) => string {
  const points = codePointMap(document.text);
  return (annotation) =>
    annotation.spans
      .map((span) => {
        const start = points.toCodePoint(span.start);
        return `#string-range(${TEXT},${start},${points.toCodePoint(span.end) - start})`;
      })
      .join(' ');
}
