import type { SeenSpan, TypedSpan } from './article';
import type { FormMemory } from './formMemory';
import type { LearntName } from './projectModel';

/** Why something is suggested otherwise than shipped: what was decided of the same words, the likeliest first. */
export interface LearntReason {
  /** The words as they stand, parted by single spaces. */
  readonly form: string;
  /** In how many articles they were decided to be of a type; the empty type is no name. Empty: only likes of them were decided on. */
  readonly decided: readonly { readonly type: string; readonly articles: number }[];
}

/**
 * What learning changes in the shipped suggestions of a span: another type or confidence, a name where none was found, or no
 * name (the empty type). Plain data; offsets in UTF-16.
 */
export interface LearntChange extends TypedSpan {
  /** Between 0 and 1; of no name, how sure that is not known. */
  readonly confidence: number;
  readonly because: LearntReason;
}

/** A confidence that differs by less from the shipped one is the same to who reads it. */
const LIKE = 0.1;

/** How suggestions after learning differ from the shipped ones, in text order. */
export function learntChanges(spans: readonly SeenSpan[], names: readonly LearntName[], memory: FormMemory): LearntChange[] {
  const changes: LearntChange[] = [];
  const suggested = new Map(names.map((name) => [placeOf(name), name]));
  for (const span of spans) {
    const { start, end, form, found } = span;
    const name = suggested.get(placeOf(span));
    const isAsShipped =
      name === undefined ? found === undefined : found?.type === name.type && Math.abs(found.confidence - name.confidence) < LIKE;
    if (isAsShipped) continue;
    const because = { form, decided: decidedOf(memory, form) };
    changes.push({ start, end, type: name?.type ?? '', confidence: name?.confidence ?? 0, because });
  }
  return changes;
}

function decidedOf(memory: FormMemory, form: string): LearntReason['decided'] {
  return [...memory.decided(form)]
    .map(([type, keys]) => ({ type, articles: keys.size }))
    .sort((a, b) => b.articles - a.articles || (a.type < b.type ? -1 : 1));
}

const placeOf = ({ start, end }: Pick<TypedSpan, 'start' | 'end'>): string => `${start}-${end}`;
