import type { Exception } from '../../rules/rule';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { Sentence } from '../../syntax/sentences';
import type { QuoteWords } from '../candidate';
import { type ParagraphPlace, type QuoteRule, quoteRule } from '../rule';

/** A paragraph of one sentence with a colon, and no stop at its end. */
export interface HeadlineDraft {
  readonly words: QuoteWords;
  readonly colon: number;
  readonly end: number;
  readonly speaker: Phrase;
}

const LONGEST = 40;

/**
 * A headline that reports with a colon, as marks after it show: "Ministère de X sur Y: si le bilan est «nul», …"; or a full
 * name before it and a first person after it: "Ava Durnoy : nous partirons".
 */
export const headline = (except: readonly Exception<HeadlineDraft>[]): QuoteRule<Sentence, ParagraphPlace> =>
  quoteRule<Sentence, HeadlineDraft, ParagraphPlace>({
    id: 'headline',
    find: ({ words, sentences }) => {
      const end = words.tokens.length;
      if (sentences.length !== 1 || end > LONGEST || /^[.!?…»”"]$/.test(words.at(end - 1))) return undefined;
      const colon = colonIn(words, end);
      if (colon >= end - 4 || words.opens(colon + 1) !== undefined) return undefined;
      const speaker = nounPhraseAt(words, 0, colon, 'right');
      return speaker && { words, colon, end, speaker };
    },
    except,
    quote: ({ colon, end, speaker }) => ({
      candidates: [
        {
          parts: [{ start: colon + 1, end }],
          kind: 'indirect',
          rule: 'headline',
          cue: { start: colon, end: colon + 1 },
          speaker,
          confidence: 0.4,
          zone: -1,
        },
      ],
      marks: [],
    }),
  });

function colonIn(words: QuoteWords, end: number): number {
  let colon = 1;
  while (colon < end && !(words.at(colon) === ':' && words.marks.inside[colon] === -1)) colon++;
  return colon;
}

/** "Le pont a cédé : la ville est coupée en deux": a sentence before the colon. */
export const sentenceBeforeColon: Exception<HeadlineDraft> = {
  id: 'sentence-before-colon',
  holds: ({ words, colon }) => hasFiniteVerb(words, { start: 0, end: colon }),
};

/** "Port de Sagre : trois bateaux en feu": no sentence after the colon. */
export const noSentenceAfterColon: Exception<HeadlineDraft> = {
  id: 'no-sentence-after-colon',
  holds: ({ words, colon, end }) => !hasFiniteVerb(words, { start: colon + 1, end }),
};

/** "Port de Sagre : la digue a cédé": a topic, unless marks show words or a name says we. */
export const topicBeforeColon: Exception<HeadlineDraft> = {
  id: 'topic-before-colon',
  holds: ({ words, colon, end, speaker }) =>
    !words.marks.spans.some((span) => span.open > colon && span.closed) &&
    !(speaker.end === colon && colon > 1 && isBareName(words, speaker) && inFirstPerson(words, { start: colon + 1, end })),
};

function inFirstPerson(words: QuoteWords, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (words.pack.firstPerson.has(words.at(i))) return true;
  return false;
}
