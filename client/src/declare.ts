/**
 * The forms in which commands, keys and menus are declared, each once, beside the code that serves them. The build makes
 * the manifest and its texts of the declarations (client/manifest), outside VS Code: they must not import `vscode`.
 */
import { ARTICLE_LANGUAGE, type Text } from '../../server/src/protocol';

export type { Text };

/** When an article is in the active editor. */
export const IN_ARTICLE = `editorLangId == ${ARTICLE_LANGUAGE}`;
/** When the cursor is in an article: every key of ours holds there alone. */
export const IN_TEXT = `editorTextFocus && ${IN_ARTICLE}`;
/** A condition that never holds: for commands that need arguments. */
export const NEVER = 'false';

/** A key, as VS Code writes it, in an article; on a Mac it is {@link macKey}. */
export interface Key {
  readonly key: string;
  /** What has to hold besides {@link IN_TEXT}. */
  readonly when?: string;
  /** What has to hold in its place, for a key that is not an article's. */
  readonly instead?: string;
}

/** A place in a menu; `group` is `group@order`. */
export interface MenuItem {
  readonly menu: string;
  readonly when?: string;
  readonly group: string;
}

/** A command; its id is {@link SETTINGS_SECTION}, a dot and its name. */
export interface Command {
  readonly title: Text;
  /** The name of a codicon. */
  readonly icon?: string;
  readonly enablement?: string;
  /** When the palette offers it; without it, always. */
  readonly palette?: string;
  readonly keys?: readonly (string | Key)[];
  readonly menus?: readonly MenuItem[];
}

/** Commands by their names. */
export type Commands = Readonly<Record<string, Command>>;

/**
 * The key on a Mac: Option alone types signs there, so Control comes to Alt; Command stands for Control.
 */
export function macKey(key: string): string {
  if (/\balt\b/.test(key) && !/\bctrl\b/.test(key)) return `ctrl+${key}`;
  return key.replace(/\bctrl\b/, 'cmd');
}

/** A key for people: `shift+alt+q` as `Shift+Alt+Q`. */
export function keyLabel(key: string): string {
  return key.replace(/(^|\+)(\w)/g, (_, plus: string, letter: string) => plus + letter.toUpperCase());
}
