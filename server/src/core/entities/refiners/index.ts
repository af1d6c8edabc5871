import { acronymOfFullName } from './acronymOfFullName';
import { acronymTakesType } from './acronymTakesType';
import { addressedPerson } from './addressedPerson';
import { agree } from './agreement';
import { apposedPerson } from './apposedPerson';
import { bodyBehindNoun } from './bodyBehindNoun';
import { bodyByHeadNoun } from './bodyByHeadNoun';
import { bodyUpToMatter } from './bodyUpToMatter';
import { callSign } from './callSign';
import { compoundGivenName } from './compoundGivenName';
import { courtIsOrganisation } from './courtIsOrganisation';
import { creditNames } from './creditNames';
import { cutWorkToKnownName } from './cutWorkToKnownName';
import { datelineNames } from './datelineNames';
import { dropFootnoteMark } from './dropFootnoteMark';
import { dropHonorific } from './dropHonorific';
import { dropNonName } from './dropNonName';
import { eventByHeadNoun } from './eventByHeadNoun';
import { expandToListedName } from './expandToListedName';
import { extendToHeadNoun } from './extendToHeadNoun';
import { familyNameFirst } from './familyNameFirst';
import { familyNameIsPerson } from './familyNameIsPerson';
import { firmByMatter } from './firmByMatter';
import { firmNotPerson } from './firmNotPerson';
import { generationSuffix } from './generationSuffix';
import { givenNameIsPerson } from './givenNameIsPerson';
import { headOfGovernment } from './headOfGovernment';
import { fromLayout } from './layoutNames';
import { listedMedium } from './listedMedium';
import { listedOrganisation } from './listedOrganisation';
import { listedWork } from './listedWork';
import { longBodyBeforeAcronym } from './longBodyBeforeAcronym';
import { nameAfterLabel } from './nameAfterLabel';
import { nestedNames } from './nestedNames';
import { oneOfSeveral } from './oneOfSeveral';
import { oneTypePerName } from './oneTypePerName';
import { participleCompound } from './participleCompound';
import { personInCapitals } from './personInCapitals';
import { planet } from './planet';
import { prependOfficeNoun } from './prependOfficeNoun';
import { projectNames } from './projectNames';
import { atEachCapital, correctEachName, type DocumentRefiner, type NameRefiner } from './refiner';
import { repeatedName } from './repeatedName';
import { retypeFromList } from './retypeFromList';
import { seatOfOffice } from './seatOfOffice';
import { splitAtTab } from './splitAtTab';
import { splitAtConjunction, splitBodyBeforePerson } from './splitJoinedNames';
import { splitPersonCompound } from './splitPersonCompound';
import { splitTrailingPlace } from './splitTrailingPlace';
import { streetName } from './streetName';
import { townBeforeState } from './townBeforeState';
import { trimBehindPlace } from './trimBehindPlace';
import { trimHeadlineWords } from './trimHeadlineWords';
import { trimPersonName } from './trimPersonName';
import { wholeSite } from './wholeSite';
import { workByHeadNoun } from './workByHeadNoun';

/** What is made of the names that the model found in a sentence, in this order. Kept with the paragraph. */
export const NAME_REFINERS: readonly NameRefiner[] = [
  splitAtTab,
  trimPersonName,
  expandToListedName,
  listedWork,
  splitAtConjunction,
  splitBodyBeforePerson,
  correctEachName(
    dropNonName,
    trimBehindPlace,
    trimHeadlineWords,
    nameAfterLabel,
    courtIsOrganisation,
    townBeforeState,
    seatOfOffice,
  ),
  retypeFromList,
  prependOfficeNoun,
  extendToHeadNoun,
  atEachCapital(
    addressedPerson,
    streetName,
    headOfGovernment,
    generationSuffix,
    participleCompound,
    bodyByHeadNoun,
    longBodyBeforeAcronym,
    workByHeadNoun,
    listedMedium,
    bodyBehindNoun,
    firmByMatter,
    apposedPerson,
    compoundGivenName,
    familyNameFirst,
    planet,
    callSign,
    eventByHeadNoun,
    personInCapitals,
  ),
  bodyUpToMatter,
  oneOfSeveral,
  wholeSite,
  splitTrailingPlace,
];

/** What is made of all names of a document, in this order. Runs on every edit. */
export const DOCUMENT_REFINERS: readonly DocumentRefiner[] = [
  projectNames,
  agree({
    correct: [acronymTakesType, cutWorkToKnownName],
    split: splitPersonCompound,
    find: [acronymOfFullName, repeatedName, listedOrganisation],
  }),
  fromLayout(creditNames, datelineNames),
  dropHonorific,
  givenNameIsPerson,
  familyNameIsPerson,
  firmNotPerson,
  oneTypePerName,
  dropFootnoteMark,
  nestedNames,
];
