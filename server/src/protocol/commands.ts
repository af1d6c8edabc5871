import type { FlatRange } from './message';
import type { ReviewOperation } from './review';

/**
 * Commands that the server's hovers, lenses and hints refer to; the client registers them. Their hovers are trusted for
 * exactly {@link HOVER_COMMANDS}.
 */
export const COMMANDS = {
  /** Shows and selects a place. Arguments: {@link GoToArguments}, as separate arguments. */
  goTo: 'corpusAnnotator.goTo',
  /** Shows several places, as a search for references does. Arguments: {@link ShowLocationsArguments}, as separate arguments. */
  showLocations: 'corpusAnnotator.showLocations',
  /** Copies the innermost quotation at a place with its source. Arguments: URI, line, character. Sends `QuoteSourceRequest`. */
  copyQuote: 'corpusAnnotator.copyQuote',
  /** Shows a speaker's words against those of all others. Argument: the speaker's name in the corpus. Sends `TableCorpusRequest`. */
  speakerWords: 'corpusAnnotator.corpus.speakerWords',
  /** Shows a name in all articles, as a concordance. Argument: the name in the corpus. */
  findName: 'corpusAnnotator.corpus.searchName',
  /** Asks which other names an entity has over the corpus, or which it has not. Arguments: the URI of an article, name and type. */
  mergeName: 'corpusAnnotator.corpus.mergeName',
  splitName: 'corpusAnnotator.corpus.splitName',
  /** Asks for the article's date and sets it. Argument: the URI. Sends `SetArticleDateRequest`. */
  setArticleDate: 'corpusAnnotator.setArticleDate',
} as const;

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

/** The commands that a hover may run: the client sets `isTrusted = { enabledCommands: HOVER_COMMANDS }` on hover contents. */
export const HOVER_COMMANDS: readonly string[] = [...Object.values(COMMANDS), ...Object.values(REVIEW_COMMANDS)];

/** Where to go: a document and a range, zero-based. */
export type GoToArguments = readonly [
  uri: string,
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
];

/** The document, the place to show the list at, and the places. */
export type ShowLocationsArguments = readonly [uri: string, line: number, character: number, places: readonly FlatRange[]];
