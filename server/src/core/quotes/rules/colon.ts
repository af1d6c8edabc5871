import { CUE } from '../../lexicon/wordClasses';
import { clauseEnd } from '../../syntax/clauseEnds';
import { complementOf } from '../../syntax/complements';
import { hasFiniteVerb } from '../../syntax/finiteVerbs';
import type { Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { Site } from '../candidate';
import { passiveCue } from '../exceptions/cues';
import { unattributedClause } from '../exceptions/marks';
import { type CuePlace, type Finding, type QuoteRule, quoteRule } from '../rule';
import { speakerOf } from './cueSpeaker';
import { directSpeech } from './directSpeech';
import { cueRange, type DirectStart, mixedOrIndirect, type SpokenCue, spokenSpans } from './drafts';

const BEFORE_COLON = CUE.introducesSpeech | CUE.reportsClause | CUE.colonNeedsMarks;

/** Marks that a cue brings in with a colon: "a dit : « … »". */
export const colonSpeech: QuoteRule<VerbGroup> = quoteRule<VerbGroup, DirectStart>({
  id: 'colon',
  senses: BEFORE_COLON,
  find: (site, cue) => {
    const at = afterColon({ site, cue });
    return at >= 0 && opensHere(site, at) ? { site, cue, at, speaker: speakerOf(site, cue) } : undefined;
  },
  except: [passiveCue],
  quote: (draft) => directSpeech(draft, 'colon'),
});

/** A clause after a cue's colon. */
export interface ColonClause extends SpokenCue {
  readonly clause: Range;
}

/** A clause that a cue brings in with a colon: "Je le répète : nous devons agir". */
export const colonClause: QuoteRule<VerbGroup> = quoteRule<VerbGroup, ColonClause>({
  id: 'colon-clause',
  senses: CUE.reportsClause,
  find: (site, cue) => {
    const at = afterColon({ site, cue });
    if (at < 0 || opensHere(site, at)) return undefined;
    const clause = { start: at, end: clauseEnd(site, { start: at, end: site.sentence.end }, cue.head) };
    if (clause.end - at < 3 || !hasFiniteVerb(site.words, clause)) return undefined;
    return { site, cue, clause, speaker: speakerOf(site, cue) };
  },
  except: [passiveCue, unattributedClause],
  quote: ({ site, cue, clause, speaker }) => clauseAfter(site, cue, clause, speaker as Phrase),
});

/** The token after a cue's colon, or -1. */
function afterColon({ site, cue }: CuePlace): number {
  const complement = complementOf(site, cue, site.sentence.end);
  return complement?.kind === 'colon' ? complement.at : -1;
}

const opensHere = ({ words, zone }: Site, at: number): boolean => words.opens(at)?.parent === zone.span;

function clauseAfter(site: Site, cue: VerbGroup, clause: Range, speaker: Phrase): Finding {
  const marks = spokenSpans(site, [clause]);
  const kind = mixedOrIndirect(marks);
  const zone = site.zone.span;
  return { candidates: [{ parts: [clause], kind, rule: 'colon', cue: cueRange(cue), speaker, confidence: 0.65, zone }], marks };
}
