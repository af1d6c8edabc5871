// The extension for the browser: a client and a server that reach no module of Node. Where the program on a machine asks
// the system, the bundles have another module in its place; whatever else would be of Node ends the build.
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { ROOT } from './project.mjs';

/** What stands in the place of what, in both bundles: paths from the project's folder. */
export const STAND_INS = {
  'server/src/lsp/index/namesAt.ts': 'server/src/web/namesAt.ts',
  'server/src/lsp/paths.ts': 'server/src/web/paths.ts',
  'server/src/messages/topics.ts': 'server/src/web/topics.ts',
  'server/src/store/digest.ts': 'server/src/web/digest.ts',
  'server/src/store/disk.ts': 'server/src/web/disk.ts',
  'server/src/store/journal.ts': 'server/src/web/journal.ts',
  'server/src/store/lock.ts': 'server/src/web/lock.ts',
  'server/src/store/readText.ts': 'server/src/web/readText.ts',
  'server/src/store/temporaryFiles.ts': 'server/src/web/temporaryFiles.ts',
  'server/src/store/writeText.ts': 'server/src/web/writeText.ts',
  'client/src/machineOnly.ts': 'client/src/web/machineOnly.ts',
  'client/src/place.ts': 'client/src/web/place.ts',
  'client/src/saveOrTell.ts': 'client/src/web/saveOrTell.ts',
};

/** Node's modules that are plain computing, and the packages that do the same without it. */
const SAME = { 'node:path': 'path-browserify' };

const OPTIONS = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  // both run in workers: a library that would ask the page has another way there
  conditions: ['worker', 'module'],
};

/** [entry point, output, more esbuild options]. */
const PROGRAMS = [
  ['client/src/extension.ts', 'dist/web/client.js', { format: 'cjs', external: ['vscode'] }],
  ['server/src/web/main.ts', 'dist/web/server.js', { format: 'iife', inject: ['server/src/web/immediate.ts'] }],
];

/** esbuild's options for the two bundles, from those that all bundles have. */
export function webConfigurations(common) {
  return PROGRAMS.map(([entry, outfile, more]) => {
    const plugins = [...(common.plugins ?? []), withoutNode()];
    return { ...common, ...OPTIONS, ...more, entryPoints: [entry], outfile, plugins };
  });
}

/** Puts the stand-ins in their places, and refuses every module of Node. */
function withoutNode() {
  return {
    name: 'without-node',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path: name, resolveDir }) => {
        const file = path.relative(ROOT, path.resolve(resolveDir, name)).split(path.sep).join('/');
        const other = STAND_INS[file] ?? STAND_INS[`${file}.ts`];
        return other === undefined ? undefined : { path: path.join(ROOT, other) };
      });
      bundle.onResolve({ filter: /^[^./]/ }, ({ path: name, importer, kind }) => {
        if (kind === 'entry-point' || !isBuiltin(name)) return undefined;
        const same = SAME[name];
        if (same !== undefined) return bundle.resolve(same, { kind, resolveDir: ROOT });
        return { errors: [{ text: `${path.relative(ROOT, importer)} needs ${name}, which no browser has` }] };
      });
    },
  };
}
