import { CLASS, CUE, FINITE, GERUND, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { isFiniteVerb } from './finiteVerbs';
import { describes, isBareName, nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';
import { segmentStart } from './segments';

const MAX_INSERTIONS = 7;

/** Over relatives, participles, ages and adverbials between commas, back to the subject. `comma` stands before the verb. */
export function acrossInsertions(words: ParagraphWords, comma: number, floor: number): Phrase | undefined {
  let end = comma;
  let best: Phrase | undefined;
  for (let turn = 0; turn < MAX_INSERTIONS && end > floor; turn++) {
    const start = segmentStart(words, end - 1, floor);
    const phrase = isSecondOffice(words, start) ? undefined : insertionHead(words, start, end);
    const joined = best === undefined ? phrase : joinBefore(words, phrase, best);
    if (best !== undefined && joined === undefined) return best;
    best = joined;
    if (words.at(start - 1) !== ',') break;
    end = start - 1;
  }
  return best;
}

/** A phrase with what was found after it, where the two are one; undefined where they are not. */
function joinBefore(words: ParagraphWords, phrase: Phrase | undefined, best: Phrase): Phrase | undefined {
  if (phrase === undefined) return undefined;
  // "le maire, lui, affirme"
  if (phrase.kind !== 'pronoun' && isEmphatic(words, best)) return phrase;
  if (areApposed(words, phrase, best)) return { start: phrase.start, end: best.end, kind: 'name' };
  return isBareDescription(words, best) ? { ...phrase, end: best.end } : undefined;
}

/** lui, elle, eux between commas: whose they are stands before. */
const isEmphatic = (words: ParagraphWords, { start, kind }: Phrase): boolean =>
  kind === 'pronoun' && words.pack.inversion && words.is(start, CLASS.oblique);

/** "le maire de Sagre, ville de Bretagne,": a noun without an article says what the words before it are. */
const isBareDescription = (words: ParagraphWords, { start, kind }: Phrase): boolean =>
  kind !== 'pronoun' &&
  words.pack.inversion &&
  words.isWord(start) &&
  !words.isCapital(start) &&
  !words.is(start, CLASS.determiner | CLASS.indefinite | CLASS.of);

/** "Ann Dube, head of the mill, and chair of the council, says" */
const isSecondOffice = (words: ParagraphWords, start: number): boolean =>
  words.features.detachedSubjects &&
  words.is(start, CLASS.conjunction) &&
  words.at(start - 1) === ',' &&
  words.isHuman(start + 1);

/**
 * "Le ministre de la Justice, Jean Dupont": a name takes in the title before its comma, "Ann Reed, head of the Arden Mills (AM)"
 * without a second comma the name.
 */
export function joinTitle(words: ParagraphWords, phrase: Phrase, floor: number): Phrase {
  if (words.at(phrase.start - 1) !== ',') return phrase;
  if (!isBareName(words, phrase)) return isBareOffice(words, phrase) ? joinName(words, phrase, floor) : phrase;
  const comma = phrase.start - 1;
  const title = insertionHead(words, segmentStart(words, comma - 1, floor), comma);
  if (title?.end !== comma || !describes(words, title) || isBareName(words, title)) return phrase;
  return { start: title.start, end: phrase.end, kind: 'name' };
}

/** "head of the Arden Mills": a noun for people without an article, and its complement. */
const isBareOffice = (words: ParagraphWords, { start }: Phrase): boolean =>
  words.isHuman(start) && !words.isCapital(start) && words.is(start + 1, CLASS.of);

function joinName(words: ParagraphWords, office: Phrase, floor: number): Phrase {
  const comma = office.start - 1;
  const name = insertionHead(words, segmentStart(words, comma - 1, floor), comma);
  return name?.end === comma && isBareName(words, name) ? { start: name.start, end: office.end, kind: 'name' } : office;
}

/** The noun phrase that a segment consists of; undefined for relatives, adverbials and clauses. */
function insertionHead(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  const start = afterOpening(words, from, end);
  if (start >= end || opensAdverbial(words, start) || opensVerbPhrase(words, start)) return undefined;
  const phrase = nounPhraseAt(words, start, end, 'left');
  if (phrase === undefined || (phrase.kind !== 'pronoun' && !canHead(words, phrase))) return undefined;
  if (phrase.end < end && isFiniteVerb(words, phrase.end)) return undefined;
  // "34 ans"
  return words.tokens[start]?.kind === 'number' && phrase.kind === 'description' ? undefined : phrase;
}

function afterOpening(words: ParagraphWords, from: number, end: number): number {
  let start = from;
  while (start < end && words.opens(start) === undefined && isOpening(words, start)) start++;
  return start;
}

/** A conjunction, an adverb or punctuation at a segment's head. */
const isOpening = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.conjunction) ||
  (words.isAdverb(i) && !words.is(i, CLASS.indefinite)) ||
  words.tokens[i]?.kind === 'punctuation';

/** "qui …", "à Lens", "quand …", "lundi" */
const opensAdverbial = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.relative | CLASS.subordinator | CLASS.time | CLASS.that) ||
  (words.lists.beforeTime.has(words.at(i)) && words.is(i + 1, CLASS.time)) ||
  (words.is(i, CLASS.preposition) && !isPluralArticle(words, i));

/** "né à Lens", "représentant le port" */
const opensVerbPhrase = (words: ParagraphWords, i: number): boolean =>
  words.has(i, GERUND) || (words.has(i, PARTICIPLE) && !words.isCapital(i)) || (words.has(i, INFINITIVE) && !words.isHuman(i));

/** Whether two phrases with a comma between them name one thing: one of them describes, the other names. */
function areApposed(words: ParagraphWords, first: Phrase, second: Phrase): boolean {
  if (first.kind === 'pronoun') return false;
  const firstName = isBareName(words, first);
  const secondName = isBareName(words, second);
  if (firstName && secondName) return false;
  return firstName || secondName || (first.kind === 'name' && (describes(words, second) || isClassed(words, second)));
}

/** "the Arden Brigades, a network of groups, said": an article and small letters say what a name is. */
const isClassed = (words: ParagraphWords, { start, kind }: Phrase): boolean =>
  kind === 'description' && words.is(start, CLASS.determiner) && !words.isCapital(start) && !words.isCapital(start + 1);

/** A subject begins with an article, a name or a noun for people; a bare adjective or participle is not one. */
export function canHead(words: ParagraphWords, phrase: Phrase): boolean {
  const { start } = phrase;
  // "according to state media"
  if (isBareVerb(words, phrase) || words.info[start]?.attributions !== undefined) return false;
  if (words.features.bareNounSubjects || phrase.end === start) return true;
  if (words.is(start, CLASS.determiner | CLASS.indefinite) || isPluralArticle(words, start)) return true;
  if (words.tokens[start]?.kind === 'number') return true;
  if (words.isHuman(start) || words.is(start, CLASS.institution | CLASS.source)) return true;
  if (words.isCapital(start)) return start > 0 || phrase.end - start > 1 || !words.has(start, PARTICIPLE);
  return words.opens(start) !== undefined || words.isHuman(start + 1);
}

/**
 * "Reed, the mayor, | acknowledged that it leaks but said …", "warned hospitals and | asked staff to stay", "vowing": a verb
 * that looks like a participle, alone or with whom it addresses.
 */
function isBareVerb(words: ParagraphWords, { start, end }: Phrase): boolean {
  if (!words.features.participlePasts || words.isCapital(start) || words.isHuman(start)) return false;
  if (words.has(start, GERUND)) return end === start + 1;
  if (!words.has(start, FINITE) || !words.has(start, PARTICIPLE)) return false;
  return end === start + 1 || ((words.verb(start)?.senses ?? 0) & (CUE.takesAddressee | CUE.requests)) !== 0;
}

/** des, d'autres, de nombreux: prepositions in form, articles at the head of a clause. */
export const isPluralArticle = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.of) && (words.is(i, CLASS.determiner) || words.is(i + 1, CLASS.many));

/** "The mayor and the police both said": a quantifier after the noun that it counts. */
export const isFloating = (words: ParagraphWords, k: number): boolean =>
  words.lists.floating.has(words.at(k)) &&
  words.isWord(k - 1) &&
  !words.is(k - 1, CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction | CLASS.that | CLASS.subordinator);
