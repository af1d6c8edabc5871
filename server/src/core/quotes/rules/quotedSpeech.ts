import { CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import { interior, type Range } from '../../syntax/ranges';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords, Site } from '../candidate';
import { type QuoteRule, quoteRule } from '../rule';
import { speakerOf } from './cueSpeaker';
import { directSpeech } from './directSpeech';
import type { MarkedObject } from './drafts';
import { markAfter } from './markAfter';
import { fragments } from './quotedFragment';

const SPEECH = CUE.introducesSpeech | CUE.reportsClause | CUE.isThought;

/** Marked words right after a cue, that are a clause or long: "Paul Dubois répond « la digue tiendra »". */
export const quotedSpeech = (except: readonly Exception<MarkedObject>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, MarkedObject>({
    id: 'quoted-speech',
    senses: SPEECH,
    find: (site, cue) => {
      const draft = markedObject(site, cue);
      return draft !== undefined && isClause(draft) ? draft : undefined;
    },
    except,
    quote: (draft) => directSpeech(draft, 'quoted-speech'),
  });

/** A few marked words right after a cue: "a parlé d'un « gâchis »" said of something. */
export const quotedObject = (except: readonly Exception<MarkedObject>[]): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, MarkedObject>({
    id: 'quoted-fragment',
    senses: CUE.introducesSpeech | CUE.judges,
    find: (site, cue) => {
      const draft = markedObject(site, cue);
      if (draft?.speaker === undefined || cue.mood === 'infinitive') return undefined;
      return (cue.senses & SPEECH) !== 0 && isClause(draft) ? undefined : draft;
    },
    except,
    quote: ({ site, cue, at, speaker }) =>
      speaker && fragments({ site, cue, index: site.words.marks.inside[at] as number, speaker }),
  });

function markedObject(site: Site, cue: VerbGroup): MarkedObject | undefined {
  const { words } = site;
  const at = markAfter(site, cue);
  if (at < 0) return undefined;
  const inner = interior(words, words.marks.inside[at] as number);
  const speaker = speakerOf(site, cue);
  const said = (cue.senses & CUE.introducesSpeech) !== 0 && words.isCapital(inner.start) && /^[,:]$/.test(words.at(at - 1));
  return { site, cue, at, inner, speaker, said };
}

/** Words that can stand alone. */
const isClause = ({ site: { words }, cue, inner, said }: MarkedObject): boolean =>
  said ||
  ((cue.senses & CUE.introducesSpeech) !== 0 && isSentence(words, inner)) ||
  hasFiniteVerb(words, inner) ||
  inner.end - inner.start >= 6;

/** "He said “It leaks.”": the capital and the stop make a sentence. */
const isSentence = (words: QuoteWords, inner: Range): boolean =>
  words.features.commaInsideMarks && words.isCapital(inner.start) && /^[.!?,]$/.test(words.at(inner.end - 1));
