import type { Forms } from '../../lexicon/grammar';
import { CLASS } from '../../lexicon/wordClasses';
import { own } from '../../members';
import type { Exception } from '../../rules/rule';
import { withApposition } from '../../syntax/appositions';
import { hasFiniteVerb, isFiniteVerb } from '../../syntax/finiteVerbs';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { groupsIn, type Range } from '../../syntax/ranges';
import { subjectBefore } from '../../syntax/subjects';
import type { QuoteWords } from '../candidate';
import { reportBefore } from '../previous';
import { type DescribedSpan, type QuoteRule, quoteRule } from '../rule';
import { cueRange } from './drafts';

/** Marked words in a sentence that says whose they are. */
export interface MarkedDraft extends DescribedSpan {
  readonly span: QuotedSpan;
  /** How many words they are. */
  readonly count: number;
  readonly verb: boolean;
}

/**
 * Marked words that no cue brings in, in a sentence that says whose they are: "le maire « s'associe à la douleur »",
 * "X est « très surpris »", "Y a compté « 200 manifestants pacifiques sur les quais »".
 * @param nobodys - verbs whose pronoun is nobody: s'agit, faut
 */
export const markedWords = (nobodys: Forms, except: readonly Exception<MarkedDraft>[]): QuoteRule<QuotedSpan, DescribedSpan> =>
  quoteRule<QuotedSpan, MarkedDraft, DescribedSpan>({
    id: 'marked-words',
    find: (place, span) => {
      const { words, inner } = place;
      return { span, count: wordsIn(words, inner), verb: hasFiniteVerb(words, inner), ...place };
    },
    except,
    quote: (draft) => {
      const speaker = sourceOf(draft, nobodys);
      const cue = speaker && cueBefore(draft);
      return (
        speaker && {
          candidates: [
            {
              parts: [draft.inner],
              kind: 'mixed',
              rule: 'marked-words',
              ...(cue && { cue }),
              speaker,
              confidence: 0.45,
              zone: -1,
            },
          ],
          marks: [draft.index],
        }
      );
    },
  });

function wordsIn(words: QuoteWords, { start, end }: Range): number {
  let count = 0;
  for (let i = start; i < end; i++) if (words.isWord(i)) count++;
  return count;
}

const CUE_REACH = 25;

/** The verb of saying before the marks, else the verb right before them, whatever it means. */
function cueBefore({ words, groups, sentence, span: { open } }: MarkedDraft): Range | undefined {
  const cue = groupsIn(groups, { start: Math.max(sentence.start, open - CUE_REACH), end: open }).findLast(
    (group) => words.marks.inside[group.head] === -1 && group.mood !== 'passive',
  );
  return cue === undefined ? verbBefore(words, open) : cueRange(cue);
}

/** "a compté « … »": the verb right before the marks, with its auxiliary. */
function verbBefore(words: QuoteWords, open: number): Range | undefined {
  if (words.info[open - 1]?.verb === undefined) return undefined;
  let start = open - 1;
  while (start > 0 && (words.isAdverb(start - 1) || words.is(start - 1, CLASS.auxiliary | CLASS.being))) start--;
  while (words.isAdverb(start)) start++;
  return { start, end: open };
}

/** Whose the marked words can be: the last speaker before them, else the subject before them, else who stands after "par". */
function sourceOf(draft: MarkedDraft, nobodys: Forms): Phrase | undefined {
  const { candidates, sentence, span } = draft;
  return (
    reportBefore(candidates, sentence, span.open)?.speaker ??
    subjectRightBefore(draft, nobodys) ??
    subjectOfSentence(draft, nobodys) ??
    agentBehind(draft, nobodys)
  );
}

/** The marked words hold the verb: "le pape « s'associe à la douleur »". */
function subjectRightBefore({ words, sentence, span: { open }, verb }: MarkedDraft, nobodys: Forms): Phrase | undefined {
  const near = verb ? subjectBefore(words, open, sentence.start) : undefined;
  return near !== undefined && near.end === open && hasVoice(words, near, nobodys) ? near : undefined;
}

const SUBJECT_REACH = 60;

function subjectOfSentence({ words, sentence, span: { open } }: MarkedDraft, nobodys: Forms): Phrase | undefined {
  for (let i = open - 1; i >= sentence.start && i > open - SUBJECT_REACH; i--) {
    if (words.marks.inside[i] !== -1 || !isFiniteVerb(words, i)) continue;
    let left = i;
    while (words.is(left - 1, CLASS.clitic)) left--;
    const subject = subjectBefore(words, left, sentence.start);
    if (subject !== undefined && hasVoice(words, subject, nobodys)) return subject;
  }
  return undefined;
}

const AGENT_REACH = 5;

function agentBehind({ words, sentence, span: { close } }: MarkedDraft, nobodys: Forms): Phrase | undefined {
  for (let i = close + 1; i < Math.min(sentence.end, close + AGENT_REACH); i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const agent = nounPhraseAt(words, i + 1, sentence.end, 'right');
    return agent !== undefined && hasVoice(words, agent, nobodys)
      ? withApposition(words, agent, sentence.end, 'right')
      : undefined;
  }
  return undefined;
}

/** A person, an institution, a name; he or she, not the it of "il s'agit". */
function hasVoice(words: QuoteWords, phrase: Phrase, nobodys: Forms): boolean {
  if (phrase.kind === 'pronoun') {
    const sense = own(words.pack.pronouns, words.at(phrase.start));
    return sense !== undefined && !sense.speaker && !nobodys.has(words.at(phrase.end));
  }
  return !isVerbForm(words, phrase) && (hasSpeaker(words, phrase) || isPersonName(words, phrase));
}

/** "a été élue « … »": what is read as a noun phrase begins with a verb's form. */
const isVerbForm = (words: QuoteWords, { start }: Phrase): boolean =>
  !words.isCapital(start) &&
  !words.is(start, CLASS.determiner | CLASS.indefinite | CLASS.of) &&
  words.info[start]?.verb !== undefined;

function hasSpeaker(words: QuoteWords, { start, end }: Phrase): boolean {
  for (let i = start; i < end; i++) if (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)) return true;
  return false;
}

function isPersonName(words: QuoteWords, phrase: Phrase): boolean {
  const { start, end } = phrase;
  if (phrase.kind !== 'name' || (end - start === 1 && words.info[start]?.verb !== undefined)) return false;
  const titled = words.is(start, CLASS.determiner) && words.isCapital(start) && words.isCapital(start + 1);
  return titled || isBareName(words, phrase);
}
