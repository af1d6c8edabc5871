/** Stands in for `lsp/paths.ts`: addresses of any place that the editor has files in, as paths and back. */

const onDisk = new Set(['file']);

/** The schemes whose addresses are files, beside `file` itself. */
export function countAsFiles(schemes: readonly string[]): void {
  onDisk.clear();
  for (const scheme of ['file', ...schemes]) onDisk.add(scheme);
}

/** Whether decisions can be made on a document: it is a file of a place that is open here, or not saved yet. */
export const isDecidable = (uri: string): boolean => pathOf(uri) !== undefined || uri.startsWith('untitled:');

/**
 * A file's path: its place comes first, so that no two are one (`/vscode-vfs:github/owner/name/a.txt`). Undefined for what
 * is no file of a place that is open here.
 */
export function pathOf(uri: string): string | undefined {
  return onDisk.has(uri.slice(0, Math.max(0, uri.indexOf(':')))) ? pathAnywhere(uri) : undefined;
}

/** The path of any address that the client can be asked about, as that of the extension's own storage. */
export function pathAnywhere(uri: string): string | undefined {
  const [, scheme, authority = '', path = ''] = /^([\w+.-]+):(?:\/\/([^/?#]*))?([^?#]*)$/.exec(uri) ?? [];
  if (scheme === undefined) return undefined;
  try {
    return `/${scheme}:${authority}${decodeURIComponent(path)}`;
  } catch {
    return undefined;
  }
}

const PLACED = /^\/([\w+.-]+):([^/]*)(.*)$/s;

/** Whether a path is one of {@link pathAnywhere}: what stands above them is nowhere. */
export const isInPlace = (path: string): boolean => PLACED.test(path);

/** A path's address, spelt as VS Code spells it. */
export function uriOf(path: string): string {
  const [, scheme, authority = '', rest = ''] = PLACED.exec(path) ?? [];
  if (scheme === undefined) throw new Error(`no path of a file: ${path}`);
  const escaped = (segment: string): string =>
    encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const place = authority !== '' || scheme === 'file' ? `${scheme}://${authority}` : `${scheme}:`;
  return place + rest.split('/').map(escaped).join('/');
}
