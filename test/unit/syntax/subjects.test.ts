import { CONTROLLERS } from '../../../server/src/core/syntax/control';
import { leftOf } from '../../../server/src/core/syntax/finiteVerbs';
import { SEGMENT_SUBJECTS, SUBJECTS, subjectBefore } from '../../../server/src/core/syntax/subjects';
import { type Asked, describeStrategies, type Found, subjectOfGroup } from './support';

const subject = ({ words, at }: Asked): Found | undefined => subjectBefore(words, leftOf(words, at, 0), 0);

describeStrategies('where a finite verb’s subject stands', SUBJECTS, subject, [
  ['subject/antecedent', 'selon [Anne Morel], qui *affirme'],
  ['', '[le chef de mission pour la Sagoura], qui *affirme'],
  ['subject/pronoun', 'le plan dont [il] *affirme'],
  ['', '[celui-ci] *affirme'],
  ['subject/indefinite', '[certains] *affirment'],
  ['subject/segment', '[le maire de Lens] *affirme'],
  ['subject/before-insertions', '[Anne Morel], née à Lens, *affirme'],
  ['subject/before-insertions', '[Anne Morel, maire de Lens], *affirme'],
  ['subject/before-insertions', '[Anne Morel], après la crue *affirme'],
  ['', "[Le ministre de l'Air, Jean Dupont], *affirme"],
]);

describeStrategies('where a subject stands in its segment', SEGMENT_SUBJECTS, subject, [
  ['segment-subject/bare-conjunction', '[le maire] refuse, et *annonce que'],
  ['segment-subject/open-gerund', '[Anne Morel], représentant le port *annonce'],
  ['segment-subject/after-subordinator', 'After [Reed] *said that', 'en'],
  ['segment-subject/own-clause', 'la menace pèse même si [les autorités] *affirment'],
  ['segment-subject/shared', 'le plan que [le maire] refuse et *annonce'],
  ['segment-subject/shared', 'après la crue [il] refuse le plan et *annonce'],
  ['segment-subject/head', '[le maire] qui aime la ville *affirme'],
  ['segment-subject/near', 'selon le plan [le maire] *affirme'],
  ['segment-subject/any-head', '[le maire] que la ville aime *affirme'],
]);

describeStrategies('whose a gerund or an infinitive is', CONTROLLERS, subjectOfGroup, [
  ['controller/asked-person', 'permettez-[moi] de *dire que'],
  ['controller/asked-person', 'permettez-[moi] enfin de *dire que'],
  ['controller/narrated-infinitive', 'Et [le maire] d’*ajouter que la digue fuit.'],
  ['controller/object-of-verb', 'Il a entendu [le maire] *affirmer que la digue fuit.'],
  ['controller/adjacent-phrase', '[Un rapport] *affirmant que la digue fuit dort.'],
  ['controller/adjacent-phrase', 'Ils partent, [certains] se *demandant si la digue tient.'],
  ['controller/with-clause', 'They left, with [one villager] *writing that it leaks.', 'en'],
  ['controller/source-noun', 'They left because of [reports] *stating that it leaks.', 'en'],
  ['controller/main-clause', '[Reed] asked the council for what it needs, *saying that it leaks.', 'en'],
  ['controller/earlier-verb', '[Le maire] dément le blocage, qui dure, *reconnaissant que la digue fuit.'],
  ['controller/earlier-verb', '[Le maire] refuse, considérant que le moment est mauvais, tout en *expliquant que la digue fuit.'],
  ['', 'Il est utile de *préciser que la digue fuit.'],
  ['controller/loose-subject', '[Reed] resigned after *saying that it leaks.', 'en'],
  ['controller/later-verb', '*Reconnaissant que la digue fuit, [le maire] a démissionné.'],
]);
