// Loads the project's TypeScript into this process, each module from its own file: translated once, evaluated as often as
// wanted. What is given in place of a source (a fault, counters) lasts until the next.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { buildSync, transformSync } from 'esbuild';
import { ROOT } from '../lib/project.mjs';

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname', '__url'];
const PLACES = ['', '.ts', '.mjs', '.cjs', '/index.ts'];
const require = createRequire(import.meta.url);
const packages = new Map();
const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/**
 * A loader of modules. `given`: modules by the name that they are imported by (`vitest`).
 * `load(file)` gives a module's exports, evaluated once until `forget()`; `replace(sources)` puts texts in place of files'
 * contents, by full path, and forgets all modules.
 */
export function moduleLoader(given) {
  const translated = new Map();
  let replaced = new Map();
  let loaded = new Map();
  const forget = () => {
    loaded = new Map();
  };
  return { load, forget, replace };

  function replace(sources) {
    replaced = new Map(Object.entries(sources).map(([file, text]) => [file, compile(file, text)]));
    forget();
  }

  function load(file) {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const own = (name) => (name in given ? given[name] : /^\.{0,2}\//.test(name) ? loadNear(name, file) : packageOf(name, file));
    own.resolve = (name) => createRequire(file).resolve(name);
    functionOf(file).call(undefined, module.exports, own, module, file, path.dirname(file), pathToFileURL(file).href);
    return module.exports;
  }

  function loadNear(name, from) {
    const full = path.resolve(path.dirname(from), name);
    const file = PLACES.map((end) => full + end).find(isFile);
    if (file === undefined) throw new Error(`${from} imports ${name}, which is not there`);
    return file.endsWith('.json') ? JSON.parse(fs.readFileSync(file, 'utf8')) : load(file);
  }

  function functionOf(file) {
    const instead = replaced.get(file);
    if (instead !== undefined) return instead;
    if (!translated.has(file)) translated.set(file, compile(file, fs.readFileSync(file, 'utf8')));
    return translated.get(file);
  }
}

function compile(file, text) {
  const { code } = transformSync(text, {
    loader: file.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    supported: { 'regexp-unicode-property-escapes': true, 'dynamic-import': false },
    define: { 'import.meta.url': '__url', 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  });
  return vm.compileFunction(code, PARAMETERS, { filename: file });
}

/** A package, also one that is made of ES modules alone. */
function packageOf(name, from) {
  if (name.startsWith('node:')) return require(name);
  if (!packages.has(name)) packages.set(name, loadPackage(name, createRequire(from)));
  return packages.get(name);
}

function loadPackage(name, near) {
  try {
    return near(name);
  } catch (error) {
    if (!['ERR_REQUIRE_ESM', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(error.code)) throw error;
  }
  const built = buildSync({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)})`, resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  const module = { exports: {} };
  vm.compileFunction(built.outputFiles[0].text, ['exports', 'require', 'module'], { filename: name })(
    module.exports,
    near,
    module,
  );
  return module.exports;
}
