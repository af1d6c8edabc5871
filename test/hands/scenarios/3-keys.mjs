// From annotation to annotation with the keys, and the commands of the palette.
import assert from 'node:assert/strict';

/** Presses the key until the cursor has come round to where the first press led; returns the places, each once. */
async function tour(hands, key) {
  const places = [];
  for (let steps = 0; steps < 40; steps++) {
    const before = await hands.cursor();
    await hands.press(key);
    const at = await hands.until(
      () => hands.cursor(),
      (now) => now.selected > 0 && (now.line !== before.line || now.column !== before.column || now.selected !== before.selected),
      `${key} moves the selection`,
    );
    const place = `${at.line}:${at.column}`;
    if (place === places[0]) return places;
    places.push(place);
  }
  throw new Error(`${key} did not come round: ${places.join(' ')}`);
}

async function openAtStart(hands, name) {
  await hands.openArticle(name);
  await hands.goToStart();
}

export const scenarios = [
  {
    title: 'Alt+Q goes from quotation to quotation and round; Shift+Alt+Q goes back',
    async run(hands) {
      await openAtStart(hands, 'article.txt');
      const onwards = await tour(hands, 'Alt+q');
      assert.ok(onwards.length >= 3, onwards.join(' '));
      await hands.goToStart();
      const backwards = await tour(hands, 'Shift+Alt+q');
      assert.deepEqual(backwards, onwards.reverse());
    },
  },
  {
    title: 'Alt+J goes from date to date, Alt+N from name to name',
    async run(hands) {
      await openAtStart(hands, 'article.txt');
      const dates = await tour(hands, 'Alt+j');
      assert.ok(dates.length >= 4, dates.join(' '));
      await hands.goToStart();
      const names = await tour(hands, 'Alt+n');
      assert.ok(names.length >= 6, names.join(' '));
    },
  },
  {
    title: 'a link in a hover jumps to another mention',
    async run(hands) {
      await openAtStart(hands, 'article.txt');
      await hands.followLink('Armand Vauquelin', 'Armand Vauquelin', /^2$/);
      await hands.until(
        () => hands.cursor(),
        ({ line, selected }) => line === 5 && selected > 0,
        'another mention is selected',
      );
      await hands.restMouse();
    },
  },
  {
    title: 'a file can be made plain text, and an article again',
    async run(hands) {
      await openAtStart(hands, 'english.txt');
      const becomes = (wanted) =>
        hands.until(
          () => hands.language(),
          (language) => language === wanted,
          `the language becomes ${wanted}`,
        );
      await hands.runCommand('Corpus Annotator: Treat as Plain Text');
      await becomes('Plain Text');
      await hands.runCommand('Corpus Annotator: Treat as Article');
      await becomes('Article');
      await hands.look('Margaret Ashdown');
    },
  },
  {
    title: 'the first steps open as a walkthrough',
    async run(hands) {
      await hands.runCommand('Corpus Annotator: Get Started');
      await hands.page.locator('.gettingStartedContainer:visible').first().waitFor();
      const widths = () =>
        hands.page.locator('.gettingStartedContainer img').evaluateAll((images) => images.map((image) => image.naturalWidth));
      await hands.until(widths, (found) => found.some((width) => width > 500), 'the picture of the step is loaded');
      await hands.shot('walkthrough');
      await hands.closeEditors();
    },
  },
  {
    title: 'a key shows the legend, in the colours of the theme',
    async run(hands) {
      await hands.openArticle('article.txt');
      await hands.press('Alt+k');
      const legend = hands.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await legend.getByRole('heading', { name: 'Legend of Colours and Lines' }).waitFor();
      const row = legend.getByRole('row').filter({ hasText: 'names the speaker' });
      const line = await row.locator('span').evaluate((span) => getComputedStyle(span).textDecorationStyle);
      assert.equal(line, 'solid');
      await hands.closeEditors();
    },
  },
  {
    title: 'a box around the same words elsewhere appears for names and not for any word',
    async run(hands) {
      // At a place without a name the box has no width: nothing is seen.
      const boxes = () =>
        hands.page
          .locator('.monaco-editor .cdr[class*="wordHighlight"]')
          .evaluateAll((found) => found.filter((box) => box.getBoundingClientRect().width > 2).length);
      await openAtStart(hands, 'article.txt');
      await hands.goTo(5, 3);
      await hands.until(boxes, (count) => count > 1, 'the other mentions are boxed');
      // “tunnel” in the headline, which stands in a quote again
      await hands.goTo(1, 47);
      await hands.page.waitForTimeout(1_500);
      assert.equal(await boxes(), 0, 'a word that is no name has no boxes');
    },
  },
  {
    title: 'what is typed is analysed, and can be thrown away',
    async run(hands) {
      await openAtStart(hands, 'article.txt');
      await hands.press('Control+End');
      await hands.type('Le 7 mai 2017, Armand Vauquelin est venu.');
      // The article before it is a piece of its own on the screen: the grammar draws day, month and year alone.
      await hands.look('7 mai 2017');
      await hands.until(
        () => hands.statusBar(),
        (text) => text.includes('5 dates'),
        'the date is counted',
      );
      await hands.closeEditors();
    },
  },
];
