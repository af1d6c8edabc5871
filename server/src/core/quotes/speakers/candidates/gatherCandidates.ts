import type { Entity, EntityMention } from '../../../analysis';
import type { PlacedParagraph } from '../../../document';
import type { PassMemory } from '../../../passMemory';
import type { QuoteVocabulary } from '../../vocabulary';
import type { CandidateMention, CandidateSources, CandidateSpeaker, SpeakerCandidates } from '../candidates';
import { roleNamed } from '../roles';
import { indexByNoun, indexByRole, whenAsked } from './candidateIndexes';
import { expandAcronyms } from './expandAcronyms';
import { mergeAmbiguousPlaces } from './mergeAmbiguousPlaces';
import { type FoundName, type NameInParagraph, type NamesOfParagraph, namesOfParagraph } from './nameInParagraph';
import { addRolesAround } from './rolesAroundNames';
import { addUnlinkedNames } from './unlinkedNames';

/** Gathers those who can speak from the entity layer, and from capitals where that layer sees nothing. */
export function gatherCandidates(sources: CandidateSources, pack: QuoteVocabulary, memory: PassMemory): SpeakerCandidates {
  const { entities, scans, mentions } = sources;
  const byId = new Map(entities.map((entity) => [entity.id, candidateOf(entity, pack)]));
  mergeAmbiguousPlaces(entities, byId);
  const paragraphs = namesByParagraph(sources, memory);
  addForms(mentions, byId);
  const all = [...new Set(byId.values())];
  const unlinked = paragraphs.flatMap((names) => names?.unlinked ?? []);
  const meant = addUnlinkedNames(unlinked, all);
  expandAcronyms(scans, all);
  const placed = placeNames(sources, paragraphs, byId, meant);
  return {
    all,
    mentions: placed,
    byRole: whenAsked(() => indexByRole(all)),
    byNoun: whenAsked(() => indexByNoun(all, pack)),
  };
}

function candidateOf({ id, name, aliases, type, gender, number, role }: Entity, pack: QuoteVocabulary): CandidateSpeaker {
  return {
    name,
    entity: id,
    type,
    // what lists say of such a name is a guess; titles and participles are read here anyway
    ...(gender && !isNameOfEither(name, pack) && { gender }),
    ...(number && { number }),
    roles: role
      ? [
          roleNamed(
            role
              .split(/[\s'’-]+/)
              .filter(Boolean)
              .join(' '),
            pack,
          ),
        ]
      : [],
    forms: new Set([name, ...aliases]),
    places: [],
  };
}

/** "Camille Roux", "Lee Barker": the first name of several. */
const isNameOfEither = (name: string, { speakers }: QuoteVocabulary): boolean =>
  /\s/.test(name) && speakers.eitherNames.has((name.split(/\s/)[0] as string).toLowerCase());

/** Adds the words of the mentions of a place that is no candidate of its own to the forms of the one that it is. */
function addForms(mentions: readonly EntityMention[], byId: ReadonlyMap<string, CandidateSpeaker>): void {
  const merged = new Map([...byId].filter(([id, candidate]) => candidate.entity !== id));
  if (merged.size === 0) return;
  for (const { entity, text, nested } of mentions) if (!nested) merged.get(entity)?.forms.add(text);
}

/** The names of each paragraph; undefined for one that has no scan. */
function namesByParagraph({ mentions, paragraphs, scans }: CandidateSources, memory: PassMemory) {
  const kept = memory.of<NamesOfParagraph>('speaker-names');
  let at = 0;
  return scans.map(({ words }, p): NamesOfParagraph | undefined => {
    const place = paragraphs[p];
    if (place === undefined) return undefined;
    while (at < mentions.length && (mentions[at] as EntityMention).start < place.start) at++;
    const from = at;
    while (at < mentions.length && (mentions[at] as EntityMention).start < place.end) at++;
    let known = kept[p];
    if (known?.words !== words || !areSame(known.found, mentions, { from, to: at }, place.start)) {
      const found = mentions.slice(from, at).map(
        ({ start, end, nested }): FoundName => ({
          start: start - place.start,
          end: end - place.start,
          nested: nested === true,
        }),
      );
      known = namesOfParagraph(words, found);
      kept[p] = known;
    }
    return known;
  });
}

/** Whether mentions stand just where names were found, counted from a paragraph's start; `range`: their indices. */
function areSame(found: readonly number[], mentions: readonly EntityMention[], range: IndexRange, base: number): boolean {
  if (found.length !== 2 * (range.to - range.from)) return false;
  for (let i = range.from, k = 0; i < range.to; i++, k += 2) {
    const { start, end } = mentions[i] as EntityMention;
    if (start - base !== found[k] || end - base !== found[k + 1]) return false;
  }
  return true;
}

interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** Where candidates are named, in text order. Gives them their places, and the roles and the gender that the words there show. */
class Placing {
  readonly mentions: CandidateMention[] = [];
  readonly #votes = new Map<CandidateSpeaker, number>();

  /** @param base - where the name's paragraph begins */
  add(name: NameInParagraph, candidate: CandidateSpeaker, paragraph: number, base: number): void {
    const { start, end, isQuoted } = name;
    this.mentions.push({ start: start + base, end: end + base, candidate, paragraph, isQuoted });
    candidate.places.push(start + base);
    addRolesAround(candidate, name);
    const gender = candidate.type === 'ORG' || candidate.type === 'LOC' ? undefined : name.participle;
    if (gender !== undefined) this.#votes.set(candidate, (this.#votes.get(candidate) ?? 0) + VOTE[gender]);
  }

  /** Participles say more surely than titles and roles what gender a person has. */
  takeGenders(): void {
    for (const [candidate, vote] of this.#votes)
      if (vote !== 0 && candidate.type !== 'ORG') candidate.gender = vote > 0 ? 'f' : 'm';
  }
}

const VOTE = { f: 1, m: -1 } as const;

/** @param meant - whom the names mean that the entity layer has not found, in their order */
function placeNames(
  { mentions, paragraphs }: CandidateSources,
  names: readonly (NamesOfParagraph | undefined)[],
  byId: ReadonlyMap<string, CandidateSpeaker>,
  meant: readonly CandidateSpeaker[],
): readonly CandidateMention[] {
  const placing = new Placing();
  let nextMention = 0;
  let nextMeant = 0;
  for (let p = 0; p < names.length; p++) {
    const { linked = NOBODY, unlinked = NOBODY } = names[p] ?? {};
    if (linked.length + unlinked.length === 0) continue;
    const base = (paragraphs[p] as PlacedParagraph).start;
    let free = 0;
    const addUnlinked = (before: number): void => {
      for (; free < unlinked.length && (unlinked[free] as NameInParagraph).start < before; free++)
        placing.add(unlinked[free] as NameInParagraph, meant[nextMeant++] as CandidateSpeaker, p, base);
    };
    for (const name of linked) {
      addUnlinked(name.start);
      while (isPassedOver(mentions[nextMention], name.start + base)) nextMention++;
      const candidate = byId.get((mentions[nextMention++] as EntityMention).entity);
      if (candidate !== undefined) placing.add(name, candidate, p, base);
    }
    addUnlinked(Number.POSITIVE_INFINITY);
  }
  placing.takeGenders();
  return placing.mentions;
}

const NOBODY: readonly NameInParagraph[] = [];

/** Whether a mention is nested, or stands before a place. */
const isPassedOver = (mention: EntityMention | undefined, start: number): boolean =>
  mention !== undefined && (mention.nested === true || mention.start < start);
