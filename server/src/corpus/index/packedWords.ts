import type { NumberedWords, SearchDocument, Stretch, Vocabulary } from '../searchDocument';
import { Reader, varints } from './varints';

/** The words of an article as they are counted and searched: each as its place among the article's own, with where sentences and paragraphs are. */
export interface PlacedWords {
  /** Of each token: its place in the article's list of different forms. */
  readonly places: Uint32Array;
  readonly sentences: readonly number[];
  readonly paragraphs: readonly number[];
}

/** @param forms - the article's different forms, each once. */
export function placedWords(document: SearchDocument, forms: Iterable<string>): PlacedWords {
  const placeOf = new Map<string, number>();
  for (const form of forms) placeOf.set(form, placeOf.size);
  return {
    places: Uint32Array.from(document.forms, (form) => placeOf.get(form) as number),
    sentences: distances(document.sentences),
    paragraphs: distances(document.paragraphs),
  };
}

/** Of each stretch: how far it begins from the end of the one before, which may be before it, and its length. */
function distances(stretches: readonly Stretch[]): readonly number[] {
  let end = 0;
  return stretches.flatMap(({ first, last }) => {
    const gap = first - end;
    end = last;
    return [gap >= 0 ? 2 * gap : -2 * gap - 1, last - first];
  });
}

/**
 * Lays words out as bytes: how many tokens, sentences and paragraphs there are, these, and the number of each token's form.
 *
 * @param numberOf - the number of a form in the index, by its place in the article's list.
 */
export function packWords({ places, sentences, paragraphs }: PlacedWords, numberOf: readonly number[]): Uint8Array {
  const head = [places.length, sentences.length, paragraphs.length, ...sentences, ...paragraphs];
  return Buffer.concat([varints(head), varints(places.map((place) => numberOf[place] as number))]);
}

/** What {@link packWords} made bytes of. */
export function unpackWords(bytes: Uint8Array, vocabulary: Vocabulary): NumberedWords {
  const reader = new Reader(bytes, 0);
  const [tokens, sentences, paragraphs] = [reader.next(), reader.next(), reader.next()];
  const [ofSentences, ofParagraphs] = [reader.numbers(sentences), reader.numbers(paragraphs)];
  return {
    vocabulary,
    sentences: stretches(ofSentences),
    paragraphs: stretches(ofParagraphs),
    numbers: reader.numbers(tokens),
  };
}

function stretches(numbers: Uint32Array): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0, end = 0; i < numbers.length; i += 2) {
    const gap = numbers[i] as number;
    const first = end + (gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2);
    end = first + (numbers[i + 1] as number);
    found.push({ first, last: end });
  }
  return found;
}
