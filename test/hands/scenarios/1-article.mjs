// An article, opened and read with the eyes, the mouse and the keys.
import assert from 'node:assert/strict';

/** Whether an article belongs to a date is a matter of taste. */
const DATE = /^(le\s)?4\savril\s2018$/;
const COUNTS = /\d+ entit(y|ies) · \d+ dates? · \d+ quotes?/;

export const scenarios = [
  {
    title: 'Ctrl+P opens an article, and the status bar names its language',
    async run(hands) {
      await hands.openFile('article.txt');
      await hands.until(
        () => hands.language(),
        (language) => language === 'Article',
        'the language in the status bar',
      );
    },
  },
  {
    title: 'names and dates have colours of their own',
    async run(hands) {
      await hands.openFile('article.txt');
      await hands.eventually(async () => {
        const person = await hands.look('Élise Kermadec');
        const date = await hands.look(DATE);
        const plain = await hands.plainColour();
        assert.notDeepEqual(person.colour, plain);
        assert.notDeepEqual(date.colour, plain);
        assert.notDeepEqual(person.colour, date.colour);
      });
    },
  },
  {
    title: 'the status bar counts what was found',
    async run(hands) {
      await hands.openFile('article.txt');
      await hands.until(
        () => hands.statusBar(),
        (text) => COUNTS.test(text),
        'counts in the status bar',
      );
    },
  },
  {
    title: 'the mouse on a name tells who it is',
    async run(hands) {
      await hands.openFile('article.txt');
      const text = await hands.hover('Armand Vauquelin', 'Armand Vauquelin');
      assert.match(text, /person/i);
      await hands.shot('hover-person');
      await hands.restMouse();
    },
  },
  {
    title: 'the mouse on a date tells the day',
    async run(hands) {
      await hands.openFile('article.txt');
      const text = await hands.hover(DATE, '2018-04-04');
      assert.match(text, /4 April 2018|April 4, 2018/);
      await hands.shot('hover-date');
      await hands.restMouse();
    },
  },
  {
    title: 'the outline has quotations under their speakers',
    async run(hands) {
      await hands.openFile('article.txt');
      await hands.eventually(async () => {
        const rows = await hands.outline('Ce tunnel');
        const quote = rows.findIndex((row) => row.startsWith('Ce tunnel'));
        assert.ok(rows[quote - 1]?.includes('Kermadec'), rows.join('\n'));
      });
      await hands.shot('outline');
    },
  },
  {
    title: 'F12 leads from a mention to the first one',
    async run(hands) {
      await hands.openArticle('article.txt');
      await hands.goTo(7, 1);
      await hands.press('F12');
      await hands.until(
        () => hands.cursor(),
        ({ line }) => line === 3,
        'the cursor is at the first mention',
      );
    },
  },
  {
    title: 'plain text stays as it is',
    async run(hands) {
      await hands.openFile('notes.txt');
      await hands.until(
        () => hands.language(),
        (language) => language === 'Plain Text',
        'the language in the status bar',
      );
      await hands.until(
        () => hands.statusBar(),
        (text) => !COUNTS.test(text),
        'no counts in the status bar',
      );
    },
  },
];
