import type { LineIndex } from '../core/lineIndex';
import type { Span } from '../core/span';
import type { FlatRange, LabelInfo, LostItemInfo, ReviewItemInfo, ReviewOperation } from '../protocol';
import type { LostDecision } from '../store/decisions';
import type { Operation } from '../store/operations';
import type { OutcomeInfo } from '../store/outcomes';
import { attribute, extent, type ReviewItem } from '../store/reviewItem';
import { type CorpusSchema, typeNames } from '../store/schema';
import { fromPosition, fromRange, toFlatRange } from './convert';
import type { AnalysedDocument } from './session';

/** Where reviewing's terms become the protocol's, and back. */

const LONGEST = 200;

/** Words on one line, cut to a length that a list can show. */
export function oneLine(words: string, longest = LONGEST): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  // a cut must not leave half of a character
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The words of an item as they stand in the text. */
export function wordsOf(text: string, item: Pick<ReviewItem, 'spans'>): string {
  return item.spans.map((span) => text.slice(span.start, span.end)).join(' … ');
}

/** What is told of items: made once for an analysed version, so that entities are looked up once. */
export function itemInfo(analysed: AnalysedDocument): (item: ReviewItem) => ReviewItemInfo {
  const { article, schema } = analysed;
  const { lines, text, analysis } = article;
  const names = typeNames(schema);
  const entities = new Map(analysis.entities.map((mention) => [`${mention.start}-${mention.end}`, mention.entity]));
  const dates = new Map(analysis.dates.map((date) => [`${date.start}-${date.end}`, date.value]));
  const speakers = new Map(
    analysis.quotes.map((quote) => [`${quote.spans[0]?.[0]}-${quote.spans.at(-1)?.[1]}`, quote.speakerName]),
  );
  const flat = (span: Span): FlatRange => toFlatRange(lines, span);
  return (item) => {
    const at = extent(item);
    const key = `${at.start}-${at.end}`;
    const entity = item.layer === 'entity' ? article.entity(entities.get(key))?.name : undefined;
    const speakerName = item.layer === 'quote' ? (attribute(item.attributes, 'speakerName') ?? speakers.get(key)) : undefined;
    const was = item.was;
    const proposed = proposedValue(item, dates.get(key));
    return {
      id: item.id,
      layer: item.layer,
      type: item.type,
      title: names.title(item.layer, item.type),
      words: oneLine(wordsOf(text, item)),
      ranges: item.spans.map(flat),
      status: item.status,
      ...(item.score !== undefined && { score: item.score }),
      sources: item.sources,
      ...(item.version !== undefined && { version: item.version }),
      attributes: item.attributes,
      ...(proposed !== undefined && { proposed }),
      ...(item.note !== undefined && { note: item.note }),
      ...(item.signed && { signed: item.signed }),
      ...(item.cue && { cue: flat(item.cue) }),
      ...(item.speaker && { speaker: flat(item.speaker) }),
      ...(speakerName !== undefined && { speakerName }),
      ...(entity !== undefined && { entity }),
      ...(was && { was: oneLine(was.map((anchor) => anchor.exact).join(' … ')) }),
    };
  };
}

/** What the detection proposes as the value of a date that has none. */
const proposedValue = ({ layer, attributes }: ReviewItem, value: string | undefined): string | undefined =>
  layer === 'date' && attribute(attributes, 'value') === undefined && value !== '' ? value : undefined;

/** Lost decisions for a list; rejections among them are not told of: nothing is to be done about them. */
export function lostInfo(lost: readonly LostDecision[], schema: CorpusSchema): readonly LostItemInfo[] {
  const names = typeNames(schema);
  return lost
    .filter(({ annotation }) => annotation.status !== 'rejected')
    .map(({ annotation, anchors }) => {
      const { layer, type } = names.of(annotation);
      return {
        id: annotation.id,
        layer,
        type,
        title: names.title(layer, type),
        words: oneLine(anchors.map((anchor) => anchor.exact).join(' … ')),
        ...(annotation.note !== undefined && { note: annotation.note }),
      };
    });
}

/** An operation with offsets for ranges. */
export function fromOperation(lines: LineIndex, operation: ReviewOperation): Operation {
  switch (operation.kind) {
    case 'add':
    case 'setSpans':
    case 'place': {
      const { ranges, ...rest } = operation;
      return { ...rest, spans: ranges.map((range) => fromRange(lines, range)) };
    }
    case 'split':
      return { ...operation, at: fromPosition(lines, operation.at) };
    case 'addEvent': {
      const { range, ...rest } = operation;
      return { ...rest, span: fromRange(lines, range) };
    }
    case 'setSpeaker':
    case 'setCue': {
      const { range, ...rest } = operation;
      return { ...rest, ...(range && { span: fromRange(lines, range) }) };
    }
    default:
      return operation;
  }
}

/** An article's labels for people; undefined where it has none. */
export function labelInfo(labels: OutcomeInfo['labels'], schema: CorpusSchema): readonly LabelInfo[] | undefined {
  return labels?.map(({ label, values }) => ({ label, title: labelTitle(schema, label), values }));
}

/** A label's name as people read it. */
export const labelTitle = ({ labels }: CorpusSchema, label: string): string =>
  labels?.find(({ id }) => id === label)?.title ?? label;
