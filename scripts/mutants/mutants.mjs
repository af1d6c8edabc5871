// Small faults put into a source file on purpose, to see whether a test finds them. Each changes one place of the program,
// as a slip of the hand would.
import ts from 'typescript';

const K = ts.SyntaxKind;

/** What each operator is mistaken for. */
const OPERATORS = new Map([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.QuestionQuestionToken, '&&'],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.PlusEqualsToken, '-='],
  [K.MinusEqualsToken, '+='],
]);

/** What each method is mistaken for. */
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['max', 'min'],
  ['min', 'max'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['shift', 'pop'],
]);

/** Where a number is a key, or one of a table. */
const NO_NUMBER = new Set([K.PropertyAssignment, K.BindingElement, K.ArrayLiteralExpression]);

/**
 * All mutants of a source: where each stands, what it replaces and by what. Nothing in types, imports, constants of words
 * and messages that are thrown or shown; and none that provably changes nothing: a `continue` last in its loop. What the
 * types refuse is among them: types.mjs tells.
 */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const add = (node, by, what) => {
    const start = node.getStart(source);
    const { line } = source.getLineAndCharacterOfPosition(start);
    const evaluated = evaluatedWith(node);
    mutants.push({
      file,
      start,
      end: node.getEnd(),
      by,
      line: line + 1,
      what: `${short(node.getText(source))} → ${short(by)} (${what})`,
      around: { start: evaluated.getStart(source), end: evaluated.getEnd(), statement: ts.isStatement(evaluated) },
    });
  };
  eachNode(source, mutate);
  return mutants;

  function mutate(node) {
    if (ts.isBinaryExpression(node)) {
      const by = OPERATORS.get(node.operatorToken.kind);
      // words put together are no sum
      const words = /['"`]/.test(node.getText(source)) && node.operatorToken.kind === K.PlusToken;
      if (by !== undefined && !words) add(node.operatorToken, by, 'operator');
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
      add(node, node.operand.getText(source), 'negation');
    } else if (node.kind === K.TrueKeyword) add(node, 'false', 'constant');
    else if (node.kind === K.FalseKeyword) add(node, 'true', 'constant');
    else if (ts.isNumericLiteral(node) && !NO_NUMBER.has(node.parent.kind)) {
      add(node, String(Number(node.text.replaceAll('_', '')) + 1), 'number');
    } else if (ts.isIfStatement(node)) {
      add(node.expression, 'false', 'condition');
      add(node.expression, 'true', 'condition');
    } else if (ts.isConditionalExpression(node)) {
      add(node.condition, 'false', 'condition');
      add(node.condition, 'true', 'condition');
    } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
      const by = METHODS.get(node.name.text);
      if (by !== undefined) add(node.name, by, 'method');
    } else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
      if (!ts.isCaseClause(node.parent) && !endsItsLoop(node)) add(node, ';', 'jump');
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) add(node, ';', 'call left out');
  }
}

/** A `continue` that stands last in its loop: leaving it out changes nothing. */
function endsItsLoop(node) {
  if (!ts.isContinueStatement(node) || node.label !== undefined) return false;
  let last = node;
  for (let parent = node.parent; ; last = parent, parent = parent.parent) {
    if (ts.isBlock(parent)) {
      if (parent.statements.at(-1) !== last) return false;
    } else if (ts.isIterationStatement(parent, false)) return true;
    else if (!ts.isIfStatement(parent)) return false;
  }
}

const CHAINED = new Set([K.PropertyAccessExpression, K.ElementAccessExpression, K.CallExpression, K.NonNullExpression]);

/** The least expression or statement that is carried out whenever a place is, and that may be put in brackets. */
function evaluatedWith(node) {
  let at = ts.isBinaryExpression(node.parent) && node.parent.operatorToken === node ? node.parent : node;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) at = node.parent.parent;
  // a part of `a?.b.c()` in brackets would no longer end with `a`
  while (CHAINED.has(at.parent.kind) && at.parent.expression === at) at = at.parent;
  return at;
}

/** The source with a call of `reach(n)` at each mutant's place, n its own number among all: it does what it did, and tells. */
export function watched(text, mutants, numbers = [...mutants.keys()]) {
  const marks = mutants.flatMap(({ around: { start, end, statement } }, i) => {
    const call = `${WATCH}(${numbers[i]})`;
    const length = end - start;
    return [
      // where several meet: what ends there before what begins, within its like
      { at: start, opens: true, order: -length, text: statement ? `{${call};` : `(${call},` },
      { at: end, opens: false, order: length, text: statement ? '}' : ')' },
    ];
  });
  marks.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens) || a.order - b.order);
  let result = '';
  let at = 0;
  for (const mark of marks) {
    result += text.slice(at, mark.at) + mark.text;
    at = mark.at;
  }
  return result + text.slice(at);
}

/** The name of the global function that a watched source calls. */
export const WATCH = '__reachedMutant';

const short = (text) => (text.length > 50 ? `${text.slice(0, 47)}…` : text).replace(/\s+/g, ' ');

/** The source with a mutant in it. */
export const mutated = (text, { start, end, by }) => `${text.slice(0, start)}${by}${text.slice(end)}`;

/** Hands over what a program does, node by node, the outer first: no types, no imports, nothing that is thrown. */
export function eachNode(node, take) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return;
  if (ts.isThrowStatement(node)) return;
  take(node);
  ts.forEachChild(node, (child) => eachNode(child, take));
}
