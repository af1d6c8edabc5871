// A person labels an article and reviews it with the keys of another tool, and looks at what the screen shows of it.
import fs from 'node:fs';
import path from 'node:path';

const TEXT = [
  ' date 2019-05 Le pont de Vell',
  '',
  '« Le pont sera fini en mars 2020 », a promis Anna Sorel, maire de Vell, le 3 avril 2019. Marc Aubin est à Vell.',
  '',
].join('\n');
const SCHEMA = {
  labels: {
    genre: { title: 'Genre', values: ['report', 'column'], guidelines: 'How it is written.' },
    checked: { title: 'Checked', kind: 'flag' },
  },
};
/** What the status bar says of a review. */
const PROGRESS = /Review (\d+)\/(\d+)/;

export const scenarios = [
  {
    title: 'labels: set with a key and taken back, shown in the status bar and in the progress of articles',
    async run(hands) {
      const file = await begin(hands, 'labels');
      await label(hands, 'Genre', 'column');
      await hands.until(
        () => read(file, '.review.jsonl'),
        (lines) => lines.includes('{"label":"genre","value":"column"'),
        'the label is in the file',
      );
      await told(hands, 'column');
      await label(hands, 'Checked');
      await told(hands, 'Checked');
      await hands.runCommand('Corpus Annotator: Review: Show Progress of All Articles');
      await hands.unfold('Progress').catch(() => undefined);
      for (const kind of ['light', 'dark', 'contrast']) {
        await hands.useTheme(kind);
        await hands.shot(`labels-${kind}`);
      }
      await hands.useTheme('light');
      await hands.focusEditor();
      await hands.press('Control+z');
      await hands.press('Control+z');
      await hands.until(
        () => read(file, '.review.jsonl'),
        (lines) => !lines.includes('"label"'),
        'undo takes the labels back',
      );
      await hands.press('Escape');
      await hands.closeEditors();
    },
  },
  {
    title: 'labels: keys as in Prodigy: A accepts, X rejects, Space skips, and the help says so',
    async run(hands) {
      const settings = path.join(hands.folder, '.vscode', 'settings.json');
      const before = fs.existsSync(settings) ? fs.readFileSync(settings, 'utf8') : undefined;
      fs.mkdirSync(path.dirname(settings), { recursive: true });
      fs.writeFileSync(settings, JSON.stringify({ 'corpusAnnotator.reviewKeys': 'prodigy' }));
      const file = await begin(hands, 'prodigy');
      const reviewed = async () => Number(PROGRESS.exec(await hands.statusBar())?.[1]);
      const start = await reviewed();
      const item = hands.page.locator('.statusbar-item').filter({ hasText: PROGRESS }).first();
      const help = hands.page.locator('.monaco-hover').filter({ hasText: 'as in Prodigy' });
      // VS Code reads the file of the settings when its watcher tells of it
      const isInForce = async () => {
        await hands.restMouse();
        await item.hover();
        await hands.page.waitForTimeout(1_000);
        return (await help.count()) > 0;
      };
      await hands.until(isInForce, Boolean, 'the setting is in force');
      await hands.restMouse();
      await hands.press('a');
      await hands.until(reviewed, (now) => now === start + 1, 'A accepts');
      // what is decided is in the journal first
      await hands.until(
        () => read(file, '.ann'),
        (annotations) => /^T1\t/.test(annotations),
        'what is accepted is in the file',
      );
      await hands.press('Space');
      await hands.press('x');
      await hands.until(
        () => read(file, '.review.jsonl'),
        (lines) => lines.includes('"reject"'),
        'X rejects',
      );
      for (const kind of ['light', 'dark', 'contrast']) {
        await hands.useTheme(kind);
        await item.hover();
        await hands.until(() => help.count(), Boolean, 'the help names the keys in force');
        await hands.shot(`keys-${kind}`);
        await hands.restMouse();
      }
      await hands.useTheme('light');
      if (before === undefined) fs.rmSync(settings);
      else fs.writeFileSync(settings, before);
      await hands.focusEditor();
      await hands.press('Escape');
      await hands.closeEditors();
    },
  },
];

/** Makes a folder with one article and a schema, opens the article and turns to the review mode; gives the article's path. */
async function begin(hands, name) {
  const folder = path.join(hands.folder, name);
  fs.mkdirSync(path.join(folder, '.corpus'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.corpus', 'schema.json'), JSON.stringify(SCHEMA));
  fs.writeFileSync(path.join(folder, `${name}.txt`), TEXT);
  await hands.openArticle(`${name}/${name}.txt`);
  await hands.goToStart();
  await hands.press('Shift+Alt+x');
  await told(hands, PROGRESS);
  await hands.until(
    () => hands.cursor(),
    ({ selected }) => selected > 0,
    'what is undecided first is selected',
  );
  return path.join(folder, `${name}.txt`);
}

async function label(hands, name, value) {
  await hands.press('Shift+t');
  await hands.answer('Which label?', { take: name });
  if (value !== undefined) await hands.answer(name, { take: value });
}

const told = (hands, words) =>
  hands.until(
    () => hands.statusBar(),
    (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
    `the status bar says ${words}`,
  );

const read = (file, ending) => {
  const beside = file.replace(/\.txt$/, ending);
  return fs.existsSync(beside) ? fs.readFileSync(beside, 'utf8') : '';
};
