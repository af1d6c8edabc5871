// Programs of what people, editors and version control systems do to an article and its files, and what must be left after them.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Annotation } from '../../server/src/formats/annotationDocument';
import { ArticleDecisions } from '../../server/src/store/articleDecisions';
import { freeId, withDocument } from '../../server/src/store/decisions';
import { Journal } from '../../server/src/store/files';
import { applyEdit, type TextEdit } from '../../server/src/store/rebase';
import { readSidecars } from '../../server/src/store/sidecars';

/** The article that all programs begin with. */
export const TEXT =
  'Le maire de Vell, Paul Verdier, a parlé lundi. Anne Corbin a promis un pont à Brise. Le port de Vell rouvrira.';

/**
 * What is wrong after a program: decisions that are gone, or that nothing can be written. Nothing, where all is well.
 *
 * @param atTheEnd - what else is done to its files, once all is saved.
 * @param afterEach - called after each step, for who looks for a cause.
 */
export async function faultsAfter(
  steps: readonly Command[],
  atTheEnd: (program: Program) => void = () => {},
  afterEach: (step: Command, program: Program) => void = () => {},
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  try {
    const program = new Program(folder);
    await program.open(TEXT);
    for (const step of steps) {
      await program.run(step);
      afterEach(step, program);
    }
    await program.mend();
    await program.run({ kind: 'save' });
    const { article, expected } = program;
    const outcome = await article.save();
    atTheEnd(program);
    const again = await ArticleDecisions.open(program.path, program.text, program.journal);
    const missing = (where: string, kept: readonly string[]): readonly string[] =>
      [...expected].filter((key) => !kept.includes(key)).map((key) => `${key} is gone ${where}`);
    return [
      ...(article.state.readOnly === undefined ? [] : ['the article is read-only']),
      ...(outcome === 'written' || outcome === 'unchanged' ? [] : [`saved in the end: ${outcome}`]),
      ...missing('in memory', keysOf(article)),
      ...missing('in the files', keysOf(again)),
      ...[...program.removed].filter((key) => keysOf(again).includes(key)).map((key) => `${key} was taken away and is back`),
      ...twice(article).map((key) => `${key} is there twice in memory`),
      ...twice(again).map((key) => `${key} is there twice in the files`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Draws programs from a seed and runs them; gives how many there were, and the shortest that failed with what it did. */
export async function runPrograms(options: {
  readonly seed: number;
  readonly rounds: number;
  readonly milliseconds?: number;
}): Promise<{
  readonly programs: number;
  readonly failed: { readonly steps: readonly Command[]; readonly faults: readonly string[] } | undefined;
}> {
  let count = 0;
  const checked = await fc.check(
    fc.asyncProperty(programs, async (steps) => {
      count++;
      return (await faultsAfter(steps)).length === 0;
    }),
    {
      numRuns: options.rounds,
      seed: options.seed,
      ...(options.milliseconds !== undefined && { interruptAfterTimeLimit: options.milliseconds }),
    },
  );
  const [steps] = checked.counterexample ?? [];
  return { programs: count, failed: steps && { steps, faults: await faultsAfter(steps) } };
}

/** Adds an annotation that bears a key, by which it is known whatever becomes of its id and place. */
export const add = (article: ArticleDecisions, words: string | { start: number; end: number }, key: string): boolean =>
  article.decide((decisions) => {
    const { text, annotations } = decisions.document;
    const id = freeId(
      'T',
      [...annotations, ...decisions.lost.map((item) => item.annotation)].map((annotation) => annotation.id),
    );
    const start = typeof words === 'string' ? text.indexOf(words) : words.start;
    const end = typeof words === 'string' ? start + words.length : words.end;
    const annotation: Annotation = { id, layer: 'entity', type: 'PER', spans: [{ start, end }], attributes: { Key: key } };
    return withDocument(decisions, { annotations: [...annotations, annotation] });
  }, 'add');
const keysOf = ({ state: { decisions } }: ArticleDecisions): readonly string[] =>
  [...decisions.document.annotations, ...decisions.lost.map((item) => item.annotation)]
    .flatMap(({ attributes }) => (attributes.Key === undefined ? [] : [String(attributes.Key)]))
    .sort();

/** The keys that are there more than once: each was given to one annotation. */
const twice = (article: ArticleDecisions): readonly string[] => [
  ...new Set(keysOf(article).filter((key, i, all) => all.indexOf(key) !== i)),
];

export type Command =
  | { readonly kind: 'decide' | 'remove' | 'foreign'; readonly where: number }
  | { readonly kind: 'edit' | 'pull'; readonly where: number; readonly removed: number; readonly inserted: string }
  | { readonly kind: 'save' | 'reload' | 'restart' | 'crash' | 'break' | 'mend' };

const where = fc.nat(10_000);
const change = {
  where,
  removed: fc.constantFrom(0, 0, 3, 12, 40),
  inserted: fc.constantFrom('', '😀 ', ' et puis', '\n\n', 'Paul Verdier', '\ufeff'),
};
/** Any step of a program. */
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('decide' as const, 'decide' as const, 'foreign' as const, 'remove' as const),
      where,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('edit' as const, 'edit' as const, 'pull' as const), ...change }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('save', 'save', 'reload', 'restart', 'crash', 'break', 'mend') as fc.Arbitrary<'save'>,
    }),
  },
);

const editOf = (
  text: string,
  { where: at, removed, inserted }: { where: number; removed: number; inserted: string },
): TextEdit => {
  const whole = (offset: number): number => (/^[\udc00-\udfff]/.test(text.slice(offset)) ? offset - 1 : offset);
  const start = whole(at % (text.length + 1));
  return { start, end: whole(Math.min(text.length, start + removed)), inserted };
};
const wordAt = (text: string, at: number): { start: number; end: number } | undefined => {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const match = words[at % Math.max(1, words.length)];
  return match && { start: match.index, end: match.index + match[0].length };
};

/** Programs of such steps. */
export const programs: fc.Arbitrary<Command[]> = fc.array(command, { minLength: 4, maxLength: 30 });

/** One article, its editor, its files, and all others who write there. */
class Program {
  readonly folder: string;
  readonly journal: Journal;
  article!: ArticleDecisions;
  text = TEXT;
  saved = TEXT;
  broken = false;
  count = 0;
  /** The keys of all that was decided and not taken back. */
  readonly expected = new Set<string>();
  /** The keys of all that was taken away. */
  readonly removed = new Set<string>();

  /** @param folder - an empty one; the article is put into it. */
  constructor(folder: string) {
    this.folder = folder;
    this.journal = new Journal(join(folder, 'journal'));
    writeFileSync(this.path, TEXT);
  }

  get path(): string {
    return this.file('a.txt');
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  async open(text: string): Promise<void> {
    this.text = text;
    this.article = await ArticleDecisions.open(this.path, text, this.journal);
  }

  async run(step: Command): Promise<void> {
    const { article } = this;
    switch (step.kind) {
      case 'decide': {
        const span = wordAt(this.text, step.where);
        const key = `k${this.count++}`;
        if (span && add(article, span, key)) this.expected.add(key);
        await article.save();
        return;
      }
      case 'remove': {
        const annotation = article.state.decisions.document.annotations[step.where % 7];
        if (annotation === undefined) return;
        const { id, attributes } = annotation;
        const gone = article.decide(
          (decisions) => withDocument(decisions, { annotations: decisions.document.annotations.filter((one) => one.id !== id) }),
          'remove',
        );
        if (gone) this.removed.add(String(attributes.Key));
        if (gone) this.expected.delete(String(attributes.Key));
        await article.save();
        return;
      }
      case 'edit': {
        const edit = editOf(this.text, step);
        this.text = applyEdit(this.text, edit);
        article.edit([edit]);
        return;
      }
      case 'foreign':
        return this.foreign(step.where);
      case 'pull':
        return this.pull(step);
      case 'save':
        writeFileSync(this.path, this.text);
        this.saved = this.text;
        await article.save();
        return;
      case 'reload':
        await article.reload();
        return;
      case 'restart':
        return this.open(this.text);
      case 'crash':
        return this.open(this.saved);
      case 'break':
        if (!this.broken) appendFileSync(this.file('a.ann'), '<<<<<<< mine\n');
        this.broken = true;
        await article.reload();
        return;
      case 'mend':
        return this.mend();
    }
  }

  /** Another program adds a line of its own, under the next number that it sees. */
  foreign(at: number): void {
    const span = wordAt(this.saved, at);
    if (span === undefined || this.broken) return;
    const before = existsSync(this.file('a.ann')) ? readFileSync(this.file('a.ann'), 'utf8') : '';
    // only where the files on disk are those of the text on disk: else its own reader would be wrong
    if (
      before !== '' &&
      !readSidecars({ ann: before, review: undefined }, this.saved, 'a').problems.every(({ severity }) => severity !== 'error')
    )
      return;
    const id = freeId(
      'T',
      [...before.matchAll(/^T\d+/gm)].map(([one]) => one),
    );
    const attribute = freeId(
      'A',
      [...before.matchAll(/^A\d+/gm)].map(([one]) => one),
    );
    const key = `f${this.count++}`;
    const points = (offset: number): number => [...this.saved.slice(0, offset)].length;
    const end = before === '' || before.endsWith('\n') ? '' : '\n';
    writeFileSync(
      this.file('a.ann'),
      `${before}${end}${id}\tORG ${points(span.start)} ${points(span.end)}\t${this.saved.slice(span.start, span.end)}\n${attribute}\tKey ${id} ${key}\n`,
    );
    this.expected.add(key);
  }

  /** Text and files change together on disk; an editor without unsaved changes takes the text. */
  async pull(step: { where: number; removed: number; inserted: string }): Promise<void> {
    if (this.broken || this.text !== this.saved) return;
    const other = await ArticleDecisions.open(this.path, this.saved);
    const edit = editOf(this.saved, step);
    const next = applyEdit(this.saved, edit);
    other.edit([edit]);
    const span = wordAt(next, step.where);
    const key = `p${this.count++}`;
    if (span && add(other, span, key)) this.expected.add(key);
    writeFileSync(this.path, next);
    this.saved = next;
    await other.save();
    if (step.where % 2 === 0) await this.article.reload();
    this.article.edit([{ start: 0, end: this.text.length, inserted: next }]);
    this.text = next;
    await this.article.reload();
  }

  async mend(): Promise<void> {
    if (this.broken) writeFileSync(this.file('a.ann'), readFileSync(this.file('a.ann'), 'utf8').replace('<<<<<<< mine\n', ''));
    this.broken = false;
    await this.article.reload();
  }
}
