import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type { Annotation, AnnotationDocument, EntityGroup, Relation, RelationArgument } from '../annotationDocument';
import { addTo } from '../collections';
import { documentName, error, type FormatInput, type FormatProblem, type ReadResult, warning, withoutBom } from '../format';
import { type Draft, HOST, NO_ROLE, Resolver } from './drafts';
import { splitCell, splitId, unescapeText, unescapeValue } from './escaping';
import { layerOfType, parseLayer, relationType, shortName, type TsvColumn, type TsvLayer, typeFeature } from './schema';

/** What {@link AnnotationDocument.origin} holds: the header, which a project's layers must agree with. */
export interface TsvOrigin {
  readonly version: string;
  readonly layers: readonly TsvLayer[];
  /** What sentences are called, by where they start. */
  readonly sentenceIds: ReadonlyMap<number, string>;
  /** The file says {@link NO_ROLE} itself. */
  readonly saysNoRole: boolean;
}

interface RelationDraft {
  readonly layer: TsvLayer;
  readonly unit: string;
  readonly features: Map<string, string>;
  source?: string;
  line: number;
}

/** Reads WebAnno TSV 3.x. The text between sentences is made as INCEpTION makes it: a line break, then spaces. */
export function readWebannoTsv(input: FormatInput): ReadResult {
  const lines = withoutBom(input.content)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const version = /^#FORMAT=WebAnno TSV (\d+\.\d+)$/.exec(lines[0] ?? '')?.[1];
  if (version === undefined || !version.startsWith('3.')) {
    const isOlder =
      /^#FORMAT=WebAnno TSV [0-2]/.test(lines[0] ?? '') ||
      /^ ?# ?\S+ \| /.test(lines[0] ?? '') ||
      lines.slice(0, 5).some((line) => /^#id=\d/.test(line));
    return { documents: [], problems: [error(1, isOlder ? formatMessages.webannoOlder : formatMessages.webannoFirstLine)] };
  }
  const reader = new TsvReader(version);
  lines.forEach((line, i) => {
    if (i > 0) reader.read(line, i + 1);
  });
  return { documents: [reader.finish(documentName(input.name))], problems: reader.problems };
}

class TsvReader {
  readonly problems: FormatProblem[] = [];
  readonly #version: string;
  readonly #layers: TsvLayer[] = [];
  readonly #tokens: Span[] = [];
  readonly #sentences: { start: number; end: number }[] = [];
  readonly #drafts: Draft[] = [];
  readonly #byId = new Map<string, Draft>();
  readonly #byUnit = new Map<string, Draft[]>();
  readonly #relations: RelationDraft[] = [];
  #text = '';
  #header: string[] = [];
  #sentenceId: string | undefined;
  readonly #sentenceIds = new Map<number, string>();
  #chainKeys = new Map<string, Draft>();

  constructor(version: string) {
    this.#version = version;
  }

  read(line: string, number: number): void {
    if (line === '') {
      this.#header = [];
      return;
    }
    const layer = this.#tokens.length === 0 ? parseLayer(line) : undefined;
    if (layer) this.#layers.push(layer);
    else if (line.startsWith('#Text=')) this.#header.push(unescapeText(line.slice(6)));
    else if (line.startsWith('#Sentence.id=')) this.#sentenceId = line.slice(13);
    else if (!line.startsWith('#')) this.#unit(line, number);
  }

  #unit(line: string, number: number): void {
    const cells = line.split('\t');
    const place = /^(\d+)-(\d+)(\.\d+)?$/.exec(cells[0] ?? '');
    const offsets = /^(\d{1,12})-(\d{1,12})$/.exec(cells[1] ?? '');
    if (!place || !offsets || cells.length < 3) {
      this.problems.push(error(number, formatMessages.webannoWord));
      return;
    }
    const [begin, end] = [Number(offsets[1]), Number(offsets[2])];
    const unit = cells[0] as string;
    if (place[3] === undefined && this.#header.length > 0 && !this.#sentence(begin, number)) return;
    if (end < begin || end > this.#text.length) {
      this.problems.push(error(number, formatMessages.outsideSentence(unit, begin, end)));
      return;
    }
    const found = this.#text.slice(begin, end);
    if (found !== cells[2]) this.problems.push(warning(number, formatMessages.saysOther(unit, cells[2] ?? '', found)));
    if (place[3] === undefined) {
      if (begin < (this.#tokens.at(-1)?.end ?? 0)) this.problems.push(warning(number, formatMessages.overlapsWord(unit)));
      this.#tokens.push({ start: begin, end });
    }
    this.#annotations(unit, { start: begin, end }, cells.slice(3), number);
  }

  /** Adds the sentence whose text lines have been read, at its first word. */
  #sentence(begin: number, number: number): boolean {
    const text = this.#header.join('\n');
    this.#header = [];
    if (this.#sentences.length > 0 && begin > this.#text.length) this.#text += '\n';
    if (begin < this.#text.length || begin - this.#text.length > 1_000_000) {
      this.problems.push(error(number, formatMessages.sentenceBegins(begin, this.#text.length)));
      return false;
    }
    this.#text += ' '.repeat(begin - this.#text.length);
    this.#sentences.push({ start: this.#text.length, end: this.#text.length + text.length });
    if (this.#sentenceId !== undefined) this.#sentenceIds.set(this.#text.length, this.#sentenceId);
    this.#sentenceId = undefined;
    this.#text += text;
    return true;
  }

  #annotations(unit: string, span: Span, cells: readonly string[], number: number): void {
    let column = 0;
    for (const layer of this.#layers) {
      const own = layer.columns.map((definition, i) => ({ definition, cell: cells[column + i] ?? '_' }));
      column += layer.columns.length;
      const stacks = own.map(({ cell }) => (cell === '_' ? [] : splitCell(cell, '|')));
      const height = Math.max(0, ...stacks.map((stack) => stack.length));
      for (let level = 0; level < height; level++) {
        const values = own.flatMap(({ definition }, i) =>
          stacks[i]?.[level] === undefined ? [] : [{ definition, cell: stacks[i]?.[level] as string }],
        );
        if (layer.kind === 'relation') this.#relation(layer, unit, values, number);
        else if (layer.kind === 'chain') this.#chain(layer, unit, span, values, number);
        else this.#span(layer, unit, span, values);
      }
    }
  }

  #draft(layer: TsvLayer, unit: string, span: Span): Draft {
    const draft: Draft = { layer, unit, begin: span.start, end: span.end, features: new Map(), slots: [] };
    this.#drafts.push(draft);
    return draft;
  }

  #span(layer: TsvLayer, unit: string, span: Span, values: readonly { definition: TsvColumn; cell: string }[]): void {
    const id = values
      .map(({ definition, cell }) => (definition.kind === 'slotTarget' ? undefined : splitId(cell).id))
      .find((found) => found !== undefined);
    const known = id === undefined ? undefined : this.#byId.get(id);
    const draft = known ?? this.#draft(layer, unit, span);
    if (id !== undefined) this.#byId.set(id, draft);
    draft.end = Math.max(draft.end, span.end);
    addTo(this.#byUnit, unit, draft);
    if (known) return;
    const roles: { feature: string; roles: readonly string[] }[] = [];
    for (const { definition, cell } of values) {
      if (definition.kind === 'feature') {
        const { value } = splitId(cell);
        if (value !== '*') draft.features.set(definition.feature, unescapeValue(value));
      } else if (definition.kind === 'slotRole')
        roles.push({ feature: definition.feature, roles: splitCell(splitId(cell).value, ';') });
      else if (definition.kind === 'slotTarget') {
        const last = roles.at(-1);
        splitCell(cell, ';').forEach((target, i) => {
          const role = last?.roles[i] ?? '*';
          if (last && target !== '_' && target !== '*')
            draft.slots.push({ feature: last.feature, role: role === '*' ? '' : unescapeValue(role), target });
        });
      }
    }
  }

  #chain(
    layer: TsvLayer,
    unit: string,
    span: Span,
    values: readonly { definition: TsvColumn; cell: string }[],
    number: number,
  ): void {
    const link = values.find(({ definition }) => definition.kind === 'chainLink')?.cell;
    const match = /^(.*)->(\d+)-(\d+)$/.exec(link ?? '');
    if (!match) {
      this.problems.push(error(number, formatMessages.whichLink(link ?? '')));
      return;
    }
    const key = `${layer.name} ${match[2]}-${match[3]}`;
    const known = this.#chainKeys.get(key);
    if (known) {
      known.end = Math.max(known.end, span.end);
      return;
    }
    const draft = this.#draft(layer, unit, span);
    this.#chainKeys.set(key, draft);
    draft.chain = { id: match[2] as string, index: Number(match[3]) };
    if (match[1] !== '*') draft.features.set('referenceRelation', unescapeValue(match[1] as string));
    const type = values.find(({ definition }) => definition.kind === 'chainType')?.cell;
    const { value } = splitId(type ?? '*');
    if (value !== '*') draft.features.set('referenceType', unescapeValue(value));
  }

  #relation(layer: TsvLayer, unit: string, values: readonly { definition: TsvColumn; cell: string }[], number: number): void {
    const relation: RelationDraft = { layer, unit, features: new Map(), line: number };
    for (const { definition, cell } of values) {
      if (definition.kind === 'relationSource') relation.source = cell;
      else if (definition.kind === 'feature') {
        const { value } = splitId(cell);
        if (value !== '*') relation.features.set(definition.feature, unescapeValue(value));
      }
    }
    this.#relations.push(relation);
  }

  finish(id: string): AnnotationDocument {
    const ids = new Map(this.#drafts.map((draft, i) => [draft, `T${i + 1}`]));
    const annotations = this.#drafts.map((draft) => this.#annotation(draft, ids.get(draft) ?? ''));
    const resolver = new Resolver(this.#byUnit, this.#byId);
    const relations: Relation[] = [];
    for (const draft of this.#drafts) this.#slotRelations(draft, ids, resolver, relations);
    for (const relation of this.#relations) this.#binaryRelation(relation, ids, resolver, relations, annotations);
    return {
      id,
      text: this.#text,
      annotations,
      relations,
      groups: this.#groups(ids),
      tokens: this.#tokens,
      sentences: this.#sentences,
      origin: { format: 'webanno-tsv', data: this.#origin() },
    };
  }

  #origin(): TsvOrigin {
    const saysNoRole = this.#drafts.some(({ slots }) => slots.some(({ role }) => role === NO_ROLE));
    return { version: this.#version, layers: this.#layers, sentenceIds: this.#sentenceIds, saysNoRole };
  }

  #annotation(draft: Draft, id: string): Annotation {
    const named = draft.layer.kind === 'chain' ? 'referenceType' : typeFeature(draft.layer);
    const type = draft.features.get(named ?? '') ?? shortName(draft.layer.name);
    const attributes = Object.fromEntries([...draft.features].filter(([feature]) => feature !== named));
    return { id, layer: layerOfType(draft.layer.name), type, spans: [{ start: draft.begin, end: draft.end }], attributes };
  }

  #slotRelations(draft: Draft, ids: ReadonlyMap<Draft, string>, resolver: Resolver, relations: Relation[]): void {
    const byFeature = new Map<string, RelationArgument[]>();
    for (const { feature, role, target } of draft.slots) {
      const { value, id } = splitId(target);
      const found = resolver.find(value, id);
      if (found) addTo(byFeature, feature, { role: role || NO_ROLE, target: ids.get(found) ?? '' });
    }
    for (const [feature, args] of byFeature) {
      relations.push({
        id: `R${relations.length + 1}`,
        type: feature,
        args: [{ role: HOST, target: ids.get(draft) ?? '' }, ...args],
        attributes: {},
      });
    }
  }

  /** The row is the target's, the cell the source's. A base that is the word itself gets an annotation of its own. */
  #binaryRelation(
    draft: RelationDraft,
    ids: Map<Draft, string>,
    resolver: Resolver,
    relations: Relation[],
    annotations: Annotation[],
  ): void {
    const base = draft.layer.columns.find((column) => column.kind === 'relationSource')?.feature ?? '';
    const { value: unit, id } = splitId(draft.source ?? '');
    const [sourceId, targetId] = (id ?? '').split('_');
    const end = (place: string, disambiguation: string | undefined): string | undefined => {
      const found = resolver.find(place, disambiguation === '0' ? undefined : disambiguation, base);
      if (found) return ids.get(found);
      const token = this.#tokenAt(place);
      if (!token) return undefined;
      const known = annotations.find(
        (annotation) =>
          annotation.layer === layerOfType(base) &&
          annotation.spans[0]?.start === token.start &&
          annotation.spans[0].end === token.end,
      );
      if (known) return known.id;
      const made: Annotation = {
        id: `T${annotations.length + 1}`,
        layer: layerOfType(base),
        type: shortName(base),
        spans: [token],
        attributes: {},
      };
      annotations.push(made);
      return made.id;
    };
    const [from, to] = [end(unit, sourceId), end(draft.unit, targetId)];
    if (from === undefined || to === undefined) {
      this.problems.push(warning(draft.line, formatMessages.relationNoEnd(draft.source ?? '')));
      return;
    }
    const named = typeFeature(draft.layer);
    const args = [
      { role: 'Arg1', target: from },
      { role: 'Arg2', target: to },
    ];
    const attributes = {
      ...Object.fromEntries([...draft.features].filter(([feature]) => feature !== named)),
      ...(draft.layer.name !== relationType(layerOfType(base)) && { layer: layerOfType(draft.layer.name) }),
    };
    relations.push({
      id: `R${relations.length + 1}`,
      type: draft.features.get(named ?? '') ?? shortName(draft.layer.name),
      args,
      attributes,
    });
  }

  #tokenAt(unit: string): Span | undefined {
    const [sentence, token] = unit.split('-').map(Number);
    const own = this.#sentences[(sentence ?? 0) - 1];
    return (
      own && this.#tokens.filter(({ start }) => start >= own.start && start < Math.max(own.end, own.start + 1))[(token ?? 0) - 1]
    );
  }

  #groups(ids: ReadonlyMap<Draft, string>): EntityGroup[] {
    const chains = new Map<string, Draft[]>();
    for (const draft of this.#drafts) {
      if (!draft.chain) continue;
      const key = `${layerOfType(draft.layer.name)}-${draft.chain.id}`;
      addTo(chains, key, draft);
    }
    return [...chains]
      .filter(([, members]) => members.length > 1)
      .map(([id, members]) => ({
        id,
        members: members.sort((a, b) => (a.chain?.index ?? 0) - (b.chain?.index ?? 0)).map((draft) => ids.get(draft) ?? ''),
        attributes: {},
      }));
  }
}
