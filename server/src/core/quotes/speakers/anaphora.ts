import { CLASS } from '../../lexicon/wordClasses';
import { own } from '../../members';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import type { Phrase } from '../../syntax/nounPhrases';
import { tokenAt } from '../../syntax/paragraphWords';
import { subjectBefore } from '../../syntax/subjects';
import type { QuoteWords } from '../candidate';
import { appearancesIn, type CandidateSpeaker } from './candidates';
import { calledByDescription, institutionHead, resolveDescription } from './descriptions';
import { type Discourse, isQuoted, type Resolution, resolutionOf, type Where } from './discourse';
import { backwards, type SentencePart } from './sentencesBack';

/** A pronoun's antecedent: who speaks or acts in the sentences before, then the last speaker, then whoever was named last. */
export function resolvePronoun(discourse: Discourse, words: QuoteWords, phrase: Phrase, where: Where): Resolution | undefined {
  const sense = own(discourse.pack.pronouns, words.at(phrase.start));
  if (sense === undefined || sense.speaker) return undefined;
  const spoken = discourse.speakers.at(-1);
  if (sense.number === 'pl') return spoken?.plural ? spoken.resolution : undefined;
  return resolveAnaphor(discourse, where, sense.gender, sense.person === true);
}

/** "ce dernier": the person named last; "celle-ci" may be an organisation too. */
export function lastNamed(discourse: Discourse, where: Where, gender: 'm' | 'f', types = ['PER']): Resolution | undefined {
  return backwards(discourse, where, ({ from, to }) => {
    const named = appearancesIn(discourse.cast, from, to).findLast(
      ({ character, ...appearance }) =>
        (character.type === 'PER'
          ? (character.gender ?? gender) === gender
          : types.includes(character.type) && character.gender === gender) && !isQuoted({ character, ...appearance }, where),
    );
    return named === undefined ? undefined : resolutionOf(named.character);
  });
}

/** "l'officier", "la magistrate": a bare definite noun for one person means the one last spoken of. */
export function resolveEpithet(discourse: Discourse, words: QuoteWords, phrase: Phrase, where: Where): Resolution | undefined {
  const noun =
    words.isHuman(phrase.start + 1) || !words.lists.epithets.has(words.at(phrase.start + 1))
      ? phrase.start + 1
      : phrase.start + 2;
  const size = phrase.end - noun;
  if (size < 1 || size > 2 || !words.is(phrase.start, CLASS.determiner) || !words.isHuman(noun)) return undefined;
  const form = words.at(phrase.start);
  if (discourse.pack.plural.has(form) || !discourse.pack.definite.has(form)) return undefined;
  if (discourse.pack.pluralEndings.some((ending) => words.at(phrase.end - 1).endsWith(ending))) return undefined;
  for (let i = phrase.start; i < phrase.end; i++) if (words.is(i, CLASS.of) && i > phrase.start) return undefined;
  // "le préfet" is not the town hall that spoke before
  const gender = discourse.pack.epicene?.has(words.at(noun))
    ? undefined
    : (discourse.pack.definite.get(form) ?? genderOfNoun(words, noun));
  return resolveAnaphor(discourse, where, gender, true);
}

/** What a noun or the adjective before it tells of gender where the article is l'. */
function genderOfNoun(words: QuoteWords, noun: number): 'm' | 'f' | undefined {
  const { epithets, feminineEnding, masculineEnding } = words.lists;
  const told = epithets.get(words.at(noun - 1));
  if (told !== undefined) return told;
  const form = words.at(noun);
  if (words.pack.feminine.has(form) || feminineEnding.test(form)) return 'f';
  return masculineEnding.test(form) ? 'm' : undefined;
}

/** @param person - whether only a person will do, no organisation */
function resolveAnaphor(
  discourse: Discourse,
  where: Where,
  gender: 'm' | 'f' | undefined,
  person: boolean,
): Resolution | undefined {
  const fits = (character: CandidateSpeaker): boolean =>
    (!person || character.type === 'PER') &&
    character.type !== 'LOC' &&
    character.type !== 'MISC' &&
    character.number !== 'pl' &&
    (gender === undefined || character.gender === undefined || character.gender === gender);
  // in a narrative who is known by a description is a person, in news a body as a rule
  const nameless = (resolution: Resolution): boolean => (!person || discourse.narrative) && agreesWith(resolution, gender);
  const subject = backwards(
    discourse,
    where,
    (sentence) =>
      speakerIn(discourse, sentence, fits, nameless) ??
      subjectIn(discourse, sentence, fits, 'PER') ??
      (discourse.narrative ? describedSubject(discourse, sentence, gender) : undefined) ??
      // "elle" for la mairie: only where the article in front of the name tells its gender
      (gender === undefined || person
        ? undefined
        : subjectIn(
            discourse,
            sentence,
            (character) => character.entity !== undefined && character.gender === gender && fits(character),
            'ORG',
          )) ??
      (gender === undefined || person ? undefined : institutionSubject(discourse, sentence, gender)),
  );
  if (subject !== undefined) return subject;
  const spoken = discourse.speakers.at(-1);
  if (
    spoken?.resolution !== undefined &&
    !spoken.plural &&
    (spoken.resolution.character === undefined ? nameless(spoken.resolution) : fits(spoken.resolution.character))
  )
    return spoken.resolution;
  return backwards(discourse, where, ({ from, to }) => {
    const named = appearancesIn(discourse.cast, from, to).filter(
      (a) => !isQuoted(a, where) && a.character.type === 'PER' && fits(a.character),
    );
    const first = named[0];
    return first === undefined ? undefined : resolutionOf(first.character);
  });
}

const agreesWith = (resolution: Resolution, gender: 'm' | 'f' | undefined): boolean =>
  resolution.gender === undefined || gender === undefined || resolution.gender === gender;

function speakerIn(
  discourse: Discourse,
  { from, to }: SentencePart,
  fits: (character: CandidateSpeaker) => boolean,
  nameless: (resolution: Resolution) => boolean,
): Resolution | undefined {
  const count = discourse.speakers.length;
  for (let k = count - 1; k >= 0 && k > count - 20; k--) {
    const speaker = discourse.speakers[k];
    if (speaker === undefined || speaker.at < from) break;
    const { resolution } = speaker;
    if (speaker.at >= to || resolution === undefined || speaker.plural) continue;
    if (resolution.character === undefined ? nameless(resolution) : fits(resolution.character)) return resolution;
  }
  return undefined;
}

/** The subject of the first finite verb outside marks, in the part of a sentence that is looked at. */
function firstSubject(discourse: Discourse, words: QuoteWords, { first, last, paragraph, to }: SentencePart): Phrase | undefined {
  const base = discourse.paragraphs[paragraph]?.start ?? 0;
  const verb = words.once(firstVerb, first, last);
  if (verb >= Math.min(last, first + FARTHEST_VERB) || base + (words.tokens[verb]?.start ?? 0) >= to) return undefined;
  let left = verb;
  while (words.is(left - 1, CLASS.clitic)) left--;
  return subjectBefore(words, left, first);
}

// Behind more words than these a sentence's first verb has no subject that a pronoun would mean.
const FARTHEST_VERB = 50;

/** The first finite verb of a sentence outside marks; where there is none, or too far on, the token where the search ended. */
function firstVerb(words: QuoteWords, first: number, last: number): number {
  const end = Math.min(last, first + FARTHEST_VERB);
  let verb = first;
  while (verb < end && !(words.marks.inside[verb] === -1 && isFiniteVerb(words, verb))) verb++;
  return verb;
}

/** In a narrative: "La servante s'arrêta", somebody known by a description alone who is the sentence's subject. */
function describedSubject(discourse: Discourse, sentence: SentencePart, gender: 'm' | 'f' | undefined): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  if (words === undefined) return undefined;
  const subject = firstSubject(discourse, words, sentence);
  if (subject === undefined || subject.kind !== 'description') return undefined;
  const who = calledByDescription(discourse, words, subject);
  const person =
    words.isHuman(subject.start + 1) || discourse.speakers.slice(-60).some(({ resolution }) => resolution?.name === who?.name);
  return who !== undefined && person && agreesWith(who, gender) ? who : undefined;
}

/** "La police de Tolvanne a arrêté …": an institution without a name of its own that is the sentence's subject. */
function institutionSubject(discourse: Discourse, sentence: SentencePart, gender: 'm' | 'f'): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  if (words === undefined || discourse.narrative) return undefined;
  const subject = firstSubject(discourse, words, sentence);
  if (subject === undefined || subject.kind === 'pronoun' || institutionHead(words, subject) < 0) return undefined;
  if (discourse.pack.definite.get(words.at(subject.start)) !== gender) return undefined;
  const base = discourse.paragraphs[sentence.paragraph]?.start ?? 0;
  const start = base + (words.tokens[subject.start]?.start ?? 0);
  return resolveDescription(discourse, words, subject, { ...sentence.where, paragraph: sentence.paragraph, start });
}

/** The person named before the sentence's first verb, and by no preposition: its subject. */
function subjectIn(
  discourse: Discourse,
  sentence: SentencePart,
  fits: (character: CandidateSpeaker) => boolean,
  type: 'PER' | 'ORG',
): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  const base = discourse.paragraphs[sentence.paragraph]?.start ?? 0;
  if (words === undefined) return undefined;
  const verb = words.once(firstVerb, sentence.first, sentence.last);
  for (const appearance of appearancesIn(discourse.cast, sentence.from, sentence.to)) {
    if (isQuoted(appearance, sentence.where) || appearance.character.type !== type || !fits(appearance.character)) continue;
    const token = tokenAt(words, appearance.start - base);
    if (token > verb) return undefined;
    const before = token - 1;
    if (before >= sentence.first && words.is(before, CLASS.preposition) && !words.isHuman(before)) continue;
    return resolutionOf(appearance.character);
  }
  return undefined;
}
