import type { LearntChange } from '../../core/learning/changes';
import type { NameDecision } from '../../core/learning/lessons';
import type { LearntForm } from '../../store/forgotten';
import type { IndexSetup } from '../index/messages';

/** An article as an editor holds it: its text and decisions may be others than those on disk. Plain data. */
export interface TaughtArticle {
  readonly path: string;
  readonly text: string;
  readonly decisions: readonly NameDecision[];
  /** Whether somebody said that it is finished, and nothing has changed since. */
  readonly isWhole: boolean;
}

/** In which articles a form was decided to be of a type. */
export interface LearntOfForm extends LearntForm {
  readonly paths: readonly string[];
  readonly count: number;
}

/** What the thread that learns is told. */
export type ToLearning =
  /** The folders whose decisions are learnt from, anew whenever settings, names or types change. */
  | { readonly kind: 'setup'; readonly setup: IndexSetup }
  | { readonly kind: 'taught'; readonly article: TaughtArticle }
  /** No editor shows it any more: it goes on teaching, and nothing is to be suggested in it. */
  | { readonly kind: 'closed'; readonly path: string }
  /** Files with decisions were written or came and went: their articles are read from disk. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  /** A project forgets other things than before. */
  | { readonly kind: 'forgotten' }
  /** What was learnt in a workspace folder. */
  | { readonly kind: 'list'; readonly id: number; readonly folder: string }
  /** What is to be suggested otherwise than shipped in an article that was taught. */
  | { readonly kind: 'suggest'; readonly id: number; readonly path: string };

/** What it tells. */
export type FromLearning =
  /** Suggestions may be others than before. */
  | { readonly kind: 'learnt' }
  | { readonly kind: 'suggested'; readonly id: number; readonly changes: readonly LearntChange[] }
  | { readonly kind: 'listed'; readonly id: number; readonly forms: readonly LearntOfForm[] }
  | { readonly kind: 'log'; readonly message: string };
