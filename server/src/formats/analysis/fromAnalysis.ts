import type { ArticleAnalysis, Block, Entity, EntityMention, Quotation, TemporalExpression } from '../../core/analysis';
import type { Span } from '../../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  byPosition,
  type EntityGroup,
  type Relation,
} from '../annotationDocument';
import { addTo } from '../collections';
import { datesInText } from './header';

/** What goes along with the analysis. */
export interface FromAnalysisOptions {
  /** Stands in every annotation's `source`. Default: `corpus-annotator`. */
  readonly source?: string;
  /**
   * Whether blocks (title, caption …) become annotations of the layer `structure`, and the header's date one too. Default false:
   * exports want what is in the text.
   */
  readonly structure?: boolean;
}

/**
 * An analysis as an annotation document. `text` is the text that was analysed; offsets stay as they are.
 *
 * - an entity mention: layer `entity`, its entity a group; `nested` is a flag;
 * - a date: layer `date`, value and the rest as attributes;
 * - a quotation: layer `quote`, type its kind; cue and speaker are annotations of the layer `quote` too, tied by the
 *   relations `cue`, `speaker` and `parent` (from the quotation); speakerEntity and speakerName are attributes.
 *
 * All are `suggested`; ids are T1, T2 … in text order.
 */
export function fromAnalysis(analysis: ArticleAnalysis, text: string, options: FromAnalysisOptions = {}): AnnotationDocument {
  const builder = new Builder(options.source ?? 'corpus-annotator');
  const mentions = analysis.entities.map((mention) => ({
    mention,
    annotation: builder.add('entity', mention.type, [mention], mentionAttributes(mention), mention.confidence),
  }));
  for (const date of options.structure ? analysis.dates : datesInText(analysis))
    builder.add('date', date.type, [date], dateAttributes(date));
  const quotes = analysis.quotes.map((quote) => builder.quote(quote));
  analysis.quotes.forEach((quote, i) => {
    const parent = quote.parent === undefined ? undefined : quotes[quote.parent];
    if (parent) builder.relate('parent', quotes[i] as Draft, parent);
  });
  if (options.structure) for (const block of analysis.structure ?? []) builder.block(block);
  const { annotations, relations, idOf } = builder.finish();
  const members = new Map<string, string[]>();
  for (const { mention, annotation } of mentions) addTo(members, mention.entity, idOf(annotation));
  return {
    id: analysis.id,
    text,
    ...(analysis.language !== 'und' && { language: analysis.language }),
    ...(analysis.date !== null && { date: analysis.date }),
    annotations,
    relations,
    groups: analysis.entityIndex.map((entity) => toGroup(entity, members.get(entity.id) ?? [])),
  };
}

type Draft = Omit<Annotation, 'id'>;

class Builder {
  readonly #source: string;
  readonly #drafts: Draft[] = [];
  readonly #relations: { type: string; from: Draft; to: Draft }[] = [];
  // Several quotations may share one cue or speaker: one annotation each.
  readonly #shared = new Map<string, Draft>();

  constructor(source: string) {
    this.#source = source;
  }

  add(layer: string, type: string, spans: readonly Span[], attributes: Record<string, AttributeValue>, score?: number): Draft {
    const draft: Draft = {
      layer,
      type,
      spans: spans.map(({ start, end }) => ({ start, end })),
      attributes,
      status: 'suggested',
      source: this.#source,
      ...(score !== undefined && { score }),
    };
    this.#drafts.push(draft);
    return draft;
  }

  quote(quote: Quotation): Draft {
    const draft = this.add(
      'quote',
      quote.kind,
      quote.spans.map(([start, end]) => ({ start, end })),
      strings({ speakerEntity: quote.speakerEntity, speakerName: quote.speakerName, problem: quote.problem }),
      quote.confidence,
    );
    if (quote.cue) this.relate('cue', draft, this.#part('cue', quote.cue));
    if (quote.speaker) this.relate('speaker', draft, this.#part('speaker', quote.speaker));
    return draft;
  }

  block(block: Block): void {
    this.add('structure', block.role, [block], {});
    if (block.credit) this.add('structure', 'credit', [block.credit], {});
    if (block.photographer) this.add('structure', 'photographer', [block.photographer], {});
  }

  #part(type: string, span: Span): Draft {
    const key = `${type} ${span.start} ${span.end}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const draft = this.add('quote', type, [span], {});
    this.#shared.set(key, draft);
    return draft;
  }

  relate(type: string, from: Draft, to: Draft): void {
    this.#relations.push({ type, from, to });
  }

  finish(): { annotations: readonly Annotation[]; relations: readonly Relation[]; idOf: (draft: Draft) => string } {
    const ordered = this.#drafts.map((draft, i) => ({ draft, annotation: { ...draft, id: String(i).padStart(9, '0') } }));
    ordered.sort((a, b) => byPosition(a.annotation, b.annotation));
    const ids = new Map(ordered.map(({ draft }, i) => [draft, `T${i + 1}`]));
    const idOf = (draft: Draft): string => ids.get(draft) ?? '';
    return {
      annotations: ordered.map(({ draft }) => ({ id: idOf(draft), ...draft })),
      relations: this.#relations.map(({ type, from, to }, i) => ({
        id: `R${i + 1}`,
        type,
        args: [
          { role: 'Arg1', target: idOf(from) },
          { role: 'Arg2', target: idOf(to) },
        ],
        attributes: {},
      })),
      idOf,
    };
  }
}

function mentionAttributes(mention: EntityMention): Record<string, AttributeValue> {
  return mention.nested ? { nested: '' } : {};
}

function dateAttributes(date: TemporalExpression): Record<string, AttributeValue> {
  const { value, mod, quant, freq, edtf, earliest, latest, anchor, anchorStart } = date;
  return strings({ value, mod, quant, freq, edtf, earliest, latest, anchor, anchorStart });
}

function toGroup(entity: Entity, members: readonly string[]): EntityGroup {
  const { role, gender, number, identifier, note, place, properties } = entity;
  return {
    id: entity.id,
    type: entity.type,
    name: entity.name,
    members,
    attributes: {
      // first: a column that is named as one of ours is does not hide ours
      ...properties,
      ...(entity.aliases.length > 0 && { aliases: entity.aliases.length === 1 ? (entity.aliases[0] as string) : entity.aliases }),
      // How many mentions the text has is told by the members, except where the index counts otherwise.
      ...(entity.mentions !== members.length && { mentions: String(entity.mentions) }),
      ...strings({ role, gender, number, identifier, note }),
      ...strings({
        country: place?.country,
        latitude: place?.latitude,
        longitude: place?.longitude,
        population: place?.population,
      }),
    },
  };
}

function strings(values: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
