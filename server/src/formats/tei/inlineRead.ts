import type { Annotation } from '../annotationDocument';
import { addTo } from '../collections';
import { attribute, XML_URI, type XmlElement } from '../xml/read';
import { attributesOf, layerOf } from './elements';
import { OURS } from './file';
import type { PlacedNode, TeiLayout } from './layout';
import { joinedOverBlocks } from './placement';

/** Inline elements as annotations, and the annotations' ids by the elements' own. */
export interface InlineReading {
  readonly annotations: readonly Annotation[];
  readonly ids: ReadonlyMap<string, string>;
}

/** Whether an element was put in by this program. */
export function isOurs(element: XmlElement): boolean {
  return attribute(element, 'resp') === `#${OURS}`;
}

/** Whether an element says something of its words; one without any says nothing of them but where the text is kept exactly. */
export function isAnnotation({ element }: PlacedNode): boolean {
  return layerOf(element) !== undefined;
}

/**
 * Inline elements as annotations; those tied by next and prev are the parts of one, and where only the end of a paragraph is
 * between them they are one stretch: a quotation over paragraphs.
 *
 * @param groups - what the text refers to; its mentions are added.
 * @param taken - ids that are taken already.
 */
export function fromInline(
  { nodes: placed, text }: Pick<TeiLayout, 'nodes' | 'text'>,
  groups: readonly { id: string; members: string[] }[],
  taken: ReadonlySet<string>,
): InlineReading {
  const byGroup = new Map(groups.map((group) => [group.id, group]));
  const said = placed.filter((node) => isAnnotation(node) && isSaid(placed, node));
  const headOf = headsOf(said);
  const parts = new Map<PlacedNode, PlacedNode[]>();
  for (const node of said) addTo(parts, headOf(node), node);
  const ids = new Map<string, string>();
  const newId = idMaker(taken);
  const annotations = [...parts].flatMap(([head, nodes]): readonly Annotation[] => {
    const label = layerOf(head.element);
    if (!label) return [];
    const id = newId(xmlIdOf(head));
    for (const own of nodes.map(xmlIdOf)) if (own !== undefined) ids.set(own, id);
    const spans = nodes.map(({ start, end }) => ({ start, end })).sort((x, y) => x.start - y.start || x.end - y.end);
    const joined = isKeptExactly(placed, head) ? spans : joinedOverBlocks(spans, text);
    return [{ id, ...label, spans: joined, attributes: inlineAttributes(head.element, id, byGroup) }];
  });
  return { annotations, ids };
}

const xmlIdOf = ({ element }: PlacedNode): string | undefined => attribute(element, 'id', XML_URI);

/** Finds the first part of what an element is a part of: notes in the line may stand before what they follow in the text. */
function headsOf(said: readonly PlacedNode[]): (node: PlacedNode) => PlacedNode {
  const byId = new Map(said.flatMap((node) => (xmlIdOf(node) === undefined ? [] : [[xmlIdOf(node), node] as const])));
  const heads = new Map<PlacedNode, PlacedNode>();
  return (node) => {
    const line: PlacedNode[] = [];
    const seen = new Set<PlacedNode>();
    let at = node;
    while (!heads.has(at) && !seen.has(at)) {
      seen.add(at);
      line.push(at);
      at = byId.get(pointers(attribute(at.element, 'prev'))[0]) ?? at;
    }
    const head = heads.get(at) ?? at;
    for (const part of line) heads.set(part, head);
    return head;
  };
}

/** An empty element says nothing, and a `seg` may be cut for any reason, but where the text is kept exactly: in our files. */
function isSaid(placed: readonly PlacedNode[], node: PlacedNode): boolean {
  const isSure = node.start < node.end && (node.element.local !== 'seg' || isOurs(node.element));
  return isSure || isKeptExactly(placed, node);
}

function isKeptExactly(placed: readonly PlacedNode[], node: PlacedNode): boolean {
  for (let at: PlacedNode | undefined = node; at; at = at.parent === undefined ? undefined : placed[at.parent]) {
    const space = attribute(at.element, 'space', XML_URI);
    if (space !== undefined) return space === 'preserve';
  }
  return false;
}

/** Gives an element's own id, or another where it has none or somebody else has the same. */
function idMaker(reserved: ReadonlySet<string>): (xmlId: string | undefined) => string {
  const taken = new Set<string>();
  let number = 0;
  return (xmlId) => {
    let id = xmlId;
    if (id === undefined || taken.has(id)) {
      do id = `T${++number}`;
      while (taken.has(id) || reserved.has(id));
    }
    taken.add(id);
    return id;
  };
}

function inlineAttributes(
  element: XmlElement,
  id: string,
  byGroup: ReadonlyMap<string, { members: string[] }>,
): Record<string, string> {
  const { ref, who, resp, ...rest } = attributesOf(element);
  const references = [...pointers(ref), ...pointers(attribute(element, 'ana'))].filter((target) => byGroup.has(target));
  for (const target of references) byGroup.get(target)?.members.push(id);
  const speaker = pointers(who)[0];
  const isKnown = speaker !== undefined && byGroup.has(speaker);
  return {
    ...rest,
    ...(resp !== undefined && !isOurs(element) && { resp }),
    ...(isKnown ? { speakerEntity: speaker } : who !== undefined && { who }),
    ...(ref !== undefined && references.length === 0 && { ref }),
  };
}

/** `#a #b` → a, b. */
function pointers(value: string | undefined): readonly string[] {
  return (value ?? '').split(/\s+/).flatMap((pointer) => (pointer.startsWith('#') ? [pointer.slice(1)] : []));
}
