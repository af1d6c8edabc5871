/**
 * Puts the lines of a printed paragraph together. A hyphen at a line's end is taken out where it only parted a word; one
 * that the word has of its own stays: before a capital or a figure, after `t` of a verb with its subject (`a-t-il`), and
 * where the text elsewhere writes the word with it.
 *
 * @param known - the words of the text in small letters, those with hyphens whole.
 */
export function joinLines(lines: readonly string[], known: ReadonlySet<string> = new Set()): string {
  let text = '';
  for (const line of lines) {
    const next = line.trim();
    if (next === '') continue;
    if (text === '') text = next;
    else if (/\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{L}|^\p{N}/u.test(next)) text = joined(text, next, known);
    else text += ` ${next}`;
  }
  return text.replace(/\u00ad/g, '');
}

function joined(text: string, next: string, known: ReadonlySet<string>): string {
  const before = text.slice(0, -1);
  if (text.endsWith('\u00ad')) return before + next;
  const first = /[\p{L}-]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}\p{N}-]+/u.exec(next)?.[0].toLowerCase() ?? '';
  const whole = known.has(first + second);
  const withHyphen = known.has(`${first}-${second}`);
  if (withHyphen !== whole) return withHyphen ? `${before}-${next}` : before + next;
  // a capital, a figure, or a word that has a hyphen already: a compound is broken where it has one
  const isOwn = /^[\p{Lu}\p{N}]/u.test(next) || first.includes('-') || /-/.test(second);
  return isOwn ? `${before}-${next}` : before + next;
}
