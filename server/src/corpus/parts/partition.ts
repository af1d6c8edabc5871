import type { Hit } from '../query/search';
import { type Quoted, type SearchDocument, tokensOf } from '../searchDocument';

/** What a corpus is parted by: a column of metadata.csv, or something that is known without one. */
export type PartBy =
  | { readonly by: 'year' | 'month' | 'language' | 'speaker' }
  | { readonly by: 'column'; readonly name: string };

const BUILT_IN = ['year', 'month', 'language', 'speaker'] as const;

/** Reads what people write: `year`, `month`, `language`, `speaker`, else the name of a column. */
export function partBy(written: string): PartBy {
  const name = written.trim().toLowerCase();
  const by = BUILT_IN.find((known) => known === name);
  return by === undefined ? { by: 'column', name } : { by };
}

/** What must be known of an article to tell its part; without its quotations nobody speaks in it. */
export type Parted = Pick<SearchDocument, 'date' | 'language' | 'metadata'> & Partial<Pick<SearchDocument, 'quotations'>>;

/** A part of a corpus. */
export interface Part<A> {
  /** The column's value, `2016`, `2016-03`, `fr`, who speaks; empty for what has none. */
  readonly name: string;
  readonly articles: readonly A[];
}

/**
 * Parts articles, in the order of the parts' names; what has no value comes last. By speaker, an article is in the part of
 * each who speaks in it and in that of nobody, by anything else in one alone. Articles keep their order.
 */
export function partsOf<A extends Parted>(articles: readonly A[], by: PartBy): readonly Part<A>[] {
  const parts = new Map<string, A[]>();
  for (const article of articles)
    for (const name of partNames(article, by)) {
      const known = parts.get(name);
      if (known === undefined) parts.set(name, [article]);
      else known.push(article);
    }
  return [...parts].map(([name, own]) => ({ name, articles: own })).sort((a, b) => byName(a.name, b.name));
}

/** The order of parts: by name, what has none last. */
export const byName = (a: string, b: string): number => (a === '' || b === '' ? b.length - a.length : a < b ? -1 : a > b ? 1 : 0);

/** The parts that an article is in: one, or by speaker as many as speak in it. */
function partNames(article: Parted, by: PartBy): readonly string[] {
  if (by.by !== 'speaker') return [partName(article, by)];
  return [...new Set(['', ...(article.quotations ?? []).filter(isSpeech).map(speakerOf)])];
}

/** What an article has for the year, the month, the language or a column; empty where it has nothing. */
export function partName({ date, language, metadata }: Parted, by: PartBy): string {
  switch (by.by) {
    case 'year':
      return date?.slice(0, 4) ?? '';
    case 'month':
      // a date to the year is in none of its months
      return date !== null && date.length > 4 ? date.slice(0, 7) : '';
    case 'column':
      return metadata.get(by.name) ?? '';
    default:
      return language;
  }
}

const speakerOf = ({ speakers }: Quoted): string => speakers[0] ?? '';

/** Words in marks that nobody says, and titles, are no speech. */
export const isSpeech = ({ kind }: Quoted): boolean => kind !== 'scare' && kind !== 'title';

/** The part that a hit is in: by speaker, of the innermost quotation that it begins in; empty outside of any. */
export function partOfHit(document: SearchDocument, hit: Pick<Hit, 'first'>, by: PartBy): string {
  return by.by === 'speaker' ? (speakersOfTokens(document)[hit.first] ?? '') : partName(document, by);
}

/**
 * How many tokens of an article each part has, so that hits can be set against them. Each token counts once: by speaker for
 * who speaks in the innermost quotation, or for nobody (empty).
 */
export function partTokens(document: SearchDocument, by: PartBy): ReadonlyMap<string, number> {
  if (by.by !== 'speaker') return new Map([[partName(document, by), tokensOf(document)]]);
  const tokens = new Map<string, number>();
  for (const name of speakersOfTokens(document)) tokens.set(name, (tokens.get(name) ?? 0) + 1);
  return tokens;
}

const known = new WeakMap<SearchDocument, readonly string[]>();

/** Who speaks at each token, empty for nobody who is known; shorter quotations are painted over those that they stand in. */
export function speakersOfTokens(document: SearchDocument): readonly string[] {
  const made = known.get(document);
  if (made !== undefined) return made;
  const names: string[] = new Array(tokensOf(document)).fill('');
  const longestFirst = document.quotations.filter(isSpeech).sort((a, b) => b.last - b.first - (a.last - a.first));
  for (const quotation of longestFirst)
    for (const { first, last } of quotation.parts) names.fill(speakerOf(quotation), first, last);
  known.set(document, names);
  return names;
}
