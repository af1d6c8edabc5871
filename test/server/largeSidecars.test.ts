import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SidecarThread } from '../../server/src/lsp/sidecarThread';
import type { ReviewApplied, ReviewItems } from '../../server/src/protocol';
import { HERE } from '../../server/src/store/sidecarWork';
import { ARTICLE, longArticle } from './support/articles';
import { serverBundle, TestClient } from './support/languageServer';

const TEXT = longArticle(60_000);
const FAULTS = resolve('test/support/faults.cjs');

let folder: string;
let client: TestClient | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'large-')));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<TestClient> {
  process.env.FAULTS = join(folder, 'plan');
  process.env.NODE_OPTIONS = `--require ${FAULTS}`;
  try {
    client = await TestClient.start({
      folders: [pathToFileURL(folder).href],
      initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
    });
    return client;
  } finally {
    delete process.env.FAULTS;
    delete process.env.NODE_OPTIONS;
  }
}

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const hold = (where: string | undefined): void =>
  writeFileSync(join(folder, 'plan'), where === undefined ? '' : JSON.stringify({ kind: 'HOLD', where }));
const items = (own: TestClient, name: string, filter = {}): Promise<ReviewItems> =>
  own.request('review/items', { uri: uri(name), filter });
const hover = (own: TestClient, name: string) => own.hover(uri(name), { line: 2, character: 64 });

async function open(own: TestClient, name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await own.open(uri(name), text);
}

/** Lines of a `.ann` file on the words of a text, each on another stretch, until there are so many characters. */
function annotationsOf(text: string, length: number): string {
  const lines: string[] = [];
  const words = [...text.matchAll(/\p{L}+/gu)];
  for (let [i, size] = [0, 0]; size < length; i++) {
    const [first, last] = [words[i % words.length], words[(i % words.length) + Math.floor(i / words.length)]];
    if (first === undefined || last === undefined) continue;
    const [start, end] = [first.index, last.index + last[0].length];
    const line = `T${i + 1}\tLOC ${start} ${end}\t${text.slice(start, end).replace(/\n/g, ' ')}\n`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('');
}

describe('a disk that does not answer', () => {
  test('keeps the questions about its own article waiting, and no others', async () => {
    writeFileSync(join(folder, 'slow.ann'), 'T1\tPER 57 70\tJeanne Morvan\n');
    const own = await start();
    hold('slow\\.(?:ann|review)');
    let answered = false;
    await open(own, 'slow.txt', ARTICLE);
    const slow = items(own, 'slow.txt').finally(() => {
      answered = true;
    });
    await open(own, 'other.txt', ARTICLE);
    expect(await hover(own, 'other.txt')).not.toBeNull();
    const { items: others } = await items(own, 'other.txt', { status: ['undecided'] });
    const applied = await own.request<ReviewApplied>('review/apply', {
      uri: uri('other.txt'),
      operations: [{ kind: 'confirm', items: [others[0]?.id] }],
    });
    expect(applied).toMatchObject({ ok: true });
    expect(answered).toBe(false);
    hold(undefined);
    expect((await slow).items.find(({ id }) => id === 'T1')).toBeDefined();
  });
});

describe('a large sidecar', () => {
  test('is read while others are answered, and a decision beside it changes no line of it', async () => {
    const ann = annotationsOf(TEXT, 800_000);
    writeFileSync(join(folder, 'large.ann'), ann);
    const own = await start();
    await open(own, 'other.txt', ARTICLE);
    await items(own, 'other.txt');
    let answered = false;
    await open(own, 'large.txt', TEXT);
    const large = items(own, 'large.txt', { status: ['undecided'] }).finally(() => {
      answered = true;
    });
    // a server that reads it between two answers gives some fifteen until then
    let answers = 0;
    for (; !answered && answers < 100; answers++) await hover(own, 'other.txt');
    expect(answers).toBe(100);
    const { items: open_, progress } = await large;
    expect(progress.confirmed).toBe(ann.split('\n').length - 1);
    const applied = await own.request<ReviewApplied>('review/apply', {
      uri: uri('large.txt'),
      operations: [{ kind: 'confirm', items: [open_[0]?.id] }],
    });
    expect(applied).toMatchObject({ ok: true });
    const file = await own.until('one line more', () => {
      const now = readFileSync(join(folder, 'large.ann'), 'utf8');
      return now !== ann && now;
    });
    expect(file.startsWith(ann)).toBe(true);
    expect(file.length).toBeGreaterThan(ann.length);
  }, 120_000);

  test('is shown while others are answered, though they ask later', async () => {
    writeFileSync(join(folder, 'large.ann'), annotationsOf(TEXT, 800_000));
    const own = await start();
    await open(own, 'other.txt', ARTICLE);
    await open(own, 'large.txt', TEXT);
    await items(own, 'large.txt', { status: ['undecided'] });
    const answered = async (asked: Record<string, Promise<unknown>>): Promise<readonly string[]> => {
      const order: string[] = [];
      await Promise.all(Object.entries(asked).map(([name, answer]) => answer.then(() => order.push(name))));
      return order;
    };
    // all of it is listed
    expect(await answered({ large: items(own, 'large.txt'), other: hover(own, 'other.txt') })).toEqual(['other', 'large']);
    // what is decided is laid over the text anew
    await own.notify('review/trust', { trusted: false });
    const few = items(own, 'large.txt', { words: 'no such words' });
    expect(await answered({ large: few, other: hover(own, 'other.txt') })).toEqual(['other', 'large']);
    expect((await few).progress.confirmed).toBeGreaterThan(10_000);
  }, 120_000);

  test('of 20 MB is refused by name; it stays as it is, and others are answered', async () => {
    const ann = annotationsOf(ARTICLE, 1_000).repeat(20_000);
    writeFileSync(join(folder, 'huge.ann'), ann);
    const own = await start();
    await open(own, 'huge.txt', ARTICLE);
    await open(own, 'other.txt', ARTICLE);
    expect(await hover(own, 'other.txt')).not.toBeNull();
    expect(await hover(own, 'huge.txt')).not.toBeNull();
    const { items: found } = await items(own, 'huge.txt');
    const applied = await own.request<ReviewApplied>('review/apply', {
      uri: uri('huge.txt'),
      operations: [{ kind: 'confirm', items: [found[0]?.id] }],
    });
    expect(applied).toMatchObject({ ok: false, message: expect.stringMatching(/huge\.ann is too large/) });
    expect(readFileSync(join(folder, 'huge.ann'), 'utf8')).toBe(ann);
  });
});

describe('the thread for large sidecars', () => {
  const ann = `${annotationsOf(TEXT, 60_000)}R1\tsaid Arg1:T1 Arg2:T2\nN1\tEntity T3 Group:x\tX\nA1\tState T4 signed\n#1\tAnnotatorNotes T5\tsee\nnonsense\n`;
  const review = `{"review":1,"length":3,"sha256":"${'0'.repeat(64)}"}\n{"reject":"entity/PER","words":[{"exact":"Lorient","prefix":"a quitté ","suffix":" le"}]}\n{"lost":"T90000","layer":"entity","type":"PER","words":[{"exact":"Nobody Here","prefix":"","suffix":""}]}\n`;

  test('says what this thread says, in reading and in writing', async () => {
    const thread = new SidecarThread(await serverBundle());
    // two at once, and a text that is not the files': doubtful ones, lost ones, rejections, problems
    const changed = TEXT.replaceAll('Port-Clair', 'Port');
    const [first, second] = await Promise.all([
      thread.read({ ann, review }, TEXT, 'a'),
      thread.read({ ann, review }, changed, 'a'),
    ]);
    expect(first).toEqual(await HERE.read({ ann, review }, TEXT, 'a'));
    expect(second).toEqual(await HERE.read({ ann, review }, changed, 'a'));
    expect(second.decisions.lost.length).toBeGreaterThan(0);
    expect(first.problems.length).toBeGreaterThan(0);
    const files = await thread.write(second.decisions, { ann, review });
    expect(files).toEqual(await HERE.write(second.decisions, { ann, review }));
  });

  test('that cannot be started says why where it was to read, and is done without where it was to write', async () => {
    const thread = new SidecarThread(join(folder, 'none.js'));
    await expect(thread.read({ ann, review }, TEXT, 'a')).rejects.toThrow(/the thread that reads it was ended/);
    const { decisions } = await HERE.read({ ann, review }, TEXT, 'a');
    expect(await thread.write(decisions, { ann, review })).toEqual(await HERE.write(decisions, { ann, review }));
  });
});
