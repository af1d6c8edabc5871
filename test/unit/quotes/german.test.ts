import { table } from './quote';

table(
  'German, as far as its table goes',
  [
    [
      'low and high marks, so',
      '„Der Damm ist zu einem Problem geworden“, so Bürgermeisterin Anna Weber.',
      'direct ⟦Der Damm ist zu einem Problem geworden⟧ <so> Bürgermeisterin Anna Weber → Anna Weber',
    ],
    ['inversion', '„Der Damm hält“, sagte Anna Weber am Montag.', 'direct ⟦Der Damm hält⟧ <sagte> Anna Weber → Anna Weber'],
    ['marks turned round', '»Der Damm hält«, erklärte Weber.', 'direct ⟦Der Damm hält⟧ <erklärte> Weber → Weber'],
    ['colon', 'Anna Weber sagte: „Der Damm hält.“', 'direct ⟦Der Damm hält.⟧ <sagte> Anna Weber → Anna Weber'],
    ['dass', 'Anna Weber sagte, dass der Damm hält.', 'indirect ⟦der Damm hält⟧ <sagte> Anna Weber → Anna Weber'],
    [
      'a clause behind a comma',
      'Die Bürgermeisterin Anna Weber erklärte, sie wolle bleiben.',
      'indirect ⟦sie wolle bleiben⟧ <erklärte> Die Bürgermeisterin Anna Weber → Anna Weber',
    ],
    [
      'a broadcaster in marks is who says it',
      'Der Sender „Kanal Süd“ berichtete, der Damm halte.',
      'title ⟦Kanal Süd⟧',
      'indirect ⟦der Damm halte⟧ <berichtete> Der Sender „Kanal Süd“ → Sender „Kanal Süd“',
    ],
    [
      'a verb in two parts, a pronoun behind it',
      'Anna Weber kam. „Ein Wort wie ‚Damm‘ sagt viel“, führte sie aus.',
      'direct ⟦Ein Wort wie ‚Damm‘ sagt viel⟧ <führte> sie → Anna Weber',
      'scare ⟦Damm⟧',
    ],
    ['laut, without a comma', 'Laut Anna Weber hält der Damm.', 'indirect ⟦hält der Damm⟧ <Laut> Anna Weber → Anna Weber'],
    [
      'an age within the source',
      'Der Damm, so Anna Weber, 54 Jahre, hält.',
      'indirect ⟦Der Damm⟧ <so> Anna Weber, 54 Jahre → Anna Weber',
    ],
    [
      'an age behind the speaker',
      '„Der Damm hält“, sagte Anna Weber, 54 Jahre alt.',
      'direct ⟦Der Damm hält⟧ <sagte> Anna Weber, 54 Jahre alt → Anna Weber',
    ],
    ['a fragment', 'Der Minister sprach von einem „Desaster“.', 'mixed ⟦Desaster⟧ <sprach> Der Minister'],
    ['a name in marks', 'Der Sender „Kanal Süd“ berichtete am Montag.', 'title ⟦Kanal Süd⟧'],
  ],
  'de',
);
