import { own } from '../../core/members';
import { lossMessages } from '../../messages/losses';
import {
  type Annotation,
  type AnnotationDocument,
  attributeValues,
  compareText,
  hull,
  type Relation,
} from '../annotationDocument';
import type { WriteOptions } from '../format';
import type { LossItem } from '../loss';
import { reduce } from '../reduce';
import { type TokenSentence, tokenSentences } from '../tokens';
import { TOKEN, tokensUnder, tsvCapabilities } from './capabilities';
import { HOST, NO_ROLE } from './drafts';
import { escapeText, escapeValue } from './escaping';
import type { TsvOrigin } from './read';
import {
  COREFERENCE,
  NAMED_ENTITY,
  parseLayer,
  relationType,
  shortName,
  type TsvLayer,
  typeFeature,
  typeOfLayer,
} from './schema';
import { type TokenUnit, type Unit, unitFor } from './units';

/** One WebAnno TSV 3.3 file. Custom layers and their features must exist in the INCEpTION project that takes it in. */
export function writeWebannoTsv(
  document: AnnotationDocument,
  options: WriteOptions = {},
): { readonly content: string; readonly losses: readonly LossItem[] } {
  const origin = document.origin?.format === 'webanno-tsv' ? (document.origin.data as TsvOrigin) : undefined;
  const sentences = tokenSentences(document, options.tokenizer);
  const { document: reduced, losses } = reduce(document, tsvCapabilities(document, sentences, origin), options);
  const writer = new TsvWriter(reduced, sentences, origin);
  const content = writer.write();
  return { content, losses: [...losses, ...writer.losses] };
}

class TsvWriter {
  readonly losses: LossItem[] = [];
  readonly #document: AnnotationDocument;
  readonly #sentences: readonly TokenSentence[];
  readonly #units: readonly (readonly TokenUnit[])[];
  readonly #flat: readonly TokenUnit[];
  readonly #unitOf = new Map<string, Unit>();
  readonly #ids = new Map<string, number>();
  readonly #byId: ReadonlyMap<string, Annotation>;
  readonly #layers: readonly TsvLayer[];
  readonly #origin: TsvOrigin | undefined;
  readonly #relationsAt = new Map<string, { relation: Relation; name: string }[]>();
  readonly #chains = new Map<string, { chain: number; index: number }>();

  constructor(document: AnnotationDocument, sentences: readonly TokenSentence[], origin: TsvOrigin | undefined) {
    this.#document = document;
    this.#origin = origin;
    this.#sentences = sentences;
    this.#byId = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
    this.#units = sentences.map((sentence, s) =>
      sentence.tokens.map(
        (token, t): TokenUnit => ({ id: `${s + 1}-${t + 1}`, start: token.start, end: token.end, annotations: [], parts: [] }),
      ),
    );
    this.#flat = this.#units.flat();
    this.#layers = this.#schema(origin);
    this.#place();
    this.#prepareChains();
    for (const relation of document.relations) this.#prepareRelation(relation);
    this.#reportWhatWords();
  }

  #reportWhatWords(): void {
    const { id, text } = this.#document;
    const before = text.slice(0, this.#flat[0]?.start ?? text.length);
    if (/[^ ]/.test(before) || this.#flat.length === 0) {
      if (text !== '') this.losses.push({ document: id, kind: 'text', detail: lossMessages.textBefore });
    }
    if (this.#sentences.some((sentence) => sentence.tokens.some((token) => token.features))) {
      this.losses.push({
        document: id,
        kind: 'token',
        field: 'features',
        detail: lossMessages.lemmas,
      });
    }
  }

  #schema(origin: TsvOrigin | undefined): readonly TsvLayer[] {
    const layers = [...(origin?.layers ?? [])];
    const missing = new Map<string, Set<string>>();
    for (const annotation of this.#document.annotations) {
      const name = typeOfLayer(annotation.layer) ?? '';
      if (name === TOKEN || layers.some((layer) => layer.name === name)) continue;
      const features = missing.get(name) ?? new Set<string>();
      for (const feature of Object.keys(annotation.attributes)) features.add(feature);
      missing.set(name, features);
    }
    for (const [name, features] of [...missing].sort(([a], [b]) => compareText(a, b))) {
      const line =
        name === COREFERENCE
          ? `#T_CH=${name}|referenceType|referenceRelation`
          : `#T_SP=${[name, ...(name === NAMED_ENTITY ? ['identifier'] : [...features].sort(compareText)), 'value'].join('|')}`;
      const layer = parseLayer(line);
      if (layer) layers.push(layer);
    }
    for (const relation of this.#document.relations) {
      if (relation.args[0]?.role === HOST) continue;
      const { name, base } = this.#relationLayer(relation);
      if (layers.some((layer) => layer.name === name)) continue;
      const layer = parseLayer(`#T_RL=${name}|value|BT_${base}`);
      if (layer) layers.push(layer);
    }
    const order = { span: 0, chain: 1, relation: 2 };
    return layers
      .map((layer, i) => ({ layer, i }))
      .sort((a, b) => order[a.layer.kind] - order[b.layer.kind] || a.i - b.i)
      .map(({ layer }) => layer);
  }

  #relationLayer(relation: Relation): { name: string; base: string } {
    const layer = this.#byId.get(relation.args[0]?.target ?? '')?.layer ?? '';
    const named = relation.attributes.layer;
    return { name: (typeof named === 'string' && typeOfLayer(named)) || relationType(layer), base: typeOfLayer(layer) ?? '' };
  }

  /** Gives every annotation its lines, and ids where a line alone does not tell which annotation it is. */
  #place(): void {
    const sorted = this.#document.annotations
      .map((annotation, i) => ({
        annotation,
        i,
        span: hull(annotation),
        layer: this.#layers.findIndex((layer) => layer.name === typeOfLayer(annotation.layer)),
      }))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.layer - b.layer || a.i - b.i);
    const lines = new Map<Annotation, Unit[]>();
    for (const { annotation, span } of sorted) {
      const own = tokensUnder(span.start, span.end, this.#flat).map((token) => unitFor(token, span));
      lines.set(annotation, own);
      const [first] = own;
      if (first) this.#unitOf.set(annotation.id, first);
      if (annotation.layer !== TOKEN) for (const unit of own) unit.annotations.push(annotation);
    }
    for (const { annotation } of sorted) {
      const own = lines.get(annotation) ?? [];
      const stacked = own.some((unit) => unit.annotations.filter((other) => other.layer === annotation.layer).length > 1);
      const chained = this.#layers.find((layer) => layer.name === typeOfLayer(annotation.layer))?.kind === 'chain';
      if ((own.length > 1 || stacked) && annotation.layer !== TOKEN && !chained) this.#ids.set(annotation.id, this.#ids.size + 1);
    }
  }

  #prepareChains(): void {
    let chain = 0;
    for (const group of this.#document.groups) {
      chain++;
      group.members.forEach((member, i) => {
        this.#chains.set(member, { chain, index: i + 1 });
      });
    }
    for (const annotation of this.#document.annotations) {
      const layer = this.#layers.find((candidate) => candidate.name === typeOfLayer(annotation.layer));
      if (layer?.kind === 'chain' && !this.#chains.has(annotation.id))
        this.#chains.set(annotation.id, { chain: ++chain, index: 1 });
    }
  }

  #prepareRelation(relation: Relation): void {
    if (relation.args[0]?.role === HOST) return;
    const unit = this.#unitOf.get(relation.args[1]?.target ?? '');
    if (!unit) return;
    this.#relationsAt.set(unit.id, [
      ...(this.#relationsAt.get(unit.id) ?? []),
      { relation, name: this.#relationLayer(relation).name },
    ]);
  }

  write(): string {
    const prefix = { span: 'SP', chain: 'CH', relation: 'RL' };
    const header = [
      '#FORMAT=WebAnno TSV 3.3',
      ...this.#layers.map((layer) => `#T_${prefix[layer.kind]}=${layer.declaration}`),
      '',
    ];
    const blocks = this.#sentences.map((_, s) => {
      const text = this.#sentenceText(s)
        .split('\n')
        .map((line) => `#Text=${escapeText(line)}`);
      const rows = (this.#units[s] ?? []).flatMap((token) => [this.#row(token), ...token.parts.map((part) => this.#row(part))]);
      const id = this.#origin?.sentenceIds.get(this.#units[s]?.[0]?.start ?? -1);
      return ['', ...(id === undefined ? [] : [`#Sentence.id=${id}`]), ...text, ...rows];
    });
    return `${[...header, ...blocks.flat()].join('\n')}\n`;
  }

  /** White space up to the next sentence goes along, except where the reader makes it anyway. */
  #sentenceText(s: number): string {
    const units = this.#units[s] ?? [];
    const [start, end] = [units[0]?.start ?? 0, units.at(-1)?.end ?? 0];
    const next = this.#units[s + 1]?.[0]?.start;
    const gap = this.#document.text.slice(end, next);
    const made = next === undefined ? gap === '' : /^(?:\n *)?$/.test(gap);
    return this.#document.text.slice(start, made ? end : next);
  }

  #row(unit: Unit): string {
    const cells = this.#layers.flatMap((layer) => {
      if (layer.kind === 'relation') return this.#relationCells(layer, unit);
      const found = unit.annotations.filter((annotation) => typeOfLayer(annotation.layer) === layer.name);
      if (found.length === 0) return layer.columns.map(() => '_');
      return layer.kind === 'chain' ? this.#chainCells(layer, found) : this.#spanCells(layer, found);
    });
    return `${[unit.id, `${unit.start}-${unit.end}`, this.#document.text.slice(unit.start, unit.end), ...cells].join('\t')}\t`;
  }

  #spanCells(layer: TsvLayer, annotations: readonly Annotation[]): string[] {
    return layer.columns.map((column) =>
      annotations
        .map((annotation) => {
          if (column.kind === 'slotRole')
            return this.#withId(
              this.#slots(annotation, column.feature)
                .map(({ role }) => (role === NO_ROLE && this.#origin?.saysNoRole === false ? '*' : escapeValue(role) || '*'))
                .join(';') || '_',
              annotation,
            );
          if (column.kind === 'slotTarget') {
            const role = layer.columns[layer.columns.indexOf(column) - 1]?.feature ?? '';
            return (
              this.#slots(annotation, role)
                .map((arg) => this.#reference(arg.target))
                .join(';') || '*'
            );
          }
          return this.#withId(this.#value(layer, annotation, column.feature), annotation);
        })
        .join('|'),
    );
  }

  #value(layer: TsvLayer, annotation: Annotation, feature: string): string {
    const named = feature !== '' && feature === typeFeature(layer);
    const value = named
      ? annotation.type === shortName(layer.name)
        ? undefined
        : annotation.type
      : attributeValues(own(annotation.attributes, feature) ?? [])[0];
    return value === undefined ? '*' : escapeValue(value);
  }

  #withId(value: string, annotation: Annotation): string {
    const id = this.#ids.get(annotation.id);
    return id === undefined ? value : `${value}[${id}]`;
  }

  #slots(annotation: Annotation, feature: string): Relation['args'] {
    return this.#document.relations
      .filter(
        (relation) => relation.type === feature && relation.args[0]?.role === HOST && relation.args[0].target === annotation.id,
      )
      .flatMap((relation) => relation.args.slice(1));
  }

  #reference(id: string): string {
    const annotation = this.#byId.get(id);
    return annotation ? this.#withId(this.#unitOf.get(id)?.id ?? '', annotation) : '';
  }

  #chainCells(layer: TsvLayer, annotations: readonly Annotation[]): string[] {
    return layer.columns.map((column) =>
      annotations
        .map((annotation) => {
          const { chain, index } = this.#chains.get(annotation.id) ?? { chain: 0, index: 0 };
          const relation = attributeValues(annotation.attributes.referenceRelation ?? [])[0];
          if (column.kind === 'chainLink') return `${relation === undefined ? '*' : escapeValue(relation)}->${chain}-${index}`;
          return `${annotation.type === shortName(layer.name) ? '*' : escapeValue(annotation.type)}[${chain}]`;
        })
        .join('|'),
    );
  }

  #relationCells(layer: TsvLayer, unit: Unit): string[] {
    const relations = (this.#relationsAt.get(unit.id) ?? []).filter(({ name }) => name === layer.name);
    if (relations.length === 0) return layer.columns.map(() => '_');
    return layer.columns.map((column) =>
      relations
        .map(({ relation }) => {
          const [from = '', to = ''] = relation.args.map((arg) => arg.target);
          if (column.kind === 'relationSource') {
            const [source, target] = [this.#ids.get(from), this.#ids.get(to)];
            const place = this.#unitOf.get(from)?.id ?? '';
            return source === undefined && target === undefined ? place : `${place}[${source ?? 0}_${target ?? 0}]`;
          }
          const named = column.feature !== '' && column.feature === typeFeature(layer);
          const value = named
            ? relation.type === shortName(layer.name)
              ? undefined
              : relation.type
            : attributeValues(own(relation.attributes, column.feature) ?? [])[0];
          return value === undefined ? '*' : escapeValue(value);
        })
        .join('|'),
    );
  }
}
