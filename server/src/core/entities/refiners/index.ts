import { acronymOfFullName } from './acronymOfFullName';
import { acronymTakesType } from './acronymTakesType';
import { addressedPerson } from './addressedPerson';
import { agedPerson } from './agedPerson';
import { agree } from './agreement';
import { apposedBody } from './apposedBody';
import { apposedPerson } from './apposedPerson';
import { bodyBehindNoun } from './bodyBehindNoun';
import { bodyByFirstNoun } from './bodyByFirstNoun';
import { bodyByHeadNoun } from './bodyByHeadNoun';
import { bodyGoesOn } from './bodyGoesOn';
import { bodyInGenitive } from './bodyInGenitive';
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
import { eventEndsInNoun } from './eventEndsInNoun';
import { expandToListedName } from './expandToListedName';
import { extendToHeadNoun } from './extendToHeadNoun';
import { familyByNoun } from './familyByNoun';
import { familyNameFirst } from './familyNameFirst';
import { familyNameIsPerson } from './familyNameIsPerson';
import { familyPlural } from './familyPlural';
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
import { mediumByNoun } from './mediumByNoun';
import { nameAfterLabel } from './nameAfterLabel';
import { namedAsExamples } from './namedAsExamples';
import { nestedNames } from './nestedNames';
import { oneOfSeveral } from './oneOfSeveral';
import { oneTypePerName } from './oneTypePerName';
import { participleCompound } from './participleCompound';
import { personByInitial } from './personByInitial';
import { personInCapitals } from './personInCapitals';
import { planet } from './planet';
import { prefixedName } from './prefixedName';
import { prependOfficeNoun } from './prependOfficeNoun';
import { projectNames } from './projectNames';
import { quotedWork } from './quotedWork';
import { atEachCapital, correctEachName, type DocumentRefiner, type NameRefiner } from './refiner';
import { repeatedName } from './repeatedName';
import { retypeFromList } from './retypeFromList';
import { seatOfOffice } from './seatOfOffice';
import { shortFormOfFirm } from './shortFormOfFirm';
import { sideByContest } from './sideByContest';
import { splitAtTab } from './splitAtTab';
import { splitAtConjunction, splitBodyBeforePerson } from './splitJoinedNames';
import { splitPersonCompound } from './splitPersonCompound';
import { splitTrailingPlace } from './splitTrailingPlace';
import { streetName } from './streetName';
import { townBeforeState } from './townBeforeState';
import { trimBehindPlace } from './trimBehindPlace';
import { trimFigure } from './trimFigure';
import { trimHeadlineWords } from './trimHeadlineWords';
import { trimPersonName } from './trimPersonName';
import { wholeSite } from './wholeSite';
import { wordAsGivenName } from './wordAsGivenName';
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
    trimFigure,
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
    personByInitial,
    generationSuffix,
    participleCompound,
    bodyByHeadNoun,
    longBodyBeforeAcronym,
    workByHeadNoun,
    listedMedium,
    bodyBehindNoun,
    firmByMatter,
    agedPerson,
    apposedPerson,
    compoundGivenName,
    familyNameFirst,
    planet,
    callSign,
    eventByHeadNoun,
    personInCapitals,
    prefixedName,
    bodyInGenitive,
    eventEndsInNoun,
    wordAsGivenName,
    familyByNoun,
    apposedBody,
    namedAsExamples,
    mediumByNoun,
    bodyByFirstNoun,
  ),
  quotedWork,
  bodyUpToMatter,
  bodyGoesOn,
  oneOfSeveral,
  wholeSite,
  splitTrailingPlace,
  sideByContest,
];

/** What is made of all names of a document, in this order. Runs on every edit. */
export const DOCUMENT_REFINERS: readonly DocumentRefiner[] = [
  projectNames,
  agree({
    correct: [acronymTakesType, cutWorkToKnownName],
    split: splitPersonCompound,
    find: [acronymOfFullName, familyPlural, repeatedName, listedOrganisation],
  }),
  fromLayout(creditNames, datelineNames),
  dropHonorific,
  givenNameIsPerson,
  familyNameIsPerson,
  firmNotPerson,
  shortFormOfFirm,
  oneTypePerName,
  dropFootnoteMark,
  nestedNames,
];
