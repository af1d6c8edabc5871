// What the compiler says of a fault: one that it refuses never comes to a test.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from '../lib/project.mjs';
import { mutated } from './mutants.mjs';

// unused names, code that is never reached: true of the fault's form, not of what is wrong with it
const HARMLESS = new Set([6133, 6138, 6192, 6196, 6198, 6199, 7027]);

/** A function that says whether the types of a source still hold with a fault in it. */
export function typeChecker() {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['server/src'] }, ts.sys, ROOT);
  const changed = new Map();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = changed.get(file)?.text ?? (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return (mutant) => {
    const file = path.join(ROOT, mutant.file);
    const text = fs.readFileSync(file, 'utf8');
    // a constant would tell the compiler more than the condition did
    const by = mutant.by === 'true' || mutant.by === 'false' ? `Boolean(${mutant.by})` : mutant.by;
    const condition = mutant.what.endsWith('(condition)');
    changed.set(file, { text: mutated(text, { ...mutant, by: condition ? by : mutant.by }), version: ++version });
    const wrong = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    changed.set(file, { text, version: ++version });
    return wrong.every(({ code }) => HARMLESS.has(code));
  };
}
