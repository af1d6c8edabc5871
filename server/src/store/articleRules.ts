import { basename, dirname, relative, resolve, sep } from 'node:path';
import {
  type ArticleDecision,
  type ArticleEvidence,
  type ArticlesMode,
  decideArticle,
  HEAD_LENGTH,
} from '../core/recognise/decide';
import { extensionOf, kindOfExtension, TEXT_EXTENSIONS } from '../core/recognise/names';
import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS, type HeaderPattern, type Limited } from '../core/structure/header';
import { decodeText } from '../core/text/encoding';
import { ArticleChoices } from './articleChoices';
import { type GlobTest, globTest } from './articleGlobs';
import { readBeginning } from './readText';
import { allSidecarNames } from './sidecarNames';
import { hasSidecars } from './sidecarPlaces';

/** What people have said of which files are articles, other than in `.corpus/articles`. */
export interface ArticleSettings {
  readonly articles: ArticlesMode;
  readonly articleFiles: readonly string[];
  readonly excludedFiles: readonly string[];
  readonly headerPatterns: readonly string[];
}

/** All that is the same for the files of a walk. */
export interface ArticleRules {
  readonly mode: ArticlesMode;
  readonly headerPatterns: readonly HeaderPattern[];
  readonly isNamedArticle: GlobTest;
  readonly isExcluded: GlobTest;
  readonly choices: ArticleChoices;
  /** The folder that is open: globs count from it. */
  readonly root: string | undefined;
}

/** What holds on the command line, where there are no settings. */
export const DEFAULT_ARTICLE_SETTINGS: ArticleSettings = {
  articles: 'auto',
  articleFiles: [],
  excludedFiles: [],
  headerPatterns: DEFAULT_HEADER_PATTERNS,
};

/**
 * The rules for one question or one walk: project's choices are read again for each.
 *
 * @param root - the folder that is open: globs count from it.
 * @param limited - runs people's own patterns and globs for a limited time; without it they take as long as they take.
 */
export function articleRules(
  settings: ArticleSettings = DEFAULT_ARTICLE_SETTINGS,
  root?: string,
  limited: Limited = (_, search) => search(),
): ArticleRules {
  return {
    mode: settings.articles,
    headerPatterns: compileHeaderPatterns(settings.headerPatterns, limited).patterns,
    isNamedArticle: globTest(settings.articleFiles, limited),
    isExcluded: globTest(settings.excludedFiles, limited),
    choices: new ArticleChoices(),
    root: root === undefined ? undefined : resolve(root),
  };
}

/** What is known of a file without looking into it. */
export type KnownEvidence = Omit<ArticleEvidence, 'head' | 'hasSidecar'>;

/** All that decides on a file but its beginning and what lies beside it. */
export async function evidenceOf(path: string, rules: ArticleRules): Promise<KnownEvidence> {
  const whole = resolve(path);
  const below = rules.root === undefined ? undefined : relative(rules.root, whole).split(sep).join('/');
  const inside = below !== undefined && !below.startsWith('../') && below !== '..';
  const slashed = whole.split(sep).join('/');
  const choice = await rules.choices.of(whole);
  return {
    path: inside ? below : basename(whole),
    mode: rules.mode,
    headerPatterns: rules.headerPatterns,
    isNamedArticle: rules.isNamedArticle(slashed, inside ? below : undefined),
    isExcluded: rules.isExcluded(slashed, inside ? below : undefined),
    ...(choice !== undefined && { choice: choice === 'article' ? 'article' : 'plain' }),
  };
}

/** Kinds of files that editors know a language for: code and data to them, whatever they begin with. */
const EDITORS_LANGUAGES: ReadonlySet<string | undefined> = new Set(['code', 'markup', 'config', 'patch', 'log']);

/** A file as a walk finds it. */
export interface FoundFile extends ArticleDecision {
  /** A text as people keep them (`.txt`, `.text`, `.article`, none), whether an article or not. */
  readonly isText: boolean;
}

/**
 * Decides on a file that no editor has open, by its name, its beginning and what lies beside it; as little is read as
 * decides. Throws where it cannot be read.
 *
 * @param beside - the names in its folder, where they are known already.
 */
export async function decideFile(path: string, rules: ArticleRules, beside?: ReadonlySet<string>): Promise<FoundFile> {
  const known = await evidenceOf(path, rules);
  const isOther = EDITORS_LANGUAGES.has(kindOfExtension(path));
  const evidence = { ...known, head: '', hasSidecar: false, ...(isOther && { languageId: 'other' }) };
  const isText = TEXT_EXTENSIONS.has(extensionOf(path.split(sep).join('/')));
  const byName = isOther && !evidence.isNamedArticle;
  if (evidence.choice !== undefined || evidence.isExcluded || byName) return { ...decideArticle(evidence), isText };
  const head = await headOf(path);
  if (head === undefined) return { article: false, reason: 'binary', isText: false };
  const hasSidecar = isText && (await isAnnotated(path, beside));
  return { ...decideArticle({ ...evidence, head, hasSidecar }), isText };
}

/** Whether annotations lie beside a text. */
export async function isAnnotated(path: string, beside?: ReadonlySet<string>): Promise<boolean> {
  if (beside !== undefined && !allSidecarNames(path).some((name) => beside.has(basename(name)))) return false;
  return hasSidecars(path);
}

/** Bytes of a letter, at most, in encodings that have few letters of more. */
const MOST_BYTES = 3;

/** A text's beginning, as much as the decision looks at; undefined for what is not a text or not there. */
export async function headOf(path: string): Promise<string | undefined> {
  const wanted = HEAD_LENGTH * MOST_BYTES;
  const bytes = await readBeginning(path, wanted);
  return bytes && decodeText(bytes, bytes.length === wanted)?.text;
}

/** Whether a project has said anything of its files, for a file's folder or above. */
export function isSpokenOf(path: string, rules: ArticleRules): Promise<boolean> {
  return rules.choices.speaksAbove(dirname(resolve(path)));
}
