import { lowerBound } from '../../../span';
import { paragraphStart } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import type { Discourse } from '../discourse';
import type { Anaphor } from './anaphor';
import { mainCandidates, type Option } from './options';

/** What all options of an anaphor have in common. */
export interface Scene {
  readonly anaphor: Anaphor;
  readonly options: readonly Option[];
  /** Whether the quotation says "I". */
  readonly saysI: boolean;
  /** Those whom its words name, and who hardly say them. */
  readonly inWords: ReadonlySet<CandidateSpeaker>;
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
  return { anaphor, options, saysI, inWords };
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

/** The evidence for and against an option, by name; each holds or does not. */
export function featuresOf(scene: Scene, option: Option): string[] {
  const { anaphor, inWords, saysI } = scene;
  const { candidate } = option.resolution;
  const features = [
    `type ${candidate?.type ?? 'described'}`,
    `gender ${genderEvidence(anaphor, option)}`,
    `named ${option.isLater ? 'later' : sentences(option.named)}`,
    `subject ${sentences(option.subject)}`,
    `spoke ${sentences(option.spoke)}`,
    `turn ${option.turn === undefined ? 'none' : Math.min(option.turn, 3)}`,
    `quoted ${Math.min(option.quoted, 3)}`,
    `prominence ${prominence(anaphor, option)}`,
  ];
  if (option.isNamedHere) features.push('named in the paragraph');
  if (option.isLast) features.push('last in the sentence');
  if (option.isFirst) features.push('first in the sentence');
  if (option.governed) features.push(`after ${option.governed}`);
  if (candidate && inWords.has(candidate)) features.push('named in its own words');
  if (saysI) features.push(`says I, ${candidate?.type ?? 'described'}`);
  if (anaphor.actor !== undefined && anaphor.actor === option.resolution.name) features.push('acts before');
  features.push(...comparedFeatures(scene, option), ...roleFeatures(anaphor, option));
  return withForm(anaphor, features);
}

/** The evidence that an anaphor means nobody named. */
export function nobodyFeatures({ anaphor, options }: Scene): string[] {
  const known = options.filter(({ isLater }) => !isLater);
  const features = ['nobody named', `nobody, ${Math.min(known.length, 3)} known`];
  if (anaphor.hasNamedComplement) features.push('nobody, named complement');
  if (anaphor.gender === undefined) features.push('nobody, no gender');
  if (!options.some(({ named, spoke, turn }) => turn === 0 || Math.min(named ?? 9, spoke ?? 9) < 3))
    features.push('nobody, none is near');
  if (options.some(({ turn }) => turn === 0)) features.push('nobody, the last speaker can be');
  if (anaphor.role && options.some((option) => sharesRole(anaphor, option))) features.push('nobody, role shared');
  return withForm(anaphor, features);
}

const withForm = ({ form }: Anaphor, features: readonly string[]): string[] => [
  ...features,
  ...features.map((feature) => `${form}: ${feature}`),
];

const sentences = (back: number | undefined): string => {
  if (back === undefined) return 'none';
  if (back < 4) return String(back);
  return back < 7 ? '4 to 6' : '7 or more';
};

function genderEvidence({ gender }: Anaphor, { resolution }: Option): string {
  if (gender === undefined) return 'open';
  return (resolution.candidate?.gender ?? resolution.gender) === gender ? 'same' : 'unknown';
}

/** How much of an article is about somebody. */
function prominence({ discourse }: Anaphor, { resolution }: Option): string {
  const rank = resolution.candidate === undefined ? -1 : mainCandidates(discourse).indexOf(resolution.candidate);
  return rank < 0 ? 'low' : String(rank + 1);
}

/** What holds of an option beside the others. */
function comparedFeatures({ options }: Scene, option: Option): string[] {
  const features: string[] = [];
  const known = options.filter(({ isLater }) => !isLater);
  if (known.length === 1 && known[0] === option) features.push('the only one');
  const nearest = Math.min(...options.map(({ named }) => named ?? Number.POSITIVE_INFINITY));
  if (option.named !== undefined && option.named === nearest) {
    features.push('named nearest');
    if (!options.some((other) => other !== option && other.named === nearest)) features.push('named nearest, alone');
  }
  const active = Math.min(...options.map(activeIn));
  if (activeIn(option) === active && Number.isFinite(active)) features.push('nearest who speaks or acts');
  const nearestSubject = Math.min(...options.map(({ subject }) => subject ?? Number.POSITIVE_INFINITY));
  if (option.subject !== undefined && option.subject === nearestSubject) features.push('last subject');
  if (option.turn !== undefined && options.every(({ turn }) => turn === undefined || turn >= (option.turn ?? 0)))
    features.push('last who speaks and can be meant');
  return features;
}

/** The last sentence in which somebody speaks or acts; who speaks comes before who acts in the same. */
const activeIn = ({ spoke, subject, resolution }: Option): number =>
  Math.min(
    spoke ?? Number.POSITIVE_INFINITY,
    (subject ?? Number.POSITIVE_INFINITY) + (resolution.candidate?.type === 'PER' ? 0.3 : 0.6),
  );

function sharesRole({ role }: Anaphor, { resolution: { candidate } }: Option): boolean {
  return role !== undefined && candidate?.roles.some(({ words }) => words.has(role.head)) === true;
}

function roleFeatures(anaphor: Anaphor, option: Option): string[] {
  const { role } = anaphor;
  const roles = option.resolution.candidate?.roles;
  if (role === undefined || roles === undefined) return [];
  const features = [sharesRole(anaphor, option) ? 'role shared' : roles.length > 0 ? 'other roles' : 'no role'];
  if (roles.some(({ words }) => [...role.words].some((word) => word !== role.head && words.has(word))))
    features.push('complement shared');
  return features;
}
