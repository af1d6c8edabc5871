// VS Code's workbench, from VS Code's own server, in a headless Chromium.
import { chromium } from 'playwright-core';
import { temporaryFolder } from '../../scripts/lib/project.mjs';
import { startServer, writeSettings } from '../../scripts/lib/vscodeServer.mjs';

/** How Chromium is started for tests: headless in a container, and asking no host but the one it is sent to. */
export const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A shared-memory file system of a container is small.
  '--disable-dev-shm-usage',
];

/**
 * Starts a server of its own and opens `folder` in a browser of its own. `prepare(dataDir)` runs before the server
 * starts (to install a .vsix); `payload` names an extension under development and its tests; `onExit(code)` and
 * `onLog(type, args)` are called by those tests. Resolves to the playwright `page`, the `refused` hosts (a set: every
 * request but to the server is turned away; `language`: that of the interface of extensions, VS Code's own words stay
 * English without a language pack), `openWindow()` (another window on the folder: its page), the server's
 * `dataDir` and `log()`, and `close()`.
 */
export async function openWorkbench({
  chromiumPath,
  folder,
  settings = {},
  prepare,
  payload = [],
  env,
  onExit,
  onLog,
  viewport,
  language,
}) {
  const data = temporaryFolder('vscode');
  const closers = [data.remove];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    writeSettings(data.path, settings);
    await prepare?.(data.path);
    const server = await startServer({ dataDir: data.path, development: payload.length > 0, env });
    closers.push(server.stop);
    const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: CHROMIUM_SWITCHES });
    closers.push(() => browser.close());
    const host = `127.0.0.1:${server.port}`;
    const { context, refused } = await openContext(browser, host, viewport);
    if (language) await context.addInitScript(speak, language);
    const address = workbenchAddress(host, folder, payload);
    const openWindow = async () => {
      const page = await openPage(context);
      if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
      if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
      await page.goto(address, { timeout: 90_000 });
      return page;
    };
    return { page: await openWindow(), openWindow, refused, dataDir: data.path, log: server.log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page before anything of VS Code's: from this its extensions know the language of the interface. */
function speak(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {}, configurable: true });
}

async function openContext(browser, host, viewport = { width: 1400, height: 900 }) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const refused = new Set();
  await context.route(
    (address) => address.host !== host,
    (route) => {
      refused.add(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  return { context, refused };
}

async function openPage(context) {
  const page = await context.newPage();
  page.on('crash', () => console.error('The page of the workbench crashed'));
  if (process.env.CORPUS_ANNOTATOR_VERBOSE)
    page.on('console', (message) => console.error('[page]', message.text().slice(0, 500)));
  return page;
}

/** Paths in the payload become addresses on the remote host, whose name must be the one that the browser uses. */
function workbenchAddress(host, folder, payload) {
  const remote = payload.map(([key, value]) => [key, value.startsWith('/') ? `vscode-remote://${host}${value}` : value]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(remote) });
  return `http://${host}/?${query}`;
}
