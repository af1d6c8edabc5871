// A person adjudicates two annotators.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const TEXT = ' date 2019-05 Un titre\n\nAnna Sorel est venue à Vell avec Marc Aubin.\n';

export const scenarios = [
  {
    title: 'exchange: two annotators are adjudicated into a gold folder, a key a difference',
    async run(hands) {
      const [first, second, gold] = ['anna', 'ben', 'gold'].map((name) => path.join(hands.folder, 'agreement', name));
      for (const [folder, type] of [
        [first, 'PER'],
        [second, 'ORG'],
      ]) {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(path.join(folder, 'one.txt'), TEXT);
        fs.writeFileSync(path.join(folder, 'one.ann'), `T1\t${type} 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n`);
      }
      fs.mkdirSync(gold);
      const own = () => fs.readFileSync(path.join(gold, 'one.ann'), 'utf8');
      // the palette knows the commands once the extension is there
      await hands.openArticle('article.txt');
      await hands.runCommand('Corpus Annotator: Adjudicate Annotators…');
      await hands.choosePath(`${gold}/`, 'Gold Folder');
      await hands.answer('In what order', { take: 'As they stand in the texts' });
      await hands.choosePath(`${first}/`, 'Folder of Annotator 1');
      await hands.choosePath(`${second}/`, 'Folder of Annotator 2');
      await hands.asked('Another Annotator');
      await hands.page.keyboard.press('Escape');
      await hands.asked('Difference 1 of 1: Entities: type');
      assert.equal(own(), 'T1\tLOC 47 51\tVell\n', 'what both say was taken over');
      await hands.shot('adjudication');
      await hands.page.keyboard.press('1');
      await hands.until(own, (ann) => ann.includes('PER 24 34\tAnna Sorel'), 'the key took the first variant');
      assert.equal(fs.readFileSync(path.join(first, 'one.ann'), 'utf8'), 'T1\tPER 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n');
      assert.equal(fs.readFileSync(path.join(second, 'one.ann'), 'utf8'), 'T1\tORG 24 34\tAnna Sorel\nT2\tLOC 47 51\tVell\n');
      await hands.closeEditors();
    },
  },
];
