import type { AttributionPhrase } from '../../lexicon/wordClasses';
import { CLASS, FINITE, GERUND, PARTICIPLE } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { QuoteWords, Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';

/** A phrase that names a source: "selon X", commas around it included. */
export interface SourcePhrase extends Range {
  readonly site: Site;
  /** selon */
  readonly cue: Range;
  /** X */
  readonly source: Phrase;
}

/** The same with what its exceptions ask. */
export interface SourceDraft extends SourcePhrase {
  readonly phrase: AttributionPhrase;
  /** The source without appositions and what else describes it. */
  readonly name: Phrase;
  /** The source with its appositions. */
  readonly described: Phrase;
  /** At the head of its clause. */
  readonly initial: boolean;
}

/** The phrase that begins at a token, with the noun phrase after it. */
export function sourcePhraseAt(site: Site, start: number): SourceDraft | undefined {
  const { words, sentence } = site;
  const phrase = phraseAt(words, start);
  if (phrase === undefined) return undefined;
  const cue = { start, end: start + phrase.words.length };
  const initial = isInitial(words, start, sentence.start);
  const name = nameAfter(site, cue.end, initial);
  if (name === undefined) return undefined;
  const described = withAppositions(site, { cue, name, initial });
  const whole = withAffiliation(words, described, sentence.end);
  const end = overReduced(words, whole, sentence.end);
  return {
    site,
    phrase,
    cue,
    initial,
    name,
    described,
    source: { ...whole, end },
    start: !initial && words.at(start - 1) === ',' ? start - 1 : start,
    end: overRelative(site, end, initial),
  };
}

/** The phrase (selon, d'après) that begins at a token. */
const phraseAt = (words: QuoteWords, i: number): AttributionPhrase | undefined =>
  words.info[i]?.attributions?.find(
    (phrase) =>
      phrase.words.every((word, k) => words.at(i + k) === word) &&
      !(phrase.trailing && words.at(i - 1) !== ',' && words.closes(i - 1) === undefined),
  );

function nameAfter({ words, sentence }: Site, at: number, initial: boolean): Phrase | undefined {
  const medium = nameInMarks(words, at);
  if (medium !== undefined) return medium;
  const near = nounPhraseAt(words, at, sentence.end, 'left');
  const bare = near ?? nounPhraseAt(words, at, sentence.end, 'right');
  if (bare?.start !== at) return undefined;
  return initial || words.at(bare.end) === ',' ? bare : (nounPhraseAt(words, at, sentence.end, 'right') ?? bare);
}

const LONGEST_NAME = 6;

/** "Selon « Grand Large », …": a short name in marks, and words after it that are not the same clause. */
function nameInMarks(words: QuoteWords, at: number): Phrase | undefined {
  const span = words.opens(at);
  if (span === undefined || !span.closed || span.close - at > LONGEST_NAME || !words.isCapital(at + 1)) return undefined;
  return isTitleInMarks(words, words.marks.inside[at] as number) ? { start: at, end: span.close + 1, kind: 'name' } : undefined;
}

/** At the head of its clause: after nothing, a conjunction, a colon or an adverb. */
function isInitial(words: QuoteWords, i: number, floor: number): boolean {
  let k = i - 1;
  while (k >= floor && k > i - 4 && isLink(words, k)) {
    if (words.at(k) === ',' && k > floor && !words.isAdverb(k - 1) && !words.is(k - 1, CLASS.conjunction)) return false;
    k--;
  }
  return k < floor || /^[:;(]$/.test(words.at(k));
}

const isLink = (words: QuoteWords, k: number): boolean =>
  words.is(k, CLASS.conjunction | CLASS.that) || words.isAdverb(k) || /^[-–—,]$/.test(words.at(k));

interface NamedSource {
  readonly cue: Range;
  readonly name: Phrase;
  readonly initial: boolean;
}

/** The name with its appositions, where what follows the comma is one. */
function withAppositions({ words, sentence }: Site, named: NamedSource): Phrase {
  const { cue, name, initial } = named;
  const whole = withApposition(words, name, sentence.end, 'left');
  // "C'est, selon la presse, son meilleur match": what the verb says
  if (words.at(cue.start - 1) === ',' && words.is(cue.start - 2, CLASS.being)) return name;
  return initial && whole.end > name.end && beginsClause(words, name, whole) ? name : whole;
}

/** Whether the noun phrase after a source's comma is the subject of the clause that is the source's. */
const beginsClause = (words: QuoteWords, name: Phrase, whole: Phrase): boolean =>
  // "Selon X, le président a …"
  (words.at(whole.end) !== ',' && words.opens(whole.end) === undefined) ||
  // "Selon Radio-Sagre, un premier bilan fait état de …, qui …"
  holdsVerb(words, name.end + 1, whole.end) ||
  // "Selon la police, les quatre blessés, …": no person and no name stands before it
  (name.kind === 'description' && !describesPerson(words, name));

/** Whether a range holds what can be a verb where no noun can stand. */
function holdsVerb(words: QuoteWords, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (words.has(i, FINITE) && !words.isCapital(i) && !words.isHuman(i) && !isNominalPlace(words, i)) return true;
  return false;
}

const isNominalPlace = (words: QuoteWords, i: number): boolean =>
  words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction) || !words.isWord(i - 1);

function describesPerson(words: QuoteWords, phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end && !(words.is(i, CLASS.of) && i > phrase.start); i++)
    if (words.isHuman(i)) return true;
  return false;
}

/** "Selon Anne Morel, de l'université de Marnes, …": where somebody is from, up to the next pause. */
function withAffiliation(words: QuoteWords, source: Phrase, limit: number): Phrase {
  const at = source.end + 1;
  if (source.kind !== 'name' || words.at(source.end) !== ',' || !words.is(at, CLASS.of)) return source;
  const place = nounPhraseAt(words, words.is(at + 1, CLASS.determiner) ? at + 1 : at, limit, 'left');
  if (place === undefined || !/^[,;:]$/.test(words.at(place.end))) return source;
  return place.kind === 'name' || words.is(place.start + 1, CLASS.institution) ? { ...source, end: place.end } : source;
}

const REDUCED_REACH = 20;

/** "une étude publiée par …, parue hier": a reduced relative belongs to the source up to its comma. */
function overReduced(words: QuoteWords, source: Phrase, limit: number): number {
  const { end } = source;
  if (!beginsReduced(words, end)) return end;
  for (let i = end; i < Math.min(limit, end + REDUCED_REACH); i++) {
    if (words.at(i) === ',' || words.opens(i) !== undefined) return i;
    if (words.is(i, CLASS.subject) && !words.is(i, CLASS.determiner)) return end;
  }
  return end;
}

function beginsReduced(words: QuoteWords, at: number): boolean {
  if (((words.verb(at)?.forms ?? 0) & PARTICIPLE) !== 0 || words.is(at, CLASS.preposition | CLASS.time)) return true;
  const verb = words.is(at, CLASS.clitic) ? at + 1 : at;
  return words.has(verb, GERUND) || (verb > at && words.lists.gerundEnding.test(words.at(verb)));
}

/** After a relative clause, which belongs to the phrase and not to the mention. */
function overRelative({ words, sentence }: Site, end: number, initial: boolean): number {
  const relative = words.at(end) === ',' ? end + 1 : end;
  const relates = words.is(end, CLASS.relative | CLASS.that) || (relative > end && words.is(relative, CLASS.relative));
  if (!relates) return end;
  const close = commaAfter(words, end + 1, sentence.end);
  // "…, selon X, qui ajoute que …": what the relative reports is no more of this clause
  return !initial && close < relative + 1 ? sentence.end : close;
}

const COMMA_REACH = 24;

/** The comma that ends a relative clause, within reach; the token before its start where none does. */
function commaAfter(words: QuoteWords, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + COMMA_REACH); i++)
    if (words.at(i) === ',' || words.opens(i) !== undefined) return i;
  return from - 1;
}

/** "selon ce qu'a indiqué la mairie, …", "d'après ce que je sais, …": the source is the relative's subject. */
export function relativeSourceAt(site: Site, start: number, freeRelatives: ReadonlySet<string>): SourcePhrase | undefined {
  const { words, sentence } = site;
  const phrase = phraseAt(words, start);
  const at = start + (phrase?.words.length ?? 0);
  if (phrase === undefined || !freeRelatives.has(words.at(at)) || !words.is(at + 1, CLASS.that)) return undefined;
  const comma = commaAfter(words, at + 2, sentence.end);
  const source = words.at(comma) === ',' ? subjectWithin(words, { start: at + 2, end: comma }) : undefined;
  return source && { site, cue: { start, end: at }, source, start, end: comma };
}

/** The subject of a relative's first verb, before it or after it. */
function subjectWithin(words: QuoteWords, { start, end }: Range): Phrase | undefined {
  let verb = start;
  while (verb < end && !isFiniteVerb(words, verb)) verb++;
  if (verb >= end) return undefined;
  let left = verb;
  while (words.is(left - 1, CLASS.clitic)) left--;
  const before = left > start ? nounPhraseAt(words, start, left, 'left') : undefined;
  let after = verb + 1;
  while (after < end && (words.has(after, PARTICIPLE) || words.isAdverb(after))) after++;
  return before ?? nounPhraseAt(words, after, end, 'right');
}
