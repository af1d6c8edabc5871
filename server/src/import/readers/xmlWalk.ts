import type { XmlElement, XmlNode } from '../../formats/xml/read';

/** Who is told of what stands below an element, in order. */
export interface XmlVisitor {
  text(words: string): void;
  /** @returns whether to look into it. */
  enter(element: XmlElement): boolean;
  /** Of each element that was looked into. */
  leave(element: XmlElement): void;
}

/** Goes through all that stands below an element. No recursion: files may nest deeper than the stack. */
export function walkXml(root: XmlElement, visitor: XmlVisitor): void {
  const stack: { readonly element: XmlElement; at: number }[] = [{ element: root, at: 0 }];
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const child: XmlNode | undefined = open.element.children[open.at++];
    if (child === undefined) {
      visitor.leave(open.element);
      stack.pop();
    } else if (typeof child === 'string') visitor.text(child);
    else if (visitor.enter(child)) stack.push({ element: child, at: 0 });
  }
}
