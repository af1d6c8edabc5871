import fs from 'node:fs';
import path from 'node:path';
import type { EntityMention } from '../src/core/analysis';
import { createEntityAnnotator, type EntityAnnotator } from '../src/core/entities/index';
import { writeModelFile } from '../src/core/entities/model/format';
import type { LanguagePack } from '../src/core/languages/pack';
import { calibrate } from './calibrate';
import type { GoldDocument } from './data';
import { describeScores, recallByNovelty, reliability, type Scores, scoreEntities } from './evaluate';
import { learn } from './learner';
import { namesOfText } from './namesOfText';
import { openPeer } from './peers';
import { learnSecond, passDocuments } from './second';
import { buildResources, FOLDS, type Places, RECIPES, type Recipe } from './sources';

/**
 * Megabytes of UTF-8 a second of processor time of one core: in the best of some rounds over all texts, which is what a
 * machine does that has nothing else to do, and in the middle one.
 */
export interface Speed {
  readonly best: number;
  readonly median: number;
}

/** What is measured of one language. */
export interface EntityBench {
  readonly language: string;
  readonly model: { readonly bytes: number; readonly loadMs: number; readonly memoryMb: number };
  /** On the block never trained on; empty where no documents are kept out. */
  readonly held: Scores;
  readonly reliability: readonly string[];
  readonly peer?: { readonly scores: Scores; readonly speed: Speed };
  /** From raw text to entities, once warm. */
  readonly speed: Speed;
  /** Cross-validation by blocks, where asked for. */
  readonly blocks?: CrossValidation;
}

/** Scores over all documents, each labelled by a model that saw no document of its block, and its confidences. */
export interface CrossValidation {
  readonly scores: Scores;
  readonly reliability: readonly string[];
  /** How many of the names that training knew and of those it did not were found, by type. */
  readonly novelty: readonly string[];
}

type Predicted = readonly EntityMention[];

/** Entities of one text, from raw text on. */
export const annotate = (text: string, pack: LanguagePack, annotator: EntityAnnotator): Predicted =>
  namesOfText(text, pack, annotator).mentions;

const score = (documents: readonly GoldDocument[], predict: (text: string) => Predicted): Scores =>
  scoreEntities(documents.map((document) => [document, predict(document.text)] as const));

/** Measures a language's shipped model; with `blocks` also trains once for every fold. */
export function benchLanguage(
  language: string,
  places: Places,
  options: { readonly blocks: boolean; log(line: string): void },
): EntityBench {
  const recipe = RECIPES[language] as Recipe;
  const bytes = fs.readFileSync(path.join(places.root, 'server/models', `${language}.bin`));
  const { visible, held } = recipe.read(places);
  globalThis.gc?.();
  const memoryBefore = process.memoryUsage();
  const started = performance.now();
  const annotator = createEntityAnnotator(recipe.pack.entities, bytes, []);
  const loadMs = performance.now() - started;
  const predict = (text: string): Predicted => annotate(text, recipe.pack, annotator);
  const texts = visible.map((document) => document.text);
  for (let round = 0; round < 3; round++) for (const text of texts) predict(text);
  const own = speedOf(texts, predict, ROUNDS);
  globalThis.gc?.();
  const memoryAfter = process.memoryUsage();
  const grown = memoryAfter.heapUsed + memoryAfter.arrayBuffers - memoryBefore.heapUsed - memoryBefore.arrayBuffers;
  const pairs = held.map((document) => [document, predict(document.text)] as const);
  const peer = openPeer(places.root, language);
  const home = recipe.learn.kinds?.flatMap(({ sets }) => sets);
  const compared = held.length > 0 ? held : visible.filter((document) => home === undefined || home.includes(document.set));
  return {
    language,
    model: { bytes: bytes.length, loadMs: Math.round(loadMs), memoryMb: Math.round(grown / 1e6) },
    held: scoreEntities(pairs),
    reliability: reliability(pairs),
    speed: own,
    ...(peer && {
      peer: {
        scores: scoreEntities(compared.map((document) => [document, peer(document.text)] as const)),
        speed: speedOf(
          compared.map((document) => document.text),
          peer,
          PEER_ROUNDS,
        ),
      },
    }),
    ...(options.blocks && { blocks: crossValidate(recipe, places, visible, options.log) }),
  };
}

// Other programs on the machine make rounds differ by half; peers take a minute for what takes a second here.
const ROUNDS = 15;
const PEER_ROUNDS = 3;

function speedOf(texts: readonly string[], run: (text: string) => unknown, rounds: number): Speed {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const speeds = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    for (const text of texts) run(text);
    const { user, system } = process.cpuUsage(before);
    return size / (user + system);
  }).sort((a, b) => b - a);
  const rounded = (speed = 0): number => Math.round(speed * 100) / 100;
  return { best: rounded(speeds[0]), median: rounded(speeds[rounds >> 1]) };
}

/** Scores over all visible documents, each labelled by a model that saw no document of its block. */
function crossValidate(
  recipe: Recipe,
  places: Places,
  documents: readonly GoldDocument[],
  log: (line: string) => void,
): CrossValidation {
  const resources = buildResources(recipe, places, documents);
  const folds = documents.map((document) => recipe.fold(document, documents));
  const of = (fold: number) => documents.filter((_, i) => folds[i] === fold);
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    log(`${recipe.language}: block ${fold + 1} of ${FOLDS}`);
    return learn(
      documents.filter((_document, i) => folds[i] !== fold),
      resources,
      recipe.learn,
    );
  });
  const passed = models.map((model, fold) => passDocuments(of(fold), model, resources));
  const pairs = models.flatMap((model, fold) => {
    const others = passed.flatMap((documentsOfFold, other) => (other === fold ? [] : documentsOfFold));
    const second = calibrate(learnSecond(model, others, recipe.second), others);
    const annotator = createEntityAnnotator(recipe.pack.entities, writeModelFile(second), []);
    const mine = of(fold).map((document) => [document, annotate(document.text, recipe.pack, annotator)] as const);
    log(`${recipe.language}: block ${fold + 1}: ${describeScores(scoreEntities(mine))}`);
    return mine;
  });
  const novelty = recallByNovelty(pairs, (document) => recipe.fold(document, documents));
  return { scores: scoreEntities(pairs), reliability: reliability(pairs), novelty };
}

export { describeScores, RECIPES, score };
