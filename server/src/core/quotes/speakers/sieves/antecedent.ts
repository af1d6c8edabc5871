import type { CandidateSpeaker } from '../candidates';
import { mentionsIn } from '../candidates';
import { isQuoted, type Resolution, resolutionOf } from '../discourse';
import { findBackwards, type SentencePart } from '../sentencesBack';
import { describedSubject, institutionSubject, namedSubject } from './sentenceSubject';
import type { Mention } from './sieve';

/** A mention that means somebody mentioned before: a pronoun, or a noun for one person. */
interface Anaphor {
  readonly mention: Mention;
  readonly gender: 'm' | 'f' | undefined;
  /** Whether only a person will do, not an organisation. */
  readonly meansPerson: boolean;
}

/** Who can be meant in one sentence, the surest way first. */
type SentenceSieve = (anaphor: Anaphor, sentence: SentencePart) => Resolution | undefined;

const SENTENCE_SIEVES: readonly SentenceSieve[] = [
  speakerInSentence,
  personAsSubject,
  describedPersonAsSubject,
  organisationAsSubject,
  institutionAsSubject,
];

/** An anaphor's antecedent: who speaks or acts in the sentences before, then the last speaker, then the person named last. */
export function resolveAnaphor(anaphor: Anaphor): Resolution | undefined {
  const { mention } = anaphor;
  const acting = findBackwards(mention.discourse, mention, (sentence) => {
    for (const sieve of SENTENCE_SIEVES) {
      const found = sieve(anaphor, sentence);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  return acting ?? lastSpeaker(anaphor) ?? lastPersonNamed(anaphor);
}

/** Whether an anaphor can mean a candidate. */
function canMean({ gender, meansPerson }: Anaphor, candidate: CandidateSpeaker): boolean {
  const { type, number } = candidate;
  if (type === 'LOC' || type === 'MISC' || number === 'pl' || (meansPerson && type !== 'PER')) return false;
  return gender === undefined || candidate.gender === undefined || candidate.gender === gender;
}

/** The same for a speaker. In a narrative one known by a description is a person, in news a body as a rule. */
function canMeanSpeaker(anaphor: Anaphor, { candidate, gender }: Resolution): boolean {
  if (candidate !== undefined) return canMean(anaphor, candidate);
  return (!anaphor.meansPerson || anaphor.mention.discourse.narrative) && agrees(gender, anaphor.gender);
}

const agrees = (one: 'm' | 'f' | undefined, other: 'm' | 'f' | undefined): boolean =>
  one === undefined || other === undefined || one === other;

// Further back than so many speakers none is looked at in a sentence.
const SPEAKERS_BACK = 20;

/** The last speaker mentioned in the sentence. */
function speakerInSentence(anaphor: Anaphor, { from, to }: SentencePart): Resolution | undefined {
  const { speakers } = anaphor.mention.discourse;
  for (let k = speakers.length - 1; k >= 0 && k > speakers.length - SPEAKERS_BACK; k--) {
    const speaker = speakers[k];
    if (speaker === undefined || speaker.at < from) break;
    const { at, plural, resolution } = speaker;
    if (at < to && !plural && resolution !== undefined && canMeanSpeaker(anaphor, resolution)) return resolution;
  }
  return undefined;
}

function personAsSubject(anaphor: Anaphor, sentence: SentencePart): Resolution | undefined {
  return namedSubject(
    anaphor.mention.discourse,
    sentence,
    (candidate) => candidate.type === 'PER' && canMean(anaphor, candidate),
  );
}

/** In a narrative: "La servante s'arrêta". */
function describedPersonAsSubject({ mention, gender }: Anaphor, sentence: SentencePart): Resolution | undefined {
  if (!mention.discourse.narrative) return undefined;
  const subject = describedSubject(mention.discourse, sentence);
  return subject !== undefined && agrees(subject.gender, gender) ? subject : undefined;
}

/** "elle" for la mairie: only where the article before the name shows its gender. */
function organisationAsSubject(anaphor: Anaphor, sentence: SentencePart): Resolution | undefined {
  const { gender, meansPerson, mention } = anaphor;
  if (gender === undefined || meansPerson) return undefined;
  return namedSubject(
    mention.discourse,
    sentence,
    (candidate) =>
      candidate.type === 'ORG' && candidate.entity !== undefined && candidate.gender === gender && canMean(anaphor, candidate),
  );
}

function institutionAsSubject({ gender, meansPerson, mention }: Anaphor, sentence: SentencePart): Resolution | undefined {
  return gender === undefined || meansPerson ? undefined : institutionSubject(mention.discourse, sentence, gender);
}

function lastSpeaker(anaphor: Anaphor): Resolution | undefined {
  const last = anaphor.mention.discourse.speakers.at(-1);
  if (last?.resolution === undefined || last.plural) return undefined;
  return canMeanSpeaker(anaphor, last.resolution) ? last.resolution : undefined;
}

/** The first person named in the last sentence that names one. */
function lastPersonNamed(anaphor: Anaphor): Resolution | undefined {
  const { mention } = anaphor;
  const { discourse } = mention;
  return findBackwards(discourse, mention, ({ from, to }) => {
    const named = mentionsIn(discourse.candidates, from, to).find(
      (other) => !isQuoted(other, mention) && other.candidate.type === 'PER' && canMean(anaphor, other.candidate),
    );
    return named && resolutionOf(named.candidate);
  });
}
