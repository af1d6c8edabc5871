import { dirname, join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import {
  type ArticleChoice,
  CHOICES_PATH,
  type ParsedChoices,
  parseArticleChoices,
  withChoice,
  withFolderChoice,
} from './articleChoicesFile';
import { stat } from './disk';
import { FileError } from './fileError';
import { withLock } from './lock';
import { readText, SIZE_LIMITS } from './readText';
import { isWithin, makeFolder, removeFile, writeText } from './writeText';

/** A line of a choices file that cannot be understood, or a file that cannot be read. */
export interface ChoiceProblem {
  readonly path: string;
  readonly line?: number;
  readonly message: Message;
}

/**
 * What projects say of their files, in `.corpus/articles` of a file's folder and of those above it: the nearest that says
 * something of the file holds. Each is read once; take a new object to look at the disk again.
 */
export class ArticleChoices {
  readonly #files = new Map<string, Promise<ParsedChoices | undefined>>();
  readonly #problems: ChoiceProblem[] = [];
  readonly #speaking = new Map<string, Promise<boolean>>();

  /** Whether a file is an article or a text that is not one; undefined where no project says. Never throws. */
  async of(path: string): Promise<ArticleChoice | undefined> {
    const whole = resolve(path);
    const own = dirname(whole);
    // of most folders, and all their files, nobody says anything
    const speaking = this.#speaking.get(own) ?? this.speaksAbove(own);
    this.#speaking.set(own, speaking);
    if (!(await speaking)) return undefined;
    for (let folder = own; ; folder = dirname(folder)) {
      const choice = (await this.#in(folder))?.of(relative(folder, whole).split(sep).join('/'));
      if (choice !== undefined || folder === dirname(folder)) return choice;
    }
  }

  /** Whether a project's file is in a folder or in one above it, whatever it says. */
  async speaksAbove(start: string): Promise<boolean> {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if ((await this.#in(folder)) !== undefined) return true;
      if (folder === dirname(folder)) return false;
    }
  }

  /** What was found wrong since this was last asked. */
  takeProblems(): readonly ChoiceProblem[] {
    return this.#problems.splice(0);
  }

  #in(folder: string): Promise<ParsedChoices | undefined> {
    let known = this.#files.get(folder);
    if (known === undefined) {
      known = this.#read(join(folder, CHOICES_PATH));
      this.#files.set(folder, known);
    }
    return known;
  }

  async #read(path: string): Promise<ParsedChoices | undefined> {
    try {
      const text = await readText(path, SIZE_LIMITS.choices);
      if (text === undefined) return undefined;
      const parsed = parseArticleChoices(text);
      for (const { line, message } of parsed.problems) this.#problems.push({ path, line, message });
      return parsed;
    } catch (error) {
      // a folder that may not be looked into says nothing
      if (error instanceof FileError) this.#problems.push({ path, message: messageOf(error) });
      return undefined;
    }
  }
}

/**
 * Keeps a choice on one file (or takes it back: undefined) in the project that it is in: the nearest folder from the
 * file's own up to `root` that has a `.corpus` folder, else `root`, where one is made. Other lines stay as they are.
 * Gives the path of the file that says it. Throws where it cannot be written, and a `MessageError` for what no line can say: a
 * name with a line break, a file outside `root`.
 */
export function chooseArticle(path: string, choice: ArticleChoice | undefined, root: string): Promise<string> {
  return keep(resolve(path), dirname(resolve(path)), root, (text, name) => withChoice(text, name, choice));
}

/**
 * The same for all texts of a folder and of those below it: what is said of single files still holds for them. Where it is
 * `article`, that is for `.txt` files: a picture that lies among them is not one.
 */
export function chooseFolder(path: string, choice: ArticleChoice | undefined, root: string): Promise<string> {
  return keep(resolve(path), resolve(path), root, (text, name) => withFolderChoice(text, name, choice));
}

async function keep(whole: string, start: string, root: string, change: (text: string, name: string) => string): Promise<string> {
  const folder = await projectBelow(resolve(root), start);
  const file = join(folder, CHOICES_PATH);
  const name = relative(folder, whole).split(sep).join('/');
  change('', name);
  await makeFolder(dirname(file), folder);
  await withLock(file, async () => {
    const before = await readText(file, SIZE_LIMITS.choices);
    const after = change(before ?? '', name);
    if (after === (before ?? '')) return;
    if (after === '') await removeFile(file);
    else await writeText(file, after, { root: folder, fresh: before === undefined });
  });
  return file;
}

async function projectBelow(root: string, start: string): Promise<string> {
  for (let folder = start; isWithin(root, folder) && folder !== root; folder = dirname(folder)) {
    const found = await stat(join(folder, dirname(CHOICES_PATH))).catch(() => undefined);
    if (found?.isDirectory()) return folder;
  }
  return root;
}
