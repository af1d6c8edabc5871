/**
 * Words of the text for use in Markdown: shown as they are, never as mark-up, link, image, HTML or icon. The text is
 * other people's: nothing in it may become something to click. Line breaks and control characters become spaces.
 */
export function escapeMarkdown(words: string): string {
  return plain(words)
    .replace(/[\\`*_{}[\]()<>|~&$#!@]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(www|xmpp|mailto)([.:])/gi, '$1\\$2');
}

/** On one line, without what could reorder or hide the words around it (control and bidirectional characters). */
export function plain(words: string): string {
  // nearly all words are so already
  if (!UNUSUAL.test(words)) return words;
  return wellFormed(words)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}

/** What {@link plain} may change: halves of pairs, marks of direction, and white space but for single blanks between words. */
const UNUSUAL = /[\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\u007f-\u009f\u0000-\u001f]|[^\S ]|^ | (?: |$)/;

/** Cut to at most `limit` code units at a word's end, with an ellipsis where something is left out. */
export function shorten(words: string, limit: number): string {
  // far more than the limit is never looked at: a paragraph may be long
  const line = plain(words.slice(0, limit * 4));
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit - 1);
  const cut = space > limit / 2 ? space : limit - 1;
  return `${wellFormed(line.slice(0, cut)).replace(/[\s,;:«“"(–—-]+$/u, '')}…`;
}

/** A link whose label is shown as it is. `title` is shown while the pointer rests on it. */
export function link(label: string, target: string, title?: string): string {
  const shown = title === undefined ? '' : ` "${escapeMarkdown(title).replace(/"/g, '&quot;')}"`;
  return `[${escapeMarkdown(label)}](${target}${shown})`;
}

/** A URI component that a Markdown link can hold: parentheses encoded too, and never failing on half a surrogate pair. */
export function uriComponent(words: string): string {
  return encodeURIComponent(wellFormed(words)).replace(/[()'*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Half surrogate pairs, which no encoder takes, become the replacement character. */
function wellFormed(words: string): string {
  return words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
