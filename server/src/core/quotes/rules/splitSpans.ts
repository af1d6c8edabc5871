import { CUE } from '../../lexicon/wordClasses';
import { withApposition } from '../../syntax/appositions';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuotedSpan } from '../../syntax/quoteMarks';
import { groupsIn } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import type { VerbGroup } from '../../syntax/verbGroups';
import { type QuoteRule, quoteRule, type SpanPlace } from '../rule';
import { splitMarked } from './dashTurns';
import { cueRange } from './drafts';

/** `… de la route "indiquait X.`: what looks like an opening mark, but stands before a reporting clause, closes what nothing opened. */
export const unopenedQuotation: QuoteRule<QuotedSpan, SpanPlace> = quoteRule({
  id: 'unopened-quotation',
  find: (place: SpanPlace, span: QuotedSpan) => {
    const cue = span.closed ? undefined : cueRightAfter(place);
    if (cue === undefined || span.open - place.sentence.start < 3) return undefined;
    const { words, sentence, inner } = place;
    const speaker = splitMarked(words, [cue], { start: sentence.start, end: inner.end }, span.open)?.speaker;
    return speaker && { place, open: span.open, cue, speaker };
  },
  except: [],
  quote: ({ place: { sentence, index }, open, cue, speaker }) => ({
    candidates: [
      {
        parts: [{ start: sentence.start, end: open }],
        kind: 'direct',
        rule: 'reporting-clause',
        cue: cueRange(cue),
        speaker,
        confidence: 0.6,
        zone: -1,
        problem: 'unopened',
      },
    ],
    marks: [index],
  }),
});

const CUE_REACH = 14;

function cueRightAfter({ groups, inner }: SpanPlace): VerbGroup | undefined {
  return groupsIn(groups, { start: inner.start, end: inner.start + CUE_REACH }).find(
    ({ left, mood, senses }) =>
      left === inner.start && mood === 'finite' && (senses & (CUE.introducesSpeech | CUE.reportsClause)) !== 0,
  );
}

/** A reporting clause within the marks: "« Partez, a dit le maire, et vite. »" */
export const reportingClauseInMarks: QuoteRule<QuotedSpan, SpanPlace> = quoteRule({
  id: 'reporting-clause-in-marks',
  find: ({ words, groups, index, inner }: SpanPlace, span: QuotedSpan) => {
    if (inner.end - inner.start < 4) return undefined;
    const own = groupsIn(groups, inner).filter((group) => words.marks.inside[group.head] === index);
    const split = splitMarked(words, own, inner);
    return split && { index, closed: span.closed, ...split };
  },
  except: [],
  quote: ({ parts, cue, speaker, index, closed }) => ({
    candidates: [
      {
        parts,
        kind: 'direct',
        rule: 'reporting-clause-in-marks',
        ...(cue && { cue }),
        ...(speaker && { speaker }),
        confidence: 0.9,
        zone: -1,
        ...(!closed && { problem: 'unclosed' as const }),
      },
    ],
    marks: [index],
  }),
});

/** A signature after a dash: “…” — Paul Stone, mayor of Sela. */
export const signature: QuoteRule<QuotedSpan, SpanPlace> = quoteRule({
  id: 'signature',
  find: (place: SpanPlace, span: QuotedSpan) => {
    const speaker = place.inner.end - place.inner.start < 3 ? undefined : signedBy(place, span.close);
    return speaker && { speaker, ...place };
  },
  except: [],
  quote: ({ inner, index, speaker }) => ({
    candidates: [{ parts: [inner], kind: 'direct', rule: 'signature', speaker, confidence: 0.8, zone: -1 }],
    marks: [index],
  }),
});

/** The name that is all that follows a closing mark and a dash. */
function signedBy({ words, sentence }: SpanPlace, close: number): Phrase | undefined {
  if (!/^[-–—]$/.test(words.at(close + 1)) || words.closes(close) === undefined) return undefined;
  const phrase = nounPhraseAt(words, close + 2, sentence.end, 'right');
  if (phrase === undefined || phrase.kind !== 'name') return undefined;
  const whole = withApposition(words, phrase, sentence.end, 'right');
  return whole.end >= withoutFinal(words, whole.start, sentence.end) ? whole : undefined;
}
