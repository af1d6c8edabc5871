import { ARTICLE_LANGUAGE, type HeaderPattern, readHeader } from '../../../server/src/protocol';

/** The language that VS Code gives to a text that it knows nothing better for. */
export const PLAIN_TEXT = 'plaintext';

/** All that decides whether a document is to be treated as an article. */
export interface Evidence {
  readonly languageId: string;
  /** The document's first characters; {@link HEAD_LENGTH} are enough. */
  readonly head: string;
  readonly headerPatterns: readonly HeaderPattern[];
  /** What the user chose for this document before, by command or in the language picker. */
  readonly choice?: string;
  /** The user's own `files.associations` name a language for the file. */
  readonly isAssociated: boolean;
  readonly isNamedArticle: boolean;
  readonly isExcluded: boolean;
}

/** How much of a document's beginning is looked at, in UTF-16 units: more than any header. */
export const HEAD_LENGTH = 4_000;

/**
 * The language that a document is to be given, or null where it is left as it is. A user's choice comes first, then the
 * settings' globs, then the header; and a header counts in plain text alone.
 */
export function languageFor(evidence: Evidence): string | null {
  const { languageId, choice } = evidence;
  // Of other languages a choice says only that the document is no article: VS Code knows which one it opens it in.
  if (choice !== undefined) return choice !== languageId && [choice, languageId].includes(ARTICLE_LANGUAGE) ? choice : null;
  if (languageId === ARTICLE_LANGUAGE) return null;
  if (isBinary(evidence.head) || evidence.isExcluded) return null;
  if (evidence.isNamedArticle) return ARTICLE_LANGUAGE;
  if (languageId !== PLAIN_TEXT || evidence.isAssociated) return null;
  return readHeader(evidence.head, evidence.headerPatterns) === null ? null : ARTICLE_LANGUAGE;
}

/** Characters that no text holds: NUL, or replacement characters all over where bytes were no UTF-8. */
export function isBinary(head: string): boolean {
  if (head.includes('\0')) return true;
  let replaced = 0;
  for (const character of head) if (character === '\uFFFD') replaced++;
  return replaced * 20 > head.length;
}
