/**
 * A rule's page: `test/rules/<layer>/<rule>.<language>.txt`.
 *
 *     # reported-clause        A clause that a cue brings in.
 *     date: 2015-11-18
 *
 *     Reed says that the dam leaks.
 *     ^^^^ speaker
 *          ^^^^ cue
 *                    ^^^^^^^^^^^^^^ indirect
 *
 *     ## condition-not-said    A condition reports nothing.
 *     ! If he says that the dam leaks, we leave.
 *
 * An example is a text and, right below, what is found in it: a row of carets under its first to its last character, and a
 * label. A text behind `!` is a counter-example; what is found in it all the same (by other rules) stands below it. Under a
 * `##` stand the counter-examples of one exception. `⏎` is a line break. Examples are parted by empty lines; a line that
 * begins with `//` is a comment.
 *
 * Rules about names act on what a learnt model found. An example says itself what that was, in rows of `~` between the text and
 * the carets; without such a row the model found nothing. How sure it was follows where it was not: `PER 0.5`. So a page shows
 * the rule alone, and says the same whatever the model learns:
 *
 *     Le maire de Martin est venu.
 *                 ~~~~~~ PER
 *                 ^^^^^^ LOC
 *
 * Where the languages share a layer's rules (dates), a page in one language is enough for each rule and exception; further
 * pages show the same rule in other languages.
 */
export interface Mark {
  /** UTF-16 offsets into the example's text. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface Example {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What a model found before the rules: rows of `~`. */
  readonly given: readonly Mark[];
  /** It stands behind `!`. */
  readonly counter: boolean;
  /** The exception that refuses it; undefined for an example of the rule itself. */
  readonly exception: string | undefined;
  /** Of its text, counted from 1. */
  readonly line: number;
}

export interface Page {
  readonly rule: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly examples: readonly Example[];
}

const BREAK = '⏎';

/**
 * Reads a page.
 * @throws Error that names the line, where a line is none of a heading, a setting, an example or a row of carets
 */
export function parsePage(source: string): Page {
  const settings: Record<string, string> = {};
  const examples: Example[] = [];
  let rule: string | undefined;
  let exception: string | undefined;
  let open: Open | undefined;
  const close = (): void => {
    if (open !== undefined) examples.push({ ...open.example, exception });
    open = undefined;
  };
  source.split('\n').forEach((row, index) => {
    const fail = (what: string): never => {
      throw new Error(`line ${index + 1}: ${what}: ${row}`);
    };
    if (row.startsWith('//')) return;
    const heading = /^(##?) ([a-z0-9-]+)(?:\s|$)/.exec(row);
    const setting = /^([a-z]+): (\S.*)$/.exec(row);
    if (row.trim() === '') close();
    else if (heading !== null) {
      close();
      if (heading[1] === '#') rule = heading[2];
      else exception = heading[2];
    } else if (open !== undefined) addRow(open, row, fail);
    else if (setting !== null && examples.length === 0) settings[setting[1] as string] = setting[2] as string;
    else open = opened(row, index + 1);
  });
  close();
  if (rule === undefined) throw new Error('no heading with the name of the rule');
  return { rule, settings, examples };
}

/** An example while its rows are read. */
interface Open {
  readonly example: Omit<Example, 'marks' | 'given' | 'exception'> & { readonly marks: Mark[]; readonly given: Mark[] };
  readonly indent: number;
}

function opened(row: string, line: number): Open {
  const counter = row.startsWith('! ');
  const text = (counter ? row.slice(2) : row).replaceAll(BREAK, '\n');
  return { example: { text, marks: [], given: [], counter, line }, indent: counter ? 2 : 0 };
}

/** Reads a row below an example's text: carets, or tildes before them. */
function addRow({ example, indent }: Open, row: string, fail: (what: string) => never): void {
  const [, before = '', line = '', label = ''] =
    /^( *)(\^+|~+) (.+)$/.exec(row) ?? fail('neither marks nor an empty line below a text');
  const start = before.length - indent;
  const end = start + line.length;
  if (start < 0 || end > example.text.length) fail('marks outside the text above');
  const mark: Mark = { start, end, label: label.trim() };
  if (line.startsWith('^')) example.marks.push(mark);
  else if (example.marks.length > 0) fail('tildes below carets');
  else example.given.push(mark);
}

/** An example's marks as a page writes them, to compare and to show: one a line, with the words that they cover. */
export function written(text: string, marks: readonly Mark[]): string[] {
  return [...marks]
    .sort((a, b) => a.start - b.start || a.end - b.end || a.label.localeCompare(b.label))
    .map(({ start, end, label }) => `${label} ${start}-${end} ⟦${text.slice(start, end).replaceAll('\n', BREAK)}⟧`);
}

/** A page's rows for an example, what was given and carets included: what a writer pastes. */
export function rowsOf({ text, counter, given }: Pick<Example, 'text' | 'counter' | 'given'>, marks: readonly Mark[]): string[] {
  const indent = counter ? 2 : 0;
  const row =
    (sign: string) =>
    ({ start, end, label }: Mark): string =>
      `${' '.repeat(indent + start)}${sign.repeat(end - start)} ${label}`;
  return [`${counter ? '! ' : ''}${text.replaceAll('\n', BREAK)}`, ...given.map(row('~')), ...marks.map(row('^'))];
}
