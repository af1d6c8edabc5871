import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { foldWord, KIND, type Kind } from '../src/core/entities/lexicon';
import { hashString } from '../src/core/entities/model/hash';
import { english } from '../src/core/languages/en/index';
import { french } from '../src/core/languages/fr/index';
import type { LanguagePack } from '../src/core/languages/pack';
import { type GoldDocument, readConll, readGum, readUner, readWiner } from './data';
import { documentSentences, type LearnOptions, type Resources } from './learner';
import { addOwnLists, addPackageLists, openPhrases, PhraseCollector, phraseTables, phraseWords } from './lists';
import type { SecondOptions } from './second';
import { wordTables } from './statistics';
import { type Lexicon, readLexicon } from './wordnet';

/** Months of WiNER-fr that no model is trained on and nothing was looked up in until the final score. */
const HELD_OUT_MONTHS: ReadonlySet<string> = new Set(['2017-05', '2017-06', '2018-09', '2018-10']);

/** How one language's model is trained. */
export interface Recipe {
  readonly language: string;
  readonly pack: LanguagePack;
  readonly learn: LearnOptions;
  readonly second: SecondOptions;
  /** Countries whose small towns are in the table of places too: where the language is at home. */
  readonly home: ReadonlySet<string>;
  /** Labelled documents that are learnt from, and those kept for the final score: none where the set is too small for that. */
  read(places: Places): { visible: GoldDocument[]; held: GoldDocument[] };
  /** Tokenised sentences, one a line, of no labels. */
  readonly unlabelled: string;
  /** Dictionaries of the language, where there are any among the packages. */
  readonly lexicon?: (require: NodeJS.Require) => Lexicon;
  /** Countries whose small towns are in the phrase lists too. */
  readonly smallTowns?: ReadonlySet<string>;
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
  prune: 0.02,
  seed: 1,
  recased: { lower: 0.02, upper: 0.04, title: 0.06, weight: 0.3 },
};

const SECOND: SecondOptions = { epochs: 8, rate: 0.05, l2: 3, leastCount: 2, seed: 1, revised: new Set(['PER', 'LOC']) };

const fr: Recipe = {
  language: 'fr',
  pack: french,
  home: new Set(['FR', 'BE', 'CH', 'LU', 'MC', 'GP', 'MQ', 'RE', 'GF', 'YT']),
  learn: LEARN,
  second: SECOND,
  unlabelled: 'unlabelled/wikipedia-fr-tokenised.txt',
  read({ data }) {
    const documents = readWiner(path.join(data, 'winer-fr'));
    const held = documents.filter((document) => HELD_OUT_MONTHS.has(document.block));
    return { visible: documents.filter((document) => !HELD_OUT_MONTHS.has(document.block)), held };
  },
  fold: monthFold,
};

const en: Recipe = {
  language: 'en',
  pack: english,
  home: new Set(['GB', 'IE']),
  learn: {
    ...LEARN,
    setWeights: { wnut: 0.5 },
    homeSet: 'ewt',
    leavesOut: { ewt: ['MISC'] },
    // on the web whole texts are written without capitals, and headings with one at every word
    recased: { lower: 0.15, upper: 0.05, title: 0.1, weight: 0.5 },
    // what EWT does not label is found too readily where the other sets do
    leaning: { MISC: -1 },
    least: { PER: 0.33, LOC: 0.33, ORG: 0.33, MISC: 0.45 },
  },
  // web texts are short and repeat few names: what the rest of one says did harm
  second: { ...SECOND, revised: new Set() },
  unlabelled: 'unlabelled/wikipedia-en-tokenised.txt',
  lexicon: readLexicon,
  smallTowns: new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ']),
  read({ root, data }) {
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
    return { visible: [...ewt, ...withoutDemonyms(wikigold, words), ...wnut, ...gum], held: [] };
  },
  // the other sets are learnt from in every fold and never scored
  fold: (document) => (document.set === 'ewt' ? Number(document.block) : -1),
};

/** How each language that has a model is learnt. */
export const RECIPES: Readonly<Record<string, Recipe>> = { fr, en };

/** Whole months, dealt out in turn. */
function monthFold(document: GoldDocument, documents: readonly GoldDocument[]): number {
  const months = [...new Set(documents.map((other) => other.block))].sort();
  return months.indexOf(document.block) % FOLDS;
}

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

/** WikiGold labels adjectives of peoples as MISC, which here are no names. */
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
  for (const folder of ['shared', recipe.language]) addOwnLists(collector, path.join(root, 'server/data', folder));
  return phraseTables(collector.bits);
}

/** Word classes and casing, learnt from the unlabelled sentences and the texts of the visible documents. */
function buildWords(
  recipe: Recipe,
  { root, data }: Places,
  phrases: { keys: Int32Array; values: Int32Array },
  documents: readonly GoldDocument[],
  rounds: number,
): { keys: Int32Array; values: Int32Array } {
  const base = { pack: recipe.pack, phrases };
  const lines = fs.readFileSync(path.join(data, recipe.unlabelled), 'utf8').split('\n').filter(Boolean);
  const sentences = [...lines.map(untokenise), ...documents.map((document) => document.text)].flatMap((text) =>
    documentSentences(text, base).map((words) => words.map((word) => word.text)),
  );
  return wordTables(sentences, rounds, recipe.lexicon?.(createRequire(path.join(root, 'package.json'))));
}

// the only spaces that change how words are cut are those behind an elision and before a clitic
const untokenise = (line: string): string => line.replace(/(['’]) (?=\p{L}{2})/gu, '$1').replace(/ ('s )/g, '$1');

/** All that a language's model is trained with. */
export function buildResources(recipe: Recipe, places: Places, documents: readonly GoldDocument[], rounds: number): Resources {
  const phrases = buildPhrases(recipe, places);
  return { pack: recipe.pack, phrases, words: buildWords(recipe, places, phrases, documents, rounds) };
}
