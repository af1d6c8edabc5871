// A person compares two annotators.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const TEXT = ' date 2019-05 Un titre\n\nAnna Sorel est venue à Vell avec Marc Aubin.\n';

export const scenarios = [
  {
    title: 'exchange: two annotators are compared, and a difference is resolved',
    async run(hands) {
      const [first, second] = ['anna', 'ben'].map((name) => path.join(hands.folder, 'agreement', name));
      for (const [folder, type] of [
        [first, 'PER'],
        [second, 'ORG'],
      ]) {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(path.join(folder, 'one.txt'), TEXT);
        fs.writeFileSync(path.join(folder, 'one.ann'), `T1\t${type} 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n`);
      }
      await hands.runCommand('Corpus Annotator: Compare Two Annotators…', { asksMore: true });
      await chooseFolder(hands, first, 'First Annotator');
      await chooseFolder(hands, second, 'Second Annotator');
      const list = hands.page.locator('.quick-input-widget:visible');
      await list.getByText('Difference 1 of 1: Anna Sorel').first().waitFor();
      await hands.shot('agreement');
      await hands.answer('Take the first');
      await until(() => fs.readFileSync(path.join(second, 'one.ann'), 'utf8').startsWith('T1\tPER 24 34\tAnna Sorel'));
      assert.equal(fs.readFileSync(path.join(first, 'one.ann'), 'utf8'), 'T1\tPER 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n');
      await hands.closeEditors();
    },
  },
];

/** VS Code's own dialog: the path into its box, then the button, which does what the dialog is for. */
async function chooseFolder(hands, folder, label) {
  const dialog = hands.page.locator('.quick-input-widget:visible').filter({ hasText: label });
  const box = dialog.locator('input.input');
  await box.waitFor();
  await box.press('Control+A');
  await hands.page.keyboard.type(`${folder}/`);
  // The dialog looks the folder up before its button does anything.
  for (let tries = 0; tries < 5 && (await dialog.isVisible()); tries++) {
    await hands.page.waitForTimeout(1_000);
    if (await dialog.isVisible()) await box.press('Enter');
    await hands.page.waitForTimeout(500);
  }
  await dialog.waitFor({ state: 'hidden' });
}

async function until(holds) {
  for (const end = Date.now() + 45_000; Date.now() < end; ) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('what was waited for did not come');
}
