import { CLASS, HISTORIC } from '../../lexicon/wordClasses';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import { paragraphStart, startOf } from '../offsets';
import type { CandidateMention, CandidateSpeaker } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import { isVocative } from './addressees';
import { isSubject } from './clauseRole';
import { isSpoken, type Speech, speechStart } from './speech';

/** What the whole text shows of who is a person, and of its narrator. */
export interface NarratorEvidence {
  /** Candidates that the entity layer takes for something else, or does not know, and that act and are addressed as persons. */
  readonly persons: ReadonlySet<CandidateSpeaker>;
  /** Whether an I narrates the text. */
  readonly hasNarrator: boolean;
  /** The narrator, if the text gives the name. */
  readonly narrator?: CandidateSpeaker;
  readonly narratorSpeaks: boolean;
}

// A narrator says I so often in a thousand tokens, outside speech.
const MIN_FIRST_PERSON_PER_THOUSAND = 4;

// So often at least somebody acts or is addressed as a person does.
const MIN_PERSON_MENTIONS = 2;

/** Reads a narrative for what distinguishes persons from places, and whether an I narrates it; an I in speech does not count. */
export function narratorEvidence(discourse: Discourse, speech: Speech): NarratorEvidence {
  const counts = countMentions(discourse, speech);
  const persons = personsAmong(counts);
  const { tokens, firstPerson, invertedFirstPerson } = countFirstPerson(discourse, speech);
  const hasNarrator = firstPerson * 1000 >= tokens * MIN_FIRST_PERSON_PER_THOUSAND;
  const narrator = hasNarrator ? mostAddressed(counts, persons, discourse) : undefined;
  return { persons, hasNarrator, narratorSpeaks: invertedFirstPerson > 0, ...(narrator && { narrator }) };
}

type Counts = Map<CandidateSpeaker, number>;

/** How often each candidate is mentioned in what way. */
interface MentionCounts {
  /** As a person: as the subject of a verb, or addressed in speech. */
  readonly asPerson: Counts;
  /** After a preposition of place. */
  readonly asPlace: Counts;
  /** Addressed in speech. */
  readonly addressed: Counts;
  /** Outside speech. */
  readonly narrated: Counts;
}

function countMentions(discourse: Discourse, speech: Speech): MentionCounts {
  const counts: MentionCounts = { asPerson: new Map(), asPlace: new Map(), addressed: new Map(), narrated: new Map() };
  for (const mention of discourse.candidates.mentions) {
    const words = discourse.scans[mention.paragraph]?.words;
    if (words === undefined) continue;
    const base = paragraphStart(discourse.paragraphs, mention.paragraph);
    if (!isSpoken(speech, mention.start)) countNarrated(counts, words, mention, base);
    // a capital that the entity layer knows nothing of may be an exclamation
    else if (mention.candidate.entity !== undefined && isVocative(words, mention, base, speechStart(speech, mention.start))) {
      increment(counts.addressed, mention.candidate);
      increment(counts.asPerson, mention.candidate);
    }
  }
  return counts;
}

function countNarrated(counts: MentionCounts, words: QuoteWords, mention: CandidateMention, base: number): void {
  const { candidate } = mention;
  increment(counts.narrated, candidate);
  const start = tokenAt(words, mention.start - base);
  if (candidate.entity === undefined && (start === 0 || !words.isWord(start - 1))) return;
  if (words.pack.narrative.placePrepositions.has(words.at(start - 1))) increment(counts.asPlace, candidate);
  else if (actsAt(words, start, tokenAt(words, mention.end - base - 1) + 1)) increment(counts.asPerson, candidate);
}

/** Whether a name is the subject of the verb after it, or of a verb of speech before it: "demanda Gaspard". */
function actsAt(words: QuoteWords, start: number, end: number): boolean {
  if (isSubject(words, { start, end }) && !words.is(start - 1, CLASS.determiner)) return true;
  return words.has(start - 1, HISTORIC) && (words.verb(start - 1)?.senses ?? 0) !== 0;
}

const increment = (counts: Counts, candidate: CandidateSpeaker): void => {
  counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
};

function personsAmong({ asPerson, asPlace }: MentionCounts): Set<CandidateSpeaker> {
  const persons = new Set<CandidateSpeaker>();
  for (const [candidate, count] of asPerson) {
    const isPerson = count >= MIN_PERSON_MENTIONS && count > (asPlace.get(candidate) ?? 0);
    if (candidate.type !== 'ORG' && isPerson) persons.add(candidate);
  }
  return persons;
}

/** How often the narration says I, with or without a hyphen before it ("dis-je"). */
function countFirstPerson(
  { scans, paragraphs }: Discourse,
  speech: Speech,
): { tokens: number; firstPerson: number; invertedFirstPerson: number } {
  const counts = { tokens: 0, firstPerson: 0, invertedFirstPerson: 0 };
  for (const [index, { words }] of scans.entries()) {
    const base = paragraphStart(paragraphs, index);
    counts.tokens += words.tokens.length;
    for (let i = 0; i < words.tokens.length; i++) {
      if (!isFirstPersonSubject(words, i) || isSpoken(speech, base + startOf(words, i))) continue;
      counts.firstPerson++;
      if (/^[-‑]$/.test(words.at(i - 1)) && !words.spaced(i)) counts.invertedFirstPerson++;
    }
  }
  return counts;
}

function isFirstPersonSubject(words: QuoteWords, i: number): boolean {
  const { firstPerson, narrative } = words.pack;
  return words.is(i, CLASS.subject) && firstPerson.has(words.at(i)) && narrative.firstPersonSubjects.has(words.at(i));
}

/** The narrator's name: the person addressed most often, more than once, and hardly named outside speech. */
function mostAddressed(
  { addressed, narrated }: MentionCounts,
  persons: ReadonlySet<CandidateSpeaker>,
  { pack }: Discourse,
): CandidateSpeaker | undefined {
  let narrator: CandidateSpeaker | undefined;
  let most = 1;
  for (const [candidate, count] of addressed) {
    if (count <= most || (narrated.get(candidate) ?? 0) * 3 > count) continue;
    if (pack.narrative.invokedNames.test(candidate.name)) continue;
    if (candidate.type !== 'PER' && !persons.has(candidate)) continue;
    most = count;
    narrator = candidate;
  }
  return narrator;
}
