import { setOwn } from '../core/members';
import type { Span } from '../core/span';
import type { Annotation, Attributes, EntityGroup, Relation } from '../formats/annotationDocument';
import { type Decisions, freeId, isRejection, type LostDecision, type Mark } from './decisions';
import { rejoin } from './lost';
import { sameSpans } from './rebaseDecisions';
import { withRelation } from './relationChanges';
import { extent, type ReviewItem } from './reviewItem';
import { type CorpusSchema, type TypeNames, typeNames } from './schema';
import type { Suggestion } from './suggestions';

/** Decisions being changed: a working copy that becomes new decisions at the end. What it was made of stays as it is. */
export class Draft {
  readonly #before: Decisions;
  readonly #names: TypeNames;
  readonly #schema: CorpusSchema;
  readonly #annotations: Map<string, Annotation>;
  readonly #marks: Map<string, Mark>;
  #relations: readonly Relation[];
  #groups: EntityGroup[];
  #lost: readonly LostDecision[];
  readonly #alone: Set<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #next = new Map<string, number>();
  readonly #labels = new Map<string, string>();

  constructor(decisions: Decisions, schema: CorpusSchema) {
    this.#before = decisions;
    this.#schema = schema;
    this.#names = typeNames(schema);
    this.#annotations = new Map(decisions.document.annotations.map((annotation) => [annotation.id, annotation]));
    this.#marks = new Map(decisions.marks);
    this.#relations = decisions.document.relations;
    this.#groups = [...decisions.document.groups];
    this.#lost = decisions.lost;
    this.#alone = new Set(decisions.alone);
    this.#taken = new Set([...this.#annotations.keys(), ...decisions.lost.map((item) => item.annotation.id)]);
  }

  get schema(): CorpusSchema {
    return this.#schema;
  }

  get text(): string {
    return this.#before.document.text;
  }

  finish(): Decisions {
    const groups = this.#groups.filter((group) => group.members.length > 0);
    const kept = new Set(groups.map((group) => group.id));
    return {
      ...this.#before,
      document: { ...this.#before.document, annotations: [...this.#annotations.values()], relations: this.#relations, groups },
      marks: this.#marks,
      lost: this.#lost,
      alone: new Set([...this.#alone].filter((id) => kept.has(id))),
    };
  }

  annotation(id: string): Annotation | undefined {
    return this.#annotations.get(id);
  }

  /** A new annotation; gives its id. */
  add(annotation: Omit<Annotation, 'id'>, mark?: Mark): string {
    const id = this.#freeId(annotation.status === 'rejected' ? 'X' : 'T');
    this.#annotations.set(id, { id, ...annotation });
    if (mark?.judged || mark?.signed) this.#marks.set(id, mark);
    return id;
  }

  /** Counts on from the highest number: thousands may be confirmed at once. */
  #freeId(letter: 'T' | 'X'): string {
    const number = this.#next.get(letter) ?? Number(freeId(letter, this.#taken).slice(1));
    this.#next.set(letter, number + 1);
    return `${letter}${number}`;
  }

  change(id: string, change: (annotation: Annotation) => Annotation): void {
    const annotation = this.#annotations.get(id);
    if (annotation) this.#annotations.set(id, change(annotation));
  }

  setAttributes(id: string, values: Readonly<Record<string, Attributes[string] | undefined>>): void {
    this.change(id, (annotation) => {
      const attributes: Record<string, Attributes[string]> = { ...annotation.attributes };
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined) delete attributes[name];
        else setOwn(attributes, name, value);
      }
      return { ...annotation, attributes };
    });
  }

  /** Says that a decision's place is right: it is no longer in doubt. */
  settle(id: string): void {
    const mark = this.#marks.get(id);
    if (mark?.doubtful === undefined && mark?.inFile === undefined) return;
    const { judged, signed } = mark;
    if (judged || signed) this.#marks.set(id, { ...(judged && { judged }), ...(signed && { signed }) });
    else this.#marks.delete(id);
  }

  /** Makes an item a confirmed annotation, if it is not one; gives its id. */
  confirm(item: ReviewItem): string {
    const { annotation } = item;
    if (annotation === undefined) return this.#adopt(item.suggestion as Suggestion);
    if (isRejection(annotation)) {
      const suggestion = item.replaces[0];
      this.remove(annotation.id);
      if (suggestion) return this.#adopt(suggestion);
      const { id: _, status: __, ...rest } = annotation;
      return this.add({ ...rest, type: this.label(item.layer, item.type) }, this.#before.marks.get(annotation.id));
    }
    this.affirm(annotation.id);
    return annotation.id;
  }

  /** Says that an annotation is right where and as it is. */
  affirm(id: string): void {
    this.settle(id);
    this.change(id, (known) => (known.status === undefined ? known : { ...known, status: 'confirmed' }));
  }

  /** The id of an annotation that says the same of the same words: words annotated twice are annotated once. */
  like({ layer, type, spans }: Pick<Annotation, 'layer' | 'type' | 'spans'>): string | undefined {
    for (const own of this.#annotations.values())
      if (own.layer === layer && own.type === type && !isRejection(own) && sameSpans(own.spans, spans)) return own.id;
    return undefined;
  }

  /** Takes a suggestion over as somebody's, undecided: to hang a note on it. */
  keep(item: ReviewItem): string {
    if (item.annotation) return item.annotation.id;
    const id = this.#adopt(item.suggestion as Suggestion);
    this.change(id, (annotation) => ({ ...annotation, status: 'suggested' }));
    return id;
  }

  #adopt(suggestion: Suggestion): string {
    const { layer, spans, attributes, cue, speaker } = suggestion;
    const display = this.#names.of(suggestion);
    const id = this.add({ layer, type: this.label(display.layer, display.type), spans, attributes }, judged(suggestion));
    if (cue) this.setPart(id, 'cue', cue);
    if (speaker) this.setPart(id, 'speaker', speaker);
    return id;
  }

  /** Rejects a suggestion. */
  refuse(suggestion: Suggestion): string {
    const { layer, type, spans } = suggestion;
    return this.add({ layer, type, spans, attributes: {}, status: 'rejected' }, judged(suggestion));
  }

  /** Refuses the suggestions that an item stood for, and that it no longer covers where it is now. */
  refuseFormer(item: ReviewItem, now: Span): void {
    const was = extent(item);
    for (const suggestion of item.suggestion ? [item.suggestion] : item.replaces) {
      const at = extent(suggestion);
      if (same(at, was) && !same(at, now)) this.refuse(suggestion);
    }
  }

  /** Takes back rejections of exactly what an annotation now says: a file is not to say both. */
  unrefuse(id: string): void {
    const annotation = this.#annotations.get(id);
    if (annotation === undefined) return;
    const { layer, type } = this.#names.of(annotation);
    for (const other of [...this.#annotations.values()]) {
      if (!isRejection(other) || !same(extent(other), extent(annotation))) continue;
      const display = this.#names.of(other);
      if (display.layer === layer && display.type === type) this.remove(other.id);
    }
  }

  /** Takes an annotation away, with the parts that are its alone. */
  remove(id: string): void {
    this.setPart(id, 'cue', undefined);
    this.setPart(id, 'speaker', undefined);
    this.#annotations.delete(id);
    this.#marks.delete(id);
    this.#relations = this.#relations.filter(
      (relation) => relation.trigger !== id && !relation.args.some((arg) => arg.target === id),
    );
    this.#groups = this.#groups.map((group) => without(group, [id]));
  }

  get relations(): readonly Relation[] {
    return this.#relations;
  }

  changeRelations(change: (relations: readonly Relation[]) => readonly Relation[]): void {
    this.#relations = change(this.#relations);
  }

  /** Puts a lost decision on words of the text, with those of its relations whose other ends are there; gives its id. */
  place(id: string, spans: readonly Span[]): string | undefined {
    const item = this.#lost.find((lost) => lost.annotation.id === id);
    if (item === undefined || spans.length === 0) return undefined;
    this.#lost = this.#lost.filter((lost) => lost !== item);
    this.#annotations.set(id, { ...item.annotation, spans });
    const { judged, signed } = item;
    if (judged || signed) this.#marks.set(id, { ...(judged && { judged }), ...(signed && { signed }) });
    const document = { annotations: [...this.#annotations.values()], relations: this.#relations };
    const { relations, lost } = rejoin(document, [item], this.#lost);
    this.#relations = relations;
    this.#lost = lost;
    return id;
  }

  forget(ids: readonly string[]): void {
    this.#lost = this.#lost.filter((lost) => !ids.includes(lost.annotation.id));
  }

  /** Sets or takes away a quotation's cue or speaker. */
  setPart(id: string, part: 'cue' | 'speaker', span: Span | undefined): void {
    const old = this.#relations.filter((relation) => relation.type === part && relation.args[0]?.target === id);
    this.#relations = this.#relations.filter((relation) => !old.includes(relation));
    for (const { args } of old) this.#dropPart(args[1]?.target ?? '');
    if (span === undefined) return;
    const shared = [...this.#annotations.values()].find(
      (annotation) =>
        annotation.layer === 'quote' &&
        annotation.type === part &&
        annotation.spans.length === 1 &&
        same(extent(annotation), span),
    );
    const target =
      shared?.id ?? this.add({ layer: 'quote', type: part, spans: [{ start: span.start, end: span.end }], attributes: {} });
    this.changeRelations((relations) => withRelation(relations, part, id, target));
  }

  #dropPart(id: string): void {
    if (
      this.#annotations.get(id)?.layer !== 'quote' ||
      this.#relations.some((relation) => relation.args.some((arg) => arg.target === id))
    )
      return;
    this.#annotations.delete(id);
    this.#marks.delete(id);
  }

  /** Puts annotations, and all groups that some of them are in, into one group. */
  unite(ids: readonly string[], name: string | undefined): void {
    const concerned = this.#groups.filter((group) => group.members.some((member) => ids.includes(member)));
    const members = [...new Set([...concerned.flatMap((group) => group.members), ...ids])];
    const kept = concerned.find((group) => !this.#alone.has(group.id)) ?? concerned[0];
    const title = name ?? kept?.name ?? this.#longest(members);
    const group: EntityGroup = kept
      ? { ...kept, members, ...((kept.name !== undefined || name !== undefined) && { name: title }) }
      : { id: this.#groupId(title), name: title, members, attributes: {} };
    this.#groups = [...this.#groups.filter((other) => !concerned.includes(other)), group];
    this.#alone.delete(group.id);
  }

  /** Takes annotations out of the groups they are in and puts them in one of their own. */
  part(ids: readonly string[], name: string | undefined): void {
    this.#groups = this.#groups.map((group) => without(group, ids));
    const title = name ?? this.#longest(ids);
    const id = this.#groupId(title);
    this.#groups = [
      ...this.#groups.filter((group) => group.members.length > 0),
      { id, name: title, members: ids, attributes: {} },
    ];
    this.#alone.add(id);
  }

  #longest(ids: readonly string[]): string {
    const words = ids.map((id) => {
      const at = extent(this.#annotations.get(id) ?? { spans: [] });
      return this.text.slice(at.start, at.end).replace(/\s+/gu, ' ');
    });
    return words.sort((a, b) => b.length - a.length)[0] ?? '';
  }

  /** Out of the name, so that two windows that name the same thing mean the same group. */
  #groupId(name: string): string {
    const plain =
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'entity';
    const taken = new Set(this.#before.document.groups.map((group) => group.id).concat(this.#groups.map((group) => group.id)));
    for (let n = 1; ; n++) {
      const id = n === 1 ? plain : `${plain}-${n}`;
      if (!taken.has(id)) return id;
    }
  }

  /** What a type is called in this file: where it uses other tools' names (Person for PER), theirs. */
  label(layer: string, type: string): string {
    const key = `${layer}/${type}`;
    const known = this.#labels.get(key) ?? this.#labelInFile(layer, type);
    this.#labels.set(key, known);
    return known;
  }

  #labelInFile(layer: string, type: string): string {
    const declared = this.#schema.layers.find((known) => known.id === layer)?.types.find((known) => known.id === type);
    if (declared === undefined || declared.aliases.length === 0) return type;
    let foreign = false;
    for (const annotation of this.#annotations.values()) {
      const display = this.#names.of(annotation);
      if (!display.declared || isRejection(annotation)) continue;
      if (display.layer === layer && display.type === type) return annotation.type;
      if (display.layer === layer && annotation.type !== display.type) foreign = true;
    }
    return foreign ? (declared.aliases[0] as string) : type;
  }
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const without = (group: EntityGroup, ids: readonly string[]): EntityGroup =>
  group.members.some((member) => ids.includes(member))
    ? { ...group, members: group.members.filter((member) => !ids.includes(member)) }
    : group;

function judged({ sources, version, score }: Suggestion): Mark {
  return {
    judged: {
      source: sources.join('+'),
      ...(version !== undefined && { version }),
      ...(score !== undefined && { score: Math.round(score * 1000) / 1000 }),
    },
  };
}
