import type { Forms } from '../../lexicon/grammar';
import { CLASS, FINITE, PARTICIPLE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import type { QuoteWords } from '../candidate';
import type { MarkedDraft } from '../rules/markedWords';

// Why marked words without a cue are nobody's in their sentence.

/** "Le maire a lu le journal « La Digue libre du port »": a title. */
export const titleSpan: Exception<MarkedDraft> = { id: 'title-in-marks', holds: ({ title }) => title };

/** "Le maire est venu : « … »": what the colon brings in is direct speech. */
export const introducedSpan: Exception<MarkedDraft> = { id: 'introduced-by-colon', holds: ({ introduced }) => introduced };

/** "« La digue cède. » Le maire est venu.": a sentence by itself. */
export const spanAlone: Exception<MarkedDraft> = { id: 'sentence-by-itself', holds: ({ alone }) => alone };

/** A mark that is never closed. */
export const unclosedSpan: Exception<MarkedDraft> = { id: 'unclosed-span', holds: ({ span }) => !span.closed };

// Marked words without a cue are somebody's where they are a clause or this long; shorter ones are terms.
const SHORTEST_CLAUSE = 3;
const SHORTEST_PHRASE = 6;

const isClause = ({ verb, count }: MarkedDraft): boolean => verb && count >= SHORTEST_CLAUSE;

/** "Le maire a reçu un « bon élève »": a term, not a statement. */
export const shortTerm: Exception<MarkedDraft> = {
  id: 'short-term',
  holds: (draft) => draft.count < shortestOf(draft) && !isClause(draft) && !isSaidOfOneself(draft),
};

// After other marked words of somebody in the same sentence these are his too.
const SHORTEST_OF_MORE = 2;

function shortestOf({ candidates, sentence, span }: MarkedDraft): number {
  const more = candidates.some(
    ({ parts, kind, speaker }) =>
      kind !== 'indirect' && speaker !== undefined && parts.some(({ start, end }) => start >= sentence.start && end <= span.open),
  );
  return more ? SHORTEST_OF_MORE : SHORTEST_PHRASE;
}

/** "Poursuivi pour « … »", "embauché comme « … »": a charge, a post. */
export const chargeOrPost = (chargedFor: Forms, namedAs: Forms): Exception<MarkedDraft> => ({
  id: 'charge-or-post',
  holds: (draft) => namesThing(draft, chargedFor, namedAs) && !isClause(draft) && !isSaidOfOneself(draft),
});

function namesThing({ words, span }: MarkedDraft, chargedFor: Forms, namedAs: Forms): boolean {
  let i = span.open - 1;
  while (words.is(i, CLASS.determiner)) i--;
  return chargedFor.has(words.at(i)) || (namedAs.has(words.at(i)) && words.has(i - 1, PARTICIPLE));
}

/** "Élu « Meilleur joueur de la saison passée »": without a verb a capital begins a name. */
export const capitalisedName: Exception<MarkedDraft> = {
  id: 'capitalised-name',
  holds: ({ words, verb, inner }) => !verb && words.isCapital(inner.start),
};

/** "est « agréablement surpris »": a participle in marks after to be. */
function isSaidOfOneself({ words, span, inner }: MarkedDraft): boolean {
  let verb = span.open - 1;
  while (words.isAdverb(verb)) verb--;
  if (!words.is(verb, CLASS.being) || !words.has(verb, FINITE) || words.is(verb, CLASS.auxiliary)) return false;
  const first = firstNoAdverb(words, inner.start, inner.end);
  return first < inner.end && words.has(first, PARTICIPLE) && !words.is(first, CLASS.determiner);
}

function firstNoAdverb(words: QuoteWords, start: number, end: number): number {
  let first = start;
  while (first < end && words.isAdverb(first)) first++;
  return first;
}
