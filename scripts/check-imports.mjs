#!/usr/bin/env node
// Holds the one-way rule of docs/architecture.md: which folder may import which, and who may know Node, the protocol
// and VS Code.
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { main, ROOT } from './lib/project.mjs';

/** What every part of the core may stand on: text, spans, plain collections. */
const CORE_BASE = [
  'server/src/core/text/',
  'server/src/core/document.ts',
  'server/src/core/members.ts',
  'server/src/core/packed.ts',
  'server/src/core/span.ts',
];

/**
 * What a folder (or file) may import. `use`: folders whose code it may run; `types`: folders it may name in types only;
 * `node`: Node's modules; `packages`: npm packages beside those that know nothing of editors, which all may use.
 * The first row that holds a file counts.
 */
const LAYERS = [
  // Inside the core: rules know nothing of layers, words nothing of syntax, syntax nothing of quotations.
  { at: 'server/src/core/rules/', use: ['server/src/core/rules/'] },
  { at: 'server/src/core/lexicon/', use: ['server/src/core/lexicon/'] },
  {
    at: 'server/src/core/syntax/',
    use: [...CORE_BASE, 'server/src/core/lexicon/', 'server/src/core/rules/', 'server/src/core/syntax/'],
  },
  { at: 'server/src/core/', use: [] },
  { at: 'server/src/messages/', use: [] },
  { at: 'server/src/formats/', use: ['server/src/core/', 'server/src/messages/'] },
  { at: 'server/src/statistics/', use: [] },
  { at: 'server/src/agreement/', use: ['server/src/core/random.ts', 'server/src/core/span.ts'] },
  {
    at: 'server/src/store/',
    use: ['server/src/agreement/', 'server/src/core/', 'server/src/formats/', 'server/src/messages/', 'server/src/timeLimit.ts'],
    node: true,
  },
  {
    at: 'server/src/corpus/',
    use: ['server/src/core/', 'server/src/formats/', 'server/src/messages/', 'server/src/statistics/', 'server/src/store/'],
    node: true,
  },
  {
    at: 'server/src/handedOn/',
    use: [
      'server/src/core/',
      'server/src/corpus/export/',
      'server/src/corpus/query/folding.ts',
      'server/src/corpus/searchDocument.ts',
      'server/src/formats/',
    ],
  },
  { at: 'server/src/import/readers/', use: ['server/src/core/', 'server/src/formats/', 'server/src/messages/'] },
  {
    at: 'server/src/import/',
    use: ['server/src/core/', 'server/src/formats/', 'server/src/messages/', 'server/src/store/'],
    node: true,
  },
  {
    at: 'server/src/service/',
    use: ['server/src/core/', 'server/src/formats/', 'server/src/messages/'],
    types: ['server/src/store/', 'server/src/corpus/'],
  },
  {
    at: 'server/src/protocol/',
    // The client decides which file is an article, and takes its annotations along, before there is a server.
    use: [
      'server/src/core/structure/header.ts',
      'server/src/core/recognise/globs.ts',
      'server/src/store/sidecarNames.ts',
      'server/src/timeLimit.ts',
    ],
    types: ['server/src/'],
    packages: ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver-types'],
  },
  {
    at: 'server/src/lsp/features/',
    use: ['server/src/'],
    not: ['server/src/cli/'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  {
    at: 'server/src/lsp/',
    use: ['server/src/'],
    not: ['server/src/cli/'],
    node: true,
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  { at: 'server/src/importer.ts', use: ['server/src/import/'], node: true },
  { at: 'server/src/models.ts', use: [], node: true },
  { at: 'server/src/timeLimit.ts', use: [], types: ['server/src/core/structure/header.ts'], node: true },
  { at: 'server/src/cli/', use: ['server/src/'], not: ['server/src/lsp/'], node: true },
  {
    at: 'server/src/main.ts',
    use: ['server/src/lsp/', 'server/src/models.ts'],
    node: true,
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  // In the place of what a browser lacks: see scripts/lib/webBundles.mjs.
  {
    at: 'server/src/web/',
    use: ['server/src/'],
    not: ['server/src/cli/', 'server/src/import/', 'server/src/corpus/'],
    packages: ['vscode-languageserver'],
  },
  { at: 'server/training/', use: ['server/src/core/', 'server/src/formats/'], node: true },
  // At build time only: the manifest, made of what the client declares.
  { at: 'client/manifest/', use: ['client/src/', 'server/src/protocol/', 'server/src/store/schema.ts'] },
  {
    at: 'client/src/',
    use: ['server/src/protocol/', 'server/src/messages/'],
    node: true,
    packages: ['vscode', 'vscode-languageclient'],
  },
];

/** Packages that tie code to an editor, a protocol or a browser of the tests: only who lists them may import them. */
const EDITOR_PACKAGE = /^(vscode$|vscode-(language|jsonrpc)|@vscode\/(?!l10n)|playwright)/;

/** Packages of which two copies would not understand each other. */
const SINGLE_COPY = ['vscode-languageserver-protocol', 'vscode-languageserver-types', 'vscode-jsonrpc'];

/**
 * What breaks the rule, a line each: `file:line: reason`. `files`: paths from the project's folder, with `/`, to their
 * text; an import of a file that is not among them counts by its path.
 */
export function importProblems(files) {
  const problems = [];
  for (const [file, text] of files) {
    const layer = LAYERS.find(({ at }) => file.startsWith(at));
    if (!layer) {
      problems.push(`${file}:1: no layer has this path: name it in scripts/check-imports.mjs`);
      continue;
    }
    for (const { name, line, typeOnly } of importsOf(file, text)) {
      const reason = refusal(layer, file, name, typeOnly);
      if (reason) problems.push(`${file}:${line}: ${reason}`);
    }
  }
  return problems;
}

function refusal(layer, file, name, typeOnly) {
  if (isBuiltin(name)) return layer.node ? undefined : `${layer.at} must not know Node: ${name}`;
  if (!name.startsWith('.')) {
    // A package's Node half is known by its name: vscode-languageserver/node.
    if (/\/node(\.js)?$/.test(name) && !layer.node && !typeOnly) return `${layer.at} must not know Node: ${name}`;
    const allowed = !EDITOR_PACKAGE.test(name) || layer.packages?.some((own) => name === own || name.startsWith(`${own}/`));
    return allowed ? undefined : `${layer.at} must not import the package ${name}`;
  }
  const target = path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts');
  if (target === 'package.json') return undefined;
  const isIn = (folders) =>
    folders?.some((folder) => target.startsWith(folder) || `${target}.ts` === folder || `${target}/` === folder);
  if (isIn([layer.at])) return undefined;
  if (isIn(layer.use) && !isIn(layer.not)) return undefined;
  if (typeOnly && isIn(layer.types)) return undefined;
  return `${layer.at} must not import ${target}${isIn(layer.types) ? ' but for its types (import type)' : ''}`;
}

/** Every module that a source names: imports, exports, import(), require() and import types. */
function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (specifier, typeOnly) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ name: specifier.text, typeOnly, line: source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1 });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause, node.importClause?.namedBindings));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node, node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, node.parent.isTypeOnly);
    else if (ts.isCallExpression(node) && loadsModule(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `import type …`, or braces in which every name is marked `type`, and no default import beside them. */
function isTypeOnly(clause, bindings) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? bindings.elements : [];
  return !clause.name && names.length > 0 && names.every((name) => name.isTypeOnly);
}

const loadsModule = (callee) =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');

/** Which packages of the lock file are there more than once though two copies would not understand each other. */
export function copyProblems(lock) {
  const places = Object.keys(lock.packages ?? {});
  return SINGLE_COPY.flatMap((name) => {
    const copies = places.filter((place) => place.endsWith(`node_modules/${name}`));
    return copies.length > 1 ? [`package-lock.json: ${copies.length} copies of ${name}: ${copies.join(', ')}`] : [];
  });
}

function sources() {
  const files = new Map();
  for (const folder of ['client/manifest', 'client/src', 'server/src', 'server/training']) {
    if (!fs.existsSync(path.join(ROOT, folder))) continue;
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true })) {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      if (/\.[cm]?tsx?$/.test(file)) files.set(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
    }
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const files = sources();
    const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
    const problems = [...importProblems(files), ...copyProblems(lock)];
    for (const problem of problems) console.error(problem);
    console.log(
      problems.length > 0 ? `${problems.length} imports against the rule` : `Imports of ${files.size} files keep to the rule`,
    );
    return problems.length > 0 ? 1 : 0;
  });
}
