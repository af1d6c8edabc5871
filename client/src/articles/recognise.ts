/** The language that VS Code gives to a text that it knows nothing better for. */
export const PLAIN_TEXT = 'plaintext';

/** How much of a document's beginning is looked at and sent to the server, in UTF-16 units; more changes nothing there. */
export const HEAD_LENGTH = 8_192;

/** Documents of these schemes are shown for another purpose than to be read as articles. */
const OTHER_PURPOSES: ReadonlySet<string> = new Set([
  'output',
  'vscode-settings',
  'vscode-userdata',
  'search-editor',
  'comment',
  'vscode-scm',
  'debug',
  'walkThrough',
  'corpus-annotator-report',
  'corpus-annotator-concordance',
]);

/** Fewer letters than this make no text: a header alone has as many. */
const FEWEST_LETTERS = 8;

/** What the cheap test looks at. */
export interface Sight {
  /** The scheme of its address. */
  readonly scheme: string;
  /** The language that VS Code opened it in. */
  readonly languageId: string;
  /** The document's first characters; {@link HEAD_LENGTH} are enough. */
  readonly head: string;
  /** Whether the settings' globs or the project's choices may name files of any language, and empty ones. */
  readonly mayBeNamed: boolean;
}

/** Whether a document is shown to be read: not a log, a settings page or a report of our own. */
export function isForReading(scheme: string): boolean {
  return !OTHER_PURPOSES.has(scheme);
}

/**
 * The cheap test before there is a server: whether a document may be an article at all, so that the server is worth being
 * started and asked. The decision itself is the server's.
 */
export function mayBeArticle({ scheme, languageId, head, mayBeNamed }: Sight): boolean {
  if (!isForReading(scheme)) return false;
  if (mayBeNamed) return true;
  return languageId === PLAIN_TEXT && hasWords(head);
}

/** Whether there is more than a few letters. Bytes in another encoding show as replacement characters, and count. */
function hasWords(head: string): boolean {
  let letters = 0;
  for (const _ of head.slice(0, HEAD_LENGTH).matchAll(/[\p{L}\uFFFD]/gu)) if (++letters >= FEWEST_LETTERS) return true;
  return false;
}
