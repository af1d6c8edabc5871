import { SUBJECT_TAILS } from '../../../server/src/core/syntax/bareClauses';
import { CLAUSE_BOUNDARIES } from '../../../server/src/core/syntax/clauseEnds';
import { COMPLEMENT_STEPS } from '../../../server/src/core/syntax/complementSteps';
import { COMPLEMENT_OPENERS } from '../../../server/src/core/syntax/complements';
import { broughtIn, describeStrategies, relativeClause } from './support';

describeStrategies('what a verb brings in', COMPLEMENT_OPENERS, broughtIn, [
  ['complement/mark', 'Il *affirme [« la digue fuit »]. → mark'],
  ['complement/colon', 'Il *affirme : [la digue fuit]. → colon'],
  ['complement/comma-clause', 'Er *sagte, [der Damm halte]. → that', 'de'],
  ['complement/conjunction', 'Il *affirme que [la digue fuit]. → that'],
  ['', 'Il ne *dit que la vérité.'],
  ['complement/question', 'Il *demande [si la digue fuit]. → question'],
  ['complement/question', "Il *demande [s'il fuit]. → question"],
  ['complement/infinitive', 'Il *affirme [avoir menti]. → infinitive'],
  ['complement/addressee-and-clause', 'He *told reporters [it was late]. → zero', 'en'],
  ['complement/addressee-and-clause', 'He *told reporters that [it was late]. → zero', 'en'],
  ['complement/bare-clause', 'He *said [the rows about the dam closed it]. → zero', 'en'],
  ['complement/bare-clause', 'He *said [it was late]. → zero', 'en'],
]);

describeStrategies('what may stand before it', COMPLEMENT_STEPS, broughtIn, [
  ['complement-step/insertion', 'Il *affirme, selon nous, que [la digue fuit]. → that'],
  ['complement-step/bracket', 'Il *affirme (hier) que [la digue fuit]. → that'],
  ['complement-step/adverbial', 'Il *affirme également que [la digue fuit]. → that'],
  ['complement-step/adverbial', 'Il *affirme lundi que [la digue fuit]. → that'],
  ['complement-step/second-name', 'Il *affirme sur Canal Nord - Radio Sagre que [la digue fuit]. → that'],
  ['complement-step/emphatic-pronoun', 'Il *affirme lui-même que [la digue fuit]. → that'],
  ['complement-step/number-of-time', 'He *said 12 March that [it was late]. → that', 'en'],
  ['complement-step/word-before-time', 'He *said last week that [it was late]. → that', 'en'],
  ['complement-step/prepositional', 'He *announced in 2022 that [it was late]. → that', 'en'],
  ['complement-step/prepositional', 'He *said in Monday’s report that [it was late]. → that', 'en'],
  ['', 'He *told residents to leave the port that was late.', 'en'],
  ['complement-step/prepositional', "Il *affirme lors d'une conférence que [la digue fuit]. → that"],
  ['complement-step/time-with-article', 'Il *affirme ce lundi que [la digue fuit]. → that'],
  ['complement-step/time-with-article', 'Il *affirme la semaine dernière que [la digue fuit]. → that'],
  ['complement-step/addressee', 'Il *informe la presse que [la digue fuit]. → that'],
  ['complement-step/message', 'Il *écrit un message : [« la digue fuit »]. → colon'],
  ['complement-step/named-addressee', 'Il *informe Reed que [la digue fuit]. → that'],
]);

const inRelatives = 'clause-end/main-verb-after-relative';
const others = CLAUSE_BOUNDARIES.filter(({ id }) => id !== inRelatives);

describeStrategies('where a reported clause ends', others, broughtIn, [
  ['clause-end/semicolon', 'Il *affirme que [la digue fuit] ; le maire dort. → that'],
  ['clause-end/colon-before-marks', 'Il *affirme que [la digue fuit] : « Nous partons ». → that'],
  ['clause-end/next-report', 'He *reported that [it leaks], citing two officials. → that', 'en'],
  ['clause-end/word-for-it', 'Il *affirme que [la digue fuit], une affirmation que le maire rejette. → that'],
  ['clause-end/reporter-after-marks', 'Il *affirme que [la digue est « vieille »], tandis que le maire se tait. → that'],
  ['clause-end/reporter-after-marks', 'Il *affirme que [la digue est « vieille »] en montrant une fissure. → that'],
  ['', 'Il *affirme que [la digue fuit tandis que le pont tient]. → that'],
  ['clause-end/next-report', 'Il a *affirmé que [la digue fuit], et accusé « la mairie ». → that'],
  ['clause-end/next-report', 'Il *affirme que [la digue fuit] et ajoute que le pont tient. → that'],
  ['clause-end/next-report', 'Il *affirme que [la digue fuit], a déclaré Anne Morel. → that'],
  ['clause-end/anothers-report', 'He *said that [it leaks], while the council said that it holds. → that', 'en'],
  ['clause-end/finite-after-infinitive', 'Il *affirme [avoir menti], mais il refuse. → infinitive'],
  ['', 'Il *affirme que [la digue (qui fuit ; elle coule) tient]. → that'],
  ['', 'Il *affirme que [la digue fuit]) et dort. → that'],
]);

describeStrategies(
  'where a relative clause ends',
  CLAUSE_BOUNDARIES.filter(({ id }) => id === inRelatives),
  relativeClause,
  [[inRelatives, "Les mesures qu'[*annonce le maire], ont vécu."]],
);

describeStrategies('what may follow the subject of a clause without a conjunction', SUBJECT_TAILS, broughtIn, [
  ['subject-tail/quoted-verb', 'He *believes [the move “will cost jobs”]. → zero', 'en'],
  ['subject-tail/insertion', 'He *believed [the driver, named only as Tom, had fled]. → zero', 'en'],
  ['subject-tail/bracket', 'He *believed [officials in it (two) were safe]. → zero', 'en'],
  ['subject-tail/sure-verb', 'He *announced [the driver had fled]. → zero', 'en'],
  ['subject-tail/relative-clause', 'He *believed [people who live there are late]. → zero', 'en'],
  ['', 'He *announced people who live there are late.', 'en'],
  ['subject-tail/coordination', 'He *believed [neither the mayor nor the clerk had left]. → zero', 'en'],
  ['', 'He *announced plans or the port had left.', 'en'],
  ['subject-tail/own-verb', 'He *believed [the plan for Dover claimed lives]. → zero', 'en'],
  ['subject-tail/prepositional', 'He *believed [the plan for the port would fail]. → zero', 'en'],
  ['subject-tail/participle', 'He *announced [officials in it hurt were safe]. → zero', 'en'],
  ['subject-tail/next-phrase', 'He *believed [the town hall staff there had fled]. → zero', 'en'],
  ['', 'He *said [although it rained, nobody left]. → zero', 'en'],
  ['', 'He *announced a plan to sell.', 'en'],
]);
