#!/usr/bin/env node
// npm start: opens a folder of articles with the extension, in desktop VS Code or in VS Code's own server.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { findProgram, isProgram, main, ROOT, requireNode, run, SAMPLE_CORPUS, say, UserError } from './lib/project.mjs';
import { ensureDependencies, ensureHost, hostUnavailable } from './lib/setup.mjs';
import { installVsix, startServer, writeSettings } from './lib/vscodeServer.mjs';
import { generateManifest } from './manifest.mjs';
import { packageExtension } from './package.mjs';

const HELP = `Usage: npm start [-- [FOLDER] [options]]

Sets up what is missing, then opens FOLDER (the sample corpus without one) with the extension: in the VS Code on this
machine (code, code-insiders, codium, cursor, windsurf), else in VS Code's own server on loopback, in your browser.
  --web         VS Code's own server even where there is a desktop VS Code (Linux x64)
  --port PORT   the server's port (without: 4210, or a free one where that is taken); means --web too
  --no-open     set up and print how to open it, but open no window
  --help        this text`;

const PREFERRED_PORT = 4210;
const EDITORS = ['code', 'code-insiders', 'codium', 'cursor', 'windsurf'];
/** Where the macOS applications keep the program that opens them; it is often not on the PATH. */
const MAC_EDITORS = [
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  '/Applications/Visual Studio Code - Insiders.app/Contents/Resources/app/bin/code',
  '/Applications/VSCodium.app/Contents/Resources/app/bin/codium',
  '/Applications/Cursor.app/Contents/Resources/app/bin/cursor',
  '/Applications/Windsurf.app/Contents/Resources/app/bin/windsurf',
];
/** Settings, extensions and logs of the server that npm start runs; kept, so that a user's settings are. */
const DATA = path.join(ROOT, '.vscode-host');

function readOptions(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        web: { type: 'boolean' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    });
    if (positionals.length > 1) throw new Error(`One folder can be opened, not ${positionals.length}`);
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Error(`No port: ${values.port}`);
    return { help: values.help, web: values.web || port !== undefined, port, open: !values['no-open'], folder: positionals[0] };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
}

function existingFolder(name) {
  // npm runs this in the project's folder; INIT_CWD is where the user is.
  const folder = name === undefined ? SAMPLE_CORPUS : path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new UserError(`There is no folder ${folder}`, 2);
  if (!stat.isDirectory()) throw new UserError(`${folder} is a file: name the folder that holds it`, 2);
  return folder;
}

/** Said of the sample corpus alone: whoever named a folder knows how. */
function tellOwnFolder(folder) {
  if (folder === SAMPLE_CORPUS) console.log('\nYour own folder: npm start -- FOLDER');
}

/** How long the window waits for what a folder holds to be counted, in milliseconds; a longer count is told meanwhile. */
const PATIENCE = 10_000;

/** Prints what the folder holds, by the command line as it was built. */
async function tellContents(folder) {
  say(`Looking at ${folder}`);
  const counted = run(process.execPath, [path.join(ROOT, 'dist', 'cli.js'), 'summary', folder]);
  const waited = AbortSignal.timeout(PATIENCE);
  await Promise.race([counted, new Promise((resolve) => waited.addEventListener('abort', resolve, { once: true }))]);
}

function desktopEditor() {
  // Without a screen there is nothing to open a window on; in a terminal of a remote VS Code, “code” is not the desktop's.
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return undefined;
  const onPath = EDITORS.map((name) => findProgram([name])).find((file) => file && !file.includes('remote-cli'));
  return onPath ?? (process.platform === 'darwin' ? MAC_EDITORS.find(isProgram) : undefined);
}

async function openOnDesktop(editor, folder, { open }) {
  await buildIfStale();
  await tellContents(folder);
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder];
  // Started by root, the editors insist on these.
  if (process.getuid?.() === 0) args.push('--no-sandbox', `--user-data-dir=${path.join(DATA, 'desktop')}`);
  if (!open) {
    console.log(`\nReady. To open it:\n  ${[editor, ...args].map(quoted).join(' ')}`);
    tellOwnFolder(folder);
    return 0;
  }
  tellOwnFolder(folder);
  say(`Opening ${folder} in ${path.basename(editor, path.extname(editor))}`);
  const windows = process.platform === 'win32';
  const { code } = windows ? await run(quoted(editor), args.map(quoted), { shell: true }) : await run(editor, args);
  if (code !== 0) throw new UserError(`${editor} ended with exit code ${code}; “npm start -- --web” does without it on Linux`);
  return 0;
}

const quoted = (word) => (/[\s&()]/.test(word) ? `"${word}"` : word);

async function serve(folder, { port, open }) {
  await ensureHost();
  writeSettings(DATA, {}, { keep: true });
  await installIfNew(await packageExtension());
  await tellContents(folder);
  const token = crypto.randomBytes(16).toString('hex');
  say("Starting VS Code's own server");
  const server = await startServer({ dataDir: DATA, port: await usablePort(port), token });
  const address = `http://127.0.0.1:${server.port}/?tkn=${token}&folder=${encodeURIComponent(folder)}`;
  console.log(`\nOpen this address in a browser on this machine:\n  ${address}\n\nCtrl-C stops the server.`);
  tellOwnFolder(folder);
  if (open) openBrowser(address);
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  const code = await Promise.race([interrupted.then(() => undefined), server.exited]);
  if (code !== undefined) throw new UserError(`VS Code's server ended with exit code ${code}:\n${server.log()}`);
  await server.stop();
  console.log('\nStopped.');
  return 0;
}

async function installIfNew(vsix) {
  const stamp = path.join(DATA, 'installed');
  const version = crypto.createHash('sha256').update(fs.readFileSync(vsix)).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return;
  say('Installing the extension into it');
  await installVsix(vsix, DATA);
  fs.writeFileSync(stamp, version);
}

async function usablePort(port) {
  if (port === undefined) return (await isFree(PREFERRED_PORT)) ? PREFERRED_PORT : 0;
  if (!(await isFree(port))) throw new UserError(`Port ${port} is taken: choose another, or leave --port out`);
  return port;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function openBrowser(address) {
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = screen && findProgram(['xdg-open', 'wslview']);
  if (!opener) return;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  requireNode();
  const folder = existingFolder(options.folder);
  const editor = options.web ? undefined : desktopEditor();
  const unavailable = editor ? undefined : hostUnavailable();
  if (unavailable) {
    const wanted = options.web
      ? ''
      : 'No desktop VS Code was found. Install it from https://code.visualstudio.com, with its “code” command on the PATH.\n';
    throw new UserError(`${wanted}${unavailable}.`);
  }
  await ensureDependencies();
  await generateManifest();
  return editor ? openOnDesktop(editor, folder, options) : serve(folder, options);
});
