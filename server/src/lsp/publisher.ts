import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { layersOf } from '../core/languages/layers';
import { AnalysisNotification, type AnalysisParams, type ServerSettings } from '../protocol';
import { type ProblemLevels, problems } from '../service/diagnostics';
import { counts } from '../service/views';
import { SOURCE, toDiagnostic, toFlatRange, toRowDiagnostic } from './convert';
import { tell } from './features/answer';
import { describeError } from './log';
import { isDecidable } from './reviews';
import type { AnalysedDocument, Session } from './session';

/** What nobody asked for waits until typing has rested this long, in milliseconds. */
const QUIET = 250;

/** Tells the client of analyses and problems: the first version of a document at once, later ones when typing rests. */
export class Publisher {
  readonly #session: Session;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #told = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
    session.onAnalysed((analysed) => this.#later(analysed));
  }

  /** Problems of an open gazetteer, by its rows. */
  gazetteer(uri: string): void {
    const document = this.#session.documents.get(uri);
    const gazetteer = this.#session.gazetteers.read(uri);
    if (document === undefined || gazetteer === undefined) return;
    const diagnostics = gazetteer.problems.map((problem) => toRowDiagnostic(document.lines, problem));
    this.#send(uri, document.version, diagnostics);
  }

  /** A document was closed: nothing more is said of it, and its problems are taken back. */
  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#told.delete(uri);
    this.#send(uri, undefined, []);
  }

  #later(analysed: AnalysedDocument): void {
    const { uri } = analysed.document;
    clearTimeout(this.#timers.get(uri));
    if (!this.#told.has(uri)) {
      this.#told.add(uri);
      void this.#publish(analysed);
      return;
    }
    this.#timers.set(
      uri,
      setTimeout(() => void this.#publish(analysed), QUIET),
    );
  }

  async #publish(analysed: AnalysedDocument): Promise<void> {
    const { document, article, settings, state } = analysed;
    this.#timers.delete(document.uri);
    // overtaken meanwhile: the next version is on its way
    if (this.#session.documents.get(document.uri) !== document) return;
    try {
      if (!this.#session.standard) tell(this.#session, AnalysisNotification, analysisParams(analysed));
      // of another version of a text, or one somewhere else, nobody is to mend anything
      if (!isDecidable(document.uri)) return;
      const found = problems(article, problemLevels(settings), this.#session.messages);
      const diagnostics = found.map((problem) => toDiagnostic(article.lines, problem));
      for (const source of this.#session.diagnosticSources) diagnostics.push(...(await source(analysed)));
      if (state === 'tooLarge') diagnostics.push(this.#tooLarge(analysed));
      // closed or changed, or decided on again, while that was looked for
      if (this.#session.scheduler.ready(document.uri) !== analysed) return;
      this.#send(document.uri, document.version, diagnostics);
    } catch (error) {
      this.#session.log.error(`What was found in ${document.uri} could not be told: ${describeError(error)}`);
    }
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    void this.#session.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
  }

  #tooLarge({ document, settings }: AnalysedDocument): Diagnostic {
    const number = new Intl.NumberFormat(this.#session.messages.locale);
    const size = number.format(Math.ceil(document.text.length / 1024));
    const message = this.#session.messages.tooLarge(size, number.format(settings.maxFileSize));
    const at = { line: 0, character: 0 };
    return { range: { start: at, end: at }, severity: DiagnosticSeverity.Information, source: SOURCE, message };
  }
}

/** How loud each kind of problem is set to be. */
export function problemLevels(settings: ServerSettings): ProblemLevels {
  return {
    unbalancedMarks: settings['diagnostics.unbalancedMarks'],
    speechWithoutSpeaker: settings['diagnostics.speechWithoutSpeaker'],
  };
}

function analysisParams({ document, article, state }: AnalysedDocument): AnalysisParams {
  const { lines, analysis } = article;
  const flat = (span: { readonly start: number; readonly end: number }) => toFlatRange(lines, span);
  return {
    uri: document.uri,
    version: document.version,
    state,
    language: analysis.language,
    layers: layersOf(analysis.language),
    date: analysis.date,
    counts: counts(article),
    quotes: analysis.quotes.map((quote) => ({
      spans: quote.spans.map(([start, end]) => flat({ start, end })),
      kind: quote.kind,
      confidence: quote.confidence,
      ...(quote.cue && { cue: flat(quote.cue) }),
      ...(quote.speaker && { speaker: flat(quote.speaker) }),
      ...(quote.speakerName !== undefined && { speakerName: quote.speakerName }),
      ...(quote.parent !== undefined && { nested: true as const }),
      ...(quote.problem !== undefined && { problem: quote.problem }),
    })),
    entities: analysis.entities.filter((mention) => !mention.nested).map(flat),
    dates: analysis.dates.map(flat),
  };
}
