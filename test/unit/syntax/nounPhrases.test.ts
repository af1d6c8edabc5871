import { APPOSITIONS, withApposition } from '../../../server/src/core/syntax/appositions';
import { PHRASE_ENDS, type Side } from '../../../server/src/core/syntax/nounPhraseEnds';
import { INNER_PUNCTUATION, nounPhraseAt } from '../../../server/src/core/syntax/nounPhrases';
import { type Asked, describeStrategies, type Found } from './support';

const phrase =
  (side: Side) =>
  ({ words, at }: Asked): Found | undefined =>
    nounPhraseAt(words, at, words.tokens.length, side);

describeStrategies('where a noun phrase before a verb ends', PHRASE_ENDS, phrase('left'), [
  ['phrase-end/compound-part', '[contre-amiral] parle'],
  ['', '[le porte-parole] parle'],
  ['phrase-end/of', "[le pont d'Anne] parle"],
  ['', '[le maire] de qui on parle'],
  ['', '[des élus] parlent'],
  ['phrase-end/clause-opener', '[le maire] que la ville aime'],
  ['phrase-end/clause-opener', '[le maire] qui parle'],
  ['phrase-end/elided-verb', "[Angèle] entr'ouvrit la porte"],
  ['phrase-end/small-after-capital-noun', '[Anna Dohle] hält den Damm', 'de'],
  ['phrase-end/conjunction', '[le maire] ou la préfète'],
  ['phrase-end/conjunction', '[le chat] mais le chien'],
  ['', '[le maire et le préfet] parlent'],
  ['', '[le maire] et répond'],
  ['phrase-end/determiner', '[le maire] cette ville'],
  ['phrase-end/preposition', '[le pont] à Lens'],
  ['', '[le maire à Lens] parle'],
  ['', '[une femme blessée à la jambe] parle'],
  ['', '[Paul von Laer] parle'],
  ['phrase-end/time', '[le maire] lundi'],
  ['', '[la séance de lundi] commence'],
  ['phrase-end/subject-pronoun', '[le maire] il parle'],
  ['phrase-end/negation', '*le pas perdu'],
  ['phrase-end/modal', '[the mayor] must go', 'en'],
  ['phrase-end/auxiliary', '[la mairie] été'],
  ['phrase-end/capital', '[le groupe Annonce] parle'],
  ['phrase-end/clitic', '[le maire] se tait'],
  ['phrase-end/person-noun', '[le vieux garde] parle'],
  ['phrase-end/finite-verb', '[le maire] répond'],
  ['', '[les élus partis] parlent'],
  ['', '[a blog post] says', 'en'],
  ['phrase-end/gerund', '[le maire] évoquant la ville'],
  ['phrase-end/adverb', '[le maire] également'],
  ['', '[une très grande ville] parle'],
]);

describeStrategies('where a noun phrase after a verb ends', [], phrase('right'), [
  ['phrase-end/conjunction', '[le maire] et le préfet répond'],
  ['phrase-end/preposition', '[le maire] à Lens'],
  ['', '[le ministre délégué à la Ville] parle'],
]);

describeStrategies('punctuation inside a noun phrase', INNER_PUNCTUATION, phrase('left'), [
  ['phrase-step/hyphen', '[les sous-sols] sont'],
  ['phrase-step/sign', '[12 % des élus] parlent'],
  ['phrase-step/sign', "[5,5 millions d'euros] parlent"],
  ['phrase-step/sign', '[Cole & Fils] parle'],
  ['phrase-step/abbreviation', '[J. Dupont] parle'],
  ['phrase-step/abbreviation', '[Mr. Reed] says', 'en'],
  ['phrase-step/bracket', '[le maire (PS) de Lens] parle'],
  ['phrase-step/quoted-name', "[l'association « Les Amis du port »] parle"],
]);

describeStrategies(
  'appositions',
  APPOSITIONS,
  ({ words, at }) => {
    const end = words.tokens.length;
    const found = nounPhraseAt(words, at, end, 'right');
    return found && withApposition(words, found, end, 'right');
  },
  [
    ['apposition/age', '[Jean Dupont, 34 ans], parle'],
    ['apposition/age', '[Anna Dohle, 54 Jahre alt], sagt', 'de'],
    ['apposition/bare-age', '[Ann Reed, 34], said', 'en'],
    ['apposition/noun-phrase', '[le ministre, Jean Dupont], parle'],
    ['apposition/noun-phrase', "[Jean Dupont, ministre de l'Air], parle"],
    ['apposition/noun-phrase', '[Jean Dupont, fils de marin], parle'],
    ['', '[Jean Dupont], Paul Durand, parlent'],
    ['', '[le pont], continuera de se battre'],
  ],
);
