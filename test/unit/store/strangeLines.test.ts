import { expect, test } from 'vitest';
import { readBrat } from '../../../server/src/formats/brat/read';
import { writeBrat } from '../../../server/src/formats/brat/write';
import { withDocument } from '../../../server/src/store/decisions';
import { rebaseDecisions } from '../../../server/src/store/rebaseDecisions';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const TEXT = 'Un pont\n\n à Brise, puis Vell\r\n et Corne.';
const MORE = { id: 'T9', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 2 }], attributes: {} } as const;

// what another program left, whose offsets count in another text
test.each([
  ['a line break', 'T1\tORG 7 8\tà'],
  ['two line breaks', 'T1\tORG 7 9\tà'],
  ['nothing', 'T1\tORG 12 12\tBrize'],
  ['two fragments of line breaks', 'T1\tORG 7 8;8 9\tNul nul'],
  ['a word and a line break', 'T1\tORG 3 4;8 9\tNul nul'],
  ['the line break of another system', 'T1\tORG 27 29\tNul'],
  ['a line break, without words', 'T1\tORG 7 8'],
])('a line that somebody else wrote stays as it is where %s stands at its place', (_, line) => {
  const ann = `${line}\nA1\tKey T1 f0\n#1\tAnnotatorNotes T1\tsee there\nT2\tLOC 10 15\tBrise\nR1\tin Arg1:T1 Arg2:T2\n`;
  const { decisions, broken } = readSidecars({ ann, review: undefined }, TEXT, 'a');
  expect(broken).toBe(false);
  const more = withDocument(decisions, { annotations: [...decisions.document.annotations, MORE] });
  const written = writeSidecars(more, { ann, review: undefined });
  expect(written.ann).toBe(`${ann}T9\tPER 0 2\tUn\n`);
  const again = readSidecars(written, TEXT, 'a').decisions;
  expect(again.document.annotations.map(({ id, attributes }) => [id, attributes.Key])).toEqual([
    ['T1', 'f0'],
    ['T2', undefined],
    ['T9', undefined],
  ]);
  expect(writeBrat(readBrat(ann, TEXT, 'a').document).content).toBe(ann);
});

test('an annotation of which edits leave nothing but a line break is kept beside the text', () => {
  const text = 'Le pont de Brise\net Corne attend.';
  const start = text.indexOf('Brise');
  const words = { ...MORE, spans: [{ start, end: text.indexOf(' attend') }], attributes: { Key: 'k' } };
  const { decisions } = readSidecars({ ann: undefined, review: undefined }, text, 'a');
  let edited = withDocument(decisions, { annotations: [words] });
  edited = rebaseDecisions(edited, { start: text.indexOf('et Corne'), end: text.indexOf(' attend'), inserted: '' }).decisions;
  edited = rebaseDecisions(edited, { start, end: start + 'Brise'.length, inserted: '' }).decisions;
  const files = writeSidecars(edited, { ann: undefined, review: undefined });
  const again = readSidecars(files, edited.document.text, 'a').decisions;
  const all = [...again.document.annotations, ...again.lost.map(({ annotation }) => annotation)];
  expect(all.map(({ attributes }) => attributes.Key)).toEqual(['k']);
});
