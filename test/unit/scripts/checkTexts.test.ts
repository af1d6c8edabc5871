// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that is checked
import { describe, expect, it } from 'vitest';
import { textProblems } from '../../../scripts/check-texts.mjs';

const check = (file: string, text: string): readonly string[] =>
  textProblems(new Map([[file, text]])).filter((problem: string) => problem.startsWith(file));

describe('texts for people', () => {
  it.each([
    ['client/src/a.ts', "vscode.window.showWarningMessage('Nothing was found.');"],
    ['client/src/a.ts', "vscode.window.showQuickPick(items, { placeHolder: 'Format' });"],
    ['client/src/a.ts', "item.tooltip = open ? 'Close' : shown;"],
    ['client/src/a.ts', "vscode.l10n.t('Open a folder first.');"],
    ['server/src/lsp/a.ts', 'return { range, message: `No file has ${name}` };'],
    ['server/src/lsp/a.ts', "connection.window.showErrorMessage('Failed');"],
    ['server/src/cli/a.ts', "stderr.write('cannot be read');"],
    ['server/src/store/a.ts', 'throw new NotTextError(`${path} is not text`);'],
    ['server/src/formats/a.ts', "problems.push(error(3, 'A line must have three columns.'));"],
  ])('%s: %s stands in the wrong place', (file, text) => {
    expect(check(file, text)).toEqual([expect.stringMatching(/^\S+:1: .* belongs into server\/src\/messages\//)]);
  });

  it.each([
    ['client/src/a.ts', "log.warn('The server has ended and is started again.');"],
    ['client/src/a.ts', "import { a } from './some file';"],
    ['client/src/a.ts', "const title = { en: 'Go to the next', fr: 'Aller au suivant' };"],
    ['client/src/a.ts', "vscode.commands.executeCommand('corpusAnnotator.goTo', 'utf-16');"],
    ['server/src/core/a.ts', "const words = ['so far as'];"],
    ['server/src/lsp/a.ts', 'return `${first} – ${last}`;'],
  ])('%s: %s is nothing that a person reads there', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });

  it.each([
    ["a: { en: 'A word' }", 'lacks its French'],
    ["a: { en: 'A word', fr: 'A word' }", 'a: French is the English'],
    ['a: { en: (n: number) => `All ${n}`, fr: (n: number) => `Tous` }', 'French leaves out n'],
    ['a: { en: (n: number, m: number) => `All ${n} ${m}`, fr: (n: number) => `Tous ${n}` }', 'does not take the gaps'],
    ["a: { en: 'Which?', fr: 'Lequel ?' }", 'no-break space'],
    ["a: { en: 'The text', fr: \"L'article\" }", 'has ’'],
  ])('an entry %s is faulty', (entry, reason) => {
    expect(check('server/src/messages/a.ts', `topic('a', { ${entry} })`).join()).toContain(reason);
  });

  it('an entry in both languages is none', () => {
    const text =
      "topic('a', { b: { en: (n: number) => `All ${n}?`, fr: (n: number) => `Tous ${n}\u00a0?` }, c: { en: 'Date', fr: 'Date' } })";
    expect(check('server/src/messages/a.ts', text)).toEqual([]);
  });
});
