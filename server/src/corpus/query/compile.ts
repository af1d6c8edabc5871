import { packFor } from '../../core/languages/registry';
import { tokenize } from '../../core/text/tokens';
import { searchMessages } from '../../messages/search';
import { countsOnce } from '../copies';
import { layersAt, type Structure } from '../searchDocument';
import { type Automaton, automatonOf, type Test } from './automaton';
import { type DocumentFilter, documentFilters, type HitFilter, type SpanFilter, spanFilters } from './filters';
import { plain, wildcards } from './folding';
import { numbered } from './numbered';
import { type Pattern, type Query, QueryError, type Regex, type TokenTest, type WordsPart } from './query';
import { attributeValuesOf, isDecided, layerValues, propertyValues } from './values';

/** How words are compared where the query itself does not say it. CQL says it, with `%c` and `%d`. */
export interface Comparison {
  /** Capitals are not small letters. Off by default. */
  readonly matchCase?: boolean;
  /** Letters with accents are those without. Off by default. */
  readonly ignoreAccents?: boolean;
}

/** A query made ready to be put to many documents. */
export interface CompiledQuery {
  /** Of words; undefined where the query has filters alone, and what is annotated is what is found. */
  automaton(language: string): Automaton | undefined;
  /** What a match stays within. */
  readonly within: Structure;
  readonly document: readonly DocumentFilter[];
  readonly hit: readonly HitFilter[];
  /** What is found, where the query has no words. */
  readonly spans: SpanFilter | undefined;
  /** Keys of filters that are a corpus's own columns. */
  readonly columns: readonly string[];
  /** What must be found in an article besides. */
  readonly inside: readonly CompiledQuery[];
  /** Whether articles that are copies are to be left out, before they are searched. */
  readonly once: boolean;
}

/**
 * Makes a query ready.
 * @throws {@link QueryError} for a regular expression, a repetition or a value that cannot be
 */
export function compileQuery(query: Query, comparison: Comparison = {}): CompiledQuery {
  const hit = spanFilters(query.filters);
  const { filters, columns } = documentFilters(query.filters);
  const inside = (query.inside ?? []).map((each) => compileQuery(each));
  const common = {
    document: filters,
    hit: hit.map(({ covers }) => covers),
    columns: [...columns, ...inside.flatMap((each) => each.columns)],
    inside,
    once: countsOnce(query),
  };
  if (query.form === 'cql') {
    const automaton = automatonOf(query.pattern, ofCql);
    return { ...common, automaton: () => automaton, within: query.within ?? 'p', spans: undefined };
  }
  const [first, ...others] = hit;
  if (query.words.length === 0) {
    if (first === undefined) throw new QueryError(0, searchMessages.nothingAsked);
    return { ...common, automaton: () => undefined, within: 'p', spans: first, hit: others.map(({ covers }) => covers) };
  }
  const made = new Map<string, Automaton>();
  const automaton = (language: string): Automaton => {
    const known = made.get(language) ?? automatonOf(patternOfWords(query.words, language), ofWords(comparison));
    made.set(language, known);
    return known;
  };
  automaton('fr');
  return { ...common, automaton, within: 'p', spans: undefined };
}

// Letters of no language's text stand for the signs while words are cut: the tokenizer would cut at the signs themselves.
const [ANY, ONE] = ['\u{a7f7}', '\u{a7fa}'];

/** Words of the simple form as the text's language cuts them: l'OTAN is two tokens in French. */
export function patternOfWords(parts: readonly WordsPart[], language: string): Pattern {
  const { text: rules } = packFor(language);
  const items = parts.flatMap(({ kind, text, at }): Pattern[] => {
    const written = kind === 'literal' ? text : text.replaceAll('*', ANY).replaceAll('?', ONE);
    return tokenize(written.normalize('NFC'), rules).map((token) => {
      const pattern = kind === 'literal' ? token.text : token.text.replaceAll(ANY, '*').replaceAll(ONE, '?');
      return { kind: 'token', test: { kind: 'is', attribute: 'word', pattern, flags: kind === 'literal' ? 'l' : '', at } };
    });
  });
  return { kind: 'sequence', items };
}

/** Words of the simple form: as they stand, or with `*` and `?` for letters. */
const ofWords =
  (comparison: Comparison) =>
  (test: TokenTest): Test => {
    const fits = test.kind === 'is' ? formTest(test, comparison) : undefined;
    return fits === undefined ? () => true : onForms(fits);
  };

/** Whether a form fits a word of the simple form; undefined where every form does. */
export function formTest(
  { pattern, flags }: Pick<Regex, 'pattern' | 'flags'>,
  { matchCase = false, ignoreAccents = false }: Comparison,
): ((form: string) => boolean) | undefined {
  const fold = (form: string): string => plain(form, !matchCase, ignoreAccents);
  if (flags === 'l' || !/[*?]/.test(pattern)) {
    const wanted = fold(pattern);
    return (form) => fold(form) === wanted;
  }
  if (pattern === '*') return undefined;
  const regex = wildcards(fold(pattern));
  return (form) => regex.test(fold(form));
}

function ofCql(test: TokenTest): Test {
  switch (test.kind) {
    case 'any':
      return () => true;
    case 'not': {
      const inner = ofCql(test.test);
      return (document, i) => !inner(document, i);
    }
    case 'and':
    case 'or': {
      const tests = test.tests.map(ofCql);
      return test.kind === 'and'
        ? (document, i) => tests.every((each) => each(document, i))
        : (document, i) => tests.some((each) => each(document, i));
    }
    case 'is':
      return ofAttribute(test);
  }
}

function ofAttribute({ attribute, ...regex }: { readonly attribute: string } & Regex): Test {
  const fits = valueTest(regex);
  switch (attribute) {
    case 'word':
      return onForms(fits);
    case 'entity':
      return (document, i) => layersAt(document, i).mentions.some(({ names }) => names.some(fits));
    case 'type':
      return (document, i) => layersAt(document, i).mentions.some(({ type }) => fits(type));
    case 'date':
      return (document, i) => layersAt(document, i).dates.some(({ value }) => fits(value));
    case 'layer':
      return (document, i) => layersAt(document, i).decided.some((each) => layerValues(each).some(fits));
    case 'attribute':
      return (document, i) => layersAt(document, i).decided.some((each) => attributeValuesOf(each).some(fits));
    case 'property':
      return (document, i) => layersAt(document, i).mentions.some((each) => propertyValues(each).some(fits));
    case 'decided':
      return (document, i) => fits(isDecided(document, { first: i, last: i + 1 }) ? 'yes' : 'no');
    case 'speaker':
      return (document, i) => layersAt(document, i).quotations.some(({ speakers }) => speakers.some(fits));
    default:
      return (document, i) => layersAt(document, i).quotations.some(({ kind }) => fits(kind));
  }
}

// Forms once asked about are kept; a large corpus has more than are worth keeping.
const MOST_FORMS = 100_000;

/** A test of a token's form alone: each form is tried once. */
function onForms(fits: (form: string) => boolean): Test {
  const known = new Map<string, boolean>();
  const ofForm = (form: string): boolean => {
    let answer = known.get(form);
    if (answer === undefined) {
      if (known.size >= MOST_FORMS) known.clear();
      answer = fits(form);
      known.set(form, answer);
    }
    return answer;
  };
  const ofNumber = numbered((form) => (fits(form) ? 1 : 0));
  return (document, i) => {
    const { words } = document;
    return words === undefined
      ? ofForm(document.forms[i] as string)
      : ofNumber(words.vocabulary, words.numbers[i] as number) === 1;
  };
}

/** Whether a value as a whole fits a regular expression of CQL. */
export function valueTest({ pattern, flags, at }: Regex): (value: string) => boolean {
  const [ignoreCase, ignoreAccents] = [flags.includes('c'), flags.includes('d')];
  let regex: RegExp;
  try {
    regex = new RegExp(`^(?:${plain(pattern, false, ignoreAccents)})$`, ignoreCase ? 'iu' : 'u');
  } catch (error) {
    const reason = /: ([^:]+)$/.exec((error as Error).message)?.[1] ?? (error as Error).message;
    throw new QueryError(at, searchMessages.notAnExpression(at + 1, pattern, reason));
  }
  return (value) => regex.test(plain(value, false, ignoreAccents));
}
