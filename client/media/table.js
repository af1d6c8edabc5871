/*
 * What a table of a corpus does in its page: sorts, draws the rows that are in sight, moves with the keyboard, and tells the
 * extension which row is to be shown as a concordance. The page holds the table as JSON, and has no other script.
 */
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const { columns, rows, words, locale } = read('table');
const vscode = globalThis.acquireVsCodeApi();
const scroller = document.getElementById('rows');
const body = document.querySelector('tbody');
const heads = [...document.querySelectorAll('th button')];

/** In pixels; the style sheet gives each row the same. */
const ROW = 26;
/** Rows beyond what is in sight, on each side. */
const SPARE = 20;
let order = rows.map((_, i) => i);
let sorted = { column: -1, down: true };
let at = { row: 0, column: 0 };
const lastColumn = columns.length - (words.follow === undefined ? 1 : 0);

const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = new Intl.NumberFormat(locale);
const compare = new Intl.Collator(locale, { numeric: true }).compare;

function shown(cell, column) {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell === '' && column === 0 ? words.unknown : cell;
  if (columns[column].form === 'count') return count.format(cell);
  return Math.abs(cell) >= 1e15 ? (cell > 0 ? '∞' : '−∞') : figure.format(cell);
}

const difference = (x, y) => (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y)));

function sortBy(column) {
  const isText = columns[column].form === 'text';
  const down = sorted.column === column ? !sorted.down : !isText;
  sorted = { column, down };
  const value = (i) => rows[i].cells[column];
  order = rows
    .map((_, i) => i)
    .sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      // what has no figure is last, whichever way
      if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
      return (down ? -difference(x, y) : difference(x, y)) || a - b;
    });
  heads.forEach((head, i) => {
    const cell = head.closest('th');
    if (i === column) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else cell.removeAttribute('aria-sort');
  });
  at = { row: 0, column: at.column };
  scroller.scrollTop = 0;
  draw();
}

/** Draws the rows in sight; what is above and below is left as room. */
function draw(focus = false) {
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - SPARE);
  const last = Math.min(order.length, Math.ceil((scroller.scrollTop + (scroller.clientHeight || 800)) / ROW) + SPARE);
  const lines = [];
  for (let i = first; i < last; i++) lines.push(line(i));
  body.replaceChildren(room(first), ...lines, room(order.length - last));
  if (focus) body.querySelector('[tabindex="0"]')?.focus();
}

function line(i) {
  const row = document.createElement('tr');
  row.setAttribute('aria-rowindex', String(i + 2));
  rows[order[i]].cells.forEach((cell, column) => {
    row.append(cellAt(i, column, shown(cell, column), columns[column].form === 'text' ? 'text' : 'figure'));
  });
  const name = rows[order[i]].cells[0];
  if (words.follow !== undefined)
    row.append(cellAt(i, columns.length, name === '' ? '' : words.follow, name === '' ? 'text' : 'text follow'));
  if (rows[order[i]].query === null) row.className = 'closed';
  return row;
}

function cellAt(i, column, text, className) {
  const made = document.createElement(column === 0 ? 'th' : 'td');
  if (column === 0) made.setAttribute('scope', 'row');
  made.textContent = text;
  made.className = className;
  made.tabIndex = i === at.row && column === at.column ? 0 : -1;
  made.dataset.row = String(i);
  made.dataset.column = String(column);
  return made;
}

function room(count) {
  const row = document.createElement('tr');
  row.setAttribute('aria-hidden', 'true');
  row.style.height = `${count * ROW}px`;
  return row;
}

/** A row's concordance; of a column that counts a part, in that part. Behind the last column, a speaker's words. */
function open(i, column) {
  if (column === columns.length) {
    const name = rows[order[i]]?.cells[0];
    if (name) vscode.postMessage({ kind: 'speaker', name });
    return;
  }
  const query = rows[order[i]]?.query;
  const filter = columns[column]?.filter;
  if (query != null) vscode.postMessage({ kind: 'open', query: filter === undefined ? query : `${query} ${filter}` });
}

function move(row, column) {
  at = { row: Math.min(Math.max(0, row), order.length - 1), column: Math.min(Math.max(0, column), lastColumn) };
  const top = at.row * ROW;
  const height = scroller.clientHeight || 800;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + 2 * ROW > scroller.scrollTop + height) scroller.scrollTop = top + 2 * ROW - height;
  draw(true);
}

const page = () => Math.max(1, Math.floor((scroller.clientHeight || 800) / ROW) - 2);
const KEYS = {
  ArrowDown: () => move(at.row + 1, at.column),
  ArrowUp: () => move(at.row - 1, at.column),
  ArrowLeft: () => move(at.row, at.column - 1),
  ArrowRight: () => move(at.row, at.column + 1),
  PageDown: () => move(at.row + page(), at.column),
  PageUp: () => move(at.row - page(), at.column),
  Home: () => move(0, at.column),
  End: () => move(order.length - 1, at.column),
  Enter: () => open(at.row, at.column),
  ' ': () => open(at.row, at.column),
};

body.addEventListener('keydown', (event) => {
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
body.addEventListener('click', (event) => {
  const cell = event.target.closest('[data-row]');
  if (cell === null) return;
  at = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  draw(true);
  open(at.row, at.column);
});
heads.forEach((head, i) => {
  head.addEventListener('click', () => sortBy(i));
});
// the picture's marks: one can be reached by Tab, the arrows go to the others
const marks = [...document.querySelectorAll('.mark')];
marks[0]?.setAttribute('tabindex', '0');
marks.forEach((mark, i) => {
  const show = () => {
    const query = mark.getAttribute('data-query') ?? rows[Number(mark.getAttribute('data-row') ?? Number.NaN)]?.query;
    if (query != null) vscode.postMessage({ kind: 'open', query });
  };
  mark.addEventListener('click', show);
  mark.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Enter') show();
    const next = step === undefined ? undefined : marks[i + step];
    if (next === undefined) return;
    event.preventDefault();
    mark.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
});
for (const button of document.querySelectorAll('[data-command]'))
  button.addEventListener('click', () => vscode.postMessage({ kind: button.dataset.command }));
scroller.addEventListener('scroll', () => draw());
globalThis.addEventListener?.('resize', () => draw());
// other scripts of the page have no connection of their own: there can be one alone
globalThis.addEventListener?.('send', ({ detail }) => vscode.postMessage(detail));
draw();
