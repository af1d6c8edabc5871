// biome-ignore-all lint/performance/useDomNodeTextContent: what the eye sees is wanted, and that is innerText
// A person's hands and eyes on VS Code: keys and the mouse go in, what the screen then says comes out. Every look waits
// for what it looks for, since nothing on the screen comes at once.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/project.mjs';
import { installVsix } from '../../scripts/lib/vscodeServer.mjs';
import { openWorkbench } from '../vscode/workbench.mjs';
import { over, parseColour } from './contrast.mjs';

/** Where the screenshots go. */
export const SHOTS = path.join(ROOT, 'shots');

/** How long a look waits: generous, since machines that run tests are busy. */
const PATIENCE_MS = 45_000;

/** A kind of theme, the theme that stands for it as the picker names it, and the class by which the workbench tells that it is on. */
export const THEMES = {
  light: { name: 'Light Modern', mark: 'vs' },
  dark: { name: 'Dark Modern', mark: 'vs-dark' },
  contrast: { name: 'Dark High Contrast', mark: 'hc-black' },
  contrastLight: { name: 'Light High Contrast', mark: 'hc-light' },
};

const SETTINGS = { 'editor.minimap.enabled': false, 'workbench.colorTheme': THEMES.light.name, 'files.autoSave': 'off' };

/** Opens `folder` in a VS Code in which the .vsix is installed as a user installs it. Resolves to the hands. */
export async function openHands({ chromiumPath, vsix, folder, settings = {} }) {
  fs.mkdirSync(SHOTS, { recursive: true });
  const workbench = await openWorkbench({
    chromiumPath,
    folder,
    settings: { ...SETTINGS, ...settings },
    prepare: (dataDir) => installVsix(vsix, dataDir),
  });
  workbench.page.setDefaultTimeout(PATIENCE_MS);
  const hands = new Hands(workbench, folder);
  await hands.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return hands;
}

class Hands {
  #workbench;

  constructor(workbench, folder) {
    this.#workbench = workbench;
    this.page = workbench.page;
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
      await this.page.waitForTimeout(100);
    }
  }

  /** Opens a file by its name with Ctrl+P and waits for its tab. */
  async openFile(name) {
    await this.#pick('Control+P', name, name.split('/').at(-1));
    await this.page
      .locator('.tab.active')
      .filter({ hasText: name.split('/').at(-1) })
      .waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Runs a command by its title as the palette shows it; `asksMore`: it goes on with a question in the same box. */
  async runCommand(title, { asksMore = false } = {}) {
    await this.#pick('F1', title, title, asksMore);
  }

  async #pick(key, words, row, asksMore = false) {
    const input = this.#box();
    // The first key may come before the workbench listens to keys.
    const opened = async () => {
      await this.page.keyboard.press(key);
      return appears(input, 3000);
    };
    await this.until(opened, Boolean, `${key} opens a box`);
    await this.#choose(words, row, asksMore);
  }

  /** Types into the open box and takes the row of this very name; the box may have another one first. */
  async #choose(words, row, asksMore = false) {
    await this.page.keyboard.type(words);
    await this.page
      .locator('.quick-input-list .monaco-list-row .label-name')
      .filter({ hasText: wholeText(row) })
      .first()
      .click();
    if (asksMore)
      await this.until(
        () => this.#box().inputValue(),
        (text) => !text.includes(words),
        `${words} asks more`,
      );
    else await this.#box().waitFor({ state: 'hidden' });
  }

  #box() {
    return this.page.locator('.quick-input-widget:visible input.input');
  }

  /** Presses a key, or several with + between them, in the editor. */
  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Puts the cursor at the start of the document, with the editor in focus. */
  async goToStart() {
    await this.page.keyboard.press('Control+1');
    await this.page.keyboard.press('Control+Home');
    await this.until(
      () => this.cursor(),
      (at) => at.line === 1 && at.column === 1,
      'the cursor is at the start',
    );
  }

  /**
   * Puts the cursor where a line and a column, from 1, are, with the editor in focus. `shown`: the column that the status
   * bar tells, where an emoji counts one and not two.
   */
  async goTo(line, column, shown = column) {
    await this.page.keyboard.press('Control+1');
    await this.page.keyboard.press('Control+G');
    await this.#box().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.#box().waitFor({ state: 'hidden' });
    await this.until(
      () => this.cursor(),
      (at) => at.line === line && at.column === shown && at.selected === 0,
      `the cursor is at ${line}:${column}`,
    );
  }

  /** Types into the box that a key has opened, and takes what it then offers. */
  async answer(words) {
    const box = this.#box();
    await box.waitFor();
    await this.page.waitForTimeout(500);
    if (words !== '') {
      await box.press('Control+A');
      await this.page.keyboard.type(words);
      await this.page.waitForTimeout(300);
    }
    await this.page.keyboard.press('Enter');
  }

  /** Loads the window anew, as after a restart. */
  async reload() {
    await this.page.reload();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Where the status bar says the cursor is, and how many characters are selected. */
  async cursor() {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
    const [, selected = '0'] = /\((\d+) selected\)/.exec(text) ?? [];
    return { line: Number(line), column: Number(column), selected: Number(selected) };
  }

  /** The language that the status bar names. */
  async language() {
    return (await this.page.locator('#status\\.editor\\.mode').innerText()).trim();
  }

  /** Everything that the status bar says. */
  async statusBar() {
    return plain(await this.page.locator('.statusbar').innerText());
  }

  /** The piece of the visible text that is painted as one and reads so; plain text is painted a line at a time. */
  piece(text) {
    return this.page
      .locator('.view-line span[class*="mtk"]')
      .filter({ hasText: wholeText(text) })
      .first();
  }

  /** How a painted piece of text looks, once it is there: its colour, and the opaque colour behind it. */
  async look(text) {
    const piece = this.piece(text);
    await piece.waitFor();
    const { colour, backgrounds } = await piece.evaluate(lookOf);
    return { colour: parseColour(colour), behind: backgrounds.map(parseColour).reduceRight((below, top) => over(top, below)) };
  }

  /** The styles of the lines that decorations draw under a painted piece of text. */
  async linesUnder(text) {
    const piece = this.piece(text);
    await piece.waitFor();
    return piece.evaluate(linesUnder);
  }

  /** The colour of the plain text of the editor. */
  async plainColour() {
    const plainText = this.page.locator('.view-line span.mtk1').first();
    return parseColour(await plainText.evaluate((element) => getComputedStyle(element).color));
  }

  /** Rests the mouse on a painted piece of text and returns what the hover says. */
  async hover(text, expected) {
    await this.restMouse();
    const piece = this.piece(text);
    const box = await this.until(() => piece.boundingBox(), Boolean, `“${text}” is on the screen`);
    const hover = this.page.locator('.monaco-hover:visible .hover-contents').filter({ hasText: expected }).first();
    await this.until(
      async () => {
        await this.page.mouse.move(box.x + box.width / 2 - 12, box.y + box.height / 2);
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
        return appears(hover, 5000);
      },
      Boolean,
      `the hover at “${text}” says “${expected}”`,
    );
    return plain(await hover.innerText());
  }

  /** Moves the mouse where it hovers over nothing. */
  async restMouse() {
    await this.page.mouse.move(700, 5);
    await this.page.locator('.monaco-hover:visible .hover-contents').first().waitFor({ state: 'hidden' });
  }

  /** Unfolds the outline and returns its rows, once one of them holds these words. */
  async outline(expected) {
    const header = this.page.locator('.pane-header').filter({ hasText: 'Outline' });
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    await rows.filter({ hasText: expected }).first().waitFor();
    return (await rows.allInnerTexts()).map(plain);
  }

  /** Turns to a theme of THEMES with the theme picker and waits until the workbench shows it. */
  async useTheme(kind) {
    const { name, mark } = THEMES[kind];
    await this.runCommand('Preferences: Color Theme', { asksMore: true });
    await this.#choose(name, name);
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
    // The colours of the tokens come a moment after the theme's class.
    await this.page.waitForTimeout(500);
  }

  /** Closes all editors without saving. */
  async closeEditors() {
    await this.page.keyboard.press('Escape');
    await this.runCommand('View: Close All Editors');
    const discard = this.page.getByRole('button', { name: "Don't Save" });
    const isClosed = async () => {
      if (await discard.isVisible()) await discard.click();
      return (await this.page.locator('.tab').count()) === 0;
    };
    await this.until(isClosed, Boolean, 'all editors are closed');
  }
}

/** The screen's no-break spaces are a matter of its own. */
const plain = (text) => text.replaceAll('\u00a0', ' ').trim();

/** Whether the element shows within this time. */
const appears = (locator, timeout) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

/**
 * Runs in the page: the colour of an element of the editor's text, and all backgrounds behind it, the nearest first:
 * decorations are boxes of their own, painted below the text.
 */
function lookOf(element) {
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const editor = element.closest('.monaco-editor');
  const boxes = [...editor.querySelectorAll('.view-overlays .cdr')].filter((decoration) => {
    const area = decoration.getBoundingClientRect();
    return area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
  });
  const backgrounds = [...boxes.reverse(), editor.querySelector('.monaco-editor-background')].map(
    (layer) => getComputedStyle(layer).backgroundColor,
  );
  return { colour: getComputedStyle(element).color, backgrounds };
}

/** Runs in the page: the styles of the lower borders of the decorations at an element of the editor's text. */
function linesUnder(element) {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return [...element.closest('.monaco-editor').querySelectorAll('.view-overlays .cdr')]
    .filter((decoration) => {
      const area = decoration.getBoundingClientRect();
      return area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
    })
    .map((decoration) => getComputedStyle(decoration))
    .filter((style) => Number.parseFloat(style.borderBottomWidth) > 1.5)
    .map((style) => style.borderBottomStyle);
}

/** The words and nothing else; a regular expression stands for itself. */
function wholeText(text) {
  if (text instanceof RegExp) return text;
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s');
  return new RegExp(`^${escaped}$`);
}
