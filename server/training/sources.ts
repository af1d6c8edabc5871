import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { foldWord, KIND, type Kind } from '../src/core/entities/lexicon';
import { hashString } from '../src/core/entities/model/hash';
import { english } from '../src/core/languages/en/index';
import { french } from '../src/core/languages/fr/index';
import type { LanguagePack } from '../src/core/languages/pack';
import { type GoldDocument, readConll, readGum, readLines, readUner, readWiner } from './data';
import { documentSentences, type LearnOptions, type Resources } from './learner';
import {
  addBorrowedLists,
  addOrganisations,
  addOwnLists,
  addPackageLists,
  openPhrases,
  PhraseCollector,
  phraseTables,
  phraseWords,
} from './lists';
import type { SecondOptions } from './second';
import { type ClassLimits, readClasses, wordTables } from './statistics';
import { type Lexicon, readLexicon } from './wordnet';

/** Months of WiNER-fr that no model is trained on and nothing was looked up in until the final score. */
const HELD_OUT_MONTHS: ReadonlySet<string> = new Set(['2017-05', '2017-06', '2018-09', '2018-10']);

/** Newspapers whose articles measure: nothing is learnt of them unless that is asked for. */
export const MEASURING: ReadonlySet<string> = new Set(['bbc', 'reuters', 'dailymail.co.uk', 'foxnews', 'cnbc.com']);

/** How one language's model is trained. */
export interface Recipe {
  readonly language: string;
  readonly pack: LanguagePack;
  readonly learn: LearnOptions;
  readonly second: SecondOptions;
  /**
   * Into how many parts the documents are cut, each passed by a model of the others: what the second pass and the confidences
   * are learnt from. The fewer, the worse these models are than the one that ships, and the lower its confidences.
   */
  readonly parts: number;
  /** Countries whose small towns are in the table of places too: where the language is at home. */
  readonly home: ReadonlySet<string>;
  /** Labelled documents that are learnt from, and those kept for the final score: none where the set is too small for that. */
  read(places: Places): { visible: GoldDocument[]; held: GoldDocument[] };
  /** Tokenised sentences, one a line, of no labels. */
  readonly unlabelled: string;
  /** How many word forms are given classes. */
  readonly classes: ClassLimits;
  /** Dictionaries of the language, where there are any among the packages. */
  readonly lexicon?: (require: NodeJS.Require) => Lexicon;
  /** Countries whose small towns are in the phrase lists too. */
  readonly smallTowns?: ReadonlySet<string>;
  /** Languages whose lists of names hold in this one too. */
  readonly borrows: readonly string[];
  /** Tells common words, which are not taken for a name of another language. */
  commonWords(places: Places): (folded: string) => boolean;
  /** The fold of a document in cross-validation, from 0. */
  fold(document: GoldDocument, documents: readonly GoldDocument[]): number;
}

/** Blocks of a cross-validation: each is scored by a model of the others. */
export const FOLDS = 6;

const LEARN: LearnOptions = {
  epochs: 14,
  rate: 0.1,
  l2: 0.5,
  dropout: 0.3,
  wordDropout: 0.4,
  leastCount: 1,
  prune: 0.045,
  seed: 1,
  recased: { lower: 0.02, upper: 0.04, title: 0.06, weight: 0.3 },
};

const SECOND: SecondOptions = { epochs: 8, rate: 0.05, l2: 3, leastCount: 2, seed: 1, revised: new Set(['PER', 'LOC']) };

const fr: Recipe = {
  language: 'fr',
  pack: french,
  home: new Set(['FR', 'BE', 'CH', 'LU', 'MC', 'GP', 'MQ', 'RE', 'GF', 'YT']),
  learn: {
    ...LEARN,
    setWeights: { silver: 0.3 },
    kinds: [
      { sets: ['news', 'gsd'], share: 0.7 },
      { sets: ['winer'], share: 0.4 },
    ],
  },
  // since the model knows newspapers, what the rest of an article says did harm
  second: { ...SECOND, revised: new Set() },
  parts: 3,
  unlabelled: 'unlabelled/wikipedia-fr-tokenised.txt',
  classes: { all: 250_000, small: 80_000, upper: 60_000 },
  borrows: ['en'],
  commonWords({ data }) {
    const classes = readClasses(path.join(data, 'word-classes/fr.tsv'), { all: 60_000, small: 60_000, upper: 0 });
    return (folded) => classes.has(folded);
  },
  read({ data, without }) {
    const documents = readWiner(path.join(data, 'winer-fr'));
    const held = documents.filter((document) => HELD_OUT_MONTHS.has(document.block));
    return {
      visible: [
        ...documents.filter((document) => !HELD_OUT_MONTHS.has(document.block)),
        ...readNews(path.join(data, 'news/fr.jsonl'), without),
        ...readLines(path.join(data, 'fr-ner/sentences.jsonl'), { set: 'gsd', block: (d) => `gsd-${hashBlock(d.id)}` }),
        ...readSilver(path.join(data, 'silver/fr.jsonl')),
      ],
      held,
    };
  },
  fold: (document, documents) => (ALWAYS_LEARNT.has(document.set) ? -1 : blockFold(document, documents)),
};

const en: Recipe = {
  language: 'en',
  pack: english,
  home: new Set(['GB', 'IE']),
  learn: {
    ...LEARN,
    setWeights: { wnut: 0.5, silver: 0.3 },
    kinds: [{ sets: ['news', 'wikinews', 'ewt'], share: 1 }],
    leavesOut: { ewt: ['MISC'] },
    // on the web whole texts are written without capitals, and headings with one at every word
    recased: { lower: 0.15, upper: 0.05, title: 0.1, weight: 0.5 },
    // what EWT does not label is found too readily where the other sets do
    leaning: { MISC: -1 },
    least: { PER: 0.33, LOC: 0.33, ORG: 0.33, MISC: 0.45 },
  },
  // web texts are short and repeat few names: what the rest of one says did harm
  second: { ...SECOND, revised: new Set() },
  parts: 2,
  unlabelled: 'unlabelled/wikipedia-en-tokenised.txt',
  classes: { all: 200_000, small: 200_000, upper: 200_000 },
  lexicon: readLexicon,
  borrows: ['fr'],
  commonWords({ root }) {
    const { words } = readLexicon(createRequire(path.join(root, 'package.json')));
    return (folded) => words.has(folded);
  },
  smallTowns: new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ']),
  read({ root, data, without }) {
    const ewt = readUner(path.join(data, 'en-ner/uner-ewt/en_ewt-ud-dev.iob2'), 'ewt').map((document) => ({
      ...document,
      block: String(hashBlock(document.id)),
    }));
    const wikigold = readConll(path.join(data, 'en-ner/wikigold/wikigold.conll.txt'), 'wikigold', 12);
    const wnut = ['wnut17train.conll', 'emerging.dev.conll', 'emerging.test.annotated'].flatMap((file) =>
      readConll(path.join(data, 'en-ner/wnut17', file), 'wnut', 12),
    );
    const words = path.join(root, 'server/data/en/words.tsv');
    const lists = openPhrases(buildPhrases(en, { root, data }));
    const gum = readGum(path.join(data, 'en-ner/gum'), {
      titles: wordsOfKind(words, 'title'),
      demonyms: wordsOfKind(words, 'demonym'),
      isPlace: (name) => {
        const hashes = phraseWords(name, english.text).map(hashString);
        return (lists.bits(hashes) & SURE_PLACES) !== 0;
      },
    });
    const wikinews = readLines(path.join(data, 'en-ner/wikinews-2004-2013.jsonl'), {
      set: 'wikinews',
      block: (d) => `wikinews-${hashBlock(d.id)}`,
    });
    const news = readNews(path.join(data, 'news/en.jsonl'), without);
    const silver = readSilver(path.join(data, 'silver/en.jsonl'));
    return { visible: [...ewt, ...withoutDemonyms(wikigold, words), ...wnut, ...gum, ...wikinews, ...news, ...silver], held: [] };
  },
  // the other sets are learnt from in every fold and never scored
  fold: (document, documents) =>
    document.set === 'ewt' ? Number(document.block) : document.set === 'news' ? blockFold(document, documents) : -1,
};

/** How each language that has a model is learnt. */
export const RECIPES: Readonly<Record<string, Recipe>> = { fr, en };

/** Sets that no score is wanted of: they are learnt from in every fold. */
const ALWAYS_LEARNT: ReadonlySet<string> = new Set(['gsd', 'silver']);

/** Whole months and newspapers, dealt out in turn. */
function blockFold(document: GoldDocument, documents: readonly GoldDocument[]): number {
  const blocks = [...new Set(documents.filter(({ set }) => set === document.set).map((other) => other.block))].sort();
  return blocks.indexOf(document.block) % FOLDS;
}

/** Articles of newspapers, but for those of the ones named. */
const readNews = (file: string, without: ReadonlySet<string> = MEASURING): GoldDocument[] =>
  readLines(file, { set: 'news', block: ({ newspaper = '' }) => newspaper }).filter(({ block }) => !without.has(block));

const readSilver = (file: string): GoldDocument[] =>
  readLines(file, { set: 'silver', block: ({ id }) => `silver-${hashBlock(id)}` });

/** The block of a document by its name, so that it never changes. */
function hashBlock(id: string): number {
  let h = 7;
  for (const character of id) h = (Math.imul(h, 31) + character.charCodeAt(0)) >>> 0;
  return (h >>> 4) % FOLDS;
}

const SURE_PLACES = (1 << KIND.country) | (1 << KIND.region);

/** The words of a kind in one of the project's own lists, folded. */
function wordsOfKind(list: string, kind: Kind): ReadonlySet<string> {
  return new Set(
    fs
      .readFileSync(list, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, kinds]) => kinds?.split(',').includes(kind))
      .map(([word]) => foldWord(word as string)),
  );
}

/** WikiGold labels adjectives of peoples as MISC, which here are not names. */
function withoutDemonyms(documents: readonly GoldDocument[], list: string): GoldDocument[] {
  const demonyms = new Set(
    fs
      .readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('demonym'))
      .map((line) => line.split('\t')[0]),
  );
  return documents.map((document) => ({
    ...document,
    spans: document.spans.filter(({ start, end, type }) => type !== 'MISC' || !demonyms.has(document.text.slice(start, end))),
  }));
}

/** Folders. */
export interface Places {
  /** The project. */
  readonly root: string;
  /** The sets that are no part of it. */
  readonly data: string;
  /** Newspapers of which nothing is learnt; {@link MEASURING} where absent. */
  readonly without?: ReadonlySet<string>;
  /** Sets of which nothing is learnt at all, by the names that documents bear (`news`, `winer`, `wikinews` …). */
  readonly leaveOut?: ReadonlySet<string>;
  /** The folder that models are written to; `server/models` of the project where absent. */
  readonly out?: string;
}

/** Phrase lists of a language from the packages and the project's own files. */
function buildPhrases(recipe: Recipe, { root, data }: Places): { keys: Int32Array; values: Int32Array } {
  const collector = new PhraseCollector(recipe.pack.text);
  const popular = path.join(data, 'gazetteers/popular-names-cc0');
  addPackageLists(collector, {
    root,
    language: recipe.language,
    ...(recipe.smallTowns && { smallTowns: recipe.smallTowns }),
    ...(fs.existsSync(popular) && { popularNames: popular }),
  });
  addOrganisations(collector, path.join(data, 'gazetteers/organisations'));
  for (const folder of ['shared', recipe.language]) addOwnLists(collector, path.join(root, 'server/data', folder));
  const isWord = recipe.commonWords({ root, data });
  for (const folder of recipe.borrows) addBorrowedLists(collector, path.join(root, 'server/data', folder), isWord);
  return phraseTables(collector.bits);
}

/** Word classes, and casing as learnt from the unlabelled sentences and the texts of the visible documents. */
function buildWords(
  recipe: Recipe,
  { root, data }: Places,
  phrases: { keys: Int32Array; values: Int32Array },
  documents: readonly GoldDocument[],
): { keys: Int32Array; values: Int32Array } {
  const base = { pack: recipe.pack, phrases };
  const lines = fs.readFileSync(path.join(data, recipe.unlabelled), 'utf8').split('\n').filter(Boolean);
  // the silver sentences are the unlabelled ones
  const texts = documents.filter(({ set }) => set !== 'silver').map((document) => document.text);
  const sentences = [...lines.map(untokenise), ...texts].flatMap((text) =>
    documentSentences(text, base).map((words) => words.map((word) => word.text)),
  );
  const classes = readClasses(path.join(data, `word-classes/${recipe.language}.tsv`), recipe.classes);
  return wordTables(sentences, classes, recipe.lexicon?.(createRequire(path.join(root, 'package.json'))));
}

// the only spaces that change how words are cut are those after an elision and before a clitic
const untokenise = (line: string): string => line.replace(/(['’]) (?=\p{L}{2})/gu, '$1').replace(/ ('s )/g, '$1');

/** All that a language's model is trained with. */
export function buildResources(recipe: Recipe, places: Places, documents: readonly GoldDocument[]): Resources {
  const phrases = buildPhrases(recipe, places);
  return { pack: recipe.pack, phrases, words: buildWords(recipe, places, phrases, documents) };
}
