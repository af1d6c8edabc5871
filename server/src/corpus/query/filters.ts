import { isEdtfDay } from '../../core/dates/calendar';
import { searchMessages } from '../../messages/search';
import { COPIES_FILTER, ONCE } from '../copies';
import { type Decided, layersAt, type Quoted, type SearchDocument, type Tokens } from '../searchDocument';
import { plain, wildcards } from './folding';
import { type Filter, QueryError } from './query';
import { attributeValuesOf, isDecided, layerValues, propertyValues } from './values';

/** What is known of a document before it is looked into. */
export type DocumentHead = Pick<SearchDocument, 'id' | 'language' | 'date' | 'metadata'>;

/** Whether a document is searched at all. */
export type DocumentFilter = (document: DocumentHead) => boolean;

/** Whether what was found is kept. */
export type HitFilter = (document: SearchDocument, found: Pick<Tokens, 'first' | 'last'>) => boolean;

/** A filter on annotations: what it keeps of what was found, and what it finds by itself. */
export interface SpanFilter {
  readonly covers: HitFilter;
  readonly find: (document: SearchDocument) => readonly Pick<Tokens, 'first' | 'last'>[];
}

const SPAN_KEYS = ['entity', 'type', 'speaker', 'quote', 'layer', 'attribute', 'property', 'decided'] as const;
type SpanKey = (typeof SPAN_KEYS)[number];

/**
 * The filters on annotations: what is found lies within one of those. The first is what a query without words finds; who asks
 * for what is undecided mostly asks for undecided names, or quotations.
 * @throws {@link QueryError} for a value that cannot be
 */
export function spanFilters(filters: readonly Filter[]): readonly SpanFilter[] {
  for (const { key, value, at } of filters)
    if (key === 'decided' && value !== 'yes' && value !== 'no') throw new QueryError(at, searchMessages.yesOrNo(at + 1, value));
  const values = spanValues(filters);
  const isLast = ({ key }: SpanValue): boolean => key === 'decided';
  return [...values.filter((each) => !isLast(each)), ...values.filter(isLast)].map(spanFilter);
}

/** What a filter on annotations asks of them. */
export interface SpanValue {
  readonly key: SpanKey;
  readonly value: string;
  readonly fits: (found: string) => boolean;
}

/** What the filters on annotations ask for: an article without it has no hit. */
export function spanValues(filters: readonly Filter[]): readonly SpanValue[] {
  return filters.flatMap(({ key: written, value }) => {
    const key = SPAN_KEYS.find((known) => known === written);
    return key === undefined ? [] : [{ key, value, fits: testOfValue(value) }];
  });
}

function spanFilter({ key, fits }: SpanValue): SpanFilter {
  switch (key) {
    case 'entity':
      return ofMentions(({ names }) => names.some(fits));
    case 'type':
      return ofMentions(({ type }) => fits(type));
    case 'speaker':
      return ofQuotations(({ speakers }) => speakers.some(fits));
    case 'layer':
      return ofDecided((each) => layerValues(each).some(fits));
    case 'attribute':
      return ofDecided((each) => attributeValuesOf(each).some(fits));
    case 'property':
      return ofMentions((each) => propertyValues(each).some(fits));
    case 'decided':
      return ofDecisions(fits('yes'));
    default:
      return ofQuotations(({ kind }) => fits(kind));
  }
}

function ofDecided(fits: (decided: Decided) => boolean): SpanFilter {
  return {
    covers: (document, { first, last }) => layersAt(document, first).decided.some((each) => fits(each) && each.last >= last),
    find: ({ decided }) => decided.filter(fits),
  };
}

/** What people have decided on, or what they have not, in text order. */
function ofDecisions(wanted: boolean): SpanFilter {
  const covers: HitFilter = (document, found) => isDecided(document, found) === wanted;
  return {
    covers,
    find(document) {
      const { mentions, quotations, dates, decided } = document;
      const all = wanted ? decided : [...mentions, ...quotations, ...dates];
      return all.filter((each) => covers(document, each)).sort((a, b) => a.first - b.first || b.last - a.last);
    },
  };
}

function ofMentions(fits: (mention: SearchDocument['mentions'][number]) => boolean): SpanFilter {
  return {
    covers: (document, { first, last }) => {
      for (let i = first; i < last; i++) if (!layersAt(document, i).mentions.some(fits)) return false;
      return true;
    },
    find: ({ mentions }) => mentions.filter(fits),
  };
}

function ofQuotations(fits: (quotation: Quoted) => boolean): SpanFilter {
  return {
    covers: (document, { first, last }) => layersAt(document, first).quotations.some((each) => fits(each) && each.last >= last),
    find: ({ quotations }) => quotations.filter(fits),
  };
}

/**
 * The filters on whole documents, and which of them ask for a column of the corpus's own metadata. Which articles are copies
 * only whoever has all of them can tell: see `countsOnce`.
 */
export function documentFilters(filters: readonly Filter[]): { filters: readonly DocumentFilter[]; columns: readonly string[] } {
  for (const { key, value, at } of filters)
    if (key === COPIES_FILTER && value !== ONCE) throw new QueryError(at, searchMessages.onlyOnce(at + 1, value));
  const own = filters.filter(({ key }) => key !== COPIES_FILTER && !SPAN_KEYS.some((known) => known === key));
  return { filters: own.map(documentFilter), columns: own.map(({ key }) => key).filter((key) => !BUILT_IN.has(key)) };
}

const BUILT_IN: ReadonlySet<string> = new Set(['date', 'file', 'language']);

function documentFilter({ key, value, at }: Filter): DocumentFilter {
  if (key === 'date') return dateFilter(value, at);
  const fits = testOfValue(value);
  if (key === 'file') return ({ id }) => fits(id) || fits(id.replace(/^.*[\\/]/, ''));
  if (key === 'language') return ({ language }) => fits(language);
  return ({ metadata }) => {
    const all = metadata.get(key.toLowerCase()) ?? '';
    // of several values that stand together (labels of an article) each counts
    return fits(all) || (all.includes('; ') && all.split('; ').some(fits));
  };
}

/** `2016`, `2016-03..2017-02`, `2016..`: documents whose day, month or year lies in it as a whole. */
function dateFilter(value: string, at: number): DocumentFilter {
  const [from = '', to = from] = value.split('..');
  for (const day of [from, to]) if (day !== '' && !isEdtfDay(day)) throw new QueryError(at, searchMessages.notADay(at + 1, day));
  if (from === '' && to === '') throw new QueryError(at, searchMessages.notADay(at + 1, value));
  const [earliest, latest] = [from === '' ? '' : firstDay(from), to === '' ? LAST : lastDay(to)];
  return ({ date }) => date !== null && firstDay(date) >= earliest && lastDay(date) <= latest;
}

const LAST = '9999-12-31';

// what an EDTF year or month lacks of a day, by its length
const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);
const lastDay = (date: string): string => date + '-12-31'.slice(date.length - 4);

/** A filter's value: capitals are small letters, `*` and `?` stand for letters. */
function testOfValue(value: string): (found: string) => boolean {
  const regex = wildcards(plain(value, true, false));
  return (found) => regex.test(plain(found, true, false));
}
