import type { ParagraphView } from '../../document';
import type { PassMemory } from '../../passMemory';
import type { ParagraphName } from '../mention';
import type { TaggedSentence } from '../tagger';

/** What a paragraph is made of, wherever it stands. */
export interface NamedParagraph {
  readonly view: ParagraphView;
  /** Those with words that may belong to a name. */
  readonly sentences: readonly TaggedSentence[];
}

/**
 * The names of a paragraph. Immutable but for what is worked out of them once (see {@link fact}); a paragraph whose names an
 * edit elsewhere leaves as they were keeps the very object.
 */
export class ParagraphNames {
  /** In text order. */
  readonly list: readonly ParagraphName[];
  readonly of: NamedParagraph;
  /** What was worked out, by the number of the fact. */
  readonly facts: unknown[] = [];

  constructor(list: readonly ParagraphName[], of: NamedParagraph) {
    this.list = list;
    this.of = of;
  }
}

/** The names of all paragraphs of a document, in order. */
export type DocumentNames = readonly ParagraphNames[];

let facts = 0;

/**
 * Something that a paragraph's names say by themselves, worked out once.
 * @param make - pure; of sources it reads only what one annotator has once for all
 */
export function fact<T extends object, Sources>(
  make: (here: ParagraphNames, sources: Sources) => T,
): (here: ParagraphNames, sources: Sources) => T {
  const at = facts++;
  return (here, sources) => {
    const known = here.facts[at];
    if (known !== undefined) return known as T;
    const made = make(here, sources);
    here.facts[at] = made;
    return made;
  };
}

/**
 * Each paragraph's names as a function leaves them. Where it makes the same of a paragraph as at the last version, the object
 * is the same too, so that what follows finds it again.
 * @param refine - gives the very list of the paragraph where it changes nothing
 * @returns the very list that was given where nothing changes
 */
export function refineEach(
  names: DocumentNames,
  memory: PassMemory,
  step: string,
  refine: (here: ParagraphNames, paragraph: number) => readonly ParagraphName[],
): DocumentNames {
  const kept = memory.of<ParagraphNames>(step);
  let refined: ParagraphNames[] | undefined;
  for (let p = 0; p < names.length; p++) {
    const here = names[p] as ParagraphNames;
    const list = refine(here, p);
    if (list === here.list) continue;
    const known = kept[p];
    const made =
      known !== undefined && known.of === here.of && areSame(known.list, list) ? known : new ParagraphNames(list, here.of);
    kept[p] = made;
    refined ??= names.slice();
    refined[p] = made;
  }
  return refined ?? names;
}

/** What a refinement made of a paragraph that depends on the paragraph alone. */
interface Refined {
  readonly from: ParagraphNames;
  readonly to: ParagraphNames;
}

/** The same for what depends on the paragraph's own names alone: it is not asked again about those that are as they were. */
export function refineAlone(
  names: DocumentNames,
  memory: PassMemory,
  step: string,
  refine: (here: ParagraphNames) => readonly ParagraphName[],
): DocumentNames {
  const kept = memory.of<Refined>(step);
  let refined: ParagraphNames[] | undefined;
  for (let p = 0; p < names.length; p++) {
    const from = names[p] as ParagraphNames;
    if (from.list.length === 0) continue;
    let known = kept[p];
    if (known?.from !== from) {
      const list = refine(from);
      known = { from, to: list === from.list ? from : new ParagraphNames(list, from.of) };
      kept[p] = known;
    }
    if (known.to === from) continue;
    refined ??= names.slice();
    refined[p] = known.to;
  }
  return refined ?? names;
}

function areSame(a: readonly ParagraphName[], b: readonly ParagraphName[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i] || isSame(name, b[i] as ParagraphName));
}

function isSame(a: ParagraphName, b: ParagraphName): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.type === b.type &&
    a.confidence === b.confidence &&
    a.nested === b.nested &&
    a.words?.sentence === b.words?.sentence &&
    a.words?.from === b.words?.from &&
    a.words?.to === b.words?.to
  );
}
