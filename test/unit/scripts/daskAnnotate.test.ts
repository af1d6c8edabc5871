import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SCRIPT = path.join(import.meta.dirname, '../../../scale/dask_annotate.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** In place of Dask's: each part is done at once, in the same process. */
const DISTRIBUTED = `
class Future:
    status = "finished"
    def __init__(self, run, arguments):
        try:
            self.value = run(*arguments)
        except Exception as error:
            self.status, self.value = "error", error
    def result(self): return self.value
    def exception(self): return self.value
    def release(self): pass
class Client:
    def __init__(self, *_, **__): pass
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def wait_for_workers(self, *_, **__): pass
    def run(self, function, *arguments): return {"one": function(*arguments)}
    def submit(self, run, *arguments, **_): return Future(run, arguments)
def as_completed(futures): return list(futures)
`;

/** In place of the program: its version, a folder's articles, and an analysis for each article that comes in. */
const ANNOTATOR = `
import os, sys
if "--version" in sys.argv:
    print("1.0")
elif "--list" in sys.argv:
    for name in sorted(os.listdir(sys.argv[-1])):
        print(os.path.join(sys.argv[-1], name))
else:
    for line in sys.stdin:
        if line.strip():
            print('{"of":"%s","entities":[]}' % line.strip().replace('"', "'"))
`;

let folder = '';
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const put = (name: string, content: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dask-'));
  put('stub/distributed.py', DISTRIBUTED);
  put('stub/annotator.py', ANNOTATOR);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(out: string, ...inputs: readonly string[]): { status: number | null; said: string } {
  const annotator = `python3 ${at('stub/annotator.py')}`;
  const args = [SCRIPT, '--scheduler', 'x', '--annotator', annotator, '--out', at(out), ...inputs.map((name) => at(name))];
  const { status, stdout, stderr } = spawnSync('python3', args, {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: at('stub') },
  });
  return { status, said: stdout + stderr };
}

/** What was analysed, of all files of a folder. */
const analysed = (out: string): readonly string[] =>
  readdirSync(at(out))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(at(out, name), 'utf8').trimEnd().split('\n'))
    .map((line) => /"of":"(.*?)","entities/.exec(line)?.[1] ?? line)
    .sort();

describe.skipIf(!hasPython)('a corpus handed out to many machines', () => {
  test('is not written over, where the folder to write into is the one that it lies in', () => {
    put('parts/a.jsonl', '{"id":1}\n');
    const { status, said } = run('parts', 'parts/a.jsonl');
    expect(status).toBe(2);
    expect(said).toContain('a.jsonl');
    expect(readFileSync(at('parts/a.jsonl'), 'utf8')).toBe('{"id":1}\n');
  });

  test('is done whole where two folders bear one name', () => {
    put('north/texts/a.txt', 'a');
    put('south/texts/b.txt', 'b');
    put('east/texts/c.txt', 'c');
    expect(run('out', 'north/texts', 'south/texts', 'east/texts').status).toBe(0);
    expect(analysed('out')).toEqual([at('east/texts/c.txt'), at('north/texts/a.txt'), at('south/texts/b.txt')].sort());
    // again, nothing is left to do
    expect(run('out', 'north/texts', 'south/texts', 'east/texts').said).toContain('3 of 3 parts are done already');
  });

  test('is done once where a part is named three times', () => {
    put('a.jsonl', '{"id":1}\n');
    expect(run('out', 'a.jsonl', 'a.jsonl', 'a.jsonl').status).toBe(0);
    expect(analysed('out')).toEqual(["{'id':1}"]);
  });

  test.each(['{}', '[]', '"done"', '3', '{"fingerprint":1,"articles":"many"}', '{"finger', '\u0000'])(
    'is done again where the note of what was done says %j',
    (note) => {
      put('a.jsonl', '{"id":1}\n\n{"id":2}\n');
      expect(run('out', 'a.jsonl').status).toBe(0);
      put('out/.parts/a.json', note);
      expect(run('out', 'a.jsonl')).toMatchObject({ status: 0, said: expect.stringContaining('2 articles') });
    },
  );

  test('leaves alone what somebody else has put where a part is to go', () => {
    put('a.jsonl', '{"id":1}\n');
    put('out/a.jsonl', 'my notes\n');
    expect(run('out', 'a.jsonl')).toMatchObject({ status: 2, said: expect.stringContaining('a.jsonl') });
    expect(readFileSync(at('out/a.jsonl'), 'utf8')).toBe('my notes\n');
  });

  test('takes a part up again that was written and not noted, since the program was ended between the two', () => {
    put('a.jsonl', '{"id":1}\n');
    expect(run('out', 'a.jsonl').status).toBe(0);
    rmSync(at('out/.parts/a.json'));
    expect(run('out', 'a.jsonl').status).toBe(0);
    expect(analysed('out')).toEqual(["{'id':1}"]);
  });
});
