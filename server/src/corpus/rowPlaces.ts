import { partitionPoint } from '../core/span';
import type { SearchDocument, Tokens } from './searchDocument';

/** What a view of the whole corpus has a row for. */
export interface RowSubject {
  readonly of: 'speakers' | 'dates' | 'entities';
  /** A name, or a TIMEX3 value. */
  readonly name: string;
  /** Of an entity, or of a date. */
  readonly type: string;
}

/** A place that a row stands for, with what is shown of it; offsets in UTF-16 units. */
export interface PlaceInDocument {
  readonly start: number;
  readonly end: number;
  /** The quotation, or the words around the place, as they are in the text. */
  readonly text: string;
  readonly kind?: SearchDocument['quotations'][number]['kind'];
  readonly cue?: string;
}

/** The places of a row in an article, in text order. */
export function placesOf(document: SearchDocument, { of, name, type }: RowSubject): readonly PlaceInDocument[] {
  const { text } = document;
  if (of === 'speakers')
    return document.quotations
      .filter(({ speakers }) => speakers[0] === name)
      .map(({ start, end, kind, cue }) => ({ start, end, text: text.slice(start, end), kind, ...(cue && { cue }) }));
  const found: readonly Tokens[] =
    of === 'dates'
      ? document.dates.filter((date) => date.value === name && date.type === type)
      : document.mentions.filter((mention) => mention.names[0] === name && mention.type === type);
  return found.map(({ start, end }) => ({ start, end, text: around(document, start, end) }));
}

/** Of a long sentence, so many units are shown before a place. */
const BEFORE = 60;

/** The sentence that a place is in, from not too far before it. */
function around({ text, sentences }: SearchDocument, start: number, end: number): string {
  const at = partitionPoint(sentences, (sentence) => sentence.end <= start);
  const sentence = sentences[at];
  if (sentence === undefined || sentence.start > start) return text.slice(start, end);
  if (start - sentence.start <= BEFORE) return text.slice(sentence.start, Math.max(end, sentence.end));
  const blank = text.indexOf(' ', start - BEFORE);
  return `…${text.slice(blank < 0 || blank >= start ? start : blank + 1, Math.max(end, sentence.end))}`;
}
