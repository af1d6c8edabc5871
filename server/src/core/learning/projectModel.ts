import { TYPES } from '../entities/model/labels';
import { overlaps } from '../span';
import type { SeenSpan, TypedSpan } from './article';
import { FormMemory } from './formMemory';
import type { ArticleLessons, Lesson } from './lessons';
import { addWeights, type Example, learnWeights, softmax } from './weights';

/** The model of a project, beside the shipped one. Plain data. */
export interface ProjectModel {
  /** What the weights of a row stand for: no name, then types. */
  readonly labels: readonly string[];
  /** As from {@link learnWeights}. */
  readonly weights: Float32Array;
}

/** A name that is suggested after learning. */
export interface LearntName extends TypedSpan {
  readonly form: string;
  /** Between 0 and 1. */
  readonly confidence: number;
  /** What the shipped detection had found in just these words. */
  readonly found: SeenSpan['found'];
}

/** Examples that are learnt from at most: more would take seconds and megabytes. */
const MOST_EXAMPLES = 20_000;

/** The model of a project where nobody decided anything: suggestions are as shipped. */
export const NOTHING_LEARNT: ProjectModel = { labels: ['', ...TYPES], weights: new Float32Array(0) };

/**
 * Learns a project's model from what its articles teach. The order in which articles are given does not matter.
 */
export function learnProject(articles: readonly ArticleLessons[]): ProjectModel {
  const lessons = [...articles]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap((article) => article.lessons.map((lesson) => ({ article, lesson })));
  if (lessons.length === 0) return NOTHING_LEARNT;
  const own = new Set(lessons.map(({ lesson }) => lesson.type).filter((type) => type !== '' && !isShipped(type)));
  const labels = ['', ...TYPES, ...[...own].sort()];
  const memory = new FormMemory(articles);
  const examples = thinned(lessons).map(
    ({ article, lesson }): Example => ({
      features: lesson.features,
      base: memory.addTo(baseScores(lesson, labels), lesson.form, labels, article),
      label: labels.indexOf(lesson.type),
    }),
  );
  return { labels, weights: learnWeights(examples, labels.length) };
}

const isShipped = (type: string): boolean => (TYPES as readonly string[]).includes(type);

interface Placed {
  readonly article: ArticleLessons;
  readonly lesson: Lesson;
}

/** Of too many lessons every so manieth, those that a person said before those that follow from them. */
function thinned(lessons: readonly Placed[]): readonly Placed[] {
  if (lessons.length <= MOST_EXAMPLES) return lessons;
  const said = lessons.filter(({ lesson }) => lesson.said);
  const pool = said.length >= MOST_EXAMPLES / 2 ? said : lessons;
  const every = pool.length / MOST_EXAMPLES;
  if (every <= 1) return pool;
  return Array.from({ length: MOST_EXAMPLES }, (_, i) => pool[Math.floor(i * every)] as Placed);
}

/** How probable a type is before anything was learnt that the shipped model holds for next to impossible. */
const LEAST = 0.005;
/** How probable a type of the project's own is before anything was learnt. */
const OWN = 0.002;
/** What was found is at least so probable, what was not at most so much: without decisions suggestions are as shipped. */
const FOUND = 0.55;
const NOT_FOUND = 0.45;
/** The most that is trusted in what was found: a few decisions to the contrary outweigh it. */
const MOST_SURE = 0.97;
/** The most that another type has where one was found. */
const OTHER_TYPE = 0.4;

/** A span's scores before anything was learnt, by label: natural logarithms. */
function baseScores({ found, crossed, probabilities }: Omit<Lesson, 'type' | 'said'>, labels: readonly string[]): Float32Array {
  const scores = new Float32Array(labels.length);
  let sum = 0;
  for (let i = 1; i < labels.length; i++) {
    const of = i <= TYPES.length ? Math.max(LEAST, (probabilities[i - 1] as number) * (crossed ? 0.5 : 1)) : OWN;
    const p =
      found?.type === labels[i]
        ? Math.min(MOST_SURE, Math.max(of, FOUND, found?.confidence ?? 0))
        : Math.min(of, found === undefined ? NOT_FOUND : OTHER_TYPE);
    scores[i] = p;
    sum += p;
  }
  scores[0] = Math.max(found === undefined ? NOT_FOUND + 0.05 : 0.01, 1 - sum);
  for (let i = 0; i < scores.length; i++) scores[i] = Math.log(scores[i] as number);
  return scores;
}

/**
 * The names that a project's model suggests among an article's spans, none of which overlap, in text order. What is likelier
 * a name than not is one; its type is the likeliest, its confidence that type's probability.
 * @param memory - of all articles
 * @param here - what this article itself teaches: it counts for more than others
 */
export function suggestNames(
  spans: readonly SeenSpan[],
  { labels, weights }: ProjectModel,
  memory: FormMemory,
  here?: ArticleLessons,
): LearntName[] {
  const names: (LearntName & { readonly rank: number })[] = [];
  const scores = new Float64Array(labels.length);
  for (const span of spans) {
    const base = memory.addTo(baseScores(span, labels), span.form, labels, here);
    if (here !== undefined) memory.addHere(base, span.form, labels, here);
    scores.set(base);
    if (weights.length > 0) addWeights(weights, scores, span.features);
    softmax(scores);
    const none = scores[0] as number;
    if (none >= 0.5) continue;
    let best = 1;
    for (let i = 2; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
    const { start, end, form, found } = span;
    names.push({ start, end, form, found, type: labels[best] as string, confidence: scores[best] as number, rank: none });
  }
  names.sort((a, b) => a.rank - b.rank || a.start - b.start);
  const kept: LearntName[] = [];
  for (const { rank: _, ...name } of names) if (!kept.some((other) => overlaps(other, name))) kept.push(name);
  return kept.sort((a, b) => a.start - b.start);
}
