import fs from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { pictureCsv } from '../../../client/src/corpus/pictureCsv';
import { type PictureView, picturePage } from '../../../client/src/corpus/picturePage';
import { pictures } from '../../../server/src/messages/pictures';
import { wordsOf } from '../../../server/src/messages/topic';
import type { ShownTable } from '../../../server/src/protocol';

const [TABLE_SCRIPT, PICTURE_SCRIPT] = ['table.js', 'picture.js'].map((file) => fs.readFileSync(`client/media/${file}`, 'utf8'));

const MAP: ShownTable = {
  title: 'Map of places',
  settings: [{ name: 'Counted', value: '2 articles, 31 words' }],
  columns: [
    { id: 'place', title: 'Place', form: 'text' },
    { id: 'count', title: 'Count', form: 'count' },
    { id: 'latitude', title: 'Latitude', form: 'figure' },
  ],
  rows: [
    { cells: ['Paris', 2, 48.9], query: 'entity:"Paris"' },
    { cells: ['Otrane <x>', 1200, null], query: 'entity:"Otrane <x>"' },
  ],
  notes: ['1 place without coordinates.'],
  picture:
    '<svg viewBox="0 0 900 500" width="900" height="500"><g class="mark" data-row="0" tabindex="-1"><circle r="8"/></g><g class="mark" data-query="entity:&quot;A&quot;" tabindex="-1"><circle/></g></svg>',
};

const VIEW: PictureView = {
  table: MAP,
  settings: ['minimum', 'within', 'again'],
  links: [{ label: 'Network of names', command: 'corpusAnnotator.corpus.pictures', argument: 'network' }],
  told: [{ text: 'No index is kept.', links: [{ label: 'Keep an Index', command: 'corpusAnnotator.corpus.keepIndex' }] }],
  problems: [{ uri: 'file:///c/x.txt', file: 'x.txt', message: 'cannot be read' }],
  unknown: '(unknown)',
  zooms: true,
};

interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  click(): void;
  dispatchEvent(event: object): boolean;
}
interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
}

/** The page with its scripts run, in a document without a screen. */
function page(view: PictureView = VIEW, language = 'en') {
  const htmlOf = (one: PictureView): string =>
    picturePage(wordsOf(pictures, language), one, {
      scripts: ['vscode-resource://table.js', 'vscode-resource://picture.js'],
      cspSource: 'vscode-resource:',
    });
  const { document, Event, DOMParser } = parseHTML(htmlOf(view)) as unknown as {
    readonly document: PageDocument;
    readonly DOMParser: unknown;
    readonly Event: new (name: string, options: object) => object;
  };
  // what a screen would give
  Object.assign(document.querySelector('#rows') as object, { scrollTop: 0, clientHeight: 520 });
  const sent: unknown[] = [];
  const target = new EventTarget();
  const scope = {
    document,
    DOMParser,
    acquireVsCodeApi: () => ({
      postMessage: (message: { readonly kind: string }) => message.kind === 'ready' || sent.push(message),
    }),
    addEventListener: target.addEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  };
  for (const script of [TABLE_SCRIPT, PICTURE_SCRIPT]) new Function('globalThis', 'document', script as string)(scope, document);
  const key = (element: PageElement | undefined, name: string): void => {
    element?.dispatchEvent(Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key: name }));
  };
  const click = (element: PageElement | undefined): void => {
    element?.dispatchEvent(new Event('click', { bubbles: true, cancelable: true }));
  };
  const anew = (one: PictureView): void => {
    target.dispatchEvent(Object.assign(new globalThis.Event('message'), { data: { kind: 'anew', html: htmlOf(one) } }));
  };
  return { document, sent, key, click, anew, marks: () => [...document.querySelectorAll('.mark')] };
}

describe('the page of a picture', () => {
  test('has the picture, what must be known, what has no place in it, and the table behind it', () => {
    const { document } = page();
    expect(document.querySelector('#picture svg')).not.toBeNull();
    expect(document.querySelector('.told')?.textContent).toContain('No index is kept.');
    expect(document.querySelector('.notes li')?.textContent).toBe('1 place without coordinates.');
    expect(document.querySelector('aside li')?.textContent).toBe('Otrane <x> 1,200');
    expect(document.querySelector('.problems li')?.textContent).toContain('x.txt: cannot be read');
    expect([...document.querySelectorAll('tbody tr[aria-rowindex]')]).toHaveLength(2);
    expect(document.querySelector('table')?.getAttribute('aria-describedby')).toBe('help');
  });

  test('each mark opens its concordance: by its row, by its own query, and beside the picture', () => {
    const { marks, sent, key, click } = page();
    const [paris, anne, otrane] = marks();
    click(paris);
    key(anne, 'Enter');
    click(otrane);
    expect(sent).toEqual([
      { kind: 'open', query: 'entity:"Paris"' },
      { kind: 'open', query: 'entity:"A"' },
      { kind: 'open', query: 'entity:"Otrane <x>"' },
    ]);
  });

  test('one mark can be reached by Tab, the arrows go to the others', () => {
    const { marks, key } = page();
    const reached = (): number[] => marks().flatMap((mark, i) => (mark.getAttribute('tabindex') === '0' ? [i] : []));
    expect(reached()).toEqual([0]);
    key(marks()[0], 'ArrowRight');
    key(marks()[1], 'ArrowDown');
    expect(reached()).toEqual([2]);
    key(marks()[2], 'ArrowUp');
    expect(reached()).toEqual([1]);
  });

  test('buttons change settings, lead on, export, and open files that could not be counted', () => {
    const { document, sent } = page();
    for (const selector of ['[data-command="within"]', '[data-command="svg"]', '.links button', '.told button', '[data-open]'])
      document.querySelector(selector)?.click();
    expect(sent).toEqual([
      { kind: 'within' },
      { kind: 'svg' },
      { kind: 'run', command: 'corpusAnnotator.corpus.pictures', argument: 'network' },
      { kind: 'run', command: 'corpusAnnotator.corpus.keepIndex', argument: undefined },
      { kind: 'file', uri: 'file:///c/x.txt' },
    ]);
  });

  test('one looks at a part of it, larger: by buttons, keys and the wheel; discs grow less', () => {
    const { document, marks, sent, key } = page();
    const [svg, whole] = [document.querySelector('#picture svg'), '0 0 900 500'];
    const seen = (): string | null | undefined => svg?.getAttribute('viewBox');
    document.querySelector('[data-zoom="in"]')?.click();
    expect(seen()).toBe('150 83.33 600 333.33');
    expect(Number(document.querySelector('#picture circle')?.getAttribute('r'))).toBeCloseTo(8 / Math.sqrt(1.5));
    key(marks()[0], '-');
    expect(seen()).toBe(whole);
    // nothing beyond the picture is shown
    key(marks()[0], '-');
    expect(seen()).toBe(whole);
    key(marks()[0], '+');
    key(marks()[0], '0');
    expect(seen()).toBe(whole);
    expect(sent).toEqual([]);
  });

  test('drawn anew while articles are counted, the same part of it is seen, and its marks, buttons and keys work', () => {
    const { document, marks, sent, key, click, anew } = page();
    const seen = (): string | null | undefined => document.querySelector('#picture svg')?.getAttribute('viewBox');
    document.querySelector('[data-zoom="in"]')?.click();
    const picture = MAP.picture?.replace('data-row="0"', 'data-row="1"');
    const rows = [{ cells: ['Brest', 7, null], query: 'entity:"Brest"' }, ...MAP.rows];
    anew({ ...VIEW, table: { ...MAP, rows, notes: [], ...(picture && { picture }) }, told: [] });
    expect(seen()).toBe('150 83.33 600 333.33');
    expect(document.querySelector('.told, .notes li')).toBeNull();
    expect(document.querySelector('aside li')?.textContent).toBe('Brest 7');
    key(marks()[0], 'Enter');
    click(marks()[2]);
    document.querySelector('[data-zoom="out"]')?.click();
    expect(seen()).toBe('0 0 900 500');
    document.querySelector('[data-command="within"]')?.click();
    expect(sent).toEqual([
      { kind: 'open', query: 'entity:"Paris"' },
      { kind: 'open', query: 'entity:"Brest"' },
      { kind: 'within' },
    ]);
  });

  test('a picture that is read from left to right does not zoom', () => {
    expect(page({ ...VIEW, zooms: false }).document.querySelector('[data-zoom]')).toBeNull();
  });

  test('of nothing says so, and offers no picture to export', () => {
    const { picture: _, ...table } = MAP;
    const { document } = page({ ...VIEW, table }, 'fr');
    expect(document.querySelector('#picture')?.textContent).toBe('Il n’y a rien à dessiner.');
    expect(document.querySelector('[data-png], [data-command="svg"]')).toBeNull();
    expect(document.querySelector('[data-command="export"]')).not.toBeNull();
  });

  test('nothing but its own scripts runs, and no image comes from elsewhere', () => {
    const { document } = page();
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toBe("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src vscode-resource:;");
    expect(document.querySelectorAll('script[src]')).toHaveLength(2);
  });
});

test('the table behind a picture as CSV: settings, names of columns, and no formula', () => {
  const table = { ...MAP, rows: [...MAP.rows, { cells: ['=SUM(1), "x"', -2, null], query: null }] };
  expect(pictureCsv(table).split('\r\n')).toEqual([
    '\ufeff"# Counted: 2 articles, 31 words"',
    'place,count,latitude,query',
    'Paris,2,48.9,"entity:""Paris"""',
    'Otrane <x>,1200,,"entity:""Otrane <x>"""',
    '"\'=SUM(1), ""x""",-2,,',
    '',
  ]);
});
