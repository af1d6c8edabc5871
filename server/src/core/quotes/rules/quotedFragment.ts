import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import type { Phrase } from '../../syntax/nounPhrases';
import { groupsIn, interior } from '../../syntax/ranges';
import { afterGroup, type VerbGroup } from '../../syntax/verbGroups';
import type { Candidate, QuoteWords, Site } from '../candidate';
import { type Finding, type QuoteRule, quoteRule } from '../rule';
import { agentAfter, speakerOf } from './cueSpeaker';
import { cueRange, type FragmentDraft, type SpokenCue } from './drafts';
import { markAfter } from './markAfter';

interface Fragment extends SpokenCue {
  readonly index: number;
  readonly speaker: Phrase;
}

/** What a language adds: its exceptions. */
type Exceptions = readonly Exception<FragmentDraft>[];

/**
 * A few marked words in what a verb of judging names, or what one of saying, asking or fearing speaks of: "dénonce des
 * « blocages »", "s'est dit « inquiet »", "warned of “serious harm”", "pledged to “fight on”".
 */
export const quotedFragment = (except: Exceptions): QuoteRule<VerbGroup> =>
  fragmentRule(
    except,
    CUE.judges | TELLS,
    (_, { senses, mood }) => (senses & CUE.judges) !== 0 || (tells(senses) && mood !== 'passive'),
  );

const tells = (senses: number): boolean => (senses & CUE.inReportingClauseOnly) === 0;

const TELLS = CUE.introducesSpeech | CUE.reportsClause | CUE.isThought | CUE.requests;

/** The same right after a passive, before other cues are looked at: "qualifié de « honteux » par le maire". */
export const judgedFragment = (except: Exceptions): QuoteRule<VerbGroup> =>
  fragmentRule(except, CUE.judges, (site, cue) => cue.mood === 'passive' && markAfter(site, cue) >= 0);

const fragmentRule = (except: Exceptions, senses: number, fits: (site: Site, cue: VerbGroup) => boolean): QuoteRule<VerbGroup> =>
  quoteRule<VerbGroup, FragmentDraft>({
    id: 'quoted-fragment',
    senses,
    find: (site, cue) => (fits(site, cue) ? fragmentAfter(site, cue) : undefined),
    except,
    quote: ({ site, cue, index, speaker }) => speaker && fragments({ site, cue, index, speaker }),
  });

function fragmentAfter(site: Site, cue: VerbGroup): FragmentDraft | undefined {
  const near = markInObject(site, cue);
  const at = near < 0 ? markAfterComparison(site, cue) : near;
  if (at < 0) return undefined;
  const index = site.words.marks.inside[at] as number;
  if (site.used.has(index)) return undefined;
  const speaker = cue.mood === 'passive' ? agentOf(site, cue, at) : speakerOf(site, cue);
  return { site, cue, at, index, speaker };
}

/** Who judges with a passive: named after the marks, else before them. */
function agentOf({ words, sentence }: Site, cue: VerbGroup, at: number): Phrase | undefined {
  const close = words.marks.spans[words.marks.inside[at] as number]?.close ?? at;
  return agentAfter(words, close + 1, sentence.end) ?? agentAfter(words, cue.end, at);
}

const OBJECT_REACH = 7;

/** The opening mark within the object's few words after a cue, or -1. */
function markInObject({ words, zone, sentence, groups }: Site, cue: VerbGroup): number {
  const from = afterGroup(cue);
  for (let i = from; i < Math.min(sentence.end, from + OBJECT_REACH); i++) {
    const span = words.opens(i);
    if (span !== undefined) return span.parent === zone.span ? i : -1;
    if (endsObject(words, i) || (i > from && saysSomething(groups, i))) return -1;
  }
  return -1;
}

const COMPARISON_REACH = 20;

/** "described the fire, the third this summer, as a “freak event”": the opening mark right after what is compared to, or -1. */
function markAfterComparison({ words, zone, sentence, groups }: Site, cue: VerbGroup): number {
  const from = afterGroup(cue);
  const limit = Math.min(sentence.end, from + COMPARISON_REACH);
  for (let i = from; i < limit; i++) {
    const span = words.opens(i);
    if (span !== undefined) return span.parent === zone.span && isCompared(words, i) ? i : -1;
    if (/^[.;:]$/.test(words.at(i)) || (i > from && saysSomething(groups, i))) return -1;
  }
  return -1;
}

const isCompared = (words: QuoteWords, open: number): boolean =>
  words.lists.likens.has(words.at(words.is(open - 1, CLASS.determiner) ? open - 2 : open - 1));

const saysSomething = (groups: readonly VerbGroup[], token: number): boolean =>
  groupsIn(groups, { start: token, end: token + 1 }).some(({ senses }) => (senses & (CUE.introducesSpeech | CUE.judges)) !== 0);

/** A pause or a clause ends an object; "a défendu le maire lors des récentes « tensions »" says it of the time. */
const endsObject = (words: QuoteWords, i: number): boolean =>
  /^[,.;:]$/.test(words.at(i)) ||
  (words.is(i, CLASS.that | CLASS.relative) && words.opens(i + 1) === undefined) ||
  words.is(i, CLASS.naming) ||
  words.pack.occasions.has(words.at(i));

const MOST_COORDINATED = 4;

/** A fragment, and those that are coordinated with it: des « A » et l'« B ». */
export function fragments(first: Fragment): Finding {
  const { site } = first;
  const { words } = site;
  const marks = [first.index];
  for (let last = first.index; marks.length < MOST_COORDINATED; ) {
    const next = coordinatedFragment(site, (words.marks.spans[last]?.close ?? 0) + 1);
    if (next < 0) break;
    marks.push(next);
    last = next;
  }
  return { candidates: marks.map((index) => candidateOf(first, index)), marks };
}

/** The quoted span of the next fragment, after its conjunction and its article; or -1. */
function coordinatedFragment({ words, zone, used }: Site, at: number): number {
  if (words.at(at) !== ',' && !words.lists.and.has(words.at(at))) return -1;
  let k = at + 1;
  while (k < at + 4 && words.is(k, CLASS.determiner | CLASS.preposition)) k++;
  const index = words.marks.inside[k] as number;
  return words.opens(k)?.parent === zone.span && !used.has(index) ? index : -1;
}

const candidateOf = ({ site, cue, speaker }: Fragment, index: number): Candidate => ({
  parts: [interior(site.words, index)],
  kind: 'mixed',
  rule: 'quoted-fragment',
  cue: cueRange(cue),
  speaker,
  confidence: 0.7,
  zone: site.zone.span,
});
