/**
 * Patterns over word classes. A pattern is a line of elements, matched token by token, greedily, with backtracking that is
 * bounded by the pattern's length:
 *
 *     the? weekday ','? Day of? month Year?
 *
 * - `month`    a phrase of a word class; `month!` a strong one (no abbreviation); `which=-1` one of that value; `a|b` of either
 * - `Year`     a part of the grammar (capital letter)
 * - `','`      one of the words between quotes, `'a|b'` either
 * - `x?`       may be left out, as may a group: `(of Year)?`
 * - `~x`       without white space before it
 * - `x:name`   caught under another name
 */

interface Leaf {
  readonly key: string;
  readonly glued: boolean;
  readonly next: State;
  /** Equal for elements that match the same and are caught under the same name. */
  readonly identity: string;
}

/** A place in a pattern: its end, a fork, or an element and what follows it. */
export type State = { readonly id: number } & (
  | { readonly kind: 'end'; readonly rule: number }
  | { readonly kind: 'split'; readonly first: State; readonly second: State }
  | ({ readonly kind: 'class'; readonly names: readonly string[]; readonly strong: boolean; readonly value?: string } & Leaf)
  | ({ readonly kind: 'word'; readonly words: readonly string[] } & Leaf)
  | ({ readonly kind: 'part'; readonly name: string } & Leaf)
);

const ELEMENT = /\s*(\(|\)\??|(~?)(?:'([^']+|')'|([a-zA-Z]+(?:\|[a-zA-Z]+)*))(!?)(?:=(-?[\w.-]+))?(?::(\w+))?(\??))/y;

/**
 * Compiles one pattern; `rule` marks its end, `ids` counts the states of a grammar, `classes` and `literals` take up the classes and words it names.
 * Throws on a pattern that is badly written.
 */
export function compilePattern(
  pattern: string,
  rule: number,
  ids: { next: number },
  classes: Set<string>,
  literals: Set<string>,
): State {
  let at = 0;
  function sequence(depth: number): { readonly build: (next: State) => State; readonly optional: boolean } {
    const builders: ((next: State) => State)[] = [];
    const chain = (next: State): State => builders.reduceRight((state, build) => build(state), next);
    for (;;) {
      ELEMENT.lastIndex = at;
      const match = ELEMENT.exec(pattern);
      if (match === null) {
        if (pattern.slice(at).trim() !== '' || depth > 0) throw new Error(`Bad pattern: ${pattern} (at ${at})`);
        return { build: chain, optional: false };
      }
      at = ELEMENT.lastIndex;
      const text = match[1] as string;
      if (text === '(') {
        const group = sequence(depth + 1);
        builders.push((next) =>
          group.optional ? { kind: 'split', id: ids.next++, first: group.build(next), second: next } : group.build(next),
        );
      } else if (text.startsWith(')')) {
        return { build: chain, optional: text === ')?' };
      } else {
        const build = element(match, ids, classes, literals);
        builders.push((next) =>
          match[8] === '?' ? { kind: 'split', id: ids.next++, first: build(next), second: next } : build(next),
        );
      }
    }
  }
  return sequence(0).build({ kind: 'end', id: ids.next++, rule });
}

function element(
  match: RegExpExecArray,
  ids: { next: number },
  classes: Set<string>,
  literals: Set<string>,
): (next: State) => State {
  const glued = match[2] === '~';
  const words = match[3];
  const name = match[4] ?? '';
  const strong = match[5] === '!';
  const value = match[6];
  const key = match[7] ?? (words === undefined ? (name.split('|')[0] ?? '') : '');
  const identity = `${glued ? '~' : ''}${words === undefined ? name : `'${words}`}${strong ? '!' : ''}=${value ?? ''}:${key}`;
  const leaf = (next: State): Leaf & { readonly id: number } => ({ key, glued, next, identity, id: ids.next++ });
  if (words !== undefined) {
    const list = words.split('|');
    for (const word of list) literals.add(word);
    return (next) => ({ kind: 'word', words: list, ...leaf(next) });
  }
  if (/^[A-Z]/.test(name)) return (next) => ({ kind: 'part', name, ...leaf(next) });
  const names = name.split('|');
  for (const one of names) classes.add(one);
  return (next) => ({ kind: 'class', names, strong, ...(value !== undefined && { value }), ...leaf(next) });
}
