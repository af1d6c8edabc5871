import { join, relative, sep } from 'node:path';
import type { ArticleAnalysis } from '../../core/analysis';
import { type SeenSpan, seenSpans } from '../../core/learning/article';
import { type LearntChange, learntChanges } from '../../core/learning/changes';
import { FormMemory } from '../../core/learning/formMemory';
import { type ArticleLessons, lessonsOf, type NameDecision } from '../../core/learning/lessons';
import { learnProject, NOTHING_LEARNT, type ProjectModel, suggestNames } from '../../core/learning/projectModel';
import { overlaps } from '../../core/span';
import { ArticleDecisions } from '../../store/articleDecisions';
import { listFolder } from '../../store/articleFiles';
import { articleRules, isAnnotated } from '../../store/articleRules';
import { changedSince, type Decisions } from '../../store/decisions';
import { readAnyText } from '../../store/fileEncoding';
import { forgottenLine, readForgotten } from '../../store/forgotten';
import { nameDecisions } from '../../store/nameDecisions';
import { decisionItems } from '../../store/overlay';
import type { CorpusSchema } from '../../store/schema';
import { limitedSearch } from '../../timeLimit';
import type { FolderAnalysis } from '../index/folderAnalysis';
import type { FolderSetup } from '../index/messages';
import type { Finders } from './finders';
import type { LearntOfForm, TaughtArticle } from './messages';

/** What one language's articles have taught. */
interface LanguageLearning {
  readonly model: ProjectModel;
  readonly memory: FormMemory;
  /** By the articles' keys: what counts of what they teach. */
  readonly lessons: ReadonlyMap<string, ArticleLessons>;
}

/** An article that teaches, or is open. */
interface Known {
  readonly language: string;
  readonly lessons: ArticleLessons;
  /** Of one that is open: as it is held, and what is found in it as shipped. */
  readonly open?: { readonly article: TaughtArticle; readonly analysis: ArticleAnalysis };
}

/** Articles that are named for a form. */
const MOST_PATHS = 20;

const NOTHING: LanguageLearning = { model: NOTHING_LEARNT, memory: new FormMemory([]), lessons: new Map() };

/**
 * What is learnt in one workspace folder: from the decisions of all its articles, each as its editor holds it or as its files
 * have it, in whatever order they come.
 */
export class FolderLearning {
  readonly #analysis: FolderAnalysis;
  readonly #finders: Finders;
  readonly folder: FolderSetup;
  readonly #known = new Map<string, Known>();
  readonly #languages = new Map<string, LanguageLearning>();
  /** Languages whose lessons have changed since they were learnt from. */
  readonly #stale = new Set<string>();
  #forgotten: ReadonlySet<string> = new Set();

  constructor(folder: FolderSetup, analysis: FolderAnalysis, finders: Finders) {
    this.folder = folder;
    this.#analysis = analysis;
    this.#finders = finders;
  }

  has(path: string): boolean {
    return path.startsWith(this.folder.path.endsWith(sep) ? this.folder.path : this.folder.path + sep);
  }

  /** The paths of the articles with decisions beside them. */
  async *annotated(): AsyncGenerator<string> {
    const { settings, path } = this.folder;
    const rules = articleRules(
      settings,
      path,
      limitedSearch(() => undefined),
    );
    for await (const file of listFolder(path, rules))
      if (file.kind === 'file' && file.found.article && (await isAnnotated(file.path, file.beside))) yield file.path;
  }

  /** Learns from an article as its files have it. One that cannot be read, or is gone, teaches nothing. */
  async read(path: string): Promise<void> {
    const text = await readAnyText(path).catch(() => undefined);
    if (text === undefined) return this.#forget(path);
    const { state } = await ArticleDecisions.open(path, text);
    const schema = await this.#analysis.schemaOf(path);
    await this.teach({ path, text, ...taughtBy(state.decisions, schema, this.folder.settings['learning.annotators']) });
    this.close(path);
  }

  /** Nobody sees an article any more: it goes on teaching. */
  close(path: string): void {
    const known = this.#known.get(path);
    if (known === undefined) return;
    if (known.lessons.lessons.length === 0) this.#known.delete(path);
    else this.#known.set(path, { language: known.language, lessons: known.lessons });
  }

  #forget(path: string): void {
    const known = this.#known.get(path);
    if (known === undefined) return;
    this.#known.delete(path);
    this.#stale.add(known.language);
  }

  /** Learns from an article as it is held. */
  async teach(article: TaughtArticle): Promise<void> {
    const { path, text, decisions, isWhole } = article;
    const before = this.#known.get(path);
    const held = before?.open?.article.text === text ? before.open : undefined;
    if (held && JSON.stringify([held.article.decisions, held.article.isWhole]) === JSON.stringify([decisions, isWhole])) return;
    const analysis = held?.analysis ?? (await this.#analysis.analysed(this.folder, path, text, before?.open !== undefined));
    const { language } = analysis;
    const key = relative(this.folder.path, path).split(sep).join('/');
    const teaches = this.#teaches(key) && decisions.length > 0;
    const looking = teaches ? this.#finders.for(language, () => false) : undefined;
    const spans = looking ? seenSpans(text, analysis, decisions, looking) : [];
    const lessons = { key, lessons: lessonsOf(isWhole ? judged(spans, decisions) : spans, decisions, isWhole) };
    this.#known.set(path, { language, lessons, open: { article, analysis } });
    if (before !== undefined && before.language !== language) this.#stale.add(before.language);
    if (lessons.lessons.length > 0 || (before?.lessons.lessons.length ?? 0) > 0) this.#stale.add(language);
  }

  /** Whether an article lies where it is learnt from. */
  #teaches(key: string): boolean {
    const from = this.folder.settings['learning.folder'].replace(/^\.?\/+|\/+$/g, '');
    return from === '' || key.startsWith(`${from}/`);
  }

  /** Learns what is to be learnt; whether there was anything. */
  learn(): boolean {
    for (const language of this.#stale) {
      const taught = [...this.#known.values()].filter((known) => known.language === language);
      const lessons = taught.map((known) => this.#remembered(known.lessons)).filter((article) => article.lessons.length > 0);
      if (lessons.length === 0) this.#languages.delete(language);
      else
        this.#languages.set(language, {
          model: learnProject(lessons),
          memory: new FormMemory(lessons),
          lessons: new Map(lessons.map((article) => [article.key, article])),
        });
    }
    const isNew = this.#stale.size > 0;
    this.#stale.clear();
    return isNew;
  }

  /** What an article teaches but for what its project forgets. */
  #remembered(article: ArticleLessons): ArticleLessons {
    if (this.#forgotten.size === 0) return article;
    const lessons = article.lessons.filter((lesson) => !lesson.said || !this.#forgotten.has(forgottenLine(lesson)));
    return { key: article.key, lessons: lessons.some((lesson) => lesson.said) ? lessons : [] };
  }

  /** Reads what the project forgets; all is learnt anew where that has changed. */
  async readForgotten(): Promise<void> {
    const forgotten = await readForgotten(this.folder.path);
    if ([...forgotten].sort().join('\n') === [...this.#forgotten].sort().join('\n')) return;
    this.#forgotten = forgotten;
    for (const { language } of this.#known.values()) this.#stale.add(language);
  }

  /** The forms that were learnt of, those that the most articles decided on first. */
  forms(): LearntOfForm[] {
    const forms = [...this.#languages.values()].flatMap(({ memory }) =>
      [...memory.entries()].flatMap(([form, decided]) =>
        [...decided].map(([type, keys]): LearntOfForm => {
          const paths = [...keys].sort().slice(0, MOST_PATHS);
          return { form, type, count: keys.size, paths: paths.map((key) => join(this.folder.path, key)) };
        }),
      ),
    );
    return forms.sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : a.type < b.type ? -1 : 1));
  }

  /** What is to be suggested otherwise than shipped in an article that was taught. What was decided in it is left alone. */
  suggest(path: string): readonly LearntChange[] {
    const known = this.#known.get(path);
    if (known?.open === undefined) return [];
    const { model, memory, lessons } = this.#languages.get(known.language) ?? NOTHING;
    if (model === NOTHING_LEARNT) return [];
    const { article, analysis } = known.open;
    const looking = this.#finders.for(known.language, (form) => memory.has(form));
    if (looking === undefined) return [];
    const spans = seenSpans(article.text, analysis, [], looking).filter((span) => isOpen(span, article.decisions));
    return learntChanges(spans, suggestNames(spans, model, memory, lessons.get(known.lessons.key)), memory);
  }
}

/** Of a finished article: without what is suggested there still, which nobody has looked at for sure. */
function judged(spans: readonly SeenSpan[], decisions: readonly NameDecision[]): SeenSpan[] {
  return spans.filter((span) => span.found === undefined || decisions.some((decision) => overlaps(decision, span)));
}

const isOpen = (span: SeenSpan, decisions: readonly NameDecision[]): boolean =>
  !decisions.some((one) => (one.right ? overlaps(one, span) : one.start === span.start && one.end === span.end));

/**
 * What an article's decisions teach.
 * @param annotators - whose decisions count; none named: everybody's
 */
export function taughtBy(
  decisions: Decisions,
  schema: CorpusSchema,
  annotators: readonly string[],
): Pick<TaughtArticle, 'decisions' | 'isWhole'> {
  const isWhole = decisions.outcome?.state === 'finished' && changedSince(decisions) === undefined;
  return { decisions: nameDecisions(decisionItems(decisions, schema), annotators), isWhole };
}
