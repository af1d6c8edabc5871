// Takes the pictures in one window on the sample corpus, in the order in which a person would come to them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './project.mjs';

/** The article of the tour in each language, and the name of a person in it to rest the mouse on. */
const ARTICLES = {
  en: { file: 'en/100_2a7ce09b4d16f538.txt', name: 'Orcival', person: 'Bastien Orcival' },
  fr: { file: 'fr/000_3c91e07ad25f8b46.txt', name: 'Bastien Orcival', person: 'Bastien Orcival' },
};

/** How long the screen rests before a picture: what fades and slides has come to an end. In milliseconds. */
const REST = 700;

/**
 * @param hands - on a window that has just opened the sample corpus
 * @param pictures - those that are wanted
 * @param save - is given a name and a PNG, or several of an animated picture
 */
export async function takePictures(hands, pictures, { language, save }) {
  const texts = JSON.parse(fs.readFileSync(path.join(ROOT, language === 'fr' ? 'package.nls.fr.json' : 'package.nls.json')));
  const scene = { hands, texts, article: ARTICLES[language], run: (name) => runCommand(hands, texts[`command.${name}.title`]) };
  const shoot = async () => {
    await hands.page.waitForTimeout(REST);
    return hands.page.screenshot();
  };
  await tourIsThere(hands);
  for (const [name, take] of Object.entries(SCENES)) {
    if (!pictures.some((picture) => picture.name === name)) continue;
    await save(name, await take(scene, shoot));
  }
}

async function tourIsThere(hands) {
  await hands.page.locator('.gettingStartedContainer:visible').first().waitFor();
  await analysed(hands);
}

const analysed = (hands) =>
  hands.until(
    () => hands.statusBar(),
    (text) => /\d+ entit/.test(text),
    'the article is analysed',
  );

const runCommand = (hands, title) => hands.runCommand(`Corpus Annotator: ${title}`);

/** The article alone, with the views of a container beside it. */
async function articleAlone({ hands, article }, view = 'View: Show Corpus Annotator') {
  await hands.closeEditors();
  await hands.openFile(article.file);
  await analysed(hands);
  await hands.runCommand(view);
  await hands.goToStart();
}

/** Room for the views, the article and the walkthrough side by side. */
const WIDE = { width: 1440, height: 810 };

/** The keys of the animated picture: what is confirmed, a name that gets another type, a rejection that is taken back. */
const KEYS = ['Enter', 'Enter', 'l', 'Enter', 'Enter', 'Enter', 'Enter', 'Delete', 'Control+z', 'Enter', 'Enter'];

const SCENES = {
  async overview(scene, shoot) {
    const size = scene.hands.page.viewportSize();
    await scene.hands.page.setViewportSize(WIDE);
    await scene.hands.page.mouse.move(5, WIDE.height - 5);
    // Each of the views has its rows.
    const panes = () =>
      scene.hands.page
        .locator('.pane-body .monaco-list-rows:visible')
        .evaluateAll((lists) => lists.filter((list) => list.childElementCount > 0).length);
    await scene.hands.until(panes, (count) => count >= 3, 'the views are filled');
    const picture = await shoot();
    await scene.hands.page.setViewportSize(size);
    return picture;
  },
  async open(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.hands.goToStart();
    return shoot();
  },
  async read(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.hands.hover(scene.article.name, scene.article.person);
    const picture = await shoot();
    await scene.hands.restMouse();
    return picture;
  },
  async walk(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.hands.press('Alt+q');
    await scene.hands.press('Alt+q');
    return shoot();
  },
  async views(scene, shoot) {
    await articleAlone(scene);
    return shoot();
  },
  async legend(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.hands.runCommand('View: Close Primary Side Bar');
    await scene.hands.press('Alt+k');
    await scene.hands.page.locator('iframe.webview.ready').first().waitFor();
    const picture = await shoot();
    await scene.hands.closeEditors();
    return picture;
  },
  async date(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.run('setArticleDate');
    await scene.hands.page.locator('.quick-input-widget:visible').waitFor();
    const picture = await shoot();
    await scene.hands.page.keyboard.press('Escape');
    return picture;
  },
  async export(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.run('export');
    await scene.hands.page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor();
    const picture = await shoot();
    await scene.hands.page.keyboard.press('Escape');
    return picture;
  },
  async adapt(scene, shoot) {
    await articleAlone(scene, 'View: Show Explorer');
    await scene.hands.runCommand('Preferences: Open Settings (UI)');
    const box = scene.hands.page.locator('.settings-editor .search-container .monaco-editor').first();
    await box.click();
    await scene.hands.page.keyboard.type('@ext:corpus-annotator.corpus-annotator');
    await scene.hands.page.locator('.settings-editor .setting-item').first().waitFor();
    const picture = await shoot();
    await scene.hands.page.keyboard.press('Escape');
    await scene.hands.page.keyboard.press('Escape');
    return picture;
  },
  async speaker(scene, shoot) {
    await inReview(scene);
    await scene.hands.press('Alt+q');
    await scene.hands.press('h');
    await scene.hands.page.locator('.quick-input-widget:visible').waitFor();
    const picture = await shoot();
    await scene.hands.page.keyboard.press('Escape');
    await leaveReview(scene);
    return picture;
  },
  async keys(scene, shoot) {
    await inReview(scene);
    await scene.hands.runCommand('Developer: Toggle Screencast Mode');
    await scene.hands.focusEditor();
    const frames = [await shoot()];
    for (const key of KEYS) {
      await decide(scene, key);
      frames.push(await scene.hands.page.screenshot());
    }
    await scene.hands.runCommand('Developer: Toggle Screencast Mode');
    await leaveReview(scene);
    return frames;
  },
  async review(scene, shoot) {
    await inReview(scene);
    for (const key of ['Enter', 'Enter', 'Enter', 'Enter']) await decide(scene, key);
    const picture = await shoot();
    await leaveReview(scene);
    return picture;
  },
};

async function inReview(scene) {
  await articleAlone(scene);
  await scene.hands.press('Shift+Alt+x');
  await scene.hands.page.waitForTimeout(REST);
}

async function leaveReview(scene) {
  await scene.hands.press('Escape');
  await scene.hands.page.waitForTimeout(REST);
}

/** Presses a key of the review mode and waits until its decision is drawn. */
async function decide({ hands }, key) {
  await hands.press(key);
  await hands.page.waitForTimeout(REST);
}
