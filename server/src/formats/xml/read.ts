import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MessageError } from '../../messages/error';
import { formatMessages } from '../../messages/formats';
import { error, type FormatProblem } from '../format';
import { DEEPEST } from '../jsonLimits';
import { declaredEntities, PREDEFINED } from './source';

/*
 * Reading is done by saxes: it holds a file to the well-formedness rules of XML 1.0 and of namespaces, names line and
 * column of each break, resolves character references and keeps white space exactly (but for what XML itself rules:
 * a literal CR or CRLF is one LF). It fetches nothing and expands no entity but XML's own five and those that the file declares as plain text.
 *
 * The depth is bounded: saxes looks a prefix up through all open elements, so that time grows with length times depth.
 */

/** An element with its content in order. Text nodes are plain strings. */
export interface XmlElement {
  /** The namespace's address; empty for none. */
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** 1-based line of the start tag. */
  readonly line: number;
}

/** An element or a stretch of text. */
export type XmlNode = XmlElement | string;

/** An attribute; unprefixed ones have no namespace. */
export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** The root, or what is wrong and where. Comments and processing instructions are left out. */
export type XmlReading =
  | { readonly root: XmlElement; readonly problems: readonly [] }
  | { readonly root?: undefined; readonly problems: readonly FormatProblem[] };

/** Reads a whole XML file. Never throws; a file that is not well-formed gives its first errors and no root. */
export function readXml(content: string): XmlReading {
  const problems: FormatProblem[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  // without a prototype: `&constructor;` is no entity
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries([...declaredEntities(content), ...PREDEFINED]));
  const stack: { element: XmlElement; children: XmlNode[] }[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (cause) => {
    // One break makes others follow: the first few tell all.
    if (problems.length < 5) problems.push(error(parser.line, formatMessages.notXml(cause.message.replace(/^\d+:\d+: /, ''))));
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (stack.length >= DEEPEST) throw new MessageError(formatMessages.xmlTooDeep(DEEPEST));
    const children: XmlNode[] = [];
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => ({ uri, local, value }));
    const element: XmlElement = { uri: tag.uri, local: tag.local, attributes, children, line: parser.line };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push({ element, children });
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const text = (value: string): void => {
    const children = stack.at(-1)?.children;
    if (!children || value === '') return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + value;
    else children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(content).close();
  } catch (cause) {
    if (cause instanceof MessageError) return { problems: [error(parser.line, cause.said)] };
    problems.push(error(parser.line, formatMessages.notXml(cause instanceof Error ? cause.message : String(cause))));
  }
  if (problems.length === 0 && root) return { root, problems: [] };
  return { problems: problems.length > 0 ? problems : [error(1, formatMessages.noElement)] };
}

/** An attribute's value; without `uri`, of no namespace. */
export function attribute(element: XmlElement, local: string, uri = ''): string | undefined {
  return element.attributes.find((candidate) => candidate.local === local && candidate.uri === uri)?.value;
}

/** `xml:id`, `xml:lang`, `xml:space`. */
export const XML_URI = 'http://www.w3.org/XML/1998/namespace';

/** The child elements, of one name where it is given. */
export function elements(parent: XmlElement, local?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (local === undefined || child.local === local),
  );
}

/** All elements under (and with) an element, in document order. */
export function inDocumentOrder(root: XmlElement): readonly XmlElement[] {
  const result: XmlElement[] = [];
  const open: XmlElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    result.push(element);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child !== undefined && typeof child !== 'string') open.push(child);
    }
  }
  return result;
}

/** All text under an element, in order. Iterative: files may nest deeper than the stack. */
export function textContent(element: XmlElement): string {
  let result = '';
  const open: XmlNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') result += node;
    else for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as XmlNode);
  }
  return result;
}

/** All elements under (and with) an element of one local name, in document order. */
export function descendants(root: XmlElement, local: string): readonly XmlElement[] {
  return inDocumentOrder(root).filter((element) => element.local === local);
}
