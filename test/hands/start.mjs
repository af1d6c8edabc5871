// npm start as a person runs it in a terminal without a screen: the printed address opened in a browser, then Ctrl-C.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from '../../scripts/lib/project.mjs';
import { CHROMIUM_SWITCHES } from '../vscode/workbench.mjs';

const START = path.join(ROOT, 'scripts', 'start.mjs');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*/;

/** The scenarios of npm start; they need no hands, since each starts a VS Code of its own. */
export const startScenarios = ({ chromiumPath, folder }) => [
  {
    title: 'npm start: a folder that is not there is named, with exit code 2',
    async run() {
      const { code, output } = await start([path.join(folder, 'nowhere')]).ended;
      assert.equal(code, 2);
      assert.match(output, /There is no folder .*nowhere/);
    },
  },
  {
    title: 'npm start: the sample corpus opens with an article, the first steps beside it and the views, and asks nothing',
    async run() {
      const started = start(['--port', '0', '--no-open']);
      try {
        await seeTour(chromiumPath, await started.address);
        started.interrupt();
        const { output } = await started.ended;
        assert.match(output, /^Your own folder: npm start -- FOLDER$/m);
      } finally {
        started.kill();
      }
    },
  },
  {
    title: 'npm start: the printed address opens the folder with the extension; Ctrl-C stops it',
    async run() {
      const started = start([folder, '--port', '0', '--no-open']);
      try {
        const address = await started.address;
        const withoutToken = await fetch(new URL('/', address));
        assert.equal(withoutToken.status, 403);
        await seeArticle(chromiumPath, address);
        started.interrupt();
        const { code, output } = await started.ended;
        assert.equal(code, 0, output);
        await assert.rejects(fetch(new URL('/', address)), 'nothing answers any more');
      } finally {
        started.kill();
      }
    },
  },
];

function start(args) {
  // Without a screen, so that no desktop VS Code is looked for.
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const child = spawn(process.execPath, [START, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
  const address = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
        const [found] = ADDRESS.exec(output) ?? [];
        // The line is whole once another follows it.
        if (found && output.includes(`${found}\n`)) resolve(found);
      });
    }
    child.on('close', () => reject(new Error(`npm start ended without an address:\n${output}`)));
  });
  // Whoever does not wait for an address is not to fail for want of it.
  address.catch(() => {});
  return { address, ended, interrupt: () => child.kill('SIGINT'), kill: () => child.kill('SIGKILL') };
}

async function seeTour(chromiumPath, address) {
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: CHROMIUM_SWITCHES });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    const step = (title) => page.locator('.gettingStartedContainer:visible .getting-started-step').filter({ hasText: title });
    await step('Walk with the keyboard').first().waitFor();
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'Bastien Orcival' }).first().waitFor();
    await page.locator('#status\\.editor\\.mode').getByText('Article', { exact: true }).waitFor();
    // A question would have come by now: the views are filled at the last.
    assert.deepEqual(await page.locator('.notifications-toasts .notification-list-item').allInnerTexts(), []);
    await step('Walk with the keyboard').first().click();
    // VS Code gives a chosen step the focus a quarter of a second later, by a timer of the page: pressed before, the button
    // would have its focus taken back. The page's own clock, so that a slow machine waits longer.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    // The step's button works in the article, though the walkthrough has the focus.
    await page.getByRole('button', { name: 'Next Quote' }).click();
    await page.waitForFunction(() => /selected/.test(document.getElementById('status.editor.selection')?.textContent ?? ''));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.gettingStartedContainer img')].some(({ naturalWidth }) => naturalWidth > 500),
    );
  } finally {
    await browser.close();
  }
}

async function seeArticle(chromiumPath, address) {
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: CHROMIUM_SWITCHES });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'article.txt' }).first().dblclick();
    await page.locator('#status\\.editor\\.mode').getByText('Article', { exact: true }).waitFor();
    await page
      .locator('.view-line span[class*="mtk"]')
      .filter({ hasText: /^Armand\sVauquelin$/ })
      .first()
      .waitFor();
  } finally {
    await browser.close();
  }
}
