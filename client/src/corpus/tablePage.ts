import type { tables } from '../../../server/src/messages/tables';
import type { Words } from '../../../server/src/messages/topic';
import type { ShownTable, TableResult } from '../../../server/src/protocol';
import { columnHead, escaped, settingsList, tableData } from '../pageParts';
import type { TableButton } from './tableButtons';

/** What a page needs of the window that it is shown in. */
export interface PageSource {
  /** The URI of the script, and who may load it. */
  readonly script: string;
  readonly cspSource: string;
  /** The settings that can be changed. */
  readonly buttons: readonly TableButton[];
  /** Whether each row is a speaker, whose words can be held against those of all others. */
  readonly hasSpeakers: boolean;
  /** How the files that could not be counted are called. */
  fileOf(uri: string): string;
}

/** A table as a page: its settings, what must be known of it, the heads of its columns; the rows are drawn by the script. */
export function tablePage(
  words: Words<typeof tables>,
  table: ShownTable,
  skipped: TableResult['skipped'],
  source: PageSource,
): string {
  const { editor } = words;
  const notes = [...table.notes, ...skipped.map(({ uri, message }) => `${source.fileOf(uri)}: ${message}`)];
  const follow = source.hasSpeakers ? editor.ownWords : undefined;
  const data = { columns: table.columns, rows: table.rows, locale: words.locale, words: { unknown: words.unknown, follow } };
  return `<!DOCTYPE html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${escaped(source.cspSource)};">
<title>${escaped(table.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 data-part="title">${escaped(table.title)}</h1>
<details open><summary>${escaped(editor.settings)}</summary>
<div data-part="settings">${settingsList(table)}</div></details>
<ul class="notes" role="status" data-part="notes">${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>
<p class="buttons" data-part="buttons">
${source.buttons.map(({ command, pressed }) => button(command, editor[command], pressed)).join('\n')}
${EXPORTS.filter((name) => name !== 'svg' || table.picture !== undefined)
  .map((name) => button(name, editor[name]))
  .join('\n')}
</p>
<details id="drawn" data-attributes="hidden"${table.picture === undefined ? ' hidden' : ''}><summary>${escaped(editor.picture)}</summary><div id="picture" data-part="picture">${table.picture ?? ''}</div></details>
<p id="help">${escaped(editor.help)}</p>
<div id="rows">
<table id="grid" data-attributes="aria-label aria-rowcount" role="grid" aria-label="${escaped(table.title)}" aria-describedby="help" aria-rowcount="${table.rows.length + 1}">
<thead data-part="head"><tr>${table.columns.map(columnHead).join('')}${follow === undefined ? '' : `<th scope="col" class="text"><span>${escaped(words.kinds.keywords)}</span></th>`}</tr></thead>
<tbody></tbody>
</table>
</div>
${tableData(data)}
<script type="module" src="${escaped(source.script)}"></script>
</body>
</html>`;
}

/** The buttons beside those of the settings, by what the extension is told. */
const EXPORTS = ['export', 'svg'] as const;

const button = (command: string, label: string, pressed?: boolean): string =>
  `<button type="button" data-command="${command}"${pressed === undefined ? '' : ` aria-pressed="${pressed}"`}>${escaped(label)}</button>`;

const STYLE = `
body { padding: 0 1.5em 1em; display: flex; flex-direction: column; height: 100vh; box-sizing: border-box; margin: 0; }
h1 { font-size: 1.4em; margin: 0.7em 0 0.3em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; margin: 0.3em 0; }
dt { opacity: 0.85; }
dd { margin: 0; }
.notes:empty { margin: 0; }
.notes { margin: 0.3em 0; padding-left: 1.2em; }
.notes li::marker { content: "⚠ "; color: var(--vscode-editorWarning-foreground, inherit); }
.buttons { margin: 0.4em 0; display: flex; gap: 0.5em; flex-wrap: wrap; }
.buttons button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; padding: 0.3em 0.8em; cursor: pointer; font: inherit; }
.buttons button[aria-pressed="true"] { color: var(--vscode-inputOption-activeForeground, inherit); background: var(--vscode-inputOption-activeBackground); border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastActiveBorder)); }
.buttons button[aria-pressed="true"]::before { content: "✓ "; }
.buttons button:hover { background: var(--vscode-button-secondaryHoverBackground); }
#picture { max-height: 45vh; overflow: auto; }
#picture .mark { cursor: pointer; }
#picture svg { max-width: 100%; height: auto; }
#help { margin: 0.2em 0; opacity: 0.85; }
#rows { flex: 1; overflow: auto; min-height: 8em; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
thead th { position: sticky; top: 0; background: var(--vscode-editor-background); border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); padding: 0; }
thead button { all: unset; cursor: pointer; padding: 0.3em 0.8em; font-weight: 600; white-space: nowrap; }
th[aria-sort="descending"] button::after { content: " ▼"; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
tbody tr { height: 26px; }
tbody th, tbody td { padding: 0 0.8em; white-space: nowrap; font-weight: normal; cursor: pointer; }
thead span { display: block; padding: 0.3em 0.8em; font-weight: 600; white-space: nowrap; }
td.follow { color: var(--vscode-textLink-foreground); text-decoration: underline; }
tr.closed > * { cursor: default; }
tbody tr:hover > * { background: var(--vscode-list-hoverBackground); }
.text { text-align: left; }
.figure { text-align: right; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
`;
