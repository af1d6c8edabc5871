import { tokenAt } from '../../syntax/paragraphWords';
import type { PlacedQuotation } from '../assemble/quotation';
import type { QuoteWords } from '../candidate';
import { paragraphStart } from '../offsets';
import type { Discourse } from '../speakers/discourse';
import { personsNamedIn } from './addressees';
import type { Person } from './person';
import type { Persons } from './persons';

/** The names that a quotation's speaker gives as the own one: "Je m'appelle Ombeline". */
export function selfIntroductions(discourse: Discourse, persons: Persons, { paragraph, spans }: PlacedQuotation): Person[] {
  const words = discourse.scans[paragraph]?.words;
  if (words === undefined) return [];
  const base = paragraphStart(discourse.paragraphs, paragraph);
  return spans.flatMap((span) =>
    personsNamedIn(discourse, persons, paragraph, span)
      .filter(({ start }) => isOwnName(words, tokenAt(words, start - base)))
      .map(({ candidate }) => persons.named(candidate)),
  );
}

function isOwnName(words: QuoteWords, name: number): boolean {
  const { honorifics, narrative } = words.pack;
  const verb = honorifics.has(words.at(name - 1)) ? name - 2 : name - 1;
  return narrative.selfNaming.has(words.at(verb)) && narrative.beforeSelfNaming.has(words.at(verb - 1));
}
