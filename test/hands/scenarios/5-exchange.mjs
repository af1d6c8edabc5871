// A person compares two annotators.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const TEXT = ' date 2019-05 Un titre\n\nAnna Sorel est venue à Vell avec Marc Aubin.\n';

export const scenarios = [
  {
    title: 'exchange: two annotators are compared, and a difference is resolved',
    async run(hands) {
      const [first, second] = ['anna', 'ben'].map((name) => path.join(hands.folder, 'agreement', name));
      for (const [folder, type] of [
        [first, 'PER'],
        [second, 'ORG'],
      ]) {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(path.join(folder, 'one.txt'), TEXT);
        fs.writeFileSync(path.join(folder, 'one.ann'), `T1\t${type} 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n`);
      }
      await hands.runCommand('Corpus Annotator: Compare Two Annotators…');
      await hands.choosePath(`${first}/`, 'First Annotator');
      await hands.choosePath(`${second}/`, 'Second Annotator');
      await hands.asked('Difference 1 of 1: Anna Sorel');
      await hands.shot('agreement');
      await hands.answer('Difference 1 of 1: Anna Sorel', { type: 'Take the first', take: 'Take the first: PER' });
      await hands.until(
        () => fs.readFileSync(path.join(second, 'one.ann'), 'utf8'),
        (ann) => ann.startsWith('T1\tPER 24 34\tAnna Sorel'),
        'the second annotator’s file says what the first’s says',
      );
      assert.equal(fs.readFileSync(path.join(first, 'one.ann'), 'utf8'), 'T1\tPER 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n');
      await hands.closeEditors();
    },
  },
];
