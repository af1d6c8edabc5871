import type { EntityType } from '../analysis';
import type { ParagraphView } from '../document';
import { packed } from '../packed';
import type { Span } from '../span';
import type { Token } from '../text/tokens';
import type { ChainFeatures, PassedChain } from './document/evidence';
import { foldWord, KIND, type PhraseLists } from './lexicon';
import { hashString } from './model/hash';
import { LABELS, TYPES } from './model/labels';
import type { SentenceView } from './model/sentenceView';
import type { ScoredChain, TagModel } from './model/tagModel';
import { FLAG, type WordInfo } from './model/wordInfo';
import type { EntityPack } from './pack';
import { type CompoundTest, joinWords, type Word } from './words';

/** A sentence cut into the words that the model labels. */
export interface TaggedSentence {
  readonly words: readonly Word[];
  /** What the model knows of each of the words. */
  readonly infos: readonly WordInfo[];
  readonly chains: readonly TaggedChain[];
  /** Phrases of the lists, of two words or more, that begin with a capital. */
  readonly listed: readonly ListedPhrase[];
  /** Indices of the words with a capital, without the small words that begin a sentence. */
  readonly capitals: readonly number[];
}

/** A stretch of active words with the labels it was given. */
export interface TaggedChain extends ScoredChain, PassedChain {
  readonly words: readonly WordInfo[];
}

/** A phrase of the lists in a sentence. */
export interface ListedPhrase {
  /** Index of its first word. */
  readonly from: number;
  /** How many words it has. */
  readonly length: number;
  /** What the lists know it as, see KIND. */
  readonly bits: number;
}

/** A name in a sentence; offsets count from the paragraph's start. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  /** How often names of which the model was as sure were right. */
  readonly confidence: number;
  /** The words that lie wholly within it, `from` to `to` (exclusive): none where it is a part of a word. */
  readonly from: number;
  readonly to: number;
}

const PLACE_KINDS = (1 << KIND.country) | (1 << KIND.city) | (1 << KIND.town) | (1 << KIND.region) | (1 << KIND.acronym);

/** Whether all parts of a compound are names by the lists while the whole is not one: Paris-Moscou, not Saint-Denis. */
export function compoundTest(phrases: PhraseLists): CompoundTest {
  return (parts) => {
    const whole = phrases.bits([hashString(foldWord(parts.join('-')))]);
    if (whole !== 0) return false;
    return parts.every((part) => (phrases.bits([hashString(foldWord(part))]) & PLACE_KINDS) !== 0);
  };
}

/** Cuts a paragraph into sentences of words. */
export function sentenceWords(view: ParagraphView, pack: EntityPack, splits: CompoundTest): Word[][] {
  const rules = { prefixes: pack.prefixes, splits };
  const result: Word[][] = [];
  let at = 0;
  for (const sentence of creditAndRest(view, pack)) {
    const from = at;
    while (at < view.tokens.length && (view.tokens[at] as Token).start < sentence.end) at++;
    if (at > from) result.push(joinWords(view.tokens, rules, from, at));
  }
  return result;
}

/** In a caption the sentence begins after the photographer's name, where no full stop tells: © Agence/ Anne Rey Le maire … */
function creditAndRest(view: ParagraphView, pack: EntityPack): readonly Span[] {
  if (!view.text.startsWith('©')) return view.sentences;
  const first = view.sentences[0];
  if (first === undefined) return view.sentences;
  const cut = view.tokens.find((token, i) => {
    const before = view.tokens[i - 1];
    return (
      token.start < first.end &&
      before?.kind === 'word' &&
      /^\p{Lu}/u.test(before.text) &&
      /^\p{Lu}/u.test(token.text) &&
      pack.functionWords.has(foldWord(token.text))
    );
  });
  if (cut === undefined) return view.sentences;
  return [{ start: first.start, end: cut.start }, { start: cut.start, end: first.end }, ...view.sentences.slice(1)];
}

/** Cuts and scores a paragraph, and takes the first pass's decision. */
export function scoreParagraph(view: ParagraphView, model: TagModel, pack: EntityPack, splits: CompoundTest): TaggedSentence[] {
  return sentenceWords(view, pack, splits).map((words) => tagSentence(words, model, model.labelled));
}

// indices of the capitalised words of the sentence that was tagged last
const capitals: number[] = [];

/**
 * The first pass over a sentence's words.
 * @param labelled - whether somebody asks for the chains' labels
 */
export function tagSentence(words: readonly Word[], model: TagModel, labelled = true): TaggedSentence {
  const infos: WordInfo[] = [];
  let capital = 0;
  for (let i = 0; i < words.length; i++) {
    const info = model.describe(words[i] as Word);
    infos.push(info);
    if ((info.flags & (FLAG.capital | FLAG.opens)) === FLAG.capital) capitals[capital++] = i;
  }
  const view = model.view(infos);
  const scored = model.score(view);
  if (scored.length === 0) return { words, infos, chains: NONE, listed: NONE, capitals: NONE };
  const chains: TaggedChain[] = [];
  for (const chain of scored) {
    const { from, length, scores } = chain;
    chains.push({
      from,
      length,
      scores,
      words: infos.slice(from, from + length),
      labels: labelled ? model.decode(chain) : UNLABELLED,
    });
  }
  return {
    words: packed(words),
    infos: packed(infos),
    chains: packed(chains),
    listed: listedPhrases(view),
    capitals: capitals.slice(0, capital),
  };
}

/** The phrases that a view lists as numbers, in threes. */
function listedPhrases({ listed }: SentenceView): readonly ListedPhrase[] {
  if (listed.length === 0) return NONE;
  const phrases: ListedPhrase[] = [];
  for (let k = 0; k < listed.length; k += 3) {
    phrases.push({ from: listed[k] as number, length: listed[k + 1] as number, bits: listed[k + 2] as number });
  }
  return packed(phrases);
}

const NONE: readonly never[] = [];
const UNLABELLED = new Uint8Array(0);

// scores of the chain that was revised last
let revision = new Float32Array(64 * LABELS);

/**
 * The second pass over a chain: the first one's scores and what the rest of the document says. Its scores stand in
 * memory that the next one is revised in.
 */
export function reviseChain(chain: ScoredChain, features: ChainFeatures, model: TagModel): ScoredChain {
  const { from, length } = chain;
  if (revision.length < length * LABELS) revision = new Float32Array(2 * length * LABELS);
  revision.set(chain.scores);
  for (let k = 0; k < features.length; k += 2) {
    model.addEvidence(features[k + 1] as number, revision, (features[k] as number) * LABELS);
  }
  return { from, length, scores: revision };
}

/**
 * The names of a chain.
 * @param labels - the chain's most probable labels, where they are known
 */
export function namesOfChain(
  sentence: TaggedSentence,
  chain: ScoredChain,
  model: TagModel,
  labels?: Uint8Array,
): readonly NameSpan[] {
  const names = model.names(chain, labels);
  if (names.length === 0) return NONE;
  return names.map(({ from, to, type, probability }): NameSpan => {
    return {
      start: (sentence.words[chain.from + from] as Word).start,
      end: (sentence.words[chain.from + to - 1] as Word).end,
      type: TYPES[type] as EntityType,
      confidence: model.calibrated(type, probability),
      from: chain.from + from,
      to: chain.from + to,
    };
  });
}
