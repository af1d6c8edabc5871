import { CLASS } from '../lexicon/wordClasses';
import { joinTitle } from './insertions';
import { governedPhrase, phraseEndingAt, voiceBefore } from './nounPhraseSearch';
import { describes, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { segmentStart } from './segments';

/** The phrase that a relative pronoun takes up: "le maire, *qui*". */
export function antecedent(words: ParagraphWords, relative: number, floor: number): Phrase | undefined {
  const end = words.at(relative - 1) === ',' ? relative - 1 : relative;
  if (end <= floor) return undefined;
  const start = segmentStart(words, end - 1, floor);
  const near = phraseEndingAt(words, start, end, floor) ?? governedPhrase(words, start, end);
  if (near === undefined) return words.features.detachedSubjects ? voiceBefore(words, start, end) : undefined;
  // "a report on Monday, which said"
  if (words.features.bareTimeAdverbs && words.is(near.end - 1, CLASS.time)) return voiceBefore(words, start, near.start) ?? near;
  return joinTitle(words, personWithPlace(words, start, near) ?? near, floor);
}

/** "le chef de mission pour la Sagoura, qui estime": who has a voice, not where that is. */
function personWithPlace(words: ParagraphWords, start: number, near: Phrase): Phrase | undefined {
  if (near.start <= start || !words.is(near.start - 1, CLASS.preposition) || describes(words, near)) return undefined;
  const whole = nounPhraseAt(words, start, near.end, 'left');
  if (whole === undefined || whole.end < near.start - 1 || whole.kind === 'pronoun') return undefined;
  return describes(words, whole) ? { start, end: near.end, kind: whole.kind } : undefined;
}
