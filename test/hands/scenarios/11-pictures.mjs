// A person looks at a corpus as a whole: its dashboard, who is named with whom, where, and when, and the hits behind a mark.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const ARTICLE = 'corpus/archive/2021-02-03_pont-ferme.txt';
const THEMES = ['dark', 'contrast', 'light'];

/** The page of the picture that is shown. */
const pageOf = (hands) => hands.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe');

/** Waits for the picture of that title. */
async function shown(hands, title) {
  const picture = pageOf(hands);
  await picture.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
  await picture.locator('#picture .mark').first().waitFor();
  return picture;
}

async function shots(hands, name) {
  for (const theme of THEMES) {
    await hands.useTheme(theme);
    await hands.shot(`picture-${name}-${theme}`);
  }
}

/** How many hits the concordance says there are. */
async function hitsShown(hands) {
  const lines = await hands.until(
    () => hands.lines(),
    (found) => found.some((line) => /^\d+ hits? in \d+ of \d+ articles/.test(line)),
    'a concordance is shown',
  );
  return Number(/^(\d+) hits?/.exec(lines.find((line) => /^\d+ hits? in/.test(line)))[1]);
}

export const scenarios = [
  {
    title: 'pictures: the dashboard from the status bar, in three themes; a mark’s concordance has as many hits as it says',
    async run(hands) {
      await hands.openArticle(ARTICLE);
      await hands.page
        .locator('[id="corpus-annotator.corpus-annotator.corpusAnnotator.corpus"], .statusbar-item[aria-label*="Dashboard"]')
        .first()
        .click();
      const picture = await shown(hands, 'Dashboard');
      await shots(hands, 'dashboard');
      const mark = picture.locator('#picture .mark[aria-label^="Basile Quérandin"]').first();
      const said = Number(/: ([\d,]+)$/.exec(await mark.getAttribute('aria-label'))[1]);
      await mark.focus();
      await mark.press('Enter');
      assert.equal(await hitsShown(hands), said);
      await hands.closeEditors();
    },
  },
  {
    title: 'pictures: network, map, dispersion plot, time line and progress, in three themes',
    async run(hands) {
      await hands.openArticle(ARTICLE);
      for (const [kind, name] of [
        ['Network of names', 'network'],
        ['Map of places', 'map'],
        ['Dispersion plot', 'barcode'],
        ['Progress of the review', 'progress'],
      ]) {
        await hands.runCommand('Corpus Annotator: Corpus Pictures…');
        await hands.answer('Corpus pictures', { take: kind });
        if (name === 'barcode') await hands.answer('Corpus pictures', { type: 'pont' });
        await shown(hands, kind);
        await shots(hands, name);
        await hands.closeEditors();
        await hands.openArticle(ARTICLE);
      }
      await hands.runCommand('Corpus Annotator: Time Line of This Article');
      await shown(hands, 'Time line');
      await shots(hands, 'timeline');
      await hands.closeEditors();
    },
  },
  {
    title: 'pictures: exported as PNG in the theme’s colours, and as SVG',
    async run(hands) {
      await hands.openArticle(ARTICLE);
      await hands.runCommand('Corpus Annotator: Corpus Pictures…');
      await hands.answer('Corpus pictures', { take: 'Network of names' });
      for (const [button, extension] of [
        ['Export as PNG…', 'png'],
        ['Export as SVG…', 'svg'],
      ]) {
        const picture = await shown(hands, 'Network of names');
        const file = path.join(hands.folder, `network.${extension}`);
        await picture.getByRole('button', { name: button }).click();
        await hands.choosePath(file, 'OK');
        const bytes = await hands.until(
          () => (fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)),
          (content) => content.length > 1000,
          `${file} is written`,
        );
        const isKnown = extension === 'png' ? bytes.readUInt32BE(0) === 0x89504e47 : bytes.toString().startsWith('<svg ');
        assert.ok(isKnown, `${extension} is what its name says`);
        fs.copyFileSync(file, path.join('shots', `picture-export.${extension}`));
        fs.rmSync(file);
      }
      await hands.closeEditors();
    },
  },
];
