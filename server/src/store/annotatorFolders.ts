import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { type Agreement, agreementStepwise } from './agreement';
import { ontoText } from './alignedText';
import { isOtherText, listFolder } from './articleFiles';
import type { AnnotatedText } from './compared';
import type { Decisions } from './decisions';
import { readAnyText } from './fileEncoding';
import { FileError, readText, SIZE_LIMITS } from './files';
import type { CorpusSchema } from './schema';
import { sidecarPlaces } from './sidecarPlaces';
import { readSidecars, type SidecarFiles } from './sidecars';

/** What is to be said of an article, or of a folder. */
export interface Remark {
  readonly name: string;
  readonly message: Message;
}

/** The same articles in several people's folders. */
export interface AnnotatorFolders {
  /** What each annotator is called: the folder's name, with those above it where several are alike. */
  readonly annotators: readonly string[];
  /** Articles that two or more have annotated, by their path below the folders. */
  readonly texts: readonly AnnotatedText[];
  /** Articles (of some annotators) that could not be compared, and why. */
  readonly skipped: readonly Remark[];
  /** What was compared, and is to be known: texts that differ, articles that some have not annotated. */
  readonly remarks: readonly Remark[];
}

/** How reading is told of, before each article; what it throws ends it. */
export type Step = (done: number, total: number) => void;

/** What a comparison goes by, and how it is told of. */
export interface CompareOptions {
  readonly schema?: CorpusSchema | undefined;
  readonly step?: Step | undefined;
  /** Told again and again what share of the figures is worked out; what it throws ends the comparison. */
  readonly figured?: ((share: number) => void) | undefined;
}

/** Several annotators' folders compared, and what could not be. */
export interface FolderAgreement extends Pick<AnnotatorFolders, 'skipped' | 'remarks'> {
  readonly agreement: Agreement;
}

/** Compares the articles that two folders or more have, by their path below them. */
export async function compareFolders(
  folders: readonly string[],
  { schema, step, figured }: CompareOptions = {},
): Promise<FolderAgreement> {
  const { annotators, texts, skipped, remarks } = await readAnnotators(folders, { step });
  const steps = agreementStepwise(texts, annotators, schema);
  for (let since = performance.now(); ; ) {
    const next = steps.next();
    if (next.done) return { agreement: next.value, skipped, remarks };
    if (performance.now() - since < PATIENCE) continue;
    figured?.(next.value);
    await new Promise((done) => setImmediate(done));
    since = performance.now();
  }
}

/** How long figures are worked on before others have their turn, in milliseconds. */
const PATIENCE = 20;

/** What of folders is read, and how that is told of. */
export interface ReadOptions {
  readonly step?: Step | undefined;
  /** A folder whose texts hold where it has them; else the first annotator's that has one. */
  readonly reference?: string | undefined;
  /** One article alone. */
  readonly only?: string | undefined;
}

/** Reads several people's folders. A text that some have not holds for them, too. */
export async function readAnnotators(
  folders: readonly string[],
  { step, reference, only }: ReadOptions = {},
): Promise<AnnotatorFolders> {
  const annotators = namesOf(folders);
  const lists = only === undefined ? await Promise.all(folders.map(articlesBelow)) : folders.map(() => [only]);
  const isEmpty = await Promise.all(folders.map(async (folder, i) => lists[i]?.length === 0 && !(await hasAnnotations(folder))));
  const found = { skipped: [] as Remark[], remarks: folderRemarks(folders, annotators, isEmpty) };
  const names = new Set(lists.flat());
  const texts: AnnotatedText[] = [];
  for (const [i, name] of [...names].sort().entries()) {
    step?.(i, names.size);
    const article = {
      name,
      folders,
      annotators,
      isEmpty,
      reference: reference && (await readAnyText(join(reference, name)).catch(() => undefined)),
    };
    const text = await readArticle(article, found);
    if (text) texts.push(text);
  }
  return { annotators, texts, ...found };
}

/** Folders' names; where two are alike, as much of what stands above as tells them apart, else a number. */
function namesOf(folders: readonly string[]): readonly string[] {
  const parts = folders.map((folder) => resolve(folder).split(sep));
  const called = (at: number, depth: number): string => (parts[at] ?? []).slice(-depth).join('/');
  return folders.map((_, at) => {
    const others = folders.flatMap((__, other) => (other === at ? [] : [other]));
    const most = (parts[at] ?? []).length;
    for (let depth = 1; depth <= most; depth++)
      if (others.every((other) => called(other, depth) !== called(at, depth))) return called(at, depth);
    return `${called(at, 1)} (${at + 1})`;
  });
}

function folderRemarks(folders: readonly string[], annotators: readonly string[], isEmpty: readonly boolean[]): Remark[] {
  const paths = folders.map((folder) => resolve(folder));
  return annotators.flatMap((name, i) => [
    ...(paths.indexOf(paths[i] ?? '') < i ? [{ name, message: fileMessages.folderTwice }] : []),
    ...(isEmpty[i] ? [{ name, message: fileMessages.folderEmpty }] : []),
  ]);
}

/** Whether a folder without texts has annotations all the same: those of another folder's texts. */
async function hasAnnotations(folder: string): Promise<boolean> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.some((name) => name.endsWith('.ann'));
}

/** Why a path is not a folder that can be read, or undefined. */
export async function noFolder(path: string): Promise<Message | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return fileMessages.notFolder;
    await readdir(path);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** The names of a folder's articles; a text whose annotations lie in another folder alone is not one by itself, and is one here. */
async function articlesBelow(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const file of listFolder(folder))
    if (file.kind === 'file' && (file.found.article || (isOtherText(file.found) && file.found.reason !== 'chosen')))
      names.push(relative(folder, file.path).split(sep).join('/'));
  return names;
}

interface Side extends SidecarFiles {
  readonly text: string | undefined;
}

interface Found {
  readonly skipped: Remark[];
  readonly remarks: Remark[];
}

interface Asked {
  readonly name: string;
  readonly folders: readonly string[];
  readonly annotators: readonly string[];
  /** Of which annotators the folder has no article at all. */
  readonly isEmpty: readonly boolean[];
  /** The text that the annotations are to be on. */
  readonly reference: string | undefined;
}

async function readArticle(asked: Asked, found: Found): Promise<AnnotatedText | undefined> {
  const { name, folders, annotators, reference } = asked;
  const sides = await Promise.all(folders.map((folder) => sideOf(folder, name).catch((error: Error) => error)));
  const sound = sides.map((side, i) => {
    if (!(side instanceof Error)) return side;
    found.skipped.push({ name, message: fileMessages.ofAnnotator(annotators[i] ?? '', messageOf(side)) });
    return undefined;
  });
  const text = reference ?? sound.find((side) => side?.text !== undefined)?.text;
  if (text === undefined || !sound.some((side) => side?.ann !== undefined)) return undefined;
  const by = sound.map((side, i) => {
    if (side?.ann === undefined) return undefined;
    const result = onto(side, text, name);
    if (!('decisions' in result)) found.skipped.push({ name, message: fileMessages.ofAnnotator(annotators[i] ?? '', result) });
    else if (result.places > 0)
      found.remarks.push({
        name,
        message: fileMessages.textAligned(annotators[i] ?? '', result.places, result.decisions.lost.length),
      });
    return 'decisions' in result ? result.decisions.document : undefined;
  });
  return withEnough({ id: name, text, by }, sound, asked, found);
}

/** An article as long as two have annotated it; who has not is told. */
function withEnough(
  article: AnnotatedText,
  sides: readonly (Side | undefined)[],
  { annotators, isEmpty }: Asked,
  { skipped, remarks }: Found,
): AnnotatedText | undefined {
  const has = annotators.filter((_, i) => article.by[i] !== undefined);
  const without = annotators.filter((_, i) => !isEmpty[i] && sides[i] !== undefined && sides[i]?.ann === undefined);
  if (has.length >= 2) {
    if (without.length > 0) remarks.push({ name: article.id, message: fileMessages.notAnnotatedBy(without.join(', ')) });
    return article;
  }
  if (without.length > 0 && has[0] !== undefined) skipped.push({ name: article.id, message: fileMessages.onlyOne(has[0]) });
  return undefined;
}

/** What one side's files say of a text, which may be another wording of theirs; or why it cannot be known. */
function onto(side: Side, text: string, name: string): { readonly decisions: Decisions; readonly places: number } | Message {
  const reading = readSidecars(side, side.text ?? text, name);
  if (reading.broken) return fileMessages.unreadable(reading.problems[0]?.message ?? '');
  if (side.text === undefined || side.text === text) return { decisions: reading.decisions, places: 0 };
  return ontoText(reading.decisions, text) ?? fileMessages.textsDiffer;
}

async function sideOf(folder: string, name: string): Promise<Side> {
  const path = join(folder, name);
  const places = await sidecarPlaces(path);
  if (places.taken !== undefined) throw new FileError(path, 'exists', fileMessages.noFilesOfOwn(places.taken));
  const [text, ann, review] = await Promise.all([
    readAnyText(path),
    readText(places.ann, SIZE_LIMITS.annotations),
    readText(places.review, SIZE_LIMITS.annotations),
  ]);
  return { text, ann, review };
}
