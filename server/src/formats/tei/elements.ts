import { own } from '../../core/members';
import { type Annotation, type Attributes, attributeValues } from '../annotationDocument';
import { fromLabel, type LayerType, toLabel } from '../labels';
import { attribute, type XmlElement } from '../xml/read';
import type { XmlAttributes } from '../xml/write';

/*
 * How TEI says what the model says inline:
 *
 *   entity PER, ORG, LOC   persName, orgName, placeName; others rs with @type
 *   date                   date (time for TIME) with @type, the value in @when, @dur or @when-custom
 *   quote                  direct said, indirect said direct="false", mixed q type="mixed", scare soCalled, title title,
 *                          quote and q as they are; cue and speaker seg
 *   any other layer        seg with the label as @type
 */

const NAMES: Readonly<Record<string, string>> = { PER: 'persName', ORG: 'orgName', LOC: 'placeName' };
const NAME_TYPES: Readonly<Record<string, string>> = {
  persName: 'PER',
  surname: 'PER',
  forename: 'PER',
  orgName: 'ORG',
  placeName: 'LOC',
  geogName: 'LOC',
  settlement: 'LOC',
  country: 'LOC',
  region: 'LOC',
  district: 'LOC',
};
/** How others name the same, in lower case. */
const TYPES_OF_OTHERS: Readonly<Record<string, string>> = {
  per: 'PER',
  pers: 'PER',
  person: 'PER',
  loc: 'LOC',
  place: 'LOC',
  location: 'LOC',
  org: 'ORG',
  organisation: 'ORG',
  organization: 'ORG',
};
const QUOTES: Readonly<Record<string, string>> = { scare: 'soCalled', title: 'title', quote: 'quote' };

/** Attributes of TEI that an element may bear; others of the document have no place inline. */
const PLAIN = new Set([
  'ref',
  'key',
  'cert',
  'resp',
  'who',
  'toWhom',
  'aloud',
  'n',
  'rend',
  'role',
  'subtype',
  'calendar',
  'period',
  'source',
  'corresp',
  'notBefore',
  'notAfter',
  'from',
  'to',
  'when-iso',
  'dur-iso',
]);
// xs:date, gYear, gYearMonth, gMonthDay and so on, with time; what @when may hold.
const W3C_DATE =
  /^(?:-?\d{4,}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?|--\d\d(?:-\d\d)?|---\d\d)$/;
const W3C_DURATION = /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Whether an attribute can stand on the annotation's element and comes back as it was. */
export function isInlineAttribute(annotation: Annotation, name: string, values: readonly string[]): boolean {
  if (values.length !== 1) return false;
  // An attribute's white space is one space, and a custom value is one word.
  const [value = ''] = values;
  if (name === 'value') return annotation.layer === 'date' && /^\S+$/u.test(value);
  return PLAIN.has(name) && value !== '';
}

/** The element for an annotation, with its type and its attributes. */
export function elementFor(annotation: Annotation): { readonly name: string; readonly attributes: XmlAttributes } {
  const plain = Object.fromEntries(
    Object.entries(annotation.attributes).flatMap(([name, value]) =>
      PLAIN.has(name) ? [[name, attributeValues(value)[0]]] : [],
    ),
  );
  const { layer, type } = annotation;
  if (layer === 'entity') {
    const name = own(NAMES, type);
    return name ? { name, attributes: plain } : { name: 'rs', attributes: { type, ...plain } };
  }
  if (layer === 'date')
    return {
      name: type === 'TIME' ? 'time' : 'date',
      attributes: { ...(type !== 'TIME' && { type }), ...dateValue(annotation.attributes), ...plain },
    };
  if (layer === 'quote') {
    if (type === 'direct' || type === 'indirect')
      return { name: 'said', attributes: { direct: String(type === 'direct'), ...plain } };
    const name = own(QUOTES, type);
    if (name) return { name, attributes: plain };
    if (type === 'mixed' || type === 'q') return { name: 'q', attributes: { ...(type === 'mixed' && { type }), ...plain } };
  }
  return { name: 'seg', attributes: { type: toLabel(layer, type), ...plain } };
}

function dateValue(attributes: Attributes): XmlAttributes {
  const value = attributeValues(attributes.value ?? [])[0];
  if (value === undefined) return {};
  return W3C_DATE.test(value) ? { when: value } : W3C_DURATION.test(value) ? { dur: value } : { 'when-custom': value };
}

/** Layer and type of an element; undefined for markup that is not an annotation. */
export function layerOf(element: XmlElement): LayerType | undefined {
  const type = attribute(element, 'type');
  const name = own(NAME_TYPES, element.local);
  if (name) return { layer: 'entity', type: name };
  switch (element.local) {
    case 'rs':
    case 'name':
      return { layer: 'entity', type: type === undefined ? 'MISC' : usualType(type) };
    case 'date':
      return { layer: 'date', type: type ?? 'DATE' };
    case 'time':
      return { layer: 'date', type: 'TIME' };
    case 'said':
      return { layer: 'quote', type: attribute(element, 'direct') === 'false' ? 'indirect' : 'direct' };
    case 'soCalled':
      return { layer: 'quote', type: 'scare' };
    case 'quote':
    case 'title':
      return { layer: 'quote', type: element.local };
    case 'q':
      return { layer: 'quote', type: type === 'mixed' ? 'mixed' : 'q' };
    case 'seg':
      return type === undefined ? undefined : fromLabel(type);
    default:
      return undefined;
  }
}

/** What others name as we do under other names, under ours. */
export const usualType = (type: string): string => own(TYPES_OF_OTHERS, type.toLowerCase()) ?? type;

/** The attributes that the model keeps, under its own names. */
export function attributesOf(element: XmlElement): Record<string, string> {
  const plain = element.attributes.flatMap(({ uri, local, value }): [string, string][] =>
    uri === '' && PLAIN.has(local) ? [[local, value]] : [],
  );
  const value = attribute(element, 'when') ?? attribute(element, 'dur') ?? attribute(element, 'when-custom');
  return { ...Object.fromEntries(plain), ...(value !== undefined && { value }) };
}

/** What layer and type become on the way through the element. */
export function inlineLabel(layer: string, type: string): LayerType {
  const { name, attributes } = elementFor({ id: '', layer, type, spans: [], attributes: {} });
  const written = Object.entries(attributes).map(([local, value]) => ({
    uri: '',
    local,
    value: String(value).replace(/\s/g, ' '),
  }));
  return layerOf({ uri: '', local: name, attributes: written, children: [], line: 0 }) ?? { layer, type };
}
