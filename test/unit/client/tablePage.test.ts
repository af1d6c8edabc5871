import fs from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LivePage } from '../../../client/src/corpus/livePage';
import { type PageSource, tablePage } from '../../../client/src/corpus/tablePage';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import type { ShownTable } from '../../../server/src/protocol';

const SCRIPT = fs.readFileSync('client/media/table.js', 'utf8');

const TABLE: ShownTable = {
  title: 'Speakers',
  settings: [{ name: 'Counted', value: '2 articles, 31 words' }],
  columns: [
    { id: 'speaker', title: 'Speaker', form: 'text' },
    { id: 'count', title: 'Count', form: 'count', filter: 'date:"2016"' },
    { id: 'million', title: 'Per million', form: 'figure' },
  ],
  rows: [
    { cells: ['Anne Morel', 2, 64516.129], query: 'speaker:"Anne Morel"' },
    { cells: ['', 12, null], query: null },
    { cells: ['Zoé </script>', 3, -1.5], query: 'speaker:"Zoé </script>"' },
  ],
  notes: ['Nothing <more>.'],
  picture:
    '<svg><g class="mark" data-row="0" tabindex="-1"><rect/></g><g class="mark" data-row="2" tabindex="-1"><rect/></g></svg>',
};

/** What of a document's elements the tests look at. */
interface PageElement {
  readonly textContent: string | null;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  closest(selector: string): PageElement | null;
  click(): void;
  dispatchEvent(event: object): boolean;
}
interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
  getElementById(id: string): PageElement | null;
}
interface Parsed {
  readonly document: PageDocument;
  readonly Event: MakeEvent;
  readonly DOMParser: unknown;
}
type MakeEvent = new (name: string, options: { readonly bubbles: boolean; readonly cancelable: boolean }) => object;

const { picture: _, ...WITHOUT_PICTURE } = TABLE;

interface Page {
  readonly document: PageDocument;
  readonly sent: unknown[];
  event(name: string, more?: object): object;
  rows(): string[][];
  key(name: string): void;
  active(): string | undefined;
  /** Tells the page of the table as it is counted meanwhile. */
  anew(table: ShownTable): void;
  readonly scroller: { scrollTop: number };
}

/** The page with its script run, in a document without a screen. */
function page(table: ShownTable = TABLE, language = 'en', more: Partial<PageSource> = {}, state: { last?: unknown } = {}): Page {
  const htmlOf = (one: ShownTable): string =>
    tablePage(wordsOf(tables, language), one, [{ uri: 'file:///x.txt', message: 'cannot be read' }], {
      script: 'vscode-resource://table.js',
      cspSource: 'vscode-resource:',
      fileOf: () => 'x.txt',
      buttons: [{ command: 'within' }, { command: 'once', pressed: true }, { command: 'marks', pressed: false }],
      hasSpeakers: false,
      ...more,
    });
  const html = htmlOf(table);
  const { document, Event, DOMParser } = parseHTML(html) as unknown as Parsed;
  // what a screen would give
  Object.assign(document.getElementById('rows') as object, { scrollTop: 0, clientHeight: 520 });
  const sent: unknown[] = [];
  const post = (message: { readonly kind: string }): void => {
    if (message.kind !== 'ready') sent.push(message);
  };
  const target = new EventTarget();
  const scope = {
    document,
    DOMParser,
    acquireVsCodeApi: () => ({
      postMessage: post,
      getState: () => state.last,
      setState: (last: unknown) => Object.assign(state, { last }),
    }),
    addEventListener: target.addEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  };
  new Function('globalThis', 'document', SCRIPT)(scope, document);
  const focusable = () => [...document.querySelectorAll('tbody [tabindex="0"]')];
  const event = (name: string, more: object = {}): object =>
    Object.assign(new Event(name, { bubbles: true, cancelable: true }), more);
  return {
    document,
    sent,
    event,
    rows: () =>
      [...document.querySelectorAll('tbody tr[aria-rowindex]')].map((row) =>
        [...row.children].map((cell) => cell.textContent ?? ''),
      ),
    key: (name) => focusable()[0]?.dispatchEvent(event('keydown', { key: name })),
    active: () => focusable()[0]?.textContent ?? undefined,
    anew: (one) =>
      void target.dispatchEvent(Object.assign(new globalThis.Event('message'), { data: { kind: 'anew', html: htmlOf(one) } })),
    scroller: document.getElementById('rows') as unknown as { scrollTop: number },
  };
}

const click = (element: PageElement | undefined | null): void => element?.click();

describe('the page of a table', () => {
  test('shows the settings, what must be known, and the rows as people write figures', () => {
    const { document, rows } = page();
    expect(document.querySelector('dd')?.textContent).toBe('2 articles, 31 words');
    expect([...document.querySelectorAll('.notes li')].map((note) => note.textContent)).toEqual([
      'Nothing <more>.',
      'x.txt: cannot be read',
    ]);
    expect(rows()).toEqual([
      ['Anne Morel', '2', '64,516.13'],
      ['(unknown)', '12', '–'],
      ['Zoé </script>', '3', '-1.50'],
    ]);
    expect(page(TABLE, 'fr').rows()[0]?.[2]).toMatch(/^64\s516,13$/u);
  });

  test('nothing but its own script runs', () => {
    const { document } = page();
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; script-src vscode-resource:;");
    expect(document.querySelectorAll('script[src]')).toHaveLength(1);
  });

  test('a head sorts, one way and the other; what has no figure stays last', () => {
    const { document, rows } = page();
    const heads = [...document.querySelectorAll('th button')];
    click(heads[2]);
    expect(rows().map((cells) => cells[2])).toEqual(['64,516.13', '-1.50', '–']);
    expect(heads[2]?.closest('th')?.getAttribute('aria-sort')).toBe('descending');
    click(heads[2]);
    expect(rows().map((cells) => cells[2])).toEqual(['-1.50', '64,516.13', '–']);
    click(heads[0]);
    expect(rows().map((cells) => cells[0])).toEqual(['(unknown)', 'Anne Morel', 'Zoé </script>']);
    expect(heads[2]?.closest('th')?.hasAttribute('aria-sort')).toBe(false);
  });

  test('a click on a cell opens the row’s concordance, in the part that its column counts; a row without a query opens nothing', () => {
    const { document, sent } = page();
    const cells = () => [...document.querySelectorAll('tbody [data-row]')];
    click(cells()[1]);
    click(cells()[4]);
    click(cells()[2]);
    expect(sent).toEqual([
      { kind: 'open', query: 'speaker:"Anne Morel" date:"2016"' },
      { kind: 'open', query: 'speaker:"Anne Morel"' },
    ]);
  });

  test('the keyboard goes from cell to cell, one of which can be reached by Tab, and Enter opens', () => {
    const { key, active, sent, document } = page();
    expect(active()).toBe('Anne Morel');
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) key(name);
    expect(active()).toBe('3');
    key('Enter');
    key('Home');
    expect(active()).toBe('2');
    expect(sent).toEqual([{ kind: 'open', query: 'speaker:"Zoé </script>" date:"2016"' }]);
    expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
  });

  test('of ten thousand rows draws those in sight, and tells a screen reader of all', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ cells: [`w${i}`, i, null], query: `w${i}` }));
    const { document, rows, key, active } = page({ ...TABLE, rows: many });
    expect(rows().length).toBeLessThan(100);
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('10001');
    key('End');
    expect(active()).toBe('w9999');
    expect(rows().length).toBeLessThan(100);
  });

  test('the picture’s marks open their rows, by pointer and by keyboard', () => {
    const { document, sent, event } = page();
    const [first, second] = [...document.querySelectorAll('.mark')];
    expect([first, second].map((mark) => mark?.getAttribute('tabindex'))).toEqual(['0', '-1']);
    first?.dispatchEvent(event('keydown', { key: 'ArrowRight' }));
    expect([first, second].map((mark) => mark?.getAttribute('tabindex'))).toEqual(['-1', '0']);
    second?.dispatchEvent(event('keydown', { key: 'Enter' }));
    first?.dispatchEvent(event('click'));
    expect(sent).toEqual([
      { kind: 'open', query: 'speaker:"Zoé </script>"' },
      { kind: 'open', query: 'speaker:"Anne Morel"' },
    ]);
    expect(page(WITHOUT_PICTURE).document.querySelector('[data-command="svg"]')).toBeNull();
  });

  test('its buttons tell the extension', () => {
    const { document, sent } = page();
    for (const button of document.querySelectorAll('[data-command]')) click(button);
    expect(sent).toEqual(['within', 'once', 'marks', 'export', 'svg'].map((kind) => ({ kind })));
    const pressed = [...document.querySelectorAll('[data-command]')].map((button) => button.getAttribute('aria-pressed'));
    expect(pressed).toEqual([null, 'true', 'false', null, null]);
  });

  test('a speaker’s words are one click or key away; of nobody there are none', () => {
    const { document, sent, key, active } = page(TABLE, 'en', { hasSpeakers: true });
    const links = [...document.querySelectorAll('tbody .follow')];
    expect(links.map((link) => link.textContent)).toEqual(['Words against all others', 'Words against all others']);
    click(links[1]);
    for (const name of ['Home', 'End', 'ArrowUp']) key(name);
    click([...document.querySelectorAll('tbody [data-row="1"][data-column="3"]')][0]);
    key('ArrowLeft');
    expect(active()).toBe('–');
    expect(sent).toEqual([{ kind: 'speaker', name: 'Zoé </script>' }]);
    expect(document.querySelectorAll('thead th')).toHaveLength(4);
  });
});

describe('a table that is told anew while articles are counted', () => {
  const rowsOf = (names: readonly string[]): ShownTable['rows'] =>
    names.map((name, i) => ({ cells: [name, 1000 - i, i], query: `entity:"${name}"` }));
  const many = Array.from({ length: 500 }, (_, i) => `name ${String(i).padStart(3, '0')}`);
  const part: ShownTable = { ...TABLE, rows: rowsOf(many), notes: ['Of 20 articles of 90.'] };
  const whole: ShownTable = { ...TABLE, rows: rowsOf(['first of all', 'second', ...many]), notes: [] };

  test('has its new figures, notes and settings in their places', () => {
    const shown = page(part);
    const table = shown.document.querySelector('table');
    shown.anew({ ...whole, settings: [{ name: 'Counted', value: '90 articles' }] });
    expect(shown.document.querySelector('table')).toBe(table);
    expect(shown.rows()[0]?.[0]).toBe('first of all');
    expect(shown.document.querySelector('dd')?.textContent).toBe('90 articles');
    expect([...shown.document.querySelectorAll('.notes li')].map((note) => note.textContent)).toEqual(['x.txt: cannot be read']);
    expect(table?.getAttribute('aria-rowcount')).toBe('503');
  });

  test('stays sorted as the person has sorted it', () => {
    const shown = page(part);
    click([...shown.document.querySelectorAll('thead button')][2]);
    expect(shown.rows()[0]?.[0]).toBe('name 499');
    shown.anew(whole);
    expect(shown.rows()[0]?.[0]).toBe('name 499');
    const heads = [...shown.document.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));
    expect(heads).toEqual([null, null, 'descending']);
    // the column has gone: as it comes
    shown.anew({
      ...whole,
      columns: whole.columns.slice(0, 2),
      rows: whole.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) })),
    });
    expect(shown.rows()[0]).toEqual(['first of all', '1,000']);
  });

  test('the row that was chosen stays chosen, and where it is on the screen', () => {
    const shown = page(part);
    for (let i = 0; i < 40; i++) shown.key('ArrowDown');
    shown.key('ArrowRight');
    const top = 40 * 26 - shown.scroller.scrollTop;
    shown.anew(whole);
    const row = shown.document.querySelector('tbody [tabindex="0"]')?.closest('tr');
    expect([...(row?.children ?? [])].map((cell) => cell.textContent).slice(0, 2)).toEqual(['name 040', '958']);
    expect(42 * 26 - shown.scroller.scrollTop).toBe(top);
    shown.key('Enter');
    expect(shown.sent).toEqual([{ kind: 'open', query: 'entity:"name 040" date:"2016"' }]);
  });

  test('what was scrolled to stays in sight where nothing was chosen', () => {
    const shown = page(part);
    shown.scroller.scrollTop = 3000;
    shown.anew(whole);
    expect(shown.scroller.scrollTop).toBe(3000);
  });

  test('a row that says the same keeps its elements, so that what is marked in it stays marked', () => {
    const shown = page(part);
    const before = [...shown.document.querySelectorAll('tbody th')].slice(0, 3);
    shown.anew({ ...part, rows: [...part.rows, ...rowsOf(['one more'])] });
    expect([...shown.document.querySelectorAll('tbody th')].slice(0, 3)).toEqual(before);
  });

  test('its buttons, marks and heads work as before, and a mark that was reached is reached', () => {
    const shown = page(TABLE);
    const marks = () => [...shown.document.querySelectorAll('.mark')];
    marks()[0]?.dispatchEvent(shown.event('keydown', { key: 'ArrowRight' }));
    const rows = [{ cells: ['New', 9, 1], query: 'speaker:"New"' }, ...TABLE.rows];
    const picture = `<svg>${[0, 1, 3].map((row) => `<g class="mark" data-row="${row}" tabindex="-1"><rect/></g>`).join('')}</svg>`;
    shown.anew({ ...TABLE, rows, picture });
    expect(marks().map((mark) => mark.getAttribute('tabindex'))).toEqual(['-1', '-1', '0']);
    marks()[0]?.dispatchEvent(shown.event('click'));
    click(shown.document.querySelector('[data-command="once"]'));
    expect(shown.sent).toEqual([{ kind: 'open', query: 'speaker:"New"' }, { kind: 'once' }]);
    shown.anew(WITHOUT_PICTURE);
    expect(shown.document.getElementById('drawn')?.hasAttribute('hidden')).toBe(true);
  });

  test('a tab that comes to the front again is sorted and scrolled as it was left', async () => {
    const state: { last?: unknown } = {};
    const left = page(part, 'en', {}, state);
    click([...left.document.querySelectorAll('thead button')][2]);
    left.scroller.scrollTop = 2600;
    left.key('ArrowDown');
    left.scroller.scrollTop = 2600;
    left.anew(part);
    await expect.poll(() => (state.last as { readonly top?: number } | undefined)?.top).toBe(2600);
    const back = page(part, 'en', {}, state);
    // twenty rows above what is in sight are there
    expect(back.rows()[20]?.[0]).toBe('name 399');
    expect(back.scroller.scrollTop).toBe(2600);
    expect(back.document.querySelector('tbody [tabindex="0"]')?.getAttribute('data-row') ?? '1').toBe('1');
  });
});

test('a page is written once, then told; one that was loaded late is told what it has missed', () => {
  const told: unknown[] = [];
  const webview = { html: '', postMessage: async (message: unknown) => told.push(message) > 0 };
  const live = new LivePage(webview);
  live.show('first');
  live.loaded();
  expect(told).toEqual([]);
  live.show('second');
  expect(webview.html).toBe('first');
  live.loaded();
  const second = { kind: 'anew', html: 'second' };
  expect(told).toEqual([second, second]);
});
