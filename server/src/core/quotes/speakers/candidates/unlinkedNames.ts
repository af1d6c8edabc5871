import { lowerBound, overlaps, type Span } from '../../../span';
import type { QuoteWords } from '../../candidate';
import { endOf, startOf, textOf } from '../../offsets';
import type { CandidateMention, CandidateSources, CandidateSpeaker, CandidateType } from '../candidates';
import { type CapitalName, capitalNames } from './capitalNames';

/** A name by its capitals that the entity layer has not found; offsets in the document. */
interface UnlinkedName extends Span {
  readonly name: string;
  readonly paragraph: number;
  readonly isQuoted: boolean;
  /** What the words around it make likely. */
  readonly type: CandidateType;
}

/** The names in the text that no mention of the entity layer overlaps. */
export function unlinkedNamesIn({ paragraphs, scans, mentions }: CandidateSources): UnlinkedName[] {
  return scans.flatMap(({ words }, paragraph) => {
    const place = paragraphs[paragraph];
    if (place === undefined) return [];
    const here = mentions.slice(lowerBound(mentions, place.start), lowerBound(mentions, place.end));
    return words
      .once(capitalNames, 0, words.tokens.length)
      .map((name) => unlinkedName(words, name, paragraph, place.start))
      .filter((name) => !here.some((mention) => overlaps(mention, name)));
  });
}

function unlinkedName(words: QuoteWords, { start, end, type }: CapitalName, paragraph: number, base: number): UnlinkedName {
  return {
    start: base + startOf(words, start),
    end: base + endOf(words, end - 1),
    name: textOf(words, start, end),
    paragraph,
    isQuoted: (words.marks.inside[start] ?? -1) >= 0,
    type,
  };
}

/**
 * Joins names outside the entity layer to candidates with the same family name, or makes them candidates of their own.
 * @param candidates - those known so far; grows
 * @returns the mentions by these names
 */
export function addUnlinkedNames(names: readonly UnlinkedName[], candidates: CandidateSpeaker[]): CandidateMention[] {
  const known = new KnownNames(candidates);
  // the long forms first, so that the family name alone finds its bearer whatever the order in the text
  const longestFirst = [...names].sort((a, b) => b.name.length - a.name.length || a.start - b.start);
  return longestFirst.map(({ start, end, name, paragraph, isQuoted, type }) => {
    let candidate = known.bearerOf(name);
    if (candidate === undefined) {
      candidate = { name, type: 'unknown', roles: [], forms: new Set(), places: [] };
      candidates.push(candidate);
    }
    if (candidate.entity === undefined && (candidate.type === 'unknown' || type === 'PER')) candidate.type = type;
    known.add(candidate, name);
    if (name.length > candidate.name.length && name.endsWith(candidate.name)) candidate.name = name;
    return { start, end, candidate, paragraph, isQuoted };
  });
}

/** The forms of names, whole and by their last words. */
class KnownNames {
  private readonly byForm = new Map<string, CandidateSpeaker>();
  private readonly byFamilyName = new Map<string, CandidateSpeaker>();

  constructor(candidates: readonly CandidateSpeaker[]) {
    for (const candidate of candidates) for (const form of candidate.forms) this.add(candidate, form);
  }

  add(candidate: CandidateSpeaker, form: string): void {
    candidate.forms.add(form);
    this.byForm.set(form, candidate);
    const last = lastWord(form);
    if (!this.byFamilyName.has(last)) this.byFamilyName.set(last, candidate);
  }

  bearerOf(name: string): CandidateSpeaker | undefined {
    const sameForm = this.byForm.get(name);
    if (sameForm !== undefined) return sameForm;
    if (!name.includes(' ')) return this.byFamilyName.get(name);
    const sameFamily = this.byFamilyName.get(lastWord(name));
    if (sameFamily === undefined) return undefined;
    // "Thomas Hans Hansson" and "Hans Hansson" are one; two first names are two people
    return sameFamily.name.endsWith(name) || name.endsWith(sameFamily.name) ? sameFamily : undefined;
  }
}

const lastWord = (name: string): string => name.split(/\s+/).at(-1) as string;
