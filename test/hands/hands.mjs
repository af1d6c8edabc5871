// A person's hands and eyes on VS Code: keys and the mouse go in, what the screen then says comes out. Nothing on the
// screen comes at once, and what is there may be drawn anew at any time: every look is made at one go (screen.mjs) and
// repeated until it shows what it waits for, and no key is pressed before the focus is where the key is to go.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/project.mjs';
import { installVsix } from '../../scripts/lib/vscodeServer.mjs';
import { openWorkbench } from '../vscode/workbench.mjs';
import { over, parseColour } from './contrast.mjs';
import { readBox, readEditor, readPiece, readPlainColour, readText, readTexts } from './screen.mjs';

/** Where the screenshots go. */
export const SHOTS = path.join(ROOT, 'shots');

/** How long a look waits in the end: generous, since machines that run tests are busy. */
const PATIENCE_MS = 90_000;
/** How long a key or a move of the mouse may take to show before it is tried again. */
const REACTION_MS = 10_000;
/** How long a look rests before the next one. */
const BLINK_MS = 100;

/** A kind of theme, the theme that stands for it as the picker names it, and the class by which the workbench tells that it is on. */
export const THEMES = {
  light: { name: 'Light Modern', mark: 'vs' },
  dark: { name: 'Dark Modern', mark: 'vs-dark' },
  contrast: { name: 'Dark High Contrast', mark: 'hc-black' },
  contrastLight: { name: 'Light High Contrast', mark: 'hc-light' },
};

const SETTINGS = { 'editor.minimap.enabled': false, 'workbench.colorTheme': THEMES.light.name, 'files.autoSave': 'off' };

/** Opens `folder` in a VS Code in which the .vsix is installed as a user installs it. Resolves to the hands. */
export async function openHands({ chromiumPath, vsix, folder, settings = {}, language, viewport }) {
  fs.mkdirSync(SHOTS, { recursive: true });
  const workbench = await openWorkbench({
    chromiumPath,
    folder,
    settings: { ...SETTINGS, ...settings },
    language,
    viewport,
    prepare: (dataDir) => installVsix(vsix, dataDir),
  });
  const hands = new Hands(workbench, folder, workbench.page);
  await hands.untilReady();
  return hands;
}

class Hands {
  #workbench;

  constructor(workbench, folder, page) {
    this.#workbench = workbench;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    /** The folder that is open. */
    this.folder = folder;
  }

  /** Hosts that something asked for beside the server: there must be none but VS Code's own. */
  get refused() {
    return this.#workbench.refused;
  }

  close() {
    return this.#workbench.close();
  }

  /** Opens another window of the same VS Code on the same folder; resolves to its hands. */
  async openWindow() {
    const hands = new Hands(this.#workbench, this.folder, await this.#workbench.openWindow());
    await hands.untilReady();
    return hands;
  }

  /** Waits until the window shows its folder. */
  async untilReady() {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Saves what the screen shows as shots/NAME.png. */
  async shot(name) {
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }

  /** Asks until the answer is accepted, and returns it; fails with the last answer. */
  async until(ask, accept, what) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await ask();
      if (accept(answer)) return answer;
      if (Date.now() > deadline)
        throw new Error(`${what}: not so after ${PATIENCE_MS / 1000} s; at last ${JSON.stringify(answer)}`);
      await this.page.waitForTimeout(BLINK_MS);
    }
  }

  /** Checks until no assertion fails any more; fails as the last check did. */
  async eventually(check) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (!(error instanceof assert.AssertionError) || Date.now() > deadline) throw error;
      }
      await this.page.waitForTimeout(BLINK_MS);
    }
  }

  /** Asks until there is an answer and the next one is the same: what was being drawn has come to rest. */
  async #steady(ask, what) {
    let last = null;
    const same = async () => {
      const before = last;
      last = await ask();
      return last !== null && JSON.stringify(last) === JSON.stringify(before) ? last : null;
    };
    return this.until(same, (answer) => answer !== null, what);
  }

  /** Acts, and again where nothing comes of it in good time: a key is lost where nothing listens to it yet. */
  async #act(act, ask, accept, what) {
    const acted = async () => {
      await act();
      for (const end = Date.now() + REACTION_MS; Date.now() < end; await this.page.waitForTimeout(BLINK_MS)) {
        const answer = await ask();
        if (accept(answer)) return answer;
      }
      return ask();
    };
    return this.until(acted, accept, what);
  }

  /** The file that the active editor shows, its language, whether its text is there and whether keys go to it. */
  editor() {
    return this.page.evaluate(readEditor);
  }

  /** Opens a file by its name, or the end of its path, with Ctrl+P and waits for its text. */
  async openFile(name) {
    const row = name.split('/').at(-1);
    await this.#act(
      async () => {
        await this.#ask('Control+P', name);
        // The list is read when the box opens: a file that was written a moment before may be in the next one only.
        if (await this.#isOffered(row)) await this.#take(row);
      },
      () => this.editor(),
      (editor) => editor.path.endsWith(`/${name}`) && editor.isDrawn,
      `${name} is shown`,
    );
  }

  /** Opens a file that is an article, and waits until it is analysed. */
  async openArticle(name) {
    await this.openFile(name);
    await this.until(
      () => this.editor(),
      ({ language }) => language === 'article',
      `${name} is an article`,
    );
    await this.until(
      () => this.statusBar(),
      (text) => /\d+ entit/.test(text),
      `${name} is analysed`,
    );
  }

  /** Runs a command by its title as the palette shows it; what it then asks is for `answer`. */
  async runCommand(title) {
    await this.#ask('F1', title);
    await this.#take(title);
  }

  /** Waits for a box that asks this, types into it, takes the row that reads so, else what the box offers first. */
  async answer(question, { type = '', take } = {}) {
    await this.asked(question);
    if (type !== '') {
      await this.page.keyboard.press('Control+A');
      await this.#type(type);
    }
    if (take !== undefined) await this.#take(take);
    else await this.#accept();
  }

  /** Waits for a box that asks this, and returns its rows. */
  async asked(question) {
    const isAsked = ({ asks, hasFocus }) => hasFocus && asks.includes(question);
    const { rows } = await this.until(() => this.#box(), isAsked, `“${question}” is asked`);
    return rows.map(({ label }) => label);
  }

  #box() {
    return this.page.evaluate(readBox);
  }

  /** Opens a box with a key; one that is open is closed first. */
  async #open(key) {
    const isOpen = async () => (await this.#box()).isOpen;
    const closed = async () => {
      if (await isOpen()) await this.page.keyboard.press('Escape');
      return isOpen();
    };
    await this.until(closed, (answer) => !answer, 'the box is closed');
    // Where the box comes late, the key pressed again would choose in it.
    const press = async () => (await isOpen()) || this.page.keyboard.press(key);
    await this.#act(
      press,
      () => this.#box(),
      ({ hasFocus }) => hasFocus,
      `${key} opens a box`,
    );
  }

  /** Opens a box with a key and types into it, and again where the box closes meanwhile: an editor that opens takes the focus. */
  async #ask(key, words) {
    await this.#act(
      async () => {
        await this.#open(key);
        await this.page.keyboard.type(words);
      },
      () => this.#box(),
      ({ value }) => value.endsWith(words),
      `“${words}” is typed`,
    );
  }

  async #type(words) {
    await this.page.keyboard.type(words);
    await this.until(
      () => this.#box(),
      ({ value }) => value.endsWith(words),
      `“${words}” is typed`,
    );
  }

  /** Whether the open box comes to show a row of this very name in good time. */
  async #isOffered(row) {
    const pattern = wholeText(row);
    for (const end = Date.now() + REACTION_MS; Date.now() < end; await this.page.waitForTimeout(BLINK_MS)) {
      if ((await this.#box()).rows.some(({ label }) => pattern.test(label))) return true;
    }
    return false;
  }

  /** Goes down to the row of this very name, once the list has come to rest, and takes it. */
  async #take(row) {
    const pattern = wholeText(row);
    const focused = async () => {
      const { rows } = await this.#steady(() => this.#box(), 'the list rests');
      if (rows.some(({ label, isFocused }) => isFocused && pattern.test(label))) return true;
      if (rows.some(({ label }) => pattern.test(label))) await this.page.keyboard.press('ArrowDown');
      return rows.map(({ label }) => label);
    };
    await this.until(focused, (answer) => answer === true, `“${row}” is in the list`);
    await this.#accept();
  }

  /** Takes what is chosen, and waits until the box is closed or asks another thing. */
  async #accept() {
    const about = ({ isOpen, asks, value }) => JSON.stringify([isOpen, asks, value]);
    const before = about(await this.#box());
    await this.page.keyboard.press('Enter');
    await this.until(
      () => this.#box(),
      (box) => about(box) !== before,
      'Enter takes it',
    );
  }

  /** Answers VS Code's own dialog for files and folders: the path into its box, then what the dialog is for. */
  async choosePath(file, label) {
    const dialog = this.page.locator('.quick-input-widget:visible').filter({ hasText: label });
    await this.until(() => dialog.count(), Boolean, `a path for “${label}” is asked for`);
    await this.until(
      () => this.#box(),
      ({ hasFocus }) => hasFocus,
      'the dialog has the focus',
    );
    // The dialog lists the folder meanwhile, and writes into its box what it has found: what it disturbed is typed again.
    await this.#act(
      async () => {
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.type(file);
      },
      () => this.#box(),
      ({ value }) => value.endsWith(file),
      `“${file}” is typed`,
    );
    // The dialog looks the path up before Enter does anything.
    const enter = () =>
      dialog
        .locator('input.input')
        .press('Enter', { timeout: 1_000 })
        .catch(() => {});
    const gone = async () => {
      await this.page.waitForTimeout(1_000);
      if ((await dialog.count()) > 0) await enter();
      return dialog.count();
    };
    await this.until(gone, (count) => count === 0, `“${label}” is answered`);
  }

  /** Waits for a notification with these words, and returns all it says. */
  async notification(words) {
    const texts = () => this.page.evaluate(readTexts, '.notifications-toasts .notification-list-item');
    const said = await this.until(texts, (all) => all.some((text) => text.includes(words)), `“${words}” is told`);
    return said.find((text) => text.includes(words));
  }

  /** Waits for a dialog with these words, which stands before everything else. */
  async dialog(words) {
    const text = () => this.page.evaluate(readText, '.monaco-dialog-box');
    await this.until(text, (all) => all.includes(words), `a dialog says “${words}”`);
  }

  /** Closes the dialog and leaves all as it is. */
  async closeDialog() {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
  }

  /** Presses a button of the notification that has these words. */
  async pressButton(words, button) {
    await this.notification(words);
    const toast = this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words }).first();
    await toast.locator('.monaco-button').filter({ hasText: button }).first().click();
  }

  /** Clears away all notifications. */
  async clearNotifications() {
    await this.runCommand('Notifications: Clear All Notifications');
  }

  /** Waits until keys go to the editor's text, and brings them there where they do not. */
  async focusEditor() {
    const { hasFocus } = await this.editor();
    if (hasFocus) return;
    await this.#act(
      () => this.page.keyboard.press('Control+1'),
      () => this.editor(),
      (editor) => editor.hasFocus,
      'the editor has the focus',
    );
  }

  /** Presses a key, or several with + between them, in the editor. */
  async press(key) {
    await this.focusEditor();
    await this.page.keyboard.press(key);
  }

  /** Types words into the editor. */
  async type(words) {
    await this.focusEditor();
    await this.page.keyboard.type(words);
  }

  /** Puts the cursor at the start of the document, with the editor in focus. */
  async goToStart() {
    await this.#act(
      () => this.press('Control+Home'),
      () => this.cursor(),
      (at) => at.line === 1 && at.column === 1 && at.selected === 0,
      'the cursor is at the start',
    );
  }

  /**
   * Puts the cursor where a line and a column, from 1, are, with the editor in focus. `shown`: the column that the status
   * bar tells, where an emoji counts one and not two.
   */
  async goTo(line, column, shown = column) {
    await this.#act(
      async () => {
        await this.focusEditor();
        await this.#ask('Control+G', `${line}:${column}`);
        await this.#accept();
      },
      () => this.cursor(),
      (at) => at.line === line && at.column === shown && at.selected === 0,
      `the cursor is at ${line}:${column}`,
    );
    await this.focusEditor();
  }

  /** Loads the window anew, as after a restart. */
  async reload() {
    await this.page.reload();
    await this.untilReady();
  }

  /** Where the status bar says the cursor is, and how many characters are selected. */
  async cursor() {
    const text = await this.page.evaluate(readText, '#status\\.editor\\.selection');
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
    const [, selected = '0'] = /\((\d+) selected\)/.exec(text) ?? [];
    return { line: Number(line), column: Number(column), selected: Number(selected) };
  }

  /** The language that the status bar names. */
  language() {
    return this.page.evaluate(readText, '#status\\.editor\\.mode');
  }

  /** Everything that the status bar says. */
  statusBar() {
    return this.page.evaluate(readText, '.statusbar');
  }

  /** The lines of the editor's text that are on the screen. */
  lines() {
    return this.page.evaluate(readTexts, '.editor-group-container.active .view-line');
  }

  /** The piece of the visible text that is painted as one and reads so, once it is there and at rest. */
  #piece(text) {
    const { source, flags } = wholeText(text);
    return this.#steady(() => this.page.evaluate(readPiece, { source, flags }), `“${text}” is painted as one`);
  }

  /** How a painted piece of text looks, once it is there: its colour, and the opaque colour behind it. */
  async look(text) {
    const { colour, backgrounds } = await this.#piece(text);
    return { colour: parseColour(colour), behind: backgrounds.map(parseColour).reduceRight((below, top) => over(top, below)) };
  }

  /** The styles of the lines that decorations draw under a painted piece of text. */
  async linesUnder(text) {
    return (await this.#piece(text)).lines;
  }

  /** The colour of the plain text of the editor. */
  async plainColour() {
    return parseColour(await this.#steady(() => this.page.evaluate(readPlainColour), 'plain text is on the screen'));
  }

  /** Rests the mouse on a painted piece of text and returns what the hover says. */
  async hover(text, expected) {
    await this.restMouse();
    return this.#act(
      async () => {
        const { x, y } = await this.#piece(text);
        await this.page.mouse.move(x - 12, y);
        await this.page.mouse.move(x, y, { steps: 4 });
      },
      async () => (await this.page.evaluate(readTexts, '.monaco-hover .hover-contents')).join('\n'),
      (said) => said.includes(expected),
      `the hover at “${text}” says “${expected}”`,
    );
  }

  /** Rests the mouse on a painted piece of text, and clicks a link of the hover that says what is expected. */
  async followLink(text, expected, link) {
    const followed = async () => {
      await this.hover(text, expected);
      const links = this.page.locator('.monaco-hover:visible .hover-contents a').filter({ hasText: link });
      // The hover may be gone again.
      return links
        .first()
        .click({ timeout: REACTION_MS })
        .then(
          () => true,
          () => false,
        );
    };
    await this.until(followed, Boolean, `the link ${link} is followed`);
  }

  /** Moves the mouse where it hovers over nothing. */
  async restMouse() {
    await this.#act(
      async () => {
        await this.page.mouse.move(320, 12);
        await this.page.mouse.move(300, 10);
      },
      () => this.page.evaluate(readTexts, '.monaco-hover .hover-contents'),
      (hovers) => hovers.length === 0,
      'no hover is shown',
    );
  }

  /** Unfolds a pane of the side bar by the beginning of its title. */
  async unfold(title) {
    const header = this.page.locator('.pane-header:visible').filter({ hasText: new RegExp(`^\\s*${title}`) });
    const isUnfolded = async () => (await header.first().getAttribute('aria-expanded')) === 'true';
    await this.#act(async () => (await isUnfolded()) || header.first().click(), isUnfolded, Boolean, `${title} is unfolded`);
  }

  /** Unfolds the outline and returns its rows, once one of them holds these words. */
  async outline(expected) {
    await this.unfold('Outline');
    return this.rows('.outline-pane', expected);
  }

  /** The rows that a part of the screen shows, once one of them holds these words. */
  rows(part, expected) {
    return this.until(
      () => this.page.evaluate(readTexts, `${part} .monaco-list-row`),
      (rows) => rows.some((row) => row.includes(expected)),
      `“${expected}” is listed`,
    );
  }

  /** Turns to a theme of THEMES with the theme picker and waits until the workbench shows it. */
  async useTheme(kind) {
    const { name, mark } = THEMES[kind];
    await this.runCommand('Preferences: Color Theme');
    await this.answer('Select Color Theme', { type: name, take: name });
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  /** Closes all editors without saving. */
  async closeEditors() {
    await this.page.keyboard.press('Escape');
    await this.runCommand('View: Close All Editors');
    const discard = this.page.getByRole('button', { name: "Don't Save" });
    const isClosed = async () => {
      if (await discard.isVisible()) await discard.click({ timeout: REACTION_MS }).catch(() => {});
      return (await this.page.locator('.tab').count()) === 0;
    };
    await this.until(isClosed, Boolean, 'all editors are closed');
  }
}

/** The words and nothing else, and where a screen has a no-break space any space; a regular expression stands for itself. */
function wholeText(text) {
  if (text instanceof RegExp) return text;
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s');
  return new RegExp(`^${escaped}$`);
}
