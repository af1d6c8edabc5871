import type { LearntChange } from '../core/learning/changes';
import { contains, overlaps, type Span } from '../core/span';
import type { Suggestion } from './suggestions';

/** A suggestion whose name is still to come. It is filled in where it stands: copies of thousands take longer than all else here. */
export type Draft = Omit<Suggestion, 'id'> & { id: string };

/** What decisions call the source of a suggestion that was learnt from decisions. */
const LEARNT_SOURCE = 'corpus-annotator/learnt';
const LEARNT_SOURCES = [LEARNT_SOURCE];

/**
 * Our own suggestions as what was learnt changes them: names with another type or confidence, names that learning takes away,
 * and names that it adds. What stood in a name that is taken away goes with it, and what crosses one that is added. Dates and
 * quotations stay as they are.
 */
export function withLearnt(drafts: Draft[], learnt: readonly LearntChange[]): Draft[] {
  if (learnt.length === 0) return drafts;
  const changes = new Map(learnt.map((change) => [placeOf(change), change]));
  const gone = learnt.filter(({ type }) => type === '');
  const names = learnt.filter(({ type }) => type !== '');
  const taken = new Set<string>();
  const kept = drafts.flatMap((draft): Draft[] => {
    const [span] = draft.spans;
    if (draft.layer !== 'entity' || span === undefined) return [draft];
    const change = changes.get(placeOf(span));
    if (change !== undefined) {
      if (change.type === '' || taken.has(placeOf(span))) return [];
      taken.add(placeOf(span));
      return [changed(draft, change)];
    }
    const isLost = gone.some((other) => contains(other, span)) || names.some((other) => crosses(other, span));
    return isLost ? [] : [draft];
  });
  for (const change of names) if (!taken.has(placeOf(change))) kept.push(added(change));
  return kept;
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`;
const crosses = (a: Span, b: Span): boolean => overlaps(a, b) && !contains(a, b) && !contains(b, a);

/** A name of the project's own layer has it before a slash: see `nameDecisions`. */
function typeOf(learnt: string): { readonly layer: string; readonly type: string } {
  const slash = learnt.indexOf('/');
  return slash < 0 ? { layer: 'entity', type: learnt } : { layer: learnt.slice(0, slash), type: learnt.slice(slash + 1) };
}

function changed(draft: Draft, change: LearntChange): Draft {
  const { layer, type } = typeOf(change.type);
  const score = change.confidence;
  if (layer === draft.layer && type === draft.type) return { ...draft, score };
  return { ...draft, layer, type, score, sources: LEARNT_SOURCES, because: change.because };
}

function added({ start, end, confidence, type, because }: LearntChange): Draft {
  return {
    id: '',
    ...typeOf(type),
    spans: [{ start, end }],
    score: confidence,
    attributes: {},
    sources: LEARNT_SOURCES,
    because,
  };
}
