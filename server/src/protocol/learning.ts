/** Messages about what was learnt from decisions. */
import { request } from './message';

/** What was learnt of a form: in how many articles people decided that it is of a type. */
export interface LearntLine {
  /** Its words, parted by single spaces. */
  readonly form: string;
  /** With its layer where that is one of the project's own; empty: no name. */
  readonly type: string;
  /** The type in words. */
  readonly title: string;
  /** URIs of the articles that say so, some at most. */
  readonly articles: readonly string[];
  /** How many say so. */
  readonly count: number;
}

/**
 * Client → server: what was learnt in the workspace folder of an article or in the first one, the most decided first. Null
 * where nothing is learnt: it is off there.
 */
export const LearntRequest = request<{ readonly uri?: string }, readonly LearntLine[] | null>('learning/learnt');

export interface ForgetParams {
  readonly uri?: string;
  /** What is to be learnt no more; `all`: all that there is by now; `nothing`: what was forgotten is learnt again. */
  readonly what: readonly { readonly form: string; readonly type: string }[] | 'all' | 'nothing';
}

/** Client → server: forgets what was learnt. Decisions stay. Answers with why that could not be. */
export const ForgetRequest = request<ForgetParams, { readonly problem?: string }>('learning/forget');
