import { CLASS } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import type { Candidate } from '../candidate';
import { type NestedPlace, type QuoteRule, quoteRule } from '../rule';

/** A quotation found within quotation marks. */
export interface NestedDraft extends NestedPlace {
  readonly candidate: Candidate;
}

/** A quotation within a quotation: "« Le maire dit “Partez !” et je reste »". */
export const nested = (except: readonly Exception<NestedDraft>[]): QuoteRule<Candidate, NestedPlace> =>
  quoteRule<Candidate, NestedDraft, NestedPlace>({
    id: 'nested',
    find: (place, candidate) =>
      candidate.speaker === undefined || candidate.cue === undefined ? undefined : { candidate, ...place },
    except,
    quote: ({ words, candidate }) => ({
      candidates: [{ ...candidate, confidence: candidate.confidence - 0.2 }],
      marks: candidate.parts.map((part) => words.marks.inside[part.start] as number),
    }),
  });

/** "« Je dis que la digue cède »": what somebody quotes of himself, without marks. */
export const nestedPronoun: Exception<NestedDraft> = {
  id: 'nested-pronoun',
  holds: ({ candidate: { speaker, kind } }) => speaker?.kind === 'pronoun' && kind !== 'direct',
};

/** "« Les gens qui disent que la digue cède »": a relative's subject. */
export const nestedRelative: Exception<NestedDraft> = {
  id: 'nested-relative',
  holds: ({ words, groups, candidate: { cue } }) => {
    const left = groups.find((group) => group.start === cue?.start)?.left ?? 0;
    return words.is(left - 1, CLASS.relative);
  },
};

/** "« Le maire affirme avoir tenu »", "« Il dénonce un “gâchis” »": only direct speech and clauses with their conjunction. */
export const nestedIndirect: Exception<NestedDraft> = {
  id: 'nested-indirect',
  holds: ({ candidate: { kind, rule } }) => kind !== 'direct' && rule !== 'reported-clause',
};
