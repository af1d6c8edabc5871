import type { ShownTable } from '../../server/src/protocol';

/** A text as it stands in HTML, between tags and within quotation marks. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** The head of a table's column, a button that sorts by it. */
export const columnHead = ({ title, form }: ShownTable['columns'][number]): string =>
  `<th scope="col" class="${form === 'text' ? 'text' : 'figure'}"><button type="button">${escaped(title)}</button></th>`;

/** What a table was counted by. */
export const settingsList = ({ settings }: ShownTable): string =>
  `<dl>${settings.map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;

/** What the page's script reads the rows from; no text of theirs ends the element. */
export const tableData = (data: object): string =>
  `<script type="application/json" id="table">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
