/** The language id that the client gives to an article. The server analyses every document sent to it under this id. */
export const ARTICLE_LANGUAGE = 'article';

/**
 * The project's own names: this path below a workspace folder (or below any folder between it and the article; the
 * nearest holds). The client sends it as a document while it is open, under any language id, and watches it
 * (`workspace/didChangeWatchedFiles`): both make the server look at open articles again.
 */
export const GAZETTEER_PATH = '.corpus/gazetteer.tsv';
/** A glob for {@link GAZETTEER_PATH}, for document selectors and file watchers. */
export const GAZETTEER_GLOB = '**/.corpus/gazetteer.tsv';

/** The project's own layers and types: this path below a workspace folder, or below any folder between it and the article. */
export const SCHEMA_PATH = '.corpus/schema.json';
export const SCHEMA_GLOB = '**/.corpus/schema.json';
/** The files that the client watches for the server, besides the gazetteer. */
export const SIDECAR_GLOB = '**/*.{ann,review.jsonl}';

/** Where an article's annotations are kept: the client takes them along when a person moves or deletes the article. */
export { olderSidecarNames, sidecarNames, textNames } from '../store/sidecarNames';

/** Where projects say which files are articles. */
export const CHOICES_PATH = '.corpus/articles';
export const CHOICES_GLOB = '**/.corpus/articles';

/** A project's decisions on names over the corpus, wherever it lies. */
export const NAMES_PATH = '.corpus/names';
export const NAMES_GLOB = '**/.corpus/names';

/** Tables of what is known of texts, as TXM reads them. */
export const METADATA_GLOB = '**/metadata.csv';

/** Texts: an index notices what comes, goes and changes outside of the editor. */
export const TEXT_GLOB = '**/*.{txt,text,article}';
