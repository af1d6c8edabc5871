// The text is safe: whatever keys are pressed in the review mode, the article stays as it is, and what cannot be written is told.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SAMPLE_CORPUS } from '../../../scripts/lib/project.mjs';

const SAMPLES = {
  'alpha.txt': 'fr/003_0d6bf5a82c71e934.txt',
  'beta.txt': 'fr/006_a2d93e7f415b08c6.txt',
  'gamma.txt': 'en/103_7b38d5ea10f4c962.txt',
};
/** So many keys are pressed for each seed. */
const KEYS = 300;
/** Longer than VS Code waits before it saves by itself. */
const AUTO_SAVED_MS = 2_500;
const SEEDS = (process.env.CORPUS_ANNOTATOR_SEEDS ?? '7').split(',').map(Number);

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Keys by how often they come. Escape is not among them: it leaves the mode. */
const KEY_KINDS = [
  [30, LETTERS],
  [10, LETTERS.map((letter) => `Shift+${letter.toUpperCase()}`)],
  [8, [...'0123456789', ',', '.', ';', '-', '!', '?', 'é', '«', '"', '(']],
  [16, ['Tab', 'Enter', 'Space', 'Backspace', 'Delete', 'Shift+Tab', 'Shift+Enter', 'Control+Backspace', 'Control+Delete']],
  [14, ['Control+v', 'Control+x', 'Control+z', 'Control+y', 'Control+Shift+z', 'Shift+Insert', 'Shift+Delete', 'Control+s']],
  [10, ['Control+Shift+k', 'Control+Enter', 'Control+Shift+Enter', 'Control+]', 'Control+/', 'Control+i', 'Shift+Alt+f']],
  [8, ['Alt+ArrowUp', 'Alt+ArrowDown', 'Shift+Alt+ArrowDown', 'Alt+y', 'Alt+x', 'Alt+u', 'Alt+q', 'Alt+n', 'Alt+z']],
  [14, ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+a', 'Control+d']],
];

/** Pseudo-random numbers from 0 to 1 (mulberry32): the same for the same seed. */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomKeys(seed, count) {
  const random = randomNumbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const weighted = KEY_KINDS.flatMap(([weight, keys]) => Array.from({ length: weight }, () => keys));
  return Array.from({ length: count }, () => pick(pick(weighted)));
}

const isReviewing = async (hands) => /Review \d+\/\d+/.test(await hands.statusBar());

async function enterReview(hands) {
  await hands.press('Shift+Alt+x');
  await hands.until(() => isReviewing(hands), Boolean, 'the review mode is on');
}

/** Leaves the mode, and waits until the status bar says so: then every text can be written again. */
async function leaveReview(hands) {
  await hands.press('Escape');
  await hands.until(
    () => hands.statusBar(),
    (text) => text.includes('The review mode is off: keys type again.'),
    'the status bar says that the mode is off',
  );
}

/**
 * Goes on where a key has opened a box or a menu, or something else than an article. Never with Escape: it would leave the
 * mode where the box is gone already. No key that is pressed leaves it, so that it must be on.
 */
async function backToEditor(hands, article) {
  const isThere = async () => {
    const { hasFocus, language } = await hands.editor();
    return hasFocus && language === 'article' && (await isReviewing(hands));
  };
  if (await isThere()) return;
  // the next article may be about to be shown
  await hands.page.waitForTimeout(1_500);
  if (await isThere()) return;
  if (await hands.page.locator('.monaco-menu:visible').count()) await hands.page.mouse.click(150, 50);
  if ((await hands.editor()).language !== 'article') await hands.openArticle(article);
  await hands.focusEditor();
  await hands.until(() => isReviewing(hands), Boolean, 'the review mode is still on');
}

/** The whole text of the active editor, by way of the clipboard. */
async function editorText(hands) {
  await hands.press('Control+a');
  await hands.press('Control+c');
  return hands.page.evaluate(() => navigator.clipboard.readText());
}

/** A folder of articles that no other folder has: else VS Code would be told that they are copies. */
function freshFolder(hands, name) {
  const folder = path.join(hands.folder, name);
  fs.mkdirSync(folder, { recursive: true });
  for (const [file, sample] of Object.entries(SAMPLES)) {
    const text = fs.readFileSync(path.join(SAMPLE_CORPUS, sample), 'utf8');
    fs.writeFileSync(path.join(folder, file), `${text}\nDossier ${name}.\n`);
  }
  return folder;
}

/** All texts of the workspace, by their paths: the next article may lie in another folder. */
function allTexts(hands) {
  const names = fs.readdirSync(hands.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    names.map((name) => path.join(hands.folder, name)).map((file) => [file, fs.readFileSync(file, 'utf8')]),
  );
}

/** Turns on saving by itself for the folder while something is done. */
async function withAutoSave(hands, run) {
  const file = path.join(hands.folder, '.vscode', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 500 }));
  try {
    return await run();
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true });
  }
}

export const scenarios = [
  {
    title: 'safe: three hundred random keys in the review mode, saving by itself, and no text is changed',
    async run(hands) {
      await hands.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await withAutoSave(hands, async () => {
        for (const seed of SEEDS) {
          const folder = freshFolder(hands, `safe-${seed}`);
          const article = path.join(folder, 'beta.txt');
          const before = allTexts(hands);
          await hands.openArticle(`safe-${seed}/beta.txt`);
          assert.equal(await editorText(hands), before[article], 'something is on the clipboard');
          await hands.goToStart();
          await enterReview(hands);
          const pressed = [];
          for (const [index, key] of randomKeys(seed, KEYS).entries()) {
            if (index % 3 === 0) await backToEditor(hands, `safe-${seed}/beta.txt`);
            pressed.push(key);
            // what no key of this keyboard gives comes as from an input method
            await (/^[^\0-\x7f]$/.test(key) ? hands.page.keyboard.insertText(key) : hands.page.keyboard.press(key));
          }
          await backToEditor(hands, `safe-${seed}/beta.txt`);
          await hands.shot(`safe-${seed}`);
          await hands.page.waitForTimeout(AUTO_SAVED_MS);
          assert.deepEqual(allTexts(hands), before, `seed ${seed}: ${pressed.join(' ')}`);
          const { path: shown } = await hands.editor();
          assert.ok(shown in before, shown);
          assert.equal(await editorText(hands), before[shown].replace('\uFEFF', ''), `seed ${seed}: in the editor`);
          assert.equal(await hands.page.locator('.tab.dirty').count(), 0, 'nothing is unsaved');

          // outside the mode the same key does change it
          await leaveReview(hands);
          await hands.goToStart();
          await hands.press('Control+v');
          await hands.until(
            () => allTexts(hands)[shown],
            (text) => text !== before[shown],
            'what is pasted is saved',
          );
          await hands.closeEditors();
        }
      });
    },
  },
  {
    title: 'safe: nothing stays read-only after a reload, and Escape says that it leaves',
    async run(hands) {
      const folder = freshFolder(hands, 'safe-again');
      const file = path.join(folder, 'beta.txt');
      const before = fs.readFileSync(file, 'utf8');
      const isWritable = async () => {
        await hands.goToStart();
        await hands.type('x');
        await hands.until(
          () => hands.lines(),
          (lines) => lines.some((line) => line.startsWith('x')),
          'keys type',
        );
        await hands.runCommand('File: Revert File');
        await hands.until(
          () => hands.page.locator('.tab.dirty').count(),
          (count) => count === 0,
          'the text is as it was',
        );
      };
      await hands.openArticle('safe-again/beta.txt');
      await enterReview(hands);
      await hands.reload();
      await hands.openArticle('safe-again/beta.txt');
      assert.equal(await isReviewing(hands), false);
      await isWritable();
      await enterReview(hands);
      await hands.press('Control+f');
      await hands.page.locator('.find-widget.visible .find-part textarea:focus').waitFor();
      await hands.focusEditor();
      await hands.press('Escape');
      await hands.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
      assert.equal(await isReviewing(hands), true, 'Escape closes what is open first');
      await leaveReview(hands);
      await isWritable();
      assert.equal(fs.readFileSync(file, 'utf8'), before);
      await hands.closeEditors();
    },
  },
  {
    title: 'safe: decisions that cannot be written are told, with a button to try again, and stay told',
    async run(hands) {
      const folder = path.join(hands.folder, 'unwritten');
      fs.mkdirSync(folder, { recursive: true });
      const file = path.join(folder, 'beta.txt');
      const text = fs.readFileSync(path.join(SAMPLE_CORPUS, SAMPLES['beta.txt']), 'utf8');
      fs.writeFileSync(file, `${text}\nRien à écrire.\n`);
      await hands.openArticle('unwritten/beta.txt');
      await hands.goToStart();
      await enterReview(hands);
      // what stands there now can be no text
      fs.rmSync(file);
      fs.mkdirSync(file);
      await hands.press('Enter');
      const told = await hands.notification('could not be written');
      assert.match(told, /beta\.txt/);
      assert.match(told, /They are kept aside/);
      for (const theme of ['light', 'dark', 'contrast']) {
        await hands.useTheme(theme);
        await hands.shot(`safe-unwritten-${theme}`);
      }
      await hands.useTheme('light');
      await hands.clearNotifications();
      const isTold = async () => (await hands.statusBar()).includes('Decisions not written');
      assert.ok(await isTold(), 'it stays told');
      await hands.runCommand('Corpus Annotator: Review: Write Decisions Again');
      await hands.notification('could not be written');
      assert.ok(await isTold());
      fs.rmSync(file, { recursive: true });
      fs.writeFileSync(file, `${text}\nRien à écrire.\n`);
      await hands.pressButton('could not be written', 'Try Again');
      await hands.until(isTold, (isSo) => !isSo, 'it is told no more');
      assert.ok(fs.existsSync(path.join(folder, 'beta.ann')), 'the decision is in its file');
      await hands.clearNotifications();
      await leaveReview(hands);
      await hands.closeEditors();
    },
  },
  {
    title: 'safe: an article that is renamed in the explorer takes its annotations along; a copy is offered them',
    async run(hands) {
      const folder = freshFolder(hands, 'renamed');
      await hands.openArticle('renamed/beta.txt');
      await hands.goToStart();
      await enterReview(hands);
      const beside = () =>
        fs
          .readdirSync(folder)
          .filter((name) => !name.endsWith('.txt'))
          .sort();
      // the mode may still be going to the first one: the key is kept until then
      await hands.press('Enter');
      await hands.until(beside, (names) => names.length === 2, 'the decision is in its files');
      await leaveReview(hands);
      await hands.runCommand('File: Reveal Active File in Explorer View');
      await hands.page.keyboard.press('F2');
      const input = hands.page.locator('.explorer-folders-view .monaco-inputbox input');
      await input.waitFor();
      await input.fill('delta.txt');
      await input.press('Enter');
      const dialog = hands.page.locator('.monaco-dialog-box');
      await hands.until(
        async () => (await dialog.count()) + Number(beside()[0] === 'delta.ann'),
        Boolean,
        'it is renamed, or VS Code asks',
      );
      await hands.shot('safe-renamed');
      if (await dialog.count()) await dialog.getByRole('button', { name: 'OK' }).click();
      await hands.until(beside, (names) => names.join() === 'delta.ann,delta.review.jsonl', 'the annotations are renamed');
      await hands.until(() => fs.existsSync(path.join(folder, 'delta.txt')), Boolean, 'the article is renamed');
      // its editor opens anew under the new name, which would close a box that is open by then
      await hands.until(
        () => hands.editor(),
        (editor) => editor.path.endsWith('/delta.txt') && editor.isDrawn,
        'the editor shows the new name',
      );
      await hands.focusEditor();

      fs.copyFileSync(path.join(folder, 'delta.txt'), path.join(folder, 'copy.txt'));
      await hands.openArticle('renamed/copy.txt');
      await hands.notification('This text is the same as that of renamed/delta.txt');
      await hands.shot('safe-copy');
      await hands.pressButton('This text is the same', 'Take Them Over');
      await hands.until(beside, (names) => names.length === 4, 'the copy has annotations');
      assert.equal(
        fs.readFileSync(path.join(folder, 'copy.ann'), 'utf8'),
        fs.readFileSync(path.join(folder, 'delta.ann'), 'utf8'),
      );
      await hands.closeEditors();
    },
  },
];
