import { dirname } from 'node:path';
import type { Span } from '../core/span';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { conflictSides, mergeSides } from './conflictSides';
import type { Decisions } from './decisions';
import { isEmpty, noDecisions } from './decisions';
import { readAsShown } from './editorEncoding';
import {
  FileError,
  type Journal,
  type JournalEntry,
  NotTextError,
  readText,
  removeFile,
  SIZE_LIMITS,
  withLock,
  writeText,
} from './files';
import { alignTexts, mapDecisions } from './fileText';
import { applyStep, History, isNothing, placeOf, type Refusal, stepBetween } from './history';
import { type MergeConflict, mergeDecisions, resolveConflicts } from './merge';
import type { TextEdit } from './rebase';
import { EditMemory, foundAgain, rebaseDecisions } from './rebaseDecisions';
import { sidecarNames } from './sidecarNames';
import { type SidecarPlaces, sidecarPlaces } from './sidecarPlaces';
import { isWrittenFor, type SidecarFiles, type SidecarProblem, type SidecarReading } from './sidecars';
import { HERE, type SidecarWork } from './sidecarWork';
import { sweepOnce } from './temporaryFiles';

/** What became of an attempt to write: `journalled` waits for the text to be saved, `blocked` for a person. */
export type WriteOutcome = 'written' | 'unchanged' | 'journalled' | 'blocked';

/** Decisions are nowhere on disk: neither in their files nor in the journal. */
export class UnkeptError extends Error {
  /** Why not. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(reason instanceof Error ? reason.message : String(reason));
    this.reason = reason;
  }
}

/** What is told to whoever shows an article's decisions. */
export interface ArticleState {
  readonly decisions: Decisions;
  /** The files that they are read from and written to. */
  readonly files: Pick<SidecarPlaces, 'ann' | 'review'>;
  readonly problems: readonly SidecarProblem[];
  /** A file cannot be understood: nothing can be decided until it is mended. Says why. */
  readonly readOnly: Message | undefined;
  readonly conflicts: readonly MergeConflict[];
  /** Decisions that are not in the files yet. */
  readonly pending: boolean;
}

/** What is called while decisions are brought to disk; none of it where nothing has to be written, or it fails before. */
export interface SavingSteps {
  /** They are being synced: there is time for other work. */
  readonly syncing?: (() => void) | undefined;
  /** A loss of power would lose nothing of what was decided until now. */
  readonly safe?: (() => void) | undefined;
}

/** How an article's decisions are held. */
export interface OpenOptions {
  /** What the text's editor has read it in, by VS Code's name, where that is known. */
  readonly encoding?: () => string | undefined;
  /** Where the files are understood and made; by default in this thread. */
  readonly work?: SidecarWork;
}

/**
 * One article's decisions: held in memory, carried through edits, written beside the text, merged with what others
 * write there. All that touches files goes through one queue.
 */
export class ArticleDecisions {
  readonly #path: string;
  readonly #encoding: () => string | undefined;
  readonly #work: SidecarWork;
  readonly #journal: Journal | undefined;
  readonly #inMemory: boolean;
  readonly #history = new History();
  #memory = new EditMemory();
  #decisions: Decisions;
  #base: Decisions;
  /** The text as its file has it, when it was last looked at. */
  #onDisk: string | undefined;
  /** Why it could not be looked at, then. */
  #unreadable: unknown;
  #files: SidecarFiles = { ann: undefined, review: undefined };
  #created: { ann?: true; review?: true } = {};
  #places: SidecarPlaces;
  /** Whether the journal could be written at the last attempt. */
  #isJournalled = true;
  /** What the files are to be, as it was last worked out, and of what. */
  #made: { readonly of: Decisions; readonly before: SidecarFiles; readonly files: SidecarFiles } | undefined;
  /** The `.ann` file as it was first read. */
  #found: string | undefined;
  #problems: readonly SidecarProblem[] = [];
  #readOnly: Message | undefined;
  #conflicts: readonly MergeConflict[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  /**
   * The files belong to a text that is on disk and that the editor does not have (yet): what they say was carried over
   * as well as it could be, and is read again once it has.
   */
  #waits = false;
  /** The journal has something that could not be brought in yet. It must not be deleted. */
  #unapplied = false;
  /** Edits since reading or writing began: what was read or written must be carried through them, too. */
  #editsMeanwhile: TextEdit[] = [];

  private constructor(
    path: string,
    text: string,
    journal: Journal | undefined,
    place: 'files' | 'memory',
    { encoding = () => undefined, work = HERE }: OpenOptions = {},
  ) {
    this.#path = path;
    this.#encoding = encoding;
    this.#work = work;
    this.#places = sidecarNames(path);
    this.#inMemory = place === 'memory';
    this.#journal = journal;
    this.#decisions = noDecisions(path, text);
    this.#base = this.#decisions;
  }

  /**
   * Opens an article's decisions for a text: from its files, and from the journal where a process was ended before
   * they were written. Never throws: what cannot be read makes the state read-only.
   */
  static async open(path: string, text: string, journal?: Journal | 'memory', options?: OpenOptions): Promise<ArticleDecisions> {
    // a document that is not a file: its decisions last as long as it is open
    if (journal === 'memory') return new ArticleDecisions(path, text, undefined, 'memory');
    const article = new ArticleDecisions(path, text, journal, 'files', options);
    await article.#load(text);
    await article.#recover();
    return article;
  }

  get state(): ArticleState {
    return {
      decisions: this.#decisions,
      files: this.#places,
      problems: this.#problems,
      readOnly: this.#readOnly,
      conflicts: this.#conflicts,
      pending: this.#decisions !== this.#base,
    };
  }

  /** Whether the files are to be read ({@link reload}) as soon as the text is that on disk. */
  get waits(): boolean {
    return this.#waits;
  }

  /** Carries everything through edits, in their order. Offsets of each count in the text that the ones before it left. */
  edit(edits: readonly TextEdit[]): void {
    for (const edit of edits) {
      this.#editsMeanwhile.push(edit);
      const before = this.#decisions;
      const after = rebaseDecisions(before, edit);
      if (after.touched) this.#memory.remember(before);
      const untouched = this.#base === before;
      this.#decisions = this.#memory.recall(after.decisions);
      this.#base = untouched ? this.#decisions : rebaseDecisions(this.#base, edit).decisions;
    }
  }

  /**
   * Makes a decision: one step to undo. Does nothing where the state is read-only or a conflict waits, and says whether
   * anything changed.
   */
  decide(change: (decisions: Decisions) => Decisions, label: string, joint?: string): boolean {
    if (this.#readOnly !== undefined) return false;
    const after = change(this.#decisions);
    const step = stepBetween(this.#decisions, after, label, joint);
    if (isNothing(step)) return false;
    this.#history.push(step);
    this.#memory.decided(step.annotations);
    this.#decisions = after;
    return true;
  }

  /** The label and joint name of the step that an undo or redo would take, and where it changes something. */
  peek(
    direction: 'undo' | 'redo',
  ): { readonly label: string; readonly joint?: string | undefined; readonly place?: Span | undefined } | Refusal {
    const step = this.#history.next(direction, this.#decisions.document.text);
    return typeof step === 'string' ? step : { label: step.label, joint: step.joint, place: placeOf(step) };
  }

  /** Takes the last decision back, or makes it again; gives its label, or why nothing was done. */
  step(direction: 'undo' | 'redo'): { readonly label: string } | Refusal {
    const step = this.#history.next(direction, this.#decisions.document.text);
    if (typeof step === 'string') return step;
    this.#history.move(direction);
    this.#memory.decided(step.annotations);
    this.#decisions = applyStep(this.#decisions, step, direction);
    return { label: step.label };
  }

  /** Chooses for each conflict by annotation id; then the files can be written again. */
  resolve(choices: Readonly<Record<string, 'ours' | 'theirs' | 'both'>>): void {
    this.#decisions = resolveConflicts(this.#decisions, this.#conflicts, choices);
    this.#memory = new EditMemory();
    this.#conflicts = [];
  }

  /**
   * Brings decisions to disk. Where the text on disk is the text they were made on they go into the files, merged with
   * what others have written there meanwhile; where it is not (unsaved changes), into the journal. Throws where the disk
   * does not take them: the files and the journal are then as they were.
   *
   * @param told - what is called on the way.
   */
  save(told: SavingSteps = {}): Promise<WriteOutcome> {
    if (this.#inMemory) return Promise.resolve('unchanged');
    return this.#enqueue(() => this.#save(told));
  }

  /** Looks at the files again after somebody else wrote them; gives whether the decisions have changed. */
  reload(): Promise<boolean> {
    if (this.#inMemory) return Promise.resolve(false);
    return this.#enqueue(async () => {
      const before = this.#decisions;
      await withLock(this.#path, () => this.#absorb());
      return before !== this.#decisions;
    });
  }

  #enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run, run);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #load(text: string): Promise<void> {
    await sweepOnce(dirname(this.#path));
    const files = await this.#readFiles('first');
    if (files === undefined) return;
    this.#files = files;
    this.#found = files.ann;
    if (files.ann === undefined && files.review === undefined) return this.#adopt([], false);
    if (await this.#takeSides(files, text)) return;
    const reading = await this.#read(files, text).catch((error: unknown) => messageOf(error));
    if ('decisions' in reading) this.#adopt(reading.problems, reading.broken);
    else return this.#cannotRead('ann', reading);
    this.#decisions = reading.decisions;
    this.#base = reading.decisions;
    this.#waits = !this.#countsIn(files, text);
  }

  /**
   * Takes both sides of files in which git left conflict marks, merged; what they differ in is a conflict to resolve. Nothing
   * is written before somebody decides or resolves. Says whether there are such marks, and both sides can be read.
   */
  async #takeSides(files: SidecarFiles, text: string): Promise<boolean> {
    const sides = conflictSides(files);
    if (sides === undefined) return false;
    this.#editsMeanwhile = [];
    try {
      const [ours, theirs] = [await this.#read(sides.ours, text), await this.#read(sides.theirs, text)];
      const base = sides.base && (await this.#read(sides.base, text));
      if (ours.broken || theirs.broken) return false;
      const before = base?.broken === false ? this.#throughEdits(base.decisions) : undefined;
      const own = this.#throughEdits(ours.decisions);
      const { merged, conflicts } = mergeSides(own, this.#throughEdits(theirs.decisions), before);
      const message = fileMessages.mergedMarks(conflicts.length);
      this.#adopt([{ ...sides.at, severity: 'warning', message }], false);
      this.#files = files;
      this.#base = own;
      // also where they say the same, it is to be written
      this.#decisions = { ...merged };
      this.#conflicts = conflicts;
      this.#memory = new EditMemory();
      this.#waits = !this.#countsIn(sides.ours, text);
      return true;
    } catch {
      // told where the files are read as they stand
      return false;
    }
  }

  /**
   * Whether files count in a text that the editor has: in the text on disk, else, where that was changed and its files
   * were not, in the one they say they were written for.
   */
  #countsIn(files: SidecarFiles, text: string): boolean {
    const disk = this.#onDisk;
    return disk === undefined || alignTexts(disk, text) !== undefined || isWrittenFor(files, text);
  }

  /** Reads files that count in the text as it is on disk, onto the text as the editor has it. */
  #read(files: SidecarFiles, text: string): Promise<SidecarReading> {
    return this.#readOnto(files, this.#onDisk ?? text, text);
  }

  /** Reads files that count in one text, and carries what they say over to another. */
  async #readOnto(files: SidecarFiles, own: string, text: string): Promise<SidecarReading> {
    if (own === text || isWrittenFor(files, text)) return this.#work.read(files, text, this.#path);
    const map = alignTexts(own, text);
    const reading = await this.#work.read(files, own, this.#path);
    const decisions =
      map === undefined
        ? rebaseDecisions(reading.decisions, { start: 0, end: own.length, inserted: text }).decisions
        : mapDecisions(reading.decisions, map, text);
    return { ...reading, decisions };
  }

  #readDisk(): Promise<string | undefined> {
    return readAsShown(this.#path, this.#decisions.document.text, this.#encoding());
  }

  #adopt(problems: readonly SidecarProblem[], broken: boolean): void {
    this.#problems = [...this.#remarks(), ...problems];
    const first = problems.find((problem) => problem.severity === 'error');
    const file = first?.file === 'review' ? fileMessages.reviewFile : fileMessages.annFile;
    this.#readOnly = broken && first ? fileMessages.cannotRead(file, first.line, first.message) : undefined;
  }

  /** What is to be said of the files' names. */
  #remarks(): readonly SidecarProblem[] {
    const { remark } = this.#places;
    return remark === undefined ? [] : [{ file: 'ann', severity: 'information', line: 1, message: remark }];
  }

  /**
   * The files' contents; undefined (and a problem) where one is there and is not fit to be read. What the disk fails at is
   * such a problem at first, when there is nothing else to show; later it is thrown, and tried again.
   */
  async #readFiles(when: 'first' | 'later'): Promise<SidecarFiles | undefined> {
    const files: { ann: string | undefined; review: string | undefined } = { ann: undefined, review: undefined };
    this.#unreadable = undefined;
    this.#onDisk = await this.#readDisk().catch((error: unknown) => {
      this.#unreadable = error;
      return undefined;
    });
    const looking = await sidecarPlaces(this.#path).catch((error: Error) => {
      if (when === 'later') throw error;
      return { ...this.#places, taken: messageOf(error) };
    });
    this.#places = looking;
    if (looking.taken !== undefined) {
      this.#problems = [];
      this.#readOnly = looking.taken;
      return undefined;
    }
    for (const file of ['ann', 'review'] as const) {
      try {
        files[file] = await readText(looking[file], SIZE_LIMITS.sidecar);
      } catch (error) {
        if (when === 'later' && !(error instanceof FileError)) throw error;
        if (error instanceof NotTextError)
          this.#adopt([{ file, severity: 'error', line: 1, message: fileMessages.fileNotUtf8 }], true);
        else this.#cannotRead(file, messageOf(error));
        return undefined;
      }
    }
    return files;
  }

  #cannotRead(file: 'ann' | 'review', why: Message): void {
    const message = fileMessages.fileUnreadable(fileMessages.of(this.#places[file], why));
    this.#adopt([{ file, severity: 'error', line: 1, message }], true);
  }

  /** Brings in what the journal has; where the files cannot be read, that waits until they are mended. */
  async #recover(): Promise<void> {
    const entries = (await this.#journal?.read(this.#path, this.#decisions.document.text)) ?? [];
    this.#unapplied = entries.length > 0 && this.#readOnly !== undefined;
    if (this.#unapplied) return;
    for (const entry of entries) await this.#bringIn(entry);
  }

  async #bringIn(entry: JournalEntry): Promise<void> {
    const { text } = this.#decisions.document;
    this.#editsMeanwhile = [];
    const ours = await this.#readOnto({ ann: entry.ours.ann, review: entry.ours.review }, entry.text, text);
    // in the way that the files were read: where their words are found differently nobody has decided anything
    const base = await this.#read({ ann: entry.base.ann, review: entry.base.review }, text);
    if (ours.broken) {
      // nobody can read it: it is put where no later entry replaces it
      await this.#journal?.write({ ...entry, path: `${this.#path}.unreadable` });
      return;
    }
    const disk = this.#onDisk;
    // an edit that was never saved took words away, and is gone itself: they are where the files have them
    const isUndone = entry.text !== text && disk !== undefined && alignTexts(disk, text) !== undefined;
    const { merged, conflicts } = mergeDecisions(
      this.#throughEdits(base.decisions),
      this.#throughEdits(isUndone ? foundAgain(ours.decisions, base.decisions.document.annotations) : ours.decisions),
      this.#decisions,
    );
    this.#decisions = merged;
    this.#conflicts = [...this.#conflicts.filter(({ id }) => conflicts.every((other) => other.id !== id)), ...conflicts];
  }

  async #save({ syncing, safe }: SavingSteps): Promise<WriteOutcome> {
    // perhaps it was mended meanwhile
    if (this.#readOnly !== undefined) await withLock(this.#path, () => this.#absorb());
    if (this.#readOnly !== undefined) return 'blocked';
    const decisions = this.#decisions;
    if (decisions === this.#base && this.#conflicts.length === 0) {
      if (!this.#unapplied) await this.#journal?.remove(this.#path);
      return 'unchanged';
    }
    const entry = {
      path: this.#path,
      text: decisions.document.text,
      base: (conflictSides(this.#files)?.ours ?? this.#files) as { ann?: string; review?: string },
      ours: (await this.#make(decisions)) as { ann?: string; review?: string },
    };
    // where the journal's disk is full there may be room beside the text
    const unsafe = await this.#journal?.write(entry, syncing).then(safe, (error: unknown) => ({ error }));
    this.#isJournalled = !unsafe;
    try {
      const outcome = await this.#bring(decisions);
      if (unsafe && outcome !== 'written') throw unsafe.error;
      return outcome;
    } catch (error) {
      throw unsafe ? new UnkeptError(error) : error;
    }
  }

  async #bring(decisions: Decisions): Promise<WriteOutcome> {
    if (this.#conflicts.length > 0) return 'blocked';
    // offsets in a text that is not shown in its own encoding would be wrong for whoever reads the files: this throws
    this.#onDisk = await this.#readDisk();
    if (this.#onDisk === undefined || alignTexts(decisions.document.text, this.#onDisk) === undefined) return 'journalled';
    return withLock(this.#path, () => this.#write());
  }

  async #write(): Promise<WriteOutcome> {
    await this.#absorb();
    if (this.#readOnly !== undefined || this.#conflicts.length > 0) return 'blocked';
    const decisions = this.#decisions;
    const disk = this.#onDisk;
    const map = disk === undefined ? undefined : alignTexts(decisions.document.text, disk);
    // a text that the editor has changed and not saved: its offsets would be wrong for whoever reads the files
    if (this.#unreadable !== undefined) throw this.#unreadable;
    if (disk === undefined || map === undefined) return 'journalled';
    this.#editsMeanwhile = [];
    const next = this.#asFound(await this.#make(mapDecisions(decisions, map, disk)));
    for (const file of ['ann', 'review'] as const) {
      const content = next[file];
      const isGone = this.#created[file] === true && this.#files[file] !== undefined && isEmpty(decisions);
      if (content === undefined || (content === this.#files[file] && !isGone)) continue;
      if (isGone) {
        await removeFile(this.#places[file]);
        this.#files = { ...this.#files, [file]: undefined };
        continue;
      }
      await writeText(this.#places[file], content, { fresh: this.#files[file] === undefined });
      if (this.#files[file] === undefined) this.#created = { ...this.#created, [file]: true };
      this.#files = { ...this.#files, [file]: content };
    }
    // a write that failed at the last (the folder could not be synced) has left an entry all the same; where nothing can be
    // written, nothing is to be removed either
    if (this.#isJournalled) await this.#journal?.remove(this.#path);
    else await this.#journal?.remove(this.#path).catch(() => undefined);
    // read back, so that the next write knows each line as it stands
    const reading = await this.#read(this.#files, decisions.document.text);
    const fresh = withOrigin(decisions, reading.decisions);
    if (this.#decisions === decisions) {
      this.#decisions = fresh;
      this.#base = fresh;
    } else {
      this.#decisions = withOrigin(this.#decisions, reading.decisions);
      this.#base = this.#throughEdits(fresh);
    }
    this.#problems = [...this.#remarks(), ...reading.problems];
    return 'written';
  }

  /** Decisions on the text as it was when something was begun, on the text as it is. */
  #throughEdits(decisions: Decisions): Decisions {
    return this.#editsMeanwhile.reduce((before, edit) => rebaseDecisions(before, edit).decisions, decisions);
  }

  /** What the files are to be. */
  async #make(decisions: Decisions): Promise<SidecarFiles> {
    const before = this.#files;
    if (this.#made?.of !== decisions || this.#made.before !== before)
      this.#made = { of: decisions, before, files: await this.#work.write(decisions, before) };
    return this.#made.files;
  }

  /** A file that had no line end at its end gets it back when it says again what it said at first. */
  #asFound(next: SidecarFiles): SidecarFiles {
    return next.ann !== undefined && next.ann === `${this.#found}\n` ? { ...next, ann: this.#found } : next;
  }

  /** Takes in what stands on disk where it is not what was last read. */
  async #absorb(): Promise<void> {
    const files = await this.#readFiles('later');
    if (files === undefined) return;
    const { text } = this.#decisions.document;
    const known = files.ann === this.#files.ann && files.review === this.#files.review && this.#readOnly === undefined;
    const waited = this.#waits;
    this.#waits = !this.#countsIn(files, text);
    // what was carried through edits is better known than what files say that were written before them
    if (known && (!waited || this.#waits || !isWrittenFor(files, this.#onDisk ?? text))) return;
    if (this.#decisions === this.#base && (await this.#takeSides(files, text))) return;
    this.#editsMeanwhile = [];
    const reading = await this.#read(files, text);
    const last = await this.#read(conflictSides(this.#files)?.ours ?? this.#files, text);
    this.#adopt(reading.problems, reading.broken);
    if (reading.broken) return;
    // the editor and the person have gone on meanwhile
    const [theirs, before] = [reading, last].map(({ decisions }) => this.#throughEdits(decisions)) as [Decisions, Decisions];
    const clean = this.#decisions === this.#base;
    const { merged, conflicts } = clean
      ? { merged: theirs, conflicts: [] }
      : mergeDecisions(this.#base, this.#decisions, theirs, before);
    this.#files = files;
    this.#base = theirs;
    this.#decisions = merged;
    this.#conflicts = conflicts;
    // ids may mean other things than they did
    this.#memory = new EditMemory();
    if (this.#unapplied) await this.#recover();
  }
}

function withOrigin(decisions: Decisions, written: Decisions): Decisions {
  const { origin } = written.document;
  return origin ? { ...decisions, document: { ...decisions.document, origin } } : decisions;
}
