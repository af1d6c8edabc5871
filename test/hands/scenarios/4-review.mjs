// A person annotates: ten decisions with the keyboard alone, then what the screen says and what the files say.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SAMPLE_CORPUS } from '../../../scripts/lib/project.mjs';

const SAMPLES = {
  'alpha.txt': 'fr/003_0d6bf5a82c71e934.txt',
  'beta.txt': 'fr/006_a2d93e7f415b08c6.txt',
  'gamma.txt': 'en/103_7b38d5ea10f4c962.txt',
};
const TYPED = 'Un rappel 😀 utile.';

const BRAT_TEXT = ' date 2019-05 Un titre\n\nAnna Sorel est venue à Vell 😀 avec Marc Aubin.\n';
/** Names of another tool, a note, an event, lines out of order: nothing of it is ours to tidy. */
const BRAT = [
  'T2\tLocation 47 51\tVell',
  'T1\tPerson 24 34\tAnna Sorel',
  '#1\tAnnotatorNotes T1\tthe mayor?',
  'T3\tArrival 39 44\tvenue',
  'E1\tArrival:T3 Who:T1 Where:T2',
  '',
].join('\n');
const SCHEMA = {
  layers: { entity: { attributes: { role: { title: 'Role', values: ['actor', 'topic'] } } } },
};
const BRIDGE_TEXT = [
  ' date 2019-05 Le pont de Vell',
  '',
  '« Le pont sera fini en mars 2020 », a promis Anna Sorel, maire de Vell, le 3 avril 2019. Marc Aubin a déclaré : « Je ne le crois pas. » Selon Anna Sorel, Marc Aubin est à Vell.',
  '',
].join('\n');
/** What the status bar says of a review. */
const PROGRESS = /Review (\d+)\/(\d+)/;
const BROKEN = 'T1\tPerson 24 34\tAnna Sorel\nT2\tPerson twelve 51\tVell\n';

export const scenarios = [
  {
    title: 'review: ten decisions with the keyboard alone, kept through edits, undo and a reload',
    async run(hands) {
      const folder = path.join(hands.folder, 'review');
      fs.mkdirSync(folder, { recursive: true });
      for (const [name, sample] of Object.entries(SAMPLES))
        fs.copyFileSync(path.join(SAMPLE_CORPUS, sample), path.join(folder, name));
      const reviewer = new Reviewer(hands, path.join(folder, 'beta.txt'));
      await reviewer.enter();
      await decideTen(reviewer);
      await editAndUndo(reviewer);
      await saveAndCheck(reviewer);
      await look(reviewer);
      await reviewer.goToNextFile('gamma.txt');
      assert.deepEqual(
        sidecars(folder),
        ['beta.ann', 'beta.review.jsonl'],
        'nothing is written beside articles nobody decided on',
      );
      await findAgain(reviewer);
      await hands.closeEditors();
    },
  },
  {
    title: 'review: attributes, entities, cues, all mentions rejected and lists to go through, with the keyboard alone',
    async run(hands) {
      const folder = path.join(hands.folder, 'more');
      fs.mkdirSync(path.join(folder, '.corpus'), { recursive: true });
      fs.writeFileSync(path.join(folder, '.corpus', 'schema.json'), JSON.stringify(SCHEMA));
      for (const name of ['one.txt', 'two.txt']) fs.writeFileSync(path.join(folder, name), BRIDGE_TEXT);
      const reviewer = new Reviewer(hands, path.join(folder, 'one.txt'));
      await reviewer.enter();
      await setMore(reviewer);
      await goThroughDates(reviewer);
      await rejectMentions(reviewer);
      await reviewer.leave();
      await hands.closeEditors();
    },
  },
  {
    title: 'review: a corpus made with brat stays as it is, line by line',
    async run(hands) {
      const folder = path.join(hands.folder, 'brat');
      fs.mkdirSync(folder, { recursive: true });
      for (const name of ['first', 'second']) {
        fs.writeFileSync(path.join(folder, `${name}.txt`), BRAT_TEXT);
        fs.writeFileSync(path.join(folder, `${name}.ann`), BRAT);
      }
      const reviewer = new Reviewer(hands, path.join(folder, 'first.txt'));
      await reviewer.enter();
      assert.equal(reviewer.ann(), BRAT, 'opening writes nothing');
      const { reviewed } = await reviewer.progress();
      await reviewer.decide('Marc Aubin', 'p', reviewed + 1);
      await reviewer.until((ann) => ann.includes('Marc Aubin'), 'the decision is in the file');
      assert.ok(reviewer.ann().startsWith(BRAT), reviewer.ann());
      reviewer.checkOffsets();
      await hands.press('Control+z');
      await reviewer.until((ann) => ann === BRAT, 'taken back, the file is what it was');
      assert.equal(fs.readFileSync(path.join(folder, 'second.ann'), 'utf8'), BRAT);
      assert.ok(!sidecars(folder).includes('second.review.jsonl'), 'nothing is written beside what nobody decided on');
      await reviewer.leave();
      await hands.closeEditors();
    },
  },
  {
    title: 'review: a name is related to another, the relation is followed, and goes with neither by a key alone',
    async run(hands) {
      const folder = path.join(hands.folder, 'related');
      fs.mkdirSync(path.join(folder, '.corpus'), { recursive: true });
      const relations = { 'mayor-of': { title: 'mayor of', from: ['PER'], to: ['LOC'], guidelines: 'In office that day.' } };
      fs.writeFileSync(path.join(folder, '.corpus', 'schema.json'), JSON.stringify({ relations }));
      fs.writeFileSync(path.join(folder, 'one.txt'), BRIDGE_TEXT);
      const reviewer = new Reviewer(hands, path.join(folder, 'one.txt'));
      await reviewer.enter();
      await hands.goTo(...reviewer.place('Anna Sorel'));
      await hands.press('Shift+r');
      await hands.answer('“Anna Sorel” is related to …', { take: 'Vell' });
      await hands.asked('How are “Anna Sorel” and “Vell” related?');
      await hands.shot('review-relate');
      await hands.answer('How are “Anna Sorel” and “Vell” related?');
      await reviewer.until((ann) => /^R1\tmayor-of Arg1:T\d Arg2:T\d$/m.test(ann), 'the relation is in the file');
      const related = reviewer.ann();
      await hands.goTo(...reviewer.place('Anna Sorel'));
      await hands.press('r');
      await hands.dialog('“Anna Sorel” holds 1 relation, which would go with it: “Anna Sorel” mayor of “Vell”.');
      await hands.shot('review-relation-asks');
      await hands.closeDialog();
      assert.equal(reviewer.ann(), related);
      for (const theme of ['dark', 'contrast', 'light']) {
        await hands.useTheme(theme);
        await hands.goTo(...reviewer.place('Anna Sorel'));
        await hands.press('Shift+l');
        await hands.asked('Relations of “Anna Sorel”');
        await hands.shot(`review-relations-${theme}`);
        await hands.answer('Relations of “Anna Sorel”');
        await hands.until(
          () => hands.cursor(),
          ({ selected }) => selected === 'Vell'.length,
          'the other end is selected',
        );
      }
      assert.equal(reviewer.ann(), related, 'looking changes nothing');
      await reviewer.leave();
      await hands.closeEditors();
    },
  },
  {
    title: 'review: Alt takes exactly what is selected, also with the letters of other commands',
    async run(hands) {
      const folder = path.join(hands.folder, 'exactly');
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'one.txt'), BRIDGE_TEXT);
      const reviewer = new Reviewer(hands, path.join(folder, 'one.txt'));
      await reviewer.enter();
      await reviewer.select('promi');
      await hands.press('Alt+u');
      await reviewer.until((ann) => /\tDURATION \d+ \d+\tpromi\n/.test(ann), 'five letters of a word are taken');
      const [line, column] = reviewer.place('Marc Aubin');
      await hands.goTo(line, column + 2);
      await hands.press('Alt+k');
      await reviewer.until((ann) => /\tMa\n/.test(ann) && /\trc Aubin\n/.test(ann), 'a name is cut within a word');
      await hands.shot('review-exactly');
      // where nobody has selected anything of their own it is what it is elsewhere
      await hands.goTo(1, 1);
      const before = reviewer.ann();
      await hands.press('Alt+q');
      await hands.until(
        () => hands.cursor(),
        ({ selected }) => selected > 20,
        'Alt+Q goes to the next quote',
      );
      assert.equal(reviewer.ann(), before);
      await reviewer.leave();
      await hands.closeEditors();
    },
  },
  {
    title: 'review: a file that cannot be read is told at its line and not overwritten',
    async run(hands) {
      const folder = path.join(hands.folder, 'broken');
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'torn.txt'), BRAT_TEXT);
      fs.writeFileSync(path.join(folder, 'torn.ann'), BROKEN);
      const reviewer = new Reviewer(hands, path.join(folder, 'torn.txt'));
      await reviewer.enter();
      await hands.goTo(...reviewer.place('Marc Aubin'));
      await hands.press('Enter');
      await hands.shot('review-broken');
      await hands.press('Control+Shift+m');
      await hands.rows('.markers-panel', 'torn.ann');
      await hands.rows('.markers-panel', '[Ln 2, Col 1]');
      assert.equal(reviewer.ann(), BROKEN);
      assert.deepEqual(sidecars(folder), ['torn.ann']);
      await hands.press('Control+j');
      await reviewer.leave();
      await hands.closeEditors();
    },
  },
];

/** The ten: confirm, reject, type, value, boundaries, speaker, split and merge, new, all mentions, one more after an edit. */
async function decideTen(reviewer) {
  const { hands } = reviewer;
  await reviewer.decide('trente ans', 'Enter', 1);
  await reviewer.until((ann) => /\tDURATION \d+ \d+\ttrente ans\n/.test(ann), 'the confirmed date is in the file');

  await reviewer.decide('Genève', 'Delete', 2);
  await reviewer.until(
    (_, decisions) => /"reject":"entity\/LOC".*"exact":"Genève"/.test(decisions),
    'the rejection is in its file',
  );
  assert.doesNotMatch(reviewer.ann(), /Genève/, 'a rejection is no annotation');

  await reviewer.decide('Hélène Marsauval', 'o', 3);
  await reviewer.until((ann) => /\tORG \d+ \d+\tHélène Marsauval/.test(ann), 'the type is set');
  await hands.press('Control+z');
  await reviewer.reviewed(2);
  await hands.press('Control+y');
  await reviewer.reviewed(3);
  await reviewer.decide('Hélène Marsauval', 'p', 3);
  await reviewer.until((ann) => /\tPER \d+ \d+\tHélène Marsauval/.test(ann), 'the type is set anew');

  await hands.goTo(...reviewer.place('Le 23 juillet 2022'));
  await hands.press('v');
  await hands.answer('TIMEX3 value', { type: '2022-07-24' });
  await reviewer.reviewed(4);
  await reviewer.until((ann) => /value T\d+ 2022-07-24/.test(ann), 'the value is in the file');

  await reviewer.decide('mardi', 'f', 5);
  await reviewer.until((ann) => /DATE \d+ \d+\tmardi\./.test(ann), 'widened');
  await hands.press('Shift+f');
  await reviewer.until((ann) => /DATE \d+ \d+\tmardi\n/.test(ann), 'narrowed');
  await reviewer.reviewed(5);
  assert.doesNotMatch(reviewer.decisions(), /"reject":"date/, 'what is confirmed is not rejected besides');

  await hands.goTo(...reviewer.place('Nous ne parlons'));
  await hands.press('h');
  await hands.answer('Who says', { type: 'Ragnhild', take: 'Ragnhild Torsvik' });
  await reviewer.reviewed(6);
  await reviewer.until((ann) => /speakerName T\d+ Ragnhild Torsvik/.test(ann), 'the speaker is in the file');

  const [line, column] = reviewer.place('Olav Stennerud');
  const before = (await reviewer.progress()).total;
  await hands.goTo(line, column + 5);
  await hands.press('k');
  await reviewer.until((ann) => /PER \d+ \d+\tOlav\n/.test(ann) && /PER \d+ \d+\tStennerud\n/.test(ann), 'split');
  await reviewer.select('Olav Stennerud');
  await hands.press('g');
  await reviewer.until((ann) => /PER \d+ \d+\tOlav Stennerud\n/.test(ann) && !/\tOlav\n/.test(ann), 'merged');
  await reviewer.reviewed(7);
  assert.equal((await reviewer.progress()).total, before, 'split and merged, it is one again');

  await reviewer.select('19,4 °C');
  await hands.press('m');
  await reviewer.reviewed(8);
  await reviewer.until((ann) => /MISC \d+ \d+\t19,4 °C\n/.test(ann), 'what was selected is in the file');

  const mentions = reviewer.text().split('Grimsholm').length - 1;
  await hands.goTo(...reviewer.place('Grimsholm'));
  await hands.press('a');
  await hands.answer('Apply to all mentions', { take: 'In this article' });
  const preview = `Grimsholm” as Place: ${mentions} found`;
  await hands.asked(preview);
  await hands.shot('review-all-mentions');
  await hands.answer(preview);
  await reviewer.reviewed(8 + mentions);
  await reviewer.until((ann) => ann.split('\tGrimsholm\n').length - 1 === mentions, 'all mentions are in the file');
  await hands.press('Control+z');
  await reviewer.reviewed(8);
  await hands.press('Control+y');
  await reviewer.reviewed(8 + mentions);
}

/** Words are typed before the annotations, one more decision is made, and all is taken back and made again in turn. */
async function editAndUndo(reviewer) {
  const { hands } = reviewer;
  const { reviewed } = await reviewer.progress();
  const onDisk = reviewer.ann();
  await reviewer.leave();
  await hands.goTo(5, 1);
  await hands.type(TYPED);
  const typed = async () => (await hands.lines()).find((line) => line.includes('Un rappel')) ?? '';
  await hands.until(typed, (line) => line.includes(TYPED), 'the words are typed');
  await hands.press('Shift+Alt+x');
  await reviewer.reviewed(reviewed);
  await reviewer.decide('Eirik Nansvold', 'Enter', reviewed + 1);
  assert.equal(reviewer.ann(), onDisk, 'the files belong to the text on disk until it is saved');
  await hands.press('Control+z');
  await reviewer.reviewed(reviewed);
  // To where the typed words are on the screen.
  await hands.goTo(1, 1);
  assert.ok((await typed()).includes(TYPED), 'the decision was the last step, not the text');
  // In the mode an undo takes back decisions alone.
  await hands.press('Control+z');
  await hands.until(
    () => hands.statusBar(),
    (text) => text.includes('leave the review mode to undo that first'),
    'the status bar says why nothing is undone',
  );
  assert.ok((await typed()).includes(TYPED), 'the text stays');
  await reviewer.leave();
  // The text may be several steps; each shows before the next is asked for.
  const state = async () => JSON.stringify(await hands.lines());
  const step = async (key) => {
    const before = await state();
    await hands.press(key);
    await hands.until(state, (now) => now !== before, `${key} does something`);
    return typed();
  };
  await hands.until(
    () => step('Control+z'),
    (line) => line === '',
    'the text is taken back',
  );
  await hands.until(
    () => step('Control+y'),
    (line) => line.includes(TYPED),
    'the text is made again',
  );
  await hands.press('Shift+Alt+x');
  await reviewer.reviewed(reviewed);
  // The decision comes after the text.
  await hands.press('Control+y');
  await reviewer.reviewed(reviewed + 1);
}

/** What is set on annotations by keys that ask: an attribute of the schema, another entity and the same one, a cue. */
async function setMore(reviewer) {
  const { hands } = reviewer;
  await hands.goTo(...reviewer.place('Anna Sorel, maire'));
  await hands.press('Shift+j');
  await hands.answer('Attribute of “Anna Sorel”', { take: 'Role' });
  await hands.answer('Role', { take: 'topic' });
  await reviewer.until((ann) => /\trole T\d+ topic\n/.test(ann), 'the attribute is in the file');

  const [line, column] = reviewer.place('Marc Aubin est');
  await hands.goTo(line, column);
  await hands.press('Shift+k');
  await reviewer.until((ann) => /Entity T\d+ Group:\S+\tMarc Aubin\n/.test(ann), 'it is another entity now');
  await hands.goTo(line, column);
  await hands.press('Shift+g');
  await hands.answer('Whom or what does “Marc Aubin” name?', { take: 'Anna Sorel' });
  await reviewer.until(
    (ann) => (ann.match(/Entity T\d+ Group:(\S+)\tAnna Sorel\n/g) ?? []).length >= 2,
    'two mentions are of one entity',
  );
  await hands.press('Control+z');
  await reviewer.until((ann) => !/\tAnna Sorel\n.*Group|Group:\S+\tAnna Sorel/.test(ann), 'that was one step');

  await reviewer.select('a promis');
  await hands.press('Shift+h');
  await hands.answer('What are the selected words?', { take: /^Cue of “Le pont/ });
  await reviewer.until((ann) => /\ta promis\n/.test(ann), 'the cue is in the file');
}

/** A list of one type is what the keys go through. */
async function goThroughDates(reviewer) {
  const { hands } = reviewer;
  await hands.runCommand('Corpus Annotator: Review: Choose What to List');
  await hands.answer('What to list', { type: 'Undecided: Date', take: 'Undecided: Dates' });
  await hands.goToStart();
  const seen = new Set();
  for (let i = 0; i < 4; i++) {
    await hands.press('Tab');
    const text = await hands.until(
      () => hands.statusBar(),
      (now) => /undecided: Date/.test(now),
      'a date is gone to',
    );
    seen.add(/(\d) of (\d) undecided/.exec(text)?.[0]);
    await hands.page.waitForTimeout(300);
  }
  assert.ok(seen.size > 1, [...seen].join());
  await hands.shot('review-listed');
  await hands.runCommand('Corpus Annotator: Review: Choose What to List');
  await hands.answer('What to list', { take: 'Undecided' });
}

async function rejectMentions(reviewer) {
  const { hands } = reviewer;
  const before = (await reviewer.progress()).reviewed;
  await hands.goTo(...reviewer.place('Vell, le'));
  await hands.press('Shift+a');
  await hands.answer('Apply to all mentions', { take: 'In all articles of the folder' });
  const rows = await hands.asked('Reject “Vell”: ');
  assert.ok(rows.filter((row) => row.includes('Vell')).length >= 4, rows.join(' | '));
  await hands.shot('review-reject-mentions');
  await hands.answer('Reject “Vell”');
  await reviewer.until((_, decisions) => (decisions.match(/"exact":"Vell"/g) ?? []).length >= 2, 'both are rejected');
  assert.match(read(reviewer.file.replace('one.txt', 'two.review.jsonl')), /"exact":"Vell"/);
  await hands.press('Control+z');
  await reviewer.reviewed(before);
  await reviewer.until(() => !/"exact":"Vell"/.test(read(reviewer.file.replace('one.txt', 'two.review.jsonl'))), 'in both');
}

async function saveAndCheck(reviewer) {
  const { hands } = reviewer;
  await hands.press('Control+s');
  await reviewer.until((ann) => /PER \d+ \d+\tEirik Nansvold\n/.test(ann), 'the last decision is saved with the text');
  assert.match(reviewer.text(), /\nUn rappel 😀 utile\.\n/);
  reviewer.checkOffsets();
  const decisions = reviewer
    .decisions()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(decisions[0].review, 1);
  assert.ok(decisions.some((line) => line.reject === 'entity/LOC' && line.words[0].exact === 'Genève'));
}

/** What the eye sees: lines by what was decided, the view of what is left, in light, dark and high contrast. */
async function look(reviewer) {
  const { hands } = reviewer;
  await hands.runCommand('View: Show Corpus Annotator');
  await hands.unfold('Review');
  const { reviewed, total } = await reviewer.progress();
  await hands.until(
    () => hands.page.locator('.pane-header:visible').allInnerTexts(),
    (titles) => titles.some((title) => title.includes(`${reviewed} of ${total} decided`)),
    'the view tells the progress',
  );
  await hands.eventually(async () => {
    const rows = await hands.rows('.pane-body', 'Lucien Abravent');
    assert.ok(!rows.some((row) => row.startsWith('Grimsholm')), 'what is decided is not listed as left');
  });
  await hands.goTo(1, 1);
  const hasLine = (words, style) =>
    hands.until(
      () => hands.linesUnder(words),
      (lines) => lines.includes(style),
      `“${words}” has a ${style} line`,
    );
  await hasLine('trente ans', 'solid');
  const [line, column] = reviewer.place('Lucien Abravent');
  await hands.goTo(line, column);
  await hasLine('Lucien Abravent', 'dotted');
  for (const theme of ['dark', 'contrast', 'contrastLight', 'light']) {
    await hands.useTheme(theme);
    await hands.restMouse();
    await hands.shot(`review-${theme}`);
  }
  await hands.runCommand('View: Show Explorer');
}

async function findAgain(reviewer) {
  const { hands } = reviewer;
  const ann = reviewer.ann();
  const { reviewed, total } = reviewer.last;
  await hands.reload();
  await reviewer.enter();
  await hands.eventually(async () => assert.deepEqual(await reviewer.progress(), { reviewed, total }));
  assert.equal(reviewer.ann(), ann);
  await reviewer.leave();
}

/** A person at an article in review mode. */
class Reviewer {
  constructor(hands, file) {
    this.hands = hands;
    this.file = file;
  }

  text() {
    return fs.readFileSync(this.file, 'utf8');
  }

  ann() {
    return read(this.file.replace(/\.txt$/, '.ann'));
  }

  decisions() {
    return read(this.file.replace(/\.txt$/, '.review.jsonl'));
  }

  /** Opens the article and turns to the review mode with its key. */
  async enter() {
    const { hands } = this;
    const folder = path.basename(path.dirname(this.file));
    await hands.openArticle(`${folder}/${path.basename(this.file)}`);
    await hands.goToStart();
    await hands.press('Shift+Alt+x');
    await this.progress();
    await hands.until(
      () => hands.cursor(),
      ({ selected }) => selected > 0,
      'what is undecided first is selected',
    );
  }

  /** Leaves the review mode, so that keys type again. */
  async leave() {
    await this.hands.press('Escape');
    await this.hands.until(
      () => this.hands.statusBar(),
      (text) => !PROGRESS.test(text),
      'the status bar no longer tells of the review',
    );
  }

  /** How far the status bar says the review is. */
  async progress() {
    const match = await this.hands.until(
      async () => PROGRESS.exec(await this.hands.statusBar()),
      Boolean,
      'the status bar tells the progress',
    );
    this.last = { reviewed: Number(match[1]), total: Number(match[2]) };
    return this.last;
  }

  reviewed(count) {
    return this.hands.until(
      () => this.progress(),
      ({ reviewed }) => reviewed === count,
      `${count} decided`,
    );
  }

  /** The line and the column of the first of these words: what is typed meanwhile leaves the lines of all others alone. */
  place(words) {
    const lines = this.text().split('\n');
    const line = lines.findIndex((text) => text.includes(words));
    assert.ok(line >= 0, words);
    const before = lines[line].slice(0, lines[line].indexOf(words));
    return [line + 1, before.length + 1, [...before].length + 1];
  }

  /** Goes to words and presses a key, until so many are decided and the review has gone on, or has what it changed. */
  async decide(words, key, count) {
    const [line, column, shown] = this.place(words);
    await this.hands.goTo(line, column, shown);
    await this.hands.press(key);
    await this.reviewed(count);
    await this.hands.until(
      () => this.hands.cursor(),
      (at) => at.selected > 0,
      'something is selected',
    );
  }

  async select(words) {
    await this.hands.goTo(...this.place(words));
    for (let i = 0; i < words.length; i++) await this.hands.page.keyboard.press('Shift+ArrowRight');
    await this.hands.until(
      () => this.hands.cursor(),
      ({ selected }) => selected === words.length,
      `“${words}” is selected`,
    );
  }

  until(accept, what) {
    return this.hands.until(
      () => [this.ann(), this.decisions()],
      ([ann, decisions]) => accept(ann, decisions),
      what,
    );
  }

  async goToNextFile(name) {
    const progress = await this.progress();
    await this.hands.press('Shift+d');
    await this.hands.until(
      () => this.hands.editor(),
      (editor) => editor.path.endsWith(`/${name}`),
      `${name} is shown`,
    );
    await this.hands.until(
      () => this.hands.cursor(),
      ({ selected }) => selected > 0,
      'the first undecided item of the next article is selected',
    );
    this.last = progress;
  }

  /** Every annotation's offsets, in code points, must lead to its words. */
  checkOffsets() {
    const points = [...this.text()];
    const lines = this.ann()
      .split('\n')
      .filter((line) => line.startsWith('T'));
    assert.ok(lines.length > 0);
    for (const line of lines) {
      const [, place, words] = line.split('\t');
      const spans = place.slice(place.indexOf(' ') + 1).split(';');
      const found = spans.map((span) => points.slice(...span.split(' ').map(Number)).join(''));
      assert.equal(found.join(' '), words, line);
    }
  }
}

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

const sidecars = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => !name.endsWith('.txt'))
    .sort();
