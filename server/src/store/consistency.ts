import type { ArticleAnalysis } from '../core/analysis';
import { packFor } from '../core/languages/registry';
import { contains, type Span } from '../core/span';
import { addedUp, type CorpusNames, isTelling, NameFinder, type NameUse } from './nameFinder';
import { overlapIndex } from './overlay';
import { attribute, extent, type ReviewItem } from './reviewItem';
import { intervalOf } from './timexValue';
import { atOnce, filterInSteps, flatMapInSteps, type InSteps } from './turns';

/** What may be wrong with decisions, for a person to look at. Never about what is merely suggested. */
export interface Inconsistency {
  readonly code: 'twoTypes' | 'missedMention' | 'boundary' | 'farDate';
  readonly span: Span;
  /** The item it is about; absent for a place where something is missing. */
  readonly item?: string;
  /** What the message tells: the words, this type and the other one, how often each, the better boundaries. */
  readonly words: string;
  readonly type: string;
  readonly other?: string;
  readonly count?: number;
  readonly better?: Span;
  readonly date?: string;
}

/** What is looked at. */
export interface ConsistencyInput {
  readonly text: string;
  readonly items: readonly ReviewItem[];
  readonly analysis: ArticleAnalysis;
  /** The names of other articles; without it, only this one is looked at. */
  readonly elsewhere?: CorpusNames;
}

// More missed mentions of one name than this are one mistake, not many: the first is shown with the number.
const MISSED_AT_MOST = 3;
/** A date this many years from the article's is looked at; the year is more often mistyped than meant. */
const FAR = 150;

/** Looks for what people decide by mistake. In text order. */
export const findInconsistencies = (input: ConsistencyInput): readonly Inconsistency[] => atOnce(inconsistencySteps(input));

/** The same, a step at a time. */
export function* inconsistencySteps(input: ConsistencyInput): InSteps<readonly Inconsistency[]> {
  const names = confirmed(input.items, 'entity');
  yield;
  const known = { ...input, names, dates: confirmed(input.items, 'date'), use: useOf(input.text, names) };
  yield;
  const found = [
    ...(yield* twoTypes(known)),
    ...(yield* missedMentions(known)),
    ...(yield* boundaries(known)),
    ...farDates(known),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** With what is asked for again and again. */
interface Known extends ConsistencyInput {
  /** The confirmed ones. */
  readonly names: readonly ReviewItem[];
  readonly dates: readonly ReviewItem[];
  readonly use: NameUse;
}

const confirmed = (items: readonly ReviewItem[], layer: string): readonly ReviewItem[] =>
  items.filter((item) => item.layer === layer && item.status === 'confirmed' && item.spans.length === 1);

const wordsOf = (text: string, item: ReviewItem): string => text.slice(extent(item).start, extent(item).end);

/** The confirmed names of an article, by type. */
export function nameUse(text: string, items: readonly ReviewItem[]): NameUse {
  return useOf(text, confirmed(items, 'entity'));
}

function useOf(text: string, names: readonly ReviewItem[]): NameUse {
  const use = new Map<string, Map<string, number>>();
  for (const item of names) {
    const words = wordsOf(text, item);
    const types = use.get(words) ?? new Map<string, number>();
    types.set(item.type, (types.get(item.type) ?? 0) + 1);
    use.set(words, types);
  }
  return use;
}

/** The same name with two types: each use of the rarer one. */
function* twoTypes({ text, names, use, elsewhere }: Known): InSteps<readonly Inconsistency[]> {
  return yield* flatMapInSteps(names, (item): readonly Inconsistency[] => {
    const words = wordsOf(text, item);
    const types = addedUp(use.get(words), elsewhere?.types(words));
    const own = types.get(item.type) ?? 0;
    const [other, count] = [...types].filter(([type]) => type !== item.type).sort((a, b) => b[1] - a[1])[0] ?? [];
    if (other === undefined || count === undefined || count < own) return [];
    return [{ code: 'twoTypes', span: extent(item), item: item.id, words, type: item.type, other, count }];
  });
}

/** A confirmed name that stands elsewhere with nothing on it: not within something else, not suggested, not rejected. */
function* missedMentions({ text, items, use, elsewhere }: Known): InSteps<readonly Inconsistency[]> {
  // most articles: the whole text need not be read to find none of no names
  if (use.size === 0 && elsewhere === undefined) return [];
  const near = overlapIndex(items.filter((item) => item.layer === 'entity'));
  const finder = new NameFinder([...use.keys()].filter(isTelling));
  yield;
  const places = new Map([...(elsewhere?.find(text) ?? []), ...(yield* finder.findInSteps(text))]);
  yield;
  const found: Inconsistency[] = [];
  for (const [words, spans] of places) {
    const missed = yield* filterInSteps(spans, (span) => near(span, 1).length === 0);
    const [type] = [...addedUp(use.get(words), elsewhere?.types(words))].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (type === undefined) continue;
    for (const span of missed.slice(0, MISSED_AT_MOST))
      found.push({ code: 'missedMention', span, words, type, count: missed.length });
  }
  return found;
}

// What belongs to no name: marks around it (a closing bracket or full stop may), an elided article in small letters
// (L’Oréal keeps its own). A possessive, where the name stands elsewhere without: McDonald’s does not.
const LEADING = /^(?:[\s«»"“”„‚‘’'([{,;:.!?–—-]+|(?:l|d)['’](?=\p{Lu}))/u;
const TRAILING = /(?:[\s«»"“”„‘([{,;:!?–—-]+|['’])$/u;
const POSSESSIVE = /['’]s$/u;
const SMALL_WORD = /^(\p{Ll}+)\s+(?=\p{Lu})/u;

/** The article in small letters that a name begins with, as the text's language has them. */
function leadingArticle(words: string, language: string): RegExpExecArray | null {
  const found = SMALL_WORD.exec(words);
  return found !== null && packFor(language).text.determiners.has(found[1] as string) ? found : null;
}

/** Boundaries that are off by a mark, an article in small letters or white space; only where no neighbour of the same name has them too. */
function* boundaries({ text, names, dates, use, analysis }: Known): InSteps<readonly Inconsistency[]> {
  return yield* flatMapInSteps([...names, ...dates], (item): readonly Inconsistency[] => {
    const words = wordsOf(text, item);
    let { start, end } = extent(item);
    const lead = LEADING.exec(words) ?? (item.layer === 'entity' ? leadingArticle(words, analysis.language) : null);
    if (lead) start += lead[0].length;
    const rest = text.slice(start, end);
    const owner = POSSESSIVE.exec(rest);
    const trail = owner && use.has(rest.slice(0, owner.index)) ? owner : TRAILING.exec(rest);
    if (trail) end -= trail[0].length;
    // a mark that is opened or closed within the name belongs to it
    if (start >= end || isPaired(words)) return [];
    if (start === extent(item).start && end === extent(item).end) return cutWord(text, item, words);
    return [{ code: 'boundary', span: extent(item), item: item.id, words, type: item.type, better: { start, end } }];
  });
}

const isPaired = (words: string): boolean => /^[«"“„‘(].*[»"”’)]$/su.test(words) || (words.includes('«') && words.includes('»'));

/** A boundary within a word. */
function cutWord(text: string, item: ReviewItem, words: string): readonly Inconsistency[] {
  const { start, end } = extent(item);
  const letter = /[\p{L}\p{M}]/u;
  const cut = (at: number): boolean => letter.test(text[at - 1] ?? ' ') && letter.test(text[at] ?? ' ');
  if (!cut(start) && !cut(end)) return [];
  let [from, to] = [start, end];
  while (from > 0 && cut(from)) from--;
  while (to < text.length && cut(to)) to++;
  return [{ code: 'boundary', span: { start, end }, item: item.id, words, type: item.type, better: { start: from, end: to } }];
}

/** A confirmed date that lies far from the article's own. */
function farDates({ text, dates, analysis }: Known): readonly Inconsistency[] {
  const year = Number(/^-?\d{4}/.exec(analysis.date ?? '')?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return [];
  return dates.flatMap((item): readonly Inconsistency[] => {
    const at = extent(item);
    const value = attribute(item.attributes, 'value') ?? analysis.dates.find((date) => contains(date, at))?.value;
    const interval = value === undefined ? undefined : intervalOf(value);
    if (interval === undefined || value === undefined) return [];
    const distance = Math.max(
      Number(/^-?\d+/.exec(interval.earliest)?.[0]) - year,
      year - Number(/^-?\d+/.exec(interval.latest)?.[0]),
    );
    if (!(distance > FAR || Number(/^-?\d+/.exec(interval.earliest)?.[0]) - year > 50)) return [];
    return [
      {
        code: 'farDate',
        span: at,
        item: item.id,
        words: wordsOf(text, item),
        type: item.type,
        other: value,
        date: analysis.date ?? '',
      },
    ];
  });
}
