import { join, relative, sep } from 'node:path';
import { MessageError } from '../messages/error';
import { type ArticleRules, articleRules, decideFile, type FoundFile, isAnnotated } from './articleRules';
import { entriesOf, type FolderEntry, realpath, stat } from './disk';
import { isSidecarName } from './sidecarNames';

/** What a walk over a folder comes by. */
export type ListedFile =
  /** A file, and whether it is an article; `beside`: the names in its folder. */
  | { readonly kind: 'file'; readonly path: string; readonly found: FoundFile; readonly beside: ReadonlySet<string> }
  /** A link to a folder that leads out of the one that is walked, or into itself: it is not followed. */
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  /** What cannot be looked into or understood, and why. */
  | { readonly kind: 'problem'; readonly path: string; readonly problem: unknown };

interface Walk {
  readonly rules: ArticleRules;
  readonly decide: Decide;
  /** The folder that is walked, links resolved. */
  readonly root: string;
  /** Folders that were walked, links resolved: none is twice. */
  readonly walked: Set<string>;
}

/**
 * The files of a folder and of all below it with the decision on each, by name, as a list in an editor shows them.
 * Sidecars, hidden files and folders and node_modules are left out. Links to folders are followed where they lead to what
 * lies inside and is not walked anyhow. Of each file only the beginning is read.
 *
 * @param decide - decides on a file, for who knows some already.
 */
export async function* listFolder(
  folder: string,
  rules: ArticleRules = articleRules(),
  decide: Decide = (path, beside) => decideFile(path, rules, beside),
): AsyncGenerator<ListedFile> {
  const root = await realpath(folder).catch(() => folder);
  yield* walk(folder, { rules, decide, root, walked: new Set([root]) });
}

/** Decides on a file; `beside`: the names in its folder. */
type Decide = (path: string, beside: ReadonlySet<string>) => Promise<FoundFile>;

async function* walk(folder: string, state: Walk): AsyncGenerator<ListedFile> {
  let entries: FolderEntry[];
  try {
    entries = await entriesOf(folder);
  } catch (problem) {
    yield { kind: 'problem', path: folder, problem };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const beside: ReadonlySet<string> = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, state);
    else if (entry.isSymbolicLink() && (await isFolder(path))) yield* link(path, state);
    else if (!isSidecarName(entry.name)) yield await look(path, state.decide, beside);
    for (const { path: file, line, message } of state.rules.choices.takeProblems())
      yield { kind: 'problem', path: line === undefined ? file : `${file}:${line}`, problem: new MessageError(message) };
  }
}

const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

async function look(path: string, decide: Decide, beside: ReadonlySet<string>): Promise<ListedFile> {
  try {
    return { kind: 'file', path, found: await decide(path, beside), beside };
  } catch (problem) {
    return { kind: 'problem', path, problem };
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function* link(path: string, state: Walk): AsyncGenerator<ListedFile> {
  let target: string;
  try {
    target = await realpath(path);
  } catch (problem) {
    yield { kind: 'problem', path, problem };
    return;
  }
  const below = relative(state.root, target);
  const isInside = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !state.root.startsWith(target + sep);
  if (!isInside || (await realpath(join(path, '..'))).startsWith(target + sep)) {
    yield { kind: 'link', path, target };
    return;
  }
  // what is walked in its own place is not to be there twice
  if (!below.split(sep).some(isHidden) || state.walked.has(target)) return;
  state.walked.add(target);
  yield* walk(path, state);
}

/** The articles of a folder, in order; what may not be read is passed over. */
export async function* listArticles(folder: string, rules?: ArticleRules): AsyncGenerator<string> {
  for await (const file of listFolder(folder, rules)) if (file.kind === 'file' && file.found.article) yield file.path;
}

/** How many articles a folder holds, and what else. */
export interface FolderCount {
  readonly articles: number;
  /** Texts that are not articles. */
  readonly others: number;
  /** Articles with annotations beside them. */
  readonly annotated: number;
  readonly links: readonly { readonly path: string; readonly target: string }[];
  readonly problems: readonly { readonly path: string; readonly problem: unknown }[];
}

/**
 * Counts what a folder holds.
 *
 * @param step - called for each file; what it throws ends the count.
 */
export async function countFolder(folder: string, rules?: ArticleRules, step?: (done: number) => void): Promise<FolderCount> {
  let [articles, others, annotated, done] = [0, 0, 0, 0];
  const links: { path: string; target: string }[] = [];
  const problems: { path: string; problem: unknown }[] = [];
  for await (const file of listFolder(folder, rules)) {
    step?.(++done);
    if (file.kind === 'link') links.push(file);
    else if (file.kind === 'problem') problems.push(file);
    else if (file.found.article) {
      articles++;
      if (await isAnnotated(file.path, file.beside)) annotated++;
    } else if (isOtherText(file.found)) others++;
  }
  return { articles, others, annotated, links, problems };
}

/** Whether a file is a text of the kind that people keep articles in, and no article. */
export const isOtherText = (found: FoundFile): boolean => !found.article && found.isText && found.reason !== 'binary';
