import { CLASS, CUE } from '../../lexicon/wordClasses';
import { beforeFootnote } from '../../syntax/footnotes';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import type { QuoteWords } from '../candidate';
import { isImperative } from '../exceptions/cues';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import { type InvertedPlace, invertedClause } from './invertedClause';
import { type ClausePlace, openerAt, type ReportingClause } from './reportingClauseParts';
import { reportedClauseAfterAs, resumedClause } from './resumedClause';
import { straightClause } from './straightClause';

/** Reads a cue as a reporting clause, in one form after the other; undefined where it is not one. */
export function reportingClauseAt(place: ClausePlace): ReportingClause | undefined {
  const { words, cue, sentence } = place;
  if (cue.mood !== 'finite') return undefined;
  // "si l'eau monte, prévenez la mairie": nobody else's words
  if (words.pack.inversion && cue.inverted < 0 && isImperative(words, cue.start)) return undefined;
  const resumed = resumedClause(place);
  if (resumed !== undefined) return resumed;
  let before = cue.left - 1;
  while (before >= sentence.start && words.isAdverb(before)) before--;
  const opener = openerAt(words, before);
  if (opener > 0 && endsSourcePhrase(words, opener - 1)) return undefined;
  const inverted = invertedAfter(place, opener, opener < 0 ? before : opener - 1);
  if (inverted !== undefined || opener >= 0) return inverted;
  return reportedClauseAfterAs(place) ?? straightClause(place);
}

/** "selon ce que dit X, …" names a source. */
const endsSourcePhrase = (words: QuoteWords, at: number): boolean =>
  words.pack.attributions.some((phrase) => phrase.words.at(-1) === words.at(at));

function invertedAfter(place: ClausePlace, opener: number, before: number): ReportingClause | undefined {
  const marked = isAfterMarks(place, before);
  const { words, cue, sentence, zone } = place;
  // written out: made at each finite cue
  const inverted: InvertedPlace = { words, cue, sentence, zone, opener, marked, before };
  return canBeInverted(inverted) ? invertedClause(inverted) : undefined;
}

/** Where a verb stands before its subject: after a pause or an opener; without inversion only some verbs after words. */
function canBeInverted(place: InvertedPlace): boolean {
  const { words, cue, opener, marked } = place;
  const pause = marked || isPause(place);
  if (words.pack.inversion || cue.inverted >= 0) return pause || opener >= 0;
  if (!pause || cue.left !== cue.head) return false;
  return marked ? (cue.senses & (CUE.introducesSpeech | CUE.reportsClause)) !== 0 : words.lists.saysFirst.has(words.at(cue.head));
}

const isPause = ({ words, before }: InvertedPlace): boolean =>
  /^[,!?…]$/.test(words.at(before)) || (/^[-–—]$/.test(words.at(before)) && words.spaced(before));

function isAfterMarks({ words, zone }: ClausePlace, before: number): boolean {
  const comma = words.at(before) === ',';
  const span = words.closes(beforeFootnote(words, comma ? before : before + 1) - 1);
  return span !== undefined && span.parent === zone && (comma || !isNamed(words, span));
}

/** "l'organisation « Marée haute » revendique …": marks around a name after its noun end no quotation. */
function isNamed(words: QuoteWords, stretch: QuotedSpan): boolean {
  return (
    words.isWord(stretch.open - 1) &&
    !words.is(stretch.open - 1, CLASS.that) &&
    stretch.close - stretch.open <= 5 &&
    isTitleInMarks(words, words.marks.inside[stretch.open] as number)
  );
}
