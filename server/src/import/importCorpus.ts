import type { FormatProblem } from '../formats/format';
import { messageOf } from '../messages/error';
import { importingMessages } from '../messages/importing';
import type { Message } from '../messages/message';
import { type DayOrder, readImportedDate } from './readers/date';
import { readSource, type SourceOptions } from './readSource';
import { MOST_PROBLEMS, type SourceReport, writeReport } from './report';
import { listSources, type Source } from './sources';
import { type Arrival, openTarget, type Target } from './target';

/** What is to be brought in; plain data, so that a thread can be told. */
export interface ImportJob extends SourceOptions {
  /** Files and folders. */
  readonly sources: readonly string[];
  /** The folder to write into. */
  readonly target: string;
  readonly dayOrder?: DayOrder | undefined;
  /** Of the report. */
  readonly language?: string | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  readonly place: string;
  readonly articles: number;
  /** Of the sources, those that were read whole. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/** Something that is told of a place in a source. */
export interface PlacedProblem extends FormatProblem {
  readonly place: string;
}

/** What came of an import. */
export interface ImportOutcome {
  /** Files that were read. */
  readonly files: number;
  /** Articles that the sources hold: all that follow together. */
  readonly articles: number;
  readonly written: number;
  /** There from an earlier time, as they are now. */
  readonly same: number;
  /** There, and changed by a person since: kept. */
  readonly changed: number;
  /** Places that were lost, or written with a doubt. */
  readonly lost: number;
  readonly doubtful: number;
  /** The first of them. */
  readonly problems: readonly PlacedProblem[];
  /** Files of a folder that are of no kind that is read. */
  readonly passedOver: number;
  /** Files that are a text already, with or without a header: left where they are. */
  readonly texts: number;
  /** Columns of metadata.csv that say something of these articles. */
  readonly columns: readonly string[];
  /** The path of the report, where one was written. */
  readonly report?: string | undefined;
  /** Whether it was stopped before the end; what is done stays. */
  readonly stopped: boolean;
}

/** How an import is watched and ended. */
export interface ImportControl {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onProblem?: (problem: PlacedProblem) => void;
  readonly isStopped?: () => boolean;
}

/** So many problems are handed back; the report has more. */
const MOST_TOLD = 200;

/**
 * Brings articles in: reads the sources one after the other, writes a text for each article, `metadata.csv` and a report of
 * what could not be read. What is wrong with one file or row is told, and the rest is done. Doing it again writes nothing.
 *
 * @throws where the target cannot be written to at all.
 */
export async function importCorpus(job: ImportJob, control: ImportControl = {}): Promise<ImportOutcome> {
  const sources: Source[] = [];
  const run = new Run(job, control);
  for await (const found of listSources(job.sources, job.target)) {
    if ('source' in found) sources.push(found.source);
    else if ('problem' in found) run.failed(found.place, found.problem);
    else run.passedOver++;
  }
  const target = await openTarget(job.target, {
    onFate: (arrival, fate, name) => run.took(arrival, fate, name),
    onFailure: (arrival, error) => run.tell(arrival.place, problemAt(arrival.article.line, messageOf(error))),
  });
  const totalBytes = sources.reduce((sum, { size }) => sum + size, 0);
  for (const source of sources) {
    if (control.isStopped?.()) break;
    await run.read(source, target, totalBytes);
  }
  const columns = await target.finish();
  const report = await writeReport(job.target, run.reports(), job.language);
  return run.outcome(columns, report);
}

const problemAt = (line: number, message: Message): FormatProblem => ({ severity: 'error', line, message });

interface Tally {
  articles: number;
  readonly problems: FormatProblem[];
  more: number;
  isText: boolean;
}

class Run {
  passedOver = 0;
  readonly #job: ImportJob;
  readonly #control: ImportControl;
  readonly #tallies = new Map<string, Tally>();
  readonly #told: PlacedProblem[] = [];
  readonly #counts = { files: 0, articles: 0, written: 0, same: 0, changed: 0, lost: 0, doubtful: 0, texts: 0 };
  #bytes = 0;
  #stopped = false;

  constructor(job: ImportJob, control: ImportControl) {
    this.#job = job;
    this.#control = control;
  }

  async read(source: Source, target: Target, totalBytes: number): Promise<void> {
    const { place, size } = source;
    this.#counts.files++;
    // the report follows the order of the files, not of what is done with them
    this.#tally(place);
    let isEmpty = true;
    try {
      for await (const { article, problem } of readSource(source, this.#job)) {
        if (this.#control.isStopped?.()) {
          this.#stopped = true;
          return;
        }
        isEmpty = false;
        if (problem !== undefined) this.tell(place, problem);
        else await target.add(this.#arrival(article, place));
        this.#control.onProgress?.({ place, articles: this.#counts.articles, bytes: this.#bytes, totalBytes });
      }
      if (isEmpty) this.failed(place, importingMessages.noArticles);
    } catch (error) {
      const message = messageOf(error);
      if (message.text === importingMessages.textAlready.text) this.#leave(place, message);
      else this.failed(place, message);
    }
    this.#bytes += size;
  }

  /** A text needs no import: nothing is lost, and the report has nothing to say of it. */
  #leave(place: string, message: Message): void {
    this.#counts.texts++;
    this.#counts.files--;
    this.#tally(place).isText = true;
    this.#show({ place, severity: 'information', line: 1, message });
  }

  #arrival(article: Arrival['article'], place: string): Arrival {
    const date = article.date === undefined ? null : readImportedDate(article.date, this.#job.dayOrder);
    if (date === null && article.date !== undefined)
      this.tell(place, {
        severity: 'warning',
        line: article.line,
        message: importingMessages.notADate(article.date.slice(0, 80)),
      });
    return { article, date, place };
  }

  took({ place, article }: Arrival, fate: 'written' | 'same' | 'changed', name: string): void {
    this.#counts[fate]++;
    this.#counts.articles++;
    this.#tally(place).articles++;
    if (fate === 'changed')
      this.#show({ place, severity: 'information', line: article.line, message: importingMessages.changedSince(`${name}.txt`) });
  }

  /** Nothing of a file was read, or not all. */
  failed(place: string, message: Message): void {
    this.tell(place, problemAt(1, message));
  }

  tell(place: string, problem: FormatProblem): void {
    const tally = this.#tally(place);
    if (problem.severity === 'error') this.#counts.lost++;
    else this.#counts.doubtful++;
    if (tally.problems.length < MOST_PROBLEMS) tally.problems.push(problem);
    else tally.more++;
    this.#show({ place, ...problem });
  }

  #show(problem: PlacedProblem): void {
    if (this.#told.length < MOST_TOLD) this.#told.push(problem);
    this.#control.onProblem?.(problem);
  }

  #tally(place: string): Tally {
    const tally = this.#tallies.get(place) ?? { articles: 0, problems: [], more: 0, isText: false };
    this.#tallies.set(place, tally);
    return tally;
  }

  reports(): readonly SourceReport[] {
    return [...this.#tallies].map(([place, tally]) => ({ place, ...tally }));
  }

  outcome(columns: readonly string[], report: string | undefined): ImportOutcome {
    const stopped = this.#stopped || (this.#control.isStopped?.() ?? false);
    return { ...this.#counts, problems: this.#told, passedOver: this.passedOver, columns, report, stopped };
  }
}
