import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONCORDANCE_SCHEME } from '../../../client/src/corpus/declarations';
import { DEFAULT_SETTINGS } from '../../../server/src/lsp/settings';
import {
  ARTICLE_LANGUAGE,
  COMMANDS,
  DEFAULT_HEADER_PATTERNS,
  REVIEW_COMMANDS,
  SETTINGS_SECTION,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../../server/src/protocol';

interface Property {
  readonly default: unknown;
  readonly scope: string;
}

const read = (file: string) => JSON.parse(readFileSync(path.resolve(file), 'utf8'));
const manifest = read('package.json');
const { contributes } = manifest;

/** The client's sources, one after the other. */
const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('client/src', name), 'utf8'))
  .join('\n');

const settings: Readonly<Record<string, Property>> = Object.assign(
  {},
  ...contributes.configuration.map((section: { properties: object }) => section.properties),
);

describe('commands', () => {
  const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);

  it('that the client registers are contributed, and the views that it fills', () => {
    const views = contributes.views.corpusAnnotator.map(({ id }: { id: string }) => id);
    const registered = [...sources.matchAll(/\bregister(?:Command)?\(\s*'(corpusAnnotator\.[\w.]+)'/g)].map(([, id]) => id);
    expect(registered.length).toBeGreaterThan(10);
    for (const id of registered) expect(contributed).toContain(id);
    const shown = [...sources.matchAll(/\bcreateTreeView\(\s*'(corpusAnnotator\.\w+)'/g)].map(([, id]) => id);
    expect(shown.length).toBeGreaterThan(0);
    for (const id of shown) expect(views).toContain(id);
  });

  // That each is registered is tried in VS Code itself.
  it('are each contributed once', () => {
    expect(new Set(contributed).size).toBe(contributed.length);
  });

  it('that the protocol names are contributed, and those that need arguments not offered in the palette', () => {
    // without arguments these are about the active article, or the line of a concordance
    const alone = new Map<string, string>([
      [COMMANDS.setArticleDate, 'editorLangId == article'],
      [COMMANDS.speakerWords, '!corpusAnnotator.inBrowser && editorLangId == article'],
      [COMMANDS.findName, '!corpusAnnotator.inBrowser && editorLangId == article'],
      [COMMANDS.mergeName, '!corpusAnnotator.inBrowser && editorLangId == article'],
      [COMMANDS.splitName, '!corpusAnnotator.inBrowser && editorLangId == article'],
      [COMMANDS.copyQuote, 'editorLangId == article || resourceScheme == corpus-annotator-concordance'],
    ]);
    for (const command of [...Object.values(COMMANDS), ...Object.values(REVIEW_COMMANDS)]) {
      const when = alone.get(command) ?? 'false';
      expect(contributed).toContain(command);
      expect(contributes.menus.commandPalette).toContainEqual({ command, when });
    }
  });

  it('of menus, keys and welcome texts exist', () => {
    const inMenus = Object.values<{ command?: string }[]>(contributes.menus).flatMap((items) =>
      items.map((item) => item.command),
    );
    const inKeys = contributes.keybindings.map(({ command }: { command: string }) => command);
    const texts = JSON.stringify(read('package.nls.json'));
    const inTexts = [...texts.matchAll(/\(command:(corpusAnnotator\.[\w.]+)/g)].map(([, id]) => id);
    // VS Code makes a command of each view itself.
    const views = contributes.views.corpusAnnotator.map(({ id }: { id: string }) => `${id}.focus`);
    const known = [...contributed, ...views];
    for (const id of [...inMenus, ...inKeys, ...inTexts]) if (id !== undefined) expect(known).toContain(id);
    expect(inTexts.length).toBeGreaterThan(0);
  });

  it('all bear the category', () => {
    for (const command of contributes.commands) expect(command.category).toBe('Corpus Annotator');
  });
});

describe('keys', () => {
  // What VS Code itself binds where an editor has the focus (Alt and a letter or arrow), and what Windows' menus take.
  const TAKEN = /^(?:shift\+)?alt\+(?:[acefghiolprstvwzdm]|up|down|left|right|f\d+|enter|backspace)$/;

  it('hold in articles and in concordances alone', () => {
    const ours = [`editorLangId == ${ARTICLE_LANGUAGE}`, `resourceScheme == ${CONCORDANCE_SCHEME}`];
    for (const { when } of contributes.keybindings) expect(ours.filter((place) => when?.includes(place))).toHaveLength(1);
  });

  it('are given once, and take none of VS Code’s or of the menus', () => {
    const keys = contributes.keybindings.flatMap(({ key, mac, when }: Record<string, string>) => [
      `${key} ${when}`,
      `mac ${mac} ${when}`,
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    // in the review mode Alt with a key takes exactly what is selected: nothing is typed there, and F10 leads to the menus
    const others = contributes.keybindings.filter(({ when }: { when?: string }) => !when?.includes('corpusAnnotator.reviewing'));
    for (const { key } of others) expect(key).not.toMatch(TAKEN);
  });

  it('need no sign that a keyboard of another country lacks, and type nothing on a Mac', () => {
    for (const { key, mac } of contributes.keybindings) {
      if (!key.includes('alt')) continue;
      expect(key).toMatch(/^(?:ctrl\+)?(?:shift\+)?alt\+(?:[a-z]|f\d+|enter|delete|backspace|up|down|left|right)$/);
      expect(mac).toMatch(/ctrl|cmd/);
    }
  });
});

describe('languages of the interface', () => {
  const english = read('package.nls.json');
  const french = read('package.nls.fr.json');
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);

  it('have every text of the manifest, and no others', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });

  it('keep links and settings’ names when translated', () => {
    const fixed = (text: string) => text.match(/\(command:[^)]*\)|`#[^#]+#`/g)?.sort() ?? [];
    for (const [key, text] of Object.entries<string>(english)) expect(fixed(french[key]), key).toEqual(fixed(text));
  });
});

describe('settings', () => {
  it('are the server’s with its defaults', () => {
    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
      const property = settings[`${SETTINGS_SECTION}.${name}`];
      expect(property?.default, name).toEqual(value);
      expect(property?.scope, name).toBe('resource');
    }
    expect(settings['corpusAnnotator.headerPatterns']?.default).toEqual(DEFAULT_HEADER_PATTERNS);
  });

  it('that a workspace can make run without end are not read from one that is not trusted', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('corpusAnnotator.headerPatterns');
  });
});

describe('semantic tokens', () => {
  const types: { id: string; superType?: string }[] = contributes.semanticTokenTypes;
  const [{ scopes }] = contributes.semanticTokenScopes;
  const groups = new Set(types.map(({ superType }) => superType).filter(Boolean));

  it('are those of the protocol', () => {
    expect(types.map(({ id }) => id).filter((id) => !groups.has(id))).toEqual([...TOKEN_TYPES]);
    expect(contributes.semanticTokenModifiers.map(({ id }: { id: string }) => id)).toEqual([...TOKEN_MODIFIERS]);
  });

  it('have a colour of last resort in every theme', () => {
    expect(Object.keys(scopes).sort()).toEqual([...TOKEN_TYPES].sort());
  });

  it('leave themes and users the last word: our defaults name the groups, theirs the types', () => {
    const { rules: _, ...themes } = contributes.configurationDefaults['editor.semanticTokenColorCustomizations'];
    for (const { rules } of Object.values<{ rules: object }>(themes)) expect(new Set(Object.keys(rules))).toEqual(groups);
  });
});

describe('colours', () => {
  type Kind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';
  // VS Code's own editor backgrounds, lightest and darkest of the built-in themes of each kind.
  const BACKGROUNDS: Readonly<Record<Kind, readonly string[]>> = {
    light: ['#FFFFFF', '#FAFAFD'],
    dark: ['#1F1F1F', '#1E1E1E', '#121314'],
    highContrast: ['#000000'],
    highContrastLight: ['#FFFFFF'],
  };
  const KINDS = Object.keys(BACKGROUNDS) as Kind[];
  const customised = contributes.configurationDefaults['editor.semanticTokenColorCustomizations'];
  const paletteOf = (kind: Kind): Record<string, string | { foreground: string; fontStyle: string }> => {
    const name = {
      light: 'Light Modern',
      dark: 'Dark Modern',
      highContrast: 'Default High Contrast',
      highContrastLight: 'Default High Contrast Light',
    }[kind];
    const key = Object.keys(customised).find((themes) => themes.includes(`[${name}]`)) as string;
    return customised[key].rules;
  };
  const colorOf = (id: string, kind: Kind): string =>
    contributes.colors.find((color: { id: string }) => color.id === `corpusAnnotator.${id}`).defaults[kind];
  const foregrounds = (kind: Kind) =>
    Object.entries(paletteOf(kind)).map(([group, rule]) => [group, typeof rule === 'string' ? rule : rule.foreground] as const);

  it.each(KINDS)('%s: names and dates read well, in a quote and outside', (kind) => {
    const least = kind.startsWith('highContrast') ? 7 : 4.5;
    const quotes = ['quoteBackground', 'indirectQuoteBackground', 'markedWordsBackground'].map((id) => colorOf(id, kind));
    for (const background of BACKGROUNDS[kind]) {
      for (const ground of [background, ...quotes.map((color) => blend(color, background))]) {
        for (const [group, color] of foregrounds(kind)) {
          expect(contrast(color, ground), `${group} ${color} on ${ground}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  it.each(KINDS)('%s: no two look alike', (kind) => {
    const named = foregrounds(kind);
    for (const [index, [group, color]] of named.entries()) {
      for (const [other, second] of named.slice(index + 1))
        expect(distance(color, second), `${group}, ${other}`).toBeGreaterThan(60);
    }
  });

  it.each(['highContrast', 'highContrastLight'] as const)('%s: nothing is told by colour alone', (kind) => {
    const styles = Object.entries(paletteOf(kind)).filter(([group]) => group !== 'articleCue');
    const seen = styles.map(([, rule]) => (typeof rule === 'string' ? '' : rule.fontStyle));
    expect(new Set(seen).size).toBe(styles.length);
    for (const id of ['quoteBorder', 'indirectQuoteBorder', 'markedWordsBorder']) {
      expect(contrast(colorOf(id, kind), BACKGROUNDS[kind][0] as string), id).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of backgrounds let a selection show', () => {
    for (const { id, defaults } of contributes.colors) {
      if (id.endsWith('Background')) for (const kind of KINDS) expect(defaults[kind], id).toMatch(/^#[0-9A-F]{6}[0-7][0-9A-F]$/);
    }
  });

  it('that the client uses are contributed', () => {
    const ids = contributes.colors.map(({ id }: { id: string }) => id);
    const underlines = [...sources.matchAll(/style: '\w+', color: '(\w+)'/g)].map(([, name]) => name);
    const contents = [...sources.matchAll(/content: '(\w+)', border: '\w+'/g)].flatMap(([, name]) => [
      `${name}Background`,
      `${name}Border`,
    ]);
    expect(underlines.length + contents.length).toBeGreaterThan(8);
    for (const name of [...underlines, ...contents]) expect(ids).toContain(`corpusAnnotator.${name}`);
  });
});

function channels(color: string): [number, number, number, number] {
  const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5), color.length > 7 ? part(7) / 255 : 1];
}

/** A transparent colour over a background. */
function blend(color: string, background: string): string {
  const [r, g, b, alpha] = channels(color);
  const under = channels(background);
  const mixed = [r, g, b].map((value, index) => Math.round(value * alpha + (under[index] as number) * (1 - alpha)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2 contrast ratio. */
function contrast(first: string, second: string): number {
  const luminance = (color: string): number => {
    const [r, g, b] = channels(color)
      .slice(0, 3)
      .map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How far two colours are apart, weighted for the eye ("redmean": 0 to about 765). */
function distance(first: string, second: string): number {
  const [r1, g1, b1] = channels(first);
  const [r2, g2, b2] = channels(second);
  const red = (r1 + r2) / 2;
  return Math.sqrt((2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2);
}
