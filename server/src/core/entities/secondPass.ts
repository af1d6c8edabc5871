import type { PlacedParagraph } from '../document';
import { packed } from '../packed';
import { type ChainFeatures, type DocumentEvidence, NO_EVIDENCE } from './document/evidence';
import type { PhraseLists } from './lexicon';
import type { TagModel } from './model/tagModel';
import type { EntityPack } from './pack';
import { NAME_REFINERS } from './refiners';
import { refineNames } from './refiners/refiner';
import type { PlacedName, TaggedParagraph } from './taggedParagraph';
import { type NameSpan, namesOfChain, reviseChain, type TaggedChain, type TaggedSentence } from './tagger';

/** The second look at a paragraph, with what the rest of the document says. */
export interface SecondPass {
  /**
   * The names of a paragraph in text order, after the refiners of sentences; offsets count in the paragraph.
   * @param pass - what the first pass made of it
   * @param memory - what it keeps of just this paragraph for the next time
   */
  namesIn(
    pass: TaggedParagraph,
    paragraph: PlacedParagraph,
    evidence: DocumentEvidence,
    memory: SecondPassMemory,
  ): readonly PlacedName[];
}

/** Makes the second pass of a language: {@link createSecondPass}, or one that says itself what was found. */
export type MakePass = (model: TagModel, phrases: PhraseLists, pack: EntityPack) => SecondPass;

/** What was made of a chain, and what the document had said of it; undefined where it said nothing. */
interface RevisedChain {
  readonly features: ChainFeatures | undefined;
  readonly names: readonly NameSpan[];
}

/** What was made of a paragraph; filled and read by the second pass alone. */
export interface SecondPassMemory {
  /** For each chain of each sentence. */
  readonly chains: RevisedChain[];
  /** As long as the document says the same of every chain. */
  names: readonly PlacedName[] | undefined;
}

const NO_NAMES: readonly PlacedName[] = [];
/** Of most chains the document says nothing, and they hold no name. */
const PLAIN: RevisedChain = { features: undefined, names: [] };

/**
 * Makes the second pass of a language. It remembers what it made of a paragraph as long as the document says the same of
 * it, since an edit changes little elsewhere; what the first pass made is never written to.
 */
export const createSecondPass: MakePass = (model, phrases, pack) => {
  const refine = sentenceRefiner(phrases, pack);

  return {
    namesIn(pass, paragraph, evidence, memory) {
      if (pass.sentences.length === 0) return NO_NAMES;
      // of a model that asks nothing of the document the names are the same for ever
      if (memory.names !== undefined && evidence === NO_EVIDENCE) return memory.names;
      if (reviseChains(pass, memory.chains, evidence)) memory.names = undefined;
      memory.names ??= namesOf(pass, memory.chains, paragraph.view.text);
      return memory.names;
    },
  };

  /** Brings what is remembered of a paragraph's chains up to date, and says whether anything changed. */
  function reviseChains({ sentences }: TaggedParagraph, chains: RevisedChain[], evidence: DocumentEvidence): boolean {
    let changed = false;
    let at = 0;
    for (const sentence of sentences) {
      for (const chain of sentence.chains) {
        const features = evidence.features(chain);
        const known = chains[at];
        if (known === undefined || !areSame(known.features, features)) {
          chains[at] = revised(sentence, chain, features);
          changed = true;
        }
        at++;
      }
    }
    return changed;
  }

  function revised(sentence: TaggedSentence, chain: TaggedChain, features: ChainFeatures | undefined): RevisedChain {
    const names = features
      ? namesOfChain(sentence, reviseChain(chain, features, model), model)
      : namesOfChain(sentence, chain, model, chain.labels);
    return features === undefined && names.length === 0 ? PLAIN : { features, names: packed(names) };
  }

  function namesOf({ sentences }: TaggedParagraph, chains: readonly RevisedChain[], text: string): readonly PlacedName[] {
    const all: PlacedName[] = [];
    let at = 0;
    for (const sentence of sentences) {
      const found: NameSpan[] = [];
      for (const end = at + sentence.chains.length; at < end; at++) found.push(...(chains[at] as RevisedChain).names);
      if (found.length === 0 && sentence.listed.length === 0 && sentence.capitals.length === 0) continue;
      refine(all, found, sentence, text);
    }
    return packed(all);
  }
};

/** Adds to a paragraph's names those of a sentence as the refiners leave them. */
type SentenceRefiner = (all: PlacedName[], found: readonly NameSpan[], sentence: TaggedSentence, text: string) => void;

/** Makes what a language's refiners make of the names found in a sentence of a paragraph with such a text. */
export function sentenceRefiner(phrases: PhraseLists, pack: EntityPack): SentenceRefiner {
  const refiners = NAME_REFINERS.filter((refiner) => refiner.appliesTo?.(pack) !== false);
  return (all, found, sentence, text) => {
    for (const { start, end, type, confidence, from, to } of refineNames(refiners, found, { sentence, text, phrases, pack })) {
      all.push({ start, end, type, confidence, words: { sentence, from, to } });
    }
  };
}

function areSame(a: ChainFeatures | undefined, b: ChainFeatures | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
