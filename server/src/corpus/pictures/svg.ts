/** In pixels, of every picture. */
export const WIDTH = 900;

/** A part of a picture that stands for a row of its table, or for what a query finds. */
export interface MarkOf {
  readonly row?: number;
  readonly query?: string | null;
  /** For those who do not see it, and for those who rest on it. */
  readonly name: string;
  readonly className?: string;
}

/** A mark: it can be reached by keyboard, has a name, and leads to its concordance. */
export function mark({ row, query, name, className = '' }: MarkOf, inner: readonly string[]): string {
  const leads = row === undefined ? '' : ` data-row="${row}"`;
  const asks = query ? ` data-query="${escaped(query)}"` : '';
  const said = escaped(name);
  return `<g class="mark ${className}"${leads}${asks} tabindex="-1" role="listitem" aria-label="${said}"><title>${said}</title>${inner.join('')}</g>`;
}

/** A text; `anchor`: where it stands with regard to its point. */
export function text(
  x: number,
  y: number,
  words: string,
  more: { readonly anchor?: string; readonly className?: string } = {},
): string {
  const anchor = more.anchor === undefined ? '' : ` text-anchor="${more.anchor}"`;
  const className = more.className === undefined ? '' : ` class="${more.className}"`;
  return `<text x="${rounded(x)}" y="${rounded(y)}"${anchor}${className}>${escaped(words)}</text>`;
}

type Four = readonly [number, number, number, number];

/** From a point to another one. */
export const line = ([x1, y1, x2, y2]: Four, more = ''): string =>
  `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}"${more}/>`;

/** From its upper left corner: x, y, width and height. */
export const rect = ([x, y, width, height]: Four, className: string): string =>
  `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(Math.max(0, width))}" height="${rounded(Math.max(0, height))}" class="${className}"/>`;

/** A whole picture, in the colours of the theme where a page has one; by itself it is for light paper. */
export function picture(height: number, name: string, inner: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${rounded(height)}" width="${WIDTH}" height="${rounded(height)}" role="list" aria-label="${escaped(name)}" font-family="sans-serif" font-size="12"><style>${STYLE}</style><title>${escaped(name)}</title>${inner.join('')}</svg>`;
}

/** Colours by what they are for; `var` takes the theme's, and what follows the comma outside of a page. */
const STYLE = `
text { fill: var(--vscode-foreground, #222); }
text.label { paint-order: stroke; stroke: var(--vscode-editor-background, #fff); stroke-width: 3px; stroke-linejoin: round; }
text.head { font-size: 14px; font-weight: 600; }
text.small { font-size: 10px; }
text.faint { fill: var(--vscode-descriptionForeground, #555); }
line.axis { stroke: var(--vscode-foreground, #222); stroke-opacity: 0.55; }
line.tie { stroke: var(--vscode-foreground, #222); stroke-opacity: 0.4; }
line.wide { stroke: transparent; stroke-width: 9px; }
line.gap { stroke: var(--vscode-foreground, #222); stroke-opacity: 0.55; stroke-dasharray: 3 3; }
.lane { fill: var(--vscode-foreground, #222); fill-opacity: 0.07; }
.PER, .more { fill: var(--vscode-charts-blue, #1a6fb5); }
.ORG { fill: var(--vscode-charts-yellow, #b3590a); }
.LOC, .confirmed { fill: var(--vscode-charts-green, #2f7d32); }
.MISC { fill: var(--vscode-charts-purple, #7a3fa0); }
.rejected { fill: var(--vscode-charts-red, #c0322b); }
.doubtful { fill: var(--vscode-charts-yellow, #9a7700); }
.suggested { fill: var(--vscode-foreground, #222); fill-opacity: 0.22; }
.sea { fill: none; stroke: var(--vscode-foreground, #222); stroke-opacity: 0.3; }
.grid { fill: none; stroke: var(--vscode-foreground, #222); stroke-opacity: 0.1; }
.land { fill: var(--vscode-foreground, #222); fill-opacity: 0.1; }
.border { fill: none; stroke: var(--vscode-foreground, #222); stroke-opacity: 0.35; stroke-width: 0.6px; }
circle.place { fill: var(--vscode-charts-blue, #1a6fb5); fill-opacity: 0.6; stroke: var(--vscode-editor-background, #fff); stroke-width: 1px; }
circle.node { stroke: var(--vscode-editor-background, #fff); stroke-width: 1.5px; }
`;

export const rounded = (value: number): string => String(Math.round(value * 10) / 10);

export const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** A label of so many UTF-16 units at most. */
export const cut = (label: string, most = 30): string => (label.length <= most ? label : `${label.slice(0, most - 1)}…`);

/** About how wide a text of 12 pixels is. */
export const widthOf = (words: string): number => words.length * 6.6;
