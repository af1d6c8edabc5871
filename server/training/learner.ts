import type { EntityType } from '../src/core/analysis';
import { foldWord } from '../src/core/entities/lexicon';
import { contextFeatures, lexicalContext, MAX_CONTEXT_FEATURES } from '../src/core/entities/model/context';
import { FORMAT, type ModelFile, type Section } from '../src/core/entities/model/format';
import { HashTable, hashPair, hashString } from '../src/core/entities/model/hash';
import { BEGIN, LABELS, labelOf, mayFollow, OUTSIDE, TYPES, UNIT } from '../src/core/entities/model/labels';
import { createSentenceViewer, type SentenceView } from '../src/core/entities/model/sentenceView';
import { activeStretches } from '../src/core/entities/model/tagModel';
import { describeWord, type WordInfo, type WordSources } from '../src/core/entities/model/wordInfo';
import { PLACE, placed } from '../src/core/entities/model/wordScorer';
import { compoundTest, sentenceWords } from '../src/core/entities/tagger';
import type { Word } from '../src/core/entities/words';
import type { LanguagePack } from '../src/core/languages/pack';
import { randomiser } from '../src/core/random';
import type { Span } from '../src/core/span';
import { splitParagraphs } from '../src/core/text/paragraphs';
import { splitSentences } from '../src/core/text/sentences';
import { tokenize } from '../src/core/text/tokens';
import { type Example, trainCrf } from './crf';
import type { GoldDocument, GoldSpan } from './data';
import { openPhrases } from './lists';
import { collectSeen } from './seen';

/** A hash table as it is stored: sorted hashes, and beside each its value. */
export interface Table {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** What a model is trained with besides the labelled text. */
export interface Resources {
  readonly pack: LanguagePack;
  readonly phrases: Table;
  readonly words: Table;
}

/**
 * Sets of one kind of text: their documents bear every feature twice, once shared with all sets and once their own (feature
 * augmentation, Daumé 2007). In the model a weight is the shared one and of each kind's own one so large a share.
 */
export interface TextKind {
  readonly sets: readonly string[];
  readonly share: number;
}

/** How a model is learnt; `epochs` to `wordDropout` as in {@link trainCrf}. */
export interface LearnOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly dropout: number;
  readonly wordDropout: number;
  /** Features of fewer words are left out. */
  readonly leastCount: number;
  /** Weights smaller than this share of the largest are left out of the model. */
  readonly prune: number;
  readonly seed: number;
  readonly setWeights?: Readonly<Record<string, number>>;
  /** The kinds of text that the model is meant for. */
  readonly kinds?: readonly TextKind[];
  /** Types that a set does not label: what it leaves outside may be of them. */
  readonly leavesOut?: Readonly<Record<string, readonly EntityType[]>>;
  /** Shares of the sentences that are learnt from a second time in small letters, in capitals, with capitals at all words. */
  readonly recased?: { readonly lower: number; readonly upper: number; readonly title: number; readonly weight: number };
  /** Added to the score of a name of a type, so that fewer (or more) of them are found. */
  readonly leaning?: Readonly<Partial<Record<EntityType, number>>>;
  /** From which probability on a name is taken, by type; where absent, the most probable labels are. */
  readonly least?: Readonly<Record<EntityType, number>>;
  readonly log?: (line: string) => void;
}

/** Words by sentence of a document, with offsets in the whole text. */
export function documentSentences(text: string, resources: Pick<Resources, 'pack' | 'phrases'>): Word[][] {
  const splits = compoundTest(openPhrases(resources.phrases));
  return splitParagraphs(text).flatMap((span) => {
    const paragraph = text.slice(span.start, span.end);
    const tokens = tokenize(paragraph, resources.pack.text);
    const view = { text: paragraph, tokens, sentences: splitSentences(tokens, resources.pack.text) };
    return sentenceWords(view, resources.pack.entities, splits).map((words) =>
      words.map((word) => ({ ...word, start: word.start + span.start, end: word.end + span.start })),
    );
  });
}

/** Labels of a sentence's words; a name that does not begin and end with words is left out. */
export function goldLabels(words: readonly Word[], spans: readonly GoldSpan[]): Uint8Array {
  const labels = new Uint8Array(words.length);
  if (words.length === 0) return labels;
  const byStart = new Map(words.map((word, i) => [word.start, i]));
  const byEnd = new Map(words.map((word, i) => [word.end, i]));
  for (const span of spans) {
    const first = byStart.get(span.start);
    const last = byEnd.get(span.end);
    if (first === undefined || last === undefined || last < first) continue;
    const type = TYPES.indexOf(span.type);
    if (first === last) labels[first] = labelOf(type, 3);
    else {
      labels[first] = labelOf(type, 0);
      for (let i = first + 1; i < last; i++) labels[i] = labelOf(type, 1);
      labels[last] = labelOf(type, 2);
    }
  }
  return labels;
}

/** Which words stand in stretches of unknown labels. */
function openWords(words: readonly Word[], stretches: readonly Span[]): Uint8Array {
  return Uint8Array.from(words, (word) => Number(stretches.some(({ start, end }) => start <= word.start && word.end <= end)));
}

/** How often a word or mark must be seen for it to be taken as no part of any name, and how often it may be one even so. */
const NEVER_SEEN = 8;
const NEVER_SHARE = 0.002;

/** Folded small words that names begin with (seen twice), and those that hardly ever stand in one. */
function wordRoles(sentences: readonly { words: readonly Word[]; gold: Uint8Array; open: Uint8Array | undefined }[]): {
  starts: Set<number>;
  never: Set<number>;
} {
  const begun = new Map<number, number>();
  const held = new Map<number, number>();
  const seen = new Map<number, number>();
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { words, gold, open } of sentences) {
    words.forEach((word, i) => {
      if (/\p{Lu}/u.test(word.text) || open?.[i] === 1) return;
      const hash = hashString(foldWord(word.text));
      count(seen, hash);
      const label = gold[i] as number;
      if (label === OUTSIDE) return;
      count(held, hash);
      const position = (label - 1) % 4;
      if (/^\p{Ll}{4,}/u.test(word.text) && (position === 0 || position === 3)) count(begun, hash);
    });
  }
  return {
    starts: new Set([...begun].filter(([, n]) => n >= 2).map(([hash]) => hash)),
    never: new Set(
      [...seen].filter(([hash, n]) => n >= NEVER_SEEN && (held.get(hash) ?? 0) <= n * NEVER_SHARE).map(([hash]) => hash),
    ),
  };
}

const OWN = 90;

class FeatureIndex {
  readonly #ids = new Map<number, number>();
  readonly counts: number[] = [];
  /** By number of a kind's own feature, the number of the shared one and that of the kind. */
  readonly sharedOf = new Map<number, { readonly shared: number; readonly kind: number }>();

  /** Adds a feature to a list, and where the example is of a kind (its number, else -1) that one's own copy. */
  push(features: number[], hash: number, kind: number): void {
    const shared = this.id(hash);
    features.push(shared);
    if (kind < 0) return;
    const own = this.id(hashPair(OWN + kind, hash, 0));
    this.sharedOf.set(own, { shared, kind });
    features.push(own);
  }

  id(hash: number): number {
    let id = this.#ids.get(hash);
    if (id === undefined) {
      id = this.counts.length;
      this.#ids.set(hash, id);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] as number) + 1;
    return id;
  }

  entries(): IterableIterator<[number, number]> {
    return this.#ids.entries();
  }
}

/** Trains a model on documents and returns it as a file's contents. Same input, same result. */
export function learn(documents: readonly GoldDocument[], resources: Resources, options: LearnOptions): ModelFile {
  const phrases = openPhrases(resources.phrases);
  const cut = documents.flatMap((document) =>
    documentSentences(document.text, resources).map((words) => ({
      words,
      gold: goldLabels(words, document.spans),
      open: document.doubtful && openWords(words, document.doubtful),
      block: document.block,
      document: document.id,
      weight: options.setWeights?.[document.set] ?? 1,
      kind: options.kinds?.findIndex(({ sets }) => sets.includes(document.set)) ?? -1,
      unlabelled: options.leavesOut?.[document.set]?.flatMap((type) => POSITIONS.map((at) => labelOf(TYPES.indexOf(type), at))),
    })),
  );
  const roles = wordRoles(cut);
  const sources: WordSources = {
    ...roles,
    statistics: new HashTable(resources.words.keys, resources.words.values),
    phrases,
    particles: resources.pack.entities.particles,
    openers: new Set(),
  };
  const known = new Map<string, WordInfo>();
  const describe = (text: string): WordInfo => {
    let word = known.get(text);
    if (word === undefined) {
      word = describeWord(text, sources);
      known.set(text, word);
    }
    return word;
  };
  const seen = collectSeen(cut);
  const sentences = [...cut, ...recase(cut, options)].map(({ words, ...rest }) => ({
    ...rest,
    words: words.map((word) => describe(word.text)),
  }));
  const viewers = new Map<string, ReturnType<typeof createSentenceViewer>>();
  const index = new FeatureIndex();
  const buffer = new Int32Array(MAX_CONTEXT_FEATURES);
  const raw: Example[] = [];
  let torn = 0;
  for (const { words, gold, open, weight, block, kind, unlabelled } of sentences) {
    let viewSentence = viewers.get(block);
    if (viewSentence === undefined) {
      viewSentence = createSentenceViewer(phrases, openPhrases(seen.without(block)));
      viewers.set(block, viewSentence);
    }
    const view = viewSentence(words);
    for (const [from, to] of activeStretches(view.active, words.length)) {
      // a name that goes on beyond what is labelled cannot be learnt
      if (isWellFormed(gold.subarray(from, to)))
        raw.push({
          ...makeExample(view, from, to, gold, weight, kind, index, buffer),
          ...(unlabelled && { unlabelled }),
          ...(open?.subarray(from, to).includes(1) && { open: open.slice(from, to) }),
        });
      else torn++;
    }
  }
  options.log?.(`${torn} stretches cut through a name`);
  const renumber = new Int32Array(index.counts.length).fill(-1);
  let features = 0;
  index.counts.forEach((n, id) => {
    if (n >= options.leastCount) renumber[id] = features++;
  });
  const examples = raw.map((example) => withoutRare(example, renumber));
  options.log?.(`${examples.length} stretches, ${features} of ${index.counts.length} features`);
  const { weights, transitions } = trainCrf(examples, { ...options, features });
  lean(transitions, options.leaning ?? {});
  for (const [own, { shared, kind }] of index.sharedOf)
    moveRow(weights, renumber[own] as number, renumber[shared] as number, options.kinds?.[kind]?.share ?? 0);
  const hashes = new Int32Array(features);
  for (const [hash, id] of index.entries()) if ((renumber[id] as number) >= 0) hashes[renumber[id] as number] = hash;
  return packModel(resources, hashes, weights, transitions, roles, seen.without(undefined), options);
}

function lean(transitions: Float32Array, leaning: Readonly<Partial<Record<EntityType, number>>>): void {
  for (const [type, weight] of Object.entries(leaning)) {
    for (const at of [BEGIN, UNIT]) {
      const label = labelOf(TYPES.indexOf(type as EntityType), at);
      for (let before = 0; before < LABELS; before++) {
        transitions[before * LABELS + label] = (transitions[before * LABELS + label] as number) + weight;
      }
    }
  }
}

/** Adds a share of a row of weights to another one, and empties it. */
function moveRow(weights: Float32Array, from: number, to: number, share: number): void {
  if (from < 0 || to < 0) return;
  for (let l = 0; l < LABELS; l++) {
    weights[to * LABELS + l] = (weights[to * LABELS + l] as number) + share * (weights[from * LABELS + l] as number);
    weights[from * LABELS + l] = 0;
  }
}

interface CutSentence {
  readonly words: readonly Word[];
  readonly gold: Uint8Array;
  readonly block: string;
  readonly document: string;
  readonly weight: number;
  /** The number of its kind of text, -1 where it has none. */
  readonly kind: number;
  readonly open: Uint8Array | undefined;
  readonly unlabelled: readonly number[] | undefined;
}

const POSITIONS = [0, 1, 2, 3];

// small words keep their small letters in headings
const titled = (text: string): string => (text.length < 4 ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));

/** Sentences once more as careless writers and headings have them; each is as rare in the sets as it is common elsewhere. */
function recase(sentences: readonly CutSentence[], { recased, seed }: LearnOptions): CutSentence[] {
  if (recased === undefined) return [];
  const random = randomiser(seed + 1);
  return sentences.flatMap((sentence) => {
    const drawn = random();
    const { lower, upper, title } = recased;
    const change =
      drawn < lower
        ? (text: string) => text.toLowerCase()
        : drawn < lower + upper
          ? (text: string) => text.toUpperCase()
          : drawn < lower + upper + title
            ? titled
            : undefined;
    if (change === undefined) return [];
    const words = sentence.words.map((word) => ({ ...word, text: change(word.text) }));
    return [{ ...sentence, words, weight: sentence.weight * recased.weight }];
  });
}

/** Whether every label may follow the one before it, from outside a name to outside a name. */
export function isWellFormed(labels: Uint8Array): boolean {
  return [...labels, OUTSIDE].every((label, i) => mayFollow(labels[i - 1] ?? OUTSIDE, label));
}

function makeExample(
  view: SentenceView,
  from: number,
  to: number,
  gold: Uint8Array,
  weight: number,
  kind: number,
  index: FeatureIndex,
  buffer: Int32Array,
): Example {
  const starts = new Int32Array(to - from + 1);
  const features: number[] = [];
  const lexical = new Int32Array(to - from);
  const near = (word: WordInfo | undefined, place: number): void => {
    for (const f of word?.near ?? []) index.push(features, placed(f, place), kind);
  };
  const far = (word: WordInfo | undefined, place: number): void => {
    for (const f of word?.far ?? []) index.push(features, placed(f, place), kind);
  };
  for (let i = from; i < to; i++) {
    const word = view.words[i] as WordInfo;
    const count = contextFeatures(view, i, buffer);
    const known = lexicalContext(word);
    lexical[i - from] = (word.ownLexical + known) * (kind < 0 ? 1 : 2);
    for (let k = 0; k < word.ownLexical; k++) index.push(features, word.own[k] as number, kind);
    for (let k = 0; k < known; k++) index.push(features, buffer[k] as number, kind);
    for (let k = word.ownLexical; k < word.own.length; k++) index.push(features, word.own[k] as number, kind);
    for (let k = known; k < count; k++) index.push(features, buffer[k] as number, kind);
    near(view.words[i - 1], PLACE.before);
    near(view.words[i + 1], PLACE.after);
    far(view.words[i - 2], PLACE.before2);
    far(view.words[i + 2], PLACE.after2);
    starts[i - from + 1] = features.length;
  }
  return { starts, features: Int32Array.from(features), lexical, gold: gold.slice(from, to), weight };
}

function withoutRare(example: Example, renumber: Int32Array): Example {
  const starts = new Int32Array(example.starts.length);
  const lexical = new Int32Array(example.gold.length);
  const features: number[] = [];
  for (let i = 0; i < example.gold.length; i++) {
    const first = example.starts[i] as number;
    for (let k = first; k < (example.starts[i + 1] as number); k++) {
      const id = renumber[example.features[k] as number] as number;
      if (id < 0) continue;
      features.push(id);
      if (k - first < (example.lexical?.[i] ?? 0)) lexical[i] = (lexical[i] as number) + 1;
    }
    starts[i + 1] = features.length;
  }
  return { ...example, starts, lexical, features: Int32Array.from(features) };
}

function packModel(
  resources: Resources,
  hashes: Int32Array,
  weights: Float32Array,
  transitions: Float32Array,
  roles: { readonly starts: ReadonlySet<number>; readonly never: ReadonlySet<number> },
  seen: Table,
  options: LearnOptions,
): ModelFile {
  let most = 0;
  for (const w of weights) most = Math.max(most, Math.abs(w));
  const scale = most / 127;
  const least = options.prune;
  const order = Array.from(hashes.keys()).sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
  const keys: number[] = [];
  const masks: number[] = [];
  const values: number[] = [];
  for (const f of order) {
    let mask = 0;
    for (let l = 0; l < LABELS; l++) {
      const w = weights[f * LABELS + l] as number;
      const stored = Math.round(w / scale);
      if (Math.abs(w) < least || stored === 0) continue;
      mask |= 1 << l;
      values.push(stored);
    }
    if (mask === 0) continue;
    keys.push(hashes[f] as number);
    masks.push(mask);
  }
  options.log?.(`${keys.length} features with ${values.length} weights kept, largest ${most.toFixed(2)}`);
  const sections = new Map<string, Section>([
    ['transitions', transitions],
    ['features', Int32Array.from(keys)],
    ['masks', Int32Array.from(masks)],
    ['weights', Int8Array.from(values)],
    ['phrases', resources.phrases.keys],
    ['phraseBits', resources.phrases.values],
    ['seen', seen.keys],
    ['seenBits', seen.values],
    ['words', resources.words.keys],
    ['wordStatistics', resources.words.values],
    ['starts', Int32Array.from(roles.starts).sort()],
    ['never', Int32Array.from(roles.never).sort()],
  ]);
  const taken = options.least && TYPES.map((type) => options.least?.[type] ?? 0);
  return { meta: { language: resources.pack.id, format: FORMAT, scale, ...(taken && { least: taken }) }, sections };
}
