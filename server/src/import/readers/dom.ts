/* What the readers use of a page: this program is compiled without a browser's types. */

export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  cloneNode(deep: boolean): PageNode;
}

/** A page, or an element of one: where others are looked for. */
export interface PageParent extends PageNode {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
}

export interface PageElement extends PageParent {
  readonly localName: string;
  readonly id: string;
  getAttribute(name: string): string | null;
}

export interface Page extends PageParent {
  readonly body: PageElement;
  readonly documentElement: PageElement | null;
}
