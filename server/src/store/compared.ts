import type { Span } from '../core/span';
import { type Annotation, type AnnotationDocument, attributeValues, compareText, hull } from '../formats/annotationDocument';
import { decisionItems } from './overlay';
import { attribute, type ReviewItem } from './reviewItem';
import type { CorpusSchema } from './schema';

/** One article as several people annotated it, on one text. */
export interface AnnotatedText {
  readonly id: string;
  readonly text: string;
  /** Of each annotator, in one order for all articles; undefined for who has not annotated it. */
  readonly by: readonly (AnnotationDocument | undefined)[];
}

/** What a person annotated, as it is compared: a quotation with its cue and speaker, a date with its value. */
export interface Compared extends Span {
  readonly layer: string;
  /** By the schema's names. */
  readonly type: string;
  readonly annotation: Annotation;
  /** The places of its pieces: the same for the same words. */
  readonly key: string;
  readonly value?: string;
  readonly cue?: Span;
  readonly speaker?: Span;
  /** All else that is said of it, in words that are the same where that is. */
  readonly attributes: string;
  /** Of a relation or event: what it relates. */
  readonly relation?: ComparedRelation;
}

/** What a document says, in text order, longer first. Rejections and suggestions say nothing. */
export function comparedItems(document: AnnotationDocument, schema: CorpusSchema): readonly Compared[] {
  return decisionItems({ document, marks: new Map(), lost: [], alone: new Set() }, schema)
    .filter(({ status, spans }) => status === 'confirmed' && spans.length > 0)
    .map((item) => compared(item))
    .sort((a, b) => a.start - b.start || b.end - a.end || compareText(a.type, b.type));
}

function compared(item: ReviewItem): Compared {
  const { layer, type, attributes, cue, speaker } = item;
  const annotation = item.annotation as Annotation;
  const value = layer === 'date' ? attribute(attributes, 'value') : undefined;
  return {
    layer,
    type,
    annotation,
    ...hull(annotation),
    key: keyOf(annotation.spans),
    ...(value !== undefined && { value }),
    ...(cue && { cue: { start: cue.start, end: cue.end } }),
    ...(speaker && { speaker: { start: speaker.start, end: speaker.end } }),
    attributes: Object.entries(attributes)
      .filter(([name]) => name !== 'value' || layer !== 'date')
      .map(([name, values]) => `${name}=${attributeValues(values).join('|')}`)
      .sort(compareText)
      .join('\n'),
  };
}

/** Places of pieces as a text. */
export const keyOf = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(',');

/** What two people say in the same way, whatever its id. */
export function signature({ layer, type, key, value, cue, speaker, attributes }: Compared): string {
  return JSON.stringify([layer, type, key, value, cue && keyOf([cue]), speaker && keyOf([speaker]), attributes]);
}

/** A relation as it is compared: its type, and the words at its ends. Cues and speakers of quotations are none. */
export interface ComparedRelation extends Span {
  /** Its own in the document. */
  readonly id: string;
  readonly type: string;
  readonly key: string;
  /** What tells an event first, without a role; those of a relation have none that are compared. */
  readonly ends: readonly RelationEnd[];
}

/** One end of a relation that is compared. */
export interface RelationEnd {
  readonly role: string;
  readonly annotation: Annotation;
}

/** The relations and events of a document whose ends are in it. */
export function comparedRelations(document: AnnotationDocument): readonly ComparedRelation[] {
  const annotations = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const triggers = new Map(document.relations.map(({ id, trigger }) => [id, trigger]));
  const endOf = (id: string): Annotation | undefined => annotations.get(triggers.get(id) ?? id);
  return document.relations
    .filter(({ type }) => type !== 'cue' && type !== 'speaker')
    .flatMap(({ id, type, trigger, args }): readonly ComparedRelation[] => {
      const ends = [...(trigger === undefined ? [] : [{ role: '', target: trigger }]), ...args].map(({ role, target }) => ({
        role: trigger === undefined ? '' : role,
        annotation: endOf(target),
      }));
      const known = ends.filter((end): end is RelationEnd => end.annotation !== undefined && end.annotation.spans.length > 0);
      if (ends.length === 0 || known.length < ends.length) return [];
      const places = known.map(({ annotation }) => hull(annotation));
      return [
        {
          id,
          type,
          start: Math.min(...places.map(({ start }) => start)),
          end: Math.max(...places.map(({ end }) => end)),
          key: known.map(({ role, annotation }) => `${role}@${keyOf(annotation.spans)}`).join(';'),
          ends: known,
        },
      ];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
