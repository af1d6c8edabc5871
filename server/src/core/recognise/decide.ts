import { type HeaderPattern, readHeader } from '../structure/header';
import { formOf, type NotProse } from './form';
import { extensionOf, kindOfName, TEXT_EXTENSIONS } from './names';

/** What the setting `corpusAnnotator.articles` says: any prose, files with a header alone, or none by themselves. */
export type ArticlesMode = 'auto' | 'header' | 'never';

/** All that decides whether a file is an article. */
export interface ArticleEvidence {
  /** Relative to the folder that is open, with `/`; a bare name, or none for an untitled document, will do. */
  readonly path: string;
  /** The text's beginning; {@link HEAD_LENGTH} are enough, more changes nothing. */
  readonly head: string;
  /** What the user chose for this file, its folder or a glob that names it. */
  readonly choice?: 'article' | 'plain';
  /** The settings' globs name it: `articleFiles`, `excludedFiles`. */
  readonly isNamedArticle?: boolean;
  readonly isExcluded?: boolean;
  readonly mode: ArticlesMode;
  /** As {@link compileHeaderPatterns} gives them. */
  readonly headerPatterns: readonly HeaderPattern[];
  /** Whether annotations lie beside it: `NAME.ann` or `NAME.review.jsonl`. */
  readonly hasSidecar: boolean;
  /** The language that the editor opens it in by itself; `article` and `plaintext` say nothing, nor does its absence. */
  readonly languageId?: string;
  /** The user's own `files.associations` name plain text or another language for it. */
  readonly isAssociated?: boolean;
}

/**
 * Why a file is an article or is not one:
 * - `chosen`: the user said so; `glob`, `excluded`: the settings' globs; `extension`: it is called `.article`
 * - `header`, `sidecar` (annotations beside it), `prose` (sentences)
 * - `binary`: no text; `otherLanguage`: code or data to the editor; `never`, `noHeader`: the setting wants more than form
 * - `notProse:…`: what it looks like instead
 */
export type ArticleReason =
  | 'chosen'
  | 'glob'
  | 'excluded'
  | 'extension'
  | 'header'
  | 'sidecar'
  | 'prose'
  | 'binary'
  | 'otherLanguage'
  | 'never'
  | 'noHeader'
  | `notProse:${NotProse}`;

/** Whether a file is an article, and why. */
export interface ArticleDecision {
  readonly article: boolean;
  readonly reason: ArticleReason;
}

/** How much of a text's beginning is looked at, in UTF-16 units. */
export const HEAD_LENGTH = 8_192;

const NO_LANGUAGE: ReadonlySet<string> = new Set(['article', 'plaintext', '']);

/**
 * The one decision whether a file is an article, for editor, walks and command line. In this order: the user's choice, the
 * settings' globs (an exclusion before the rest), the editor's language, a header, annotations beside it, and at the last
 * its name and form. Pure, total and linear.
 */
export function decideArticle(evidence: ArticleEvidence): ArticleDecision {
  if (evidence.choice !== undefined) return { article: evidence.choice === 'article', reason: 'chosen' };
  if (evidence.isExcluded) return no('excluded');
  const head = evidence.head.slice(0, HEAD_LENGTH);
  if (isBinary(head)) return no('binary');
  if (evidence.isNamedArticle) return yes('glob');
  if (evidence.isAssociated || !NO_LANGUAGE.has(evidence.languageId ?? '')) return no('otherLanguage');
  const extension = extensionOf(evidence.path);
  if (extension === 'article') return yes('extension');
  if (evidence.mode === 'never') return no('never');
  if (readHeader(head, evidence.headerPatterns) !== null) return yes('header');
  // the annotations of a.txt are none of a.log's, which lies beside them too
  if (evidence.hasSidecar && TEXT_EXTENSIONS.has(extension)) return yes('sidecar');
  if (evidence.mode === 'header') return no('noHeader');
  const kind = kindOfName(evidence.path) ?? formOf(head, evidence.head.length >= HEAD_LENGTH);
  return kind === 'prose' ? yes('prose') : no(`notProse:${kind}`);
}

const yes = (reason: ArticleReason): ArticleDecision => ({ article: true, reason });
const no = (reason: ArticleReason): ArticleDecision => ({ article: false, reason });

/** Characters that no text holds: NUL and other controls, or replacement characters all over where bytes were no UTF-8. */
export function isBinary(head: string): boolean {
  if (head.includes('\0')) return true;
  const broken = head.match(/[\uFFFD\x01-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return broken * 20 > head.length;
}
