import { FINITE_FORMS, isFiniteVerb } from '../../../server/src/core/syntax/finiteVerbs';
import { BARE_NOUN_SIGNS, NOUN_SIGNS } from '../../../server/src/core/syntax/homographs';
import { CHAINS } from '../../../server/src/core/syntax/verbChains';
import { NOT_A_CUE, NOT_A_VERB } from '../../../server/src/core/syntax/verbGroups';
import { describeStrategies, verbsOf } from './support';

describeStrategies(
  'finite verbs',
  FINITE_FORMS,
  ({ words, at }) => (isFiniteVerb(words, at) ? { start: at, end: at + 1 } : undefined),
  [
    ['finite-verb/adverb', 'qui *plus est'],
    ['finite-verb/noun-after-article', 'il voit une *lutte'],
    ['', 'il [*lutte]'],
    ['finite-verb/noun-after-governed-article', 'sur la *lutte'],
    ['finite-verb/noun-after-governed-article', 'et la *note parle'],
    ['finite-verb/noun-after-preposition', 'de *lutte lasse'],
    ['finite-verb/noun-after-preposition', 'sans *annonce'],
    ['finite-verb/past-with-object', 'the company [*denied] the claims', 'en'],
    ['finite-verb/before-complement', 'le comité [*dit] craindre'],
    ['finite-verb/participle', 'the claims *denied by', 'en'],
    ['finite-verb/participle', 'le pont *construit hier'],
    ['', 'qui [*construit] un pont'],
    ['finite-verb/common-homograph', 'le vieux *garde parle'],
    ['finite-verb/common-homograph', 'Jean *entre deux'],
    ['', 'il [*tapota] la joue'],
    ['', 'la séance [*rouvrira] demain'],
    ['', 'the mayor [*rejected] the plan', 'en'],
    ['', 'le maire [*a] parlé'],
    ['', 'un *être'],
  ],
);

describeStrategies('what shows that a verb’s form is a noun', NOUN_SIGNS, verbsOf, [
  ['noun/after-article', 'une *annonce'],
  ['', 'certains [*affirment] que → finite'],
  ['noun/after-preposition', 'de *note'],
  ['noun/after-preposition', 'sur *annonce du maire'],
  ['noun/verb-alone', "l'autre [*affirme] que → finite"],
  ['noun/bare-form', "the company's *claims", 'en'],
  ['noun/after-other', 'une autre *note'],
  ['noun/after-clitic-article', 'il voit la *note du maire'],
  ['', 'il [la *note] → finite'],
  ['', 'qui [la *note] → finite'],
]);

describeStrategies('what shows that an English form is a noun', BARE_NOUN_SIGNS, verbsOf, [
  ['bare-noun/other-verb-form', 'council [*reported] of fires → finite', 'en'],
  ['bare-noun/capital-plural', '*Claims that', 'en'],
  ['bare-noun/counted-or-owned', "the company's *claims", 'en'],
  ['bare-noun/counted-or-owned', '392.50 *points', 'en'],
  ['bare-noun/after-pronoun', 'they [*report] of fires → finite', 'en'],
  ['bare-noun/before-complement', '*reports of fires', 'en'],
  ['bare-noun/after-past', 'council rejected *claims', 'en'],
  ['bare-noun/after-singular', 'a quick *note to you', 'en'],
  ['', 'residents [*report] to us → finite', 'en'],
  ['bare-noun/before-verb', 'media *reports say', 'en'],
  ['bare-noun/after-adjective', 'regional *reports', 'en'],
]);

describeStrategies('what makes no cue of a verb', [...NOT_A_CUE, ...NOT_A_VERB], verbsOf, [
  ['cue/adverb-form', '*maintenant que'],
  ['cue/compound-end', "c'est-à-*dire que"],
  ['cue/name', 'Jean *Note a parlé'],
  ['cue/meaning', 'cela veut *dire que'],
  ['', 'je [voudrais *dire] que → finite'],
  ['cue/noun', 'de *note'],
  ['cue/gerund-noun', "people's *writing strengths", 'en'],
  ['cue/gerund-noun', 'through *writing poems', 'en'],
]);

describeStrategies('verbs that make a group', CHAINS, verbsOf, [
  ['verb-chain/compound-tense', '[a-t-il *déclaré] hier → finite il'],
  ['verb-chain/compound-tense', 'il [avait, pour sa part, *reconnu] que → finite'],
  ['verb-chain/compound-tense', 'elle [est *citée] par → passive'],
  ['verb-chain/compound-tense', "il [s'est *demandé] si → finite reflexive"],
  ['verb-chain/shared-auxiliary', 'il a exprimé sa peine et [*salué] le maire → finite'],
  ['verb-chain/bare-participle', 'les propos [*cités] hier → passive'],
  ['verb-chain/finite', "il [l'*affirme] → finite"],
  ['verb-chain/gerund', '[en *affirmant] que → gerund'],
  ['verb-chain/gerund', 'he [is *saying] that → finite', 'en'],
  ['verb-chain/infinitive', 'pour [*affirmer] que → infinitive'],
  ['verb-chain/infinitive', "il [vient d'*annoncer] que → finite"],
  ['verb-chain/infinitive', 'he [must *report] that → finite', 'en'],
  ['', 'il [fait *savoir] que → finite'],
  ['', 'il [*fait état] de → finite'],
  ['', "il [s'en *prend] à la ville → finite reflexive"],
]);
