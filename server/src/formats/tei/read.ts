import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  type DocumentToken,
  type EntityGroup,
  type KnowledgeLink,
  type Relation,
  toAttributeValue,
} from '../annotationDocument';
import { codePointMap } from '../codePoints';
import { addTo } from '../collections';
import { error, type FormatInput, type FormatProblem, type ReadResult, stem, warning } from '../format';
import { asStatus } from '../jsonTools/spanObjects';
import { type PlacedElement, readInline } from '../xml/inline';
import { attribute, descendants, elements, readXml, textContent, XML_URI, type XmlElement } from '../xml/read';
import { attributesOf, layerOf } from './elements';
import { readGroups } from './groups';

/** Reads TEI P5: the text of `text`, inline names, dates and quotations, and standOff annotations on string ranges. */
export function readTei(input: FormatInput): ReadResult {
  const reading = readXml(input.content);
  if (!reading.root) return { documents: [], problems: reading.problems };
  const roots = descendants(reading.root, 'TEI');
  if (roots.length === 0) return { documents: [], problems: [error(reading.root.line, formatMessages.teiRoot)] };
  const problems: FormatProblem[] = [];
  const documents = roots.flatMap((root, i): AnnotationDocument[] => {
    const text = elements(root, 'text')[0];
    if (!text) {
      problems.push(error(root.line, formatMessages.teiNoText));
      return [];
    }
    return [readOne(root, text, roots.length > 1 ? `${stem(input.name)}-${i + 1}` : stem(input.name), problems)];
  });
  return { documents, problems };
}

function readOne(root: XmlElement, text: XmlElement, fallback: string, problems: FormatProblem[]): AnnotationDocument {
  const base = textBase(text);
  const inline = readInline(base);
  const header = elements(root, 'teiHeader')[0];
  const title = header && descendants(header, 'title')[0];
  const creation = header && descendants(header, 'creation').flatMap((element) => elements(element, 'date'))[0];
  const date = creation && (attribute(creation, 'when') ?? attribute(creation, 'when-custom'));
  const language = attribute(text, 'lang', XML_URI);
  const standOff = elements(root, 'standOff');
  const groups = standOff.flatMap(readGroups);
  const annotations = fromInline(inline.placed, groups);
  const standoff = new StandOffReader(inline.text, attribute(base, 'id', XML_URI), problems);
  for (const element of standOff
    .flatMap((parent) => elements(parent, 'listAnnotation'))
    .flatMap((list) => elements(list, 'annotation')))
    standoff.read(element);
  const own = standoff.finish();
  const tokens = framesOf(inline.placed, ['w', 'pc', 'c']).map(({ element, start, end }): DocumentToken => {
    const features = { pos: attribute(element, 'pos') ?? attribute(element, 'type'), lemma: attribute(element, 'lemma') };
    const filled = Object.entries(features).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { start, end, ...(filled.length > 0 && { features: Object.fromEntries(filled) }) };
  });
  const sentences = framesOf(inline.placed, ['s']).map(({ start, end }) => ({ start, end }));
  const markup = new Set(
    inline.placed
      .filter(({ element }) => !layerOf(element) && !['w', 'pc', 'c', 's'].includes(element.local))
      .map(({ element }) => element.local),
  );
  if (markup.size > 0)
    problems.push({
      severity: 'information',
      line: base.line,
      message: formatMessages.plainTextNotKept([...markup].join(', ')),
    });
  return {
    id: (title && textContent(title).trim()) || fallback,
    text: inline.text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    annotations: [...annotations, ...own.annotations],
    relations: own.relations,
    groups: [...groups.map((group): EntityGroup => group), ...own.groups],
    ...(tokens.length > 0 && { tokens }),
    ...(sentences.length > 0 && { sentences }),
  };
}

/** Our own files hold the text in one ab that keeps white space; of others, all of the text element is text. */
function textBase(text: XmlElement): XmlElement {
  const body = elements(text, 'body')[0];
  const [block, ...more] = body ? elements(body) : [];
  const alone = block?.local === 'ab' && more.length === 0 && attribute(block, 'space', XML_URI) === 'preserve';
  return alone ? block : text;
}

function framesOf(placed: readonly PlacedElement[], names: readonly string[]): PlacedElement[] {
  let end = 0;
  return placed.filter((one) => {
    if (!names.includes(one.element.local) || one.start < end || one.start === one.end) return false;
    end = one.end;
    return true;
  });
}

/** Inline elements as annotations; those tied by next and prev are the parts of one. */
function fromInline(
  placed: readonly PlacedElement[],
  groups: readonly { id: string; members: string[] }[],
): readonly Annotation[] {
  const byGroup = new Map(groups.map((group) => [group.id, group]));
  const taken = new Set<string>();
  const parts = new Map<string, { start: number; end: number }[]>();
  const annotations: Annotation[] = [];
  for (const { element, start, end } of placed) {
    const label = layerOf(element);
    if (!label) continue;
    const before = pointers(attribute(element, 'prev'))[0];
    const known = before === undefined ? undefined : parts.get(before);
    const xmlId = attribute(element, 'id', XML_URI);
    if (known) {
      known.push({ start, end });
      if (xmlId !== undefined) parts.set(xmlId, known);
      continue;
    }
    let number = annotations.length + 1;
    while (taken.has(`T${number}`)) number++;
    const id = xmlId !== undefined && !taken.has(xmlId) ? xmlId : `T${number}`;
    taken.add(id);
    const spans = [{ start, end }];
    if (xmlId !== undefined) parts.set(xmlId, spans);
    const { ref, ...rest } = attributesOf(element);
    const references = [...pointers(ref), ...pointers(attribute(element, 'ana'))].filter((target) => byGroup.has(target));
    for (const target of references) byGroup.get(target)?.members.push(id);
    const who = rest.who === undefined ? undefined : pointers(rest.who)[0];
    const speaker = who !== undefined && byGroup.has(who);
    const { who: _, ...others } = rest;
    const attributes = {
      ...(speaker ? { ...others, speakerEntity: who } : rest),
      ...(ref !== undefined && references.length === 0 && { ref }),
    };
    annotations.push({ id, ...label, spans, attributes });
  }
  return annotations;
}

/** `#a #b` → a, b. */
function pointers(value: string | undefined): readonly string[] {
  return (value ?? '').split(/\s+/).flatMap((pointer) => (pointer.startsWith('#') ? [pointer.slice(1)] : []));
}

/** Reads `annotation` elements: marks, groups of marks, relations; see the writer for what their notes say. */
class StandOffReader {
  readonly #text: string;
  readonly #base: string | undefined;
  readonly #problems: FormatProblem[];
  readonly #annotations: Annotation[] = [];
  readonly #relations: Relation[] = [];
  readonly #groups: EntityGroup[] = [];
  readonly #points: ReturnType<typeof codePointMap>;
  readonly #ids = new Map<string, string>();
  readonly #later: (() => void)[] = [];

  constructor(text: string, base: string | undefined, problems: FormatProblem[]) {
    this.#text = text;
    this.#base = base;
    this.#problems = problems;
    this.#points = codePointMap(text);
  }

  read(element: XmlElement): void {
    const xmlId = attribute(element, 'id', XML_URI) ?? `a${element.line}`;
    const notes = elements(element, 'note');
    const id = noteOf(notes, 'id') ?? xmlId;
    this.#ids.set(xmlId, id);
    const targets = (attribute(element, 'target') ?? '').split(/\s+/).filter((target) => target !== '');
    if (noteOf(notes, 'group') !== undefined) this.#later.push(() => this.#group(id, notes, targets));
    else if (noteOf(notes, 'relation') !== undefined) this.#later.push(() => this.#relation(id, notes, targets));
    else this.#mark(id, element, notes, targets);
  }

  #mark(id: string, element: XmlElement, notes: readonly XmlElement[], targets: readonly string[]): void {
    const spans = targets.flatMap((target) => this.#range(target, element));
    if (spans.length === 0) return;
    const [status, source, score, note] = [
      asStatus(noteOf(notes, 'status')),
      noteOf(notes, 'source'),
      Number(noteOf(notes, 'score') ?? Number.NaN),
      noteOf(notes, 'comment'),
    ];
    const links = notes.filter((own) => attribute(own, 'type') === 'link').map(linkOf);
    this.#annotations.push({
      id,
      layer: noteOf(notes, 'layer') ?? 'entity',
      type: noteOf(notes, 'value') ?? attribute(element, 'motivation') ?? 'annotation',
      spans,
      attributes: attributesFrom(notes),
      ...(links.length > 0 && { links }),
      ...(note !== undefined && { note }),
      ...(status && { status }),
      ...(source !== undefined && { source }),
      ...(Number.isFinite(score) && { score }),
    });
  }

  /** `#string-range(text,0,9)`: characters (code points) and a length. */
  #range(target: string, element: XmlElement): Span[] {
    const match = /^#string-range\(([^,()]*),(\d{1,12}),(\d{1,12})\)$/.exec(target);
    const [offset, length] = [Number(match?.[2] ?? Number.NaN), Number(match?.[3] ?? Number.NaN)];
    if (!match || (this.#base !== undefined && match[1] !== this.#base))
      this.#problems.push(warning(element.line, formatMessages.notStringRange(target)));
    else if (offset + length > this.#points.length)
      this.#problems.push(error(element.line, formatMessages.targetOutside(target, this.#points.length)));
    else return [{ start: this.#points.toUtf16(offset), end: this.#points.toUtf16(offset + length) }];
    return [];
  }

  #references(targets: readonly string[]): readonly string[] {
    return targets.flatMap((target) => this.#ids.get(target.replace(/^#/, '')) ?? []);
  }

  #group(id: string, notes: readonly XmlElement[], targets: readonly string[]): void {
    const [type, name] = [noteOf(notes, 'value'), noteOf(notes, 'name')];
    const members = this.#references(targets);
    this.#groups.push({
      id,
      ...(type !== undefined && { type }),
      ...(name !== undefined && { name }),
      members,
      attributes: attributesFrom(notes),
    });
  }

  #relation(id: string, notes: readonly XmlElement[], targets: readonly string[]): void {
    const all = this.#references(targets);
    const triggered = noteOf(notes, 'trigger') !== undefined;
    const roles = notes.filter((own) => attribute(own, 'type') === 'role').map(textContent);
    const note = noteOf(notes, 'comment');
    this.#relations.push({
      id,
      type: noteOf(notes, 'relation') ?? '',
      ...(triggered && { trigger: all[0] ?? '' }),
      args: all.slice(triggered ? 1 : 0).map((target, i) => ({ role: roles[i] ?? `Arg${i + 1}`, target })),
      attributes: attributesFrom(notes),
      ...(note !== undefined && { note }),
    });
  }

  finish(): { annotations: readonly Annotation[]; relations: readonly Relation[]; groups: readonly EntityGroup[]; text: string } {
    for (const action of this.#later) action();
    return { annotations: this.#annotations, relations: this.#relations, groups: this.#groups, text: this.#text };
  }
}

function noteOf(notes: readonly XmlElement[], type: string): string | undefined {
  const note = notes.find((own) => attribute(own, 'type') === type);
  return note && textContent(note);
}

function attributesFrom(notes: readonly XmlElement[]): Record<string, AttributeValue> {
  const values = new Map<string, string[]>();
  for (const note of notes) {
    const name = attribute(note, 'n');
    if (attribute(note, 'type') === 'attribute' && name !== undefined) addTo(values, name, textContent(note));
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, toAttributeValue(list)]));
}

function linkOf(note: XmlElement): KnowledgeLink {
  const [type = '', resource = '', id = '', ...label] = textContent(note).split('\t');
  return { type, resource, id, ...(label.length > 0 && { label: label.join('\t') }) };
}
