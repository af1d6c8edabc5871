// A person searches all articles, and goes from a line of the concordance to its hit.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const QUERY = 'pont speaker:*Quérandin';

const TEXTS = {
  'a.txt': ' date 2019-05 Les bateaux reviennent\n\nPersonne ne les attendait : Vellac a rouvert ses ateliers lundi.\n',
  'b.txt': ' date 2019-06 Le marché couvert\n\nLes ouvriers de chez Vellac ont repris le travail mardi matin.\n',
  'c.txt': ' date 2019-07 Un été calme\n\nDepuis un mois, Vellac embauche de nouveau, dit Anne Morel.\n',
};

export const scenarios = [
  {
    title: 'search: a concordance of a speaker’s words, in three themes, and from a line to its hit',
    async run(hands) {
      await hands.openArticle('corpus/archive/2021-02-03_pont-ferme.txt');
      await hands.runCommand('Corpus Annotator: Search All Articles…');
      await hands.answer('Search all articles', { type: '[word="pont"' });
      await hands.asked('character 13 of the query: it ends too early');
      await hands.answer('Search all articles', { type: 'pont quo', take: 'quote' });
      await hands.shot('search-completed');
      await hands.answer('Search all articles', { type: QUERY });
      await hands.until(
        () => hands.lines(),
        (lines) => lines.some((line) => /^\d+ hits? in \d+ of \d+ articles/.test(line)),
        'the concordance is shown',
      );
      for (const theme of ['dark', 'contrast', 'light']) {
        await hands.useTheme(theme);
        await hands.shot(`concordance-${theme}`);
      }
      const line = (await hands.lines()).find((text) => /Quérandin/.test(text) && / pont /.test(text));
      assert.ok(line, 'a line of hers');
      await hands.press('Enter');
      await hands.until(
        () => hands.cursor(),
        ({ selected }) => selected === 'pont'.length,
        'the hit is selected in its article',
      );
      await hands.shot('concordance-hit');
      await hands.closeEditors();
    },
  },
  {
    title: 'search: lines are ticked, annotated with one key in all their files, taken back, and left out when decided',
    async run(hands) {
      const folder = path.join(hands.folder, 'lines');
      fs.mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(TEXTS)) fs.writeFileSync(path.join(folder, name), text);
      const annotated = () =>
        Object.keys(TEXTS).filter((name) => {
          const ann = path.join(folder, name.replace('.txt', '.ann'));
          return fs.existsSync(ann) && /\tORG \d+ \d+\tVellac/.test(fs.readFileSync(ann, 'utf8'));
        });
      const untilAnnotated = (...names) =>
        hands.until(
          () => annotated(),
          (found) => found.join() === names.join(),
          `annotated are ${names.join(', ') || 'none'}`,
        );
      await hands.openArticle('lines/a.txt');
      await hands.runCommand('Corpus Annotator: Search All Articles…');
      await hands.answer('Search all articles', { type: 'Vellac' });
      await hands.until(
        () => hands.lines(),
        (lines) => lines.some((line) => /^3 hits in 3 of \d+ articles/.test(line)),
        'the concordance is shown',
      );
      await hands.press('Space');
      await hands.press('Space');
      for (const theme of ['dark', 'contrast', 'light']) {
        await hands.useTheme(theme);
        await hands.shot(`concordance-ticked-${theme}`);
      }
      await hands.press('o');
      await untilAnnotated('a.txt', 'b.txt');
      await hands.press('z');
      await untilAnnotated();
      await hands.press('Control+a');
      await hands.press('o');
      await untilAnnotated('a.txt', 'b.txt', 'c.txt');
      await hands.goTo(7, 1);
      await hands.press('c');
      await untilAnnotated('a.txt', 'b.txt');
      await hands.goTo(6, 1);
      await hands.press('r');
      await untilAnnotated('a.txt');
      for (const theme of ['dark', 'contrast', 'light']) {
        await hands.useTheme(theme);
        await hands.shot(`concordance-decided-${theme}`);
      }
      await hands.runCommand('Corpus Annotator: Show Undecided Lines Only, or All');
      await hands.until(
        () => hands.lines(),
        (lines) => lines.some((line) => line.startsWith('1 of 3 lines')) && !lines.some((line) => line.includes('ouvriers')),
        'the undecided line alone is left',
      );
      for (const [name, text] of Object.entries(TEXTS))
        assert.equal(fs.readFileSync(path.join(folder, name), 'utf8'), text, 'the keys type nothing into the articles');
      await hands.closeEditors();
    },
  },
];
