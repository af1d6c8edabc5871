import { describe, expect, it } from 'vitest';
import { lines } from './quote';

const rows: readonly (readonly [phenomenon: string, text: string, ...expected: string[]])[] = [
  [
    'low and high marks, so',
    '„Der Damm ist zu einem Problem geworden“, so Bürgermeisterin Anna Weber.',
    'direct ⟦Der Damm ist zu einem Problem geworden⟧ <so> Bürgermeisterin Anna Weber → Anna Weber',
  ],
  ['inversion', '„Der Damm hält“, sagte Anna Weber am Montag.', 'direct ⟦Der Damm hält⟧ <sagte> Anna Weber → Anna Weber'],
  ['marks turned round', '»Der Damm hält«, erklärte Weber.', 'direct ⟦Der Damm hält⟧ <erklärte> Weber → Weber'],
  ['colon', 'Anna Weber sagte: „Der Damm hält.“', 'direct ⟦Der Damm hält.⟧ <sagte> Anna Weber → Anna Weber'],
  ['dass', 'Anna Weber sagte, dass der Damm hält.', 'indirect ⟦der Damm hält⟧ <sagte> Anna Weber → Anna Weber'],
  ['a name in marks', 'Der Sender „Kanal Süd“ berichtete am Montag.', 'title ⟦Kanal Süd⟧'],
];

describe('German, as far as its table goes', () => {
  it.each(rows.map(([phenomenon, text, ...expected]) => ({ phenomenon, text, expected })))(
    '$phenomenon',
    ({ text, expected }) => {
      expect(lines(text, 'de')).toEqual(expected);
    },
  );
});
