#!/usr/bin/env node
// Enforces the rule of docs/architecture.md that what a person reads stands in server/src/messages, in English and in
// French: no sentence elsewhere, and no entry there that lacks its French or says less in it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { main, ROOT } from './lib/project.mjs';

const MESSAGES = 'server/src/messages/';

/** Code that may say something to a person. */
const SPEAKING = [
  'client/src/',
  'server/src/cli/',
  'server/src/corpus/',
  'server/src/formats/',
  'server/src/import/',
  'server/src/lsp/',
  'server/src/main.ts',
  'server/src/models.ts',
  'server/src/service/',
  'server/src/store/',
];

/** Where words are for programs or for the log; the reason stands beside each. A text that no code has any more is told. */
const ALLOWED = [
  { in: 'server/src/formats/', text: 'code points', why: 'a unit of offsets, in files and settings' },
  { in: 'server/src/store/detectors/', text: 'code points', why: 'a unit of offsets, in settings and answers' },
  { in: 'server/src/formats/', text: 'utf-16 code units', why: 'a unit of offsets' },
  { in: 'server/src/formats/conll/', text: 'newdoc id', why: 'a word of CoNLL-U' },
  { in: 'server/src/formats/tei/', text: 'Born digital.', why: 'a part of TEI files' },
  { in: 'server/src/formats/xml/', text: '<?xml version="1.0" encoding="UTF-8"?>', why: 'the beginning of XML files' },
  { in: 'server/src/service/references.ts', text: 'document date', why: 'an internal name' },
  {
    in: 'server/src/lsp/log.ts',
    text: 'The document has changed',
    why: 'an answer that the protocol takes back; nobody sees it',
  },
  { in: 'server/src/lsp/detectorSettings.ts', text: 'code points', why: 'a unit of offsets' },
  { in: 'server/src/lsp/detectorSettings.ts', text: 'detectors: ', why: 'goes into the log' },
  { in: 'server/src/lsp/detectorSettings.ts', text: 'is not understood, its default holds', why: 'goes into the log' },
  { in: 'server/src/lsp/detectorSettings.ts', text: 'means nothing', why: 'goes into the log' },
  { in: 'server/src/store/detectors/output.ts', text: 'no more is logged', why: 'goes into the log' },
  { in: 'server/src/lsp/settings.ts', text: ' is not understood', why: 'goes into the log' },
  { in: 'server/src/lsp/settings.ts', text: 'headerPatterns: ', why: 'goes into the log' },
  { in: 'server/src/lsp/settings.ts', text: 'Settings could not be read: ', why: 'goes into the log' },
  { in: 'server/src/store/articleChoicesFile.ts', text: 'article ', why: 'a line of .corpus/articles' },
  { in: 'server/src/store/articleChoicesFile.ts', text: 'text ', why: 'a line of .corpus/articles' },
  { in: 'server/src/formats/jsonTools/', text: 'doccano JSONL', why: 'a name' },
  { in: 'server/src/formats/jsonTools/', text: 'spaCy JSONL', why: 'a name' },
  { in: 'server/src/formats/conll/entityBrackets.ts', text: 'group ', why: 'a key' },
  { in: 'server/src/formats/conll/entityBrackets.ts', text: 'mention ', why: 'a key' },
  { in: 'server/src/formats/analysis/toAnalysis.ts', text: 'parent ', why: 'a key' },
  { in: 'server/src/store/exportDocument.ts', text: 'entity ', why: 'a key' },
  { in: 'server/src/service/hover/dateHover.ts', text: 'mod ', why: 'an attribute of TIMEX3' },
  { in: 'server/src/service/hover/dateHover.ts', text: 'quant ', why: 'an attribute of TIMEX3' },
  { in: 'server/src/service/hover/dateHover.ts', text: 'freq ', why: 'an attribute of TIMEX3' },
  { in: 'server/src/import/readers/htmlText.ts', text: 'address article', why: 'names of elements' },
  { in: 'server/src/import/readers/htmlText.ts', text: 'h1 h2', why: 'names of elements' },
  { in: 'server/src/import/readers/htmlText.ts', text: 'script style', why: 'names of elements' },
  { in: 'server/src/import/readers/lexisNexis.ts', text: ' de ', why: 'labels in the files of an archive' },
  { in: 'server/src/import/readers/rtfText.ts', text: 'fonttbl', why: 'words of RTF' },
  { in: 'server/src/import/readers/rtfText.ts', text: 'footer footerl', why: 'words of RTF' },
  { in: 'server/src/import/readers/rtfText.ts', text: 'latentstyles', why: 'words of RTF' },
  { in: 'server/src/import/readers/rtfText.ts', text: 'keywords subject', why: 'words of RTF' },
  { in: 'server/src/import/readers/txm.ts', text: 'p head', why: 'names of elements' },
  { in: 'client/src/firstSteps/legendPage.ts', text: '<!DOCTYPE html>', why: 'a page; its words are in the messages' },
  { in: 'client/src/corpus/tablePage.ts', text: '<!DOCTYPE html>', why: 'a page; its words are in the messages' },
  { in: 'client/src/corpus/tablePage.ts', text: 'display: flex', why: 'CSS' },
  { in: 'client/src/corpus/picturePage.ts', text: '<!DOCTYPE html>', why: 'a page; its words are in the messages' },
  { in: 'client/src/corpus/picturePage.ts', text: 'flex-wrap: wrap', why: 'CSS' },
  { in: 'server/src/corpus/tables/picture.ts', text: '<svg', why: 'a picture; its words are in the messages' },
  { in: 'server/src/corpus/pictures/svg.ts', text: '<svg', why: 'a picture; its words are in the messages' },
  { in: 'server/src/corpus/pictures/svg.ts', text: '<g class="mark', why: 'a picture; its words are in the messages' },
  { in: 'server/src/corpus/pictures/svg.ts', text: 'paint-order', why: 'CSS' },
  { in: 'server/src/corpus/pictures/', text: 'faint small', why: 'names of styles' },
  { in: 'server/src/corpus/pictures/drawNetwork.ts', text: '<circle', why: 'a picture; its words are in the messages' },
  { in: 'client/src/annotations/', text: 'underline', why: 'CSS, and styles of fonts' },
];

/** Folders in which declarations hold English and French side by side, as the manifest needs them. */
const isDeclaration = (node) => {
  for (let around = node.parent; around; around = around.parent) {
    if (!ts.isObjectLiteralExpression(around)) continue;
    const names = around.properties.map((property) => property.name?.getText());
    if (names.includes('en') && names.includes('fr')) return true;
  }
  return false;
};

/** Functions whose arguments go into the log, which is English, or tell a programmer's mistake. */
const LOGS = /(?:^|\.)(?:#?log|console)\.(?:trace|debug|info|warn|error|appendLine)$|^logged$/;

/** Functions and properties whose words a person reads, however few they are. */
const SHOWN_BY = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showQuickPick|showInputBox|announce|warn)$/;
const SHOWN_AS = new Set([
  'detail',
  'label',
  'message',
  'openLabel',
  'placeHolder',
  'placeholder',
  'problem',
  'prompt',
  'title',
  'tooltip',
]);

/**
 * Texts outside of the messages, and faults of the messages, a line each: `file:line: reason`. `files`: paths from the
 * project's folder, with `/`, to their text.
 */
export function textProblems(files) {
  const problems = [];
  const used = new Set();
  for (const [file, text] of files) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const add = (node, reason) => problems.push(`${file}:${lineOf(source, node)}: ${reason}`);
    if (file.startsWith(MESSAGES)) entryProblems(source, add);
    else if (SPEAKING.some((place) => file.startsWith(place))) strayTexts(source, file, used, add);
  }
  for (const entry of ALLOWED)
    if (!used.has(entry) && [...files.keys()].some((file) => file.startsWith(entry.in)))
      problems.push(`scripts/check-texts.mjs: "${entry.text}" is allowed in ${entry.in} and not there any more`);
  return problems;
}

const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

function strayTexts(source, file, used, add) {
  const visit = (node) => {
    if (isForPrograms(node)) return;
    if (ts.isCallExpression(node) && LOGS.test(node.expression.getText())) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const words = wordsOf(node);
      const allowed = ALLOWED.find((entry) => file.startsWith(entry.in) && words.includes(entry.text));
      if (allowed) used.add(allowed);
      else if ((isSentence(words) || (isShown(node) && /\p{L}{2}/u.test(words))) && !isDeclaration(node))
        add(node, `“${words.trim().slice(0, 60)}” is read by a person: it belongs into ${MESSAGES}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Imports, types, and what a value is compared with. */
function isForPrograms(node) {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    (ts.isPropertyAssignment(node) && node.name.getText() === 'command')
  );
}

/** A literal's words, with a gap for each expression. */
function wordsOf(node) {
  if (!ts.isTemplateExpression(node)) return node.text;
  return node.head.text + node.templateSpans.map((span) => `\u2026${span.literal.text}`).join('');
}

/** What a database reads: its verbs stand in capitals. */
const SQL = /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA) /;

/** Two words of letters with a space between, one of them small: a name of a program or a format has none. */
function isSentence(words) {
  if (SQL.test(words)) return false;
  return /(?:^|[\s"“(])[\p{L}’']{2,}[,;:]? (?:[\p{L}’']{2,}|["“\u2026\d])/u.test(words) && /(?:^|\s)\p{Ll}{2}/u.test(words);
}

/** Whether a literal is what a function shows, or what a property shows: also one word alone is read there. */
function isShown(node) {
  let around = node;
  while (ts.isConditionalExpression(around.parent) || ts.isParenthesizedExpression(around.parent) || isFallback(around.parent))
    around = around.parent;
  const { parent } = around;
  if (ts.isCallExpression(parent) && parent.arguments.includes(around)) {
    const callee = ts.isPropertyAccessExpression(parent.expression) ? parent.expression.name : parent.expression;
    return SHOWN_BY.test(callee.getText());
  }
  if (ts.isPropertyAssignment(parent) && parent.initializer === around && SHOWN_AS.has(parent.name.getText()))
    return /[\p{Lu}]\p{Ll}/u.test(wordsOf(node)) && !isName(node);
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(parent.left) &&
    SHOWN_AS.has(parent.left.name.text)
  );
}

const isFallback = (node) =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind);

/** Titles of formats and of the extension are names, the same in all languages. */
const isName = (node) => node.getSourceFile().fileName.startsWith('server/src/formats/') || node.text === 'Corpus Annotator';

/** Words that are the same in French; an entry of which only these stand in it needs no other. */
const SAME = new Set(
  'accents annotation annotations article articles date dates direct document indirect information latitude longitude mention mentions note organisation organisations page pages partition population relation relations score second source type'
    // names of statistics
    .concat(' yates log ratio diff dice d dp norm juilland gries')
    .split(' '),
);

function entryProblems(source, add) {
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const of = (name) => node.properties.find((property) => property.name?.getText() === name);
      const [en, fr] = [of('en'), of('fr')];
      if (en || fr) {
        if (!en || !fr) add(node, `lacks its ${en ? 'French' : 'English'}`);
        else entryProblem(en, fr, (reason) => add(node, reason), source);
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function entryProblem(en, fr, add, source) {
  const [english, french] = [en, fr].map((form) => partsOf(form.initializer));
  const name = en.parent.parent.name?.getText(source) ?? '';
  const gapless = english.gaps.size === 0 && english.params.length > 0;
  if (english.params.join() !== french.params.join()) add(`${name}: French does not take the gaps of the English`);
  for (const gap of english.gaps) if (!french.gaps.has(gap)) add(`${name}: French leaves out ${gap}`);
  for (const gap of french.gaps) if (!english.gaps.has(gap)) add(`${name}: English leaves out ${gap}`);
  if (gapless) add(`${name}: none of its gaps is filled`);
  const words = english.words.match(/\p{L}{2,}/gu) ?? [];
  if (words.length > 0 && english.words === french.words && !words.every((word) => SAME.has(word.toLowerCase())))
    add(`${name}: French is the English; where the words are the same in both, name them in SAME of scripts/check-texts.mjs`);
  for (const piece of french.pieces) {
    if (/ [»;?!]|« | :(?=\s|$)/u.test(piece)) add(`${name}: French has a no-break space before : ; ? ! » and after «`);
    if (/[\p{L}]'\p{L}/u.test(piece) && !/[<{]/.test(piece)) add(`${name}: French has ’ and not '`);
  }
}

/** What one language's form says: parameters, those of them that it uses, its words and the pieces between its gaps. */
function partsOf(form) {
  const pieces = [];
  const names = new Set();
  const params = ts.isArrowFunction(form) ? form.parameters.map((parameter) => parameter.name.getText()) : [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      pieces.push(node.text);
    if (ts.isIdentifier(node) && params.includes(node.text)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.isArrowFunction(form) ? form.body : form);
  return { params, gaps: names, pieces, words: pieces.join(' ').trim() };
}

function sources() {
  const files = new Map();
  for (const folder of ['client/src', 'server/src']) {
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true })) {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      // a generated parser's words for its own makers are not shown
      if (file.endsWith('.ts') && !file.endsWith('.generated.ts'))
        files.set(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
    }
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const files = sources();
    const problems = textProblems(files);
    for (const problem of problems) console.error(problem);
    console.log(
      problems.length > 0
        ? `${problems.length} texts outside the messages, or messages without their French`
        : `No text for a person outside the messages in ${files.size} files`,
    );
    return problems.length > 0 ? 1 : 0;
  });
}
