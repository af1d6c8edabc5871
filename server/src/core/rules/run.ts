import type { Exception } from './rule';

/** Who watches which rules decide; for tests and tools alone, an analysis runs unwatched. */
export interface RuleObserver {
  /** A rule found something that its exceptions let pass. */
  readonly applied?: (rule: string) => void;
  /** An exception refused what a rule had found. */
  readonly refused?: (exception: string) => void;
  /** Rules and exceptions to run without, by id: what they change is what they are needed for. */
  readonly without?: ReadonlySet<string>;
}

// As in rust-analyzer's coverage marks the observer is not an argument: threading it through every rule would cost more than it
// gives. It is set for the length of one synchronous call, and read by nothing that an analysis gives out.
let observer: RuleObserver | undefined;

/**
 * Runs something with an observer of the rules.
 * @param run - synchronous: what it starts and does not finish is not watched
 * @returns what `run` returns
 */
export function observeRules<T>(watching: RuleObserver, run: () => T): T {
  const before = observer;
  observer = watching;
  try {
    return run();
  } finally {
    observer = before;
  }
}

/** Whether somebody watches: what was worked out unwatched is no answer then. */
export const isObserved = (): boolean => observer !== undefined;

/** Whether a rule or an exception is to be left out, by its id. */
export const isLeftOut = (id: string): boolean => observer?.without?.has(id) === true;

/** Says that a rule found something; for rules that have no driver to say so. */
export function noteApplied(rule: string): void {
  observer?.applied?.(rule);
}

/**
 * The first exception that holds, in the list's order; undefined where none does.
 * @param exceptions - asked one after the other; those after the first that holds are not asked
 */
export function firstException<Candidate>(
  exceptions: readonly Exception<Candidate>[],
  candidate: Candidate,
): Exception<Candidate> | undefined {
  for (const exception of exceptions) {
    if (!exception.holds(candidate) || isLeftOut(exception.id)) continue;
    observer?.refused?.(exception.id);
    return exception;
  }
  return undefined;
}

/** Whether no exception holds: what {@link firstException} is mostly asked for. */
export const isAccepted = <Candidate>(exceptions: readonly Exception<Candidate>[], candidate: Candidate): boolean =>
  firstException(exceptions, candidate) === undefined;
