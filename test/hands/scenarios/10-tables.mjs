// A person counts a corpus: tables with their settings, a speaker's words against all others, and the hits behind a cell.
import assert from 'node:assert/strict';

const ARTICLE = 'corpus/archive/2021-02-03_pont-ferme.txt';
const SPEAKER = 'Quérandin';

/** The page of the table that is shown. */
const pageOf = (hands) => hands.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');

/** Waits until all articles are counted: till then rows come and go. */
const whole = async (hands, table) =>
  hands.until(
    () => table.locator('.notes li').filter({ hasText: 'So far' }).count(),
    (notes) => notes === 0,
    'all articles are counted',
  );

/** What a table says of a setting. */
const setting = (table, name) => table.locator(`dt:text-is("${name}") + dd`);

async function count(hands, kind, ...answers) {
  await hands.runCommand('Corpus Annotator: Corpus Tables…');
  await hands.answer('Corpus tables', { take: kind });
  for (const answer of answers) await hands.answer(kind, answer);
  const table = pageOf(hands);
  await table.getByRole('heading', { name: kind, exact: true }).waitFor();
  return table;
}

/** The concordance that a click has opened: how many hits it says there are. */
async function hitsShown(hands) {
  const lines = await hands.until(
    () => hands.lines(),
    (found) => found.some((line) => /^\d+ hits? in \d+ of \d+ articles/.test(line)),
    'a concordance is shown',
  );
  return Number(/^(\d+) hits?/.exec(lines.find((line) => /^\d+ hits? in/.test(line)))[1]);
}

const figure = async (cell) => Number((await cell.textContent()).replace(/[^\d-]/g, ''));

export const scenarios = [
  {
    title: 'tables: speakers, in three themes; a cell opens as many hits as it says; a speaker’s words in one click',
    async run(hands) {
      await hands.openArticle(ARTICLE);
      const table = await count(hands, 'Speakers', { take: 'Speakers' });
      const row = table.locator('tbody tr').filter({ hasText: SPEAKER }).first();
      await row.waitFor();
      for (const theme of ['dark', 'contrast', 'light']) {
        await hands.useTheme(theme);
        await hands.shot(`table-${theme}`);
      }
      await table.getByRole('button', { name: 'Copies once' }).click();
      await setting(table, 'Duplicates').waitFor();
      const pressed = table.getByRole('button', { name: 'Copies once' });
      assert.equal(await pressed.getAttribute('aria-pressed'), 'true');
      await whole(hands, table);
      const said = await figure(row.locator('td').first());
      await row.locator('td').first().click();
      assert.equal(await hitsShown(hands), said);
      await hands.closeEditors();
      await hands.openArticle(ARTICLE);
      const again = await count(hands, 'Speakers', { take: 'Speakers' });
      await again.locator('tbody tr').filter({ hasText: SPEAKER }).first().locator('.follow').click();
      const words = pageOf(hands);
      await words.getByRole('heading', { name: 'Keywords', exact: true }).waitFor();
      assert.match(await setting(words, 'Part').textContent(), new RegExp(`${SPEAKER} \\(\\d+ words`));
      await hands.shot('table-speaker-words');
      await hands.closeEditors();
    },
  },
  {
    title: 'tables: collocates within a window that is set, across sentences; their hits are those of the cell',
    async run(hands) {
      await hands.openArticle(ARTICLE);
      const table = await count(hands, 'Collocates', { take: 'Of words or a query' }, { type: 'pont' });
      const window = setting(table, 'Window');
      assert.equal(await window.textContent(), '5 words to the left, 5 words to the right, within the sentence');
      await table.getByRole('button', { name: 'Window…' }).click();
      await hands.answer('Collocates', { type: '2:3' });
      await table.locator('dd:text-is("2 words to the left, 3 words to the right, within the sentence")').waitFor();
      await table.getByRole('button', { name: 'Across sentences' }).click();
      await table.locator('dd:text-is("2 words to the left, 3 words to the right")').waitFor();
      await table.getByRole('button', { name: 'Stop list…' }).click();
      await hands.answer('Collocates', { take: 'These words…' });
      await hands.answer('Collocates', { type: 'le la du de' });
      await table.locator('dd:text-is("4 entries")').waitFor();
      await whole(hands, table);
      await hands.shot('table-collocates');
      await table.locator('tbody th').first().click();
      assert.ok((await hitsShown(hands)) > 0);
      await hands.closeEditors();
    },
  },
];
