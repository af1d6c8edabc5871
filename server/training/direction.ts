import fs from 'node:fs';
import path from 'node:path';
import { dayNumber, isCalendarDay, weekdayOf } from '../src/core/dates/calendar';
import { collectSites, type DirectionSite } from '../src/core/dates/direction/collect';
import { type Choice, choiceEvidence } from '../src/core/dates/direction/decide';
import { PLAIN_WEIGHTS } from '../src/core/dates/direction/plainWeights';
import type { Meaning } from '../src/core/dates/expression';
import { packFor } from '../src/core/languages/registry';
import { splitParagraphs } from '../src/core/text/paragraphs';
import { splitSentences } from '../src/core/text/sentences';
import { tokenize } from '../src/core/text/tokens';

// Which way an undated day points is learnt from dates that say it themselves: with their year or weekday in an article
// whose day is known, by words such as yesterday or next, and from the gold values of the sets that may train.

/** A text to learn from; without its day only the words that say their direction themselves are used. */
export interface DirectionText {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly date?: string;
  readonly gold?: readonly { readonly start: number; readonly end: number; readonly value?: string }[];
}

/** One date whose direction is known. */
export interface DirectionExample {
  readonly language: string;
  /** The text's, for holding out. */
  readonly id: string;
  readonly ahead: boolean;
  readonly features: readonly string[];
  /**
   * How its two choices lie, where that is only measured with: dates written with their year lie elsewhere than those without,
   * so that nothing is learnt of distances from them.
   */
  readonly lies?: readonly string[];
  readonly weight: number;
  /** Its kind among the examples; `bare` are those that the weights are for. */
  readonly source: 'word' | 'dated' | 'weekday-date' | 'gold' | 'ours';
  readonly context: string;
}

const MONTHS_AWAY = 300;

const day = (iso: string | undefined): number | undefined => {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '') ?? [];
  return d === undefined ? undefined : dayNumber(Number(y), Number(m), Number(d));
};

/** The examples of one text. */
export function examplesOf(source: DirectionText): readonly DirectionExample[] {
  const pack = packFor(source.language);
  const today = day(source.date);
  return splitParagraphs(source.text, 0).flatMap((span) => {
    const paragraph = source.text.slice(span.start, span.end);
    const tokens = tokenize(paragraph, pack.text);
    const view = { text: paragraph, tokens, sentences: splitSentences(tokens, pack.text) };
    return collectSites(view, pack.dates).flatMap((site) => {
      const known = labelOf(site, span.start, source, today);
      if (known === undefined) return [];
      const { ahead, extra, from, weight, lies } = known;
      const features = [...site.evidence, ...extra];
      const context = `${paragraph.slice(Math.max(0, site.start - 60), site.start)}⟦${paragraph.slice(site.start, site.end)}⟧${paragraph.slice(site.end, site.end + 50)}`;
      return [
        { language: source.language, id: source.id, ahead, features, weight, source: from, context, ...(lies && { lies }) },
      ];
    });
  });
}

interface Label {
  readonly ahead: boolean;
  readonly extra: readonly string[];
  readonly lies?: readonly string[];
  readonly from: DirectionExample['source'];
  readonly weight: number;
}

function labelOf(site: DirectionSite, offset: number, source: DirectionText, today: number | undefined): Label | undefined {
  const { meaning } = site;
  const gold = source.gold?.find((timex) => timex.start === site.start + offset && timex.end === site.end + offset);
  const inner = (meaning.kind === 'dayPart' || meaning.kind === 'clock') && meaning.day !== undefined ? meaning.day : meaning;
  return (
    saidByWord(inner) ?? (today === undefined || isDateline(site, offset) ? undefined : saidByDate(inner, today, gold?.value))
  );
}

/** A date at the head of an article is its own. */
const isDateline = (site: DirectionSite, offset: number): boolean => offset + site.start < 80;

/** Yesterday, next week, last March. */
function saidByWord(meaning: Meaning): Label | undefined {
  const word = (kind: string, sign: number): Label => ({ ahead: sign > 0, extra: [`! ${kind}`], from: 'word', weight: 0.5 });
  if (meaning.kind === 'deictic' && meaning.days !== 0) return word('deictic', meaning.days);
  if (meaning.kind === 'unit' && meaning.from === 'document' && meaning.offset !== 0) return word('unit', meaning.offset);
  if (meaning.kind === 'calendar' && (meaning.direction ?? 0) !== 0 && !meaning.fromText)
    return word('directed', meaning.direction as number);
  return undefined;
}

function saidByDate(meaning: Meaning, today: number, value: string | undefined): Label | undefined {
  if (meaning.kind !== 'calendar' || meaning.bce || meaning.direction !== undefined) return undefined;
  const { year, month, weekday } = meaning;
  if (year !== undefined) return month === undefined ? undefined : dated({ ...meaning, year, month }, today);
  const choice = choiceOf(meaning, today);
  if (choice === undefined || choice.since === 0) return undefined;
  if (value !== undefined) return byHand(value, today, choice);
  if (weekday === undefined || meaning.day === undefined || month === undefined) return undefined;
  return { ahead: choice.fits === 'ahead', extra: choiceEvidence(choice), from: 'weekday-date', weight: choice.fits ? 1 : 0 };
}

/** A date whose value was written by hand. */
function byHand(value: string, today: number, choice: Choice): Label | undefined {
  const meant = day(value) ?? day(`${value}-15`);
  if (meant === undefined || meant === today) return undefined;
  return { ahead: meant > today, extra: choiceEvidence(choice), from: 'gold', weight: 3 };
}

/** A date with its year, not further away than a year: the year is hidden. */
function dated(meaning: Calendar & { readonly year: number; readonly month: number }, today: number): Label | undefined {
  const { year, month, day: dayOfMonth = 15 } = meaning;
  if (!isCalendarDay(year, month, dayOfMonth)) return undefined;
  const away = dayNumber(year, month, dayOfMonth) - today;
  if (away === 0 || Math.abs(away) > MONTHS_AWAY) return undefined;
  const choice = choiceOf(meaning, today);
  return { ahead: away > 0, extra: ['! dated'], from: 'dated', weight: 1, ...(choice && { lies: choiceEvidence(choice) }) };
}

type Calendar = Extract<Meaning, { kind: 'calendar' }>;

/** Both choices of a date without its year; `fits` is the one that its weekday names, where it names one alone. */
function choiceOf(
  { month, day: dayOfMonth, weekday }: Calendar,
  today: number,
): (Choice & { fits?: 'ahead' | 'gone' }) | undefined {
  if (month === undefined) {
    if (weekday === undefined || dayOfMonth !== undefined) return undefined;
    const since = (weekdayOf(today) - weekday + 7) % 7;
    return { kind: 'weekday', since, wait: 7 - since };
  }
  const around = [-2, -1, 0, 1, 2].map((n) => Math.floor(today / 365.2425) + 1970 + n);
  const days = around.flatMap((y) => (isCalendarDay(y, month, dayOfMonth ?? 15) ? [dayNumber(y, month, dayOfMonth ?? 15)] : []));
  const gone = days.filter((d) => d <= today).at(-1);
  const ahead = days.find((d) => d > today);
  if (gone === undefined || ahead === undefined) return undefined;
  const fitting = (d: number): boolean => weekday === undefined || weekdayOf(d) === weekday;
  const choice = {
    kind: dayOfMonth === undefined ? ('month' as const) : ('day' as const),
    since: today - gone,
    wait: ahead - today,
  };
  if (fitting(gone) === fitting(ahead)) return choice;
  return { ...choice, fits: fitting(ahead) ? 'ahead' : 'gone' };
}

/** Weights by language, of features that are written as they are in the packs' files. */
export type Learnt = Readonly<Record<string, Readonly<Record<string, number>>>>;

const ROUNDS = 400;
const RATE = 0.4;
const LEAST = 4;

/**
 * Logistic regression by full-batch AdaGrad: the same examples give the same weights. Each feature has a weight of all languages and one of
 * its own language, both held small; features seen fewer than four times are left out.
 */
export function learn(
  examples: readonly DirectionExample[],
  languages: readonly string[],
  held: { readonly shared: number; readonly own: number },
): Learnt {
  const counts = countsOf(examples);
  const index = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, index.size);
    return index.size - 1;
  };
  const rows = examples.map((e) => ({
    y: e.ahead ? 1 : 0,
    weight: e.weight,
    ids: e.features.filter((f) => (counts.get(f) ?? 0) >= LEAST).flatMap((f) => [idOf(f), idOf(`${e.language}\t${f}`)]),
  }));
  const names = [...index.keys()];
  const penalty = names.map((name) => (name.includes('\t') ? held.own : held.shared));
  // held near what is known beforehand, not near nothing
  const known = names.map((name) => PLAIN_WEIGHTS[name] ?? 0);
  const w = Float64Array.from(known);
  const sums = new Float64Array(names.length).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = gradientOf(rows, w);
    for (let i = 0; i < w.length; i++) {
      const g = (gradient[i] as number) + (penalty[i] as number) * ((w[i] as number) - (known[i] as number));
      sums[i] = (sums[i] as number) + g * g;
      w[i] = (w[i] as number) - (RATE * g) / Math.sqrt(sums[i] as number);
    }
  }
  return Object.fromEntries(languages.map((language) => [language, weightsOf(language, names, w)]));
}

/** How many examples have each feature. */
function countsOf(examples: readonly DirectionExample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  return counts;
}

/** An example as numbers: whether ahead, how much it counts, its features. */
interface Row {
  readonly y: number;
  readonly weight: number;
  readonly ids: readonly number[];
}

function gradientOf(rows: readonly Row[], w: Float64Array): Float64Array {
  const gradient = new Float64Array(w.length);
  for (const { y, ids, weight } of rows) {
    const z = ids.reduce((sum, id) => sum + (w[id] as number), 0);
    const error = weight * (1 / (1 + Math.exp(-z)) - y);
    for (const id of ids) gradient[id] = (gradient[id] as number) + error;
  }
  return gradient;
}

function weightsOf(language: string, names: readonly string[], w: Float64Array): Readonly<Record<string, number>> {
  const sum = new Map<string, number>(Object.entries(PLAIN_WEIGHTS));
  for (const name of names) if (!name.includes('\t')) sum.set(name, 0);
  names.forEach((name, i) => {
    const [of, feature = of] = name.split('\t') as [string, string?];
    if (feature.startsWith('!') || (feature !== of && of !== language)) return;
    sum.set(feature, (sum.get(feature) ?? 0) + (w[i] as number));
  });
  const rounded = [...sum].map(([name, value]) => [name, Math.round(value * 100) / 100] as const);
  return Object.fromEntries(rounded.filter(([, value]) => Math.abs(value) >= 0.05).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

/** How many of some examples weights get right. */
export function rightOf(examples: readonly DirectionExample[], learnt: Learnt): number {
  return examples.filter(({ language, features, lies = [], ahead }) => {
    const weights = learnt[language] ?? {};
    return [...features, ...lies].reduce((sum, f) => sum + (weights[f] ?? 0), 0) > 0 === ahead;
  }).length;
}

const readLines = (file: string): readonly Record<string, unknown>[] =>
  fs.existsSync(file)
    ? fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : [];

// Newspapers that only measure.
const MEASURING = new Set(['bbc', 'reuters', 'dailymail.co.uk', 'foxnews', 'cnbc.com']);

/**
 * The texts of the data folder that may train. The English Wikinews articles of en-ner stay out: they are those of the set that
 * measures dates (MEANTIME). So do the sentences that are there for statistics alone.
 */
export function textsOf(data: string): readonly DirectionText[] {
  const ofLanguages = ['fr', 'en'].flatMap((language) => [...newsOf(data, language), ...silverOf(data, language)]);
  return [...ofLanguages, ...winer(path.join(data, 'winer-fr'))];
}

const newsOf = (data: string, language: string): readonly DirectionText[] =>
  readLines(path.join(data, `news/${language}.jsonl`))
    .filter((d) => !MEASURING.has(String(d.newspaper)))
    .map((d) => ({
      id: String(d.id),
      language,
      text: String(d.text),
      date: String(d.date),
      gold: d.timex as NonNullable<DirectionText['gold']>,
    }));

/** Sentences of which no day is known. */
const silverOf = (data: string, language: string): readonly DirectionText[] =>
  readLines(path.join(data, `silver/${language}.jsonl`)).map((d, i) => ({
    id: `silver-${language}-${i}`,
    language,
    text: String(d.text),
  }));

/** Articles whose file's name begins with their day. */
function winer(folder: string): readonly DirectionText[] {
  const files = fs.existsSync(folder) ? (fs.readdirSync(folder, { recursive: true }) as string[]) : [];
  return files
    .filter((file) => file.endsWith('.txt') && /\d{4}_\d\d_\d\d/.test(file))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const date = /(\d{4})_(\d\d)_(\d\d)/.exec(file)?.slice(1).join('-') ?? '';
      return { id: file, language: 'fr', text, date };
    });
}
