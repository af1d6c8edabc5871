import { foldWord, PREFIX_BIT, phraseHash, SEEN_FAMILY_NAME, SEEN_OFTEN } from '../src/core/entities/lexicon';
import { hashString } from '../src/core/entities/model/hash';
import { OUTSIDE, positionOf, typeOf } from '../src/core/entities/model/labels';
import type { Word } from '../src/core/entities/words';

/** A sentence with its labels and the block that it is from. */
export interface LabelledSentence {
  readonly words: readonly Word[];
  readonly gold: Uint8Array;
  readonly block: string;
  readonly document: string;
}

interface Sighting {
  readonly bit: number;
  /** Documents by block. */
  readonly blocks: Map<string, Set<string>>;
}

const OFTEN = 3;

/** Names of the training data. */
export interface SeenNames {
  /** The table of names seen in any block but one: a model must learn what a name's having been seen *elsewhere* is worth. */
  without(block: string | undefined): { keys: Int32Array; values: Int32Array };
}

/** Collects the names of labelled sentences. */
export function collectSeen(sentences: readonly LabelledSentence[]): SeenNames {
  const names = new Map<string, Sighting[]>();
  const add = (words: readonly Word[], bit: number, { block, document }: LabelledSentence): void => {
    const key = words.map((word) => foldWord(word.text)).join(' ');
    let sightings = names.get(key);
    if (sightings === undefined) {
      sightings = [];
      names.set(key, sightings);
    }
    let sighting = sightings.find((known) => known.bit === bit);
    if (sighting === undefined) {
      sighting = { bit, blocks: new Map() };
      sightings.push(sighting);
    }
    const documents = sighting.blocks.get(block) ?? new Set();
    documents.add(document);
    sighting.blocks.set(block, documents);
  };
  for (const sentence of sentences) {
    const { words, gold } = sentence;
    for (let i = 0; i < words.length; i++) {
      const label = gold[i] as number;
      if (label === OUTSIDE) continue;
      let to = i + 1;
      if (positionOf(label) === 0) while (to < words.length && positionOf(gold[to - 1] as number) !== 2) to++;
      if (to - i <= 8) add(words.slice(i, to), typeOf(label), sentence);
      if (typeOf(label) === 0 && to - i > 1) add(words.slice(to - 1, to), SEEN_FAMILY_NAME, sentence);
      i = to - 1;
    }
  }
  return { without: (block) => table(names, block) };
}

function table(
  names: ReadonlyMap<string, readonly Sighting[]>,
  block: string | undefined,
): { keys: Int32Array; values: Int32Array } {
  const bits = new Map<number, number>();
  for (const [key, sightings] of names) {
    let kinds = 0;
    for (const { bit, blocks } of sightings) {
      let documents = 0;
      for (const [other, inBlock] of blocks) if (other !== block) documents += inBlock.size;
      if (documents > 0) kinds |= 1 << bit;
      if (documents >= OFTEN && bit < SEEN_OFTEN) kinds |= 1 << (bit + SEEN_OFTEN);
    }
    if (kinds === 0) continue;
    const words = key.split(' ');
    let hash = 0;
    words.forEach((word, i) => {
      hash = phraseHash(hash, hashString(word));
      bits.set(hash, (bits.get(hash) ?? 0) | (i === words.length - 1 ? kinds : PREFIX_BIT));
    });
  }
  const keys = Int32Array.from(bits.keys()).sort();
  return { keys, values: keys.map((key) => bits.get(key) as number) };
}
