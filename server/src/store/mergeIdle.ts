// What one side of a merge did not decide, though it is not as it was: words lost, or found elsewhere, by the reader alone.
import { overlaps } from '../core/span';
import { type Annotation, compareText } from '../formats/annotationDocument';
import type { Decisions, LostDecision, Mark } from './decisions';
import { withLost } from './lost';
import { sameSpans } from './rebaseDecisions';

/** The annotations of decisions, by id. */
export const byId = ({ document }: Decisions): ReadonlyMap<string, Annotation> =>
  new Map(document.annotations.map((annotation) => [annotation.id, annotation]));

/** Whether two annotations say the same of the same place, or are both not there. */
export function same(a: Annotation | undefined, b: Annotation | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || !sameSpans(a.spans, b.spans)) return false;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain({ spans: _, ...rest }: Annotation): unknown {
  return {
    ...rest,
    attributes: Object.entries(rest.attributes).sort(([a], [b]) => compareText(a, b)),
    layer: rest.layer,
    type: rest.type,
  };
}

/** Whether no place of one annotation touches one of the other's. */
export const standsElsewhere = (one: Annotation, other: Annotation): boolean =>
  !one.spans.some((span) => other.spans.some((place) => overlaps(span, place)));

/**
 * A side, as if it still had the words of what it has lost and the other side has changed or taken away since. To have lost
 * words is not to have decided on them: it is no other opinion, and what was taken away is not to come back as lost.
 */
export function withoutIdleLosses(base: Decisions, side: Decisions, other: Decisions): Decisions {
  const [before, now] = [byId(base), byId(other)];
  const lostThere = new Set(other.lost.map(({ annotation }) => annotation.id));
  const idle = new Map<LostDecision, Annotation>();
  for (const item of side.lost) {
    const was = before.get(item.annotation.id);
    const isSettled = was && !lostThere.has(was.id) && isDecided(was, now.get(was.id));
    if (isSettled && same({ ...item.annotation, spans: was.spans }, was)) idle.set(item, was);
  }
  if (idle.size === 0) return side;
  const { annotations, relations } = side.document;
  const known = new Set(relations.map(({ id }) => id));
  const back = new Map([...idle.keys()].flatMap((item) => item.relations.map((relation) => [relation.id, relation] as const)));
  return {
    ...side,
    lost: side.lost.filter((item) => !idle.has(item)),
    document: {
      ...side.document,
      annotations: [...annotations, ...idle.values()],
      relations: [...relations, ...[...back.values()].filter(({ id }) => !known.has(id))],
    },
  };
}

/** Whether something was changed or taken away; not where another one may stand under its number. */
const isDecided = (was: Annotation, now: Annotation | undefined): boolean =>
  !same(now, was) && (now === undefined || !standsElsewhere(now, was));

/**
 * A side that was read from files, with what these files said before of the same words placed, or lost, as the base has it,
 * where the other side has decided on it. A text changed in the editor and not in the files leaves a reader to find each
 * place by its words, and that may give another place than the edits do: it is no other opinion.
 */
export function withoutIdleMoves(
  side: Decisions,
  { asReadBefore, base, other }: { readonly asReadBefore: Decisions; readonly base: Decisions; readonly other: Decisions },
): Decisions {
  const [read, before, now] = [byId(asReadBefore), byId(base), byId(other)];
  const gone = new Map(base.lost.map((item) => [item.annotation.id, item]));
  const stillLost = new Set(other.lost.map(({ annotation }) => annotation.id));
  const [placed, lost] = [new Map<string, Annotation>(), new Map<string, LostDecision>()];
  for (const annotation of side.document.annotations) {
    const { id } = annotation;
    if (!same(annotation, read.get(id))) continue;
    const [was, item] = [before.get(id), gone.get(id)];
    if (was && !same(now.get(id), was)) placed.set(id, was);
    if (item && !stillLost.has(id) && same({ ...item.annotation, spans: annotation.spans }, annotation)) lost.set(id, item);
  }
  if (placed.size + lost.size === 0) return side;
  const marks = [...side.marks].filter(([id]) => !placed.has(id));
  const known = [...placed.keys()].flatMap((id): readonly (readonly [string, Mark])[] => {
    const mark = base.marks.get(id);
    return mark ? [[id, mark]] : [];
  });
  const annotations = side.document.annotations.filter(({ id }) => !lost.has(id)).map((one) => placed.get(one.id) ?? one);
  return withLost({ ...side, marks: new Map([...marks, ...known]), document: { ...side.document, annotations } }, [
    ...lost.values(),
  ]);
}
