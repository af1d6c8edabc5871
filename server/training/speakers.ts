import fs from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../src/core/analyser';
import { type Choice, watchChoices } from '../src/core/quotes/speakers/ranking/rank';
import { type ChoiceExample, crossValidate, learnChoices } from './choices';
import { readWiner } from './data';

/** A text to learn from: with quotations by hand, or without, where names that speak are hidden. */
interface Article {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly date?: string;
  readonly quotes?: readonly GoldQuotation[];
}

interface GoldQuotation {
  readonly spans: readonly (readonly [number, number])[];
  readonly speaker?: readonly (readonly [number, number])[];
  readonly speakerName?: string | null;
}

/** Where data and models are. */
export interface SpeakerPlaces {
  readonly root: string;
  readonly data: string;
}

// Newspapers that measure; see the data's README.
const MEASURING = new Set(['bbc', 'reuters', 'dailymail.co.uk', 'foxnews', 'cnbc.com']);

// A second time the article's earlier speakers are those that the weights learnt the first time give.
const ROUNDS = 3;

const HIDDEN_WEIGHT = 0.3;
// Whose bearer is hidden: articles leave fewer of them without a name than these examples do.
const NOBODY_WEIGHT = 0.15;
// Of pronouns behind a speaker whose name is taken away: most pronouns mean somebody named.
const UNNAMED_WEIGHT = 0.03;

/** Learns the weights of the choice among speakers, and writes them as a table that people can read. */
export function trainSpeakers(places: SpeakerPlaces, log: (line: string) => void): void {
  const articles = articlesOf(places.data);
  log(`${articles.length} articles`);
  const analyser = createAnalyser({ model: (language) => modelOf(places.root, language) });
  let weights: ReadonlyMap<string, number> | undefined;
  for (let round = 1; round <= ROUNDS; round++) {
    const examples = articles.flatMap((article) => examplesOf(article, (text) => void analyser.analyse(text), weights));
    log(`round ${round}: ${describe(examples)}`);
    log(crossValidate(examples));
    weights = sorted(learnChoices(examples));
  }
  const file = path.join(places.root, 'server/src/core/quotes/speakers/ranking/weights.generated.ts');
  fs.writeFileSync(file, tableOf(weights ?? new Map()));
  log(`${weights?.size ?? 0} weights in ${path.relative(places.root, file)}`);
}

function describe(examples: readonly ChoiceExample[]): string {
  const hidden = examples.filter(({ weight }) => weight < 1).length;
  return `${examples.length - hidden} choices by hand, ${hidden} with the name hidden`;
}

function modelOf(root: string, language: string): Uint8Array | undefined {
  const file = path.join(root, 'server/models', `${language}.bin`);
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

function readLines<T>(file: string): T[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

function articlesOf(data: string): Article[] {
  const news = ['fr', 'en'].flatMap((language) =>
    readLines<Article & { newspaper: string }>(path.join(data, 'news', `${language}.jsonl`))
      .filter(({ newspaper }) => !MEASURING.has(newspaper))
      .map((article) => ({ ...article, language })),
  );
  const measured = new Set(readLines<Article>(path.join(data, 'quotes/wikinews-fr-dev.jsonl')).map(({ id }) => id));
  const french = readWiner(path.join(data, 'winer-fr')).filter(({ id }) => !measured.has(id));
  const english = readLines<Article>(path.join(data, 'en-ner/wikinews-2004-2013.jsonl'));
  return [
    ...news,
    ...french.map(({ id, text }) => ({ id, text, language: 'fr' })),
    ...english.map(({ id, text }) => ({ id, text, language: 'en' })),
  ];
}

/** The choices of an article with their right answers; those whose answer is not among the options are left out. */
function examplesOf(
  article: Article,
  analyse: (text: Article) => void,
  weights: ReadonlyMap<string, number> | undefined,
): ChoiceExample[] {
  const choices: Choice[] = [];
  watchChoices(
    (choice) => choices.push(choice),
    () => analyse(article),
    weights,
  );
  return choices.flatMap((choice) => {
    const { hidden, form } = choice.anaphor;
    const name = hidden === undefined ? goldNameOf(article, choice) : hidden;
    if (name === undefined) return [];
    const answer =
      name === null ? choice.options.length - 1 : choice.options.findIndex(({ resolution }) => isSame(resolution?.name, name));
    if (answer < 0) return [];
    const options = choice.options.map(({ features }) => features);
    return [{ group: groupOf(article.id), form, options, answer, weight: weightOf(hidden, form) }];
  });
}

function weightOf(hidden: string | null | undefined, form: string): number {
  if (hidden === undefined) return 1;
  if (hidden !== null) return HIDDEN_WEIGHT;
  return form === 'pronoun' ? UNNAMED_WEIGHT : NOBODY_WEIGHT;
}

/** The same story in two languages is one group. */
const groupOf = (id: string): string => id.replace(/^(fr|en)-/, '').replace('-en.', '.');

const isSame = (one: string | undefined, other: string): boolean =>
  one !== undefined && (one.includes(other) || other.includes(one));

/** Whom the quotation of a choice is given to by hand; null for nobody named, undefined where no quotation by hand is meant. */
function goldNameOf({ quotes }: Article, { anaphor: { where, form } }: Choice): string | null | undefined {
  const [first] = where.quoted;
  const gold = (quotes ?? []).find(({ spans, speaker }) =>
    form === 'without words'
      ? first !== undefined && spans.some(([start, end]) => start < first[1] && first[0] < end)
      : speaker?.some(([start, end]) => start <= where.start && where.start < end),
  );
  return gold && (gold.speakerName ?? null);
}

const sorted = (weights: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...weights].sort(([a], [b]) => (a < b ? -1 : 1)));

function tableOf(weights: ReadonlyMap<string, number>): string {
  const rows = [...weights].map(([feature, weight]) => `  ['${feature}', ${weight}],`);
  return [
    '// Made by scripts/train-speakers.mjs: do not edit. What each piece of evidence adds to whom a mention means.',
    'export const WEIGHTS: ReadonlyMap<string, number> = new Map([',
    ...rows,
    ']);',
    '',
  ].join('\n');
}
