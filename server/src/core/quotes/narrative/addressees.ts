import { tokenAt } from '../../syntax/paragraphWords';
import type { PlacedQuotation } from '../assemble/quotation';
import type { QuoteWords } from '../candidate';
import { paragraphStart, startOf } from '../offsets';
import { type CandidateMention, mentionsIn } from '../speakers/candidates';
import type { Discourse } from '../speakers/discourse';
import type { Person } from './person';
import type { Persons } from './persons';

/** Those whom a quotation addresses by name. */
export function addresseesOf(discourse: Discourse, persons: Persons, quotation: PlacedQuotation): Person[] {
  const { paragraph, spans } = quotation;
  const words = discourse.scans[paragraph]?.words;
  if (words === undefined) return [];
  const base = paragraphStart(discourse.paragraphs, paragraph);
  return spans.flatMap(([from, to]) =>
    personsNamedIn(discourse, persons, paragraph, [from, to])
      .filter((mention) => isVocative(words, mention, base, from))
      .map(({ candidate }) => persons.named(candidate)),
  );
}

/** The mentions of persons by name between two offsets of a paragraph. */
export function personsNamedIn(
  { candidates }: Discourse,
  persons: Persons,
  paragraph: number,
  [from, to]: readonly [number, number],
): CandidateMention[] {
  return mentionsIn(candidates, from, to).filter(
    (mention) => mention.paragraph === paragraph && persons.isPerson(mention.candidate),
  );
}

/**
 * Whether a name stands apart in speech: "— Voyons, Gaspard, …", "Gaspard !"
 * @param base - where the paragraph begins
 * @param from - where the speech begins
 */
export function isVocative(words: QuoteWords, mention: CandidateMention, base: number, from: number): boolean {
  const start = addressStart(words, tokenAt(words, mention.start - base));
  const end = tokenAt(words, mention.end - base - 1) + 1;
  const before = words.at(start - 1);
  const after = words.at(end);
  const isOpening =
    start === 0 ||
    base + startOf(words, start) <= from + 1 ||
    /^[«“"!?…:;—–-]$/.test(before) ||
    words.pack.narrative.interjections.has(before);
  if (isOpening) return /^[,!?]$/.test(after);
  return before === ',' && (/^[,!?.…;:»”"]$/.test(after) || end >= words.tokens.length);
}

/** The first token of an address: with the title and the endearments before the name. */
function addressStart(words: QuoteWords, name: number): number {
  const { honorifics, narrative } = words.pack;
  let start = name;
  while (start > 0 && (honorifics.has(words.at(start - 1)) || narrative.endearments.has(words.at(start - 1)))) start--;
  return words.at(start - 1) === '.' && honorifics.has(words.at(start - 2)) ? start - 2 : start;
}
