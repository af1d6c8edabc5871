import { describe, expect, it } from 'vitest';
import { copyProblems, importProblems } from '../../../scripts/check-imports.mjs';

const problemsOf = (file: string, text: string) => importProblems(new Map([[file, text]]));

describe('the import rule', () => {
  it.each([
    ['server/src/core/a.ts', "import { x } from './b/c';"],
    ['server/src/core/dates/a.ts', "import { x } from '../span';"],
    ['server/src/core/a.ts', "import { franc } from 'franc-min';"],
    ['server/src/service/a.ts', "import type { Index } from '../corpus';"],
    ['server/src/service/a.ts', "import { type Index } from '../corpus/index';"],
    ['server/src/store/a.ts', "import fs from 'node:fs/promises';"],
    ['server/src/lsp/a.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['server/src/lsp/features/hover.ts', "import { Hover } from 'vscode-languageserver';"],
    ['server/src/cli/main.ts', "import { version } from '../../../package.json';"],
    ['server/src/protocol/index.ts', "export { readHeader } from '../core/structure/header';"],
    ['client/manifest/files.ts', "import { STEPS } from '../src/steps';"],
    ['client/src/extension.ts', "import * as vscode from 'vscode';"],
    ['client/src/views/tree.ts', "import { Entities } from '../../../server/src/protocol';"],
    ['client/src/views/tree.ts', "import { Entities } from '../../../server/src/protocol/index.js';"],
  ])('lets %s have %s', (file, text) => {
    expect(problemsOf(file, text)).toEqual([]);
  });

  it.each([
    ['server/src/core/a.ts', "import { readFileSync } from 'node:fs';"],
    ['server/src/core/a.ts', "import fs from 'fs';"],
    ['server/src/core/a.ts', "import type { Stats } from 'node:fs';"],
    ['server/src/core/a.ts', "const fs = require('fs');"],
    ['server/src/core/a.ts', "const load = () => import('node:fs');"],
    ['server/src/core/a.ts', "import { toBrat } from '../formats/brat';"],
    ['server/src/core/a.ts', "export * from '../service/hover';"],
    ['server/src/core/a.ts', "let x: import('../lsp/convert').X;"],
    ['server/src/core/a.ts', "import { Range } from 'vscode-languageserver-types';"],
    ['server/src/formats/a.ts', "import { join } from 'node:path';"],
    ['server/src/formats/a.ts', "import { save } from '../store/sidecar';"],
    ['server/src/service/a.ts', "import { join } from 'path';"],
    ['server/src/service/a.ts', "import { Index } from '../corpus';"],
    ['server/src/service/a.ts', "import { Hover } from 'vscode-languageserver';"],
    ['server/src/lsp/features/hover.ts', "import { Hover } from 'vscode-languageserver/node';"],
    ['server/src/lsp/features/hover.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/lsp/a.ts', "import { run } from '../cli/main';"],
    ['server/src/cli/a.ts', "import { convert } from '../lsp/convert';"],
    ['server/src/lsp/a.ts', "import * as vscode from 'vscode';"],
    ['server/training/a.ts', "import { hover } from '../src/service/hover';"],
    ['client/src/extension.ts', "import type { Span } from '../../server/src/core/span';"],
    ['client/src/extension.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['server/src/protocol/index.ts', "export { analyse } from '../core/analyser';"],
    ['client/src/extension.ts', "import { DECLARATION } from '../manifest/declaration';"],
    ['client/manifest/files.ts', "import * as vscode from 'vscode';"],
    ['client/manifest/files.ts', "import { parseSettings } from '../../server/src/lsp/settings';"],
    ['server/src/protocol/settingsDeclared.ts', "import { TIMEOUT } from '../store/detectors/contract';"],
    ['server/src/helpers/a.ts', 'export {};'],
  ])('refuses %s %s', (file, text) => {
    expect(problemsOf(file, text)).toHaveLength(1);
  });

  it('says where and why', () => {
    const text = "import { a } from './a';\n\nimport { b } from '../lsp/b';\n";
    expect(problemsOf('server/src/core/c.ts', text)).toEqual([
      'server/src/core/c.ts:3: server/src/core/ must not import server/src/lsp/b',
    ]);
  });
});

describe('the rule of one copy', () => {
  const lock = (...places: string[]) => ({ packages: Object.fromEntries(places.map((place) => [place, {}])) });

  it('is content with one protocol', () => {
    expect(copyProblems(lock('', 'node_modules/vscode-jsonrpc', 'node_modules/vscode-languageserver-protocol'))).toEqual([]);
  });

  it('refuses a second one below another package', () => {
    const twice = lock('node_modules/vscode-jsonrpc', 'node_modules/vscode-languageclient/node_modules/vscode-jsonrpc');
    expect(copyProblems(twice)).toHaveLength(1);
  });
});
