// What every script shares: where things are, and how a command is run. Node's own modules only, since npm start and
// npm test load this before anything is installed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The manifest, read anew at each call. */
export const manifest = () => JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/**
 * The address of the project's repository, `https://github.com/OWNER/NAME`; undefined as long as it has none. With it the
 * market page's links and pictures lead there, and the documentation names it.
 */
export const REPOSITORY = undefined;

/** Where `npm run package` puts the extension. */
export const VSIX = path.join(ROOT, 'corpus-annotator.vsix');

/** The corpus that is opened when no folder is named. */
export const SAMPLE_CORPUS = path.join(ROOT, 'samples', 'corpus');

/** A failure the user can do something about: printed without a stack; `exitCode` is the process's. */
export class UserError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Says what is being done, in a form that stands out from the output of the tools. */
export function say(message) {
  console.log(`» ${message}`);
}

/** Stops with a clear message where Node.js is older than the project supports. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new UserError(`Node.js 20 or newer is needed, this is ${process.versions.node}: https://nodejs.org`);
}

/**
 * Runs a command in the project's folder and resolves to its exit code (128 where a signal ended it). Output goes
 * straight to the terminal, or with `capture: true` is collected in `output`.
 */
export function run(command, args, { capture = false, cwd = ROOT, env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd, stdio, shell, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 127, output: String(error.message) }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/** Runs npm: the one that runs this script, where there is one. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}

/** The full path of the first of these programs that PATH leads to, else undefined. */
export function findProgram(names) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (isProgram(file)) return file;
      }
    }
  }
  return undefined;
}

/** Whether this is a file that may be run. */
export function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A new folder for one run; `remove()` deletes it. */
export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `corpus-annotator-${name}-`));
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** Runs a script's main function: user errors are one line, anything else shows its stack; both fail the process. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error);
    process.exitCode = error instanceof UserError ? error.exitCode : 1;
  }
}

/** A promise, and what fulfils it. */
export function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Does some work without what it prints by `console.log`; its warnings still show. */
export async function quietly(work) {
  const { log } = console;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
