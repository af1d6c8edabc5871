import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import {
  type Annotation,
  type AttributeValue,
  type EntityGroup,
  type KnowledgeLink,
  type Relation,
  toAttributeValue,
} from '../annotationDocument';
import { type ArticleLabels, labelled } from '../articleLabels';
import { addTo } from '../collections';
import { error, type FormatProblem, warning } from '../format';
import { asStatus } from '../jsonTools/spanObjects';
import { attribute, elements, inDocumentOrder, textContent, XML_URI, type XmlElement } from '../xml/read';
import { joinedOverBlocks } from './placement';
import { isWhole, joinedWords, pointersOf, saidBySpan } from './spans';
import type { Targets } from './targets';

/** What a standOff says: marks, what stands between them, and inline elements that people no longer want. */
export interface StandOffReading {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly groups: readonly EntityGroup[];
  /** What is known of the article. */
  readonly facts: Readonly<Record<string, string>>;
  /** Labels of the article. */
  readonly labels: ArticleLabels;
  /** Names of labels of the header that the article no longer has. */
  readonly goneLabels: readonly string[];
  /** Layer, type and place of inline elements that are no annotations any more. */
  readonly without: readonly Pick<Annotation, 'layer' | 'type' | 'spans'>[];
}

/** An element that says something of a stretch of the text from elsewhere; a span with the group that it stands in. */
export interface StandOffElement {
  readonly element: XmlElement;
  readonly group?: XmlElement;
}

/** The `annotation` elements of a standOff, and the `span` elements of whatever they stand in. */
export function standOffElements(root: XmlElement): readonly StandOffElement[] {
  const lists = root.local === 'standOff' ? elements(root, 'listAnnotation') : [];
  const annotations = lists.flatMap((list) => elements(list, 'annotation')).map((element) => ({ element }));
  const all = inDocumentOrder(root);
  const groups = new Map(
    all.flatMap((group) => (group.local === 'spanGrp' ? elements(group, 'span').map((span) => [span, group] as const) : [])),
  );
  const spans = all.filter(({ local }) => local === 'span');
  return [...annotations, ...spans.map((element) => ({ element, ...(groups.has(element) && { group: groups.get(element) }) }))];
}

/** The model's ids that such elements bear. */
export function idsIn(elementsOff: readonly StandOffElement[]): ReadonlySet<string> {
  return new Set(
    elementsOff.map(({ element }) => noteOf(elements(element, 'note'), 'id') ?? attribute(element, 'id', XML_URI) ?? ''),
  );
}

/** Reads `annotation` elements: marks, groups of marks, relations; see the writer for what their notes say. */
export class StandOffReader {
  readonly #targets: Targets;
  readonly #text: string;
  readonly #isOurs: boolean;
  readonly #problems: FormatProblem[];
  readonly #annotations: Annotation[] = [];
  readonly #relations: Relation[] = [];
  readonly #groups: EntityGroup[] = [];
  readonly #without: StandOffReading['without'][number][] = [];
  readonly #facts = new Map<string, string>();
  readonly #labels: (readonly [string, string])[] = [];
  readonly #goneLabels: string[] = [];
  readonly #ids: Map<string, string>;
  readonly #later: (() => void)[] = [];

  /**
   * @param from.isOurs - whether this program has written what is read.
   * @param inline - ids of annotations by the xml:id of their inline elements.
   */
  constructor(
    from: { readonly targets: Targets; readonly text: string; readonly isOurs: boolean },
    inline: ReadonlyMap<string, string>,
    problems: FormatProblem[],
  ) {
    this.#targets = from.targets;
    this.#text = from.text;
    this.#isOurs = from.isOurs;
    this.#ids = new Map(inline);
    this.#problems = problems;
  }

  read({ element, group }: StandOffElement): void {
    const xmlId = attribute(element, 'id', XML_URI) ?? `a${element.line}`;
    const notes = elements(element, 'note');
    const id = noteOf(notes, 'id') ?? xmlId;
    this.#ids.set(xmlId, id);
    const targets = (attribute(element, 'target') ?? '').split(/\s+/).filter((target) => target !== '');
    if (this.#ofArticle(notes)) return;
    if (element.local === 'span') this.#span(id, element, group);
    else if (noteOf(notes, 'group') !== undefined) this.#later.push(() => this.#group(id, notes, targets));
    else if (noteOf(notes, 'relation') !== undefined) this.#later.push(() => this.#relation(id, notes, targets));
    else this.#mark(id, element, notes, targets);
  }

  /** Whether an entry is of the article as a whole: then it is read. */
  #ofArticle(notes: readonly XmlElement[]): boolean {
    const [facts = [], labels = []] = ['fact', 'label'].map((type) => notes.filter((own) => attribute(own, 'type') === type));
    for (const fact of facts) this.#facts.set(attribute(fact, 'n') ?? '', textContent(fact));
    for (const label of labels) this.#labels.push([attribute(label, 'n') ?? '', textContent(label)]);
    const gone = notes.flatMap((own) => (attribute(own, 'type') === 'without' ? (attribute(own, 'n') ?? []) : []));
    this.#goneLabels.push(...gone);
    return facts.length + labels.length + gone.length > 0;
  }

  #mark(id: string, element: XmlElement, notes: readonly XmlElement[], targets: readonly string[]): void {
    const places = this.#places(element, targets);
    // of a quotation over paragraphs, whose elements are one in each
    const spans = targets.every(isWhole) ? joinedOverBlocks(places, this.#text) : places;
    if (spans.length === 0) return;
    const [layer, value] = [noteOf(notes, 'layer') ?? 'entity', noteOf(notes, 'value')];
    const type = value ?? attribute(element, 'motivation') ?? 'annotation';
    if (noteOf(notes, 'without') !== undefined) {
      this.#without.push({ layer, type, spans });
      return;
    }
    this.#annotations.push({ id, layer, type, spans, ...detailsFrom(notes) });
  }

  /** A `span` element: ours says its layer by its group, and what more there is in notes, as an `annotation` does. */
  #span(id: string, element: XmlElement, group: XmlElement | undefined): void {
    const spans = pointersOf(element).every(isWhole)
      ? joinedWords(this.#spanPlaces(element), this.#text)
      : this.#spanPlaces(element);
    if (spans.length === 0) return;
    if (this.#isOurs) {
      const [layer, type] = [attribute(group ?? element, 'type') ?? 'entity', attribute(element, 'type') ?? 'annotation'];
      this.#annotations.push({ id, layer, type, spans, ...detailsFrom(elements(element, 'note')) });
    } else this.#annotations.push({ id, spans, ...saidBySpan(element, group) });
  }

  /** From `@from` to `@to`, else what `@target` points at. */
  #spanPlaces(element: XmlElement): readonly Span[] {
    const [from, to] = [attribute(element, 'from'), attribute(element, 'to')];
    if (from === undefined) return this.#places(element, pointersOf(element));
    const all = this.#places(element, to === undefined ? [from] : [from, to]);
    const [start, end] = [Math.min(...all.map((one) => one.start)), Math.max(...all.map((one) => one.end))];
    return all.length === 0 || start >= end ? [] : [{ start, end }];
  }

  #places(element: XmlElement, targets: readonly string[]): readonly Span[] {
    return targets.flatMap((target) => this.#range(target, element)).sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #range(target: string, element: XmlElement): readonly Span[] {
    const found = this.#targets.find(target);
    if (found === 'outside') this.#problems.push(error(element.line, formatMessages.targetOutside(target, this.#targets.length)));
    else if (found === undefined) this.#problems.push(warning(element.line, formatMessages.notStringRange(target)));
    else return found;
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

  finish(): StandOffReading {
    for (const action of this.#later) action();
    return {
      annotations: this.#annotations,
      relations: this.#relations,
      groups: this.#groups,
      facts: Object.fromEntries(this.#facts),
      labels: labelled(this.#labels).labels ?? {},
      goneLabels: this.#goneLabels,
      without: this.#without,
    };
  }
}

/** What the notes of an entry say of its annotation beyond layer, type and place. */
function detailsFrom(notes: readonly XmlElement[]): Omit<Annotation, 'id' | 'layer' | 'type' | 'spans'> {
  const [status, source, score, note] = [
    asStatus(noteOf(notes, 'status')),
    noteOf(notes, 'source'),
    Number(noteOf(notes, 'score') ?? Number.NaN),
    noteOf(notes, 'comment'),
  ];
  const links = notes.filter((own) => attribute(own, 'type') === 'link').map(linkOf);
  return {
    attributes: attributesFrom(notes),
    ...(links.length > 0 && { links }),
    ...(note !== undefined && { note }),
    ...(status && { status }),
    ...(source !== undefined && { source }),
    ...(Number.isFinite(score) && { score }),
  };
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
