import { ARTICLE_LANGUAGE, SETTINGS_SECTION, type Setting, type SettingsSection } from '../../server/src/protocol';
import { LINE_KEY_COMMAND, lineKeys } from '../src/corpus/declarations';
import { type Commands, IN_TEXT, type Key, macKey, NEVER, type Text } from '../src/declare';
import { onMachine } from '../src/machineCommands';
import { actionBindings, EXACT_KEYS, KEY_COMMAND, REVIEW_KEYS_HOLD, reviewModeKeys } from '../src/review/declarations';
import { VIEWS, WELCOMES } from '../src/views/declarations';
import { colorContributions } from './colors';
import { commandsOf, type Declaration } from './declaration';
import { DESCRIPTION, LANGUAGE, LIMITS, SCHEMA_FILE, STARTS_IN, STARTS_WITH, SUBMENUS } from './language';
import { type Bundle, Texts } from './texts';
import { PICTURE_THEMES, WALKTHROUGH } from './walkthrough';

/** The parts of `package.json` that are generated, and the texts they refer to. */
export interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly contributes: Contributes;
  readonly english: Bundle;
  readonly french: Bundle;
}

interface Contributes extends Readonly<Record<string, unknown>> {
  readonly commands: readonly Readonly<Record<string, unknown>>[];
  readonly keybindings: readonly Binding[];
  readonly menus: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
  /** For keys of the review mode: the key, and what it does where it is of no use there. */
  readonly args?: string | { readonly key: string; readonly otherwise: string };
}

const NAME = 'Corpus Annotator';
const full = (name: string): string => `${SETTINGS_SECTION}.${name}`;

/** Makes the generated parts of the manifest of a declaration. */
export function manifestOf(declaration: Declaration): Manifest {
  const texts = new Texts();
  texts.put('description', DESCRIPTION);
  const commands = commandsOf(declaration);
  const contributes = {
    ...languages(texts),
    commands: commandList(commands, texts),
    keybindings: [...commandKeys(commands), ...modeKeys(declaration), ...keysOnLines(declaration)],
    menus: menus(commands),
    configuration: declaration.settings.map((section, index) => configuration(section, index + 1, texts)),
    ...colorContributions(LANGUAGE.editor, texts),
    ...views(texts),
    walkthroughs: [walkthrough(texts)],
    submenus: Object.keys(SUBMENUS).map((name) => ({ id: full(name), label: NAME })),
    jsonValidation: [{ fileMatch: SCHEMA_FILE.path, url: SCHEMA_FILE.schema }],
  };
  return {
    activationEvents: [
      ...STARTS_IN.map((language) => `onLanguage:${language}`),
      ...STARTS_WITH.map((glob) => `workspaceContains:${glob}`),
    ],
    capabilities: capabilities(declaration.settings, texts),
    contributes,
    english: texts.bundle('en'),
    french: texts.bundle('fr'),
  };
}

function languages(texts: Texts) {
  const { name, extension, configuration, icon, grammar } = LANGUAGE;
  const aliases = [texts.put('language.article', name), 'Article'];
  return {
    languages: [
      { id: ARTICLE_LANGUAGE, aliases, extensions: [extension], configuration, icon },
      { id: 'jsonc', filenamePatterns: [`**/${SCHEMA_FILE.path}`] },
    ],
    grammars: [{ language: ARTICLE_LANGUAGE, ...grammar }],
  };
}

function commandList(commands: Commands, texts: Texts) {
  return Object.entries(commands).map(([name, { title, icon, enablement }]) => ({
    command: full(name),
    title: texts.put(`command.${name}.title`, title),
    category: NAME,
    ...(icon && { icon: `$(${icon})` }),
    ...(enablement && { enablement }),
  }));
}

function binding(command: string, { key, when, instead = IN_TEXT }: Key): Binding {
  return { command: full(command), key, mac: macKey(key), when: when === undefined ? instead : `${instead} && ${when}` };
}

function commandKeys(commands: Commands): Binding[] {
  return Object.entries(commands).flatMap(([name, { keys = [] }]) =>
    keys.map((key) => binding(name, typeof key === 'string' ? { key } : key)),
  );
}

function modeKeys(declaration: Declaration): Binding[] {
  const bound = actionBindings(declaration.reviewActions);
  // what no action has is a type's, or nothing; the last that holds is taken
  const letters = reviewModeKeys(declaration.reviewActions).filter((key) => /^(?:shift\+)?[a-z0-9]$/.test(key));
  const everywhere = new Set(bound.filter(({ when }) => when === REVIEW_KEYS_HOLD).map(({ key }) => key));
  const others = otherwise(declaration);
  const typed = [...letters.filter((key) => !everywhere.has(key)), ...EXACT_KEYS].map((key) => ({
    ...binding(KEY_COMMAND, { key, when: REVIEW_KEYS_HOLD }),
    args: withOther(key, others.get(key)),
  }));
  const actions = bound.map(({ action, key, when }) => ({
    ...binding(`review.${action}`, { key, when }),
    args: key,
  }));
  return [...typed, ...actions];
}

const withOther = (key: string, otherwise: string | undefined): string | { readonly key: string; readonly otherwise: string } =>
  otherwise === undefined ? key : { key, otherwise };

/** The commands of articles that have such a key: it is theirs where it is of no use in the review mode. */
function otherwise(declaration: Declaration): ReadonlyMap<string, string> {
  const exact = new Set(EXACT_KEYS);
  return new Map(
    Object.entries(commandsOf(declaration)).flatMap(([name, { keys = [] }]) =>
      keys
        .map((key) => (typeof key === 'string' ? { key } : key))
        .flatMap(({ key, instead }: Key): [string, string][] => (exact.has(key) && !instead ? [[key, full(name)]] : [])),
    ),
  );
}

function keysOnLines({ reviewActions }: Declaration): Binding[] {
  return lineKeys(reviewActions).map((key) => ({ ...binding(LINE_KEY_COMMAND, key), args: key.key }));
}

function menus(commands: Commands) {
  const places: Record<string, Readonly<Record<string, unknown>>[]> = { commandPalette: [] };
  const place = (menu: string, item: Readonly<Record<string, unknown>>): void => {
    places[menu] ??= [];
    places[menu].push(item);
  };
  for (const [name, { menu, when, group }] of Object.entries(SUBMENUS)) place(menu, { submenu: full(name), when, group });
  for (const [name, { palette, menus = [] }] of Object.entries(commands)) {
    const inPalette = palette === NEVER ? NEVER : onMachine(name, palette);
    if (inPalette !== undefined) place('commandPalette', { command: full(name), when: inPalette });
    for (const { menu, when: wanted, group } of menus) {
      const when = onMachine(name, wanted);
      place(menu, { command: full(name), ...(when && { when }), group });
    }
  }
  // VS Code sorts a menu by its groups; ours are sorted for people who read the file.
  const sorted = Object.entries(places).map(([menu, items]) => [menu, items.sort(byGroup)]);
  return Object.fromEntries(sorted) as Contributes['menus'];
}

const byGroup = (first: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>>): number =>
  String(first.group ?? '').localeCompare(String(second.group ?? ''), 'en');

function configuration({ id, title, settings }: SettingsSection, order: number, texts: Texts) {
  const properties = Object.entries(settings).map(([name, setting], index) => [
    full(name),
    property(name, setting, index + 1, texts),
  ]);
  return { title: texts.put(`section.${id}`, title), order, properties: Object.fromEntries(properties) };
}

function property(name: string, setting: Setting, order: number, texts: Texts) {
  const key = `setting.${name}`;
  return {
    ...(texts.putAll(`${key}.schema`, setting.schema) as object),
    default: setting.default,
    scope: setting.scope ?? 'resource',
    order,
    markdownDescription: texts.put(key, setting.text),
  };
}

function views(texts: Texts) {
  const icon = 'client/media/corpus.svg';
  return {
    viewsContainers: { activitybar: [{ id: SETTINGS_SECTION, title: NAME, icon }] },
    views: {
      [SETTINGS_SECTION]: Object.entries(VIEWS).map(([name, { name: title, ...more }]) => ({
        id: full(name),
        name: texts.put(`view.${name}`, title),
        icon,
        ...more,
      })),
    },
    viewsWelcome: Object.entries(WELCOMES).map(([name, { view, contents, when }]) => ({
      view: full(view),
      contents: texts.put(`welcome.${name}`, contents),
      when,
    })),
  };
}

function walkthrough(texts: Texts) {
  const { title, description, steps } = WALKTHROUGH;
  return {
    id: 'start',
    title: texts.put('walkthrough.title', title),
    description: texts.put('walkthrough.description', description),
    steps: steps.map((step) => ({
      id: step.id,
      title: texts.put(`walkthrough.${step.id}.title`, step.title),
      description: texts.put(`walkthrough.${step.id}.description`, step.description),
      media: {
        image: pictures(step.id, texts),
        altText: texts.put(`walkthrough.${step.id}.alt`, step.alt),
      },
      completionEvents: step.done,
    })),
  };
}

/** The pictures of a step, by themes: each language of the interface has its own, so their paths are among the texts. */
function pictures(step: string, texts: Texts) {
  const text = (theme: string): Text => ({
    en: `client/media/walkthrough/en-${step}-${theme}.webp`,
    fr: `client/media/walkthrough/fr-${step}-${theme}.webp`,
  });
  const themes = Object.fromEntries(
    [...new Set(Object.values(PICTURE_THEMES))].map((theme) => [theme, texts.put(`walkthrough.${step}.${theme}`, text(theme))]),
  );
  return Object.fromEntries(Object.entries(PICTURE_THEMES).map(([kind, theme]) => [kind, themes[theme]]));
}

function capabilities(sections: readonly SettingsSection[], texts: Texts) {
  const settings = sections.flatMap((section) => Object.entries(section.settings));
  return {
    untrustedWorkspaces: {
      supported: 'limited',
      description: texts.put('capability.untrusted', LIMITS.untrusted),
      restrictedConfigurations: settings.filter(([, { restricted }]) => restricted).map(([name]) => full(name)),
    },
    virtualWorkspaces: { supported: 'limited', description: texts.put('capability.virtual', LIMITS.virtual) },
  };
}
