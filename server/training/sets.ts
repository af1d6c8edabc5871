import fs from 'node:fs';
import path from 'node:path';
import type { EntityMention } from '../src/core/analysis';
import { createEntityAnnotator } from '../src/core/entities/index';
import { randomiser } from '../src/core/random';
import { annotate } from './bench';
import { type GoldDocument, readLines } from './data';
import { scoreEntities } from './evaluate';
import { MEASURING, type Places, RECIPES, type Recipe } from './sources';

/** How one set scores: for each measure its F1 in per cent with a 95 % interval over documents. */
export interface SetScore {
  readonly name: string;
  /** Whether the shipped model learnt from these very documents: then the figure says nothing of new text. */
  readonly learnt: boolean;
  readonly documents: number;
  readonly figures: string;
}

type Pair = readonly [GoldDocument, readonly EntityMention[]];

const MEASURES = ['PER+LOC+ORG', 'all', 'PER', 'LOC', 'ORG', 'MISC'];
const DRAWS = 1000;

/**
 * Scores a language's model on every set at hand, those that the shipped one learnt from marked.
 * @param file - another model than the one that ships: one that was trained without the papers that measure
 */
export function scoreSets(language: string, places: Places, file?: string): SetScore[] {
  const recipe = RECIPES[language] as Recipe;
  const bytes = fs.readFileSync(file ?? path.join(places.root, 'server/models', `${language}.bin`));
  const annotator = createEntityAnnotator(recipe.pack.entities, bytes, []);
  return setsOf(language, recipe, places).map(({ name, learnt, documents }) => {
    const pairs = documents.map((document): Pair => [document, annotate(document.text, recipe.pack, annotator)]);
    return { name, learnt, documents: documents.length, figures: describeWithIntervals(pairs) };
  });
}

/** Languages whose shipped model learnt from the papers that measure too: `npm run train` as it is without an option. */
const LEARNT_ALL: ReadonlySet<string> = new Set(['fr', 'en']);

interface NamedSet {
  readonly name: string;
  readonly learnt: boolean;
  readonly documents: readonly GoldDocument[];
}

/** The sets of a language, by genre. */
function setsOf(language: string, recipe: Recipe, places: Places): NamedSet[] {
  const { visible, held } = recipe.read(places);
  const news = read(places, `news/${language}.jsonl`);
  const regional = language === 'fr' ? read(places, 'news/fr-regional.jsonl') : [];
  const sets: NamedSet[] = [
    {
      name: 'press, the five measuring papers',
      learnt: LEARNT_ALL.has(language),
      documents: news.filter(({ block }) => MEASURING.has(block)),
    },
    { name: 'press, the other papers', learnt: true, documents: news.filter(({ block }) => !MEASURING.has(block)) },
    // of the regional press every second text was looked at for errors
    { name: 'regional press, looked at', learnt: false, documents: regional.filter((_, i) => i % 2 === 0) },
    { name: 'regional press, only scored', learnt: false, documents: regional.filter((_, i) => i % 2 === 1) },
    { name: 'Wikinews, months kept out', learnt: false, documents: held },
    { name: 'English EWT (web)', learnt: true, documents: visible.filter(({ set }) => set === 'ewt') },
    { name: 'English Wikinews', learnt: true, documents: visible.filter(({ set }) => set === 'wikinews') },
    { name: 'French sentences', learnt: true, documents: visible.filter(({ set }) => set === 'gsd') },
  ];
  return sets.filter(({ documents }) => documents.length > 0);
}

function read({ data }: Places, name: string): GoldDocument[] {
  const file = path.join(data, name);
  return fs.existsSync(file) ? readLines(file, { set: name, block: ({ newspaper = '' }) => newspaper }) : [];
}

/** PER+LOC+ORG 84.0 [81.2–86.9] …: each measure with the range that 95 % of the drawings of as many documents lie in. */
function describeWithIntervals(pairs: readonly Pair[]): string {
  const scores = scoreEntities(pairs);
  const random = randomiser(1);
  const drawn = new Map<string, number[]>(MEASURES.map((measure) => [measure, []]));
  for (let draw = 0; draw < DRAWS; draw++) {
    const sample = pairs.map(() => pairs[Math.floor(random() * pairs.length)] as Pair);
    for (const [measure, { f1 }] of Object.entries(scoreEntities(sample))) drawn.get(measure)?.push(f1);
  }
  return MEASURES.filter((measure) => scores[measure] !== undefined)
    .map((measure) => `${measure} ${scores[measure]?.f1.toFixed(1)} ${range(drawn.get(measure) ?? [])}`)
    .join('  ');
}

function range(values: number[]): string {
  values.sort((a, b) => a - b);
  const at = (share: number): string => (values[Math.floor(share * values.length)] ?? 0).toFixed(1);
  return `[${at(0.025)}–${at(0.975)}]`;
}
