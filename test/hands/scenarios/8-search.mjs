// A person searches all articles, and goes from a line of the concordance to its hit.
import assert from 'node:assert/strict';

const QUERY = 'pont speaker:*Quérandin';

export const scenarios = [
  {
    title: 'search: a concordance of a speaker’s words, in three themes, and from a line to its hit',
    async run(hands) {
      await hands.openArticle('corpus/archive/2021-02-03_pont-ferme.txt');
      await hands.runCommand('Corpus Annotator: Search All Articles…');
      await hands.answer('Search all articles', { type: '[word="pont"' });
      await hands.asked('character 13 of the query: it ends too early');
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
];
