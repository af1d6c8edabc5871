import { own } from '../../core/members';
import { formatMessages } from '../../messages/formats';
import type { Annotation, AnnotationDocument, Attributes, Relation, RelationArgument } from '../annotationDocument';
import { addTo } from '../collections';
import { documentName, error, type FormatInput, type FormatProblem, type ReadResult, warning } from '../format';
import { type PlacedElement, readInline } from '../xml/inline';
import { attribute, descendants, elements, readXml, textContent, type XmlElement } from '../xml/read';
import { CREATION, type CreationWords, ELEMENTS, FROM, INSTANCE, LINKS, type TimemlOrigin, TO } from './vocabulary';

/** What stands beside the text where a file has no TEXT. */
const BESIDE = new Set(['DOCID', 'DCT', INSTANCE, ...LINKS]);

/**
 * Reads TimeML: 1.1 and 1.2, in which the root is the text, and later ones with TEXT. Instances of events give the events their
 * tense, aspect and polarity; the creation time may stand in DCT, in the text, or anywhere beside it.
 */
export function readTimeml(input: FormatInput): ReadResult {
  const reading = readXml(input.content);
  if (!reading.root) return { documents: [], problems: reading.problems };
  const { root } = reading;
  if (root.local !== 'TimeML') return { documents: [], problems: [error(root.line, formatMessages.timemlRoot)] };
  const problems: FormatProblem[] = [];
  const { document, told } = readDocument(root, documentName(input.name), problems);
  for (const [element, count] of told.plain) {
    const message = formatMessages.plainText(count > 1 ? `${element} (${count})` : element);
    problems.push({ severity: 'information', line: root.line, message });
  }
  for (const [element, count] of told.lost) {
    const message = formatMessages.notKept(count > 1 ? `${element} (${count})` : element);
    problems.push({ severity: 'information', line: root.line, message });
  }
  return { documents: [document], problems };
}

interface Told {
  readonly plain: ReadonlyMap<string, number>;
  readonly lost: ReadonlyMap<string, number>;
}

function readDocument(
  root: XmlElement,
  id: string,
  problems: FormatProblem[],
): { readonly document: AnnotationDocument; readonly told: Told } {
  const text = elements(root, 'TEXT')[0];
  const base = text ?? {
    ...root,
    children: root.children.filter((child) => typeof child === 'string' || !BESIDE.has(child.local)),
  };
  const inline = readInline(base);
  const placed = text ? inline.placed : inline.placed.filter(({ element }) => !BESIDE.has(element.local));
  const links = LINKS.flatMap((name) => descendants(root, name));
  links.sort((a, b) => a.line - b.line);
  const within = new Set(placed.map(({ element }) => element));
  const inDct = new Set(descendants(root, 'DCT').flatMap((element) => descendants(element, 'TIMEX3')));
  const dct = descendants(root, 'TIMEX3').find(
    (element) => inDct.has(element) || attribute(element, 'functionInDocument') === CREATION,
  );
  const outside = dct && !within.has(dct) && !isBareDate(dct, links) ? [{ element: dct, start: 0, end: 0 }] : [];
  const instances = instancesOf(root);
  const plain = new Map<string, number>();
  const { annotations, ids, atEvents } = readMarks([...outside, ...placed], { instances, plain, problems });
  const relations: Relation[] = [];
  const ends = new Map<string, Readonly<Record<string, string>>>();
  for (const [i, link] of links.entries()) readLink(link, i, { ids, instances, problems, relations, ends });
  const date = dct && attribute(dct, 'value');
  const document: AnnotationDocument = {
    id,
    text: inline.text,
    ...(date !== undefined && { date }),
    annotations: asCreation(annotations, outside.length),
    relations,
    groups: [],
    ...originOf({ instances, atEvents, ends, creation: wordsOf(dct, within) }),
  };
  return { document, told: { plain, lost: text ? lostBeside(root) : new Map() } };
}

/** What stands beside the text and is not kept, counted. */
function lostBeside(root: XmlElement): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const { local } of elements(root)) if (local !== 'TEXT' && local !== 'TIMEX3') count(lost, local);
  return lost;
}

/** A creation time that nothing refers to is the document's date and no more. */
function isBareDate(dct: XmlElement, links: readonly XmlElement[]): boolean {
  const isReferred = links.some((link) => link.attributes.some(({ value }) => value === 't0'));
  return attribute(dct, 'tid') === 't0' && !isReferred && dct.attributes.length <= 4;
}

/** What the writer needs to know, where there is any. */
function originOf(data: TimemlOrigin): Pick<AnnotationDocument, 'origin'> {
  return data.instances.size > 0 || data.creation ? { origin: { format: 'timeml', data } } : {};
}

function wordsOf(dct: XmlElement | undefined, within: ReadonlySet<XmlElement>): CreationWords | undefined {
  const words = dct && !within.has(dct) && textContent(dct).trim();
  return dct && words ? { value: attribute(dct, 'value'), words } : undefined;
}

/** A date in DCT is the creation time, whether it says so itself or not. */
function asCreation(annotations: readonly Annotation[], outside: number): readonly Annotation[] {
  return annotations.map((annotation, i) =>
    i >= outside ? annotation : { ...annotation, attributes: { ...annotation.attributes, functionInDocument: CREATION } },
  );
}

/** Instances by their event. */
function instancesOf(root: XmlElement): ReadonlyMap<string, readonly Readonly<Record<string, string>>[]> {
  const result = new Map<string, Readonly<Record<string, string>>[]>();
  for (const element of descendants(root, INSTANCE)) {
    const event = attribute(element, 'eventID');
    if (event !== undefined) addTo(result, event, plainAttributes(element, ['eventID']));
  }
  return result;
}

function plainAttributes(element: XmlElement, but: readonly (string | undefined)[]): Record<string, string> {
  const rest = element.attributes.filter(({ uri, local }) => uri === '' && !but.includes(local));
  return Object.fromEntries(rest.map(({ local, value }) => [local, value]));
}

interface Marks {
  readonly instances: TimemlOrigin['instances'];
  /** Elements that are no marks, counted. */
  readonly plain: Map<string, number>;
  readonly problems: FormatProblem[];
}

function readMarks(
  placed: readonly PlacedElement[],
  { instances, plain, problems }: Marks,
): {
  readonly annotations: readonly Annotation[];
  readonly ids: ReadonlyMap<string, string>;
  readonly atEvents: TimemlOrigin['atEvents'];
} {
  const annotations: Annotation[] = [];
  const atEvents = new Map<string, Readonly<Record<string, string>>>();
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { element, start, end } of placed) {
    const kind = own(ELEMENTS, element.local);
    if (!kind) {
      count(plain, element.local);
      continue;
    }
    let id = attribute(element, kind.id) ?? `${element.local.toLowerCase()}-${annotations.length + 1}`;
    while (taken.has(id)) {
      problems.push(warning(element.line, formatMessages.idTwice(id)));
      id = `${id}_`;
    }
    taken.add(id);
    const known = instances.get(id) ?? [];
    for (const name of [id, attribute(element, 'eiid'), ...known.map(({ eiid }) => eiid)])
      if (name !== undefined) ids.set(name, id);
    const said = plainAttributes(element, [kind.id, kind.type]);
    atEvents.set(id, said);
    const attributes: Attributes = { ...known[0], ...said };
    annotations.push({
      id,
      layer: kind.layer,
      type: (kind.type && attribute(element, kind.type)) ?? element.local,
      spans: [{ start, end }],
      attributes,
    });
  }
  return { annotations, ids, atEvents };
}

function count(names: Map<string, number>, local: string): void {
  if (!BESIDE.has(local)) names.set(local, (names.get(local) ?? 0) + 1);
}

interface Links {
  readonly ids: ReadonlyMap<string, string>;
  readonly instances: TimemlOrigin['instances'];
  readonly problems: FormatProblem[];
  readonly relations: Relation[];
  readonly ends: Map<string, Readonly<Record<string, string>>>;
}

function readLink(link: XmlElement, index: number, { ids, instances, problems, relations, ends }: Links): void {
  const end = (names: readonly string[]): RelationArgument | undefined => {
    const role = names.find((name) => attribute(link, name) !== undefined);
    const target = role === undefined ? undefined : ids.get(attribute(link, role) ?? '');
    return role === undefined || target === undefined ? undefined : { role, target };
  };
  const [from, to] = [end(FROM), end(TO)];
  if (!from || !to) {
    problems.push(warning(link.line, formatMessages.linkNotBetween(link.local)));
    return;
  }
  const id = attribute(link, 'lid') ?? `l${index + 1}`;
  const several = [from, to].filter(({ target }) => (instances.get(target)?.length ?? 0) > 1);
  if (several.length > 0) ends.set(id, Object.fromEntries(several.map(({ role }) => [role, attribute(link, role) ?? ''])));
  relations.push({
    id,
    type: attribute(link, 'relType') ?? link.local,
    args: [from, to],
    attributes: {
      ...plainAttributes(link, ['lid', 'relType', from.role, to.role]),
      ...(link.local !== 'TLINK' && { link: link.local }),
    },
  });
}
