import type { ArticleAnalysis } from '../core/analysis';
import type { LearntChange } from '../core/learning/changes';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import type { FileMove } from '../protocol';
import { ArticleDecisions, type SavingSteps, UnkeptError } from '../store/articleDecisions';
import { isThere } from '../store/disk';
import { FileError, Journal, journalFolder } from '../store/files';
import { isUndecided, type Overlay, overlay } from '../store/overlay';
import { rebaseSpan, type TextEdit } from '../store/rebase';
import { type CorpusSchema, DEFAULT_SCHEMA } from '../store/schema';
import { allSidecarNames, sidecarNames } from '../store/sidecarNames';
import { HERE, type SidecarWork } from '../store/sidecarWork';
import type { ForeignSuggestion } from '../store/suggestions';
import { describeError, type Log } from './log';
import { pathOf } from './paths';
import { later } from './timers';

/** What is told when an article's decisions have changed other than by the one who asks. */
export interface ReviewListener {
  /** Decisions were read or merged (`decisions`): what shows them is to be made again. Or they were written, or could not be (`files`). */
  changed(uri: string, what: 'decisions' | 'files'): void;
  /** Decisions could not be written, or (without a failure) can be again. */
  writing(uri: string, failed: Unwritten | undefined): void;
}

/** Why decisions are not in their files; see `WriteFailure` of the protocol. */
interface Unwritten {
  readonly reason: Message;
  readonly kept: boolean;
}

export { isDecidable, pathOf, uriOf } from './paths';

/** How long after a failure writing is tried again by itself, in milliseconds. */
const RETRY = 15_000;

/** An article whose decisions are held: open in the editor, or touched by an operation over many files. */
interface Entry {
  readonly uri: string;
  readonly path: string | undefined;
  opening: Promise<void>;
  article: ArticleDecisions | undefined;
  /** Edits that came while the files were read. */
  readonly queued: TextEdit[];
  foreign: { text: string; suggestions: readonly ForeignSuggestion[] };
  /** What was learnt from decisions, of the text as it is. */
  learnt: readonly LearntChange[];
  open: boolean;
  /** Its files are about to be read again; an edit has come since that began. */
  reloading: boolean;
  asked: boolean;
  /** Its file is being moved or deleted: nothing is written beside it when it is closed. */
  leaving: boolean;
}

/** The decisions of all open articles, and of closed ones that an undo may go back to. */
export class Reviews {
  readonly #entries = new Map<string, Entry>();
  readonly #journal: Journal;
  readonly #log: Log;
  readonly #version: string;
  readonly #work: SidecarWork;
  readonly #listeners: ReviewListener[] = [];
  readonly #fileListeners: ((path: string) => unknown)[] = [];
  readonly #failures = new Map<string, Unwritten>();
  /** What editors read texts in, by VS Code's names. */
  readonly #encodings = new Map<string, string>();
  readonly #retries = new Map<string, NodeJS.Timeout>();

  /**
   * @param storage - a folder for what is not in its files yet; without one, a folder of the user's state is taken.
   * @param work - who understands and makes the files.
   */
  constructor(log: Log, version: string, storage: string | undefined, work: SidecarWork = HERE) {
    this.#log = log;
    this.#version = version;
    this.#work = work;
    this.#journal = new Journal(journalFolder(storage));
  }

  /** An editor has read a document in an encoding (VS Code's name): its file is read likewise. */
  setEncoding(uri: string, encoding: string): void {
    this.#encodings.set(uri, encoding);
  }

  onChanged(listener: ReviewListener): void {
    this.#listeners.push(listener);
  }

  #tell(uri: string, what: 'decisions' | 'files'): void {
    for (const listener of this.#listeners) listener.changed(uri, what);
  }

  /** Why an article's decisions could not be written at the last attempt; undefined where they could. */
  failure(uri: string): Message | undefined {
    return this.#failures.get(uri)?.reason;
  }

  /** A document was opened. Its decisions are read meanwhile; {@link ready} waits for them. */
  open(uri: string, text: string): void {
    const known = this.#entries.get(uri);
    if (known) {
      known.open = true;
      known.leaving = false;
      const before = known.article?.state.decisions.document.text;
      if (before !== undefined && before !== text) known.article?.edit([{ start: 0, end: before.length, inserted: text }]);
      known.opening = known.opening.then(() => this.#reload(known));
      return;
    }
    this.#add(uri, text, true);
  }

  #add(uri: string, text: string, open: boolean): Entry {
    const path = pathOf(uri);
    const entry: Entry = {
      uri,
      path,
      opening: Promise.resolve(),
      article: undefined,
      queued: [],
      foreign: { text, suggestions: [] },
      learnt: [],
      open,
      reloading: false,
      asked: false,
      leaving: false,
    };
    entry.opening = this.#decisionsOf(uri, text).then((article) => {
      article.edit(entry.queued);
      entry.queued.length = 0;
      entry.article = article;
      if (article.waits) this.#reloadSoon(entry);
      // what a process that was ended left in the journal now comes into the files
      if (open && article.state.pending) void this.save(uri);
    });
    entry.opening.catch((error) => this.#log.error(`The decisions on ${uri} cannot be read: ${describeError(error)}`));
    this.#entries.set(uri, entry);
    return entry;
  }

  /** A document was changed: edits in their order, each in the text that the ones before it left. */
  edit(uri: string, edits: readonly TextEdit[]): void {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return;
    if (entry.article) entry.article.edit(edits);
    else entry.queued.push(...edits);
    // the files that came with a text: it may be here now
    if (entry.article?.waits) this.#reloadSoon(entry);
    for (const edit of edits) {
      const move = (item: ForeignSuggestion): readonly ForeignSuggestion[] => {
        const spans = item.spans.map((span) => rebaseSpan(span, edit));
        return spans.every((span) => span.state === 'whole') ? [{ ...item, spans: spans.map((span) => span.span) }] : [];
      };
      entry.foreign = { text: entry.foreign.text, suggestions: entry.foreign.suggestions.flatMap(move) };
      if (entry.learnt.length > 0) entry.learnt = entry.learnt.flatMap((change) => moved(change, edit));
    }
  }

  /** A document was closed. What is not in its files stays in the journal. */
  close(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return;
    entry.open = false;
    if (entry.leaving) return;
    void this.save(uri).finally(() => {
      if (!entry.open && this.#entries.get(uri) === entry && entry.article?.peek('undo') === 'nothing') this.#entries.delete(uri);
    });
  }

  /** The articles whose decisions are in memory: they may be others than those on disk. */
  get held(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Resolves when the decisions of a document have been read. */
  async ready(uri: string): Promise<void> {
    await this.#entries.get(uri)?.opening.catch(() => undefined);
  }

  /** An open article's decisions; undefined until they are read. */
  get(uri: string): ArticleDecisions | undefined {
    return this.#entries.get(uri)?.article;
  }

  /** The decisions on a closed article; they are kept, so that what is decided can be taken back. */
  async closed(uri: string, text: string): Promise<ArticleDecisions> {
    const known = this.#entries.get(uri) ?? this.#add(uri, text, false);
    await known.opening;
    const article = known.article as ArticleDecisions;
    const before = article.state.decisions.document.text;
    if (!known.open && before !== text) article.edit([{ start: 0, end: before.length, inserted: text }]);
    return article;
  }

  /** The decisions on a closed article, to be looked at once. */
  async peek(uri: string, text: string): Promise<ArticleDecisions> {
    const known = this.#entries.get(uri);
    if (known) return this.closed(uri, text);
    return this.#decisionsOf(uri, text);
  }

  #decisionsOf(uri: string, text: string): Promise<ArticleDecisions> {
    const path = pathOf(uri);
    const encoding = (): string | undefined => this.#encodings.get(uri);
    return ArticleDecisions.open(path ?? uri, text, path === undefined ? 'memory' : this.#journal, {
      encoding,
      work: this.#work,
    });
  }

  /** What other detectors found in a text of an open article. */
  setForeign(uri: string, text: string, suggestions: readonly ForeignSuggestion[]): void {
    const entry = this.#entries.get(uri);
    if (entry?.article?.state.decisions.document.text === text) entry.foreign = { text, suggestions };
  }

  /** What was learnt from decisions, of a text of an open article; whether anything is suggested otherwise than before. */
  setLearnt(uri: string, text: string, changes: readonly LearntChange[]): boolean {
    const entry = this.#entries.get(uri);
    if (entry?.article?.state.decisions.document.text !== text) return false;
    if (JSON.stringify(entry.learnt) === JSON.stringify(changes)) return false;
    entry.learnt = changes;
    return true;
  }

  /** Lays an article's decisions over its analysis. */
  lay(uri: string, text: string, analysis: ArticleAnalysis, schema: CorpusSchema = DEFAULT_SCHEMA): Overlay {
    const entry = this.#entries.get(uri);
    const decisions = entry?.article?.state.decisions;
    // Offsets of another text would mark the wrong words: then what the machine found is shown alone, until the next version.
    if (entry === undefined || decisions === undefined || decisions.document.text !== text) return { items: [], analysis };
    const { foreign, learnt } = entry;
    return overlay({ text, analysis, decisions, schema, foreign: foreign.suggestions, learnt, version: this.#version });
  }

  /** Whether {@link lay} leaves an analysis as it is. */
  isUndecided({ uri, text }: { readonly uri: string; readonly text: string }, schema: CorpusSchema): boolean {
    const entry = this.#entries.get(uri);
    const decisions = entry?.article?.state.decisions;
    if (entry === undefined || decisions === undefined || decisions.document.text !== text) return true;
    return schema.suggestions !== false && isUndecided({ decisions, foreign: entry.foreign.suggestions, learnt: entry.learnt });
  }

  /** Lays a closed article's decisions over its analysis. */
  layOver(article: ArticleDecisions, analysis: ArticleAnalysis, schema: CorpusSchema): Overlay {
    const { decisions } = article.state;
    return overlay({ text: decisions.document.text, analysis, decisions, schema, version: this.#version });
  }

  /**
   * Resolves when a loss of power would lose nothing of what was decided on an article until now (it is in its files or
   * in the journal), or when that was tried and could not be done. What is left to be written is written meanwhile.
   *
   * @param syncing - called as soon as there is nothing but the disk to wait for.
   */
  safe(uri: string, syncing: () => void = () => undefined): Promise<void> {
    return new Promise((safe) => {
      void this.save(uri, { syncing, safe }).finally(() => {
        syncing();
        safe();
      });
    });
  }

  /** Brings an article's decisions to disk, as far as its text is saved; tells when they are. */
  async save(uri: string, told?: SavingSteps): Promise<void> {
    const entry = this.#entries.get(uri);
    if (entry?.article === undefined || entry.path === undefined) return;
    try {
      const before = entry.article.state;
      const outcome = await entry.article.save(told);
      clearTimeout(this.#retries.get(uri));
      this.#retries.delete(uri);
      // what waits for a text to be saved waits for ever where its folder has another name now
      const isGone = outcome === 'journalled' && entry.open && !(await isThere(entry.path));
      if (isGone) this.#failed(uri, { reason: fileMessages.textGone, kept: true });
      else if (this.#failures.delete(uri)) this.#tellWriting(uri);
      const after = entry.article.state;
      const merged = before.decisions.document.annotations !== after.decisions.document.annotations;
      if (merged || before.conflicts !== after.conflicts) this.#tell(uri, 'decisions');
      else if (outcome !== 'unchanged') this.#tell(uri, 'files');
    } catch (error) {
      this.#log.error(`The decisions on ${uri} cannot be written: ${describeError(error)}`);
      const isKept = !(error instanceof UnkeptError);
      this.#failed(uri, { reason: failureWords(isKept ? error : error.reason, entry.path), kept: isKept });
    }
  }

  #failed(uri: string, failure: Unwritten): void {
    this.#failures.set(uri, failure);
    this.#tell(uri, 'files');
    this.#tellWriting(uri);
    // of several failures the last one counts: it is tried again once, a while after it
    clearTimeout(this.#retries.get(uri));
    this.#retries.set(
      uri,
      later(RETRY, () => this.#failures.has(uri) && this.save(uri)),
    );
  }

  #tellWriting(uri: string): void {
    for (const listener of this.#listeners) listener.writing(uri, this.#failures.get(uri));
  }

  /** Whether all that was decided on an article is on disk, in its files or in the journal. */
  isKept(uri: string): boolean {
    return this.#failures.get(uri)?.kept !== false;
  }

  /** Files or folders are about to be moved or deleted: what is decided on articles there is written first. */
  async moving(moves: readonly FileMove[]): Promise<void> {
    for (const { entry, path } of this.#moved(moves)) {
      await this.save(entry.uri);
      entry.leaving = true;
      // what waits for the text to be saved waits where the text goes
      const left = entry.path === undefined || path === undefined ? undefined : (await this.#journal.read(entry.path)).at(-1);
      if (left && path !== undefined) await this.#journal.write({ ...left, path });
    }
  }

  /** They have been: what was held of articles there is let go, and read again where they are now. */
  async moved(moves: readonly FileMove[]): Promise<void> {
    for (const { entry } of this.#moved(moves)) {
      this.#entries.delete(entry.uri);
      if (this.#failures.delete(entry.uri)) this.#tellWriting(entry.uri);
      if (entry.path !== undefined) await this.#journal.remove(entry.path);
    }
  }

  /** The articles that files or folders hold, each with its path to come. */
  #moved(moves: readonly FileMove[]): readonly { readonly entry: Entry; readonly path: string | undefined }[] {
    return [...this.#entries.values()].flatMap((entry) => {
      const move = moves.find(({ from }) => entry.uri === from || entry.uri.startsWith(`${from}/`));
      if (move === undefined) return [];
      return [{ entry, path: move.to === undefined ? undefined : pathOf(move.to + entry.uri.slice(move.from.length)) }];
    });
  }

  /** Calls back for each file with decisions that somebody, or this server, has written. */
  onFileChanged(listener: (path: string) => unknown): void {
    this.#fileListeners.push(listener);
  }

  /** A file was changed by somebody: where it is an article's, its decisions are read again. */
  fileChanged(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined) for (const listener of this.#fileListeners) listener(path);
    for (const entry of this.#entries.values()) {
      if (entry.path === undefined || entry.article === undefined) continue;
      if (path !== undefined && allSidecarNames(entry.path).includes(path)) void this.#reload(entry);
    }
  }

  /** Reads the files again, once for however many edits come before that begins, and once for those that come after. */
  #reloadSoon(entry: Entry): void {
    entry.asked = true;
    if (entry.reloading) return;
    entry.reloading = true;
    void this.#reload(entry).finally(() => {
      entry.reloading = false;
      if (entry.asked && entry.article?.waits) this.#reloadSoon(entry);
    });
  }

  async #reload(entry: Entry): Promise<void> {
    try {
      // the text may have been changed together with its annotations: the editor tells a moment later
      await new Promise((done) => setTimeout(done, 50));
      entry.asked = false;
      const before = entry.article?.state;
      await entry.article?.reload();
      const after = entry.article?.state;
      if (before?.decisions !== after?.decisions || before?.problems !== after?.problems) this.#tell(entry.uri, 'decisions');
      // what waited in the journal for a file to be mended now comes into it
      if (before?.readOnly !== undefined && after?.readOnly === undefined && after?.pending) await this.save(entry.uri);
    } catch (error) {
      this.#log.error(`The decisions on ${entry.uri} cannot be read: ${describeError(error)}`);
    }
  }

  /** All articles that have a step of one name: it was made in all of them together. */
  joint(name: string, direction: 'undo' | 'redo'): readonly { readonly uri: string; readonly article: ArticleDecisions }[] {
    return [...this.#entries.values()].flatMap(({ uri, article }) => {
      const next = article?.peek(direction);
      return article && typeof next === 'object' && next.joint === name ? [{ uri, article }] : [];
    });
  }
}

function moved(change: LearntChange, edit: TextEdit): readonly LearntChange[] {
  const { span, state } = rebaseSpan(change, edit);
  return state === 'whole' ? [{ ...change, start: span.start, end: span.end }] : [];
}

/** Why decisions could not be written, with the file where it is another than the article's own. */
function failureWords(error: unknown, path: string): Message {
  return fileMessages.of(error instanceof FileError ? error.path : sidecarNames(path).ann, messageOf(error));
}
