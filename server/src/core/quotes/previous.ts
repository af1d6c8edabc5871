import type { Range } from '../syntax/ranges';
import type { VerbGroup } from '../syntax/verbGroups';
import type { Candidate, Site } from './candidate';

// What rules ask of what was found before them. Only the last few candidates are asked, so that reading stays linear.
const REACH = 12;
const NEAR = 6;

type Test = (candidate: Candidate) => boolean;

function latest(candidates: readonly Candidate[], reach: number, test: Test): Candidate | undefined {
  for (let k = candidates.length - 1; k >= 0 && k >= candidates.length - reach; k--) {
    const candidate = candidates[k] as Candidate;
    if (test(candidate)) return candidate;
  }
  return undefined;
}

/** Whether the quotation found last begins at a token. */
export const lastStartsAt = ({ candidates }: Site, token: number): boolean => candidates.at(-1)?.parts[0]?.start === token;

/** Whether a quotation begins at a token. */
export const startsAt = ({ candidates }: Site, token: number): boolean =>
  latest(candidates, REACH, ({ parts }) => parts[0]?.start === token) !== undefined;

/** Whether a reported infinitive begins at a token: "a dit regretter". */
export const infinitiveAt = ({ candidates }: Site, token: number): boolean =>
  latest(candidates, NEAR, ({ rule, parts }) => rule === 'reported-infinitive' && parts[0]?.start === token) !== undefined;

/** Whether one part of what is quoted in this zone holds both a token and what begins at another. */
export const isQuotedTogether = ({ candidates, zone }: Site, first: number, last: number): boolean =>
  latest(
    candidates,
    NEAR,
    (candidate) => candidate.zone === zone.span && candidate.parts.some(({ start, end }) => start <= first && last < end),
  ) !== undefined;

/** The last quotation with a reporting clause that stands in the sentence before a cue. */
export const reportingClauseBefore = ({ candidates, sentence }: Site, group: VerbGroup): Candidate | undefined =>
  latest(
    candidates,
    REACH,
    ({ rule, cue }) => rule === 'reporting-clause' && cue !== undefined && cue.start >= sentence.start && cue.end <= group.left,
  );

/**
 * "X told Y that it leaks, police said", "…, according to the deed": where the words end that such a phrase at the end reports
 * and that hold the cue too.
 */
export const outerReportEnd = ({ candidates, zone }: Site, group: VerbGroup, start: number): number | undefined =>
  latest(candidates, REACH, (candidate) => {
    const [part, more] = candidate.parts;
    const trailing = candidate.rule === 'reporting-clause' || candidate.rule === 'according-to';
    if (!trailing || part === undefined || more !== undefined || candidate.zone !== zone.span) return false;
    return part.start <= group.left && start < part.end && part.end <= (candidate.cue?.start ?? 0);
  })?.parts[0]?.end;

/** Whether a reporting clause with marked words stands in the sentence before a token. */
export const isSaidBefore = ({ candidates, sentence }: Site, token: number): boolean =>
  latest(
    candidates,
    REACH,
    ({ rule, kind, cue }) =>
      rule === 'reporting-clause' && kind === 'direct' && cue !== undefined && cue.start >= sentence.start && cue.end <= token,
  ) !== undefined;

/** The last reported clause of the sentence that begins before a cue. */
export const reportedClauseBefore = ({ candidates, sentence, zone }: Site, group: VerbGroup): Candidate | undefined =>
  latest(
    candidates,
    REACH,
    (candidate) =>
      candidate.rule === 'reported-clause' &&
      candidate.zone === zone.span &&
      (candidate.cue?.start ?? -1) >= sentence.start &&
      (candidate.parts[0]?.start ?? group.left) < group.left,
  );

/** The last quotation with a speaker that the sentence has before a mark: "X estime que la digue cède : « … »". */
export const reportBefore = (candidates: readonly Candidate[], sentence: Range, open: number): Candidate | undefined =>
  latest(
    candidates,
    REACH,
    (candidate) =>
      candidate.zone === -1 &&
      candidate.speaker !== undefined &&
      (candidate.cue?.start ?? -1) >= sentence.start &&
      (candidate.parts.at(-1)?.end ?? open) < open,
  );
