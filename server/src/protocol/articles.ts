/**
 * Which files are articles, in which encoding, and of which day: asked by the editor, decided by the server, so that editor,
 * walks over folders and command line agree.
 */
import type { ArticleReason, ArticlesMode } from '../core/recognise/decide';
import { type FlatRange, type LongParams, longRequest, notification, request } from './message';

export type { ArticleReason, ArticlesMode };

/** What the editor knows of a document that it opened. */
export interface ArticleQuestion {
  readonly uri: string;
  /** The language that the editor opened it in. */
  readonly languageId: string;
  /** The user's own `files.associations` name plain text or another language for it. */
  readonly isAssociated?: boolean;
  /** The text's beginning as the editor shows it; `HEAD_LENGTH` UTF-16 units are enough. */
  readonly head: string;
  /** The encoding that the editor read it in, by VS Code's name (`utf8`, `windows1252`); absent for what is not on a disk. */
  readonly encoding?: string;
  /** What the user chose for a document that has no file: untitled, or of another file system. */
  readonly choice?: 'article' | 'plain';
}

export interface ArticleAnswer {
  readonly article: boolean;
  readonly reason: ArticleReason;
  /** Why, in the user's language: "It has a header", "It reads like prose", "It is a list of words". */
  readonly explanation: string;
  /**
   * The file's bytes are not in the encoding that the editor read it in: reopen it in this one (VS Code's name). Until then
   * it is not an article, since nothing can be decided on replacement characters.
   */
  readonly reopenAs?: string;
  /** It is read as an article by its form alone, and nobody has said anything of its folder yet: the folder's URI. */
  readonly firstOf?: string;
}

/** Client → server: whether a document is an article. */
export const ArticleDecisionRequest = request<ArticleQuestion, ArticleAnswer>('article/decide');

export interface ArticleChoiceParams {
  /** Files or folders. */
  readonly uris: readonly string[];
  /** `auto` takes back what was said of them. */
  readonly as: 'article' | 'plain' | 'auto';
}

/** `file`: where it was written, a URI; `message`: why it was not, in the user's language. */
export type Wrote = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly message: string };

/** Client → server: keeps the user's choice for files or folders in `.corpus/`, where the command line sees it too. */
export const ArticleChoiceRequest = request<ArticleChoiceParams, Wrote>('article/choose');

/** Server → client: choices, settings' files or sidecars came or went: which documents are articles is to be asked again. */
export const ArticlesChangedNotification = notification<null>('article/choicesChanged');

// ---------------------------------------------------------------------------------------------- the article's date

/**
 * Where an article's date is from: `metadata` (metadata.csv), `header`, `dateline` (PARIS, 3 mars), `published` (Publié le
 * 3 mars 2017), `fileName`.
 */
export type DateOrigin = 'metadata' | 'header' | 'dateline' | 'published' | 'fileName';

export interface DateCandidate {
  /** EDTF to the year, month or day. */
  readonly date: string;
  readonly origin: DateOrigin;
  /** Where in the text it stands. */
  readonly range?: FlatRange;
  /** Where it is from, in the user's language. */
  readonly explanation: string;
}

export interface ArticleDate {
  /** EDTF; null where nothing tells it. */
  readonly date: string | null;
  readonly origin?: DateOrigin;
  /** What the text, its name and the metadata offer, likeliest first. */
  readonly candidates: readonly DateCandidate[];
  /** The metadata.csv that holds it or would get it, as a path below the workspace folder, for the user to see. */
  readonly metadata?: string;
}

/** Client → server: the date of an open article, and what else it could be. Null where it is not open. */
export const ArticleDateRequest = request<{ readonly uri: string }, ArticleDate | null>('article/date');

/** Client → server: sets the date in the nearest metadata.csv, which is made where there is none; null takes it out. */
export const SetArticleDateRequest = request<{ readonly uri: string; readonly date: string | null }, Wrote>('article/setDate');

// ---------------------------------------------------------------------------------------------- a folder's form

export interface HeaderProposal {
  /** For the setting `headerPatterns`. */
  readonly pattern: string;
  /** The form in words: "Le Monde, 3 mars 2017 - Title" as an example from the folder. */
  readonly example: string;
  readonly fits: number;
  readonly of: number;
  /** What it reads in the first files. */
  readonly previews: readonly {
    readonly uri: string;
    readonly line: string;
    readonly date?: string;
    readonly title?: string;
    readonly source?: string;
    readonly author?: string;
  }[];
}

/** Client → server: forms of header that the first lines of a folder's texts have in common, the best first. */
export const HeaderProposalsRequest = longRequest<{ readonly uri: string } & LongParams, readonly HeaderProposal[]>(
  'article/headerProposals',
);

export interface FolderSummary {
  readonly articles: number;
  /** Texts that are not articles. */
  readonly others: number;
  /** Articles with a `.ann` beside them. */
  readonly annotated: number;
  /** Links to folders that lead out of the folder or back into it and were not followed, and what could not be read: paths. */
  readonly passedOver: readonly string[];
}

/** Client → server: what a folder holds. */
export const FolderSummaryRequest = longRequest<{ readonly uri: string } & LongParams, FolderSummary>('article/folderSummary');
