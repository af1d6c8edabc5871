// Loads the extension's client against a stand-in for the editor and prints what loading and activate() take, in
// milliseconds of the clock and of the processor. Called by bench-server with the client's bundle; a process of its own,
// since code that was compiled before is loaded faster.
const Module = require('node:module');

/** Stands for whatever the editor's interface holds: can be called, made with `new`, read and iterated, and does nothing. */
class Nothing {}
const anything = new Proxy(Nothing, {
  get(_target, key) {
    if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
    if (key === Symbol.toPrimitive) return () => '';
    if (key === 'prototype') return Nothing.prototype;
    return key === 'then' ? undefined : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

class EventEmitter {
  event = () => anything;
  fire() {}
  dispose() {}
}

/** A window without documents: the client of an editor that was just opened. */
const shown = {
  activeTextEditor: undefined,
  visibleTextEditors: [],
  tabGroups: { all: [], onDidChangeTabs: () => anything, onDidChangeTabGroups: () => anything },
};
// behind the known parts as their prototype, since the bundle copies a module's own properties
const vscode = Object.setPrototypeOf(
  {
    EventEmitter,
    window: part(shown),
    workspace: part({ textDocuments: [], workspaceFolders: [], isTrusted: true }),
  },
  anything,
);

function part(known) {
  return new Proxy(known, { get: (target, key) => (key in target ? target[key] : anything) });
}

const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'vscode' ? vscode : load.call(this, request, ...rest);
};

const context = part({
  subscriptions: [],
  asAbsolutePath: (path) => path,
  storageUri: undefined,
  workspaceState: { get: (_key, fallback) => fallback, update: async () => {} },
  globalState: { get: (_key, fallback) => fallback, update: async () => {} },
});
const spent = () => {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), cpu: (user + system) / 1000 };
};
const before = spent();
const client = require(process.argv[2]);
const loaded = spent();
client.activate(context);
const activated = spent();
const between = (a, b) => ({ clock: b.clock - a.clock, cpu: b.cpu - a.cpu });
console.log(JSON.stringify({ load: between(before, loaded), activate: between(loaded, activated) }));
process.exit(0);
