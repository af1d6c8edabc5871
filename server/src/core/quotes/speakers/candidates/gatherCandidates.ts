import type { Entity } from '../../../analysis';
import type { PlacedParagraph } from '../../../document';
import { bySpan } from '../../../span';
import { tokenAt } from '../../../syntax/paragraphWords';
import type { ParagraphScan } from '../../detect';
import { paragraphStart } from '../../offsets';
import type { QuoteVocabulary } from '../../vocabulary';
import type { CandidateMention, CandidateSources, CandidateSpeaker, SpeakerCandidates } from '../candidates';
import { officeOf, roleOf } from '../roles';
import { indexByNoun, indexByRole, whenAsked } from './candidateIndexes';
import { expandAcronyms } from './expandAcronyms';
import { mergeAmbiguousPlaces } from './mergeAmbiguousPlaces';
import { participleGender } from './participleGender';
import { addRolesAround } from './rolesAroundNames';
import { addUnlinkedNames, unlinkedNamesIn } from './unlinkedNames';

/** Gathers those who can speak from the entity layer, and from capitals where that layer sees nothing. */
export function gatherCandidates(sources: CandidateSources, pack: QuoteVocabulary): SpeakerCandidates {
  const { entities, paragraphs, scans } = sources;
  const byId = new Map(entities.map((entity) => [entity.id, candidateOf(entity, pack)]));
  mergeAmbiguousPlaces(entities, byId);
  const linked = linkedMentions(sources, byId);
  const unlinked = unlinkedNamesIn(sources);
  const all = [...new Set(byId.values())];
  const mentions = [...linked, ...addUnlinkedNames(unlinked, all)].sort(bySpan);
  expandAcronyms(scans, all);
  for (const { candidate, start } of mentions) candidate.places.push(start);
  describeCandidates(mentions, paragraphs, scans);
  return {
    all,
    mentions,
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
    roles: role ? [officeOf(roleOf(role.split(/[\s'’-]+/).filter(Boolean), pack), pack)] : [],
    forms: new Set([name, ...aliases]),
    places: [],
  };
}

/** "Camille Roux", "Lee Barker": the first name of several. */
const isNameOfEither = (name: string, { speakers }: QuoteVocabulary): boolean =>
  /\s/.test(name) && speakers.eitherNames.has((name.split(/\s/)[0] as string).toLowerCase());

/** The mentions of the entity layer, the nested ones left out. Each adds its words to the forms of its candidate. */
function linkedMentions(
  { mentions, paragraphs, scans }: CandidateSources,
  byId: ReadonlyMap<string, CandidateSpeaker>,
): CandidateMention[] {
  const linked: CandidateMention[] = [];
  let paragraph = 0;
  for (const { start, end, entity, nested, text } of mentions) {
    while (paragraph < paragraphs.length && (paragraphs[paragraph]?.end ?? 0) <= start) paragraph++;
    const words = scans[paragraph]?.words;
    const base = paragraphStart(paragraphs, paragraph);
    const candidate = byId.get(entity);
    if (words === undefined || start < base || candidate === undefined || nested) continue;
    candidate.forms.add(text);
    const isQuoted = (words.marks.inside[tokenAt(words, start - base)] ?? -1) >= 0;
    linked.push({ start, end, candidate, paragraph, isQuoted });
  }
  return linked;
}

/** Gives the candidates the roles and the gender that the words around their names show. */
function describeCandidates(
  mentions: readonly CandidateMention[],
  paragraphs: readonly PlacedParagraph[],
  scans: readonly ParagraphScan[],
): void {
  const votes = new Map<CandidateSpeaker, number>();
  for (const mention of mentions) {
    const { candidate, paragraph } = mention;
    const words = scans[paragraph]?.words;
    if (words === undefined) continue;
    const base = paragraphStart(paragraphs, paragraph);
    addRolesAround(words, mention, base);
    const gender = participleGender(words, mention, base);
    if (gender !== undefined) votes.set(candidate, (votes.get(candidate) ?? 0) + VOTE[gender]);
  }
  takeGenders(votes);
}

const VOTE = { f: 1, m: -1 } as const;

/** Participles say more surely than titles and roles what gender a person has. */
function takeGenders(votes: ReadonlyMap<CandidateSpeaker, number>): void {
  for (const [candidate, vote] of votes) if (vote !== 0 && candidate.type !== 'ORG') candidate.gender = vote > 0 ? 'f' : 'm';
}
