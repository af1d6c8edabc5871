import { CLASS } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords, Site } from '../candidate';
import { type QuoteRule, quoteRule } from '../rule';
import { canSpeak } from './cueSpeaker';
import { NOUN, reportedContent } from './reportedObject';

/** A noun phrase whose noun is what was said. */
export interface SayingDraft {
  readonly site: Site;
  readonly noun: number;
  readonly phrase: Phrase;
  readonly speaker: Phrase | undefined;
}

/** A noun that is itself what was said, with whoever said it: "les révélations de X". */
export const sayingNoun = (except: readonly Exception<SayingDraft>[]): QuoteRule<number> =>
  quoteRule<number, SayingDraft>({
    id: 'saying-noun',
    find: (site, noun) => {
      if (site.words.marks.inside[noun] !== site.zone.span) return undefined;
      const phrase = phraseAround(site, noun);
      return phrase && { site, noun, phrase, speaker: ownerIn(site.words, phrase, noun) };
    },
    except,
    quote: ({ site, noun, phrase, speaker }) => ({
      ...reportedContent({
        site,
        parts: [{ start: phrase.start, end: phrase.end }],
        cue: { start: noun, end: noun + 1 },
        speaker,
        confidence: NOUN,
      }),
      resume: phrase.end + 1,
    }),
  });

/** The noun phrase from the noun's determiner on. */
function phraseAround({ words, sentence }: Site, noun: number): Phrase | undefined {
  let start = noun;
  while (start > sentence.start && start > noun - 3 && !words.is(start, CLASS.determiner | CLASS.of)) start--;
  if (!words.is(start, CLASS.determiner | CLASS.of)) return undefined;
  const phrase = nounPhraseAt(words, words.is(start, CLASS.determiner) ? start : start + 1, sentence.end, 'left');
  return phrase !== undefined && phrase.end > noun ? phrase : undefined;
}

function ownerIn(words: QuoteWords, phrase: Phrase, noun: number): Phrase | undefined {
  let of = noun + 1;
  while (of < phrase.end && !words.is(of, CLASS.of)) of++;
  const owner = nounPhraseAt(words, of + 1, phrase.end, 'right');
  return owner !== undefined && canSpeak(words, owner) ? owner : undefined;
}
