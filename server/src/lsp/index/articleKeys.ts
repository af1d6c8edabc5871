import { type ArticleRules, articleRules, type FoundFile } from '../../store/articleRules';
import { limitedSearch } from '../../timeLimit';
import type { FolderAnalysis } from './folderAnalysis';
import type { FolderSetup } from './messages';

/** What decides which files of a folder are articles, read anew. */
export const rulesOf = ({ settings, path }: FolderSetup): ArticleRules =>
  articleRules(
    settings,
    path,
    limitedSearch(() => undefined),
  );

/** What is decided of a file that an index has, and has as it is. */
export const KNOWN: FoundFile = { article: true, reason: 'prose', isText: true };

/** Keys of a folder's articles: they change with settings and with files of the project, which are told of. */
export class ArticleKeys {
  readonly #folder: FolderSetup;
  readonly #analysis: FolderAnalysis;
  readonly #rules: ArticleRules;
  readonly #most: number;
  readonly #known = new Map<string, string>();

  /** @param most - so many are kept. */
  constructor(folder: FolderSetup, analysis: FolderAnalysis, most: number) {
    this.#folder = folder;
    this.#analysis = analysis;
    this.#rules = rulesOf(folder);
    this.#most = most;
  }

  async of(path: string): Promise<string> {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const key = await this.#analysis.keyFor(this.#folder, path, await this.#rules.choices.of(path));
    if (this.#known.size < this.#most) this.#known.set(path, key);
    return key;
  }
}
