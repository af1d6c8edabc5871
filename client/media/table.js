/*
 * What a table of a corpus does in its page: sorts, draws the rows that are in sight, moves with the keyboard, and tells the
 * extension which row is to be shown as a concordance. The page holds the table as JSON, and has no other script. Where more
 * has been counted, it is told the page anew, and takes over what has changed: what the person sorted, scrolled to, chose or
 * marked stays.
 */
const read = (id) => JSON.parse(document.getElementById(id).textContent);
let { columns, rows, words, locale } = read('table');
const vscode = globalThis.acquireVsCodeApi();
const scroller = document.getElementById('rows');
const body = document.querySelector('tbody');
// the keys hold, too, where the row that was chosen is scrolled out of sight
scroller.tabIndex = -1;

/** In pixels; the style sheet gives each row the same. */
const ROW = 26;
/** Rows beyond what is in sight, on each side. */
const SPARE = 20;
let order = rows.map((_, i) => i);
let sorted = { column: -1, down: true };
let at = { row: 0, column: 0 };
const lastColumn = () => columns.length - (words.follow === undefined ? 1 : 0);

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
  sorted = { column, down: sorted.column === column ? !sorted.down : !isText };
  arrange();
  at = { row: 0, column: at.column };
  scroller.scrollTop = 0;
  draw();
}

/** Puts the rows into the order that was asked for, and says so in the head. */
function arrange() {
  const { column, down } = sorted;
  order = rows.map((_, i) => i);
  [...document.querySelectorAll('thead button')].forEach((head, i) => {
    const cell = head.closest('th');
    if (i === column) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else cell.removeAttribute('aria-sort');
  });
  if (column < 0) return;
  const value = (i) => rows[i].cells[column];
  order.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    // what has no figure is last, whichever way
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return (down ? -difference(x, y) : difference(x, y)) || a - b;
  });
}

const above = room();
const below = room();
body.append(above, below);

/**
 * Draws the rows in sight; what is above and below is left as room. A row that is there already stays where it is, so that
 * what has the focus and what is marked keeps it.
 */
function draw(focus = false) {
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - SPARE);
  const last = Math.min(order.length, Math.ceil((scroller.scrollTop + (scroller.clientHeight || 800)) / ROW) + SPARE);
  const there = new Map();
  for (const row of body.querySelectorAll('[aria-rowindex]')) {
    const i = Number(row.getAttribute('aria-rowindex')) - 2;
    const isKept = i >= first && i < last && row.children.length === lastColumn() + 1;
    if (isKept) there.set(i, row);
    else leave(row);
  }
  let next = below;
  for (let i = last - 1; i >= first; i--) {
    const row = there.get(i) ?? body.insertBefore(newRow(i), next);
    fill(row, i);
    next = row;
  }
  above.style.height = `${first * ROW}px`;
  below.style.height = `${Math.max(0, order.length - last) * ROW}px`;
  if (focus) body.querySelector('[tabindex="0"]')?.focus();
  remember();
}

/** Takes a row out; the keys go on from it all the same. */
function leave(row) {
  const hasFocus = row.contains(document.activeElement);
  row.remove();
  if (hasFocus) scroller.focus({ preventScroll: true });
}

function newRow(i) {
  const row = document.createElement('tr');
  row.setAttribute('aria-rowindex', String(i + 2));
  for (let column = 0; column <= lastColumn(); column++) {
    const made = document.createElement(column === 0 ? 'th' : 'td');
    if (column === 0) made.setAttribute('scope', 'row');
    made.dataset.row = String(i);
    made.dataset.column = String(column);
    row.append(made);
  }
  return row;
}

function fill(row, i) {
  const { cells, query } = rows[order[i]];
  [...row.children].forEach((cell, column) => {
    const { text, form } = column === columns.length ? follow(cells[0]) : figureOrText(cells[column], column);
    if (cell.textContent !== text) cell.textContent = text;
    cell.className = form;
    cell.tabIndex = i === at.row && column === at.column ? 0 : -1;
  });
  row.className = query === null ? 'closed' : '';
}

const figureOrText = (cell, column) => ({ text: shown(cell, column), form: columns[column].form === 'text' ? 'text' : 'figure' });
const follow = (name) => (name === '' ? { text: '', form: 'text' } : { text: words.follow, form: 'text follow' });

function room() {
  const row = document.createElement('tr');
  row.setAttribute('aria-hidden', 'true');
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
  at = { row: Math.min(Math.max(0, row), order.length - 1), column: Math.min(Math.max(0, column), lastColumn()) };
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

scroller.addEventListener('keydown', (event) => {
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('thead')) return;
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
document.addEventListener('click', ({ target }) => {
  const head = target.closest('thead button');
  const command = target.closest('[data-command]');
  const mark = target.closest('.mark');
  if (head !== null) sortBy([...document.querySelectorAll('thead button')].indexOf(head));
  else if (command !== null) vscode.postMessage({ kind: command.dataset.command });
  else if (mark !== null) showMark(mark);
});

// the picture's marks: one can be reached by Tab, the arrows go to the others
const marksThere = () => [...document.querySelectorAll('.mark')];
const queryOf = (mark) =>
  mark.getAttribute('data-query') ?? rows[Number(mark.getAttribute('data-row') ?? Number.NaN)]?.query ?? undefined;

function showMark(mark) {
  const query = queryOf(mark);
  if (query !== undefined) vscode.postMessage({ kind: 'open', query });
}

function reach(mark) {
  for (const other of marksThere()) if (other !== mark) other.setAttribute('tabindex', '-1');
  mark?.setAttribute('tabindex', '0');
}

document.addEventListener('keydown', (event) => {
  const mark = event.target.closest('.mark');
  if (mark === null) return;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Enter') showMark(mark);
  const marks = marksThere();
  const next = step === undefined ? undefined : marks[marks.indexOf(mark) + step];
  if (next === undefined) return;
  event.preventDefault();
  reach(next);
  next.focus();
});

/** What a button or a mark is, whatever has been counted since. */
const ATTRIBUTES = ['data-command', 'data-run', 'data-argument', 'data-open', 'data-zoom', 'data-png'];
const signOf = (element) =>
  JSON.stringify([queryOf(element), ...ATTRIBUTES.map((name) => element.getAttribute(name)), element.closest('th')?.cellIndex]);
const rowSign = (row) => JSON.stringify([row.query, ...row.cells.filter((cell) => typeof cell === 'string')]);

/** What of the page has the focus, apart from the rows; the function gives it back to what is the same now. */
function focused() {
  const active = document.activeElement;
  const part = active?.closest?.('[data-part]');
  if (!part) return () => undefined;
  const sign = signOf(active);
  return () => {
    if (part.contains(active)) return;
    const again = [...part.querySelectorAll('button, .mark')].find((element) => signOf(element) === sign);
    if (again?.matches('.mark')) reach(again);
    again?.focus({ preventScroll: true });
  };
}

/** The page anew, with more that is counted or by other settings: each part that differs is changed in its place. */
function anew(html) {
  const fresh = new globalThis.DOMParser().parseFromString(html, 'text/html');
  const isChosen = at.row > 0 || at.column > 0 || body.contains(document.activeElement);
  const chosen = { row: rows[order[at.row]], top: at.row * ROW - scroller.scrollTop, column: columns[at.column]?.id };
  const sortedBy = columns[sorted.column]?.id;
  const reached = marksThere().find((mark) => mark.getAttribute('tabindex') === '0');
  const mark = reached && queryOf(reached);
  const focusAgain = focused();
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other !== null && part.innerHTML !== other.innerHTML) part.innerHTML = other.innerHTML;
  }
  for (const element of document.querySelectorAll('[data-attributes]')) copyAttributes(element, fresh.getElementById(element.id));
  const data = fresh.getElementById('table').textContent;
  document.getElementById('table').textContent = data;
  ({ columns, rows, words, locale } = JSON.parse(data));
  sorted = { ...sorted, column: columns.findIndex(({ id }) => id === sortedBy) };
  arrange();
  if (isChosen) choose(chosen);
  at = { row: Math.max(0, Math.min(at.row, order.length - 1)), column: Math.min(at.column, lastColumn()) };
  draw();
  reach(marksThere().find((each) => queryOf(each) === mark) ?? marksThere()[0]);
  focusAgain();
  globalThis.dispatchEvent?.(new CustomEvent('anew'));
}

/** Goes on at the row that was chosen, wherever it stands now, at its place on the screen. */
function choose({ row, top, column }) {
  const sign = row && rowSign(row);
  const place = order.findIndex((i) => rowSign(rows[i]) === sign);
  if (place < 0) return;
  const known = columns.findIndex(({ id }) => id === column);
  at = { row: place, column: known < 0 ? at.column : known };
  if (top > -ROW && top < (scroller.clientHeight || 800)) {
    // as much room as it needs, to scroll so far
    draw();
    scroller.scrollTop = Math.max(0, place * ROW - top);
  }
}

function copyAttributes(element, fresh) {
  for (const name of element.dataset.attributes.split(' ')) {
    const value = fresh?.getAttribute(name) ?? null;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

let remembering;
/** A tab that comes to the front again is loaded anew: what was sorted and scrolled to is known then. */
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(
    () => vscode.setState?.({ by: columns[sorted.column]?.id, down: sorted.down, at, top: scroller.scrollTop }),
    100,
  );
}

function goOn() {
  const before = vscode.getState?.();
  if (before === undefined) return;
  sorted = { column: columns.findIndex(({ id }) => id === before.by), down: before.down };
  arrange();
  at = { row: Math.max(0, Math.min(before.at.row, order.length - 1)), column: Math.min(before.at.column, lastColumn()) };
  draw();
  scroller.scrollTop = before.top;
}

scroller.addEventListener('scroll', () => draw());
globalThis.addEventListener?.('resize', () => draw());
// other scripts of the page have no connection of their own: there can be one alone
globalThis.addEventListener?.('send', ({ detail }) => vscode.postMessage(detail));
globalThis.addEventListener?.('message', ({ data }) => {
  if (data?.kind === 'anew') anew(data.html);
});
reach(marksThere()[0]);
goOn();
draw();
// what has been counted since this page was written is told now
vscode.postMessage({ kind: 'ready' });
