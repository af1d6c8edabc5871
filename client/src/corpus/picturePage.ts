import type { pictures } from '../../../server/src/messages/pictures';
import type { Words } from '../../../server/src/messages/topic';
import type { ShownTable } from '../../../server/src/protocol';
import { columnHead, escaped, settingsList, tableData } from '../pageParts';

/** What a page shows. */
export interface PictureView {
  readonly table: ShownTable;
  /** The settings that can be changed, by what the extension is told. */
  readonly settings: readonly PictureSetting[];
  /** What leads on from here. */
  readonly links: readonly Link[];
  /** What must be known before the figures are read, each with what can be done. */
  readonly told: readonly { readonly text: string; readonly links: readonly Link[] }[];
  /** Files that are not counted, and why. */
  readonly problems: readonly { readonly uri: string; readonly file: string; readonly message: string }[];
  /** What stands for a name that is not known. */
  readonly unknown: string;
  /** Whether one looks at a part of the picture, larger. */
  readonly zooms: boolean;
}

export type PictureSetting = 'within' | 'query' | 'unit' | 'types' | 'most' | 'minimum' | 'again';

/** A button that runs a command. */
export interface Link {
  readonly label: string;
  readonly command: string;
  readonly argument?: string;
}

/** What a page needs of the window that it is shown in. */
export interface PictureSource {
  /** The URIs of the scripts, and who may load them. */
  readonly scripts: readonly string[];
  readonly cspSource: string;
}

/** A picture as a page: what must be known, buttons, the picture, what has no place in it, and its table behind it. */
export function picturePage(words: Words<typeof pictures>, view: PictureView, source: PictureSource): string {
  const { table, unknown } = view;
  const { page, locale } = words;
  const data = { columns: table.columns, rows: table.rows, locale, words: { unknown } };
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src ${escaped(source.cspSource)};">
<title>${escaped(table.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 data-part="title">${escaped(table.title)}</h1>
<div role="status" data-part="told">${view.told.map(({ text, links }) => `<p class="told">${escaped(text)} ${links.map(linkButton).join(' ')}</p>`).join('')}</div>
<div role="status" data-part="notes">${list(table.notes, 'notes')}</div>
<p class="buttons" data-part="buttons">${[...view.settings, ...exportsOf(table)].map((name) => button(name, page[name])).join('\n')}</p>
${view.links.length > 0 ? `<p class="links">${view.links.map(linkButton).join('\n')}</p>` : ''}
<div data-part="zoom">${zoomButtons(words, view)}</div><p id="help" data-part="help">${escaped(page.help)}${isZoomed(view) ? ` ${escaped(page.zoomHelp)}` : ''}</p>
<div class="beside">
<div id="picture" data-part="picture">${table.picture ?? `<p>${escaped(page.nothing)}</p>`}</div>
<div class="unplaced" data-part="unplaced">${unplaced(words, table)}</div></div>
<div data-part="problems">${problems(words, view)}</div>
<details id="behind"><summary>${escaped(page.table)}</summary>
<div id="rows">
<table id="grid" data-attributes="aria-label aria-rowcount" role="grid" aria-label="${escaped(table.title)}" aria-describedby="help" aria-rowcount="${table.rows.length + 1}">
<thead data-part="head"><tr>${table.columns.map(columnHead).join('')}</tr></thead>
<tbody></tbody>
</table>
</div></details>
<details><summary>${escaped(page.settings)}</summary>
<div data-part="settings">${settingsList(table)}</div></details>
${tableData(data)}
${source.scripts.map((script) => `<script type="module" src="${escaped(script)}"></script>`).join('\n')}
</body>
</html>`;
}

const exportsOf = ({ picture }: ShownTable) =>
  picture === undefined ? (['export'] as const) : (['svg', 'png', 'export'] as const);

const isZoomed = ({ zooms, table }: PictureView): boolean => zooms && table.picture !== undefined;

function zoomButtons({ page }: Words<typeof pictures>, view: PictureView): string {
  if (!isZoomed(view)) return '';
  const one = (step: string, sign: string, label: string): string =>
    `<button type="button" data-zoom="${step}" title="${escaped(label)}" aria-label="${escaped(label)}">${sign}</button>`;
  return `<p class="buttons">${one('in', '+', page.zoomIn)} ${one('out', '−', page.zoomOut)} ${one('whole', escaped(page.whole), page.whole)}</p>\n`;
}

const button = (command: string, label: string): string =>
  `<button type="button" ${command === 'png' ? 'data-png' : `data-command="${command}"`}>${escaped(label)}</button>`;

const linkButton = ({ label, command, argument }: Link): string =>
  `<button type="button" data-run="${escaped(command)}"${argument === undefined ? '' : ` data-argument="${escaped(argument)}"`}>${escaped(label)}</button>`;

const list = (lines: readonly string[], className: string): string =>
  lines.length === 0 ? '' : `<ul class="${className}">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

/** So many of what is not drawn stand beside the picture. */
const MOST_BESIDE = 60;

/** Places without coordinates, beside the map. */
function unplaced({ page, locale }: Words<typeof pictures>, { columns, rows }: ShownTable): string {
  const [latitude, name, count] = ['latitude', 'place', 'count'].map((id) => columns.findIndex((column) => column.id === id)) as [
    number,
    number,
    number,
  ];
  if (latitude < 0) return '';
  const lost = rows.flatMap(({ cells }, row) => (cells[latitude] === null ? [{ cells, row }] : []));
  if (lost.length === 0) return '';
  const items = lost.slice(0, MOST_BESIDE).map(({ cells, row }) => {
    const figure = Number(cells[count]).toLocaleString(locale);
    return `<li><button type="button" class="mark" data-row="${row}" tabindex="-1">${escaped(String(cells[name]))} <span>${figure}</span></button></li>`;
  });
  const more = lost.length > MOST_BESIDE ? `<p>${escaped(page.more(lost.length - MOST_BESIDE))}</p>` : '';
  return `<aside><h2>${escaped(page.unplaced)}</h2><ul>${items.join('')}</ul>${more}</aside>`;
}

function problems({ page }: Words<typeof pictures>, view: PictureView): string {
  if (view.problems.length === 0) return '';
  const lines = view.problems.map(
    ({ uri, file, message }) =>
      `<li>${escaped(file)}: ${escaped(message)} <button type="button" data-open="${escaped(uri)}" aria-label="${escaped(`${page.openFile} ${file}`)}">${escaped(page.openFile)}</button></li>`,
  );
  return `<section class="problems"><h2>${escaped(page.problems)}</h2><ul>${lines.join('')}</ul></section>`;
}

const STYLE = `
body { padding: 0 1.5em 1em; margin: 0; }
h1 { font-size: 1.4em; margin: 0.7em 0 0.3em; }
h2 { font-size: 1.1em; margin: 0.6em 0 0.3em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; margin: 0.3em 0; }
dt { opacity: 0.85; }
dd { margin: 0; }
.notes, .problems ul { margin: 0.3em 0; padding-left: 1.2em; }
.notes, .problems li { color: var(--vscode-editorWarning-foreground, inherit); }
.buttons, .links { margin: 0.4em 0; display: flex; gap: 0.5em; flex-wrap: wrap; }
.buttons button, .links button, .told button, .problems button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; padding: 0.3em 0.8em; cursor: pointer; font: inherit; }
.buttons button:hover, .links button:hover, .told button:hover { background: var(--vscode-button-secondaryHoverBackground); }
.links button { color: var(--vscode-textLink-foreground); background: none; border-color: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.beside { display: flex; gap: 1.5em; flex-wrap: wrap; align-items: flex-start; }
#picture { flex: 1 1 24em; max-width: 75em; }
#picture svg { width: 100%; height: auto; }
#picture.zoomed svg { cursor: grab; touch-action: none; user-select: none; }
#picture .mark { cursor: pointer; }
#picture .mark:hover { opacity: 0.8; }
#picture .mark:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
.unplaced { flex: 0 1 15em; }
.unplaced:empty { display: none; }
aside ul { list-style: none; margin: 0; padding: 0; max-height: 32em; overflow: auto; }
aside button { all: unset; cursor: pointer; padding: 0.1em 0.3em; display: block; }
aside button:hover { background: var(--vscode-list-hoverBackground); }
aside span { opacity: 0.85; font-variant-numeric: tabular-nums; }
#help { margin: 0.2em 0 0.6em; opacity: 0.85; }
summary { cursor: pointer; margin: 0.5em 0; }
#rows { overflow: auto; max-height: 60vh; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
thead th { position: sticky; top: 0; background: var(--vscode-editor-background); border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); padding: 0; }
thead button { all: unset; cursor: pointer; padding: 0.3em 0.8em; font-weight: 600; white-space: nowrap; }
th[aria-sort="descending"] button::after { content: " ▼"; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
tbody tr { height: 26px; }
tbody th, tbody td { padding: 0 0.8em; white-space: nowrap; font-weight: normal; cursor: pointer; }
tr.closed > * { cursor: default; }
tbody tr:hover > * { background: var(--vscode-list-hoverBackground); }
.text { text-align: left; }
.figure { text-align: right; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
`;
