import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { clauseEnd } from '../../syntax/clauseEnds';
import { complementOf } from '../../syntax/complements';
import { determinedPhrase } from '../../syntax/nounPhraseSearch';
import { nounPhraseAt } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import { relativeEnd, wholeSubject } from '../../syntax/relativeClauses';
import { subjectBefore } from '../../syntax/subjects';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { type CuePlace, type QuoteRule, quoteRule } from '../rule';
import { agentAfter } from './cueSpeaker';
import type { SpokenCue } from './drafts';
import { LONGEST_PHRASE, PASSIVE, reportedContent } from './reportedObject';

export interface SubjectDraft extends SpokenCue {
  readonly content: Range;
}

/** Words that the rule needs. */
export interface PassiveWords {
  /** The subject that is nobody: il. */
  readonly impersonal: ReadonlySet<string>;
  /** Before a participle: non. */
  readonly negated: ReadonlySet<string>;
  /** Before an infinitive: de. */
  readonly of: ReadonlySet<string>;
}

/** What is said in a passive: "Des fissures ont été signalées par X", "la date indiquée", "il est rapporté que …". */
export const reportedSubject = (lists: PassiveWords, except: readonly Exception<SubjectDraft>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, SubjectDraft>({
    id: 'reported-subject',
    senses: CUE.saysSubject | CUE.reportsClause,
    find: (site, cue) => {
      if (cue.mood !== 'passive') return undefined;
      if ((cue.senses & CUE.saysSubject) === 0 && !isAnnounced({ site, cue }, lists)) return undefined;
      const content = contentOf({ site, cue }, lists);
      if (content === undefined || content.end - content.start < 2) return undefined;
      return { site, cue, content, speaker: agentAfter(site.words, cue.end, site.sentence.end) };
    },
    except,
    quote: ({ site, cue, content, speaker }) => reportedContent({ site, parts: [content], cue, speaker, confidence: PASSIVE }),
  });

/** "Il a été annoncé que le port ferme": a verb of speech in the passive, with its clause and nobody's subject. */
function isAnnounced({ site, cue }: CuePlace, { impersonal }: PassiveWords): boolean {
  const { words, sentence } = site;
  if ((cue.senses & CUE.reportsClause) === 0 || (cue.senses & (CUE.isThought | CUE.requests)) !== 0) return false;
  let left = cue.left - 1;
  while (left > sentence.start && (words.isAdverb(left) || words.is(left, CLASS.auxiliary | CLASS.being))) left--;
  return impersonal.has(words.at(left)) && complementOf(site, cue, sentence.end)?.kind === 'that';
}

function contentOf({ site, cue }: CuePlace, lists: PassiveWords): Range | undefined {
  const { words, sentence } = site;
  if (isBareParticiple(words, cue)) return nounBefore({ site, cue }, lists);
  const clause = complementOf(site, cue, sentence.end);
  if (clause?.kind === 'that')
    return { start: clause.at, end: clauseEnd(site, { start: clause.at, end: sentence.end }, cue.head) };
  return passiveSubject({ site, cue }, lists);
}

const isBareParticiple = (words: QuoteWords, { left, head }: VerbGroup): boolean =>
  left === head && !words.is(head - 1, CLASS.being);

/** "la date indiquée", "la somme non annoncée" */
function nounBefore({ site: { words, sentence }, cue }: CuePlace, { negated }: PassiveWords): Range | undefined {
  let end = cue.left;
  while (end > sentence.start && (words.isAdverb(end - 1) || negated.has(words.at(end - 1)))) end--;
  return determinedPhrase(words, Math.max(sentence.start, end - LONGEST_PHRASE), end);
}

/** The subject of a passive; after an impersonal il the phrase after the verb. */
function passiveSubject({ site: { words, sentence }, cue }: CuePlace, { impersonal, of }: PassiveWords): Range | undefined {
  const left = verbStart(words, cue.left, sentence.start);
  const subject = subjectBefore(words, left, sentence.start);
  if (subject === undefined) return undefined;
  if (subject.kind !== 'pronoun') {
    if (words.is(left - 1, CLASS.relative))
      return { start: subject.start, end: relativeEnd(words, afterGroup(cue), sentence.end, 1) };
    return wholeSubject(words, left, sentence.start) ?? subject;
  }
  if (!impersonal.has(words.at(subject.start))) return undefined;
  const at = afterGroup(cue);
  return nounPhraseAt(words, of.has(words.at(at)) ? at + 1 : at, sentence.end, 'left');
}

/** The first of a verb's adverbs, auxiliaries and clitics. */
function verbStart(words: QuoteWords, from: number, limit: number): number {
  let left = from;
  while (left > limit && (words.isAdverb(left - 1) || words.is(left - 1, CLASS.auxiliary | CLASS.clitic))) left--;
  return left;
}
