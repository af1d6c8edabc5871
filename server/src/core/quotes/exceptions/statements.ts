import type { Forms } from '../../lexicon/grammar';
import { CLASS, CUE, INFINITIVE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { startsFiniteClause } from '../../syntax/bareClauses';
import type { Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords } from '../candidate';
import { infinitiveAt, isQuotedTogether } from '../previous';
import { openerOf } from '../rules/cueSpeaker';
import type { ClauseDraft, SpokenCue } from '../rules/drafts';
import { isImperative } from './cues';

// Why a clause that a cue brings in is nobody's statement.

/** "Pour dire que la digue cède, …": an infinitive or a participle whose subject is not in the sentence. */
export const speakerlessCue: Exception<SpokenCue> = {
  id: 'speakerless-cue',
  holds: ({ speaker, cue }) => speaker === undefined && cue.mood !== 'finite',
};

/** "Notez que la digue est vieille.", "Please note that it is old." ask the reader, and report nothing. */
export const imperativeCue: Exception<SpokenCue> = {
  id: 'imperative-cue',
  holds: ({ site: { words }, cue, speaker }) =>
    cue.mood === 'finite' &&
    ((speaker === undefined && (isImperative(words, cue.start) || isBareForm(words, cue.start))) ||
      words.lists.polite.has(words.at(cue.start - 1))),
};

/** English: "note", which without a subject is not a statement. */
const isBareForm = (words: QuoteWords, verb: number): boolean =>
  words.features.nounVerbHomographs &&
  words.has(verb, INFINITIVE) &&
  !words.is(verb, CLASS.auxiliary | CLASS.being | CLASS.modal) &&
  !words.isWord(verb - 1);

/** "When he said that, the boats sank": that is a pronoun, unless an adverbial or marks lead to a clause. */
export const commaAfterThat: Exception<ClauseDraft> = {
  id: 'comma-after-that',
  holds: ({ site: { words, sentence }, from }) => {
    if (words.at(from) !== ',') return false;
    // "that, “of course we sail”"
    if (words.opens(from + 1)?.closed) return false;
    // "that, as the boats were old, they sank", "that, like Stone, he would go"
    const leads = words.is(from + 1, CLASS.subordinator | CLASS.preposition);
    const led = leads && (words.features.leadingAdverbialAfterThat || startsFiniteClause(words, from + 1, sentence.end));
    return !led && !startsBehindAdverbial(words, from + 1, sentence.end);
  },
};

const LONGEST_ADVERBIAL = 16;

/** Whether a clause begins after the next comma, and none before it. */
function startsBehindAdverbial(words: QuoteWords, at: number, limit: number): boolean {
  if (words.is(at, CLASS.conjunction) || startsFiniteClause(words, at, limit)) return false;
  const stop = Math.min(limit, at + LONGEST_ADVERBIAL);
  for (let i = at; i < stop; i++) if (words.at(i) === ',') return startsFiniteClause(words, i + 1, limit);
  return false;
}

/** "If he says that the dam leaks, we leave": nobody has said it. */
export const conditionNotSaid = (conjunctions: Forms): Exception<SpokenCue> => ({
  id: 'condition-not-said',
  holds: (draft) => conjunctions.has(openerOf(draft)),
});

/** "You say that the dam leaks": nobody's statement. */
export const addressedReader = (addressees: Forms): Exception<SpokenCue> => ({
  id: 'addressed-reader',
  holds: ({ site: { words }, speaker }) => speaker !== undefined && addressees.has(words.at(speaker.start)),
});

/** "To say it was late is wrong": an infinitive is said only after what shows it: "went on to say". */
export const unspokenInfinitive = (before: Forms): Exception<SpokenCue> => ({
  id: 'unspoken-infinitive',
  holds: ({ site: { words }, cue, speaker }) =>
    speaker !== undefined && cue.mood === 'infinitive' && !before.has(words.at(cue.left - 2)),
});

/** "C'est dire que la digue est vieille": what the writer concludes himself. */
export const ownConclusion = (demonstratives: Forms): Exception<SpokenCue> => ({
  id: 'own-conclusion',
  holds: ({ site: { words }, cue, speaker }) =>
    cue.mood === 'infinitive' && speaker !== undefined && demonstratives.has(words.at(speaker.start)),
});

/**
 * "Nous constatons que la digue fuit", "je ne prétends pas que …", outside marks: the writer himself, who quotes nobody; "nous
 * vous disons que" and "je tiens à rappeler que" speak.
 * @param we - nous
 */
export const ownStatement = (we: Forms, hearsay: Forms): Exception<ClauseDraft> => ({
  id: 'own-statement',
  holds: ({ site: { words, zone }, cue, speaker, marked }) => {
    if (zone.span !== -1 || marked.length > 0 || speaker?.kind !== 'pronoun') return false;
    const pronoun = words.at(speaker.start);
    if (words.pack.firstPerson.has(pronoun) && words.is(cue.left, CLASS.negation)) return true;
    return we.has(pronoun) && !hearsay.has(cue.lemma);
  },
});

/** "Cela rappelle que la digue est vieille": what something tells us, nobody says. */
export const neuterSubject = (neuter: Forms): Exception<ClauseDraft> => ({
  id: 'neuter-subject',
  holds: ({ site: { words }, speaker, marked }) =>
    marked.length === 0 && speaker?.kind === 'pronoun' && neuter.has(words.at(speaker.start)),
});

/** "Nobody says that the dam leaks", "personne ne dit que la digue fuit": nobody's words. */
export const deniedSubject = (nobody: Forms): Exception<SpokenCue> => ({
  id: 'denied-subject',
  holds: ({ site: { words }, speaker }) => speaker !== undefined && nobody.has(words.at(speaker.start)),
});

/** "Said she believes it has “a good reason”": a thought within what she said. */
export const thoughtWithinReport: Exception<ClauseDraft> = {
  id: 'thought-within-report',
  holds: ({ site, cue, speaker, clause }) =>
    speaker !== undefined && (cue.senses & CUE.isThought) !== 0 && isQuotedTogether(site, cue.left, clause.start),
};

/** "He found that his boat was gone": what somebody finds is a statement only where a study, a court or a researcher does. */
export const findingWithoutInquirer = (findings: Forms, inquirers: RegExp): Exception<SpokenCue> => ({
  id: 'finding-without-inquirer',
  holds: ({ site: { words }, cue, speaker }) =>
    findings.has(cue.lemma) && !(speaker !== undefined && inquires(words, speaker, inquirers)),
});

function inquires(words: QuoteWords, speaker: Phrase, inquirers: RegExp): boolean {
  for (let i = speaker.start; i < speaker.end; i++) {
    if (words.is(i, CLASS.preposition | CLASS.of)) return false;
    if (inquirers.test(words.at(i))) return true;
  }
  return false;
}

/** "He heard that she had left": what somebody hears is a statement only where it was made to a court or a committee. */
export const heardElsewhere = (hearing: Forms, courts: RegExp): Exception<SpokenCue> => ({
  id: 'heard-elsewhere',
  holds: ({ site: { words }, cue, speaker }) =>
    hearing.has(cue.lemma) && !(speaker !== undefined && inquires(words, speaker, courts)),
});

/** A passive, whose subject says nothing; "the jury was told (that) the mill was empty" reports what a court heard. */
export const passiveOutsideCourt = (courts: RegExp): Exception<SpokenCue> => ({
  id: 'passive-cue',
  holds: ({ site: { words }, cue, speaker }) =>
    cue.mood === 'passive' &&
    !((cue.senses & CUE.takesAddressee) !== 0 && speaker !== undefined && inquires(words, speaker, courts)),
});

/** The court, the jury that was told: whom it was said to, not who said it. */
export const saidToCourt =
  (hearing: Forms) =>
  ({ cue }: SpokenCue): boolean =>
    cue.mood === 'passive' || hearing.has(cue.lemma);

/** "Anne Morel pense que la digue cède": a thought or a request is reported only where marks show words of it. */
export const thoughtWithoutMarks: Exception<ClauseDraft> = {
  id: 'thought-without-marks',
  holds: ({ cue, marked }) => (cue.senses & CUE.reportsClause) === 0 && !(isThoughtOrRequest(cue.senses) && marked.length > 0),
};

const isThoughtOrRequest = (senses: number): boolean => (senses & (CUE.isThought | CUE.requests)) !== 0;

/** "A dit regretter que la digue cède": one report, not two. */
export const withinInfinitive: Exception<SpokenCue> = {
  id: 'within-infinitive',
  holds: ({ site, cue }) => cue.mood === 'infinitive' && infinitiveAt(site, cue.left),
};

/** "On note que la digue cède" is the reporter himself; "on dit que" is hearsay. */
export const vagueSubject = (hearsay: Forms): Exception<ClauseDraft> => ({
  id: 'vague-subject',
  holds: (draft) => isNobody(draft) && (draft.kind !== 'that' || !hearsay.has(draft.cue.lemma)),
});

/** Whether nobody in particular says it, and no marks show that somebody did: "on dit que". */
export const isNobody = ({ site: { words }, speaker, marked }: ClauseDraft): boolean =>
  marked.length === 0 && speaker?.kind === 'pronoun' && words.is(speaker.start, CLASS.vague);
