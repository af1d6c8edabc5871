/** Markdown of ours for editors that know none of our commands, or show no Markdown at all. */

// A label or a title may hold escaped brackets and quotation marks; an address holds neither spaces nor parentheses.
const LINK = /(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)(?: "(?:\\.|[^"\\])*")?\)/g;
const PARTED_LINK = new RegExp(`( · )?${LINK.source}`, 'g');

/**
 * Without links to commands, for editors that run none. What such a link says stays, and where it led to.
 *
 * @param shown - what to say instead of a link: its label, its command and what that would have been given. Undefined
 *   leaves the link out, with the dot that parts it from the one before.
 */
export function withoutCommands(
  markdown: string,
  shown: (label: string, command: string, args: readonly unknown[]) => string | undefined,
): string {
  return markdown.replace(PARTED_LINK, (link, dot: string | undefined, label: string, address: string) => {
    const [, command, given] = /^command:([\w.]+)\?(.*)$/.exec(address) ?? [];
    if (command === undefined || given === undefined) return link;
    const words = shown(label, command, JSON.parse(decodeURIComponent(given)) as readonly unknown[]);
    return words === undefined ? '' : `${dot ?? ''}${words}`;
  });
}

/** As text alone: labels of links, words without marks. The lines stay. */
export function plainText(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(/^---$\n*/gm, '')
    .replace(/(?<!\\)(?:\*\*|[*_`])/g, '')
    .replace(/\\([\\`*_{}[\]()<>|~&$#!@:.+=-])/g, '$1')
    .replace(/&quot;/g, '"')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
