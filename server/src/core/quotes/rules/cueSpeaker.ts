import { CLASS } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { subjectOf } from '../../syntax/control';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords, Site } from '../candidate';
import { reportedClauseBefore, reportingClauseBefore } from '../previous';
import type { SpokenCue } from './drafts';

/** The cue's subject; for a participle after a reporting clause that clause's speaker ("a réagi X, ajoutant que …"). */
export function speakerOf(site: Site, group: VerbGroup): Phrase | undefined {
  const { words, sentence } = site;
  const shared = group.mood === 'gerund' ? sharedSpeaker(site, group) : undefined;
  const own = shared ?? subjectOf(words, group, sentence.start, sentence.end);
  // "« … », a-t-il dit, avant de qualifier le plan de « ruine »"
  const led = own === undefined && group.mood === 'infinitive' && words.is(group.left - 1, CLASS.of);
  return led ? reportingClauseBefore(site, group)?.speaker : own;
}

function sharedSpeaker(site: Site, group: VerbGroup): Phrase | undefined {
  const before = reportingClauseBefore(site, group)?.speaker;
  if (before !== undefined || site.words.at(group.left - 1) !== ',') return before;
  // "X estime que Y a eu tort, ajoutant que": X's own participle, not that of the clause
  return reportedClauseBefore(site, group)?.speaker;
}

/** A name, a pronoun or a noun for people or institutions. */
export function canSpeak(words: QuoteWords, phrase: Phrase): boolean {
  if (phrase.kind !== 'description') return true;
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)) return true;
  return false;
}

// A passive's agent stands this near.
const AGENT_REACH = 6;

/** Who did what a passive says, named within a few words from a token: par le maire, by the mayor. */
export function agentAfter(words: QuoteWords, from: number, limit: number): Phrase | undefined {
  for (let i = from; i < Math.min(limit, from + AGENT_REACH); i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const phrase = nounPhraseAt(words, i + 1, limit, 'right');
    return phrase === undefined ? undefined : withApposition(words, phrase, limit, 'right');
  }
  return undefined;
}

/** The conjunction that a report at its sentence's head stands after ("After Reed said that …, …"), or ''. */
export function openerOf({ site: { words, sentence }, speaker, cue }: SpokenCue): string {
  if (speaker === undefined || speaker.start > cue.left) return '';
  let i = speaker.start - 1;
  while (i > sentence.start && words.isAdverb(i) && !words.is(i, CLASS.subordinator)) i--;
  return i === sentence.start && words.is(i, CLASS.subordinator) ? words.at(i) : '';
}
