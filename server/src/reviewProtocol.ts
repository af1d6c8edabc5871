/**
 * The messages of reviewing: suggestions, decisions, their files. Part of the contract of `protocol.ts`, which gives them
 * on to the client. docs/annotations.md tells what the words mean.
 *
 * A client needs, at the least: {@link ReviewStateNotification} (status bar), {@link ReviewItemsRequest} (views,
 * decorations), {@link ReviewApplyRequest} (keys), {@link ReviewUndoRequest} and {@link ReviewRedoRequest}.
 */
import type { Range } from 'vscode-languageserver-types';
import type { FlatRange, MessageKind } from './protocol';
import type { ItemStatus as ReviewStatus } from './store/reviewItem';
import type { ReviewFilter, ReviewOrder, ReviewProgress } from './store/reviewList';

/** The project's own layers and types: this path below a workspace folder, or below any folder between it and the article. */
export const SCHEMA_PATH = '.corpus/schema.json';
export const SCHEMA_GLOB = '**/.corpus/schema.json';
/** The files that the client watches for the server, besides the gazetteer. */
export const SIDECAR_GLOB = '**/*.{ann,review.jsonl}';

/** Commands that hovers and code actions refer to; the client registers them. */
export const REVIEW_COMMANDS = {
  /** Arguments: {@link ReviewApplyArguments}, as separate arguments. Sends {@link ReviewApplyRequest}. */
  apply: 'corpusAnnotator.review.apply',
  /** Asks for a type, then applies setType. Arguments: the URI and the item's id. */
  chooseType: 'corpusAnnotator.review.chooseType',
  /** Previews all mentions, then applies. Arguments: the URI, the item's id, `confirm` or `reject`. */
  applyToAll: 'corpusAnnotator.review.applyToAll',
  /** Asks for what is to be set, then applies it. Arguments: the URI, the item's id, a {@link ReviewQuestion}. */
  ask: 'corpusAnnotator.review.ask',
} as const;

/** What a person may be asked for, to be set on an item. */
export type ReviewQuestion = 'speaker' | 'value' | 'note' | 'attribute' | 'sameEntity' | 'differentEntity';

export type ReviewApplyArguments = readonly [uri: string, operations: readonly ReviewOperation[]];

/** What the client may put in `initializationOptions.review`. */
export interface ReviewInitialization {
  /** A folder of the extension's own, as a file path: decisions that are not in their files yet are kept there. */
  readonly storagePath?: string;
  /** Whether the workspace is trusted: other people's detectors run in trusted ones alone. Default false. */
  readonly trusted?: boolean;
}

/** Client → server: the user now trusts the workspace. */
export const TrustNotification: MessageKind<{ readonly trusted: boolean }> = { method: 'review/trust' };

// ---------------------------------------------------------------------------------------------- items

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
  readonly note?: string;
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
export const ReviewItemsRequest: MessageKind<ReviewItemsParams, ReviewItems | null> = { method: 'review/items' };

/** Client → server: the item that a key at a selection is for; null where there is none. */
export const ReviewItemAtRequest: MessageKind<{ readonly uri: string; readonly range: Range }, ReviewItemInfo | null> = {
  method: 'review/itemAt',
};

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
export const ReviewNeighbourRequest: MessageKind<ReviewNeighbourParams, ReviewNeighbour | null> = { method: 'review/neighbour' };

// ---------------------------------------------------------------------------------------------- deciding

/**
 * What a person may do. Items go by id; each list of operations is one step to undo. `clear` takes decisions back,
 * `move` moves a boundary by a word, `place` and `forget` are for lost decisions.
 */
export type ReviewOperation =
  | { readonly kind: 'confirm' | 'reject' | 'clear' | 'merge'; readonly items: readonly string[] }
  | { readonly kind: 'add'; readonly layer: string; readonly type: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'setType'; readonly items: readonly string[]; readonly layer?: string; readonly type: string }
  | { readonly kind: 'setSpans'; readonly item: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'move'; readonly item: string; readonly edge: 'start' | 'end'; readonly direction: 'widen' | 'narrow' }
  | { readonly kind: 'split'; readonly item: string; readonly at: Range['start'] }
  | { readonly kind: 'setSpeaker'; readonly items: readonly string[]; readonly range?: Range; readonly name?: string }
  | { readonly kind: 'setCue'; readonly item: string; readonly range?: Range }
  | { readonly kind: 'setValue'; readonly items: readonly string[]; readonly value: string }
  | { readonly kind: 'sameEntity' | 'differentEntity'; readonly items: readonly string[]; readonly name?: string }
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  | { readonly kind: 'attribute'; readonly items: readonly string[]; readonly name: string; readonly value: string | null }
  | { readonly kind: 'place'; readonly lost: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'forget'; readonly lost: readonly string[] };

export interface ReviewApplyParams {
  readonly uri: string;
  /** The version that the ranges belong to; where the document has moved on, nothing is done. */
  readonly version?: number;
  readonly operations: readonly ReviewOperation[];
}

export type ReviewApplied =
  /** `focus`: what the operations made or changed. `label`: what was done, in the user's language. */
  | { readonly ok: true; readonly label: string; readonly focus: readonly ReviewItemInfo[]; readonly progress: ReviewProgress }
  /** `message`: why nothing was done, in the user's language. */
  | { readonly ok: false; readonly message: string };

/** Client → server: decide. */
export const ReviewApplyRequest: MessageKind<ReviewApplyParams, ReviewApplied> = { method: 'review/apply' };

/** Client → server: confirms or rejects all undecided items that a filter lets through, as one step. */
export const ReviewBulkRequest: MessageKind<
  { readonly uri: string; readonly filter: ReviewFilter; readonly verdict: 'confirm' | 'reject' },
  ReviewApplied
> = { method: 'review/bulk' };

export type ReviewStep =
  /** `focus`: where in the article something was changed, to be shown. */
  | { readonly done: true; readonly label: string; readonly files: number; readonly focus?: FlatRange }
  /**
   * `text`: the last decision was made on another text: the editor's own undo (or redo) comes first. `nothing`: there is
   * no decision left: the editor's own, too.
   */
  | { readonly done: false; readonly reason: 'text' | 'nothing' };

/** Client → server: takes the article's last decision back. The client runs the editor's undo where this was not done. */
export const ReviewUndoRequest: MessageKind<{ readonly uri: string }, ReviewStep> = { method: 'review/undo' };
/** Client → server: makes it again. */
export const ReviewRedoRequest: MessageKind<{ readonly uri: string }, ReviewStep> = { method: 'review/redo' };

// ---------------------------------------------------------------------------------------------- all mentions

export interface ApplyToAllParams {
  /** The open article; `folder` scope goes over the workspace folder that it is in. */
  readonly uri: string;
  readonly scope: 'document' | 'folder';
  readonly verdict: 'confirm' | 'reject';
  /** An item, or what to look for. */
  readonly item?: string;
  readonly words?: string;
  readonly layer?: string;
  readonly type?: string;
  /** For `window/workDoneProgress`; the request can be cancelled. */
  readonly workDoneToken?: string | number;
}

/** `same`: only the decision is missing. `type`: has another type now. `new`: has nothing. `crosses`: lies in or across something. */
export type ApplyPlaceKind = 'same' | 'type' | 'new' | 'crosses';

export interface ApplyPlaceInfo {
  readonly range: FlatRange;
  readonly kind: ApplyPlaceKind;
  /** What is there now, in words. */
  readonly now?: string;
  /** The words with what stands around them, on one line, and where in it they stand. */
  readonly context: string;
  readonly highlight: readonly [start: number, end: number];
  /** Whether to tick it at first. */
  readonly chosen: boolean;
}

export interface ApplyToAllPreview {
  readonly words: string;
  readonly layer: string;
  readonly type: string;
  readonly title: string;
  readonly total: number;
  readonly files: readonly { readonly uri: string; readonly places: readonly ApplyPlaceInfo[] }[];
  /** Files that were passed over, and why. */
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: what "apply to all mentions" would do. Null where there is nothing to look for. */
export const ApplyToAllPreviewRequest: MessageKind<ApplyToAllParams, ApplyToAllPreview | null> = {
  method: 'review/applyToAll/preview',
};

export interface ApplyToAllChoice {
  readonly uri: string;
  readonly words: string;
  readonly layer: string;
  readonly type: string;
  readonly verdict: 'confirm' | 'reject';
  /** The ticked places of the preview. */
  readonly files: readonly { readonly uri: string; readonly ranges: readonly FlatRange[] }[];
  readonly workDoneToken?: string | number;
}

export interface ApplyToAllResult {
  readonly places: number;
  readonly files: number;
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: does it, as one step to undo over all files. */
export const ApplyToAllRequest: MessageKind<ApplyToAllChoice, ApplyToAllResult> = { method: 'review/applyToAll' };

// ---------------------------------------------------------------------------------------------- state of an article

/** Server → client, after each decision, analysis or change of the files of an open article. */
export interface ReviewStateParams {
  readonly uri: string;
  readonly version: number;
  readonly progress: ReviewProgress;
  /** Why nothing can be decided: a file that cannot be read. */
  readonly readOnly?: string;
  /** Decisions wait for the text to be saved. */
  readonly pending: boolean;
  /** How many conflicts wait for a choice: ask with {@link ReviewConflictsRequest}. */
  readonly conflicts: number;
  /** Why decisions could not be written (a full disk, a folder that may not be written): they are kept, and tried again with the next one. */
  readonly failed?: string;
  /** What undo would take back; absent: nothing. */
  readonly undo?: string;
}

export const ReviewStateNotification: MessageKind<ReviewStateParams> = { method: 'review/state' };

/** One side of a conflict, in words: "Person Paul Verdier"; absent: deleted. */
export interface ReviewConflict {
  readonly id: string;
  readonly range: FlatRange;
  readonly ours?: string;
  readonly theirs?: string;
}

export const ReviewConflictsRequest: MessageKind<{ readonly uri: string }, readonly ReviewConflict[]> = {
  method: 'review/conflicts',
};

/** Client → server: what to keep of each conflict; what is left out stays as decided here. */
export const ReviewResolveRequest: MessageKind<
  { readonly uri: string; readonly choices: Readonly<Record<string, 'ours' | 'theirs' | 'both'>> },
  boolean
> = { method: 'review/resolve' };

// ---------------------------------------------------------------------------------------------- the corpus

export interface FolderReviewParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  readonly filter?: ReviewFilter;
  readonly workDoneToken?: string | number;
}

export interface FileReview {
  readonly uri: string;
  readonly progress: ReviewProgress;
  /** Items that the filter lets through; without one, undecided ones. */
  readonly matching: number;
  readonly problem?: string;
}

/** Client → server: how far each article of a folder is, in the order of their names. Analyses all: cancellable, with progress. */
export const FolderReviewRequest: MessageKind<FolderReviewParams, readonly FileReview[]> = { method: 'review/folder' };

export interface NextFileParams extends FolderReviewParams {
  readonly direction: 'next' | 'previous';
}

/** Client → server: the nearest article after (or before) this one that has matching items; null where none has. */
export const NextFileRequest: MessageKind<NextFileParams, FileReview | null> = { method: 'review/nextFile' };

export interface CorpusCheck {
  readonly files: number;
  readonly problems: number;
}

/** Client → server: looks for inconsistencies over all articles of a folder and shows them as diagnostics until the next check. */
export const CheckCorpusRequest: MessageKind<FolderReviewParams, CorpusCheck> = { method: 'review/checkCorpus' };

// ---------------------------------------------------------------------------------------------- schema

export interface SchemaInfo {
  /** Where it was read; absent: the built-in layers alone. */
  readonly uri?: string;
  readonly guidelines?: string;
  readonly layers: readonly {
    readonly id: string;
    readonly title: string;
    readonly review: boolean;
    readonly guidelines?: string;
    readonly types: readonly {
      readonly id: string;
      readonly title: string;
      readonly key?: string;
      /** `#rrggbb` or a theme colour's name. */
      readonly color?: string;
      readonly guidelines?: string;
    }[];
    readonly attributes: readonly {
      readonly id: string;
      readonly title: string;
      readonly kind: 'text' | 'choice' | 'flag';
      readonly values: readonly string[];
    }[];
  }[];
}

/** Client → server: the layers and types for an article. */
export const SchemaRequest: MessageKind<{ readonly uri: string }, SchemaInfo> = { method: 'review/schema' };
/** Server → client: a schema file has changed; ask again. */
export const SchemaChangedNotification: MessageKind<null> = { method: 'review/schemaChanged' };

// ---------------------------------------------------------------------------------------------- detectors

export type { DetectorOptions as DetectorSetting } from './store/detectors/contract';

export interface DetectorState {
  readonly name: string;
  readonly state: 'ready' | 'running' | 'failed' | 'untrusted';
  /** What went wrong, for the user. */
  readonly message?: string;
  readonly version?: string;
}

/** Server → client, when a detector's state changes. */
export const DetectorStateNotification: MessageKind<DetectorState> = { method: 'review/detector' };

// ---------------------------------------------------------------------------------------------- agreement

export interface AgreementParams {
  /** Two folders with the same articles' names. */
  readonly first: string;
  readonly second: string;
  readonly workDoneToken?: string | number;
}

export interface AgreementScore {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly f1: number;
}

export interface AgreementReport {
  readonly documents: number;
  readonly tokens: number;
  /** Articles that only one folder has, or whose texts differ. */
  readonly skipped: readonly { readonly name: string; readonly message: string }[];
  readonly layers: readonly {
    readonly layer: string;
    /** Cohen's kappa by tokens; null where there is nothing to agree on. */
    readonly kappa: number | null;
    readonly observed: number;
    readonly exact: AgreementScore;
    readonly types: readonly (AgreementScore & { readonly type: string; readonly kappa: number | null })[];
  }[];
  /** In the order of files and text. To resolve one: open `firstUri`, apply the operation that the user chooses. */
  readonly differences: readonly {
    readonly firstUri: string;
    readonly secondUri: string;
    readonly layer: string;
    readonly kind: 'type' | 'boundary' | 'missing';
    readonly words: string;
    readonly first?: { readonly id: string; readonly type: string; readonly range: FlatRange };
    readonly second?: { readonly id: string; readonly type: string; readonly range: FlatRange };
  }[];
}

/** Client → server: compares two annotators' folders. */
export const AgreementRequest: MessageKind<AgreementParams, AgreementReport> = { method: 'review/agreement' };

// ---------------------------------------------------------------------------------------------- exchange

export interface FormatInfo {
  readonly id: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly variants: readonly string[];
  readonly readable: boolean;
  readonly writable: boolean;
}

/** Client → server: the formats that can be exported and imported. */
export const FormatsRequest: MessageKind<null, readonly FormatInfo[]> = { method: 'review/formats' };

export interface ExportParams {
  /** A folder or an article. */
  readonly uri: string;
  readonly format: string;
  readonly variant?: string;
  /** The folder to write into. */
  readonly target: string;
  /** `decided`: what people confirmed. `all`: suggestions that nobody has decided on, too. */
  readonly content: 'decided' | 'all';
  readonly workDoneToken?: string | number;
}

export interface ExportResult {
  readonly articles: number;
  readonly files: readonly string[];
  /** What the format could not say, most frequent first, with an example each in words. */
  readonly losses: readonly { readonly kind: string; readonly count: number; readonly example: string }[];
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: writes a folder's annotations in another format. */
export const ExportRequest: MessageKind<ExportParams, ExportResult> = { method: 'review/export' };

export interface ImportParams {
  /** Files of another tool. */
  readonly files: readonly string[];
  readonly format: string;
  /** The folder to put the articles and their decisions into; articles that are there keep their text. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}

export interface ImportResult {
  readonly articles: number;
  readonly annotations: number;
  readonly problems: readonly { readonly uri: string; readonly line?: number; readonly message: string }[];
}

/** Client → server: reads files of another tool as decisions. */
export const ImportRequest: MessageKind<ImportParams, ImportResult> = { method: 'review/import' };
