// A person sets from which confidence on suggestions are shown.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SAMPLE_CORPUS } from '../../../scripts/lib/project.mjs';

const ENTITIES = /(\d+) entit(?:y|ies)/;
const COMMAND = 'Corpus Annotator: Review: Set Confidence Threshold';
const QUESTION = 'Show suggestions from which confidence on?';

export const scenarios = [
  {
    title: 'threshold: the list is slid through, the text follows; Escape takes it back, Enter keeps it',
    async run(hands) {
      const folder = path.join(hands.folder, 'threshold');
      fs.mkdirSync(folder, { recursive: true });
      fs.copyFileSync(path.join(SAMPLE_CORPUS, 'fr/006_a2d93e7f415b08c6.txt'), path.join(folder, 'slide.txt'));
      const settings = path.join(hands.folder, '.vscode', 'settings.json');
      const written = () => (fs.existsSync(settings) ? fs.readFileSync(settings, 'utf8') : '');
      const entities = async () => Number(ENTITIES.exec(await hands.statusBar())?.[1] ?? 0);
      // in the list, which the editor must not take the focus from; up from the first step is the last one
      const press = (key) => hands.page.keyboard.press(key);
      const slide = async (key) => {
        await hands.runCommand(COMMAND);
        await hands.asked(QUESTION);
        await press(key);
      };

      await hands.openFile('slide.txt');
      const all = await hands.until(entities, (count) => count > 0, 'names in the status bar');
      await slide('ArrowUp');
      const sure = await hands.until(entities, (count) => count < all, 'fewer names while the list is slid through');
      await hands.shot('threshold');
      await press('Escape');
      await hands.until(entities, (count) => count === all, 'all names behind Escape');
      assert.doesNotMatch(written(), /minimumConfidence/, 'what is left with Escape leaves no trace');

      await slide('ArrowUp');
      await hands.until(entities, (count) => count === sure, 'the sure names again');
      await press('Enter');
      await hands.until(written, (text) => /"corpusAnnotator.minimumConfidence": 0.95/.test(text), 'the setting, kept');
      assert.equal(await entities(), sure);

      await slide('ArrowDown');
      await press('Enter');
      await hands.until(entities, (count) => count === all, 'all names at the lowest step');
      await hands.closeEditors();
    },
  },
];
