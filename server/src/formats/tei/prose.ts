import { attribute, type XmlElement, type XmlNode } from '../xml/read';

/*
 * What of a TEI text is read, and how it hangs together. A reader of running text sees paragraphs, headings and lines, the
 * regularised of two spellings, and notes after the paragraph that they belong to.
 */

/** Elements that are a block of their own, with the line breaks that part them from others. */
const BLOCKS: ReadonlyMap<string, number> = new Map([
  ...names(
    'p|head|ab|div|div1|div2|div3|div4|div5|div6|div7|lg|list|table|sp|stage|u|figure|floatingText|titlePage|argument|epigraph',
    'opener|closer|postscript|salute|signed|dateline|byline|trailer|docTitle|titlePart|docAuthor|docImprint|docDate|imprimatur',
    'cit|listBibl|castList|castGroup|body|front|back|text|group|entry|form|sense|eg|egXML|formula|note|kinesic|vocal|incident',
    'writing|event',
  ).map((name): [string, number] => [name, 2]),
  ...names('l|item|row|cell|label|speaker|castItem|bibl').map((name): [string, number] => [name, 1]),
]);

/** Elements that hold blocks: what has no other name and stands directly in one is a block too. */
const CONTAINERS = new Set(
  names('text|body|front|back|group|div|div1|div2|div3|div4|div5|div6|div7|floatingText|sp|titlePage|figure|castList|epigraph'),
);

/** What is no running text: apparatus, what was struck out, running heads, and what programs note. */
const LEFT_OUT = new Set(
  names(
    'del|surplus|fw|metamark|figDesc|index|interp|interpGrp|span|spanGrp|link|linkGrp|join|joinGrp|fs|fvLib|certainty|precision',
    'respons|listAnnotation|listChange|desc|teiHeader|standOff|facsimile|sourceDoc|xenoData|rdg|witDetail',
  ),
);

function names(...lines: readonly string[]): readonly string[] {
  return lines.join('|').split('|');
}

/** Of several readings of one place the one that is read, the best first. */
const CHOICES = ['reg', 'corr', 'expan', 'lem', 'add'];

/** How many line breaks part a block from what precedes and follows; 0: it stands in the line. */
export function breaksAround(element: XmlElement, parent: XmlElement | undefined): number {
  const own = BLOCKS.get(element.local);
  if (own !== undefined) return element.local === 'bibl' || element.local === 'label' ? blockInBlock(parent, own) : own;
  return element.local === 'seg' && parent?.local === 'u' ? 2 : 0;
}

/** Words of a list or a container of their own are a line; within a sentence they stand in it. */
function blockInBlock(parent: XmlElement | undefined, breaks: number): number {
  return parent && (CONTAINERS.has(parent.local) || /^list/.test(parent.local)) ? breaks : 0;
}

/** Whether what an element holds is read at all. */
export function isLeftOut(element: XmlElement, parent: XmlElement | undefined): boolean {
  if (LEFT_OUT.has(element.local)) return true;
  if (parent === undefined || !['choice', 'app', 'subst'].includes(parent.local)) return false;
  return element !== chosenOf(parent);
}

/** Of elements that were asked about: one with a hundred thousand readings is looked through once. */
const chosen = new WeakMap<XmlElement, XmlElement | undefined>();

function chosenOf(choice: XmlElement): XmlElement | undefined {
  if (!chosen.has(choice)) chosen.set(choice, bestOf(choice));
  return chosen.get(choice);
}

function bestOf(choice: XmlElement): XmlElement | undefined {
  const readings = choice.children.filter((child): child is XmlElement => typeof child !== 'string');
  for (const name of CHOICES) {
    const found = readings.find((reading) => reading.local === name);
    if (found) return found;
  }
  return readings[0];
}

/** Marks of where a line or page of the source ended: words are parted there, unless the mark says that they are not. */
export function sourceBreak(element: XmlElement): 'word' | 'none' | undefined {
  if (!['lb', 'pb', 'cb', 'gb'].includes(element.local)) return undefined;
  return attribute(element, 'break') === 'no' ? 'none' : 'word';
}

/** Whether a note has its place after the paragraph that it stands in: one within running text, not one between paragraphs. */
export function isFootnote(element: XmlElement, block: XmlElement | undefined): boolean {
  if (element.local !== 'note' || block === undefined || CONTAINERS.has(block.local)) return false;
  if (/^in(?:line|space)$/.test(attribute(element, 'place') ?? '')) return false;
  const known = running.get(block) ?? hasRunningText(block);
  running.set(block, known);
  return known;
}

/** Of blocks that were asked about. */
const running = new WeakMap<XmlElement, boolean>();

function hasRunningText(block: XmlElement): boolean {
  return block.children.some((child) =>
    typeof child === 'string'
      ? /\S/.test(child)
      : child.local !== 'note' && breaksAround(child, block) === 0 && !sourceBreak(child),
  );
}

/** Words, for a file that marks them. */
export const isWord = ({ local }: XmlElement): boolean => local === 'w' || local === 'pc';

/** On which sides of a word there is no space: `@join`. */
export function joinOf(element: XmlElement): { readonly left: boolean; readonly right: boolean } {
  const join = isWord(element) ? attribute(element, 'join') : undefined;
  return { left: join === 'left' || join === 'both', right: join === 'right' || join === 'both' };
}

/**
 * Whether the spaces between words have to be thought: words are marked, none has a side that is joined, and between no two
 * of one sentence or paragraph there is white space or a space of its own (`c`).
 */
export function spacesAreThought(elements: readonly XmlElement[]): boolean {
  let isThought = false;
  for (const { children } of elements) {
    for (const [i, child] of children.entries()) {
      if (typeof child === 'string' || !isWord(child)) continue;
      const next = children[i + 1];
      if (attribute(child, 'join') !== undefined || isSpace(next)) return false;
      isThought ||= next !== undefined && typeof next !== 'string' && isWord(next);
    }
  }
  return isThought;
}

const isSpace = (node: XmlNode | undefined): boolean =>
  typeof node === 'string' ? /^\s/.test(node) : node !== undefined && node.local === 'c';
