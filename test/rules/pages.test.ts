import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { observeRules } from '../../server/src/core/rules/run';
import { LANGUAGES, LAYERS, type Layer } from './layers';
import { type Example, type Mark, type Page, parsePage, rowsOf, written } from './page';

const HERE = import.meta.dirname;
// Rules and exceptions that have no page yet, as `layer/language/rule` or
// `layer/language/rule/exception`, with `any` for the language where a layer's rules are shared. It only shrinks.
const WITHOUT_PAGE: ReadonlySet<string> = new Set(JSON.parse(fs.readFileSync(path.join(HERE, 'without-page.json'), 'utf8')));

interface FoundPage extends Page {
  readonly layer: string;
  readonly language: string;
  readonly file: string;
}

const pages: FoundPage[] = Object.keys(LAYERS).flatMap((layer) =>
  fs
    .readdirSync(path.join(HERE, layer))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const [, , language = ''] = /^([a-z0-9-]+)\.([a-z]{2,3})\.txt$/.exec(name) ?? [];
      return { ...parsePage(fs.readFileSync(path.join(HERE, layer, name), 'utf8')), layer, language, file: `${layer}/${name}` };
    }),
);

/** What a layer finds in an example, and which rules applied and which exceptions refused on the way. */
function watched(page: FoundPage, { text, given }: Example, without: ReadonlySet<string> = new Set()) {
  const applied = new Set<string>();
  const refused = new Set<string>();
  const marks = observeRules({ applied: (id) => applied.add(id), refused: (id) => refused.add(id), without }, () =>
    (LAYERS[page.layer] as Layer).read(text, page.language, page.settings, given),
  );
  return { marks, applied, refused };
}

const changes = (page: FoundPage, example: Example, id: string): boolean => {
  const { marks } = watched(page, example);
  return written(example.text, marks).join() !== written(example.text, watched(page, example, new Set([id])).marks).join();
};

describe.each(pages)('$file', (page) => {
  it('bears the name of its rule', () => {
    expect(path.basename(page.file)).toBe(`${page.rule}.${page.language}.txt`);
    const listed = LAYERS[page.layer]?.rules(page.language).find(({ id }) => id === page.rule);
    expect(listed, 'a rule that the language lists').toBeDefined();
    for (const { exception } of page.examples) if (exception !== undefined) expect(listed?.exceptions).toContain(exception);
    if (LAYERS[page.layer]?.isGiven !== true)
      expect(
        page.examples.flatMap(({ given }) => given),
        'rows of ~, where rules act on a text alone',
      ).toEqual([]);
  });

  it.each(page.examples)('line $line: $text', (example) => {
    const { marks, applied, refused } = watched(page, example);
    const expected: readonly Mark[] = example.marks;
    const rows = rowsOf(example, marks).join('\n');
    expect(written(example.text, marks), `it is now\n${rows}`).toEqual(written(example.text, expected));
    if (example.exception !== undefined) expect([...refused]).toContain(example.exception);
    else if (!example.counter) expect([...applied]).toContain(page.rule);
  });

  it('has an example that only this rule finds', () => {
    const own = page.examples.filter(({ counter, exception }) => !counter && exception === undefined);
    expect(own.some((example) => changes(page, example, page.rule))).toBe(true);
  });

  const exceptions = [...new Set(page.examples.flatMap(({ exception }) => exception ?? []))];
  it.each(exceptions)('has an example that %s alone refuses', (id) => {
    expect(page.examples.some((example) => example.exception === id && changes(page, example, id))).toBe(true);
  });
});

// Rules that languages share need a page in one of them only.
const SHELVES = Object.entries(LAYERS).flatMap(([layer, { isShared }]) =>
  isShared ? [{ layer, shelf: 'any', languages: LANGUAGES }] : LANGUAGES.map((shelf) => ({ layer, shelf, languages: [shelf] })),
);

describe('each rule has its page', () => {
  it.each(SHELVES)('$layer in $shelf', ({ layer, shelf, languages }) => {
    const shown = (rule: string, exception?: string): boolean =>
      pages.some(
        (page) =>
          page.layer === layer &&
          languages.includes(page.language) &&
          page.rule === rule &&
          page.examples.some((example) => example.exception === exception && (exception !== undefined || !example.counter)),
      );
    const all = languages.flatMap((language) =>
      (LAYERS[layer] as Layer)
        .rules(language)
        .flatMap(({ id, exceptions }) => [[id], ...exceptions.map((exception) => [id, exception])]),
    );
    const missing = all
      .filter(([rule = '', exception]) => !shown(rule, exception))
      .map((ids) => [layer, shelf, ...ids].join('/'));
    const owed = [...WITHOUT_PAGE].filter((id) => id.startsWith(`${layer}/${shelf}/`));
    expect([...new Set(missing)].sort(), 'pages missing, and those owed in without-page.json').toEqual(owed.sort());
  });
});
