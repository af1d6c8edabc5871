import type { ArticleAnalysis, Entity, EntityType, Quotation, QuotationKind, TemporalExpression } from '../core/analysis';
import { packFor } from '../core/languages/registry';
import { partitionPoint, type Span } from '../core/span';
import { splitParagraphs } from '../core/text/paragraphs';
import { splitSentences } from '../core/text/sentences';
import { tokenize } from '../core/text/tokens';
import { datesInText } from '../formats/analysis/header';
import { attributeValues } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import type { ReviewItem } from '../store/reviewItem';

/** Tokens from `first` up to, not including, `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Tokens; `start` and `end` are offsets in the text, in UTF-16 units. */
export interface Tokens extends Span, Stretch {}

/** The forms of a corpus's tokens, each by its number. Another one has other numbers. */
export interface Vocabulary {
  form(number: number): string;
  /** No number is as large. */
  readonly size: number;
}

/** Tokens by the numbers of their forms, with where sentences and paragraphs are: what counting and searching words need. */
export interface NumberedWords {
  readonly vocabulary: Vocabulary;
  readonly numbers: Uint32Array;
  readonly sentences: readonly Stretch[];
  readonly paragraphs: readonly Stretch[];
}

/** What is known of somebody beside the name: by the project's gazetteer, and the gender that the text or a first name tells. */
export interface NamedFacts {
  readonly gender?: 'm' | 'f';
  readonly properties?: Readonly<Record<string, string>>;
}

/** A name in the text. */
export interface Mention extends Tokens, NamedFacts {
  readonly type: EntityType;
  /** The canonical name of its entity, and the others that the article has for it. */
  readonly names: readonly string[];
}

/** A quotation; its parts are what incises leave of it; what is known is of who speaks. */
export interface Quoted extends Tokens, NamedFacts {
  readonly kind: QuotationKind;
  readonly parts: readonly Tokens[];
  /** By name where it is known, and as the text has it. */
  readonly speakers: readonly string[];
  /** The words that bring it in, as the text has them. */
  readonly cue?: string;
}

/** A date: its TIMEX3 type and value, and the days that it means. */
export interface Dated extends Tokens, Pick<TemporalExpression, 'type' | 'value' | 'earliest' | 'latest'> {}

/** What a person has decided on or annotated, whatever its layer. */
export interface Decided extends Tokens {
  /** As the schema calls them. */
  readonly layer: string;
  readonly type: string;
  readonly status: ReviewItem['status'];
  readonly parts: readonly Tokens[];
  /** Each value by itself. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** An article as it is searched: tokens, with what is annotated on them. A header is not a text, and has no tokens. */
export interface SearchDocument {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** EDTF to the year, month or day. */
  readonly date: string | null;
  /** By column names in small letters. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly forms: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** In text order; together they hold all tokens. */
  readonly sentences: readonly Tokens[];
  readonly paragraphs: readonly Tokens[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quoted[];
  readonly dates: readonly Dated[];
  readonly decided: readonly Decided[];
  /** The tokens once more by numbers, where an index has them: reading these alone takes a fraction of the time. */
  readonly words?: NumberedWords;
}

/** How many tokens a document has. */
export const tokensOf = (document: SearchDocument): number => document.words?.numbers.length ?? document.forms.length;

/** A token's form; undefined where there is none. */
export function formAt(document: SearchDocument, i: number): string | undefined {
  const { words } = document;
  if (words === undefined) return document.forms[i];
  const number = words.numbers[i];
  return number === undefined ? undefined : words.vocabulary.form(number);
}

/**
 * Lays out an article for searching: the tokens of the analysis (elisions stand alone: `l' | OTAN`).
 *
 * @param analysis - of exactly this text, as people have decided.
 * @param metadata - what is known of the article, by columns.
 * @param items - of this text: those that people have decided on are found as such.
 */
export function searchDocument(
  text: string,
  analysis: ArticleAnalysis,
  metadata: ReadonlyMap<string, string> = new Map(),
  items: readonly ReviewItem[] = [],
): SearchDocument {
  const words = cutTokens(text, analysis);
  const place = ({ start, end }: Span): Tokens => placed(words, start, end);
  const entities = new Map(analysis.entityIndex.map((entity) => [entity.id, entity]));
  return {
    id: analysis.id,
    text,
    language: analysis.language,
    date: analysis.date,
    metadata: new Map([...metadata].map(([key, value]) => [key.toLowerCase(), value])),
    ...words,
    mentions: analysis.entities.map((mention) => {
      const entity = entities.get(mention.entity);
      const names = [entity?.name ?? mention.text, ...(entity?.aliases ?? []), mention.text];
      return { ...place(mention), type: mention.type, names: [...new Set(names)], ...factsOf(entity) };
    }),
    quotations: analysis.quotes.map((quotation) => ({
      ...quoted(quotation, place),
      ...factsOf(entities.get(quotation.speakerEntity ?? '')),
    })),
    dates: datesInText(analysis).map((date) => ({ ...place(date), ...meaningOf(date) })),
    decided: items.flatMap((item) => (item.annotation === undefined ? [] : [decidedOn(item, place)])),
  };
}

function decidedOn({ layer, type, status, spans, attributes }: ReviewItem, place: (span: Span) => Tokens): Decided {
  const parts = spans.map(place);
  const [from, to] = [parts[0] as Tokens, parts.at(-1) as Tokens];
  const extent = { first: from.first, last: to.last, start: from.start, end: to.end };
  const values = Object.entries(attributes).flatMap(([name, value]) =>
    attributeValues(value).map((each) => [name, each] as const),
  );
  return { layer, type, status, parts, attributes: values, ...extent };
}

const meaningOf = ({ type, value, earliest, latest }: TemporalExpression): Omit<Dated, keyof Tokens> => ({
  ...{ type, value },
  ...(earliest !== undefined && { earliest }),
  ...(latest !== undefined && { latest }),
});

const factsOf = ({ gender, properties }: Partial<Entity> = {}): NamedFacts => ({
  ...(gender && { gender }),
  ...(properties && { properties }),
});

function quoted({ spans, kind, speakerName, speaker, cue }: Quotation, place: (span: Span) => Tokens): Quoted {
  const parts = spans.map(([start, end]) => place({ start, end }));
  const [first, last] = [parts[0] as Tokens, parts.at(-1) as Tokens];
  const speakers = [speakerName, speaker?.text].filter((name) => name !== undefined);
  const said = { kind, parts, speakers, ...(cue && { cue: cue.text }) };
  return { ...said, first: first.first, last: last.last, start: first.start, end: last.end };
}

type Words = Pick<SearchDocument, 'forms' | 'starts' | 'ends' | 'sentences' | 'paragraphs'>;

function cutTokens(text: string, { language, structure }: ArticleAnalysis): Words {
  const { text: rules } = packFor(language);
  const words = { forms: [] as string[], starts: [] as number[], ends: [] as number[] };
  const [sentences, paragraphs]: [Tokens[], Tokens[]] = [[], []];
  const header = structure.find(({ role }) => role === 'header');
  for (const paragraph of splitParagraphs(text, header?.end ?? 0)) {
    const tokens = tokenize(text.slice(paragraph.start, paragraph.end), rules);
    const before = words.forms.length;
    for (const token of tokens) {
      words.forms.push(token.text);
      words.starts.push(paragraph.start + token.start);
      words.ends.push(paragraph.start + token.end);
    }
    for (const { start, end } of splitSentences(tokens, rules))
      sentences.push(placed(words, paragraph.start + start, paragraph.start + end));
    if (tokens.length > 0) paragraphs.push({ ...paragraph, first: before, last: words.forms.length });
  }
  return { ...words, sentences, paragraphs };
}

/** The tokens that a span touches. */
function placed({ starts, ends }: Pick<Words, 'starts' | 'ends'>, start: number, end: number): Tokens {
  return { start, end, first: partitionPoint(ends, (at) => at <= start), last: partitionPoint(starts, (at) => at < end) };
}

/** What is annotated on a token. */
export interface TokenLayers {
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quoted[];
  readonly dates: readonly Dated[];
  readonly decided: readonly Decided[];
}

interface Lookup {
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  readonly quotations: ReadonlyMap<number, readonly Quoted[]>;
  readonly dates: ReadonlyMap<number, readonly Dated[]>;
  readonly decided: ReadonlyMap<number, readonly Decided[]>;
}

// Made where a query asks for it: most queries are words alone.
const lookups = new WeakMap<SearchDocument, Lookup>();

/** What is annotated on a token, found without going through all annotations. */
export function layersAt(document: SearchDocument, i: number): TokenLayers {
  let lookup = lookups.get(document);
  if (lookup === undefined) {
    lookup = {
      mentions: byToken(document.mentions, (mention) => [mention]),
      quotations: byToken(document.quotations, ({ parts }) => parts),
      dates: byToken(document.dates, (date) => [date]),
      decided: byToken(document.decided, ({ parts }) => parts),
    };
    lookups.set(document, lookup);
  }
  return {
    mentions: lookup.mentions.get(i) ?? [],
    quotations: lookup.quotations.get(i) ?? [],
    dates: lookup.dates.get(i) ?? [],
    decided: lookup.decided.get(i) ?? [],
  };
}

function byToken<T>(annotations: readonly T[], partsOf: (annotation: T) => readonly Tokens[]): ReadonlyMap<number, readonly T[]> {
  const at = new Map<number, T[]>();
  for (const annotation of annotations)
    for (const { first, last } of partsOf(annotation)) for (let i = first; i < last; i++) addTo(at, i, annotation);
  return at;
}

/** Stretches of a text that a match can be kept within, or begin or end with. */
export type Structure = 's' | 'p' | 'quote' | 'text';

/** Where the stretches of a kind begin and end, and the end of the one that a token stands in. */
export interface Boundaries {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** The token after the stretch's last; undefined where a token stands in none. Of two, the longer one's. */
  readonly limits: readonly (number | undefined)[];
}

const known = new WeakMap<SearchDocument, Map<Structure, Boundaries>>();

/** The boundaries of a document's sentences, paragraphs, quotations or of itself. */
export function boundaries(document: SearchDocument, structure: Structure): Boundaries {
  const own = known.get(document) ?? new Map<Structure, Boundaries>();
  known.set(document, own);
  const made = own.get(structure) ?? boundariesOf(document, stretches(document, structure));
  own.set(structure, made);
  return made;
}

function boundariesOf(document: SearchDocument, all: readonly Stretch[]): Boundaries {
  const limits: (number | undefined)[] = new Array(tokensOf(document)).fill(undefined);
  for (const { first, last } of all) for (let i = first; i < last; i++) limits[i] = Math.max(last, limits[i] ?? 0);
  return { starts: new Set(all.map(({ first }) => first)), ends: new Set(all.map(({ last }) => last)), limits };
}

function stretches(document: SearchDocument, structure: Structure): readonly Stretch[] {
  switch (structure) {
    case 's':
      return sentencesOf(document);
    case 'p':
      return (document.words ?? document).paragraphs;
    case 'quote':
      return document.quotations.flatMap(({ parts }) => parts);
    case 'text':
      return [{ first: 0, last: tokensOf(document) }];
  }
}

/** The tokens of a document's sentences. */
export const sentencesOf = (document: SearchDocument): readonly Stretch[] => (document.words ?? document).sentences;
