import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../server/src/formats/annotationDocument';
import { noDecisions, withDocument } from '../../../server/src/store/decisions';
import { readSketch, sentenceOrder, sketchOf, writeSketch } from '../../../server/src/store/sentenceSketch';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const REFUSES = 'Le maire de Vell a refusé de répondre aux questions de la presse.';
const BRISE = 'Le port de Brise rouvrira lundi.';
const TEXT = `${REFUSES} ${BRISE} ${REFUSES} Anne Corbin se tait. ${REFUSES}`;

/** Where an annotation on the nth occurrence of some words is in a changed text, and how sure. */
function found(words: string, nth: number, changed: string): string {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  const annotation: Annotation = {
    id: 'T1',
    layer: 'entity',
    type: 'LOC',
    spans: [{ start, end: start + words.length }],
    attributes: {},
  };
  const decisions = withDocument(noDecisions('a.txt', TEXT), { annotations: [annotation] });
  const files = writeSidecars(decisions, { ann: undefined, review: undefined });
  const { document, marks } = readSidecars(files, changed, 'a.txt').decisions;
  const place = document.annotations[0]?.spans[0]?.start;
  return place === undefined ? 'lost' : `${marks.get('T1')?.doubtful ? 'doubtful' : 'sure'} ${place}`;
}

describe('a text that says the same three times', () => {
  test('tells its sentences apart by their order', () => {
    const without = TEXT.replace(`${BRISE} `, '');
    expect(found('Vell', 2, without)).toBe(`sure ${without.indexOf('Vell', REFUSES.length)}`);
    expect(found('Vell', 3, without)).toBe(`sure ${without.lastIndexOf('Vell')}`);
  });

  test('never has words of a sentence that is gone go to another in silence', () => {
    const first = TEXT.slice(REFUSES.length + 1);
    expect(found('Vell', 1, first)).not.toMatch(/^sure/);
    expect(found('Vell', 2, first)).toBe(`sure ${first.indexOf('Vell')}`);
    const middle = TEXT.replace(`${BRISE} ${REFUSES}`, BRISE);
    expect(found('Vell', 2, middle)).not.toMatch(/^sure/);
    expect(found('Vell', 3, middle)).toBe(`sure ${middle.lastIndexOf('Vell')}`);
  });

  test('is no surer where nobody can tell which of two neighbours is gone', () => {
    const twice = `${REFUSES} ${REFUSES} ${BRISE}`;
    const order = sentenceOrder(sketchOf(twice), `${REFUSES} ${BRISE}`);
    expect([order(12, 12), order(12, REFUSES.length + 13)]).toEqual(['other', 'other']);
  });
});

describe('the sketch of a text', () => {
  test('is written where sentences are alike alone, and says after reading what it said', () => {
    expect(writeSketch(`${REFUSES} ${BRISE}`)).toBeUndefined();
    const { names, starts } = sketchOf(TEXT);
    expect(readSketch(writeSketch(TEXT) as string)).toEqual({ names, starts });
    expect(names[0]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
  });

  test('counts code points, and is the same for other white space and marks', () => {
    expect(sketchOf('😀 a. B.').starts).toEqual([0, 5]);
    expect(sketchOf('Il dit : « oui ».').names).toEqual(sketchOf('Il  dit: "oui".').names);
  });

  test('that somebody has damaged is none', () => {
    for (const written of ['', 'abcd', 'abcd1  abcd1', 'ABCD1', 'abcd1 "']) expect(readSketch(written)).toBeUndefined();
  });
});
