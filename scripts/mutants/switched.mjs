// A source with all its mutants in it at once, each asleep until it is chosen: one text is tried on thousands of them without
// any module being made anew. What each does is what mutants.mjs says, but for the order in which `a && b || c` binds.
import ts from 'typescript';
import { eachNode, mutantsOf } from './mutants.mjs';

const K = ts.SyntaxKind;
/** The name of the global object that holds what a switched source calls; `switches()` makes it. */
export const SWITCHES = '__switches';

const EAGER = new Map([
  [K.LessThanToken, 'lt'],
  [K.LessThanEqualsToken, 'le'],
  [K.GreaterThanToken, 'gt'],
  [K.GreaterThanEqualsToken, 'ge'],
  [K.EqualsEqualsEqualsToken, 'eq'],
  [K.ExclamationEqualsEqualsToken, 'ne'],
  [K.PlusToken, 'add'],
  [K.MinusToken, 'sub'],
  [K.AsteriskToken, 'mul'],
]);
const LAZY = new Map([
  [K.AmpersandAmpersandToken, 'and'],
  [K.BarBarToken, 'or'],
  [K.QuestionQuestionToken, 'nn'],
]);

/**
 * @param first - the number of the file's first mutant among all.
 * @returns the source, and the file's mutants that it holds, by number.
 */
export function switched(file, text, first) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = mutantsOf(file, text);
  const edits = [];
  const held = new Map();
  const byPlace = new Map();
  for (const [i, mutant] of mutants.entries()) {
    const place = `${mutant.start}-${mutant.end}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), { mutant, n: first + i }]);
  }
  const own = (node) => byPlace.get(`${node.getStart(source)}-${node.getEnd()}`) ?? [];
  const of = (node, kind) => own(node).filter(({ mutant }) => mutant.what.endsWith(`(${kind})`));
  const insert = (at, words, size, opens) => edits.push({ at, end: at, words, size, opens });
  const around = (node, before, after) => {
    const start = node.getStart(source);
    insert(start, before, node.getEnd() - start, true);
    insert(node.getEnd(), after, node.getEnd() - start, false);
  };
  const put = (node, words) => edits.push({ at: node.getStart(source), end: node.getEnd(), words, size: 0, opens: true });
  const hold = (all) => {
    for (const { mutant, n } of all) held.set(n, mutant);
  };
  eachNode(source, change);
  return { text: `const __S = globalThis.${SWITCHES};${edited(text, edits)}`, held, count: mutants.length };

  function change(node) {
    if (ts.isIterationStatement(node, false)) around(node.statement, '{__S.tick();', '}');
    if (ts.isBinaryExpression(node)) binary(node);
    else if (ts.isPrefixUnaryExpression(node)) simple(node, 'negation', ([{ n }]) => around(node, `__S.not(${n},`, ')'));
    else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword)
      simple(node, 'constant', ([{ n }]) => around(node, `__S.not(${n},`, ')'));
    else if (ts.isNumericLiteral(node))
      simple(node, 'number', ([{ n, mutant }]) => put(node, `(__S.is(${n})?${mutant.by}:${node.text})`));
    else if (ts.isIfStatement(node)) condition(node.expression);
    else if (ts.isConditionalExpression(node)) condition(node.condition);
    else if (ts.isPropertyAccessExpression(node)) method(node);
    else if (ts.isContinueStatement(node) || ts.isBreakStatement(node))
      simple(node, 'jump', ([{ n }]) => around(node, `{if(!__S.is(${n}))`, '}'));
    else if (ts.isExpressionStatement(node)) simple(node, 'call left out', ([{ n }]) => around(node, `{if(!__S.is(${n}))`, '}'));
  }

  function simple(node, kind, make) {
    const all = of(node, kind);
    if (all.length === 0) return;
    hold(all);
    make(all);
  }

  function condition(node) {
    const [no, yes] = of(node, 'condition');
    if (no === undefined || yes === undefined) return;
    hold([no, yes]);
    around(node, `__S.cond(${no.n},`, ')');
  }

  function method(node) {
    simple(node.name, 'method', ([{ n, mutant }]) => {
      const dot = node.questionDotToken ?? node.getChildren(source).find((child) => child.kind === K.DotToken);
      const words = `${node.questionDotToken ? '?.' : ''}[__S.is(${n})?'${mutant.by}':'${node.name.text}']`;
      edits.push({ at: dot.getStart(source), end: node.name.getEnd(), words, size: 0, opens: true });
    });
  }

  function binary(node) {
    const token = node.operatorToken;
    simple(token, 'operator', (all) => {
      const [{ n }] = all;
      if (token.kind === K.PlusEqualsToken || token.kind === K.MinusEqualsToken) return around(node.right, `__S.neg(${n},`, ')');
      const lazy = LAZY.get(token.kind);
      if (lazy !== undefined && waits(node.right)) {
        held.delete(n);
        return;
      }
      around(node, `__S.${lazy ?? EAGER.get(token.kind)}(${n},`, lazy ? '))' : ')');
      put(token, lazy ? ',()=>(' : ',');
    });
  }
}

/** Whether a part of a function hands back control, which no function within it can do for it. */
function waits(node) {
  if (ts.isYieldExpression(node) || ts.isAwaitExpression(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => waits(child) || undefined) ?? false);
}

function edited(text, edits) {
  // where several meet: what ends there before what begins, within its like the larger outside
  edits.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens) || (a.opens ? b.size - a.size : a.size - b.size));
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.at) + edit.words;
    at = Math.max(at, edit.end);
  }
  return result + text.slice(at);
}

/** A run took many times the steps that it takes without a fault. */
export class TooLong extends Error {}

/** In place of a mutant's number: all sleep, and what each place would have given with its fault is noted. */
export const WATCHING = -2;
export const NONE = -1;

/**
 * What switched sources call. `begin(chosen, limit)` starts a run with one mutant awake, or none, that may take so many steps
 * of loops; `infected` has a 1 for each whose place gave another value, while watching, than it would with the fault, as far
 * as that is seen at the place.
 */
export function switches(count) {
  let c = NONE;
  let steps = 0;
  let most = Number.POSITIVE_INFINITY;
  const infected = new Uint8Array(count + 1);
  const begin = (chosen, limit = Number.POSITIVE_INFINITY) => {
    c = chosen;
    steps = 0;
    most = limit;
    if (c === WATCHING) infected.fill(0);
  };
  const differs = (n) => {
    infected[n] = 1;
  };
  // at a place whose mutant is awake, or watched
  const other = (n, right, wrong) => {
    if (c === n) return wrong;
    if (!Object.is(right, wrong)) infected[n] = 1;
    return right;
  };
  return {
    begin,
    infected,
    steps: () => steps,
    tick() {
      if (++steps > most) throw new TooLong('too long');
    },
    is(n) {
      if (c === n) return true;
      if (c === WATCHING) differs(n);
      return false;
    },
    not: (n, value) => (c === n || c === WATCHING ? other(n, value, !value) : value),
    cond(n, value) {
      if (c === n) return false;
      if (c === n + 1) return true;
      if (c === WATCHING) differs(value ? n : n + 1);
      return value;
    },
    neg: (n, value) => (c === n || c === WATCHING ? other(n, value, value === 0 ? 0 : -value) : value),
    and(n, a, b) {
      if (c === WATCHING) differs(n);
      return (c === n ? !a : a) ? b() : a;
    },
    or(n, a, b) {
      if (c === WATCHING) differs(n);
      return (c === n ? !a : a) ? a : b();
    },
    nn(n, a, b) {
      if (c === WATCHING) differs(n);
      return c === n ? a && b() : (a ?? b());
    },
    lt: (n, a, b) => (c === n || c === WATCHING ? other(n, a < b, a <= b) : a < b),
    le: (n, a, b) => (c === n || c === WATCHING ? other(n, a <= b, a < b) : a <= b),
    gt: (n, a, b) => (c === n || c === WATCHING ? other(n, a > b, a >= b) : a > b),
    ge: (n, a, b) => (c === n || c === WATCHING ? other(n, a >= b, a > b) : a >= b),
    eq: (n, a, b) => (c === n || c === WATCHING ? other(n, a === b, a !== b) : a === b),
    ne: (n, a, b) => (c === n || c === WATCHING ? other(n, a !== b, a === b) : a !== b),
    add: (n, a, b) => (c === n || c === WATCHING ? other(n, a + b, a - b) : a + b),
    sub: (n, a, b) => (c === n || c === WATCHING ? other(n, a - b, a + b) : a - b),
    mul: (n, a, b) => (c === n || c === WATCHING ? other(n, a * b, a / b) : a * b),
  };
}
