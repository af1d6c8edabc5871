import type { ArticleAnalysis, Block } from './analysis';
import { type ArticleDateCandidate, articleDates } from './articleDates';
import { findDates } from './dates/index';
import { readWrittenDate } from './dates/writtenDate';
import type { DocumentView, ParagraphView, PlacedParagraph } from './document';
import { documentPasses } from './documentPasses';
import { createEntityAnnotator, type EntityAnnotator, type GazetteerEntry, untagged } from './entities/index';
import { detectLanguage } from './languages/detect';
import type { LanguagePack } from './languages/pack';
import { LANGUAGE_PACKS, packFor } from './languages/registry';
import { packed } from './packed';
import { ParagraphCache } from './paragraphCache';
import { foundAgain, type ParagraphResult, viewOf } from './paragraphResult';
import { ArticleMemories, forgetful } from './passMemory';
import { type ParagraphScan, scanQuotes } from './quotes/index';
import { isMarkdown } from './recognise/names';
import { isObserved } from './rules/run';
import type { AnalysisSteps } from './sketch';
import type { Span } from './span';
import { cutDateline } from './structure/dateline';
import {
  compileHeaderPatterns,
  DEFAULT_HEADER_PATTERNS,
  dateFromName,
  type Header,
  type Limited,
  readHeader,
} from './structure/header';
import { LineForm } from './structure/lineForm';
import { findStructure } from './structure/structure';
import { after, composeText, placeBack, type RewrittenText, spanIn } from './text/composed';
import { proseOfMarkdown } from './text/markdown';
import { splitParagraphs } from './text/paragraphs';
import { splitSentences } from './text/sentences';
import { tokenize } from './text/tokens';

/** An article to analyse. */
export interface ArticleInput {
  readonly id: string;
  /** Exactly as in the file: header, byte-order mark and line ends included. */
  readonly text: string;
  /** BCP 47; detected where absent. */
  readonly language?: string;
  /** EDTF: document creation time; where absent the header tells. */
  readonly date?: string | null;
  /** The path or address of the file: its date, if it bears one, stands in where neither `date` nor the header tells. */
  readonly file?: string;
}

/** What an analyser is made with. */
export interface AnalyserOptions {
  /** Trained entity models by language; asked for once, at the first document of that language. */
  readonly model?: (language: string) => Uint8Array | undefined;
  /** Regular expressions for the header, see {@link compileHeaderPatterns}. */
  readonly headerPatterns?: readonly string[];
  /** Runs the header's patterns for a limited time, see {@link compileHeaderPatterns}. */
  readonly limited?: Limited;
  /** The project's own names. */
  readonly names?: readonly GazetteerEntry[];
  /** What a text too short to tell its language is read as. Default fr. */
  readonly defaultLanguage?: string;
  /** Whether paragraphs are kept for reuse; off for a batch, where no paragraph comes twice. Default true. */
  readonly reuse?: boolean;
  /** Called when a layer fails on a paragraph or document; that layer is then left empty there. */
  readonly onError?: (layer: string, error: unknown) => void;
}

/** Analyses articles. Holds what is worth keeping between them (models, paragraphs); its answers depend on the input alone. */
export interface Analyser {
  /** Analyses in one go. Total: any string gives an analysis. */
  analyse(input: ArticleInput): ArticleAnalysis;
  /**
   * The same, handing back control after every paragraph, so that the caller can do other work or stop; and before it is
   * told who speaks, with a sketch, of an article that is kept.
   *
   * @param keep - whether its paragraphs are kept for reuse; off for an article that is only passed by on a walk over many.
   */
  analyseStepwise(input: ArticleInput, keep?: boolean): AnalysisSteps<ArticleAnalysis>;
  /** The dates that its text and name offer for its own, likeliest first, whatever `date` says. */
  dateCandidates(input: ArticleInput): readonly ArticleDateCandidate[];
  /** Language and date alone, as the analysis has them, for who needs no more of an article. */
  facts(input: ArticleInput): Pick<ArticleAnalysis, 'language' | 'date'>;
}

/** How many paragraphs are looked at for an article's own date. */
const HEAD_PARAGRAPHS = 8;

/** A header with the date that its words say. */
function withWrittenDate(text: string, header: Header, span: Span, pack: LanguagePack): Header {
  const words = text.slice(span.start, span.end);
  const read = [pack, ...LANGUAGE_PACKS].map((other) => readWrittenDate(words, other) ?? '');
  // another language than the text's may say more than the year
  const date = read.reduce((finest, other) => (other.length > finest.length ? other : finest));
  return date === '' ? header : { ...header, date, dateSpan: span };
}

/** After so many paragraphs that were known control is handed back. */
const MANY = 256;

/** Whether control is handed back after a paragraph: what was known costs next to nothing. */
const isTurn = (isNew: boolean, count: number): boolean => isNew || count % MANY === 0;

const NO_WORDS: ParagraphView = { text: '', tokens: [], sentences: [] };

/** The structure where none can be told. */
function plain(spans: readonly Span[]): readonly Block[] {
  return spans.map(({ start, end }) => ({ start, end, role: 'paragraph' }));
}

/** Makes an analyser. Header patterns that do not compile are passed over: who reads the setting reports them. */
export function createAnalyser(options: AnalyserOptions = {}): Analyser {
  const header = compileHeaderPatterns(options.headerPatterns ?? DEFAULT_HEADER_PATTERNS, options.limited).patterns;
  const cache = options.reuse === false ? undefined : new ParagraphCache<ParagraphResult>();
  const memories = options.reuse === false ? undefined : new ArticleMemories<ParagraphResult>();
  const annotators = new Map<string, EntityAnnotator>();

  function annotatorFor(pack: LanguagePack): EntityAnnotator {
    let annotator = annotators.get(pack.id);
    if (annotator === undefined) {
      annotator = createEntityAnnotator(pack.entities, options.model?.(pack.id), options.names ?? []);
      annotators.set(pack.id, annotator);
    }
    return annotator;
  }

  function guard<T>(layer: string, fallback: T, run: () => T): T {
    try {
      return run();
    } catch (error) {
      options.onError?.(layer, error);
      return fallback;
    }
  }

  function analyseParagraph(given: string, pack: LanguagePack, keep: boolean): ParagraphResult {
    const key = `${pack.id}\n${given}`;
    const known = cache?.get(key);
    if (known !== undefined) return known;
    // a part of the key, not of the article: what is kept of a paragraph keeps no version of the whole text
    const text = cache === undefined ? given : key.slice(pack.id.length + 1);
    const view = guard('tokens', { text, tokens: [], sentences: [] }, () => viewOf(text, pack));
    const result: ParagraphResult = {
      view,
      dates: guard('dates', [], () => packed(findDates(view, pack.dates))),
      names: guard('entities', untagged(), () => annotatorFor(pack).tag(view)),
      quotes: undefined,
      form: undefined,
    };
    if (keep) cache?.set(key, result);
    return result;
  }

  function formOf(result: ParagraphResult | undefined, pack: LanguagePack): LineForm | undefined {
    if (result === undefined) return undefined;
    result.form ??= new LineForm(result.view.text, pack.text);
    return result.form;
  }

  function scanOf(result: ParagraphResult, pack: LanguagePack): ParagraphScan {
    result.quotes ??= guard('quotes', undefined, () => scanQuotes(result.view, pack.quotes)) ?? scanQuotes(NO_WORDS, pack.quotes);
    return result.quotes;
  }

  function* analyseStepwise(input: ArticleInput, keep = true): AnalysisSteps<ArticleAnalysis> {
    const rewritten = rewrite(input);
    if (rewritten === undefined) return yield* analyseText(input, keep);
    const steps = analyseText({ ...input, text: rewritten.text }, keep);
    // without the sketch, whose places are those of another text
    for (;;) {
      const step = steps.next();
      if (step.done) return placeBack(step.value, rewritten, input.text);
      yield;
    }
  }

  /** The text with its accents composed and without markup; undefined where it is so already. */
  function rewrite({ text, file }: ArticleInput): RewrittenText | undefined {
    const composed = composeText(text);
    if (!isMarkdown(file)) return composed;
    const prose = guard('structure', undefined, () => proseOfMarkdown(composed?.text ?? text));
    return prose && composed ? after(composed, prose) : (prose ?? composed);
  }

  function look(input: ArticleInput) {
    const { text } = input;
    const found = readHeader(text, header);
    const from = found?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
    const language = input.language ?? detectLanguage(text.slice(from, from + 4_000), options.defaultLanguage ?? 'fr');
    const head = found?.writtenDate === undefined ? found : withWrittenDate(text, found, found.writtenDate, packFor(language));
    const date = input.date ?? head?.date ?? (input.file === undefined ? null : dateFromName(input.file));
    return { head, from, language, date };
  }

  function facts(input: ArticleInput): Pick<ArticleAnalysis, 'language' | 'date'> {
    const { language, date } = look({ ...input, text: rewrite(input)?.text ?? input.text });
    return { language, date };
  }

  function dateCandidates(input: ArticleInput): readonly ArticleDateCandidate[] {
    const rewritten = rewrite(input);
    const text = rewritten?.text ?? input.text;
    const { head, from, language } = look({ ...input, text });
    const pack = packFor(language);
    const spans = cutDateline(text, splitParagraphs(text, from));
    const structure = findStructure(text, head, spans, pack.text);
    const roles = structure.filter((block) => block.role !== 'header');
    const paragraphs = spans.slice(0, HEAD_PARAGRAPHS).map((span, index): PlacedParagraph => {
      const words = text.slice(span.start, span.end);
      const tokens = tokenize(words, pack.text);
      const view = { text: words, tokens, sentences: splitSentences(tokens, pack.text) };
      return { index, role: roles[index]?.role ?? 'paragraph', view, ...span };
    });
    const document: DocumentView = { id: input.id, text, language, date: null, header: head, paragraphs, structure };
    const found = guard('dates', [], () => articleDates(document, head, input.file, pack));
    if (rewritten === undefined) return found;
    return found.map((candidate) => ({
      ...candidate,
      ...(candidate.span && { span: spanIn(rewritten, candidate.span) }),
    }));
  }

  function* analyseText(input: ArticleInput, keep: boolean): AnalysisSteps<ArticleAnalysis> {
    const { text } = input;
    const { head, from, language, date } = look(input);
    const pack = packFor(language);
    const split: readonly Span[] = splitParagraphs(text, from);
    const spans = guard('structure', split, () => cutDateline(text, split));
    const article = `${pack.id}\n${input.id}`;
    const remembers = keep && !isObserved() ? memories : undefined;
    const before = remembers?.paragraphsOf(article) ?? [];
    const texts = spans.map(({ start, end }) => text.slice(start, end));
    const results = yield* readAll(texts, pack, keep, before);
    const formed = spans.map(({ start, end }, index) => ({ start, end, form: formOf(results[index], pack) }));
    const structure = guard('structure', undefined, () => findStructure(text, head, formed, pack.text)) ?? plain(spans);
    const roles = structure.filter((block) => block.role !== 'header');
    const paragraphs = spans.map(({ start, end }, index): PlacedParagraph => {
      const { view } = results[index] as ParagraphResult;
      return { start, end, index, role: roles[index]?.role ?? 'paragraph', view };
    });
    const document: DocumentView = { id: input.id, text, language, date, header: head, paragraphs, structure };
    const version = remembers?.begin(article, paragraphs);
    const { mentions, entities, dates, quotes } = yield* documentPasses(document, results, {
      annotator: annotatorFor(pack),
      pack,
      memory: version ?? forgetful(paragraphs.length),
      guard,
      scans: () => scanAll(remembers === undefined ? results : [...results], pack),
      keep: version && (() => remembers?.keep(article, { memory: version, paragraphs: results, size: text.length })),
    });
    return { id: input.id, language, date, entities: mentions, dates, quotes, entityIndex: entities, structure };
  }

  /** Reads each paragraph. @param before - what those of the last version were found to be */
  function* readAll(
    texts: readonly string[],
    pack: LanguagePack,
    keep: boolean,
    before: readonly ParagraphResult[],
  ): Generator<undefined, ParagraphResult[], void> {
    const results: ParagraphResult[] = [];
    for (const [index, words] of texts.entries()) {
      const known = foundAgain(before, words, index, texts.length);
      results.push(known ?? analyseParagraph(words, pack, keep));
      if (isTurn(known === undefined, index)) yield;
    }
    return results;
  }

  /** Looks for the quotations of each paragraph. @param results - emptied: each is let go as it is scanned */
  function* scanAll(results: ParagraphResult[], pack: LanguagePack): Generator<undefined, ParagraphScan[], void> {
    const scans: ParagraphScan[] = [];
    results.reverse();
    for (let result = results.pop(); result !== undefined; result = results.pop()) {
      const isNew = result.quotes === undefined;
      scans.push(scanOf(result, pack));
      if (isTurn(isNew, scans.length)) yield;
    }
    return scans;
  }

  function analyse(input: ArticleInput): ArticleAnalysis {
    const steps = analyseStepwise(input);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  return Object.freeze({ analyse, analyseStepwise, dateCandidates, facts });
}
