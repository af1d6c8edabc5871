import { lowerBound } from '../../../span';
import { paragraphStart } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import type { Discourse } from '../discourse';
import type { Anaphor, AnaphorForm } from './anaphor';
import { placesBefore } from './calledInText';
import { EVIDENCE } from './evidence';
import { mainCandidates, type Option } from './options';
import { hasUnnamedSubject, unnamedSpeaker } from './unnamed';

/** What all options of an anaphor have in common. */
export interface Scene {
  readonly anaphor: Anaphor;
  readonly options: readonly Option[];
  /** Whether the quotation says "I". */
  readonly saysI: boolean;
  /** Those whom its words name, and who hardly say them. */
  readonly inWords: ReadonlySet<CandidateSpeaker>;
  readonly compared: Compared;
}

/** How far the nearest of the options is, in sentences or turns; infinite where none is. */
interface Compared {
  /** How many options were named before the anaphor, or speak. */
  readonly known: number;
  readonly named: number;
  /** How many were named as near as that. */
  readonly asNear: number;
  readonly active: number;
  readonly subject: number;
  readonly turn: number;
}

/** What an anaphor's options are to be weighed in. */
export function sceneOf(anaphor: Anaphor, options: readonly Option[]): Scene {
  const { discourse, where } = anaphor;
  const inWords = new Set<CandidateSpeaker>();
  let saysI = false;
  for (const [start, end] of where.quoted) {
    for (const { candidate } of mentionsIn(discourse.candidates, start, end)) inWords.add(candidate);
    saysI ||= hasFirstPerson(discourse, where.paragraph, start, end);
  }
  return { anaphor, options, saysI, inWords, compared: compare(options) };
}

// Of a long quotation its first words tell who speaks.
const MAX_TOKENS = 400;

function hasFirstPerson({ scans, paragraphs, pack }: Discourse, paragraph: number, start: number, end: number): boolean {
  const words = scans[paragraph]?.words;
  if (words === undefined) return false;
  const base = paragraphStart(paragraphs, paragraph);
  const first = lowerBound(words.tokens, start - base);
  for (let i = first; i < Math.min(words.tokens.length, first + MAX_TOKENS); i++) {
    if (base + (words.tokens[i]?.end ?? 0) > end) return false;
    if (pack.narrative.firstPersonSubjects.has(words.at(i))) return true;
  }
  return false;
}

const NEVER = Number.POSITIVE_INFINITY;

function compare(options: readonly Option[]): Compared {
  const compared = { known: 0, named: NEVER, asNear: 0, active: NEVER, subject: NEVER, turn: NEVER };
  for (const option of options) {
    const { named = NEVER, subject = NEVER, turn = NEVER } = option;
    if (!option.isLater) compared.known++;
    if (named < compared.named) compared.asNear = 0;
    compared.named = Math.min(compared.named, named);
    if (named === compared.named) compared.asNear++;
    compared.active = Math.min(compared.active, activeIn(option));
    compared.subject = Math.min(compared.subject, subject);
    compared.turn = Math.min(compared.turn, turn);
  }
  return compared;
}

/** The last sentence in which somebody speaks or acts; who speaks comes before who acts in the same. */
const activeIn = ({ spoke = NEVER, subject = NEVER, resolution }: Option): number =>
  Math.min(spoke, subject + (resolution.candidate?.type === 'PER' ? 0.3 : 0.6));

/** Puts the evidence for and against an option, by the numbers of {@link EVIDENCE}, into a list that is empty. */
export function gatherEvidence(scene: Scene, option: Option, found: number[]): void {
  const { anaphor, inWords, saysI } = scene;
  const { candidate, name } = option.resolution;
  const type = candidate?.type ?? 'described';
  found.push(
    EVIDENCE.type.of(type),
    EVIDENCE.gender.of(genderEvidence(anaphor, option)),
    option.isLater ? EVIDENCE.namedLater : EVIDENCE.named.of(option.named),
    EVIDENCE.subject.of(option.subject),
    EVIDENCE.spoke.of(option.spoke),
    EVIDENCE.turn.of(option.turn),
    EVIDENCE.quoted.of(option.quoted),
    EVIDENCE.prominence.of(prominence(anaphor, option)),
  );
  if (candidate && inWords.has(candidate)) found.push(EVIDENCE.inWords);
  if (saysI) found.push(EVIDENCE.saysI.of(type));
  if (anaphor.actor !== undefined && anaphor.actor === name) found.push(EVIDENCE.acts);
  gatherPlace(option, found);
  gatherCompared(scene, option, found);
  gatherRoles(anaphor, option, found);
}

/** The evidence that an anaphor means nobody named. */
export function gatherNobody({ anaphor, options, compared: { known, turn } }: Scene, found: number[]): void {
  found.push(EVIDENCE.nobody, EVIDENCE.nobodyKnown.of(KNOWN[Math.min(known, 3)] as (typeof KNOWN)[number]));
  if (anaphor.hasNamedComplement) found.push(EVIDENCE.nobodyComplement);
  if (anaphor.gender === undefined) found.push(EVIDENCE.nobodyNoGender);
  if (turn !== 0 && !options.some(isNear)) found.push(EVIDENCE.nobodyNear);
  if (turn === 0) found.push(EVIDENCE.nobodyLastSpeaker);
  if (anaphor.isOffice) found.push(EVIDENCE.nobodyOffice);
  gatherUnnamed(anaphor, found);
  if (anaphor.role === undefined) return;
  if (options.some((option) => sharesRole(anaphor, option))) found.push(EVIDENCE.nobodyRoleShared);
  else if (placesBefore(anaphor).length > 0) found.push(EVIDENCE.nobodyCalledBefore);
}

/** Whether each form takes up the subject before it too; the others take up nobody without a name. */
const TAKES_UP: ReadonlyMap<AnaphorForm, { readonly subject: boolean }> = new Map([
  ['pronoun', { subject: true }],
  ['without words', { subject: false }],
]);

/** What a pronoun, or words without a speaker, take up from somebody without a name. */
function gatherUnnamed(anaphor: Anaphor, found: number[]): void {
  const takes = TAKES_UP.get(anaphor.form);
  const spoke = takes && unnamedSpeaker(anaphor);
  if (spoke !== undefined) found.push(EVIDENCE.nobodyUnnamed.of(spoke));
  if (takes?.subject && hasUnnamedSubject(anaphor)) found.push(EVIDENCE.nobodyUnnamedSubject);
}

const KNOWN = ['0 known', '1 known', '2 known', '3 known'] as const;

const isNear = ({ named = NEVER, spoke = NEVER }: Option): boolean => Math.min(named, spoke) < 3;

function genderEvidence({ gender }: Anaphor, { resolution }: Option): 'open' | 'same' | 'unknown' {
  if (gender === undefined) return 'open';
  return (resolution.candidate?.gender ?? resolution.gender) === gender ? 'same' : 'unknown';
}

/** How much of an article is about somebody. */
function prominence({ discourse }: Anaphor, { resolution: { candidate } }: Option): 'low' | '1' | '2' | '3' {
  const rank = candidate === undefined ? -1 : mainCandidates(discourse).indexOf(candidate);
  return RANKS[rank] ?? 'low';
}

const RANKS = ['1', '2', '3'] as const;

/** Where somebody stands in the sentence that last named them. */
function gatherPlace({ isNamedHere, isLast, isFirst, governed }: Option, found: number[]): void {
  if (isNamedHere) found.push(EVIDENCE.namedHere);
  if (isLast) found.push(EVIDENCE.last);
  if (isFirst) found.push(EVIDENCE.first);
  if (governed) found.push(EVIDENCE.governed.of(governed));
}

/** What holds of an option beside the others. */
function gatherCompared({ compared }: Scene, option: Option, found: number[]): void {
  const { named, subject, turn, isLater } = option;
  if (compared.known === 1 && !isLater) found.push(EVIDENCE.onlyOne);
  if (named !== undefined && named === compared.named) {
    found.push(EVIDENCE.nearest);
    if (compared.asNear === 1) found.push(EVIDENCE.nearestAlone);
  }
  if (compared.active !== NEVER && activeIn(option) === compared.active) found.push(EVIDENCE.nearestActive);
  if (subject !== undefined && subject === compared.subject) found.push(EVIDENCE.lastSubject);
  if (turn !== undefined && turn === compared.turn) found.push(EVIDENCE.lastTurn);
}

function gatherRoles(anaphor: Anaphor, option: Option, found: number[]): void {
  const { role } = anaphor;
  const roles = option.resolution.candidate?.roles;
  if (role === undefined || roles === undefined) return;
  if (sharesRole(anaphor, option)) found.push(EVIDENCE.roleShared);
  else found.push(roles.length > 0 ? EVIDENCE.otherRoles : EVIDENCE.noRole);
  if (option.isBesideComplement) found.push(EVIDENCE.besideComplement);
  if (roles.some(({ words }) => [...role.words].some((word) => word !== role.head && words.has(word))))
    found.push(EVIDENCE.complementShared);
}

function sharesRole({ role }: Anaphor, { resolution: { candidate } }: Option): boolean {
  return role !== undefined && candidate?.roles.some(({ words }) => words.has(role.head)) === true;
}
