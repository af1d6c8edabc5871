import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../server/src/formats/annotationDocument';
import { noDecisions, withDocument } from '../../../server/src/store/decisions';
import { applyStep, isNothing, placeOf, stepBetween } from '../../../server/src/store/history';

const TEXT = 'Paul Verdier et Ilse Brandt ont vu Nadia Oussal.';
const on = (id: string, ...words: readonly string[]): Annotation => ({
  id,
  layer: 'entity',
  type: 'PER',
  attributes: {},
  spans: words.map((each) => ({ start: TEXT.indexOf(each), end: TEXT.indexOf(each) + each.length })),
});
const decided = (...annotations: readonly Annotation[]) => withDocument(noDecisions('a', TEXT), { annotations });
const shown = (place: { start: number; end: number } | undefined): string | undefined =>
  place && TEXT.slice(place.start, place.end);

describe('where a step is shown', () => {
  test('is its first place in the text, whatever the order of the annotations', () => {
    const step = stepBetween(decided(), decided(on('T1', 'Nadia Oussal'), on('T2', 'Ilse Brandt')), 'add');
    expect(shown(placeOf(step))).toBe('Ilse Brandt');
  });

  test('holds all pieces of an annotation', () => {
    expect(shown(placeOf(stepBetween(decided(), decided(on('T1', 'Ilse', 'Nadia')), 'add')))).toBe('Ilse Brandt ont vu Nadia');
  });

  test('is where words were that are marked no more, and where they were before their boundary was moved', () => {
    expect(shown(placeOf(stepBetween(decided(on('T1', 'Ilse Brandt')), decided(), 'remove')))).toBe('Ilse Brandt');
    const moved = stepBetween(decided(on('T1', 'Ilse Brandt')), decided(on('T1', 'Brandt')), 'move');
    expect(shown(placeOf(moved))).toBe('Ilse Brandt');
  });

  test('is nowhere where nothing was changed', () => {
    const one = decided(on('T1', 'Ilse'));
    const same = stepBetween(one, one, 'none');
    expect([isNothing(same), placeOf(same)]).toEqual([true, undefined]);
  });
});

test('a step taken back leaves what others did meanwhile, and made again brings back what it was', () => {
  const [before, after] = [decided(on('T1', 'Ilse')), decided(on('T1', 'Ilse Brandt'), on('T2', 'Nadia'))];
  const step = stepBetween(before, after, 'move');
  const meanwhile = decided(...after.document.annotations, on('T9', 'Paul'));
  const undone = applyStep(meanwhile, step, 'undo').document.annotations;
  expect(undone).toEqual(expect.arrayContaining([on('T1', 'Ilse'), on('T9', 'Paul')]));
  expect(undone).toHaveLength(2);
  const again = applyStep(applyStep(meanwhile, step, 'undo'), step, 'redo').document.annotations;
  expect(again).toHaveLength(3);
  expect(again).toEqual(expect.arrayContaining(meanwhile.document.annotations as Annotation[]));
});
