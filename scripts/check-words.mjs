#!/usr/bin/env node
// Holds the rule of docs/architecture.md that core names no language outside its packs: a word that code compares a
// text's words with stands in server/src/core/languages.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { main, ROOT } from './lib/project.mjs';

const CORE = 'server/src/core/';

/** Where words are no language's, or the interface's: the reason stands beside each. */
const ALLOWED = new Map([
  ['languages/', 'the packs'],
  ['dates/display', 'words that the interface says, by its language'],
  ['dates/grammar/numbers.ts', 'Roman numerals, with the endings that languages share'],
  ['entities/refiners/datelineNames.ts', 'news agencies, from anywhere'],
  ['entities/nameForms.ts', 'ligatures taken apart'],
  ['recognise/', 'names of files, and what programs write in theirs'],
  ['text/encoding.ts', 'names of encodings'],
  ['structure/captions.ts', 'credits of picture agencies and particles of names, from anywhere'],
]);

/** Where a set's members are names of word classes, which a type cannot tell from words. */
const CLASS_NAMES = `${CORE}dates/`;

/** Names of what holds a word of the text. */
const WORD_NAMES = new Set(['after', 'before', 'form', 'lemma', 'noun', 'opener', 'opening', 'preposition', 'text', 'word']);

/**
 * Words of a natural language in code, a line each: `file:line: reason`. Seen are small letters in a regular expression,
 * and words of two small letters or more that are compared with a word of the text, looked for at its beginning or end, or put into
 * a set or map that does not say what they are, and comparisons of the language itself. `files`: paths from the project's folder, with `/`, to their text.
 */
export function wordProblems(files) {
  const problems = [];
  for (const [file, text] of files) {
    if (!file.startsWith(CORE) || [...ALLOWED.keys()].some((place) => file.startsWith(CORE + place))) continue;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      const line = `${file}:${lineOf(source, node)}`;
      if (ts.isRegularExpressionLiteral(node) ? hasLetters(node.text) : ts.isStringLiteralLike(node) && isWord(node))
        problems.push(`${line}: ${node.text} belongs into a language pack`);
      if (asksLanguage(node))
        problems.push(`${line}: ${node.getText()} asks for a language by its name, not for a feature of it`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return problems;
}

const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Whether letters stand in a regular expression by themselves: not as an escape, a property, a name or in a range. */
function hasLetters(regex) {
  const body = regex.slice(1, regex.lastIndexOf('/'));
  return /\p{Ll}/u.test(body.replace(/\\[pP]\{[^}]*\}|\\k<[^>]*>|\\u\{?[\dA-Fa-f]+\}?|\\x..|\\.|\(\?<\p{L}+>|\[[^\]]*\]/gu, ''));
}

/** `pack.language === 'de'`: a rule that names a language where it means something that the language does. */
function asksLanguage(node) {
  if (!ts.isBinaryExpression(node) || !/^[!=]==$/.test(node.operatorToken.getText())) return false;
  const isAsked = (side) => ts.isPropertyAccessExpression(side) && side.name.text === 'language';
  return (isAsked(node.left) && ts.isStringLiteralLike(node.right)) || (isAsked(node.right) && ts.isStringLiteralLike(node.left));
}

function isWord(node) {
  if (isPatternWithWord(node)) return true;
  if (!/^\p{Ll}(?:['’]|['’]?\p{Ll}[\p{L}'’]*)$/u.test(node.text)) return false;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText()))
    return isTextWord(parent.left === node ? parent.right : parent.left);
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression))
    return /^(?:starts|ends)With$/.test(parent.expression.name.text);
  if (node.getSourceFile().fileName.startsWith(CLASS_NAMES)) return false;
  let around = parent;
  while (ts.isArrayLiteralExpression(around)) around = around.parent;
  return (
    around !== parent &&
    ts.isNewExpression(around) &&
    around.typeArguments === undefined &&
    /^(?:Set|Map)$/.test(around.expression.getText()) &&
    !hasDeclaredType(around.parent)
  );
}

/** A pattern of dates that names a word and not a class: "'this' 'time' YearRef". */
const isPatternWithWord = ({ text, parent }) =>
  ts.isPropertyAssignment(parent) && parent.name.getText() === 'pattern' && /'(?:[^']*\|)?\p{Ll}{2,}(?:\|[^']*)?'/u.test(text);

/** `const X: ReadonlySet<Role> = new Set([…])` says what they are; `ReadonlySet<string>` does not. */
const hasDeclaredType = (node) =>
  ts.isVariableDeclaration(node) && node.type !== undefined && !/\bstring\b/.test(node.type.getText());

function isTextWord(node) {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isTextWord(node.expression);
  if (ts.isElementAccessExpression(node)) return true;
  if (ts.isCallExpression(node)) return ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'at';
  if (ts.isPropertyAccessExpression(node)) return WORD_NAMES.has(node.name.text);
  return ts.isIdentifier(node) && WORD_NAMES.has(node.text);
}

function sources() {
  const files = new Map();
  for (const name of fs.readdirSync(path.join(ROOT, CORE), { recursive: true })) {
    const file = CORE + name.split(path.sep).join('/');
    if (file.endsWith('.ts')) files.set(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const files = sources();
    const problems = wordProblems(files);
    for (const problem of problems) console.error(problem);
    console.log(
      problems.length > 0 ? `${problems.length} words outside the packs` : `No word of a language in ${files.size} files`,
    );
    return problems.length > 0 ? 1 : 0;
  });
}
