/**
 * The messages of reviewing an open article: suggestions, decisions, their state. docs/annotations.md says what the words mean.
 *
 * A client needs, at the least: {@link ReviewStateNotification} (status bar), {@link ReviewItemsRequest} (views,
 * decorations), {@link ReviewApplyRequest} (keys), {@link ReviewUndoRequest} and {@link ReviewRedoRequest}.
 */
import type { Range } from 'vscode-languageserver-types';
import type { EventPartId } from '../store/operations';
import type { ItemStatus as ReviewStatus } from '../store/reviewItem';
import type { ReviewFilter, ReviewOrder, ReviewProgress } from '../store/reviewList';
import { type FlatRange, notification, request, requestOnDocument } from './message';
import type { LabelInfo } from './outcomes';

export type { ReviewFilter, ReviewOrder, ReviewProgress, ReviewStatus };

/** Something on the text that was decided on or waits for it. */
export interface ReviewItemInfo {
  /** Stays the same through edits as long as the words and their place among equal ones do; a decision has another one. */
  readonly id: string;
  readonly layer: string;
  readonly type: string;
  /** The type in words. */
  readonly title: string;
  /** On one line, cut to a length that a list can show. */
  readonly words: string;
  readonly ranges: readonly FlatRange[];
  readonly status: ReviewStatus;
  readonly score?: number;
  /** Detectors that propose it. */
  readonly sources: readonly string[];
  readonly version?: string;
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
  /** Of a date without a value: the one that the detection proposes. */
  readonly proposed?: string;
  readonly note?: string;
  /** Who decided, and on what day. */
  readonly signed?: { readonly by: string; readonly day?: string };
  /** Of a quotation. */
  readonly cue?: FlatRange;
  readonly speaker?: FlatRange;
  readonly speakerName?: string;
  /** Of a mention: what it names. */
  readonly entity?: string;
  /** Of a doubtful one: the words it was decided on. */
  readonly was?: string;
  /** Of a rejection: only the former boundaries of what is confirmed here; not to be drawn. */
  readonly superseded?: boolean;
}

/** A decision whose words the text no longer has: to be placed again (operation `place`) or let go (`forget`). */
export interface LostItemInfo {
  readonly id: string;
  readonly layer: string;
  readonly type: string;
  readonly title: string;
  readonly words: string;
  readonly note?: string;
}

export interface ReviewItemsParams {
  readonly uri: string;
  readonly filter?: ReviewFilter;
  readonly order?: ReviewOrder;
}

export interface ReviewItems {
  readonly version: number;
  readonly items: readonly ReviewItemInfo[];
  readonly lost: readonly LostItemInfo[];
  /** Of all items, whatever the filter. */
  readonly progress: ReviewProgress;
}

/** Client → server: an open article's items. Null where it is not open. */
export const ReviewItemsRequest = requestOnDocument<ReviewItemsParams, ReviewItems | null>('review/items');

/** Client → server: the item that a key at a selection is for; null where there is none. */
export const ReviewItemAtRequest = requestOnDocument<{ readonly uri: string; readonly range: Range }, ReviewItemInfo | null>(
  'review/itemAt',
);

export interface ReviewNeighbourParams extends ReviewItemsParams {
  readonly range: Range;
  readonly direction: 'next' | 'previous';
  /** The item that was gone to last: in the order `leastSure` the place alone does not tell what is next. */
  readonly current?: string;
  /** Its score, for where it is decided meanwhile and no longer among the items. */
  readonly score?: number;
}

export interface ReviewNeighbour {
  readonly item: ReviewItemInfo;
  readonly wrapped: boolean;
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** Client → server: the next or previous item; without a filter, the next undecided one. Null where there is none. */
export const ReviewNeighbourRequest = requestOnDocument<ReviewNeighbourParams, ReviewNeighbour | null>('review/neighbour');

// ---------------------------------------------------------------------------------------------- deciding

/**
 * What a person may do. Items go by id; each list of operations is one step to undo. `clear` takes decisions back,
 * `move` moves a boundary by a word, `place` and `forget` are for lost decisions. With `snap`, what is selected goes to the
 * ends of words.
 */
export type ReviewOperation =
  | { readonly kind: 'confirm' | 'reject' | 'clear' | 'merge'; readonly items: readonly string[] }
  | {
      readonly kind: 'add';
      readonly layer: string;
      readonly type: string;
      readonly ranges: readonly Range[];
      readonly snap?: true;
    }
  | { readonly kind: 'setType'; readonly items: readonly string[]; readonly layer?: string; readonly type: string }
  | { readonly kind: 'setSpans'; readonly item: string; readonly ranges: readonly Range[]; readonly snap?: true }
  | { readonly kind: 'move'; readonly item: string; readonly edge: 'start' | 'end'; readonly direction: 'widen' | 'narrow' }
  | { readonly kind: 'split'; readonly item: string; readonly at: Range['start']; readonly snap?: true }
  | {
      readonly kind: 'setSpeaker';
      readonly items: readonly string[];
      readonly range?: Range;
      readonly name?: string;
      readonly snap?: true;
    }
  | { readonly kind: 'setCue'; readonly item: string; readonly range?: Range; readonly snap?: true }
  | { readonly kind: 'setValue'; readonly items: readonly string[]; readonly value: string }
  | { readonly kind: 'sameEntity' | 'differentEntity'; readonly items: readonly string[]; readonly name?: string }
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  | {
      readonly kind: 'attribute';
      readonly items: readonly string[];
      readonly name: string;
      readonly value: string | readonly string[] | null;
    }
  | { readonly kind: 'relate'; readonly items: readonly [from: string, to: string]; readonly type: string }
  | {
      readonly kind: 'addEvent';
      readonly type: string;
      /** The words that tell it. */
      readonly range: Range;
      readonly parts: readonly EventPartId[];
      readonly snap?: true;
    }
  | { readonly kind: 'setArguments'; readonly relation: string; readonly parts: readonly EventPartId[] }
  | { readonly kind: 'unrelate'; readonly relations: readonly string[] }
  | { readonly kind: 'place'; readonly lost: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'forget'; readonly lost: readonly string[] };

export interface ReviewApplyParams {
  readonly uri: string;
  /** The version that the ranges belong to; where the document has moved on, nothing is done. */
  readonly version?: number;
  readonly operations: readonly ReviewOperation[];
  /** The person was asked, and wants relations to go with what is rejected. */
  readonly sure?: true;
}

export type ReviewApplied =
  /**
   * `focus`: what the operations made or changed. `label`: what was done, in the user's language. `unwritten`: it is not
   * on disk yet, or cannot be ({@link ReviewWritingNotification} says so): nobody is to be told that it is done.
   */
  | {
      readonly ok: true;
      readonly label: string;
      readonly focus: readonly ReviewItemInfo[];
      readonly progress: ReviewProgress;
      readonly unwritten?: true;
    }
  /** `message`: why nothing was done, in the user's language. `asks`: it is done where the person is `sure`. */
  | { readonly ok: false; readonly message: string; readonly asks?: true };

/** Client → server: decide. */
export const ReviewApplyRequest = requestOnDocument<ReviewApplyParams, ReviewApplied>('review/apply');

/** Client → server: confirms or rejects all undecided items that a filter lets through, as one step. */
export const ReviewBulkRequest = requestOnDocument<
  { readonly uri: string; readonly filter: ReviewFilter; readonly verdict: 'confirm' | 'reject' },
  ReviewApplied
>('review/bulk');

export type ReviewStep =
  /** `focus`: where in the article something was changed, to be shown. `unwritten`: as of {@link ReviewApplied}. */
  | {
      readonly done: true;
      readonly label: string;
      readonly files: number;
      readonly focus?: FlatRange;
      readonly unwritten?: true;
    }
  /**
   * `text`: the last decision was made on another text: the editor's own undo (or redo) comes first. `nothing`: there is
   * no decision left: the editor's own, too.
   */
  | { readonly done: false; readonly reason: 'text' | 'nothing' };

/** Client → server: takes the article's last decision back. The client runs the editor's undo where this was not done. */
export const ReviewUndoRequest = request<{ readonly uri: string }, ReviewStep>('review/undo');
/** Client → server: makes it again. */
export const ReviewRedoRequest = request<{ readonly uri: string }, ReviewStep>('review/redo');

// ---------------------------------------------------------------------------------------------- state of an article

/** Server → client, after each decision, analysis or change of the files of an open article. */
export interface ReviewStateParams {
  readonly uri: string;
  readonly version: number;
  readonly progress: ReviewProgress;
  /** Why nothing can be decided: a file that cannot be read, or what is shown is only a copy of the article. */
  readonly readOnly?: string;
  /** Decisions wait for the text to be saved. */
  readonly pending: boolean;
  /** How many conflicts wait for a choice: ask with {@link ReviewConflictsRequest}. */
  readonly conflicts: number;
  /** Why decisions could not be written (a full disk, a folder that may not be written): they are kept, and tried again with the next one. */
  readonly failed?: string;
  /** What undo would take back; absent: nothing. */
  readonly undo?: string;
  /** Of the article as a whole; absent where it has none. */
  readonly labels?: readonly LabelInfo[];
}

export const ReviewStateNotification = notification<ReviewStateParams>('review/state');

// ---------------------------------------------------------------------------------------------- files

/** Why decisions are not in their files. `kept`: they are in the extension's own storage, and outlive a crash. */
export interface WriteFailure {
  readonly reason: string;
  readonly kept: boolean;
}

/** Server → client: an article's decisions could not be written, or (without `failed`) now are. Of closed articles, too. */
export const ReviewWritingNotification = notification<{ readonly uri: string; readonly failed?: WriteFailure }>('review/writing');

/** Client → server: try again to write an article's decisions; whether all of them are on disk now. */
export const ReviewSaveRequest = request<{ readonly uri: string }, boolean>('review/save');

/** A file or folder that goes to another place; without `to`, it is deleted. */
export interface FileMove {
  readonly from: string;
  readonly to?: string;
}

/** Client → server: files are about to be moved or deleted. Answered when what was decided on them is written. */
export const FilesMovingRequest = request<{ readonly files: readonly FileMove[] }, null>('review/filesMoving');
/** Client → server: they have been. Nothing more is written beside where they were. */
export const FilesMovedRequest = request<{ readonly files: readonly FileMove[] }, null>('review/filesMoved');

/** An article, and the files with its annotations. */
export interface AnnotatedText {
  readonly uri: string;
  readonly files: readonly string[];
}

/** Client → server: an annotated article with the very text of this one, which has no annotations; null where there is none. */
export const OriginalRequest = request<{ readonly uri: string }, AnnotatedText | null>('review/original');

/** One side of a conflict, in words: "Person Paul Verdier"; absent: deleted. */
export interface ReviewConflict {
  readonly id: string;
  readonly range: FlatRange;
  readonly ours?: string;
  readonly theirs?: string;
}

export const ReviewConflictsRequest = requestOnDocument<{ readonly uri: string }, readonly ReviewConflict[]>('review/conflicts');

/** Client → server: what to keep of each conflict; what is left out stays as decided here. */
export const ReviewResolveRequest = request<
  { readonly uri: string; readonly choices: Readonly<Record<string, 'ours' | 'theirs' | 'both'>> },
  boolean
>('review/resolve');
