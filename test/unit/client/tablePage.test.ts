import fs from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
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
type MakeEvent = new (name: string, options: { readonly bubbles: boolean; readonly cancelable: boolean }) => object;

const { picture: _, ...WITHOUT_PICTURE } = TABLE;

interface Page {
  readonly document: PageDocument;
  readonly sent: unknown[];
  event(name: string, more?: object): object;
  rows(): string[][];
  key(name: string): void;
  active(): string | undefined;
}

/** The page with its script run, in a document without a screen. */
function page(table: ShownTable = TABLE, language = 'en', more: Partial<PageSource> = {}): Page {
  const html = tablePage(wordsOf(tables, language), table, [{ uri: 'file:///x.txt', message: 'cannot be read' }], {
    script: 'vscode-resource://table.js',
    cspSource: 'vscode-resource:',
    fileOf: () => 'x.txt',
    buttons: [{ command: 'within' }, { command: 'once', pressed: true }, { command: 'marks', pressed: false }],
    hasSpeakers: false,
    ...more,
  });
  const { document, Event } = parseHTML(html) as unknown as { readonly document: PageDocument; readonly Event: MakeEvent };
  // what a screen would give
  Object.assign(document.getElementById('rows') as object, { scrollTop: 0, clientHeight: 520 });
  const sent: unknown[] = [];
  const scope = { document, acquireVsCodeApi: () => ({ postMessage: (message: unknown) => sent.push(message) }) };
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
