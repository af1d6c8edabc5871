import { CLASS } from '../../../lexicon/wordClasses';
import { lowerBound } from '../../../span';
import { tokenAt } from '../../../syntax/paragraphWords';
import { paragraphStart } from '../../offsets';
import { type CandidateMention, type CandidateSpeaker, mentionsIn } from '../candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf } from '../discourse';
import { type Role, stemOf } from '../roles';
import { findBackwards, type SentencePart } from '../sentencesBack';
import type { Anaphor } from './anaphor';
import { namedBeside, placesBefore } from './calledInText';
import { namedSubject } from './namedSubject';

/** Somebody whom an anaphor can mean, with what speaks for and against; sentences are counted back from the anaphor's own, 0. */
export interface Option {
  readonly resolution: Resolution;
  /** The sentence in which they were last named. */
  named?: number;
  /** The same in the anaphor's paragraph. */
  isNamedHere?: boolean;
  /** The last sentence whose subject they are. */
  subject?: number;
  /** The last sentence in which they speak. */
  spoke?: number;
  /** How many speakers were asked since they spoke; 0 for the last one. */
  turn?: number;
  /** How often they spoke so far. */
  quoted: number;
  /** Their last naming follows "of", another preposition, or none. */
  governed?: 'of' | 'preposition';
  /** Last name in its sentence, where they were last named. */
  isLast?: boolean;
  /** First name in its sentence, where they were last named. */
  isFirst?: boolean;
  /** Named for the first time after the anaphor. */
  isLater?: boolean;
  /** The same in a sentence with the description's complement: "Le patron du port … Guillaume Pépin dirige le port". */
  isBesideComplement?: boolean;
}

/** Those who can be meant, in no order that matters: named or speaking in the sentences before, the article's main names, and those named right after. */
export function optionsFor(anaphor: Anaphor): Option[] {
  const options = new Map<CandidateSpeaker | string, Option>();
  addInSentences(anaphor, options);
  addSpeakers(anaphor, options);
  for (const candidate of mainCandidates(anaphor.discourse))
    if (isKnownAt(candidate, anaphor)) optionOf(options, resolutionOf(candidate));
  if (anaphor.role !== undefined) addLater(anaphor, options);
  const others = namedAsOthers(anaphor);
  return [...options.values()].filter((option) => {
    const { candidate } = option.resolution;
    if (!canMean(anaphor, option.resolution) || (candidate && others.has(candidate))) return false;
    // a body, or what nobody knows to be a person, says nothing without a word for it unless it spoke before
    return anaphor.form !== 'without words' || candidate?.type === 'PER' || option.turn !== undefined;
  });
}

/** Those whom the text tells apart from the one who is meant: "la mère de Paul Roux" is not Paul Roux. */
function namedAsOthers(anaphor: Anaphor): ReadonlySet<CandidateSpeaker> {
  const { discourse, where, end = where.start, absent } = anaphor;
  const others = new Set(namedBeside(anaphor, placesBefore(anaphor)));
  for (const { candidate } of mentionsIn(discourse.candidates, where.start, end)) others.add(candidate);
  if (absent) others.add(absent);
  return others;
}

/** Whether nothing certain forbids that an anaphor means somebody: type, number, gender. */
function canMean({ form, gender, meansPerson }: Anaphor, { candidate, gender: described }: Resolution): boolean {
  if (candidate === undefined) return !meansPerson && (gender === undefined || described === gender);
  const { type, number, gender: known } = candidate;
  if (type === 'LOC' || type === 'MISC' || number === 'pl') return false;
  if (form === 'body noun' || form === 'thing pronoun') return type === 'ORG';
  if (meansPerson && type !== 'PER') return false;
  if (gender === undefined) return true;
  // "elle" for la mairie: only where the article before the name shows its gender
  if (type === 'ORG') return known === gender;
  return known === undefined || known === gender;
}

const isKnownAt = ({ places }: CandidateSpeaker, { where }: Anaphor): boolean => (places[0] ?? where.start) < where.start;

function optionOf(options: Map<CandidateSpeaker | string, Option>, resolution: Resolution): Option {
  const key = resolution.candidate ?? resolution.name;
  let option = options.get(key);
  if (option === undefined) {
    option = { resolution, quoted: 0 };
    options.set(key, option);
  }
  return option;
}

/** Those named, acting or speaking in the sentences before. */
function addInSentences(anaphor: Anaphor, options: Map<CandidateSpeaker | string, Option>): void {
  const { discourse, where } = anaphor;
  let back = 0;
  findBackwards(discourse, where, (sentence) => {
    addNamed(anaphor, sentence, back, options);
    addSubject(anaphor, sentence, back, options);
    back++;
    return undefined;
  });
}

function addNamed(
  { discourse, where }: Anaphor,
  sentence: SentencePart,
  back: number,
  options: Map<CandidateSpeaker | string, Option>,
): void {
  const named = mentionsIn(discourse.candidates, sentence.from, sentence.to).filter((mention) => !isQuoted(mention, where));
  named.forEach((mention, index) => {
    const option = optionOf(options, resolutionOf(mention.candidate));
    if (option.named !== undefined && option.named < back) return;
    option.named = back;
    option.isNamedHere = sentence.paragraph === where.paragraph;
    option.isFirst = index === 0;
    option.isLast = index === named.length - 1;
    const governed = governor(discourse, mention);
    if (governed === undefined) delete option.governed;
    else option.governed = governed;
  });
}

function governor({ scans, paragraphs }: Discourse, { paragraph, start }: CandidateMention): 'of' | 'preposition' | undefined {
  const words = scans[paragraph]?.words;
  if (words === undefined) return undefined;
  let before = tokenAt(words, start - paragraphStart(paragraphs, paragraph)) - 1;
  if (words.is(before, CLASS.determiner) && !words.is(before, CLASS.of)) before--;
  if (words.is(before, CLASS.of)) return 'of';
  return words.is(before, CLASS.preposition) && !words.isHuman(before) ? 'preposition' : undefined;
}

function addSubject(
  anaphor: Anaphor,
  sentence: SentencePart,
  back: number,
  options: Map<CandidateSpeaker | string, Option>,
): void {
  const { discourse } = anaphor;
  const subject = namedSubject(discourse, sentence, (candidate) => canMean(anaphor, resolutionOf(candidate)));
  if (subject !== undefined) {
    const option = optionOf(options, subject);
    option.subject ??= back;
  }
  const institution = anaphor.institution?.(sentence);
  if (institution !== undefined) {
    const option = optionOf(options, institution);
    option.subject ??= back;
    option.named ??= back;
  }
}

// So many speakers back somebody can still be meant though the sentences before do not name them.
const SPEAKERS_BACK = 20;

function addSpeakers({ discourse, where }: Anaphor, options: Map<CandidateSpeaker | string, Option>): void {
  const starts = sentenceStarts(discourse, where.paragraph, where.start);
  let turn = 0;
  for (const { at, plural, resolution } of discourse.speakers.slice(-SPEAKERS_BACK).reverse()) {
    if (plural || resolution === undefined) {
      turn++;
      continue;
    }
    const option = optionOf(options, resolution);
    option.quoted++;
    option.turn ??= turn;
    option.spoke ??= sentencesSince(starts, at);
    turn++;
  }
}

/** Where the sentences of a paragraph begin before an offset, the last one first. */
function sentenceStarts({ scans, paragraphs }: Discourse, paragraph: number, offset: number): number[] {
  const scan = scans[paragraph];
  if (scan === undefined) return [];
  const base = paragraphStart(paragraphs, paragraph);
  const { sentences, words } = scan;
  const starts: number[] = [];
  for (const { start } of sentences) {
    const at = base + (words.tokens[start]?.start ?? 0);
    if (at >= offset) break;
    starts.push(at);
  }
  return starts.slice(-FAR).reverse();
}

// From so many sentences on it does not matter how many; another paragraph is so far.
const FAR = 5;

function sentencesSince(starts: readonly number[], at: number): number {
  const index = starts.findIndex((start) => start <= at);
  return index < 0 ? FAR : index;
}

// Somebody named so far after an anaphor is not whom it announces.
const LATER_REACH = 500;

/** "Le patron du port a promis … Guillaume Pépin dirige le port depuis 2008": persons named for the first time right after. */
function addLater(anaphor: Anaphor, options: Map<CandidateSpeaker | string, Option>): void {
  const { discourse, where, role } = anaphor;
  if (role === undefined) return;
  const { mentions } = discourse.candidates;
  const from = where.quoted.reduce((end, span) => Math.max(end, span[1]), where.start);
  for (let i = lowerBound(mentions, where.start); i < mentions.length; i++) {
    const mention = mentions[i] as CandidateMention;
    if (mention.start > from + LATER_REACH) return;
    if (mention.isQuoted || mention.candidate.type !== 'PER' || isKnownAt(mention.candidate, anaphor)) continue;
    const option = optionOf(options, resolutionOf(mention.candidate));
    option.isLater = true;
    if (isBesideComplement(discourse, mention, role)) option.isBesideComplement = true;
  }
}

function isBesideComplement({ scans, paragraphs, pack }: Discourse, { paragraph, start }: CandidateMention, role: Role): boolean {
  const scan = scans[paragraph];
  if (scan === undefined || role.words.size < 2) return false;
  const token = tokenAt(scan.words, start - paragraphStart(paragraphs, paragraph));
  const sentence = scan.sentences.find(({ end }) => end > token);
  for (let i = sentence?.start ?? token; i < (sentence?.end ?? token); i++) {
    const stem = stemOf(scan.words.at(i), pack);
    if (stem !== role.head && role.words.has(stem)) return true;
  }
  return false;
}

const MAIN = 3;
const mainOf = new WeakMap<Discourse, readonly CandidateSpeaker[]>();

/** The persons and organisations that an article names most often, the first one first. */
export function mainCandidates(discourse: Discourse): readonly CandidateSpeaker[] {
  let main = mainOf.get(discourse);
  if (main === undefined) {
    const first: CandidateSpeaker[] = [];
    for (const candidate of discourse.candidates.all) {
      if (candidate.type !== 'PER' && candidate.type !== 'ORG') continue;
      first.push(candidate);
      first.sort((a, b) => b.places.length - a.places.length || (a.places[0] ?? 0) - (b.places[0] ?? 0));
      first.length = Math.min(first.length, MAIN);
    }
    main = first;
    mainOf.set(discourse, main);
  }
  return main;
}
