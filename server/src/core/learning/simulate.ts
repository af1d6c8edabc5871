import { overlaps } from '../span';
import type { SeenSpan, TypedSpan } from './article';
import { FormMemory } from './formMemory';
import { type ArticleLessons, lessonsOf, type NameDecision } from './lessons';
import { type LearntName, learnProject, NOTHING_LEARNT, type ProjectModel, suggestNames } from './projectModel';

/** An article that is simulated: its candidates, and the names that a person sees in it. */
export interface SimulatedArticle {
  readonly key: string;
  /** All that may ever be looked at: what `seenSpans` gives for the names in it, and for every form of the corpus. */
  readonly spans: readonly SeenSpan[];
  /** Those of them that are there before anybody decided anything. */
  readonly offered: ReadonlySet<SeenSpan>;
  readonly gold: readonly TypedSpan[];
  /** Starts of its paragraphs, in text order: who annotates goes through them. */
  readonly paragraphs: readonly number[];
}

/** What a person had to do to suggestions; a name of another type and another end at once are two corrections. */
export interface Corrections {
  add: number;
  remove: number;
  retype: number;
  rebound: number;
}

/** Ways to suggest that are held beside each other. */
export const ARMS = ['shipped', 'dictionary', 'dictionaryAtOnce', 'learner', 'learnerAtOnce'] as const;
export type Arm = (typeof ARMS)[number];

/** Corrections of one order of the articles by way and half; how long learning took, in milliseconds, and how sure it was. */
export interface SimulatedOrder {
  readonly halves: Readonly<Record<Arm, readonly [Corrections, Corrections]>>;
  readonly learning: readonly number[];
  /** How many names of each type the second half has. */
  readonly goldByType: ReadonlyMap<string, number>;
  /** Of names that the learner suggested in the second half: confidence, and whether it was right. */
  readonly judged: readonly { readonly type: string; readonly confidence: number; readonly right: boolean }[];
}

/**
 * Goes through articles in an order as an annotator would who makes each right before the next, and counts what has to be
 * corrected. By article, what was decided counts from the next article on; at once, from the next paragraph on.
 * @param clock - milliseconds, to tell how long learning takes
 * @param isWhole - whether each article is said to be finished: else what is not annotated in it teaches the next ones nothing
 */
export function simulateOrder(order: readonly SimulatedArticle[], clock: () => number, isWhole = true): SimulatedOrder {
  const halves = Object.fromEntries(ARMS.map((arm) => [arm, [none(), none()]])) as Record<Arm, [Corrections, Corrections]>;
  const learning: number[] = [];
  const judged: SimulatedOrder['judged'][number][] = [];
  const lessons: ArticleLessons[] = [];
  const memory = new FormMemory([]);
  let model = NOTHING_LEARNT;
  for (const [i, article] of order.entries()) {
    const half = i < order.length / 2 ? 0 : 1;
    const found = suggestAll(article, model, memory);
    for (const arm of ARMS) count(halves[arm][half], found[arm], article.gold);
    if (half === 1)
      for (const { type, confidence, start, end } of found.learnerAtOnce)
        judged.push({ type, confidence, right: article.gold.some((g) => g.start === start && g.end === end && g.type === type) });
    const taught = teach(article, found.learnerAtOnce, Number.POSITIVE_INFINITY, isWhole);
    lessons.push(taught);
    memory.add(taught);
    const begun = clock();
    model = learnProject(lessons);
    learning.push(clock() - begun);
  }
  const goldByType = new Map<string, number>();
  for (const article of order.slice(Math.ceil(order.length / 2)))
    for (const { type } of article.gold) goldByType.set(type, (goldByType.get(type) ?? 0) + 1);
  return { halves, goldByType, learning, judged };
}

const none = (): Corrections => ({ add: 0, remove: 0, retype: 0, rebound: 0 });

/** The sum of corrections. */
export const total = ({ add, remove, retype, rebound }: Corrections): number => add + remove + retype + rebound;

/** What an article teaches up to a place: its names confirmed, and what was suggested beside them rejected. */
function teach(article: SimulatedArticle, suggested: readonly TypedSpan[], end: number, isWhole = true): ArticleLessons {
  const gold = article.gold.filter((name) => name.start < end);
  const wrong = suggested.filter((name) => name.start < end && !gold.some((other) => overlaps(other, name)));
  const decisions: NameDecision[] = [
    ...gold.map((name) => ({ ...name, right: true })),
    ...wrong.map((name) => ({ ...name, right: false })),
  ];
  const spans = article.spans.filter((span) => span.start < end);
  return { key: article.key, lessons: lessonsOf(spans, decisions, isWhole) };
}

function suggestAll(article: SimulatedArticle, model: ProjectModel, memory: FormMemory): Record<Arm, readonly LearntName[]> {
  const spans = article.spans.filter((span) => article.offered.has(span) || memory.has(span.form));
  const shipped = suggestNames(spans, NOTHING_LEARNT, new FormMemory([]));
  return {
    shipped,
    dictionary: byDictionary(spans, memory, undefined),
    dictionaryAtOnce: byParagraph(article, memory, (part, here) => byDictionary(part, memory, here)),
    learner: suggestNames(spans, model, memory),
    learnerAtOnce: byParagraph(article, memory, (part, here) => suggestNames(part, model, memory, here)),
  };
}

/** Suggests a paragraph at a time, with what the paragraphs before have taught. */
function byParagraph(
  article: SimulatedArticle,
  memory: FormMemory,
  suggest: (spans: readonly SeenSpan[], here: ArticleLessons) => readonly LearntName[],
): LearntName[] {
  const all: LearntName[] = [];
  for (const [i, start] of article.paragraphs.entries()) {
    const end = article.paragraphs[i + 1] ?? Number.POSITIVE_INFINITY;
    const here = teach(article, all, start);
    const known = new Set(here.lessons.flatMap(({ form, said }) => (said ? [form] : [])));
    const isThere = (span: SeenSpan): boolean => article.offered.has(span) || memory.has(span.form) || known.has(span.form);
    all.push(
      ...suggest(
        article.spans.filter((span) => start <= span.start && span.start < end && isThere(span)),
        here,
      ),
    );
  }
  return all;
}

/** What the simplest recommenders do: a form is what it was most often decided to be, else what ships says. */
function byDictionary(spans: readonly SeenSpan[], memory: FormMemory, here: ArticleLessons | undefined): LearntName[] {
  const own = here && new FormMemory([here]);
  const names: LearntName[] = [];
  for (const { start, end, form, found } of spans) {
    const decided = own?.has(form) ? own.decided(form) : memory.decided(form);
    const [best] = [...decided].sort((a, b) => b[1].size - a[1].size);
    const type = best === undefined ? found?.type : best[0];
    if (type) names.push({ start, end, form, found, type, confidence: best === undefined ? (found?.confidence ?? 0) : 1 });
  }
  names.sort((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: LearntName[] = [];
  for (const name of names) if (!kept.some((other) => overlaps(other, name))) kept.push(name);
  return kept;
}

/** Counts what has to be done to suggestions so that they are what a person sees. */
function count(into: Corrections, suggested: readonly TypedSpan[], gold: readonly TypedSpan[]): void {
  const left = new Set(gold);
  const wrong = new Set(suggested);
  const pair = (
    fits: (name: TypedSpan, other: TypedSpan) => boolean,
    told: (name: TypedSpan, other: TypedSpan) => void,
  ): void => {
    for (const name of wrong) {
      for (const other of left) {
        if (!fits(name, other)) continue;
        left.delete(other);
        wrong.delete(name);
        told(name, other);
        break;
      }
    }
  };
  const same = (a: TypedSpan, b: TypedSpan): boolean => a.start === b.start && a.end === b.end;
  const retyped = (a: TypedSpan, b: TypedSpan): void => {
    if (a.type !== b.type) into.retype++;
  };
  pair(same, retyped);
  pair(overlaps, (a, b) => {
    into.rebound++;
    retyped(a, b);
  });
  into.add += left.size;
  into.remove += wrong.size;
}
