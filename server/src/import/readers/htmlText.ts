import { parseHTML } from 'linkedom/worker';
import type { Page, PageElement, PageNode, PageParent } from './dom';

/** Whether a text holds marks of HTML, as a column of a content management system does. */
export function looksLikeHtml(text: string): boolean {
  return /<\/(?:p|div|span|a|em|strong|b|i|h[1-6]|li|article|section)\s*>|<br\s*\/?>/i.test(text);
}

/** The paragraphs of a piece of HTML. */
export function textOfHtml(html: string): readonly string[] {
  return blocksOf(parsePage(`<!DOCTYPE html><html><body>${html}</body></html>`).body);
}

/** A page as a document, scripts neither run nor loaded. */
export function parsePage(html: string): Page {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`,
  ) as unknown as { readonly document: Page };
  return document;
}

/** What makes a paragraph of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** What holds nothing to be read. */
const SILENT = new Set(
  'script style template noscript iframe object embed svg math canvas audio video select button input textarea head'.split(' '),
);

/**
 * The paragraphs below an element, in order: white space is one space, a `br` a new line, two of them a new paragraph.
 *
 * @param skip - elements that are left out with all that they hold.
 */
export function blocksOf(root: PageNode, skip: (element: PageElement) => boolean = () => false): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    for (const part of current.split(/\n[ \n]*\n/)) {
      const paragraph = part.replace(/[^\S\n\u00a0\u202f]+/g, ' ').trim();
      if (paragraph !== '') paragraphs.push(paragraph);
    }
    current = '';
  };
  walk(root, {
    enter(node, name) {
      if (node.nodeType === TEXT) current += (node.nodeValue ?? '').replace(/[^\S\u00a0\u202f]+/g, ' ');
      else if (name === 'br') current += '\n';
      if (BLOCKS.has(name)) flush();
      return name === '' || !(SILENT.has(name) || skip(node as PageElement));
    },
    leave(name) {
      if (BLOCKS.has(name)) flush();
    },
  });
  flush();
  return paragraphs;
}

interface Visitor {
  /** @returns whether to look into it. */
  enter(node: PageNode, name: string): boolean;
  leave(name: string): void;
}

/** Goes through all nodes in order. No recursion: pages may nest deeper than the stack. */
function walk(root: PageNode, visitor: Visitor): void {
  let node: PageNode | null = root;
  while (node !== null) {
    const isOpen: boolean = visitor.enter(node, nameOf(node));
    if (node.firstChild !== null && isOpen) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) visitor.leave(nameOf(node));
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

/** In small letters; empty for what is no element. */
const nameOf = (node: PageNode): string => (node.nodeType === ELEMENT ? (node as PageElement).localName.toLowerCase() : '');

/** The first element of a selector that says something, on one line. */
export function textAt(root: PageParent, ...selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    for (const element of root.querySelectorAll(selector)) {
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** An attribute of the first element of a selector that has it. */
export function attributeAt(root: PageParent, selector: string, attribute: string): string | undefined {
  for (const element of root.querySelectorAll(selector)) {
    const value = element.getAttribute(attribute)?.trim();
    if (value) return value;
  }
  return undefined;
}

const ELEMENT = 1;
const TEXT = 3;
