import { randomiser } from '../../../server/src/core/random';
import type { Span } from '../../../server/src/core/span';
import { operationsFor, placesFor } from '../../../server/src/store/applyToAll';
import { type Decisions, noDecisions, signedBy, withOutcome } from '../../../server/src/store/decisions';
import { applyStep, History, stepBetween } from '../../../server/src/store/history';
import { hitsIn } from '../../../server/src/store/hits';
import { withLabel } from '../../../server/src/store/labels';
import { mergeDecisions, resolveConflicts } from '../../../server/src/store/merge';
import { operateAll } from '../../../server/src/store/operate';
import type { Operation } from '../../../server/src/store/operations';
import { overlay } from '../../../server/src/store/overlay';
import { applyEdit, type TextEdit } from '../../../server/src/store/rebase';
import { EditMemory, rebaseDecisions } from '../../../server/src/store/rebaseDecisions';
import { relationsOf } from '../../../server/src/store/relations';
import { extent, type ReviewItem } from '../../../server/src/store/reviewItem';
import { readSidecars, type SidecarFiles, writeSidecars } from '../../../server/src/store/sidecars';
import { found, proposed, SCHEMA } from './stage';

type Draw = <T>(from: readonly T[]) => T;

/**
 * A session at one article, out of a seed: what a person, a second window, version control and another editor might do, in
 * an order that nobody would think of. `lines` tell it step by step: what was done, and what became of which decision.
 */
export class Session {
  decisions: Decisions;
  text: string;
  files: SidecarFiles = { ann: undefined, review: undefined };
  readonly lines: string[] = [];
  readonly #random: () => number;
  readonly #history = new History();
  #memory = new EditMemory();

  constructor(seed: number, text: string) {
    this.#random = randomiser(seed);
    this.text = text;
    this.decisions = noDecisions('a', text);
  }

  readonly one: Draw = (from) => from[this.below(from.length)] as (typeof from)[number];
  below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  overlay() {
    const { text, decisions } = this;
    return overlay({ text, analysis: found(text), decisions, schema: SCHEMA, foreign: proposed(text), version: '1' });
  }

  /** One step, and what it changed. */
  step(): void {
    const before = shownDecisions(this.decisions);
    const kinds = [this.#operate, this.#operate, this.#operate, this.#operate, this.#everywhere, this.#hit];
    const others = [this.#undo, this.#edit, this.#edit, this.#write, this.#outside, this.#merge, this.#label];
    const told = this.one([...kinds, ...kinds, ...others]).call(this);
    const after = shownDecisions(this.decisions);
    this.lines.push(
      `> ${told}`,
      ...before.filter((line) => !after.includes(line)).map((line) => `  - ${line}`),
      ...after.filter((line) => !before.includes(line)).map((line) => `  + ${line}`),
    );
  }

  /** Decides so many times, on the text as it is. */
  annotate(times: number): void {
    for (let n = 0; n < times; n++) this.#operate();
  }

  #decide(after: Decisions, label: string): void {
    const signed =
      this.below(3) === 0 ? signedBy(this.decisions, after, { by: this.one(['anna', 'ben']), day: '2017-02-03' }) : after;
    this.#take(signed, label);
  }

  #take(after: Decisions, label: string): void {
    const step = stepBetween(this.decisions, after, label);
    this.#history.push(step);
    this.#memory.decided(step.annotations);
    this.decisions = after;
  }

  #operate(): string {
    const operation = this.operation(this.overlay().items);
    if (operation === undefined) return 'nothing to do';
    return this.#carryOut([operation], `${JSON.stringify(operation)}`);
  }

  #carryOut(operations: readonly Operation[], told: string): string {
    const result = operateAll({ decisions: this.decisions, items: this.overlay().items, schema: SCHEMA }, operations);
    if (!result.ok) return `${told}: ${result.problem}`;
    this.#decide(result.decisions, told);
    return `${told}: ${result.focus.join(' ')}`;
  }

  #everywhere(): string {
    const item = this.one(this.overlay().items);
    if (item === undefined) return 'no words';
    const { start, end } = extent(item);
    const words = this.text.slice(start, end);
    const what = {
      words,
      layer: item.layer,
      type: this.one([item.type, 'PER']),
      verdict: this.one(['confirm', 'reject'] as const),
    };
    const places = placesFor(this.text, this.overlay().items, what);
    const told = places.map(({ span, now, kind }) => `${span.start}-${span.end} ${kind} ${now?.id ?? ''}`).join(', ');
    return this.#carryOut(operationsFor(places, what), `all ${JSON.stringify(what)} [${told}]`);
  }

  #hit(): string {
    const hits = hitsIn(this.text, this.overlay().items);
    const span = this.span();
    const decision = this.one([
      { kind: 'confirm' as const },
      { kind: 'reject' as const },
      { kind: 'clear' as const },
      { kind: 'annotate' as const, layer: 'entity', type: this.one(['PER', 'LOC']) },
    ]);
    const choice = hits.choose(span, decision);
    const told = `hit ${span.start}-${span.end} ${decision.kind} at ${hits.itemAt(span)?.id}`;
    if (!choice.ok) return `${told}: ${choice.problem}`;
    return choice.operation ? this.#carryOut([choice.operation], told) : `${told}: so already`;
  }

  #undo(): string {
    const direction = this.one(['undo', 'undo', 'redo'] as const);
    const next = this.#history.next(direction, this.text);
    if (typeof next === 'string') return `${direction}: ${next}`;
    this.#history.move(direction);
    this.#memory.decided(next.annotations);
    this.decisions = applyStep(this.decisions, next, direction);
    return `${direction} ${next.label.slice(0, 40)}`;
  }

  /** In the editor, where each change is known. */
  #edit(): string {
    const edit = this.change();
    const { decisions, touched } = rebaseDecisions(this.decisions, edit);
    if (touched) this.#memory.remember(this.decisions);
    this.text = applyEdit(this.text, edit);
    this.decisions = this.#memory.recall(decisions);
    return `edit ${JSON.stringify(edit)}${touched ? ' touched' : ''}`;
  }

  #write(): string {
    this.files = writeSidecars(this.decisions, this.files);
    const { decisions, problems, broken, moved } = readSidecars(this.files, this.text, 'a');
    const read = shownDecisions(decisions);
    const now = shownDecisions(this.decisions);
    const kept = read.length === now.length && read.every((line) => now.includes(line));
    return `write${kept ? '' : `, read as ${read.join(' | ')}`}${broken ? ' broken' : ''}${moved ? ' moved' : ''} ${problems.length} problems`;
  }

  /** By another editor: only the files and the text are known. */
  #outside(): string {
    this.files = writeSidecars(this.decisions, this.files);
    const edits = [this.change(), ...(this.below(2) === 0 ? [this.change()] : [])];
    this.text = edits.reduce((text, edit) => applyEdit(text, { ...edit, end: Math.min(edit.end, text.length) }), this.text);
    const { decisions, moved } = readSidecars(this.files, this.text, 'a');
    this.decisions = decisions;
    this.#memory = new EditMemory();
    return `outside ${JSON.stringify(edits)}${moved ? ' moved' : ''}`;
  }

  /** Two windows decide on the same, and one of them brings both together. */
  #merge(): string {
    const base = this.decisions;
    const side = (): Decisions => {
      const operation = this.operation(this.overlay().items);
      const result =
        operation &&
        operateAll({ decisions: base, items: this.overlay().items, schema: SCHEMA }, [operation, ...this.#again(operation)]);
      return result?.ok ? result.decisions : base;
    };
    const { merged, conflicts } = mergeDecisions(base, side(), side());
    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, this.one(['ours', 'theirs', 'both'] as const)]));
    // nobody decided: who had decided each thing stays
    this.#take(resolveConflicts(merged, conflicts, choices), 'merge');
    return `merge ${JSON.stringify(choices)}`;
  }

  #again(operation: Operation): readonly Operation[] {
    return operation.kind === 'add'
      ? [{ ...operation, spans: operation.spans.map((span) => ({ ...span, end: span.end + 1 })) }]
      : [];
  }

  #label(): string {
    if (this.below(3) === 0) {
      const state = this.one(['finished', 'aside', undefined] as const);
      this.#decide(withOutcome(this.decisions, state && { state, ...(state === 'aside' && { note: 'later' }) }), 'outcome');
      return `outcome ${state}`;
    }
    const label = this.one(['topic', 'read', 'page', 'unknown']);
    const values = this.one([[], [''], ['port'], ['port', 'bridge'], ['bridge', 'bridge', 'x']]);
    this.#decide(withLabel(this.decisions, label, values), 'label');
    return `label ${label} ${JSON.stringify(values)}`;
  }

  /** Words, parts of words, or what an item has. */
  span(): Span {
    const words = [...this.text.matchAll(/[\p{L}’]+|[«».,]/gu)];
    const first = this.below(words.length);
    const [from, to] = [words[first], words[Math.min(words.length - 1, first + this.one([0, 0, 0, 1, 2, 6]))]];
    const start = from?.index ?? 0;
    const end = (to?.index ?? 0) + (to?.[0].length ?? 0);
    return { start: start + this.one([0, 0, 0, 0, 1]), end: end + this.one([0, 0, 0, 0, 1]) };
  }

  change(): TextEdit {
    const { start, end } = this.span();
    const inserted = this.one([
      '',
      ' ',
      '😀',
      'Vell',
      '\n',
      '« ',
      this.text.slice(start, end).toUpperCase(),
      this.text.slice(0, 60),
    ]);
    return this.one([
      { start, end: start, inserted },
      { start, end, inserted },
      { start, end: Math.min(this.text.length, end + 80), inserted: this.text.slice(start, end + 80).replace(/ /g, '  ') },
      { start: 0, end: this.text.length, inserted: this.text.slice(end) + this.text.slice(0, end) },
    ]);
  }

  /** Any operation, on items that are there. */
  operation(items: readonly ReviewItem[]): Operation | undefined {
    const some = (): string => this.one(items)?.id ?? 'T9';
    const two = [some(), some()];
    const snap = this.below(2) === 0 ? { snap: true as const } : {};
    const layer = this.one(['entity', 'entity', 'theme', 'date', 'quote', 'mood']);
    const type = {
      entity: ['PER', 'ORG', 'Person'],
      theme: ['works', 'sea', 'Sea'],
      date: ['DATE', 'SET'],
      quote: ['direct', 'scare'],
    };
    const label = this.one(type[layer as 'entity'] ?? ['glad']);
    const relations = relationsOf(this.decisions.document, SCHEMA).map(({ id }) => id);
    const lost = this.decisions.lost.map(({ annotation }) => annotation.id);
    const of = (kind: string): readonly string[] => items.filter((item) => item.layer === kind).map(({ id }) => id);
    return this.one<() => Operation>([
      () => ({ kind: this.one(['confirm', 'confirm', 'confirm', 'reject', 'reject', 'clear'] as const), items: [some()] }),
      () => ({ kind: 'confirm', items: two }),
      () => ({
        kind: 'add',
        layer,
        type: label,
        spans: this.one([[this.span()], [this.span()], [this.span(), this.span()]]),
        ...snap,
      }),
      () => ({ kind: 'setType', items: [some()], layer, type: label }),
      () => ({ kind: 'setType', items: [some()], type: label }),
      () => ({ kind: 'setSpans', item: some(), spans: [this.span()], ...snap }),
      () => ({
        kind: 'move',
        item: some(),
        edge: this.one(['start', 'end'] as const),
        direction: this.one(['widen', 'narrow'] as const),
      }),
      () => ({ kind: 'split', item: some(), at: this.span().end, ...snap }),
      () => ({ kind: 'merge', items: this.one([two, of('entity').slice(0, 3), [some()]]) }),
      () => ({ kind: 'setSpeaker', items: [this.one(of('quote')) ?? some()], span: this.span(), ...snap }),
      () => ({ kind: 'setSpeaker', items: of('quote').slice(0, 2), name: this.one(['Anne Corbin', 'Paul', '']) }),
      () => ({ kind: 'setCue', item: this.one(of('quote')) ?? some(), span: this.span(), ...snap }),
      () => ({ kind: 'setCue', item: this.one(of('quote')) ?? some() }),
      () => ({
        kind: 'setValue',
        items: [this.one(of('date')) ?? some()],
        value: this.one(['2017-01-05', 'P2D', '1817-03', 'bad']),
      }),
      () => ({ kind: this.one(['sameEntity', 'differentEntity'] as const), items: [this.one(of('entity')) ?? 'T9', some()] }),
      () => ({ kind: 'sameEntity', items: of('entity').slice(this.below(3), 4), name: this.one(['Vell', 'A. Corbin']) }),
      () => ({ kind: 'differentEntity', items: [this.one(of('entity')) ?? 'T9'], name: this.one(['Vell', 'Corbin']) }),
      () => ({ kind: 'note', item: some(), text: this.one(['sure', ' ', 'to be seen']) }),
      () => ({
        kind: 'attribute',
        items: [some()],
        name: this.one(['tone', 'sure']),
        value: this.one(['low', ['low', 'high'], '', null]),
      }),
      () => ({ kind: 'relate', items: [some(), some()], type: this.one(['works-for', 'near']) }),
      () => ({
        kind: 'addEvent',
        type: 'Leave',
        span: this.span(),
        parts: [
          { role: 'Who', item: some() },
          { role: 'When', item: some() },
        ].slice(0, 1 + this.below(2)),
        ...snap,
      }),
      () => ({ kind: 'setArguments', relation: this.one(relations) ?? 'E1', parts: [{ role: 'Who', item: some() }] }),
      () => ({ kind: 'unrelate', relations: relations.slice(0, 1) }),
      () => ({ kind: 'place', lost: this.one(lost) ?? 'T9', spans: [this.span()] }),
      () => ({ kind: 'forget', lost: lost.slice(0, 1) }),
    ])();
  }
}

/** Each decision in a line; places with their words. */
export function shownDecisions({ document, marks, lost, alone, outcome, labels = [] }: Decisions): readonly string[] {
  const at = ({ start, end }: Span): string => `${start}-${end} ${JSON.stringify(document.text.slice(start, end))}`;
  return [
    ...document.annotations.map(
      ({ id, layer, type, spans, ...more }) =>
        `${id} ${layer}/${type} ${spans.map(at).join(' + ')} ${JSON.stringify(more)} ${JSON.stringify(marks.get(id) ?? {})}`,
    ),
    ...document.relations.map((relation) => JSON.stringify(relation)),
    ...document.groups.map((group) => JSON.stringify(group)),
    ...lost.map((one) => `lost ${JSON.stringify(one)}`),
    ...[...alone].map((id) => `alone ${id}`),
    ...(outcome ? [`outcome ${JSON.stringify({ ...outcome, sha256: '', decided: '' })}`] : []),
    ...labels.map((label) => `label ${JSON.stringify(label)}`),
  ];
}
