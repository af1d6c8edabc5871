import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { lossMessages } from '../../messages/losses';
import type { Message } from '../../messages/message';
import type { Annotation, AnnotationDocument, Attributes } from '../annotationDocument';
import { LossReport } from '../loss';

/*
 * Writing is done by a DOM and its serialiser (@xmldom/xmldom): of the libraries tried (xmlbuilder2, fast-xml-builder,
 * xmldom) the only one that keeps tab, LF and CR in attributes. In text none of them keeps a CR, which XML would read as
 * LF: it is written as a reference here.
 */

/** A namespace with its prefix; an empty prefix makes it the default one. */
export interface XmlNamespace {
  readonly prefix: string;
  readonly uri: string;
}

/** Attributes by name as written (`xml:id`, `xmi:id`, `begin`); undefined ones are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** Builds one XML file, top down. */
export class XmlBuilder {
  readonly #document: Document;
  readonly #namespaces: ReadonlyMap<string, string>;
  readonly #stack: Element[];

  /** All namespaces are declared on the root. */
  constructor(root: string, namespaces: readonly XmlNamespace[], attributes: XmlAttributes = {}) {
    this.#namespaces = new Map(namespaces.map(({ prefix, uri }) => [prefix, uri]));
    this.#document = new DOMImplementation().createDocument(this.#uri(root), root, null);
    const element = this.#document.documentElement as Element;
    for (const { prefix, uri } of namespaces) element.setAttributeNS(XMLNS, prefix ? `xmlns:${prefix}` : 'xmlns', uri);
    this.#stack = [element];
    this.#set(element, attributes);
  }

  /** Opens an element inside of the current one. */
  open(name: string, attributes: XmlAttributes = {}): this {
    const element = this.#document.createElementNS(this.#uri(name), name);
    this.#set(element, attributes);
    this.#top().appendChild(element);
    this.#stack.push(element);
    return this;
  }

  /** Closes the current element. */
  close(): this {
    this.#stack.pop();
    return this;
  }

  /** An element with nothing, or with text, in it. */
  leaf(name: string, attributes: XmlAttributes = {}, text = ''): this {
    return this.open(name, attributes).text(text).close();
  }

  /** Text, exactly. */
  text(value: string): this {
    if (value !== '') this.#top().appendChild(this.#document.createTextNode(value));
    return this;
  }

  /** A line break and indentation between elements; only where white space means nothing. */
  line(depth: number): this {
    return this.text(`\n${'  '.repeat(depth)}`);
  }

  /** The file, with XML declaration. */
  end(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${this.fragment()}\n`;
  }

  /** The root element alone, to be put into another file. */
  fragment(): string {
    // Attributes are serialised with references for CR, so any CR left stands in text.
    return new XMLSerializer().serializeToString(this.#document).replaceAll('\r', '&#13;');
  }

  #top(): Element {
    return this.#stack.at(-1) ?? (this.#document.documentElement as Element);
  }

  #uri(name: string): string | null {
    const colon = name.indexOf(':');
    return this.#namespaces.get(colon === -1 ? '' : name.slice(0, colon)) ?? null;
  }

  #set(element: Element, attributes: XmlAttributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      const colon = name.indexOf(':');
      const prefix = colon === -1 ? '' : name.slice(0, colon);
      const uri = prefix === 'xml' ? XML : this.#namespaces.get(prefix);
      if (prefix && uri) element.setAttributeNS(uri, name, String(value));
      else element.setAttribute(name, String(value));
    }
  }
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

// What XML 1.0 cannot hold, not even as a reference: controls, lone surrogates, U+FFFE and U+FFFF.
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Puts U+FFFD, one for one, in place of what XML 1.0 cannot hold, so that offsets stay; reports it. */
export function xmlSafe(document: AnnotationDocument): { readonly document: AnnotationDocument; readonly report: LossReport } {
  const report = new LossReport(document);
  const safe = (value: string, what: Message, item?: string): string => {
    const result = value.replace(IMPOSSIBLE, '\ufffd');
    if (result !== value) report.add('character', lossMessages.characters(what), item);
    return result;
  };
  const attributes = (values: Attributes, item: string): Attributes =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        safe(name, lossMessages.part.anAttribute, item),
        typeof value === 'string'
          ? safe(value, lossMessages.part.attribute(name), item)
          : value.map((single) => safe(single, lossMessages.part.attribute(name), item)),
      ]),
    );
  const annotation = (value: Annotation): Annotation => ({
    ...value,
    layer: safe(value.layer, lossMessages.part.layer, value.id),
    type: safe(value.type, lossMessages.part.type, value.id),
    attributes: attributes(value.attributes, value.id),
    ...(value.note !== undefined && { note: safe(value.note, lossMessages.part.note, value.id) }),
    ...(value.source !== undefined && { source: safe(value.source, lossMessages.part.source, value.id) }),
    ...(value.links && {
      links: value.links.map((link) => ({
        type: safe(link.type, lossMessages.part.link, value.id),
        resource: safe(link.resource, lossMessages.part.link, value.id),
        id: safe(link.id, lossMessages.part.link, value.id),
        ...(link.label !== undefined && { label: safe(link.label, lossMessages.part.link, value.id) }),
      })),
    }),
  });
  return {
    report,
    document: {
      ...document,
      text: safe(document.text, lossMessages.part.text),
      annotations: document.annotations.map(annotation),
      relations: document.relations.map((relation) => ({
        ...relation,
        type: safe(relation.type, lossMessages.part.relation, relation.id),
        attributes: attributes(relation.attributes, relation.id),
        ...(relation.note !== undefined && { note: safe(relation.note, lossMessages.part.note, relation.id) }),
      })),
      groups: document.groups.map((group) => ({
        ...group,
        attributes: attributes(group.attributes, group.id),
        ...(group.name !== undefined && { name: safe(group.name, lossMessages.part.name, group.id) }),
      })),
    },
  };
}
