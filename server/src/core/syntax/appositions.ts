import { CLASS, FINITE } from '../lexicon/wordClasses';
import { isBareName, nounPhraseAt, type Phrase, type Side } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

/** The phrase with the appositions behind it: ", le ministre des Transports", ", Nikolaï Patrouchev", ", 34 ans". */
export function withApposition(words: ParagraphWords, phrase: Phrase, limit: number, side: Side): Phrase {
  let { end, kind } = phrase;
  if (kind === 'pronoun') return phrase;
  for (let turn = 0; turn < 3; turn++) {
    if (words.at(end) !== ',' || end + 1 >= limit) break;
    const bare = kind === 'name' && isBareName(words, { start: phrase.start, end, kind });
    const next = appositionAt(words, end + 1, limit, { start: phrase.start, end, kind: bare ? 'name' : 'description' }, side);
    if (next === undefined) break;
    end = next.end;
    if (next.kind === 'name') kind = 'name';
  }
  return { start: phrase.start, end, kind };
}

function appositionAt(words: ParagraphWords, at: number, limit: number, before: Phrase, side: Side): Phrase | undefined {
  const { kind } = before;
  const aged = words.tokens[at]?.kind === 'number' && words.lists.years.has(words.at(at + 1));
  if (aged) return { start: at, end: words.lists.old.has(words.at(at + 2)) ? at + 3 : at + 2, kind: 'description' };
  if (words.tokens[at]?.kind === 'number' && kind === 'name' && words.at(at + 1) === ',' && !words.pack.inversion)
    return { start: at, end: at + 1, kind: 'description' };
  if (!words.isWord(at) || words.is(at, CLASS.subject) || words.isAdverb(at) || isVerbForm(words, at)) return undefined;
  const short = nounPhraseAt(words, at, limit, side);
  if (short === undefined || short.kind === 'pronoun') return undefined;
  const next = side === 'left' ? overComplement(words, short, limit) : short;
  if (!closesApposition(words, next.end, limit, side)) return undefined;
  if (next.kind === 'name' && isBareName(words, next))
    return (kind === 'description' && hasHuman(words, before)) || hasHuman(words, next) ? next : undefined;
  return hasHuman(words, next) || (words.is(at, CLASS.determiner) === false && words.is(at + 1, CLASS.of)) ? next : undefined;
}

/** "…, continuera de se battre": a form that no noun has; "guide de montagne" may be either. */
function isVerbForm(words: ParagraphWords, i: number): boolean {
  if (!words.has(i, FINITE)) return false;
  return words.is(i, CLASS.modal) || words.pack.finiteEndings.some((ending) => words.at(i).endsWith(ending));
}

/** "soutien de X à la primaire": a complement with another preposition, up to the comma. */
function overComplement(words: ParagraphWords, phrase: Phrase, limit: number): Phrase {
  if (!words.isWord(phrase.end)) return phrase;
  for (let i = phrase.end; i < Math.min(limit, phrase.end + 8); i++) {
    if (words.at(i) === ',') return { ...phrase, end: i };
    if (
      !words.isWord(i) ||
      (words.has(i, FINITE) && !words.is(i - 1, CLASS.determiner)) ||
      words.is(i, CLASS.auxiliary) ||
      words.is(i, CLASS.being) ||
      words.is(i, CLASS.that) ||
      words.is(i, CLASS.relative)
    )
      break;
  }
  return phrase;
}

function hasHuman(words: ParagraphWords, phrase: Phrase): boolean {
  const until = Math.min(phrase.end, phrase.start + 5);
  for (let i = phrase.start; i < until; i++) {
    if (words.isHuman(i) || words.is(i, CLASS.institution)) return true;
    // "l'une des chercheuses", "les propos du directeur": the noun behind de is who
    const passes = words.lists.one.has(words.at(i - 1)) || words.is(i - 1, CLASS.mouthpiece);
    if (i > phrase.start && words.is(i, CLASS.of) && !passes) return false;
  }
  return false;
}

function closesApposition(words: ParagraphWords, end: number, limit: number, side: Side): boolean {
  if (end >= limit) return true;
  const token = words.tokens[end];
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return true;
  if (words.is(end, CLASS.relative) || words.is(end, CLASS.time)) return true;
  return side === 'right' && words.is(end, CLASS.preposition);
}
