import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';

/** Kinds of names in the lists, as bits; see {@link KIND}. */
export const COUNTRIES_AND_CITIES = (1 << KIND.country) | (1 << KIND.city);
export const SETTLEMENTS = COUNTRIES_AND_CITIES | (1 << KIND.town) | (1 << KIND.region);
export const LOCATIONS = SETTLEMENTS | (1 << KIND.site);
export const ORGANISATIONS = (1 << KIND.organisation) | (1 << KIND.club) | (1 << KIND.media);
export const PERSONS_AND_WORKS = (1 << KIND.person) | (1 << KIND.work);
export const FAMILY_NAME = 1 << KIND.familyName;
export const GIVEN_NAME = 1 << KIND.givenName;
export const MALE_NAME = 1 << KIND.givenMale;
export const FEMALE_NAME = 1 << KIND.givenFemale;
export const ANY_GIVEN_NAME = GIVEN_NAME | MALE_NAME | FEMALE_NAME;
/** Nouns that say what kind of thing is named. */
export const PLACE_HEAD = 1 << KIND.placeHead;
export const ORGANISATION_HEAD = 1 << KIND.organisationHead;
export const EVENT_HEAD = 1 << KIND.eventHead;
export const HEADS = PLACE_HEAD | ORGANISATION_HEAD | EVENT_HEAD;

/** Casings of words that are written small as a rule; 7 that of rare ones. */
const SMALL_AS_A_RULE: ReadonlySet<number> = new Set([4, 5, 7]);
/** Casings of words that are written with a capital as a rule: somebody left it out (Barack obama). */
export const CAPITAL_AS_A_RULE: ReadonlySet<number> = new Set([1, 2]);

/** Below this a name's type is doubtful. */
export const SURE = 0.8;
/** What a name is worth that only its form or other mentions of it speak for. */
export const BY_FORM = 0.5;
/** What a name is worth that the lists speak for. */
export const BY_LISTS = 0.7;

/** Whether a word (small letters) says what somebody is or is addressed by. */
export const isTitle = (folded: string, pack: EntityPack): boolean =>
  pack.honorifics.has(folded) || pack.roles.has(folded) || pack.roleModifiers.has(folded);

/** The casing of words that are about as often written small as with a capital. */
const EITHER = 3;

/** Whether a letter in a word of a sentence is small as a rule, so that its capital says nothing there. */
export const isSmallAsARule = ({ statistics }: WordInfo): boolean => SMALL_AS_A_RULE.has(statistics.casing);

/** Whether a word is often written small, so that it is a common one too. */
export const isCommon = (info: WordInfo): boolean => info.statistics.casing === EITHER || isSmallAsARule(info);
