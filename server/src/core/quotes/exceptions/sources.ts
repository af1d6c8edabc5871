import type { Forms } from '../../lexicon/grammar';
import { CLASS } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { complementOf } from '../../syntax/complements';
import type { Phrase } from '../../syntax/nounPhrases';
import { groupsIn } from '../../syntax/ranges';
import type { QuoteWords } from '../candidate';
import { isSaidBefore } from '../previous';
import type { SourceDraft } from '../rules/sourcePhrase';

// Why what follows selon or pour is not a source.

/** Words that the exception needs. */
export interface SourceWords {
  /** Pronouns that stand for things: cela, it. */
  readonly neuter: Forms;
  /** des as an article that has the form of "of". */
  readonly pluralArticle: Forms;
  /** What a pause sets off is a source, whatever its noun: ", according to the deed". */
  readonly afterPause?: true;
}

/** "Selon la loi", "selon les besoins", "selon cela": nobody and nothing that says something. */
export const silentSource = ({ neuter, pluralArticle, afterPause }: SourceWords): Exception<SourceDraft> => ({
  id: 'silent-source',
  holds: (draft) => {
    const { words } = draft.site;
    if (draft.phrase.anyone) return false;
    if (draft.name.kind === 'pronoun') return neuter.has(words.at(draft.name.start));
    const sense = senseOf(words, draft.name, pluralArticle);
    if (sense === 'rule') return true;
    if (afterPause === true && words.at(draft.start) === ',') return false;
    return draft.phrase.narrow ? sense !== 'person' && !isNarrowName(words, draft.name) : sense === 'thing' && !isNamed(draft);
  },
});

const HEAD_REACH = 6;

/** What a noun phrase up to its first "of" is: who speaks, what says something, a rule that one conforms to, or a thing. */
function senseOf(words: QuoteWords, phrase: Phrase, pluralArticle: Forms): 'person' | 'text' | 'rule' | 'thing' {
  let sense: 'person' | 'text' | 'thing' = 'thing';
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + HEAD_REACH); i++) {
    if (i > phrase.start + 1 && words.is(i, CLASS.of) && !pluralArticle.has(words.at(i))) break;
    if (words.is(i, CLASS.conformity)) return 'rule';
    if (words.isHuman(i) || words.is(i, CLASS.institution)) sense = 'person';
    else if (sense === 'thing' && words.is(i, CLASS.source | CLASS.message)) sense = 'text';
  }
  return sense;
}

const isNarrowName = (words: QuoteWords, { kind, start }: Phrase): boolean =>
  kind === 'name' && (words.isCapital(start) || words.isCapital(start + 1));

/** A name, or at the head of a clause what a pause or a relative follows. */
const isNamed = ({ site: { words }, name, initial }: SourceDraft): boolean =>
  words.isCapital(name.start) ||
  name.kind === 'name' ||
  (initial && (words.at(name.end) === ',' || words.is(name.end, CLASS.relative) || words.opens(name.end) !== undefined));

/** "« La digue cède », dit-elle, selon Radio-Sagre": who says it is told; the source only passes it on. */
export const alreadySaid: Exception<SourceDraft> = {
  id: 'already-said',
  holds: ({ site, start, initial }) => !initial && isSaidBefore(site, start),
};

/** "Elle a dit que selon elle, la digue cède": one report, not two. */
export const withinReport: Exception<SourceDraft> = {
  id: 'within-report',
  holds: ({ site, start, name }) => {
    const { words, groups, sentence } = site;
    if (name.kind !== 'pronoun' || !words.is(start - 1, CLASS.that)) return false;
    return groupsIn(groups, { start: sentence.start, end: start }).some(
      (group) => complementOf(site, group, sentence.end)?.at === start,
    );
  },
};

/** "La digue tient pour Anne Morel": such a phrase names a source at the head of its clause alone. */
export const medialTopic: Exception<SourceDraft> = {
  id: 'medial-topic',
  holds: ({ phrase, initial }) => phrase.narrow === true && !initial,
};

/** "Pour le maire la digue tient": and only with a pause after it. */
export const topicWithoutPause: Exception<SourceDraft> = {
  id: 'topic-without-pause',
  holds: ({ site: { words }, phrase, described }) =>
    phrase.narrow === true && words.at(described.end) !== ',' && words.opens(described.end) === undefined,
};
