/** Encodings by VS Code's name, as people write them. */
const NAMES: Readonly<Record<string, string>> = {
  windows1252: 'Windows-1252',
  iso88591: 'ISO 8859-1',
  iso885915: 'ISO 8859-15',
  macroman: 'Mac Roman',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
  utf8: 'UTF-8',
  shiftjis: 'Shift JIS',
};

/** An encoding's name for people: `windows1250` is Windows-1250. */
export function encodingName(id: string): string {
  return (
    NAMES[id] ??
    id
      .replace(/^windows(\d+)$/, 'Windows-$1')
      .replace(/^iso8859(\d+)$/, 'ISO 8859-$1')
      .replace(/^(?:gb\d+|gbk|big5.*|euc.*|koi8.*)$/, (name) => name.toUpperCase())
  );
}
