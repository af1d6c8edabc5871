import type { DateCandidate } from '../expression';
import { type Context, emptyContext, type Resolved } from './context';
import { resolveMeaning } from './meaning';
import type { Point } from './point';

/** How a word before it bounds the interval: since, until, before, by. Durations keep their own. */
export function signalled(resolved: Resolved, { signal, document }: Context): Resolved {
  const { edtf } = resolved;
  if (resolved.type !== 'DATE' || edtf === undefined || signal === undefined || /[[{~]/.test(edtf)) return resolved;
  const [first = '', last = first] = edtf.split('/');
  switch (signal) {
    case 'since':
    case 'from':
      return { ...resolved, edtf: `${first}/..` };
    case 'after':
      return { ...resolved, edtf: `${first}/..`, ...unlessModified(resolved, 'AFTER') };
    case 'until':
      return { ...resolved, edtf: `../${last}` };
    case 'before':
      return { ...resolved, edtf: `../${last}`, ...unlessModified(resolved, 'BEFORE') };
    case 'by':
      return liesBehind(resolved, document) ? resolved : { ...resolved, edtf: `${document?.edtf}/${last}` };
    default:
      return resolved;
  }
}

const unlessModified = ({ mod }: Resolved, said: 'AFTER' | 'BEFORE'): Pick<Resolved, 'mod'> =>
  mod === undefined ? { mod: said } : {};

/** Whether the document's day comes after it, or is not known. */
const liesBehind = ({ latest = 0 }: Resolved, document: Point | null): boolean =>
  document?.edtf === undefined || document.earliest > latest;

/** The tense that a date's signal gives it, or else its verb. */
export function tenseOf(candidate: DateCandidate, document: Point | null): 'past' | 'future' | undefined {
  return looksAhead(candidate) && !isJustGone(candidate, document) ? 'future' : candidate.tense;
}

/** By a day, and from, until or before one where no verb speaks of the past: one to come. */
function looksAhead({ signal, tense, opensRange }: DateCandidate): boolean {
  if (signal === 'by') return true;
  return tense === undefined && (signal === 'before' || signal === 'until' || (signal === 'from' && opensRange !== true));
}

// How many days back a day that no verb puts in the future is taken for the latest one.
const JUST_GONE = 60;

/** From the 18th of February on, said two days later: no day to come. */
function isJustGone({ meaning, signal }: DateCandidate, document: Point | null): boolean {
  if (signal === 'by' || meaning.kind !== 'calendar' || meaning.month === undefined || document === null) return false;
  const { point } = resolveMeaning(meaning, { ...emptyContext(false), document });
  const gone = point === undefined ? -1 : document.earliest - point.latest;
  return gone > 0 && gone <= JUST_GONE;
}
